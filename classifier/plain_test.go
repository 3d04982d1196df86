package classifier_test

import (
	"strings"
	"testing"

	"goodgraces/care"
)

// TestPlainSet: people say in plain words what went wrong, without an angry one.
func TestPlainSet(t *testing.T) {
	c := judge(t)
	count := map[string]*struct{ complaint, replied, all int }{}
	for _, e := range readSet(t, "plain") {
		key := e.section + ", " + map[bool]string{true: "handle first", false: "no handle first"}[e.text[0] == '@']
		if count[key] == nil {
			count[key] = &struct{ complaint, replied, all int }{}
		}
		n, v := count[key], c.Judge(&care.Mention{ID: "1", Platform: "x", Text: e.text})
		n.all++
		if v.Complaint >= 0.5 {
			n.complaint++
		}
		if v.Action == care.ActReply {
			n.replied++
		}
	}
	for key, least := range map[string]int{"complaint, handle first": 80, "complaint, no handle first": 60} {
		if n := count[key]; n.replied < least {
			t.Errorf("%s: %d of %d are to be answered as complaints, at least %d are asked for", key, n.replied, n.all, least)
		}
	}
	wrong := 0
	for key, n := range count {
		if !strings.HasPrefix(key, "complaint") {
			wrong += n.replied
		}
		t.Logf("%s: %d of %d judged complaints, %d to be answered as such", key, n.complaint, n.all, n.replied)
	}
	if wrong > 25 {
		t.Errorf("%d of 200 posts that are no complaints are to be answered as such, at most 25 are allowed for", wrong)
	}
}
