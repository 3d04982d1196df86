package desk

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/responder"
	"goodgraces/responder/check"
	"goodgraces/responder/known"
	"goodgraces/responder/templates"
	"goodgraces/store"
)

// knowers is a world with known answers in a folder of its own, followed as the
// daemon follows them.
func knowers(t testing.TB, answers string) *world {
	t.Helper()
	var have atomic.Pointer[responder.Responder]
	shippedSet := templates.ShippedSources()
	w := newWorld(t, func(o *Options) {
		o.Responder = have.Load
		o.Topics = func() []string { return []string{"delay", "other"} }
	})
	w.cfg.Data, w.cfg.Classifier.Languages = t.TempDir(), []string{"en", "de"}
	reread := func() error {
		levels, _ := check.NewLevels(settings(w.cfg.Responder.Checks))
		set, err := known.Load(w.cfg.AnswersFolder(), levels)
		if err != nil {
			return err
		}
		all, err := templates.Build(shippedSet)
		if err != nil {
			return err
		}
		r := responder.Of(all)
		r.Know(set)
		r.Hold(levels)
		have.Store(r)
		return nil
	}
	w.desk.o.AnswersChanged = reread
	w.desk.responder = func() drafter { return have.Load() }
	if answers != "" {
		if err := errors.Join(os.MkdirAll(w.cfg.AnswersFolder(), 0o700), os.WriteFile(w.answersFile(), []byte(answers), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	if err := reread(); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) answersFile() string { return filepath.Join(w.cfg.AnswersFolder(), "answers.yaml") }

// asks opens a case of a question, drafted as the daemon drafts it.
func (w *world) asks(id, text string) (caseID string) {
	w.t.Helper()
	m := care.Mention{ID: id, Platform: "bluesky", Connector: "main", Author: care.Author{ID: "a-" + id, Handle: id}, Text: text, CreatedAt: w.now()}
	v := care.Verdict{Language: "en", Question: 0.95, Action: care.ActAnswer, Topic: "other"}
	c := care.Case{ID: care.CaseID(m.Platform, m.ID), Mention: m.Key(), State: care.StateDrafted, OpenedAt: w.now(), DueAt: w.now()}
	dr := w.desk.o.Responder().Draft(responder.Request{CaseID: c.ID, Mention: m, Verdict: v, Now: w.now()})
	if dr.Text == "" {
		c.State = care.StateOpen
	}
	if err := w.store.Record(w.t.Context(), []store.Handled{{Mention: m, Verdict: v, Case: &c, Draft: &dr}}, nil); err != nil {
		w.t.Fatal(err)
	}
	return c.ID
}

const bikes = `# Ours.
- name: bikes
  language: en
  asks:
    - Can I take my bike on the plane?
    - Do you carry bikes?
    - How do I book a bike?
  answer: Bikes fly in a box for 40 euros each way. Add yours under My trips.
- name: old
  language: en
  asks: ["Is the lounge in Porto open?", "When does the Porto lounge open?"]
  answer: The lounge in Porto is open from 5 to 23.
  until: 2020-01-01
`

// A draft says what is known, and the case tells which; what is near is offered,
// and taken with one button.
func TestKnownAnswerOnACase(t *testing.T) {
	w := knowers(t, bikes)
	ann := w.person("ann", RoleAgent)
	says, near := w.asks("q1", "Hi, do you carry bikes?"), w.asks("q2", "Can I take my old racing bike on the plane?")
	if got := w.file(says).Draft(); got.Known != "bikes" {
		t.Fatalf("the draft rests on %q: %q", got.Known, got.Text)
	}
	has(t, ann.get("/cases/"+says), `says <a href="/answers/bikes">bikes</a>`)
	page := ann.get("/cases/" + near)
	has(t, page, "You answered this before:", "Bikes fly in a box", `value="bikes"`)
	before := w.file(near).Draft().Text

	form := ann.answer(near)
	form.Set("known", "no-such")
	has(t, ann.post("/cases/"+near+"/known", form), "no longer known")
	if got := w.file(near).Draft().Text; got != before {
		t.Errorf("a refused answer changed the draft to %q", got)
	}
	form.Set("known", "bikes")
	page = ann.post("/cases/"+near+"/known", form)
	has(t, page, `says <a href="/answers/bikes">bikes</a>`)
	if strings.Contains(page.body, "You answered this before") {
		t.Error("it is offered again")
	}
	if got := w.file(near).Draft(); got.Known != "bikes" || got.By != "ann" || got.Action != care.ActAnswer {
		t.Errorf("taken: %+v", got)
	}
	if page := ann.post("/cases/"+near+"/approve", ann.answer(near)); page.status != http.StatusOK {
		t.Errorf("approval: %d", page.status)
	}
	w.state(near, care.StateApproved)
	has(t, ann.get("/answers"), "out of date, not said", `data-label="Said">1<`)
}

// A draft that waits says what was known when it was written: where that was
// changed since, it cannot be approved, and what holds now is offered.
func TestADraftOfWhatWasKnown(t *testing.T) {
	w := knowers(t, bikes)
	ann := w.person("ann", RoleAgent)
	id := w.asks("q1", "Hi, do you carry bikes?")
	if err := errors.Join(os.WriteFile(w.answersFile(), []byte(strings.Replace(bikes, "40 euros", "60 euros", 1)), 0o600), w.desk.o.AnswersChanged()); err != nil {
		t.Fatal(err)
	}
	page := ann.get("/cases/" + id)
	has(t, page, "the known answer bikes was changed", "You answered this before:", "60 euros")
	form := ann.answer(id)
	has(t, ann.post("/cases/"+id+"/approve", form), "Not sent: this must change first", "Outdated answer: ")
	w.state(id, care.StateDrafted)
	form.Set("known", "bikes")
	has(t, ann.post("/cases/"+id+"/known", form), `says <a href="/answers/bikes">bikes</a>`)
	if got := w.file(id).Draft(); !strings.Contains(got.Text, "60 euros") || strings.Contains(got.Text, "40 euros") {
		t.Errorf("taken: %q", got.Text)
	}
	ann.post("/cases/"+id+"/approve", ann.answer(id))
	w.state(id, care.StateApproved)
}

// The list has what is out of date first, and the status page tells of it.
func TestKnownAnswersGoOutOfDate(t *testing.T) {
	w := knowers(t, bikes)
	mia := w.person("mia", RoleManager)
	list := mia.get("/answers")
	if old, fresh := strings.Index(list.body, "Is the lounge"), strings.Index(list.body, "Can I take my bike"); old < 0 || fresh < old {
		t.Errorf("the one out of date is at %d, the other at %d", old, fresh)
	}
	has(t, mia.get("/status"), "Known answers", "2020-01-01: out of date, not said", "/answers/old")
	w.desk.o.TemplateError = func() error { return errors.New("warm-en v2: priorty: is no field") }
	if strings.Contains(mia.get("/answers").body, "refused") {
		t.Error("a published template that is not in force is told as if the files were refused")
	}
	w.desk.o.FolderError = func() error { return errors.New("templates: answers.yaml:3: asks: wrong") }
	has(t, mia.get("/answers"), "answers.yaml:3: asks: wrong", "stays")
}

func fields(pairs ...string) url.Values {
	v := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	return v
}

// A manager adds, changes, removes, and takes the removal back; the file keeps
// what else stands in it.
func TestKnownAnswerIsWritten(t *testing.T) {
	w := knowers(t, bikes)
	mia := w.person("mia", RoleManager)
	has(t, mia.get("/new-answer"), "A new known answer", `name="asks"`)
	form := fields("language", "en", "asks", "Do you fly to Bergen?", "asks", "", "asks", " Are there flights\tto Bergen? ", "answer", "Yes, every day at 18:40.", "do", "save")
	page := mia.post("/new-answer", form)
	has(t, page, "fly-bergen is in force", "Do you fly to Bergen?")
	if text := w.answersText(); !strings.HasPrefix(text, bikes) || !strings.Contains(text, "- Are there flights to Bergen?") {
		t.Errorf("the file:\n%s", text)
	}
	if id := w.asks("q3", "do you fly to Bergen?"); w.file(id).Draft().Known != "fly-bergen" {
		t.Errorf("the next draft: %q", w.file(id).Draft().Text)
	}

	seen := w.desk.known().Find("bikes").Hash()
	change := fields("language", "en", "asks", "Do you carry bikes?", "asks", "Can I take my bike on the plane?", "answer", "Bikes fly in a box for 45 euros.", "seen", seen, "do", "save")
	has(t, mia.post("/answers/bikes", change), "bikes is in force", "45 euros")
	has(t, mia.post("/answers/bikes", change), "Somebody changed this answer meanwhile.")

	form.Set("name", "bikes")
	has(t, mia.post("/new-answer", form), "is the name of another")
	wrong := fields("language", "en", "asks", "Do you carry bikes?", "asks", "How?", "answer", "Tell us your order number here.", "until", "soon", "seen", w.desk.known().Find("bikes").Hash(), "do", "save")
	has(t, mia.post("/answers/bikes", wrong), "It is not kept yet.", "has no word that says", "asks_private_data_publicly", "must be a day such as")

	gone := mia.post("/answers/bikes", fields("seen", w.desk.known().Find("bikes").Hash(), "do", "remove"))
	has(t, gone, "bikes is removed", "Undo", `value="Bikes fly in a box for 45 euros."`)
	if w.desk.known().Find("bikes") != nil || strings.Contains(w.answersText(), "bike") {
		t.Errorf("it is still there:\n%s", w.answersText())
	}
	back := fields("name", "bikes", "language", "en", "asks", "Do you carry bikes?", "asks", "Can I take my bike on the plane?", "answer", "Bikes fly in a box for 45 euros.", "do", "save")
	has(t, mia.post("/new-answer", back), "bikes is in force")
	if got := mia.get("/answers/no-such"); got.status != http.StatusNotFound {
		t.Errorf("an answer that is not there: %d", got.status)
	}
	trail, err := w.store.Audit(t.Context(), "bikes", 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	var deeds []string
	for _, e := range trail {
		deeds = append(deeds, e.Actor+" "+e.Action)
	}
	if want := []string{"mia answer.change", "mia answer.remove", "mia answer.add"}; !slices.Equal(deeds, want) {
		t.Errorf("audit trail: %v, want %v", deeds, want)
	}
}

func (w *world) answersText() string {
	w.t.Helper()
	text, err := os.ReadFile(w.answersFile())
	if err != nil {
		w.t.Fatal(err)
	}
	return string(text)
}

// The preview says which recent questions it would have answered, and what is
// wrong, as it is typed; nothing is saved.
func TestKnownAnswerPreview(t *testing.T) {
	w := knowers(t, bikes)
	w.asks("q4", "Is the pool at your hotel heated?")
	w.asks("q5", "pool heated or what? asking for a friend, and is there a sauna at the hotel too?")
	mia := w.person("mia", RoleManager)
	typed := fields("language", "en", "asks", "Is the pool heated?", "asks", "Is the hotel pool heated?", "answer", "The pool has 28 degrees all year.")
	var got struct {
		HTML     string
		Problems []placedProblem
	}
	ask := func() {
		t.Helper()
		r := mia.request(http.MethodPost, "/new-answer/preview", typed)
		r.Header.Set("Accept", "application/json")
		if err := json.Unmarshal([]byte(mia.do(r).body), &got); err != nil {
			t.Fatal(err)
		}
	}
	ask()
	if len(got.Problems) > 0 || !strings.Contains(got.HTML, "would have answered 1, and been offered to a person for 1") || !strings.Contains(got.HTML, "28 degrees") {
		t.Errorf("%+v", got)
	}
	typed.Add("asks", "Why?")
	ask()
	if want := (placedProblem{"asks", 2, ""}); len(got.Problems) != 1 || got.Problems[0].Place != want.Place || got.Problems[0].Line != want.Line {
		t.Errorf("problems: %+v", got.Problems)
	}
	if text := w.answersText(); text != bikes {
		t.Errorf("the file changed:\n%s", text)
	}
}

// What a person answered to a question by hand becomes a known answer with one
// link, which is there for nobody else and for nothing else.
func TestKeepAsAKnownAnswer(t *testing.T) {
	w := knowers(t, "")
	mia, ann := w.person("mia", RoleManager), w.person("ann", RoleAgent)
	has(t, mia.get("/answers"), "Nothing is known yet.")
	id := w.asks("q6", "@kestrel Hello! Is there a lounge in Oslo? https://example.com")
	if strings.Contains(mia.get("/cases/"+id).body, "Keep as a known answer") {
		t.Error("offered before it was answered")
	}
	if got := mia.get("/new-answer?case=" + id); got.status != http.StatusNotFound {
		t.Errorf("what nobody answered, on the form: %d", got.status)
	}
	form := mia.answer(id)
	form.Set("text", "Yes, our lounge in Oslo is beside gate 12. ^AB")
	form.Set("otherwise", form.Get("text"))
	page := mia.post("/cases/"+id+"/approve", form)
	w.state(id, care.StateApproved)
	has(t, page, `<a href="/new-answer?case=`+id+`">Keep as a known answer</a>`)
	has(t, mia.get("/cases/"+id), "Keep as a known answer")
	if strings.Contains(ann.get("/cases/"+id).body, "Keep as a known answer") {
		t.Error("offered to who may not keep it")
	}
	has(t, mia.get("/new-answer?case="+id), ">Is there a lounge in Oslo?</textarea>", ">Yes, our lounge in Oslo is beside gate 12.</textarea>")
	if got := ann.get("/new-answer"); got.status != http.StatusForbidden {
		t.Errorf("an agent at the form: %d", got.status)
	}
}

// What is refused says so in words of its own, and nothing of it is written.
func TestRefusedKnownAnswers(t *testing.T) {
	w := knowers(t, bikes)
	mia := w.person("mia", RoleManager)
	whole := []string{"language", "en", "asks", "Do you fly to Bergen?", "asks", "Are there flights to Bergen?", "answer", "Yes, every day.", "do", "save"}
	for _, tt := range []struct {
		name, path string
		form       url.Values
		says       []string
		not        string
	}{
		{"a topic that no post is about", "/new-answer", fields(append(whole, "topics", "weather")...), []string{"It is not kept yet.", "is no topic of classifier.topics"}, ""},
		{"no question yet", "/new-answer", fields("language", "en", "answer", "Yes.", "do", "save"), []string{"write 2 to 10 questions"}, "lower-case letters"},
		{"a removal of what changed", "/answers/bikes", fields("seen", "before", "do", "remove"), []string{"It is not removed.", "stands below as it is now", w.desk.known().Find("bikes").Hash()}, "as you typed it"},
	} {
		page := mia.post(tt.path, tt.form)
		has(t, page, tt.says...)
		if page.status != http.StatusUnprocessableEntity || tt.not != "" && strings.Contains(page.body, tt.not) {
			t.Errorf("%s: %d, says %q", tt.name, page.status, tt.not)
		}
	}
	if text := w.answersText(); text != bikes {
		t.Errorf("the file changed:\n%s", text)
	}
}

// A fact is held to the team's own levels of the rules, on the form and in the file.
func TestKnownAnswerIsHeldToTheTeamsLevels(t *testing.T) {
	w := knowers(t, bikes)
	mia := w.person("mia", RoleManager)
	gift := fields("language", "en", "asks", "What do I get on my birthday?", "asks", "Is there a birthday present?", "answer", "We'll give you a £20 voucher.", "do", "save")
	has(t, mia.post("/new-answer", gift), "It is not kept yet.", "breaks the rule public_compensation")
	w.cfg.Responder.Checks = []config.Check{{Rule: "public_compensation", Level: "warn"}}
	if err := w.desk.o.AnswersChanged(); err != nil {
		t.Fatal(err)
	}
	mia.post("/new-answer", gift)
	if w.desk.known().Find("birthday") == nil {
		t.Errorf("it is not kept at the level warn:\n%s", w.answersText())
	}
}

// settings are the levels of a configuration.
func settings(checks []config.Check) (all []check.Setting) {
	for _, c := range checks {
		all = append(all, check.Setting{Rule: c.Rule, Level: check.Level(c.Level)})
	}
	return all
}

// A change that was written and is not in force is in the audit trail, and told
// as what it is.
func TestKnownAnswerIsKeptButNotInForce(t *testing.T) {
	w := knowers(t, bikes)
	mia := w.person("mia", RoleManager)
	w.desk.o.AnswersChanged = func() error { return errors.New("tones/warm.yaml:5: priorty: is no field") }
	kept := mia.post("/new-answer", fields("language", "en", "asks", "Do you fly to Bergen?", "asks", "Are there flights to Bergen?", "answer", "Yes, every day.", "do", "save"))
	has(t, kept, "fly-bergen is kept, but not in force, because", "priorty: is no field")
	gone := mia.post("/answers/bikes", fields("seen", w.desk.known().Find("bikes").Hash(), "do", "remove"))
	has(t, gone, "bikes is removed from its file.", "Drafts still say it, because", "priorty: is no field")
	for name, action := range map[string]string{"fly-bergen": "answer.add", "bikes": "answer.remove"} {
		trail, err := w.store.Audit(t.Context(), name, 0, 10)
		if err != nil || len(trail) != 1 || trail[0].Action != action {
			t.Errorf("audit trail of %s: %+v, %v", name, trail, err)
		}
	}
}

// Enter in the field for the address of an answer by hand says that it is
// published, whatever else the form offers; words that were typed stay before a
// known answer.
func TestUseItBesideWhatIsTyped(t *testing.T) {
	w := knowers(t, bikes)
	ann := w.person("ann", RoleAgent)
	near := w.asks("q2", "Can I take my old racing bike on the plane?")
	form := ann.answer(near)
	form.Set("known", "bikes")
	form.Set("text", "Old bikes are the best.")
	ann.post("/cases/"+near+"/known", form)
	if got := w.file(near).Draft(); got.Text != "Old bikes are the best. "+w.desk.known().Find("bikes").Answer {
		t.Errorf("taken: %q", got.Text)
	}
	form = ann.answer(near)
	form.Set("known", "no-such")
	if page := ann.post("/cases/"+near+"/known", form); strings.Contains(page.body, "Not sent") {
		t.Error("a refused answer is told as if it had been sent")
	}

	w.desk.o.Reach = func(care.Mention) Reach { return Reach{Why: "Nothing can be posted here."} }
	other := w.asks("q3", "Can I take my old racing bike on the plane today?")
	page := ann.get("/cases/" + other)
	has(t, page, "You answered this before:")
	_, body, _ := strings.Cut(page.body, `<form id="answer"`)
	_, button, _ := strings.Cut(body, "<button")
	if button, _, _ = strings.Cut(button, ">"); !strings.Contains(button, "/by-hand") {
		t.Errorf("the form's first button is %q", button)
	}
}

// The languages of the configuration, which everybody shares, are only read.
func TestLanguagesAreNotWritten(t *testing.T) {
	w := knowers(t, "")
	all := []string{"de", "nl"}
	w.cfg.Classifier.Languages = all[:1]
	w.person("mia", RoleManager).get("/new-answer")
	if all[1] != "nl" {
		t.Errorf("the configuration's languages became %v", all)
	}
}

// An agent may read a known answer; what it would change is worked out for who
// may change it.
func TestPreviewIsForManagers(t *testing.T) {
	w := knowers(t, bikes)
	const preview = "On recent questions"
	has(t, w.person("mia", RoleManager).get("/answers/bikes"), preview)
	page := w.person("ann", RoleAgent).get("/answers/bikes")
	has(t, page, "Bikes fly in a box")
	if strings.Contains(page.body, preview) {
		t.Error("an agent has the preview")
	}
}
