package webhook_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/webhook"
)

// The call as it reaches the other side.
func TestCallback(t *testing.T) {
	var got, key string
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || !signed(r.Header, body, clock) || r.Header.Get("Content-Type") != "application/json" {
			t.Errorf("%v, %v", r.Header, err)
		}
		got, key = string(body), r.Header.Get("Idempotency-Key")
		w.WriteHeader(http.StatusNoContent)
	}))
	defer srv.Close()
	c := connect(t, map[string]any{"callback": srv.URL})
	r, err := c.Message(t.Context(), care.Send{
		ID: "case.private.1", Text: "hello", CreatedAt: time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC),
		Mention: care.Mention{ID: "1", Platform: "forum", Thread: "0", URL: "https://forum.test/1", Author: care.Author{ID: "7", Handle: "ann"}},
	})
	if err != nil || r != (care.Receipt{ID: "case.private.1", At: clock}) {
		t.Errorf("receipt %+v, %v", r, err)
	}
	want := `{"key":"case.private.1","kind":"private","platform":"forum","in_reply_to":"1","thread":"0","author":{"id":"7","handle":"ann"},"text":"hello","url":"https://forum.test/1","at":"2026-11-22T08:00:00Z"}`
	if got != want || key != "case.private.1" {
		t.Errorf("key %s, body\n%s\nwant\n%s", key, got, want)
	}
}

func TestCallbackAnswers(t *testing.T) {
	tests := []struct {
		name   string
		kind   care.SendKind
		status int
		body   string
		want   error // nil: sent, as ID
		id     string
	}{
		{"with a receipt", care.SendPublic, 201, `{"id":"77","url":"https://forum.test/77"}`, nil, "77"},
		{"in words", care.SendPublic, 200, `ok`, nil, "s"},
		{"no message", care.SendPrivate, 403, `{"code":"cannot_message"}`, connectors.ErrCannotMessage, ""},
		{"no message, in public", care.SendPublic, 403, `{"code":"cannot_message"}`, connectors.ErrUnauthorized, ""},
		{"denied", care.SendPrivate, 403, `{}`, connectors.ErrUnauthorized, ""},
		{"gone", care.SendPublic, 410, `{"error":"the thread is closed"}`, connectors.ErrRefused, ""},
		{"elsewhere", care.SendPublic, 301, ``, connectors.ErrMisconfigured, ""},
	}
	for _, tt := range tests {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "/elsewhere")
			w.WriteHeader(tt.status)
			_, _ = io.WriteString(w, tt.body)
		}))
		c := connect(t, map[string]any{"callback": srv.URL})
		write := c.Reply
		if tt.kind == care.SendPrivate {
			write = c.Message
		}
		r, err := write(t.Context(), care.Send{ID: "s", Kind: tt.kind})
		if !errors.Is(err, tt.want) || r.ID != tt.id {
			t.Errorf("%s: %+v, %v, want %v", tt.name, r, err, tt.want)
		}
		srv.Close()
	}
}

func TestLookUpThatMakesNoSense(t *testing.T) {
	for _, body := range []string{`"?"`, "null", "{}", `{"url":"https://forum.test/1"}`, ""} {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) }))
		c := connect(t, map[string]any{"callback": srv.URL, "lookup": true})
		if _, err := c.Find(t.Context(), care.Send{ID: "s"}); err == nil || errors.Is(err, connectors.ErrNotFound) {
			t.Errorf("%s: %v", body, err)
		}
		srv.Close()
	}
}

// There is nothing that signs what somebody else wants signed.
func TestNothingIsSignedForTheCaller(t *testing.T) {
	c := connect(t, nil)
	for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPut, http.MethodOptions} {
		w := httptest.NewRecorder()
		c.Handler().ServeHTTP(w, httptest.NewRequest(method, "/hooks/forum?crc_token=x&challenge=x&hub.challenge=x", strings.NewReader("x")))
		if said := w.Body.String(); w.Code != http.StatusMethodNotAllowed || strings.Contains(said, "sha256") || w.Header().Get(webhook.HeaderSignature) != "" {
			t.Errorf("%s: %d %s", method, w.Code, said)
		}
	}
}
