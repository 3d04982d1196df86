package desk

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/store"
)

// followUp is another post of maria_p in the thread of her case, with a case
// and a draft of its own.
func (w *world) followUp(id string, action care.Action) string {
	w.t.Helper()
	first := w.file(w.caseOf("maria_p"))
	m := first.Mention
	m.Thread, m.InReplyTo, m.ID, m.URL, m.Text = first.Mention.Thread, first.Mention.ID, id, "", "And now? Still nothing."
	if m.Thread == "" {
		m.Thread = first.Mention.ID
	}
	v := first.Verdict
	v.Action, v.Evidence = action, nil
	d := *first.Draft()
	d.Action = action
	c := care.Case{ID: care.CaseID(m.Platform, id), Mention: m.Key(), State: care.StateDrafted, OpenedAt: w.now()}
	if err := w.store.Record(w.t.Context(), []store.Handled{{Mention: m, Verdict: v, Case: &c, Draft: &d}}, nil); err != nil {
		w.t.Fatal(err)
	}
	return c.ID
}

// spentWorld is a desk whose budget for maria_p's thread is spent.
func spentWorld(t *testing.T) (w *world, next string) {
	w = newWorld(t)
	w.cfg.Authors.Budget = config.Budget{PerThread: 1, Closing: 1, PerAuthor: 3, Window: 24 * time.Hour}
	first := w.caseOf("maria_p")
	ann := w.person("first", RoleAgent)
	ann.post("/cases/"+first+"/approve", ann.answer(first))
	w.settle(first, stands)
	w.state(first, care.StateHandedOff)
	return w, w.followUp("maria-again", care.ActReply)
}

func TestNoSecondAnswerInAThread(t *testing.T) {
	w, id := spentWorld(t)
	ann, mia := w.person("ann", RoleAgent), w.person("mia", RoleManager)
	page := ann.get("/cases/" + id)
	has(t, page, "No more in public here", "This thread has had its public answer; go on in private", "https://x.example/r1",
		`href="/cases/`+w.caseOf("maria_p")+`"`, "Send the message alone")
	lacks(t, page, "Allow one more <kbd>")
	refused := ann.post("/cases/"+id+"/approve", ann.answer(id))
	if refused.status != http.StatusUnprocessableEntity {
		t.Errorf("approved beyond the budget: %d", refused.status)
	}
	has(t, refused, "Not sent", "has had its public answer")
	form := ann.answer(id)
	form.Set("allow", "she asked for it in public")
	has(t, ann.post("/cases/"+id+"/approve", form), "To allow one more is for managers")
	w.state(id, care.StateDrafted)

	has(t, mia.get("/cases/"+id), "Allow one more <kbd>")
	mia.post("/cases/"+id+"/approve", form)
	f := w.file(id)
	if n := len(f.Sends); n != 2 || f.Sends[1].Allowed != "mia: she asked for it in public" || f.Sends[0].Allowed != "" {
		t.Fatalf("sends %+v", f.Sends)
	}
	w.settle(id, stands)
	w.state(id, care.StateHandedOff)
	has(t, mia.get("/cases/"+id+"/history"), "she asked for it in public")
	trail, err := w.store.Audit(t.Context(), id, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range trail {
		if e.Action == "case.approve" && (!strings.Contains(e.Detail, `"beyond_budget":true`) || strings.Contains(e.Detail, "asked")) {
			t.Errorf("audit %+v", e)
		}
	}
}

func TestTheMessageGoesAlone(t *testing.T) {
	w, id := spentWorld(t)
	ann := w.person("ann", RoleAgent)
	form := ann.answer(id)
	form.Set("alone", "1")
	empty := ann.answer(id)
	empty.Set("alone", "1")
	empty.Set("private", "")
	has(t, ann.post("/cases/"+id+"/approve", empty), "There is no private message that could be sent alone")
	ann.post("/cases/"+id+"/approve", form)
	f := w.file(id)
	if len(f.Sends) != 1 || f.Sends[0].Kind != care.SendPrivate || f.Case.State != care.StateApproved {
		t.Fatalf("%s, sends %+v", f.Case.State, f.Sends)
	}
	has(t, ann.get("/cases/"+id), "leaves in", "Take it back")
	w.settle(id, stands)
	w.state(id, care.StateHandedOff)
}

// What the sender holds back says so, and what to do.
func TestHeldBack(t *testing.T) {
	w, id := spentWorld(t)
	ann := w.person("ann", RoleAgent)
	w.cfg.Authors.Budget.PerThread = 0 // approved while there was no limit
	ann.post("/cases/"+id+"/approve", ann.answer(id))
	budget := care.Budget{PerThread: 1}
	if _, err := w.store.ClaimSends(t.Context(), store.Claim{Holder: "s", Now: w.now().Add(time.Minute), Lease: time.Minute, Budget: budget}); err != nil {
		t.Fatal(err)
	}
	w.state(id, care.StateFailed)
	page := ann.get("/cases/" + id)
	has(t, page, "Held back", "never left", "was held back", "go on in private, or let a manager allow one more")
	lacks(t, page, "The platform refused it")
}

func TestClosingLine(t *testing.T) {
	w, _ := spentWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.followUp("maria-bait", care.ActFold)
	page := ann.get("/cases/" + id)
	has(t, page, `<label for="text">Closing line</label>`, "The last word in public")
	lacks(t, page, "No more in public here") // it is besides the answer
	ann.post("/cases/"+id+"/approve", ann.answer(id))
	f := w.file(id)
	if public := f.Sends[len(f.Sends)-1]; !public.Closing {
		t.Errorf("%+v", public)
	}
	w.settle(id, stands)
	has(t, ann.get("/cases/"+id), "<strong>Closing line</strong>")
	has(t, ann.get("/cases/"+w.followUp("maria-more", care.ActFold)), "This thread has had its closing line")
}

// Who is to be answered after all is not given a closing line, and the other
// way round.
func TestAPersonsWordDecidesWhatIsWritten(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("real_truthteller9")
	has(t, ann.get("/cases/"+id), "Closing line</label>")
	ann.post(authorURL(truth), url.Values{"do": {"overrule"}, "stance": {"engage"}, "reason": {"we did promise him"}})
	has(t, ann.get("/cases/"+id), "Public answer</label>")
	ann.post("/cases/"+id+"/another", ann.answer(id))
	if d := w.file(id).Draft(); d.Action != care.ActReply {
		t.Errorf("the next wording is for %s", d.Action)
	}
	other := w.caseOf("maria_p")
	ann.post(authorURL(maria), url.Values{"do": {"overrule"}, "stance": {"close"}, "reason": {"she has her bag"}})
	has(t, ann.get("/cases/"+other), "Closing line</label>")
}

func TestAnsweredByHand(t *testing.T) {
	w := newWorld(t)
	w.cfg.Authors.Budget.PerThread = 1
	f := w.file(w.caseOf("maria_p"))
	m := f.Mention
	m.ID, m.InReplyTo, m.By, m.Author, m.Text = "hand", f.Mention.ID, care.ByBrand, care.Author{ID: "kestrel"}, "We wrote to you, Maria."
	if err := w.store.Record(t.Context(), []store.Handled{{Mention: m}}, nil); err != nil {
		t.Fatal(err)
	}
	has(t, w.person("ann", RoleAgent).get("/cases/"+f.Case.ID), "Answered by hand", "Mark it resolved if that settles it")
}
