package connectortest

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// Serve serves a platform's protocol with faults in front, on an address of its
// own. end makes it refuse connections, for Platform.Down; it is safe to call
// twice, and is called when the test ends. s are the streams that it holds open;
// nil where there are none.
func Serve(t *testing.T, f *Faults, h http.Handler, s *Streams) (url string, end func()) {
	t.Helper()
	h = f.Wrap(h)
	if s != nil {
		h = s.Wrap(h)
	}
	srv := httptest.NewServer(h)
	end = sync.OnceFunc(func() {
		f.Release()
		if s != nil {
			s.Break()
		}
		srv.CloseClientConnections()
		srv.Close()
	})
	t.Cleanup(end)
	return srv.URL, end
}
