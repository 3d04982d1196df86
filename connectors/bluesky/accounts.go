package bluesky

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"goodgraces/connectors"
)

// account is one of the brand's own, as configured.
type account struct {
	name     string // handle or DID
	required bool   // named by this connector's settings, so it must exist
}

// accounts lists the brand's own, each once. The brand's handles may be those of
// other platforms: only what looks like a domain can be a Bluesky handle.
func (b *Bluesky) accounts() []account {
	var out []account
	add := func(name string, required bool) {
		known := slices.ContainsFunc(out, func(a account) bool { return strings.EqualFold(a.name, name) })
		if name != "" && !known {
			out = append(out, account{name, required})
		}
	}
	for _, a := range append(b.set.Strings("accounts"), b.set.String("identifier")) {
		add(trimHandle(a), true)
	}
	if len(b.set.Strings("accounts")) > 0 {
		return out
	}
	for _, h := range b.env.Handles {
		if h = trimHandle(h); strings.Contains(h, ".") || isDID(h) {
			add(h, false)
		}
	}
	return out
}

func trimHandle(h string) string { return strings.TrimPrefix(strings.TrimSpace(h), "@") }

func isDID(s string) bool { return strings.HasPrefix(s, "did:") && len(s) > len("did:x:") }

// ownDIDs looks the brand's accounts up.
func (b *Bluesky) ownDIDs(ctx context.Context) (map[string]bool, error) {
	dids := map[string]bool{}
	for _, a := range b.accounts() {
		if isDID(a.name) {
			dids[a.name] = true
			continue
		}
		p, err := b.profiles.fetch(ctx, strings.ToLower(a.name))
		switch {
		case err == nil:
			dids[p.DID] = true
		case errors.Is(err, errNoProfile) && a.required:
			return nil, &connectors.SettingError{Key: "accounts", Problem: fmt.Sprintf("there is no account %s on Bluesky", a.name)}
		case !errors.Is(err, errNoProfile):
			return nil, fmt.Errorf("bluesky: look up the account %s: %w", a.name, err)
		}
	}
	return dids, nil
}
