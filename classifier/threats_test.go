package classifier_test

import (
	"strings"
	"testing"

	"goodgraces/care"
)

// TestThreatSet: a threat that somebody of the brand made to a person is for a
// human at once, whatever the post complains of besides.
func TestThreatSet(t *testing.T) {
	c := judge(t)
	s := map[string]*tally{}
	for _, e := range readSet(t, "threats") {
		if s[e.section] == nil {
			s[e.section] = &tally{}
		}
		v := c.Judge(&care.Mention{ID: "1", Text: e.text})
		e.want = e.section
		ok := (v.Action == care.ActSafety) == strings.HasPrefix(e.section, "threat")
		s[e.section].count(e, ok)
		if !ok {
			show(t, e, "%s %v", v.Action, v.Evidence)
		}
	}
	for section, least := range map[string]float64{"threat": 1, "threat es": 1, "threat de": 1, "none": 1, "threat held": 0.85, "none held": 0.95} {
		s[section].log(t, section)
		s[section].atLeast(t, section, least)
	}
}
