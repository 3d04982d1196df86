package desk

import (
	"context"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/responder/templates"
	"goodgraces/responder/trial"
	"goodgraces/store"
)

// writers is a world whose drafts come from the templates in force, published
// ones among them.
func writers(t testing.TB) *world {
	t.Helper()
	var w *world
	var mu sync.Mutex
	var have *responder.Responder
	seen := int64(-1)
	inForce := func() *responder.Responder {
		mu.Lock()
		defer mu.Unlock()
		if rev, err := w.store.TemplateRevision(context.Background()); err != nil || rev != seen {
			have, seen = w.inForce(), rev
		}
		return have
	}
	w = newWorld(t, func(o *Options) {
		o.Topics = func() []string {
			return []string{
				"delay", "lost or damaged", "billing and refunds", "outage", "quality", "staff conduct",
				"waiting and contact", "account access", "app or website", "cancellation", "availability",
			}
		}
		o.Responder = inForce
	})
	w.desk.responder = func() drafter { return inForce() }
	return w
}

// shipped is the responder of the templates that ship, read once.
var shipped = sync.OnceValues(func() (*responder.Responder, error) { return responder.New("") })

// inForce drafts with the templates that ship and those that are published.
func (w *world) inForce() *responder.Responder {
	published, err := w.store.PublishedTemplates(context.Background())
	if err != nil {
		w.t.Error(err)
	}
	if len(published) == 0 {
		r, err := shipped()
		if err != nil {
			w.t.Error(err)
		}
		return r
	}
	sources := templates.ShippedSources()
	for _, p := range published {
		sources = append(sources, templates.Source{Origin: templates.Desk, File: p.Name, Name: p.Name, Version: p.Version, Body: p.Body})
	}
	set, err := templates.Build(sources)
	if err != nil {
		w.t.Error(err)
	}
	return responder.Of(set)
}

// promisedBy is a case that a template answers, with one of its commitments in
// whatever words.
func (w *world) promisedBy(name string) string {
	w.t.Helper()
	r := w.inForce()
	for _, h := range w.cases {
		q := responder.Request{CaseID: h.Case.ID, Mention: h.Mention, Verdict: h.Verdict, CanMessage: true, Now: w.now()}
		if t := r.Chooses(q); h.Draft != nil && h.Verdict.Action == care.ActReply && t != nil && t.Name == name && promises(r, q, t) {
			return h.Case.ID
		}
	}
	w.t.Fatalf("%s promises nothing in any case", name)
	return ""
}

// promises reports that every wording of a draft holds a commitment.
func promises(r *responder.Responder, q responder.Request, t *templates.Template) bool {
	lines := slices.Concat(t.Parts.Commitment, slices.Concat(slices.Collect(maps.Values(t.Parts.CommitmentOf.Kinds))...), slices.Concat(slices.Collect(maps.Values(t.Parts.CommitmentOf.Topics))...))
	for q.Variant = range 8 {
		text := r.Draft(q).Text
		if !slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(text, strings.TrimSuffix(line, ".")) }) {
			return false
		}
	}
	return true
}

// body is the newest text of a template as its page would go on with it.
func (w *world) body(name string) (body string, base int) {
	w.t.Helper()
	one, err := w.desk.tone(w.t.Context(), name)
	if err != nil {
		w.t.Fatal(err)
	}
	return one.body(), one.newest()
}

// sheetOf is the form of a template with one place filled in anew.
func (w *world) sheetOf(name, do, place string, lines ...string) url.Values {
	body, base := w.body(name)
	return url.Values{"body": {body}, "base": {strconv.Itoa(base)}, "do": {do}, "place": {place}, place: lines}
}

var calm = []string{"Thanks for telling us, truly.", "Thank you for telling us, truly.", "Thanks for writing, truly.", "Thank you for writing, truly."}

func TestTemplatesAreListed(t *testing.T) {
	w := writers(t)
	agent, manager := w.person("ann", RoleAgent), w.person("mia", RoleManager)
	has(t, agent.get("/templates"), `href="/templates/warm-en"`, "As shipped", "The everyday voice", "formal-en")
	read := agent.get("/templates/warm-en")
	has(t, read, "Thanks for telling us.", "{brand}", "@echo_chamber")
	for _, bad := range []string{"Save draft", "Make a copy"} {
		if strings.Contains(read.body, bad) {
			t.Errorf("an agent is offered %q", bad)
		}
	}
	has(t, manager.get("/templates/warm-en"), "Save draft", "Publish")
	for _, path := range []string{"/templates/warm-en", "/templates/warm-en/preview", "/templates/warm-en/publish", "/templates/warm-en/trial", "/new-template"} {
		if got := agent.post(path, w.sheetOf("warm-en", "save", "parts.feeling.calm", calm...)); got.status != http.StatusForbidden {
			t.Errorf("an agent posts %s: %d", path, got.status)
		}
	}
	if got := agent.get("/templates/nosuch"); got.status != http.StatusNotFound {
		t.Errorf("no such template: %d", got.status)
	}
}

func TestTemplateIsWritten(t *testing.T) {
	w := writers(t)
	mia := w.person("mia", RoleManager)
	form := w.sheetOf("warm-en", "save", "sign_off", "Truly, {initials}")
	form.Set("note", "warmer <b>now</b>")
	saved := mia.post("/templates/warm-en", form)
	has(t, saved, "Version 1 is saved as a draft.", "Drafts are made as before", "Truly, {initials}")
	has(t, mia.get("/templates"), "version 1, draft", "As shipped")
	versions := mia.get("/templates/warm-en/versions")
	has(t, versions, "warmer &lt;b&gt;now&lt;/b&gt;", "Sign-off", "<ins>Truly, {initials}</ins>", ">Publish<")
	if got := mia.post("/templates/warm-en", w.sheetOf("warm-en", "save", "sign_off", "Truly, {initials}")); got.status != http.StatusUnprocessableEntity {
		t.Errorf("saved what had not changed: %d", got.status)
	}
	has(t, mia.post("/templates/warm-en/publish", url.Values{"version": {"1"}}), "Version 1 is in force.", "Undo")
	has(t, mia.get("/templates"), "Version 1</td>")
	if draft := w.desk.responder().Draft(complaint); !strings.HasSuffix(draft.Text, "Truly, AB") || draft.TemplateVersion != "v1" {
		t.Errorf("the next draft: %s %q", draft.TemplateVersion, draft.Text)
	}
	has(t, mia.post("/templates/warm-en", w.sheetOf("warm-en", "publish", "parts.feeling.calm", calm...)), "Version 2 is in force.")
	has(t, mia.post("/templates/warm-en/rollback", url.Values{"version": {"1"}}), "Version 1 is in force again.")
	has(t, mia.post("/templates/warm-en/retire", url.Values{"version": {"1"}}), "Version 1 is out of force.", "as shipped")
	if draft := w.desk.responder().Draft(complaint); strings.HasSuffix(draft.Text, "Truly, AB") {
		t.Errorf("it is still in force: %q", draft.Text)
	}
	if got := mia.post("/templates/warm-en/retire", url.Values{"version": {"1"}}); got.status != http.StatusConflict {
		t.Errorf("taken out twice: %d", got.status)
	}
}

// complaint is one that warm-en answers.
var complaint = responder.Request{CaseID: "c", Mention: care.Mention{ID: "1", Platform: "mastodon", Text: "Our parcel did not arrive on Monday."}, Initials: "AB",
	Verdict: care.Verdict{Language: "en", Complaint: .9, Action: care.ActReply, Severity: care.Disapproval, Topic: "delay"}}

// TestSecondPerson holds a template back until somebody else approves it.
func TestSecondPerson(t *testing.T) {
	w := writers(t)
	w.cfg.Responder.Approval = true
	mia, max := w.person("mia", RoleManager), w.person("max", RoleManager)
	has(t, mia.get("/templates/warm-en"), "Ask for approval")
	has(t, mia.post("/templates/warm-en", w.sheetOf("warm-en", "propose", "parts.feeling.calm", calm...)), "Version 1 waits for approval.")
	own := mia.get("/templates/warm-en/versions")
	has(t, own, "somebody else must approve it")
	if strings.Contains(own.body, "Approve and publish") {
		t.Error("its author may approve it")
	}
	refused := mia.post("/templates/warm-en/publish", url.Values{"version": {"1"}})
	has(t, refused, "somebody else must approve it")
	if refused.status != http.StatusConflict {
		t.Errorf("approved by its author: %d", refused.status)
	}
	if got := mia.post("/templates/warm-en/trial", url.Values{"version": {"1"}, "share": {"50"}}); got.status != http.StatusConflict {
		t.Errorf("tried by its author: %d", got.status)
	}
	has(t, max.get("/templates/warm-en/versions"), "Approve and publish")
	has(t, max.post("/templates/warm-en/publish", url.Values{"version": {"1"}}), "Version 1 is in force.")
	one, err := w.store.TemplateVersion(t.Context(), "warm-en", 1)
	if err != nil || one.Actor != "mia" || one.Approver != "max" {
		t.Errorf("%+v, %v", one, err)
	}
}

// TestBrokenTemplate keeps what was typed and says where it is wrong.
func TestBrokenTemplate(t *testing.T) {
	w := writers(t)
	mia := w.person("mia", RoleManager)
	body, _ := w.body("warm-en")
	for name, c := range map[string]struct {
		old, new string
		wants    []string
	}{
		"no YAML":  {"parts:\n", "parts: [\n", []string{"Line ", "parts: [\n"}},
		"a slot":   {"{issue}", "{isue}", []string{"<code>parts.", "unknown slot {isue}"}},
		"a field":  {"tone: warm", "tune: warm", []string{"tune", "tune: warm"}},
		"a number": {"priority: 10", "priority: ten", []string{"priority", "cannot unmarshal", "priority: ten"}},
	} {
		typed := strings.Replace(body, c.old, c.new, 1)
		shown := mia.post("/templates/warm-en/preview", url.Values{"body": {typed}})
		has(t, shown, append(c.wants, "to put right", "Line ")...)
		if shown.status != http.StatusOK {
			t.Errorf("%s: %d", name, shown.status)
		}
	}
	form := w.sheetOf("warm-en", "show", "parts.feeling.calm", "Calm down.", "Two.", "Three.", "Four.")
	has(t, mia.post("/templates/warm-en", form), `<p class="problem">breaks the rule trigger_phrase`, "Calm down.")
	broken := strings.Replace(body, "tone: warm", "tune: warm", 1)
	has(t, mia.post("/templates/warm-en", url.Values{"body": {broken}, "base": {"0"}, "do": {"publish"}}), "Version 1 cannot be put in force.", "kept as a draft", "is no field of a template")
	if one, err := w.store.TemplateVersion(t.Context(), "warm-en", 1); err != nil || one.Body != broken || one.State != store.TemplateDraft {
		t.Errorf("%s, %v", one.State, err)
	}
	has(t, mia.get("/templates/warm-en"), "tune", "put right")
}

func TestTemplateSavedMeanwhile(t *testing.T) {
	w := writers(t)
	mia, max := w.person("mia", RoleManager), w.person("max", RoleManager)
	late := w.sheetOf("warm-en", "save", "parts.feeling.calm", calm...)
	has(t, max.post("/templates/warm-en", w.sheetOf("warm-en", "save", "parts.feeling.upset", calm...)), "Version 1 is saved")
	got := mia.post("/templates/warm-en", late)
	has(t, got, "Somebody saved a version meanwhile.", "Thank you for telling us, truly.")
	if got.status != http.StatusConflict {
		t.Errorf("%d", got.status)
	}
	has(t, mia.post("/templates/warm-en/discard", url.Values{"version": {"1"}}), "Version 1 is discarded.")
}

func TestTemplateIsCopied(t *testing.T) {
	w := writers(t)
	mia := w.person("mia", RoleManager)
	copied := mia.post("/templates/warm-en", w.sheetOf("warm-en", "copy", "parts.feeling.calm", calm...))
	has(t, copied, "A new template", `value="warm-en-copy"`, `action="/new-template"`)
	body, _ := w.body("warm-en")
	if got := mia.post("/new-template", url.Values{"body": {body}, "do": {"save"}}); got.status != http.StatusConflict {
		t.Errorf("a second of one name: %d", got.status)
	}
	body = strings.Replace(body, "name: warm-en", "name: airy/<i>en", 1)
	has(t, mia.post("/new-template", url.Values{"body": {body}, "do": {"save"}}), "Version 1 is saved", "airy/&lt;i&gt;en", "not in force")
	has(t, mia.get("/templates"), `href="/templates/airy%2F%3Ci%3Een"`)
	has(t, mia.get("/templates/airy%2F%3Ci%3Een/versions"), "Version 1")
	if got := mia.post("/new-template", url.Values{"body": {"tone: warm\n"}, "do": {"save"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("without a name: %d", got.status)
	}
}

// TestLinesMoveWithoutScript presses the buttons beside a line as a browser
// without script would.
func TestLinesMoveWithoutScript(t *testing.T) {
	w := writers(t)
	mia := w.person("mia", RoleManager)
	form := w.sheetOf("warm-en", "up 1 parts.feeling.calm", "parts.feeling.calm", "One.", "Two.", "Three.", "Four.", "")
	has(t, mia.post("/templates/warm-en", form), ">Two.</textarea>")
	if got := moved("p", []string{"a", "b", "c"}, "up 1 p"); strings.Join(got, "") != "bac" {
		t.Error(got)
	}
	for do, want := range map[string]string{"drop 2 p": "ab", "up 0 p": "abc", "drop 9 p": "abc", "drop -1 p": "abc", "up x p": "abc", "drop 1 q": "abc", "": "abc"} {
		if got := moved("p", []string{"a", "b", "c"}, do); strings.Join(got, "") != want {
			t.Errorf("%q: %v", do, got)
		}
	}
	if versions, err := w.store.TemplateVersions(t.Context(), "warm-en"); err != nil || len(versions) != 0 {
		t.Errorf("something was saved: %v %v", versions, err)
	}
}

// TestPreviewShowsPostsSafely shows hostile posts to whoever writes a template.
func TestPreviewShowsPostsSafely(t *testing.T) {
	w := writers(t)
	mia := w.person("mia", RoleManager)
	shown := mia.get("/templates/warm-en")
	has(t, shown, "@echo_chamber", "U&#43;202E", "&lt;script&gt;")
	form := w.sheetOf("warm-en", "show", "description", "<b>Hi</b> \u202e")
	typed := mia.post("/templates/warm-en/preview", form)
	r := mia.request(http.MethodPost, "/templates/warm-en/preview", form)
	r.Header.Set("Accept", "application/json")
	live := mia.do(r)
	for _, got := range []page{shown, typed, live} {
		for _, bad := range []string{"<script>alert", "<b>Hi"} {
			if strings.Contains(got.body, bad) {
				t.Errorf("%s holds %q", got.path, bad)
			}
		}
	}
	has(t, typed, "&lt;b&gt;Hi")
	if live.status != http.StatusOK || !strings.Contains(live.body, "echo_chamber") {
		t.Errorf("%d %s", live.status, live.body)
	}
}

// TestTemplateResults tells what people did with the drafts of a template, and
// puts two versions side by side.
func TestTemplateResults(t *testing.T) {
	w := writers(t)
	mia := w.person("mia", RoleManager)
	has(t, mia.get("/templates/warm-en/results"), "Nobody has decided about a draft of it yet.", "There is no version to try yet")
	w.decide(mia)
	has(t, mia.get("/templates/warm-en/results"), "as shipped", "in force", `role="img"`, "1 of 3", "6–79%")
	has(t, mia.get("/templates"), "50%", `title="1 of 2"`)
	has(t, mia.post("/templates/warm-en", w.sheetOf("warm-en", "save", "sign_off", "Truly, {initials}")), "Version 1 is saved")
	has(t, mia.get("/templates/warm-en/results"), `<option value="1">version 1, draft, by mia`)
	for _, form := range []url.Values{{"version": {"1"}, "share": {"0"}}, {"version": {"1"}, "share": {"many"}}, {"version": {"9"}, "share": {"50"}}} {
		if got := mia.post("/templates/warm-en/trial", form); got.status != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", form, got.status)
		}
	}
	started := mia.post("/templates/warm-en/trial", url.Values{"version": {"1"}, "share": {"50"}, "note": {"<i>shorter"}})
	has(t, started, "Too early to tell: 0 drafts of the text as it came and 0 of version 1", "&lt;i&gt;shorter", "Stop the trial")
	if got := mia.post("/templates/warm-en/publish", url.Values{"version": {"1"}}); got.status != http.StatusConflict {
		t.Errorf("published during a trial: %d", got.status)
	}
	running, err := w.store.RunningTrials(t.Context())
	if err != nil || len(running) != 1 {
		t.Fatal(running, err)
	}
	stop := url.Values{"trial": {strconv.FormatInt(running[0].ID, 10)}}
	has(t, mia.post("/templates/warm-en/trial/stop", stop), "Earlier trials", "stopped")
	if got := mia.post("/templates/warm-en/trial/stop", stop); got.status != http.StatusConflict {
		t.Errorf("stopped twice: %d", got.status)
	}
}

// decide has a person decide about three drafts of warm-en: one is approved as
// it is, one rewritten first, one rejected.
func (w *world) decide(p *person) {
	w.t.Helper()
	done, r := 0, w.inForce()
	for _, h := range w.cases {
		if h.Draft == nil || done == 3 {
			continue
		}
		id := h.Case.ID
		d := r.Draft(responder.Request{CaseID: id, Mention: h.Mention, Verdict: h.Verdict, CanMessage: true, Brand: "Kestrel Air", Now: w.now()})
		if d.Template != "warm-en" || d.Text == "" || h.Verdict.Action != care.ActReply || h.Mention.Connector == "reddit" {
			continue
		}
		if _, err := w.store.SaveDraft(w.t.Context(), d); err != nil {
			w.t.Fatal(err)
		}
		form := p.answer(id)
		switch done++; done {
		case 1:
			form.Set("text", form.Get("text")+" We will write again tonight.")
			fallthrough
		case 2:
			if got := p.post("/cases/"+id+"/approve", form); got.query.Get("done") != id {
				w.t.Fatalf("not approved: %s", got.body)
			}
		case 3:
			p.post("/cases/"+id+"/move", url.Values{"to": {"reject"}, "reason": {"too cold"}})
		}
	}
	if done != 3 {
		w.t.Fatalf("%d drafts of warm-en", done)
	}
}

// TestVerdicts says no more than the figures do.
func TestVerdicts(t *testing.T) {
	arm := func(kept, edited int) trial.Arm { return trial.Arm{Approved: kept + edited, Edited: edited} }
	for _, c := range []struct {
		a, b trial.Arm
		want string
	}{
		{arm(10, 9), arm(300, 0), "Too early to tell: 19 drafts of A and 300 of B were decided; of each it takes 50."},
		{arm(40, 20), arm(41, 20), "No difference can be told so far. Of B, people kept 67% of its drafts as they were, and 67% of those of A;"},
		{arm(100, 300), arm(300, 100), "B does better: people kept 75% of its drafts as they were, and 25% of those of A; the true difference lies between +"},
		{arm(300, 100), arm(100, 300), "B does worse: people kept 25%"},
	} {
		if got := verdictOf(trial.Compare(c.a, c.b)[0], "A", "B"); !strings.HasPrefix(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
