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
}

type commit struct {
	Operation  string          `json:"operation"` // create, update, delete
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

func postURL(did, rkey string) string { return "https://bsky.app/profile/" + did + "/post/" + rkey }

// mention turns a post into a mention, all but its author's name.
func (e *event) mention(p post) care.Mention {
	uri := postURI(e.DID, e.Commit.RKey)
	at := ref{strongRef: strongRef{uri, e.Commit.CID}}
	m := care.Mention{
		ID: uri, Platform: Platform, Text: strings.ToValidUTF8(p.Text, string(utf8.RuneError)),
		CreatedAt: e.createdAt(p.CreatedAt), URL: postURL(e.DID, e.Commit.RKey),
	}
	if len(p.Langs) > 0 {
		m.Lang = p.Langs[0]
	}
	if p.Reply != nil {
		m.InReplyTo, m.Thread, m.ThreadAuthor = p.Reply.Parent.URI, p.Reply.Root.URI, uriDID(p.Reply.Root.URI)
		at.Root = &p.Reply.Root
	}
	text, _ := json.Marshal(at) // strings alone: it always marshals
	m.Ref = string(text)
	return m
}

// createdAt is the time that the author's client claims, unless it lies behind
// the time at which the network saw the post: then that, as Bluesky does.
func (e *event) createdAt(claimed string) time.Time {
	seen := time.UnixMicro(e.TimeUS).UTC()
	t, err := time.Parse(time.RFC3339Nano, claimed)
	if err != nil || t.After(seen) {
		return seen
	}
	return t.UTC()
}

// concerns reports whether a post mentions one of ours or answers one.
func (p *post) concerns(ours map[string]bool) bool {
	if p.Reply != nil && (ours[uriDID(p.Reply.Parent.URI)] || ours[uriDID(p.Reply.Root.URI)]) {
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
