package connectortest

import (
	"context"
	"net/http"
	"sync"
)

// Streams lets a platform break the calls that it holds open. It stands before
// everything else, faults included: a call that is being taken just now is broken
// as well, which no list of those that were taken knows.
type Streams struct {
	// Is recognises the calls that are held open.
	Is func(*http.Request) bool

	mu   sync.Mutex
	open map[*http.Request]context.CancelFunc
}

// Wrap returns h, whose streams end with their requests' contexts.
func (s *Streams) Wrap(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.Is(r) {
			h.ServeHTTP(w, r)
			return
		}
		ctx, cancel := context.WithCancel(r.Context())
		defer cancel()
		r = r.WithContext(ctx)
		s.track(r, cancel)
		defer s.track(r, nil)
		h.ServeHTTP(w, r)
	})
}

// Break ends every stream.
func (s *Streams) Break() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, end := range s.open {
		end()
	}
}

// track notes how a stream is ended; nil says that it is over.
func (s *Streams) track(r *http.Request, end context.CancelFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case end == nil:
		delete(s.open, r)
	case s.open == nil:
		s.open = map[*http.Request]context.CancelFunc{r: end}
	default:
		s.open[r] = end
	}
}
