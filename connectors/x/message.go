package x

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// maxMessage is the longest private message, in characters.
const maxMessage = 10_000

// Message sends a private message, where the author takes one.
func (x *X) Message(ctx context.Context, s care.Send) (care.Receipt, error) {
	if err := messageable(s); err != nil {
		return care.Receipt{}, fmt.Errorf("x: private message: %w", err)
	}
	author, err := x.standing(ctx, s.Mention)
	if err == nil && author.Messages != nil && !*author.Messages {
		err = fmt.Errorf("x: %w: their settings allow none from this account", connectors.ErrCannotMessage)
	}
	if err == nil {
		err = x.env.Pay(ctx, x.price["message"])
	}
	if err != nil {
		return care.Receipt{}, rest.NotYet(err)
	}
	var out struct {
		Data struct {
			ID string `json:"dm_event_id"`
		} `json:"data"`
	}
	_, err = x.api.do(ctx, call{method: http.MethodPost, path: conversation(s.Mention) + "/messages", input: map[string]string{"text": s.Text}}, &out)
	if err != nil {
		return care.Receipt{}, err
	}
	r, err := x.receipt(out.Data.ID)
	r.URL = "" // a message has no address of its own
	return r, err
}

func messageable(s care.Send) error {
	switch {
	case strings.TrimSpace(s.Text) == "":
		return fmt.Errorf("%w: the text is empty", connectors.ErrRefused)
	case len([]rune(s.Text)) > maxMessage:
		return fmt.Errorf("%w: the text has %d characters, at most %d are allowed", connectors.ErrRefused, len([]rune(s.Text)), maxMessage)
	case snowflake(s.Mention.Author.ID) == 0:
		return fmt.Errorf("%w: the author's ID is not known", connectors.ErrCannotMessage)
	}
	return nil
}

// conversation is our conversation with a post's author.
func conversation(m care.Mention) string { return pathMessages + url.PathEscape(m.Author.ID) }

// message is a dm_event of the API v2.
type message struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Sender string `json:"sender_id"`
}

// findMessage looks through our conversation with the author for the same text
// from us, later than the post that it is about.
func (x *X) findMessage(ctx context.Context, s care.Send) (care.Receipt, error) {
	own, err := x.own.get(ctx)
	if err != nil {
		return care.Receipt{}, err
	}
	params := url.Values{"event_types": {"MessageCreate"}, "dm_event.fields": {"id,text,sender_id"}, "max_results": {strconv.Itoa(pageSize)}}
	for range maxPages {
		var p page
		if err := x.readPage(ctx, conversation(s.Mention)+"/dm_events", params, "message_read", &p); err != nil {
			return care.Receipt{}, err
		}
		for _, raw := range p.Data { // the newest first
			var m message
			if !decode(raw, &m) {
				continue
			}
			if id := snowflake(m.ID); id > 0 && id < snowflake(s.Mention.ID) {
				return care.Receipt{}, notFound(s)
			}
			if m.Sender == own.self.ID && same(plain(m.Text, nil), s.Text) {
				r, err := x.receipt(m.ID)
				r.URL = ""
				return r, err
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
	return care.Receipt{}, fmt.Errorf("x: the conversation has more than %d messages since", maxPages*pageSize)
}
