package bluesky

import (
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"

	"goodgraces/care"
)

// collection is where posts live in a repository.
const collection = "app.bsky.feed.post"

// event is one message of Jetstream.
type event struct {
	DID    string  `json:"did"`
	TimeUS int64   `json:"time_us"` // Unix microseconds; the cursor
	Kind   string  `json:"kind"`    // commit, identity, account
	Commit *commit `json:"commit"`
	// Account is what became of an account; of a "account" event.
	Account *struct {
		Active bool   `json:"active"`
		Status string `json:"status"` // where it is not active: deleted, takendown, suspended, deactivated
	} `json:"account"`
}

// erased reports whether an account is gone for good. One that is suspended or
// deactivated may come back.
func (e *event) erased() bool {
	return e.Kind == "account" && e.Account != nil && !e.Account.Active && (e.Account.Status == "deleted" || e.Account.Status == "takendown")
}

type commit struct {
	Operation  string          `json:"operation"` // create, delete; update, which Bluesky does not show
	Collection string          `json:"collection"`
	RKey       string          `json:"rkey"`
	CID        string          `json:"cid"`
	Record     json.RawMessage `json:"record"` // decoded apart: anyone may write anything
}

// post is a record of app.bsky.feed.post, as far as we read and write it.
type post struct {
	Type      string    `json:"$type"`
	Text      string    `json:"text"`
	CreatedAt string    `json:"createdAt"`
	Langs     []string  `json:"langs,omitempty"`
	Reply     *replyRef `json:"reply,omitempty"`
	Facets    []facet   `json:"facets,omitempty"`
	Embed     *embed    `json:"embed,omitempty"`
	Labels    *selfs    `json:"labels,omitempty"`
}

// embed is what a post shows below its text: of all kinds, quotes are read.
type embed struct {
	Type   string `json:"$type"`
	Record quoted `json:"record"`
}

// quoted is app.bsky.embed.record#main's record, or that of recordWithMedia,
// which has it one deeper.
type quoted struct {
	strongRef
	Record strongRef `json:"record"`
}

// selfs is com.atproto.label.defs#selfLabels: what the author marks the post with.
type selfs struct {
	Values []label `json:"values"`
}

// quotes returns the address of the post that this one quotes; "" for none.
func (p *post) quotes() string {
	if p.Embed == nil {
		return ""
	}
	uri := p.Embed.Record.URI
	if p.Embed.Type == embedMedia {
		uri = p.Embed.Record.Record.URI
	}
	if p.Embed.Type != embedRecord && p.Embed.Type != embedMedia || !strings.Contains(uri, "/"+collection+"/") {
		return "" // a list, a feed, a starter pack
	}
	return uri
}

type replyRef struct {
	Root   strongRef `json:"root"`
	Parent strongRef `json:"parent"`
}

// strongRef is com.atproto.repo.strongRef: one version of one record.
type strongRef struct {
	URI string `json:"uri"`
	CID string `json:"cid"`
}

// facet is app.bsky.richtext.facet.
type facet struct {
	Index    byteSlice `json:"index"`
	Features []feature `json:"features"`
}

type byteSlice struct {
	ByteStart int `json:"byteStart"`
	ByteEnd   int `json:"byteEnd"`
}

type feature struct {
	Type string `json:"$type"`
	DID  string `json:"did,omitempty"`
	URI  string `json:"uri,omitempty"`
}

// The features that we read and write.
const (
	featureMention = "app.bsky.richtext.facet#mention"
	featureLink    = "app.bsky.richtext.facet#link"
)

// The embeds that are quotes.
const (
	embedRecord = "app.bsky.embed.record"
	embedMedia  = "app.bsky.embed.recordWithMedia"
)

// ref is Mention.Ref: what a reply to the post must name.
type ref struct {
	strongRef
	Root *strongRef `json:"root,omitempty"` // nil when the post is its thread's first
}

func postURI(did, rkey string) string { return "at://" + did + "/" + collection + "/" + rkey }

// uriDID returns the repository of an at:// address; "" when it is none.
func uriDID(uri string) string {
	rest, ok := strings.CutPrefix(uri, "at://")
	did, _, _ := strings.Cut(rest, "/")
	if !ok || !isDID(did) {
		return ""
	}
	return did
}

// webURL is where people see a post.
func (b *Bluesky) webURL(uri string) string {
	return b.set.String("web_url") + "/profile/" + uriDID(uri) + "/post/" + uri[strings.LastIndexByte(uri, '/')+1:]
}

// mention turns a post into a mention, all but its author's name.
func (b *Bluesky) mention(p *post, at strongRef, seen time.Time) care.Mention {
	to := ref{strongRef: at}
	m := care.Mention{
		ID: at.URI, Platform: Platform, Author: care.Author{ID: uriDID(at.URI)}, Text: strings.ToValidUTF8(p.Text, string(utf8.RuneError)),
		CreatedAt: createdBy(p.CreatedAt, seen), URL: b.webURL(at.URI), Quotes: p.quotes(), Labels: tags(p.labels()),
	}
	if len(p.Langs) > 0 {
		m.Lang = p.Langs[0]
	}
	if p.Reply != nil {
		m.InReplyTo, m.Thread, m.ThreadAuthor = p.Reply.Parent.URI, p.Reply.Root.URI, uriDID(p.Reply.Root.URI)
		to.Root = &p.Reply.Root
	}
	text, _ := json.Marshal(to) // strings alone: it always marshals
	m.Ref = string(text)
	return m
}

func (p *post) labels() []label {
	if p.Labels == nil {
		return nil
	}
	return p.Labels.Values
}

// createdBy is the time that the author's client claims, unless it lies behind
// the time at which the network saw the post: then that, as Bluesky does.
func createdBy(claimed string, seen time.Time) time.Time {
	t, err := parseTime(claimed)
	if err != nil || t.After(seen) {
		return seen.UTC()
	}
	return t.UTC()
}

func parseTime(text string) (time.Time, error) { return time.Parse(time.RFC3339Nano, text) }

// concerns reports whether a post mentions, answers or quotes one of ours.
func (p *post) concerns(ours map[string]bool) bool {
	if p.Reply != nil && (ours[uriDID(p.Reply.Parent.URI)] || ours[uriDID(p.Reply.Root.URI)]) || ours[uriDID(p.quotes())] {
		return true
	}
	for _, f := range p.Facets {
		for _, feat := range f.Features {
			if feat.Type == featureMention && ours[feat.DID] {
				return true
			}
		}
	}
	return false
}
