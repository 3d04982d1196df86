package main

import (
	"encoding/json"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

// faultyPlatform is a local platform that forgets nothing and promises nothing:
// it ignores idempotency keys, and answers late, drops the connection before or
// after accepting, or says 500 (having accepted or not) or 429.
type faultyPlatform struct {
	*httptest.Server
	mu       sync.Mutex
	random   *rand.Rand
	accepted map[string][]string // key → texts, one for each time it was published
	faults   map[string]int      // how often each fault was given
}

// late is how long the platform takes when it is slow: longer than the
// daemon's timeout in these tests, shorter than its settle_after. tooLate is when
// it would be longer, on a busy machine: what is taken then, the daemon may have
// sent again, and rightly so.
const (
	late    = 1300 * time.Millisecond
	tooLate = 2500 * time.Millisecond
)

func newFaultyPlatform(t *testing.T, seed uint64) *faultyPlatform {
	p := &faultyPlatform{random: rand.New(rand.NewPCG(seed, 1)), accepted: map[string][]string{}, faults: map[string]int{}}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Server.Close)
	return p
}

func (p *faultyPlatform) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet {
		p.lookUp(w, r.URL.Query().Get("key"))
		return
	}
	var msg struct{ Key, Text string }
	body, err := io.ReadAll(r.Body)
	if err != nil || json.Unmarshal(body, &msg) != nil || msg.Key == "" {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	asked := time.Now()
	switch fault := p.fault(); fault {
	case "drop before":
		panic(http.ErrAbortHandler)
	case "drop after":
		p.accept(msg.Key, msg.Text)
		panic(http.ErrAbortHandler)
	case "late":
		p.accept(msg.Key, msg.Text)
		<-time.After(late)
	case "late accept":
		<-time.After(late)
		if time.Since(asked) > tooLate {
			panic(http.ErrAbortHandler)
		}
		p.accept(msg.Key, msg.Text)
	case "500 before", "500 after":
		if fault == "500 after" {
			p.accept(msg.Key, msg.Text)
		}
		http.Error(w, "oops", http.StatusInternalServerError)
		return
	case "429":
		w.Header().Set("Retry-After", "1")
		http.Error(w, "slow down", http.StatusTooManyRequests)
		return
	default:
		p.accept(msg.Key, msg.Text)
	}
	json.NewEncoder(w).Encode(map[string]string{"id": "p-" + msg.Key})
}

func (p *faultyPlatform) lookUp(w http.ResponseWriter, key string) {
	p.mu.Lock()
	_, ok := p.accepted[key]
	broken := p.random.IntN(10) == 0
	p.mu.Unlock()
	switch {
	case broken:
		http.Error(w, "oops", http.StatusInternalServerError)
	case !ok:
		http.Error(w, `{"error":"not found"}`, http.StatusNotFound)
	default:
		json.NewEncoder(w).Encode(map[string]string{"id": "p-" + key})
	}
}

// fault draws what happens to the next call: two in five go wrong.
func (p *faultyPlatform) fault() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	faults := []string{"drop before", "drop after", "late", "late accept", "500 before", "500 after", "429", "429"}
	f := "none"
	if n := p.random.IntN(20); n < len(faults) {
		f = faults[n]
	}
	p.faults[f]++
	return f
}

func (p *faultyPlatform) accept(key, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.accepted[key] = append(p.accepted[key], text)
}

// given returns how often each fault was.
func (p *faultyPlatform) given() map[string]int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return maps.Clone(p.faults)
}

func (p *faultyPlatform) published() map[string][]string {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := make(map[string][]string, len(p.accepted))
	for k, v := range p.accepted {
		out[k] = append([]string(nil), v...)
	}
	return out
}
