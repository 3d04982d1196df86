package desk

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/responder/link"
	"goodgraces/store"
)

// withForms gives a desk links, and routes.
func withForms(o *Options) {
	o.Links = link.NewSigner([]byte("a key of at least thirty-two bytes, here"))
	cfg := o.Config()
	cfg.Desk = config.Desk{RoutesFor: RoleManager, APIToken: "a-token-of-at-least-24-characters"}
	cfg.Responder = config.Responder{
		FollowUp: time.Hour, FormFor: 24 * time.Hour, FormKeep: 90 * 24 * time.Hour, WaitFor: 2 * time.Hour,
		Routes: []config.Route{{Name: "phone", Kind: "phone", Text: "call us on 0800 111"}, {Kind: "email", Text: "write to help@kestrel.example"}},
	}
}

// handOff sends the messages of a case and moves the clock on.
func (w *world) handOff(id string) {
	w.t.Helper()
	w.skew.Add(int64(time.Minute))
	for range 2 {
		sends, err := w.store.ClaimSends(w.t.Context(), store.Claim{Holder: "h", Now: w.now(), Lease: time.Minute})
		if err != nil {
			w.t.Fatal(err)
		}
		for _, s := range sends {
			done := store.Settlement{SendID: s.ID, Holder: "h", Actor: "graces/sender", State: care.SendSent, At: w.now(),
				Receipt: &care.Receipt{ID: s.ID, URL: "https://x.example/" + s.ID, At: w.now()}}
			if err := w.store.Settle(w.t.Context(), done); err != nil {
				w.t.Fatal(err)
			}
		}
	}
}

func (w *world) formOf(kind, caseID string) string {
	return link.Path + w.desk.o.Links.Token(link.Claim{Kind: kind, CaseID: caseID, Expires: w.now().Add(time.Hour)})
}

func TestForm(t *testing.T) {
	w := newWorld(t, withForms)
	id := w.caseOf("maria_p")
	path, customer := w.formOf(care.AnswerHandoff, id), w.stranger()
	got := customer.get(path)
	has(t, got, "Kestrel Air", "Tell us here, in private", "erased after 90 days", `name="reference"`)
	if strings.Contains(got.body, "<script") || strings.Contains(got.body, "maria") || strings.Contains(got.body, "Day 3") {
		t.Errorf("the page runs script, or tells of the case:\n%s", got.body)
	}
	if c := got.header.Get("Set-Cookie"); c != "" || got.header.Get("X-Robots-Tag") != "noindex" || got.header.Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("headers: %v", got.header)
	}
	if again := customer.get(path); again.status != http.StatusOK {
		t.Errorf("looking does not use it up: %d", again.status)
	}
	hostile := url.Values{"reference": {"KA-20391"}, "contact": {" +44 20 7946 0000 "}, "text": {"<script>alert(1)</script> \u202e=1+1"}}
	has(t, customer.post(path, url.Values{}), "Please fill in one of the fields", `role="alert"`)
	long := customer.post(path, url.Values{"text": {strings.Repeat("ä", maxAnswer+1)}})
	has(t, long, "a little too long")
	has(t, customer.post(path, hostile), "Thank you, we have it")
	for _, again := range []page{customer.post(path, hostile), customer.get(path)} {
		if again.status != http.StatusGone || !strings.Contains(again.body, "This was sent already") {
			t.Errorf("used twice: %d", again.status)
		}
	}
	a := w.file(id).Answers
	if len(a) != 1 || a[0].Reference != "KA-20391" || a[0].Contact != "+44 20 7946 0000" || a[0].Seen {
		t.Fatalf("kept: %+v", a)
	}
	ann := w.person("ann", RoleAgent)
	has(t, ann.get("/?in=answers"), "They answered", "KA-20391", "&lt;script&gt;alert(1)&lt;/script&gt;", "I have read it")
	ann.post("/cases/"+id+"/answers-seen", nil)
	if !w.file(id).Answers[0].Seen {
		t.Error("not marked as read")
	}
	trail, err := w.store.Audit(t.Context(), id, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range trail {
		if strings.Contains(e.Detail, "KA-20391") || strings.Contains(e.Detail, "7946") {
			t.Errorf("personal data in the audit trail: %+v", e)
		}
	}
}

func TestFormRefuses(t *testing.T) {
	w := newWorld(t, withForms)
	id := w.caseOf("maria_p")
	good := w.formOf(care.AnswerHandoff, id)
	customer := w.stranger()
	for name, tt := range map[string]struct {
		path   string
		status int
		says   string
	}{
		"changed":           {good[:len(good)-2] + "xx", http.StatusNotFound, "not complete"},
		"nonsense":          {link.Path + "x", http.StatusNotFound, "not complete"},
		"a case that isn't": {w.formOf(care.AnswerHandoff, "nothing"), http.StatusGone, "no longer works"},
	} {
		if got := customer.get(tt.path); got.status != tt.status || !strings.Contains(got.body, tt.says) {
			t.Errorf("%s: %d", name, got.status)
		}
		if got := customer.post(tt.path, url.Values{"text": {"hello"}}); got.status != tt.status {
			t.Errorf("%s, posted: %d", name, got.status)
		}
	}
	foreign := customer.request(http.MethodPost, good, url.Values{"text": {"hello"}})
	foreign.Header.Set("Origin", "https://evil.example")
	foreign.Header.Set("Sec-Fetch-Site", "cross-site")
	if got := customer.do(foreign); got.status != http.StatusForbidden {
		t.Errorf("posted from elsewhere: %d", got.status)
	}
	w.skew.Add(int64(2 * time.Hour))
	if got := customer.post(good, url.Values{"text": {"hello"}}); got.status != http.StatusGone {
		t.Errorf("expired: %d", got.status)
	}
	if n := len(w.file(id).Answers); n != 0 {
		t.Errorf("%d answers were kept", n)
	}
	w.stop()
	for range formRates.nameBurst {
		customer.get(link.Path + "again")
	}
	if got := customer.get(link.Path + "again"); got.status != http.StatusTooManyRequests {
		t.Errorf("beyond the limit: %d", got.status)
	}
}

func TestFormSpeaksTheirLanguage(t *testing.T) {
	for lang, want := range map[string]string{"de": "nur für uns", "es": "en privado", "de-AT": "nur für uns", "fi": "in private", "": "in private"} {
		if got := formWordsOf(lang).Handoff; !strings.Contains(got, want) {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

// Resolve, close in public, ask how it went, and read the answer.
func TestAfterTheResolution(t *testing.T) {
	w := newWorld(t, withForms)
	ann, id := w.person("ann", RoleAgent), w.caseOf("maria_p")
	ann.post("/cases/"+id+"/approve", ann.answer(id))
	w.handOff(id)
	w.state(id, care.StateHandedOff)
	offer := ann.post("/cases/"+id+"/move", url.Values{"to": {"resolve"}})
	has(t, offer, "Close it in public too?", "Glad this is settled. Wording 0.", "Leave it")
	has(t, ann.get("/cases/"+id+"?line=1"), "Wording 1.")
	after := func(kind care.SendKind, text string) page {
		return ann.post("/cases/"+id+"/after", url.Values{"kind": {string(kind)}, "text": {text}})
	}
	refused := after(care.SendClosing, "Calm down, it is settled.")
	has(t, refused, "Not sent: this must change first", "Calm down, it is settled.")
	if got := after(care.SendFollowUp, "How did it go?"); got.status != http.StatusConflict {
		t.Errorf("a follow-up at once: %d", got.status)
	}
	approved := after(care.SendClosing, "Glad this is settled.")
	has(t, approved, "Approved: the closing line to @maria_p", "Undo")
	pending := retractable(w.file(id))
	if pending == nil || !pending.Closing || pending.Kind != care.SendClosing {
		t.Fatalf("sends: %+v", w.file(id).Sends)
	}
	has(t, ann.post("/cases/"+id+"/take-back", url.Values{"to": {pending.ID}}), "Close it in public too?")
	after(care.SendClosing, "Glad this is settled.")
	w.handOff(id)
	if got := ann.get("/cases/" + id); strings.Contains(got.body, "Close it in public too?") || strings.Contains(got.body, "Ask how it went?") {
		t.Error("the line was said, and is offered again; or the follow-up comes too early")
	}

	w.skew.Add(int64(time.Hour))
	has(t, ann.get("/?in=follow-up"), "How did it go?", "@maria_p", "Ask how it went?", "Do not ask")
	asked := after(care.SendFollowUp, "How did it go?")
	has(t, asked, "Approved: the follow-up to @maria_p")
	w.handOff(id)
	w.state(id, care.StateResolved)
	has(t, w.stranger().post(w.formOf(care.AnswerFollowUp, id), url.Values{"score": {"9"}}), "Please choose a score")
	has(t, w.stranger().post(w.formOf(care.AnswerFollowUp, id), url.Values{"score": {"5"}, "text": {"Sorted!"}}), "Thank you")
	has(t, ann.get("/cases/"+id), "How it went for them", "5 of 5", "Sorted!", "Closing line", "see it")
	if got := after(care.SendFollowUp, "How did it go?"); got.status != http.StatusConflict {
		t.Errorf("asked twice: %d", got.status)
	}
	scores, err := w.store.FollowUpScores(t.Context(), time.Time{})
	if err != nil || len(scores) != 1 {
		t.Errorf("scores: %v, %v", scores, err)
	}
}

func TestDeclineFollowUp(t *testing.T) {
	w := newWorld(t, withForms)
	ann, id := w.person("ann", RoleAgent), w.caseOf("maria_p")
	ann.post("/cases/"+id+"/approve", ann.answer(id))
	w.handOff(id)
	ann.post("/cases/"+id+"/move", url.Values{"to": {"resolve"}})
	w.skew.Add(int64(2 * time.Hour))
	has(t, ann.get("/cases/"+id), "Ask how it went?")
	ann.post("/cases/"+id+"/no-follow-up", nil)
	if got := ann.get("/cases/" + id); strings.Contains(got.body, "Ask how it went?") {
		t.Error("still offered")
	}
}

func TestWriteDownAnAnswer(t *testing.T) {
	w := newWorld(t, withForms)
	ann, id := w.person("ann", RoleAgent), w.caseOf("maria_p")
	path := "/cases/" + id + "/answer"
	has(t, ann.post(path, url.Values{"score": {"0"}}), "Write what they said")
	has(t, ann.post(path, url.Values{"score": {"7"}}), "from 1 to 5")
	has(t, ann.post(path, url.Values{"score": {"4"}, "text": {"On the phone: fine now."}}), "written down by ann", "4 of 5", "On the phone: fine now.")
	if a := w.file(id).Answers; len(a) != 1 || a[0].Kind != care.AnswerFollowUp || !a[0].Seen {
		t.Errorf("kept: %+v", a)
	}
}

func TestChannels(t *testing.T) {
	w := newWorld(t, withForms)
	ann, mo := w.person("ann", RoleAgent), w.person("mo", RoleManager)
	has(t, ann.get("/channels"), "call us on 0800 111", "nobody knows", "offered now", "for managers to say")
	if got := ann.post("/channels/phone", url.Values{"set": {"wait"}, "minutes": {"4"}}); got.status != http.StatusForbidden {
		t.Errorf("an agent: %d", got.status)
	}
	has(t, mo.post("/channels/phone", url.Values{"set": {"wait"}, "minutes": {"4"}}), "4 min", "mo, just now")
	for form, status := range map[string]int{"set=wait&minutes=-1": 422, "set=wait&minutes=x": 422, "set=wait&minutes=999999": 422, "set=what": 422} {
		v, _ := url.ParseQuery(form)
		if got := mo.post("/channels/phone", v); got.status != status {
			t.Errorf("%s: %d", form, got.status)
		}
	}
	if got := mo.post("/channels/fax", url.Values{"set": {"open"}}); got.status != http.StatusNotFound {
		t.Errorf("an unknown one: %d", got.status)
	}
	has(t, mo.post("/channels/phone", url.Values{"set": {"close"}, "for": {"2h"}, "reason": {"<b>flooded"}}), "closed: &lt;b&gt;flooded", "Open it again")
	w.skew.Add(int64(3 * time.Hour))
	has(t, mo.get("/channels"), "not said: 4 min, said 3 h ago") // and open again
	w.cfg.Desk.RoutesFor = RoleAgent
	has(t, ann.post("/channels/phone", url.Values{"set": {"unknown"}}), "nobody knows")
}

func TestRoutesAPI(t *testing.T) {
	w := newWorld(t, withForms)
	call := func(method, path, token, body string) page {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), method, w.url+path, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if token != "" {
			r.Header.Set("Authorization", "Bearer "+token)
		}
		return w.stranger().do(r)
	}
	token := w.cfg.Desk.APIToken
	for _, tt := range []struct {
		method, path, token, body string
		status                    int
		says                      string
	}{
		{"POST", "/api/routes/phone", "", `{"wait":"12m"}`, 401, "Bearer"},
		{"POST", "/api/routes/phone", token + "x", `{"wait":"12m"}`, 401, "Bearer"},
		{"POST", "/api/routes/phone", token, `{"wait":"12m"}`, 200, `"wait":"12m0s"`},
		{"GET", "/api/routes", token, "", 200, `"name":"email"`},
		{"POST", "/api/routes/phone", token, `{"wait":""}`, 200, `"wait":null`},
		{"POST", "/api/routes/phone", token, `{"closed":true,"reason":"flooded"}`, 200, `"open":false,"why":"flooded"`},
		{"POST", "/api/routes/phone", token, `{"closed":false}`, 200, `"open":true`},
		{"POST", "/api/routes/phone", token, `{}`, 400, "say what to change"},
		{"POST", "/api/routes/phone", token, `{"wait":"soon"}`, 400, "write it as 12m"},
		{"POST", "/api/routes/phone", token, `{"wiat":"1m"}`, 400, "unknown field"},
		{"POST", "/api/routes/phone", token, `{"reason":"` + strings.Repeat("x", maxAPI) + `"}`, 400, "too large"},
		{"POST", "/api/routes/fax", token, `{"closed":true}`, 404, "no such route"},
		{"GET", "/api/else", token, "", 404, "no such address"},
	} {
		if got := call(tt.method, tt.path, tt.token, tt.body); got.status != tt.status || !strings.Contains(got.body, tt.says) {
			t.Errorf("%s %s %s: %d %s", tt.method, tt.path, tt.body, got.status, got.body)
		}
	}
	trail, err := w.store.Audit(t.Context(), "route:phone", 0, 10)
	if err != nil || len(trail) != 4 || trail[0].Actor != apiActor {
		t.Errorf("trail: %+v, %v", trail, err)
	}
	w.cfg.Desk.APIToken = ""
	if got := call("GET", "/api/routes", "", ""); got.status != http.StatusNotFound {
		t.Errorf("without a token configured: %d", got.status)
	}
}
