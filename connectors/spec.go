package connectors

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
)

// Spec describes a type of connector as data. It validates the configuration,
// prints `graces connectors describe` and marks the secrets.
type Spec struct {
	Type     string // name in the configuration: lower case, one word
	Title    string
	Help     string // one or two sentences
	Platform string // the platform its mentions carry, when it is always the same
	Settings []Setting
	Can      Capabilities
	Limits   []Limit
	// Past says how far back an outage is filled, and where it is not.
	Past string
	// ByHand says that its posts can be answered by hand: the desk offers to
	// open the post, copy the text and paste the address of the answer.
	ByHand bool
}

// Limit is one that the platform sets, or a price.
type Limit struct {
	What string // "replies"
	Is   string // "100 in 15 minutes", "$0.015 each"
}

// Capabilities says what a connector of this type can do.
type Capabilities struct {
	Read, Reply, Message, Find, Receive bool
	// Idempotent says how long the platform itself refuses a second send
	// with the same key: zero is not at all, negative is for ever.
	Idempotent time.Duration
}

// Kinds of setting.
const (
	KindString   = "string"
	KindStrings  = "strings" // a list
	KindBool     = "bool"
	KindInt      = "int"
	KindDuration = "duration" // Go syntax: 30s, 5m
	KindURL      = "url"      // http, https, ws or wss
	KindDate     = "date"     // 2027-03-31
	KindPath     = "path"     // a file or a folder of this machine
)

// Setting is one key of a connector's configuration.
type Setting struct {
	Key      string
	Kind     string
	Default  any // of the kind's Go type, or nil
	Required bool
	Address  bool // says where something is sent, in another form than a URL's
	Secret   bool // may be given as KEY_file; masked wherever it would be shown
	Rare     bool // few need it: the desk's form keeps it with those that have a default
	OneOf    []string
	Help     string
}

// Settings are decoded values by key: string, []string, bool, int or
// time.Duration. A key without value or default is absent.
type Settings map[string]any

// String returns the value of a string or url setting, "" when absent.
func (s Settings) String(key string) string { v, _ := s[key].(string); return v }

// Strings returns the value of a strings setting.
func (s Settings) Strings(key string) []string { v, _ := s[key].([]string); return v }

// Bool returns the value of a bool setting.
func (s Settings) Bool(key string) bool { v, _ := s[key].(bool); return v }

// Int returns the value of an int setting.
func (s Settings) Int(key string) int { v, _ := s[key].(int); return v }

// Duration returns the value of a duration setting.
func (s Settings) Duration(key string) time.Duration { v, _ := s[key].(time.Duration); return v }

// Date returns the beginning of the day of a date setting, UTC; the zero time when
// absent.
func (s Settings) Date(key string) time.Time {
	day, _ := time.Parse(time.DateOnly, s.String(key)) // it was parsed before
	return day
}

// SettingError is one thing wrong with one setting.
type SettingError struct {
	Key     string
	Problem string // what is wrong and what is allowed, in one sentence
}

func (e *SettingError) Error() string { return e.Key + ": " + e.Problem }

// Unwrap makes errors.Is(err, ErrMisconfigured) true.
func (e *SettingError) Unwrap() error { return ErrMisconfigured }

// explained adds to what is wrong with a setting that everybody gives what it is,
// and so the step of the setup that it comes from.
func (set Setting) explained(problem string) string {
	if !set.Required {
		return problem
	}
	return problem + set.Explanation()
}

// Explanation is what follows a problem with the setting: a colon and the help.
func (set Setting) Explanation() string { return ": " + set.Help }

// Decode checks raw values (as YAML gives them) against the spec and fills in
// defaults. It reports every problem at once: errors.Join of *SettingError.
func (s Spec) Decode(raw map[string]any) (Settings, error) {
	out := Settings{}
	var errs []error
	known := map[string]bool{}
	for _, set := range s.Settings {
		known[set.Key] = true
		v, given := raw[set.Key]
		if !given || v == nil {
			if set.Required {
				errs = append(errs, &SettingError{set.Key, set.explained("is required")})
			} else if set.Default != nil {
				out[set.Key] = set.Default
			}
			continue
		}
		val, err := set.decode(v)
		if err != nil {
			errs = append(errs, &SettingError{set.Key, set.explained(err.Error())})
			continue
		}
		out[set.Key] = val
	}
	for key := range raw {
		if !known[key] {
			errs = append(errs, &SettingError{key, "unknown setting; " + s.Type + " knows " + strings.Join(s.keys(), ", ")})
		}
	}
	sort.Slice(errs, func(i, j int) bool { return errs[i].Error() < errs[j].Error() })
	return out, errors.Join(errs...)
}

func (s Spec) keys() []string {
	keys := make([]string, len(s.Settings))
	for i, set := range s.Settings {
		keys[i] = set.Key
	}
	return keys
}

func (set Setting) decode(v any) (any, error) {
	switch set.Kind {
	case KindStrings:
		return decodeStrings(v)
	case KindBool:
		if b, err := strconv.ParseBool(fmt.Sprint(v)); err == nil {
			return b, nil
		}
		return nil, errors.New("must be true or false")
	case KindInt:
		if n, err := strconv.Atoi(fmt.Sprint(v)); err == nil {
			return n, nil
		}
		return nil, errors.New("must be a whole number")
	case KindDuration:
		if d, err := time.ParseDuration(fmt.Sprint(v)); err == nil && d >= 0 {
			return d, nil
		}
		return nil, errors.New("must be a duration such as 30s or 5m")
	case KindURL:
		return decodeURL(v)
	case KindDate:
		return decodeDate(v)
	}
	return set.decodeString(v)
}

func (set Setting) decodeString(v any) (any, error) {
	switch v.(type) {
	case map[string]any, []any:
		return nil, errors.New("must be text")
	}
	text := fmt.Sprint(v)
	if len(set.OneOf) == 0 {
		return text, nil
	}
	if slices.Contains(set.OneOf, text) {
		return text, nil
	}
	return nil, fmt.Errorf("must be one of %s", strings.Join(set.OneOf, ", "))
}

func decodeStrings(v any) (any, error) {
	switch v := v.(type) {
	case string:
		return splitList(v), nil
	case []string:
		return v, nil
	case []any:
		out := make([]string, len(v))
		for i, e := range v {
			out[i] = fmt.Sprint(e)
		}
		return out, nil
	}
	return nil, errors.New("must be a list of texts")
}

// splitList reads a list from one text, as an environment variable gives it.
func splitList(text string) []string {
	var out []string
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}

func decodeURL(v any) (any, error) {
	text := fmt.Sprint(v)
	u, err := url.Parse(text)
	if err != nil || u.Host == "" {
		return nil, errors.New("must be an address with https:// in front (wss:// for a stream)")
	}
	switch u.Scheme {
	case "http", "https", "ws", "wss":
		return strings.TrimRight(text, "/"), nil
	}
	return nil, errors.New("must start with http, https, ws or wss")
}

// IsWebURL reports whether an address of a page can begin so: a stream's cannot,
// nor one with parameters behind which nothing else can stand.
func IsWebURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http") && u.RawQuery == "" && u.Fragment == ""
}

// decodeDate takes a day, which YAML may have read as a time already.
func decodeDate(v any) (any, error) {
	if t, ok := v.(time.Time); ok {
		v = t.UTC().Format(time.DateOnly)
	}
	text := fmt.Sprint(v)
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return nil, errors.New("must be a day such as 2027-03-31")
	}
	return text, nil
}
