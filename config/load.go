package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/viper"
)

// defaultFile is looked for in the working folder when no file is named.
const defaultFile = "graces.yaml"

// Load reads, decodes strictly and validates; it reports every problem at once
// (a *Problems). Flags win over the environment, the environment over the file,
// the file over the defaults.
func Load(o Options) (*Config, error) { return load(o, nil) }

// load is Load with a file of the folder of connectors that is not there yet.
func load(o Options, candidate *folderFile) (*Config, error) {
	l := newLoader(o)
	l.candidate = candidate
	name, data, err := readConfigured(o)
	if err != nil {
		return nil, problemsOf([]Problem{{File: name, Message: err.Error()}})
	}
	return l.load(name, data)
}

// readConfigured reads the file that is named, or the one in the working
// folder if there is one. Without a file, name is "".
func readConfigured(o Options) (name string, data []byte, err error) {
	name = o.File
	if name == "" {
		name = variables(o.Env)["GRACES_CONFIG"]
	}
	if name == "" {
		if _, err := os.Stat(defaultFile); errors.Is(err, fs.ErrNotExist) {
			return "", nil, nil
		}
		name = defaultFile
	}
	data, err = readFile(name)
	return name, data, err
}

// loader gathers one configuration and everything wrong with it.
type loader struct {
	options  Options
	v        *viper.Viper
	env      environment
	file     string
	folder   string            // the folder of connectors, of a file in it
	lines    map[string]int    // key → line in the file
	origin   map[string]string // key → the variable or flag that set it
	problems []Problem

	candidate   *folderFile // stands in for a file of the folder
	first, last int         // which of all the connectors are the file's
}

func newLoader(o Options) *loader {
	return &loader{
		options: o,
		v:       viper.New(),
		env:     environment{vars: variables(o.Env), used: map[string]bool{}},
		lines:   map[string]int{},
		origin:  map[string]string{},
	}
}

// load makes the configuration from the bytes of a file; name is "" when there
// is none.
func (l *loader) load(name string, data []byte) (*Config, error) {
	l.file = name
	if name != "" && !l.parse(data) {
		return nil, problemsOf(l.problems)
	}
	for _, f := range known.scalars() {
		l.v.SetDefault(f.key, f.value)
	}
	l.overlayEnv()
	l.overlayFlags()
	cfg := l.decode()
	l.reportUnusedEnv()
	l.crossCheck(cfg)
	if err := problemsOf(l.problems); err != nil {
		return nil, err
	}
	return cfg, nil
}

// parse reads the YAML twice: into nodes, for lines and unknown keys, and into
// viper. It reports whether it could be read at all.
func (l *loader) parse(data []byte) bool {
	root, problem := parseNodes(data)
	if problem == nil {
		l.walk(root, "", "")
		l.v.SetConfigType("yaml")
		if err := l.v.ReadConfig(bytes.NewReader(data)); err != nil {
			problem = yamlProblem(err, data)
		}
	}
	if problem != nil {
		problem.File = l.file
		l.problems = append(l.problems, *problem)
		return false
	}
	return true
}

// overlayEnv puts the environment's values over the file's.
func (l *loader) overlayEnv() {
	for _, f := range known.scalars() {
		if value, name, ok := l.env.take(f.key); ok {
			l.overlay(f, value, name)
		}
	}
}

// overlay sets a value over those of lower rank. A secret's value also
// replaces a KEY_file of lower rank, and the other way round.
func (l *loader) overlay(f field, value any, origin string) {
	l.v.Set(f.key, value)
	l.origin[f.key] = origin
	other := f.key + fileSuffix
	if _, secret := known.fields[other]; !secret {
		other = secretOf(f.key)
	}
	if _, fromEnv := l.origin[other]; other != "" && !fromEnv {
		l.v.Set(other, "")
	}
}

func (l *loader) overlayFlags() {
	for key, value := range l.options.Flags {
		f, ok := known.fields[key]
		if !ok {
			l.problems = append(l.problems, Problem{Key: key, Message: "a flag sets this key, and there is no such key"})
			continue
		}
		delete(l.origin, f.key+fileSuffix)
		l.overlay(f, value, "the command line")
	}
}

// report adds a problem with where its key was given: in a file, a variable or
// a flag.
func (l *loader) report(key, format string, args ...any) {
	p := Problem{Key: key, Message: fmt.Sprintf(format, args...)}
	if origin := l.origin[key]; origin != "" {
		p.Message = "from " + origin + ": " + p.Message
	} else if line := l.lineOf(key); line > 0 {
		p.File, p.Line = l.file, line
	}
	l.problems = append(l.problems, p)
}

// lineOf returns the line of a key or else of the section that it belongs in.
func (l *loader) lineOf(key string) int {
	for key != "" {
		if line := l.lines[key]; line > 0 {
			return line
		}
		key, _ = split(key)
	}
	return 0
}
