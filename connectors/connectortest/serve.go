package connectortest

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// Serve serves a platform's protocol with faults in front, on an address of its
// own. end makes it refuse connections, for Platform.Down; it is safe to call
// twice, and is called when the test ends. breakAll drops the streams that are
// open then; nil where there are none.
func Serve(t *testing.T, f *Faults, h http.Handler, breakAll func()) (url string, end func()) {
	t.Helper()
	srv := httptest.NewServer(f.Wrap(h))
	end = sync.OnceFunc(func() {
		f.Release()
		if breakAll != nil {
			breakAll()
		}
		srv.CloseClientConnections()
		srv.Close()
	})
	t.Cleanup(end)
	return srv.URL, end
}
