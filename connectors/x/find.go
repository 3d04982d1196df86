package x

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"goodgraces/care"
	"goodgraces/connectors"
)

// maxPages bounds how far back a send is looked for: X shows an account's last
// 3,200 posts.
const maxPages = 32

// Find looks for a send: a reply among the account's own posts, by the post that
// it answers and its text; a message in the conversation, by its text. A post may
// not be listed in the second after it was made; X itself refuses the same text
// twice, so that a second attempt does not stand either.
func (x *X) Find(ctx context.Context, s care.Send) (care.Receipt, error) {
	if !x.api.signsIn() {
		return care.Receipt{}, fmt.Errorf("x: %w: no account signs in", connectors.ErrCannotFind)
	}
	if !s.Kind.Public() {
		return x.findMessage(ctx, s)
	}
	return x.findReply(ctx, s)
}

func (x *X) findReply(ctx context.Context, s care.Send) (care.Receipt, error) {
	own, err := x.own.get(ctx)
	if err != nil {
		return care.Receipt{}, err
	}
	// What answers a post is younger than it, and so is its ID.
	params := url.Values{"since_id": {target(s.Mention)}, "tweet.fields": {postFields}, "max_results": {strconv.Itoa(pageSize)}}
	for range maxPages {
		var p page
		if err := x.readPage(ctx, "/2/users/"+url.PathEscape(own.self.ID)+"/tweets", params, "own_read", &p); err != nil {
			return care.Receipt{}, err
		}
		posts, _ := p.posts()
		for _, one := range posts {
			if one.answers(s.Mention) && same(one.text(), s.Text) {
				return x.receipt(one.ID)
			}
		}
		if !p.lists() {
			return care.Receipt{}, errNotListed
		}
		if p.Meta.Next == "" {
			return care.Receipt{}, notFound(s)
		}
		params.Set("pagination_token", p.Meta.Next)
	}
	return care.Receipt{}, fmt.Errorf("x: the account has posted more than %d times since", maxPages*pageSize)
}

// readPage reads a page of our own and books what it brought.
func (x *X) readPage(ctx context.Context, path string, params url.Values, price string, into *page) error {
	if err := x.api.mayRead(); err != nil {
		return fmt.Errorf("x: %s: %w", path, err)
	}
	_, err := x.api.do(ctx, get(path, params), into)
	x.api.paid(ctx, x.price[price], len(into.Data))
	return err
}

// errNotListed: what stands there is not known.
var errNotListed = errors.New("x: the answer does not list what stands: it has errors, or no count")

func notFound(s care.Send) error { return fmt.Errorf("x: %s: %w", s.ID, connectors.ErrNotFound) }

// answers reports whether a post is a reply to a mention, or quotes it.
func (p *post) answers(m care.Mention) bool {
	for _, r := range p.Referenced {
		if (r.Type == "replied_to" || r.Type == "quoted") && (r.ID == target(m) || r.ID == m.ID) {
			return true
		}
	}
	return false
}

// same reports whether a text that X shows is one that we sent: X puts mentions
// before a reply, composes characters and trims white space.
func same(shown, sent string) bool { return essence(shown) == essence(sent) }

func essence(text string) string {
	words := strings.Fields(norm.NFC.String(text))
	for len(words) > 0 && strings.HasPrefix(words[0], "@") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
