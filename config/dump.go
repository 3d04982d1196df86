package config

import (
	"fmt"
	"io"
	"net/url"
	"reflect"
	"time"

	"go.yaml.in/yaml/v3"

	"goodgraces/care"
)

// mask stands for a secret.
const mask = "********"

// Dump writes a configuration as YAML with its secrets masked, passwords and
// tokens within addresses included. isSecret is Options.IsSecret.
func Dump(w io.Writer, cfg *Config, isSecret func(connectorType, key string) bool) error {
	d := dumper{isSecret: isSecret}
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(d.section(reflect.ValueOf(*cfg), "")); err != nil {
		return fmt.Errorf("config: dump: %w", err)
	}
	return enc.Close()
}

type dumper struct {
	isSecret func(connectorType, key string) bool
}

// section writes a struct in the order of its fields, under their names in
// the file.
func (d dumper) section(v reflect.Value, at string) *yaml.Node {
	node := &yaml.Node{Kind: yaml.MappingNode}
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("mapstructure")
		if name == "-" {
			continue
		}
		node.Content = append(node.Content, plain(name), d.node(v.Field(i), join(at, name)))
	}
	return node
}

func (d dumper) node(v reflect.Value, at string) *yaml.Node {
	switch value := v.Interface().(type) {
	case time.Duration:
		return plain(Short(value))
	case Connector:
		return d.connector(value, at)
	case string:
		if known.fields[at].secret {
			return plain(secret(value))
		}
	}
	switch v.Kind() {
	case reflect.Struct:
		return d.section(v, at)
	case reflect.Slice:
		node := &yaml.Node{Kind: yaml.SequenceNode}
		for i := range v.Len() {
			node.Content = append(node.Content, d.node(v.Index(i), at+"[]"))
		}
		return node
	}
	if names := known.children[at]; v.Kind() == reflect.Map && len(names) > 0 {
		return named(v, names)
	}
	return plain(v.Interface())
}

// named writes a map in the order of the table.
func named(v reflect.Value, names []string) *yaml.Node {
	node := &yaml.Node{Kind: yaml.MappingNode}
	for _, name := range names {
		if value := v.MapIndex(reflect.ValueOf(name)); value.IsValid() {
			node.Content = append(node.Content, plain(name), plain(value.Interface()))
		}
	}
	return node
}

// connector writes a connector; what its type calls secret is masked.
func (d dumper) connector(c Connector, at string) *yaml.Node {
	shown := map[string]any{}
	for key, value := range c.Settings {
		if d.isSecret == nil || d.isSecret(c.Type, key) {
			value = mask
		}
		shown[key] = value
	}
	c.Settings = shown
	return d.section(reflect.ValueOf(c), at)
}

// plain makes the node of a value that is no secret. Addresses in it may hold
// one all the same.
func plain(v any) *yaml.Node {
	node := &yaml.Node{}
	if err := node.Encode(v); err != nil { // YAML can say all that it can read
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: mask}
	}
	maskNode(node)
	return node
}

func maskNode(node *yaml.Node) {
	if node.Kind == yaml.ScalarNode {
		node.Value = care.MaskAddresses(node.Value)
	}
	for _, child := range node.Content {
		maskNode(child)
	}
}

// secret shows where a secret address leads, and neither who signs in nor a key of
// it. What is no address is masked whole.
func secret(s string) string {
	if u, err := url.Parse(s); s != "" && (err != nil || u.Host == "") {
		return mask
	}
	return care.MaskAddress(s)
}
