package storetest

import (
	"fmt"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/store"
)

// followUp sends a draft as a template wrote it, resolves its case and asks how
// it went.
func followUp(t *testing.T, s *store.Store, author string) (caseID string) {
	t.Helper()
	id := drafted(t, s, author, asIs)
	a := approval(id, care.SendPrivate, care.SendPublic)
	a.Draft = *caseFile(t, s, id).Draft()
	_, err := s.Approve(t.Context(), a)
	ok(t, err)
	send := func(kind care.SendKind, minute int) {
		t.Helper()
		claim(t, s, "h", after(minute), care.SendID(id, kind, 1))
		settle(t, s, care.SendID(id, kind, 1), "h", care.SendSent, after(minute))
	}
	send(care.SendPrivate, 2)
	send(care.SendPublic, 3)
	_, err = s.Decide(t.Context(), care.Decision{CaseID: id, Actor: "bob", Kind: care.DecideResolve, At: after(10)}, care.StateResolved)
	ok(t, err)
	_, err = s.ApproveAfter(t.Context(), aftercare(id, care.SendFollowUp))
	ok(t, err)
	asked(t, s, author, 0) // it has not left
	send(care.SendFollowUp, 22)
	return id
}

func asked(t *testing.T, s *store.Store, author string, want int) {
	t.Helper()
	key := care.Key("testgram", author)
	got, err := s.Asked(t.Context(), []string{key, "testgram:nobody", ""}, noon)
	ok(t, err)
	same(t, len(got[key]), want)
}

// What an author says to the follow-up is kept with the case, its score counts
// once, and so does whether they are calmer.
func testFollowUpAnswered(t *testing.T, s *store.Store) {
	ctx := t.Context()
	id := followUp(t, s, "ann")
	asked(t, s, "ann", 1)
	asked(t, s, "bea", 0)
	late, err := s.Asked(ctx, []string{"testgram:ann"}, after(21))
	ok(t, err)
	same(t, len(late), 0) // asked before that

	say := func(n, score int, text string) store.Handled {
		h := idle("ann", n)
		h.Mention.Text, h.Mention.Thread, h.Mention.CreatedAt, h.Mention.Private = text, "", after(30+n), true
		h.Answer = &care.Answer{CaseID: id, Kind: care.AnswerFollowUp, Text: text, Score: score, At: after(30 + n)}
		return h
	}
	words, first, second := say(10, 0, "Hello!"), say(11, 4, "4, thank you"), say(12, 2, "or rather 2")
	stranger := idle("bea", 1)
	stranger.Answer = &care.Answer{CaseID: id, Kind: care.AnswerFollowUp, Text: "1", Score: 1, At: after(40)}
	gone := idle("ann", 13)
	gone.Answer = &care.Answer{CaseID: "none", Kind: care.AnswerFollowUp, Score: 1, At: after(40)}
	ok(t, s.Record(ctx, []store.Handled{words}, nil))
	asked(t, s, "ann", 1) // words alone: the score may follow
	ok(t, s.Record(ctx, []store.Handled{first, second, stranger, gone}, nil))
	ok(t, s.Record(ctx, []store.Handled{first}, nil)) // read again
	asked(t, s, "ann", 0)

	_, err = s.SaveAnswer(ctx, care.Answer{CaseID: id, Kind: care.AnswerFollowUp, Score: 1, At: after(50)}, "link")
	isConflict(t, err)
	_, err = s.SaveAnswer(ctx, care.Answer{CaseID: id, Kind: care.AnswerFollowUp, Score: 1, Text: "By the form", At: after(50)}, "link")
	ok(t, err)
	f := caseFile(t, s, id)
	var got strings.Builder
	for _, a := range f.Answers {
		fmt.Fprintf(&got, "%s %d %s, ", a.Mention, a.Score, a.Text)
	}
	same(t, got.String(), "testgram:ann-10 0 Hello!, testgram:ann-11 4 4, thank you, testgram:ann-12 0 or rather 2,  0 By the form, ")
	stats := statsOf(t, s)
	same(t, fmt.Sprint(stats.Scored, stats.Score, stats.WroteAgain, stats.Calmer), "1 4 1 1")
	unseen(t, s, 1)

	edited := first.Mention
	edited.Text, edited.EditedAt = "4, thanks a lot", after(60)
	ok(t, s.Revise(ctx, store.Handled{Mention: edited, Verdict: first.Verdict}, after(60)))
	same(t, caseFile(t, s, id).Answers[1].Text, edited.Text)
	ok(t, s.Retract(ctx, []string{first.Mention.Key()}, after(61)))
	same(t, caseFile(t, s, id).Answers[1].Text, "")
	same(t, caseFile(t, s, id).Answers[1].Score, 4)
	verified(t, s)
}
