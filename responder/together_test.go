package responder_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"goodgraces/care"
	"goodgraces/responder"
)

// One responder serves any number of goroutines, each with the same drafts as
// another that works alone. It is a fresh one: much of it is read when it is
// first asked for, here by all of them at once.
func TestDraftTogether(t *testing.T) {
	fresh, err := responder.New("")
	if err != nil {
		t.Fatal(err)
	}
	asked, alone := requests(), newResponder(t)
	want := make([]care.Draft, len(asked))
	for i, q := range asked {
		want[i] = alone.Draft(q)
	}
	var wait sync.WaitGroup
	for worker := range 8 {
		wait.Go(func() {
			for n := range asked {
				i := (n + worker) % len(asked)
				got := fresh.Draft(asked[i])
				if got.Text != want[i].Text || got.Holding != want[i].Holding || got.Private.Text != want[i].Private.Text || !slices.Equal(got.Checks, want[i].Checks) {
					t.Errorf("%q: %q, alone %q", asked[i].Mention.Text, got.Text, want[i].Text)
				}
				if again := fresh.Recheck(got, asked[i]); again.Text != got.Text {
					t.Errorf("%q: rechecked %q", got.Text, again.Text)
				}
			}
		})
	}
	wait.Wait()
}

// requests are of every kind that takes a draft, in each language.
func requests() []responder.Request {
	var all []responder.Request
	for language, posts := range map[string][]string{
		"en": {"three hours on hold, are you kidding", "you lost my bag again", "charged twice for one order", "the crew was lovely, thank you", "when does the shop in Leeds open?"},
		"de": {"mein Paket ist seit drei Wochen nicht da", "danke, das ging schnell", "wann macht der Laden auf?"},
		"es": {"mi pedido no llega desde hace tres semanas", "gracias, muy amables", "¿a qué hora abren?"},
	} {
		for n, text := range posts {
			q := complaint(text)
			q.Verdict.Language, q.CaseID = language, fmt.Sprint(language, n)
			if n == 0 {
				q.Recent = []string{"I'm sorry you spent three hours on hold. I'm finding out why today."}
			}
			switch {
			case text[len(text)-1] == '?':
				q.Verdict.Action, q.Verdict.Severity, q.Verdict.Question = care.ActAnswer, care.NoReproach, 0.9
			case n >= len(posts)-2:
				q.Verdict.Action, q.Verdict.Severity, q.Verdict.Praise = care.ActThank, care.NoReproach, 0.9
			}
			all = append(all, q)
		}
	}
	return all
}
