package mastodon

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	api "github.com/mattn/go-mastodon"

	"goodgraces/care"
	"goodgraces/connectors"
)

// settled is when the stream certainly carries what was subscribed to: a server
// does not say so. What was posted in between is found by a poll then.
const settled = 5 * time.Second

type emitFunc = func(context.Context, connectors.Batch) error

// Read fills the gap since the cursor and follows the stream. While the stream
// cannot be had, the timelines are polled instead.
func (m *Mastodon) Read(ctx context.Context, cursor string, emit emitFunc) error {
	if !m.reading.TryLock() {
		return errors.New("mastodon: already being read")
	}
	defer m.reading.Unlock()
	err := m.read(ctx, cursor, emit)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

func (m *Mastodon) read(ctx context.Context, cursor string, emit emitFunc) error {
	me, err := m.api.whoami(ctx)
	if err != nil {
		return reachable(err)
	}
	m.tellEnd(ctx)
	s, err := m.api.ask(ctx)
	if err != nil {
		return reachable(err)
	}
	r := &reader{Mastodon: m, me: me.ID, emit: emit, at: parsePositions(cursor), lacking: map[string]string{}}
	if err := r.remember(ctx); err != nil {
		return err
	}
	st, err := r.connect(ctx, s)
	if err != nil {
		return err
	}
	defer st.conn.Close()
	var reading sync.WaitGroup
	defer reading.Wait()
	ctx, end := st.conn.Watch(ctx, m.set.Duration("heartbeat"), m.env.Heard)
	defer end()
	reading.Go(func() { st.read(ctx, m.env.Heard) })
	err = r.follow(ctx, st)
	if ctx.Err() != nil {
		return fmt.Errorf("mastodon: %w", context.Cause(ctx))
	}
	return err
}

// connect opens the stream, before the gap is filled: nothing falls between.
// While that cannot be, it polls and tries again, each time after a longer wait.
// Where the server said when to come back, Read does.
func (r *reader) connect(ctx context.Context, s server) (*stream, error) {
	every := r.set.Duration("poll")
	for wait := min(every, settled); ; wait = min(every, 2*wait) {
		st, err := r.open(ctx, s)
		if err == nil {
			return st, nil
		}
		if err := r.poll(ctx); err != nil {
			return nil, err
		}
		_, limited := errors.AsType[*connectors.RateLimitError](err)
		if limited || errors.Is(err, connectors.ErrMisconfigured) {
			return nil, err
		}
		r.lack(keyStream, fmt.Sprintf("the stream cannot be had, so that posts come by reading the timelines (poll: %s): %s", every, err))
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// poll reads what was posted, edited and deleted, and says that the server was
// heard of.
func (r *reader) poll(ctx context.Context) error {
	if err := r.fill(ctx); err != nil {
		return err
	}
	if err := r.revisit(ctx); err != nil {
		return err
	}
	r.env.Heard()
	return nil
}

// keyStream is the stream among what can be lacking; the others are timelines.
const keyStream = "stream"

// reader is one Read under way.
type reader struct {
	*Mastodon
	me      api.ID
	emit    emitFunc
	at      positions
	saved   string            // the cursor that was emitted last
	lacking map[string]string // why, by what cannot be read
}

// follow handles the stream's events, and polls now and then.
func (r *reader) follow(ctx context.Context, st *stream) error {
	delete(r.lacking, keyStream)
	r.tell()
	if err := r.fill(ctx); err != nil {
		return err
	}
	every := r.set.Duration("poll")
	poll := time.NewTimer(min(every, settled))
	defer poll.Stop()
	for {
		var err error
		select {
		case e := <-st.events:
			err = r.handle(ctx, &e)
		case <-poll.C:
			err = r.poll(ctx)
			poll.Reset(every)
		case err = <-st.lost:
			err = r.rest(ctx, st, r.api.failed("stream", err))
		}
		if err != nil {
			return err
		}
	}
}

// rest handles what came before the connection was lost.
func (r *reader) rest(ctx context.Context, st *stream, lost error) error {
	for {
		select {
		case e := <-st.events:
			if err := r.handle(ctx, &e); err != nil {
				return err
			}
		default:
			return lost
		}
	}
}

// lack notes that a part cannot be read, and says so where it is news.
func (r *reader) lack(what, why string) {
	if r.lacking[what] == why {
		return
	}
	r.lacking[what] = why
	r.tell()
}

// regain notes that a part can be read again.
func (r *reader) regain(what string) {
	if _, lacked := r.lacking[what]; lacked {
		delete(r.lacking, what)
		r.tell()
	}
}

// tell says how reading goes.
func (r *reader) tell() {
	if len(r.lacking) == 0 {
		r.env.Status(connectors.Connected, "")
		return
	}
	r.env.Status(connectors.Degraded, reasons(r.lacking))
}

// handle handles one event of the stream; what makes no sense is skipped.
func (r *reader) handle(ctx context.Context, e *event) error {
	switch e.Event {
	case "update", "status.update":
		var s status
		if json.Unmarshal(e.text(), &s) == nil && sound(s.ID) {
			return r.post(ctx, &s)
		}
	case "notification":
		var n notification
		if json.Unmarshal(e.text(), &n) == nil && n.Status != nil && sound(n.Status.ID) {
			return r.post(ctx, n.Status)
		}
	case "delete":
		return r.deleted(ctx, e)
	case "":
		if e.Error != "" {
			r.lack(keyStream, "the server refuses part of the stream, which is polled instead: "+cut(e.Error))
		}
	}
	return nil
}

// deleted passes a deletion on. Of the public timeline's there are many: those
// of posts that concerned us count. What was handed on long ago, or by another
// process, is in the store.
func (r *reader) deleted(ctx context.Context, e *event) error {
	id := api.ID(strings.TrimSpace(string(e.text())))
	if !sound(id) {
		return nil
	}
	if !r.recent.Has(string(id)) && len(e.Stream) > 0 && strings.HasPrefix(e.Stream[0], "public") {
		if stored, err := r.env.Stored(ctx, Platform, r.id(id)); err != nil || !stored {
			return err
		}
	}
	return r.gone(ctx, id)
}

func (r *reader) gone(ctx context.Context, id api.ID) error {
	r.recent.Forget(string(id))
	return r.put(ctx, []care.Mention{{ID: r.id(id), Platform: Platform, Connector: r.name, Deleted: true}})
}

// post emits a post that concerns us and was not emitted as it is now. The
// stream moves no position: only what was read page by page has no gaps.
func (r *reader) post(ctx context.Context, s *status) error {
	now, known := r.recent.Get(string(s.ID))
	if known && !s.EditedAt.After(now.edited) || !r.wanted(s) {
		return nil
	}
	now.edited = s.EditedAt
	r.thread(ctx, s, &now)
	m := r.mention(s)
	m.Thread, m.ThreadAuthor = now.root, now.author
	if r.ours(s) {
		m.By = care.ByBrand
	}
	if err := r.put(ctx, []care.Mention{m}); err != nil {
		return err
	}
	r.recent.Put(string(s.ID), now)
	return nil
}

// put emits mentions and the cursor behind them.
func (r *reader) put(ctx context.Context, out []care.Mention) error {
	cursor := r.at.cursor()
	if len(out) == 0 && cursor == r.saved {
		return nil
	}
	if err := r.emit(ctx, connectors.Batch{Mentions: out, Cursor: cursor}); err != nil {
		return err
	}
	r.saved = cursor
	return nil
}

func (r *reader) ours(s *status) bool {
	if s.Account.ID == r.me {
		return true
	}
	a := r.author(s.Account)
	if r.env.Owns(a) {
		return true
	}
	a.Handle = s.Account.Acct
	return !strings.Contains(a.Handle, "@") && r.env.Owns(a)
}

// wanted applies the rules. Boosts are nobody's words. Of the brand's own posts
// only public answers are of interest: they belong to a conversation.
func (r *reader) wanted(s *status) bool {
	switch {
	case s.Reblog != nil:
		return false
	case r.ours(s):
		return s.InReplyTo != "" && s.Visibility != api.VisibilityDirectMessage
	case s.concerns(r.me) || r.tagged(s):
		return true
	}
	return !r.keywords.Empty() && r.keywords.In(s.text())
}

func (r *reader) tagged(s *status) bool {
	for _, t := range s.Tags {
		for _, watched := range r.tags {
			if strings.EqualFold(t.Name, watched) {
				return true
			}
		}
	}
	return false
}

// thread finds the first post of the thread that a reply belongs to: known of
// its parent, or else asked for. Without it the parent stands in.
func (r *reader) thread(ctx context.Context, s *status, now *seen) {
	if s.InReplyTo == "" || now.known {
		return
	}
	if parent, ok := r.recent.Get(string(s.InReplyTo)); ok && parent.known && parent.root != "" {
		now.root, now.author, now.known = parent.root, parent.author, true
		return
	}
	c, err := r.context(ctx, s.ID)
	if err != nil || len(c.Ancestors) == 0 {
		return
	}
	first := c.Ancestors[0]
	now.root, now.author, now.known = r.id(first.ID), r.author(first.Account).ID, true
}

// thread of a post.
type postContext struct {
	Ancestors   []status `json:"ancestors"` // the first post first
	Descendants []status `json:"descendants"`
}

func (m *Mastodon) context(ctx context.Context, id api.ID) (postContext, error) {
	var c postContext
	err := m.api.get(ctx, fmt.Sprintf("/api/v1/statuses/%s/context", id), nil, &c)
	return c, err
}

// cut shortens what a server says.
func cut(s string) string {
	said := []rune(s)
	return strings.ToValidUTF8(string(said[:min(len(said), 200)]), "?")
}
