package pipeline

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/classifier/incidents"
	"goodgraces/responder"
	"goodgraces/store"
)

const (
	// spotPage is how many stored posts are read at a time.
	spotPage = 2000
	// watchEvery is how often the watcher looks, and endEvery how many looks
	// pass until it ends what has become quiet.
	watchEvery = time.Second
	endEvery   = 5
	// muteFor is how long the posts that a person found to be separate
	// matters are left alone.
	muteFor = 7 * 24 * time.Hour
)

// spotter is this process's watch for incidents. It sees what this process
// judges as it comes, and what others stored by reading along: so every process
// knows all, and nothing is lost when one dies.
type spotter struct {
	mu    sync.Mutex
	watch *incidents.Watch
	after int64 // up to where the stored posts have been read
}

func newSpotter() *spotter { return &spotter{watch: incidents.New(incidents.Limits{}), after: -1} }

// refresh reads what was stored meanwhile and which incidents go on. The caller
// holds mu.
func (sp *spotter) refresh(ctx context.Context, d Deps) error {
	cfg := d.Config().Incidents
	sp.watch.Limit(incidents.Limits(cfg))
	spots, err := d.Store.Spots(ctx, d.Now().Add(-muteFor))
	if err != nil {
		return err
	}
	on := make(map[string]bool, len(spots))
	for _, s := range spots {
		on[s.Spot] = s.Separate
	}
	sp.watch.Sync(on)
	for {
		page := spotPage
		if sp.after < 0 {
			page = incidents.Memory
		}
		stored, next, err := d.Store.Sightings(ctx, sp.after, page)
		if err != nil {
			return err
		}
		for i := range stored {
			sp.learn(&stored[i])
		}
		if sp.after = next; len(stored) < page {
			return nil
		}
	}
}

func (sp *spotter) learn(s *store.Sighting) {
	p := incidents.Post{Key: s.Key, Author: s.Author, Platform: s.Platform, Thread: s.Thread, At: s.At}
	if s.Sight != "" && p.Read(s.Sight) {
		sp.watch.Learn(p, s.Incident != "")
	}
}

// spot says of every new post whether it is part of an incident, and finds
// incidents that begin.
func (s stages) spot(ctx context.Context, items []*Item) error {
	if len(items) == 0 {
		return nil
	}
	sp, names := s.spots, append([]string{s.Config().Brand.Name}, s.Config().Brand.Handles...)
	sp.mu.Lock()
	defer sp.mu.Unlock()
	if err := sp.refresh(ctx, s.Deps); err != nil {
		return err
	}
	if s.ahead == nil {
		sp.watch.Drop() // nothing is on its way: what is not stored by now never was
	}
	for _, it := range items {
		if it.fresh() {
			it.sight = incidents.Look(&it.Mention, &it.Verdict, it.trace, names)
			if it.sight.At.IsZero() || it.sight.At.After(s.Now()) {
				it.sight.At = s.Now()
			}
			it.place = sp.watch.Observe(it.sight)
		}
	}
	for _, it := range items {
		if it.fresh() && it.place.Spot == "" && !it.place.Surplus {
			it.place = sp.watch.Placed(it.sight)
		}
	}
	items[0].found = sp.watch.Take()
	return nil
}

// gatherings are the incidents that came to light with a batch, each with its
// public statement.
func (s stages) gatherings(ctx context.Context, items []*Item) ([]store.Gathering, error) {
	var gs []store.Gathering
	for _, it := range items {
		for i := range it.found {
			g, err := s.gathering(ctx, &it.found[i], items)
			if err != nil {
				return nil, err
			}
			gs = append(gs, g)
		}
	}
	return gs, nil
}

// maxLooks bounds how many posts of an incident are looked up for its lead.
const maxLooks = 8

// gathering writes the statement of an incident: as an answer to the first of
// its posts that has no matter of its own and is not gone.
func (s stages) gathering(ctx context.Context, f *incidents.Found, items []*Item) (store.Gathering, error) {
	g := store.Gathering{
		Spot: f.Spot, Kind: f.Kind, Platform: f.Platform, Thread: f.Thread, Topic: f.Topic, Origin: f.Origin,
		StartedAt: f.Started, Note: noteOf(f), Members: make([]store.Member, len(f.Posts)),
	}
	for i, m := range f.Posts {
		g.Members[i] = store.Member(m)
	}
	if f.Accounts == 0 {
		return g, nil // posts that came late to an incident that goes on
	}
	looks := 0
	for _, m := range f.Posts {
		if m.Own || looks == maxLooks {
			continue
		}
		looks++
		mention, verdict, err := s.member(ctx, m.Key, items)
		if errors.Is(err, store.ErrNotFound) || err == nil && mention.Deleted {
			continue
		}
		if err != nil {
			return g, err
		}
		g.Lead, g.Statement = m.Key, s.statement(ctx, &mention, verdict, f.Topic)
		break
	}
	return g, nil
}

// member is a post of an incident: of this batch, or stored.
func (s stages) member(ctx context.Context, key string, items []*Item) (care.Mention, care.Verdict, error) {
	for _, it := range items {
		if it.Mention.Key() == key {
			return it.Mention, it.Verdict, nil
		}
	}
	row, err := s.Store.Mention(ctx, key)
	return row.Mention, row.Verdict, err
}

// statement is what is said once to all, as an answer to one post; nil where
// nothing could be written.
func (s stages) statement(ctx context.Context, m *care.Mention, v care.Verdict, topic string) (draft *care.Draft) {
	it := &Item{}
	states, _ := s.routesNow(ctx) // without them, by the hours alone: what is said is looked at once more before it leaves
	guard(s.Log, it, "statement", func() {
		v.Topic = topic
		d := s.Responder().Statement(responder.Request{
			CaseID: care.CaseID(m.Platform, m.ID), Mention: *m, Verdict: v, Routes: Routes(s.Config().Responder.Routes), RouteStates: states,
			Brand: s.Config().Brand.Name, Now: s.Now(),
		})
		if d.Text != "" {
			draft = &d
		}
	})
	return draft
}

// noteOf says why posts count as one incident.
func noteOf(f *incidents.Found) string {
	if f.Kind == care.IncidentCopies {
		return fmt.Sprintf("%d accounts posted the same text", f.Accounts)
	}
	where := "around the same link or tag"
	if f.Thread != "" {
		where = "in one thread"
	}
	return fmt.Sprintf("%d accounts gathered %s to reproach us, without a problem of their own", f.Accounts, where)
}

// watcher looks for what no batch brings to light: posts that several processes
// stored side by side, and incidents that have become quiet. One process at a
// time does it, under a lease.
type watcher struct{ Deps }

func (w *watcher) run(ctx context.Context) {
	if w.spots == nil {
		w.spots = newSpotter()
	}
	for ctx.Err() == nil {
		held, err := w.hold(ctx, "incidents", w.look)
		if err != nil && !stopped(ctx, err) {
			w.Log.Warn("incidents: the watch failed; it will be tried again", "err", err)
		}
		if !held || err != nil {
			pause(ctx, renewIn)
		}
	}
}

// look looks until ctx ends.
func (w *watcher) look(ctx context.Context) error {
	for n := 1; pause(ctx, watchEvery); n++ {
		if err := w.turn(ctx, n%endEvery == 0); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// turn looks once; end says whether to end what is quiet as well.
func (w *watcher) turn(ctx context.Context, end bool) error {
	w.spots.mu.Lock()
	err := w.spots.refresh(ctx, w.Deps)
	found := w.spots.watch.Take()
	w.spots.mu.Unlock()
	if err != nil {
		return err
	}
	if len(found) > 0 {
		s := stages{Deps: w.Deps}
		gs, err := s.gatherings(ctx, []*Item{{found: found}})
		if err == nil {
			err = w.Store.Gather(ctx, gs, w.Now())
		}
		if err != nil {
			w.spots.mu.Lock()
			w.spots.watch.Drop()
			w.spots.after = -1 // read it all again: what was found is found again
			w.spots.mu.Unlock()
			return err
		}
	}
	if !end {
		return nil
	}
	ended, err := w.Store.EndQuiet(ctx, w.Now().Add(-w.Config().Incidents.Window), w.Now())
	for _, id := range ended {
		w.Log.Info("incident ended: it has become quiet", "incident", id)
	}
	return err
}
