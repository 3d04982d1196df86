package templates

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"goodgraces/care"
	"goodgraces/responder/check"
)

// minVariants is how many wordings a part needs, so that the tenth person in a
// row is not told the same.
const minVariants = 4

// Parse reads one template strictly. An error names file, line and field.
func Parse(file string, data []byte) (*Template, error) {
	var t Template
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&t); err != nil {
		return nil, decodeError(file, err)
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("templates: %s: more than one document; keep one template a file", file)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, fmt.Errorf("templates: %s: %w", file, err)
	}
	v := &validator{file: file, root: &root}
	v.template(&t)
	t.named = v.topics(&t)
	t.Parts.Paraphrase.Topics = byTopic(t.Parts.Paraphrase.Topics)
	t.Parts.Private.Needs = byTopic(t.Parts.Private.Needs)
	t.Parts.Statement.Matters = byTopic(t.Parts.Statement.Matters)
	if err := errors.Join(v.problems...); err != nil {
		return nil, err
	}
	return &t, nil
}

// decodeError puts the file before each message; yaml gives the line.
func decodeError(file string, err error) error {
	if many, ok := errors.AsType[*yaml.TypeError](err); ok {
		problems := make([]error, len(many.Errors))
		for i, message := range many.Errors {
			problems[i] = fmt.Errorf("templates: %s: %s", file, message)
		}
		return errors.Join(problems...)
	}
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("templates: %s: the file is empty; write a template or delete it", file)
	}
	return fmt.Errorf("templates: %s: %s", file, strings.TrimPrefix(err.Error(), "yaml: "))
}

func byTopic[T any](in map[string]T) map[string]T {
	out := make(map[string]T, len(in))
	for topic, v := range in {
		out[Topic(topic)] = v
	}
	return out
}

// validator collects everything wrong with a template.
type validator struct {
	file     string
	root     *yaml.Node
	problems []error
}

func (v *validator) fail(field, format string, args ...any) {
	v.problems = append(v.problems, fmt.Errorf("templates: %s:%d: %s: %s", v.file, v.line(field), field, fmt.Sprintf(format, args...)))
}

func (v *validator) template(t *Template) {
	for _, f := range []struct{ field, value string }{{"name", t.Name}, {"language", t.Language}, {"description", t.Description}, {"tone", t.Tone}} {
		if strings.TrimSpace(f.value) == "" {
			v.fail(f.field, "must be set")
		}
	}
	v.applies(t.Applies)
	v.slots("sign_off", t.SignOff, "initials")
	for _, part := range t.parts() {
		v.part(t, part)
	}
	for topic, needs := range t.Parts.Private.Needs {
		v.slots("parts.private.needs."+topic, needs)
	}
	for topic, matter := range t.Parts.Statement.Matters {
		v.slots("parts.statement.matters."+topic, matter)
	}
	v.statement(&t.Parts.Statement)
	if t.Parts.Private.Needs["other"] == "" {
		v.fail("parts.private.needs", `must have "other", which is asked for where no topic fits`)
	}
}

// statement must be whole or left out.
func (v *validator) statement(s *Statement) {
	if len(s.Seen)+len(s.General)+len(s.Promise)+len(s.Route)+len(s.Message) == 0 {
		return
	}
	for _, p := range []struct {
		field    string
		variants []string
	}{{"seen", s.Seen}, {"general", s.General}, {"promise", s.Promise}, {"route", s.Route}, {"message", s.Message}} {
		if len(p.variants) == 0 {
			v.fail("parts.statement."+p.field, "is missing; a statement needs seen, general, promise, route and message, or none of them")
		}
	}
}

// namedTopic is a topic that a template names.
type namedTopic struct{ topic, where string }

// topics lists the topics that a template names, with file and line.
func (v *validator) topics(t *Template) []namedTopic {
	var all []namedTopic
	add := func(topic, field string) {
		all = append(all, namedTopic{topic, fmt.Sprintf("%s:%d: %s", v.file, v.line(field), field)})
	}
	for i, topic := range t.Applies.Topics {
		add(topic, fmt.Sprintf("applies.topics.%d", i))
	}
	for _, topic := range slices.Sorted(maps.Keys(t.Parts.Paraphrase.Topics)) {
		add(topic, "parts.paraphrase.topics."+topic)
	}
	for _, topic := range slices.Sorted(maps.Keys(t.Parts.Private.Needs)) {
		add(topic, "parts.private.needs."+topic)
	}
	for _, topic := range slices.Sorted(maps.Keys(t.Parts.Statement.Matters)) {
		add(topic, "parts.statement.matters."+topic)
	}
	return all
}

func (v *validator) applies(a Applies) {
	for i, action := range a.Actions {
		if !action.Drafts() {
			v.fail(fmt.Sprintf("applies.actions.%d", i), "%q is not one of reply, thank, answer, fold", action)
		}
	}
	for i, stance := range a.Stance {
		if stance != care.StanceEngage && stance != care.StanceClose {
			v.fail(fmt.Sprintf("applies.stance.%d", i), "%q is not one of engage, close", stance)
		}
	}
	most := care.Blame
	if a.Severity.Max != nil {
		most = *a.Severity.Max
	}
	if a.Severity.Min < care.NoReproach || most > care.Blame || a.Severity.Min > most {
		v.fail("applies.severity", "min and max lie in 0..3, min first")
	}
}

// part is a list of variants, the slots that each may hold and the one that
// each must hold.
type part struct {
	field    string
	variants []string
	slots    []string
	must     string
	optional bool
}

func (t *Template) parts() []part {
	p := &t.Parts
	parts := []part{
		{"parts.feeling.calm", p.Feeling.Calm, []string{"brand"}, "", false},
		{"parts.feeling.upset", p.Feeling.Upset, []string{"brand"}, "", false},
		{"parts.feeling.angry", p.Feeling.Angry, []string{"brand"}, "", false},
		{"parts.paraphrase.issue", p.Paraphrase.Issue, []string{"issue", "Issue", "brand"}, "issue", false},
		{"parts.paraphrase.detail", p.Paraphrase.Detail, []string{"detail", "Detail", "brand"}, "detail", false},
		{"parts.paraphrase.thing", p.Paraphrase.Thing, []string{"thing", "brand"}, "thing", false},
		{"parts.paraphrase.unknown", p.Paraphrase.Unknown, []string{"brand"}, "", false},
		{"parts.paraphrase.told", p.Paraphrase.Told, []string{"brand"}, "", true},
		{"parts.paraphrase.asked", p.Paraphrase.Asked, []string{"brand"}, "", true},
		{"parts.ownership", p.Ownership, []string{"brand"}, "", false},
		{"parts.commitment", p.Commitment, []string{"brand"}, "", false},
		{"parts.route.delivered", p.Route.Delivered, []string{"brand"}, "", false},
		{"parts.route.otherwise", p.Route.Otherwise, []string{"route", "brand"}, "route", false},
		{"parts.route.author_first", p.Route.AuthorFirst, []string{"brand"}, "", false},
		{"parts.thanks.thing", p.Thanks.Thing, []string{"thing", "brand"}, "thing", false},
		{"parts.thanks.general", p.Thanks.General, []string{"brand"}, "", false},
		{"parts.thanks.closing", p.Thanks.Closing, []string{"brand"}, "", false},
		{"parts.answer.opening", p.Answer.Opening, []string{"brand"}, "", false},
		{"parts.answer.promise", p.Answer.Promise, []string{"brand"}, "", false},
		{"parts.close.opening", p.Close.Opening, []string{"brand"}, "", false},
		{"parts.close.ending", p.Close.Ending, []string{"brand"}, "", false},
		{"parts.statement.seen", p.Statement.Seen, []string{"matter", "brand"}, "matter", true},
		{"parts.statement.general", p.Statement.General, []string{"brand"}, "", true},
		{"parts.statement.promise", p.Statement.Promise, []string{"brand"}, "", true},
		{"parts.statement.route", p.Statement.Route, []string{"route", "brand"}, "route", true},
		{"parts.statement.message", p.Statement.Message, []string{"brand"}, "", true},
		{"parts.private.greeting", p.Private.Greeting, []string{"name", "brand"}, "name", false},
		{"parts.private.nameless", p.Private.Nameless, []string{"brand"}, "", false},
		{"parts.private.recap", p.Private.Recap, []string{"issue", "brand"}, "issue", false},
		{"parts.private.recap_open", p.Private.RecapOpen, []string{"brand"}, "", false},
		{"parts.private.recap_told", p.Private.RecapTold, []string{"brand"}, "", true},
		{"parts.private.ask_known", p.Private.AskKnown, []string{"brand"}, "", true},
		{"parts.private.ask", p.Private.Ask, []string{"needs", "brand"}, "needs", false},
		{"parts.private.promise", p.Private.Promise, []string{"brand"}, "", false},
		{"parts.private.closing", p.Private.Closing, []string{"brand"}, "", false},
	}
	for topic, variants := range p.Paraphrase.Topics {
		parts = append(parts, part{"parts.paraphrase.topics." + topic, variants, []string{"brand"}, "", false})
	}
	return parts
}

func (v *validator) part(t *Template, p part) {
	if len(p.variants) < minVariants && (len(p.variants) > 0 || !p.optional) {
		v.fail(p.field, "has %d variants; write at least %d", len(p.variants), minVariants)
	}
	for i, variant := range p.variants {
		field := fmt.Sprintf("%s.%d", p.field, i)
		if strings.TrimSpace(variant) == "" {
			v.fail(field, "is empty")
		}
		v.slots(field, variant, p.slots...)
		if p.must != "" && !slices.ContainsFunc(Slots(variant), func(s string) bool { return strings.EqualFold(s, p.must) }) {
			v.fail(field, "must hold {%s}", p.must)
		}
		if rule, note := check.Wording(spoken.Replace(variant), strings.HasPrefix(p.field, "parts.private.")); rule != "" {
			v.fail(field, "breaks the rule %s: %s", rule, note)
		}
		if strings.HasPrefix(p.field, "parts.close.") {
			if note := check.Closing(spoken.Replace(variant)); note != "" {
				v.fail(field, "breaks the rule final: %s", note)
			}
		}
		for _, word := range t.Avoid {
			if strings.Contains(strings.ToLower(variant), strings.ToLower(word)) {
				v.fail(field, "uses %q, which the template avoids", word)
			}
		}
	}
}

// spoken fills each slot with something that breaks no rule.
var spoken = strings.NewReplacer(
	"{issue}", "your parcel is late", "{Issue}", "Your parcel is late", "{detail}", "two hours on hold", "{Detail}", "Two hours on hold",
	"{thing}", "your parcel", "{brand}", "Acme", "{route}", "send us a private message", "{name}", "Sam", "{needs}", "your order number", "{matter}", "the delays",
)

func (v *validator) slots(field, variant string, allowed ...string) {
	for _, slot := range Slots(variant) {
		if !slices.Contains(allowed, slot) {
			v.fail(field, "unknown slot {%s}; allowed here: %s", slot, slotList(allowed))
		}
	}
	if strings.ContainsAny(slotShape.ReplaceAllString(variant, ""), "{}") {
		v.fail(field, "has a brace that belongs to no slot")
	}
}

func slotList(allowed []string) string {
	if len(allowed) == 0 {
		return "none"
	}
	return "{" + strings.Join(allowed, "} {") + "}"
}

var slotShape = regexp.MustCompile(`\{([A-Za-z_]+)\}`)

// Slots lists the slots of a wording.
func Slots(variant string) []string {
	var slots []string
	for _, m := range slotShape.FindAllStringSubmatch(variant, -1) {
		slots = append(slots, m[1])
	}
	return slots
}

// line finds the line of a dotted field, or of what holds it.
func (v *validator) line(field string) int {
	node := v.root
	if node.Kind == yaml.DocumentNode && len(node.Content) > 0 {
		node = node.Content[0]
	}
	line := node.Line
	for key := range strings.SplitSeq(field, ".") {
		next := child(node, key)
		if next == nil {
			return line
		}
		node, line = next, next.Line
	}
	return line
}

func child(node *yaml.Node, key string) *yaml.Node {
	switch node.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value == key {
				return node.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		for i, item := range node.Content {
			if fmt.Sprint(i) == key {
				return item
			}
		}
	}
	return nil
}
