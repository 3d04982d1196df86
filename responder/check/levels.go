package check

import (
	"fmt"
	"slices"
	"strings"
)

// Level says what happens where a rule is broken.
type Level string

// The levels. A rule that blocks forbids approval and sending; one that warns
// is shown; one that is off is not judged.
const (
	Block Level = "block"
	Warn  Level = "warn"
	Off   Level = "off"
)

// Setting gives one rule a level other than its default.
type Setting struct {
	Rule  string
	Level Level
}

// Levels are the levels of rules that do not have their default. The zero value
// is every rule at its default.
type Levels map[string]Level

// Problem is what is wrong with the setting at Index; Key is rule or level.
type Problem struct {
	Index   int
	Key     string
	Message string
}

// NewLevels makes levels of settings, and says everything that is wrong with
// them.
func NewLevels(settings []Setting) (Levels, []Problem) {
	levels, problems := Levels{}, []Problem(nil)
	for i, s := range settings {
		fault := func(key, format string, args ...any) {
			problems = append(problems, Problem{i, key, fmt.Sprintf(format, args...)})
		}
		_, twice := levels[s.Rule]
		switch {
		case !slices.Contains(Names(), s.Rule):
			fault("rule", "there is no rule %q; the rules are %s", s.Rule, strings.Join(Names(), ", "))
		case twice:
			fault("rule", "%s is set twice; leave one", s.Rule)
		case !slices.Contains([]Level{Block, Warn, Off}, s.Level):
			fault("level", "must be one of block, warn, off")
		}
		levels[s.Rule] = s.Level
	}
	return levels, problems
}

func (l Levels) of(rule *rule) Level {
	if level, set := l[rule.name]; set {
		return level
	}
	return rule.level
}

// Weakened says of each rule that guards somebody and blocks by default, and no
// longer does, what may now be published.
func (l Levels) Weakened() []string {
	var weakened []string
	for i := range rules {
		if rule := &rules[i]; rule.risk != "" && l.of(rule) != Block {
			weakened = append(weakened, fmt.Sprintf("%s is set to %s: %s", rule.name, l.of(rule), rule.risk))
		}
	}
	return weakened
}
