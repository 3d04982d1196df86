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
		{"Your courier was wonderful Although the lamp is cracked", true},
		{"Thanks to Priya for being so patient, the kettle is still broken", true},
		{"Thanks to Priya for trying to help, the kettle is still broken", true},
		{"Huge thanks to Priya for replacing my broken kettle. The new one leaks too.", true},
		{"Your engineers are brilliant at explaining things. The internet is down again.", true},
		{"The crew were lovely, my bag is lost", true},
		{"The crew were lovely and my bag is lost", true},
		{"Thanks to Priya for being useless. The lift is broken.", false},
		{"Thanks to Priya for trying to charge me twice. The lift is broken.", false},
		{"Your drivers are brilliant at losing parcels", false},
		{"Your drivers are brilliant at hiding, my parcel is lost", false},
		{"Your drivers are brilliant at juggling boxes, my vase is broken", false},
		{"The staff are the best at ignoring me. The room is filthy.", false},
		{"Your team are the best at being late. My parcel is lost.", false},
		{"The agent was wonderful and lied to me. My parcel is lost.", false},
		{"Your driver was lovely. The parcel was smashed. You have lost a customer.", false},
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
