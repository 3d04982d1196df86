package bluesky

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
	"github.com/rivo/uniseg"

	"goodgraces/care"
	"goodgraces/connectors"
)

// limit is how long a text may be, by lexicon.
type limit struct{ graphemes, bytes int }

var (
	postLimit    = limit{300, 3_000}    // app.bsky.feed.post
	messageLimit = limit{1_000, 10_000} // chat.bsky.convo.defs#messageInput
)

func (l limit) check(text string) error {
	n := uniseg.GraphemeClusterCount(text)
	switch {
	case strings.TrimSpace(text) == "":
		return fmt.Errorf("bluesky: %w: the text is empty", connectors.ErrRefused)
	case !utf8.ValidString(text):
		return fmt.Errorf("bluesky: %w: the text is not UTF-8", connectors.ErrRefused)
	case n > l.graphemes || len(text) > l.bytes:
		return fmt.Errorf("bluesky: %w: %d characters and %d bytes, where %d and %d are allowed", connectors.ErrRefused, n, len(text), l.graphemes, l.bytes)
	}
	return nil
}

// Reply puts the answer under the key that belongs to the send, so that the
// same send gives one post however often it is tried.
func (b *Bluesky) Reply(ctx context.Context, s care.Send) (care.Receipt, error) {
	if err := postLimit.check(s.Text); err != nil {
		return care.Receipt{}, err
	}
	key, err := rkey(s)
	if err != nil {
		return care.Receipt{}, err
	}
	to, err := replyTo(s.Mention)
	if err != nil {
		return care.Receipt{}, err
	}
	if err := b.mayAnswer(ctx, s); err != nil {
		return care.Receipt{}, err
	}
	did, err := b.api.did(ctx)
	if err != nil {
		return care.Receipt{}, err
	}
	record := post{Type: collection, Text: s.Text, CreatedAt: createdAt(s), Langs: languages(s.Text), Reply: to, Facets: b.facets(ctx, s)}
	var put strongRef
	err = b.api.do(ctx, call{name: "com.atproto.repo.putRecord", input: map[string]any{
		"repo": did, "collection": collection, "rkey": key, "record": record,
	}}, &put)
	if err != nil {
		return care.Receipt{}, err
	}
	if put.URI != postURI(did, key) {
		return care.Receipt{}, fmt.Errorf("bluesky: putRecord answered with another record, %.100q", put.URI)
	}
	return b.receipt(did, key, s), nil
}

// languages is the language of a text, where it can be told: readers filter by
// it, and the wrong one hides an answer.
func languages(text string) []string {
	found := whatlanggo.Detect(handles.ReplaceAllString(links().ReplaceAllString(text, " "), " "))
	if !found.IsReliable() || found.Lang.Iso6391() == "" {
		return nil
	}
	return []string{found.Lang.Iso6391()}
}

func (b *Bluesky) receipt(did, key string, s care.Send) care.Receipt {
	uri := postURI(did, key)
	return care.Receipt{ID: uri, URL: b.webURL(uri), At: s.CreatedAt}
}

// replyTo reads what a reply must name from the mention's Ref.
func replyTo(m care.Mention) (*replyRef, error) {
	var r ref
	if err := json.Unmarshal([]byte(m.Ref), &r); err != nil || uriDID(r.URI) == "" || r.CID == "" {
		return nil, fmt.Errorf("bluesky: %w: the post %s carries no reference to answer it by; it was not read by this connector", connectors.ErrRefused, m.ID)
	}
	root := r.strongRef
	if r.Root != nil {
		root = *r.Root
	}
	return &replyRef{Root: root, Parent: r.strongRef}, nil
}

// Find reads our own repository, or our conversation with the author, to see
// whether the send stands.
func (b *Bluesky) Find(ctx context.Context, s care.Send) (care.Receipt, error) {
	if s.Kind == care.SendPrivate {
		return b.findMessage(ctx, s)
	}
	key, err := rkey(s)
	if err != nil {
		return care.Receipt{}, err
	}
	did, err := b.api.did(ctx)
	if err != nil {
		return care.Receipt{}, err
	}
	var got struct {
		URI string `json:"uri"`
	}
	err = b.api.do(ctx, call{name: "com.atproto.repo.getRecord", params: url.Values{
		"repo": {did}, "collection": {collection}, "rkey": {key},
	}}, &got)
	e := (*xrpcError)(nil)
	switch {
	case errors.As(err, &e) && e.Name == "RecordNotFound":
		return care.Receipt{}, fmt.Errorf("bluesky: %s: %w", s.ID, connectors.ErrNotFound)
	case err != nil:
		return care.Receipt{}, err
	case got.URI != postURI(did, key):
		return care.Receipt{}, fmt.Errorf("bluesky: getRecord answered with another record, %.100q", got.URI)
	}
	return b.receipt(did, key, s), nil
}
