package templates

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"goodgraces/care"
	"goodgraces/responder/check"
	"goodgraces/responder/hours"
)

// validator collects everything wrong with a template.
type validator struct {
	file     string
	root     *yaml.Node
	rules    bool // whether wordings are held to the rules for answers
	problems []error
}

func (v *validator) fail(field, format string, args ...any) {
	v.problems = append(v.problems, v.at(field, fmt.Sprintf(format, args...)).Err())
}

func (v *validator) at(field, message string) Problem {
	return Problem{File: v.file, Line: v.line(field), Field: field, Message: message}
}

func (v *validator) template(t *Template) {
	for _, f := range []struct{ field, value string }{{"name", t.Name}, {"language", t.Language}, {"description", t.Description}, {"tone", t.Tone}} {
		if strings.TrimSpace(f.value) == "" {
			v.fail(f.field, "must be set")
		}
	}
	v.applies(t)
	v.words("words.use", t.Words.Use)
	v.words("words.avoid", t.Words.Avoid)
	v.order(t)
	v.names(t)
	v.slots("sign_off", t.SignOff, "initials")
	for _, part := range t.parts() {
		v.part(t, part)
	}
	for topic, needs := range t.Parts.Private.Needs {
		v.slots("parts.private.needs."+topic, needs)
	}
	for topic, asking := range t.Parts.Route.Asking {
		v.slots("parts.route.asking."+topic, asking, "order")
		v.says("parts.route.asking."+topic, asking, false)
	}
	v.items(&t.Parts.Route)
	v.subjects("parts.answer.asking.", t.Parts.Answer.Asking)
	v.subjects("parts.answer.matters.", t.Parts.Answer.Matters)
	for topic, matter := range t.Parts.Statement.Matters {
		v.slots("parts.statement.matters."+topic, matter)
	}
	v.statement(&t.Parts.Statement)
	if t.answers(reply) && t.Parts.Private.Needs["other"] == "" {
		v.fail("parts.private.needs", `must have "other", which is asked for where no topic fits`)
	}
}

// subjects checks words that stand by what a question is about.
func (v *validator) subjects(field string, by map[string]string) {
	for _, subject := range slices.Sorted(maps.Keys(by)) {
		v.named(field, subject, by[subject], Subjects)
		v.says(field+subject, by[subject], false)
	}
}

// named checks words that fill a slot, by a name that must be known.
func (v *validator) named(field, name, words string, known []string) {
	if !slices.Contains(known, name) {
		v.fail(field+name, "%q is not one of %s", name, strings.Join(known, ", "))
	}
	v.slots(field+name, words)
}

// items checks what the message may ask for in the sentences that name it: by
// itself "die Bestellnummer" would be asked for in public.
func (v *validator) items(r *Route) {
	for _, name := range slices.Sorted(maps.Keys(r.Items)) {
		v.named("parts.route.items.", name, r.Items[name], Items)
		for _, wording := range r.DeliveredFor {
			v.says("parts.route.items."+name, strings.ReplaceAll(wording, "{item}", r.Items[name]), false)
		}
	}
}

func (v *validator) words(field string, words []string) {
	for i, word := range words {
		if strings.TrimSpace(word) == "" {
			v.fail(fmt.Sprintf("%s.%d", field, i), "is empty; write a word or take the line out")
		}
	}
}

// answers reports whether a template may be taken for an action.
func (t *Template) answers(action care.Action) bool { return holds(t.Applies.Actions, action) }

// order reads the orders of parts.
func (v *validator) order(t *Template) {
	for i, line := range t.Order {
		field := fmt.Sprintf("order.%d", i)
		order := strings.FieldsFunc(line, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
		t.orders = append(t.orders, order)
		for j, name := range order {
			if !slices.Contains(orderable, name) {
				v.fail(field, "%q is not one of %s", name, strings.Join(orderable, ", "))
			}
			if slices.Contains(order[:j], name) {
				v.fail(field, "%q stands there twice", name)
			}
		}
		v.whole(t, field, order)
	}
}

// whole checks that an order says what happened and what we do.
func (v *validator) whole(t *Template, field string, order []string) {
	if slices.Contains(order, PartTogether) == slices.Contains(order, PartParaphrase) {
		v.fail(field, "must have either paraphrase or together, which say what happened")
	}
	if slices.Contains(order, PartTogether) && min(len(t.Parts.Together.Calm), len(t.Parts.Together.Upset), len(t.Parts.Together.Angry)) == 0 {
		v.fail(field, "has together, but parts.together lacks calm, upset or angry")
	}
	if !slices.Contains(order, PartCommitment) {
		v.fail(field, "must have commitment: an answer says what we do")
	}
}

// names checks the kinds of grievance and of praise that a template names.
func (v *validator) names(t *Template) {
	for _, m := range []struct {
		field string
		by    map[string][]string
		known []string
	}{
		{"parts.ownership_of.kinds.", t.Parts.OwnershipOf.Kinds, Kinds},
		{"parts.commitment_of.troubles.", t.Parts.CommitmentOf.Troubles, Troubles},
		{"parts.commitment_of.kinds.", t.Parts.CommitmentOf.Kinds, Kinds},
		{"parts.mirror.of.", t.Parts.Mirror.Of, Mirrored}, {"parts.diagnose.", t.Parts.Diagnose, Diagnosed},
		{"parts.thanks.of.", t.Parts.Thanks.Of, Praised}, {"parts.answer.promise_of.", t.Parts.Answer.PromiseOf, Asked},
	} {
		for _, name := range slices.Sorted(maps.Keys(m.by)) {
			if !slices.Contains(m.known, Topic(name)) {
				v.fail(m.field+name, "%q is not one of %s", name, strings.Join(m.known, ", "))
			}
		}
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
type namedTopic struct {
	topic string
	at    Problem
}

// topics lists the topics that a template names, with file and line.
func (v *validator) topics(t *Template) []namedTopic {
	var all []namedTopic
	add := func(topic, field string) {
		all = append(all, namedTopic{topic, v.at(field, "")})
	}
	for i, topic := range t.Applies.Topics {
		add(topic, fmt.Sprintf("applies.topics.%d", i))
	}
	for _, m := range []struct {
		field string
		by    map[string][]string
	}{
		{"parts.paraphrase.topics.", t.Parts.Paraphrase.Topics}, {"parts.ownership_of.topics.", t.Parts.OwnershipOf.Topics},
		{"parts.commitment_of.topics.", t.Parts.CommitmentOf.Topics},
	} {
		for _, topic := range slices.Sorted(maps.Keys(m.by)) {
			add(topic, m.field+topic)
		}
	}
	for _, topic := range slices.Sorted(maps.Keys(t.Parts.Private.Needs)) {
		add(topic, "parts.private.needs."+topic)
	}
	for _, topic := range slices.Sorted(maps.Keys(t.Parts.Route.Asking)) {
		if !slices.Contains(Kinds, topic) && !slices.Contains(Subjects, topic) {
			add(topic, "parts.route.asking."+topic)
		}
	}
	for _, topic := range slices.Sorted(maps.Keys(t.Parts.Statement.Matters)) {
		add(topic, "parts.statement.matters."+topic)
	}
	return all
}

func (v *validator) applies(t *Template) {
	a := t.Applies
	open, err := hours.Parse(a.Hours, a.Zone)
	if err != nil {
		v.fail("applies.hours", "%v", err)
	}
	t.open = open
	for i, brand := range a.Brands {
		if strings.TrimSpace(brand) == "" {
			v.fail(fmt.Sprintf("applies.brands.%d", i), "is empty; write the brand's name as in brand.name")
		}
	}
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

func (v *validator) part(t *Template, p part) {
	needed := p.named || p.action != "" && t.answers(p.action)
	if len(p.variants) < minVariants && (len(p.variants) > 0 || needed) {
		v.fail(p.field, "has %d variants; write at least %d", len(p.variants), minVariants)
	}
	for i, variant := range p.variants {
		field := fmt.Sprintf("%s.%d", p.field, i)
		v.slots(field, variant, append([]string{"brand"}, p.slots...)...)
		for _, slot := range p.must {
			if !slices.ContainsFunc(Slots(variant), func(s string) bool { return strings.EqualFold(s, slot) }) {
				v.fail(field, "must hold {%s}", slot)
			}
		}
		v.wording(t, p, field, variant)
	}
}

// wording checks what a variant says.
func (v *validator) wording(t *Template, p part, field, variant string) {
	if strings.TrimSpace(variant) == "" {
		v.fail(field, "is empty")
	}
	v.says(field, variant, p.private)
	if v.rules && strings.HasPrefix(p.field, "parts.close.") {
		if note := check.Closing(spoken.Replace(variant)); note != "" {
			v.fail(field, "breaks the rule final: %s", note)
		}
	}
	for _, word := range t.Words.Avoid {
		if strings.Contains(strings.ToLower(variant), strings.ToLower(word)) {
			v.fail(field, "uses %q, which the template avoids", word)
		}
	}
}

// says holds a text to the rules for answers.
func (v *validator) says(field, text string, private bool) {
	if !v.rules {
		return
	}
	if rule, note := check.Wording(spoken.Replace(text), private); rule != "" {
		v.fail(field, "breaks the rule %s: %s", rule, note)
	}
}

// spoken fills each slot with something that breaks no rule.
var spoken = strings.NewReplacer(
	"{issue}", "your parcel is late", "{Issue}", "Your parcel is late", "{detail}", "two hours on hold", "{Detail}", "Two hours on hold",
	"{thing}", "your parcel", "{Thing}", "Your parcel", "{brand}", "Acme", "{route}", "send us a private message", "{name}", "Sam", "{needs}", "your order number", "{matter}", "the delays",
	"{asking}", "which order it is", "{item}", "the tracking number", "{order}", "order", "{asked}", "how to change your seat", "{who}", "our crew", "{doing}", "finding your bag", "{treat}", "a good coffee", "{Treat}", "A good coffee", "{echo}", "the sofa is so comfy", "{outing}", "such a good flight", "{swift}", "ten minutes", "{Swift}", "Ten minutes", "{what}", "two hours", "{What}", "Two hours", "{whom}", "your mum", "{wait}", "about five minutes", "{link}", "this form",
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

func (v *validator) line(field string) int { return Line(v.root, field) }

// Line finds the line of a dotted field, or of what holds it.
func Line(root *yaml.Node, field string) int {
	node := root
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
