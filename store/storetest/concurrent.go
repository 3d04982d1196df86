package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"goodgraces/care"
	"goodgraces/store"
)

const (
	workers  = 4
	perGroup = 12 // cases of each worker
)

// testConcurrent lets workers record, people approve and senders send at the
// same time, while a desk follows the changes.
func testConcurrent(t *testing.T, s *store.Store) {
	g, ctx := errgroup.WithContext(t.Context())
	for n := range workers {
		g.Go(func() error { return ingest(ctx, s, n) })
	}
	ok(t, g.Wait())
	profiles, err := s.Profiles(t.Context(), []string{"testgram:shared"})
	ok(t, err)
	same(t, profiles["testgram:shared"].Contacts, workers*perGroup) // no update was lost

	platform := &platform{took: map[string]int{}}
	desk := &follower{state: map[string]care.State{}}
	g, ctx = errgroup.WithContext(t.Context())
	ids := allCases(t, s)
	for n := range workers {
		g.Go(func() error { return approveAll(ctx, s, ids) })
		g.Go(func() error { return platform.sendAll(ctx, s, fmt.Sprint("sender", n), 2*len(ids)) })
	}
	g.Go(func() error { return desk.follow(ctx, s, len(ids)) })
	ok(t, g.Wait())
	same(t, len(platform.took), 2*len(ids))
	for id, n := range platform.took {
		if n != 1 {
			t.Errorf("%s was said %d times", id, n)
		}
	}
	verified(t, s)
}

// ingest records mentions of one author that every worker shares, as the
// pipeline does: on a conflict it reads again.
func ingest(ctx context.Context, s *store.Store, worker int) error {
	const key = "testgram:shared"
	for i := 0; i < perGroup; {
		h := complaint("shared", worker*1000+i)
		profiles, err := s.Profiles(ctx, []string{key})
		if err != nil {
			return err
		}
		p := profiles[key]
		p.Key = key
		p.Contacts++
		switch err := s.Record(ctx, []store.Handled{h}, []care.Profile{p}); {
		case err == nil:
			i++
		case !errors.Is(err, store.ErrConflict):
			return err
		}
	}
	return nil
}

func allCases(t *testing.T, s *store.Store) []string {
	t.Helper()
	rows, err := s.Cases(t.Context(), store.CaseFilter{})
	ok(t, err)
	same(t, len(rows), workers*perGroup)
	ids := make([]string, len(rows))
	for i, r := range rows {
		ids[i] = r.Case.ID
	}
	return ids
}

// approveAll approves every case; of the people who try, one succeeds each.
func approveAll(ctx context.Context, s *store.Store, ids []string) error {
	for _, id := range ids {
		_, err := s.Approve(ctx, approval(id, care.SendPrivate, care.SendPublic))
		if _, is := errors.AsType[*care.MoveError](err); err != nil && !is {
			return err
		}
	}
	return nil
}

// platform counts what it was told.
type platform struct {
	mu   sync.Mutex
	took map[string]int
}

// sendAll sends until the platform has taken n messages.
func (p *platform) sendAll(ctx context.Context, s *store.Store, holder string, n int) error {
	for p.size() < n {
		sends, err := s.ClaimSends(ctx, store.Claim{Holder: holder, Now: after(5), Lease: time.Minute, Limit: 5})
		if err != nil {
			return err
		}
		for _, send := range sends {
			p.take(send.ID)
			err := s.Settle(ctx, store.Settlement{SendID: send.ID, Holder: holder, Actor: holder, State: care.SendSent, At: after(5)})
			if err != nil {
				return fmt.Errorf("%s: %w", send.ID, err)
			}
		}
	}
	return nil
}

func (p *platform) take(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.took[id]++
}

func (p *platform) size() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.took)
}

// follower is a desk that learns of changes from ChangedSince alone.
type follower struct{ state map[string]care.State }

// follow returns once it has seen n cases handed off.
func (d *follower) follow(ctx context.Context, s *store.Store, n int) error {
	var since int64
	for done := 0; done < n; {
		ids, next, err := s.ChangedSince(ctx, since)
		if err != nil {
			return err
		}
		since = next
		for _, id := range ids {
			f, err := s.Case(ctx, id)
			if err != nil {
				return err
			}
			if f.Case.State == care.StateHandedOff && d.state[id] != care.StateHandedOff {
				done++
			}
			d.state[id] = f.Case.State
		}
	}
	return nil
}
