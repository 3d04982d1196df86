package example_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest"
	"goodgraces/connectors/connectortest/example"
)

// forum is the platform, local: posts in order, numbered.
type forum struct {
	mu       sync.Mutex
	posts    []map[string]any
	nonsense []string
}

func (f *forum) add(p map[string]any) map[string]any {
	p["id"] = strconv.Itoa(len(f.posts) + 1)
	f.posts = append(f.posts, p)
	return p
}

func (f *forum) publish(text string, at time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.add(map[string]any{"author": "ann", "text": text, "created": at.Unix()})
}

func (f *forum) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	q := r.URL.Query()
	switch {
	case r.Method == http.MethodPost:
		var p map[string]any
		if json.NewDecoder(r.Body).Decode(&p) != nil || len(fmt.Sprint(p["text"])) > 5_000 {
			w.WriteHeader(http.StatusUnprocessableEntity)
			return
		}
		_ = json.NewEncoder(w).Encode(f.add(p))
	case q.Has("parent"):
		_ = json.NewEncoder(w).Encode(f.below(q.Get("parent")))
	case len(f.nonsense) > 0:
		fmt.Fprint(w, f.nonsense[0])
		f.nonsense = f.nonsense[1:]
	default:
		after, _ := strconv.Atoi(q.Get("after"))
		_ = json.NewEncoder(w).Encode(append([]map[string]any{}, f.posts[min(after, len(f.posts)):]...)) // none are [], not null
	}
}

func (f *forum) below(parent string) []map[string]any {
	found := []map[string]any{}
	for _, p := range f.posts {
		if p["parent"] == parent {
			found = append(found, p)
		}
	}
	return found
}

func (f *forum) platform(t *testing.T) *connectortest.Platform {
	faults := &connectortest.Faults{
		IsWrite: func(r *http.Request) bool { return r.Method == http.MethodPost },
		Reads:   []connectortest.Read{{Name: "posts", Is: func(r *http.Request) bool { return r.URL.Query().Has("after") }}},
	}
	srv := httptest.NewServer(faults.Wrap(f))
	var once sync.Once
	end := func() { once.Do(func() { faults.Release(); srv.CloseClientConnections(); srv.Close() }) }
	t.Cleanup(end)
	return &connectortest.Platform{
		Settings: map[string]any{"base_url": srv.URL, "token": "very-secret", "every": "5ms"},
		Secrets:  []string{"very-secret"},
		Publish: func(_ context.Context, _ *testing.T, _ connectors.Connector, texts []string) {
			for _, text := range texts {
				f.publish(text, time.Now())
			}
		},
		// The forum numbers its posts as it shows them: only their times can be late.
		Late: func(_ context.Context, _ *testing.T, _ connectors.Connector, text string) func() {
			now := time.Now()
			return func() { f.publish(text, now) }
		},
		Disturb: func(*testing.T, connectors.Connector) {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.nonsense = append(f.nonsense, "", "[", `{"id":[]}`, strings.Repeat("x", 10<<20))
		},
		Keeps:          true,
		Mention:        care.Mention{ID: "m1", Platform: "example", Author: care.Author{ID: "ann"}},
		Standing:       func(care.SendKind) int { f.mu.Lock(); defer f.mu.Unlock(); return len(f.below("m1")) },
		RefuseMessages: func() {},
		Faults:         faults,
		Down:           end,
	}
}

func TestConnector(t *testing.T) {
	connectortest.Run(t, connectortest.Harness{Type: example.Type(), Start: func(t *testing.T) *connectortest.Platform {
		return new(forum).platform(t)
	}})
}

// The page that leads through it shows the example as it is.
func TestThePageShowsThisExample(t *testing.T) {
	code, err := os.ReadFile("example.go")
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(code), "\n"); n >= 150 {
		t.Errorf("the example has %d lines; it is to have under 150", n)
	}
	page, err := os.ReadFile("../../../docs/write-a-connector.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(page), "```go\n")[1:] {
		block, _, _ = strings.Cut(block, "```")
		if !strings.Contains(string(code), block) {
			t.Errorf("docs/write-a-connector.md shows what the example does not have:\n%s", block)
		}
	}
}
