package x

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"slices"
	"strings"
	"sync"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// user is an account as X writes it.
type user struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Username string `json:"username"`
	About    string `json:"description"`
	Metrics  struct {
		Followers *int `json:"followers_count"`
	} `json:"public_metrics"`
	// Messages says whether the account that asks may send them one; nil where
	// X does not say.
	Messages *bool `json:"receives_your_dm"`
}

// author is a person or account. X's API has no field for its label "Automated"
// (docs.x.com/openapi.json, the object User, Aug 2026), but X's rules want bots to
// say in their profile that they are.
func (u user) author() care.Author {
	a := care.Author{ID: u.ID, Handle: u.Username, Name: strings.ToValidUTF8(u.Name, "\uFFFD"), Bot: connectors.Bot(u.Username, u.Name, u.About)}
	if n := u.Metrics.Followers; n != nil && *n >= 0 {
		a.Followers, a.Unfollowed = *n, *n == 0
	}
	return a
}

// ours are the brand's accounts.
type ours struct {
	self user   // that signs in; zero where none does
	all  []user // self among them, the first
}

func (o ours) byID(id string) bool {
	return id != "" && slices.ContainsFunc(o.all, func(u user) bool { return u.ID == id })
}

func (o ours) byHandle(name string) bool {
	return name != "" && slices.ContainsFunc(o.all, func(u user) bool { return strings.EqualFold(u.Username, name) })
}

func (o ours) handles() []string {
	var out []string
	for _, u := range o.all {
		out = append(out, u.Username)
	}
	return out
}

// accounts looks the brand's accounts up, once.
type accounts struct {
	x *X

	mu     sync.Mutex // held while looking, so that one call does it for all
	known  *ours
	access string // X-Access-Level of the sign-in, where X says it
}

func (a *accounts) get(ctx context.Context) (ours, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.known != nil {
		return *a.known, nil
	}
	var found ours
	if a.x.api.signsIn() {
		self, answer, err := a.x.me(ctx)
		if err != nil {
			return ours{}, err
		}
		a.access = answer.Header.Get("X-Access-Level")
		found = ours{self, []user{self}}
	}
	for _, name := range a.x.handles() {
		if found.byHandle(name) {
			continue
		}
		u, err := a.x.lookUp(ctx, name)
		if err != nil {
			return ours{}, err
		}
		found.all = append(found.all, u)
	}
	a.known = &found
	return found, nil
}

var userFields = url.Values{"user.fields": {"name,username,public_metrics"}}

// me is the account that signs in.
func (x *X) me(ctx context.Context) (user, *rest.Answer, error) {
	var out struct {
		Data user `json:"data"`
	}
	answer, err := x.api.do(ctx, get("/2/users/me", userFields), &out)
	if err != nil {
		return user{}, nil, err
	}
	x.api.paid(ctx, x.price["user"], 1)
	if out.Data.ID == "" || out.Data.Username == "" {
		return user{}, nil, errors.New("x: sign in: the answer names no account")
	}
	return out.Data, answer, nil
}

func (x *X) lookUp(ctx context.Context, name string) (user, error) {
	var out struct {
		Data user `json:"data"`
	}
	if _, err := x.api.do(ctx, get("/2/users/by/username/"+name, userFields), &out); err != nil {
		return user{}, err
	}
	x.api.paid(ctx, x.price["user"], 1)
	if out.Data.ID == "" {
		return user{}, &connectors.SettingError{Key: "accounts", Problem: "there is no account @" + name + " on X"}
	}
	return out.Data, nil
}

// raws are objects that are decoded one by one: one that makes no sense does not
// spoil the others.
type raws []json.RawMessage
