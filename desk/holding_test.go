package desk

import (
	"html"
	"net/http"
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/connectors"
)

const dogs = "Hi, can I bring my dog on your planes?"

// A question that nobody has answered yet shows what it wants, an empty field,
// and the words that hold it: they go into the field, without script too, and
// leave only as a person approves them.
func TestAQuestionNeedsAnAnswer(t *testing.T) {
	w := knowers(t, bikes)
	ann := w.person("ann", RoleManager)
	id := w.asks("q1", dogs)
	words := w.file(id).Draft().Holding
	has(t, ann.get("/"), "needs your answer")
	page := ann.get("/cases/" + id)
	has(t, page, "Needs your answer", "They ask whether they can bring their dog on our planes: write the answer; nobody has kept one for it yet.",
		"autofocus", `data-key="h"`, html.EscapeString(words))
	if n := strings.Count(page.body, html.EscapeString(words)); n != 1 {
		t.Errorf("the words stand on the page %d times", n)
	}
	lacks(t, page, "data-unsaved")
	page = ann.post("/cases/"+id+"/approve", ann.answer(id))
	has(t, page, "Not sent: this must change first", "The public answer is empty.")
	lacks(t, page, "data-unsaved") // the words are those of the draft

	form := ann.answer(id)
	page = ann.post("/cases/"+id+"/hold", form)
	has(t, page, ">"+html.EscapeString(words)+"</textarea>", "data-unsaved", "Needs your answer", "all ", " checks pass")
	if f := w.file(id); len(f.Drafts) != 1 || f.Case.State != care.StateOpen {
		t.Errorf("something was saved: %s, %d drafts", f.Case.State, len(f.Drafts))
	}
	form.Set("text", words)
	page = ann.post("/cases/"+id+"/another", form)
	next := w.file(id).Draft()
	if next.Holding == words || next.Variant != 1 {
		t.Fatalf("another: %+v", next)
	}
	has(t, page, ">"+html.EscapeString(next.Holding)+"</textarea>")
	form = ann.answer(id)
	form.Set("text", "Small ones, yes.")
	has(t, ann.post("/cases/"+id+"/another", form), ">Small ones, yes.</textarea>")
	form.Set("draft", w.file(id).Draft().ID)
	third := w.file(id).Draft().Holding
	has(t, ann.post("/cases/"+id+"/hold", form), ">Small ones, yes. "+html.EscapeString(third)+"</textarea>")

	form.Set("text", third)
	page = ann.post("/cases/"+id+"/approve", form)
	w.state(id, care.StateApproved)
	if f := w.file(id); f.Sends[0].Text != third || f.Sends[0].Actor != "ann" || strings.Contains(page.body, "/new-answer?case=") {
		t.Errorf("sent %+v, or offered to be kept", f.Sends)
	}
	form.Set("draft", w.file(id).Draft().ID)
	has(t, ann.post("/cases/"+id+"/hold", form), "Somebody was quicker")
}

// A person's own answer leaves like any words, and may be kept; what somebody
// saved is not replaced by words that hold it.
func TestAQuestionIsAnswered(t *testing.T) {
	w := knowers(t, bikes)
	mia := w.person("mia", RoleManager)
	id := w.asks("q1", dogs)
	form := mia.answer(id)
	form.Set("text", "Yes, dogs up to 8 kg travel in the cabin, in a bag.")
	mia.post("/cases/"+id+"/draft", form)
	w.state(id, care.StateDrafted)
	if page := mia.get("/cases/" + id); strings.Contains(page.body, "Needs your answer") || strings.Contains(page.body, `data-key="h"`) {
		t.Error("what is answered still needs an answer")
	}
	has(t, mia.post("/cases/"+id+"/another", mia.answer(id)), "nobody has kept one for it yet")
	has(t, mia.post("/cases/"+id+"/hold", mia.answer(id)), "no words to hold this with")
	mia.post("/cases/"+id+"/approve", mia.answer(id))
	w.state(id, care.StateApproved)
	has(t, mia.get("/cases/"+id), "/new-answer?case="+id)
}

// A complaint that somebody labels a question loses its ready draft.
func TestALabelledQuestionNeedsAnAnswer(t *testing.T) {
	w := knowers(t, bikes)
	ann := w.person("ann", RoleAgent)
	id := w.asks("q1", "Hi, do you carry bikes?")
	w.state(id, care.StateDrafted)
	q := w.asks("q2", dogs)
	form := ann.answer(q)
	form.Set("text", "Not yet.")
	ann.post("/cases/"+q+"/draft", form)
	held := w.file(q).Drafts[0]
	held.CaseID, held.By = id, "graces"
	if _, err := w.store.SaveDraft(t.Context(), held); err != nil {
		t.Fatal(err)
	}
	w.state(id, care.StateOpen)
	has(t, ann.get("/cases/"+id), "Needs your answer")
}

// In an approval channel a question shows what is asked, and is answered there or
// held; it is never approved as it stands.
func TestAQuestionElsewhere(t *testing.T) {
	w := knowers(t, bikes)
	w.account("ann", RoleAgent)
	id := w.asks("q1", dogs)
	c := w.card(id)
	if c.Draft == "" || c.Text != "" || !strings.Contains(c.Standing, "Needs your answer. They ask whether they can bring their dog") ||
		!slices.Equal(c.Can, []string{connectors.DeedEdit, connectors.DeedHold, connectors.DeedFold}) {
		t.Errorf("card %+v", c)
	}
	refused(t, "nothing to approve", w.do("ann", connectors.DeedApprove, id, connectors.Deed{}), "empty")
	if out := w.do("ann", connectors.DeedHold, id, connectors.Deed{}); out.Done == "" {
		t.Fatalf("held: %+v", out)
	}
	c = w.card(id)
	if c.Text != w.file(id).Drafts[0].Holding || !slices.Contains(c.Can, connectors.DeedApprove) || slices.Contains(c.Can, connectors.DeedHold) {
		t.Errorf("held: %+v", c)
	}
	refused(t, "held twice", w.do("ann", connectors.DeedHold, id, connectors.Deed{}), "write your own")
	other := w.asks("q2", dogs)
	if out := w.do("ann", connectors.DeedEdit, other, connectors.Deed{Text: "Yes, up to 8 kg."}); out.Done == "" || w.card(other).Text != "Yes, up to 8 kg." {
		t.Errorf("answered: %+v, %q", out, w.card(other).Text)
	}
	if p := w.person("bob", RoleAgent).get("/cases/" + other); p.status != http.StatusOK {
		t.Errorf("the desk: %d", p.status)
	}
}
