package pipeline

import (
	"context"
	"errors"
	"sync"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/responder/llm"
	"goodgraces/store"
)

// polisher has the language model, where one is configured, write how new
// drafts begin. A post never waits for it: a case has its template's draft from
// the start, and keeps it where the model is slow, over its budget or gives
// nothing fit, where a person was quicker, and where more drafts come at once
// than maxUnpolished.
type polisher struct{ Deps }

const (
	polishers     = 4    // drafts in hand at once: the model is waited for, not computed here
	maxUnpolished = 1000 // drafts that wait for it
)

func (p *polisher) run(ctx context.Context) {
	var wg sync.WaitGroup
	for range polishers {
		wg.Go(func() {
			for {
				select {
				case <-ctx.Done():
					return
				case id := <-p.unpolished:
					p.note(ctx, id, p.polish(ctx, id))
				}
			}
		})
	}
	wg.Wait()
}

var errNoModel = errors.New("no language model is configured")

// toPolish remembers that a case has a new draft.
func (d Deps) toPolish(caseID string) {
	select {
	case d.unpolished <- caseID:
	default: // the template's draft is good enough
	}
}

// polish gives a case that still has its first draft one that the model began.
func (p *polisher) polish(ctx context.Context, caseID string) error {
	r := p.Responder()
	if !r.HasModel() {
		return errNoModel
	}
	f, err := p.Store.Case(ctx, caseID)
	if err != nil {
		return err
	}
	d := f.Draft()
	if d == nil || f.Case.State != care.StateDrafted || d.By != "graces" || d.Model != "" {
		return store.ErrConflict
	}
	q, err := p.requestOf(ctx, f)
	if err != nil {
		return err
	}
	better, err := r.Polish(ctx, q, *d)
	if err != nil {
		return err
	}
	_, err = p.Store.SaveDraftOver(ctx, better, d.ID)
	return err
}

func (p *polisher) requestOf(ctx context.Context, f *store.CaseFile) (q responder.Request, err error) {
	q = p.ask(f.Case.ID, f.Mention, f.Verdict, p.Now())
	q.Variant = f.Draft().Variant
	recent, err := p.Store.RecentAnswers(ctx, f.Mention.Connector, recentAnswers)
	if err != nil {
		return q, err
	}
	author := f.Mention.AuthorKey()
	own, err := p.Store.AnswersTo(ctx, []string{author}, recentAnswers)
	if err != nil {
		return q, err
	}
	q.Recent = responder.Unlike(own[author], recent)
	q.RouteStates, err = p.routesNow(ctx)
	return q, err
}

// note counts and logs what came of a case. That the model is away is a
// warning; that it wrote nothing fit is its daily bread.
func (p *polisher) note(ctx context.Context, caseID string, err error) {
	var move *care.MoveError
	switch {
	case stopped(ctx, err):
	case err == nil:
		p.Metrics.polished.WithLabelValues("written").Inc()
	case errors.Is(err, errNoModel):
	case errors.Is(err, store.ErrConflict), errors.Is(err, store.ErrNotFound), errors.As(err, &move):
		p.Metrics.polished.WithLabelValues("overtaken").Inc()
	case errors.Is(err, llm.ErrUnfit):
		p.Metrics.polished.WithLabelValues("unfit").Inc()
	case errors.Is(err, llm.ErrBudget):
		p.Metrics.polished.WithLabelValues("over budget").Inc()
	default:
		p.Metrics.polished.WithLabelValues("failed").Inc()
		p.Log.Warn("the language model did not answer; the template's draft stands", "case", caseID, "err", err)
	}
}
