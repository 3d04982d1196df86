package discord_test

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"goodgraces/care"
	"goodgraces/connectors/connectortest"
	"goodgraces/connectors/discord"
)

const (
	token     = "bot-tok.en-of-the-brand"
	botID     = "500000000000000001"
	annID     = "500000000000000007"
	staffID   = "500000000000000008"
	guildID   = "600000000000000001"
	support   = "700000000000000001"
	general   = "700000000000000002"
	office    = "700000000000000003"
	hidden    = "700000000000000004"
	category  = "700000000000000005"
	approvals = "700000000000000006"
	botRole   = "800000000000000001"
	heartbeat = time.Second
)

type object = map[string]any

func account(id, name string) object {
	return object{"id": id, "username": name, "discriminator": "0", "global_name": "The " + name, "bot": id == botID}
}

var us, ann = account(botID, "larkspur"), account(annID, "ann")

// server speaks Discord's API version 9 and its gateway.
type server struct {
	mu       sync.Mutex
	url      string
	serial   uint64
	rooms    []object
	posts    map[string][]object // by channel, in the order of their IDs
	nonces   map[string]string   // ID of the message, by author's nonce
	refusing bool                // nobody takes direct messages
	shuffled bool                // pages come in no order
	rights   map[string]string   // what the bot lacks, by channel
	flags    int64
	requests []string
	bodies   []object // of writes
	hub      *hub
	streams  *connectortest.Streams
	news     chan struct{} // a message of ours is new or changed
	close    func()
	said     chan said // what answers interactions

	registered chan string // the path of a command that was registered
}

func newServer(t *testing.T, wrap func(http.Handler) http.Handler) *server {
	t.Helper()
	s := &server{posts: map[string][]object{}, nonces: map[string]string{}, rights: map[string]string{}, flags: 1 << 19, hub: newHub(), streams: &connectortest.Streams{Is: func(r *http.Request) bool { return r.URL.Path == "/gateway/" }}, news: make(chan struct{}, 1), said: make(chan said, 100), registered: make(chan string, 100)}
	for id, name := range map[string]string{support: "support", general: "general", office: "office", hidden: "hidden", approvals: "approvals"} {
		s.rooms = append(s.rooms, object{"id": id, "guild_id": guildID, "name": name, "type": 0, "parent_id": category, "permission_overwrites": []any{}})
	}
	s.rights[hidden] = "1024"
	s.rooms = append(s.rooms, object{"id": category, "guild_id": guildID, "name": "Customers", "type": 4})
	srv := httptest.NewServer(s.streams.Wrap(wrap(s)))
	s.url = srv.URL
	var once sync.Once
	s.close = func() { once.Do(func() { s.streams.Break(); srv.CloseClientConnections(); srv.Close() }) }
	t.Cleanup(s.close)
	s.say(ann, support, "My parcel is lost", nil)
	return s
}

// id gives the next ID, by the clock.
func (s *server) id() string {
	s.serial++
	return strconv.FormatUint(uint64(time.Now().UnixMilli()-1_420_070_400_000)<<22|s.serial&0x3fffff, 10)
}

// asked returns the requests so far.
func (s *server) asked() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

func (s *server) channel(id string) object {
	i := slices.IndexFunc(s.rooms, func(r object) bool { return r["id"] == id })
	if i < 0 {
		return nil
	}
	return s.rooms[i]
}

// say publishes a message and tells of it.
func (s *server) say(by object, channel, text string, more object) object {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.put(by, channel, text, more)
	s.hub.send("MESSAGE_CREATE", m)
	return m
}

// later gives a message its ID now and shows it later: the clocks of Discord's
// machines differ. Pages come in no order from then on.
func (s *server) later(by object, channel, text string) (show func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.id()
	s.shuffled = true
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		last := s.channel(channel)["last_message_id"]
		m := s.put(by, channel, text, object{"id": id})
		if last != nil {
			s.channel(channel)["last_message_id"] = last
		}
		slices.SortStableFunc(s.posts[channel], func(a, b object) int { return strings.Compare(fmt.Sprint(a["id"]), fmt.Sprint(b["id"])) })
		s.hub.send("MESSAGE_CREATE", m)
	}
}

func (s *server) put(by object, channel, text string, more object) object {
	m := object{"id": s.id(), "channel_id": channel, "type": 0, "content": text, "author": by, "timestamp": time.Now().UTC().Format(time.RFC3339Nano),
		"edited_timestamp": nil, "mentions": []any{}, "mention_roles": []any{}, "attachments": []any{}, "embeds": []any{}, "components": []any{object{"type": 99}}}
	maps.Copy(m, more)
	if r := s.channel(channel); r != nil && r["guild_id"] != nil {
		m["guild_id"] = r["guild_id"]
		r["last_message_id"] = m["id"]
	}
	s.posts[channel] = append(s.posts[channel], m)
	return m
}

func answers(m object) object {
	return object{"type": 19, "message_reference": object{"type": 0, "message_id": m["id"], "channel_id": m["channel_id"]},
		"referenced_message": object{"id": m["id"], "author": m["author"], "content": m["content"]}}
}

func (s *server) edit(m object, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m["content"], m["edited_timestamp"] = text, time.Now().UTC().Format(time.RFC3339Nano)
	s.hub.send("MESSAGE_UPDATE", m)
}

func (s *server) remove(m object) {
	s.mu.Lock()
	defer s.mu.Unlock()
	channel := m["channel_id"].(string)
	s.posts[channel] = slices.DeleteFunc(s.posts[channel], func(o object) bool { return o["id"] == m["id"] })
}

func (s *server) find(channel, id string) object {
	i := slices.IndexFunc(s.posts[channel], func(o object) bool { return o["id"] == id })
	if i < 0 {
		return nil
	}
	return s.posts[channel][i]
}

func fail(w http.ResponseWriter, status, code int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(object{"code": code, "message": message})
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/gateway/" {
		s.hub.serve(w, r)
		return
	}
	path, ok := strings.CutPrefix(r.URL.Path, "/api/v9/")
	raw, _ := io.ReadAll(r.Body)
	var body object
	_ = json.Unmarshal(raw, &body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, r.Method+" "+path)
	if body != nil && r.Method != http.MethodGet {
		s.bodies = append(s.bodies, body)
	}
	switch {
	case !ok:
		fail(w, 404, 0, "404: Not Found")
	case r.Header.Get("Authorization") != "Bot "+token:
		fail(w, 401, 0, "401: Unauthorized")
	case r.Method == http.MethodPatch && strings.HasPrefix(path, "channels/"):
		s.change(w, strings.Split(path, "/"), body)
	case strings.HasPrefix(path, "interactions/") || strings.HasPrefix(path, "webhooks/"):
		s.said <- said{r.Method + " " + path[:strings.Index(path, "/")], body}
		w.WriteHeader(http.StatusNoContent)
	case r.Method == http.MethodPost:
		s.write(w, strings.Split(path, "/"), body)
	default:
		s.read(w, r, strings.Split(path, "/"))
	}
}

// write answers POST.
func (s *server) write(w http.ResponseWriter, path []string, body object) {
	switch is := strings.Join(path, "/"); {
	case is == "users/@me/channels":
		_ = json.NewEncoder(w).Encode(object{"id": directWith(body["recipient_id"]), "type": 1})
	case path[0] == "channels" && path[len(path)-1] == "threads":
		thread := object{"id": s.id(), "guild_id": guildID, "parent_id": path[1], "name": body["name"], "type": int(body["type"].(float64)), "owner_id": botID}
		s.rooms = append(s.rooms, thread)
		_ = json.NewEncoder(w).Encode(thread)
	case path[0] == "channels" && path[2] == "messages":
		s.message(w, path[1], body)
	case path[0] == "applications" && path[len(path)-1] == "commands":
		_ = json.NewEncoder(w).Encode(merged(body, object{"id": s.id()}))
		s.registered <- strings.Join(path, "/")
	default:
		fail(w, 404, 0, "404: Not Found")
	}
}

// said is an answer to an interaction.
type said struct {
	call string
	body object
}

// change takes an edit of one of our messages.
func (s *server) change(w http.ResponseWriter, path []string, body object) {
	m := s.find(path[1], path[3])
	if m == nil {
		fail(w, 404, 10008, "Unknown Message")
		return
	}
	maps.Copy(m, body)
	_ = json.NewEncoder(w).Encode(m)
	s.changed()
}

func (s *server) changed() {
	select {
	case s.news <- struct{}{}:
	default:
	}
}

// directWith is the ID of the direct conversation with somebody.
func directWith(who any) string { return "9" + fmt.Sprint(who)[1:] }

func (s *server) message(w http.ResponseWriter, channel string, body object) {
	content, _ := body["content"].(string)
	nonce, _ := body["nonce"].(string)
	direct := s.channel(channel) == nil
	switch to, answering := body["message_reference"].(object); {
	case strings.Contains(string(encode(body)), "POISON"):
		fail(w, 400, 50035, "Invalid Form Body")
		return
	case direct && s.refusing:
		fail(w, 403, 50007, "Cannot send messages to this user")
		return
	case utf8.RuneCountInString(content) > 2000 || len(nonce) > 25 || content == "" && body["embeds"] == nil:
		fail(w, 400, 50035, "Invalid Form Body")
		return
	case answering && s.find(channel, fmt.Sprint(to["message_id"])) == nil:
		fail(w, 400, 50035, "Invalid Form Body: Unknown message")
		return
	case s.rights[channel] == "2048":
		fail(w, 403, 50013, "Missing Permissions")
		return
	case body["enforce_nonce"] == true && s.nonces[nonce] != "":
		_ = json.NewEncoder(w).Encode(s.find(channel, s.nonces[nonce]))
		return
	default:
		more := object{"embeds": body["embeds"], "allowed_mentions": body["allowed_mentions"]}
		if body["components"] != nil {
			more["components"] = body["components"]
		}
		if answering {
			more["type"], more["message_reference"] = 19, to
		}
		m := s.put(us, channel, content, more)
		s.nonces[nonce] = m["id"].(string)
		s.changed()
		s.hub.send("MESSAGE_CREATE", m)
		_ = json.NewEncoder(w).Encode(m)
	}
}

// mention is a message as something to be answered.
func (s *server) mention(m object) care.Mention {
	channel := m["channel_id"].(string)
	return care.Mention{
		ID: m["id"].(string), Platform: discord.Platform, Author: care.Author{ID: annID, Handle: "ann", Name: "Ann"},
		URL: fmt.Sprintf("%s/channels/%s/%s/%s", s.url, guildID, channel, m["id"]), Ref: fmt.Sprintf(`{"channel":%q,"guild":%q}`, channel, guildID),
	}
}
