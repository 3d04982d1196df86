package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/responder/templates"
	"goodgraces/store"
)

// shippedTone is a template that ships, its text changed.
func shippedTone(t *testing.T, name string, replace ...string) string {
	t.Helper()
	set, err := templates.Load("")
	must(t, err)
	return strings.NewReplacer(replace...).Replace(set.Find(name).Body)
}

// toneStore is an empty store.
func toneStore(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), dbFile))
	must(t, err)
	t.Cleanup(func() { must(t, st.Close()) })
	must(t, st.Migrate(t.Context()))
	return st
}

// publishTone puts a version in force as the desk does.
func publishTone(t *testing.T, st *store.Store, name, body string) store.TemplateVersion {
	t.Helper()
	all, err := st.TemplateVersions(t.Context(), name)
	must(t, err)
	v, err := st.SaveTemplateDraft(t.Context(), store.TemplateVersion{Name: name, Base: len(all), Body: body, Actor: "ann", At: time.Now()})
	must(t, err)
	must(t, st.PublishTemplate(t.Context(), store.TemplateDecision{Name: name, Version: v.Version, Actor: "bob", At: time.Now()}))
	return v
}

func TestFolderIsLookedAt(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "warm.yaml")
	write(t, file, shippedTone(t, "warm-en"))
	tones := newTones(slog.New(slog.DiscardHandler))
	must(t, tones.configure(&config.Config{Responder: config.Responder{Templates: folder}}))
	inForce := func(when, description, refused string) {
		t.Helper()
		got := tones.Load().Template("warm-en")
		if got == nil || !strings.HasPrefix(got.Description, description) {
			t.Errorf("%s: in force is %+v, want %q", when, got, description)
		}
		if err := tones.Err(); (err == nil) != (refused == "") || err != nil && !strings.Contains(err.Error(), refused) {
			t.Errorf("%s: refused %v, want %q", when, err, refused)
		}
	}
	original := tones.Load().Template("warm-en").Description

	write(t, file, shippedTone(t, "warm-en", "description: ", "description: Second. "))
	tones.look()
	inForce("just written", original, "")
	tones.look()
	inForce("left alone", "Second. ", "")

	write(t, file, shippedTone(t, "warm-en", "priority:", "priorty:"))
	tones.look()
	tones.look()
	inForce("broken", "Second. ", file+":")
	inForce("broken", "Second. ", "priorty: is no field")
	was := tones.Load()
	tones.look()
	if tones.Load() != was {
		t.Error("what did not change was read anew")
	}
	must(t, os.Rename(folder, folder+".away"))
	tones.look()
	tones.look()
	inForce("the folder is away", "Second. ", "no *.yaml file")

	must(t, os.Mkdir(folder, 0o700))
	write(t, file, shippedTone(t, "warm-en", "description: ", "description: Third. "))
	tones.look()
	tones.look()
	inForce("made anew", "Third. ", "")
}

func TestDeskIsFollowed(t *testing.T) {
	ctx, st := t.Context(), toneStore(t)
	tones := []*tones{newTones(slog.New(slog.DiscardHandler)), newTones(slog.New(slog.DiscardHandler))}
	for _, each := range tones {
		must(t, each.configure(&config.Config{}))
	}
	inForce := func(what, warm, plain, refused string) {
		t.Helper()
		for _, each := range tones {
			each.refresh(ctx, st)
			if got := each.Load().Template("warm-en"); got == nil || got.Version != warm && (warm != "" || got.Origin != templates.Shipped) {
				t.Errorf("%s: warm-en is %+v, want %q", what, got, warm)
			}
			if got := each.Load().Template("plain-en"); (got == nil) != (plain == "off") || got != nil && plain != "" && got.Version != plain {
				t.Errorf("%s: plain-en is %+v, want %q", what, got, plain)
			}
			if err := each.Err(); (err == nil) != (refused == "") || err != nil && !strings.Contains(err.Error(), refused) {
				t.Errorf("%s: refused %v, want %q", what, err, refused)
			}
		}
	}
	inForce("nothing published", "", "", "")
	publishTone(t, st, "warm-en", shippedTone(t, "warm-en", "description: ", "description: Ours. "))
	inForce("published", "v1", "", "")
	must(t, tones[0].configure(&config.Config{})) // a reload of the configuration
	inForce("the configuration was read anew", "v1", "", "")

	// A version that is broken, as one of an older graces may be, keeps nothing
	// else from being published.
	publishTone(t, st, "warm-en", shippedTone(t, "warm-en", "priority:", "priorty:"))
	publishTone(t, st, "plain-en", shippedTone(t, "plain-en", "description: ", "description: Ours. "))
	inForce("one is broken", "v1", "v1", "warm-en v2:5: priorty: is no field")
	late := newTones(slog.New(slog.DiscardHandler))
	must(t, late.configure(&config.Config{}))
	late.refresh(ctx, st)
	if got := late.Load().Template("warm-en"); got == nil || got.Origin != templates.Shipped || late.Err() == nil {
		t.Errorf("a process that starts now uses %+v", got)
	}
	must(t, st.RollBackTemplate(ctx, store.TemplateDecision{Name: "warm-en", Version: 1, Actor: "ann", At: time.Now()}))
	publishTone(t, st, "plain-en", "")
	inForce("rolled back, and one switched off", "v1", "off", "")
}

// A template that is changed in the desk, or in its folder, changes the next
// draft of a program that runs; a broken one changes nothing.
func TestChangedTemplateChangesTheNextDraft(t *testing.T) {
	dir := t.TempDir()
	for _, sub := range []string{"posts", "tones"} {
		must(t, os.Mkdir(filepath.Join(dir, sub), 0o700))
	}
	marked := func(word string) string {
		return shippedTone(t, "warm-en", `sign_off: "^{initials}"`, `sign_off: "^{initials}"`, "I'm", word+" I'm")
	}
	write(t, filepath.Join(dir, "tones", "warm.yaml"), shippedTone(t, "warm-en"))
	write(t, filepath.Join(dir, "graces.yaml"), fmt.Sprintf(`
data: %q
desk: {addr: "127.0.0.1:0"}
log: {level: debug}
responder: {templates: %q}
connectors: [{name: posts, type: replay, settings: {watch: %q, poll: 100ms}}]
`, dir, filepath.Join(dir, "tones"), filepath.Join(dir, "posts")))
	p := startGraces(t, buildGraces(t), "serve", "--config", filepath.Join(dir, "graces.yaml"))
	st, err := store.Open(t.Context(), filepath.Join(dir, dbFile))
	must(t, err)
	defer st.Close()
	n := 0
	next := func() care.Draft {
		t.Helper()
		n++
		id := fmt.Sprintf("p%d", n)
		write(t, filepath.Join(dir, "posts", id+".jsonl"), fmt.Sprintf(
			`{"id":%q,"platform":"x","author":{"id":"u%d"},"text":"My parcel is five days late and nobody answers. Terrible service."}`+"\n", id, n))
		p.await("mention judged")
		f, err := st.Case(t.Context(), care.CaseID("x", id))
		must(t, err)
		return *f.Draft()
	}
	folder := next()
	if folder.Template != "warm-en" || folder.TemplateVersion != templates.Hash(shippedTone(t, "warm-en")) {
		t.Fatalf("drafted by %s %s", folder.Template, folder.TemplateVersion)
	}
	write(t, filepath.Join(dir, "tones", "warm.yaml"), "name: [")
	p.await("the changed templates or known answers were refused")
	if got := next(); got.TemplateVersion != folder.TemplateVersion {
		t.Errorf("drafted by %s while the file is broken", got.TemplateVersion)
	}
	write(t, filepath.Join(dir, "tones", "warm.yaml"), marked("Truly,"))
	p.await("the changed templates and known answers are in force")
	if got := next(); got.TemplateVersion != templates.Hash(marked("Truly,")) {
		t.Errorf("drafted by %s after the file was changed", got.TemplateVersion)
	}
	publishTone(t, st, "warm-en", marked("Honestly,"))
	p.await("the desk's templates are in force")
	got := next()
	if got.TemplateVersion != "v1" {
		t.Errorf("drafted by %s after one was published", got.TemplateVersion)
	}
	if all := got.Text + got.Otherwise + got.Private.Text; !strings.Contains(all, "Honestly, I'm") {
		t.Errorf("the published words are not in %q", all)
	}
	p.interrupt()
}
