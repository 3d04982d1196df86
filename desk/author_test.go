package desk

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

const (
	maria    = "x:u-maria_p"
	truth    = "x:u-real_truthteller9"
	scoreOf  = "86%" // of the truth teller, in the seed
	signalOf = "repeats"
)

func lacks(t *testing.T, p page, words ...string) {
	t.Helper()
	for _, word := range words {
		if strings.Contains(p.body, word) {
			t.Errorf("%s shows %q", p.path, word)
		}
	}
}

// silenced records a post of somebody whom the software meets with silence: its
// case is folded.
func (w *world) silenced(handle string) (caseID, key string) {
	w.t.Helper()
	m := care.Mention{ID: "s-" + handle, Platform: "x", Connector: "x", Text: "You again? Pathetic.", CreatedAt: w.now().Add(-time.Hour),
		Author: care.Author{ID: "u-" + handle, Handle: handle}}
	v := care.Verdict{Language: "en", Hostility: .7, Action: care.ActFold, Standing: &care.Standing{Vampire: .91, Kind: care.KindBaiter, Stance: care.StanceSilence,
		Signals: []care.Signal{{Name: "intrudes", Weight: .4, Note: "wrote 3 times into other people's threads without an issue", Posts: []string{m.ID}},
			{Name: "real-issue", Weight: -.2, Note: "1 post names a concrete problem"}}}}
	c := care.Case{ID: care.CaseID("x", m.ID), Mention: m.Key(), State: care.StateFolded, OpenedAt: w.now().Add(-time.Hour), Note: "silence: wrote 3 times"}
	p := care.Profile{Key: m.AuthorKey(), Author: m.Author, Contacts: 4, Recent: []care.Trace{{ID: m.ID}}}
	if err := w.store.Record(w.t.Context(), []store.Handled{{Mention: m, Verdict: v, Case: &c}}, []care.Profile{p}); err != nil {
		w.t.Fatal(err)
	}
	return c.ID, m.AuthorKey()
}

func (w *world) overruleOn(key string) *care.Overrule {
	w.t.Helper()
	ps, err := w.store.Profiles(w.t.Context(), []string{key})
	if err != nil {
		w.t.Fatal(err)
	}
	return ps[key].Overrule
}

func TestAuthorPage(t *testing.T) {
	w := newWorld(t)
	ann, bob := w.person("ann", RoleAgent), w.person("bob", RoleAgent)
	at := authorURL(maria)
	has(t, ann.get("/cases/"+w.caseOf("maria_p")), `href="`+at+`"`)
	got := ann.get(at)
	has(t, got, "@maria_p", "Maria P.", "3rd contact", "STILL no bag", "any news on my bag?", "No signs of a social vampire", `href="/cases/`+w.caseOf("maria_p")+`"`)
	if strings.Index(got.body, "STILL no bag") > strings.Index(got.body, "any news on my bag?") {
		t.Error("the newest post is not first")
	}
	if got := ann.get("/authors/x:nobody"); got.status != http.StatusNotFound {
		t.Errorf("an unknown author: %d", got.status)
	}
	if got := ann.post(at, url.Values{"do": {"dance"}}); got.status != http.StatusBadRequest {
		t.Errorf("an unknown deed: %d", got.status)
	}
	// Notes: everybody reads them, their writer alone deletes them.
	has(t, ann.post(at, url.Values{"do": {"note"}, "text": {"Prefers <b>e-mail</b>"}}), "Prefers &lt;b&gt;e-mail&lt;/b&gt;", "Delete")
	notes, err := w.store.Notes(t.Context(), []string{maria})
	if err != nil || len(notes) != 1 {
		t.Fatalf("notes %v, %v", notes, err)
	}
	got = bob.get(at)
	has(t, got, "e-mail")
	lacks(t, got, ">Delete<")
	got = bob.post(at, url.Values{"do": {"unnote"}, "id": {number(int(notes[0].ID))}})
	if got.status != http.StatusUnprocessableEntity {
		t.Errorf("bob deletes ann's note: %d", got.status)
	}
	has(t, got, "somebody else wrote it")
	lacks(t, ann.post(at, url.Values{"do": {"unnote"}, "id": {number(int(notes[0].ID))}}), "e-mail</b>")
	if got := ann.post(at, url.Values{"do": {"note"}, "text": {"  "}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("an empty note: %d", got.status)
	}
}

func TestAuthorWithOddKey(t *testing.T) {
	w := newWorld(t)
	m := care.Mention{ID: "1", Platform: "web", Text: "odd", Author: care.Author{ID: "a/../b//?c#%2F/."}, CreatedAt: w.now()}
	if err := w.store.Record(t.Context(), []store.Handled{{Mention: m}}, nil); err != nil {
		t.Fatal(err)
	}
	ann := w.person("ann", RoleAgent)
	has(t, ann.get(authorURL(m.AuthorKey())), "odd")
	has(t, ann.post(authorURL(m.AuthorKey()), url.Values{"do": {"note"}, "text": {"noted down"}}), "noted down")
}

func TestLinkedAccounts(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	at := authorURL(maria)
	twin := care.Mention{ID: "t1", Platform: "bluesky", Text: "and not here either", Author: care.Author{ID: "did:plc:m", Handle: "maria.p"}, CreatedAt: w.now()}
	if err := w.store.Record(t.Context(), []store.Handled{{Mention: twin}}, []care.Profile{{Key: twin.AuthorKey(), Author: twin.Author, Contacts: 1}}); err != nil {
		t.Fatal(err)
	}
	has(t, ann.get(at), "Perhaps the same person", "has the same handle on another platform")
	for _, form := range []url.Values{
		{"do": {"link"}, "platform": {"x"}, "handle": {"nobody_at_all"}}, {"do": {"link"}, "platform": {"x"}},
		{"do": {"link"}, "account": {"x:nobody"}}, {"do": {"link"}, "account": {maria}}, {"do": {"unlink"}},
	} {
		if got := ann.post(at, form); got.status != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", form, got.status)
		}
	}
	got := ann.post(at, url.Values{"do": {"link"}, "platform": {"bluesky"}, "handle": {"@Maria.P"}})
	has(t, got, "One person: they are remembered and met as one.", "and not here either", "4th contact")
	lacks(t, got, "Perhaps the same person")
	got = ann.post(authorURL(twin.AuthorKey()), url.Values{"do": {"unlink"}, "account": {maria}})
	lacks(t, got, "One person:", "STILL no bag")
}

// To fold a customer whom we would answer, or to answer one whom the software
// folded, takes a reason and is kept; to agree, or to take it back, takes none.
func TestFoldAndReopenAgainstTheStance(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("maria_p")
	has(t, ann.get("/cases/"+id), "We would answer this person. Why fold?")
	if got := ann.post("/cases/"+id+"/move", url.Values{"to": {"fold"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("folded without a reason: %d", got.status)
	}
	w.state(id, care.StateDrafted)
	ann.post("/cases/"+id+"/move", url.Values{"to": {"fold"}, "reason": {"she wrote to us: solved"}})
	w.state(id, care.StateFolded)
	o := w.overruleOn(maria)
	if o == nil || o.Stance != care.StanceSilence || o.From != care.StanceEngage || o.Actor != "ann" || o.Case != id || o.Reason != "she wrote to us: solved" {
		t.Fatalf("overrule %+v", o)
	}
	has(t, ann.get("/cases/"+id), "ann decided to say nothing more to them", "she wrote to us: solved", "Say nothing more")
	ann.post("/cases/"+id+"/move", url.Values{"to": {"reopen"}})
	w.state(id, care.StateDrafted)
	if o := w.overruleOn(maria); o != nil {
		t.Errorf("after undoing the fold: %+v", o)
	}

	folded, key := w.silenced("sour_grapes")
	has(t, ann.get("/cases/"+folded), "The software folded this. Why answer after all?", "Wrote 3 times into other people")
	if got := ann.post("/cases/"+folded+"/move", url.Values{"to": {"reopen"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("reopened without a reason: %d", got.status)
	}
	ann.post("/cases/"+folded+"/move", url.Values{"to": {"reopen"}, "reason": {"his order is lost"}})
	w.state(folded, care.StateOpen)
	if o := w.overruleOn(key); o == nil || o.Stance != care.StanceEngage || strings.Join(o.Signals, " ") != "intrudes" {
		t.Errorf("overrule %+v", o)
	}
	// Agreeing asks nothing.
	agreed := w.caseOf("real_truthteller9")
	ann.post("/cases/"+agreed+"/move", url.Values{"to": {"fold"}})
	w.state(agreed, care.StateFolded)
	counts, err := w.store.SignalCounts(t.Context())
	if err != nil || counts["intrudes"].Overruled != 1 || counts["repeats"].Upheld != 1 || counts["real-issue"].Overruled != 0 {
		t.Errorf("counts %v, %v", counts, err)
	}
}

func TestOverruleOnTheAuthorsPage(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	at := authorURL(truth)
	for _, form := range []url.Values{
		{"do": {"overrule"}, "stance": {"engage"}}, {"do": {"overrule"}, "stance": {"shout"}, "reason": {"x"}}, {"do": {"restore"}},
	} {
		if got := ann.post(at, form); got.status != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", form, got.status)
		}
	}
	got := ann.post(at, url.Values{"do": {"overrule"}, "stance": {"engage"}, "reason": {"we did promise him"}})
	has(t, got, "ann decided to answer them", "we did promise him", "Take that back")
	got = ann.post(at, url.Values{"do": {"restore"}})
	has(t, got, "One closing line, then silence")
	lacks(t, got, "we did promise him")
	trail, err := w.store.Audit(t.Context(), "", 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, e := range trail {
		if e.Action == "author.overruled" {
			n++
			if e.Actor != "ann" || strings.Contains(e.Detail, "promise") {
				t.Errorf("audit %+v", e)
			}
		}
	}
	if n != 2 {
		t.Errorf("%d lines in the audit trail, want 2", n)
	}
}

// TestScoresAreForTheirRole asks for every page that could show a score.
func TestScoresAreForTheirRole(t *testing.T) {
	w := newWorld(t)
	id := w.caseOf("real_truthteller9")
	agent, manager := w.person("ann", RoleAgent), w.person("mia", RoleManager)
	pages := []string{"/cases/" + id, authorURL(truth), "/cases/" + id + "/history", "/cases/" + id + "/now?seen=1", "/", "/mentions", "/?q=cowards"}
	secrets := []string{scoreOf, "0.86", "0.42", "baiter", `"vampire"`, signalOf}
	for _, path := range pages {
		lacks(t, agent.get(path), secrets...)
	}
	agent.post("/cases/"+id+"/move", url.Values{"to": {"fold"}})
	lacks(t, agent.get("/cases/"+id), secrets...)
	for _, path := range pages[:2] {
		has(t, agent.get(path), "The same reproach 11 times in 41 days, nothing concrete in any.")
		has(t, manager.get(path), scoreOf, "0.42", "baiter", signalOf)
	}
	w.cfg.Desk.ScoresFor = RoleAdmin
	lacks(t, manager.get(pages[0]), secrets...)
	w.cfg.Desk.ScoresFor = RoleAgent
	has(t, agent.get(pages[0]), scoreOf)
}
