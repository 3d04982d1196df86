package classifier

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier/topics"
)

// Rule is one line of the policy: its action is taken where every condition
// holds and no earlier rule's did. A condition is
//
//	complaint            at or above the policy's threshold (praise, question likewise)
//	complaint >= 0.35    any probability or severity against a number; also > <= <
//	praise >= question - 0.3
//	direct               a fact of the post, see facts
//	language unknown     or a code: language es
//	topic outage         one of the post's topics
//	platform x           where it was written
//
// and "not" before a condition turns it around.
type Rule struct {
	Name   string
	When   []string
	Action care.Action
}

// DefaultRules returns the policy that ships. Danger and law come before
// everything a person may miss: both prefer a false alarm. A retweet of a
// legal matter is news; a retweeted threat is still a threat. What is said to
// us goes before a person in doubt: at complaint >= 0.15 that finds 0.95 of the
// complaints that begin with a handle (0.90 without the rule), and a person
// sees a third more of the rest; scores of models that had not seen the post.
func DefaultRules() []Rule {
	return []Rule{
		{"our own post", []string{"ours"}, care.ActIgnore},
		{"danger to a person", []string{"safety"}, care.ActSafety},
		{"retweet", []string{"retweet"}, care.ActIgnore},
		{"job ad, news or spam", []string{"junk"}, care.ActIgnore},
		{"legal matter", []string{"legal"}, care.ActLegal},
		{"somebody poses as us", []string{"poses"}, care.ActLegal},
		{"nothing to read", []string{"empty"}, care.ActIgnore},
		{"unknown language", []string{"language unknown"}, care.ActAnswer},
		{"complaint", []string{"complaint", "not bystander"}, care.ActReply},
		{"somebody in need", []string{"vulnerable", "complaint >= 0.25", "not praise", "not bystander"}, care.ActReply},
		{"praise beside a complaint", []string{"praise", "praise >= question - 0.3", "praise < 0.9", "complaint >= 0.35", "not bystander"}, care.ActAnswer},
		{"praise that may be sarcasm", []string{"praise", "praise >= question - 0.3", "praise < 0.9", "sarcasm >= 0.2", "not bystander"}, care.ActAnswer},
		{"praise", []string{"praise", "praise >= question - 0.3", "not complaint", "not aside"}, care.ActThank},
		{"question", []string{"question", "not aside"}, care.ActAnswer},
		{"said to us, perhaps a complaint", []string{"direct", "complaint >= 0.15"}, care.ActAnswer},
		{"said to us, of how a thing stands", []string{"states", "complaint >= 0.1", "praise < 0.3"}, care.ActAnswer},
		{"said to us at its end, perhaps a complaint", []string{"signed", "complaint >= 0.15", "not bystander"}, care.ActAnswer},
		{"said to us, perhaps praise", []string{"direct", "praise >= 0.4"}, care.ActAnswer},
		{"of us by name, perhaps a complaint", []string{"named", "complaint >= 0.15", "not bystander"}, care.ActAnswer},
		{"said to us, of a mishap", []string{"said to us", "mishap", "complaint >= 0.15", "not bystander"}, care.ActAnswer},
		{"nothing asked of us", nil, care.ActIgnore},
	}
}

// rule is a compiled Rule.
type rule struct {
	name   string
	when   []condition
	action care.Action
}

// condition is one compiled condition.
type condition struct {
	not   bool
	holds func(*facts) bool
}

func (r *rule) takes(f *facts) bool {
	for i := range r.when {
		if c := &r.when[i]; c.holds(f) == c.not {
			return false
		}
	}
	return true
}

// numbers are what can be compared.
var numbers = map[string]func(*facts) float64{
	"complaint": func(f *facts) float64 { return f.Complaint },
	"anger":     func(f *facts) float64 { return f.Anger },
	"praise":    func(f *facts) float64 { return f.Praise },
	"question":  func(f *facts) float64 { return f.Question },
	"sarcasm":   func(f *facts) float64 { return f.Sarcasm },
	"hostility": func(f *facts) float64 { return f.Hostility },
	"severity":  func(f *facts) float64 { return float64(f.Severity) },
}

// plain are the conditions of one word, or a few.
var plain = map[string]func(*facts) bool{
	"ours":       func(f *facts) bool { return f.Brand },
	"safety":     func(f *facts) bool { return f.Safety },
	"legal":      func(f *facts) bool { return f.Legal },
	"retweet":    func(f *facts) bool { return f.Retweet },
	"junk":       func(f *facts) bool { return f.Junk },
	"empty":      func(f *facts) bool { return f.Empty },
	"direct":     func(f *facts) bool { return f.Direct },
	"signed":     func(f *facts) bool { return f.Signed },
	"poses":      func(f *facts) bool { return f.Poses },
	"named":      func(f *facts) bool { return f.Named },
	"states":     func(f *facts) bool { return f.States },
	"said to us": func(f *facts) bool { return f.Said },
	"mishap":     func(f *facts) bool { return f.Claims },
	"bystander":  func(f *facts) bool { return f.Bystander },
	"aside":      func(f *facts) bool { return f.Aside },
	"vulnerable": func(f *facts) bool { return f.Vulnerable },
}

// condition compiles one condition, and says what is wrong with it.
func (p *Policy) condition(text string) (c condition, err error) {
	words := strings.Fields(strings.ToLower(text))
	if len(words) > 1 && words[0] == "not" {
		c.not, words = true, words[1:]
	}
	phrase := strings.Join(words, " ")
	threshold, bare := p.thresholds()[phrase]
	switch holds, ok := plain[phrase]; {
	case ok:
		c.holds = holds
	case bare:
		value := numbers[phrase]
		c.holds = func(f *facts) bool { return value(f) >= threshold }
	case numbers[phrase] != nil:
		return c, fmt.Errorf("%q needs a number: %s >= 0.5", text, phrase)
	case len(words) >= 3 && operators[words[1]] != nil:
		c.holds, err = comparison(words)
	case len(words) >= 2 && (words[0] == "language" || words[0] == "topic" || words[0] == "platform"):
		c.holds, err = p.named(words[0], strings.Join(words[1:], " "))
	default:
		return c, fmt.Errorf("%q is no condition; write one of %s, a comparison such as complaint >= 0.5, or language, topic or platform and a name, each with or without not before it",
			text, strings.Join(conditionWords(), ", "))
	}
	if err != nil {
		err = fmt.Errorf("%q: %w", text, err)
	}
	return c, err
}

// named compiles "language es", "topic outage" and "platform x".
func (p *Policy) named(what, name string) (func(*facts) bool, error) {
	switch what {
	case "platform":
		return func(f *facts) bool { return f.Platform == name }, nil
	case "language":
		if name == "unknown" {
			return func(f *facts) bool { return f.Foreign }, nil
		}
		if normalTag(name) != name {
			return nil, fmt.Errorf("%s is no language; write unknown or a code such as es", name)
		}
		return func(f *facts) bool { return f.Language == name }, nil
	}
	for _, t := range p.Topics {
		if topics.Same(t.Name) == topics.Same(name) {
			return func(f *facts) bool { return slices.Contains(f.Topics, t.Name) }, nil
		}
	}
	return nil, fmt.Errorf("there is no topic %s in classifier.topics", name)
}

// thresholds are what a bare word is compared with.
func (p *Policy) thresholds() map[string]float64 {
	return map[string]float64{"complaint": p.Complaint, "praise": p.Praise, "question": p.Question}
}

func conditionWords() []string {
	words := []string{"complaint", "praise", "question"}
	for w := range plain {
		words = append(words, w)
	}
	slices.Sort(words)
	return words
}

var operators = map[string]func(a, b float64) bool{
	">=": func(a, b float64) bool { return a >= b },
	">":  func(a, b float64) bool { return a > b },
	"<=": func(a, b float64) bool { return a <= b },
	"<":  func(a, b float64) bool { return a < b },
}

// comparison compiles "complaint >= 0.5", "praise > question" and "praise >=
// question - 0.3".
func comparison(words []string) (func(*facts) bool, error) {
	left, compare := numbers[words[0]], operators[words[1]]
	if left == nil {
		return nil, fmt.Errorf("%s cannot be compared; what can is complaint, anger, praise, question, sarcasm, hostility and severity", words[0])
	}
	if bound, err := strconv.ParseFloat(words[2], 64); err == nil && len(words) == 3 {
		most := 1.0
		if words[0] == "severity" {
			most = float64(care.Blame)
		}
		if !(bound >= 0 && bound <= most) {
			return nil, fmt.Errorf("%s lies from 0 to %g", words[0], most)
		}
		return func(f *facts) bool { return compare(left(f), bound) }, nil
	}
	right := numbers[words[2]]
	shift, ok := shiftOf(words[3:])
	if right == nil || !ok {
		return nil, fmt.Errorf("behind %s belongs a number, or a probability and what is added to it: question - 0.3", words[1])
	}
	return func(f *facts) bool { return compare(left(f), right(f)+shift) }, nil
}

// shiftOf reads "+ 0.3", "- 0.3" or nothing.
func shiftOf(words []string) (float64, bool) {
	if len(words) == 0 {
		return 0, true
	}
	if len(words) != 2 || words[0] != "+" && words[0] != "-" {
		return 0, false
	}
	x, err := strconv.ParseFloat(words[1], 64)
	if words[0] == "-" {
		x = -x
	}
	return x, err == nil && x >= -1 && x <= 1
}

// ruleProblem is one thing wrong with a rule.
type ruleProblem struct {
	rule    int // its place in the table
	field   string
	message string
}

// compile makes the rules, and says everything that is wrong with them.
func (p *Policy) compile() ([]rule, []ruleProblem) {
	var problems []ruleProblem
	fail := func(i int, field, format string, args ...any) {
		problems = append(problems, ruleProblem{i, field, fmt.Sprintf(format, args...)})
	}
	out := make([]rule, len(p.Rules))
	first := map[string]int{}
	for i, r := range p.Rules {
		out[i] = rule{name: r.Name, action: r.Action}
		if j, twice := first[r.Name]; twice && r.Name != "" {
			fail(i, "rule", "%q is policy[%d] once more; give each its own name", r.Name, j)
		}
		first[r.Name] = i
		if !slices.Contains(care.Actions, r.Action) && r.Action != "" {
			fail(i, "action", "is %q, must be one of reply, thank, answer, legal, safety, fold, ignore", r.Action)
		}
		for _, text := range r.When {
			c, err := p.condition(text)
			if err != nil {
				fail(i, "when", "%v", err)
			}
			out[i].when = append(out[i].when, c)
		}
	}
	return out, append(problems, p.whole()...)
}

// whole says what is wrong with the table as a whole: it must decide on
// danger and law, and on every post.
func (p *Policy) whole() []ruleProblem {
	var problems []ruleProblem
	last := len(p.Rules) - 1
	for i, r := range p.Rules {
		if len(r.When) == 0 && i < last {
			problems = append(problems, ruleProblem{i, "when", "no later rule is ever reached; only the last may have no condition"})
		}
	}
	if len(p.Rules[last].When) > 0 {
		problems = append(problems, ruleProblem{last, "when", "must be empty in the last rule, which takes what no other took: {rule: nothing asked of us, when: [], action: ignore}"})
	}
	for _, must := range []struct {
		condition, name string
		action          care.Action
	}{{"safety", "danger to a person", care.ActSafety}, {"legal", "legal matter", care.ActLegal}} {
		if !slices.ContainsFunc(p.Rules, func(r Rule) bool { return r.Action == must.action && slices.Contains(r.When, must.condition) }) {
			problems = append(problems, ruleProblem{0, "rule", fmt.Sprintf("no rule says what becomes of %s; put {rule: %s, when: [%s], action: %s} near the top", must.condition, must.name, must.condition, must.action)})
		}
	}
	slices.SortStableFunc(problems, func(a, b ruleProblem) int { return cmp.Compare(a.rule, b.rule) })
	return problems
}
