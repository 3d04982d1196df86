package connectortest

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"goodgraces/connectors"
)

// Calls are those by which a platform delivers posts.
type Calls struct {
	// Body is that of a call which carries a post with each text.
	Body func(texts []string) []byte
	// Sign signs a call with a body, as of a time.
	Sign func(h http.Header, body []byte, at time.Time)
}

// caller is the platform, on the other side of a network.
type caller struct {
	*Calls
	url string
}

func (b *bench) caller(t *testing.T) *caller {
	t.Helper()
	srv := httptest.NewServer(b.Connector.(connectors.Receiver).Handler())
	t.Cleanup(srv.Close)
	return &caller{b.Calls, srv.URL}
}

// call makes a call, again while nobody reads, and returns its answer.
func (c *caller) call(t *testing.T, body []byte, sign func(http.Header)) (status int, said string) {
	t.Helper()
	for {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, c.url, bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		sign(req.Header)
		resp, err := http.DefaultTransport.RoundTrip(req)
		if err != nil {
			t.Fatal(err)
		}
		answer, _ := io.ReadAll(resp.Body) // of an answer that broke off the status counts
		resp.Body.Close()
		if resp.StatusCode != http.StatusServiceUnavailable {
			return resp.StatusCode, string(answer)
		}
		if resp.Header.Get("Retry-After") == "" {
			t.Errorf("503 without Retry-After: %s", answer)
		}
	}
}

// signed signs as of a time.
func (c *caller) signed(body []byte, at time.Time) func(http.Header) {
	return func(h http.Header) { c.Sign(h, body, at) }
}

// deliver makes a sound call.
func (c *caller) deliver(t *testing.T, body []byte) {
	t.Helper()
	if status, said := c.call(t, body, c.signed(body, time.Now())); status >= 300 {
		t.Errorf("a sound call: %d %s", status, said)
	}
}

// drop makes a call of which only the first bytes arrive, all where there are
// fewer, and hangs up once until has returned.
func (c *caller) drop(t *testing.T, body []byte, sent int, until func()) {
	t.Helper()
	conn := c.dial(t)
	defer conn.Close()
	h := http.Header{}
	c.Sign(h, body, time.Now())
	var head bytes.Buffer
	fmt.Fprintf(&head, "POST / HTTP/1.1\r\nHost: hook\r\nContent-Length: %d\r\n", len(body))
	_ = h.Write(&head) // a Buffer takes everything
	head.WriteString("\r\n")
	if _, err := conn.Write(append(head.Bytes(), body[:min(sent, len(body))]...)); err != nil {
		t.Fatal(err)
	}
	until()
}

func (c *caller) dial(t *testing.T) net.Conn {
	t.Helper()
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", strings.TrimPrefix(c.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// checkCalls makes the calls that no connector may choke on, and each again as
// it should be: every post is one, and those of a call that is replayed are
// handed on once.
func checkCalls(t *testing.T, b *bench) {
	if b.Calls == nil {
		untried(t, "Calls") // Read asks
		return
	}
	l, _ := b.begin(t)
	c := b.caller(t)
	published := texts(0, 1)
	next := func() []byte {
		n := len(published)
		published = append(published, texts(n, n+3)...)
		return c.Body(published[n:])
	}
	b.refuses(t, c, next())
	published = published[:1] // nothing of it was taken

	body, now := next(), time.Now()
	for range 3 { // replayed, to the last bit
		if status, said := c.call(t, body, c.signed(body, now)); status >= 300 {
			t.Errorf("replayed: %d %s", status, said)
		}
	}
	l.wait(t, published)
	l.settleOnce(t, published)

	body = next()
	c.drop(t, nil, 0, func() {})
	c.drop(t, body, len(body)/2, func() {}) // before it is taken
	c.deliver(t, body)
	body = next()
	c.drop(t, body, len(body), func() { l.wait(t, published) }) // after, and before the answer is read
	c.deliver(t, body)
	b.queueDown(t, c, l, next())
	l.wait(t, published)
	l.settle(t, published)
}

// refuses makes the calls of which nothing must be taken.
func (b *bench) refuses(t *testing.T, c *caller, body []byte) {
	t.Helper()
	long := bytes.Repeat([]byte("x"), message)
	type wrong struct {
		body []byte
		sign func(http.Header)
		says string
	}
	calls := map[string]wrong{
		"malformed":      {[]byte("{nonsense"), c.signed([]byte("{nonsense"), time.Now()), ""},
		"truncated":      {body[:len(body)/2], c.signed(body[:len(body)/2], time.Now()), ""},
		"10 MB":          {long, c.signed(long, time.Now()), ""},
		"unsigned":       {body, func(http.Header) {}, ""},
		"another's body": {body, c.signed(append([]byte(" "), body...), time.Now()), ""},
	}
	if b.ByClock {
		calls["an hour late"] = wrong{body, c.signed(body, time.Now().Add(ahead)), "clock"}
		calls["an hour early"] = wrong{body, c.signed(body, time.Now().Add(behind)), "clock"}
	}
	for name, w := range calls {
		status, said := c.call(t, w.body, w.sign)
		if status < 400 || status >= 500 || !strings.Contains(said, w.says) {
			t.Errorf("%s: %d %s, want a refusal that says %q", name, status, said, w.says)
		}
		b.keepsSecrets(t, said)
	}
}

// queueDown makes a call while the queue takes nothing: it is answered with 503,
// and taken the next time.
func (b *bench) queueDown(t *testing.T, c *caller, l *ledger, body []byte) {
	t.Helper()
	l.failEvery(1)
	failed := make(chan struct{})
	go func() {
		defer close(failed)
		l.failed(t)
		l.failEvery(0)
	}()
	c.deliver(t, body)
	<-failed
}
