// Package form shows a tone template's YAML as places that a page can fill in,
// and writes what was filled in back into the same text: what was not touched,
// comments and blank lines among it, stays byte for byte.
package form

import (
	"reflect"
	"strings"

	"goodgraces/responder/templates"
)

// Kind is what a place holds.
type Kind string

// The kinds of places.
const (
	Text   Kind = "text"   // one line
	Number Kind = "number" // a whole number, or nothing
	Lines  Kind = "lines"  // a list, one line each
	Switch Kind = "switch" // true, or nothing
)

// Place is something that a template can hold.
type Place struct {
	Path  string // dotted, as problems name it: "parts.feeling.calm"
	Kind  Kind
	Keyed bool // one such place for each key below Path, as for each topic
}

// Places lists what a template can hold, in the order of its type.
func Places() []Place { return places(reflect.TypeFor[templates.Template](), "") }

func places(t reflect.Type, path string) []Place {
	var all []Place
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if !f.IsExported() || name == "" || name == "-" {
			continue
		}
		all = append(all, placesOf(f.Type, join(path, name))...)
	}
	return all
}

func placesOf(t reflect.Type, path string) []Place {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Struct:
		return places(t, path)
	case reflect.Map:
		below := placesOf(t.Elem(), path)
		for i := range below {
			below[i].Keyed = true
		}
		return below
	case reflect.Slice:
		return []Place{{Path: path, Kind: Lines}}
	case reflect.String:
		return []Place{{Path: path, Kind: Text}}
	case reflect.Bool:
		return []Place{{Path: path, Kind: Switch}}
	}
	return []Place{{Path: path, Kind: Number}}
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
