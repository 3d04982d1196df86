package bluesky_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// keeper is the store, with what an earlier process handed on.
type keeper struct {
	connectors.Host
	posts []string
	kept  []care.Mention
}

func (*keeper) Heard() {}

func (k *keeper) Stored(_ context.Context, _, id string) (bool, error) {
	return slices.Contains(k.posts, id), nil
}

func (k *keeper) Kept(context.Context, string, time.Time, int) ([]care.Mention, error) {
	return k.kept, nil
}
func (k *keeper) Account(context.Context, string) (bool, error)              { return true, nil }
func (k *keeper) StoredOf(context.Context, string, string) ([]string, error) { return k.posts, nil }

// What was stored before a restart is deleted all the same, and so is what an
// account leaves behind.
func TestDeletesOfWhatIsStored(t *testing.T) {
	n := startNetwork(t)
	uri := "at://" + authorDID + "/app.bsky.feed.post/3kold"
	c, status := connectTo(t, n, nil, &keeper{posts: []string{uri}}, time.Now)
	out, stop := follow(t, c, status, "")
	n.commit(t, authorDID, "delete", "3kother", nil)
	n.commit(t, authorDID, "delete", "3kold", nil)
	if m := (<-out).Mentions; len(m) != 1 || m[0].ID != uri || !m[0].Deleted || m[0].Platform != "bluesky" || m[0].Connector != "sky" {
		t.Errorf("deleted: %+v", m)
	}
	for _, account := range []string{`{"active":true}`, `{"active":false,"status":"deactivated"}`, `{"active":false,"status":"takendown"}`} {
		us, _ := n.stamp()
		n.carry(us, []byte(`{"did":"`+authorDID+`","time_us":1,"kind":"account","account":`+account+`}`))
	}
	n.commit(t, authorDID, "create", "", sky("@acme", naming(ourDID)))
	if m := (<-out).Mentions; len(m) != 1 || m[0].ID != uri || !m[0].Deleted {
		t.Errorf("taken down: %+v", m)
	}
	if m := (<-out).Mentions; m[0].Text != "@acme" {
		t.Errorf("left by an account that may come back: %+v", m)
	}
	_ = stop()
}

func TestLabels(t *testing.T) {
	n := startNetwork(t)
	n.labels = []any{
		map[string]any{"src": "did:plc:mod", "val": "spam"}, map[string]any{"src": "did:plc:mod", "val": "rude", "neg": true},
		map[string]any{"src": authorDID, "val": "!no-unauthenticated"}, map[string]any{"src": authorDID, "val": "bot"},
	}
	c, status := connect(t, n, nil)
	out, stop := follow(t, c, status, "")
	more := naming(ourDID)
	more["labels"] = map[string]any{"$type": "com.atproto.label.defs#selfLabels", "values": []any{map[string]any{"val": "porn"}}}
	n.commit(t, authorDID, "create", "", sky("@acme", more))
	m := (<-out).Mentions[0]
	if !slices.Equal(m.Labels, []string{"porn", "spam"}) || !m.Author.Bot {
		t.Errorf("labels %q, author %+v", m.Labels, m.Author)
	}
	_ = stop()
}

// A label "bot" of a moderation service is no word of the author's.
func TestBotsSayItThemselves(t *testing.T) {
	n := startNetwork(t)
	n.labels = []any{map[string]any{"src": "did:plc:mod", "val": "bot"}}
	c, status := connect(t, n, nil)
	out, stop := follow(t, c, status, "")
	n.commit(t, authorDID, "create", "", sky("@acme", naming(ourDID)))
	if m := (<-out).Mentions[0]; m.Author.Bot {
		t.Errorf("author %+v", m.Author)
	}
	_ = stop()
}

// What moderation does to posts later is found by looking at them again.
func TestRevisits(t *testing.T) {
	n := startNetwork(t)
	var minutes atomic.Int64
	now := func() time.Time { return time.Now().Add(time.Duration(minutes.Load()) * 2 * time.Minute) }
	c, status := connectTo(t, n, nil, nil, now)
	out, stop := follow(t, c, status, "")
	said := sky("@acme where is it?", naming(ourDID))
	uri := "at://" + authorDID + "/app.bsky.feed.post/" + n.commit(t, authorDID, "create", "", said)
	<-out
	look := func(change func()) { // a minute later something passes that does not concern us
		n.pds.mu.Lock()
		change()
		n.pds.mu.Unlock()
		minutes.Add(1)
		n.commit(t, strangerDID, "create", "", sky("good morning", nil))
	}
	next := func() care.Mention {
		for {
			if b := <-out; len(b.Mentions) > 0 {
				return b.Mentions[0]
			}
		}
	}
	look(func() { n.gone = true }) // not indexed yet: it stays
	look(func() {
		n.gone = false
		n.views[uri] = map[string]any{"record": said, "labels": []any{map[string]any{"src": "did:plc:mod", "val": "rude"}}}
	})
	if m := next(); m.ID != uri || m.Deleted || m.Text != said["text"] || !slices.Equal(m.Labels, []string{"rude"}) {
		t.Errorf("labelled: %+v", m)
	}
	look(func() {}) // nothing new
	look(func() {   // the author's account is marked, and the post no more
		n.labels = []any{map[string]any{"src": "did:plc:mod", "val": "spam"}}
		n.views[uri]["labels"] = []any{map[string]any{"src": "did:plc:mod", "val": "rude"}, map[string]any{"src": "did:plc:mod", "val": "rude", "neg": true}}
	})
	if m := next(); m.ID != uri || !m.LabelsAll || !slices.Equal(m.Labels, []string{"spam"}) {
		t.Errorf("labelled otherwise: %+v", m)
	}
	look(func() { n.labels = nil })
	if m := next(); m.ID != uri || !m.LabelsAll || len(m.Labels) > 0 {
		t.Errorf("labels taken back: %+v", m)
	}
	look(func() { n.gone = true })
	if m := next(); m.ID != uri || !m.Deleted {
		t.Errorf("taken down: %+v", m)
	}
	_ = stop()
}

// Where Jetstream has dropped the event of the cursor, posts may be missing: the
// state says from when to when.
func TestAGapIsTold(t *testing.T) {
	n := startNetwork(t)
	at := func(us int64, text string) {
		n.carry(us, fmt.Appendf(nil, `{"did":"%s","time_us":%d,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"k%d","cid":"c","record":{"text":"%s","createdAt":"2026-11-22T09:00:00Z"}}}`, strangerDID, us, us, text))
	}
	day := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC).UnixMicro()
	at(day, "acmeair, the oldest that is kept")
	read := func(cursor int64) (state string) { // by a process of its own
		t.Helper()
		c, reasons := connect(t, n, map[string]any{"keywords": []any{"acmeair"}})
		out, stop := follow(t, c, reasons, strconv.FormatInt(cursor, 10))
		<-out
		_ = stop()
		for state = connectors.Connected; len(reasons) > 0; {
			state = <-reasons
		}
		return state
	}
	if state := read(day); state != connectors.Connected {
		t.Errorf("the cursor's event is there: %s", state)
	}
	if state := read(day - (3 * time.Hour).Microseconds()); state != connectors.Degraded {
		t.Errorf("the oldest event is three hours behind the cursor: %s", state)
	}
}

// What an earlier process handed on is looked at again too: a label is taken
// back, a post was taken down, and one that is not indexed yet is left alone.
func TestRevisitsWhatIsStored(t *testing.T) {
	n := startNetwork(t)
	var minutes atomic.Int64
	now := func() time.Time { return time.Now().Add(time.Duration(minutes.Load()) * 2 * time.Minute) }
	stored := func(rkey string, age time.Duration, labels ...string) care.Mention {
		return care.Mention{ID: "at://" + authorDID + "/app.bsky.feed.post/" + rkey, Platform: "bluesky", CreatedAt: time.Now().Add(-age), Labels: labels}
	}
	marked, down, young := stored("3kmarked", time.Hour*2, "rude", "spam"), stored("3kdown", time.Hour*2), stored("3kyoung", time.Minute)
	n.views[marked.ID] = map[string]any{"record": sky("@acme where is it?", naming(ourDID)), "labels": []any{map[string]any{"src": "did:plc:mod", "val": "spam"}}}
	n.unshown = map[string]bool{down.ID: true, young.ID: true}
	c, status := connectTo(t, n, nil, &keeper{kept: []care.Mention{young, marked, down}}, now)
	out, stop := follow(t, c, status, "")
	minutes.Add(1)
	n.commit(t, strangerDID, "create", "", sky("good morning", nil))
	got := map[string]care.Mention{}
	for len(got) < 2 {
		for _, m := range (<-out).Mentions {
			got[m.ID] = m
		}
	}
	if m := got[marked.ID]; !m.LabelsAll || !slices.Equal(m.Labels, []string{"spam"}) {
		t.Errorf("a label that was taken back: %+v", m)
	}
	if !got[down.ID].Deleted {
		t.Errorf("taken down: %+v", got)
	}
	_ = stop()
}
