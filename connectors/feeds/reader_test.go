package feeds_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/feeds"
)

// web answers requests within the process, and notes when each path was asked.
type web struct {
	answer func(path string) (status int, header http.Header, body string)
	asked  map[string][]time.Time
}

func (w *web) RoundTrip(r *http.Request) (*http.Response, error) {
	w.asked[r.URL.Path] = append(w.asked[r.URL.Path], time.Now())
	status, header, body := w.answer(r.URL.Path)
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
}

// gaps are the pauses between the times at which a path was asked.
func (w *web) gaps(path string) []time.Duration {
	var out []time.Duration
	for i, at := range w.asked[path][1:] {
		out = append(out, at.Sub(w.asked[path][i]))
	}
	return out
}

const quietFeed = `<rss version="2.0"><channel><title>Quiet</title></channel></rss>`

// readFor reads feeds of a site for a while.
func readFor(t *testing.T, w *web, d time.Duration, paths ...string) {
	t.Helper()
	var urls []any
	for _, p := range paths {
		urls = append(urls, "https://site.example"+p)
	}
	set, err := feeds.Type().Spec.Decode(map[string]any{"urls": urls, "every": "10m"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := feeds.New("f", set, connectors.Env{Client: &http.Client{Transport: w}, Now: time.Now, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), d)
	defer cancel()
	err = c.(connectors.Source).Read(ctx, "", func(context.Context, connectors.Batch) error { return nil })
	if ctx.Err() == nil {
		t.Fatalf("Read ended: %v", err)
	}
}

// A feed that fails is asked less and less often, at least once an hour; another
// goes on as ever, give or take a tenth.
func TestAFeedThatFailsIsAskedLessAndLess(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &web{asked: map[string][]time.Time{}, answer: func(path string) (int, http.Header, string) {
			if path == "/bad" {
				return http.StatusInternalServerError, nil, ""
			}
			return http.StatusOK, nil, quietFeed
		}}
		readFor(t, w, 12*time.Hour, "/good", "/bad")
		want := []time.Duration{20 * time.Minute, 40 * time.Minute, time.Hour}
		for i, gap := range w.gaps("/bad") {
			near(t, "the feed that fails", gap, want[min(i, len(want)-1)])
		}
		if n := len(w.asked["/bad"]); n < 11 || n > 15 {
			t.Errorf("the feed that fails was asked %d times in 12 hours", n)
		}
		good := w.gaps("/good")
		differ := map[time.Duration]bool{}
		for _, gap := range good {
			near(t, "the feed that works", gap, 10*time.Minute)
			differ[gap] = true
		}
		if len(good) < 60 || len(differ) < len(good)/2 {
			t.Errorf("the feed that works: %d pauses, %d of them different", len(good), len(differ))
		}
	})
}

// host counts how often a server was heard of.
type host struct {
	connectors.Host
	heard int
}

func (h *host) Heard() { h.heard++ }

func (*host) Kept(context.Context, string, time.Time, int) ([]care.Mention, error) { return nil, nil }

// Where no feed works, Read ends and the pipeline reads again within a minute:
// the server is asked no sooner for that, and counts as out of reach.
func TestALoneFeedThatFailsIsAskedLessAndLess(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &web{asked: map[string][]time.Time{}, answer: func(string) (int, http.Header, string) {
			return http.StatusInternalServerError, nil, ""
		}}
		set, err := feeds.Type().Spec.Decode(map[string]any{"urls": "https://site.example/bad", "every": "10m"})
		if err != nil {
			t.Fatal(err)
		}
		h := &host{}
		c, err := feeds.New("f", set, connectors.Env{Client: &http.Client{Transport: w}, Now: time.Now, Status: func(string, string) {}, Host: h})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 12*time.Hour)
		defer cancel()
		for ctx.Err() == nil {
			_ = c.(connectors.Source).Read(ctx, "", func(context.Context, connectors.Batch) error { return nil })
			time.Sleep(time.Second) // the pipeline's shortest pause, by the test's clock
		}
		want := []time.Duration{20 * time.Minute, 40 * time.Minute, time.Hour}
		for i, gap := range w.gaps("/bad") {
			near(t, "the lone feed", gap, want[min(i, len(want)-1)])
		}
		if n := len(w.asked["/bad"]); n < 11 || n > 15 || h.heard != 0 {
			t.Errorf("asked %d times in 12 hours, heard of %d times", n, h.heard)
		}
	})
}

// What could not be kept is asked for again at once, not when the feed is due.
func TestWhatWasNotKeptIsReadAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &web{asked: map[string][]time.Time{}, answer: func(string) (int, http.Header, string) {
			return http.StatusOK, nil, `<rss version="2.0"><channel>` + item(1, "late") + `</channel></rss>`
		}}
		set, err := feeds.Type().Spec.Decode(map[string]any{"urls": "https://site.example/feed", "every": "10m"})
		if err != nil {
			t.Fatal(err)
		}
		c, err := feeds.New("f", set, connectors.Env{Client: &http.Client{Transport: w}, Now: time.Now, Status: func(string, string) {}})
		if err != nil {
			t.Fatal(err)
		}
		full := errors.New("the queue is full")
		for range 2 {
			if err := c.(connectors.Source).Read(t.Context(), "", func(context.Context, connectors.Batch) error { return full }); !errors.Is(err, full) {
				t.Fatal(err)
			}
		}
		if gap := w.gaps("/feed")[0]; gap != 0 {
			t.Errorf("asked again after %s", gap)
		}
	})
}

// A server that cannot be reached is told with what to do.
func TestUnreachableSaysWhatToDo(t *testing.T) {
	set, err := feeds.Type().Spec.Decode(map[string]any{"urls": "http://127.0.0.1:1/hooks/very-secret/feed?key=very-secret"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := feeds.New("f", set, connectors.Env{Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	err = c.(connectors.Source).Read(t.Context(), "", nil)
	if err == nil || !strings.Contains(err.Error(), "check the setting urls") || strings.Contains(err.Error(), "very-secret") {
		t.Errorf("got %v", err)
	}
}

func near(t *testing.T, what string, got, want time.Duration) {
	t.Helper()
	if got < want-want/10 || got > want+want/10 {
		t.Errorf("%s: asked again after %s, want %s give or take a tenth", what, got, want)
	}
}

// A server that says when to come back is not asked before, by no jitter.
func TestRetryAfterIsTheLeast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &web{asked: map[string][]time.Time{}, answer: func(path string) (int, http.Header, string) {
			if path == "/full" {
				return http.StatusTooManyRequests, http.Header{"Retry-After": {"7200"}}, ""
			}
			return http.StatusOK, nil, quietFeed
		}}
		readFor(t, w, 48*time.Hour, "/good", "/full")
		for _, gap := range w.gaps("/full") {
			if gap < 2*time.Hour || gap > 3*time.Hour {
				t.Errorf("asked again after %s, want 2h or a little more", gap)
			}
		}
		if len(w.asked["/full"]) < 15 {
			t.Errorf("asked %d times in 48 hours", len(w.asked["/full"]))
		}
	})
}

// stored is what an earlier process read.
type stored struct {
	connectors.Host
	posts []care.Mention
}

func (*stored) Heard() {}

func (s *stored) Kept(context.Context, string, time.Time, int) ([]care.Mention, error) {
	return s.posts, nil
}

// What an earlier process read is told from what was edited since.
func TestEditsAcrossARestart(t *testing.T) {
	b := &blog{}
	for i, text := range []string{"as it was", "edited since", "new"} {
		b.add(item(i+1, text))
	}
	w := &web{asked: map[string][]time.Time{}, answer: func(string) (int, http.Header, string) {
		return http.StatusOK, nil, `<rss version="2.0"><channel>` + strings.Join(b.items, "") + `</channel></rss>`
	}}
	set, err := feeds.Type().Spec.Decode(map[string]any{"urls": "https://site.example/feed"})
	if err != nil {
		t.Fatal(err)
	}
	read := func(host connectors.Host) (got []care.Mention) {
		c, err := feeds.New("f", set, connectors.Env{Client: &http.Client{Transport: w}, Now: time.Now, Status: func(string, string) {}, Host: host})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		_ = c.(connectors.Source).Read(ctx, "", func(_ context.Context, batch connectors.Batch) error {
			got = batch.Mentions
			cancel()
			return nil
		})
		return got
	}
	before := read(&stored{})
	if len(before) != 3 {
		t.Fatalf("read %d entries", len(before))
	}
	before[1].Text = "before it was edited"
	after := read(&stored{posts: before[:2]})
	if len(after) != 2 || after[0].Text != "edited since" || after[0].EditedAt.IsZero() || after[1].Text != "new" || !after[1].EditedAt.IsZero() {
		t.Errorf("after a restart: %+v", after)
	}
}
