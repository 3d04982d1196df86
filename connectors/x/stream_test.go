package x_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"goodgraces/connectors"
)

// The rules are those of the configuration: what is there stays, what is ours
// and no longer wanted goes, what is another program's is left alone.
func TestRulesAreKeptInStep(t *testing.T) {
	n := startNetwork(t)
	n.rules = []map[string]any{
		{"id": "1", "value": "cats", "tag": "somebody else's"},
		{"id": "2", "value": `("old word") -is:retweet`, "tag": "graces:x"},
		{"id": "3", "value": `("older word") -is:retweet`, "tag": "graces:before-it-was-renamed"},
	}
	settings := merge(oauth1(), map[string]any{"read": "stream", "bearer_token": bearerToken, "keywords": []any{"from:evil OR cats", "#larkspur"}})
	for range 2 { // the second time nothing is left to do
		n.mu.Lock()
		n.calls = nil
		n.mu.Unlock()
		c := connect(t, n, settings, env(t, t.TempDir(), nil))
		ctx, cancel := context.WithCancel(t.Context())
		err := c.Read(ctx, "", func(context.Context, connectors.Batch) error { cancel(); return ctx.Err() })
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		var values []string
		n.mu.Lock() // a call that nobody waits for any more may still be under way
		for _, r := range n.rules {
			values = append(values, r["value"].(string))
		}
		n.mu.Unlock()
		want := []string{"cats",
			`("from:evil OR cats" OR #larkspur OR @larkspur OR url:"x.com/larkspur/status" OR url:"twitter.com/larkspur/status") -is:retweet -from:larkspur`,
			`(from:larkspur) is:reply`}
		if !slices.Equal(values, want) {
			t.Errorf("rules:\n%s", strings.Join(values, "\n"))
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if slices.Contains(n.calls, "POST /2/tweets/search/stream/rules") {
		t.Errorf("nothing had to be changed: %q", n.calls)
	}
}

// A stream is the app's: what other programs' rules bring is not ours.
func TestForeignRulesAreNotOurs(t *testing.T) {
	n := startNetwork(t)
	c := connect(t, n, merge(oauth1(), map[string]any{"read": "stream", "bearer_token": bearerToken}), env(t, t.TempDir(), nil))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var got []string
	err := c.Read(ctx, "", func(_ context.Context, b connectors.Batch) error {
		for _, m := range b.Mentions {
			got = append(got, m.Text)
		}
		if len(got) > 0 {
			return errors.New("enough")
		}
		n.mu.Lock()
		defer n.mu.Unlock()
		for text, rule := range map[string]any{"theirs": "999", "ours": n.rules[0]["id"]} {
			line, _ := json.Marshal(map[string]any{"data": map[string]any{"id": n.nextID(), "text": text, "author_id": authorID},
				"matching_rules": []any{map[string]any{"id": rule}}})
			n.send(string(line))
		}
		return nil
	})
	if len(got) != 1 || got[0] != "ours" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestXAsksWhetherTheSecretIsKnown(t *testing.T) {
	n := startNetwork(t)
	c := connect(t, n, merge(oauth1(), map[string]any{"read": "webhook"}), env(t, t.TempDir(), nil))
	w := call(c, http.MethodGet, "/hooks/x?crc_token=challenge", nil, "")
	var out map[string]string
	if json.Unmarshal(w.Body.Bytes(), &out) != nil || w.Code != http.StatusOK || out["response_token"] != sign(apiSecret, []byte("challenge")) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	for target, want := range map[string]int{"/hooks/x": 400, "/hooks/x?crc_token=" + strings.Repeat("x", 2000): 400} {
		if w := call(c, http.MethodGet, target, nil, ""); w.Code != want {
			t.Errorf("%.30s: %d", target, w.Code)
		}
	}
	body := []byte(`{"for_user_id":"1001"}`)
	if w := call(c, http.MethodPost, "/hooks/x", body, sign(apiSecret, body)); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "role connect") {
		t.Errorf("while nobody reads: %d, %s", w.Code, w.Body)
	}
	polled := connect(t, n, oauth1(), env(t, t.TempDir(), nil))
	if w := call(polled, http.MethodPost, "/hooks/x", body, sign(apiSecret, body)); w.Code != http.StatusNotFound {
		t.Errorf("without read: webhook: %d", w.Code)
	}
}

// What the stream leaves out is found by asking, while it stands.
func TestAStreamThatLeavesPostsOut(t *testing.T) {
	n := startNetwork(t)
	e := env(t, t.TempDir(), nil)
	var ahead atomic.Int64
	e.Now = func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) }
	c := connect(t, n, merge(oauth1(), map[string]any{"read": "stream", "bearer_token": bearerToken}), e)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	found := errors.New("found")
	err := c.Read(ctx, "", func(_ context.Context, b connectors.Batch) error {
		for _, m := range b.Mentions {
			if strings.Contains(m.Text, "left out") {
				return found
			}
		}
		if ahead.Load() > 0 || !strings.Contains(b.Cursor, `"checked":`) { // the first round is over
			return nil
		}
		n.mu.Lock()
		defer n.mu.Unlock()
		streams := n.fakeX.streams
		n.fakeX.streams = nil
		n.add(authorID, "@larkspur left out", nil)
		n.fakeX.streams = streams
		n.add(authorID, "@larkspur brought, and later", nil)
		ahead.Store(int64(6 * time.Minute))
		return nil
	})
	if !errors.Is(err, found) {
		t.Error(err)
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	opened := 0
	for _, call := range n.calls {
		if call == "GET /2/tweets/search/stream/rules" {
			opened++
		}
	}
	if opened != 1 {
		t.Errorf("the stream was opened %d times", opened)
	}
}
