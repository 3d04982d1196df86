package bluesky_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

const (
	ourDID      = "did:plc:acme7rbw6xwqsxmrdnyhzjk2"
	ourHandle   = "acme.test"
	password    = "aaaa-bbbb-cccc-dddd"
	authorDID   = "did:plc:annyrbw6xwqsxmrdnyhzjk22"
	strangerDID = "did:plc:bobbyrbw6xwqsxmrdnyhzjk2"
)

// pds is a local account server with the chat service and the appview behind
// it. It ignores nothing that the real ones refuse: sessions, the proxy header,
// the syntax of TIDs, lexicon types.
type pds struct {
	mu       sync.Mutex
	records  map[string]map[string]any // by rkey
	puts     int
	messages []map[string]any
	session  int  // number of the one session that is good
	expired  bool // the access token has expired; the refresh token is good
	signIns  int
	refuse   string                    // error of getConvoForMembers
	views    map[string]map[string]any // posts by address; others are shown bare
	gone     bool                      // no post is shown
	labels   []any                     // of the author's account
	unshown  map[string]bool           // posts that nobody is shown
	blocked  bool                      // the author has blocked us
	gate     []any                     // who may answer, where we may not
	declared string                    // allowIncoming of every author
	noDMs    bool                      // the app password has no access to messages
}

func newPDS() *pds {
	return &pds{records: map[string]map[string]any{}, session: 1, views: map[string]map[string]any{}}
}

// token is a session's access or refresh token: a JWT whose signature is secret.
func (p *pds) token(kind string) string {
	scope := map[bool]string{true: "com.atproto.appPass", false: "com.atproto.appPassPrivileged"}[p.noDMs]
	payload, _ := json.Marshal(map[string]any{"scope": scope, "exp": 1_800_000_000})
	return fmt.Sprintf("e30.%s.jwt-%s-%d-secret", base64.RawURLEncoding.EncodeToString(payload), kind, p.session)
}

func (p *pds) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	in := map[string]any{}
	if r.Method == http.MethodPost && json.NewDecoder(r.Body).Decode(&in) != nil {
		fail(w, 400, "InvalidRequest", "no JSON")
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/xrpc/")
	if open, ok := map[string]func(http.ResponseWriter, *http.Request, map[string]any){
		"com.atproto.server.createSession":  p.createSession,
		"com.atproto.server.refreshSession": p.refreshSession,
		"app.bsky.actor.getProfile":         p.getProfile,
		"app.bsky.feed.getPosts":            p.getPosts,
	}[name]; ok {
		open(w, r, in)
		return
	}
	if !p.authorised(w, r) {
		return
	}
	if strings.HasPrefix(name, "chat.") && r.Header.Get("Atproto-Proxy") != chatService {
		fail(w, 501, "MethodNotImplemented", "Method Not Implemented")
		return
	}
	if strings.HasPrefix(name, "chat.") && p.noDMs {
		fail(w, 400, "InvalidToken", "Bad token scope")
		return
	}
	closed, ok := map[string]func(http.ResponseWriter, *http.Request, map[string]any){
		"com.atproto.repo.putRecord":         p.putRecord,
		"com.atproto.repo.getRecord":         p.getRecord,
		"chat.bsky.convo.getConvoForMembers": p.getConvo,
		"chat.bsky.convo.sendMessage":        p.sendMessage,
		"chat.bsky.convo.getMessages":        p.getMessages,
		"chat.bsky.convo.listConvos": func(w http.ResponseWriter, _ *http.Request, _ map[string]any) {
			answer(w, map[string]any{"convos": []any{}})
		},
		"chat.bsky.convo.getConvoAvailability": func(w http.ResponseWriter, _ *http.Request, _ map[string]any) {
			answer(w, map[string]any{"canChat": p.refuse == "" && p.declared != "none"})
		},
		"com.atproto.server.getSession": func(w http.ResponseWriter, _ *http.Request, _ map[string]any) {
			answer(w, map[string]any{"did": ourDID, "handle": ourHandle, "active": true})
		},
	}[name]
	if !ok {
		fail(w, 501, "MethodNotImplemented", "Method Not Implemented")
		return
	}
	closed(w, r, in)
}

func fail(w http.ResponseWriter, status int, name, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": name, "message": message})
}

func answer(w http.ResponseWriter, v any) { _ = json.NewEncoder(w).Encode(v) }

func (p *pds) createSession(w http.ResponseWriter, _ *http.Request, in map[string]any) {
	p.signIns++
	if in["password"] != password || in["identifier"] != ourHandle {
		fail(w, 401, "AuthenticationRequired", fmt.Sprintf("Invalid identifier or password %v", in["password"]))
		return
	}
	p.renew(w)
}

func (p *pds) refreshSession(w http.ResponseWriter, r *http.Request, _ map[string]any) {
	if r.Header.Get("Authorization") != "Bearer "+p.token("refresh") {
		fail(w, 400, "ExpiredToken", "Token has been revoked")
		return
	}
	p.renew(w)
}

func (p *pds) renew(w http.ResponseWriter) {
	p.session++
	p.expired = false
	answer(w, map[string]any{"did": ourDID, "handle": ourHandle, "accessJwt": p.token("access"), "refreshJwt": p.token("refresh"), "active": true})
}

func (p *pds) authorised(w http.ResponseWriter, r *http.Request) bool {
	switch {
	case r.Header.Get("Authorization") != "Bearer "+p.token("access"):
		fail(w, 400, "InvalidToken", "Token could not be verified "+r.Header.Get("Authorization"))
		return false
	case p.expired:
		fail(w, 400, "ExpiredToken", "Token has expired")
		return false
	}
	return true
}

func (p *pds) getProfile(w http.ResponseWriter, r *http.Request, _ map[string]any) {
	known := map[string]map[string]any{
		ourDID:    {"did": ourDID, "handle": ourHandle, "displayName": "Acme", "followersCount": 9},
		authorDID: {"did": authorDID, "handle": "ann.test", "displayName": "Ann", "followersCount": 12, "labels": p.labels},
	}
	actor := r.URL.Query().Get("actor")
	for did, v := range known {
		if actor == did || actor == v["handle"] {
			answer(w, v)
			return
		}
	}
	fail(w, 400, "InvalidRequest", "Profile not found")
}

// getPosts shows posts, to an account with what it may do: the account's server
// passes the call on to the appview.
func (p *pds) getPosts(w http.ResponseWriter, r *http.Request, _ map[string]any) {
	asAccount := r.Header.Get("Authorization") != ""
	if asAccount && !p.authorised(w, r) {
		return
	}
	if n := len(r.URL.Query()["uris"]); n == 0 || n > 25 {
		fail(w, 400, "InvalidRequest", "Error: uris must have 1 to 25 elements")
		return
	}
	posts := []any{}
	for _, uri := range r.URL.Query()["uris"] {
		if !p.gone && !p.unshown[uri] && !(p.blocked && asAccount) {
			posts = append(posts, p.view(uri, asAccount))
		}
	}
	answer(w, map[string]any{"posts": posts})
}

func (p *pds) view(uri string, asAccount bool) map[string]any {
	did, _, _ := strings.Cut(strings.TrimPrefix(uri, "at://"), "/")
	v := map[string]any{"uri": uri, "cid": "bafy", "author": map[string]any{
		"did": did, "handle": "shown.test", "labels": p.labels, "associated": map[string]any{"chat": map[string]any{"allowIncoming": p.declared}},
	}, "record": map[string]any{}, "indexedAt": "2026-11-22T09:00:01Z"}
	maps.Copy(v, p.views[uri])
	if asAccount && p.gate != nil {
		v["viewer"] = map[string]any{"replyDisabled": true}
		v["threadgate"] = map[string]any{"record": map[string]any{"allow": p.gate}}
	}
	return v
}

var tidSyntax = regexp.MustCompile(`^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$`)

func (p *pds) putRecord(w http.ResponseWriter, _ *http.Request, in map[string]any) {
	rkey, _ := in["rkey"].(string)
	record, _ := in["record"].(map[string]any)
	switch {
	case in["repo"] != ourDID || in["collection"] != "app.bsky.feed.post" || record["$type"] != in["collection"]:
		fail(w, 400, "InvalidRequest", "wrong repo, collection or $type")
	case !tidSyntax.MatchString(rkey):
		fail(w, 400, "InvalidRequest", "Invalid record key: not a TID")
	case !validRecord(record):
		fail(w, 400, "InvalidRecord", "Record/text or createdAt or reply or facets are wrong")
	default:
		p.puts++
		p.records[rkey] = record
		answer(w, map[string]any{"uri": "at://" + ourDID + "/app.bsky.feed.post/" + rkey, "cid": "bafyreic" + rkey})
	}
}

// validRecord checks the lexicon's types as far as a reply uses them.
func validRecord(record map[string]any) bool {
	text, isText := record["text"].(string)
	created, _ := record["createdAt"].(string)
	_, err := time.Parse(time.RFC3339, created)
	reply, _ := record["reply"].(map[string]any)
	ok := isText && utf8.RuneCountInString(text) <= 3000 && err == nil
	for _, key := range []string{"root", "parent"} {
		ref, _ := reply[key].(map[string]any)
		uri, _ := ref["uri"].(string)
		cid, _ := ref["cid"].(string)
		ok = ok && strings.HasPrefix(uri, "at://did:") && cid != ""
	}
	facets, _ := record["facets"].([]any)
	for _, f := range facets {
		index, _ := f.(map[string]any)["index"].(map[string]any)
		start, _ := index["byteStart"].(float64)
		end, _ := index["byteEnd"].(float64)
		ok = ok && start >= 0 && start < end && int(end) <= len(text)
	}
	return ok
}

func (p *pds) getRecord(w http.ResponseWriter, r *http.Request, _ map[string]any) {
	q := r.URL.Query()
	record, ok := p.records[q.Get("rkey")]
	if !ok || q.Get("repo") != ourDID || q.Get("collection") != "app.bsky.feed.post" {
		fail(w, 400, "RecordNotFound", "Could not locate record: at://"+ourDID+"/app.bsky.feed.post/"+q.Get("rkey"))
		return
	}
	answer(w, map[string]any{"uri": "at://" + ourDID + "/app.bsky.feed.post/" + q.Get("rkey"), "cid": "bafy", "value": record})
}

func (p *pds) getConvo(w http.ResponseWriter, r *http.Request, _ map[string]any) {
	if p.refuse != "" {
		fail(w, 400, p.refuse, "recipient has disabled incoming messages")
		return
	}
	answer(w, map[string]any{"convo": map[string]any{"id": "convo-" + r.URL.Query().Get("members"), "rev": "1", "members": []any{}}})
}

func (p *pds) sendMessage(w http.ResponseWriter, _ *http.Request, in map[string]any) {
	m, _ := in["message"].(map[string]any)
	text, _ := m["text"].(string)
	if in["convoId"] != "convo-"+authorDID || text == "" {
		fail(w, 400, "InvalidConvo", "no such conversation")
		return
	}
	view := map[string]any{
		"$type": "chat.bsky.convo.defs#messageView", "id": fmt.Sprint("m", len(p.messages)), "rev": "1", "text": text,
		"sender": map[string]any{"did": ourDID}, "sentAt": time.Now().UTC().Format(time.RFC3339Nano),
	}
	p.messages = append(p.messages, view)
	answer(w, view)
}

// getMessages serves pages of two, the newest first.
func (p *pds) getMessages(w http.ResponseWriter, r *http.Request, _ map[string]any) {
	skip := 0
	_, _ = fmt.Sscan(r.URL.Query().Get("cursor"), &skip)
	page := []any{}
	for i := len(p.messages) - 1 - skip; i >= 0 && len(page) < 2; i-- {
		page = append(page, p.messages[i])
	}
	out := map[string]any{"messages": page}
	if skip+len(page) < len(p.messages) {
		out["cursor"] = fmt.Sprint(skip + len(page))
	}
	answer(w, out)
}

// chatService is what the network of the tests calls its chat service.
const chatService = "did:web:chat.example#bsky_chat"
