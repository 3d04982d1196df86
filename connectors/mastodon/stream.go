package mastodon

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/coder/websocket"

	"goodgraces/connectors"
)

const (
	streamingPath = "/api/v1/streaming"
	// maxEvent is the longest event that is looked at, in bytes: posts have some
	// thousand characters. A longer one is skipped.
	maxEvent = 2 << 20
	// waiting is how many events wait while the queue is slow or a gap is
	// filled. Beyond it the server waits.
	waiting = 64
)

// event is one message of the stream.
type event struct {
	Stream  []string        `json:"stream"` // what it belongs to: ["user"], ["hashtag","acme"]
	Event   string          `json:"event"`
	Payload json.RawMessage `json:"payload"` // JSON again, as a string
	Error   string          `json:"error"`   // of a subscription that was refused
}

// stream is an open connection to the streaming API.
type stream struct {
	conn   *websocket.Conn
	events chan event
	lost   chan error // why the connection ended
}

// open connects to the stream of the account, and of what else is watched.
func (m *Mastodon) open(ctx context.Context, s server) (*stream, error) {
	address, err := url.Parse(m.streamAddress(s))
	if err != nil {
		return nil, &connectors.SettingError{Key: "stream", Problem: "must be an address such as wss://host"}
	}
	address.RawQuery = url.Values{"stream": {"user"}}.Encode()
	//nolint:bodyclose // websocket.Dial: "You never need to close resp.Body yourself."
	conn, resp, err := websocket.Dial(ctx, address.String(), &websocket.DialOptions{
		HTTPClient: m.env.Client, HTTPHeader: http.Header{"Authorization": {"Bearer " + m.api.token}},
	})
	if err != nil {
		return nil, m.api.failed("connect to the stream", m.dialError(resp, err))
	}
	conn.SetReadLimit(-1) // next bounds what is kept
	for _, t := range m.subscriptions() {
		if err := conn.Write(ctx, websocket.MessageText, t); err != nil {
			_ = conn.CloseNow()
			return nil, m.api.failed("subscribe", err)
		}
	}
	return &stream{conn: conn, events: make(chan event, waiting), lost: make(chan error, 1)}, nil
}

// subscriptions are the messages that add the watched timelines to the stream.
func (m *Mastodon) subscriptions() [][]byte {
	var out [][]byte
	for _, t := range m.timelines("") {
		if len(t.stream) == 0 {
			continue
		}
		message := map[string]string{"type": "subscribe", "stream": t.stream[0]}
		if len(t.stream) > 1 {
			message["tag"] = t.stream[1]
		}
		text, _ := json.Marshal(message) // strings alone: it always marshals
		out = append(out, text)
	}
	return out
}

func (m *Mastodon) dialError(resp *http.Response, err error) error {
	switch {
	case resp == nil:
		return err
	case resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden:
		return fmt.Errorf("%w: status %d; the token needs the scopes read:notifications and read:statuses, or the setting stream is wrong", connectors.ErrUnauthorized, resp.StatusCode)
	case resp.StatusCode == http.StatusTooManyRequests:
		return &connectors.RateLimitError{After: connectors.RetryAfter(resp.Header, m.env.Now())}
	}
	return err
}

// read hands the events on until the connection ends.
func (s *stream) read(ctx context.Context, heard func()) {
	for {
		e, err := s.next(ctx)
		if err != nil {
			s.lost <- err
			return
		}
		heard()
		select {
		case s.events <- e:
		case <-ctx.Done():
			s.lost <- ctx.Err()
			return
		}
	}
}

// next returns the next event; an empty one for what is none.
func (s *stream) next(ctx context.Context) (event, error) {
	_, r, err := s.conn.Reader(ctx)
	if err != nil {
		return event{}, err
	}
	raw, err := io.ReadAll(io.LimitReader(r, maxEvent+1))
	if err != nil {
		return event{}, err
	}
	if len(raw) > maxEvent {
		_, err = io.Copy(io.Discard, r)
		return event{}, err
	}
	var e event
	_ = json.Unmarshal(raw, &e) // what makes no sense stays empty
	return e, nil
}

// watch pings the stream until ctx ends, and ends it when no answer comes.
func (m *Mastodon) watch(ctx context.Context, conn *websocket.Conn, stop context.CancelCauseFunc) {
	every := m.set.Duration("heartbeat")
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		wait, cancel := context.WithTimeout(ctx, every)
		err := conn.Ping(wait)
		cancel()
		if err != nil {
			stop(fmt.Errorf("mastodon: %w: no answer to a ping within %s", connectors.ErrSilent, every))
			return
		}
		m.env.Heard()
	}
}

// text is the payload as text: servers send a string that holds JSON, or an ID;
// some send the number or the JSON itself.
func (e *event) text() []byte {
	var s string
	if json.Unmarshal(e.Payload, &s) == nil {
		return []byte(s)
	}
	return e.Payload
}
