package connectortest

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"goodgraces/connectors"
)

// secretWords are words in a setting's key that call for Secret.
var secretWords = regexp.MustCompile(`secret|password|token|api_?key|private`)

// checkSpec holds the spec, as data, to what the configuration and the docs
// need of it.
func checkSpec(t *testing.T, h Harness) {
	s := h.Type.Spec
	if !regexp.MustCompile(`^[a-z]+$`).MatchString(s.Type) || s.Title == "" || s.Help == "" {
		t.Errorf("type %q, title %q, help %q: none may be missing, the type is one lower-case word", s.Type, s.Title, s.Help)
	}
	keys := map[string]bool{}
	for _, set := range s.Settings {
		if keys[set.Key] || !regexp.MustCompile(`^[a-z][a-z0-9_]*$`).MatchString(set.Key) {
			t.Errorf("setting %q: a key is lower case and stands once", set.Key)
		}
		keys[set.Key] = true
		checkSetting(t, s, set)
	}
	p := h.Start(t)
	c := open(t, h.Type, p, 0).Connector
	if problem := byHandProblem(c, p.ByHand != nil); problem != "" {
		t.Error(problem)
	}
}

// byHandProblem says what is wrong with what is offered by hand: who verifies
// answers offers them, and who offers them verifies them. One that writes
// nothing may have no account to read them with.
func byHandProblem(c connectors.Connector, tried bool) string {
	_, verifies := c.(connectors.Verifier)
	s := c.Spec()
	switch {
	case verifies && !s.ByHand:
		return "it verifies answers by hand, and its spec does not say ByHand"
	case s.ByHand && s.Can.Reply && !verifies:
		return "its spec says ByHand and it replies, but it is no Verifier"
	case verifies != tried:
		return "Platform.ByHand is for each Verifier, and for no other connector"
	}
	return ""
}

func checkSetting(t *testing.T, s connectors.Spec, set connectors.Setting) {
	if len(set.Help) < 10 {
		t.Errorf("setting %s has no help", set.Key)
	}
	if secretWords.MatchString(set.Key) && !set.Secret && set.Kind != connectors.KindDate {
		t.Errorf("setting %s sounds secret and is not marked so", set.Key)
	}
	if name, _ := set.Default.(string); strings.HasPrefix(name, "did:") && !set.Address {
		t.Errorf("setting %s names a service and is not marked Address: a form would send what is private elsewhere without asking for the secret", set.Key)
	}
	if set.Secret && set.Default != nil {
		t.Errorf("setting %s is secret and has a default", set.Key)
	}
	want, known := map[string]reflect.Type{
		connectors.KindString: reflect.TypeFor[string](), connectors.KindURL: reflect.TypeFor[string](),
		connectors.KindStrings: reflect.TypeFor[[]string](), connectors.KindBool: reflect.TypeFor[bool](),
		connectors.KindInt: reflect.TypeFor[int](), connectors.KindDuration: reflect.TypeFor[time.Duration](),
		connectors.KindDate: reflect.TypeFor[string](), connectors.KindPath: reflect.TypeFor[string](),
	}[set.Kind]
	if !known {
		t.Errorf("setting %s is of the unknown kind %q", set.Key, set.Kind)
	}
	if set.Default == nil {
		return
	}
	if got := reflect.TypeOf(set.Default); got != want {
		t.Errorf("setting %s has a default of type %v, want %v", set.Key, got, want)
	}
	alone := connectors.Spec{Type: s.Type, Settings: []connectors.Setting{set}}
	if got, err := alone.Decode(map[string]any{set.Key: set.Default}); err != nil || !reflect.DeepEqual(got[set.Key], set.Default) {
		t.Errorf("setting %s does not take its own default: %v, %v", set.Key, got[set.Key], err)
	}
}
