// Package webhook takes posts from any system that can make a signed HTTP call,
// and hands answers to it in the same way.
//
// A call is signed by two headers: X-Graces-Timestamp, Unix seconds, and
// X-Graces-Signature, "sha256=" and the hex HMAC-SHA256, under the shared
// secret, of the timestamp, a dot and the body.
package webhook

import (
	_ "embed"
	"errors"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/calls"
)

//go:embed setup.md
var setup string

// Type is the webhook connector.
func Type() connectors.Type { return connectors.Type{Spec: spec(), Setup: setup, New: New} }

func spec() connectors.Spec {
	return connectors.Spec{
		Type:  "webhook",
		Title: "Webhook",
		Help:  "Takes posts by signed POST at /hooks/NAME (a JSON object, an array or JSON Lines) and posts answers, signed, to a callback.",
		Settings: []connectors.Setting{
			{Key: "secret", Kind: connectors.KindString, Required: true, Secret: true, Help: "Signs calls both ways; at least 16 characters."},
			{Key: "callback", Kind: connectors.KindURL, Help: "Where answers are posted. Without it the connector only reads."},
			{Key: "lookup", Kind: connectors.KindBool, Default: false, Help: "GET callback?key=KEY tells whether an answer stands: 200 with id and url, or 404. Without it, a person settles an answer whose fate is unknown."},
			{Key: "platform", Kind: connectors.KindString, Default: "webhook", Help: "Platform of posts that name none."},
			{Key: "window", Kind: connectors.KindDuration, Default: 5 * time.Minute, Help: "How far a call's timestamp may be from our clock, either way."},
			{Key: "max_body", Kind: connectors.KindInt, Default: 1 << 20, Help: "Longest call that is taken, in bytes."},
		},
		Can:  connectors.Capabilities{Read: true, Reply: true, Message: true, Find: true, Receive: true},
		Past: "Nothing by itself: while nobody reads, calls are answered with 503 and Retry-After, and the caller tries again.",
	}
}

// Webhook is one configured webhook.
type Webhook struct {
	name string
	set  connectors.Settings
	env  connectors.Env
	sign signer
	seen *seen
	line calls.Line

	refusals *calls.Refusals
}

// minSecret is the shortest secret that is taken, in bytes.
const minSecret = 16

// New makes the connector.
func New(name string, s connectors.Settings, env connectors.Env) (connectors.Connector, error) {
	var errs []error
	if len(s.String("secret")) < minSecret {
		errs = append(errs, &connectors.SettingError{Key: "secret", Problem: "must have at least 16 characters; openssl rand -hex 32 makes a good one"})
	}
	if s.Bool("lookup") && s.String("callback") == "" {
		errs = append(errs, &connectors.SettingError{Key: "lookup", Problem: "needs callback"})
	}
	if s.Duration("window") <= 0 {
		errs = append(errs, &connectors.SettingError{Key: "window", Problem: "must be longer than 0s"})
	}
	if s.Int("max_body") <= 0 {
		errs = append(errs, &connectors.SettingError{Key: "max_body", Problem: "must be above 0"})
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return &Webhook{name: name, set: s, env: env, sign: signer(s.String("secret")), seen: newSeen(), refusals: calls.NewRefusals(env.Now, weight, sayRefused(env))}, nil
}

// Name returns the configured name.
func (w *Webhook) Name() string { return w.name }

// Spec describes the type; what this webhook can do depends on its callback.
func (w *Webhook) Spec() connectors.Spec {
	s := spec()
	s.Can.Reply = w.set.String("callback") != ""
	s.Can.Message = s.Can.Reply
	s.Can.Find = w.set.Bool("lookup")
	return s
}

// Close frees nothing: connections belong to Env.Client.
func (w *Webhook) Close() error { return nil }
