// Package all lists every type of connector. It exists because the package
// connectors cannot import its own children.
package all

import (
	"goodgraces/connectors"
	"goodgraces/connectors/bluesky"
	"goodgraces/connectors/discord"
	"goodgraces/connectors/feeds"
	"goodgraces/connectors/mastodon"
	"goodgraces/connectors/reddit"
	"goodgraces/connectors/replay"
	"goodgraces/connectors/webhook"
	"goodgraces/connectors/x"
)

// Types returns the types in alphabetical order.
func Types() []connectors.Type {
	return []connectors.Type{
		bluesky.Type(),
		discord.Type(),
		feeds.Type(),
		mastodon.Type(),
		reddit.Type(),
		replay.Type(),
		webhook.Type(),
		x.Type(),
	}
}

// Lookup finds a type by its name in the configuration.
func Lookup(name string) (connectors.Type, bool) {
	for _, t := range Types() {
		if t.Spec.Type == name {
			return t, true
		}
	}
	return connectors.Type{}, false
}
