package x_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/x"
)

// reading starts Read by X's calls, and takes whatever comes.
func reading(t *testing.T, host *till) *x.X {
	t.Helper()
	c := connect(t, startNetwork(t), merge(oauth1(), map[string]any{"read": "webhook"}), env(t, t.TempDir(), host))
	readOn(t, c)
	called(t, c, []byte("{}")) // it reads by now
	return c
}

// readOn reads until the test ends, and takes whatever comes. asked is closed once
// everything was asked for.
func readOn(t *testing.T, c *x.X) (asked <-chan struct{}) {
	ctx, cancel := context.WithCancel(t.Context())
	first, over := make(chan struct{}), make(chan struct{})
	begun := sync.OnceFunc(func() { close(first) })
	go func() {
		defer close(over)
		_ = c.Read(ctx, "", func(context.Context, connectors.Batch) error { begun(); return nil })
	}()
	t.Cleanup(func() { cancel(); <-over })
	return first
}

// called makes a call that X signed, again while nobody reads yet.
func called(t *testing.T, c *x.X, body []byte) *httptest.ResponseRecorder {
	t.Helper()
	for t.Context().Err() == nil {
		if w := call(c, http.MethodPost, "/hooks/x", body, sign(apiSecret, body)); w.Code != http.StatusServiceUnavailable {
			return w
		}
		<-time.After(time.Millisecond)
	}
	return httptest.NewRecorder()
}

// What somebody sends as X's challenge is never the signature of a call.
func TestAChallengeSignsNoCall(t *testing.T) {
	c := reading(t, nil)
	created, err := json.Marshal(map[string]any{"tweet_create_events": []any{legacyPost("1999999999999999999", "forged")}})
	if err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{
		string(created), `{"tweet_delete_events":[{"status":{"id":"42","user_id":"2002"}}]}`, "{}", " {}", "[]", "null", "7", "dHJ1ZQ==",
	} {
		w := call(c, http.MethodGet, "/hooks/x?crc_token="+url.QueryEscape(body), nil, "")
		var out map[string]string
		if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
			t.Fatal(err)
		}
		if w := call(c, http.MethodPost, "/hooks/x", []byte(body), out["response_token"]); w.Code == http.StatusOK {
			t.Errorf("%.40s: a forged call was taken: %s", body, w.Body)
		}
	}
}

// A challenge as X sends it: the Base64 of a UUID, beside a nonce.
func TestAChallengeOfX(t *testing.T) {
	c := reading(t, nil)
	const token = "YTFiMmMzZDQtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
	w := call(c, http.MethodGet, "/hooks/x?crc_token="+token+"&nonce=MTc2OTUxODI5MjkxNA", nil, "")
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), sign(apiSecret, []byte(token))) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// A post is deleted by whoever wrote it, and by nobody else.
func TestWhoDeletesAPost(t *testing.T) {
	c := reading(t, &till{of: map[string][]string{authorID: {"41", "42"}, "7": {"43"}}})
	for _, tt := range []struct{ name, status, accepted string }{
		{"by its author", `"id":"42","user_id":"` + authorID + `"`, "1"},
		{"not stored yet", `"id":"44","user_id":"7"`, "1"},
		{"by another", `"id":"42","user_id":"7"`, "0"},
		{"by nobody", `"id":"42"`, "0"},
		{"by nonsense", `"id":"42","user_id":"x"`, "0"},
	} {
		status := strings.NewReplacer(`"id"`, `"id_str"`, `"user_id"`, `"user_id_str"`).Replace(tt.status)
		w := called(t, c, []byte(`{"tweet_delete_events":[{"status":{`+status+`}}]}`))
		if w.Code != http.StatusOK || strings.TrimSpace(w.Body.String()) != `{"accepted":`+tt.accepted+`}` {
			t.Errorf("%s: %d %s, want %s accepted", tt.name, w.Code, w.Body, tt.accepted)
		}
	}
}

// Calls that X signs with another secret are seen, until one is taken; a
// stranger's between good ones are not.
func TestRefusedCallsAreTold(t *testing.T) {
	e := env(t, t.TempDir(), nil)
	var mu sync.Mutex
	state, ahead := "", time.Duration(0)
	e.Status = func(s, reason string) { mu.Lock(); defer mu.Unlock(); state = s + " " + reason }
	e.Now = func() time.Time { mu.Lock(); defer mu.Unlock(); return time.Now().Add(ahead) }
	is := func() string { mu.Lock(); defer mu.Unlock(); return state }
	// X would refuse what is signed by the clock that is put on below.
	c := connect(t, startNetwork(t), merge(oauth1(), map[string]any{"read": "webhook", "every": "1h"}), e)
	<-readOn(t, c)
	body := []byte("{}")
	strange := func() { call(c, http.MethodPost, "/hooks/x", body, sign("another secret", body)) }
	called(t, c, body) // it reads by now
	strange()
	if strings.Contains(is(), "refused") {
		t.Errorf("a stranger's call: %s", is())
	}
	mu.Lock()
	ahead = 16 * time.Minute
	mu.Unlock()
	strange()
	if !strings.HasPrefix(is(), connectors.Degraded) || !strings.Contains(is(), "is api_secret that of the app") {
		t.Errorf("refused: %s", is())
	}
	called(t, c, body)
	if strings.Contains(is(), "refused") {
		t.Errorf("taken: %s", is())
	}
}
