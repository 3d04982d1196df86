package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/coder/websocket"

	"goodgraces/connectors"
)

// Operations of the gateway.
const (
	opDispatch  = 0
	opBeat      = 1
	opIdentify  = 2
	opResume    = 6
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opAck       = 11
)

const (
	gatewayVersion = "10"
	// maxEvent is the longest event that is looked at, in bytes: posts have some
	// thousand characters. A longer one is skipped.
	maxEvent = 2 << 20
	// waiting is how many events wait while the queue is slow or a gap is filled.
	waiting = 64
	// helloWithin bounds how long the gateway may take to begin.
	helloWithin = 20 * time.Second
	// usualBeat stands in for an interval that makes no sense: it is Discord's.
	usualBeat = 41250 * time.Millisecond
)

var (
	// errReconnect: the gateway asks for a new connection to the same session.
	errReconnect = errors.New("the gateway asked for a new connection")
	// errInvalid: the session cannot be resumed; a new one begins.
	errInvalid = errors.New("the session has ended")
)

// event is one message of the gateway.
type event struct {
	Op   int             `json:"op"`
	Type string          `json:"t"`
	Seq  int64           `json:"s"`
	Data json.RawMessage `json:"d"`
}

// gateway is an open connection.
type gateway struct {
	conn   *websocket.Conn
	every  time.Duration // between heartbeats, as the gateway wants it
	events chan event
	lost   chan error   // why the connection ended
	seq    atomic.Int64 // the last event that was handled
}

// open connects, and resumes the session of a cursor where it has one.
func (d *Discord) open(ctx context.Context, at *cursor) (*gateway, error) {
	g, err := d.dial(ctx, at)
	if err != nil {
		return nil, err
	}
	if err := d.identify(ctx, g, at); err != nil {
		_ = g.conn.CloseNow()
		return nil, d.api.failed("connect to the gateway", explained(err))
	}
	return g, nil
}

// dial connects and takes the gateway's hello.
func (d *Discord) dial(ctx context.Context, at *cursor) (*gateway, error) {
	address, err := d.gatewayAddress(ctx, at)
	if err != nil {
		return nil, err
	}
	//nolint:bodyclose // websocket.Dial: "You never need to close resp.Body yourself."
	conn, resp, err := websocket.Dial(ctx, address, &websocket.DialOptions{HTTPClient: d.env.Client})
	if err != nil {
		return nil, d.api.failed("connect to the gateway", dialError(resp, err, d.env.Now()))
	}
	conn.SetReadLimit(-1) // next bounds what is kept
	g := &gateway{conn: conn, events: make(chan event, waiting), lost: make(chan error, 1)}
	g.seq.Store(at.Seq)
	if err := g.hello(ctx); err != nil {
		_ = conn.CloseNow()
		return nil, d.api.failed("connect to the gateway", explained(err))
	}
	return g, nil
}

// hello takes the first message: how often the gateway wants a heartbeat.
func (g *gateway) hello(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, helloWithin)
	defer cancel()
	e, err := g.next(ctx)
	if err != nil {
		return err
	}
	var hello struct {
		Interval int64 `json:"heartbeat_interval"` // milliseconds
	}
	if e.Op != opHello || json.Unmarshal(e.Data, &hello) != nil {
		return errors.New("this is no gateway of Discord: it does not say hello; check the setting gateway")
	}
	g.every = time.Duration(hello.Interval) * time.Millisecond
	if g.every < 100*time.Millisecond || g.every > 10*time.Minute {
		g.every = usualBeat
	}
	return nil
}

// identify says who we are, or which session goes on.
func (d *Discord) identify(ctx context.Context, g *gateway, at *cursor) error {
	if at.Session != "" {
		return g.send(ctx, opResume, map[string]any{"token": d.api.token, "session_id": at.Session, "seq": at.Seq})
	}
	return g.send(ctx, opIdentify, map[string]any{
		"token": d.api.token, "intents": d.intents(), "large_threshold": 50,
		"properties": map[string]string{"os": runtime.GOOS, "browser": "goodgraces", "device": "goodgraces"},
	})
}

// intents are the kinds of events that we ask for.
func (d *Discord) intents() discordgo.Intent {
	wanted := discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages
	if d.set.Bool("message_content") {
		wanted |= discordgo.IntentsMessageContent
	}
	return wanted
}

// gatewayAddress is where the gateway is: as set, where the session wants to be
// resumed, or as the API says. A session that would be new needs one of the day's.
func (d *Discord) gatewayAddress(ctx context.Context, at *cursor) (string, error) {
	address := d.set.String("gateway")
	if address == "" && at.Session != "" {
		address = at.Resume
	}
	if address == "" {
		var bot discordgo.GatewayBotResponse
		if err := d.api.get(ctx, "look the gateway up", discordgo.EndpointGatewayBot, &bot); err != nil {
			return "", err
		}
		limit := bot.SessionStartLimit
		if limit.Total > 0 && limit.Remaining == 0 && at.Session == "" {
			return "", fmt.Errorf("discord: the day's %d new sessions are used up: %w", limit.Total, &connectors.RateLimitError{After: time.Duration(limit.ResetAfter) * time.Millisecond})
		}
		address = bot.URL
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || d.api.base.Scheme == "https" && d.set.String("gateway") == "" && u.Scheme != "wss" {
		return "", &connectors.SettingError{Key: "gateway", Problem: "must be an address such as wss://gateway.discord.gg; the API gave none that can be used"}
	}
	u.RawQuery = url.Values{"v": {gatewayVersion}, "encoding": {"json"}}.Encode()
	return u.String(), nil
}

func dialError(resp *http.Response, err error, now time.Time) error {
	switch {
	case resp == nil:
		return err
	case resp.StatusCode == http.StatusTooManyRequests:
		return &connectors.RateLimitError{After: connectors.RetryAfter(resp.Header, now)}
	case resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden:
		return fmt.Errorf("%w: status %d: the address of the gateway is wrong, or something between refuses", connectors.ErrUnauthorized, resp.StatusCode)
	}
	return err
}

// explained says what the code means with which the gateway closed.
func explained(err error) error {
	switch websocket.CloseStatus(err) {
	case 4004:
		return fmt.Errorf("%w: the bot's token is not accepted: reset it under Bot in the Developer Portal and copy it again (step 2)", connectors.ErrUnauthorized)
	case 4014:
		return fmt.Errorf("%w: the Message Content Intent is off: switch it on under Bot, Privileged Gateway Intents in the Developer Portal (step 3), or set message_content to false and read only what mentions the bot", connectors.ErrUnauthorized)
	case 4007, 4009:
		return fmt.Errorf("%w: %w", errInvalid, err)
	case 4011:
		return fmt.Errorf("%w: the bot is in so many servers that Discord wants shards: make a bot of its own for the brand's servers", connectors.ErrMisconfigured)
	case 4010, 4012, 4013:
		return fmt.Errorf("%w: the gateway does not know what we ask for: %w", connectors.ErrMisconfigured, err)
	}
	return err
}

func (g *gateway) send(ctx context.Context, op int, data any) error {
	text, err := json.Marshal(map[string]any{"op": op, "d": data})
	if err != nil {
		return err
	}
	return g.conn.Write(ctx, websocket.MessageText, text)
}

// next returns the next event; an empty one, of an operation that there is not,
// for what is none.
func (g *gateway) next(ctx context.Context) (event, error) {
	none := event{Op: -1}
	_, r, err := g.conn.Reader(ctx)
	if err != nil {
		return none, err
	}
	raw, err := io.ReadAll(io.LimitReader(r, maxEvent+1))
	if err != nil {
		return none, err
	}
	if len(raw) > maxEvent {
		_, err = io.Copy(io.Discard, r)
		return none, err
	}
	e := none
	if bad := json.Unmarshal(raw, &e); bad != nil {
		return none, nil //nolint:nilerr // what makes no sense is skipped
	}
	return e, nil
}

// run reads the events and sends heartbeats until ctx ends or the connection is
// lost. Interactions are given to now at once: they are answered within three
// seconds, whatever waits.
func (g *gateway) run(ctx context.Context, heard func(), now func(event)) {
	ctx, pulse := connectors.Watch(ctx, g.every)
	defer pulse.Stop()
	var beating sync.WaitGroup
	defer beating.Wait()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	asked := make(chan struct{}, 1)
	beating.Go(func() { g.beats(ctx, asked, cancel) })
	for {
		err := g.one(ctx, asked, pulse, now)
		if err == nil {
			heard()
			continue
		}
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		g.lost <- explained(err)
		return
	}
}

// one reads one event and hands it on.
func (g *gateway) one(ctx context.Context, asked chan<- struct{}, pulse *connectors.Pulse, now func(event)) error {
	e, err := g.next(ctx)
	if err != nil {
		return err
	}
	pulse.Beat()
	switch e.Op {
	case opDispatch:
		if e.Type == "INTERACTION_CREATE" {
			now(e)
		}
		return g.hand(ctx, e, pulse)
	case opBeat:
		select {
		case asked <- struct{}{}:
		default:
		}
	case opReconnect:
		return errReconnect
	case opInvalid:
		if strings.TrimSpace(string(e.Data)) == "true" {
			return errReconnect
		}
		return errInvalid
	}
	return nil
}

// hand hands an event on. A queue that is slow is not a silent gateway.
func (g *gateway) hand(ctx context.Context, e event, pulse *connectors.Pulse) error {
	pulse.Pause()
	defer pulse.Resume()
	select {
	case g.events <- e:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// beats sends a heartbeat at each interval, the first one after a random part of
// it, and whenever the gateway asks. It tells what was handled, so that the
// gateway keeps the rest for a resumption.
func (g *gateway) beats(ctx context.Context, asked <-chan struct{}, lose context.CancelCauseFunc) {
	next := time.NewTimer(rand.N(g.every)) //nolint:gosec // spreads load; no secret hangs on it
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-next.C:
			next.Reset(g.every)
		case <-asked:
		}
		var seq any
		if n := g.seq.Load(); n > 0 {
			seq = n
		}
		if err := g.send(ctx, opBeat, seq); err != nil {
			lose(fmt.Errorf("heartbeat: %w", err))
			return
		}
	}
}
