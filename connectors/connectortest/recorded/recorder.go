package recorded

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"regexp"
	"strings"
	"sync"

	"github.com/coder/websocket"
)

// jwt finds the tokens that servers sign themselves. What they say of themselves
// is kept, and worth nothing without the signature.
var jwt = regexp.MustCompile(`(eyJ[\w-]+\.eyJ[\w-]+)\.[\w-]+`)

// Recorder stands between a connector and a real server, and writes down what
// the server answers. Of requests it keeps method and address alone.
type Recorder struct {
	server string // where it is: scheme and host
	hide   *strings.Replacer

	mu  sync.Mutex
	out io.Writer
}

// NewRecorder begins a recording. hide lists what is replaced, as pairs of old
// and new.
func NewRecorder(out io.Writer, from Server, server string, hide ...string) (*Recorder, error) {
	r := &Recorder{server: server, hide: strings.NewReplacer(hide...), out: out}
	return r, r.write(from)
}

func (r *Recorder) write(line any) error {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(line); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	_, err := r.out.Write(text.Bytes())
	return err
}

func (r *Recorder) clean(text []byte) []byte {
	return []byte(r.hide.Replace(string(jwt.ReplaceAll(text, []byte("$1.hidden")))))
}

func (r *Recorder) request(req *http.Request) string {
	return req.Method + " " + string(r.clean([]byte(req.URL.RequestURI())))
}

// ServeHTTP passes a request on and its answer back.
func (r *Recorder) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	pass := r.answer
	if strings.EqualFold(req.Header.Get("Upgrade"), "websocket") {
		pass = r.stream
	}
	if err := pass(w, req); err != nil {
		http.Error(w, "recorder: "+err.Error(), http.StatusBadGateway)
	}
}

func (r *Recorder) answer(w http.ResponseWriter, req *http.Request) error {
	out, err := http.NewRequestWithContext(req.Context(), req.Method, r.server+req.URL.RequestURI(), req.Body)
	if err != nil {
		return err
	}
	out.Header = req.Header.Clone()
	out.Header.Del("Accept-Encoding")
	resp, err := http.DefaultTransport.RoundTrip(out)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	line := Line{Request: r.request(req), Status: resp.StatusCode, Header: headerOf(resp.Header)}
	line.setBody(r.clean(body))
	if err := r.write(line); err != nil {
		return err
	}
	maps.Copy(w.Header(), resp.Header)
	w.WriteHeader(resp.StatusCode)
	_, _ = w.Write(body) // who asked may be gone
	return nil
}

// stream passes messages both ways, and writes down the server's.
func (r *Recorder) stream(w http.ResponseWriter, req *http.Request) error {
	header := http.Header{}
	if token := req.Header.Get("Authorization"); token != "" {
		header.Set("Authorization", token)
	}
	//nolint:bodyclose // websocket.Dial: "You never need to close resp.Body yourself."
	server, _, err := websocket.Dial(req.Context(), "ws"+strings.TrimPrefix(r.server, "http")+req.URL.RequestURI(), &websocket.DialOptions{HTTPHeader: header})
	if err != nil {
		return err
	}
	defer server.CloseNow()
	client, err := websocket.Accept(w, req, nil)
	if err != nil {
		return err
	}
	defer client.CloseNow()
	server.SetReadLimit(-1)
	request := r.request(req)
	ctx, cancel := context.WithCancel(req.Context())
	defer cancel()
	go func() {
		defer cancel()
		_ = relay(ctx, client, server, func([]byte) error { return nil })
	}()
	_ = relay(ctx, server, client, func(text []byte) error {
		return r.write(Line{Request: request, Frame: string(r.clean(text))})
	}) // it ends when either side leaves
	return nil
}

func relay(ctx context.Context, from, to *websocket.Conn, note func([]byte) error) error {
	for {
		kind, text, err := from.Read(ctx)
		if err == nil {
			err = note(text)
		}
		if err == nil {
			err = to.Write(ctx, kind, text)
		}
		if err != nil {
			return err
		}
	}
}
