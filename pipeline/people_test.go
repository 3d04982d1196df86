package pipeline

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/queue"
)

// written is a post of one of two accounts as it comes from the queue.
func written(account string, n int, at time.Time) *Item {
	m := care.Mention{ID: fmt.Sprintf("%s-%d", account, n), Platform: account, Author: care.Author{ID: "ann"},
		Text: fmt.Sprintf("My parcel %d is still not here", n), CreatedAt: at}
	body, err := json.Marshal(m)
	if err != nil {
		panic(err) // strings and a time: it always marshals
	}
	return &Item{Delivery: queue.Delivery{Message: queue.Message{Key: m.Key(), Body: body}, Attempt: 1}}
}

// TestLinkedAccountsAreOnePerson sees posts of two linked accounts judged in
// the order in which they came, on one profile, each remembered under its
// account; also by a worker that had judged ahead when they were linked.
func TestLinkedAccountsAreOnePerson(t *testing.T) {
	s := newShop(t)
	ctx, noon := t.Context(), time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)
	w := newWorker(s.Deps)
	saved := make(chan struct{})
	close(saved)
	first := []*Item{written("x", 1, noon), written("bluesky", 1, noon.Add(time.Minute))}
	must(t, w.whole(ctx, first))
	must(t, s.Store.Link(ctx, "x:ann", "bluesky:ann", "eve", noon))

	// Judged on top of what was remembered before the link: refused, and taken
	// through every step anew.
	second := []*Item{written("bluesky", 2, noon.Add(2*time.Minute)), written("x", 2, noon.Add(3*time.Minute)), written("bluesky", 3, noon.Add(4*time.Minute))}
	ready := w.prepare(ctx, second, &hand{done: saved, ahead: look(first), clean: true})
	if _, err := w.save(ctx, second, ready); err != nil {
		t.Fatal(err)
	}
	third := []*Item{written("x", 3, noon.Add(5*time.Minute))}
	ready = w.prepare(ctx, third, &hand{done: saved, ahead: look(second), clean: true})
	clean, err := w.save(ctx, third, ready)
	must(t, err)
	if !clean {
		t.Error("a batch judged ahead on a person's profile had to be judged again")
	}

	ps, err := s.Store.Profiles(ctx, []string{"x:ann", "bluesky:ann"})
	must(t, err)
	p := ps["x:ann"]
	if p.Key != ps["bluesky:ann"].Key || p.Contacts != 6 {
		t.Fatalf("%d contacts of one person under %q and %q, want 6", p.Contacts, p.Key, ps["bluesky:ann"].Key)
	}
	want := "[x-1 x:ann bluesky-1 bluesky:ann bluesky-2 bluesky:ann x-2 x:ann bluesky-3 bluesky:ann x-3 x:ann]"
	var got []string
	for _, tr := range p.Recent {
		got = append(got, tr.ID+" "+tr.Account)
	}
	if fmt.Sprint(got) != want {
		t.Errorf("remembered %v\nwant       %s", got, want)
	}
	must(t, s.Store.Unlink(ctx, "x:ann", "eve", noon))
	ps, err = s.Store.Profiles(ctx, []string{"x:ann", "bluesky:ann"})
	must(t, err)
	if a, b := ps["x:ann"].Contacts, ps["bluesky:ann"].Contacts; a != 3 || b != 3 {
		t.Errorf("after unlinking %d and %d contacts, want 3 and 3", a, b)
	}
}
