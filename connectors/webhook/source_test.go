package webhook_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/webhook"
)

// clock is the connector's.
var clock = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

// connect makes a connector; no status is expected to matter.
func connect(t *testing.T, change map[string]any) *webhook.Webhook {
	t.Helper()
	raw := map[string]any{"secret": secret, "max_body": 200}
	maps.Copy(raw, change)
	set, err := webhook.Type().Spec.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	c, err := webhook.New("forum", set, connectors.Env{
		Client: http.DefaultClient, Now: func() time.Time { return clock },
		Handles: []string{"acme"}, Status: func(string, string) {},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c.(*webhook.Webhook)
}

// read reads until the test ends and returns what is emitted; emit fails with err.
func read(t *testing.T, c *webhook.Webhook, err error) func() []care.Mention {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	began, done := make(chan struct{}), make(chan struct{})
	var got []care.Mention
	go func() {
		defer close(done)
		close(began)
		_ = c.Read(ctx, "", func(_ context.Context, b connectors.Batch) error {
			got = append(got, b.Mentions...)
			return err
		})
	}()
	<-began
	for post(c, nil, clock).Code == http.StatusServiceUnavailable && ctx.Err() == nil { // until Read runs
	}
	return func() []care.Mention { cancel(); <-done; return got }
}

func TestTakesObjectsArraysAndLines(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string // platform, ID and text of each
		by         string
	}{
		{"object", "{\n \"id\": 1,\n \"text\": \"a\" }\n", []string{"webhook 1 a"}, ""},
		{"array", `[{"id":"1","text":"a","platform":"x"}, {"id":"2","text":"b"}]`, []string{"x 1 a", "webhook 2 b"}, ""},
		{"lines", "{\"id\":\"1\",\"text\":\"a\"}\r\n\r\n{\"id\":\"2\",\"text\":\"b\"}", []string{"webhook 1 a", "webhook 2 b"}, ""},
		{"our own", `{"id":"1","text":"a","author":"@acme"}`, []string{"webhook 1 a"}, care.ByBrand},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := connect(t, nil)
			stop := read(t, c, nil)
			if w := post(c, []byte(tt.body), clock); w.Code != http.StatusAccepted || strings.TrimSpace(w.Body.String()) != fmt.Sprintf(`{"accepted":%d}`, len(tt.want)) {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			var got []string
			for _, m := range stop() {
				got = append(got, m.Platform+" "+m.ID+" "+m.Text)
				if m.Connector != "forum" || m.By != tt.by {
					t.Errorf("got %+v", m)
				}
			}
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestRefusesCalls(t *testing.T) {
	good := `{"id":"1","text":"a"}`
	sign := func(key string, at time.Time, body string) func(*http.Request) {
		return func(r *http.Request) { webhook.Sign(r.Header, key, at, []byte(body)) }
	}
	tests := []struct {
		name, method, body string
		change             func(*http.Request)
		status             int
		says               string
	}{
		{"GET", "GET", "", sign(secret, clock, ""), 405, "only POST"},
		{"not signed", "POST", good, func(*http.Request) {}, 401, "X-Graces-Signature must be sha256= and 64 hex digits"},
		{"no time", "POST", good, func(r *http.Request) { sign(secret, clock, good)(r); r.Header.Del("X-Graces-Timestamp") }, 401, "X-Graces-Timestamp must be Unix seconds"},
		{"another secret", "POST", good, sign("another secret altogether", clock, good), 401, "does not fit"},
		{"another body", "POST", good, sign(secret, clock, good+" "), 401, "does not fit"},
		{"another time", "POST", good, func(r *http.Request) { sign(secret, clock, good)(r); r.Header.Set("X-Graces-Timestamp", "1") }, 401, "does not fit"},
		{"old", "POST", good, sign(secret, clock.Add(-301*time.Second), good), 401, "too far from our clock"},
		{"early", "POST", good, sign(secret, clock.Add(301*time.Second), good), 401, "too far from our clock"},
		{"long", "POST", strings.Repeat(" ", 201), sign(secret, clock, ""), 413, "longer than 200 bytes"},
		{"empty", "POST", "", sign(secret, clock, ""), 400, "holds no post"},
		{"second line", "POST", good + "\n{}", sign(secret, clock, good+"\n{}"), 400, `"line":2`},
		{"second item", "POST", "[" + good + ",5]", sign(secret, clock, "["+good+",5]"), 400, `"line":2`},
		{"field", "POST", `{"id":"1","text":[]}`, sign(secret, clock, `{"id":"1","text":[]}`), 400, "text: must be a string"},
	}
	c := connect(t, nil)
	stop := read(t, c, nil)
	for _, tt := range tests {
		r := httptest.NewRequest(tt.method, "/hooks/forum", strings.NewReader(tt.body))
		tt.change(r)
		w := httptest.NewRecorder()
		c.Handler().ServeHTTP(w, r)
		if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.says) {
			t.Errorf("%s: %d %s, want %d, %q", tt.name, w.Code, w.Body, tt.status, tt.says)
		}
	}
	if got := stop(); len(got) != 0 {
		t.Errorf("took %+v", got)
	}
}

func TestTakesACallOnce(t *testing.T) {
	c := connect(t, nil)
	stop := read(t, c, nil)
	body := []byte(`{"id":"1","text":"a"}`)
	first, again := post(c, body, clock.Add(299*time.Second)), post(c, body, clock.Add(299*time.Second))
	if first.Code != http.StatusAccepted || again.Code != http.StatusOK || !strings.Contains(again.Body.String(), "taken before") {
		t.Errorf("first %d, again %d %s", first.Code, again.Code, again.Body)
	}
	if got := stop(); len(got) != 1 {
		t.Errorf("took %d", len(got))
	}
}

func TestUnavailable(t *testing.T) {
	c := connect(t, nil)
	body := []byte(`{"id":"1","text":"a"}`)
	check := func(when string) {
		t.Helper()
		if w := post(c, body, clock); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "5" {
			t.Errorf("%s: %d %s", when, w.Code, w.Body)
		}
	}
	check("before Read")
	stop := read(t, c, errors.New("the queue is down"))
	check("the queue is down")
	stop()
	check("after Read")
	stop = read(t, c, nil)
	if w := post(c, body, clock); w.Code != http.StatusAccepted {
		t.Errorf("the call that was not taken, again: %d", w.Code)
	}
	stop()
}

// A caller that hangs up while the queue is slow is let go.
func TestCallerHangsUp(t *testing.T) {
	c := connect(t, nil)
	ctx, cancel := context.WithCancel(t.Context())
	entered := make(chan struct{})
	done := make(chan error, 1)
	go func() {
		done <- c.Read(ctx, "", func(ctx context.Context, _ connectors.Batch) error {
			close(entered)
			<-ctx.Done()
			return ctx.Err()
		})
	}()
	call, hangUp := context.WithCancel(t.Context())
	served := make(chan struct{})
	go func() {
		defer close(served)
		for call.Err() == nil { // Read may not have begun
			body := []byte(`{"id":"1","text":"a"}`)
			r := httptest.NewRequestWithContext(call, http.MethodPost, "/", bytes.NewReader(body))
			webhook.Sign(r.Header, secret, clock, body)
			c.Handler().ServeHTTP(httptest.NewRecorder(), r)
		}
	}()
	<-entered
	hangUp()
	<-served
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("Read returned %v", err)
	}
}

func TestSettings(t *testing.T) {
	tests := []struct {
		raw  map[string]any
		want string
	}{
		{map[string]any{"secret": "short"}, "secret: must have at least 16 characters"},
		{map[string]any{"secret": secret, "lookup": true}, "lookup: needs callback"},
		{map[string]any{"secret": secret, "window": "0s"}, "window: must be longer"},
		{map[string]any{"secret": secret, "max_body": 0}, "max_body: must be above 0"},
	}
	for _, tt := range tests {
		set, err := webhook.Type().Spec.Decode(tt.raw)
		if err != nil {
			t.Fatal(err)
		}
		_, err = webhook.New("forum", set, connectors.Env{Now: time.Now})
		if !errors.Is(err, connectors.ErrMisconfigured) || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "short\"") {
			t.Errorf("%v: %v, want %q", tt.raw, err, tt.want)
		}
	}
}

func TestWithoutCallback(t *testing.T) {
	c := connect(t, nil)
	if can := c.Spec().Can; can.Reply || can.Message || can.Find || !can.Receive {
		t.Errorf("it can %+v", can)
	}
	if _, err := c.Reply(t.Context(), care.Send{ID: "a"}); !errors.Is(err, connectors.ErrMisconfigured) {
		t.Errorf("reply: %v", err)
	}
	if _, err := c.Find(t.Context(), care.Send{ID: "a"}); !errors.Is(err, connectors.ErrCannotFind) {
		t.Errorf("find: %v", err)
	}
}
