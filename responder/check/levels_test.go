package check_test

import (
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
)

func TestLevels(t *testing.T) {
	in := check.Input{Platform: "x", Post: latePkg, Reply: "That's simply our policy. DM us about the package and I'll look."}
	of := func(settings ...check.Setting) *care.Check {
		levels, problems := check.NewLevels(settings)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		in.Levels = levels
		checks := check.Public(in)
		if i := slices.IndexFunc(checks, func(c care.Check) bool { return c.Rule == "trigger_phrase" }); i >= 0 {
			return &checks[i]
		}
		return nil
	}
	if c := of(); c == nil || c.OK || !c.Blocking {
		t.Errorf("by default: %+v", c)
	}
	if c := of(check.Setting{Rule: "trigger_phrase", Level: check.Warn}); c == nil || c.OK || c.Blocking {
		t.Errorf("warn: %+v", c)
	}
	if c := of(check.Setting{Rule: "trigger_phrase", Level: check.Off}); c != nil {
		t.Errorf("off: %+v", c)
	}
	if c := of(check.Setting{Rule: "generic", Level: check.Block}); c == nil || !c.Blocking {
		t.Errorf("another rule set: %+v", c)
	}
}

func TestLevelsAreChecked(t *testing.T) {
	_, problems := check.NewLevels([]check.Setting{
		{Rule: "generic", Level: "loud"}, {Rule: "no_such", Level: check.Off}, {Rule: "final", Level: check.Warn}, {Rule: "final", Level: check.Off},
	})
	var got []string
	for _, p := range problems {
		got = append(got, string(rune('0'+p.Index))+p.Key)
	}
	if want := "0level 1rule 3rule"; strings.Join(got, " ") != want {
		t.Errorf("problems %v, want %s", problems, want)
	}
}

func TestWeakened(t *testing.T) {
	levels, _ := check.NewLevels([]check.Setting{
		{Rule: "trigger_phrase", Level: check.Off}, {Rule: "apology_to_legal_threat", Level: check.Off}, {Rule: "unsafe_link", Level: check.Warn},
	})
	weak := levels.Weakened()
	if len(weak) != 2 || !strings.HasPrefix(weak[0], "apology_to_legal_threat is set to off: ") || !strings.HasPrefix(weak[1], "unsafe_link is set to warn: ") {
		t.Errorf("weakened: %q", weak)
	}
	if weak := check.Levels(nil).Weakened(); weak != nil {
		t.Errorf("the defaults are weak: %q", weak)
	}
}
