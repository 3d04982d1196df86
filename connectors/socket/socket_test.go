package socket_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"goodgraces/connectors"
	"goodgraces/connectors/socket"
)

func TestARefusalSaysWhatToDo(t *testing.T) {
	limited := &connectors.RateLimitError{}
	for status, want := range map[int]error{401: connectors.ErrUnauthorized, 403: connectors.ErrUnauthorized, 429: nil, 200: nil, 500: nil} {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "7")
			w.WriteHeader(status)
		}))
		_, err := socket.Dial(t.Context(), srv.Client(), srv.URL+"/?token=hush", nil, time.Now)
		switch {
		case err == nil || strings.Contains(err.Error(), "hush"):
			t.Errorf("%d: %v", status, err)
		case status == http.StatusTooManyRequests:
			if !errors.As(err, &limited) || limited.After != 7*time.Second {
				t.Errorf("%d: %v", status, err)
			}
		case want != nil && !errors.Is(err, want):
			t.Errorf("%d: %v, want %v", status, err, want)
		case want == nil && (errors.Is(err, connectors.ErrUnauthorized) || !strings.Contains(err.Error(), "instead of a stream")):
			t.Errorf("%d: %v", status, err)
		}
		srv.Close()
	}
	_, err := socket.Dial(t.Context(), http.DefaultClient, "ws://127.0.0.1:1/?token=hush", nil, time.Now)
	if err == nil || strings.Contains(err.Error(), "hush") || !strings.HasPrefix(err.Error(), "127.0.0.1:1: ") {
		t.Errorf("nobody there: %v", err)
	}
	if _, err = socket.Dial(t.Context(), http.DefaultClient, "ws://me:hush%zz@127.0.0.1:1/hush", nil, time.Now); err == nil || strings.Contains(err.Error(), "hush") {
		t.Errorf("no address: %v", err)
	}
}

// What is too long to be a post is passed over, and what comes behind it is read.
func TestLongMessagesArePassedOver(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, err := websocket.Accept(w, r, nil)
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.CloseNow()
		for _, text := range []string{"a", strings.Repeat("x", 3<<20), "b"} {
			if err := conn.Write(r.Context(), websocket.MessageText, []byte(text)); err != nil {
				t.Error(err)
			}
		}
		<-conn.CloseRead(r.Context()).Done()
	}))
	defer srv.Close()
	c, err := socket.Dial(t.Context(), srv.Client(), srv.URL, nil, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var heard int
	ctx, end := c.Watch(t.Context(), time.Hour, func() { heard++ })
	for _, want := range []string{"a", "", "b"} {
		if got, err := c.Next(ctx); err != nil || string(got) != want {
			t.Errorf("got %.10q, %v; want %q", got, err, want)
		}
	}
	end()
	if !errors.Is(context.Cause(ctx), context.Canceled) || heard > 0 {
		t.Errorf("the watch ended with %v and heard %d", context.Cause(ctx), heard)
	}
}
