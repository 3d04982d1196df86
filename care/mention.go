// Package care is the vocabulary that every part of Good Graces shares: what a
// customer wrote (Mention), what we think of it (Verdict), what we might say
// (Draft), the conversation as the team works it (Case), and what was really
// published (Send, Receipt).
//
// It imports the standard library only, holds no state and does no input or
// output, so any package may import it.
package care

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"time"
)

// Who wrote a mention.
const (
	ByAuthor = "author" // a member of the public (the default)
	ByBrand  = "brand"  // one of the brand's own accounts
)

// Mention is one post as a connector read it. Platform and ID together name
// it for ever; everything else may be missing. Text is hostile input.
type Mention struct {
	ID           string    `json:"id"`
	Platform     string    `json:"platform,omitempty"`
	Author       Author    `json:"author,omitzero"`
	Text         string    `json:"text"`
	CreatedAt    time.Time `json:"created_at,omitzero"`
	Lang         string    `json:"lang,omitempty"`          // BCP 47, as the platform tagged it
	InReplyTo    string    `json:"in_reply_to,omitempty"`   // ID of the post this one answers
	Thread       string    `json:"thread,omitempty"`        // ID of the first post of the thread
	ThreadAuthor string    `json:"thread_author,omitempty"` // author ID of that first post
	URL          string    `json:"url,omitempty"`
	By           string    `json:"by,omitempty"` // ByAuthor (also when empty) or ByBrand

	// Connector is the configured name of the connector that read the
	// mention and that will carry the answer.
	Connector string `json:"connector,omitempty"`
	// Ref is whatever the connector needs to answer this post (Bluesky: uri
	// and cid). Opaque to everyone else.
	Ref string `json:"ref,omitempty"`
	// Deleted says that the author has taken the post back: Text is empty,
	// and a pending answer must not go out.
	Deleted bool `json:"deleted,omitempty"`
	// EditedAt is when the author changed the post: this is what it says now.
	// A reading with a later one replaces what is known. Zero: never.
	EditedAt time.Time `json:"edited_at,omitzero"`
	// Repost says that the post carries somebody else's words and none of its
	// author's: nobody asks anything.
	Repost bool `json:"repost,omitempty"`
	// Quotes is the ID of a post that this one quotes, with words of its own.
	Quotes string `json:"quotes,omitempty"`
	// Labels are what the platform, its moderators or the author mark the post
	// or its author with ("spam", "porn"), in the platform's words.
	Labels []string `json:"content_labels,omitempty"`
	// LabelsAll says that Labels are all there are by now: those that an earlier
	// reading told of and that are not among them were taken back.
	LabelsAll bool `json:"content_labels_all,omitempty"`
	// Private says that the author wrote to us alone: a direct message, or a
	// post in a private thread.
	Private bool `json:"private,omitempty"`
	// Limit is the longest public answer that can stand below this post, as its
	// platform counts, where that differs from the platform's usual (a Mastodon
	// server sets its own). 0: the usual.
	Limit int `json:"limit,omitempty"`
}

// Author is a person or account as the platform shows it.
type Author struct {
	ID        string `json:"id,omitempty"`
	Handle    string `json:"handle,omitempty"` // without the leading @
	Name      string `json:"name,omitempty"`
	Followers int    `json:"followers,omitempty"`
	// Unfollowed tells Followers 0 as the platform said it from Followers that
	// it did not tell.
	Unfollowed bool `json:"unfollowed,omitempty"`
	// Bot says that the platform marks the account as run by a program.
	Bot bool `json:"bot,omitempty"`
}

// Key names the author within the platform; the handle stands in where the
// platform gave no ID. It is empty when the author is unknown.
func (m *Mention) AuthorKey() string {
	id := m.Author.ID
	if id == "" {
		id = m.Author.Handle
	}
	if id == "" {
		return ""
	}
	return Key(m.Platform, id)
}

// Key names the mention across platforms.
func (m *Mention) Key() string { return Key(m.Platform, m.ID) }

// ThreadKey names the conversation: the thread's root where the platform
// tells, else the parent, else the mention itself.
func (m *Mention) ThreadKey() string {
	switch {
	case m.Thread != "":
		return Key(m.Platform, m.Thread)
	case m.InReplyTo != "":
		return Key(m.Platform, m.InReplyTo)
	}
	return m.Key()
}

// Key joins a platform and an identifier into one name. The separator cannot
// occur in a platform's name, so two different pairs never share a key.
func Key(platform, id string) string { return platform + ":" + id }

// CaseID derives the ID of the case that a mention opens. It depends on
// nothing but platform and mention ID, so that a redelivered mention finds the
// case it already has. It is safe in URLs, file names and custom_id fields.
func CaseID(platform, id string) string {
	sum := sha256.Sum256([]byte(platform + "\x00" + id))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10]))
}
