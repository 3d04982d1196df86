package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"

	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// client calls Discord as the bot.
type client struct {
	base  *url.URL
	token string
	http  *http.Client
	now   func() time.Time
	me    atomic.Pointer[user]
}

func newClient(s connectors.Settings, env connectors.Env) *client {
	base, _ := url.Parse(s.String("base_url")) // checked by New
	return &client{base: base, token: bareToken(s), http: env.Client, now: env.Now}
}

// session makes discordgo's session for one call, with a rate limiter of its
// own: that waits where no context reaches it. What Discord limits is an error
// here, and the daemon holds further calls back for all processes.
func (c *client) session() *discordgo.Session {
	return &discordgo.Session{
		Token: "Bot " + c.token, Client: &http.Client{Transport: transport{c}}, Ratelimiter: discordgo.NewRatelimiter(),
		UserAgent: "DiscordBot (https://github.com/bwmarrin/discordgo, v" + discordgo.VERSION + ")", LogLevel: -1,
	}
}

// call makes one call and decodes its answer into out, where out is given.
func (c *client) call(ctx context.Context, method, endpoint string, body, out any) error {
	raw, err := c.session().RequestWithBucketID(method, endpoint, body, endpoint, discordgo.WithContext(ctx))
	if err == nil && out != nil {
		err = rest.Decode(raw, out)
	}
	return err
}

// get reads one answer into out.
func (c *client) get(ctx context.Context, what, endpoint string, out any) error {
	return c.failed(what, c.call(ctx, http.MethodGet, endpoint, nil, out))
}

const (
	// shortHold is the longest hold that is waited out while channels are looked
	// through: Discord's windows for one of them are some seconds.
	shortHold = 15 * time.Second
	// maxHolds bounds how often one call waits: others may use the window up.
	maxHolds = 10
)

// patiently is get for what is read page by page. A short hold by the daemon,
// which nothing was sent over, is waited out: the session is not to end for it.
func (c *client) patiently(ctx context.Context, what, endpoint string, out any) error {
	for held := 0; ; held++ {
		err := c.get(ctx, what, endpoint, out)
		wait := holdOf(err)
		if wait <= 0 || wait > shortHold || held == maxHolds {
			return err
		}
		if err := sleep(ctx, wait); err != nil {
			return err
		}
	}
}

// holdOf is how long the daemon holds a call back; zero where it was made, or a
// budget is spent.
func holdOf(err error) time.Duration {
	limit, ok := errors.AsType[*connectors.RateLimitError](err)
	if !ok || limit.Budget != "" || statusOf(err) != 0 {
		return 0
	}
	return limit.After
}

// transport carries discordgo's calls to the configured address: each is tried
// once, its answer is bounded, and one that is not OK becomes a typed error
// before discordgo sees it.
type transport struct{ *client }

// RoundTrip carries one call.
func (t transport) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.URL.Scheme, req.URL.Host, req.Host = t.base.Scheme, t.base.Host, t.base.Host
	req.URL.Path = strings.TrimRight(t.base.Path, "/") + req.URL.Path
	answer, err := rest.Do(t.http, req)
	if err != nil {
		return nil, err
	}
	if !answer.OK() {
		return nil, t.refusal(answer)
	}
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(answer.Body)), Request: req,
	}, nil
}

// Codes of Discord's errors that carry control flow or a remedy.
const (
	codeUnknownChannel = 10003
	codeUnknownMessage = 10008
	codeMissingAccess  = 50001
	codeCannotMessage  = 50007
	codeMissingRight   = 50013
	codeNoMutualServer = 50278
)

// remedies says what to do, by code.
var remedies = map[int]string{
	codeMissingAccess: "the bot does not see this channel: give its role View Channel there (step 4)",
	codeMissingRight:  "the bot's role lacks a permission in this channel: Send Messages, or in threads Send Messages in Threads (step 4)",
	40001:             "the token is not a bot's: copy it again (step 2)",
	20028:             "the channel's limit of messages is reached",
	30007:             "the channel holds no further thread of this kind: archive some",
	50083:             "the thread is archived",
	160004:            "the message has a thread already",
	200000:            "a rule of the server's AutoMod forbids the text",
	200001:            "a rule of the server's AutoMod forbids the title",
}

// apiError is how Discord says no.
type apiError struct {
	status, code int
	err          error // what it means for a send
}

func (e *apiError) Error() string { return e.err.Error() }
func (e *apiError) Unwrap() error { return e.err }

// refusal says what an answer that is not OK means. 403 concerns one channel or
// one person, not the token.
func (c *client) refusal(a *rest.Answer) error {
	var said struct {
		Code    int     `json:"code"`
		Message string  `json:"message"`
		Retry   float64 `json:"retry_after"` // seconds
	}
	_ = json.Unmarshal(a.Body, &said) // what makes no sense says nothing
	detail := cut(said.Message)
	if remedy := remedies[said.Code]; remedy != "" {
		detail += ": " + remedy
	}
	e := &apiError{status: a.Status, code: said.Code, err: a.Err(detail, c.now())}
	switch {
	case said.Code == codeCannotMessage || said.Code == codeNoMutualServer:
		e.err = fmt.Errorf("%w (%s)", connectors.ErrCannotMessage, detail)
	case a.Status == http.StatusForbidden:
		e.err = fmt.Errorf("%w: status 403: %s", connectors.ErrRefused, detail)
	case a.Status == http.StatusUnauthorized:
		e.err = fmt.Errorf("%w: the bot's token is not accepted: reset it under Bot in the Developer Portal and copy it again (step 2)", connectors.ErrUnauthorized)
	case a.Status == http.StatusTooManyRequests && a.RetryAfter(c.now()) == 0 && said.Retry > 0 && said.Retry < 1e6:
		e.err = fmt.Errorf("status 429: %w", &connectors.RateLimitError{After: time.Duration(said.Retry * float64(time.Second))})
	}
	return e
}

// codeOf returns Discord's code of the refusal in err; 0 where it is none.
func codeOf(err error) int {
	if e, ok := errors.AsType[*apiError](err); ok {
		return e.code
	}
	return 0
}

func statusOf(err error) int {
	if e, ok := errors.AsType[*apiError](err); ok {
		return e.status
	}
	return 0
}

// failed says which call failed. The address that net/http adds, and the token,
// are left out.
func (c *client) failed(what string, err error) error {
	if err == nil {
		return nil
	}
	if addressed, ok := errors.AsType[*url.Error](err); ok {
		err = addressed.Err
	}
	return rest.Redact(fmt.Errorf("discord: %s: %w", what, err), c.token)
}

// whoami returns the bot's own account, and asks only once.
func (c *client) whoami(ctx context.Context) (*user, error) {
	if me := c.me.Load(); me != nil {
		return me, nil
	}
	var me user
	if err := c.get(ctx, "sign in", discordgo.EndpointUser("@me"), &me); err != nil {
		return nil, err
	}
	if !sound(me.ID) {
		return nil, errors.New("discord: sign in: the answer names no account; check base_url")
	}
	c.me.Store(&me)
	return &me, nil
}

// cut shortens what a platform says.
func cut(s string) string {
	said := []rune(s)
	return strings.ToValidUTF8(string(said[:min(len(said), 200)]), "?")
}
