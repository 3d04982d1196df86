package form

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Change is what a place shall hold: the lines of a list, or one value.
// Nothing takes the place out of the text.
type Change struct {
	Path   string
	Kind   Kind
	Values []string
}

// Write returns the text with the changes made. A place that holds what it
// shall hold already is not touched.
func Write(text string, changes []Change) (string, error) {
	d, err := Read(text)
	if err != nil {
		return "", err
	}
	for _, c := range changes {
		c.Values = tidy(c.Values)
		was := d.Values(c.Path)
		if slices.Equal(was, c.Values) && (was == nil) == (len(c.Values) == 0) {
			continue
		}
		if d, err = d.set(c); err != nil {
			return "", fmt.Errorf("%s: %w; edit it as YAML", c.Path, err)
		}
	}
	return d.text, nil
}

// tidy makes each value one line, and leaves out the empty ones.
func tidy(values []string) []string {
	out := make([]string, 0, len(values))
	for _, v := range values {
		if v = strings.Join(strings.Fields(v), " "); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// set makes one change in the tree, and then of the text only in the innermost
// entry in block style around it. Should that not read back as the tree, as in
// a text of unusual shape, the whole is written anew: comments stay then, too,
// blank lines do not.
func (d *Doc) set(c Change) (*Doc, error) {
	s := d.innermost(c)
	s.from, s.to = d.lines(s)
	put(s.m, append([]string{s.name}, s.below...), c)
	if spliced, err := Read(d.splice(s)); err == nil && same(spliced.root, d.root) {
		return spliced, nil
	}
	text, err := encode(d.root)
	if err != nil {
		return nil, err
	}
	return Read(text)
}

// spot is where a text is changed: a name in a mapping in block style.
type spot struct {
	m        *yaml.Node
	name     string
	below    []string // the rest of the path
	indent   int      // columns before the name
	from, to int      // lines of the text, counted from 0: [from, to) hold the entry
}

// innermost descends through mappings in block style along a change's path. A
// mapping that the change leaves empty goes with it.
func (d *Doc) innermost(c Change) *spot {
	names := strings.Split(c.Path, ".")
	s := &spot{m: d.root, name: names[0], below: names[1:]}
	emptied := s
	for len(s.below) > 0 {
		_, value := entry(s.m, s.name)
		if value == nil || value.Kind != yaml.MappingNode || value.Style&yaml.FlowStyle != 0 || len(value.Content) == 0 {
			break
		}
		s = &spot{m: value, name: s.below[0], below: s.below[1:], indent: value.Column - 1}
		if len(value.Content) > 2 {
			emptied = s
		}
	}
	if _, there := entry(s.m, s.name); there != nil && len(s.below) == 0 && len(c.Values) == 0 {
		return &spot{m: emptied.m, name: emptied.name, indent: emptied.indent}
	}
	return s
}

// lines finds the lines of a spot's entry; a new one goes to the end of its
// mapping.
func (d *Doc) lines(s *spot) (from, to int) {
	if key, value := entry(s.m, s.name); key != nil {
		return key.Line - 1, d.end(key, value)
	}
	if n := len(s.m.Content); n > 0 {
		to = d.end(s.m.Content[n-2], s.m.Content[n-1])
	}
	return to, to
}

// end is the line after an entry. Comments and blank lines after it belong to
// what follows.
func (d *Doc) end(key, value *yaml.Node) int {
	inside := map[*yaml.Node]bool{}
	last := key.Line
	walk(value, func(n *yaml.Node) { inside[n], last = true, max(last, n.Line) })
	lines := d.split()
	end := len(lines)
	walk(d.root, func(n *yaml.Node) {
		if !inside[n] && n.Line > last {
			end = min(end, n.Line-1)
		}
	})
	for end > last && blank(lines[end-1]) {
		end--
	}
	return end
}

// blank reports whether a line holds no more than a comment.
func blank(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || line[0] == '#' || line == "..."
}

func walk(n *yaml.Node, visit func(*yaml.Node)) {
	visit(n)
	for _, c := range n.Content {
		walk(c, visit)
	}
}

func (d *Doc) split() []string {
	lines := strings.SplitAfter(d.text, "\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	}
	return lines
}

// splice puts the entry, as the tree has it now, in the place of its lines.
func (d *Doc) splice(s *spot) string {
	lines := d.split()
	before, after := strings.Join(lines[:s.from], ""), strings.Join(lines[s.to:], "")
	if before != "" && !strings.HasSuffix(before, "\n") {
		before += "\n"
	}
	return before + s.render() + after
}

// render writes the entry alone, indented as it stands.
func (s *spot) render() string {
	key, value := entry(s.m, s.name)
	if key == nil {
		return ""
	}
	text, err := encode(&yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{unfooted(key), unfooted(value)}})
	if err != nil {
		return ""
	}
	pad := strings.Repeat(" ", s.indent)
	return pad + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+pad) + "\n"
}

// unfooted is a node without the comments before and after it, whose lines stay
// where they are in the text.
func unfooted(n *yaml.Node) *yaml.Node {
	bare := *n
	bare.HeadComment, bare.FootComment = "", ""
	if last := len(bare.Content) - 1; last >= 0 {
		bare.HeadComment = n.HeadComment // of a list: it stands between the name and the first line
		bare.Content = append(slices.Clone(bare.Content[:last]), footless(bare.Content[last]))
	}
	return &bare
}

func footless(n *yaml.Node) *yaml.Node {
	bare := *n
	bare.FootComment = ""
	return &bare
}

// put gives the value at the end of names, seen from a mapping, what it shall
// be, or takes it out.
func put(m *yaml.Node, names []string, c Change) {
	i := 0
	for i < len(m.Content) && m.Content[i].Value != names[0] {
		i += 2
	}
	if len(c.Values) == 0 {
		if i < len(m.Content) {
			m.Content = slices.Delete(m.Content, i, i+2)
		}
		return
	}
	if i == len(m.Content) {
		m.Content = append(m.Content, scalar(names[0]), &yaml.Node{})
	}
	if len(names) == 1 {
		m.Content[i+1] = shaped(m.Content[i+1], c)
		return
	}
	if m.Content[i+1].Kind != yaml.MappingNode {
		m.Content[i+1] = &yaml.Node{Kind: yaml.MappingNode}
	}
	put(m.Content[i+1], names[1:], c)
}

// shaped is a value as it shall be, in the style of what it was.
func shaped(was *yaml.Node, c Change) *yaml.Node {
	switch c.Kind {
	case Lines:
		return list(was, c.Values)
	case Number, Switch:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: c.Values[0], LineComment: was.LineComment}
	}
	return likewise(scalar(c.Values[0]), was)
}

// likewise gives a new value the style and the comments of the old one.
func likewise(n, was *yaml.Node) *yaml.Node {
	if was.Kind == yaml.ScalarNode {
		n.Style = was.Style &^ (yaml.LiteralStyle | yaml.FoldedStyle)
		n.HeadComment, n.LineComment = was.HeadComment, was.LineComment
	}
	return n
}

// list keeps the lines that stay, with their comments. A new line takes the
// comments of the one that went from its place: it is that one, reworded.
func list(was *yaml.Node, values []string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Content: make([]*yaml.Node, len(values))}
	var old []*yaml.Node
	if was.Kind == yaml.SequenceNode {
		n.Style, n.HeadComment, n.LineComment = was.Style, was.HeadComment, was.LineComment
		old = slices.Clone(was.Content)
	}
	for i, v := range values {
		if at := slices.IndexFunc(old, func(o *yaml.Node) bool { return o != nil && o.Value == v }); at >= 0 {
			n.Content[i], old[at] = old[at], nil
		}
	}
	for i, v := range values {
		if n.Content[i] != nil {
			continue
		}
		n.Content[i] = scalar(v)
		switch {
		case i < len(old) && old[i] != nil:
			n.Content[i], old[i] = likewise(n.Content[i], old[i]), nil
		case n.Style&yaml.FlowStyle == 0:
			n.Content[i].Style = yaml.DoubleQuotedStyle // any wording is safe in it
		}
	}
	return n
}

func scalar(v string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: v} }

// same reports whether two trees hold the same.
func same(a, b *yaml.Node) bool {
	a, b = real(a), real(b)
	return a.Kind == b.Kind && a.Value == b.Value &&
		slices.EqualFunc(a.Content, b.Content, same)
}
