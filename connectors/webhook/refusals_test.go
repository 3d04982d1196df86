package webhook_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/webhook"
)

// watched is a webhook by a clock that the test sets, with the states that it told.
type watched struct {
	*webhook.Webhook
	mu     sync.Mutex
	now    time.Time
	states []string
}

func watch(t *testing.T) *watched {
	w := &watched{now: clock}
	set, err := webhook.Type().Spec.Decode(map[string]any{"secret": secret})
	if err != nil {
		t.Fatal(err)
	}
	c, err := webhook.New("forum", set, connectors.Env{Client: http.DefaultClient, Now: w.time, Status: w.told})
	if err != nil {
		t.Fatal(err)
	}
	w.Webhook = c.(*webhook.Webhook)
	return w
}

func (w *watched) time() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

func (w *watched) later(d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now = w.now.Add(d)
}

func (w *watched) told(state, reason string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.states = append(w.states, state+" "+reason)
}

// last is what people see by now.
func (w *watched) last() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.states[len(w.states)-1]
}

func (w *watched) call(key string, at time.Time, body string) int {
	r := httptest.NewRequest(http.MethodPost, "/hooks/forum", strings.NewReader(body))
	if key != "" {
		webhook.Sign(r.Header, key, at, []byte(body))
	}
	answer := httptest.NewRecorder()
	w.Handler().ServeHTTP(answer, r)
	return answer.Code
}

const (
	onePost = `{"id":"1","text":"a"}`
	another = "another secret altogether"
)

// Calls that are refused are seen, with what to do, until one is taken.
func TestRefusedCallsAreTold(t *testing.T) {
	for _, tt := range []struct {
		name, key string
		off       time.Duration
		says      string
	}{
		{"another secret", another, 0, "give both sides the same secret"},
		{"a clock that is off", secret, time.Hour, "set the clocks"},
		{"no signature", "", 0, "sign its calls"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := watch(t)
			stop := read(t, w.Webhook, nil)
			if code := w.call(tt.key, w.time().Add(tt.off), onePost); code != http.StatusUnauthorized {
				t.Fatalf("answered %d", code)
			}
			if is := w.last(); !strings.HasPrefix(is, connectors.Degraded+" ") || !strings.Contains(is, tt.says) || strings.Contains(is, secret) || strings.Contains(is, another) {
				t.Errorf("state: %s", is)
			}
			stop()
			stop = read(t, w.Webhook, nil) // the pipeline reads again
			if is := w.last(); !strings.HasPrefix(is, connectors.Degraded) {
				t.Errorf("read again: %s", is)
			}
			if code := w.call(secret, w.time(), onePost); code != http.StatusAccepted {
				t.Fatalf("a good call: %d", code)
			}
			if is := w.last(); is != connectors.Connected+" " {
				t.Errorf("after a good call: %s", is)
			}
			stop()
		})
	}
}

// Strangers can make neither the state flap nor the log long: while good calls
// come, theirs say nothing; while none does, a reason only gives way to a better.
func TestAFloodDoesNotFlap(t *testing.T) {
	w := watch(t)
	defer read(t, w.Webhook, nil)()
	flood := func() {
		for range 200 {
			w.call("", w.time(), onePost)
			w.call(another, w.time(), onePost)
		}
	}
	w.call(secret, w.time(), onePost)
	begun := len(w.states)
	for range 10 {
		w.later(time.Minute)
		flood()
		w.call(secret, w.time(), onePost)
	}
	if told := w.states[begun:]; len(told) != 0 {
		t.Errorf("between good calls it told %q", told)
	}
	w.later(16 * time.Minute)
	flood()
	w.call(secret, w.time().Add(time.Hour), onePost)
	flood()
	if told := w.states[begun:]; len(told) != 3 || !strings.Contains(w.last(), "clocks") {
		t.Errorf("without good calls it told %d states: %q", len(told), told)
	}
}
