package discord

import (
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
)

// Types of messages that are somebody's words; the others tell of joins, pins
// and calls of commands.
const (
	typeDefault = 0
	typeReply   = 19
)

// forwarded is the type of a reference that carries somebody else's words.
const forwarded = 1

// message is a post, in the fields that we use. discordgo's type is not used:
// one component of a kind that it does not know makes the whole unreadable.
type message struct {
	ID           string    `json:"id"`
	Channel      string    `json:"channel_id"`
	Guild        string    `json:"guild_id"`
	Type         int       `json:"type"`
	Content      string    `json:"content"`
	Edited       timestamp `json:"edited_timestamp"`
	Author       *user     `json:"author"`
	Member       *member   `json:"member"`
	Webhook      string    `json:"webhook_id"`
	Mentions     []user    `json:"mentions"`
	MentionRoles []string  `json:"mention_roles"`
	Reference    *struct {
		Type    int    `json:"type"`
		Message string `json:"message_id"`
		Channel string `json:"channel_id"`
	} `json:"message_reference"`
	Referenced *struct {
		ID     string `json:"id"`
		Author *user  `json:"author"`
	} `json:"referenced_message"`
	Snapshots []struct {
		Message struct {
			Content string `json:"content"`
		} `json:"message"`
	} `json:"message_snapshots"`
	Poll *struct {
		Question struct {
			Text string `json:"text"`
		} `json:"question"`
	} `json:"poll"`
}

// user is an account.
type user struct {
	ID            string `json:"id"`
	Username      string `json:"username"`
	Discriminator string `json:"discriminator"` // of bots; "0" for people
	GlobalName    string `json:"global_name"`
	Bot           bool   `json:"bot"`
}

// member is an account as one server knows it.
type member struct {
	Nick  string  `json:"nick"`
	Roles roleIDs `json:"roles"`
}

// roleIDs are the roles of a member: IDs, and in some servers' events whole roles.
type roleIDs []string

// UnmarshalJSON takes what are no roles as none: they make no message unreadable.
func (r *roleIDs) UnmarshalJSON(raw []byte) error {
	var ids []string
	if json.Unmarshal(raw, &ids) == nil {
		*r = ids
		return nil
	}
	*r = nil
	var whole []struct {
		ID string `json:"id"`
	}
	_ = json.Unmarshal(raw, &whole) // what makes no sense has no ID
	for _, role := range whole {
		*r = append(*r, role.ID)
	}
	return nil
}

// timestamp is a time that makes no message unreadable.
type timestamp struct{ time.Time }

// UnmarshalJSON takes what is no time as none.
func (t *timestamp) UnmarshalJSON(raw []byte) error {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		t.Time, _ = time.Parse(time.RFC3339, text)
	}
	return nil
}

// parse reads a message; false where it makes no sense.
func parse(raw []byte) (*message, bool) {
	m := new(message)
	ok := json.Unmarshal(raw, m) == nil && sound(m.ID) && sound(m.Channel)
	return m, ok
}

func (u *user) handle() string {
	if u.Discriminator == "" || u.Discriminator == "0" {
		return u.Username
	}
	return u.Username + "#" + u.Discriminator
}

// author is who wrote a post, by the name that the server knows.
func (m *message) author() care.Author {
	if m.Author == nil {
		return care.Author{}
	}
	a := care.Author{ID: m.Author.ID, Handle: m.Author.handle(), Name: m.Author.GlobalName, Bot: m.Author.Bot || m.Webhook != ""}
	if m.Member != nil && m.Member.Nick != "" {
		a.Name = m.Member.Nick
	}
	if a.Name == "" {
		a.Name = m.Author.Username
	}
	return a
}

// parent is the post that a post answers.
func (m *message) parent() string {
	if m.Reference == nil || m.Reference.Type == forwarded || !sound(m.Reference.Message) {
		return ""
	}
	return m.Reference.Message
}

func (m *message) forward() bool { return m.Reference != nil && m.Reference.Type == forwarded }

// names reports whether a post calls an account, by its name or a role of it, or
// answers it.
func (m *message) names(me string, roles []string) bool {
	if m.Referenced != nil && m.Referenced.Author != nil && m.Referenced.Author.ID == me {
		return true
	}
	return slices.ContainsFunc(m.Mentions, func(u user) bool { return u.ID == me }) ||
		slices.ContainsFunc(m.MentionRoles, func(r string) bool { return slices.Contains(roles, r) })
}

// ours reports whether one of us wrote a post: the bot, or somebody of the brand.
func (d *Discord) ours(m *message, me string) bool {
	a := m.author()
	if a.ID == me || d.env.Owns(a) || d.staff.has(a.ID, a.Handle) {
		return true
	}
	return m.Member != nil && d.staff.has(m.Member.Roles...)
}

// ref is Mention.Ref: where the post stands.
type ref struct {
	Channel string `json:"channel"`
	Guild   string `json:"guild,omitempty"` // "" in a direct conversation
}

func (r ref) String() string {
	text, _ := json.Marshal(r) // strings alone: it always marshals
	return string(text)
}

// mention turns a post into a mention, all but its thread.
func (d *Discord) mention(ctx context.Context, m *message) care.Mention {
	at := ref{m.Channel, m.Guild}
	out := care.Mention{
		ID: m.ID, Platform: Platform, Connector: d.name, Author: m.author(), Text: d.words(ctx, m),
		CreatedAt: timeOf(m.ID), EditedAt: m.Edited.UTC(), InReplyTo: m.parent(), URL: d.address(at, m.ID), Ref: at.String(),
		Repost: m.forward(),
	}
	return out
}

// address is where people see a post.
func (d *Discord) address(at ref, id string) string {
	guild := at.Guild
	if guild == "" {
		guild = "@me"
	}
	return strings.TrimRight(d.api.base.String(), "/") + "/channels/" + guild + "/" + at.Channel + "/" + id
}

// marked finds what Discord's programs show otherwise: names of accounts,
// channels, roles and emoji.
var marked = regexp.MustCompile(`<(@[!&]?|#|a?:(\w{1,64}):)(\d{1,20})>`)

// words is a post as its reader saw it.
func (d *Discord) words(ctx context.Context, m *message) string {
	parts := []string{m.Content}
	for _, s := range m.Snapshots {
		parts = append(parts, s.Message.Content)
	}
	if m.Poll != nil {
		parts = append(parts, m.Poll.Question.Text)
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return marked.ReplaceAllStringFunc(strings.Join(parts, "\n"), func(mark string) string {
		found := marked.FindStringSubmatch(mark)
		switch kind, id := found[1], found[3]; {
		case found[2] != "":
			return ":" + found[2] + ":"
		case kind == "#":
			if r, err := d.rooms.get(ctx, id); err == nil && r.Name != "" {
				return "#" + r.Name
			}
			return "#channel"
		case kind == "@&":
			return "@role"
		default:
			return "@" + m.named(id)
		}
	})
}

// named is what an account is called that a post mentions.
func (m *message) named(id string) string {
	for i := range m.Mentions {
		if u := &m.Mentions[i]; u.ID == id && u.Username != "" {
			return u.Username
		}
	}
	return "somebody"
}
