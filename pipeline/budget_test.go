package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/store"
)

// street is somebody's posts over the days, each in a thread of its own unless
// it says whom it answers.
type street struct {
	*shop
	p    *platform
	n    int
	last care.Mention
}

func newStreet(t *testing.T) *street {
	p := &platform{name: "test", messages: true}
	s := newShop(t, p)
	s.cfg.Authors.Budget = config.Budget{PerThread: 1, Closing: 1, PerAuthor: 3, Window: 24 * time.Hour}
	start := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	s.Now = func() time.Time { return start }
	return &street{shop: s, p: p}
}

// post lets the baiter post, in somebody's thread or in one of their own, and
// returns the case that it opened; nil for none.
func (st *street) post(t *testing.T, text string) *store.CaseFile {
	t.Helper()
	st.later(7 * time.Hour)
	st.n++
	m := care.Mention{ID: fmt.Sprint("p", st.n), Platform: "x", Connector: "test", CreatedAt: st.Now(), Author: care.Author{ID: "u1", Handle: "sour"}}
	if owner, rest, ok := strings.Cut(text, ": "); ok && owner[0] == '@' {
		m.ThreadAuthor, m.Thread, text = owner[1:], "t-"+owner[1:], rest
	}
	m.Text, st.last = text, m
	st.publish(t, m)
	st.work(t)
	known, err := st.Store.Known(t.Context(), []string{m.Key()})
	must(t, err)
	if known[m.Key()] == "" {
		return nil
	}
	return st.case_(t, m)
}

// answer approves a case's draft and lets it leave.
func (st *street) answer(t *testing.T, f *store.CaseFile) care.Send {
	t.Helper()
	d := f.Draft()
	if d == nil || d.Text == "" {
		t.Fatalf("case %+v has no draft", f.Case)
	}
	sends, err := st.Store.Approve(t.Context(), store.Approval{CaseID: f.Case.ID, Actor: "ann", At: st.Now(), Draft: *d,
		Sends: []care.Send{{Kind: care.SendPublic, Text: d.Text}}})
	must(t, err)
	st.send(t)
	sent, err := st.Store.Send(t.Context(), sends[0].ID)
	must(t, err)
	return sent
}

func (st *street) profile(t *testing.T) care.Profile {
	t.Helper()
	ps, err := st.Store.Profiles(t.Context(), []string{"x:u1"})
	must(t, err)
	return ps["x:u1"]
}

// TestABaiterIsToldGoodbyeOnce plays a baiter from the first post to the
// closing line, through the silence after it, to a genuine problem of theirs.
func TestABaiterIsToldGoodbyeOnce(t *testing.T) {
	st := newStreet(t)
	var closing care.Send
	for _, text := range []string{
		"@joe: lol you trusted these clowns? larkspur is run by idiots", "@ann: you deserve it for being stupid enough to shop at larkspur",
		"@bob: larkspur staff are brainless morons, everybody knows it", "@larkspur nobody wants your help you pathetic losers",
		"@eve: don't believe these liars, larkspur is scum", "@larkspur your service is a joke and you are idiots", "@larkspur worst company ever, you pathetic liars",
		"@larkspur your whole stupid company is a joke, losers", "@larkspur terrible service from pathetic idiots as always",
	} {
		f := st.post(t, text)
		if f == nil || f.Verdict.Action != care.ActFold {
			continue
		}
		if closing.ID != "" {
			t.Fatalf("%q: another case is folded before silence: %+v", text, f.Case)
		}
		if f.Verdict.Standing.Stance != care.StanceClose || f.Case.State != care.StateDrafted || f.Draft().Action != care.ActFold {
			t.Fatalf("%q: stance %s, case %+v", text, f.Verdict.Standing.Stance, f.Case)
		}
		closing = st.answer(t, f)
		break
	}
	if closing.State != care.SendSent || !closing.Closing || strings.Contains(closing.Text, "?") {
		t.Fatalf("the closing line: %+v", closing)
	}
	p := st.profile(t)
	if last := p.Recent[len(p.Recent)-1]; last.By != care.ByBrand || !last.Closing || last.ID != closing.Receipt.ID || p.Answers != 1 {
		t.Fatalf("remembered: %+v, %d answers", last, p.Answers)
	}

	// The platform shows us our own line: it counts once.
	m := st.last
	st.publish(t, care.Mention{ID: closing.Receipt.ID, Platform: "x", By: care.ByBrand, InReplyTo: m.ID, Thread: m.Thread, Text: closing.Text,
		Author: care.Author{ID: "brand", Handle: "larkspur"}, CreatedAt: st.Now()})
	st.work(t)
	if again := st.profile(t); again.Answers != 1 || len(again.Recent) != len(p.Recent) {
		t.Errorf("read back, our line counts twice: %d answers, %d traces", again.Answers, len(again.Recent))
	}

	// Silence, for a recorded reason, whatever they say.
	silent := 0
	for _, text := range []string{"@larkspur terrible service, you pathetic cowards ran away", "@larkspur worst company ever, clowns", "@larkspur your service is a joke and you are all losers"} {
		f := st.post(t, text)
		if f == nil {
			continue
		}
		silent++
		if f.Case.State != care.StateFolded || f.Draft() != nil || !strings.HasPrefix(f.Case.Note, "silence: ") || f.Verdict.Standing.Stance != care.StanceSilence {
			t.Errorf("%q: %+v with stance %+v", text, f.Case, f.Verdict.Standing)
		}
	}
	if silent == 0 {
		t.Error("no post of the silence had a case: nothing was tested")
	}

	// A genuine new problem is heard.
	f := st.post(t, "@larkspur you charged me twice for order 991 and I have not received the refund")
	if f == nil || f.Verdict.Action != care.ActReply || f.Case.State != care.StateDrafted || f.Verdict.Standing.Stance != care.StanceEngage {
		t.Fatalf("the new problem: %+v", f)
	}
	if sent := st.answer(t, f); sent.State != care.SendSent || sent.Closing {
		t.Errorf("the answer to it: %+v", sent)
	}
	if want := 2; len(st.p.texts()) != want {
		t.Errorf("said %q, want a closing line and an answer", st.p.texts())
	}
}

// TestASecondAnswerInAThreadStaysIn approves two answers to one customer in
// one thread: one leaves, the other says why not and what to do.
func TestASecondAnswerInAThreadStaysIn(t *testing.T) {
	st := newStreet(t)
	first := st.post(t, "@me: larkspur, my parcel is three weeks late and nobody answers the phone")
	if sent := st.answer(t, first); sent.State != care.SendSent {
		t.Fatalf("%+v", sent)
	}
	second := st.post(t, "@me: still no parcel, larkspur, and nobody has called me back. This is a disgrace")
	held := st.answer(t, second)
	if held.State != care.SendFailed || held.Attempts != 0 || !strings.Contains(held.Reason, "go on in private") {
		t.Errorf("%+v", held)
	}
	if f := st.case_(t, st.last); f.Case.State != care.StateFailed || !strings.Contains(f.Case.Note, "public answer") {
		t.Errorf("%+v", f.Case)
	}
	if got := st.p.texts(); len(got) != 1 || slices.Contains(got, "public: "+held.Text) {
		t.Errorf("said %q", got)
	}
}

// TestAnAnswerByHandIsSeen marks the case, and nothing is said on top of it.
func TestAnAnswerByHandIsSeen(t *testing.T) {
	st := newStreet(t)
	st.post(t, "@larkspur my parcel is three weeks late and nobody answers the phone")
	m := st.last
	st.publish(t, care.Mention{ID: "hand", Platform: "x", InReplyTo: m.ID, Text: "Sorry! I have written to you.", Author: care.Author{ID: "brand", Handle: "Larkspur"}, CreatedAt: st.Now()})
	st.work(t)
	f := st.case_(t, m)
	if f.Case.State != care.StateDrafted || f.Case.FirstResponseAt.IsZero() || !strings.Contains(f.Case.Note, "by hand") {
		t.Errorf("%+v", f.Case)
	}
	if p := st.profile(t); p.Answers != 1 {
		t.Errorf("%d answers in the profile", p.Answers)
	}
	if held := st.answer(t, f); held.State != care.SendFailed || len(st.p.texts()) != 0 {
		t.Errorf("said on top of it: %+v", held)
	}
}
