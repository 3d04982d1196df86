package desk

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// claim takes a case's sends as a sender would, and settles each.
func (w *world) settle(caseID string, outcome func(care.Send) store.Settlement) {
	w.t.Helper()
	for range 2 { // the public answer is due once the message is done
		sends, err := w.store.ClaimSends(w.t.Context(), store.Claim{Holder: "sender", Now: w.now().Add(time.Minute), Lease: time.Minute, Limit: 10})
		if err != nil {
			w.t.Fatal(err)
		}
		for _, s := range sends {
			if s.CaseID != caseID {
				continue
			}
			done := outcome(s)
			done.SendID, done.Holder, done.Actor, done.At = s.ID, "sender", "graces/sender", w.now()
			if err := w.store.Settle(w.t.Context(), done); err != nil {
				w.t.Fatal(err)
			}
		}
	}
}

func stands(s care.Send) store.Settlement {
	return store.Settlement{State: care.SendSent, Text: s.Text, Receipt: &care.Receipt{ID: "r1", URL: "https://x.example/r1", At: time.Now()}}
}

func TestUndoApproval(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("ann.b")
	ann.post("/cases/"+id+"/approve", ann.answer(id))
	has(t, ann.get("/cases/"+id), "Take it back", "leaves in")
	back := ann.post("/cases/"+id+"/move", url.Values{"to": {"withdraw"}})
	w.state(id, care.StateDrafted)
	if back.path != "/cases/"+id {
		t.Errorf("after taking back: %s", back.path)
	}
	ann.post("/cases/"+id+"/approve", ann.answer(id))
	w.settle(id, stands)
	got := ann.post("/cases/"+id+"/move", url.Values{"to": {"withdraw"}})
	if got.status != http.StatusConflict {
		t.Errorf("taking back what was sent: %d", got.status)
	}
	w.state(id, care.StateHandedOff)
	has(t, ann.get("/cases/"+id), "Published, and in private now", "https://x.example/r1")
}

func TestRefusal(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("maria_p")
	for _, tt := range []struct {
		what   string
		change map[string]string
		want   string
	}{
		{"a trigger phrase", map[string]string{"text": "Please calm down, Maria."}, "“calm down” inflames"},
		{"the other wording", map[string]string{"otherwise": "Please calm down, Maria."}, "In the other wording"},
		{"too long", map[string]string{"text": strings.Repeat("x", 281)}, "281 of 280"},
		{"empty", map[string]string{"text": "  "}, "The public answer is empty"},
		{"no message after all", map[string]string{"private": ""}, "answer without a message"},
		{"no other wording", map[string]string{"otherwise": ""}, "cannot be delivered"},
	} {
		form := ann.answer(id)
		for k, v := range tt.change {
			form.Set(k, v)
		}
		got := ann.post("/cases/"+id+"/approve", form)
		if got.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", tt.what, got.status)
		}
		has(t, got, tt.want, "Not sent: this must change first", html.EscapeString(strings.TrimSpace(form.Get("text"))))
	}
	w.state(id, care.StateDrafted)
	form := ann.answer(id)
	form.Set("without", "1")
	ann.post("/cases/"+id+"/draft", form)
	if d := w.file(id).Draft(); d.Private.Text != "" || d.Text != form.Get("otherwise") || d.By != "ann" {
		t.Errorf("without a message: %+v", d)
	}
}

func TestCheck(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("maria_p")
	form := ann.answer(id)
	form.Set("text", "calm down\r\nplease")
	r := ann.request(http.MethodPost, "/cases/"+id+"/check", form)
	r.Header.Set("Accept", "application/json")
	var got struct {
		Length, Limit int
		OK            bool
		HTML          string
	}
	if err := json.Unmarshal([]byte(ann.do(r).body), &got); err != nil {
		t.Fatal(err)
	}
	if got.Length != len("calm down\nplease") || got.Limit != 280 || got.OK || !strings.Contains(got.HTML, "inflames") {
		t.Errorf("check: %+v", got)
	}
	page := ann.post("/cases/"+id+"/check", form)
	has(t, page, "calm down\nplease", "inflames", `action="/cases/`+id+`/approve"`)
	if n := len(w.file(id).Drafts); n != 1 {
		t.Errorf("checking saved a draft: %d", n)
	}
}

func TestOwnWords(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("tomasz.k")
	has(t, ann.get("/cases/"+id), "Waits for words", "The post is in Polish")
	got := ann.post("/cases/"+id+"/approve", url.Values{"draft": {""}, "text": {"Przepraszamy, Tomasz. Zadzwonimy dziś. Please write to us."}})
	if got.query.Get("done") != id {
		t.Fatalf("approval: %d %s", got.status, got.path)
	}
	f := w.file(id)
	if len(f.Sends) != 1 || f.Sends[0].Kind != care.SendPublic || f.Draft().By != "ann" {
		t.Errorf("sends %+v, draft %+v", f.Sends, f.Draft())
	}
}

func TestAnotherAndReject(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("wren")
	for n := range 3 {
		got := ann.post("/cases/"+id+"/another", ann.answer(id))
		has(t, got, fmt.Sprintf("Wording %d.", n+1))
	}
	if got := ann.post("/cases/"+id+"/move", url.Values{"to": {"reject"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("rejected without a reason: %d", got.status)
	}
	w.state(id, care.StateDrafted)
	has(t, ann.post("/cases/"+id+"/move", url.Values{"to": {"reject"}, "reason": {"too <cold>"}}), "Waits for words", "too &lt;cold&gt;", "Wording 3.")
	w.state(id, care.StateOpen)
}

func TestMoves(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	for _, tt := range []struct {
		handle, to string
		want       care.State
		undone     care.State
	}{
		{"hanneke_s", "dismiss", care.StateDismissed, care.StateDrafted},
		{"real_truthteller9", "fold", care.StateFolded, care.StateDrafted},
		{"rui_m", "legal", care.StateLegal, care.StateOpen},
		{"samir_t", "safety", care.StateSafety, care.StateOpen},
		{"l_whitfield", "resolve", care.StateResolved, care.StateOpen},
	} {
		id := w.caseOf(tt.handle)
		got := ann.post("/cases/"+id+"/move", url.Values{"to": {tt.to}})
		w.state(id, tt.want)
		if got.query.Get("done") != id || got.path == "/cases/"+id {
			t.Errorf("%s: lands at %s", tt.to, got.path)
		}
		has(t, got, `name="to" value="reopen"`)
		ann.post("/cases/"+id+"/move", url.Values{"to": {"reopen"}})
		w.state(id, tt.undone)
	}
	id := w.caseOf("hanneke_s")
	for _, to := range []string{"withdraw", "close", "nonsense", ""} {
		if got := ann.post("/cases/"+id+"/move", url.Values{"to": {to}}); got.status < 400 {
			t.Errorf("%q from drafted: %d", to, got.status)
		}
	}
	w.state(id, care.StateDrafted)
	ann.post("/cases/"+id+"/move", url.Values{"to": {"resolve"}})
	ann.post("/cases/"+id+"/move", url.Values{"to": {"close"}})
	w.state(id, care.StateClosed)
}

// TestNextInPlace keeps a person in the list they filtered.
func TestNextInPlace(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	list := ann.get("/?platform=mastodon")
	if n := strings.Count(list.body, `class="row"`); n != 3 {
		t.Fatalf("%d rows on mastodon", n)
	}
	id := w.caseOf("gate_gremlin")
	got := ann.post("/cases/"+id+"/move?platform=mastodon", url.Values{"to": {"resolve"}})
	if got.query.Get("platform") != "mastodon" || strings.Count(got.body, `class="row"`) != 2 {
		t.Errorf("lands at %s %v", got.path, got.query)
	}
	has(t, ann.get("/?q=nosuchword"), "Nothing here matches.")
	has(t, ann.get("/?in=sent"), "Nothing here yet.")
	if got := ann.get("/?q=BIN+BAG"); strings.Count(got.body, `class="row"`) != 1 {
		t.Errorf("search: %s", got.body)
	}
}

func TestEmptyDesk(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	for _, id := range w.needs() {
		if _, err := w.store.Decide(t.Context(), care.Decision{CaseID: id, Actor: "ann", Kind: care.DecideResolve, At: w.now()}, care.StateResolved); err != nil {
			t.Fatal(err)
		}
	}
	has(t, ann.get("/"), "Nothing waits for you.", "today needed no answer.")
}

// TestTwoApprove lets many people approve one case at once: one wins, the
// others read who was quicker, and one set of sends stands.
func TestTwoApprove(t *testing.T) {
	w := newWorld(t)
	id := w.caseOf("maria_p")
	var people []*person
	for _, name := range []string{"ann", "bob", "cy", "dee"} {
		people = append(people, w.person(name, RoleAgent))
	}
	pages := make([]page, len(people))
	var all sync.WaitGroup
	for i, p := range people {
		form := p.answer(id)
		all.Go(func() { pages[i] = p.post("/cases/"+id+"/approve", form) })
	}
	all.Wait()
	won := 0
	for _, got := range pages {
		if got.status == http.StatusOK && got.query.Get("done") == id {
			won++
			continue
		}
		if got.status != http.StatusConflict {
			t.Errorf("a loser got %d", got.status)
		}
		has(t, got, "Somebody was quicker", "approved the answer, just now")
	}
	if won != 1 {
		t.Errorf("%d won", won)
	}
	if n := len(w.file(id).Sends); n != 2 {
		t.Errorf("%d sends", n)
	}
}

func TestDraftChangedMeanwhile(t *testing.T) {
	w := newWorld(t)
	ann, bob := w.person("ann", RoleAgent), w.person("bob", RoleAgent)
	id := w.caseOf("maria_p")
	mine := ann.answer(id)
	mine.Set("text", "My words, which write to us.")
	theirs := bob.answer(id)
	theirs.Set("text", "Bob's words.")
	bob.post("/cases/"+id+"/draft", theirs)
	got := ann.post("/cases/"+id+"/approve", mine)
	if got.status != http.StatusConflict {
		t.Fatalf("approved over Bob's words: %d", got.status)
	}
	has(t, got, "My words, which write to us.", "Bob&#39;s words.", `name="draft" value="`+w.file(id).Draft().ID+`"`)
	w.state(id, care.StateDrafted)
}

func TestSettle(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	park := func(handle string) string {
		id := w.caseOf(handle)
		ann.post("/cases/"+id+"/approve", ann.answer(id))
		w.settle(id, func(s care.Send) store.Settlement {
			if s.Kind == care.SendPrivate {
				return stands(s)
			}
			return store.Settlement{State: care.SendUnknown, Parked: true, Reason: "timed out"}
		})
		return id
	}
	there, gone, again := park("maria_p"), park("ann.b"), park("dan_okafor")
	w.state(there, care.StateUnknown)
	has(t, ann.get("/cases/"+there), "Only a person can tell", "It is there")
	has(t, ann.get("/"), "/cases/"+there)
	public := w.file(there).Sends[1].ID
	if got := ann.post("/cases/"+there+"/settle", url.Values{"send": {public}, "seen": {"there"}, "url": {"javascript:alert(1)"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a false address: %d", got.status)
	}
	ann.post("/cases/"+there+"/settle", url.Values{"send": {public}, "seen": {"there"}, "url": {"https://x.example/our/1"}})
	w.state(there, care.StateHandedOff)
	ann.post("/cases/"+gone+"/settle", url.Values{"send": {w.file(gone).Sends[1].ID}, "seen": {"gone"}})
	w.state(gone, care.StateFailed)
	ann.post("/cases/"+again+"/settle", url.Values{"send": {w.file(again).Sends[1].ID}, "seen": {"again"}})
	w.state(again, care.StateApproved)
	if got := ann.post("/cases/"+again+"/settle", url.Values{"send": {w.file(again).Sends[1].ID}, "seen": {"there"}, "url": {"https://x.example/2"}}); got.status != http.StatusConflict {
		t.Errorf("settled twice: %d", got.status)
	}
	// What failed may be said again; the private message, which arrived, not.
	has(t, ann.get("/cases/"+gone), "Not published")
	if got := ann.post("/cases/"+gone+"/approve", ann.answer(gone)); got.query.Get("done") != gone {
		t.Fatalf("approving again: %d %s", got.status, got.body)
	}
	f := w.file(gone)
	if last := f.Sends[len(f.Sends)-1]; len(f.Sends) != 3 || last.Kind != care.SendPublic || last.After != f.Sends[0].ID {
		t.Errorf("sends after approving again: %+v", f.Sends)
	}
}
