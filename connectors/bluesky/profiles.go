package bluesky

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

const (
	maxProfiles = 20_000
	// profileWait bounds what one look-up may hold the stream up.
	profileWait = 3 * time.Second
	// profileRest is how long look-ups rest after one failed.
	profileRest = 30 * time.Second
)

// errNoProfile: the appview was read and has no such account.
var errNoProfile = errors.New("no such account")

// profile is what app.bsky.actor.getProfile says of an account.
type profile struct {
	DID         string `json:"did"`
	Handle      string `json:"handle"`
	DisplayName string `json:"displayName"`
	Followers   *int   `json:"followersCount"`
	Labels      labels `json:"labels"`
}

// who is an author as an answer or a mention names them, with what the account
// is labelled.
type who struct {
	care.Author
	labels []string
}

// profiles looks authors up and remembers them.
type profiles struct {
	appview string
	env     connectors.Env

	mu    sync.Mutex
	known map[string]who // by DID; at most maxProfiles
	rest  time.Time      // no look-ups before
}

func newProfiles(appview string, env connectors.Env) *profiles {
	return &profiles{appview: appview, env: env, known: map[string]who{}}
}

// author returns an author as known, or as looked up now. Where that fails the
// DID stands in for the handle: a post is not held up for its author's name.
func (p *profiles) author(ctx context.Context, did string) who {
	p.mu.Lock()
	a, ok := p.known[did]
	resting := p.env.Now().Before(p.rest)
	p.mu.Unlock()
	if ok {
		return a
	}
	bare := who{Author: care.Author{ID: did, Handle: did}}
	if resting {
		return bare
	}
	ctx, cancel := context.WithTimeout(ctx, profileWait)
	defer cancel()
	got, err := p.fetch(ctx, did)
	if err != nil {
		p.pause(err)
		return bare
	}
	a = got.who()
	p.remember(did, a)
	return a
}

func (p *profile) who() who {
	a := care.Author{ID: p.DID, Handle: p.Handle, Name: p.DisplayName, Bot: p.Labels.selfBot(p.DID)}
	if p.Followers != nil && *p.Followers >= 0 {
		a.Followers, a.Unfollowed = *p.Followers, *p.Followers == 0
	}
	return who{a, tags(p.Labels)}
}

func (p *profiles) pause(err error) {
	if errors.Is(err, errNoProfile) {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.rest = p.env.Now().Add(profileRest)
}

// remember forgets some other author where there is no room.
func (p *profiles) remember(did string, a who) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.known) >= maxProfiles {
		for other := range p.known {
			delete(p.known, other)
			break
		}
	}
	p.known[did] = a
}

// forget drops an author whose handle has changed.
func (p *profiles) forget(did string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.known, did)
}

// fetch reads one profile by handle or DID.
func (p *profiles) fetch(ctx context.Context, actor string) (profile, error) {
	var got profile
	req, err := get(ctx, p.appview+"/xrpc/app.bsky.actor.getProfile?actor="+url.QueryEscape(actor))
	if err != nil {
		return got, fmt.Errorf("appview: %w", err)
	}
	answer, err := rest.Do(p.env.Client, req)
	switch {
	case err != nil:
		return got, fmt.Errorf("appview: %w", err)
	case answer.Status == http.StatusBadRequest, answer.Status == http.StatusNotFound:
		return got, fmt.Errorf("appview: %w: %s", errNoProfile, detail(answer))
	case !answer.OK():
		return got, fmt.Errorf("appview: status %d: %s", answer.Status, detail(answer))
	}
	if err := json.Unmarshal(answer.Body, &got); err != nil || !isDID(got.DID) {
		return got, fmt.Errorf("appview: the profile of %s makes no sense", actor)
	}
	return got, nil
}
