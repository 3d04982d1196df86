package x_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// heartbeat is how often the local stream gives a sign of life.
const heartbeat = 50 * time.Millisecond

// stream is the filtered stream.
func (f *fakeX) stream(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	if f.who(r) != "app" {
		fail(w, 401, "Unauthorized", "Unauthorized")
		f.mu.Unlock()
		return
	}
	lines := make(chan string, 1000)
	f.streams[lines] = true
	f.mu.Unlock()
	defer func() { f.mu.Lock(); delete(f.streams, lines); f.mu.Unlock() }()
	out := http.NewResponseController(w)
	w.WriteHeader(http.StatusOK)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		_ = out.Flush()
		select {
		case <-r.Context().Done():
			panic(http.ErrAbortHandler)
		case line, open := <-lines:
			if !open {
				panic(http.ErrAbortHandler)
			}
			fmt.Fprint(w, line, "\r\n")
		case <-beat.C:
			f.mu.Lock()
			silent := f.silent
			f.mu.Unlock()
			if !silent {
				fmt.Fprint(w, "\r\n")
			}
		}
	}
}

// broadcast sends a post down the streams whose rules are standing; every third
// twice. f.mu is held.
func (f *fakeX) broadcast(p map[string]any) {
	if len(f.rules) == 0 {
		return
	}
	line, _ := json.Marshal(map[string]any{"data": p, "includes": map[string]any{"users": []any{f.user(authorID, false)}},
		"matching_rules": []any{map[string]any{"id": f.rules[0]["id"], "tag": f.rules[0]["tag"]}}})
	f.send(string(line))
	if len(f.posts)%3 == 0 {
		f.send(string(line))
	}
}

func (f *fakeX) send(line string) {
	for lines := range f.streams {
		select {
		case lines <- line:
		default: // a reader that is too slow is cut off
			delete(f.streams, lines)
			close(lines)
		}
	}
}

func (f *fakeX) serveRules(w http.ResponseWriter, r *http.Request, who string) {
	if who != "app" {
		fail(w, 403, "Unsupported Authentication", "OAuth 2.0 Application-Only is needed")
		return
	}
	if r.Method == http.MethodGet {
		answer(w, 200, map[string]any{"data": f.rules})
		return
	}
	var in struct {
		Add    []map[string]any
		Delete struct{ IDs []string }
	}
	if json.NewDecoder(r.Body).Decode(&in) != nil {
		fail(w, 400, "Invalid Request", "body")
		return
	}
	var made, bad []any
	for _, rule := range in.Add {
		value, _ := rule["value"].(string)
		if len(value) > 512 || strings.Contains(value, "banned") {
			bad = append(bad, map[string]any{"title": "Unprocessable Entity", "value": value, "details": []string{"no viable alternative"}})
			continue
		}
		rule["id"] = strconv.Itoa(len(f.calls)*100 + len(f.rules))
		made = append(made, rule)
		if r.URL.Query().Get("dry_run") == "" {
			f.rules = append(f.rules, rule)
		}
	}
	f.rules = slices.DeleteFunc(f.rules, func(rule map[string]any) bool { return slices.Contains(in.Delete.IDs, rule["id"].(string)) })
	out := map[string]any{"data": made, "meta": map[string]any{}}
	if len(bad) > 0 {
		out["errors"] = bad
	}
	answer(w, 201, out)
}
