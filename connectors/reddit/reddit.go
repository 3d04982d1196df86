// Package reddit reads Reddit by its public feeds; what it finds is answered by
// hand.
package reddit

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/feeds"
	"goodgraces/connectors/markup"
	"goodgraces/connectors/recent"
)

// Platform is the platform of every mention.
const Platform = "reddit"

//go:embed setup.md
var setup string

// Type is the Reddit connector.
func Type() connectors.Type { return connectors.Type{Spec: spec(), Setup: setup, New: New} }

func spec() connectors.Spec {
	return connectors.Spec{
		Type:     "reddit",
		Title:    "Reddit",
		Help:     "Reads communities and searches by Reddit's public feeds, without an account. Answers are written by hand and verified.",
		Platform: Platform,
		Settings: []connectors.Setting{
			{Key: "subreddits", Kind: connectors.KindStrings, Help: "Communities whose new posts are read, without r/."},
			{Key: "comments", Kind: connectors.KindBool, Default: true, Help: "Read the comments in these communities as well."},
			{Key: "search", Kind: connectors.KindStrings, Help: "What to search all of Reddit for. Without subreddits, the brand's keywords when not given."},
			{Key: "keywords", Kind: connectors.KindStrings, Help: "Only posts that contain one of these words are taken; all of them when not given."},
			{Key: "accounts", Kind: connectors.KindStrings, Help: "Accounts that answer for the brand, without u/; the brand's handles count too."},
			connectors.Ignore(),
			{Key: "every", Kind: connectors.KindDuration, Default: 5 * time.Minute, Help: "How often each feed is asked, give or take a tenth."},
			{Key: "base_url", Kind: connectors.KindURL, Default: "https://www.reddit.com", Help: "Reddit's address."},
			{Key: "user_agent", Kind: connectors.KindString, Default: feeds.UserAgent, Help: "How the reader introduces itself; Reddit turns away those who do not."},
		},
		Can:    connectors.Capabilities{Read: true},
		ByHand: true,
		Limits: []connectors.Limit{
			{What: "reading", Is: "a few requests a minute for each address on the internet; Reddit says with each answer how many remain, and that is obeyed"},
			{What: "deletions", Is: "no feed tells of them, so that stored posts are looked at again by the feeds of their own, one after each feed that was read: the last 100, those of cases that somebody works on first; with one feed every 5 minutes that takes up to 9 hours. A page that Reddit shows in place of such a feed counts only where it says itself that the post is gone: it shows the same pages to readers whom it turns away"},
			{What: "threads", Is: "feeds do not tell which comment another one answers: comments count as answers to the post at the top, the brand's to none; who wrote that post is known where it was read as well"},
			{What: "messages", Is: "not allowed unless the author asked"},
		},
		Past: "The newest 25 entries of each feed; what was posted before them during an outage is not found, and the connector's state says so for a day, or until graces restarts.",
	}
}

// Reddit is one configured connection: a reader of feeds that can also verify.
type Reddit struct {
	*feeds.Reader
	set connectors.Settings
	env connectors.Env

	due    []care.Mention      // to be looked at again; Read's alone
	owners *recent.Map[string] // who wrote the last posts, by ID
}

// ownersKept is how many posts' authors are remembered: comments come below the
// latest.
const ownersKept = 1_000

var community = regexp.MustCompile(`^[A-Za-z0-9_]{2,30}$`)

// New makes the connector.
func New(name string, s connectors.Settings, env connectors.Env) (connectors.Connector, error) {
	urls, err := addresses(s, env)
	if s.Duration("every") <= 0 {
		err = errors.Join(err, &connectors.SettingError{Key: "every", Problem: "must be longer than 0s"})
	}
	if err != nil {
		return nil, err
	}
	r := &Reddit{set: s, env: env, owners: recent.NewMap[string](ownersKept)}
	r.Reader = feeds.NewReader(feeds.Options{
		Name: name, Spec: spec(), Env: env, URLs: urls, Keywords: s.Strings("keywords"), Every: s.Duration("every"),
		Platform: Platform, UserAgent: s.String("user_agent"), Own: r.own(), Ignores: s.Ignores, Complete: r.complete, Again: r.again,
		Unreached: "leave the setting base_url out, and see that this machine reaches Reddit through firewalls and proxies",
	})
	return r, nil
}

// own are the brand's accounts.
func (r *Reddit) own() []string {
	var out []string
	for _, a := range r.set.Strings("accounts") {
		out = append(out, handle(a))
	}
	return out
}

// addresses lists the feeds to read.
func addresses(s connectors.Settings, env connectors.Env) ([]string, error) {
	var urls []string
	base := s.String("base_url")
	for _, name := range s.Strings("subreddits") {
		name = strings.TrimPrefix(strings.TrimPrefix(strings.Trim(name, "/ "), "r/"), "/")
		if !community.MatchString(name) {
			return nil, &connectors.SettingError{Key: "subreddits", Problem: "must be names such as larkspur: letters, digits and _"}
		}
		urls = append(urls, base+"/r/"+name+"/new/.rss")
		if s.Bool("comments") {
			urls = append(urls, base+"/r/"+name+"/comments/.rss")
		}
	}
	search := s.Strings("search")
	if len(search) == 0 && len(urls) == 0 {
		search = env.Keywords
	}
	for _, q := range search {
		urls = append(urls, base+"/search.rss?"+url.Values{"q": {q}, "sort": {"new"}}.Encode())
	}
	if len(urls) == 0 {
		return nil, &connectors.SettingError{Key: "subreddits", Problem: "give subreddits or search, or brand.keywords: there is nothing to watch for"}
	}
	return urls, nil
}

// handle is an account's name as Reddit shows it, without u/.
func handle(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(name), "/"), "u/")
}

// permalink is the path of a post, and of a comment below it.
var permalink = regexp.MustCompile(`^/r/\w+/comments/([a-z0-9]+)(?:/[^/]*(?:/([a-z0-9]+))?)?/?$`)

// textBegins and textEnds are the marks between which Reddit puts what an author
// wrote, in an element of the class md. Comments come without the marks, too (as
// others recorded them in 2026).
const (
	textBegins = "<!-- SC_OFF -->"
	textEnds   = "<!-- SC_ON -->"
	textBox    = `<div class="md">`
	boxEnds    = "</div>"
)

// body is what an entry's author wrote below its title; "" for nothing.
func body(item *gofeed.Item) string {
	if strings.Contains(item.Content, textBegins) {
		return markup.Text(between(item.Content, textBegins, textEnds))
	}
	_, box, _ := strings.Cut(item.Content, textBox)
	return markup.Text(box[:max(0, strings.LastIndex(box, boxEnds))])
}

// holdsText reports whether an entry holds what its author wrote.
func holdsText(item *gofeed.Item) bool {
	return strings.Contains(item.Content, textBegins) || strings.Contains(item.Content, textBox)
}

// complete turns an entry of a feed into a post of Reddit: entries are named by
// what they are (t3_ a post, t1_ a comment), and a post's body stands between
// two marks, followed by links to itself.
func (r *Reddit) complete(item *gofeed.Item, m *care.Mention) {
	m.ID = strings.TrimSpace(item.GUID)
	name := handle(m.Author.Handle)
	if name == nobody {
		name = ""
	}
	m.Author = care.Author{ID: name, Handle: name}
	switch {
	case deleted(item):
		m.Text, m.Deleted = "", true
	case kindOf(m.ID) == "t1":
		m.Text = body(item) // its title only says whose comment on what it is
	default:
		m.Text = feeds.Join(markup.Text(item.Title), body(item))
	}
	if u, err := url.Parse(item.Link); err == nil {
		if path := permalink.FindStringSubmatch(u.Path); path != nil {
			m.Thread = "t3_" + path[1]
		}
	}
	r.place(m)
}

// place says where in its thread a post stands. Feeds do not tell which comment
// another answers: the public's count as answers to the post at the top, the
// brand's to none, lest a case count as answered that is not.
func (r *Reddit) place(m *care.Mention) {
	if m.ID == m.Thread && m.Author.ID != "" {
		r.owners.Put(m.ID, m.Author.ID)
	}
	m.ThreadAuthor, _ = r.owners.Get(m.Thread)
	if kindOf(m.ID) == "t1" && !r.ours(m.Author) {
		m.InReplyTo = m.Thread
	}
}

// ours reports whether an account answers for the brand.
func (r *Reddit) ours(a care.Author) bool {
	own := r.env
	own.Handles = append(r.own(), own.Handles...)
	return own.Owns(a)
}

func between(s, from, to string) string {
	_, s, found := strings.Cut(s, from)
	if !found {
		return ""
	}
	s, _, _ = strings.Cut(s, to)
	return s
}

// Verify reads the comment at an address and tells whether it answers the post
// as one of our accounts. Only base_url is ever asked.
func (r *Reddit) Verify(ctx context.Context, m care.Mention, address string) (care.Receipt, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	var path []string
	if err == nil {
		path = permalink.FindStringSubmatch(u.Path)
	}
	if path == nil || path[2] == "" {
		return care.Receipt{}, fmt.Errorf("reddit: %w: this is not the address of a comment; use Share, Copy link below it", connectors.ErrNotFound)
	}
	if "t3_"+path[1] != thread(m) {
		return care.Receipt{}, fmt.Errorf("reddit: %w: this comment stands below another post", connectors.ErrNotFound)
	}
	item, err := r.find(ctx, "t1_"+path[2], u.String())
	switch {
	case err != nil:
		return care.Receipt{}, fmt.Errorf("reddit: %w", err)
	case item != nil && !deleted(item):
		return r.receipt(item)
	}
	return care.Receipt{}, fmt.Errorf("reddit: %w: there is no such comment, or Reddit does not show it", connectors.ErrNotFound)
}

// thread is the post at the top of a mention's thread.
func thread(m care.Mention) string {
	if m.Thread == "" {
		return m.ID
	}
	return m.Thread
}

func (r *Reddit) receipt(item *gofeed.Item) (care.Receipt, error) {
	author := writer(item)
	if !r.ours(care.Author{ID: author, Handle: author}) {
		return care.Receipt{}, fmt.Errorf("reddit: %w: this comment is by u/%s, who is none of our accounts (setting accounts)", connectors.ErrNotFound, author)
	}
	receipt := care.Receipt{ID: item.GUID, URL: item.Link, At: r.env.Now()}
	if item.UpdatedParsed != nil {
		receipt.At = *item.UpdatedParsed
	}
	return receipt, nil
}
