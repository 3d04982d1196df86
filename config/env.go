package config

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	envPrefix  = "GRACES_"
	fileSuffix = "_file"
)

// notOurs are variables that other parts read.
var notOurs = []string{"GRACES_CONFIG", "GRACES_TEST_", "GRACES_SCREENSHOTS"}

// environment is the GRACES_ variables and which of them set something.
type environment struct {
	vars map[string]string
	used map[string]bool
}

// variables picks the GRACES_ variables that are not empty.
func variables(environ []string) map[string]string {
	vars := map[string]string{}
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if strings.HasPrefix(name, envPrefix) && value != "" {
			vars[name] = value
		}
	}
	return vars
}

// envName is the variable that sets a key: store.url → GRACES_STORE_URL.
func envName(key string) string { return envPrefix + envWord(key) }

// envWord makes one word of a key or a connector's name.
func envWord(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r - 'a' + 'A'
		}
		if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, s)
}

func (e *environment) take(key string) (value, name string, ok bool) {
	name = envName(key)
	value, ok = e.vars[name]
	e.used[name] = ok
	return value, name, ok
}

// overlayConnector puts GRACES_CONNECTORS_NAME_SETTING over the settings of
// the connector at path.
func (l *loader) overlayConnector(c *Connector, path string, longer []string) {
	prefix := connectorPrefix(c.Name)
	for _, name := range sortedKeys(l.env.vars) {
		setting, ok := strings.CutPrefix(name, prefix)
		if !ok || setting == "" || hasAnyPrefix(name, longer) {
			continue
		}
		setting = strings.ToLower(setting)
		l.env.used[name] = true
		l.overlaySetting(c, path, setting, name)
	}
}

func (l *loader) overlaySetting(c *Connector, path, setting, name string) {
	if c.Settings == nil {
		c.Settings = map[string]any{}
	}
	c.Settings[setting] = l.env.vars[name]
	if c.Env == nil {
		c.Env = map[string]string{}
	}
	c.Env[strings.TrimSuffix(setting, fileSuffix)] = name
	l.origin[path+"."+setting] = name
	other := setting + fileSuffix
	if trimmed, ok := strings.CutSuffix(setting, fileSuffix); ok && l.isSecret(c.Type, trimmed) {
		other = trimmed
	}
	if l.origin[path+"."+other] == "" {
		delete(c.Settings, other)
	}
}

func connectorPrefix(name string) string { return envName("connectors." + name + ".") }

// longerPrefixes are the prefixes of connectors whose names begin with this
// one's: GRACES_CONNECTORS_X_EU_TOKEN is x_eu's, not x's.
func longerPrefixes(name string, all []Connector) []string {
	var longer []string
	for _, c := range all {
		p := connectorPrefix(c.Name)
		if p != connectorPrefix(name) && strings.HasPrefix(p, connectorPrefix(name)) {
			longer = append(longer, p)
		}
	}
	return longer
}

// reportUnusedEnv reports variables that set nothing.
func (l *loader) reportUnusedEnv() {
	for _, name := range sortedKeys(l.env.vars) {
		if l.env.used[name] || hasAnyPrefix(name, notOurs) {
			continue
		}
		msg := "environment variable " + name + " sets nothing"
		if meant := nearest(name, envNames()); meant != "" {
			msg += "; did you mean " + meant + "?"
		} else if strings.HasPrefix(name, "GRACES_CONNECTORS_") {
			msg += "; write GRACES_CONNECTORS_NAME_SETTING with the name of a configured connector"
		} else {
			msg += "; unset it, or see docs/configuration.md for the names"
		}
		l.problems = append(l.problems, Problem{Message: msg})
	}
}

func envNames() []string {
	var names []string
	for _, f := range known.scalars() {
		names = append(names, envName(f.key))
	}
	return names
}

// secretOf returns the secret that a KEY_file stands for, "" when it is none.
func secretOf(key string) string {
	secret, ok := strings.CutSuffix(key, fileSuffix)
	if !ok || !known.fields[secret].secret {
		return ""
	}
	return secret
}

// readSecret reads a secret from a file, without the newline at its end.
// Errors never hold what was read.
func readSecret(path string) (string, error) {
	data, err := readSmall(path)
	if err != nil {
		return "", err
	}
	s := strings.TrimSuffix(strings.TrimSuffix(string(data), "\n"), "\r")
	switch {
	case s == "":
		return "", errors.New("the file is empty")
	case !utf8.ValidString(s) || strings.ContainsRune(s, 0):
		return "", errors.New("the file holds no text")
	}
	return s, nil
}

func (l *loader) isSecret(connectorType, setting string) bool {
	return l.options.IsSecret == nil || l.options.IsSecret(connectorType, setting)
}

func hasAnyPrefix(s string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}
