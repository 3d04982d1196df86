package desk

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"goodgraces/responder"
	"goodgraces/responder/known"
	"goodgraces/responder/templates"
	"goodgraces/store"
)

// knownForm is a known answer on its form.
type knownForm struct {
	known.Answer

	New      bool
	Action   string
	Seen     string // the state that was seen; "" for a new one
	Lines    map[string][]formLine
	Problems map[string]string // by field
	Choices  []option          // languages
	Subjects []option          // topics
}

// knownView is the page on which a known answer is written.
type knownView struct {
	Title   string
	May     bool
	Form    knownForm
	Row     *knownRow
	Notice  *noticeView
	Preview previewView
}

func (d *Desk) showKnown(v *visit) error {
	a := d.known().Find(v.r.PathValue("name"))
	if a == nil {
		return store.ErrNotFound
	}
	return d.showKnownWith(v, http.StatusOK, d.formOf(*a, a.Hash()), nil)
}

// newKnown shows an empty form, or one with what a person answered in a case.
func (d *Desk) newKnown(v *visit) error {
	a := known.Answer{Language: firstOf(append(slices.Clone(d.o.Config().Classifier.Languages), "en")...)}
	if id := v.r.URL.Query().Get("case"); id != "" {
		f, err := d.o.Store.Case(v.r.Context(), id)
		if err != nil {
			return err
		}
		if d.keepURL(v, f) == "" {
			return store.ErrNotFound
		}
		a = answeredIn(f)
	}
	return d.showKnownWith(v, http.StatusOK, d.formOf(a, ""), nil)
}

// formOf puts an answer on a form.
func (d *Desk) formOf(a known.Answer, seen string) knownForm {
	f := knownForm{Answer: a, New: seen == "", Action: "/new-answer", Seen: seen, Lines: map[string][]formLine{}, Problems: map[string]string{}}
	if !f.New {
		f.Action = knownURL(a.Name)
	}
	for field, of := range map[string][]string{"asks": a.Asks, "not": a.Not} {
		for _, text := range of {
			f.Lines[field] = append(f.Lines[field], formLine{Text: text})
		}
		f.Lines[field] = append(f.Lines[field], formLine{Last: true})
	}
	languages := slices.Clone(d.o.Config().Classifier.Languages)
	if a.Language != "" && !slices.Contains(languages, a.Language) {
		languages = append(languages, a.Language)
	}
	for _, code := range languages {
		f.Choices = append(f.Choices, option{code, languageName(code), code == a.Language})
	}
	for _, topic := range d.o.Topics() {
		chosen := slices.ContainsFunc(a.Topics, func(t string) bool { return templates.Topic(t) == templates.Topic(topic) })
		f.Subjects = append(f.Subjects, option{topic, words(topic), chosen})
	}
	return f
}

// typedKnown is the answer as a form has sent it, empty lines left out.
func (d *Desk) typedKnown(v *visit) (known.Answer, error) {
	a := known.Answer{Name: v.r.PathValue("name")}
	if err := v.r.ParseForm(); err != nil {
		return a, err
	}
	text := func(field string) string { return strings.Join(strings.Fields(v.r.PostFormValue(field)), " ") }
	list := func(field string) (all []string) {
		for _, line := range v.r.PostForm[field] {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				all = append(all, line)
			}
		}
		return all
	}
	a.Language, a.Answer, a.Short, a.Brand, a.Until = text("language"), text("answer"), text("short"), text("brand"), text("until")
	a.Asks, a.Not, a.Topics = list("asks"), list("not"), list("topics")
	if a.Name == "" {
		a.Name = text("name")
	}
	if a.Name == "" && len(a.Asks) > 0 {
		a.Name = d.freeAnswer(a.Language, a.Asks[0])
	}
	return a, nil
}

// freeAnswer is a name made of a question that no answer has.
func (d *Desk) freeAnswer(language, ask string) string {
	name := known.NameOf(language, ask)
	for n := 2; d.known().Find(name) != nil; n++ {
		name = known.NameOf(language, ask) + "-" + strconv.Itoa(n)
	}
	return name
}

// saveKnown keeps an answer, or takes it out; or shows what it would do.
func (d *Desk) saveKnown(v *visit) error {
	a, err := d.typedKnown(v)
	if err != nil {
		return err
	}
	seen, do := v.r.PostFormValue("seen"), v.r.PostFormValue("do")
	switch do {
	case "save":
		if err = d.put(v, &a, seen); err != nil {
			return d.refuseKnown(v, a, seen, err)
		}
	case "remove":
		return d.removeKnown(v, a.Name, seen)
	default:
		return d.showKnownWith(v, http.StatusOK, d.formOf(a, seen), nil)
	}
	if err := d.o.AnswersChanged(); err != nil {
		return d.listKnown(v, "", nil, notInForce(a.Name+" is kept, but not in force", err))
	}
	http.Redirect(v.w, v.r, "/answers?saved="+a.Name, http.StatusSeeOther)
	return nil
}

// notInForce tells of a change that was written, and why drafts do not follow it.
func notInForce(what string, err error) *noticeView {
	return &noticeView{what + ", because the files as they are now are refused:", strings.Split(err.Error(), "\n")}
}

// put keeps an answer in its file and in the audit trail.
func (d *Desk) put(v *visit, a *known.Answer, seen string) error {
	if len(d.problemsOf(a)) > 0 {
		return errKnown
	}
	if err := known.Put(d.o.Config().AnswersFolder(), a, seen, d.levels()); err != nil {
		return err
	}
	action := "answer.change"
	if seen == "" {
		action = "answer.add"
	}
	return d.note(v.r, v.user.Name, action, a.Name, map[string]string{"answer": a.Answer, "until": a.Until})
}

// problemsOf lists what is wrong with an answer, its topics too where those of
// posts are known. A name that will be made of the first question is not missing.
func (d *Desk) problemsOf(a *known.Answer) []templates.Problem {
	problems := a.Check(d.levels())
	if a.Name == "" && len(a.Asks) == 0 {
		problems = slices.DeleteFunc(problems, func(p templates.Problem) bool { return p.Field == "name" })
	}
	if topics := d.o.Topics(); len(topics) > 0 {
		problems = append(problems, templates.Problems(new(known.Set).With(a).CheckTopics(topics))...)
	}
	return problems
}

// errKnown says that something stands beside a field.
var errKnown = errors.New("desk: the answer is not right yet")

// refuseKnown shows what was typed again, and why it was not kept.
func (d *Desk) refuseKnown(v *visit, a known.Answer, seen string, err error) error {
	notice := &noticeView{Title: "It is not kept yet."}
	switch {
	case errors.Is(err, errKnown):
		notice.Lines = []string{"Put right what stands below, then save it again."}
	case errors.Is(err, known.ErrChanged):
		notice = &noticeView{"Somebody changed this answer meanwhile.", []string{"Yours is not kept; it stands below as you typed it. Open theirs in another tab, take over what you want, and save it from there."}}
	default:
		notice.tell(err)
	}
	return d.showKnownWith(v, http.StatusUnprocessableEntity, d.formOf(a, seen), notice)
}

// removeKnown takes an answer out, and offers it back.
func (d *Desk) removeKnown(v *visit, name, seen string) error {
	a := d.known().Find(name)
	if a == nil {
		return store.ErrNotFound
	}
	undo := d.formOf(*a, "")
	if err := known.Remove(d.o.Config().AnswersFolder(), name, seen, d.levels()); err != nil {
		return d.refuseRemoval(v, *a, err)
	}
	if err := d.note(v.r, v.user.Name, "answer.remove", name, map[string]string{"answer": a.Answer}); err != nil {
		return err
	}
	if err := d.o.AnswersChanged(); err != nil {
		return d.listKnown(v, name+" is removed from its file.", &undo, notInForce("Drafts still say it", err))
	}
	return d.listKnown(v, name+" is removed. No draft says it any more.", &undo, nil)
}

// refuseRemoval shows an answer as it is now, and why it was not removed.
func (d *Desk) refuseRemoval(v *visit, a known.Answer, err error) error {
	notice := &noticeView{Title: "It is not removed."}
	if errors.Is(err, known.ErrChanged) {
		notice.Lines = []string{"Somebody changed this answer meanwhile. It stands below as it is now: remove it if that is still right."}
	} else {
		notice.tell(err)
	}
	return d.showKnownWith(v, http.StatusUnprocessableEntity, d.formOf(a, a.Hash()), notice)
}

// tell adds what is wrong, line by line.
func (n *noticeView) tell(err error) {
	for _, p := range templates.Problems(err) {
		n.Lines = append(n.Lines, p.String())
	}
}

// showKnownWith shows a form, with what is wrong beside its fields.
func (d *Desk) showKnownWith(v *visit, status int, f knownForm, notice *noticeView) error {
	page := knownView{Title: "A new known answer", May: v.may(RoleManager), Form: f, Notice: notice}
	if !f.New {
		page.Title = f.Name
		if kept := d.known().Find(f.Name); kept != nil {
			row := d.knownRow(kept, 0)
			page.Row = &row
		}
	}
	problems := d.problemsOf(&f.Answer)
	if f.New && notice == nil {
		problems = nil // nothing was typed yet
	}
	f.mark(problems)
	if page.May {
		var err error
		if page.Preview, err = d.tryKnown(v, &f.Answer); err != nil {
			return err
		}
	}
	d.render(v.w, v, status, "knownform", page.Title, page)
	return nil
}

// mark puts each problem beside its field, or its line.
func (f *knownForm) mark(problems []templates.Problem) {
	for _, p := range problems {
		field, line, _ := strings.Cut(p.Field, ".")
		at, err := strconv.Atoi(line)
		if err == nil && at < len(f.Lines[field]) {
			f.Lines[field][at].Problem = p.Message
			continue
		}
		f.Problems[field] = p.Message
	}
}

// previewKnown tries what is typed on recent questions. Nothing is saved.
func (d *Desk) previewKnown(v *visit) error {
	a, err := d.typedKnown(v)
	if err != nil {
		return err
	}
	placed := []placedProblem{}
	for _, p := range d.problemsOf(&a) {
		field, line, _ := strings.Cut(p.Field, ".")
		at, err := strconv.Atoi(line)
		if err != nil {
			at = -1
		}
		placed = append(placed, placedProblem{Place: field, Line: at, Text: p.Message})
	}
	shown, err := d.tryKnown(v, &a)
	if err != nil {
		return err
	}
	html, err := d.fragment("knownform", "tplpreview", shown)
	if err != nil {
		return err
	}
	writeJSON(v.w, http.StatusOK, map[string]any{"html": html, "general": "", "problems": placed})
	return nil
}

// answeredIn is what a person answered in a case, to be kept.
func answeredIn(f *store.CaseFile) known.Answer {
	a := known.Answer{Language: firstOf(f.Verdict.Language, "en"), Asks: []string{known.AskedIn(f.Mention.Text)}}
	if dr := f.Draft(); dr != nil {
		a.Answer = strings.Join(strings.Fields(signedOff.ReplaceAllString(dr.Text, "")), " ")
	}
	return a
}

// languageName is a language in words.
func languageName(code string) string {
	return firstOf(display.English.Languages().Name(language.Make(code)), code)
}

// asksIn reports a case whose post asks something.
func asksIn(f *store.CaseFile) bool {
	return responder.Asks(responder.Request{Mention: f.Mention, Verdict: f.Verdict})
}
