package desk

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"goodgraces/responder/templates"
	"goodgraces/responder/templates/form"
	"goodgraces/store"
)

// tone is one template by its name: the text that was given with the binary or
// in the folder, and the versions that were written here.
type tone struct {
	name     string
	given    given                   // its body is "" where there is none
	versions []store.TemplateVersion // oldest first
}

// asGiven stands for the given text where versions are named.
const asGiven = "given"

// published is the version in force, nil where the given text is.
func (t *tone) published() *store.TemplateVersion {
	return t.last(store.TemplatePublished)
}

// waiting is the newest version, where it is not in force yet.
func (t *tone) waiting() *store.TemplateVersion {
	w := t.last(store.TemplateDraft, store.TemplateWaiting)
	if p := t.published(); w != nil && p != nil && p.Version > w.Version {
		return nil
	}
	return w
}

func (t *tone) last(states ...store.TemplateState) *store.TemplateVersion {
	for i := range slices.Backward(t.versions) {
		if slices.Contains(states, t.versions[i].State) {
			return &t.versions[i]
		}
	}
	return nil
}

// inForce is the text that drafts are made of, "" for none.
func (t *tone) inForce() string {
	if p := t.published(); p != nil {
		return p.Body
	}
	return t.given.body
}

func (t *tone) on() bool { return t.inForce() != "" }

// from says which text is in force.
func (t *tone) from() string {
	switch p := t.published(); {
	case p != nil:
		return fmt.Sprintf("version %d", p.Version)
	case t.given.body != "":
		return t.given.words()
	}
	return "not in force"
}

// newest is the newest version's number; 0 is none.
func (t *tone) newest() int {
	if n := len(t.versions); n > 0 {
		return t.versions[n-1].Version
	}
	return 0
}

// body is the text that somebody would go on with.
func (t *tone) body() string {
	body, err := t.bodyOf(t.newestKey())
	if err != nil {
		return ""
	}
	return body
}

// inForceKey names the text in force among versions.
func (t *tone) inForceKey() string {
	if p := t.published(); p != nil {
		return strconv.Itoa(p.Version)
	}
	return asGiven
}

// newestKey names the text to go on with: what waits, what is in force, or
// what there is.
func (t *tone) newestKey() string {
	switch w := t.waiting(); {
	case w != nil:
		return strconv.Itoa(w.Version)
	case t.on():
		return t.inForceKey()
	}
	return strconv.Itoa(t.newest())
}

// bodyOf is the text of a version, or the given one.
func (t *tone) bodyOf(key string) (string, error) {
	if key == asGiven && t.given.body != "" {
		return t.given.body, nil
	}
	for _, v := range t.versions {
		if strconv.Itoa(v.Version) == key {
			return v.Body, nil
		}
	}
	return "", store.ErrNotFound
}

// before names the text that a version was written on top of, "" for none.
func (t *tone) before(v store.TemplateVersion) string {
	switch {
	case v.Base > 0:
		return strconv.Itoa(v.Base)
	case t.given.body != "":
		return asGiven
	}
	return ""
}

// undo is the address and the version that put in force what was before the
// version in force: the one retired last, else what was given.
func (t *tone) undo(version int) (address string, was int) {
	var last *store.TemplateVersion
	for i, v := range t.versions {
		if v.State == store.TemplateRetired && v.Version != version && (last == nil || v.ApprovedAt.After(last.ApprovedAt)) {
			last = &t.versions[i]
		}
	}
	if last != nil {
		return templateURL(t.name, "rollback"), last.Version
	}
	return templateURL(t.name, "retire"), version
}

// options lists the texts that can be compared.
func (t *tone) options(chosen string) (all []option) {
	for _, v := range slices.Backward(t.versions) {
		key := strconv.Itoa(v.Version)
		title := fmt.Sprintf("version %d, %s, by %s", v.Version, versionStates[v.State].word, v.Actor)
		all = append(all, option{Value: key, Title: title, Chosen: key == chosen})
	}
	if t.given.body != "" {
		title := t.given.words()
		if t.published() == nil {
			title += ", in force"
		}
		all = append(all, option{Value: asGiven, Title: title, Chosen: chosen == asGiven})
	}
	return all
}

// about reads a word that the template says of itself.
func (t *tone) about() func(path string) string {
	doc, err := form.Read(firstOf(t.inForce(), t.body()))
	return func(path string) string {
		if err != nil {
			return ""
		}
		return firstOf(append(doc.Values(path), "")...)
	}
}

// tone loads one template.
func (d *Desk) tone(ctx context.Context, name string) (*tone, error) {
	return d.toneWith(ctx, name, d.givenTemplates()[name])
}

func (d *Desk) toneWith(ctx context.Context, name string, g given) (*tone, error) {
	versions, err := d.o.Store.TemplateVersions(ctx, name)
	if err != nil {
		return nil, err
	}
	if g.body == "" && len(versions) == 0 {
		return nil, store.ErrNotFound
	}
	return &tone{name, g, versions}, nil
}

// tones lists every template that there is, by name.
func (d *Desk) tones(ctx context.Context) ([]*tone, error) {
	written, err := d.o.Store.Templates(ctx)
	if err != nil {
		return nil, err
	}
	all := d.givenTemplates()
	for _, w := range written {
		if _, known := all[w.Name]; !known {
			all[w.Name] = given{}
		}
	}
	var tones []*tone
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t, err := d.toneWith(ctx, name, all[name])
		if err != nil {
			return nil, err
		}
		tones = append(tones, t)
	}
	return tones, nil
}

// given is a text that was not written here.
type given struct {
	body string
	from templates.Origin
}

// words says where it is from.
func (g given) words() string {
	if g.from == templates.Folder {
		return "from the folder"
	}
	return "as shipped"
}

// givenTemplates are the templates of the binary and, over them, of the folder,
// by name. A file that cannot be read is left out: the desk's status tells.
func (d *Desk) givenTemplates() map[string]given {
	cfg := d.o.Config().Responder
	var sources []templates.Source
	if cfg.Shipped || cfg.Templates == "" {
		sources = templates.ShippedSources()
	}
	if folder := cfg.Templates; folder != "" {
		more, err := templates.FolderSources(folder)
		if err != nil {
			d.o.Log.Warn("desk: templates", "error", err)
		}
		sources = append(sources, more...)
	}
	all := map[string]given{}
	for _, s := range sources {
		if name := d.nameOf(s.Body); name != "" {
			all[name] = given{s.Body, s.Origin}
		}
	}
	return all
}

// nameOf is nameIn of a text that was not written here, remembered: there are
// twenty of them on every page of templates, and reading one takes milliseconds.
func (d *Desk) nameOf(body string) string {
	if name, ok := d.names.Load(body); ok {
		return name.(string)
	}
	name := nameIn(body)
	d.names.Store(body, name)
	return name
}

// nameIn is the name that a text gives itself, "" for none.
func nameIn(body string) string {
	doc, err := form.Read(body)
	if err != nil {
		return ""
	}
	return firstOf(append(doc.Values("name"), "")...)
}
