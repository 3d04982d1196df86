package recorded

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coder/websocket"
)

// platform answers with a count, and streams two frames.
func platform(t *testing.T) http.Handler {
	asked := 0
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/stream" {
			conn, err := websocket.Accept(w, r, nil)
			if err != nil {
				t.Error(err)
				return
			}
			_ = conn.Write(r.Context(), websocket.MessageText, []byte(`{"n":1,"key":"s3cret"}`))
			_ = conn.Write(r.Context(), websocket.MessageText, []byte(`not JSON`))
			_ = conn.Close(websocket.StatusNormalClosure, "")
			return
		}
		asked++
		w.Header().Set("Retry-After", "7")
		w.Header().Set("Set-Cookie", "session=s3cret")
		if r.URL.Path == "/text" {
			_, _ = io.WriteString(w, "<p>words</p>")
			return
		}
		w.WriteHeader(http.StatusOK + asked)
		_, _ = io.WriteString(w, `{"url":"http://`+r.Host+`/post","token":"eyJhbGciOiJub25lIn0.eyJzY29wZSI6IngifQ.c2lnbmVk","key":"s3cret"}`)
	})
}

func fetch(t *testing.T, address string) (int, string) {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func frames(t *testing.T, address string) []string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	//nolint:bodyclose // websocket.Dial: "You never need to close resp.Body yourself."
	conn, _, err := websocket.Dial(ctx, address+"/stream", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.CloseNow()
	var out []string
	for range 2 {
		_, text, err := conn.Read(ctx)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

// What was recorded is answered again, in its order; secrets are in no recording.
func TestRecordAndReplay(t *testing.T) {
	real := httptest.NewServer(platform(t))
	defer real.Close()
	file := filepath.Join(t.TempDir(), "platform.jsonl")
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	rec, err := NewRecorder(out, Server{"Platform", "1.0", "2026-11-29"}, real.URL, "s3cret", "hidden", real.URL, "https://platform.example")
	if err != nil {
		t.Fatal(err)
	}
	between := httptest.NewServer(rec)
	defer between.Close()
	fetch(t, between.URL+"/post?id=1&key=s3cret")
	fetch(t, between.URL+"/post?id=1&key=s3cret")
	fetch(t, between.URL+"/text")
	frames(t, between.URL)

	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if s := string(text); strings.Contains(s, "s3cret") || strings.Contains(s, "c2lnbmVk") || strings.Contains(s, "127.0.0.1") {
		t.Errorf("a secret was recorded:\n%s", s)
	}
	again := Serve(t, file, "https://platform.example")
	for _, want := range []int{201, 202, 202} {
		if code, body := fetch(t, again.URL+"/post?id=1&key=hidden"); code != want || !strings.Contains(body, again.URL+"/post") {
			t.Errorf("status %d, want %d: %s", code, want, body)
		}
	}
	if _, body := fetch(t, again.URL+"/text?other=query"); body != "<p>words</p>" {
		t.Errorf("%q", body)
	}
	if got := frames(t, again.URL); got[0] != `{"n":1,"key":"hidden"}` || got[1] != "not JSON" {
		t.Errorf("frames %q", got)
	}
	if n := len(again.Asked()); n != 5 {
		t.Errorf("%d requests were noted", n)
	}
}
