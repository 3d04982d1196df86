package mastodon_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// keeper is the daemon: what an earlier process handed on, and when credentials
// end.
type keeper struct {
	connectors.Host
	kept []care.Mention
	old  string // ID of a post that is stored
	ends map[string]time.Time
}

func (*keeper) Heard() {}

func (k *keeper) Expires(what string, at time.Time) { k.ends[what] = at }

func (k *keeper) Stored(_ context.Context, platform, id string) (bool, error) {
	return platform == "mastodon" && id == k.old, nil
}

func (k *keeper) Kept(context.Context, string, time.Time, int) ([]care.Mention, error) {
	return k.kept, nil
}

// What an earlier process handed on is looked at again: what was deleted or
// edited while nobody read is found.
func TestEditsAndDeletionsBeforeARestart(t *testing.T) {
	s := plainServer(t)
	edited, removed := s.say(ann, "@acme it is late", naming()), s.say(ann, "@acme never mind", naming())
	host := &keeper{ends: map[string]time.Time{}}
	for _, p := range []post{edited, removed} {
		host.kept = append(host.kept, care.Mention{ID: s.host() + "/" + p.text("id"), Platform: "mastodon", Ref: fmt.Sprintf(`{"id":%q}`, p.text("id"))})
	}
	host.kept = append(host.kept, care.Mention{ID: "another.example/7", Platform: "mastodon", Ref: `{"id":"7"}`}, care.Mention{ID: "x"})
	s.edit(edited, "@acme it is very late", true)
	s.remove(removed, true)
	s.mu.Lock()
	s.notes = nil // long passed by
	s.mu.Unlock()
	c, _ := connectWith(t, s, map[string]any{"poll": "50ms"}, host)
	out, stop := follow(t, c, "")
	got := map[string]care.Mention{}
	for len(got) < 2 {
		m := next(t, out)
		got[m.ID] = m
	}
	if m := got[host.kept[0].ID]; m.Text != "@acme it is very late" || m.EditedAt.IsZero() {
		t.Errorf("edited: %+v", m)
	}
	if m := got[host.kept[1].ID]; !m.Deleted {
		t.Errorf("deleted: %+v", m)
	}
	_ = stop()
}

// The public stream tells of every deletion there is: those of posts that are
// stored are handed on, however long ago they were read.
func TestDeletionsOfWhatIsStored(t *testing.T) {
	s := plainServer(t)
	host := &keeper{old: s.host() + "/70", ends: map[string]time.Time{}}
	c, _ := connectWith(t, s, nil, host)
	out, stop := follow(t, c, "")
	s.hub.await("public:local")
	for _, id := range []string{"69", "70"} {
		s.hub.send([]string{"public:local"}, "delete", id)
	}
	if m := next(t, out); m.ID != host.old || !m.Deleted {
		t.Errorf("got %+v", m)
	}
	_ = stop()
}

// When the token ends is told where the server or a person tells it, and nothing
// where neither does.
func TestTheEndOfTheToken(t *testing.T) {
	s := plainServer(t)
	const told, set = "the access token", "the token (setting token_expires)"
	for _, tt := range []struct {
		info     map[string]any
		settings map[string]any
		want     map[string]float64 // days
	}{
		{nil, nil, map[string]float64{}},
		{map[string]any{"expires_in": nil}, nil, map[string]float64{}},
		{map[string]any{"expires_in": "soon"}, nil, map[string]float64{}},
		{map[string]any{"expires_in": 3 * 86400}, nil, map[string]float64{told: 3}},
		{map[string]any{"expires_in": 1e300}, nil, map[string]float64{told: 3650}},
		{nil, map[string]any{"token_expires": time.Now().UTC().Add(49 * time.Hour).Format(time.DateOnly)}, map[string]float64{set: 2}},
	} {
		s.info = tt.info
		host := &keeper{ends: map[string]time.Time{}}
		c, _ := connectWith(t, s, tt.settings, host)
		c.Check(t.Context())
		for what, at := range host.ends {
			if days := time.Until(at).Hours() / 24; at.IsZero() != (tt.want[what] == 0) || !at.IsZero() && (days < tt.want[what]-1 || days > tt.want[what]+1) {
				t.Errorf("%v, %v: %s ends at %s", tt.info, tt.settings, what, at)
			}
			delete(tt.want, what)
		}
		if len(tt.want) > 0 {
			t.Errorf("%v, %v: nothing is told of %v", tt.info, tt.settings, tt.want)
		}
	}
}
