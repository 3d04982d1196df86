package mastodon

import (
	"encoding/json"
	"strings"
	"time"

	api "github.com/mattn/go-mastodon"

	"goodgraces/care"
)

// status is a post, in the fields that we use.
type status struct {
	ID          api.ID     `json:"id"`
	URL         string     `json:"url"`
	Account     account    `json:"account"`
	InReplyTo   api.ID     `json:"in_reply_to_id"`
	ReplyToUser api.ID     `json:"in_reply_to_account_id"`
	Reblog      *reference `json:"reblog"`
	Quote       *quote     `json:"quote"`
	Content     string     `json:"content"`
	SpoilerText string     `json:"spoiler_text"`
	CreatedAt   time.Time  `json:"created_at"`
	EditedAt    time.Time  `json:"edited_at"`
	Visibility  string     `json:"visibility"`
	Language    string     `json:"language"`
	Mentions    []account  `json:"mentions"`
	Tags        []tag      `json:"tags"`
	Poll        *poll      `json:"poll"`
}

// account is who wrote a post or is mentioned in one.
type account struct {
	ID          api.ID `json:"id"`
	Acct        string `json:"acct"` // user, or user@domain of another server
	DisplayName string `json:"display_name"`
	Followers   *int   `json:"followers_count"`
	Bot         bool   `json:"bot"`
}

type tag struct {
	Name string `json:"name"`
}

type reference struct {
	ID      api.ID  `json:"id"`
	Account account `json:"account"`
}

// quote is the post that a post quotes: whole, or by its ID alone.
type quote struct {
	ID     api.ID     `json:"quoted_status_id"`
	Status *reference `json:"quoted_status"`
}

type poll struct {
	Options []struct {
		Title string `json:"title"`
	} `json:"options"`
}

// notification is one of the account's.
type notification struct {
	ID     api.ID  `json:"id"`
	Type   string  `json:"type"`
	Status *status `json:"status"`
}

// ref is Mention.Ref: what an answer must know of the post.
type ref struct {
	ID         api.ID `json:"id"`
	Account    api.ID `json:"account"`              // its author's
	Acct       string `json:"acct"`                 // how the author is mentioned from our server
	Visibility string `json:"visibility,omitempty"` // an answer is never seen by more
	Spoiler    string `json:"spoiler,omitempty"`    // content warning, which an answer repeats
}

// id makes the ID of a post unique among all servers: they count on their own.
func (m *Mastodon) id(local api.ID) string {
	if local == "" {
		return ""
	}
	return m.host + "/" + string(local)
}

// handle is an account's whole name, which no other server uses.
func (m *Mastodon) handle(a account) string {
	if a.Acct == "" || strings.Contains(a.Acct, "@") {
		return a.Acct
	}
	return a.Acct + "@" + m.host
}

// mention turns a post into a mention, all but its thread.
func (m *Mastodon) mention(s *status) care.Mention {
	out := care.Mention{
		ID: m.id(s.ID), Platform: Platform, Author: m.author(s.Account), Text: s.text(),
		CreatedAt: s.CreatedAt.UTC(), EditedAt: s.EditedAt, Lang: s.Language,
		InReplyTo: m.id(s.InReplyTo), URL: webAddress(s.URL), Connector: m.name, Ref: refOf(s),
		Private: s.Visibility == api.VisibilityDirectMessage, Limit: m.limit(s),
	}
	if q := s.Quote; q != nil {
		out.Quotes = m.id(q.id())
	}
	return out
}

func (q *quote) id() api.ID {
	if q.Status != nil {
		return q.Status.ID
	}
	return q.ID
}

func (m *Mastodon) author(a account) care.Author {
	name := m.handle(a)
	out := care.Author{ID: name, Handle: name, Name: a.DisplayName, Bot: a.Bot}
	if a.Followers != nil {
		out.Followers = max(0, *a.Followers)
		out.Unfollowed = out.Followers == 0
	}
	return out
}

func refOf(s *status) string {
	text, _ := json.Marshal(ref{s.ID, s.Account.ID, s.Account.Acct, s.Visibility, s.SpoilerText}) // strings alone: it always marshals
	return string(text)
}

// webAddress lets through what can be opened without harm.
func webAddress(address string) string {
	if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
		return address
	}
	return ""
}

// concerns reports whether a post mentions, answers or quotes the account.
func (s *status) concerns(us api.ID) bool {
	if s.ReplyToUser == us || s.Quote != nil && s.Quote.Status != nil && s.Quote.Status.Account.ID == us {
		return true
	}
	for _, a := range s.Mentions {
		if a.ID == us {
			return true
		}
	}
	return false
}
