package x

import (
	"context"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"goodgraces/care"
	"goodgraces/connectors"
)

// Eligibility says how a post can be answered. What reading told of it is kept in
// its Ref; for a post from elsewhere, its text tells whether it calls an account.
func (x *X) Eligibility(ctx context.Context, m care.Mention) (care.Eligibility, error) {
	if !x.signsIn() {
		no := care.Way{Reason: "no account signs in: answer by hand, or configure its keys"}
		return care.Eligibility{Reply: no, Message: no}, nil
	}
	r := refOf(m)
	if r.Called == nil && !x.set.Bool("enterprise") {
		own, err := x.own.get(ctx)
		if err != nil {
			return care.Eligibility{}, err
		}
		called := callsIn(m.Text, own)
		r.Called = &called
	}
	if r.Messages == nil {
		r.Messages = x.takesMessages(ctx, m.Author.ID)
	}
	return care.Eligibility{Reply: x.replyWay(r), Message: x.messageWay(m, r)}, nil
}

// takesMessages asks X whether an author takes messages from the account, which
// neither the stream nor a webhook tells; nil where X does not say. It is asked
// again before a message leaves.
func (x *X) takesMessages(ctx context.Context, author string) *bool {
	if snowflake(author) == 0 {
		return nil
	}
	if known, ok := x.asked.get(author, x.env.Now()); ok {
		return known
	}
	if x.env.Pay(ctx, x.price["user"]) != nil {
		return nil // over the day's budget: it turns out when the message leaves
	}
	var out struct {
		Data user `json:"data"`
	}
	_, err := x.api.do(ctx, get("/2/users/"+author, url.Values{"user.fields": {authorFields + messageField}}), &out)
	if err != nil {
		return nil
	}
	x.asked.put(author, out.Data.Messages, x.env.Now())
	return out.Data.Messages
}

func (x *X) replyWay(r ref) care.Way {
	if !x.set.Bool("enterprise") && !*r.Called {
		return care.Way{Reason: x.byHand()}
	}
	return care.Way{OK: true, Cost: x.price["reply"], LinkCost: x.price["link_reply"]}
}

func (x *X) messageWay(m care.Mention, r ref) care.Way {
	switch {
	case snowflake(m.Author.ID) == 0:
		return care.Way{Reason: "the author's ID is not known: offer another way"}
	case r.Messages != nil && !*r.Messages:
		return care.Way{Reason: connectors.ErrCannotMessage.Error() + " from this account: offer another way"}
	}
	return care.Way{OK: true, Cost: x.price["message"]} // asked again before it leaves
}

// byHand says why a post cannot be answered by an app, and what to do.
func (x *X) byHand() string {
	return "X lets an app answer only posts that mention or quote the account: answer it by hand (open the post, paste the text there, and give the address of the answer)"
}

var mentioned = regexp.MustCompile(`(?:^|[^\w@])@(\w{1,15})`)

func callsIn(text string, own ours) bool {
	for _, found := range mentioned.FindAllStringSubmatch(text, -1) {
		if own.byHandle(found[1]) {
			return true
		}
	}
	return false
}

// Verify reads the post at an address and tells whether one of our accounts
// answered the mention with it. X alone is ever asked.
func (x *X) Verify(ctx context.Context, m care.Mention, address string) (care.Receipt, error) {
	_, id, ok := x.web.read(strings.TrimSpace(address))
	if !ok {
		return care.Receipt{}, fmt.Errorf("x: %w: this is no address of a post; use Share, Copy link below the answer", connectors.ErrNotFound)
	}
	own, err := x.own.get(ctx)
	if err == nil {
		err = x.env.Pay(ctx, x.price["read"])
	}
	if err != nil {
		return care.Receipt{}, err
	}
	p, users, err := x.lookUpPost(ctx, id)
	switch {
	case ctx.Err() != nil:
		return care.Receipt{}, fmt.Errorf("x: verify: %w", ctx.Err())
	case isGone(err):
		return care.Receipt{}, fmt.Errorf("x: %w: there is no such post, or X does not show it", connectors.ErrNotFound)
	case err != nil:
		return care.Receipt{}, err
	case !own.byID(p.AuthorID):
		return care.Receipt{}, fmt.Errorf("x: %w: this post is by @%s, who is none of our accounts (setting accounts)", connectors.ErrNotFound, users[p.AuthorID].Username)
	case !p.answers(m):
		return care.Receipt{}, fmt.Errorf("x: %w: this post answers another one", connectors.ErrNotFound)
	}
	r, err := x.receipt(p.ID)
	r.URL = x.web.post(users[p.AuthorID].Username, p.ID)
	return r, err
}
