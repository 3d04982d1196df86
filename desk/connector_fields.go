package desk

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"goodgraces/config"
	"goodgraces/connectors"
)

// settingField is one setting of a connector as it is filled in.
type settingField struct {
	ID, Name, Key, Help string
	Control             string // text, url, number, duration, switch, lines, choice, secret
	Value, Placeholder  string
	Choices             []option
	On                  bool // of a switch
	Required            bool
	Kept                bool   // a secret that is there and stays where nothing is typed
	Env                 string // the variable that sets it: it cannot be changed here
	Problem             string
}

// fieldPrefix is before a setting's key in the form: settings may be called name.
const fieldPrefix = "set."

// Coded reports whether a setting's name in the configuration differs from its
// title: the steps speak of it by that name.
func (f settingField) Coded() bool { return words(f.Key) != f.Key }

// dropPrefix is before the key of a secret that is to be removed.
const dropPrefix = "drop."

var controls = map[string]string{
	connectors.KindString: "text", connectors.KindStrings: "lines", connectors.KindBool: "switch", connectors.KindInt: "number",
	connectors.KindDuration: "duration", connectors.KindURL: "url",
}

// settingFields lays a type's settings out: those to think about, and those whose
// default does. Of the addresses that before has, what may be a key is masked;
// what was typed since is shown as it was.
func settingFields(spec connectors.Spec, before, c config.Connector, problems map[string]string) (first, more []settingField) {
	given, _ := spec.Decode(c.Settings) // what cannot be decoded is shown as it was typed
	for _, set := range spec.Settings {
		f := fieldOf(set, c, given)
		if !set.Secret {
			f.Value = maskKept(f.Value, set, before.Settings[set.Key])
		}
		f.Problem = problems["settings."+set.Key]
		if set.Default == nil && !set.Rare {
			first = append(first, f)
		} else {
			more = append(more, f)
		}
	}
	return first, more
}

func fieldOf(set connectors.Setting, c config.Connector, decoded connectors.Settings) settingField {
	raw, given := c.Settings[set.Key]
	f := settingField{
		ID: fieldID(set.Key), Name: fieldPrefix + set.Key, Key: set.Key, Help: set.Help, Control: controls[set.Kind],
		Required: set.Required, Placeholder: plainValue(set.Default), Env: c.Env[set.Key],
	}
	switch {
	case set.Secret:
		f.Control, f.Kept, f.Required = "secret", given, set.Required && !given
	case len(set.OneOf) > 0:
		f.Control = "choice"
		chosen := firstOf(plainValue(raw), plainValue(set.Default))
		for _, one := range set.OneOf {
			f.Choices = append(f.Choices, option{Value: one, Title: one, Chosen: one == chosen})
		}
	case set.Kind == connectors.KindBool:
		f.On = decoded.Bool(set.Key)
	case set.Kind == connectors.KindStrings && given:
		f.Value = strings.Join(decoded.Strings(set.Key), "\n")
	case given:
		f.Value = plainValue(raw)
	}
	return f
}

// plainValue is a value as a person would write it: 10m, not 10m0s.
func plainValue(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case time.Duration:
		return config.Short(v)
	case []string:
		return strings.Join(v, ", ")
	}
	return fmt.Sprint(v)
}

// typedConnector is a connector as its form sends it. before is the one that is
// changed: of that come the secrets that were not typed anew. What the
// environment sets is left to it.
func typedConnector(r *http.Request, spec connectors.Spec, before config.Connector) (config.Connector, []config.Problem) {
	c := config.Connector{
		Name: firstOf(before.Name, formText(r, "name")), Type: spec.Type, Disabled: r.PostFormValue("disabled") != "",
		Settings: map[string]any{}, Env: before.Env, File: before.File, Files: map[string]string{},
	}
	for _, set := range spec.Settings {
		v, given := typedSetting(r, set, before.Settings[set.Key])
		if !given || before.Env[set.Key] != "" {
			continue
		}
		c.Settings[set.Key] = v
		if file := before.Files[set.Key]; file != "" && formText(r, fieldPrefix+set.Key) == "" {
			c.Files[set.Key] = file
		}
	}
	var problems []config.Problem
	var err error
	if text := formText(r, "daily_requests"); text != "" {
		if c.Requests, err = strconv.Atoi(text); err != nil {
			problems = append(problems, config.Problem{Key: "daily_requests", Message: "must be a whole number; empty is no limit of ours"})
		}
	}
	if text := formText(r, "daily_money"); text != "" {
		if c.Money, err = strconv.ParseFloat(text, 64); err != nil {
			problems = append(problems, config.Problem{Key: "daily_money", Message: "must be US dollars such as 5.00; empty is no limit of ours"})
		}
	}
	return c, problems
}

// typedSetting is one setting as it goes into the configuration. What is as its
// default is left out, so that it follows the default of later versions.
func typedSetting(r *http.Request, set connectors.Setting, before any) (v any, given bool) {
	text := formText(r, fieldPrefix+set.Key)
	if !set.Secret {
		text = unmaskKept(text, set, before)
	}
	switch {
	case set.Secret:
		if text == "" && r.PostFormValue(dropPrefix+set.Key) == "" {
			return before, before != nil
		}
		return text, text != ""
	case set.Kind == connectors.KindBool:
		on := text != ""
		return on, on != (set.Default == true)
	case set.Kind == connectors.KindStrings:
		lines := linesOf(text)
		return lines, len(lines) > 0
	case set.Kind == connectors.KindInt:
		if n, err := strconv.Atoi(text); err == nil {
			return n, n != set.Default
		}
	case set.Kind == connectors.KindDuration:
		if d, err := time.ParseDuration(text); err == nil && d == set.Default {
			return nil, false
		}
	}
	return text, text != "" && text != plainValue(set.Default)
}

// linesOf takes one value a line.
func linesOf(text string) []any {
	var out []any
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// changedSettings says for the audit trail what a change did: which settings,
// and of those that cannot hold a secret the new value.
func changedSettings(spec connectors.Spec, before, after config.Connector) string {
	var out []string
	say := func(key string, was, is any, show bool) {
		switch {
		case fmt.Sprint(was) == fmt.Sprint(is):
		case is == nil:
			out = append(out, key+" removed")
		case show && !strings.Contains(fmt.Sprint(is), "://"):
			out = append(out, key+": "+shorten([]byte(plainValue(is))))
		default:
			out = append(out, key+" changed")
		}
	}
	for _, set := range spec.Settings {
		if after.Env[set.Key] == "" {
			say(set.Key, before.Settings[set.Key], after.Settings[set.Key], !set.Secret && set.Kind != connectors.KindURL)
		}
	}
	say("disabled", before.Disabled, after.Disabled, true)
	say("daily_requests", before.Requests, after.Requests, true)
	say("daily_money", before.Money, after.Money, true)
	slices.Sort(out)
	return strings.Join(out, "; ")
}
