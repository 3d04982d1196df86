package bluesky

import (
	"context"
	"net/url"
	"regexp"
	"strings"
	"sync"

	"mvdan.cc/xurls/v2"

	"goodgraces/care"
)

// handles finds @handles: domain names behind an @ that does not end a word.
var handles = regexp.MustCompile(`(?:^|[^\w@.])@((?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9])`)

// links finds addresses with a scheme.
var links = sync.OnceValue(xurls.Strict)

// facets marks the mentions and links of a text by byte offset: Bluesky shows
// as plain text what no facet marks. A handle that nobody has stays plain.
func (b *Bluesky) facets(ctx context.Context, s care.Send) []facet {
	var out []facet
	for _, at := range links().FindAllStringIndex(s.Text, -1) {
		uri := s.Text[at[0]:at[1]]
		if u, err := url.Parse(uri); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
			out = append(out, facet{byteSlice{at[0], at[1]}, []feature{{Type: featureLink, URI: uri}}})
		}
	}
	for _, at := range handles.FindAllStringSubmatchIndex(s.Text, -1) {
		start, end := at[2]-1, at[3]
		if did := b.handleDID(ctx, s.Mention.Author, s.Text[at[2]:end]); did != "" && !overlaps(out, start, end) {
			out = append(out, facet{byteSlice{start, end}, []feature{{Type: featureMention, DID: did}}})
		}
	}
	return out
}

// handleDID finds the DID of a handle; that of the author we answer is known.
func (b *Bluesky) handleDID(ctx context.Context, author care.Author, handle string) string {
	if strings.EqualFold(handle, author.Handle) && isDID(author.ID) {
		return author.ID
	}
	p, err := b.profiles.fetch(ctx, strings.ToLower(handle))
	if err != nil {
		return ""
	}
	return p.DID
}

func overlaps(fs []facet, start, end int) bool {
	for _, f := range fs {
		if start < f.Index.ByteEnd && f.Index.ByteStart < end {
			return true
		}
	}
	return false
}
