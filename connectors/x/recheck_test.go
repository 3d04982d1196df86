package x_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/x"
)

// stored publishes a post and returns it as the store keeps it.
func (n *network) stored(text string) care.Mention {
	n.mu.Lock()
	defer n.mu.Unlock()
	id := n.add(authorID, text, nil)["id"].(string)
	return care.Mention{ID: id, Platform: x.Platform, Text: text, Author: care.Author{ID: authorID, Handle: authorHandle}, Ref: `{"called":true}`}
}

func (n *network) lookUps() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	count := 0
	for _, c := range n.calls {
		if c == "GET /2/tweets" {
			count++
		}
	}
	return count
}

// changes reads until enough mentions came that are deletions or edits, and
// returns them by ID, with the cursor behind them.
func changes(t *testing.T, c connectors.Connector, cursor string, enough int) (map[string]care.Mention, string) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	out := map[string]care.Mention{}
	_ = c.(connectors.Source).Read(ctx, cursor, func(_ context.Context, b connectors.Batch) error {
		for _, m := range b.Mentions {
			if m.Deleted || !m.EditedAt.IsZero() {
				out[m.ID] = m
			}
		}
		if b.Cursor != "" {
			cursor = b.Cursor
		}
		if len(out) >= enough && strings.Contains(cursor, "checked") {
			stop()
		}
		return nil
	})
	return out, cursor
}

// rounds reads until the connector has said so often how it does, and returns
// that.
func rounds(t *testing.T, n *network, keys map[string]any, host *till, cursor string, enough int, read func([]care.Mention)) []string {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	e := env(t, t.TempDir(), host)
	var said []string
	e.Status = func(state, reason string) {
		if said = append(said, state+" "+reason); len(said) >= enough {
			stop()
		}
	}
	err := connect(t, n, keys, e).Read(ctx, cursor, func(_ context.Context, b connectors.Batch) error { read(b.Mentions); return nil })
	if ctx.Err() == nil {
		t.Errorf("reading ended: %v", err)
	}
	return said
}

// Stored posts are read again: what was deleted or hidden goes, what was edited
// is read anew, what stands and what X says nothing of stays.
func TestStoredPostsAreReadAgain(t *testing.T) {
	for name, keys := range map[string]map[string]any{
		"poll":   oauth1(),
		"stream": merge(oauth2(), map[string]any{"read": "stream", "bearer_token": bearerToken}),
	} {
		t.Run(name, func(t *testing.T) {
			n := startNetwork(t)
			deleted, hidden, silent, stands, edited := n.stored("one"), n.stored("two"), n.stored("three"), n.stored("four"), n.stored("five")
			ours := n.stored("our own answer")
			ours.By = care.ByBrand
			n.mu.Lock()
			n.gone[deleted.ID], n.hidden[hidden.ID], n.silentOn[silent.ID], n.gone[ours.ID] = true, true, true, true
			newest := n.add(authorID, "five, @larkspur", nil)
			history := []string{edited.ID, newest["id"].(string)}
			newest["edit_history_tweet_ids"] = history
			n.posts[4]["edit_history_tweet_ids"] = history
			n.mu.Unlock()
			host := &till{kept: []care.Mention{deleted, hidden, silent, stands, edited, ours, {ID: "forgotten", Platform: x.Platform}}}
			got, _ := changes(t, connect(t, n, keys, env(t, t.TempDir(), host)), "", 3)
			for _, m := range []care.Mention{deleted, hidden} {
				if g := got[m.ID]; !g.Deleted || g.Text != "" || g.Connector != "x" || g.Platform != x.Platform || g.Author.ID != authorID {
					t.Errorf("%s: %+v", m.Text, g)
				}
			}
			for _, m := range []care.Mention{silent, stands, ours} {
				if g, told := got[m.ID]; told {
					t.Errorf("%s: %+v", m.Text, g)
				}
			}
			if g := got[edited.ID]; g.Deleted || g.Text != "five, @larkspur" || g.EditedAt.IsZero() || !strings.Contains(g.Ref, history[1]) || g.Author.Handle != authorHandle {
				t.Errorf("edited: %+v", g)
			}
		})
	}
}

// Posts are read again once in a while, by hundreds, and the cursor remembers
// when.
func TestRecheckIsCalm(t *testing.T) {
	n := startNetwork(t)
	host := &till{}
	for range 250 {
		host.kept = append(host.kept, n.stored("stands"))
	}
	gone := n.stored("gone")
	host.kept = append(host.kept, gone)
	n.mu.Lock()
	n.gone[gone.ID] = true
	n.mu.Unlock()
	wide := merge(oauth1(), map[string]any{"recheck_posts": 400})
	c := connect(t, n, wide, env(t, t.TempDir(), host))
	before := host.sum()
	_, cursor := changes(t, c, "", 1)
	if got := n.lookUps(); got != 3 {
		t.Errorf("%d calls for 251 posts", got)
	}
	if paid := host.sum() - before; paid < care.Dollars(251*0.005) {
		t.Errorf("paid %s for 251 posts", paid)
	}
	rounds(t, n, wide, host, cursor, 20, func([]care.Mention) {})
	if got := n.lookUps(); got != 3 {
		t.Errorf("%d calls within a day", got)
	}
}

// Where the day's money does not hold it, nothing is read again, people are told,
// and what is new is read all the same.
func TestRecheckYields(t *testing.T) {
	n := startNetwork(t)
	host := &till{has: care.Dollars(0.1)}
	for i := range 30 {
		host.kept = append(host.kept, care.Mention{ID: strconv.Itoa(1000 + i), Platform: x.Platform})
	}
	said := rounds(t, n, oauth1(), host, "", 10, func([]care.Mention) {})
	if n.lookUps() != 0 {
		t.Error("read without money")
	}
	if !slices.ContainsFunc(said, func(s string) bool {
		return strings.HasPrefix(s, connectors.Degraded+" stored posts could not all be read again") && strings.Contains(s, "money is spent")
	}) {
		t.Errorf("nobody was told: %q", said)
	}
}

// What the account says of itself tells a bot, and accounts that are to be
// ignored are not read.
func TestBotsOnX(t *testing.T) {
	n := startNetwork(t)
	n.about = "Leeds weather. Bot by @metoffice"
	n.mu.Lock()
	n.add(authorID, "@larkspur rain", nil)
	n.mu.Unlock()
	got, _ := readOnce(t, connect(t, n, oauth1(), env(t, t.TempDir(), nil)), "", says("rain"))
	if len(got) != 1 || !got[0].Author.Bot {
		t.Errorf("%+v", got)
	}
	rounds(t, n, merge(oauth1(), map[string]any{"ignore": []any{"@Ann"}}), &till{}, "", 10, func(read []care.Mention) {
		if len(read) > 0 {
			t.Errorf("read: %+v", read)
		}
	})
}
