package desk

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"goodgraces/responder/check"
	"goodgraces/responder/known"
)

// knownListView is the list of known answers.
type knownListView struct {
	Rows   []knownRow
	Notice *noticeView // what is not in force
	Folder string
	May    bool // change them
	Done   string
	Undo   *knownForm // what was just removed
	Empty  emptyView
}

type knownRow struct {
	Name, URL    string
	Ask, Answer  string
	More         int // questions besides the first
	Language     string
	Only         string // the brand and the topics that it is said for
	Until        string
	Light, State string // class and word
	Used         int
	age          known.Age
}

// knownAges are how the ages of answers are shown.
var knownAges = map[known.Age]struct{ light, word string }{
	known.Fresh: {"", ""}, known.Ending: {"wait", "ends soon"}, known.Over: {"harm", "out of date, not said"},
}

func knownURL(name string) string { return "/answers/" + url.PathEscape(name) }

// known lists the known answers in force.
func (d *Desk) known() *known.Set {
	if r := d.o.Responder(); r != nil {
		return r.KnownAnswers()
	}
	return new(known.Set)
}

// levels are the levels of the rules that known answers are held to.
func (d *Desk) levels() check.Levels {
	if r := d.o.Responder(); r != nil {
		return r.Levels()
	}
	return nil
}

func (d *Desk) showKnownAnswers(v *visit) error { return d.listKnown(v, "", nil, nil) }

// listKnown shows the list, what was just done, and what is therefore not in force.
func (d *Desk) listKnown(v *visit, done string, undo *knownForm, notice *noticeView) error {
	uses, err := d.o.Store.KnownUses(v.r.Context(), d.o.Now().AddDate(0, 0, -statsDays))
	if err != nil {
		return err
	}
	page := knownListView{Folder: d.o.Config().AnswersFolder(), May: v.may(RoleManager), Done: done, Undo: undo, Notice: notice}
	if name := v.r.URL.Query().Get("saved"); name != "" && d.known().Find(name) != nil {
		page.Done = name + " is in force. The next draft for such a question says it."
	}
	if err := d.o.FolderError(); err != nil && notice == nil {
		page.Notice = &noticeView{"The files as they are now are refused; what was in force before stays.", strings.Split(err.Error(), "\n")}
	}
	for _, a := range d.known().All() {
		page.Rows = append(page.Rows, d.knownRow(a, uses[a.Name]))
	}
	slices.SortStableFunc(page.Rows, func(a, b knownRow) int {
		return cmp.Or(cmp.Compare(b.age, a.age), cmp.Compare(b.Used, a.Used), strings.Compare(a.Name, b.Name))
	})
	if len(page.Rows) == 0 {
		page.Empty = emptyView{Title: "Nothing is known yet.", Text: "Whoever answers a question by hand can keep the answer: the next one who asks has it in the draft."}
		if page.May {
			page.Empty.URL, page.Empty.Link = "/new-answer", "Write the first one"
		}
	}
	d.render(v.w, v, http.StatusOK, "known", "Known answers", page)
	return nil
}

func (d *Desk) knownRow(a *known.Answer, used int) knownRow {
	age := a.Age(d.o.Now())
	only := slices.Clone(a.Topics)
	if a.Brand != "" {
		only = append([]string{a.Brand}, only...)
	}
	return knownRow{Name: a.Name, URL: knownURL(a.Name), Ask: a.Asks[0], Answer: a.Answer, More: len(a.Asks) - 1, Language: a.Language,
		Only: strings.Join(only, ", "), Until: a.Until, Light: knownAges[age].light, State: knownAges[age].word, Used: used, age: age}
}

// aging lists the known answers that go out of date or are so.
func (d *Desk) aging() (rows []knownRow) {
	for _, a := range d.known().All() {
		if a.Age(d.o.Now()) != known.Fresh {
			rows = append(rows, d.knownRow(a, 0))
		}
	}
	slices.SortStableFunc(rows, func(a, b knownRow) int { return cmp.Compare(b.age, a.age) })
	return rows
}
