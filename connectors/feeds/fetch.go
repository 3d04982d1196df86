package feeds

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"goodgraces/care"
	"goodgraces/connectors"
)

const (
	maxFeed    = 8 << 20 // bytes
	maxEntries = 1_000
)

// page is one answer of a feed.
type page struct {
	feed     *gofeed.Feed // nil when nothing changed
	etag     string
	modified string
	spent    bool // the server allows no more for now
}

// ErrNoFeed: there is none at an address (status 404 or 410).
var ErrNoFeed = errors.New("there is no feed here any more; correct the address")

// PageError: what an address answers with is no feed.
type PageError struct {
	Path string // to where redirects led
	Body []byte
	err  error
}

func (e *PageError) Error() string {
	return fmt.Sprintf("this is no feed: %v; open the address in a browser, and correct it", e.err)
}

func (e *PageError) Unwrap() error { return e.err }

// fetch asks a feed for what changed since an earlier answer. Redirects are
// followed. Its errors are those of Source.Read.
func (r *Reader) fetch(ctx context.Context, address string, last page) (page, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return page{}, fmt.Errorf("%w: the address %s", connectors.ErrMisconfigured, Shown(address))
	}
	req.Header.Set("User-Agent", r.o.UserAgent)
	req.Header.Set("Accept", "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5")
	if last.etag != "" {
		req.Header.Set("If-None-Match", last.etag)
	}
	if last.modified != "" {
		req.Header.Set("If-Modified-Since", last.modified)
	}
	resp, err := r.o.Env.Client.Do(req)
	if err != nil {
		return page{}, fmt.Errorf("%s: %w", Shown(address), r.reachable(bare(err)))
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusNotModified:
		r.o.Env.Heard()
		last.spent = connectors.Exhausted(resp.StatusCode, resp.Header)
		return last, nil
	case resp.StatusCode != http.StatusOK:
		return page{}, fmt.Errorf("%s: %w", Shown(address), refusal(resp, r.o.Env.Now()))
	}
	feed, err := parse(resp.Body)
	if other, ok := errors.AsType[*PageError](err); ok && resp.Request != nil {
		other.Path = resp.Request.URL.Path
	}
	if err != nil {
		return page{}, fmt.Errorf("%s: %w", Shown(address), err)
	}
	r.o.Env.Heard() // a server that only fails is out of reach
	return page{feed, resp.Header.Get("ETag"), resp.Header.Get("Last-Modified"), connectors.Exhausted(resp.StatusCode, resp.Header)}, nil
}

// Fetch reads a feed as it is now.
func (r *Reader) Fetch(ctx context.Context, address string) (*gofeed.Feed, error) {
	got, err := r.fetch(ctx, address, page{})
	if err == nil && got.feed == nil {
		err = fmt.Errorf("%s: it answers that nothing changed, though nothing was known", Shown(address))
	}
	return got.feed, err
}

// reachable adds what to do where a server cannot be reached.
func (r *Reader) reachable(err error) error {
	if _, limited := errors.AsType[*connectors.RateLimitError](err); limited || errors.Is(err, context.Canceled) {
		return err
	}
	return fmt.Errorf("%w; %s", err, r.o.Unreached)
}

// refusal says what a status other than 200 means.
func refusal(resp *http.Response, now time.Time) error {
	switch resp.StatusCode {
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return &connectors.RateLimitError{After: connectors.RetryAfter(resp.Header, now)}
	case http.StatusUnauthorized, http.StatusForbidden:
		return fmt.Errorf("%w: status %d: the server turns this reader away; open the feed in a browser, and try another user_agent", connectors.ErrUnauthorized, resp.StatusCode)
	case http.StatusNotFound, http.StatusGone:
		return fmt.Errorf("status %d: %w", resp.StatusCode, ErrNoFeed)
	}
	return fmt.Errorf("status %d", resp.StatusCode)
}

// parse reads a whole feed, or fails: half a feed is none. A post can be
// anything: a panic of the parser is an error like others.
func parse(body io.Reader) (feed *gofeed.Feed, err error) {
	raw, err := io.ReadAll(io.LimitReader(body, maxFeed+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("the answer broke off: %w", bare(err))
	case len(raw) > maxFeed:
		return nil, fmt.Errorf("the feed is longer than %d MB", maxFeed>>20)
	}
	defer func() {
		if r := recover(); r != nil {
			feed, err = nil, fmt.Errorf("the feed makes no sense: %.100v", r)
		}
	}()
	if feed, err = gofeed.NewParser().Parse(bytes.NewReader(raw)); err != nil {
		return nil, &PageError{Body: raw, err: err}
	}
	feed.Items = feed.Items[:min(len(feed.Items), maxEntries)]
	return feed, nil
}

// bare takes the address off an error: its parameters may be secret.
func bare(err error) error {
	if addressed, ok := errors.AsType[*url.Error](err); ok {
		return addressed.Err
	}
	return err
}

// Shown is an address as it may be told: its host and its path, without what may
// be a key in it.
func Shown(address string) string {
	shown, _, _ := strings.Cut(care.MaskAddress(address), "?")
	_, shown, found := strings.Cut(shown, "://")
	if !found {
		return "the feed"
	}
	return strings.TrimPrefix(shown, "***@")
}
