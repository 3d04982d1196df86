package x

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

const (
	pathStream = "/2/tweets/search/stream"
	pathRules  = "/2/tweets/search/stream/rules"
	// overlap is how far behind the cursor the gap is filled, in milliseconds:
	// the stream's order is not strict.
	overlap = 60_000
	// maxLine is the longest line of the stream that can be a post, in bytes. A
	// longer one is skipped.
	maxLine = 2 << 20
	// askEvery is how often X is asked beside the stream, which may leave posts
	// out and does not say so. A post that is known by then costs nothing.
	askEvery  = 5 * time.Minute
	tagPrefix = "graces:" // of the rules that we make
)

// stream holds the filtered stream open. The gap before it is filled once it
// is: what comes meanwhile waits in the connection.
func (r *reader) stream(ctx context.Context) error {
	ours, err := r.keepRules(ctx, false)
	if err != nil {
		return err
	}
	ctx, pulse := connectors.Watch(ctx, r.set.Duration("keep_alive"))
	defer pulse.Stop()
	body, err := r.dial(ctx)
	if err == nil {
		defer body.Close()
		r.beat, r.emit = pulse.Beat, listening(pulse, r.emit)
		err = r.follow(ctx, body, ours)
	}
	if cause := context.Cause(ctx); errors.Is(cause, connectors.ErrSilent) {
		return fmt.Errorf("x: %w", cause)
	}
	return err
}

// listening is emit, during which nobody listens to the stream.
func listening(pulse *connectors.Pulse, emit emitFunc) emitFunc {
	return func(ctx context.Context, b connectors.Batch) error {
		pulse.Pause()
		defer pulse.Resume()
		return emit(ctx, b)
	}
}

// dial opens the stream.
func (r *reader) dial(ctx context.Context) (io.ReadCloser, error) {
	params := url.Values{"tweet.fields": {postFields}, "expansions": {"author_id"}, "user.fields": {authorFields}}
	if minutes := r.set.Int("backfill_minutes"); minutes > 0 {
		params.Set("backfill_minutes", strconv.Itoa(minutes))
	}
	q := get(pathStream, params)
	who := r.api.app
	token, err := who.token(ctx)
	if err != nil {
		return nil, r.api.wrap(q, who, err)
	}
	req, err := r.api.request(ctx, q, token)
	if err != nil {
		return nil, r.api.wrap(q, who, err)
	}
	endless := *who.client
	endless.Timeout = 0 // the pulse bounds it
	resp, err := endless.Do(req)
	if err != nil {
		return nil, r.api.wrap(q, who, fmt.Errorf("no answer: %w", err))
	}
	if resp.StatusCode != http.StatusOK {
		defer resp.Body.Close()
		said, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<16)) // a refusal without words is still one
		a := &rest.Answer{Status: resp.StatusCode, Header: resp.Header, Body: said}
		return nil, r.api.wrap(q, who, meaning(q, a, r.env.Now()))
	}
	return resp.Body, nil
}

// follow fills the gap and hands on what the stream brings.
func (r *reader) follow(ctx context.Context, body io.Reader, rules map[string]bool) error {
	r.at.again(overlap)
	if err := r.round(ctx); err != nil {
		return err
	}
	due := r.env.Now().Add(askEvery)
	for lines := bufio.NewReaderSize(body, 64<<10); ; {
		line, err := readLine(lines)
		if err != nil {
			return fmt.Errorf("x: stream: %w", err)
		}
		r.beat()
		r.env.Heard()
		if err := r.line(ctx, line, rules); err != nil {
			return err
		}
		if err := r.recheck(ctx); err != nil {
			return err
		}
		if due, err = r.askBeside(ctx, due); err != nil {
			return err
		}
	}
}

// askBeside asks for what the stream should have brought since it was asked last,
// where that is due, and returns when it is next. The stream's signs of life are
// its clock.
func (r *reader) askBeside(ctx context.Context, due time.Time) (time.Time, error) {
	if r.env.Now().Before(due) {
		return due, nil
	}
	late := r.env.Now().Sub(due) + askEvery
	r.at.again(uint64(late.Milliseconds()) + overlap)
	err := r.round(ctx)
	return r.env.Now().Add(askEvery), err
}

// readLine returns the next line, without its end; nothing of one that is too
// long to be a post.
func readLine(lines *bufio.Reader) ([]byte, error) {
	var whole []byte
	long := false
	for {
		part, err := lines.ReadSlice('\n')
		if long = long || len(whole)+len(part) > maxLine; long {
			whole = nil
		} else {
			whole = append(whole, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSpace(whole), err
		}
	}
}

// event is one line of the stream.
type event struct {
	Data     json.RawMessage `json:"data"`
	Includes struct {
		Users raws `json:"users"`
	} `json:"includes"`
	Rules []struct {
		ID string `json:"id"`
	} `json:"matching_rules"`
	Errors []struct {
		Title  string `json:"title"`
		Detail string `json:"detail"`
	} `json:"errors"`
}

// line hands on what a line holds; a line that makes no sense is skipped, as are
// the posts of other programs' rules.
func (r *reader) line(ctx context.Context, line []byte, rules map[string]bool) error {
	var e event
	if len(line) == 0 || !decode(line, &e) {
		return nil
	}
	if len(e.Data) == 0 && len(e.Errors) > 0 {
		return fmt.Errorf("x: stream: X ends it: %s", cut(e.Errors[0].Title+": "+e.Errors[0].Detail))
	}
	foreign := len(e.Rules) > 0
	for _, rule := range e.Rules {
		foreign = foreign && !rules[rule.ID]
	}
	p := page{Data: raws{e.Data}, Includes: e.Includes}
	posts, users := p.posts()
	if foreign || len(posts) == 0 {
		return nil
	}
	r.at.seen(snowflake(posts[0].ID))
	mentions := r.fresh(ctx, r.price["read"], posts, users)
	if err := r.hand(ctx, mentions, r.at.String()); err != nil {
		return err
	}
	return r.api.mayRead()
}

// rule is one of the stream's.
type rule struct {
	ID    string `json:"id,omitempty"`
	Value string `json:"value"`
	Tag   string `json:"tag,omitempty"`
}

// keepRules makes the stream's rules those of the configuration, and returns the
// IDs of those that are ours. Rules without our tag are left alone. A dry run
// changes nothing.
func (r *reader) keepRules(ctx context.Context, dry bool) (map[string]bool, error) {
	wanted, err := r.rules(r.own.handles())
	if err != nil {
		return nil, err
	}
	standing, err := r.standingRules(ctx)
	if err != nil {
		return nil, err
	}
	tag, ids := tagPrefix+r.name, map[string]bool{}
	var remove []string
	for _, s := range standing {
		switch i := slices.Index(wanted, s.Value); {
		case i >= 0: // whoever made it: X takes the same rule only once
			wanted = slices.Delete(wanted, i, i+1)
			ids[s.ID] = true
		case strings.HasPrefix(s.Tag, tagPrefix): // of a connector before this one, too: an app has one stream
			remove = append(remove, s.ID)
		}
	}
	if len(wanted) > 0 { // first, so that nothing goes unseen in between
		if err := r.addRules(ctx, wanted, tag, dry, ids); err != nil {
			return nil, err
		}
	}
	if len(remove) > 0 && !dry {
		err = r.change(ctx, map[string]any{"delete": map[string]any{"ids": remove}}, false, &struct{}{})
	}
	return ids, err
}

func (r *reader) standingRules(ctx context.Context) ([]rule, error) {
	var out struct {
		Data []rule `json:"data"`
	}
	q := get(pathRules, nil)
	q.asApp = true
	_, err := r.api.do(ctx, q, &out)
	return out.Data, err
}

func (r *reader) addRules(ctx context.Context, values []string, tag string, dry bool, ids map[string]bool) error {
	var add []rule
	for _, v := range values {
		add = append(add, rule{Value: v, Tag: tag})
	}
	var out struct {
		Data   []rule `json:"data"`
		Errors []struct {
			Title   string   `json:"title"`
			Value   string   `json:"value"`
			Details []string `json:"details"`
		} `json:"errors"`
	}
	if err := r.change(ctx, map[string]any{"add": add}, dry, &out); err != nil {
		return err
	}
	for _, made := range out.Data {
		ids[made.ID] = true
	}
	if len(out.Errors) > 0 {
		e := out.Errors[0]
		return &connectors.SettingError{Key: "keywords", Problem: fmt.Sprintf("X does not take the rule %.200q: %s %s", e.Value, cut(e.Title), cut(fmt.Sprint(e.Details)))}
	}
	return nil
}

func (r *reader) change(ctx context.Context, body any, dry bool, out any) error {
	q := call{method: http.MethodPost, path: pathRules, input: body, asApp: true}
	if dry {
		q.params = url.Values{"dry_run": {"true"}}
	}
	_, err := r.api.do(ctx, q, out)
	return err
}

// checkStream lets X look at the rules without making them.
func (x *X) checkStream(ctx context.Context, own ours) connectors.Finding {
	r := &reader{X: x, own: own}
	if _, err := r.keepRules(ctx, true); err != nil {
		return connectors.Failed("stream rules", err, "")
	}
	return connectors.Found("stream rules", "X takes them; they are made when reading begins")
}
