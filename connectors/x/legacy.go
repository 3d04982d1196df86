package x

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/dghubble/go-twitter/twitter" //nolint:staticcheck // deprecated with the API v1.1, whose shapes X still sends here

	"goodgraces/care"
)

// activity is a call of the Account Activity API, as far as we read it. Its
// posts have the shape of the API v1.1.
type activity struct {
	For     string `json:"for_user_id"`
	Created raws   `json:"tweet_create_events"`
	Deleted raws   `json:"tweet_delete_events"`
}

// events returns the mentions in a call of the Account Activity API.
func (x *X) events(ctx context.Context, a activity, own ours) ([]care.Mention, error) {
	var out []care.Mention
	if a.For != "" && !own.byID(a.For) {
		return nil, nil // of another account that the app serves
	}
	for _, raw := range a.Created {
		var t twitter.Tweet
		if decode(raw, &t) {
			if m, ok := x.legacy(&t, own); ok {
				out = append(out, m)
			}
		}
	}
	for _, raw := range a.Deleted {
		m, ok, err := x.deletion(ctx, raw)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, m)
		}
	}
	return out, nil
}

// deletion turns a notice that a post was deleted into a mention. It is taken
// only of a post of the author that it names: what is not stored may be in the
// queue.
func (x *X) deletion(ctx context.Context, raw []byte) (care.Mention, bool, error) {
	var d struct {
		Status twitter.StatusDeletion `json:"status"`
	}
	decode(raw, &d)
	id, author := idOf(d.Status.IDStr, d.Status.ID), idOf(d.Status.UserIDStr, d.Status.UserID)
	if snowflake(id) == 0 || snowflake(author) == 0 {
		return care.Mention{}, false, nil
	}
	theirs, err := x.theirs(ctx, id, author)
	return care.Mention{ID: id, Platform: Platform, Connector: x.name, Author: care.Author{ID: author}, Deleted: true}, theirs, err
}

// theirs reports whether a post is an author's, as far as the store knows it.
func (x *X) theirs(ctx context.Context, id, author string) (bool, error) {
	stored, err := x.env.Stored(ctx, Platform, id)
	if err != nil || !stored {
		return err == nil, err
	}
	posts, err := x.env.StoredOf(ctx, Platform, author)
	return slices.Contains(posts, id), err
}

// legacy turns a post of the API v1.1 into a mention. Of the account's own posts
// only answers are of interest.
func (x *X) legacy(t *twitter.Tweet, own ours) (care.Mention, bool) {
	if snowflake(idOf(t.IDStr, t.ID)) == 0 || t.User == nil {
		return care.Mention{}, false
	}
	m := legacyMention(t, legacyAuthor(t.User), x.web)
	m.Connector = x.name
	called := legacyCalls(t, own)
	m.Ref = ref{Called: &called}.String()
	if own.byID(m.Author.ID) {
		m.By = care.ByBrand
		return m, m.InReplyTo != ""
	}
	return m, !m.Repost && !x.set.Ignores(m.Author.Handle)
}

// legacyMention lets the parent stand in for the beginning of the conversation,
// which v1.1 does not name.
func legacyMention(t *twitter.Tweet, by care.Author, at web) care.Mention {
	id := idOf(t.IDStr, t.ID)
	m := care.Mention{
		ID: id, Platform: Platform, Text: legacyText(t), Lang: (&post{Lang: t.Lang}).lang(),
		Author: by, CreatedAt: idTime(snowflake(id)), URL: at.post(by.Handle, id),
		InReplyTo: idOf(t.InReplyToStatusIDStr, t.InReplyToStatusID), Quotes: idOf(t.QuotedStatusIDStr, t.QuotedStatusID),
		Repost: t.RetweetedStatus != nil,
	}
	if m.InReplyTo != "" {
		m.Thread, m.ThreadAuthor = m.InReplyTo, idOf(t.InReplyToUserIDStr, t.InReplyToUserID)
	}
	return m
}

func legacyAuthor(u *twitter.User) care.Author {
	a := user{ID: idOf(u.IDStr, u.ID), Name: u.Name, Username: u.ScreenName, About: u.Description}
	a.Metrics.Followers = &u.FollowersCount
	return a.author()
}

// legacyText is the whole text: posts of more than 140 characters have it aside.
func legacyText(t *twitter.Tweet) string {
	text := t.Text
	if t.FullText != "" {
		text = t.FullText
	}
	if t.ExtendedTweet != nil && t.ExtendedTweet.FullText != "" {
		text = t.ExtendedTweet.FullText
	}
	var links []link
	if e := legacyEntities(t); e != nil {
		for _, u := range e.Urls {
			links = append(links, link{u.URL, u.ExpandedURL})
		}
	}
	return plain(text, links)
}

func legacyEntities(t *twitter.Tweet) *twitter.Entities {
	if t.ExtendedTweet != nil && t.ExtendedTweet.Entities != nil {
		return t.ExtendedTweet.Entities
	}
	return t.Entities
}

// legacyCalls reports whether a post mentions or quotes an account of ours.
func legacyCalls(t *twitter.Tweet, own ours) bool {
	if q := t.QuotedStatus; q != nil && q.User != nil && own.byID(idOf(q.User.IDStr, q.User.ID)) {
		return true
	}
	if e := legacyEntities(t); e != nil {
		for _, m := range e.UserMentions {
			if own.byHandle(m.ScreenName) || own.byID(idOf(m.IDStr, m.ID)) {
				return true
			}
		}
	}
	return false
}

// idOf is an ID as text, which says it exactly where both are given.
func idOf(text string, n int64) string {
	if text = strings.TrimSpace(text); text == "" && n > 0 {
		return strconv.FormatInt(n, 10)
	}
	return text
}
