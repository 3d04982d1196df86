package x

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"goodgraces/care"
)

// post is a post of the API v2, as far as we read it.
type post struct {
	ID           string      `json:"id"`
	Text         string      `json:"text"`
	AuthorID     string      `json:"author_id"`
	Conversation string      `json:"conversation_id"`
	CreatedAt    string      `json:"created_at"`
	Lang         string      `json:"lang"`
	ReplyToUser  string      `json:"in_reply_to_user_id"`
	History      []string    `json:"edit_history_tweet_ids"`
	Referenced   []reference `json:"referenced_tweets"`
	Entities     entities    `json:"entities"`
	Note         *note       `json:"note_tweet"`
}

type reference struct {
	Type string `json:"type"` // replied_to, quoted, retweeted
	ID   string `json:"id"`
}

type entities struct {
	URLs     []link `json:"urls"`
	Mentions []struct {
		Username string `json:"username"`
		ID       string `json:"id"`
	} `json:"mentions"`
}

type link struct {
	URL      string `json:"url"`
	Expanded string `json:"expanded_url"`
}

// note is the whole of a post that is longer than Text may be.
type note struct {
	Text     string   `json:"text"`
	Entities entities `json:"entities"`
}

// page is an answer that holds posts.
type page struct {
	Data     raws `json:"data"`
	Includes struct {
		Users raws `json:"users"`
	} `json:"includes"`
	Meta struct {
		Next  string `json:"next_token"`
		Count *int   `json:"result_count"` // nil where X does not say
	} `json:"meta"`
	// Errors say what is not in Data, and why.
	Errors raws `json:"errors"`
}

// lists reports whether an answer says all that there is to say: only then what
// it does not hold is not there.
func (p *page) lists() bool {
	return len(p.Errors) == 0 && p.Meta.Count != nil && (len(p.Data) > 0 || *p.Meta.Count == 0)
}

// absent is why a post that was asked for is not there.
type absent struct {
	Type     string `json:"type"`
	Resource string `json:"resource_id"`
	Value    string `json:"value"`
}

// gone returns the IDs of those posts that X surely shows no more: deleted, or
// their author's posts are protected or suspended. What is missing for another
// reason, or for none, proves nothing. The types of problems are those of
// docs.x.com/x-api/fundamentals/response-codes-and-errors.
func (p *page) gone() []string {
	var out []string
	for _, raw := range p.Errors {
		var a absent
		if !decode(raw, &a) || !strings.HasSuffix(a.Type, "/resource-not-found") && !strings.HasSuffix(a.Type, "/not-authorized-for-resource") {
			continue
		}
		if a.Resource == "" {
			a.Resource = a.Value
		}
		out = append(out, a.Resource)
	}
	return out
}

const (
	postFields   = "author_id,conversation_id,created_at,edit_history_tweet_ids,entities,in_reply_to_user_id,lang,note_tweet,referenced_tweets"
	authorFields = "description,name,username,public_metrics"
	// messageField is said to an account only, not to an app.
	messageField = ",receives_your_dm"
)

// decode reads what can be read of an object whose fields may have other types
// than documented.
func decode(raw []byte, into any) bool {
	err := json.Unmarshal(raw, into)
	var other *json.UnmarshalTypeError
	return err == nil || errors.As(err, &other)
}

// posts returns the posts of a page that can be read, and its users by ID.
func (p *page) posts() ([]post, map[string]user) {
	var out []post
	for _, raw := range p.Data {
		var one post
		if decode(raw, &one) && snowflake(one.ID) > 0 {
			out = append(out, one)
		}
	}
	users := map[string]user{}
	for _, raw := range p.Includes.Users {
		var u user
		if decode(raw, &u) && u.ID != "" {
			users[u.ID] = u
		}
	}
	return out, users
}

// ref is Mention.Ref: what an answer needs to know.
type ref struct {
	// Latest is the newest version of a post that was edited: each has an ID of
	// its own, and the mention keeps the first.
	Latest string `json:"id,omitempty"`
	// Called says whether the post mentions or quotes an account of ours: only
	// then X lets an app answer it. nil where it is not known.
	Called *bool `json:"called,omitempty"`
	// Messages says whether the author takes messages from us; nil where it is
	// not known.
	Messages *bool `json:"dm,omitempty"`
}

func refOf(m care.Mention) ref {
	var r ref
	_ = json.Unmarshal([]byte(m.Ref), &r) // a post from elsewhere has none
	return r
}

// target is the post that an answer is below.
func target(m care.Mention) string {
	if latest := refOf(m).Latest; snowflake(latest) > 0 {
		return latest
	}
	return m.ID
}

func (r ref) String() string {
	text, _ := json.Marshal(r) // strings and booleans: it always marshals
	return string(text)
}

// mention turns a post into a mention.
func (x *X) mention(p post, by user, own ours) care.Mention {
	m := care.Mention{
		ID: p.ID, Platform: Platform, Connector: x.name, Author: by.author(), Text: p.text(),
		CreatedAt: p.created(), Lang: p.lang(), URL: x.web.post(by.Username, p.ID),
	}
	if m.Author.ID == "" {
		m.Author.ID = p.AuthorID
	}
	if own.byID(p.AuthorID) {
		m.By = care.ByBrand
	}
	called := x.calls(p, own)
	r := ref{Called: &called, Messages: by.Messages}
	if len(p.History) > 1 && snowflake(p.History[0]) > 0 {
		m.ID, m.EditedAt, r.Latest = p.History[0], p.created(), p.ID
		m.CreatedAt = idTime(snowflake(m.ID))
	}
	m.Ref = r.String()
	p.place(&m)
	return m
}

// place puts a mention into its conversation.
func (p *post) place(m *care.Mention) {
	for _, r := range p.Referenced {
		switch r.Type {
		case "replied_to":
			m.InReplyTo = r.ID
		case "quoted":
			m.Quotes = r.ID
		case "retweeted":
			m.Repost = true
		}
	}
	if p.Conversation != p.ID && p.Conversation != m.ID {
		m.Thread = p.Conversation
	}
	if m.Thread != "" && m.Thread == m.InReplyTo {
		m.ThreadAuthor = p.ReplyToUser
	}
}

// latest is the ID of the newest version of a post.
func (p *post) latest() string {
	if n := len(p.History); n > 0 && snowflake(p.History[n-1]) > snowflake(p.ID) {
		return p.History[n-1]
	}
	return p.ID
}

func (p *post) entities() entities {
	if p.Note != nil && p.Note.Text != "" {
		return p.Note.Entities
	}
	return p.Entities
}

// text is what a person reads: all of it, with characters as they were typed and
// addresses where they lead to.
func (p *post) text() string {
	text := p.Text
	if p.Note != nil && p.Note.Text != "" {
		text = p.Note.Text
	}
	return plain(text, p.entities().URLs)
}

// unescaped are the characters that X escapes in texts.
var unescaped = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")

// maxLinks bounds how many addresses of one post are looked at.
const maxLinks = 50

func plain(text string, links []link) string {
	text = strings.ToValidUTF8(unescaped.Replace(text), string(utf8.RuneError))
	for _, l := range links[:min(len(links), maxLinks)] {
		if strings.HasPrefix(l.URL, "https://t.co/") && len(l.URL) > len("https://t.co/") && l.Expanded != "" {
			text = strings.Replace(text, l.URL, strings.ToValidUTF8(l.Expanded, string(utf8.RuneError)), 1)
		}
	}
	return text
}

func (p *post) lang() string {
	switch p.Lang {
	case "und", "zxx", "qam", "qct", "qht", "qme", "qst", "art": // X's words for "none"
		return ""
	}
	return p.Lang
}

func (p *post) created() time.Time {
	if t, err := time.Parse(time.RFC3339, p.CreatedAt); err == nil {
		return t.UTC()
	}
	return idTime(snowflake(p.ID))
}

// calls reports whether the post mentions or quotes an account of ours.
func (x *X) calls(p post, own ours) bool {
	e := p.entities()
	for _, m := range e.Mentions {
		if own.byHandle(m.Username) || own.byID(m.ID) {
			return true
		}
	}
	quotes := false
	for _, r := range p.Referenced {
		quotes = quotes || r.Type == "quoted"
	}
	for _, l := range e.URLs {
		if by, _, ok := x.web.read(l.Expanded); quotes && ok && own.byHandle(by) {
			return true
		}
	}
	return false
}

// epoch is where the IDs of X begin to count, in Unix milliseconds.
const epoch = 1_288_834_974_657

// snowflake is an ID as a number, in the order of time; 0 for what is none.
func snowflake(id string) uint64 {
	n, err := strconv.ParseUint(id, 10, 63)
	if err != nil {
		return 0
	}
	return n
}

// idTime is when an ID was given.
func idTime(id uint64) time.Time {
	return time.UnixMilli(int64(id>>22) + epoch).UTC() //nolint:gosec // 63 bits, shifted
}

// idAt is the first ID of a moment.
func idAt(t time.Time) uint64 {
	return uint64(max(0, t.UnixMilli()-epoch)) << 22 //nolint:gosec // not negative
}
