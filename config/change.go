package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
)

// ErrNotOurs: a connector of the configuration file is changed there.
var ErrNotOurs = errors.New("it stands in the configuration file and is changed there")

// CheckConnector returns what is wrong with a connector that is to be saved, by
// its key (name, settings.KEY): nil for nothing. Nothing is written. A problem
// with a File is one of the configuration as it is, which must be put right
// first.
func (w *Watcher) CheckConnector(c Connector) []Problem {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.check(c)
}

func (w *Watcher) check(c Connector) []Problem {
	if !isName(c.Name) {
		return []Problem{{Key: "name", Message: "must be " + known.fields["connectors[].name"].allowed}}
	}
	f := folderFile{w.fileOf(c.Name), []byte(connectorYAML(c, func(string) bool { return false }))}
	return w.problemsWith(f)
}

// problemsWith loads the configuration with a file that is not there yet.
func (w *Watcher) problemsWith(f folderFile) (out []Problem) {
	_, err := w.load(&f)
	if err == nil {
		return nil
	}
	problems, ok := errors.AsType[*Problems](err)
	if !ok {
		return []Problem{{Message: err.Error()}}
	}
	for _, p := range problems.List {
		if p.File == f.path {
			p.File, p.Line = "", 0
			p.Key = withoutElement(p.Key)
		}
		out = append(out, p)
	}
	return out
}

// SaveConnector writes a connector into a file of its own in the folder of
// connectors, its secrets into files beside it, and puts it in force. A secret
// among its Files stays in that file. What is wrong with it is a *Problems, and
// then nothing was written.
func (w *Watcher) SaveConnector(c Connector) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	old, there := w.connector(c.Name)
	if there && old.File == "" {
		return fmt.Errorf("connector %s: %w", c.Name, ErrNotOurs)
	}
	if problems := w.check(c); len(problems) > 0 {
		return &Problems{List: problems}
	}
	if err := w.write(c, old.Settings); err != nil {
		return fmt.Errorf("connector %s: it could not be saved: %w; give the user that runs graces leave to write there", c.Name, err)
	}
	w.reload()
	return nil
}

// write puts the secrets down first, and then the file that names them. Those
// that it no longer names go last.
func (w *Watcher) write(c Connector, before map[string]any) error {
	path := w.fileOf(c.Name)
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := w.files.Add(dir); err != nil {
		return err
	}
	isSecret := func(key string) bool { return w.options.IsSecret == nil || w.options.IsSecret(c.Type, key) }
	for _, key := range sortedKeys(c.Settings) {
		if isSecret(key) && c.Files[key] == "" {
			if err := replaceFile(filepath.Join(dir, nameOfSecret(c.Name, key)), fmt.Sprintln(c.Settings[key])); err != nil {
				return err
			}
		}
	}
	if err := replaceFile(path, connectorHeader+connectorYAML(c, isSecret)); err != nil {
		return err
	}
	gone := maps.Clone(before)
	maps.DeleteFunc(gone, func(key string, _ any) bool { _, kept := c.Settings[key]; return kept || !isSecret(key) })
	return removeSecrets(dir, c.Name, gone)
}

// removeSecrets removes the files of secrets, those that there are.
func removeSecrets(dir, connector string, settings map[string]any) (err error) {
	for _, key := range sortedKeys(settings) {
		one := os.Remove(filepath.Join(dir, nameOfSecret(connector, key)))
		if !errors.Is(one, fs.ErrNotExist) {
			err = errors.Join(err, one)
		}
	}
	return err
}

// RemoveConnector removes a connector's file and its secrets, and stops it. A
// connector of the configuration file is none of ours to remove.
func (w *Watcher) RemoveConnector(name string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	c, there := w.connector(name)
	switch {
	case !there:
		return fmt.Errorf("connector %s: %w", name, fs.ErrNotExist)
	case c.File == "":
		return fmt.Errorf("connector %s: %w", name, ErrNotOurs)
	}
	err := os.Remove(c.File)
	if err == nil {
		err = removeSecrets(filepath.Dir(c.File), name, c.Settings)
	}
	w.reload()
	if err != nil {
		return fmt.Errorf("connector %s: %w", name, err)
	}
	return nil
}

func (w *Watcher) connector(name string) (Connector, bool) {
	for _, c := range w.Current().Connectors {
		if c.Name == name {
			return c, true
		}
	}
	return Connector{}, false
}

// fileOf is where a connector of that name is kept.
func (w *Watcher) fileOf(name string) string {
	if c, there := w.connector(name); there && c.File != "" {
		return c.File
	}
	return filepath.Join(w.Current().ConnectorsFolder(), name+".yaml")
}

// replaceFile writes a file that only we may read: afterwards it holds what it
// held before, or all of the new text, also after a crash.
func replaceFile(path, text string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*") // its mode is 0600
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder makes a rename last.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync() // some systems cannot sync a folder: the rename stands all the same
	return d.Close()
}
