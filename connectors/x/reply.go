package x

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"mvdan.cc/xurls/v2"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// errGone: the post to be answered is no longer there.
var errGone = fmt.Errorf("%w: it was deleted, or its author hides it from the account", connectors.ErrGone)

// addresses finds what X makes a link, and charges for.
var addresses = sync.OnceValue(xurls.Relaxed)

// holdsLink reports whether X would make a link of something in text. It makes
// none of an e-mail address.
func holdsLink(text string) bool {
	for _, found := range addresses().FindAllString(text, -1) {
		if !strings.Contains(found, "@") {
			return true
		}
	}
	return false
}

// Reply answers a post. X has no key against answering twice; an attempt whose
// fate is unknown is settled by Find.
func (x *X) Reply(ctx context.Context, s care.Send) (care.Receipt, error) {
	price, err := x.replyable(s)
	if err != nil {
		return care.Receipt{}, fmt.Errorf("x: reply: %w", err)
	}
	if _, err := x.standing(ctx, s.Mention); err != nil {
		return care.Receipt{}, rest.NotYet(err)
	}
	if err := x.env.Pay(ctx, price); err != nil {
		return care.Receipt{}, fmt.Errorf("x: reply: %w", rest.NotYet(err))
	}
	var out struct {
		Data struct {
			ID string `json:"id"`
		} `json:"data"`
	}
	_, err = x.api.do(ctx, call{method: http.MethodPost, path: pathPosts, input: map[string]any{
		"text": s.Text, "reply": map[string]string{"in_reply_to_tweet_id": target(s.Mention)},
	}}, &out)
	if err != nil {
		return care.Receipt{}, err
	}
	return x.receipt(out.Data.ID)
}

// replyable says what a reply costs, or why X would not take it.
func (x *X) replyable(s care.Send) (care.Money, error) {
	called := refOf(s.Mention).Called
	link := holdsLink(s.Text)
	switch {
	case strings.TrimSpace(s.Text) == "":
		return 0, fmt.Errorf("%w: the text is empty", connectors.ErrRefused)
	case snowflake(target(s.Mention)) == 0:
		return 0, fmt.Errorf("%w: %.40q is no post on X", connectors.ErrRefused, s.Mention.ID)
	case called != nil && !*called && !x.set.Bool("enterprise"):
		return 0, fmt.Errorf("%w: %s", connectors.ErrRefused, x.byHand())
	case link && !x.set.Bool("links"):
		return 0, fmt.Errorf("%w: the text holds a link, for which X charges %s instead of %s: take it out, or allow links in the setting links", connectors.ErrRefused, x.price["link_reply"], x.price["reply"])
	case link:
		return x.price["link_reply"], nil
	}
	return x.price["reply"], nil
}

func (x *X) receipt(id string) (care.Receipt, error) {
	if id == "" {
		return care.Receipt{}, errors.New("x: the answer names no ID of what was posted")
	}
	return care.Receipt{ID: id, URL: x.web.post("", id), At: idTime(snowflake(id))}, nil
}

// standing reads the post to be answered, and its author, again. errGone says
// that it is no longer there.
func (x *X) standing(ctx context.Context, m care.Mention) (user, error) {
	if err := x.env.Pay(ctx, x.price["read"]); err != nil {
		return user{}, fmt.Errorf("x: read the post again: %w", err)
	}
	found, users, err := x.lookUpPost(ctx, target(m))
	if err != nil {
		return user{}, err
	}
	return users[found.AuthorID], nil
}

// lookUpPost reads one post; errGone where X has none.
func (x *X) lookUpPost(ctx context.Context, id string) (post, map[string]user, error) {
	var p page
	_, err := x.api.do(ctx, get(pathPosts, url.Values{
		"ids": {id}, "tweet.fields": {postFields}, "expansions": {"author_id"}, "user.fields": {x.authorFields()},
	}), &p)
	if err != nil {
		return post{}, nil, err
	}
	posts, users := p.posts()
	for _, one := range posts {
		if one.ID == id {
			return one, users, nil
		}
	}
	if slices.Contains(p.gone(), id) {
		return post{}, nil, fmt.Errorf("x: %w", errGone)
	}
	return post{}, nil, errors.New("x: " + pathPosts + ": X neither shows the post nor says that it is gone")
}
