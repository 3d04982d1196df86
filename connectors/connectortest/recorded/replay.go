package recorded

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/coder/websocket"
)

// Replay is a recording that answers.
type Replay struct {
	URL string

	t     *testing.T
	mu    sync.Mutex
	lines map[string][]Line // by request, with its query and without
	asked []string
}

// Serve answers as the recording does, until the test ends. A request that was
// made several times gets one answer after the other, and then the last again;
// one that was never made fails the test. In what is answered, place is
// replaced by the address of the replay.
func Serve(t *testing.T, file, place string) *Replay {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	from, lines, err := read(f)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if from.Server == "" || from.Version == "" || from.Date == "" || len(lines) == 0 {
		t.Fatalf("%s does not say what was recorded, and when", file)
	}
	r := &Replay{t: t, lines: map[string][]Line{}}
	srv := httptest.NewServer(r)
	t.Cleanup(srv.Close)
	r.URL = srv.URL
	for _, l := range lines {
		r.learn(l, place)
	}
	return r
}

func (r *Replay) learn(l Line, place string) {
	l.JSON = []byte(strings.ReplaceAll(string(l.JSON), place, r.URL))
	l.Text = strings.ReplaceAll(l.Text, place, r.URL)
	l.Frame = strings.ReplaceAll(l.Frame, place, r.URL)
	r.lines[l.Request] = append(r.lines[l.Request], l)
	if bare, _, queried := strings.Cut(l.Request, "?"); queried {
		r.lines[bare] = append(r.lines[bare], l)
	}
}

// Asked lists the requests that were made.
func (r *Replay) Asked() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]string(nil), r.asked...)
}

// ServeHTTP answers one request.
func (r *Replay) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	key := r.find(req)
	if key == "" {
		r.t.Errorf("the recording has no answer to %s %s", req.Method, req.URL.RequestURI())
		http.NotFound(w, req)
		return
	}
	if strings.EqualFold(req.Header.Get("Upgrade"), "websocket") {
		r.stream(w, req, key)
		return
	}
	l := r.next(key)
	for name, value := range l.Header {
		w.Header().Set(name, value)
	}
	w.WriteHeader(l.Status)
	_, _ = w.Write(l.body()) // who asked may be gone
}

// find returns the request of the recording that is this one, or this one with
// another query.
func (r *Replay) find(req *http.Request) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	whole := req.Method + " " + req.URL.RequestURI()
	r.asked = append(r.asked, whole)
	for _, key := range []string{whole, req.Method + " " + req.URL.Path} {
		if len(r.lines[key]) > 0 {
			return key
		}
	}
	return ""
}

func (r *Replay) next(key string) Line {
	r.mu.Lock()
	defer r.mu.Unlock()
	lines := r.lines[key]
	if len(lines) > 1 {
		r.lines[key] = lines[1:]
	}
	return lines[0]
}

// stream sends the recorded frames, once, and stays open.
func (r *Replay) stream(w http.ResponseWriter, req *http.Request, key string) {
	conn, err := websocket.Accept(w, req, nil)
	if err != nil {
		return // who asked is gone
	}
	defer conn.CloseNow()
	r.mu.Lock()
	frames := r.lines[key]
	r.lines[key] = frames[:1:1]
	r.mu.Unlock()
	for _, l := range frames {
		if l.Frame != "" && conn.Write(req.Context(), websocket.MessageText, []byte(l.Frame)) != nil {
			return
		}
	}
	for {
		if _, _, err := conn.Read(req.Context()); err != nil {
			return
		}
	}
}
