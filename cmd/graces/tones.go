package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"goodgraces/config"
	"goodgraces/responder"
	"goodgraces/responder/known"
	"goodgraces/responder/templates"
	"goodgraces/store"
)

// tones holds the responder in force: the templates of the binary, of the
// folder and of the desk, and the trials that go on. It is safe for concurrent
// use, and drafting never waits for a change.
type tones struct {
	log     *slog.Logger
	current atomic.Pointer[responder.Responder]
	refused atomic.Pointer[refusal]

	spend func(context.Context, int) (bool, error) // books a call of the language model; nil has no budget

	mu     sync.Mutex
	cfg    *config.Config
	files  toneFolder
	desk   deskTones
	seen   string // how the folder looked when it was last looked at
	loaded string // how it looked when it was last read
	folder error  // why it was refused as it is now
	store  error  // why a published version is not in force
}

// refusal is what is wrong with what is not in force.
type refusal struct{ folder, store error }

// openTones reads the templates in force once, for a command; st may be nil.
func openTones(ctx context.Context, cfg *config.Config, st *store.Store) (*tones, error) {
	t := newTones(slog.New(slog.DiscardHandler))
	if err := t.configure(cfg); err != nil || st == nil {
		return t, err
	}
	return t, t.adopt(ctx, st)
}

// deskTones is what the store has of templates.
type deskTones struct {
	rev       int64 // -1 before it was read
	published []templates.Source
	trials    []templates.Trial
	names     []string       // that the desk has versions of
	waiting   map[string]int // the newest version of a name, where it is a draft or waits for approval
}

func newTones(log *slog.Logger) *tones { return &tones{log: log, desk: deskTones{rev: -1}} }

// Load returns the responder in force.
func (t *tones) Load() *responder.Responder { return t.current.Load() }

// Err says what is wrong with templates that are therefore not in force; nil
// where all are.
func (t *tones) Err() error {
	r := t.refused.Load()
	if r == nil {
		return nil
	}
	return errors.Join(r.folder, r.store)
}

// FolderErr says why the files of templates and of known answers are refused as
// they are now; nil where they are in force.
func (t *tones) FolderErr() error {
	if r := t.refused.Load(); r != nil {
		return r.folder
	}
	return nil
}

// configure puts the templates of a configuration in force, or with an error
// nothing.
func (t *tones) configure(cfg *config.Config) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	look := toneLook(cfg)
	files, err := toneFiles(cfg)
	if err != nil {
		return err
	}
	t.cfg, t.files, t.seen, t.loaded, t.folder = cfg, files, look, look, nil
	return t.rebuild()
}

// rebuild puts files and desk together.
func (t *tones) rebuild() error {
	set, err := templates.Build(slices.Concat(t.files.sources, t.desk.published), t.desk.trials...)
	if err != nil {
		return err
	}
	t.current.Store(withModel(held(t.cfg, set, t.files.answers), t.cfg.Responder.LLM, t.spend))
	t.tell()
	return nil
}

// tell keeps what is wrong for people to see.
func (t *tones) tell() {
	t.refused.Store(&refusal{t.folder, t.store})
}

// refresh takes over what was published or tried since. A store that is away
// changes nothing.
func (t *tones) refresh(ctx context.Context, st *store.Store) {
	_ = t.adopt(ctx, st) // what needs the store says so
}

// adopt is refresh, with the store's error.
func (t *tones) adopt(ctx context.Context, st *store.Store) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	rev, err := st.TemplateRevision(ctx)
	if err != nil || rev == t.desk.rev {
		return err
	}
	next, err := readDesk(ctx, st)
	if err != nil {
		return err
	}
	next.rev = rev
	t.desk, t.store = t.sound(next)
	if err := t.rebuild(); err != nil {
		t.store = errors.Join(t.store, err)
		t.tell()
	}
	if t.store != nil {
		t.log.Error("not every published template is in force; the version before stays", "err", t.store)
		return nil
	}
	t.log.Info("the desk's templates are in force", "templates", len(next.published), "trials", len(next.trials))
	return nil
}

// readDesk reads what is published and tried.
func readDesk(ctx context.Context, st *store.Store) (deskTones, error) {
	var d deskTones
	published, err := st.PublishedTemplates(ctx)
	if err != nil {
		return d, err
	}
	for _, v := range published {
		d.published = append(d.published, deskSource(v))
	}
	if err := d.readDrafts(ctx, st); err != nil {
		return d, err
	}
	running, err := st.RunningTrials(ctx)
	for i := 0; err == nil && i < len(running); i++ {
		var b store.TemplateVersion
		tr := running[i]
		b, err = st.TemplateVersion(ctx, tr.Template, tr.B)
		d.trials = append(d.trials, templates.Trial{ID: tr.ID, Share: tr.Share, B: deskSource(b)})
	}
	return d, err
}

// readDrafts reads which names the desk has versions of, and which drafts wait.
func (d *deskTones) readDrafts(ctx context.Context, st *store.Store) error {
	newest, err := st.Templates(ctx)
	d.waiting = map[string]int{}
	for _, v := range newest {
		d.names = append(d.names, v.Name)
		if v.State == store.TemplateDraft || v.State == store.TemplateWaiting {
			d.waiting[v.Name] = v.Version
		}
	}
	return err
}

// deskSource is a version of the desk's as a source.
func deskSource(v store.TemplateVersion) templates.Source {
	return templates.Source{Origin: templates.Desk, Name: v.Name, Version: v.Version, Body: v.Body,
		File: fmt.Sprintf("%s %s", v.Name, templates.VersionName(v.Version))}
}

// sound leaves out of what the store has each version and trial that cannot be
// used (a newer graces may refuse what an older one took), and says why. The
// version that was in force stays in its place.
func (t *tones) sound(next deskTones) (deskTones, error) {
	good := deskTones{rev: next.rev, names: next.names, waiting: next.waiting}
	var problems []error
	for _, s := range next.published {
		_, err := templates.Build([]templates.Source{s})
		if err == nil {
			good.published = append(good.published, s)
			continue
		}
		problems = append(problems, err)
		for _, before := range t.desk.published {
			if before.Name == s.Name {
				good.published = append(good.published, before)
			}
		}
	}
	for _, tr := range next.trials {
		if _, err := templates.Build(slices.Concat(t.files.sources, good.published), tr); err != nil {
			problems = append(problems, err)
			continue
		}
		good.trials = append(good.trials, tr)
	}
	return good, errors.Join(problems...)
}

// below lists what an origin has, whether or not the desk has another version.
func (t *tones) below(origin templates.Origin) []*templates.Template {
	of := slices.DeleteFunc(slices.Clone(t.files.sources), func(s templates.Source) bool { return s.Origin != origin })
	set, err := templates.Build(of)
	if err != nil {
		return nil // they were checked when they were read
	}
	return set.All()
}

// look reads the folder anew when it changed and was then left alone from one
// look to the next: an editor's half-written file is none of our business. A
// folder that is refused changes nothing.
func (t *tones) look() {
	t.mu.Lock()
	defer t.mu.Unlock()
	look := toneLook(t.cfg)
	settled := look == t.seen
	t.seen = look
	if look != t.loaded && settled {
		t.reread(look)
	}
}

// now reads the folder anew at once, since the desk has just written a whole
// file, or says why it is refused.
func (t *tones) now() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.seen = toneLook(t.cfg)
	t.reread(t.seen)
	return t.folder
}

// reread reads the folder anew, as it looks.
func (t *tones) reread(look string) {
	t.loaded = look
	before := t.files
	t.files, t.folder = toneFiles(t.cfg)
	if t.folder == nil {
		t.folder = t.rebuild()
	}
	if t.folder != nil {
		t.files = before
		t.tell()
		t.log.Error("the changed templates or known answers were refused; the earlier ones stay in force", "folder", t.cfg.AnswersFolder(), "err", t.folder)
		return
	}
	t.log.Info("the changed templates and known answers are in force", "folder", t.cfg.AnswersFolder())
}

// toneLook is what the folders of templates and of known answers look like.
func toneLook(cfg *config.Config) string {
	look := folderLook(cfg.Responder.Templates)
	if cfg.Responder.Templates == "" {
		look = folderLook(cfg.AnswersFolder())
	}
	return look
}

// folderLook is what a folder's templates look like from outside: any change
// of them changes it. Links are followed.
func folderLook(folder string) string {
	if folder == "" {
		return ""
	}
	var look strings.Builder
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err.Error()
	}
	for _, e := range entries {
		info, err := os.Stat(folder + string(os.PathSeparator) + e.Name())
		if err != nil {
			fmt.Fprintf(&look, "%s %v\n", e.Name(), err)
			continue
		}
		fmt.Fprintf(&look, "%s %d %d\n", e.Name(), info.Size(), info.ModTime().UnixNano())
	}
	return look.String()
}

// tonesEvery is how often a process looks at the folder and at the store.
const tonesEvery = time.Second

// follow keeps the templates in force until ctx ends: all processes draft
// alike within seconds. The folder is looked at, not watched: a look also sees
// what a network disk, a mount into a container or a replaced folder hides from
// a watch.
func (t *tones) follow(ctx context.Context, st *store.Store, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			t.look()
			t.refresh(ctx, st)
		}
	}
}

// toneFolder is what drafts are made of besides what is published in the desk.
type toneFolder struct {
	sources []templates.Source // shipped and of the folder
	answers *known.Set
}

// toneFiles are the templates of the binary and of the folder, and the known
// answers. A team's own may name the topics of the taxonomy in force, and no
// others.
func toneFiles(cfg *config.Config) (toneFolder, error) {
	var files toneFolder
	own, err := ownTemplates(cfg)
	if err != nil {
		return files, err
	}
	if cfg.Responder.Shipped || len(own) == 0 {
		files.sources = templates.ShippedSources()
	}
	files.sources = append(files.sources, own...)
	levels, _ := levelsOf(cfg.Responder)
	if files.answers, err = known.Load(cfg.AnswersFolder(), levels); err != nil {
		return files, err
	}
	return files, files.answers.CheckTopics(topicNames(cfg))
}

// ownTemplates are those of the folder, none where there is no folder.
func ownTemplates(cfg *config.Config) ([]templates.Source, error) {
	if cfg.Responder.Templates == "" {
		return nil, nil
	}
	own, err := templates.FolderSources(cfg.Responder.Templates)
	if err != nil {
		return nil, err
	}
	set, err := templates.Build(own)
	if err != nil {
		return nil, err
	}
	return own, set.CheckTopics(topicNames(cfg))
}

func topicNames(cfg *config.Config) []string {
	var names []string
	for _, t := range inForce(cfg.Classifier).Topics {
		names = append(names, t.Name)
	}
	return names
}

// loadResponder makes a responder of the templates of a configuration, without
// those of the desk.
func loadResponder(cfg *config.Config) (*responder.Responder, error) {
	files, err := toneFiles(cfg)
	if err != nil {
		return nil, err
	}
	set, err := templates.Build(files.sources)
	if err != nil {
		return nil, err
	}
	return held(cfg, set, files.answers), nil
}
