package bluesky

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// view is app.bsky.feed.defs#postView, as far as we read it.
type view struct {
	URI        string          `json:"uri"`
	CID        string          `json:"cid"`
	Author     actorView       `json:"author"`
	Record     json.RawMessage `json:"record"`
	IndexedAt  string          `json:"indexedAt"`
	Labels     labels          `json:"labels"`
	Threadgate *struct {
		Record gate `json:"record"`
	} `json:"threadgate"`
	// Viewer is what our account may do; told to an account alone.
	Viewer struct {
		ReplyDisabled bool `json:"replyDisabled"`
	} `json:"viewer"`
}

// actorView is app.bsky.actor.defs#profileViewBasic.
type actorView struct {
	DID        string `json:"did"`
	Handle     string `json:"handle"`
	Labels     labels `json:"labels"`
	Associated struct {
		Chat struct {
			AllowIncoming string `json:"allowIncoming"` // all, following (where nothing is declared), none
		} `json:"chat"`
	} `json:"associated"`
	Viewer struct {
		Blocking  string `json:"blocking"` // address of our block
		BlockedBy bool   `json:"blockedBy"`
	} `json:"viewer"`
}

// gate is app.bsky.feed.threadgate: who may answer in a thread.
type gate struct {
	Allow *[]struct {
		Type string `json:"$type"`
	} `json:"allow"` // nil: everybody
}

// allowed are the rules of a gate in words.
var allowed = map[string]string{
	"app.bsky.feed.threadgate#mentionRule":   "those whom they mention",
	"app.bsky.feed.threadgate#followingRule": "those whom they follow",
	"app.bsky.feed.threadgate#followerRule":  "those who follow them",
	"app.bsky.feed.threadgate#listRule":      "those on a list of theirs",
}

const (
	callPosts = "app.bsky.feed.getPosts"
	// maxAsked is how many posts Bluesky shows at once.
	maxAsked = 25
	// indexedWithin is when the appview certainly has a post that the stream
	// carried: until then, that it is not there says nothing.
	indexedWithin = time.Hour
)

type views struct {
	Posts *[]view `json:"posts"`
}

// byURI are the posts by address; an error where the answer is none.
func (v views) byURI() (map[string]view, error) {
	if v.Posts == nil {
		return nil, errors.New("bluesky: getPosts answered without posts")
	}
	out := map[string]view{}
	for _, p := range *v.Posts {
		out[p.URI] = p
	}
	return out, nil
}

// look reads posts as everybody sees them.
func (b *Bluesky) look(ctx context.Context, uris ...string) (map[string]view, error) {
	req, err := get(ctx, b.set.String("appview")+"/xrpc/"+callPosts+"?"+url.Values{"uris": uris}.Encode())
	if err != nil {
		return nil, fmt.Errorf("bluesky: %s: %w", callPosts, err)
	}
	answer, err := rest.Do(b.env.Client, req)
	if err == nil && !answer.OK() {
		err = answer.Err(detail(answer), b.env.Now())
	}
	var v views
	if err == nil {
		err = json.Unmarshal(answer.Body, &v)
	}
	if err != nil {
		return nil, fmt.Errorf("bluesky: %s: %w", callPosts, err)
	}
	return v.byURI()
}

// lookAs reads a post as our account sees it.
func (b *Bluesky) lookAs(ctx context.Context, uri string) (map[string]view, error) {
	var v views
	if err := b.api.do(ctx, call{name: callPosts, params: url.Values{"uris": {uri}}}, &v); err != nil {
		return nil, err
	}
	return v.byURI()
}

// errGone: there is nothing left to answer.
var errGone = fmt.Errorf("bluesky: %w: it was deleted or taken down", connectors.ErrGone)

// errBlocked: Bluesky does not show the post to our account.
var errBlocked = fmt.Errorf("bluesky: %w: they have blocked our account, or our account has blocked them", connectors.ErrRefused)

// standing reads the post to be answered once more: its deletion may have passed
// while nobody was reading, and who may answer may have changed. It is read as
// our account sees it, where one signs in.
func (b *Bluesky) standing(ctx context.Context, m care.Mention) (view, error) {
	signsIn := b.api.signsIn()
	if signsIn {
		as, err := b.lookAs(ctx, m.ID)
		if v, shown := as[m.ID]; err != nil || shown {
			return v, errors.Join(err, v.block())
		}
	}
	all, err := b.look(ctx, m.ID)
	if err != nil {
		return view{}, err
	}
	v, shown := all[m.ID]
	switch {
	case shown && signsIn:
		return v, errBlocked
	case shown && v.Labels.hides():
		return v, errGone
	case shown:
		return v, nil
	case b.env.Now().Sub(m.CreatedAt) < indexedWithin:
		return v, errors.New("bluesky: the post is not indexed yet")
	}
	return v, errGone
}

// block is errBlocked where a block stands between the author and us.
func (v view) block() error {
	if v.Author.Viewer.BlockedBy || v.Author.Viewer.Blocking != "" {
		return errBlocked
	}
	return nil
}

// closed says in words who may answer, where our account may not; "" where it may.
func (v view) closed() string {
	if !v.Viewer.ReplyDisabled {
		return ""
	}
	if v.Threadgate != nil && v.Threadgate.Record.Allow != nil {
		switch rules := *v.Threadgate.Record.Allow; {
		case len(rules) == 0:
			return "the thread's author lets nobody answer"
		case len(rules) == 1 && allowed[rules[0].Type] != "":
			return "the thread's author lets only " + allowed[rules[0].Type] + " answer"
		}
	}
	return "the thread's author does not let our account answer"
}

// mayAnswer refuses what Bluesky would take and show to nobody. Where it cannot
// be read, the post is taken to stand.
func (b *Bluesky) mayAnswer(ctx context.Context, s care.Send) error {
	ctx, cancel := context.WithTimeout(ctx, profileWait)
	defer cancel()
	v, err := b.standing(ctx, s.Mention)
	switch {
	case errors.Is(err, connectors.ErrRefused), errors.Is(err, connectors.ErrUnauthorized):
		return err
	case err != nil || s.Kind == care.SendPrivate || v.closed() == "":
		return nil
	}
	return fmt.Errorf("bluesky: %w: %s", connectors.ErrRefused, v.closed())
}
