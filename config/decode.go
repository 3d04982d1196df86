package config

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/viper"

	"goodgraces/care"
)

// decode parses every value to its kind, checks it, and fills a Config
// strictly. A bad value is reported and its default stands in, so that what
// depends on it can be checked as well.
func (l *loader) decode() *Config {
	good := viper.New()
	for _, f := range known.scalars() {
		if secretOf(f.key) == "" {
			good.Set(f.key, l.scalar(f))
		}
	}
	for _, section := range known.lists() {
		good.Set(section, l.elements(section))
	}
	cfg := &Config{File: l.file}
	if err := good.UnmarshalExact(cfg); err != nil {
		l.problems = append(l.problems, Problem{Message: "table and Config disagree: " + err.Error()})
	}
	l.addFolder(cfg)
	return cfg
}

// scalar returns the value of a key that is not within a list.
func (l *loader) scalar(f field) any {
	if !f.secret {
		return l.value(f, f.key, l.v.Get(f.key))
	}
	file := known.fields[f.key+fileSuffix]
	inline, path := l.v.Get(f.key), l.value(file, file.key, l.v.Get(file.key)).(string)
	if path == "" {
		return l.value(f, f.key, inline)
	}
	if inline != "" {
		l.reportBoth(f.key, file.key)
		return f.value
	}
	secret, err := readSecret(path)
	if err != nil {
		l.report(file.key, "%s: %v", path, err)
		return f.value
	}
	return l.value(f, file.key, secret)
}

// reportBoth says that a secret was given twice.
func (l *loader) reportBoth(key, fileKey string) {
	name := func(key string) string {
		if origin := l.origin[key]; origin != "" {
			return origin
		}
		return key
	}
	l.report(key, "given twice: keep either %s or %s", name(key), name(fileKey))
}

// value parses and checks one raw value. path is its key with indexes.
func (l *loader) value(f field, path string, raw any) any {
	if raw == nil {
		raw = f.value
	}
	v, hint, ok := f.kind.parse(raw)
	if ok && (f.ok == nil || f.ok(v)) {
		return v
	}
	if hint != "" {
		hint = "; " + hint
	}
	l.report(path, "%smust be %s%s", shown(f, raw), f.allowed, hint)
	return f.value
}

// shown repeats a wrong value unless it may hold a secret, is absent or long.
func shown(f field, raw any) string {
	s := fmt.Sprint(raw)
	if f.secret || f.kind == settings || s == "" || len(s) > 60 {
		return ""
	}
	switch raw.(type) {
	case map[string]any, []any:
		return ""
	}
	return fmt.Sprintf("is %q, ", care.MaskAddresses(s))
}

// elements decodes a list of sections.
func (l *loader) elements(section string) []map[string]any {
	raw, _ := l.v.Get(section).([]any)
	out := make([]map[string]any, len(raw))
	for i, element := range raw {
		out[i] = map[string]any{}
		given, ok := element.(map[string]any)
		if !ok {
			continue // reported by walkList
		}
		for _, f := range known.elements(section) {
			_, name := split(f.key)
			out[i][name] = l.value(f, fmt.Sprintf("%s[%d].%s", section, i, name), given[name])
		}
	}
	return out
}

// finishConnectors adds the environment and secret files to the settings of the
// loader's own connectors, and has their types check them.
func (l *loader) finishConnectors(cfg *Config) {
	for i := l.first; i < l.last; i++ {
		c, path := &cfg.Connectors[i], fmt.Sprintf("connectors[%d]", i-l.first)
		if c.Name == "" {
			continue // reported, and nothing can be said of it
		}
		l.overlayConnector(c, path+".settings", longerPrefixes(c.Name, cfg.Connectors))
		l.readSettingFiles(c, path+".settings")
		if l.options.CheckConnector != nil && c.Type != "" {
			l.addProblems(l.options.CheckConnector(*c, cfg.Brand), path)
		}
	}
}

// readSettingFiles replaces KEY_file by the secret KEY that the file holds.
func (l *loader) readSettingFiles(c *Connector, path string) {
	for _, key := range sortedKeys(c.Settings) {
		secret, ok := strings.CutSuffix(key, fileSuffix)
		if !ok || secret == "" || !l.isSecret(c.Type, secret) {
			continue
		}
		name := fmt.Sprint(c.Settings[key])
		delete(c.Settings, key)
		if _, both := c.Settings[secret]; both {
			l.reportBoth(path+"."+secret, path+"."+key)
			continue
		}
		if l.origin[path+"."+key] == "" {
			c.keepFile(secret, name)
			if l.folder != "" && !filepath.IsAbs(name) {
				name = filepath.Join(l.folder, name)
			}
		}
		value, err := readSecret(name)
		if err != nil {
			l.report(path+"."+key, "%s: %v; %s", name, err, l.whatBelongs(c.Type, secret))
			value = "unread" // stands in, so that it is not reported missing as well
		}
		c.Settings[secret] = value
	}
}

// whatBelongs says what the file of a secret is to hold, and where to get it.
func (l *loader) whatBelongs(connectorType, secret string) string {
	where := fmt.Sprintf("'graces connectors describe %s' says where the %s comes from", connectorType, secret)
	if l.options.SettingHelp == nil {
		return where
	}
	help := strings.TrimSuffix(l.options.SettingHelp(connectorType, secret), ".")
	if help == "" {
		return where
	}
	return "what belongs there: " + help + "; " + where
}

func (c *Connector) keepFile(secret, name string) {
	if c.Files == nil {
		c.Files = map[string]string{}
	}
	c.Files[secret] = name
}

// addProblems places a connector's own problems in the file.
func (l *loader) addProblems(problems []Problem, path string) {
	for _, p := range problems {
		key := path + ".type"
		if p.Key != "" {
			key = path + ".settings." + p.Key
		}
		if _, given := l.lines[key]; !given && l.lines[key+fileSuffix] > 0 {
			key += fileSuffix
		}
		l.report(key, "%s", p.Message)
	}
}

// crossCheck checks what concerns more than one key.
func (l *loader) crossCheck(cfg *Config) {
	s := cfg.Sender
	if s.Lease <= s.Timeout {
		l.report(l.givenOf("sender.lease", "sender.timeout"),
			"sender.lease (%s) must be longer than sender.timeout (%s), or a send that is still under way is taken for dead",
			Short(s.Lease), Short(s.Timeout))
	}
	if m := cfg.Responder.LLM; m.URL != "" && m.Model == "" {
		l.report(l.givenOf("responder.llm.model", "responder.llm.url"), "responder.llm.url needs responder.llm.model, the name of a model there")
	}
	l.checkRoutes(cfg.Responder.Routes)
	if l.options.CheckClassifier != nil {
		for _, p := range l.options.CheckClassifier(cfg.Classifier) {
			l.report("classifier."+p.Key, "%s", p.Message)
		}
	}
	if l.options.CheckResponder != nil {
		for _, p := range l.options.CheckResponder(cfg.Responder) {
			l.report("responder."+p.Key, "%s", p.Message)
		}
	}
}

// givenOf returns the first of the keys that somebody gave.
func (l *loader) givenOf(keys ...string) string {
	for _, key := range keys {
		if l.lines[key] > 0 || l.origin[key] != "" {
			return key
		}
	}
	return keys[0]
}

// checkNames refuses a connector with the name of one before it, in the files or
// in the environment, where - and _ are the same.
func (l *loader) checkNames(all []Connector) {
	for i := l.first; i < l.last; i++ {
		c := all[i]
		j := slices.IndexFunc(all[:i], func(before Connector) bool { return before.Name != "" && envWord(before.Name) == envWord(c.Name) })
		if j < 0 {
			continue
		}
		like := fmt.Sprintf("connectors[%d].name %q", j, all[j].Name)
		if c.File != "" {
			like = fmt.Sprintf("%q, which there is already", all[j].Name)
		}
		l.report(fmt.Sprintf("connectors[%d].name", i-l.first), "%q is too like %s; give each its own name (- and _ count as the same)", c.Name, like)
	}
}

// checkRoutes refuses two routes of one name.
func (l *loader) checkRoutes(all []Route) {
	first := map[string]int{}
	for i, r := range all {
		j, twice := first[r.Name]
		if r.Name != "" && twice {
			l.report(fmt.Sprintf("responder.routes[%d].name", i), "%q is the name of responder.routes[%d] too; give each its own", r.Name, j)
		}
		first[r.Name] = i
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
