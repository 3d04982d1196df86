package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// maxFile bounds a configuration and a secret, in bytes. Real ones have a few
// thousand.
const maxFile = 1 << 20

// readFile reads a configuration file. Errors name the remedy, not the file.
func readFile(name string) ([]byte, error) {
	data, err := readSmall(name)
	if err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, errors.New("the file is empty; write one with graces config init, or delete it to use the defaults")
	}
	return data, nil
}

// readSmall reads a regular file of at most maxFile bytes.
func readSmall(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("there is no such file")
	case err != nil:
		return nil, unreadable(err)
	case info.IsDir():
		return nil, errors.New("this is a folder; name a file in it")
	case !info.Mode().IsRegular():
		return nil, errors.New("this is not a regular file")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, unreadable(err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("the file is larger than %d bytes; is it the right one?", maxFile)
	}
	return data, nil
}

func unreadable(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	return fmt.Errorf("cannot be read: %w; give the user that runs graces leave to read it", err)
}

// parseNodes parses one YAML document whose root is a section.
func parseNodes(data []byte) (*yaml.Node, *Problem) {
	if line := invalidLine(data); line > 0 {
		return nil, &Problem{Line: line, Message: "this line is not valid UTF-8; save the file as UTF-8"}
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, second yaml.Node
	err := dec.Decode(&doc)
	if errors.Is(err, io.EOF) { // comments alone
		return &yaml.Node{Kind: yaml.MappingNode}, nil
	}
	if err != nil {
		return nil, yamlProblem(err, data)
	}
	if err := dec.Decode(&second); !errors.Is(err, io.EOF) {
		return nil, &Problem{Line: max(1, second.Line), Message: "the file holds a second document (---); keep one"}
	}
	root := resolve(doc.Content[0])
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		root = &yaml.Node{Kind: yaml.MappingNode}
	}
	if root.Kind != yaml.MappingNode {
		return nil, &Problem{Line: max(1, root.Line), Message: "the file must hold sections such as store: and desk:"}
	}
	return root, nil
}

// invalidLine returns the first line that is not UTF-8, 0 when all are.
func invalidLine(data []byte) int {
	for i, line := range bytes.Split(data, []byte("\n")) {
		if !utf8.Valid(line) {
			return i + 1
		}
	}
	return 0
}

var (
	yamlLine   = regexp.MustCompile(`line (\d+): `)
	yamlQuoted = regexp.MustCompile("`[^`]*`|'[^']*'|\"[^\"]*\"")
)

// yamlProblem makes a problem of a YAML error. What the error quotes from the
// file is left out: it may be a part of a secret.
func yamlProblem(err error, data []byte) *Problem {
	if line := tabbedLine(data); line > 0 {
		return &Problem{Line: line, Message: "this line begins with a tab; YAML is indented with spaces"}
	}
	msg := err.Error()
	p := &Problem{}
	if m := yamlLine.FindStringSubmatch(msg); m != nil {
		p.Line, _ = strconv.Atoi(m[1])
		msg = msg[strings.Index(msg, m[0])+len(m[0]):]
	}
	if i := strings.LastIndex(msg, "yaml: "); i >= 0 {
		msg = msg[i+len("yaml: "):]
	}
	msg, _, _ = strings.Cut(msg, "\n")
	p.Message = "not valid YAML: " + yamlQuoted.ReplaceAllString(msg, "…") + "; text with : # * & ! or a leading quote needs quotes around it"
	return p
}

// tabbedLine returns the first line that is indented with a tab.
func tabbedLine(data []byte) int {
	for i, line := range bytes.Split(data, []byte("\n")) {
		indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
		if bytes.ContainsRune(indent, '\t') {
			return i + 1
		}
	}
	return 0
}

// plainKey is a key that may be repeated in an error. What is not, could be a
// value whose colon lacks its space.
var plainKey = regexp.MustCompile(`^[A-Za-z0-9_.-]{1,40}$`)

// walk notes the line of every key and reports unknown keys and sections that
// are none. at is the key in the schema, path the key in the file, with indexes.
func (l *loader) walk(node *yaml.Node, at, path string) {
	node = resolve(node)
	if isNull(node) {
		return
	}
	if node.Kind != yaml.MappingNode {
		l.report(path, "must be a section with the keys %s", strings.Join(known.children[at], ", "))
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		l.visit(key.Value, key.Line, node.Content[i+1], at, path)
	}
}

// visit deals with one key of a section.
func (l *loader) visit(name string, line int, value *yaml.Node, at, path string) {
	if !plainKey.MatchString(name) {
		l.problems = append(l.problems, Problem{File: l.file, Line: line, Key: path,
			Message: "this line's key is no plain word; put a space after its colon, and quotes around text that holds one"})
		return
	}
	key, in := join(path, name), join(at, name)
	l.lines[key] = line
	f, isField := known.fields[in]
	switch {
	case isField && f.kind == settings:
		l.noteSettings(value, key)
	case isField:
	case known.children[in+"[]"] != nil:
		l.walkList(value, in, key)
	case known.children[in] != nil:
		l.walk(value, in, key)
	default:
		l.report(key, "%s", known.unknown(at, name))
	}
}

func (l *loader) walkList(node *yaml.Node, at, path string) {
	node = resolve(node)
	if isNull(node) {
		return
	}
	if node.Kind != yaml.SequenceNode {
		l.report(path, "must be a list: each element begins with - and has the keys %s", strings.Join(known.children[at+"[]"], ", "))
		return
	}
	for i, element := range node.Content {
		key := fmt.Sprintf("%s[%d]", path, i)
		l.lines[key] = element.Line
		if isNull(resolve(element)) {
			l.report(key, "is empty; it must have the keys %s", strings.Join(known.children[at+"[]"], ", "))
			continue
		}
		l.walk(element, at+"[]", key)
	}
}

// noteSettings notes the lines of a connector's settings; its spec checks them.
func (l *loader) noteSettings(node *yaml.Node, path string) {
	node = resolve(node)
	if node.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		l.lines[path+"."+strings.ToLower(node.Content[i].Value)] = node.Content[i].Line
	}
}

// resolve follows aliases.
func resolve(node *yaml.Node) *yaml.Node {
	for node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	return node
}

func isNull(node *yaml.Node) bool { return node.Kind == yaml.ScalarNode && node.Tag == "!!null" }
