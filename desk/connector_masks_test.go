package desk

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
)

// A key within an address reaches no page, and stays where its line is left as it
// is shown.
func TestKeysWithinAddressesAreKeptAndNotShown(t *testing.T) {
	const signIn, key, shown = "http://bob:hush-1@feeds.example/a", "https://feeds.example/b?key=hush-2", "https://feeds.example/b?key=***"
	w, s := settingUp(t)
	p := w.person("ann", RoleAdmin)
	p.post("/new-connector/forum", typedForum(url.Values{"set.words": {signIn + "\n" + key + "\nurn"}, "set.base_url": {"https://hush-3@forum.example"}}))
	first, _ := s.named("town")
	for name, tt := range map[string]struct{ typed, kept, problem string }{
		"as shown":        {"http://***@feeds.example/a\r\n" + shown + "\r\nurn", signIn + " " + key + " urn", ""},
		"one dropped":     {shown, key, ""},
		"another order":   {"urn\n" + shown + "\nhttp://***@feeds.example/a", "urn " + key + " " + signIn, ""},
		"one typed anew":  {"http://***@feeds.example/a\nhttps://feeds.example/b?key=fresh", signIn + " https://feeds.example/b?key=fresh", ""},
		"changed around":  {"http://***@thief.example/a", "", "type that address anew"},
		"shown twice":     {shown + "\n" + shown, "", "type that address anew"},
		"stars of no key": {"f***\nurn", "f*** urn", ""},
	} {
		_ = s.Save(first)
		edit := p.get("/connectors/town/edit")
		has(t, edit, "http://***@feeds.example/a\n"+shown+"\nurn", "https://***@forum.example")
		v := typedForum(url.Values{"set.words": {tt.typed}, "set.base_url": {"https://***@forum.example"}, "seen": {stampOf(forumSpec, first)}})
		got := p.post("/connectors/town/edit", v)
		c, _ := s.named("town")
		if tt.problem != "" {
			has(t, got, tt.problem)
		} else if fmt.Sprint(c.Settings["words"]) != "["+tt.kept+"]" || c.Settings["base_url"] != "https://hush-3@forum.example" {
			t.Errorf("%s: kept %v, %d", name, c.Settings, got.status)
		}
		if strings.Contains(edit.body+got.body, "hush") {
			t.Errorf("%s: a key is shown", name)
		}
	}
}

// What was typed just now is not in force yet: it must be there when the page
// comes back.
func TestATypedAddressComesBackWhole(t *testing.T) {
	w, _ := settingUp(t)
	p := w.person("ann", RoleAdmin)
	got := p.post("/new-connector/forum", typedForum(url.Values{"do": {"try"}, "set.base_url": {"https://me:fresh@forum.example"}}))
	has(t, got, `value="https://me:fresh@forum.example"`)
}
