package desk

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"goodgraces/responder/templates/form"
	"goodgraces/store"
)

// versionsView is the page of a template's versions.
type versionsView struct {
	Head     templateHead
	From, To []option
	Diff     []diffGroup
	Same     string // where there is no difference to show
	Versions []versionView
	Empty    emptyView
}

// versionView is one version.
type versionView struct {
	Version            int
	Title, State, Tone string
	By, Approver, Note string
	At                 moment
	Why                string // what cannot be done with it, and why
	Problems           []templateProblem
	Deeds              []deedForm
	Compare, Open      string // addresses
}

// deedForm is something that can be done with a version.
type deedForm struct {
	Title, URL string
	Main       bool
}

var versionStates = map[store.TemplateState]struct{ word, tone string }{
	store.TemplateDraft:     {"draft", "wait"},
	store.TemplateWaiting:   {"waits for approval", "wait"},
	store.TemplatePublished: {"in force", "good"},
	store.TemplateRetired:   {"was in force", "quiet"},
	store.TemplateDiscarded: {"discarded", "quiet"},
}

func (d *Desk) showTemplateVersions(v *visit) error {
	return d.showVersionsWith(v, http.StatusOK, v.r.PathValue("name"), nil)
}

func (d *Desk) showVersionsWith(v *visit, status int, name string, notice *noticeView) error {
	ctx := v.r.Context()
	t, err := d.tone(ctx, name)
	if err != nil {
		return err
	}
	page := versionsView{Head: d.templateHead(v, t, "versions")}
	page.Head.Notice = notice
	for _, one := range slices.Backward(t.versions) {
		page.Versions = append(page.Versions, d.versionView(v, t, one))
	}
	if len(t.versions) == 0 {
		page.Empty = emptyView{Title: "It is as it came.", Text: "What you save in the editor is kept here, version by version.", URL: templateURL(name), Link: "Write one"}
	}
	if err := page.compare(t, v.r.URL.Query().Get("a"), v.r.URL.Query().Get("b")); err != nil {
		return err
	}
	d.render(v.w, v, status, "templateversions", page.Head.Title, page)
	return nil
}

// compare shows what changed between two versions: of what is in force and the
// newest, where nothing else is asked for.
func (p *versionsView) compare(t *tone, a, b string) error {
	if a == "" && !t.on() {
		p.Same = "Nothing of it is in force, so there is nothing to compare with."
		return nil
	}
	a, b = firstOf(a, t.inForceKey()), firstOf(b, t.newestKey())
	p.From, p.To = t.options(a), t.options(b)
	if a == b {
		p.Same = "The newest version is the one in force."
		return nil
	}
	before, err := t.bodyOf(a)
	if err != nil {
		return err
	}
	after, err := t.bodyOf(b)
	if err != nil {
		return err
	}
	old, errOld := form.Read(before)
	now, errNow := form.Read(after)
	if errOld != nil || errNow != nil {
		p.Same = "One of the two is no YAML and cannot be compared: " + errors.Join(errOld, errNow).Error()
		return nil
	}
	if p.Diff = compareTemplates(old, now); len(p.Diff) == 0 {
		p.Same = "They say the same; at most comments and layout differ."
	}
	return nil
}

func (d *Desk) versionView(v *visit, t *tone, one store.TemplateVersion) versionView {
	state := versionStates[one.State]
	out := versionView{Version: one.Version, Title: fmt.Sprintf("Version %d", one.Version), State: state.word, Tone: state.tone,
		By: one.Actor, Note: one.Note, At: d.moment(one.At), Approver: one.Approver, Open: templateURL(t.name) + "?version=" + strconv.Itoa(one.Version)}
	if before := t.before(one); before != "" {
		out.Compare = templateURL(t.name, "versions") + "?a=" + before + "&b=" + strconv.Itoa(one.Version)
	}
	if v.may(RoleManager) {
		d.addDeeds(v, &out, one)
	}
	return out
}

// addDeeds lists what this person can do with a version, and says why not.
func (d *Desk) addDeeds(v *visit, out *versionView, one store.TemplateVersion) {
	deed := func(title, what string, main bool) {
		out.Deeds = append(out.Deeds, deedForm{title, templateURL(one.Name, what), main})
	}
	second := d.o.Config().Responder.Approval
	switch one.State {
	case store.TemplateDraft, store.TemplateWaiting:
		_, out.Problems = d.compile(one.Body)
		switch own := one.Actor == v.user.Name; {
		case len(out.Problems) > 0:
			out.Why = "It cannot be published as it is; what is wrong stands below."
		case !second:
			deed("Publish", "publish", true)
		case !own:
			deed("Approve and publish", "publish", true)
		default:
			out.Why = "You wrote it: somebody else must approve it."
		}
		if second && one.State == store.TemplateDraft && len(out.Problems) == 0 {
			deed("Ask for approval", "propose", false)
		}
		deed("Discard", "discard", false)
	case store.TemplateRetired:
		deed("Put in force again", "rollback", false)
	case store.TemplatePublished:
		deed("Take out of force", "retire", false)
	}
}

// decide carries out the deed of the address with the version of the form.
func (d *Desk) decide(v *visit) error {
	version, err := strconv.Atoi(v.r.PostFormValue("version"))
	if err != nil {
		return store.ErrNotFound
	}
	return d.decideTemplate(v, v.r.PathValue("name"), version, v.r.PathValue("deed"))
}

func (d *Desk) decideTemplate(v *visit, name string, version int, what string) error {
	ctx := v.r.Context()
	by := store.TemplateDecision{Name: name, Version: version, Actor: v.user.Name, Note: formText(v.r, "note"), At: d.o.Now(), SecondPerson: d.o.Config().Responder.Approval}
	one, err := d.o.Store.TemplateVersion(ctx, name, version)
	if err != nil {
		return err
	}
	if _, problems := d.compile(one.Body); len(problems) > 0 && (what == "publish" || what == "propose" || what == "rollback") {
		return d.showVersionsWith(v, http.StatusUnprocessableEntity, name, &noticeView{fmt.Sprintf("Version %d cannot be put in force.", version),
			[]string{"It is kept as a draft, and what is wrong stands beside it. What was in force stays so."}})
	}
	deeds := map[string]func(context.Context, store.TemplateDecision) error{
		"publish": d.o.Store.PublishTemplate, "propose": d.o.Store.ProposeTemplate, "discard": d.o.Store.DiscardTemplate,
		"rollback": d.o.Store.RollBackTemplate, "retire": d.o.Store.RetireTemplate,
	}
	deed, ok := deeds[what]
	if !ok {
		return store.ErrNotFound
	}
	err = deed(ctx, by)
	if notice := refusedDeed(err); notice != nil {
		return d.showVersionsWith(v, http.StatusConflict, name, notice)
	}
	if err != nil {
		return err
	}
	d.o.TemplatesChanged(ctx)
	return d.toTemplate(v, name, what, version)
}

// refusedDeed says why something was not done, nil where that is not known.
func refusedDeed(err error) *noticeView {
	switch {
	case errors.Is(err, store.ErrOwnTemplate):
		return &noticeView{"You wrote it: somebody else must approve it.", []string{"It is saved and waits under Versions."}}
	case errors.Is(err, store.ErrTrialRuns):
		return &noticeView{"Two versions are being tried side by side.", []string{"What is in force does not change while they are compared. Stop the trial under Results first."}}
	case errors.Is(err, store.ErrConflict), errors.Is(err, store.ErrNotPublished):
		return &noticeView{"Somebody was quicker.", []string{"The version is not where it was when you looked. Nothing was changed; here is how it stands now."}}
	}
	return nil
}
