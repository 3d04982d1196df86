package responder_test

import (
	"fmt"
	"testing"

	"goodgraces/care"
	"goodgraces/responder"
)

// A good word for somebody in a complaint is passed on, and mockery is none.
func TestCommendedInComplaint(t *testing.T) {
	r := newResponder(t)
	for _, row := range []struct {
		post      string
		commended bool
	}{
		{"@LiftCo Shout out to Marek who mended our lift, which is broken again", true},
		{"Shout out to Marek who mended our lift, which is broken again", true},
		{"Huge thanks to Priya for replacing my kettle. The new one is broken too.", true},
		{"Your driver was lovely. The parcel was smashed.", true},
		{"The staff were fantastic, but the room was filthy", true},
		{"Your engineer Tom was brilliant. The internet is down again.", true},
		{"@Comcast Thanks to Comcast for losing my parcel. The lift is broken.", false},
		{"Thanks to Larkspur for fixing nothing. The lift is broken.", false},
		{"Your driver wasn't friendly and the parcel was smashed", false},
		{"Your driver was rude and the parcel was smashed", false},
		{"The staff would be lovely if the parcel came", false},
		{"Your driver was late with my lovely new lamp, which is broken", false},
	} {
		for variant := range 8 {
			d := r.Draft(responder.Request{
				CaseID:     fmt.Sprint("x:", variant),
				Mention:    care.Mention{ID: "1", Platform: "x", Text: row.post},
				Verdict:    care.Verdict{Language: "en", Action: care.ActReply, Complaint: 0.9, Severity: care.Severity(1 + variant%3)},
				CanMessage: true, Variant: variant,
			})
			if containsAny(d.Text, "kind words", "good word", "praise", "your thanks") != row.commended || !containsAny(d.Text, "orry", "apologi") {
				t.Errorf("%q: %s", row.post, d.Text)
			}
		}
	}
}
