package x_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

const (
	ourID, ourHandle       = "1001", "larkspur"
	authorID, authorHandle = "2002", "ann"
	apiKey, apiSecret      = "key-of-the-app", "secret-of-the-app/+"
	accessToken            = "1001-token-of-the-account"
	accessSecret           = "secret-of-the-account"
	bearerToken            = "AAAA%2Fbearer-token"
	clientID, clientSecret = "client", "secret-of-the-client"
	firstRefresh           = "refresh-secret-0"
)

// fakeX is the API v2, local. It refuses what the real one refuses: signatures,
// page sizes, IDs beyond the search's past, long queries, long texts.
type fakeX struct {
	mu       sync.Mutex
	posts    []map[string]any // in the order of their IDs
	messages []map[string]any
	rules    []map[string]any
	nonsense []string // answers of the next reads
	lastID   uint64
	back     time.Duration // how long ago the next posts are made
	ahead    time.Duration // of X's clock, before ours
	shuffled bool          // pages come in no order
	pageCap  int           // most posts in an answer, whatever was asked for

	noMessages bool            // the author takes none, as X says it when asked
	dmStatus   int             // of a message that is sent all the same
	gone       map[string]bool // posts that were deleted
	hidden     map[string]bool // posts of authors who protect them now
	silentOn   map[string]bool // posts that a look-up leaves out, and does not say why
	about      string          // what the author's profile says
	level      string          // X-Access-Level
	refuse     map[string]any  // problem that the next write meets
	status     int             // of it
	calls      []string        // "METHOD path"
	again      []string        // IDs that were looked up

	access, refresh string // by OAuth 2.0
	grants          int

	streams map[chan string]bool
	silent  bool
}

func newFakeX() *fakeX {
	return &fakeX{pageCap: 7, gone: map[string]bool{}, hidden: map[string]bool{}, silentOn: map[string]bool{}, level: "read-write-directmessages",
		refresh: firstRefresh, streams: map[chan string]bool{}}
}

const epoch = 1_288_834_974_657

// idOf is the first ID of a moment.
func idOf(t time.Time) uint64 { return uint64(t.UnixMilli()-epoch) << 22 }

// nextID is an ID as X gives it: in the order of time.
func (f *fakeX) nextID() string {
	f.lastID = max(f.lastID+1, idOf(time.Now().Add(-f.back)))
	return strconv.FormatUint(f.lastID, 10)
}

func escape(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}

// add publishes a post of an author; more may change its fields.
func (f *fakeX) add(author, text string, more map[string]any) map[string]any {
	id := f.nextID()
	p := map[string]any{"id": id, "author_id": author, "conversation_id": id, "created_at": time.Now().UTC().Format("2006-01-02T15:04:05.000Z"),
		"edit_history_tweet_ids": []string{id}, "lang": "en", "text": escape(text)}
	if utf8.RuneCountInString(text) > 280 {
		p["text"], p["note_tweet"] = escape(string([]rune(text)[:270]))+"…", map[string]any{"text": escape(text)}
	}
	if strings.Contains(text, "@"+ourHandle) {
		p["entities"] = map[string]any{"mentions": []any{map[string]any{"username": "Larkspur", "id": ourID, "start": 0, "end": 9}}}
	}
	maps.Copy(p, more)
	f.posts = append(f.posts, p)
	slices.SortStableFunc(f.posts, func(a, b map[string]any) int { return cmp.Compare(number(a), number(b)) })
	f.broadcast(p)
	return p
}

func (f *fakeX) user(id string, asUser bool) map[string]any {
	u := map[string]any{"id": ourID, "username": ourHandle, "name": "Larkspur Air", "public_metrics": map[string]any{"followers_count": 9}}
	if id == authorID {
		u = map[string]any{"id": authorID, "username": authorHandle, "name": "Ann", "description": f.about, "public_metrics": map[string]any{"followers_count": 12}}
		if asUser {
			u["receives_your_dm"] = !f.noMessages
		}
	}
	return u
}

func (f *fakeX) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/2/tweets/search/stream" {
		f.stream(w, r)
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.calls = append(f.calls, r.Method+" "+r.URL.Path)
	if r.URL.Path == "/2/oauth2/token" {
		f.grant(w, r)
		return
	}
	w.Header().Set("Date", time.Now().Add(f.ahead).UTC().Format(http.TimeFormat))
	who := f.who(r)
	w.Header().Set("X-Access-Level", f.level)
	switch path := r.URL.Path; {
	case who == "":
		fail(w, 401, "Unauthorized", "Unauthorized "+r.Header.Get("Authorization"))
	case strings.HasPrefix(path, "/2/tweets/search/stream/rules"):
		f.serveRules(w, r, who)
	case r.Method == http.MethodPost && path == "/2/tweets":
		f.create(w, r, who)
	case r.Method == http.MethodPost && strings.HasPrefix(path, "/2/dm_conversations/with/"):
		f.message(w, r, who)
	case r.Method != http.MethodGet:
		fail(w, 405, "Method Not Allowed", "")
	default:
		f.read(w, r, who)
	}
}

func (f *fakeX) read(w http.ResponseWriter, r *http.Request, who string) {
	switch path := r.URL.Path; {
	case path == "/2/users/me" && who == "user":
		answer(w, 200, map[string]any{"data": f.user(ourID, true)})
	case path == "/2/users/"+authorID:
		answer(w, 200, map[string]any{"data": f.user(authorID, who == "user")})
	case path == "/2/users/by/username/"+ourHandle:
		answer(w, 200, map[string]any{"data": f.user(ourID, false)})
	case strings.HasPrefix(path, "/2/users/by/username/"):
		answer(w, 200, map[string]any{"errors": []any{map[string]any{"title": "Not Found Error", "detail": "Could not find user"}}})
	case path == "/2/tweets":
		f.look(w, r, who)
	case path == "/2/users/"+ourID+"/mentions":
		f.list(w, r, who, 5, func(p map[string]any) bool { return mentions(p) && p["author_id"] != ourID })
	case path == "/2/users/"+ourID+"/tweets":
		f.list(w, r, who, 5, func(p map[string]any) bool { return p["author_id"] == ourID })
	case path == "/2/tweets/search/recent":
		f.search(w, r, who)
	case path == "/2/dm_conversations/with/"+authorID+"/dm_events" && who == "user":
		f.events(w, r)
	default:
		fail(w, 404, "Not Found", path)
	}
}

func mentions(p map[string]any) bool { return p["entities"] != nil }

// search takes the one query that the tests' configuration makes.
func (f *fakeX) search(w http.ResponseWriter, r *http.Request, who string) {
	q := r.URL.Query()
	query := q.Get("query")
	since, _ := strconv.ParseUint(q.Get("since_id"), 10, 64)
	oldest := idOf(time.Now().Add(-7 * 24 * time.Hour))
	switch {
	case utf8.RuneCountInString(query) > 512 || !strings.Contains(query, "-is:retweet"):
		fail(w, 400, "Invalid Request", "There were errors processing your request: query")
	case since > 0 && since < oldest:
		fail(w, 400, "Invalid Request", "'since_id' must be a tweet id created after 7 days ago")
	default:
		f.list(w, r, who, 10, func(p map[string]any) bool { return !mentions(p) && p["author_id"] != ourID })
	}
}

// list serves a page of the posts that match, the newest first.
func (f *fakeX) list(w http.ResponseWriter, r *http.Request, who string, smallest int, match func(map[string]any) bool) {
	if len(f.nonsense) > 0 {
		fmt.Fprint(w, f.nonsense[0])
		f.nonsense = f.nonsense[1:]
		return
	}
	q := r.URL.Query()
	size, err := strconv.Atoi(q.Get("max_results"))
	if err != nil || size < smallest || size > 100 {
		fail(w, 400, "Invalid Request", "max_results")
		return
	}
	since, _ := strconv.ParseUint(q.Get("since_id"), 10, 64)
	until, _ := strconv.ParseUint(q.Get("until_id"), 10, 64)
	skip, _ := strconv.Atoi(q.Get("pagination_token"))
	var found []map[string]any
	for _, p := range slices.Backward(f.posts) {
		if id := number(p); match(p) && !f.gone[p["id"].(string)] && id > since && (until == 0 || id < until) {
			found = append(found, p)
		}
	}
	found = found[min(skip, len(found)):]
	meta := map[string]any{"result_count": min(len(found), size)}
	if page := min(size, f.pageCap); len(found) > page {
		found, meta["next_token"] = found[:page], strconv.Itoa(skip+page)
	}
	if f.shuffled {
		slices.Reverse(found)
	}
	f.page(w, found, who, meta)
}

func number(p map[string]any) uint64 {
	id, _ := strconv.ParseUint(p["id"].(string), 10, 64)
	return id
}

func (f *fakeX) page(w http.ResponseWriter, found []map[string]any, who string, meta map[string]any) {
	out := map[string]any{"meta": meta}
	if len(found) > 0 {
		out["data"] = found
		out["includes"] = map[string]any{"users": []any{f.user(authorID, who == "user"), f.user(ourID, who == "user")}}
	}
	answer(w, 200, out)
}

// look gives posts by ID, and says which it does not and why.
func (f *fakeX) look(w http.ResponseWriter, r *http.Request, who string) {
	out := map[string]any{}
	var found, errs []any
	ids := strings.Split(r.URL.Query().Get("ids"), ",")
	f.again = append(f.again, ids...)
	if len(ids) > 100 {
		fail(w, 400, "Invalid Request", "ids")
		return
	}
	for _, id := range ids {
		i := slices.IndexFunc(f.posts, func(p map[string]any) bool { return p["id"] == id })
		switch {
		case f.hidden[id]:
			errs = append(errs, map[string]any{"title": "Authorization Error", "resource_id": id, "parameter": "ids", "type": "https://api.x.com/2/problems/not-authorized-for-resource"})
		case f.silentOn[id]: // neither given nor explained
		case i < 0 || f.gone[id]:
			errs = append(errs, map[string]any{"title": "Not Found Error", "value": id, "parameter": "ids",
				"detail": "Could not find tweet with ids: [" + id + "].", "type": "https://api.twitter.com/2/problems/resource-not-found"})
		default:
			found = append(found, f.posts[i])
		}
	}
	if len(found) > 0 {
		out["data"] = found
		if r.URL.Query().Get("expansions") != "" {
			out["includes"] = map[string]any{"users": []any{f.user(authorID, who == "user"), f.user(ourID, who == "user")}}
		}
	}
	if len(errs) > 0 {
		out["errors"] = errs
	}
	answer(w, 200, out)
}

// refused answers a write with the problem that a test wants.
func (f *fakeX) refused(w http.ResponseWriter) bool {
	if f.refuse == nil {
		return false
	}
	answer(w, f.status, f.refuse)
	f.refuse = nil
	return true
}

func (f *fakeX) create(w http.ResponseWriter, r *http.Request, who string) {
	var in struct {
		Text  string
		Reply struct {
			To string `json:"in_reply_to_tweet_id"`
		}
	}
	err := json.NewDecoder(r.Body).Decode(&in)
	switch {
	case f.refused(w):
	case err != nil || who != "user" || in.Reply.To == "":
		fail(w, 400, "Invalid Request", "body")
	case utf8.RuneCountInString(in.Text) > 280:
		fail(w, 403, "Forbidden", "Your Tweet text is too long.")
	case slices.ContainsFunc(f.posts, func(p map[string]any) bool {
		return p["author_id"] == ourID && p["text"] == escape("@"+authorHandle+" "+in.Text)
	}):
		fail(w, 403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.")
	default:
		p := f.add(ourID, "@"+authorHandle+" "+in.Text, map[string]any{
			"conversation_id": "1", "referenced_tweets": []any{map[string]any{"type": "replied_to", "id": in.Reply.To}}})
		answer(w, 201, map[string]any{"data": map[string]any{"id": p["id"], "text": p["text"]}})
	}
}

func (f *fakeX) message(w http.ResponseWriter, r *http.Request, who string) {
	var in struct{ Text string }
	err := json.NewDecoder(r.Body).Decode(&in)
	switch {
	case f.refused(w):
	case err != nil || who != "user" || in.Text == "" || r.URL.Path != "/2/dm_conversations/with/"+authorID+"/messages":
		fail(w, 400, "Invalid Request", "body")
	case f.dmStatus != 0:
		fail(w, f.dmStatus, "Forbidden", "You do not have permission to DM one or more participants.")
	default:
		id := f.nextID()
		f.messages = append(f.messages, map[string]any{"id": id, "text": escape(in.Text), "sender_id": ourID, "event_type": "MessageCreate"})
		answer(w, 201, map[string]any{"data": map[string]any{"dm_conversation_id": ourID + "-" + authorID, "dm_event_id": id}})
	}
}

// events serves pages of two messages, the newest first.
func (f *fakeX) events(w http.ResponseWriter, r *http.Request) {
	skip, _ := strconv.Atoi(r.URL.Query().Get("pagination_token"))
	found := slices.Clone(f.messages)
	slices.Reverse(found)
	found = found[min(skip, len(found)):]
	meta := map[string]any{"result_count": min(len(found), 2)}
	if len(found) > 2 {
		found, meta["next_token"] = found[:2], strconv.Itoa(skip+2)
	}
	out := map[string]any{"meta": meta}
	if len(found) > 0 {
		out["data"] = found
	}
	answer(w, 200, out)
}

func fail(w http.ResponseWriter, status int, title, detail string) {
	answer(w, status, map[string]any{"title": title, "detail": detail, "type": "about:blank", "status": status})
}

func answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}
