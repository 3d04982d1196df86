package bluesky

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

const (
	// clockSkew is how much the chat service's clock may differ from the one of the
	// server that passes the calls on.
	clockSkew = 2 * time.Minute
	// maxPages bounds how far back a conversation is searched; a page has 100
	// messages.
	maxPages = 10
)

// convo is chat.bsky.convo.defs#convoView, as far as we read it.
type convo struct {
	Convo struct {
		ID string `json:"id"`
	} `json:"convo"`
}

// message is chat.bsky.convo.defs#messageView.
type message struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Sender struct {
		DID string `json:"did"`
	} `json:"sender"`
	SentAt time.Time `json:"sentAt"`
}

// cannotMessage are the errors of getConvoForMembers and sendMessage that mean
// that this author takes no message from us.
var cannotMessage = map[string]bool{
	"MessagesDisabled": true, "NotFollowedBySender": true, "BlockedActor": true, "BlockedSubject": true,
	"AccountSuspended": true, "RecipientNotFound": true, "ConvoLocked": true,
}

// cannotWords are how the chat service says the same under InvalidRequest.
var cannotWords = []string{
	"disabled incoming messages", "requires incoming messages to come from someone they follow",
	"block between recipient and sender", "recipient not found",
}

// Message sends a private message. The chat service has no key against sending
// twice: an attempt whose fate is unknown is settled by Find.
func (b *Bluesky) Message(ctx context.Context, s care.Send) (care.Receipt, error) {
	if err := messageLimit.check(s.Text); err != nil {
		return care.Receipt{}, err
	}
	if err := b.mayAnswer(ctx, s); err != nil {
		return care.Receipt{}, err
	}
	id, err := b.convoWith(ctx, s.Mention.Author.ID)
	if err != nil {
		return care.Receipt{}, rest.NotYet(refused(err)) // a conversation is not a message
	}
	var m message
	err = b.api.do(ctx, call{name: "chat.bsky.convo.sendMessage", chat: true, input: map[string]any{
		"convoId": id, "message": map[string]string{"text": s.Text},
	}}, &m)
	if err != nil {
		return care.Receipt{}, refused(err)
	}
	if m.ID == "" {
		return care.Receipt{}, errors.New("bluesky: sendMessage answered without the message's ID")
	}
	return care.Receipt{ID: m.ID, At: m.SentAt}, nil
}

func (b *Bluesky) convoWith(ctx context.Context, author string) (string, error) {
	if !isDID(author) {
		return "", fmt.Errorf("bluesky: %w: the author's DID is not known", connectors.ErrCannotMessage)
	}
	var c convo
	err := b.api.do(ctx, call{name: "chat.bsky.convo.getConvoForMembers", chat: true, params: url.Values{"members": {author}}}, &c)
	if err == nil && c.Convo.ID == "" {
		err = errors.New("bluesky: getConvoForMembers answered without a conversation")
	}
	return c.Convo.ID, err
}

// refused recognises an author who takes no messages.
func refused(err error) error {
	e := (*xrpcError)(nil)
	if !errors.As(err, &e) || !errors.Is(err, connectors.ErrRefused) {
		return err
	}
	cannot := cannotMessage[e.Name]
	for _, words := range cannotWords {
		cannot = cannot || strings.Contains(strings.ToLower(e.Message), words)
	}
	if !cannot {
		return err
	}
	return fmt.Errorf("bluesky: %w: %s", connectors.ErrCannotMessage, e.Name)
}

// findMessage looks through our conversation with the author for the same text
// from us, sent since the send was created.
func (b *Bluesky) findMessage(ctx context.Context, s care.Send) (care.Receipt, error) {
	did, err := b.api.did(ctx)
	if err != nil {
		return care.Receipt{}, err
	}
	id, err := b.convoWith(ctx, s.Mention.Author.ID)
	if err != nil {
		return care.Receipt{}, err
	}
	since := b.api.theirs(s.CreatedAt).Add(-clockSkew)
	cursor := ""
	for range maxPages {
		page, next, err := b.messages(ctx, id, cursor)
		if err != nil {
			return care.Receipt{}, err
		}
		for _, m := range page { // the newest first
			switch {
			case !m.SentAt.IsZero() && m.SentAt.Before(since):
				return care.Receipt{}, fmt.Errorf("bluesky: %s: %w", s.ID, connectors.ErrNotFound)
			case m.Sender.DID == did && strings.TrimSpace(m.Text) == strings.TrimSpace(s.Text):
				return care.Receipt{ID: m.ID, At: m.SentAt}, nil
			}
		}
		if cursor = next; cursor == "" || len(page) == 0 {
			return care.Receipt{}, fmt.Errorf("bluesky: %s: %w", s.ID, connectors.ErrNotFound)
		}
	}
	return care.Receipt{}, fmt.Errorf("bluesky: the conversation has more than %d messages since", maxPages*100)
}

func (b *Bluesky) messages(ctx context.Context, convoID, cursor string) ([]message, string, error) {
	params := url.Values{"convoId": {convoID}, "limit": {strconv.Itoa(100)}}
	if cursor != "" {
		params.Set("cursor", cursor)
	}
	var page struct {
		Cursor   string    `json:"cursor"`
		Messages []message `json:"messages"`
	}
	err := b.api.do(ctx, call{name: "chat.bsky.convo.getMessages", chat: true, params: params}, &page)
	if err == nil && page.Messages == nil {
		err = errors.New("bluesky: getMessages answered without messages")
	}
	return page.Messages, page.Cursor, err
}
