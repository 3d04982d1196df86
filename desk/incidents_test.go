package desk

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"goodgraces/care"
	"goodgraces/internal/browser"
	"goodgraces/store"
)

const mobSize = 34

// mob records a pile-on of strangers and one customer, within 40 minutes, and
// returns its incident.
func (w *world) mob() care.Incident {
	w.t.Helper()
	g := store.Gathering{Spot: "at x", Kind: care.IncidentPileOn, Platform: "x", Thread: "x:root", Origin: "x:root", Topic: "delay",
		Note: "6 accounts gathered in one thread to reproach us, without a problem of their own", StartedAt: w.now().Add(-40 * time.Minute),
		Statement: &care.Draft{Action: care.ActReply, By: "graces", At: w.now(), Text: "We've read what so many of you are saying about the delays, and we're listening. We're looking into it now, and we'll come back with what we find."}}
	var hs []store.Handled
	for i := range mobSize {
		p := seedPost{"x", fmt.Sprintf("mob_%d", i%27), "", 12, 40 - i*i/29, "Shame on you @KestrelAir, what a horrible company. <b>Disgusting</b>", care.ActReply, care.Blame, "delay",
			[4]float64{.9, .8, 0, 0}, "", "", "", "", ""}
		if i == 20 {
			p.text = "My flight KA113 on Sunday was cancelled as well and I still have no refund @KestrelAir"
			p.answer = "Cancelled, and still no refund: I'm sorry. I'm looking into it today."
		}
		h := p.handled(w.now(), 1000+i)
		h.Mention.Thread = "root"
		g.Members = append(g.Members, store.Member{Key: h.Mention.Key(), Own: i == 20})
		hs = append(hs, h)
	}
	g.Lead = g.Members[0].Key
	if err := w.store.Record(w.t.Context(), hs, nil, g); err != nil {
		w.t.Fatal(err)
	}
	all, err := w.store.Incidents(w.t.Context(), store.IncidentFilter{})
	if err != nil || len(all) != 1 {
		w.t.Fatal(all, err)
	}
	return all[0]
}

func TestIncidentPages(t *testing.T) {
	w := newWorld(t)
	p := w.person("ann", RoleAgent)
	has(t, p.get("/incidents"), "No crowd has gathered.")
	i := w.mob()
	has(t, p.get("/incidents"), "Pile-on: delay", "34 posts by 27 accounts", "1 customer with a problem of their own", "goes on", `data-count="incidents">1<`)
	page := p.get("/incidents/" + i.ID)
	has(t, page, "27 accounts gathered in one thread within 37 min: 34 posts. One of them tells of a problem of their own",
		"read what so many of you", `href="/cases/`+i.Lead+`"`, "Open the statement", "<svg", `role="img"`, "The same as a table",
		"KA113", "that has not come to us", "@mob_0", "&lt;b&gt;Disgusting&lt;/b&gt;")
	if strings.Contains(page.body, "style=") {
		t.Error("an inline style, which the policy forbids")
	}
	if got := p.get("/incidents/nosuch"); got.status != http.StatusNotFound {
		t.Errorf("no such incident: %d", got.status)
	}
	own, err := w.store.OwnCases(t.Context(), i.ID, 0)
	if err != nil || len(own) != 1 {
		t.Fatal(own, err)
	}
	grouped := care.CaseID("x", "p1001")
	has(t, p.get("/cases/"+i.Lead), "Pile-on, 34 posts", "the one public statement", "/incidents/"+i.ID)
	has(t, p.post("/cases/"+i.Lead+"/another", p.answer(i.Lead)), "To all of you: we read you. Wording 1.")
	has(t, p.get("/cases/"+own[0].Case.ID), "something of its own in the middle of it")
	has(t, p.get("/cases/"+grouped), "answered once, in public")
}

func TestIncidentIsOver(t *testing.T) {
	w := newWorld(t)
	p := w.person("ann", RoleAgent)
	i := w.mob()
	has(t, p.post("/incidents/"+i.ID+"/end", nil), "Ended. What comes from now on", "ended just now")
	if got := p.post("/incidents/"+i.ID+"/end", nil); got.status != http.StatusConflict {
		t.Errorf("ended twice: %d", got.status)
	}
}

func TestIncidentIsSplit(t *testing.T) {
	w := newWorld(t)
	p := w.person("ann", RoleAgent)
	i := w.mob()
	grouped := care.CaseID("x", "p1001")
	w.state(grouped, care.StateDismissed)
	has(t, p.post("/incidents/"+i.ID+"/split", nil), "separate matters, say people", "has a case of its own again")
	w.state(grouped, care.StateOpen)
	if page := p.get("/cases/" + grouped); strings.Contains(page.body, "banner") {
		t.Error("a separated case is still said to be part of an incident")
	}
	trail, err := w.store.Audit(t.Context(), i.ID, 0, 0)
	if err != nil || trail[len(trail)-1].Actor != "ann" {
		t.Errorf("%+v, %v", trail, err)
	}
}

func TestIncidentsInABrowser(t *testing.T) {
	b := browser.Open(t)
	w := newWorld(t)
	i := w.mob()
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("ann", RoleAgent)),
		browser.Until(`document.documentElement.classList.contains('scripted')`),
		browser.Until(`document.querySelector('[data-count="incidents"]').textContent === '1'`))
	for _, look := range []struct {
		name          string
		width, height int64
		scheme        string
	}{{"light", 1440, 1400, "light"}, {"dark", 1440, 1400, "dark"}, {"phone", 390, 2000, "light"}} {
		b.Do(browser.Look(look.width, look.height, look.scheme),
			chromedp.Navigate(w.url+"/incidents"), browser.Until(`document.querySelector('.incidents li')`), browser.Shoot("incidents-"+look.name),
			chromedp.Navigate(w.url+"/incidents/"+i.ID), browser.Until(`document.querySelector('.chart svg').getBoundingClientRect().width > 100`),
			browser.Until(`document.documentElement.scrollWidth <= innerWidth`), browser.Shoot("incident-"+look.name),
			chromedp.Navigate(w.url+"/cases/"+i.Lead), browser.Until(`document.querySelector('.banner')`), browser.Shoot("incident-lead-"+look.name))
	}
	b.NoProblems()
}

func TestChart(t *testing.T) {
	at := time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)
	c := newChart([]store.Bucket{{At: at, Posts: 1}, {At: at.Add(3 * time.Minute), Posts: 200, Own: 1}}, time.Minute)
	if len(c.Bars) != 4 || c.Most != 200 || c.Bars[1].Posts != 0 || c.Bars[0].H != 1 || c.Bars[3].H != chartHeight || c.Bars[3].OwnH != 1 {
		t.Errorf("%+v", c)
	}
	if !strings.Contains(c.Label, "the most, 200, from 12:03") {
		t.Error(c.Label)
	}
	if c := newChart(nil, time.Minute); len(c.Bars) != 0 {
		t.Errorf("%+v", c)
	}
	far := newChart([]store.Bucket{{At: at, Posts: 1}, {At: at.AddDate(10, 0, 0), Posts: 1}}, time.Minute)
	if len(far.Bars) > maxBars {
		t.Errorf("%d bars", len(far.Bars))
	}
	for _, span := range []time.Duration{0, time.Minute, time.Hour, 24 * time.Hour, 365 * 24 * time.Hour, 1 << 62} {
		if s := stepFor(span); s < time.Minute || s < 7*24*time.Hour && span/s > maxBars {
			t.Errorf("%s: %s", span, s)
		}
	}
}
