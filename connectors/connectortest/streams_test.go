package connectortest

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// A stream is broken at any moment: while it is being taken, and while it is held.
func TestABreakMeetsWhatIsBeingTaken(t *testing.T) {
	s := &Streams{Is: func(r *http.Request) bool { return r.URL.Path == "/stream" }}
	entered, take := make(chan struct{}), make(chan struct{})
	srv := httptest.NewServer(s.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/stream" {
			return
		}
		entered <- struct{}{}
		<-take // the handshake is under way
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
		panic(http.ErrAbortHandler)
	})))
	defer srv.Close()
	ask := func(path string) chan error {
		ended := make(chan error, 1)
		go func() {
			resp, err := srv.Client().Get(srv.URL + path)
			if err == nil {
				_, err = resp.Body.Read(make([]byte, 1))
				_ = resp.Body.Close()
			}
			ended <- err
		}()
		return ended
	}
	for _, taken := range []bool{false, true} {
		ended := ask("/stream")
		<-entered
		if taken {
			take <- struct{}{}
		}
		s.Break()
		if !taken {
			take <- struct{}{}
		}
		<-ended
	}
	<-ask("/other")
	s.mu.Lock() // whoever was broken may still be on the way out
	defer s.mu.Unlock()
	if len(s.open) > 0 {
		t.Errorf("%d streams are still counted as open", len(s.open))
	}
}
