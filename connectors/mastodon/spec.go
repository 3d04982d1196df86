// Package mastodon connects an account on a Mastodon server, or on one that
// speaks its API: it reads mentions, hashtags and keywords from the streaming
// API and fills every gap from the timelines, and answers as the account.
//
// The shapes are those of docs.joinmastodon.org (methods statuses, streaming,
// notifications, timelines, accounts, instance). Calls for which go-mastodon has
// a method go through it; what is read is decoded into the few fields that are
// used, since servers differ in the others.
package mastodon

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
const Platform = "mastodon"

//go:embed setup.md
var setup string

// Type is the Mastodon connector.
func Type() connectors.Type { return connectors.Type{Spec: spec(), Setup: setup, New: New} }

// Where keywords are looked for.
const (
	publicNone  = "none"
	publicLocal = "local"
	publicAll   = "all"
)

func spec() connectors.Spec {
	return connectors.Spec{
		Type:     "mastodon",
		Title:    "Mastodon",
		Help:     "Reads posts that mention or answer an account on Mastodon (or a server that speaks its API), that carry a hashtag, or that contain a keyword. Replies, and sends private mentions.",
		Platform: Platform,
		Settings: []connectors.Setting{
			{Key: "base_url", Kind: connectors.KindURL, Required: true, Help: "Address of the server that the account is on, such as https://mastodon.social (step 4 of the setup)."},
			{Key: "token", Kind: connectors.KindString, Required: true, Secret: true, Help: "The account's access token (Preferences, Development, New application), with the scopes that the setup lists (its steps 1 to 3)."},
			connectors.TokenExpires(),
			{Key: "hashtags", Kind: connectors.KindStrings, Help: "Hashtags to watch for, with or without #."},
			{Key: "keywords", Kind: connectors.KindStrings, Help: "Words and phrases to watch for on the public timeline; the brand's keywords when not given."},
			{Key: "public", Kind: connectors.KindString, Default: publicLocal, OneOf: []string{publicNone, publicLocal, publicAll}, Help: "Where keywords are looked for: nowhere but in what the stream of the account shows anyway, among posts of this server, or among all posts that reach it."},
			{Key: "stream", Kind: connectors.KindURL, Rare: true, Help: "Address of the streaming API; what the server says of itself when not given."},
			{Key: "heartbeat", Kind: connectors.KindDuration, Default: 30 * time.Second, Help: "The stream is pinged this often; when no answer comes within as long again, the connection counts as lost."},
			{Key: "poll", Kind: connectors.KindDuration, Default: 2 * time.Minute, Help: "How often the timelines are read beside the stream, for what it dropped, or instead of a stream that cannot be had; and earlier posts again, for what was edited or deleted."},
		},
		Can:    connectors.Capabilities{Read: true, Reply: true, Message: true, Find: true, Idempotent: time.Hour},
		ByHand: true,
		Limits: []connectors.Limit{
			{What: "length", Is: "what the server says of itself, 500 characters by default; a link counts 23, the domain of a mention nothing"},
			{What: "requests", Is: "300 in 5 minutes by default"},
			{What: "price", Is: "none"},
		},
		Past: "As far back as the server keeps notifications and timelines: reading goes on behind the last post that was seen, page by page. The first time, at the newest page of each. Deletions and edits of an outage are seen for the last " + revisitedText + " posts that concerned us, and before each answer.",
	}
}

// Mastodon is one configured connection.
type Mastodon struct {
	name     string
	set      connectors.Settings
	env      connectors.Env
	host     string // of base_url: what makes an ID of this server unique
	keywords *keywords.Set
	tags     []string // without #, in lower case
	api      *client
	recent   *recent.Map[seen]

	reading sync.Mutex // one Read at a time
}

// New makes the connector.
func New(name string, s connectors.Settings, env connectors.Env) (connectors.Connector, error) {
	words := s.Strings("keywords")
	if len(words) == 0 {
		words = env.Keywords
	}
	m := &Mastodon{name: name, set: s, env: env, keywords: keywords.New(words), tags: hashtags(s.Strings("hashtags")), recent: recent.NewMap[seen](maxRecent)}
	if err := m.check(); err != nil {
		return nil, err
	}
	m.api = newClient(s, env)
	env.ExpiresAsSet(s)
	return m, nil
}

func (m *Mastodon) check() error {
	var errs []error
	u, err := url.Parse(m.set.String("base_url"))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.RawQuery != "" {
		errs = append(errs, &connectors.SettingError{Key: "base_url", Problem: "must be the address of the server alone, such as https://mastodon.social (step 4 of the setup)"})
	} else {
		m.host = strings.ToLower(u.Host)
	}
	if strings.TrimSpace(m.set.String("token")) == "" {
		errs = append(errs, &connectors.SettingError{Key: "token", Problem: "is empty: give the access token of the application that you made on the server (step 3 of the setup)"})
	}
	for _, key := range []string{"heartbeat", "poll"} {
		if m.set.Duration(key) <= 0 {
			errs = append(errs, &connectors.SettingError{Key: key, Problem: "must be longer than 0s"})
		}
	}
	return errors.Join(errs...)
}

// hashtags makes hashtags comparable: the API takes them without #.
func hashtags(given []string) []string {
	var tags []string
	for _, t := range given {
		if t = strings.ToLower(strings.TrimLeft(strings.TrimSpace(t), "#")); t != "" {
			tags = append(tags, t)
		}
	}
	return tags
}

// Name returns the configured name.
func (m *Mastodon) Name() string { return m.name }

// Spec describes the type.
func (m *Mastodon) Spec() connectors.Spec { return spec() }

// Close frees nothing: connections belong to Read and to Env.Client.
func (m *Mastodon) Close() error { return nil }
