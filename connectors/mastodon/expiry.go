package mastodon

import (
	"context"
	"time"
)

const (
	// pathToken tells of the token itself. It is Doorkeeper's, which Mastodon is
	// built with; its own tokens have no end, but a server may give them one.
	pathToken = "/oauth/token/info"
	tokenName = "the access token"
	// tokenLasts bounds how long a server is believed.
	tokenLasts = 10 * 365 * 24 * time.Hour
)

// tellEnd says when the token ends, where the server tells. Servers of other
// makes do not: there the setting token_expires stands in.
func (m *Mastodon) tellEnd(ctx context.Context) {
	var info struct {
		Left *float64 `json:"expires_in"` // seconds; null for a token without end
	}
	if err := m.api.get(ctx, pathToken, nil, &info); err != nil {
		return
	}
	ends := time.Time{}
	if info.Left != nil {
		left := min(max(*info.Left, 0), tokenLasts.Seconds())
		ends = m.env.Now().Add(time.Duration(left * float64(time.Second)))
	}
	m.env.Expires(tokenName, ends)
}
