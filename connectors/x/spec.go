// Package x reads and answers posts on X through its API v2.
//
// It reads by asking (mentions timeline and recent search), by the filtered
// stream, or by what X's webhooks deliver; whatever happened in between is
// filled in by asking. The shapes are those of docs.x.com; the events of the
// Account Activity API have the shape of the API v1.1.
package x

import (
	_ "embed"
	"time"

	"goodgraces/connectors"
)

// Platform is the platform of every mention.
const Platform = "x"

//go:embed setup.md
var setup string

// Type is the X connector.
func Type() connectors.Type { return connectors.Type{Spec: spec(), Setup: setup, New: New} }

// Ways to read.
const (
	readPoll    = "poll"
	readStream  = "stream"
	readWebhook = "webhook"
)

func spec() connectors.Spec {
	return connectors.Spec{
		Type:     "x",
		Title:    "X",
		Help:     "Reads posts that mention or quote the brand's accounts, or that contain a keyword. Answers those who called the account, sends private messages, and helps to answer the others by hand.",
		Platform: Platform,
		Settings: append(append(settings(), credentials()...), prices()...),
		Can:      connectors.Capabilities{Read: true, Reply: true, Message: true, Find: true, Receive: true},
		ByHand:   true,
		Limits: []connectors.Limit{
			{What: "whom an app may answer", Is: "authors who mentioned or quoted the account; Enterprise apps may answer everybody"},
			{What: "replies", Is: "100 in 15 minutes; $0.01 each to those who called the account, by X's list; $0.20 is booked for one with a link"},
			{What: "private messages", Is: "15 in 15 minutes, 1,440 a day; $0.015 each; only to those who accept them"},
			{What: "answers in private", Is: "what people write in direct messages is not read here: read it on X"},
			{What: "reading", Is: "$0.005 a post, $0.001 a mention of the account that signs in, $0.01 an account or a private message"},
			{What: "prices", Is: "those of docs.x.com/x-api/getting-started/pricing, read in August 2026; X charges for the same post once a day (UTC), which is not counted here"},
			{What: "deletions", Is: "X tells of them by webhook for the account's own posts alone, so that stored posts are read again (recheck): 300 a day at most, at $0.005 each: $1.50 a day at most. First come those of cases that somebody works on and those of the last 30 days; a third, and what these leave, goes in turn to all that are stored, however old. The state says within how many days all come up, where that is more than one: 3,000 posts take 10 to 30 days (recheck_posts). Every post is also read again before it is answered"},
			{What: "threads", Is: "what a webhook delivers names the post that it answers and not the one at the top of its thread, and X does not say it without a read for each: the parent stands in for it. Posts that are asked for or streamed have both"},
			{What: "length", Is: "280, weighted as X does; 10,000 characters in a private message"},
		},
		Past: "Mentions as far back as X's timeline goes (the last 800), and what the search finds of the last 7 days. What was posted before that during a longer outage is not found, and the connector's state says so for a day, or until graces restarts. The first start begins with the newest ten.",
	}
}

func settings() []connectors.Setting {
	return []connectors.Setting{
		{Key: "accounts", Kind: connectors.KindStrings, Help: "The brand's own accounts, without @. The account that signs in is one by itself; where none signs in, the brand's handles."},
		{Key: "keywords", Kind: connectors.KindStrings, Help: "Words and phrases to search for; the brand's keywords when not given."},
		{Key: "read", Kind: connectors.KindString, Default: readPoll, OneOf: []string{readPoll, readStream, readWebhook}, Help: "poll asks now and then; stream holds the filtered stream open (needs bearer_token); webhook takes what X delivers to /hooks/NAME and asks beside it (needs api_secret)."},
		{Key: "every", Kind: connectors.KindDuration, Default: time.Minute, Help: "How often X is asked. An empty answer costs nothing."},
		{Key: "recheck", Kind: connectors.KindDuration, Default: 24 * time.Hour, Help: "How often stored posts are read again, for what was deleted, hidden or edited: X wants the text of such posts to be gone within a day. 0s is never."},
		{Key: "recheck_posts", Kind: connectors.KindInt, Default: 300, Help: "How many posts are read again each time at most, each at price_read: those of cases that somebody works on first, then the newest; a third at least are taken in turn from all that are stored."},
		connectors.Ignore(),
		{Key: "query_length", Kind: connectors.KindInt, Default: 512, Help: "Longest search query and stream rule, in characters: 512 for self-serve apps, 4096 for Enterprise."},
		{Key: "backfill_minutes", Kind: connectors.KindInt, Default: 0, Help: "Minutes that the stream itself makes up for after a break, 0 to 5; Enterprise only. The gap is filled by asking in any case."},
		{Key: "keep_alive", Kind: connectors.KindDuration, Default: 20 * time.Second, Help: "How often the stream gives a sign of life; after twice as long without one it counts as lost."},
		{Key: "enterprise", Kind: connectors.KindBool, Default: false, Help: "The app is an Enterprise one: it may answer posts that did not call the account."},
		{Key: "links", Kind: connectors.KindBool, Default: false, Help: "Allow links in public replies, at their price."},
		{Key: "base_url", Kind: connectors.KindURL, Default: "https://api.x.com", Help: "The API's address."},
		{Key: "web_url", Kind: connectors.KindURL, Default: defaultWeb, Help: "Where people see posts: the addresses of posts begin so. Those of x.com and twitter.com are understood as well where an answer by hand is pasted."},
	}
}

func credentials() []connectors.Setting {
	return []connectors.Setting{
		{Key: "bearer_token", Kind: connectors.KindString, Secret: true, Help: "The app's bearer token: enough to read, and needed for the stream."},
		{Key: "api_key", Kind: connectors.KindString, Secret: true, Help: "The app's API key (consumer key), for OAuth 1.0a."},
		{Key: "api_secret", Kind: connectors.KindString, Secret: true, Help: "The app's API key secret (consumer secret), for OAuth 1.0a; also verifies X's webhook calls."},
		{Key: "access_token", Kind: connectors.KindString, Secret: true, Help: "Access token of the account that answers, for OAuth 1.0a."},
		{Key: "access_secret", Kind: connectors.KindString, Secret: true, Help: "Access token secret of that account, for OAuth 1.0a."},
		{Key: "client_id", Kind: connectors.KindString, Help: "The app's client ID, for OAuth 2.0 instead of 1.0a."},
		{Key: "client_secret", Kind: connectors.KindString, Secret: true, Help: "The app's client secret, for OAuth 2.0; none for a public client."},
		connectors.TokenExpires(),
		{Key: "refresh_token", Kind: connectors.KindString, Secret: true, Help: "A first refresh token of the account, for OAuth 2.0. X gives a new one with each use; they are kept in the data folder."},
	}
}

// prices are those of X's list (docs.x.com/x-api/getting-started/pricing and the
// changelog of 16 Apr 2026, both read in the copy of 22 Aug 2026): Posts: Read,
// Owned Reads, User: Read, DM Event: Read, Post: Create (summoned), Post: Create
// (with URL), DM Interaction: Create. The changelog has it that summoned replies
// remain at $0.01, perhaps with a link too; the higher price is booked until an
// invoice says.
func prices() []connectors.Setting {
	price := func(key, usual, what string) connectors.Setting {
		return connectors.Setting{Key: "price_" + key, Kind: connectors.KindString, Default: usual, Help: "US dollars that X charges for " + what + "."}
	}
	return []connectors.Setting{
		price("read", "0.005", "a post read"),
		price("own_read", "0.001", "a mention or a post of the account that signs in"),
		price("user", "0.01", "an account looked up"),
		price("message_read", "0.01", "a private message read"),
		price("reply", "0.01", "a reply to a post that mentions or quotes the account; to any other, which Enterprise apps may write, its list says 0.015"),
		price("link_reply", "0.2", "a reply that holds a link"),
		price("message", "0.015", "a private message sent"),
	}
}
