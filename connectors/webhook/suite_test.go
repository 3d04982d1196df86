package webhook_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest"
	"goodgraces/connectors/webhook"
)

const secret = "correct horse battery staple"

func TestConnector(t *testing.T) {
	for _, lookup := range []bool{true, false} {
		t.Run(fmt.Sprintf("lookup %t", lookup), func(t *testing.T) {
			connectortest.Run(t, connectortest.Harness{Type: webhook.Type(), Start: func(t *testing.T) *connectortest.Platform {
				return start(t, lookup)
			}})
		})
	}
}

// peer is the other side: it takes each key once and checks every signature.
type peer struct {
	mu       sync.Mutex
	taken    map[string]webhook.Callback
	noDirect bool
}

func start(t *testing.T, lookup bool) *connectortest.Platform {
	p := &peer{taken: map[string]webhook.Callback{}}
	faults := &connectortest.Faults{IsWrite: func(r *http.Request) bool { return r.Method == http.MethodPost }}
	url, end := connectortest.Serve(t, faults, http.HandlerFunc(p.serve), nil)
	return &connectortest.Platform{
		Settings: map[string]any{"secret": secret, "callback": url + "/answers?app=1", "lookup": lookup},
		Secrets:  []string{secret},
		Mention:  care.Mention{ID: "1", Platform: "forum", Author: care.Author{ID: "7", Handle: "ann"}, Thread: "0"},
		Publish:  publish,
		Late: func(ctx context.Context, t *testing.T, c connectors.Connector, text string) func() {
			return func() { publish(ctx, t, c, []string{text}) }
		},
		Disturb: disturb,
		Calls: &connectortest.Calls{Body: body, Sign: func(h http.Header, body []byte, at time.Time) {
			webhook.Sign(h, secret, at, body)
		}},
		ByClock:        true,
		Standing:       p.standing,
		RefuseMessages: func() { p.noDirect = true },
		Faults:         faults,
		Down:           end,
	}
}

func (p *peer) serve(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil || !signed(r.Header, body, time.Now()) || r.URL.Query().Get("app") != "1" {
		http.Error(w, "not signed", http.StatusUnauthorized)
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if r.Method == http.MethodHead {
		http.Error(w, "only GET and POST", http.StatusMethodNotAllowed)
		return
	}
	if r.Method == http.MethodGet {
		p.find(w, r.URL.Query().Get("key"))
		return
	}
	var c webhook.Callback
	if json.Unmarshal(body, &c) != nil || c.Key == "" || c.Key != r.Header.Get("Idempotency-Key") || c.At.IsZero() {
		http.Error(w, "malformed", http.StatusBadRequest)
		return
	}
	if c.Kind == care.SendPrivate && p.noDirect {
		w.WriteHeader(http.StatusForbidden)
		fmt.Fprint(w, `{"code":"cannot_message"}`)
		return
	}
	p.taken[c.Key] = c
	p.find(w, c.Key)
}

func (p *peer) find(w http.ResponseWriter, key string) {
	if _, ok := p.taken[key]; !ok {
		http.NotFound(w, nil)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"id": "peer-" + key, "url": "https://forum.test/" + key})
}

// signed does what the documentation tells the other side to do.
func signed(h http.Header, body []byte, now time.Time) bool {
	want := http.Header{}
	var unix int64
	_, _ = fmt.Sscan(h.Get(webhook.HeaderTimestamp), &unix)
	at := time.Unix(unix, 0)
	webhook.Sign(want, secret, at, body)
	return now.Sub(at).Abs() < 5*time.Minute && h.Get(webhook.HeaderSignature) == want.Get(webhook.HeaderSignature)
}

func (p *peer) standing(kind care.SendKind) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := 0
	for _, c := range p.taken {
		if c.Kind == kind {
			n++
		}
	}
	return n
}

// post calls the connector's handler, signed.
func post(c connectors.Connector, body []byte, at time.Time) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/hooks/forum", bytes.NewReader(body))
	webhook.Sign(r.Header, secret, at, body)
	w := httptest.NewRecorder()
	c.(connectors.Receiver).Handler().ServeHTTP(w, r)
	return w
}

// body is that of a call with posts, as JSON Lines.
func body(texts []string) []byte {
	var out []byte
	for _, text := range texts {
		line, _ := json.Marshal(care.Mention{ID: text, Text: text}) // texts always marshal
		out = append(append(out, line...), '\n')
	}
	return out
}

func publish(ctx context.Context, t *testing.T, c connectors.Connector, texts []string) {
	for _, text := range texts {
		body, err := json.Marshal(care.Mention{ID: text, Text: text})
		if err != nil {
			t.Error(err)
		}
		for ctx.Err() == nil {
			w := post(c, body, time.Now())
			if w.Code < 300 {
				break
			}
			if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
				t.Errorf("%d %s", w.Code, w.Body)
				break
			}
			select { // as a caller does, only quicker
			case <-time.After(time.Millisecond):
			case <-ctx.Done():
			}
		}
	}
}

func disturb(t *testing.T, c connectors.Connector) {
	for body, want := range map[string]int{
		`{"id":"1","te`:                 http.StatusBadRequest,
		`[{"id":"1","text":"a"},{}]`:    http.StatusBadRequest,
		"":                              http.StatusBadRequest,
		strings.Repeat("x", 10<<20):     http.StatusRequestEntityTooLarge,
		"\xff\x00":                      http.StatusBadRequest,
		strings.Repeat("[", 200_000):    http.StatusBadRequest,
		`{"id":"1","text":"a","by":[]}`: http.StatusBadRequest,
	} {
		w := post(c, []byte(body), time.Now())
		if w.Code != want && w.Code != http.StatusServiceUnavailable {
			t.Errorf("%.30q: %d %s, want %d", body, w.Code, w.Body, want)
		}
		if strings.Contains(w.Body.String(), secret) {
			t.Errorf("%.30q: the secret is told", body)
		}
	}
}
