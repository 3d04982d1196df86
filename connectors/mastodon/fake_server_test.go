package mastodon_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"goodgraces/connectors/connectortest"
)

const (
	token     = "tok-en-of-the-brand"
	ourID     = 1
	annID     = 7
	firstPost = 100
	maxLength = 500
)

// post is a status as the server keeps it.
type post map[string]any

func (p post) id() int              { n, _ := strconv.Atoi(p.text("id")); return n }
func (p post) text(k string) string { s, _ := p[k].(string); return s }
func (p post) by() string           { return p["account"].(map[string]any)["id"].(string) }

// server speaks Mastodon's API: pages by min_id and max_id, scopes, keys of
// writes, and the streaming API with subscriptions.
type server struct {
	mu        sync.Mutex
	url       string
	serial    int
	posts     []post
	notes     []any             // notifications: maps, or nonsense
	keys      map[string]string // ID of the post, by Idempotency-Key
	forgetful bool              // it ignores the key
	seenKeys  []string
	scopes    map[string]bool // those that the token lacks
	closed    map[string]bool // paths that answer 403
	blockedBy bool
	info      map[string]any // of the token; nil on a server that tells nothing of it
	requests  []string
	hub       *hub
	streams   *connectortest.Streams
	mute      *mute
	shuffled  bool // pages come in no order
	close     func()
}

func newServer(t *testing.T, wrap func(http.Handler) http.Handler) *server {
	t.Helper()
	s := &server{serial: firstPost, keys: map[string]string{}, scopes: map[string]bool{}, closed: map[string]bool{}, hub: newHub(), streams: &connectortest.Streams{Is: at("/api/v1/streaming")}, mute: &mute{}}
	srv := httptest.NewUnstartedServer(s.streams.Wrap(wrap(s)))
	srv.Listener = &muteListener{srv.Listener, s.mute}
	srv.Start()
	s.url = srv.URL
	var once sync.Once
	s.close = func() { once.Do(func() { s.streams.Break(); srv.CloseClientConnections(); srv.Close() }) }
	t.Cleanup(s.close)
	s.posts = append(s.posts, s.make(firstPost, account(annID, "ann@remote.example"), "My parcel is lost", nil))
	return s
}

func account(id int, acct string) map[string]any {
	return map[string]any{"id": strconv.Itoa(id), "acct": acct, "username": acct, "display_name": "The " + acct, "followers_count": 12, "bot": id == 9, "fields": []any{}}
}

var us, ann = account(ourID, "acme"), account(annID, "ann@remote.example")

func (s *server) host() string { return strings.TrimPrefix(s.url, "http://") }

func (s *server) make(id int, by map[string]any, text string, more map[string]any) post {
	p := post{
		"id": strconv.Itoa(id), "account": by, "content": "<p>" + strings.ReplaceAll(html.EscapeString(text), "\n", "<br />") + "</p>",
		"url": fmt.Sprintf("%s/@%s/%d", s.url, by["acct"], id), "created_at": time.Now().UTC().Format(time.RFC3339Nano), "edited_at": nil,
		"in_reply_to_id": nil, "in_reply_to_account_id": nil, "reblog": nil, "visibility": "public", "language": "en", "spoiler_text": "",
		"mentions": []any{}, "tags": []any{}, "card": nil, "poll": nil, "sensitive": false,
	}
	maps.Copy(p, more)
	return p
}

// say publishes a post and streams it as the server would: on the public and
// hashtag streams, as a notification where it mentions us.
func (s *server) say(by map[string]any, text string, more map[string]any) post {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.serial++
	return s.show(s.make(s.serial, by, text, more))
}

// later gives a post its ID now and shows it later, as a server does that makes
// IDs before it shows a post. Pages come in no order from then on.
func (s *server) later(by map[string]any, text string, more map[string]any) (show func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.serial++
	s.shuffled = true
	p := s.make(s.serial, by, text, more)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.show(p)
		slices.SortFunc(s.posts, func(a, b post) int { return a.id() - b.id() })
	}
}

// show publishes a post. s.mu is held.
func (s *server) show(p post) post {
	s.posts = append(s.posts, p)
	if mentionsUs(p) {
		s.serial++
		note := map[string]any{"id": strconv.Itoa(s.serial), "type": "mention", "created_at": p["created_at"], "account": p["account"], "status": p}
		s.notes = append(s.notes, note)
		s.hub.send([]string{"user"}, "notification", note)
	}
	s.stream("update", p)
	return p
}

func (s *server) stream(event string, p post) {
	if p.by() == strconv.Itoa(ourID) {
		s.hub.send([]string{"user"}, event, p)
	}
	if p.text("visibility") != "public" {
		return
	}
	s.hub.send([]string{"public:local"}, event, p)
	for _, t := range p["tags"].([]any) {
		s.hub.send([]string{"hashtag", t.(map[string]any)["name"].(string)}, event, p)
	}
}

func mentionsUs(p post) bool {
	return slices.ContainsFunc(p["mentions"].([]any), func(m any) bool { return m.(map[string]any)["id"] == strconv.Itoa(ourID) })
}

// edit changes a post's text; where quiet, no stream tells.
func (s *server) edit(p post, text string, quiet bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p["content"], p["edited_at"] = "<p>"+html.EscapeString(text)+"</p>", time.Now().UTC().Format(time.RFC3339Nano)
	if !quiet {
		s.stream("status.update", p)
	}
}

func (s *server) remove(p post, quiet bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.posts = slices.DeleteFunc(s.posts, func(q post) bool { return q.id() == p.id() })
	if !quiet {
		s.hub.send([]string{"public:local"}, "delete", p.text("id"))
	}
}

func fail(w http.ResponseWriter, code int, said string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": said})
}

func answer(w http.ResponseWriter, v any) { _ = json.NewEncoder(w).Encode(v) }

// needs lists the scope of each call, by how its path begins.
var needs = []struct{ method, path, scope string }{
	{"GET", "/api/v1/accounts/verify_credentials", "read:accounts"}, {"GET", "/api/v1/accounts/relationships", "read:follows"},
	{"GET", "/api/v1/notifications", "read:notifications"}, {"GET", "/api/v1/streaming", "read:statuses"},
	{"POST", "/api/v1/statuses", "write:statuses"}, {"DELETE", "/api/v1/statuses", "write:statuses"}, {"GET", "/api/v1/", "read:statuses"},
}

func (s *server) allowed(w http.ResponseWriter, r *http.Request) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, r.Method+" "+r.URL.String())
	if r.Header.Get("Authorization") != "Bearer "+token {
		fail(w, 401, "The access token is invalid: "+r.Header.Get("Authorization"))
		return false
	}
	for _, n := range needs {
		if r.Method == n.method && strings.HasPrefix(r.URL.Path, n.path) {
			if s.scopes[n.scope] {
				fail(w, 403, "This action is outside the authorized scopes")
				return false
			}
			break
		}
	}
	if s.closed[r.URL.Path] {
		fail(w, 422, "This method requires an authenticated user")
		return false
	}
	return true
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/api/v2/instance" {
		answer(w, map[string]any{"version": "4.4.2", "configuration": map[string]any{
			"urls": map[string]any{"streaming": strings.Replace(s.url, "http", "ws", 1)}, "statuses": map[string]any{"max_characters": maxLength, "characters_reserved_per_url": 23}}})
		return
	}
	if !s.allowed(w, r) {
		return
	}
	if r.URL.Path == "/api/v1/streaming" {
		s.hub.serve(w, r)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.route(w, r)
}

func (s *server) route(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/api/v1/")
	switch {
	case path == "accounts/verify_credentials":
		answer(w, us)
	case path == "accounts/relationships":
		answer(w, []any{map[string]any{"id": r.URL.Query().Get("id[]"), "blocked_by": s.blockedBy, "blocking": false}})
	case path == "/oauth/token/info" && s.info != nil:
		answer(w, s.info)
	case path == "notifications":
		s.page(w, s.notes, r.URL.Query())
	case path == "accounts/1/statuses":
		s.pageWhere(w, r.URL.Query(), func(p post) bool { return p.by() == "1" })
	case path == "timelines/public":
		s.pageWhere(w, r.URL.Query(), func(p post) bool { return p.text("visibility") == "public" })
	case strings.HasPrefix(path, "timelines/tag/"):
		s.pageWhere(w, r.URL.Query(), func(p post) bool {
			return slices.ContainsFunc(p["tags"].([]any), func(t any) bool { return t.(map[string]any)["name"] == strings.TrimPrefix(path, "timelines/tag/") })
		})
	case path == "statuses" && r.Method == http.MethodPost:
		s.write(w, r)
	case strings.HasPrefix(path, "statuses/"):
		s.status(w, r, strings.Split(strings.TrimPrefix(path, "statuses/"), "/"))
	default:
		fail(w, 404, "Record not found")
	}
}

func (s *server) pageWhere(w http.ResponseWriter, q url.Values, in func(post) bool) {
	var all []any
	for _, p := range s.posts {
		if in(p) {
			all = append(all, map[string]any(p))
		}
	}
	s.page(w, all, q)
}

func (s *server) page(w http.ResponseWriter, all []any, q url.Values) {
	page := pageOf(all, q)
	if s.shuffled {
		slices.Reverse(page)
	}
	answer(w, page)
}

// pageOf gives a page as Mastodon does: the newest first; with min_id, those
// right behind it. Nonsense has a place in every page.
func pageOf(all []any, q url.Values) []any {
	limit, _ := strconv.Atoi(cmp.Or(q.Get("limit"), "20"))
	minID, _ := strconv.Atoi(q.Get("min_id"))
	maxID, err := strconv.Atoi(q.Get("max_id"))
	if err != nil {
		maxID = 1 << 60
	}
	out, nonsense := []any{}, []any{}
	for _, e := range all {
		m, ok := e.(map[string]any)
		if !ok {
			nonsense = append(nonsense, e)
			continue
		}
		if id, _ := strconv.Atoi(m["id"].(string)); id > minID && id < maxID {
			out = append(out, e)
		}
	}
	if q.Get("min_id") != "" {
		out = out[:min(limit, len(out))]
	}
	out = out[max(0, len(out)-limit):]
	slices.Reverse(out)
	return append(out, nonsense...)
}

func (s *server) find(id string) post {
	for _, p := range s.posts {
		if p.text("id") == id {
			return p
		}
	}
	return nil
}

func (s *server) status(w http.ResponseWriter, r *http.Request, parts []string) {
	p := s.find(parts[0])
	switch {
	case p == nil:
		fail(w, 404, "Record not found")
	case len(parts) == 2 && parts[1] == "context":
		answer(w, map[string]any{"ancestors": s.ancestors(p), "descendants": s.descendants(p)})
	case r.Method == http.MethodGet:
		answer(w, p)
	default:
		fail(w, 403, "not ours")
	}
}

func (s *server) ancestors(p post) []any {
	out := []any{}
	for parent := s.find(p.text("in_reply_to_id")); parent != nil; parent = s.find(parent.text("in_reply_to_id")) {
		out = append([]any{parent}, out...)
	}
	return out
}

func (s *server) descendants(p post) []any {
	out := []any{}
	for _, q := range s.posts {
		if q.text("in_reply_to_id") == p.text("id") {
			out = append(append(out, q), s.descendants(q)...)
		}
	}
	return out
}

// write takes a post of ours.
func (s *server) write(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("Idempotency-Key")
	s.seenKeys = append(s.seenKeys, key)
	if id := s.keys[key]; key != "" && id != "" && !s.forgetful {
		answer(w, s.find(id))
		return
	}
	text, parent := r.PostFormValue("status"), s.find(r.PostFormValue("in_reply_to_id"))
	switch {
	case parent == nil:
		fail(w, 404, "The post you are trying to reply to does not appear to exist.")
	case utf8.RuneCountInString(text) > maxLength:
		fail(w, 422, "Validation failed: Text character limit of 500 exceeded")
	default:
		s.serial++
		p := s.make(s.serial, us, text, map[string]any{
			"in_reply_to_id": parent["id"], "in_reply_to_account_id": parent.by(), "visibility": r.PostFormValue("visibility"), "spoiler_text": r.PostFormValue("spoiler_text"),
		})
		s.posts, s.keys[key] = append(s.posts, p), p.text("id")
		s.stream("update", p)
		answer(w, p)
	}
}

// mute makes the server's connections say nothing any more.
type mute struct {
	mu sync.Mutex
	on bool
}

func (m *mute) is() bool { m.mu.Lock(); defer m.mu.Unlock(); return m.on }
func (m *mute) set()     { m.mu.Lock(); defer m.mu.Unlock(); m.on = true }

type muteListener struct {
	net.Listener
	mute *mute
}

func (l *muteListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	return &muteConn{c, l.mute}, err
}

type muteConn struct {
	net.Conn
	mute *mute
}

func (c *muteConn) Write(p []byte) (int, error) {
	if c.mute.is() {
		return len(p), nil
	}
	return c.Conn.Write(p)
}
