package discord_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/connectors"
)

// window holds a channel's pages back for a moment after each, as the daemon does
// where Discord says that none remain. The moment begins with the first question:
// however busy the machine is, each page is held.
type window struct {
	http.RoundTripper
	mu    sync.Mutex
	until map[string]time.Time // by path; zero: the last page was given
	held  int
}

const windowIs = 500 * time.Millisecond

func (w *window) RoundTrip(req *http.Request) (*http.Response, error) {
	path := req.URL.Path
	if req.Method != http.MethodGet || !strings.HasSuffix(path, "/messages") {
		return w.RoundTripper.RoundTrip(req)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	until, asked := w.until[path]
	if asked && until.IsZero() {
		until = time.Now().Add(windowIs)
		w.until[path] = until
	}
	if wait := time.Until(until); wait > 0 {
		w.held++
		return nil, &connectors.RateLimitError{After: wait}
	}
	w.until[path] = time.Time{}
	return w.RoundTripper.RoundTrip(req)
}

// A long gap is filled over the limit of its channel, within one session: of new
// ones there are a thousand a day.
func TestALimitWhileAGapIsFilledEndsNoSession(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, nil)
	r := follow(t, c, states, "")
	s.say(ann, support, "the first", nil)
	r.next(t)
	r.stop()
	s.hub.forget()
	s.mu.Lock()
	for i := range 250 {
		s.put(ann, support, strings.Repeat("x", 1+i), nil)
	}
	s.mu.Unlock()
	before, _ := s.hub.begun()
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	w := &window{RoundTripper: transport, until: map[string]time.Time{}}
	c, states = connectOver(t, s, nil, nil, w)
	r = follow(t, c, states, r.cursor)
	for range 251 { // the first once more
		r.next(t)
	}
	r.stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	if began, _ := s.hub.begun(); began-before != 1 || w.held == 0 {
		t.Errorf("%d sessions over %d holds, want 1 over some", began-before, w.held)
	}
}
