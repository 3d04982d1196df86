package feeds

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/markup"
)

// mention is an entry as a post.
func (r *Reader) mention(address string, feed *gofeed.Feed, item *gofeed.Item) care.Mention {
	m := care.Mention{
		ID: entryID(address, item), Platform: r.o.Platform, Connector: r.o.Name,
		Text: words(item), Lang: feed.Language, URL: webLink(item.Link), CreatedAt: timeOf(item),
	}
	if name := writer(feed, item); name != "" {
		m.Author = care.Author{ID: name, Handle: name, Name: name}
	}
	if r.o.Complete != nil {
		r.o.Complete(item, &m)
	}
	m.Author.Bot = connectors.Bot(m.Author.Handle, m.Author.Name, "")
	own := r.o.Env
	own.Handles = append(slices.Clone(own.Handles), r.o.Own...)
	if own.Owns(m.Author) {
		m.By = care.ByBrand
	}
	return m
}

// writer is who wrote an entry; where it does not say, in Atom and JSON Feed the
// feed's author did (RFC 4287, 4.2.1; JSON Feed 1.1, authors). RSS names an
// editor there.
func writer(feed *gofeed.Feed, item *gofeed.Item) string {
	authors := item.Authors
	if len(authors) == 0 && feed.FeedType != "rss" {
		authors = feed.Authors
	}
	if len(authors) == 0 || authors[0] == nil {
		return ""
	}
	return markup.Text(authors[0].Name)
}

// timeOf is when an entry was published, or else changed; zero where it does
// not say.
func timeOf(item *gofeed.Item) time.Time {
	for _, at := range []*time.Time{item.PublishedParsed, item.UpdatedParsed} {
		if at != nil && !at.IsZero() {
			return *at
		}
	}
	return time.Time{}
}

// words are an entry's title and body, the title once.
func words(item *gofeed.Item) string {
	title := markup.Text(item.Title)
	body := item.Content
	if body == "" {
		body = item.Description
	}
	return Join(title, markup.Text(body))
}

// Join puts a title before a body that does not begin with it.
func Join(title, body string) string {
	start := strings.TrimRight(strings.TrimSuffix(title, "…"), ". ")
	switch {
	case title == "" || body != "" && strings.HasPrefix(body, start):
		return body
	case body == "":
		return title
	}
	return title + "\n\n" + body
}

// entryID names an entry for ever: its GUID where that is an address or a tag,
// which nobody else gives; else the GUID within its feed; else a hash of what
// it is.
func entryID(address string, item *gofeed.Item) string {
	guid := strings.TrimSpace(item.GUID)
	if guid == "" {
		guid = strings.TrimSpace(item.Link)
	}
	if guid == "" {
		guid = "sha256:" + digest(item.Title+"\x00"+item.Description)
	}
	if u, err := url.Parse(guid); err == nil && (u.Host != "" || u.Scheme == "tag" || u.Scheme == "urn") {
		return guid
	}
	return digest(address)[:12] + ":" + guid
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// webLink is an address that may be opened; "" for any other.
func webLink(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}

// matches reports whether a text contains one of the words, whole and in any
// case; without words, every text does.
func matches(text string, keywords []string) bool {
	if len(keywords) == 0 {
		return true
	}
	text = strings.ToLower(text)
	return slices.ContainsFunc(keywords, func(k string) bool {
		k = strings.ToLower(strings.TrimSpace(k))
		for from := 0; k != ""; {
			i := strings.Index(text[from:], k)
			if i < 0 {
				return false
			}
			if at := from + i; edge(text[:at], text[at+len(k):]) {
				return true
			}
			from += i + 1
		}
		return false
	})
}

// edge reports whether a word stands alone between what is before and behind it.
func edge(before, behind string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(behind)
	return !letter(last) && !letter(next)
}

func letter(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// Check reads each feed once.
func (r *Reader) Check(ctx context.Context) []connectors.Finding {
	var out []connectors.Finding
	for _, address := range r.o.URLs {
		got, err := r.fetch(ctx, address, page{})
		switch {
		case err != nil:
			out = append(out, connectors.Failed("read feed", err, ""))
		case got.feed == nil || len(got.feed.Items) == 0:
			out = append(out, connectors.Lacking("read feed", "%s: a feed without entries", Shown(address)))
		default:
			out = append(out, connectors.Found("read feed", "%s: %d entries", Shown(address), len(got.feed.Items)))
		}
	}
	return out
}
