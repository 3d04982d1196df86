package x_test

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/connectortest"
)

func sign(secret string, text []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(text)
	return "sha256=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// call makes a call of X's to the connector.
func call(c connectors.Connector, method, target string, body []byte, signature string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, bytes.NewReader(body))
	r.Header.Set("X-Twitter-Webhooks-Signature", signature)
	w := httptest.NewRecorder()
	c.(connectors.Receiver).Handler().ServeHTTP(w, r)
	return w
}

// legacyPost is a post as the Account Activity API writes it.
func legacyPost(id, text string) map[string]any {
	return map[string]any{
		"created_at": "Sun Nov 29 09:00:00 +0000 2026", "id_str": id, "text": "cut…", "truncated": true,
		"extended_tweet": map[string]any{"full_text": escape(text), "entities": map[string]any{
			"user_mentions": []any{map[string]any{"screen_name": "Larkspur", "id_str": ourID, "indices": []int{0, 9}}}}},
		"user": map[string]any{"id_str": authorID, "screen_name": authorHandle, "name": "Ann", "followers_count": 12},
	}
}

// delivering reads by X's calls; nothing is found by asking.
func (n *network) delivering() *connectortest.Platform {
	keys := oauth1()
	keys["read"] = "webhook"
	p := n.platform(keys)
	p.Publish = n.deliver
	p.Disturb = disturbHook
	p.Late = func(ctx context.Context, t *testing.T, c connectors.Connector, text string) func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		id := n.nextID()
		return func() { n.deliverAs(ctx, t, c, id, text) }
	}
	p.Calls = &connectortest.Calls{Body: n.hookBody, Sign: func(h http.Header, body []byte, _ time.Time) {
		h.Set("X-Twitter-Webhooks-Signature", sign(apiSecret, body))
	}}
	n.faults.Reads = nil
	return p
}

func (n *network) hookBody(texts []string) []byte {
	n.mu.Lock()
	defer n.mu.Unlock()
	var posts []any
	for _, text := range texts {
		posts = append(posts, legacyPost(n.nextID(), text))
	}
	body, _ := json.Marshal(map[string]any{"for_user_id": ourID, "tweet_create_events": posts}) // texts always marshal
	return body
}

func (n *network) deliver(ctx context.Context, t *testing.T, c connectors.Connector, texts []string) {
	for _, text := range texts {
		n.mu.Lock()
		id := n.nextID()
		n.mu.Unlock()
		n.deliverAs(ctx, t, c, id, text)
	}
}

func (n *network) deliverAs(ctx context.Context, t *testing.T, c connectors.Connector, id, text string) {
	body, err := json.Marshal(map[string]any{"for_user_id": ourID, "tweet_create_events": []any{7, legacyPost(id, text)}})
	if err != nil {
		t.Error(err)
	}
	for ctx.Err() == nil {
		w := call(c, http.MethodPost, "/hooks/x", body, sign(apiSecret, body))
		if w.Code == http.StatusOK {
			return
		}
		if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
			t.Errorf("%d %s", w.Code, w.Body)
			return
		}
		select { // as X does, only quicker
		case <-time.After(time.Millisecond):
		case <-ctx.Done():
		}
	}
}

func disturbHook(t *testing.T, c connectors.Connector) {
	for body, want := range map[string]int{
		"":                                  http.StatusBadRequest,
		"[]":                                http.StatusBadRequest,
		`{"for_user_id":"1001","tweet_`:     http.StatusBadRequest,
		strings.Repeat("x", 10<<20):         http.StatusRequestEntityTooLarge,
		`{"favorite_events":[{}]}`:          http.StatusOK,
		`{"tweet_create_events":[{},null]}`: http.StatusOK,
	} {
		w := call(c, http.MethodPost, "/hooks/x", []byte(body), sign(apiSecret, []byte(body)))
		if w.Code != want && w.Code != http.StatusServiceUnavailable {
			t.Errorf("%.30q: %d %s, want %d", body, w.Code, w.Body, want)
		}
		w = call(c, http.MethodPost, "/hooks/x", []byte(body), sign("another secret", []byte(body)))
		if w.Code < 400 || strings.Contains(w.Body.String(), apiSecret) {
			t.Errorf("%.30q, signed by somebody else: %d %s", body, w.Code, w.Body)
		}
	}
}
