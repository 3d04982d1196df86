package config

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// folderFile is one file of the folder of connectors: graces.yaml's section
// connectors, of one element as the desk writes it.
type folderFile struct {
	path string
	data []byte
}

// ConnectorsFolder is where the connectors are kept that were set up in the desk.
func (c *Config) ConnectorsFolder() string {
	if c.ConnectorsDir != "" {
		return filepath.Clean(c.ConnectorsDir)
	}
	return filepath.Join(c.Data, "connectors")
}

// AnswersFolder is where the known answers are kept: beside the team's own
// templates, else in the data folder.
func (c *Config) AnswersFolder() string {
	if c.Responder.Templates != "" {
		return filepath.Clean(c.Responder.Templates)
	}
	return filepath.Join(c.Data, "answers")
}

// readFolder reads the folder's files in the order of their names; none where
// there is no folder.
func readFolder(dir string) ([]folderFile, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		if above, e := os.Stat(filepath.Dir(dir)); e == nil && !above.IsDir() {
			return nil, nil // whoever needs the data folder says what is wrong with it
		}
		return nil, unreadable(err)
	}
	var files []folderFile
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".yaml" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		path := filepath.Join(dir, e.Name())
		data, err := readFile(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		files = append(files, folderFile{path, data})
	}
	return files, nil
}

// addFolder adds the connectors of the folder to those of the file.
func (l *loader) addFolder(cfg *Config) {
	l.last = len(cfg.Connectors)
	dir := cfg.ConnectorsFolder()
	files, err := readFolder(dir)
	if err != nil {
		l.problems = append(l.problems, Problem{File: dir, Message: err.Error()})
	}
	var parts []*loader
	for _, f := range l.standIn(files) {
		part := l.part(f)
		first := len(cfg.Connectors)
		cfg.Connectors = append(cfg.Connectors, part.connectors()...)
		part.first, part.last = first, len(cfg.Connectors)
		parts = append(parts, part)
	}
	for _, part := range append([]*loader{l}, parts...) {
		part.finishConnectors(cfg)
		part.checkNames(cfg.Connectors)
	}
	for _, part := range parts {
		l.problems = append(l.problems, part.problems...)
	}
}

// withoutElement is the key within an element of a list.
func withoutElement(key string) string {
	_, in, found := strings.Cut(key, "].")
	if !found {
		return key
	}
	return in
}

// standIn puts the file that is to be written, if there is one, in the place of
// the one that is there.
func (l *loader) standIn(files []folderFile) []folderFile {
	c := l.candidate
	if c == nil {
		return files
	}
	files = slices.DeleteFunc(files, func(f folderFile) bool { return f.path == c.path })
	if len(c.data) > 0 {
		files = append(files, *c)
	}
	return files
}

// part reads one file of the folder.
func (l *loader) part(f folderFile) *loader {
	part := newLoader(l.options)
	part.env, part.file, part.folder = l.env, f.path, filepath.Dir(f.path)
	part.parse(f.data)
	for key := range part.lines {
		if !strings.ContainsAny(key, ".[") && key != "connectors" {
			part.report(key, "this belongs in the configuration file; here there is a connector alone")
		}
	}
	return part
}

// connectors are those of a file of the folder.
func (l *loader) connectors() (all []Connector) {
	elements := l.elements("connectors")
	if len(elements) != 1 && len(l.problems) == 0 {
		l.report("connectors", "must hold one connector: each has a file of its own in this folder")
	}
	for _, e := range elements {
		c := Connector{File: l.file}
		c.Name, _ = e["name"].(string)
		c.Type, _ = e["type"].(string)
		c.Disabled, _ = e["disabled"].(bool)
		c.Requests, _ = e["daily_requests"].(int)
		c.Money, _ = e["daily_money"].(float64)
		c.Settings, _ = e["settings"].(map[string]any)
		all = append(all, c)
	}
	return all
}

const connectorHeader = "# Set up in the desk, and changed there: Status, the connector's name. It may be\n" +
	"# changed here as well. A relative path of a secret's file counts from this folder.\n"

// ConnectorYAML is a connector as a section of a configuration, to be looked at.
// Its secrets are named by files, and addresses are masked as in Dump.
func ConnectorYAML(c Connector, isSecret func(connectorType, key string) bool) string {
	section := connectorNode(c, func(key string) bool { return isSecret(c.Type, key) })
	maskNode(section)
	return written(section)
}

// connectorYAML is what is written down. Where a secret has no file, it gets one
// of its own: see nameOfSecret.
func connectorYAML(c Connector, isSecret func(key string) bool) string {
	return written(connectorNode(c, isSecret))
}

func connectorNode(c Connector, isSecret func(key string) bool) *yaml.Node {
	settings := &yaml.Node{Kind: yaml.MappingNode}
	for _, key := range sortedKeys(c.Settings) {
		if isSecret(key) {
			settings.Content = append(settings.Content, node(key+fileSuffix), node(cmp.Or(c.Files[key], nameOfSecret(c.Name, key))))
			continue
		}
		settings.Content = append(settings.Content, node(key), node(c.Settings[key]))
	}
	one := &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{node("name"), node(c.Name), node("type"), node(c.Type)}}
	for _, f := range []struct {
		key   string
		value any
		given bool
	}{{"disabled", c.Disabled, c.Disabled}, {"daily_requests", c.Requests, c.Requests != 0}, {"daily_money", c.Money, c.Money != 0}} {
		if f.given {
			one.Content = append(one.Content, node(f.key), node(f.value))
		}
	}
	one.Content = append(one.Content, node("settings"), settings)
	return &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{node("connectors"), {Kind: yaml.SequenceNode, Content: []*yaml.Node{one}}}}
}

func written(doc *yaml.Node) string {
	var b strings.Builder
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := errors.Join(enc.Encode(doc), enc.Close()); err != nil {
		return "" // texts, numbers and lists of them can always be written
	}
	return b.String()
}

func node(v any) *yaml.Node {
	n := &yaml.Node{}
	_ = n.Encode(v) // as above
	return n
}

// nameOfSecret is the name of the file that holds a secret of a connector.
func nameOfSecret(connector, key string) string { return connector + "." + key }
