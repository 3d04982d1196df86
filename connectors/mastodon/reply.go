package mastodon

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	api "github.com/mattn/go-mastodon"

	"goodgraces/care"
	"goodgraces/connectors"
)

// Reply answers a post, to be seen by those who see the post and no others.
func (m *Mastodon) Reply(ctx context.Context, s care.Send) (care.Receipt, error) {
	to, err := m.target(s)
	if err != nil {
		return care.Receipt{}, err
	}
	return m.publish(ctx, s, to, answerVisibility(to.Visibility))
}

// Message answers a post so that its author alone sees it. Servers accept that
// whatever the author does with it: who has blocked us is asked first.
func (m *Mastodon) Message(ctx context.Context, s care.Send) (care.Receipt, error) {
	to, err := m.target(s)
	if err != nil {
		return care.Receipt{}, err
	}
	blocked, err := m.blocked(ctx, to.Account)
	if statusOf(err) == http.StatusUnauthorized {
		return care.Receipt{}, err
	}
	if blocked != "" {
		return care.Receipt{}, fmt.Errorf("mastodon: %w: %s", connectors.ErrCannotMessage, blocked)
	}
	return m.publish(ctx, s, to, api.VisibilityDirectMessage)
}

// publish writes one post. The key makes servers that keep it give the same post
// for the same send.
func (m *Mastodon) publish(ctx context.Context, s care.Send, to ref, visibility string) (care.Receipt, error) {
	if strings.TrimSpace(s.Text) == "" {
		return care.Receipt{}, fmt.Errorf("mastodon: %w: the text is empty", connectors.ErrRefused)
	}
	if err := m.stands(ctx, to.ID); err != nil {
		return care.Receipt{}, err
	}
	posted, err := m.api.PostStatus(withKey(ctx, s.ID), &api.Toot{
		Status: addressed(s.Text, to.Acct, visibility), InReplyToID: to.ID, Visibility: visibility, SpoilerText: to.Spoiler,
	})
	if err != nil {
		return care.Receipt{}, m.api.failed("post", err)
	}
	if !sound(posted.ID) {
		return care.Receipt{}, fmt.Errorf("mastodon: post: the answer names no post")
	}
	return care.Receipt{ID: m.id(posted.ID), URL: webAddress(posted.URL), At: posted.CreatedAt.UTC()}, nil
}

// target reads what an answer must know from the mention's Ref.
func (m *Mastodon) target(s care.Send) (ref, error) {
	to, ok := m.refOf(s.Mention)
	if !ok {
		return ref{}, fmt.Errorf("mastodon: %w: the post %s carries no reference to answer it by; it was not read from %s", connectors.ErrRefused, s.Mention.ID, m.host)
	}
	return to, nil
}

// refOf reads a mention's Ref; false where it is none of this server's.
func (m *Mastodon) refOf(post care.Mention) (ref, bool) {
	var to ref
	err := json.Unmarshal([]byte(post.Ref), &to)
	return to, err == nil && sound(to.ID) && sound(to.Account) && to.Acct != "" && m.id(to.ID) == post.ID
}

// stands reads the post once more: its deletion may have passed unseen. Where
// that cannot be read, it is taken to stand.
func (m *Mastodon) stands(ctx context.Context, id api.ID) error {
	var now struct{}
	err := m.api.get(ctx, "/api/v1/statuses/"+string(id), nil, &now)
	if code := statusOf(err); code == http.StatusNotFound || code == http.StatusGone {
		return fmt.Errorf("mastodon: %w: it was deleted, or its author has blocked us", connectors.ErrGone)
	}
	return nil
}

// answerVisibility is how widely an answer may be seen: as the post, and where
// that is none of Mastodon's, by its author alone.
func answerVisibility(of string) string {
	switch of {
	case api.VisibilityPublic, api.VisibilityUnlisted, api.VisibilityFollowersOnly:
		return of
	}
	return api.VisibilityDirectMessage
}

// mentioned finds what servers take for a mention.
var mentioned = regexp.MustCompile(`(^|[^\pL\pN_/])@([\pL\pN_])`)

// addressed puts the author's name before a text: only who is named is told. A
// post that is seen by those it names alone names nobody else: a zero-width
// space keeps other names from being mentions.
func addressed(text, acct, visibility string) string {
	if visibility == api.VisibilityDirectMessage {
		return "@" + acct + " " + mentioned.ReplaceAllString(text, "${1}@\u200b${2}")
	}
	named := regexp.MustCompile(`(?i)(^|[^\pL\pN_/])@` + regexp.QuoteMeta(acct) + `($|[^\pL\pN_@.-])`)
	if named.MatchString(text) {
		return text
	}
	return "@" + acct + " " + text
}

// blocked says in words why an account cannot be answered; "" where nothing is
// known against it.
func (m *Mastodon) blocked(ctx context.Context, account api.ID) (string, error) {
	var known []struct {
		ID        api.ID `json:"id"`
		Blocking  bool   `json:"blocking"`
		BlockedBy bool   `json:"blocked_by"`
	}
	if err := m.api.get(ctx, "/api/v1/accounts/relationships", url.Values{"id[]": {string(account)}}, &known); err != nil {
		return "", err
	}
	for _, r := range known {
		switch {
		case r.ID != account:
		case r.BlockedBy:
			return "they have blocked our account", nil
		case r.Blocking:
			return "our account has blocked them", nil
		}
	}
	return "", nil
}

// Eligibility asks whether either side has blocked the other: then nothing we
// write arrives. It costs nothing otherwise.
func (m *Mastodon) Eligibility(ctx context.Context, post care.Mention) (care.Eligibility, error) {
	to, ok := m.refOf(post)
	if !ok {
		way := care.Way{Reason: "this connector did not read the post: answer by hand"}
		return care.Eligibility{Reply: way, Message: way}, nil
	}
	blocked, err := m.blocked(ctx, to.Account)
	if statusOf(err) == http.StatusForbidden {
		err = nil // a token without read:follows cannot ask; Check says so
	}
	if blocked != "" {
		blocked += ": offer another way, by other means"
	}
	way := care.Way{OK: blocked == "", Reason: blocked}
	return care.Eligibility{Reply: way, Message: way}, err
}
