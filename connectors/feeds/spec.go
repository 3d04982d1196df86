// Package feeds reads RSS, Atom and JSON feeds. What they carry is answered by
// hand.
package feeds

import (
	_ "embed"
	"errors"
	"net/url"
	"time"

	"goodgraces/connectors"
)

//go:embed setup.md
var setup string

// Type is the feeds connector.
func Type() connectors.Type { return connectors.Type{Spec: spec(), Setup: setup, New: New} }

// UserAgent is how we introduce ourselves; some servers turn anonymous readers
// away.
const UserAgent = "GoodGraces/1 (self-hosted; reads feeds for one brand's customer service)"

func spec() connectors.Spec {
	return connectors.Spec{
		Type:  "feeds",
		Title: "RSS and Atom feeds",
		Help:  "Reads forums, blogs and review sites that publish a feed. Answers are written by hand.",
		Settings: []connectors.Setting{
			{Key: "urls", Kind: connectors.KindStrings, Required: true, Help: "Addresses of the feeds (RSS, Atom or JSON Feed)."},
			{Key: "keywords", Kind: connectors.KindStrings, Help: "Only entries that contain one of these words are taken; all of them when not given."},
			connectors.Ignore(),
			{Key: "every", Kind: connectors.KindDuration, Default: 10 * time.Minute, Help: "How often each feed is asked, give or take a tenth. A feed that fails is asked less and less often, at least once an hour."},
			{Key: "platform", Kind: connectors.KindString, Default: "feeds", Help: "Platform that the entries carry."},
			{Key: "user_agent", Kind: connectors.KindString, Default: UserAgent, Help: "How the reader introduces itself to servers."},
		},
		Can:    connectors.Capabilities{Read: true},
		ByHand: true,
		Limits: []connectors.Limit{{What: "size", Is: "8 MB and 1,000 entries a feed are read"}, {What: "deletions", Is: "no feed tells of them, and an entry that leaves one is only old: `graces forget` erases what is kept of its author"}},
		Past:   "As far back as the feed reaches: whatever it still lists is read. What it has dropped is not found; where an answer lists nothing that the one before did, the connector's state says for a day, or until graces restarts, that entries may be missing.",
	}
}

// New makes the connector.
func New(name string, s connectors.Settings, env connectors.Env) (connectors.Connector, error) {
	var errs []error
	if len(s.Strings("urls")) == 0 {
		errs = append(errs, &connectors.SettingError{Key: "urls", Problem: "needs one address at least"})
	}
	for _, address := range s.Strings("urls") {
		if u, err := url.Parse(address); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			errs = append(errs, &connectors.SettingError{Key: "urls", Problem: "must be addresses such as https://host/feed.xml"})
		}
	}
	if s.Duration("every") <= 0 {
		errs = append(errs, &connectors.SettingError{Key: "every", Problem: "must be longer than 0s"})
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return NewReader(Options{
		Name: name, Spec: spec(), Env: env, URLs: s.Strings("urls"), Keywords: s.Strings("keywords"), Every: s.Duration("every"),
		Platform: s.String("platform"), UserAgent: s.String("user_agent"), Ignores: s.Ignores,
		Unreached: "check the setting urls, and that this machine reaches the server through firewalls and proxies",
	}), nil
}
