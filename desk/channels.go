package desk

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/responder"
	"goodgraces/store"
)

// channelsView is the page of the routes into private: which are open, how
// long one waits there, and the switch that closes one for now.
type channelsView struct {
	Rows    []channelView
	May     bool // this person says how they stand
	For     string
	WaitFor string
	Empty   emptyView
}

type channelView struct {
	Name, Kind, Text string
	Hours            string
	Open             bool
	Title            string // open, closed …
	Opens            string
	Wait             string
	Stale            string // a wait that is no longer said
	Minutes          string
	Measured         string
	Closed           bool // by hand
	Said             string
	First            bool // it is offered now, where nothing speaks against it
}

// routesOf are the configured routes, each with a name.
func routesOf(cfg *config.Config) []responder.Route {
	routes := make([]responder.Route, len(cfg.Responder.Routes))
	for i, r := range cfg.Responder.Routes {
		routes[i] = responder.Route(r)
	}
	return responder.Named(routes)
}

// routesNow is what was said of the routes, as far as it holds.
func (d *Desk) routesNow(ctx context.Context) (map[string]care.RouteState, error) {
	cfg := d.o.Config().Responder
	if len(cfg.Routes) == 0 {
		return nil, nil
	}
	return d.o.Store.RoutesNow(ctx, store.RouteTerms{Now: d.o.Now(), WaitFor: cfg.WaitFor, Measured: cfg.MeasuredWaits})
}

func (d *Desk) showChannels(v *visit) error { return d.showChannelsWith(v, http.StatusOK) }

func (d *Desk) showChannelsWith(v *visit, status int) error {
	ctx, cfg := v.r.Context(), d.o.Config()
	states, err := d.routesNow(ctx)
	if err != nil {
		return err
	}
	said, err := d.o.Store.RouteStates(ctx)
	if err != nil {
		return err
	}
	times, err := d.o.Store.HandoffTimes(ctx, d.o.Now().Add(-7*24*time.Hour))
	if err != nil {
		return err
	}
	page := channelsView{May: v.may(cfg.Desk.RoutesFor), For: cfg.Desk.RoutesFor, WaitFor: span(cfg.Responder.WaitFor)}
	routes := routesOf(cfg)
	first, _ := responder.Offered(responder.Request{Routes: routes, RouteStates: states, Now: d.o.Now()})
	for _, r := range routes {
		row := d.channel(r, states[r.Name], said[r.Name], times[r.Name])
		row.First = r.Name == first
		page.Rows = append(page.Rows, row)
	}
	if len(routes) == 0 {
		page.Empty = emptyView{Title: "No channels are configured.", Text: "Answers ask people to send a private message. Phone, chat, e-mail and others are listed under responder.routes."}
	}
	d.render(v.w, v, status, "channels", "Channels", page)
	return nil
}

func (d *Desk) channel(r responder.Route, now, said care.RouteState, took store.HandoffTime) channelView {
	s := r.Stand(now, d.o.Now())
	row := channelView{Name: r.Name, Kind: r.Kind, Text: r.Text, Hours: hoursWords(r), Open: s.Open, Title: "open", Closed: said.ClosedAt(d.o.Now())}
	if !s.Open {
		row.Title = "closed: " + s.Why
		if !s.Opens.IsZero() {
			row.Opens = "opens " + at(s.Opens, r.Zone)
		}
	}
	switch {
	case s.Waits && s.Measured:
		row.Wait = span(s.Wait) + ", measured"
	case s.Waits:
		row.Wait, row.Minutes = span(s.Wait), strconv.Itoa(int(s.Wait.Minutes()))
	case !said.WaitAt.IsZero():
		row.Stale = span(said.Wait) + ", said " + since(said.WaitAt, d.o.Now())
	}
	if took.Cases > 0 {
		row.Measured = "half of " + plural(took.Cases, "case", "cases") + " took up to " + span(took.Median)
	}
	if said.Actor != "" {
		row.Said = said.Actor + ", " + since(said.At, d.o.Now())
	}
	return row
}

func hoursWords(r responder.Route) string {
	words := cmp.Or(r.Hours, "always")
	if r.Hours != "" {
		words += " " + cmp.Or(r.Zone, "UTC")
	}
	if n := len(r.Holidays); n > 0 {
		words += ", but for " + plural(n, "holiday", "holidays")
	}
	if len(r.Languages) > 0 {
		words += ", in " + strings.Join(r.Languages, ", ")
	}
	return words
}

// at is a moment on the clock of a zone.
func at(t time.Time, zone string) string {
	if z, err := time.LoadLocation(zone); err == nil {
		t = t.In(z)
	}
	return t.Format("Mon 2 Jan, 15:04")
}

// setChannel keeps what a person says of a route.
func (d *Desk) setChannel(v *visit) error {
	cfg := d.o.Config()
	if !v.may(cfg.Desk.RoutesFor) {
		d.showError(v.w, v, http.StatusForbidden, "This is for "+cfg.Desk.RoutesFor+"s", "Your account is signed in as "+v.user.Role+". Nothing was changed.")
		return nil
	}
	c, problem := formChange(v)
	if problem == "" && !slices.ContainsFunc(routesOf(cfg), func(r responder.Route) bool { return r.Name == c.Name }) {
		return store.ErrNotFound
	}
	if problem != "" {
		d.showError(v.w, v, http.StatusUnprocessableEntity, "Nothing was changed", problem)
		return nil
	}
	c.Actor, c.At = v.user.Name, d.o.Now()
	if c.Closed != nil && *c.Closed {
		if d, err := time.ParseDuration(v.r.PostFormValue("for")); err == nil && d > 0 {
			c.Until = c.At.Add(d)
		}
	}
	if _, err := d.o.Store.SetRoute(v.r.Context(), c); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/channels", http.StatusSeeOther)
	return nil
}

// longestWait is what nobody would wait for.
const longestWait = 30 * 24 * time.Hour

func formChange(v *visit) (c store.RouteChange, problem string) {
	c = store.RouteChange{Name: v.r.PathValue("name"), Reason: clipped(formText(v.r, "reason"))}
	yes, no := true, false
	switch v.r.PostFormValue("set") {
	case "close":
		c.Closed = &yes
	case "open":
		c.Closed = &no
	case "unknown":
		unknown := time.Duration(-1)
		c.Wait = &unknown
	case "wait":
		minutes, err := strconv.Atoi(formText(v.r, "minutes"))
		wait := time.Duration(minutes) * time.Minute
		if err != nil || minutes < 0 || wait > longestWait {
			return c, "The wait is a whole number of minutes, 0 for none."
		}
		c.Wait = &wait
	default:
		return c, "Say what to change."
	}
	return c, ""
}
