package pipeline

import (
	"slices"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

func TestScore(t *testing.T) {
	for text, want := range map[string]int{
		"5": 5, " 4! ": 4, "@acme 3": 3, "4 - quick, but rude at first": 4, "5, thank you": 5, "2. Still waiting.": 2,
		"I'd say 4": 4, "I'd give it a 3.": 3, "4/5": 4, "4 out of 5 from me": 4, "5 von 5": 5, "un 4 de 5": 4, "eine 2 / 5": 2,
		"9/10": 5, "10 out of 10": 5, "1/10": 1, "0/10": 1, "7/10": 4, "four... no, 5 stars": 5, "⭐⭐⭐⭐": 4, "★★★☆☆": 3,
		"": 0, "it took 3 calls": 0, "3 days later still nothing": 0, "6": 0, "12": 0, "order 5512": 0, "4.50 refunded": 0,
		"flight 2/51": 0, "⭐⭐⭐⭐⭐⭐⭐": 0, "all good now": 0, "I rate your 2 drivers": 0, "5th call today": 0,
	} {
		if got := score(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// followed takes a complaint to where its follow-up has left.
func followed(t *testing.T, s *shop) (m care.Mention, asked care.Send) {
	t.Helper()
	m = approve(t, s)
	s.send(t)
	id := s.case_(t, m).Case.ID
	_, err := s.Store.Decide(t.Context(), care.Decision{CaseID: id, Actor: "ann", Kind: care.DecideResolve, At: s.Now()}, care.StateResolved)
	must(t, err)
	_, err = s.Store.ApproveAfter(t.Context(), store.Aftercare{CaseID: id, Kind: care.SendFollowUp, Text: "How did it go?", Actor: "ann", At: s.Now(), NotBefore: s.Now()})
	must(t, err)
	s.send(t)
	sends := s.case_(t, m).Sends
	return m, sends[slices.IndexFunc(sends, func(x care.Send) bool { return x.Kind == care.SendFollowUp })]
}

// However the answer to a follow-up comes, it belongs to the case; nobody
// else's words do.
func TestAnswersToAFollowUp(t *testing.T) {
	const mild = "The weather in Leeds is mild today"
	for name, tt := range map[string]struct {
		say   func(m *care.Mention, asked care.Send)
		text  string
		filed bool
		opens bool // a case of its own
		score int
	}{
		"a direct message":       {func(m *care.Mention, _ care.Send) { m.Private = true }, "4, thank you so much", true, false, 4},
		"a reply to the message": {func(m *care.Mention, q care.Send) { m.InReplyTo = q.Receipt.ID }, "All sorted, wonderful", true, false, 0},
		"a reply in the thread":  {func(m *care.Mention, _ care.Send) { m.InReplyTo, m.Thread = "1", "1" }, "5/5", true, false, 5},
		"it went badly":          {func(m *care.Mention, _ care.Send) { m.Private = true }, "1. " + complaint, true, true, 1},
		"another post":           {func(*care.Mention, care.Send) {}, mild, false, false, 0},
		"before we asked":        {func(m *care.Mention, _ care.Send) { m.Private, m.CreatedAt = true, m.CreatedAt.Add(-time.Hour) }, mild, false, false, 0},
		"a stranger":             {func(m *care.Mention, q care.Send) { m.Private, m.InReplyTo, m.Author.ID = true, q.Receipt.ID, "eve" }, mild, false, false, 0},
		"ourselves":              {func(m *care.Mention, _ care.Send) { m.Private, m.By = true, care.ByBrand }, "5", false, false, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t, &platform{name: "test", messages: true})
			m, asked := followed(t, s)
			said := post("2", tt.text)
			said.Author = m.Author
			said.CreatedAt = time.Now().Add(time.Second)
			tt.say(&said, asked)
			s.publish(t, said, said)
			s.work(t)
			got := s.case_(t, m).Answers
			if len(got) != count(tt.filed) || tt.filed && (got[0].Score != tt.score || got[0].Text != tt.text || got[0].Mention != said.Key() || got[0].Seen) {
				t.Errorf("answers: %+v", got)
			}
			row, err := s.Store.Mention(t.Context(), said.Key())
			must(t, err)
			if (row.CaseID != "") != tt.opens {
				t.Errorf("case %q, %s by %q", row.CaseID, row.Verdict.Action, row.Verdict.Rule)
			}
		})
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
