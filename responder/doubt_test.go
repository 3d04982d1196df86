package responder_test

import (
	"strings"
	"testing"

	"goodgraces/care"
)

// Nobody is told that we are sorry for what may be a joke; who surely complains
// is, whatever we understood.
func TestNoApologyForWhatMayBeNoComplaint(t *testing.T) {
	r := newResponder(t)
	for _, tt := range []struct {
		post      string
		complaint float64
		sorry     bool
	}{
		{"day 3 with the new blender and the neighbours have begun to write poems about us", 0.6, false},
		{"day 3 with the new blender and the neighbours have begun to write poems about us", 0.97, true},
		{"a smoothie at last, no straw", 0.3, false},
		{"a smoothie at last, no straw", 0.95, true},
		{"a week of this and my patience is gone, everything you do is broken", 0.6, true},
	} {
		q := complaint(tt.post)
		q.Verdict = care.Verdict{Language: "en", Complaint: tt.complaint, Action: care.ActReply, Topic: "other"}
		if d := r.Draft(q); d.Text == "" || strings.Contains(strings.ToLower(d.Text), "sorry") != tt.sorry {
			t.Errorf("%q, a complaint by %.2f: %q", tt.post, tt.complaint, d.Text)
		}
	}
}
