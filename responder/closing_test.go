package responder_test

import (
	"fmt"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder"
)

// bait is a request for a closing line.
func bait(lang string) responder.Request {
	q := complaint("Still pretending to care, @acme? Go on, lie to us again, you clowns.")
	q.Verdict = care.Verdict{Language: lang, Action: care.ActFold, Standing: &care.Standing{Kind: care.KindBaiter, Stance: care.StanceClose}}
	q.CanMessage, q.Brand = true, "Acme"
	return q
}

// A closing line says goodbye, whatever wording is taken: it passes every
// check, claims no message and offers no way to go on.
func TestClosingLine(t *testing.T) {
	r := newResponder(t)
	for _, lang := range []string{"en", "es", "de"} {
		texts := map[string]bool{}
		for variant := range 60 {
			q := bait(lang)
			q.Variant = variant
			d := r.Draft(q)
			if d.Text == "" || d.Action != care.ActFold || d.Text != d.Otherwise || d.Private.Text != "" || d.Private.Route != care.RouteNone {
				t.Fatalf("%s: %+v", lang, d)
			}
			for _, c := range d.Checks {
				if !c.OK {
					t.Errorf("%q breaks %s: %s", d.Text, c.Rule, c.Note)
				}
			}
			texts[d.Text] = true
		}
		if len(texts) < 12 {
			t.Errorf("%s: %d different closing lines in 60", lang, len(texts))
		}
	}
}

// A brigade of thirty is not told goodbye in the same words.
func TestClosingLinesDiffer(t *testing.T) {
	r := newResponder(t)
	var recent []string
	for i := range 30 {
		q := bait("en")
		q.CaseID, q.Recent = fmt.Sprint("case", i), recent[max(0, len(recent)-20):]
		d := r.Draft(q)
		if d.Text == "" || strings.Contains(strings.Join(q.Recent, "\n"), d.Text) {
			t.Fatalf("closing line %d: %q (%s)", i, d.Text, d.Reason)
		}
		recent = append(recent, d.Text)
	}
}
