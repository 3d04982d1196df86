package responder_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/responder"
)

const formLink = "https://desk.acme.example/f/AQBsomething"

// afterwards is a responder whose template has all that comes after.
func afterwards(t *testing.T) *responder.Responder {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("templates", "warm-en.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(body)
	if !strings.Contains(text, "\n  resolved:") {
		text += `
  resolved: ["Glad we could sort this out together.", "I'm glad this is settled now.", "Thank you for letting us put this right.", "Good to know this is sorted now."]
  follow_up:
    ask: ["I wanted to ask how it went in the end.", "Did it all work out?", "Is everything as it should be now?", "How did we do in the end?"]
    score: ["You can tell us here: {link}", "A score would help us: {link}", "If you like, say it here: {link}", "One click tells us: {link}"]
`
	}
	if !strings.Contains(text, "\n    form:") {
		text = strings.Replace(text, "\n  private:\n", `
  private:
    form: ["You can also write it here, for our eyes alone: {link}", "If a form is easier: {link}", "Or fill this in, it is yours alone: {link}", "There is a form for it as well: {link}"]
`, 1)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := responder.New(dir)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func settled() responder.Request {
	return responder.Request{
		CaseID: "c1", Brand: "Acme", CanMessage: true, Link: formLink, Now: time.Unix(1_800_000_000, 0),
		Mention: care.Mention{Platform: "bluesky", Text: "My parcel is three days late and nobody answers.", Author: care.Author{Name: "Sam Jones"}},
		Verdict: care.Verdict{Action: care.ActReply, Severity: care.Accusation, Topic: "delay", Language: "en"},
	}
}

func TestHandoffCarriesTheLink(t *testing.T) {
	r := afterwards(t)
	for name, tt := range map[string]struct {
		change func(*responder.Request)
		want   bool
	}{
		"a message of ours":     {func(*responder.Request) {}, true},
		"no link":               {func(q *responder.Request) { q.Link = "" }, false},
		"they must write first": {func(q *responder.Request) { q.CanMessage = false }, false},
		"X, in private":         {func(q *responder.Request) { q.Mention.Platform = "x" }, true},
	} {
		q := settled()
		tt.change(&q)
		d := r.Draft(q)
		if d.Text == "" {
			t.Fatalf("%s: %s", name, d.Reason)
		}
		if got := strings.Contains(d.Private.Text, formLink); got != tt.want {
			t.Errorf("%s: %q", name, d.Private.Text)
		}
		if strings.Contains(d.Text+d.Otherwise, formLink) {
			t.Errorf("%s: the link is in public: %q, %q", name, d.Text, d.Otherwise)
		}
		if strings.Contains(d.Private.Text, "{") {
			t.Errorf("%s: %q", name, d.Private.Text)
		}
	}
}

func TestClosingAfterResolution(t *testing.T) {
	r := afterwards(t)
	d := r.ClosingLine(settled())
	if d.Text == "" || len(care.Blocked(d.Checks)) > 0 || strings.Contains(d.Text, "parcel") {
		t.Errorf("got %q, %s, %v", d.Text, d.Reason, care.Blocked(d.Checks))
	}
	for _, action := range []care.Action{care.ActLegal, care.ActSafety, care.ActIgnore} {
		q := settled()
		q.Verdict.Action = action
		if d := r.ClosingLine(q); d.Text != "" || d.Reason == "" {
			t.Errorf("%s: %q", action, d.Text)
		}
		if d := r.FollowUp(q); d.Private.Text != "" || d.Reason == "" {
			t.Errorf("%s: %q", action, d.Private.Text)
		}
	}
	checks := r.CheckClosingLine("Calm down, we refunded you 20 pounds.", settled())
	if len(care.Blocked(checks)) == 0 {
		t.Error("anything passes as a closing line")
	}
}

func TestFollowUp(t *testing.T) {
	r := afterwards(t)
	q := settled()
	d := r.FollowUp(q)
	if d.Text != "" || !strings.Contains(d.Private.Text, "Sam") || !strings.Contains(d.Private.Text, formLink) {
		t.Errorf("got %q in public, %q in private: %s", d.Text, d.Private.Text, d.Reason)
	}
	q.Link = ""
	if d := r.FollowUp(q); strings.Contains(d.Private.Text, "{") || strings.Contains(d.Private.Text, "http") {
		t.Errorf("without a link: %q", d.Private.Text)
	}
	q.Verdict.Language = "fi"
	if d := r.FollowUp(q); d.Private.Text != "" || !strings.Contains(d.Reason, "FI") {
		t.Errorf("a language without templates: %q, %q", d.Private.Text, d.Reason)
	}
}
