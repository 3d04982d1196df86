package x_test

import (
	"errors"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/connectors"
)

// Posts have their pages where the setting says, and the address of an answer by
// hand may be pasted from there as well as from x.com.
func TestWebURL(t *testing.T) {
	for _, tt := range []struct{ set, at string }{{"", "https://x.com"}, {"http://127.0.0.1:8080/x/", "http://127.0.0.1:8080/x"}} {
		n := startNetwork(t)
		keys := oauth1()
		if tt.set != "" {
			keys["web_url"] = tt.set
		}
		n.mu.Lock()
		post := n.add(authorID, "@larkspur where is my bag?", nil)["id"].(string)
		quote := n.add(authorID, "they said so", map[string]any{
			"referenced_tweets": []any{map[string]any{"type": "quoted", "id": "7"}},
			"entities":          map[string]any{"urls": []any{map[string]any{"url": "https://t.co/q", "expanded_url": tt.at + "/Larkspur/status/7"}}},
		})["id"].(string)
		n.mu.Unlock()
		c := connect(t, n, keys, env(t, t.TempDir(), nil))
		got, _ := readOnce(t, c, "", func(m care.Mention) bool { return m.ID == post })
		m := got[len(got)-1]
		for _, one := range got {
			if one.ID == quote && !strings.Contains(one.Ref, `"called":true`) {
				t.Errorf("a quote of ours is taken for %s", one.Ref)
			}
			if one.ID == post {
				m = one
			}
		}
		if want := tt.at + "/" + authorHandle + "/status/" + post; m.URL != want {
			t.Errorf("the post is at %s, want %s", m.URL, want)
		}
		sent, err := c.Reply(t.Context(), care.Send{ID: "s", Kind: care.SendPublic, Text: "We look.", Mention: m})
		if want := tt.at + "/i/status/" + sent.ID; err != nil || sent.URL != want {
			t.Errorf("the answer is at %s, want %s (%v)", sent.URL, want, err)
		}
		for address, found := range map[string]bool{sent.URL: true, "https://x.com/Larkspur/status/" + sent.ID: true, "https://mobile.twitter.com/Larkspur/status/" + sent.ID + "?s=20": true, "https://y.example/Larkspur/status/" + sent.ID: false} {
			if _, err := c.Verify(t.Context(), m, address); (err == nil) != found || !found && !errors.Is(err, connectors.ErrNotFound) {
				t.Errorf("%s: %v", address, err)
			}
		}
	}
}
