package discord_test

import (
	"context"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/discord"
)

func plainServer(t *testing.T) *server {
	s := newServer(t, func(h http.Handler) http.Handler { return h })
	s.hub.every = 20 * time.Second // a busy machine is no silent gateway
	return s
}

// connect makes a connector with some settings changed. Its states go to the
// channel.
func connect(t *testing.T, s *server, change map[string]any) (*discord.Discord, chan string) {
	t.Helper()
	return connectWith(t, s, change, nil)
}

func connectWith(t *testing.T, s *server, change map[string]any, host connectors.Host) (*discord.Discord, chan string) {
	t.Helper()
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	return connectOver(t, s, change, host, transport)
}

func connectOver(t *testing.T, s *server, change map[string]any, host connectors.Host, transport http.RoundTripper) (*discord.Discord, chan string) {
	t.Helper()
	raw := s.settings()
	raw["poll"] = "1h" // the channels are looked through when the test wants it
	maps.Copy(raw, change)
	set, err := discord.Type().Spec.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	states := make(chan string, 1000)
	c, err := discord.New("discord", set, connectors.Env{
		Client: &http.Client{Transport: transport, Timeout: time.Minute}, Now: time.Now, Handles: []string{"larkspur_help"},
		Status: func(state, reason string) { states <- state + " " + reason }, Host: host,
	})
	if err != nil {
		t.Fatal(err)
	}
	return c.(*discord.Discord), states
}

// reading is a Read under way.
type reading struct {
	out    chan connectors.Batch
	cursor string
	stop   func() error
	ended  chan error
}

// end waits until Read ends by itself.
func (r *reading) end(t *testing.T) error {
	t.Helper()
	select {
	case err := <-r.ended:
		return err
	case <-time.After(20 * time.Second):
		t.Fatal("Read goes on")
		return nil
	}
}

// follow reads from a cursor until stop.
func follow(t *testing.T, c *discord.Discord, states <-chan string, cursor string) *reading {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r := &reading{out: make(chan connectors.Batch, 10_000), cursor: cursor, ended: make(chan error, 1)}
	t.Cleanup(cancel)
	go func() {
		r.ended <- c.Read(ctx, cursor, func(_ context.Context, b connectors.Batch) error { r.out <- b; return nil })
	}()
	r.stop = func() error { cancel(); return <-r.ended }
	until(t, states, "connected")
	if cursor == "" {
		r.settle(t)
	}
	return r
}

// settle waits until the channels were looked through and the session is kept.
func (r *reading) settle(t *testing.T) {
	t.Helper()
	for over := time.After(20 * time.Second); !strings.Contains(r.cursor, `"session"`); {
		select {
		case b := <-r.out:
			r.cursor = b.Cursor
		case <-over:
			t.Fatal("the channels are still looked through")
		}
	}
}

// until waits for a state.
func until(t *testing.T, states <-chan string, want string) {
	t.Helper()
	over := time.After(20 * time.Second)
	for {
		select {
		case got := <-states:
			if strings.Contains(got, want) {
				return
			}
		case <-over:
			t.Fatalf("it never said %q", want)
		}
	}
}

// next returns the next mention.
func (r *reading) next(t *testing.T) care.Mention {
	t.Helper()
	over := time.After(20 * time.Second)
	for {
		select {
		case b := <-r.out:
			if b.Cursor != "" {
				r.cursor = b.Cursor
			}
			if len(b.Mentions) > 0 {
				return b.Mentions[0]
			}
		case <-over:
			t.Fatal("nothing was emitted")
		}
	}
}

// texts returns what is emitted up to a post with the text.
func (r *reading) texts(t *testing.T, last string) []string {
	t.Helper()
	for got := []string{}; ; {
		m := r.next(t)
		if m.Text == last {
			return got
		}
		got = append(got, m.Text)
	}
}

func naming() object { return object{"mentions": []any{us}} }

func merged(all ...object) object {
	out := object{}
	for _, o := range all {
		maps.Copy(out, o)
	}
	return out
}

// What concerns us is read, once, and nothing else.
func TestRules(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, map[string]any{"staff": []any{"@Sam", "800000000000000009"}})
	r := follow(t, c, states, "")
	defer r.stop()
	first := s.posts[support][0]
	want := []string{}
	wanted := func(m object) { want = append(want, m["content"].(string)) }
	s.say(ann, general, "nothing of interest", nil)
	wanted(s.say(ann, support, "every post of this channel", nil))
	wanted(s.say(ann, general, "the ConnectorTest is late", nil))
	wanted(s.say(ann, general, "where is it", naming()))
	wanted(s.say(ann, general, "the role is called too", object{"mention_roles": []any{botRole}}))
	s.say(ann, general, "everybody look", object{"mention_everyone": true})
	wanted(s.say(ann, general, "still waiting", answers(object{"id": "17", "channel_id": general, "author": us})))
	s.say(ann, office, "connectortest among ourselves", naming())
	s.say(us, support, "News of connectortest", nil)
	s.say(account(staffID, "sam"), support, "News too", nil)
	wanted(s.say(us, support, "We are on it", answers(first)))
	wanted(s.say(account(staffID, "sam"), support, "So am I", answers(first)))
	wanted(s.say(account("5", "kim"), support, "And I, by my role", merged(answers(first), object{"member": object{"roles": []any{"800000000000000009"}}})))
	s.say(ann, support, "pinned something", object{"type": 6})
	wanted(s.say(ann, directWith(annID), "my number is 5", nil))
	if got := r.texts(t, s.say(ann, support, "the last", nil)["content"].(string)); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestAMentionSaysWhatIsKnown(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, map[string]any{"staff": []any{staffID}})
	r := follow(t, c, states, "")
	defer r.stop()
	m := s.say(ann, support, "<@!"+botID+"> look at <#"+general+"> <:angry:123456> <@&5> <@99> <t:1>", merged(naming(), object{"member": object{"nick": "Annie", "roles": []any{}}}))
	got := r.next(t)
	want := care.Mention{
		ID: m["id"].(string), Platform: "discord", Connector: "discord", Author: care.Author{ID: annID, Handle: "ann", Name: "Annie"},
		Text: "@larkspur look at #general :angry: @role @somebody <t:1>", CreatedAt: got.CreatedAt,
		URL: s.mention(m).URL, Ref: s.mention(m).Ref,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if age := time.Since(got.CreatedAt); age < 0 || age > time.Minute {
		t.Errorf("created %s", got.CreatedAt)
	}
	answer := s.say(account(staffID, "sam"), support, "On it", answers(m))
	if got := r.next(t); got.By != care.ByBrand || got.InReplyTo != m["id"] || got.Thread != m["id"] || got.ThreadAuthor != annID {
		t.Errorf("an answer of ours: %+v", got)
	}
	s.say(account("77", "bob"), support, "Me too", answers(answer))
	if got := r.next(t); got.By != "" || got.InReplyTo != answer["id"] || got.Thread != m["id"] || got.ThreadAuthor != annID {
		t.Errorf("an answer to the answer: %+v", got)
	}
	s.say(account(annID, "hook"), support, "deployed connectortest", object{"webhook_id": "5"})
	if got := r.next(t); !got.Author.Bot {
		t.Errorf("a program's post: %+v", got.Author)
	}
	s.say(ann, support, "", object{"message_reference": object{"type": 1, "message_id": "5"}, "message_snapshots": []any{object{"message": object{"content": "look what they wrote"}}}})
	if got := r.next(t); !got.Repost || got.Text != "look what they wrote" || got.InReplyTo != "" {
		t.Errorf("a forwarded post: %+v", got)
	}
}

// A thread is a conversation, and is read with its channel.
func TestThreads(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, nil)
	r := follow(t, c, states, "")
	defer r.stop()
	first := s.posts[support][0]
	thread := object{"id": first["id"], "guild_id": guildID, "parent_id": support, "name": "My parcel", "type": 11, "owner_id": "77"}
	s.mu.Lock()
	s.rooms = append(s.rooms, thread)
	s.mu.Unlock()
	s.hub.send("THREAD_CREATE", thread)
	s.say(account("78", "cy"), first["id"].(string), "same here", nil)
	if got := r.next(t); got.Thread != first["id"] || got.ThreadAuthor != "77" || !strings.Contains(got.URL, "/"+first["id"].(string)+"/") {
		t.Errorf("in a thread: %+v", got)
	}
}

// What is said to us in private says so; a private thread of ours is read
// wherever it stands.
func TestPrivateWords(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, nil)
	r := follow(t, c, states, "")
	defer r.stop()
	thread := func(id, owner string) string {
		o := object{"id": id, "guild_id": guildID, "parent_id": general, "name": "Your parcel", "type": 12, "owner_id": owner}
		s.mu.Lock()
		s.rooms = append(s.rooms, o)
		s.mu.Unlock()
		s.hub.send("THREAD_CREATE", o)
		return id
	}
	s.say(ann, thread("600000000000000001", "77"), "among others", nil)
	for channel, private := range map[string]bool{directWith(annID): true, thread("600000000000000002", botID): true, support: false} {
		m := s.say(ann, channel, "It went well", nil)
		if got := r.next(t); got.ID != m["id"] || got.Private != private {
			t.Errorf("in %s: %+v", channel, got)
		}
	}
}

// Edits and deletions are passed on; what is shown below a post is no edit.
func TestEditsAndDeletions(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, nil)
	r := follow(t, c, states, "")
	defer r.stop()
	m := s.say(ann, general, "connectortest is late", nil)
	r.next(t)
	s.hub.send("MESSAGE_UPDATE", merged(m, object{"embeds": []any{object{"title": "a preview"}}}))
	s.edit(m, "it is late, no name any more")
	if got := r.next(t); got.Text != "it is late, no name any more" || got.EditedAt.IsZero() || got.Deleted {
		t.Errorf("an edit: %+v", got)
	}
	quiet := s.say(ann, general, "nothing of interest", nil)
	s.edit(quiet, "connectortest after all")
	if got := r.next(t); got.ID != quiet["id"] {
		t.Errorf("what concerns us by an edit: %+v", got)
	}
	s.mu.Lock()
	quiet["content"], quiet["edited_timestamp"] = "and again", time.Now().Add(time.Minute).UTC().Format(time.RFC3339Nano)
	s.mu.Unlock()
	s.hub.send("MESSAGE_UPDATE", object{"id": quiet["id"], "channel_id": general, "guild_id": guildID, "edited_timestamp": quiet["edited_timestamp"]})
	if got := r.next(t); got.ID != quiet["id"] || got.Text != "and again" || got.Author.ID != annID {
		t.Errorf("an edit of which a part was told: %+v", got)
	}
	s.hub.send("MESSAGE_DELETE", object{"id": "5", "channel_id": office, "guild_id": guildID})
	s.hub.send("MESSAGE_DELETE", object{"id": m["id"], "channel_id": general, "guild_id": guildID})
	if got := r.next(t); got.ID != m["id"] || !got.Deleted || got.Text != "" {
		t.Errorf("a deletion: %+v", got)
	}
	s.hub.send("MESSAGE_DELETE_BULK", object{"ids": []any{"5", "6", "x"}, "channel_id": support, "guild_id": guildID})
	select {
	case b := <-r.out:
		if len(b.Mentions) != 2 || !b.Mentions[0].Deleted || b.Mentions[1].ID != "6" {
			t.Errorf("a deletion of many: %+v", b.Mentions)
		}
	case <-time.After(20 * time.Second):
		t.Error("a deletion of many is not passed on")
	}
}

// A channel that is asked for and not seen is told of, and reading goes on.
func TestAChannelThatIsNotSeen(t *testing.T) {
	s := plainServer(t)
	s.rooms = append(s.rooms, object{"id": "700000000000000009", "guild_id": guildID, "name": "Ideas", "type": 15}) // a forum without a thread
	c, states := connect(t, s, map[string]any{"channels": []any{"support", "nowhere", "#ideas", category}})
	r := follow(t, c, states, "")
	defer r.stop()
	until(t, states, "degraded no channel called #nowhere is seen")
	s.say(ann, general, "the category is read whole", nil)
	if got := r.next(t); got.Text != "the category is read whole" {
		t.Errorf("%+v", got)
	}
}
