package desk

import (
	"net/url"
	"strings"
	"testing"

	"goodgraces/responder"
)

// A legal post has no way to send an apology: there is nothing to approve while
// it is with legal, and whoever opens it again and writes their own words is
// stopped by the rule.
func TestNoApologyToALegalThreat(t *testing.T) {
	real, err := responder.New("")
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	w.desk.responder = func() drafter { return real }
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("l_whitfield")
	form := url.Values{"draft": {w.file(id).Case.ID}, "text": {"We are so sorry, this was our fault."}, "otherwise": {"We are so sorry, this was our fault."}}
	for _, reopened := range []bool{false, true} {
		if reopened {
			ann.post("/cases/"+id+"/move", url.Values{"to": {"resolve"}})
			ann.post("/cases/"+id+"/move", url.Values{"to": {"reopen"}})
			form.Set("draft", draftID(w.file(id)))
		}
		got := ann.post("/cases/"+id+"/approve", form)
		if got.status < 400 || len(w.file(id).Sends) > 0 {
			t.Errorf("reopened %t: status %d, sends %v", reopened, got.status, w.file(id).Sends)
		}
		if reopened && !strings.Contains(got.body, "Apology to legal threat: a legal matter gets no public answer and no apology") {
			t.Errorf("the desk does not say why: %.300s", got.body)
		}
	}
}
