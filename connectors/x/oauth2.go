package x

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

const (
	pathToken = "/2/oauth2/token"
	// renewAhead is how long before its end a token is renewed.
	renewAhead = 5 * time.Minute
	// refreshLasts is how long a refresh token is good that is not used: "six
	// months" (X's developer relations on dev.to/twitterdev, "Handling refresh
	// tokens in the OAuth 2.0 Authorization Code Flow with PKCE", 2022;
	// docs.x.com names no time). Each use gives a new one.
	refreshLasts = 180 * 24 * time.Hour
	refreshName  = "the account's refresh token"
)

// tokens are an account's by OAuth 2.0. A refresh token is good for one use, and
// X gives the next with it: it is kept in a file before the tokens are used.
type tokens struct {
	set connectors.Settings
	env connectors.Env
	// path names the file by the refresh token that it all began with, so that
	// whoever is given that token goes on with what became of it: a check before
	// the connector is saved has used it. byName is where it lay before.
	path, byName string

	mu   sync.Mutex // held while renewing, so that one call does it for all
	now  grant
	said []string // of this grant and those before: never shown
}

// grant is what X gave last, as it is kept.
type grant struct {
	Access  string    `json:"access_token"`
	Refresh string    `json:"refresh_token"`
	Expires time.Time `json:"expires"`
	Granted time.Time `json:"granted,omitzero"`
	// First is the hash of the configured refresh token that it all began with:
	// a person who configures another begins anew.
	First string `json:"first"`
}

// refreshed is an account by OAuth 2.0.
func refreshed(name string, s connectors.Settings, env connectors.Env) *identity {
	file := func(of string) string { return filepath.Join(env.DataDir, "x-"+of+"-oauth2.json") }
	t := &tokens{set: s, env: env, path: file(firstOf(s)[:16]), byName: file(url.PathEscape(name))}
	return &identity{client: env.Client, token: t.token, renew: t.renew, tokens: t.secrets, files: []string{t.path, t.byName}}
}

// firstOf is the hash of the configured refresh token.
func firstOf(s connectors.Settings) string {
	sum := sha256.Sum256([]byte(s.String("refresh_token")))
	return hex.EncodeToString(sum[:])
}

func (t *tokens) secrets() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return append([]string(nil), t.said...)
}

// token returns an access token that is good for a while.
func (t *tokens) token(ctx context.Context) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.good() {
		t.load()
	}
	if t.good() {
		return t.now.Access, nil
	}
	return t.exchange(ctx)
}

// renew replaces an access token that X refused before its time.
func (t *tokens) renew(ctx context.Context, refused string) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.now.Access == refused {
		t.load() // another process may have renewed it
	}
	if t.now.Access != refused && t.good() {
		return t.now.Access, nil
	}
	return t.exchange(ctx)
}

func (t *tokens) good() bool {
	return t.now.Access != "" && t.env.Now().Add(renewAhead).Before(t.now.Expires)
}

// load reads what was kept. Without a file, or with one that began with another
// refresh token, the configured one counts. t.mu is held.
func (t *tokens) load() {
	fresh := grant{Refresh: t.set.String("refresh_token"), First: firstOf(t.set)}
	for _, path := range []string{t.path, t.byName} {
		var kept grant
		text, err := os.ReadFile(path)
		if err == nil && json.Unmarshal(text, &kept) == nil && kept.First == fresh.First && kept.Refresh != "" {
			t.take(kept)
			t.adopt(path)
			return
		}
	}
	t.take(fresh)
}

// adopt moves a file to its name of today.
func (t *tokens) adopt(path string) {
	if path != t.path {
		_ = os.Rename(path, t.path) // where it stays, it is read again
	}
}

func (t *tokens) take(g grant) {
	t.now = g
	t.said = append(t.said[max(0, len(t.said)-6):], g.Access, g.Refresh)
	if !g.Granted.IsZero() {
		t.env.Expires(refreshName, g.Granted.Add(refreshLasts))
	}
}

// exchange turns the refresh token into new tokens. Its errors say that nothing
// was sent. t.mu is held.
func (t *tokens) exchange(ctx context.Context) (string, error) {
	form := url.Values{"grant_type": {"refresh_token"}, "refresh_token": {t.now.Refresh}, "client_id": {t.set.String("client_id")}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, t.set.String("base_url")+pathToken, strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if secret := t.set.String("client_secret"); secret != "" {
		req.SetBasicAuth(url.QueryEscape(t.set.String("client_id")), url.QueryEscape(secret))
	}
	answer, err := rest.Do(t.env.Client, req)
	if err != nil {
		return "", fmt.Errorf("renew the token: %w", err)
	}
	return t.granted(answer)
}

func (t *tokens) granted(a *rest.Answer) (string, error) {
	var g struct {
		Access  string  `json:"access_token"`
		Refresh string  `json:"refresh_token"`
		Seconds float64 `json:"expires_in"`
		Error   string  `json:"error"`
	}
	err := json.Unmarshal(a.Body, &g)
	switch {
	case a.Status == http.StatusBadRequest || a.Status == http.StatusUnauthorized:
		if a.Status == http.StatusBadRequest && (g.Error == "invalid_grant" || g.Error == "invalid_request") {
			t.env.Expires(refreshName, t.env.Now()) // X says either of a token that is over
		}
		return "", fmt.Errorf("%w: X takes the refresh token no more (%d %s): authorise the app anew and configure the new refresh_token (step 4)", connectors.ErrUnauthorized, a.Status, cut(g.Error))
	case !a.OK():
		return "", fmt.Errorf("renew the token: %w", a.Err(cut(g.Error), t.env.Now()))
	case err != nil || g.Access == "":
		return "", errors.New("renew the token: the answer holds none")
	}
	if g.Refresh == "" {
		g.Refresh = t.now.Refresh // without offline.access there is but one
	}
	next := grant{Access: g.Access, Refresh: g.Refresh, First: t.now.First, Granted: t.env.Now(),
		Expires: t.env.Now().Add(time.Duration(min(g.Seconds, 365*24*3600) * float64(time.Second)))}
	t.take(next)
	if err := t.keep(next); err != nil {
		return "", fmt.Errorf("%w: keep the refresh token, without which the account must be authorised anew: %w", connectors.ErrMisconfigured, err)
	}
	return next.Access, nil
}

// keep writes the tokens so that a crash leaves the old file or the new one.
func (t *tokens) keep(g grant) error {
	text, err := json.Marshal(g)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(t.path), filepath.Base(t.path)+".*") // made with 0600
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), t.path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error says more
	}
	return err
}
