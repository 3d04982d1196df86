// Package bluesky reads posts of the AT Protocol from Jetstream, which needs no
// key, and answers through the account's own server (PDS): a reply is a record
// put under a key that is derived from the send, so that the same send twice
// gives one post.
//
// The shapes are those of the lexicons app.bsky.feed.post, com.atproto.repo,
// com.atproto.server and chat.bsky.convo, and of Jetstream's own README.
package bluesky

import (
	"context"
	_ "embed"
	"errors"
	"net/http"
	"sync"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/keywords"
	"goodgraces/connectors/recent"
)

// Platform is the platform of every mention.
const Platform = "bluesky"

// maxEmitted bounds how many posts are remembered as handed on; the others are
// looked up in the store.
const maxEmitted = 20_000

const defaultStream = "wss://jetstream2.us-east.bsky.network/subscribe"

//go:embed setup.md
var setup string

// Type is the Bluesky connector.
func Type() connectors.Type { return connectors.Type{Spec: spec(), Setup: setup, New: New} }

func spec() connectors.Spec {
	return connectors.Spec{
		Type:     "bluesky",
		Title:    "Bluesky",
		Help:     "Reads Bluesky without a key: posts that mention, answer or quote the brand's accounts, or that contain a keyword. Replies and sends private messages with an app password.",
		Platform: Platform,
		Settings: []connectors.Setting{
			{Key: "accounts", Kind: connectors.KindStrings, Help: "The brand's own accounts: handles or DIDs. Without it, the brand's handles that look like a domain, and identifier."},
			{Key: "keywords", Kind: connectors.KindStrings, Help: "Words and phrases to watch for; the brand's keywords when not given."},
			{Key: "identifier", Kind: connectors.KindString, Help: "Handle or DID of the account that replies. Needed to reply."},
			{Key: "password", Kind: connectors.KindString, Secret: true, Help: "App password of that account (Settings, Privacy and security, App passwords); allow access to direct messages for private messages. Needed to reply."},
			passwordExpires(),
			{Key: "stream", Kind: connectors.KindURL, Default: defaultStream, Help: "Jetstream's address."},
			{Key: "service", Kind: connectors.KindURL, Default: "https://bsky.social", Help: "The account's server (PDS)."},
			{Key: "appview", Kind: connectors.KindURL, Default: "https://public.api.bsky.app", Help: "Where handles and profiles are looked up."},
			{Key: "web_url", Kind: connectors.KindURL, Default: "https://bsky.app", Help: "Where people see posts: the addresses of posts begin so. Where an answer by hand is pasted, any page's address will do."},
			{Key: "chat", Kind: connectors.KindString, Address: true, Default: "did:web:api.bsky.chat#bsky_chat", Help: "The chat service to which the account's server passes private messages on: its DID, # and its part."},
			{Key: "heartbeat", Kind: connectors.KindDuration, Default: 20 * time.Second, Help: "The stream is pinged this often; when no answer comes within as long again, the connection counts as lost."},
		},
		ByHand: true,
		Can:    connectors.Capabilities{Read: true, Reply: true, Message: true, Find: true, Idempotent: -1},
		Limits: []connectors.Limit{
			{What: "length", Is: "300 characters as people count them, 3,000 bytes; 1,000 characters in a private message"},
			{What: "answers in private", Is: "what people write in Bluesky's chat is not read here: read it on Bluesky"},
			{What: "price", Is: "none"},
		},
		Past: "As far back as Jetstream keeps events, about a day: reading goes on at the last event that was seen. What was posted during a longer outage is not found, and the connector's state says so for a day, or until graces restarts. What was deleted in the part of an outage that Jetstream keeps no more is known of the last 500 posts alone: these are looked at again.",
	}
}

// passwordExpires is the setting by which people tell when the password ends.
func passwordExpires() connectors.Setting {
	set := connectors.TokenExpires()
	set.Help = "The day on which the app password ends (UTC), where you give it an end: you are warned a week ahead. Such as 2027-03-31."
	return set
}

// Bluesky is one configured connection.
type Bluesky struct {
	name     string
	set      connectors.Settings
	env      connectors.Env
	keywords *keywords.Set
	api      *client
	profiles *profiles
	emitted  *recent.Map[seen]
	gaps     connectors.Gaps

	reading sync.Mutex // one Read at a time
}

// New makes the connector.
func New(name string, s connectors.Settings, env connectors.Env) (connectors.Connector, error) {
	words := s.Strings("keywords")
	if len(words) == 0 {
		words = env.Keywords
	}
	b := &Bluesky{name: name, set: s, env: env, keywords: keywords.New(words), emitted: recent.NewMap[seen](maxEmitted)}
	if err := b.check(); err != nil {
		return nil, err
	}
	b.api = newClient(s, env)
	b.profiles = newProfiles(s.String("appview"), env)
	if at := s.Date(passwordExpires().Key); !at.IsZero() {
		env.Expires("the app password (setting "+passwordExpires().Key+")", at)
	}
	return b, nil
}

func (b *Bluesky) check() error {
	var errs []error
	if b.set.String("password") != "" && b.set.String("identifier") == "" {
		errs = append(errs, &connectors.SettingError{Key: "identifier", Problem: "is needed with password: the handle of the account that replies"})
	}
	if b.set.String("identifier") != "" && b.set.String("password") == "" {
		errs = append(errs, &connectors.SettingError{Key: "password", Problem: "is needed with identifier: an app password of that account (step 2 of the setup)"})
	}
	if len(b.accounts()) == 0 && b.keywords.Empty() {
		errs = append(errs, &connectors.SettingError{Key: "keywords", Problem: "give keywords or accounts: there is nothing to watch for"})
	}
	if !connectors.IsWebURL(b.set.String("web_url")) {
		errs = append(errs, &connectors.SettingError{Key: "web_url", Problem: "must be an address such as https://bsky.app"})
	}
	if b.set.Duration("heartbeat") <= 0 {
		errs = append(errs, &connectors.SettingError{Key: "heartbeat", Problem: "must be longer than 0s"})
	}
	return errors.Join(errs...)
}

// Name returns the configured name.
func (b *Bluesky) Name() string { return b.name }

// Spec describes the type; without a password, a connector can only read.
func (b *Bluesky) Spec() connectors.Spec {
	s := spec()
	if b.set.String("password") == "" {
		s.Can.Reply, s.Can.Message, s.Can.Find = false, false, false
	}
	return s
}

// Close frees nothing: connections belong to Read and to Env.Client.
func (b *Bluesky) Close() error { return nil }

func get(ctx context.Context, address string) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
}
