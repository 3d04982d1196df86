// Package example is a connector for a small forum: the one that
// docs/write-a-connector.md leads through. It is complete, and passes the suite.
package example

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// Type is the example connector.
func Type() connectors.Type {
	return connectors.Type{Spec: spec, New: New, Setup: "### Setting it up\nMake a token under *Profile → API*, with the right to post."}
}

var spec = connectors.Spec{
	Type: "example", Title: "A forum", Help: "Reads a forum's newest posts and answers below them.", Platform: "example",
	Settings: []connectors.Setting{
		{Key: "base_url", Kind: connectors.KindURL, Required: true, Help: "The forum's address."},
		{Key: "token", Kind: connectors.KindString, Required: true, Secret: true, Help: "Made under Profile, API."},
		{Key: "every", Kind: connectors.KindDuration, Default: time.Minute, Help: "How often it is asked for posts."},
	},
	Can:  connectors.Capabilities{Read: true, Reply: true, Find: true},
	Past: "Everything: reading goes on behind the post that was read last.",
}

// Forum is one configured connection.
type Forum struct {
	name string
	set  connectors.Settings
	env  connectors.Env
}

// New makes the connector. It touches no network.
func New(name string, s connectors.Settings, env connectors.Env) (connectors.Connector, error) {
	if s.Duration("every") <= 0 {
		return nil, &connectors.SettingError{Key: "every", Problem: "must be longer than 0s"}
	}
	return &Forum{name, s, env}, nil
}

// Name returns the configured name.
func (f *Forum) Name() string { return f.name }

// Spec describes the type.
func (f *Forum) Spec() connectors.Spec { return spec }

// Close frees nothing.
func (f *Forum) Close() error { return nil }

// post is how the forum writes a post.
type post struct {
	ID      string `json:"id"`
	Parent  string `json:"parent,omitempty"`
	Author  string `json:"author,omitempty"`
	Text    string `json:"text"`
	Key     string `json:"key,omitempty"` // given by whoever posts: the send's ID
	Created int64  `json:"created,omitempty"`
}

// Read asks for the posts behind the cursor, the ID of the last one that was
// seen, again and again.
func (f *Forum) Read(ctx context.Context, cursor string, emit func(context.Context, connectors.Batch) error) error {
	for {
		var posts []post
		if err := f.call(ctx, http.MethodGet, "/posts?after="+url.QueryEscape(cursor), nil, &posts); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return err // the daemon reads again, from the saved cursor, after a pause
		}
		f.env.Status(connectors.Connected, "")
		var batch connectors.Batch
		for _, p := range posts {
			batch.Mentions = append(batch.Mentions, f.mention(p))
			batch.Cursor = p.ID
		}
		if len(posts) > 0 {
			if err := emit(ctx, batch); err != nil {
				return err
			}
			cursor = batch.Cursor
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(f.set.Duration("every")):
		}
	}
}

func (f *Forum) mention(p post) care.Mention {
	return care.Mention{ID: p.ID, Platform: spec.Platform, Connector: f.name, InReplyTo: p.Parent, Text: p.Text,
		Author: care.Author{ID: p.Author, Handle: p.Author}, CreatedAt: time.Unix(p.Created, 0)}
}

// Reply posts an answer, once. What an error proves, rest says.
func (f *Forum) Reply(ctx context.Context, s care.Send) (care.Receipt, error) {
	var made post
	err := f.call(ctx, http.MethodPost, "/posts", post{Parent: s.Mention.ID, Text: s.Text, Key: s.ID}, &made)
	return care.Receipt{ID: made.ID, At: f.env.Now()}, err
}

// Find looks for the answer below the post, by its key.
func (f *Forum) Find(ctx context.Context, s care.Send) (care.Receipt, error) {
	var below []post
	if err := f.call(ctx, http.MethodGet, "/posts?parent="+url.QueryEscape(s.Mention.ID), nil, &below); err != nil {
		return care.Receipt{}, err
	}
	for _, p := range below {
		if p.Key == s.ID {
			return care.Receipt{ID: p.ID, At: time.Unix(p.Created, 0)}, nil
		}
	}
	return care.Receipt{}, fmt.Errorf("example: %s: %w", s.ID, connectors.ErrNotFound)
}

// call makes one call. No error tells the token.
func (f *Forum) call(ctx context.Context, method, path string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, f.set.String("base_url")+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+f.set.String("token"))
	answer, err := rest.Do(f.env.Client, req)
	if err == nil && !answer.OK() {
		err = answer.Err("", f.env.Now())
	}
	if err == nil {
		err = rest.Decode(answer.Body, out)
	}
	if err != nil {
		return fmt.Errorf("example: %s %w", method, err)
	}
	f.env.Heard()
	return nil
}
