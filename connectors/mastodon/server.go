package mastodon

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	api "github.com/mattn/go-mastodon"

	"goodgraces/connectors"
)

// server is what the server says of itself (GET /api/v2/instance).
type server struct {
	limit     int    // characters of a post; 0 where it does not say
	streaming string // address of the streaming API; "" where it does not say
	version   string
}

// known holds what was read last, for all who ask.
type known struct {
	server atomic.Pointer[server]
	me     atomic.Pointer[api.Account]
}

type instance struct {
	Version string `json:"version"`
	Config  struct {
		URLs struct {
			Streaming string `json:"streaming"`
		} `json:"urls"`
		Statuses struct {
			Max int `json:"max_characters"`
		} `json:"statuses"`
	} `json:"configuration"`
	// Of version 1, for servers that know no other.
	URLs struct {
		Streaming string `json:"streaming_api"`
	} `json:"urls"`
	Max int `json:"max_toot_chars"` // Pleroma and its descendants
}

// ask reads what the server says of itself, and remembers it.
func (c *client) ask(ctx context.Context) (server, error) {
	var i instance
	err := c.get(ctx, "/api/v2/instance", nil, &i)
	if code := statusOf(err); code >= 400 && code < 500 && code != 429 {
		err = c.get(ctx, "/api/v1/instance", nil, &i)
	}
	if err != nil {
		return server{}, err
	}
	s := server{limit: max(i.Config.Statuses.Max, i.Max, 0), streaming: i.Config.URLs.Streaming, version: i.Version}
	if s.streaming == "" {
		s.streaming = i.URLs.Streaming
	}
	c.known.server.Store(&s)
	return s, nil
}

// whoami returns the account that the token is for, and asks only once.
func (c *client) whoami(ctx context.Context) (*api.Account, error) {
	if me := c.known.me.Load(); me != nil {
		return me, nil
	}
	me, err := c.GetAccountCurrentUser(ctx)
	switch err = c.failed("sign in", err); {
	case errors.Is(err, connectors.ErrUnauthorized) && statusOf(err) == http.StatusForbidden:
		return nil, fmt.Errorf("%w; the scope read:accounts is missing: %s", err, remedy)
	case errors.Is(err, connectors.ErrUnauthorized):
		return nil, fmt.Errorf("%w; copy Your access token of the application again (step 3 of the setup)", err)
	case err != nil:
		return nil, err
	case me == nil || me.ID == "":
		return nil, fmt.Errorf("mastodon: sign in: %w: the server names no account: check base_url (step 4 of the setup)", connectors.ErrNotSent)
	}
	c.known.me.Store(me)
	return me, nil
}

// limit is how long an answer to a post may be here: what the server allows,
// less the mention and the content warning that Reply adds. 0 where it is not
// known.
func (m *Mastodon) limit(to *status) int {
	s := m.api.known.server.Load()
	if s == nil || s.limit <= 0 {
		return 0
	}
	user, _, _ := strings.Cut(to.Account.Acct, "@")
	return max(1, s.limit-len("@ ")-len(user)-utf8.RuneCountInString(to.SpoilerText))
}

// streamAddress is where the stream is: as set, as the server says, or beside
// the API. The token is not sent in the clear to a server that is spoken to
// encrypted.
func (m *Mastodon) streamAddress(s server) string {
	base := m.set.String("base_url")
	address := m.set.String("stream")
	if address == "" && !(strings.HasPrefix(base, "https:") && strings.HasPrefix(s.streaming, "ws:")) {
		address = s.streaming
	}
	if u, err := url.Parse(address); err != nil || u.Host == "" || m.set.String("stream") == "" && m.plainly(u) {
		address = base
	}
	if !strings.HasSuffix(address, streamingPath) {
		address = strings.TrimRight(address, "/") + streamingPath
	}
	return address
}

// plainly reports an address at which base_url speaks unencrypted: some servers
// say wss of themselves whatever they speak.
func (m *Mastodon) plainly(stream *url.URL) bool {
	base, err := url.Parse(m.set.String("base_url"))
	return err == nil && base.Scheme == "http" && stream.Scheme == "wss" && strings.EqualFold(base.Host, stream.Host)
}
