package rest_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

var now = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

func TestErrSaysWhatAStatusMeans(t *testing.T) {
	tests := []struct {
		status int
		want   error // nil: the write may stand
	}{
		{301, connectors.ErrMisconfigured}, {400, connectors.ErrRefused}, {401, connectors.ErrUnauthorized},
		{403, connectors.ErrUnauthorized}, {404, connectors.ErrRefused}, {408, nil}, {409, nil},
		{410, connectors.ErrRefused}, {413, connectors.ErrRefused}, {425, nil}, {500, nil}, {502, nil}, {503, nil},
	}
	for _, tt := range tests {
		err := (&rest.Answer{Status: tt.status}).Err("why", now)
		if tt.want == nil && rest.Typed(err) || tt.want != nil && !errors.Is(err, tt.want) {
			t.Errorf("%d: %v, want %v", tt.status, err, tt.want)
		}
		if !strings.Contains(err.Error(), "why") {
			t.Errorf("%d: %v does not say why", tt.status, err)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	tests := []struct {
		name, value string
		want        time.Duration
	}{
		{"Retry-After", "7", 7 * time.Second},
		{"Retry-After", "Sun, 22 Nov 2026 09:01:00 GMT", time.Minute},
		{"Retry-After", "Sun, 22 Nov 2026 08:00:00 GMT", 0},
		{"Retry-After", "soon", 0},
		{"Retry-After", "-1", 0},
		{"Retry-After", "99999999999999999999", 0},
		{"RateLimit-Reset", "30", 30 * time.Second},
		{"RateLimit-Reset", fmt.Sprint(now.Unix() + 90), 90 * time.Second},
		{"RateLimit-Reset", fmt.Sprint(now.Unix() - 90), 0},
		{"X-Nothing", "1", 0},
	}
	for _, tt := range tests {
		a := rest.Answer{Status: 429, Header: http.Header{}}
		a.Header.Set(tt.name, tt.value)
		var limited *connectors.RateLimitError
		if err := a.Err("", now); !errors.As(err, &limited) || limited.After != tt.want {
			t.Errorf("%s: %s: %v, want %s", tt.name, tt.value, err, tt.want)
		}
	}
}

func call(ctx context.Context, t *testing.T, address string) (*rest.Answer, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/?password=hidden", strings.NewReader("body"))
	if err != nil {
		t.Fatal(err)
	}
	return rest.Do(&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}, req)
}

func TestDoKnowsWhenNothingWasSent(t *testing.T) {
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	for name, try := range map[string]func() error{
		"refused": func() error { _, err := call(t.Context(), t, "http://127.0.0.1:1"); return err }, // nobody listens there
		"no such": func() error { _, err := call(t.Context(), t, "http://nothing.invalid"); return err },
		"not TLS": func() error {
			_, err := call(t.Context(), t, strings.Replace(echo(t), "http:", "https:", 1))
			return err
		},
		"cancelled": func() error { _, err := call(stopped, t, echo(t)); return err },
	} {
		err := try()
		if !errors.Is(err, connectors.ErrNotSent) || strings.Contains(err.Error(), "hidden") {
			t.Errorf("%s: %v, want ErrNotSent and no address", name, err)
		}
	}
}

func echo(t *testing.T) string {
	srv := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	t.Cleanup(srv.Close)
	return srv.URL
}

func TestDoKnowsWhenItMayStand(t *testing.T) {
	for name, h := range map[string]http.HandlerFunc{
		"dropped": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"truncated": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "9")
			fmt.Fprint(w, "{")
		},
		"endless": func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, strings.Repeat("x", 5<<20)) },
	} {
		srv := httptest.NewServer(h)
		_, err := call(t.Context(), t, srv.URL)
		if err == nil || rest.Typed(err) {
			t.Errorf("%s: %v, want an error that proves nothing", name, err)
		}
		srv.Close()
	}
}

func TestDoFollowsNoRedirect(t *testing.T) {
	srv := httptest.NewServer(http.RedirectHandler("https://elsewhere.invalid/", http.StatusFound))
	defer srv.Close()
	a, err := call(t.Context(), t, srv.URL)
	if err != nil || a.OK() || !errors.Is(a.Err("", now), connectors.ErrMisconfigured) {
		t.Errorf("got %+v, %v", a, err)
	}
}

func TestRedact(t *testing.T) {
	err := rest.Redact(fmt.Errorf("%w: token abc of abc", connectors.ErrRefused), "abc", "")
	if !errors.Is(err, connectors.ErrRefused) || strings.Contains(err.Error(), "abc") {
		t.Errorf("got %v", err)
	}
	if rest.Redact(nil, "abc") != nil {
		t.Error("nil became an error")
	}
}

func TestNotYet(t *testing.T) {
	if err := rest.NotYet(fmt.Errorf("status 500: %w", context.Canceled)); !errors.Is(err, connectors.ErrNotSent) || !errors.Is(err, context.Canceled) {
		t.Errorf("an untyped error became %v", err)
	}
	refused := fmt.Errorf("x: %w", connectors.ErrRefused)
	if err := rest.NotYet(refused); !errors.Is(err, refused) || errors.Is(err, connectors.ErrNotSent) {
		t.Errorf("a typed error became %v", err)
	}
}

func TestNullIsNoAnswer(t *testing.T) {
	for body, sound := range map[string]bool{"[]": true, "{}": false, "null": false, " null\n": false, "": false} {
		var out []string
		if err := rest.Decode([]byte(body), &out); (err == nil) != sound {
			t.Errorf("%q: %v", body, err)
		}
	}
}
