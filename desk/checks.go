package desk

import (
	"context"
	"net/http"
	"net/url"
	"sync"
	"time"

	"goodgraces/connectors"
	"goodgraces/store"
)

// checkWithin bounds a check that somebody asked for.
const checkWithin = time.Minute

// checks runs checks of connectors in the background, one of each at a time, and
// keeps what the last one found.
type checks struct {
	check func(ctx context.Context, name string) []connectors.Finding
	now   func() time.Time

	ctx  context.Context //nolint:containedctx // of everything that runs: ended by close
	stop context.CancelFunc
	wg   sync.WaitGroup

	mu   sync.Mutex
	last map[string]checked // by connector
}

// checked is a check that runs, or what it found.
type checked struct {
	by       string
	at       time.Time // when it began; once it is over, when it ended
	running  bool
	findings []connectors.Finding
}

func newChecks(o Options) *checks {
	ctx, stop := context.WithCancel(context.Background())
	return &checks{check: o.Check, now: o.Now, ctx: ctx, stop: stop, last: map[string]checked{}}
}

// start begins a check unless one runs already, or the desk closes.
func (c *checks) start(name, by string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.last[name].running || c.ctx.Err() != nil {
		return
	}
	c.last[name] = checked{by: by, at: c.now(), running: true}
	c.wg.Go(func() {
		ctx, cancel := context.WithTimeout(c.ctx, checkWithin)
		defer cancel()
		c.done(name, checked{by: by, findings: c.run(ctx, name)})
	})
}

func (c *checks) run(ctx context.Context, name string) []connectors.Finding {
	return guarded(ctx, func() []connectors.Finding { return c.check(ctx, name) })
}

func (c *checks) done(name string, last checked) {
	c.mu.Lock()
	defer c.mu.Unlock()
	last.at = c.now()
	c.last[name] = last
}

func (c *checks) of(name string) (checked, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	last, ok := c.last[name]
	return last, ok
}

// close ends what runs and waits for it.
func (c *checks) close() {
	c.mu.Lock()
	c.stop()
	c.mu.Unlock()
	c.wg.Wait()
}

// checkView is the last check on a connector's page.
type checkView struct {
	By       string
	At       moment
	Running  bool
	Summary  string
	Findings []findingView
}

// findingView is one step of a check.
type findingView struct {
	Step, Word, Tone, Note string
}

var findingWords = map[connectors.FindingState]struct{ word, tone string }{
	connectors.Works: {"works", "good"}, connectors.Lacks: {"lacking", "wait"}, connectors.Fails: {"fails", "harm"},
}

// checkView is nil where nobody has asked for a check since the start.
func (d *Desk) checkView(name string) *checkView {
	last, ok := d.checks.of(name)
	if !ok {
		return nil
	}
	return d.viewOf(last)
}

func (d *Desk) viewOf(last checked) *checkView {
	view := &checkView{By: last.by, At: d.moment(last.at), Running: last.running, Summary: summary(last.findings)}
	for _, f := range last.findings {
		is := findingWords[f.State]
		view.Findings = append(view.Findings, findingView{f.Step, is.word, is.tone, visible(f.Note)})
	}
	return view
}

// summary says how a check ended.
func summary(found []connectors.Finding) string {
	n := map[connectors.FindingState]int{}
	for _, f := range found {
		n[f.State]++
	}
	switch {
	case n[connectors.Fails] > 0:
		return "It cannot do its work as it is."
	case n[connectors.Lacks] > 0:
		return "It works, and lacks something."
	}
	return "Everything works."
}

// checkConnector begins a check, and shows the connector's page meanwhile.
func (d *Desk) checkConnector(v *visit) error {
	name := v.r.PathValue("name")
	if c, ok := d.configured(name); !ok || c.Disabled || d.o.Check == nil {
		return store.ErrNotFound
	}
	d.checks.start(name, v.user.Name)
	http.Redirect(v.w, v.r, "/connectors/"+url.PathEscape(name)+"#check", http.StatusSeeOther)
	return nil
}
