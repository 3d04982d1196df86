package reddit

import (
	"bytes"
	"iter"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"goodgraces/care"
	"goodgraces/connectors/feeds"
)

// emptied is the address of a post whose title Reddit has put a word of its own in
// place of. Titles cannot be edited: one that had another is gone.
var emptied = regexp.MustCompile(`^/r/\w+/comments/([a-z0-9]+)/(?:deleted_by_user|removed_by_reddit)(?:/|$)`)

// notice is what Reddit's pages say in place of a post, whoever took it down.
var notice = regexp.MustCompile(`(?i)^sorry, this post (?:was|has been) (?:deleted|removed) by `)

// tells reports whether the page that came in place of a post's feed shows that the
// post is gone. Pages that ask to sign in, how old one is or to prove to be human
// come so too, for posts that stand: only one that is about this post, and names
// nobody as its author any more, proves something. Neither is documented; what is
// looked for is what public readers of Reddit's pages find there (Nov 2026).
func tells(page *feeds.PageError, m care.Mention) bool {
	at := emptied.FindStringSubmatch(page.Path)
	if at != nil && m.ID == "t3_"+at[1] && !emptied.MatchString(pathOf(m.URL)) {
		return true
	}
	root, err := html.Parse(bytes.NewReader(page.Body))
	if err != nil {
		return false
	}
	for n := range root.Descendants() {
		if things[n.Data] != "" && attribute(n, things[n.Data]) == m.ID {
			return attribute(n, "author") == nobody && vacated(n)
		}
	}
	return false
}

// things are the elements that hold a post or a comment on Reddit's pages, with
// the attribute that has its ID.
var things = map[string]string{"shreddit-post": "id", "shreddit-comment": "thingid"}

// vacated reports whether something of Reddit's stands where the author's text was.
func vacated(thing *html.Node) bool {
	if placeholder.MatchString(strings.TrimSpace(attribute(thing, "post-title"))) {
		return true
	}
	for n := range within(thing) {
		said := words(n)
		switch slot := attribute(n, "slot"); {
		case (slot == "text-body" || slot == "comment") && placeholder.MatchString(said):
			return true
		case thing.Data == "shreddit-post" && notice.MatchString(said):
			return true
		}
	}
	return false
}

// within are the elements of a post or comment, without those of the comments
// below it.
func within(thing *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) { walk(thing, yield) }
}

func walk(n *html.Node, yield func(*html.Node) bool) bool {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && things[c.Data] == "" && (!yield(c) || !walk(c, yield)) {
			return false
		}
	}
	return true
}

// maxWords is how much of an element's text is looked at, in bytes: what Reddit
// says is short.
const maxWords = 300

// words begin what an element says.
func words(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
		if out.Len() > maxWords {
			break
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Path
}
