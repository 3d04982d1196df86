package desk

import (
	"context"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/store"
)

// connectorView is how one connector does, in a row of the status page.
type connectorView struct {
	Name, State, Reason, Tone string
	URL                       string // of its page; "" where the visitor may not see it
	Since, Heard, Event       moment
	Used                      string // requests and money of today
	Warning                   string
}

var connectorTones = map[string]string{
	connectors.Connected: "good", connectors.Degraded: "wait", connectors.Disconnected: "harm", connectors.Unauthorised: "harm",
}

// connectorViews lists the connectors, whichever process reads them.
func (d *Desk) connectorViews(v *visit) ([]connectorView, error) {
	ctx, now := v.r.Context(), d.o.Now()
	all, err := d.connectorsNow(ctx)
	if err != nil {
		return nil, err
	}
	used, err := d.o.Store.Used(ctx, now)
	if err != nil {
		return nil, err
	}
	var out []connectorView
	for _, c := range all {
		view := connectorView{
			Name: c.Name, State: c.State, Reason: c.Reason, Tone: connectorTones[c.State], Since: d.moment(c.Since),
			Heard: d.moment(c.Health.Heard), Event: d.moment(c.Health.Event), Used: spent(used[c.Name], d.budget(c.Name)), Warning: expires(c.Health.Expiry, now),
		}
		if _, known := d.configured(c.Name); known && v.may(RoleManager) {
			view.URL = "/connectors/" + c.Name
		}
		out = append(out, view)
	}
	return out, nil
}

// silentAfter is how long a reading process may say nothing: it speaks every
// five seconds.
const silentAfter = 30 * time.Second

// connectorsNow is what the reading processes say, and for the connectors that
// none speaks of, what this process says.
func (d *Desk) connectorsNow(ctx context.Context) ([]ConnectorStatus, error) {
	said, err := d.o.Store.Health(ctx)
	if err != nil {
		return nil, err
	}
	all := d.o.Status()
	for _, h := range said {
		c := ConnectorStatus{Name: h.Connector, State: h.State, Reason: h.Reason, Since: h.Since, Health: h}
		if silence := d.o.Now().Sub(h.At); silence > silentAfter && (h.State == connectors.Connected || h.State == connectors.Degraded) {
			c.State, c.Since = connectors.Disconnected, h.At
			c.Reason = "the process that reads it has said nothing for " + span(silence) + ": start graces serve with the role connect"
		}
		i := slices.IndexFunc(all, func(s ConnectorStatus) bool { return s.Name == h.Connector })
		_, known := d.configured(h.Connector)
		switch {
		case i >= 0:
			all[i] = c
		case known:
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b ConnectorStatus) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

func (d *Desk) configured(name string) (config.Connector, bool) {
	all := d.o.Config().Connectors
	i := slices.IndexFunc(all, func(c config.Connector) bool { return c.Name == name })
	if i < 0 {
		return config.Connector{}, false
	}
	return all[i], true
}

func (d *Desk) budget(name string) store.Usage {
	c, _ := d.configured(name)
	return store.Usage{Requests: c.Requests, Money: care.Dollars(c.Money)}
}

// spent puts a day's use into words: "120 of 500 requests, $0.40 of $5.00".
func spent(used, budget store.Usage) string {
	words := plural(used.Requests, "request", "requests")
	if budget.Requests > 0 {
		words = fmt.Sprintf("%d of %d requests", used.Requests, budget.Requests)
	}
	switch {
	case budget.Money > 0:
		words += fmt.Sprintf(", %s of %s", used.Money, budget.Money)
	case used.Money > 0:
		words += ", " + used.Money.String()
	}
	return words
}

// expires warns of a credential that ends.
func expires(e *care.Expiry, now time.Time) string {
	switch {
	case !e.Due(now):
		return ""
	case e.At.Before(now):
		return capital(e.What) + " has ended: renew it."
	}
	return capital(e.What) + " ends in " + span(e.At.Sub(now)) + ": renew it before."
}

// connectorPage shows one connector: how it does, and what it is set to.
type connectorPage struct {
	connectorView
	Title, Help, Past string
	Setup             template.HTML // the steps; the findings name them
	Can               []canView
	Settings          []settingView
	Limits            []connectors.Limit
	Disabled          bool
	MayCheck          bool
	Check             *checkView // nil: nobody asked for one
	Done              string     // what was just done: added, changed
	MayChange         bool       // it was set up here, and the visitor may change it
	Where             string     // the file that it stands in
	Many              bool       // several machines may share the work
}

// canView is one thing that a connector may do.
type canView struct {
	What string
	Can  bool
}

// settingView is one setting as it may be shown.
type settingView struct {
	Key, Value, Help string
	Lacks            bool // required, and not given
}

// listConnectors leads to the list, which is a part of the status.
func (d *Desk) listConnectors(v *visit) error {
	http.Redirect(v.w, v.r, "/status", http.StatusSeeOther)
	return nil
}

// lookAgain is after how many seconds a page is loaded anew while a check runs.
const lookAgain = "2"

func (d *Desk) showConnector(v *visit) error {
	c, ok := d.configured(v.r.PathValue("name"))
	if !ok || d.o.ConnectorType == nil {
		return store.ErrNotFound
	}
	t, ok := d.o.ConnectorType(c.Type)
	if !ok {
		return store.ErrNotFound
	}
	page := connectorPage{
		Title: t.Spec.Title, Help: t.Spec.Help, Past: t.Spec.Past, Setup: markdown(setupSteps(t.Setup)), Limits: t.Spec.Limits, Disabled: c.Disabled,
		Settings: settingsOf(t.Spec, c.Settings), Can: cans(t.Spec), MayCheck: d.o.Check != nil && !c.Disabled, Check: d.checkView(c.Name),
	}
	page.Name, page.State = c.Name, "not running"
	page.change(d, v, c)
	all, err := d.connectorViews(v)
	if err != nil {
		return err
	}
	for _, view := range all {
		if view.Name == c.Name {
			page.connectorView = view
		}
	}
	if page.Check != nil && page.Check.Running || page.State == "starting" && !c.Disabled {
		v.w.Header().Set("Refresh", lookAgain)
	}
	d.render(v.w, v, 200, "connector", c.Name, page)
	return nil
}

// change says where a connector stands, and what was just done to it.
func (p *connectorPage) change(d *Desk, v *visit, c config.Connector) {
	cfg := d.o.Config()
	p.Where, p.Many = firstOf(c.File, cfg.File, "graces.yaml"), c.File != "" && severalMachines(cfg)
	p.MayChange = d.o.Connectors != nil && c.File != "" && v.may(RoleAdmin)
	if done := v.r.URL.Query().Get("done"); p.MayChange && (done == "added" || done == "changed") {
		p.Done, p.State = done, "starting"
	}
}

// severalMachines reports whether others may share the work: they do not see
// this one's files.
func severalMachines(cfg *config.Config) bool { return cfg.Store.URL != "" || cfg.Queue.URL != "" }

// setupSteps are what a setup.md says under its first heading, "Setting it up": what
// comes behind it is for reading at leisure.
func setupSteps(setup string) string {
	_, under, _ := strings.Cut(setup, "\n")
	first, _, _ := strings.Cut(under, "\n### ")
	return strings.TrimSpace(first)
}

func cans(s connectors.Spec) []canView {
	return []canView{
		{"reads posts", s.Can.Read || s.Can.Receive}, {"publishes answers", s.Can.Reply}, {"sends private messages", s.Can.Message},
		{"looks earlier answers up", s.Can.Find}, {"is answered by hand", s.ByHand},
	}
}

// settingsOf are a connector's settings as they may be shown.
func settingsOf(s connectors.Spec, raw map[string]any) []settingView {
	values, _ := s.Decode(raw) // what is wrong is shown where the configuration is refused
	var out []settingView
	for _, set := range s.Settings {
		view := settingView{Key: set.Key, Help: set.Help}
		if value, given := values[set.Key]; given {
			view.Value = set.Shown(value)
		} else {
			view.Lacks = set.Required
		}
		out = append(out, view)
	}
	return out
}
