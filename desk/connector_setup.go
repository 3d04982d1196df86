package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/store"
)

// Connectors changes the connectors that are set up in the desk. It is given
// whole connectors, secrets among their settings.
type Connectors interface {
	// Check returns what is wrong with a connector, by its key (name,
	// settings.KEY), as a start would. A problem with a File is one of the
	// configuration as it is now.
	Check(c config.Connector) []config.Problem
	// Try signs in and reads one page, and keeps nothing.
	Try(ctx context.Context, c config.Connector) []connectors.Finding
	// Save writes a connector down and puts it in force; what is wrong with it
	// is a *config.Problems.
	Save(c config.Connector) error
	Remove(name string) error
	// YAML is a connector as the configuration file would have it, to be looked
	// at: its secrets in files, and those within addresses masked.
	YAML(c config.Connector) string
}

// typesView is the page on which a type is chosen.
type typesView struct{ Types []typeView }

type typeView struct {
	Title, Help, URL string
	Can              []string
}

func (d *Desk) showConnectorTypes(v *visit) error {
	if d.o.Connectors == nil || d.o.ConnectorTypes == nil {
		return store.ErrNotFound
	}
	var page typesView
	for _, t := range d.o.ConnectorTypes() {
		view := typeView{Title: t.Spec.Title, Help: t.Spec.Help, URL: "/new-connector/" + t.Spec.Type}
		for _, can := range cans(t.Spec) {
			if can.Can {
				view.Can = append(view.Can, can.What)
			}
		}
		page.Types = append(page.Types, view)
	}
	d.render(v.w, v, http.StatusOK, "newconnector", "Add a connector", page)
	return nil
}

// connectorForm is the page on which a connector is set up.
type connectorForm struct {
	Title, Help, Type, Action, Back string
	New                             bool
	Setup                           template.HTML
	Name, NameProblem               string
	Fields, More                    []settingField
	MoreOpen                        bool
	Disabled                        bool
	Requests, Money                 string
	RequestsProblem, MoneyProblem   string
	Notice                          *noticeView
	YAML                            string
	Tried                           *checkView // nil: it was not tried
	Folder                          string     // where it is kept
	Many                            bool       // several machines may share the work
	Seen                            string     // what was there when the form was opened
}

// setting is a connector on its way through its form.
type setting struct {
	t        connectors.Type
	before   config.Connector // the one that is changed; without a name for a new one
	now      config.Connector
	problems []config.Problem
}

// openSetting finds what a form is about: a new connector of a type, or one that
// was set up here.
func (d *Desk) openSetting(v *visit) (setting, error) {
	var s setting
	if d.o.Connectors == nil || d.o.ConnectorType == nil {
		return s, store.ErrNotFound
	}
	kind := v.r.PathValue("type")
	if kind == "" {
		c, ok := d.configured(v.r.PathValue("name"))
		if !ok || c.File == "" {
			return s, store.ErrNotFound
		}
		s.before, kind = c, c.Type
	}
	var ok bool
	if s.t, ok = d.o.ConnectorType(kind); !ok {
		return s, store.ErrNotFound
	}
	s.now = s.before
	if s.isNew() {
		s.now = config.Connector{Name: d.freeName(kind), Type: kind}
	}
	return s, nil
}

func (s *setting) isNew() bool { return s.before.Name == "" }

// freeName is the type's name, with a number where one is called so.
func (d *Desk) freeName(kind string) string {
	for name, n := kind, 2; ; n++ {
		if _, taken := d.configured(name); !taken {
			return name
		}
		name = fmt.Sprintf("%s-%d", kind, n)
	}
}

func (d *Desk) showConnectorForm(v *visit) error {
	s, err := d.openSetting(v)
	if err != nil {
		return err
	}
	return d.renderSetting(v, http.StatusOK, s, nil, nil)
}

func (d *Desk) renderSetting(v *visit, status int, s setting, notice *noticeView, tried *checkView) error {
	problems, rest := placedSettings(s)
	cfg := d.o.Config()
	page := connectorForm{
		Title: s.t.Spec.Title, Help: s.t.Spec.Help, Type: s.t.Spec.Type, New: s.isNew(), Setup: markdown(formSteps(s.t.Setup)),
		Action: "/new-connector/" + s.t.Spec.Type, Back: "/new-connector", Name: s.now.Name, NameProblem: problems["name"],
		Disabled: s.now.Disabled, Requests: noZero(s.now.Requests), Money: noZero(s.now.Money),
		RequestsProblem: problems["daily_requests"], MoneyProblem: problems["daily_money"], Notice: notice, Tried: tried,
		Folder: cfg.ConnectorsFolder(), Many: severalMachines(cfg), Seen: stampOf(s.t.Spec, s.before),
	}
	if !page.New {
		page.Action, page.Back = "/connectors/"+s.now.Name+"/edit", "/connectors/"+s.now.Name
	}
	page.Fields, page.More = settingFields(s.t.Spec, s.before, s.now, problems)
	page.MoreOpen = slices.ContainsFunc(page.More, func(f settingField) bool { return f.Problem != "" })
	page.YAML = d.o.Connectors.YAML(s.now)
	if len(rest) > 0 && page.Notice == nil {
		page.Notice = &noticeView{"It cannot be saved as it is.", rest}
	}
	title := "Add " + page.Title
	if !page.New {
		title = "Change " + s.now.Name
	}
	d.render(v.w, v, status, "connectorform", title, page)
	return nil
}

// formSteps are the steps without the example for the configuration file.
func formSteps(setup string) string {
	before, example, found := strings.Cut(setupSteps(setup), "```yaml")
	if !found {
		return before
	}
	_, after, _ := strings.Cut(example, "```")
	return before + after
}

func noZero[N int | float64](n N) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// stampOf tells one state of a connector from another, and nothing of its secrets.
func stampOf(spec connectors.Spec, c config.Connector) string {
	if c.Name == "" {
		return ""
	}
	c.Settings = maps.Clone(c.Settings)
	for _, set := range spec.Settings {
		if _, given := c.Settings[set.Key]; given && set.Secret {
			c.Settings[set.Key] = true
		}
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%#v", c))
	return hex.EncodeToString(sum[:8])
}

// placedSettings gives each problem to its field; rest are those without one.
func placedSettings(s setting) (placed map[string]string, rest []string) {
	placed = map[string]string{}
	shown := map[string]string{"name": "", "daily_requests": "", "daily_money": ""} // what stands at the field already
	for _, set := range s.t.Spec.Settings {
		shown["settings."+set.Key] = set.Explanation()
	}
	for _, p := range s.problems {
		help, known := shown[p.Key]
		switch {
		case p.File != "":
			rest = append(rest, "The configuration as it is now is refused, and must be put right first: "+p.Error())
		case known:
			placed[p.Key] = firstOf(placed[p.Key], inWords(strings.TrimSuffix(p.Message, help)))
		default:
			rest = append(rest, p.Error())
		}
	}
	return placed, rest
}

// inWords is a problem below its field, whose help stands there already.
func inWords(message string) string {
	if message == "is required" {
		return "This is required."
	}
	return capital(strings.TrimSuffix(message, ".")) + "."
}

// changeConnector does what the form's button says: save, try, or check what is
// typed.
func (d *Desk) changeConnector(v *visit) error {
	s, err := d.openSetting(v)
	if err != nil {
		return err
	}
	d.readSetting(v, &s)
	do := v.r.PostFormValue("do")
	live := strings.Contains(v.r.Header.Get("Accept"), "application/json")
	var tried *checkView
	if do == "try" && len(s.problems) == 0 {
		if tried, err = d.trySetting(v, s); err != nil {
			return err
		}
	}
	switch {
	case live:
		return d.writeSetting(v, s, tried)
	case len(s.problems) > 0:
		return d.renderSetting(v, http.StatusUnprocessableEntity, s, nil, nil)
	case do == "save":
		return d.saveSetting(v, s)
	}
	return d.renderSetting(v, http.StatusOK, s, nil, tried)
}

// readSetting takes what is typed, and checks it.
func (d *Desk) readSetting(v *visit, s *setting) {
	s.now, s.problems = typedConnector(v.r, s.t.Spec, s.before)
	if _, taken := d.configured(s.now.Name); taken && s.isNew() {
		s.problems = append(s.problems, config.Problem{Key: "name", Message: "is the name of another connector; give this one its own"})
		return
	}
	s.problems = append(s.problems, stillMasked(s.t.Spec, s.before, s.now)...)
	s.problems = append(s.problems, keptElsewhere(v.r, s.t.Spec, s.before, s.now)...)
	s.problems = append(s.problems, strayPaths(d.o.Config(), s.t.Spec, s.before, s.now)...)
	s.problems = append(s.problems, d.o.Connectors.Check(s.now)...)
}

// trySetting bounds how long a person waits for a platform. What is typed leaves
// the machine: that goes into the audit trail first.
func (d *Desk) trySetting(v *visit, s setting) (*checkView, error) {
	detail := map[string]string{"type": s.now.Type, "addresses": "not changed"}
	if otherAddress(s.t.Spec, s.before, s.now) {
		detail["addresses"] = "changed"
	}
	if err := d.note(v.r, v.user.Name, "connector-try", s.now.Name, detail); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(v.r.Context(), checkWithin)
	defer cancel()
	found := guarded(ctx, func() []connectors.Finding { return d.o.Connectors.Try(ctx, inForce(s.before, s.now)) })
	return d.viewOf(checked{by: v.user.Name, at: d.o.Now(), findings: found}), nil
}

// inForce is a connector as it would run: what the environment sets is no part of
// the form, and holds all the same.
func inForce(before, now config.Connector) config.Connector {
	now.Settings = maps.Clone(now.Settings)
	for key := range before.Env {
		if v, set := before.Settings[key]; set {
			now.Settings[key] = v
		}
	}
	return now
}

// writeSetting answers the page's script: what is wrong by field, "" for nothing,
// and the parts of the page that change.
func (d *Desk) writeSetting(v *visit, s setting, tried *checkView) error {
	placed, rest := placedSettings(s)
	fields := map[string]string{"name": placed["name"], "daily_requests": placed["daily_requests"], "daily_money": placed["daily_money"]}
	for _, set := range s.t.Spec.Settings {
		fields[fieldPrefix+set.Key] = placed["settings."+set.Key]
	}
	parts := map[string]string{"yaml": template.HTMLEscapeString(d.o.Connectors.YAML(s.now)), "rest": ""}
	var err, failed error
	if len(rest) > 0 {
		parts["rest"], err = d.fragment("connectorform", "notice", noticeView{"It cannot be saved as it is.", rest})
	}
	if tried != nil {
		parts["tried"], failed = d.fragment("connectorform", "tried", tried)
	}
	if err := errors.Join(err, failed); err != nil {
		return err
	}
	writeJSON(v.w, http.StatusOK, map[string]any{"wrong": len(s.problems) > 0, "problems": fields, "parts": parts})
	return nil
}

func (d *Desk) saveSetting(v *visit, s setting) error {
	if v.r.PostFormValue("seen") != stampOf(s.t.Spec, s.before) {
		return store.ErrConflict
	}
	err := d.o.Connectors.Save(s.now)
	if wrong, ok := errors.AsType[*config.Problems](err); ok {
		s.problems = wrong.List
		return d.renderSetting(v, http.StatusUnprocessableEntity, s, nil, nil)
	}
	if err != nil {
		return d.renderSetting(v, http.StatusInternalServerError, s, &noticeView{"It was not saved.", []string{err.Error()}}, nil)
	}
	action, done := "connector-add", "added"
	if !s.isNew() {
		action, done = "connector-change", "changed"
	}
	detail := map[string]string{"type": s.now.Type, "changed": changedSettings(s.t.Spec, s.before, s.now)}
	if err := d.note(v.r, v.user.Name, action, s.now.Name, detail); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/connectors/"+url.PathEscape(s.now.Name)+"?done="+done, http.StatusSeeOther)
	return nil
}

// removeConnector takes a connector away that was set up here. What it read
// stays.
func (d *Desk) removeConnector(v *visit) error {
	s, err := d.openSetting(v)
	if err != nil {
		return err
	}
	if err := d.o.Connectors.Remove(s.before.Name); err != nil {
		return err
	}
	if err := d.note(v.r, v.user.Name, "connector-remove", s.before.Name, map[string]string{"type": s.before.Type}); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/status?removed="+url.QueryEscape(s.before.Name), http.StatusSeeOther)
	return nil
}

// guarded makes a finding of a check that panics, and of one that takes too long.
func guarded(ctx context.Context, check func() []connectors.Finding) (found []connectors.Finding) {
	defer func() {
		if r := recover(); r != nil {
			found = []connectors.Finding{connectors.Failed("check", fmt.Errorf("a fault of ours: %v", r), "")}
		}
	}()
	found = check()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		found = append(found, connectors.Failed("check", fmt.Errorf("it was stopped after %s", config.Short(checkWithin.Round(time.Second))), "look whether the platform is slow, then check again"))
	}
	return found
}
