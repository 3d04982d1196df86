package reddit_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/connectors/reddit"
)

// Where Reddit shows a page in place of a post's feed, or leads to one, the post
// is gone only if that page says so of this very post: a wall is no deletion.
func TestAPageInPlaceOfAFeed(t *testing.T) {
	const comment = "/r/acme/comments/p1/late/c1/"
	thing := func(id, author, title, body string) string {
		return fmt.Sprintf(`<shreddit-post id="%s" author="%s" post-title="%s"><div slot="credit-bar">[deleted]</div>%s</shreddit-post>`, id, author, title, body)
	}
	said := func(s string) string { return `<div slot="text-body"><div><p> ` + s + ` </p></div></div>` }
	below := func(id, author, inner string) string {
		return thing("t3_p1", "ann", "Late", said("Where is it?")) +
			fmt.Sprintf(`<shreddit-comment thingId="%s" author="%s"><span>[deleted]</span>%s</shreddit-comment>`, id, author, inner)
	}
	answer := func(s string) string { return `<div slot="comment"><p>` + s + `</p></div>` }
	for name, tt := range map[string]struct {
		id, link string
		to       string // where its feed leads to; "" answers there
		page     string
		gone     bool
	}{
		"deleted":                            {"t3_p1", postLink, "", thing("t3_p1", "[deleted]", "Late", said("[deleted]")), true},
		"deleted, and led to":                {"t3_p1", postLink, postLink, thing("t3_p1", "[deleted]", "[deleted by user]", ""), true},
		"deleted, in a sentence":             {"t3_p1", postLink, "", thing("t3_p1", "[deleted]", "Late", `<div><div>Sorry, this post was deleted by the person who originally posted it.</div></div>`), true},
		"removed, in a sentence":             {"t3_p1", postLink, "", thing("t3_p1", "[deleted]", "Late", said("Sorry, this post has been removed by the moderators of r/acme.")), true},
		"its title was taken":                {"t3_p1", postLink, "/r/acme/comments/p1/deleted_by_user/", "<h1>Log in</h1>", true},
		"its title was taken by Reddit":      {"t3_p1", postLink, "/r/acme/comments/p1/removed_by_reddit/.rss", "<h1>Log in</h1>", true},
		"a comment deleted":                  {"t1_c1", comment, "", below("t1_c1", "[deleted]", answer("[deleted]")), true},
		"stands":                             {"t3_p1", postLink, "", thing("t3_p1", "ann", "Late", said("Where is it?")), false},
		"its author says [deleted]":          {"t3_p1", postLink, "", thing("t3_p1", "ann", "[deleted]", said("[deleted]")), false},
		"its account was deleted":            {"t3_p1", postLink, "", thing("t3_p1", "[deleted]", "Late", said("Where is it?")), false},
		"another post was deleted":           {"t3_p1", postLink, "", thing("t3_p9", "[deleted]", "[deleted]", said("[deleted]")), false},
		"another title was taken":            {"t3_p1", postLink, "/r/acme/comments/p9/deleted_by_user/", "<h1>Late</h1>", false},
		"it was always called so":            {"t3_p1", "/r/acme/comments/p1/deleted_by_user/", "", "<h1>Log in</h1>", false},
		"a comment below a post that was":    {"t1_c1", comment, "/r/acme/comments/p1/deleted_by_user/c1/", "<h1>Log in</h1>", false},
		"a comment stands":                   {"t1_c1", comment, "", below("t1_c1", "bea", answer("Mine too")), false},
		"a comment of a deleted account":     {"t1_c1", comment, "", below("t1_c1", "[deleted]", answer("Mine too")), false},
		"a comment whose answer was deleted": {"t1_c1", comment, "", below("t1_c1", "[deleted]", answer("Mine too")+`<shreddit-comment thingid="t1_c2" author="[deleted]">`+answer("[deleted]")+`</shreddit-comment>`), false},
		"somebody quotes the sentence":       {"t1_c1", comment, "", below("t1_c1", "[deleted]", answer("Sorry, this post was deleted by the person who originally posted it.")), false},
		"a login wall":                       {"t3_p1", postLink, "/login/?dest=" + postLink, "<h1>Log in</h1>", false},
		"a question of age":                  {"t3_p1", postLink, "/over18?dest=" + postLink, "<h1>Are you over eighteen?</h1>", false},
		"a block page":                       {"t3_p1", postLink, "", "<title>Blocked</title>You have been blocked by network security.", false},
		"a page for one who asks too often":  {"t3_p1", postLink, "", "<h1>whoa there, pardner!</h1> 429 Too Many Requests: [deleted]", false},
		"the community's page":               {"t3_p1", postLink, "/r/acme/", "<h1>r/acme</h1>", false},
		"half a page":                        {"t3_p1", postLink, "", `<shreddit-post id="t3_p1" author="[deleted]" post-title="[del`, false},
		"nothing":                            {"t3_p1", postLink, "", " ", false},
	} {
		t.Run(name, func(t *testing.T) {
			feed := strings.TrimRight(tt.link, "/") + "/.rss"
			site := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				switch {
				case r.URL.Path == feed && tt.to != "":
					http.Redirect(w, r, tt.to, http.StatusFound)
				case r.URL.Path == feed, tt.to != "" && strings.HasPrefix(tt.to, r.URL.Path):
					fmt.Fprint(w, tt.page)
				default: // another post stands, and is found
					fmt.Fprintf(w, `<feed xmlns="http://www.w3.org/2005/Atom">%s</feed>`,
						left("t3_p2", "/r/acme/comments/p2/other/", theirs, "Other", text("Another one")))
				}
			})
			m := care.Mention{ID: tt.id, Platform: reddit.Platform, Connector: "r", URL: "https://www.reddit.com" + tt.link, Author: care.Author{ID: "ann"}, Text: "Late"}
			if got := readOnce(t, site, &stored{posts: []care.Mention{m}}); tt.gone != (len(got) == 1) {
				t.Errorf("handed on as deleted: %+v", got)
			}
		})
	}
}
