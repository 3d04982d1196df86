// Package socket holds a platform's WebSocket stream open: dialled with errors
// that say what to do, read in bounded memory, and noticed when it dies.
package socket

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/coder/websocket"

	"goodgraces/connectors"
)

// maxMessage is the longest message that can be a post, in bytes: platforms'
// posts have some thousand characters, records of the AT Protocol 1 MB at most.
const maxMessage = 2 << 20

// Conn is an open stream. One goroutine may read it and one write.
type Conn struct {
	conn  *websocket.Conn
	buf   bytes.Buffer // of the message that was read last
	pulse *connectors.Pulse
}

// Dial opens a stream. An answer that is a refusal gives an error of package
// connectors: ErrUnauthorized for 401 and 403, a RateLimitError for 429.
func Dial(ctx context.Context, client *http.Client, address string, header http.Header, now func() time.Time) (*Conn, error) {
	//nolint:bodyclose // websocket.Dial: "You never need to close resp.Body yourself."
	conn, resp, err := websocket.Dial(ctx, address, &websocket.DialOptions{HTTPClient: client, HTTPHeader: header})
	if err != nil {
		return nil, refusal(address, resp, err, now)
	}
	conn.SetReadLimit(-1) // Next bounds what is kept
	return &Conn{conn: conn}, nil
}

// refusal names the host alone: an address may hold what must not be logged.
func refusal(address string, resp *http.Response, err error, now func() time.Time) error {
	host := "the stream's address"
	if u, bad := url.Parse(address); bad == nil {
		host = u.Host
	}
	if resp == nil {
		if asked, ok := errors.AsType[*url.Error](err); ok {
			err = asked.Err
		}
		return fmt.Errorf("%s: %w", host, err)
	}
	said := fmt.Sprintf("%s: status %d instead of a stream", host, resp.StatusCode)
	switch resp.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden:
		return fmt.Errorf("%w: %s", connectors.ErrUnauthorized, said)
	case http.StatusTooManyRequests:
		return fmt.Errorf("%s: %w", said, &connectors.RateLimitError{After: connectors.RetryAfter(resp.Header, now())})
	}
	return errors.New(said)
}

// Next returns the next message, valid until the next call; nothing of one that
// is too long to be a post.
func (c *Conn) Next(ctx context.Context) ([]byte, error) {
	if c.pulse != nil {
		c.pulse.Resume()
		defer c.pulse.Pause()
	}
	_, r, err := c.conn.Reader(ctx)
	if err != nil {
		return nil, err
	}
	c.buf.Reset()
	n, err := c.buf.ReadFrom(io.LimitReader(r, maxMessage+1))
	if err != nil || n <= maxMessage {
		return c.buf.Bytes(), err
	}
	_, err = io.Copy(io.Discard, r)
	return nil, err
}

// Write sends a text message.
func (c *Conn) Write(ctx context.Context, text []byte) error {
	return c.conn.Write(ctx, websocket.MessageText, text)
}

// Close drops the connection, whatever the other side says.
func (c *Conn) Close() { _ = c.conn.CloseNow() }

// Watch pings the stream, and tells heard of each answer. The context that it
// returns ends, with a cause that wraps connectors.ErrSilent, when Next has waited
// for two intervals and there was neither a message nor an answer. While the queue
// is slow and nobody calls Next, no answer can come. end stops the watch and waits
// for it.
func (c *Conn) Watch(ctx context.Context, every time.Duration, heard func()) (watched context.Context, end func()) {
	watched, c.pulse = connectors.Watch(ctx, every)
	var pings sync.WaitGroup
	pings.Go(func() { c.ping(watched, every, heard) })
	return watched, func() { c.pulse.Stop(); pings.Wait() }
}

func (c *Conn) ping(ctx context.Context, every time.Duration, heard func()) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		wait, cancel := context.WithTimeout(ctx, every)
		err := c.conn.Ping(wait)
		cancel()
		if err == nil { // the pulse ends where none comes, and Next where the connection broke
			c.pulse.Beat()
			heard()
		}
	}
}
