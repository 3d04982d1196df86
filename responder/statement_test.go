package responder

import (
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/responder/check"
)

// A statement passes every check, those that only warn too, in every language
// and for every topic, with a route and without. Only "generic" may warn: what
// is said to many cannot name one person's problem.
func TestStatementsPassEveryCheck(t *testing.T) {
	r := Shared(t)
	posts := map[string]string{
		"en": "@larkspur shame on you. Worst company ever, you should be ashamed of how you treat people",
		"de": "@larkspur schämt euch, was für ein Saftladen, nie wieder",
		"es": "@larkspur qué vergüenza de empresa, nunca más",
	}
	topics := []string{"", "delay", "lost-or-damaged", "billing-and-refunds", "outage", "quality", "staff-conduct",
		"waiting-and-contact", "account-access", "app-or-website", "cancellation", "availability"}
	for lang, post := range posts {
		for _, topic := range topics {
			for variant := range 4 {
				for _, routes := range [][]Route{nil, {{Kind: "phone", Text: "call us on 0808 157 0192"}}} {
					q := Request{CaseID: "c", Mention: care.Mention{ID: "1", Platform: "x", Text: post},
						Verdict: care.Verdict{Language: lang, Topic: topic, Action: care.ActFold}, Routes: routes, Variant: variant, Now: time.Now()}
					d := r.Statement(q)
					if d.Text == "" {
						t.Fatalf("%s, %q: %s", lang, topic, d.Reason)
					}
					for _, c := range d.Checks {
						if !c.OK && c.Rule != "generic" && !strings.Contains(c.Note, check.Likely) {
							t.Errorf("%s, %q: %s: %s: %s", lang, topic, d.Text, c.Rule, c.Note)
						}
					}
					if d.Otherwise != d.Text || d.Private.Text != "" {
						t.Errorf("a statement speaks of a private message: %+v", d)
					}
					if routes != nil && !strings.Contains(d.Text, "0808") {
						t.Errorf("the route is missing: %s", d.Text)
					}
				}
			}
		}
	}
}

// Where there may be danger or a court, nothing is drafted.
func TestNoStatementOnADelicateMatter(t *testing.T) {
	r := Shared(t)
	d := r.Statement(Request{Mention: care.Mention{ID: "1", Platform: "x", Text: "See you in court, my lawyer is suing you for the injury"},
		Verdict: care.Verdict{Language: "en", Action: care.ActReply}})
	if d.Text != "" || d.Reason == "" {
		t.Errorf("%+v", d)
	}
}
