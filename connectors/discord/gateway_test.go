package discord_test

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest"
)

// After an outage the session goes on, with what was deleted meanwhile; in
// another process too.
func TestASessionIsResumed(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, nil)
	r := follow(t, c, states, "")
	m := s.say(ann, support, "the first", nil)
	r.next(t)
	if err := r.stop(); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	s.remove(m)
	s.hub.send("MESSAGE_DELETE", object{"id": m["id"], "channel_id": support})
	s.say(ann, support, "meanwhile", nil)
	asked := len(s.asked())
	c, states = connect(t, s, nil)
	r = follow(t, c, states, r.cursor)
	defer r.stop()
	if got := r.next(t); got.ID != m["id"] || !got.Deleted {
		t.Errorf("the deletion: %+v", got)
	}
	got := r.next(t)
	if sessions, resumes := s.hub.begun(); got.Text != "meanwhile" || sessions != 1 || resumes != 1 {
		t.Errorf("%+v after %d sessions, %d resumptions", got, sessions, resumes)
	}
	if pages := paths(s.asked()[asked:], "/messages"); len(pages) > 0 {
		t.Errorf("channels were read for nothing: %q", pages)
	}
}

// When the session has ended, each channel with a gap is read on from a little
// before where it was; those without are not asked.
func TestAGapIsFilled(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, nil)
	r := follow(t, c, states, "")
	s.say(ann, support, "the first", nil)
	r.next(t)
	r.stop()
	s.hub.forget()
	want := []string{"the first"} // again, by a process that cannot know it
	s.mu.Lock()
	for i := range 250 {
		m := s.put(ann, support, strings.Repeat("x", 1+i), nil)
		want = append(want, m["content"].(string))
	}
	s.put(ann, office, connectortest.Keyword, naming())
	s.put(ann, hidden, connectortest.Keyword, naming())
	thread := object{"id": s.id(), "guild_id": guildID, "parent_id": support, "name": "a new thread", "type": 11, "owner_id": annID}
	s.rooms = append(s.rooms, thread)
	s.put(ann, thread["id"].(string), "in a new thread", nil)
	s.mu.Unlock()
	want = append(want, "in a new thread")
	asked := len(s.asked())
	c, states = connect(t, s, nil)
	r = follow(t, c, states, r.cursor)
	defer r.stop()
	var got []string
	for range want {
		got = append(got, r.next(t).Text)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%d posts of %d, or in another order", len(got), len(want))
	}
	s.say(ann, support, "the last", nil)
	if got := r.next(t); got.Text != "the last" {
		t.Errorf("then came %q", got.Text)
	}
	if pages := paths(s.asked()[asked:], "/messages"); len(pages) > 6 || len(paths(pages, general)) > 0 || len(paths(pages, hidden)) > 0 {
		t.Errorf("asked for %q", pages)
	}
}

func paths(requests []string, part string) []string {
	return slices.DeleteFunc(slices.Clone(requests), func(r string) bool { return !strings.Contains(r, part) })
}

// Threads that were opened, written in and archived during an outage are read,
// and only those.
func TestThreadsThatWereArchivedMeanwhile(t *testing.T) {
	s := plainServer(t)
	thread := func(name string, archived time.Time) {
		at := object{"id": s.id(), "guild_id": guildID, "parent_id": support, "name": name, "type": 11, "owner_id": annID}
		s.rooms = append(s.rooms, at)
		s.put(ann, at["id"].(string), name, nil)
		s.archive(at, archived)
	}
	s.mu.Lock()
	thread("long before", time.Now().Add(-time.Hour))
	s.mu.Unlock()
	c, states := connect(t, s, nil)
	r := follow(t, c, states, "")
	s.say(ann, support, "the first", nil)
	r.next(t)
	r.stop()
	s.hub.forget()
	s.mu.Lock()
	thread("one", time.Now())
	thread("two", time.Now().Add(time.Millisecond))
	s.mu.Unlock()
	c, states = connect(t, s, nil)
	r = follow(t, c, states, r.cursor)
	defer r.stop()
	s.say(ann, support, "the last", nil)
	if got := r.texts(t, "the last"); !slices.Equal(got, []string{"one", "two", "the first"}) {
		t.Errorf("got %q", got)
	}
}

// Edits and deletions during an outage are found where the session is lost, but
// not the process.
func TestEditsAndDeletionsDuringAnOutage(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, nil)
	r := follow(t, c, states, "")
	s.say(ann, support, "kept", nil)
	edited := s.say(ann, general, "edited", naming())
	removed := s.say(ann, general, "removed", naming())
	r.texts(t, "removed")
	r.stop()
	s.hub.forget()
	s.mu.Lock()
	edited["content"], edited["edited_timestamp"] = "edited, and worse", time.Now().UTC().Format(time.RFC3339Nano)
	s.mu.Unlock()
	s.remove(removed)
	r = follow(t, c, states, r.cursor)
	defer r.stop()
	got := map[any]care.Mention{}
	for range 2 {
		m := r.next(t)
		got[m.ID] = m
	}
	if got[edited["id"]].Text != "edited, and worse" || !got[removed["id"]].Deleted {
		t.Errorf("got %+v", got)
	}
	s.say(ann, support, "the last", nil)
	if m := r.next(t); m.Text != "the last" {
		t.Errorf("then came %+v", m)
	}
}

// keeper is the store, with what an earlier process handed on.
type keeper struct {
	connectors.Host
	kept []care.Mention
}

func (*keeper) Heard() {}

func (*keeper) Stored(context.Context, string, string) (bool, error) { return true, nil }

func (k *keeper) Kept(context.Context, string, time.Time, int) ([]care.Mention, error) {
	return k.kept, nil
}

// After a restart too: a stored post that is missing where it should stand was
// deleted. What stands before the page that is read, in a channel that cannot be
// read, or in a direct conversation, proves nothing.
func TestDeletionsBeforeARestart(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, nil)
	r := follow(t, c, states, "")
	stays := s.say(ann, general, "stays", naming())
	edited := s.say(ann, general, "edited", naming())
	removed := s.say(ann, general, "removed", naming())
	got := map[any]care.Mention{}
	for range 3 {
		m := r.next(t)
		got[m.ID] = m
	}
	r.stop()
	s.hub.forget()
	old, hidden, direct := got[removed["id"]], got[removed["id"]], got[removed["id"]]
	old.ID, hidden.ID, direct.ID = "1", "2", "3"
	hidden.Ref, direct.Ref = `{"channel":"4040404040404"}`, `{"channel":"5050505050505","guild":""}`
	s.remove(removed)
	s.mu.Lock()
	edited["content"], edited["edited_timestamp"] = "edited, and worse", time.Now().UTC().Format(time.RFC3339Nano)
	for i := range 98 { // a page, together with the two that stand
		s.put(ann, general, "passes by "+strconv.Itoa(i), nil)
	}
	s.mu.Unlock()
	kept := []care.Mention{got[removed["id"]], got[stays["id"]], got[edited["id"]], old, hidden, direct}
	c, states = connectWith(t, s, nil, &keeper{kept: kept})
	r = follow(t, c, states, r.cursor)
	defer r.stop()
	then := map[any]care.Mention{}
	for range 2 {
		m := r.next(t)
		then[m.ID] = m
	}
	if !then[removed["id"]].Deleted || then[edited["id"]].Text != "edited, and worse" {
		t.Errorf("got %+v", then)
	}
	s.say(ann, support, "the last", nil)
	if m := r.next(t); m.Text != "the last" {
		t.Errorf("then came %+v", m)
	}
}

// A session that the gateway wants anew goes on, and is no loop.
func TestTheGatewayWantsANewConnection(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, nil)
	r := follow(t, c, states, "")
	s.hub.raw([]byte(`{"op":7}`))
	if err := r.end(t); err == nil || !strings.Contains(err.Error(), "new connection") {
		t.Errorf("a second after it began: %v", err)
	}
}

// The codes with which the gateway closes say which step of the setup is wrong.
func TestTheErrorNamesTheStep(t *testing.T) {
	for _, tt := range []struct {
		code     int
		settings map[string]any
		want     error
		says     string
	}{
		{4004, nil, connectors.ErrUnauthorized, "step 2"},
		{4014, nil, connectors.ErrUnauthorized, "Message Content Intent is off: switch it on"},
		{4011, nil, connectors.ErrMisconfigured, "shards"},
		{0, map[string]any{"token": "Bot wrong"}, connectors.ErrUnauthorized, "step 2"},
	} {
		s := plainServer(t)
		s.hub.closing = closeCode(tt.code)
		c, _ := connect(t, s, tt.settings)
		err := c.Read(t.Context(), "", func(context.Context, connectors.Batch) error { return nil })
		if err == nil || !isError(err, tt.want) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("code %d: %v", tt.code, err)
		}
	}
}

// Without the text of all posts it is asked for no more than is given.
func TestIntents(t *testing.T) {
	for content, want := range map[bool]int64{true: 1 | 1<<9 | 1<<12 | 1<<15, false: 1 | 1<<9 | 1<<12} {
		s := plainServer(t)
		c, states := connect(t, s, map[string]any{"message_content": content})
		r := follow(t, c, states, "")
		r.stop()
		s.hub.mu.Lock()
		if s.hub.intents != want {
			t.Errorf("message_content %t asks for %b", content, s.hub.intents)
		}
		s.hub.mu.Unlock()
	}
}
