package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"goodgraces/store"
)

const (
	// heartbeat keeps proxies from closing a silent connection.
	heartbeat = 15 * time.Second
	// maxPending bounds what a slow page is told; beyond it, it is told to
	// look at everything.
	maxPending = 200
	// liveWrite bounds one write to a page that does not read.
	liveWrite = 10 * time.Second
)

// live tells open pages which cases changed. One goroutine polls the store, and
// only while somebody listens.
type live struct {
	store *store.Store
	every time.Duration
	log   *slog.Logger

	mu        sync.Mutex
	listeners map[*listener]struct{}
	stop      context.CancelFunc // ends the poller; nil when it does not run
	closed    bool
	done      chan struct{}  // closed by close
	polling   sync.WaitGroup // the poller
}

func newLive(o Options) *live {
	return &live{store: o.Store, every: o.PollEvery, log: o.Log, listeners: map[*listener]struct{}{}, done: make(chan struct{})}
}

// listener gathers what one page has not been told yet.
type listener struct {
	mu      sync.Mutex
	ids     []string
	all     bool // too many to name
	changed chan struct{}
}

func (l *listener) add(ids []string) {
	l.mu.Lock()
	if l.all = l.all || len(l.ids)+len(ids) > maxPending; l.all {
		l.ids = nil
	} else {
		l.ids = append(l.ids, ids...)
	}
	l.mu.Unlock()
	select {
	case l.changed <- struct{}{}:
	default: // it is told already that there is something
	}
}

func (l *listener) take() (ids []string, all bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	ids, all = l.ids, l.all
	l.ids, l.all = nil, false
	return ids, all
}

// listen subscribes; it returns nil after close.
func (h *live) listen() *listener {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil
	}
	l := &listener{changed: make(chan struct{}, 1)}
	h.listeners[l] = struct{}{}
	if h.stop == nil {
		ctx, stop := context.WithCancel(context.Background())
		h.stop = stop
		h.polling.Go(func() { h.poll(ctx) })
	}
	return l
}

func (h *live) leave(l *listener) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.listeners, l)
	if len(h.listeners) == 0 && h.stop != nil {
		h.stop()
		h.stop = nil
	}
}

func (h *live) close() {
	h.mu.Lock()
	h.closed = true
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
	close(h.done)
	h.mu.Unlock()
	h.polling.Wait()
}

// poll asks the store what changed until ctx ends. A store that is away is
// asked again; pages keep what they show.
func (h *live) poll(ctx context.Context) {
	tick := time.NewTicker(h.every)
	defer tick.Stop()
	at, failing := int64(-1), false
	for {
		ids, next, err := h.store.ChangedSince(ctx, at)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			if !failing {
				h.log.Error("desk: looking for changes", "error", err)
			}
		default:
			at = next
			h.tell(ids)
		}
		failing = err != nil
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func (h *live) tell(ids []string) {
	if len(ids) == 0 {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for l := range h.listeners {
		l.add(ids)
	}
}

// change is what a page is told.
type change struct {
	IDs    []string       `json:"ids"`
	All    bool           `json:"all,omitempty"` // more than could be named: look at everything
	Counts map[string]int `json:"counts"`        // cases in each list
}

// showEvents streams changes until the page goes, the person may no longer see
// them, or the desk closes.
func (d *Desk) showEvents(v *visit) error {
	l := d.live.listen()
	if l == nil {
		v.w.WriteHeader(http.StatusServiceUnavailable)
		return nil
	}
	defer d.live.leave(l)
	h := v.w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("X-Accel-Buffering", "no")
	out := &eventStream{w: v.w, rc: http.NewResponseController(v.w)}
	out.print("retry: 2000\n: hello\n\n")
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for out.err == nil {
		select {
		case <-v.r.Context().Done():
			return nil
		case <-d.live.done:
			return nil
		case <-l.changed:
			d.sendChange(v, out, l)
		case <-beat.C:
			if _, ok, err := d.signedIn(v.r); err != nil || !ok {
				return nil
			}
			out.print(": still here\n\n")
		}
	}
	return nil
}

func (d *Desk) sendChange(v *visit, out *eventStream, l *listener) {
	ids, all := l.take()
	counts, err := d.counts(v.r.Context())
	if err != nil {
		d.o.Log.Debug("desk: counts", "error", err)
	}
	body, err := json.Marshal(change{IDs: ids, All: all, Counts: counts})
	if err != nil {
		d.o.Log.Error("desk: events", "error", err)
		return
	}
	out.print(fmt.Sprintf("event: cases\ndata: %s\n\n", body))
}

// eventStream writes events and remembers the first error.
type eventStream struct {
	w   http.ResponseWriter
	rc  *http.ResponseController
	err error
}

func (s *eventStream) print(event string) {
	if s.err != nil {
		return
	}
	_ = s.rc.SetWriteDeadline(time.Now().Add(liveWrite)) // not every writer has deadlines
	if _, s.err = s.w.Write([]byte(event)); s.err == nil {
		s.err = s.rc.Flush()
	}
}
