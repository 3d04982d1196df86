package pipeline

import (
	"context"
	"time"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/responder"
	"goodgraces/responder/link"
	"goodgraces/store"
)

// Routes turns configured routes into the responder's.
func Routes(rs []config.Route) []responder.Route {
	out := make([]responder.Route, len(rs))
	for i, r := range rs {
		out[i] = responder.Route(r)
	}
	return responder.Named(out)
}

// routesNow is what was said of the routes, as far as it holds.
func (d Deps) routesNow(ctx context.Context) (map[string]care.RouteState, error) {
	cfg := d.Config().Responder
	if len(cfg.Routes) == 0 {
		return nil, nil
	}
	return d.Store.RoutesNow(ctx, store.RouteTerms{Now: d.Now(), WaitFor: cfg.WaitFor, Measured: cfg.MeasuredWaits})
}

// form is the address of the form that a case's private message leads to; ""
// where there is none.
func (d Deps) form(caseID string, now time.Time) string {
	cfg := d.Config()
	return d.Links.URL(cfg.Desk.PublicURL, link.Claim{Kind: care.AnswerHandoff, CaseID: caseID, Expires: now.Add(cfg.Responder.FormFor)})
}
