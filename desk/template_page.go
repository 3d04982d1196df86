package desk

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"goodgraces/responder/templates/form"
	"goodgraces/store"
)

// templateHead is what every page of a template begins with.
type templateHead struct {
	Title, From string
	URL         string
	May         bool // change it
	Off         bool // nothing of it is in force
	Tabs        []tab
	Notice      *noticeView
	Done        *templateDone
	Waiting     *emptyView
}

// templateDone says what was done, and takes it back where it can be.
type templateDone struct {
	Title, Text string
	Undo        string // address; "" where there is nothing to take back
	Version     int
}

// templateView is the page on which a template is written.
type templateView struct {
	Head    templateHead
	Action  string // address of the form
	Body    string // YAML
	Groups  []formGroup
	General []templateProblem // with no field to stand beside
	Base    int               // the version that this is written on top of
	Note    string
	May     bool // change it
	Second  bool // somebody else must approve it
	Preview previewView
}

// templateHead makes the top of a template's pages.
func (d *Desk) templateHead(v *visit, t *tone, here string) templateHead {
	if t.name == "" {
		return templateHead{Title: "A new template"}
	}
	h := templateHead{Title: t.name, From: t.from(), URL: templateURL(t.name), May: v.may(RoleManager), Off: !t.on(), Done: templateDeed(v, t)}
	for _, one := range []struct{ key, title, url string }{
		{"write", "Write", templateURL(t.name)}, {"versions", "Versions", templateURL(t.name, "versions")}, {"results", "Results", templateURL(t.name, "results")},
	} {
		h.Tabs = append(h.Tabs, tab{Title: one.title, URL: one.url, Current: one.key == here})
	}
	if w := t.waiting(); w != nil && h.Done == nil {
		h.Waiting = &emptyView{Text: fmt.Sprintf("Version %d by %s is not in force yet: %s.", w.Version, w.Actor, versionStates[w.State].word),
			URL: fmt.Sprintf("%s#v%d", templateURL(t.name, "versions"), w.Version), Link: "See what changes, and decide"}
	}
	return h
}

// templateDeeds says what was done to a version.
var templateDeeds = map[string]struct{ title, text string }{
	"save":     {"Version %d is saved as a draft.", "Drafts are made as before until it is published."},
	"propose":  {"Version %d waits for approval.", "Somebody else must approve it; they find it under Versions."},
	"publish":  {"Version %d is in force.", "The next draft is made with it."},
	"rollback": {"Version %d is in force again.", "The next draft is made with it."},
	"discard":  {"Version %d is discarded.", "It stays in the list."},
	"retire":   {"Version %d is out of force.", "What the folder or Good Graces itself has of that name applies, if anything."},
}

// templateDeed says what was just done, by the address.
func templateDeed(v *visit, t *tone) *templateDone {
	q := v.r.URL.Query()
	said, ok := templateDeeds[q.Get("done")]
	version, err := strconv.Atoi(q.Get("of"))
	if !ok || err != nil {
		return nil
	}
	done := &templateDone{Title: fmt.Sprintf(said.title, version), Text: said.text}
	if p := t.published(); p == nil || p.Version != version || !v.may(RoleManager) {
		return done
	}
	done.Undo, done.Version = t.undo(version)
	return done
}

// draftOfTemplate is a template's text as somebody writes it.
type draftOfTemplate struct {
	name   string // "" for a new one
	body   string
	base   int
	note   string
	asYAML bool
	opened string // the section to show open
}

func templateURL(name string, more ...string) string {
	return strings.Join(append([]string{"/templates/" + url.PathEscape(name)}, more...), "/")
}

// showTemplate shows the newest text of a template: a draft where one waits,
// else what is in force.
func (d *Desk) showTemplate(v *visit) error {
	name := v.r.PathValue("name")
	t, err := d.tone(v.r.Context(), name)
	if err != nil {
		return err
	}
	w := draftOfTemplate{name: name, body: t.body(), base: t.newest(), asYAML: v.r.URL.Query().Get("as") == "yaml"}
	if at := v.r.URL.Query().Get("version"); at != "" {
		if w.body, err = t.bodyOf(at); err != nil {
			return err
		}
	}
	return d.showTemplateWith(v, http.StatusOK, t, w, nil)
}

// showTemplateWith shows words that a person has typed, saved or not.
func (d *Desk) showTemplateWith(v *visit, status int, t *tone, w draftOfTemplate, notice *noticeView) error {
	ctx := v.r.Context()
	page := templateView{Action: templateURL(w.name), Body: w.body, Base: w.base, Note: w.note, May: v.may(RoleManager), Second: d.o.Config().Responder.Approval}
	if w.name == "" {
		page.Action = "/new-template"
	}
	tried, err := d.try(ctx, v, t, w.body)
	if err != nil {
		return err
	}
	page.Preview = tried.view
	doc, err := form.Read(w.body)
	page.General = tried.problems
	if err == nil && !w.asYAML {
		s := d.sheet(doc, tried.problems, w.name != "")
		page.Groups = s.groups()
		openGroup(page.Groups, w.opened)
		page.General = s.homeless(page.Groups, tried.problems)
	}
	page.Head = d.templateHead(v, t, "write")
	page.Head.Notice = notice
	d.render(v.w, v, status, "template", page.Head.Title, page)
	return nil
}

// openGroup opens the section that is worked in, at first the feeling.
func openGroup(groups []formGroup, key string) {
	for i := range groups {
		groups[i].Open = groups[i].Key == firstOf(key, "feeling")
	}
}

// typed is what a page of the editor has sent.
func (d *Desk) typedTemplate(v *visit) (w draftOfTemplate, notice *noticeView) {
	w = draftOfTemplate{name: v.r.PathValue("name"), note: formText(v.r, "note")}
	w.base, _ = strconv.Atoi(v.r.PostFormValue("base")) // 0 is none
	body, err := typedBody(v.r)
	if err != nil { // the YAML that the form stands on is broken: it was edited by hand on the way
		body = v.r.PostFormValue("body")
		notice = &noticeView{Title: "The form could not be put into the YAML.", Lines: []string{err.Error()}}
	}
	w.body = body
	what, rest, _ := strings.Cut(v.r.PostFormValue("do"), " ")
	w.asYAML = what == "yaml" || len(v.r.PostForm["place"]) == 0 && what != "form"
	if _, path, ok := strings.Cut(rest, " "); ok {
		w.opened = templateGroups[groupOfPlace(path)].key
	}
	return w, notice
}

// saveTemplate keeps what was typed as a draft, and goes on with it as the
// button says. What only changes the page's look keeps nothing.
func (d *Desk) saveTemplate(v *visit) error {
	ctx := v.r.Context()
	w, notice := d.typedTemplate(v)
	t, err := d.toneOf(ctx, w.name)
	if err != nil {
		return err
	}
	do := v.r.PostFormValue("do")
	if do == "copy" && notice == nil {
		return d.copyTemplate(v, w)
	}
	if notice != nil || do != "save" && do != "publish" && do != "propose" {
		return d.showTemplateWith(v, http.StatusOK, t, w, notice)
	}
	if problem := refuseTemplate(t, &w); problem != nil {
		return d.showTemplateWith(v, http.StatusUnprocessableEntity, t, w, problem)
	}
	if w.name == "" {
		w.name = nameIn(w.body)
		switch t, err := d.tone(ctx, w.name); {
		case err == nil:
			w.name = ""
			return d.showTemplateWith(v, http.StatusConflict, &tone{}, w, &noticeView{"There is a template called " + t.name + " already.", []string{"Nothing was saved. Give this one another name."}})
		case !errors.Is(err, store.ErrNotFound):
			return err
		}
	}
	saved, err := d.o.Store.SaveTemplateDraft(ctx, store.TemplateVersion{Name: w.name, Body: w.body, Base: w.base, Note: w.note, Actor: v.user.Name, At: d.o.Now()})
	if errors.Is(err, store.ErrConflict) {
		return d.showTemplateWith(v, http.StatusConflict, t, w, &noticeView{"Somebody saved a version meanwhile.", []string{
			"Yours is not saved; it stands below as you typed it. Look at theirs under Versions in another tab, then take over what you want and save again from there."}})
	}
	if err != nil {
		return err
	}
	return d.afterSave(v, saved, do)
}

// copyTemplate begins a new template with the words of another.
func (d *Desk) copyTemplate(v *visit, w draftOfTemplate) error {
	body, err := form.Write(w.body, []form.Change{{Path: "name", Kind: form.Text, Values: []string{w.name + "-copy"}}})
	if err != nil {
		return d.showTemplateWith(v, http.StatusUnprocessableEntity, &tone{}, draftOfTemplate{body: w.body, asYAML: true}, &noticeView{"It is no YAML as it stands.", []string{err.Error()}})
	}
	return d.showTemplateWith(v, http.StatusOK, &tone{}, draftOfTemplate{body: body, opened: "about"}, nil)
}

// refuseTemplate says why a text is not even kept as a draft; it sets the name
// of a new one.
func refuseTemplate(t *tone, w *draftOfTemplate) *noticeView {
	named := nameIn(w.body)
	switch {
	case named == "":
		return &noticeView{"The template has no name.", []string{"Nothing was saved. Give it one under “What it is”."}}
	case w.name != "" && named != w.name:
		return &noticeView{"A template keeps its name.", []string{"Nothing was saved. It is called " + w.name + "; to have one called " + named + ", make a copy."}}
	case w.name != "" && w.body == t.body():
		return &noticeView{"Nothing was changed.", []string{"There is nothing to save."}}
	}
	return nil
}

// afterSave goes on with a version that was saved.
func (d *Desk) afterSave(v *visit, saved store.TemplateVersion, do string) error {
	if do == "save" {
		return d.toTemplate(v, saved.Name, do, saved.Version)
	}
	return d.decideTemplate(v, saved.Name, saved.Version, do)
}

func (d *Desk) toTemplate(v *visit, name, done string, version int) error {
	http.Redirect(v.w, v.r, templateURL(name)+"?done="+done+"&of="+strconv.Itoa(version), http.StatusSeeOther)
	return nil
}

// previewTemplate tries what is typed on recent posts. Nothing is saved.
func (d *Desk) previewTemplate(v *visit) error {
	ctx := v.r.Context()
	w, notice := d.typedTemplate(v)
	t, err := d.toneOf(ctx, w.name)
	if err != nil {
		return err
	}
	if !strings.Contains(v.r.Header.Get("Accept"), "application/json") {
		return d.showTemplateWith(v, http.StatusOK, t, w, notice)
	}
	tried, err := d.try(ctx, v, t, w.body)
	if err != nil {
		return err
	}
	return d.writePreview(v, w, tried)
}

func (d *Desk) writePreview(v *visit, w draftOfTemplate, tried trying) error {
	general := tried.problems
	placed := []placedProblem{}
	if doc, err := form.Read(w.body); err == nil && !w.asYAML {
		s := d.sheet(doc, tried.problems, w.name != "")
		groups := s.groups()
		general, placed = s.homeless(groups, tried.problems), append(placed, s.placed(groups, tried.problems)...)
	}
	shown := "" // where something is wrong, the page keeps what it shows
	if len(tried.problems) == 0 {
		var err error
		if shown, err = d.fragment("template", "tplpreview", tried.view); err != nil {
			return err
		}
	}
	notes, err := d.fragment("template", "tplgeneral", general)
	if err != nil {
		return err
	}
	writeJSON(v.w, http.StatusOK, map[string]any{"html": shown, "general": notes, "problems": placed})
	return nil
}

// toneOf is the template that is written; a new one has no past.
func (d *Desk) toneOf(ctx context.Context, name string) (*tone, error) {
	if name == "" {
		return &tone{}, nil
	}
	return d.tone(ctx, name)
}
