package form

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Doc is a template's text, read leniently: it may hold what the schema
// forbids, so that somebody can put it right.
type Doc struct {
	text string
	root *yaml.Node // the outermost mapping
}

// errShape is a text that no form can show.
var errShape = errors.New("line 1: a template is a list of names with values, such as “name: warm-en”")

// Read reads a template's text. The error of text that is no YAML names the line.
func Read(text string) (*Doc, error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var doc yaml.Node
	err := yaml.NewDecoder(strings.NewReader(text)).Decode(&doc)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, errors.New(strings.TrimPrefix(err.Error(), "yaml: "))
	}
	if len(doc.Content) == 0 {
		return &Doc{text, &yaml.Node{Kind: yaml.MappingNode}}, nil
	}
	if doc.Content[0].Kind != yaml.MappingNode {
		return nil, errShape
	}
	return &Doc{text, doc.Content[0]}, nil
}

// String is the text.
func (d *Doc) String() string { return d.text }

// Values lists what a place holds: the lines of a list, or one value.
func (d *Doc) Values(path string) []string {
	return values(d.find(path))
}

func values(value *yaml.Node) []string {
	if value = real(value); value == nil {
		return nil
	}
	switch value.Kind {
	case yaml.SequenceNode:
		out := make([]string, 0, len(value.Content))
		for _, item := range value.Content {
			out = append(out, real(item).Value)
		}
		return out
	case yaml.ScalarNode:
		if value.Tag != "!!null" {
			return []string{value.Value}
		}
	}
	return nil
}

// Keys lists the keys below a path, in the order of the text.
func (d *Doc) Keys(path string) []string {
	value := real(d.find(path))
	if value == nil || value.Kind != yaml.MappingNode {
		return nil
	}
	var keys []string
	for i := 0; i+1 < len(value.Content); i += 2 {
		keys = append(keys, value.Content[i].Value)
	}
	return keys
}

// PathAt is the innermost place at a line of the text, counted from 1; "" is
// none.
func (d *Doc) PathAt(line int) string { return pathAt(d.root, "", line) }

func pathAt(m *yaml.Node, path string, line int) string {
	at := path
	for i := 0; i+1 < len(m.Content) && m.Content[i].Line <= line; i += 2 {
		key, value := m.Content[i], m.Content[i+1]
		at = join(path, key.Value)
		switch value.Kind {
		case yaml.MappingNode:
			at = pathAt(value, at, line)
		case yaml.SequenceNode:
			at = itemAt(value, at, key.Line, line)
		}
	}
	return at
}

// itemAt is the item at a line of a list that has a line for each.
func itemAt(list *yaml.Node, path string, keyLine, line int) string {
	at := path
	for i, item := range list.Content {
		if keyLine < item.Line && item.Line <= line {
			at = join(path, strconv.Itoa(i))
		}
	}
	return at
}

// find returns the value of a path, nil where it is not there.
func (d *Doc) find(path string) *yaml.Node {
	value := d.root
	for name := range strings.SplitSeq(path, ".") {
		if _, value = entry(value, name); value == nil {
			return nil
		}
	}
	return value
}

// entry finds a name in a mapping.
func entry(m *yaml.Node, name string) (key, value *yaml.Node) {
	if m = real(m); m == nil || m.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == name {
			return m.Content[i], m.Content[i+1]
		}
	}
	return nil, nil
}

// real is what an alias stands for.
func real(n *yaml.Node) *yaml.Node {
	if n != nil && n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// encode writes a node as block YAML, two spaces a level.
func encode(n *yaml.Node) (string, error) {
	var out bytes.Buffer
	e := yaml.NewEncoder(&out)
	e.SetIndent(2)
	if err := e.Encode(n); err != nil {
		return "", err
	}
	return out.String(), e.Close()
}
