// Package discord connects a bot on Discord: it reads the channels and threads
// that the bot sees from the gateway, fills every gap from the channels
// themselves, and answers as the bot.
//
// The shapes are those of docs.discord.com (gateway, messages, channels,
// interactions). Calls are made by discordgo, and its types are used where all
// of a shape is. Its gateway is not: it sleeps a second with its lock held when
// it closes, takes five intervals to notice a dead connection, keeps no context,
// and says that an event was seen before anybody has handled it, so that what a
// failing queue refused would be lost to a resumption.
package discord

import (
	_ "embed"
	"errors"
	"net/url"
	"strings"
	"sync"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/keywords"
	"goodgraces/connectors/recent"
)

// Platform is the platform of every mention.
const Platform = "discord"

//go:embed setup.md
var setup string

// Type is the Discord connector.
func Type() connectors.Type { return connectors.Type{Spec: spec(), Setup: setup, New: New} }

// Ways into a private conversation.
const (
	handoffDirect = "direct"
	handoffThread = "thread"
)

func spec() connectors.Spec {
	return connectors.Spec{
		Type:     "discord",
		Title:    "Discord",
		Help:     "Reads the channels of Discord servers through a bot: every post of the channels that you name, and elsewhere those that mention or answer the bot or contain a keyword. Replies, and sends direct messages or opens private threads. Drafts can be approved in a channel of your own.",
		Platform: Platform,
		Settings: []connectors.Setting{
			{Key: "token", Kind: connectors.KindString, Required: true, Secret: true, Help: "The bot's token (Developer Portal, your application, Bot, Reset Token: step 2 of the setup)."},
			connectors.TokenExpires(),
			{Key: "servers", Kind: connectors.KindStrings, Help: "IDs or names of the servers that are read; all that the bot is in when not given."},
			{Key: "channels", Kind: connectors.KindStrings, Help: "IDs or names of channels, categories and threads in which every post is read, with the threads below them."},
			{Key: "keywords", Kind: connectors.KindStrings, Help: "Words and phrases to watch for in every other channel that the bot sees; the brand's keywords when not given."},
			{Key: "except", Kind: connectors.KindStrings, Help: "IDs or names of channels, categories and threads that are never read: those of your staff."},
			{Key: "staff", Kind: connectors.KindStrings, Help: "User names, user IDs or role IDs of your own people: what they write is the brand's word, not a complaint."},
			{Key: "message_content", Kind: connectors.KindBool, Default: true, Help: "Ask for the text of all posts (the Message Content Intent). Without it Discord shows the text of direct messages and of posts that mention the bot alone."},
			{Key: "handoff", Kind: connectors.KindString, Default: handoffDirect, OneOf: []string{handoffDirect, handoffThread}, Help: "The private way: a direct message, which reaches only those who take them, or a private thread below the channel, which the moderators see too."},
			{Key: "approvals", Kind: connectors.KindString, Help: "ID of a channel in which drafts are shown with buttons to approve, change or reject them; only your team may see it. None when not given."},
			{Key: "approvers", Kind: connectors.KindStrings, Help: "Who may use the buttons and /graces, as DISCORD_USER_ID=ACCOUNT with the name of their account of the desk, whose role counts."},
			{Key: "base_url", Kind: connectors.KindURL, Default: defaultBase, Help: "Address of Discord: of its API, and of posts."},
			{Key: "gateway", Kind: connectors.KindURL, Rare: true, Help: "Address of the gateway; what the API says when not given."},
			{Key: "poll", Kind: connectors.KindDuration, Default: 10 * time.Minute, Help: "How often the channels are looked through beside the gateway, for what it dropped."},
		},
		Can: connectors.Capabilities{Read: true, Reply: true, Message: true, Find: true, Idempotent: noncesLast},
		Limits: []connectors.Limit{
			{What: "length", Is: "2,000 characters"},
			{What: "requests", Is: "50 a second; 5 messages in 5 seconds in a channel"},
			{What: "sessions", Is: "1,000 new ones a day; resumed ones are not counted"},
			{What: "servers", Is: "2,500; beyond that Discord wants shards, which this connector has not"},
			{What: "price", Is: "none"},
		},
		Past:   "Some minutes are replayed by the gateway, with edits and deletions. Beyond that every channel and active thread is read on behind the last post that was seen, page by page; the first time, from now on. Threads that were archived meanwhile are found in the channels that are read whole, edits and deletions among the last 100 posts of those and of channels where posts were handed on lately (deletions of the last 500 posts that were handed on, as far as they are stored). Not found after a longer outage: older edits and deletions (whether a post stands is seen before it is answered), other archived threads, and direct messages.",
		ByHand: true,
	}
}

// defaultBase is Discord's own address.
const defaultBase = "https://discord.com"

// noncesLast is how long Discord surely refuses a second message with the same
// nonce: its documentation says "the past few minutes".
const noncesLast = 2 * time.Minute

const (
	// maxSeen bounds how many posts are remembered, for threads and repetitions.
	maxSeen = 50_000
	// maxRefused bounds how many people are remembered who take no messages.
	maxRefused = 10_000
)

// Discord is one configured connection.
type Discord struct {
	name     string
	set      connectors.Settings
	env      connectors.Env
	keywords *keywords.Set
	api      *client
	rooms    *rooms
	staff    names
	board    *board
	lacking  lacks
	seen     *recent.Map[seen]
	refused  *recent.Map[time.Time] // who took no private message, and when

	reading sync.Mutex // one Read at a time
}

// New makes the connector.
func New(name string, s connectors.Settings, env connectors.Env) (connectors.Connector, error) {
	words := s.Strings("keywords")
	if len(words) == 0 {
		words = env.Keywords
	}
	d := &Discord{name: name, set: s, env: env, keywords: keywords.New(words), staff: namesOf(s.Strings("staff")), seen: recent.NewMap[seen](maxSeen), refused: recent.NewMap[time.Time](maxRefused)}
	var wrong error
	d.board, wrong = newBoard(s)
	if err := errors.Join(d.check(), wrong); err != nil {
		return nil, err
	}
	d.api = newClient(s, env)
	d.rooms = newRooms(s, d.api)
	if d.board.channel != "" {
		d.rooms.skipped[d.board.channel] = true
	}
	env.ExpiresAsSet(s)
	return d, nil
}

func (d *Discord) check() error {
	var errs []error
	u, err := url.Parse(d.set.String("base_url"))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.RawQuery != "" {
		errs = append(errs, &connectors.SettingError{Key: "base_url", Problem: "must be an address such as https://discord.com"})
	}
	switch token := bareToken(d.set); {
	case token == "":
		errs = append(errs, &connectors.SettingError{Key: "token", Problem: "is empty: give the bot's token (step 2 of the setup)"})
	case strings.ContainsAny(token, " \t\r\n"):
		errs = append(errs, &connectors.SettingError{Key: "token", Problem: "has spaces in it: give the bot's token alone (step 2 of the setup)"})
	}
	if d.set.Duration("poll") <= 0 {
		errs = append(errs, &connectors.SettingError{Key: "poll", Problem: "must be longer than 0s"})
	}
	return errors.Join(errs...)
}

// bareToken is the token without the word that its header begins with, which
// people copy along.
func bareToken(s connectors.Settings) string {
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s.String("token")), "Bot "))
}

// Name returns the configured name.
func (d *Discord) Name() string { return d.name }

// Spec describes the type.
func (d *Discord) Spec() connectors.Spec { return spec() }

// Close frees nothing: connections belong to Read and to Env.Client.
func (d *Discord) Close() error { return nil }
