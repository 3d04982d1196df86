package bluesky

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"goodgraces/care"
	"goodgraces/connectors"
)

// Eligibility says how a post can be answered: who may answer in its thread, and
// whether its author takes messages from our account. Bluesky itself takes an
// answer from anybody, and shows it to nobody where the thread is closed.
func (b *Bluesky) Eligibility(ctx context.Context, m care.Mention) (care.Eligibility, error) {
	if !b.api.signsIn() {
		return shut("no account signs in: answer by hand, or configure identifier and password"), nil
	}
	if _, err := replyTo(m); err != nil {
		return shut("this connector did not read the post: answer by hand"), nil //nolint:nilerr // the reason is told
	}
	v, err := b.standing(ctx, m)
	switch {
	case errors.Is(err, connectors.ErrGone):
		return shut("the post was deleted or taken down: there is nothing to answer"), nil
	case errors.Is(err, errBlocked):
		return shut("they have blocked our account, or our account has blocked them: offer another way, by other means"), nil
	case err != nil:
		return care.Eligibility{}, err
	}
	out := care.Eligibility{Reply: care.Way{OK: true}}
	if why := v.closed(); why != "" {
		out.Reply = care.Way{Reason: why + ": offer another way, such as a private message"}
	}
	out.Message = b.messageWay(ctx, v)
	return out, nil
}

func shut(why string) care.Eligibility {
	return care.Eligibility{Reply: care.Way{Reason: why}, Message: care.Way{Reason: why}}
}

const callAvailable = "chat.bsky.convo.getConvoAvailability"

// messageWay asks the chat service, which knows of conversations that were begun
// before; the author's declaration gives the reason. Where it does not say, it
// turns out when the message leaves.
func (b *Bluesky) messageWay(ctx context.Context, v view) care.Way {
	var out struct {
		CanChat bool `json:"canChat"`
	}
	err := refused(b.api.do(ctx, call{name: callAvailable, chat: true, params: url.Values{"members": {v.Author.DID}}}, &out))
	switch {
	case errors.Is(err, errNoChat):
		return care.Way{Reason: "the app password does not allow direct messages: make another, or offer another way"}
	case errors.Is(err, connectors.ErrCannotMessage), err == nil && !out.CanChat:
		return care.Way{Reason: v.declares() + ": offer another way"}
	}
	return care.Way{OK: true}
}

// declares says whose messages an author takes, as they declare it.
func (v view) declares() string {
	switch v.Author.Associated.Chat.AllowIncoming {
	case "none":
		return "they accept no messages"
	case "following", "":
		return "they accept messages from people they follow alone, and do not follow our account"
	}
	return connectors.ErrCannotMessage.Error() + " from our account"
}

// Verify reads the post at an address and tells whether one of our accounts
// answered the mention with it, or quoted it.
func (b *Bluesky) Verify(ctx context.Context, m care.Mention, address string) (care.Receipt, error) {
	uri, err := b.postAt(ctx, address)
	if err != nil {
		return care.Receipt{}, err
	}
	ours, err := b.ownDIDs(ctx)
	if err != nil {
		return care.Receipt{}, err
	}
	found, err := b.look(ctx, uri)
	if err != nil {
		return care.Receipt{}, err
	}
	v, shown := found[uri]
	var p post
	switch {
	case !shown:
		return care.Receipt{}, fmt.Errorf("bluesky: %w: there is no such post, or Bluesky does not show it yet: try again in a minute", connectors.ErrNotFound)
	case !ours[uriDID(uri)]:
		return care.Receipt{}, fmt.Errorf("bluesky: %w: this post is by @%s, who is none of our accounts (setting accounts)", connectors.ErrNotFound, v.Author.Handle)
	case !decode(v.Record, &p), p.quotes() != m.ID && (p.Reply == nil || p.Reply.Parent.URI != m.ID):
		return care.Receipt{}, fmt.Errorf("bluesky: %w: this post answers another one", connectors.ErrNotFound)
	}
	seen, _ := parseTime(v.IndexedAt)
	return care.Receipt{ID: uri, URL: b.webURL(uri), At: createdBy(p.CreatedAt, seen)}, nil
}

// postAt finds the post that an address of Bluesky's page leads to. No other
// host is ever asked.
func (b *Bluesky) postAt(ctx context.Context, address string) (string, error) {
	none := fmt.Errorf("bluesky: %w: this is no address of a post; use Share, Copy link to post below the answer", connectors.ErrNotFound)
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return "", none
	}
	parts := strings.Split(strings.Trim(u.Path, "/"), "/") // profile/NAME/post/KEY
	if len(parts) != 4 || parts[0] != "profile" || parts[2] != "post" || !keySyntax.MatchString(parts[3]) {
		return "", none
	}
	if isDID(parts[1]) {
		return postURI(parts[1], parts[3]), nil
	}
	p, err := b.profiles.fetch(ctx, strings.ToLower(trimHandle(parts[1])))
	if errors.Is(err, errNoProfile) {
		return "", none
	}
	if err != nil {
		return "", fmt.Errorf("bluesky: %w", err)
	}
	return postURI(p.DID, parts[3]), nil
}
