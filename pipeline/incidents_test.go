package pipeline

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// jeers are said by people who have nothing to do with each other but the
// thread, and none of whom has a problem of their own.
var jeers = []string{
	"shame on you, disgusting company", "you should be ashamed of yourselves", "worst company ever. Boycott Larkspur",
	"pathetic response", "absolute clowns, all of you", "you are a disgrace, rot", "never using this awful company again",
	"what a bunch of greedy liars", "this company is pure trash",
}

// inThread is the n-th stranger's reply in one thread.
func inThread(n int, text string) care.Mention {
	m := post(fmt.Sprintf("r%d", n), "@larkspur "+text)
	m.Thread, m.InReplyTo, m.ThreadAuthor = "root", "root", "somebody"
	m.CreatedAt = time.Now().Add(time.Duration(n-100) * time.Second)
	return m
}

// pileOn is a crowd of n in one thread, with two customers among them.
func pileOn(n int) []care.Mention {
	var ms []care.Mention
	for i := range n {
		ms = append(ms, inThread(i, fmt.Sprintf("%s %s", jeers[i%len(jeers)], strings.Repeat("!", i/len(jeers)))))
	}
	return append(ms, inThread(n, "My parcel 8841 never arrived and I still have no refund after three weeks"),
		inThread(n+1, "I was charged twice on 3 May and nobody answers my emails"))
}

func onlyIncident(t *testing.T, st *store.Store) care.Incident {
	t.Helper()
	all, err := st.Incidents(t.Context(), store.IncidentFilter{})
	must(t, err)
	if len(all) != 1 {
		t.Fatalf("%d incidents, want 1: %+v", len(all), all)
	}
	return all[0]
}

func waiting(t *testing.T, st *store.Store) []store.CaseRow {
	t.Helper()
	rows, err := st.Cases(t.Context(), store.CaseFilter{States: []care.State{care.StateOpen, care.StateDrafted}, Limit: 1000})
	must(t, err)
	return rows
}

// One incident instead of a hundred cases, in batches of whatever size: what
// waits for people is the statement, once, and the two customers.
func TestAPileOnIsOneIncident(t *testing.T) {
	for _, batch := range []int{500, 7, 1} {
		s := newShop(t, &platform{name: "test"})
		s.cfg.Work.Batch = batch
		ms := pileOn(40)
		s.publish(t, ms...)
		s.work(t)
		i := onlyIncident(t, s.Store)
		if i.Kind != care.IncidentPileOn || i.Thread != "x:root" || i.Posts < 38 || i.Genuine != 2 || i.Lead == "" || i.Note == "" {
			t.Errorf("batches of %d: %+v", batch, i)
		}
		rows := waiting(t, s.Store)
		if len(rows) != 3 {
			t.Errorf("batches of %d: %d cases wait, want the statement and two customers", batch, len(rows))
		}
		if lead, err := s.Store.Case(t.Context(), i.Lead); err != nil || lead.Draft() == nil || lead.Draft().Text == "" {
			t.Errorf("batches of %d: the lead has no statement: %v", batch, err)
		} else if rows[0].Case.ID != i.Lead {
			t.Errorf("batches of %d: the statement does not come first", batch)
		}
		for _, m := range ms[40:] {
			if f := s.case_(t, m); f.Case.State != care.StateDrafted || f.Case.Incident != i.ID || f.Draft().Text == "" {
				t.Errorf("batches of %d: a customer was swallowed: %+v", batch, f.Case)
			}
		}
	}
}

// Two processes take turns; each sees half. Then the first dies, and its
// memory with it.
func TestTwoProcessesSeeOneIncident(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	s.cfg.Work.Batch = 1
	other := s.Deps
	other.Holder, other.spots = "other", nil
	a, b := newWorker(s.Deps), newWorker(other)
	ms := pileOn(12)
	s.publish(t, ms...)
	for i := range ms {
		w := a
		if i%2 == 1 {
			w = b
		}
		h := w.turn(t.Context(), nil)
		h.wait()
		must(t, h.err)
	}
	if i := onlyIncident(t, s.Store); i.Genuine != 2 || i.Posts < 12 {
		t.Errorf("%+v", i)
	}
	if n := len(waiting(t, s.Store)); n != 3 {
		t.Errorf("%d cases wait, want 3", n)
	}
	s.publish(t, inThread(50, "you should be ashamed, disgusting people"))
	s.work(t) // by a third process, which has to read along first
	if i := onlyIncident(t, s.Store); len(waiting(t, s.Store)) != 3 {
		t.Errorf("a new process opens cases in an incident that goes on: %+v", i)
	}
}

// What two processes stored side by side, neither seeing enough, the watcher
// brings to light.
func TestTheWatcherFindsWhatNobodySaw(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	s.spots = newSpotter()
	w := &watcher{s.Deps}
	for _, m := range pileOn(8) {
		alone := s.Deps
		alone.spots = newSpotter() // each post by a process that has seen nothing else
		alone.spots.after = 1 << 40
		s.publish(t, m)
		h := newWorker(alone).turn(t.Context(), nil)
		h.wait()
		must(t, h.err)
	}
	if n := len(waiting(t, s.Store)); n < 6 {
		t.Fatalf("%d cases wait before the watcher looks", n)
	}
	must(t, w.turn(t.Context(), false))
	onlyIncident(t, s.Store)
	if n := len(waiting(t, s.Store)); n != 3 {
		t.Errorf("%d cases wait, want 3", n)
	}
	must(t, w.turn(t.Context(), true))
	if i := onlyIncident(t, s.Store); !i.EndedAt.IsZero() {
		t.Error("it ended while it is fresh")
	}
	s.cfg.Incidents.Window = time.Nanosecond
	must(t, w.turn(t.Context(), true))
	if i := onlyIncident(t, s.Store); i.EndedAt.IsZero() {
		t.Error("it is quiet and did not end")
	}
}

// A busy day: many customers with the same trouble, in one thread of ours and
// outside of it. Each keeps a case.
func TestABusyDayIsNoIncident(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	var ms []care.Mention
	towns := []string{"Leeds", "Hull", "York", "Bristol", "Derby", "Bath", "Ely", "Truro", "Wells", "Ripon"}
	for i := range 40 {
		town := towns[i%len(towns)]
		alone := post(fmt.Sprintf("b%d", i), fmt.Sprintf("@larkspur my parcel %d to %s is three days late and nobody answers", 1000+i, town))
		reply := inThread(i, fmt.Sprintf("outage? same here in %s, no service since %d am", town, 1+i%9))
		reply.ThreadAuthor = "larkspur"
		ms = append(ms, alone, reply)
	}
	s.publish(t, ms...)
	s.work(t)
	if all, err := s.Store.Incidents(t.Context(), store.IncidentFilter{}); err != nil || len(all) != 0 {
		t.Errorf("a busy day became %+v", all)
	}
	if n := len(waiting(t, s.Store)); n != len(ms) {
		t.Errorf("%d cases wait, want %d", n, len(ms))
	}
}

// When people say that the posts are separate matters, they are left alone.
func TestSplitIsForGood(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	s.publish(t, pileOn(10)...)
	s.work(t)
	i := onlyIncident(t, s.Store)
	if _, err := s.Store.SplitIncident(t.Context(), i.ID, "bob", time.Now()); err != nil {
		t.Fatal(err)
	}
	before := len(waiting(t, s.Store))
	if before < 8 {
		t.Errorf("%d cases wait after the split", before)
	}
	for n := range 10 {
		m := inThread(60+n, jeers[n%len(jeers)])
		s.publish(t, m)
	}
	s.work(t)
	if n := len(waiting(t, s.Store)); n < before+5 {
		t.Errorf("%d cases wait, %d before more came: they were swallowed", n, before)
	}
}
