package pipeline

import (
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/responder/known"
	"goodgraces/responder/templates"
	"goodgraces/store"
)

// An approved answer says what was known when it was approved. Where that ends,
// is changed or is taken out before it leaves, nothing is sent, and the case
// comes back to a person with a reason that names the answer.
func TestAnAnswerIsStillKnownWhenItLeaves(t *testing.T) {
	const body = `
- name: ireland
  language: en
  asks: ["Do you ship to Ireland?", "Do you deliver to Ireland?"]
  answer: We deliver to Ireland for 6.95 euros.
  until: 2035-12-31
`
	for _, tt := range []struct {
		name, body string
		later      time.Duration
		reason     string // "" where it leaves
	}{
		{"as it was", body, 0, ""},
		{"another way of asking", strings.Replace(body, "Do you deliver", "Can you deliver", 1), 0, ""},
		{"ended", body, 10 * 366 * 24 * time.Hour, "known answer ireland ended on 2035-12-31"},
		{"changed", strings.Replace(body, "6.95", "8.95", 1), 0, "known answer ireland was changed"},
		{"taken out", "[]", 0, "known answer ireland was taken out"},
		{"under another name", strings.Replace(body, "name: ireland", "name: eire", 1), 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := &platform{name: "test"}
			s := newShop(t, p)
			now := knowing(t, body)
			s.Responder = func() *responder.Responder { return now }
			m := post("1", "@larkspur Hi, do you ship to Ireland?")
			s.publish(t, m)
			s.work(t)
			f := s.case_(t, m)
			d := *f.Draft()
			if d.Known != "ireland" || d.Fact == "" {
				t.Fatalf("the draft rests on %q: %q, %s", d.Known, d.Text, d.Reason)
			}
			_, err := s.Store.Approve(t.Context(), store.Approval{
				CaseID: f.Case.ID, Actor: "ann", At: s.Now(), Draft: d,
				Sends: []care.Send{{Kind: care.SendPublic, Connector: "test", Text: d.Text}},
			})
			must(t, err)
			now = knowing(t, tt.body)
			s.Now = func() time.Time { return time.Now().Add(tt.later) }
			s.send(t)
			_, public := s.sends(t, m)
			state := care.StateSent
			if tt.reason != "" {
				state = care.StateFailed
			}
			if f := s.case_(t, m); f.Case.State != state || !strings.Contains(public.Reason, tt.reason) {
				t.Errorf("the case is %s: %q; want %s: %q", f.Case.State, public.Reason, state, tt.reason)
			}
			if n := len(p.texts()); (n == 0) != (tt.reason != "") {
				t.Errorf("%d messages left", n)
			}
		})
	}
}

// knowing is the shipped responder with the known answers of a file.
func knowing(t *testing.T, body string) *responder.Responder {
	t.Helper()
	set, err := known.Build([]known.File{{Path: "answers.yaml", Body: body}}, nil)
	must(t, err)
	shipped, err := templates.Load("")
	must(t, err)
	r := responder.Of(shipped)
	r.Know(set)
	return r
}
