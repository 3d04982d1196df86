package x

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/calls"
	"goodgraces/connectors/recent"
)

// X is one configured connection.
type X struct {
	name    string
	set     connectors.Settings
	env     connectors.Env
	price   map[string]care.Money // by setting, without price_
	api     *client
	own     *accounts
	web     web
	emitted *recent.Map[struct{}]
	gaps    connectors.Gaps
	asked   *asked
	hook    calls.Line // where X delivers
	refused *calls.Refusals
	reached health

	reading sync.Mutex // one Read at a time
}

// New makes the connector.
func New(name string, s connectors.Settings, env connectors.Env) (connectors.Connector, error) {
	x := &X{name: name, set: s, env: env, price: map[string]care.Money{}, web: newWeb(s.String("web_url")), emitted: recent.NewMap[struct{}](maxEmitted), asked: &asked{said: map[string]said{}}}
	if err := errors.Join(x.readPrices(), x.check()); err != nil {
		return nil, err
	}
	x.api = newClient(name, s, env)
	x.own = &accounts{x: x}
	x.refused = calls.NewRefusals(env.Now, func(error) int { return 1 }, x.sayRefused)
	if len(x.keywords()) == 0 && len(x.handles()) == 0 && !x.api.signsIn() {
		return nil, &connectors.SettingError{Key: "keywords", Problem: "give keywords or accounts: there is nothing to watch for"}
	}
	if _, err := x.queries(nil); err != nil {
		return nil, err
	}
	env.ExpiresAsSet(s)
	return x, nil
}

func (x *X) readPrices() error {
	var errs []error
	for _, set := range prices() {
		amount, err := strconv.ParseFloat(x.set.String(set.Key), 64)
		if err != nil || !(amount >= 0 && amount < 1000) {
			errs = append(errs, &connectors.SettingError{Key: set.Key, Problem: "must be US dollars such as 0.005"})
			continue
		}
		x.price[strings.TrimPrefix(set.Key, "price_")] = care.Dollars(amount)
	}
	return errors.Join(errs...)
}

// check looks for settings that cannot work together.
func (x *X) check() error {
	has := func(key string) bool { return x.set.String(key) != "" }
	signs := has("access_token") || has("access_secret")
	var errs []error
	wrong := func(yes bool, key, problem string) {
		if yes {
			errs = append(errs, &connectors.SettingError{Key: key, Problem: problem})
		}
	}
	wrong(signs && !(has("access_token") && has("access_secret") && has("api_key") && has("api_secret")),
		"access_token", "OAuth 1.0a needs all four of api_key, api_secret, access_token and access_secret")
	wrong(signs && has("client_id"), "client_id", "give either client_id (OAuth 2.0) or access_token (OAuth 1.0a), not both")
	wrong(has("client_id") != has("refresh_token"), "refresh_token", "OAuth 2.0 needs both client_id and refresh_token")
	wrong(!signs && !has("client_id") && !has("bearer_token"), "bearer_token",
		"give keys: api_key, api_secret, access_token and access_secret to read and answer, or bearer_token to read only")
	wrong(x.mode() == readStream && !has("bearer_token"), "bearer_token", "read: stream needs the app's bearer token")
	wrong(x.mode() == readWebhook && !has("api_secret"), "api_secret", "read: webhook needs it: X signs its calls with it")
	wrong(x.set.Duration("every") <= 0, "every", "must be longer than 0s")
	wrong(x.set.Duration("keep_alive") <= 0, "keep_alive", "must be longer than 0s")
	wrong(x.set.Int("recheck_posts") < 1 || x.set.Int("recheck_posts") > 10_000, "recheck_posts", "must be 1 to 10000; recheck: 0s reads none again")
	wrong(!connectors.IsWebURL(x.set.String("web_url")), "web_url", "must be an address such as "+defaultWeb)
	minutes := x.set.Int("backfill_minutes")
	wrong(minutes < 0 || minutes > 5, "backfill_minutes", "must be 0 to 5")
	for _, h := range x.set.Strings("accounts") {
		wrong(!handle.MatchString(strings.TrimPrefix(h, "@")), "accounts", fmt.Sprintf("%q is no account on X: letters, digits and _, at most 15", h))
	}
	return errors.Join(errs...)
}

// mode is how posts are read.
func (x *X) mode() string { return x.set.String("read") }

// handle is what an account can be called on X.
var handle = regexp.MustCompile(`^[A-Za-z0-9_]{1,15}$`)

// handles are the accounts that were configured. The brand's handles may be
// those of other platforms, where they belong to somebody else: they count only
// where nothing better is known.
func (x *X) handles() []string {
	names := x.set.Strings("accounts")
	if len(names) == 0 && !x.signsIn() {
		names = x.env.Handles
	}
	var out []string
	for _, h := range names {
		if h = strings.TrimPrefix(strings.TrimSpace(h), "@"); handle.MatchString(h) {
			out = append(out, h)
		}
	}
	return out
}

// signsIn reports whether an account of ours acts, rather than the app alone.
func (x *X) signsIn() bool {
	return x.set.String("access_token") != "" || x.set.String("client_id") != ""
}

func (x *X) keywords() []string {
	if words := x.set.Strings("keywords"); len(words) > 0 {
		return words
	}
	return x.env.Keywords
}

// Name returns the configured name.
func (x *X) Name() string { return x.name }

// Spec describes the type; without an account, a connector can only read.
func (x *X) Spec() connectors.Spec {
	s := spec()
	if !x.signsIn() {
		s.Can.Reply, s.Can.Message, s.Can.Find = false, false, false
	}
	s.Can.Receive = x.mode() == readWebhook
	return s
}

// Keeps lists the files of tokens by OAuth 2.0.
func (x *X) Keeps() []string {
	if x.api.account == nil {
		return nil
	}
	return x.api.account.files
}

// Close frees nothing: connections belong to Read and to Env.Client.
func (x *X) Close() error { return nil }
