package config

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long the file must be left alone before it is read: one save
// is several events, and an editor's half-written file is none of our business.
const settle = 100 * time.Millisecond

// Watcher holds the configuration in force and replaces it when the file
// changes to something valid.
type Watcher struct {
	options  Options
	path     string
	real     string            // where path's links lead
	secrets  map[string]string // where the links of the secrets' files lead; run's own
	mu       sync.Mutex        // one reading or change at a time
	onChange func(cfg *Config, err error)
	current  atomic.Pointer[Config]
	refused  atomic.Pointer[error]
	files    *fsnotify.Watcher
	close    func() error
	done     chan struct{}
}

// Watch loads once and watches the file until Close. onChange is called, one
// call at a time, with each new valid configuration (err nil) or with the reason
// why a change was refused (cfg nil); the old configuration then stays in
// force. onChange must not call methods of the
// Watcher but Current and Err.
//
// The folder is watched, not the file, so that a file that is deleted and
// written anew, renamed into place or linked elsewhere is still seen. Without a
// file, its appearance is waited for. The folder of connectors is watched where
// it is there, and so are the files of the connectors' secrets: a token that was
// made anew is in force once it is written.
func Watch(o Options, onChange func(cfg *Config, err error)) (*Watcher, error) {
	w := &Watcher{options: o, path: watchedPath(o), onChange: onChange, done: make(chan struct{})}
	files, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("config: watch %s: %w; raise fs.inotify.max_user_instances", w.path, err)
	}
	w.files, w.close = files, sync.OnceValue(files.Close)
	// Watched before it is read: no change falls in between.
	if err := files.Add(filepath.Dir(w.path)); err != nil {
		return nil, errors.Join(fmt.Errorf("config: watch %s: %w", filepath.Dir(w.path), err), files.Close())
	}
	w.real, _ = filepath.EvalSymlinks(w.path)
	cfg, err := Load(o)
	if err != nil {
		return nil, errors.Join(err, files.Close())
	}
	w.current.Store(cfg)
	w.addFolders(cfg)
	w.secrets = map[string]string{}
	w.secretMoved("")
	go w.run()
	return w, nil
}

func watchedPath(o Options) string {
	name := o.File
	if name == "" {
		name = variables(o.Env)["GRACES_CONFIG"]
	}
	if name == "" {
		name = defaultFile
	}
	return filepath.Clean(name)
}

// addFolders watches what a configuration has elsewhere. A folder that is not
// there yet is left out: SaveConnector makes that of the connectors.
func (w *Watcher) addFolders(cfg *Config) {
	_ = w.files.Add(cfg.ConnectorsFolder())
	for _, path := range cfg.secretFiles() {
		_ = w.files.Add(filepath.Dir(path))
	}
}

// secretFiles are those that graces.yaml names for its connectors; the others
// lie in the folder of connectors.
func (c *Config) secretFiles() []string {
	var out []string
	for _, one := range c.Connectors {
		if one.File != "" {
			continue
		}
		for _, path := range one.Files {
			out = append(out, filepath.Clean(path))
		}
	}
	return out
}

// secretMoved reports whether a file is a secret's, or the links of one lead
// elsewhere than before.
func (w *Watcher) secretMoved(name string) bool {
	moved := false
	for _, path := range w.Current().secretFiles() {
		real, _ := filepath.EvalSymlinks(path)
		was, known := w.secrets[path]
		w.secrets[path] = real
		moved = moved || name == path || known && was != real
	}
	return moved
}

// Current returns the configuration in force.
func (w *Watcher) Current() *Config { return w.current.Load() }

// Err returns why the file, as it is now, was refused; nil when it is in force.
func (w *Watcher) Err() error {
	if err := w.refused.Load(); err != nil {
		return *err
	}
	return nil
}

// Close stops watching; no call of onChange is under way when it returns. It is
// safe to call twice.
func (w *Watcher) Close() error {
	err := w.close()
	<-w.done
	w.mu.Lock() // a change is over
	defer w.mu.Unlock()
	return err
}

// run reads the file anew whenever it has changed and then been left alone.
func (w *Watcher) run() {
	defer close(w.done)
	timer := time.NewTimer(settle)
	timer.Stop()
	defer timer.Stop()
	for {
		select {
		case event, open := <-w.files.Events:
			if !open {
				return
			}
			if w.concerns(event) {
				timer.Reset(settle)
			}
		case _, open := <-w.files.Errors:
			if !open {
				return
			}
			timer.Reset(settle) // events may have been lost: look
		case <-timer.C:
			w.mu.Lock()
			w.reload()
			w.mu.Unlock()
		}
	}
}

// load reads the configuration anew, with a file of the folder of connectors
// that is not there yet, if any.
func (w *Watcher) load(candidate *folderFile) (*Config, error) {
	o := w.options
	if was := w.Current().File; was != "" {
		o.File = was // gone is an error then, not a wish for the defaults
	}
	return load(o, candidate)
}

// concerns reports whether an event may have changed what the file holds.
func (w *Watcher) concerns(event fsnotify.Event) bool {
	if event.Op == fsnotify.Chmod {
		return filepath.Clean(event.Name) == w.path && w.Err() != nil // it may be readable now
	}
	if filepath.Clean(event.Name) == w.path {
		return true
	}
	if w.secretMoved(filepath.Clean(event.Name)) {
		return true
	}
	if event.Has(fsnotify.Create) && w.Err() != nil {
		return true // it may be what was missing
	}
	if filepath.Dir(filepath.Clean(event.Name)) == w.Current().ConnectorsFolder() {
		return !strings.HasPrefix(filepath.Base(event.Name), ".") // which is on its way to be one
	}
	target, _ := filepath.EvalSymlinks(w.path)
	moved := target != w.real
	w.real = target
	return moved
}

// reload loads into a new configuration and puts it in force if it is valid and
// differs. w.mu is held.
func (w *Watcher) reload() {
	cfg, err := w.load(nil)
	old := w.Err()
	switch {
	case err != nil:
		if old != nil && old.Error() == err.Error() {
			return
		}
		w.refused.Store(&err)
		w.onChange(nil, err)
	case old != nil || !reflect.DeepEqual(cfg, w.Current()):
		w.refused.Store(nil)
		w.current.Store(cfg)
		w.addFolders(cfg) // they may be others, or there now
		w.onChange(cfg, nil)
	}
}
