package known

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"goodgraces/responder/check"
	"goodgraces/responder/templates"
)

// ErrChanged says that an answer is no longer as whoever changes it saw it.
var ErrChanged = errors.New("known answers: somebody changed it meanwhile; look at it again")

// Hash tells one state of an answer from another.
func (a *Answer) Hash() string {
	text, err := yaml.Marshal(a)
	if err != nil {
		return "" // there is nothing in it that YAML cannot write
	}
	return templates.Hash(string(text))
}

// Put keeps an answer in its folder: in the place of the one of its name, which
// must be as seen says, or with seen "" as a new one at the end of answers.yaml.
// Of the files it changes these lines alone, and nothing where the answers would
// be broken with it; see Build for the levels.
func Put(folder string, a *Answer, seen string, levels check.Levels) error {
	return change(folder, a.Name, seen, a, levels)
}

// Remove takes an answer out of its file.
func Remove(folder, name, seen string, levels check.Levels) error {
	return change(folder, name, seen, nil, levels)
}

// changing lets one change after the other read the files and write them.
var changing sync.Mutex

// change writes the file that an answer stands in anew, with another in its
// place or with none.
func change(folder, name, seen string, next *Answer, levels check.Levels) error {
	changing.Lock()
	defer changing.Unlock()
	files, err := Files(folder)
	if err != nil {
		return err
	}
	old, err := Build(files, levels)
	if err != nil {
		return err
	}
	at, entry, err := locate(files, name, levels)
	switch {
	case err != nil:
		return err
	case seen == "" && entry != nil:
		return templates.Problem{Field: "name", Message: fmt.Sprintf("%q is the name of another; give this one another name", name)}.Err()
	case seen != "" && (entry == nil || entry.answer.Hash() != seen):
		return ErrChanged
	case entry == nil:
		files, at = withFirst(files, folder)
	}
	before := files[at].Body
	if files[at].Body, err = files[at].with(entry, next); err != nil {
		return err
	}
	written, err := Build(files, levels)
	if err != nil {
		return err
	}
	if !maps.Equal(written.hashes(), old.changed(name, next).hashes()) {
		return templates.Problem{File: files[at].Path, Message: fmt.Sprintf("the lines of %s cannot be told from those around them; change the file by hand", name)}.Err()
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("known answers: %w", err)
	}
	return replace(files[at].Path, before, files[at].Body)
}

// changed is the set with another answer in the place of the one of a name, or
// with none.
func (s *Set) changed(name string, next *Answer) *Set {
	if next != nil {
		return s.With(next)
	}
	return &Set{answers: slices.DeleteFunc(s.All(), func(a *Answer) bool { return a.Name == name })}
}

// hashes are those of all answers, by name.
func (s *Set) hashes() map[string]string {
	all := map[string]string{}
	for _, a := range s.answers {
		all[a.Name] = a.Hash()
	}
	return all
}

// entry is an answer and the lines of its file that hold it, [from, to); of a new
// one, those in whose place it comes.
type entry struct {
	answer   *Answer
	node     *yaml.Node
	from, to int
	indent   string // before its dash
}

// locate finds the file and the lines of an answer; nil where there is none of
// the name.
func locate(files []File, name string, levels check.Levels) (at int, e *entry, err error) {
	for i, f := range files {
		found, err := Parse(f, levels)
		if err != nil {
			return 0, nil, err
		}
		k := slices.IndexFunc(found, func(a *Answer) bool { return a.Name == name })
		if k < 0 {
			continue
		}
		e, err := f.entry(k)
		if err == nil {
			e.answer = found[k]
		}
		return i, e, err
	}
	return 0, nil, nil
}

// withFirst is the files, answers.yaml among them, and which that is.
func withFirst(files []File, folder string) ([]File, int) {
	path := filepath.Join(folder, "answers.yaml")
	at := slices.IndexFunc(files, func(f File) bool { return f.Path == path })
	if at < 0 {
		return append(files, File{Path: path}), len(files)
	}
	return files, at
}

// entry finds the lines of the answer at a place in the list.
func (f File) entry(at int) (*entry, error) {
	list, err := f.list()
	if err != nil {
		return nil, err
	}
	lines := strings.SplitAfter(f.Body, "\n")
	e := &entry{node: list.Content[at], from: dash(lines, list.Content[at].Line-1), to: len(lines)}
	if at+1 < len(list.Content) {
		e.to = dash(lines, list.Content[at+1].Line-1)
	}
	for e.to > e.from+1 && apart(lines[e.to-1]) {
		e.to-- // what stands before the next belongs to it
	}
	e.indent = indent(lines[e.from])
	return e, nil
}

// end is the place of a new answer: behind the last, or where "[]" stands.
func (f File) end() (*entry, error) {
	list, err := f.list()
	if err != nil {
		return nil, err
	}
	lines := strings.SplitAfter(f.Body, "\n")
	e := &entry{from: len(lines), to: len(lines)}
	switch n := len(list.Content); {
	case n > 0:
		e.indent = indent(lines[dash(lines, list.Content[n-1].Line-1)])
	case list.Kind == yaml.SequenceNode:
		e.from, e.to = list.Line-1, list.Line
	}
	return e, nil
}

// list is the node of the list of answers, empty where the file is.
func (f File) list() (*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(f.Body), &doc); err != nil {
		return nil, templates.DecodeError(f.Path, err, ofAnswer)
	}
	if len(doc.Content) == 0 {
		return &doc, nil
	}
	list := doc.Content[0]
	if list.Style&yaml.FlowStyle != 0 && len(list.Content) > 0 {
		return nil, templates.Problem{File: f.Path, Line: list.Line, Message: "the list is written in brackets; write each answer behind a dash of its own, then it can be changed here"}.Err()
	}
	return list, nil
}

// indent is what stands before the dash of a line.
func indent(line string) string {
	before, _, _ := strings.Cut(line, "-")
	return before
}

// dash is the line with the dash of what begins at a line.
func dash(lines []string, at int) int {
	for at > 0 && !strings.HasPrefix(strings.TrimLeft(lines[at], " "), "-") {
		at--
	}
	return at
}

// apart reports a line that is empty or a comment.
func apart(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || line[0] == '#'
}

// with is the text of a file with the lines of an entry written anew, or taken
// out; without an entry, with an answer more.
func (f File) with(e *entry, next *Answer) (_ string, err error) {
	if e == nil {
		if e, err = f.end(); err != nil {
			return "", err
		}
	}
	text := ""
	if next != nil {
		if text, err = next.written(e.node); err != nil {
			return "", err
		}
		text = e.indent + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+e.indent) + "\n"
	}
	lines := strings.SplitAfter(f.Body, "\n")
	before := strings.Join(lines[:e.from], "")
	if before != "" && !strings.HasSuffix(before, "\n") {
		before += "\n"
	}
	return before + text + strings.Join(lines[e.to:], ""), nil
}

// written is an answer as an item of a list; what did not change of the one
// before stays as it was written, comments too.
func (a *Answer) written(before *yaml.Node) (string, error) {
	var node yaml.Node
	if err := node.Encode(a); err != nil {
		return "", fmt.Errorf("known answers: %s: %w", a.Name, err)
	}
	if before != nil {
		before.HeadComment = "" // it stands before its lines
		noFoot(before)
		over(before, &node)
		before.Style &^= yaml.FlowStyle
		node = *before
	}
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	err := enc.Encode(&yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{&node}})
	return out.String(), errors.Join(err, enc.Close())
}

// noFoot takes the comment off that stands behind the lines of a node: yaml puts
// it on the last of what the node has, of a mapping on the key.
func noFoot(n *yaml.Node) {
	n.FootComment = ""
	last := len(n.Content) - 1
	if last < 0 {
		return
	}
	if n.Kind == yaml.MappingNode {
		n.Content[last-1].FootComment = ""
	}
	noFoot(n.Content[last])
}

// over puts the fields of one mapping over those of another.
func over(before, next *yaml.Node) {
	fields := map[string]*yaml.Node{}
	for i := 0; i+1 < len(next.Content); i += 2 {
		fields[next.Content[i].Value] = next.Content[i+1]
	}
	var kept []*yaml.Node
	for i := 0; i+1 < len(before.Content); i += 2 {
		key, value := before.Content[i], before.Content[i+1]
		fresh := fields[key.Value]
		if fresh == nil {
			continue
		}
		if !same(value, fresh) {
			keepItems(value, fresh)
			fresh.LineComment, value = value.LineComment, fresh
		}
		kept = append(kept, key, value)
		delete(fields, key.Value)
	}
	for i := 0; i+1 < len(next.Content); i += 2 {
		if fields[next.Content[i].Value] != nil {
			kept = append(kept, next.Content[i], next.Content[i+1])
		}
	}
	before.Content = kept
}

// keepItems leaves the items that a list had before as they were written.
func keepItems(before, next *yaml.Node) {
	if before.Kind != yaml.SequenceNode || next.Kind != yaml.SequenceNode {
		return
	}
	for i, item := range next.Content {
		k := slices.IndexFunc(before.Content, func(b *yaml.Node) bool { return same(b, item) })
		if k >= 0 {
			next.Content[i] = before.Content[k]
		}
	}
}

// same reports two nodes that hold the same, however it is written.
func same(a, b *yaml.Node) bool {
	return a.Kind == b.Kind && a.Value == b.Value && slices.EqualFunc(a.Content, b.Content, same)
}

// replace writes a file: afterwards it holds what it held before, or all of the
// new text, also after a crash. A link stays one. What somebody else wrote since
// it was read stays too: another daemon may share the folder.
func replace(path, before, text string) error {
	mode := os.FileMode(0o600)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
		if info, err := os.Stat(path); err == nil {
			mode = info.Mode().Perm()
		}
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return fmt.Errorf("known answers: the folder cannot be written: %w; make it writable for the daemon, or change the file by hand", err)
	}
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = unchanged(path, before)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("known answers: %w", errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}

// unchanged reports by an error a file that no longer holds what was read of it.
func unchanged(path, before string) error {
	now, err := os.ReadFile(path)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case string(now) != before:
		return ErrChanged
	}
	return nil
}
