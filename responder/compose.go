package responder

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"

	"goodgraces/care"
	"goodgraces/responder/check"
	"goodgraces/responder/grievance"
	"goodgraces/responder/length"
	"goodgraces/responder/templates"
)

// tries is how many combinations of wordings are weighed in a round, passes
// how many of the best are put through every check, and rounds how often this
// is done before we give up.
const (
	tries  = 12
	passes = 4
	rounds = 5
)

// answer is a public answer in both forms.
type answer struct {
	text      string
	otherwise string
}

// composer writes the drafts of one request.
type composer struct {
	t      *templates.Template
	q      Request
	g      grievance.Grievance
	route  Route
	routed bool
	random *rand.Rand
	slots  *strings.Replacer
	judge  *check.Judge
}

func newComposer(t *templates.Template, q Request) *composer {
	c := &composer{t: t, q: q, g: understood(q), random: seeded(q.CaseID, q.Variant)}
	c.route, c.routed = openRoute(q)
	c.judge = check.For(input(q))
	c.slots = strings.NewReplacer(
		"{issue}", c.g.Issue, "{Issue}", capital(c.g.Issue),
		"{detail}", c.g.Detail, "{Detail}", capital(c.g.Detail),
		"{thing}", c.g.Thing, "{brand}", c.brand(), "{route}", strings.TrimRight(c.route.Text, ". "),
	)
	return c
}

// seeded makes the choice depend on the case and the variant alone.
func seeded(caseID string, variant int) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(caseID))
	return rand.New(rand.NewPCG(h.Sum64(), uint64(variant)))
}

// compose returns the best wording that fits and passes.
func (c *composer) compose() (answer, bool) {
	for range rounds {
		if a, ok := c.round(); ok {
			return a, true
		}
	}
	return answer{}, false
}

func (c *composer) round() (answer, bool) {
	ranked := c.weigh()
	for i := 0; i < passes && len(ranked) > 0; i++ {
		best := 0
		for j := range ranked {
			if ranked[j].weight < ranked[best].weight {
				best = j
			}
		}
		if a := ranked[best].answer; c.passes(a) {
			return a, true
		}
		ranked = append(ranked[:best], ranked[best+1:]...)
	}
	return answer{}, false
}

type weighed struct {
	answer
	weight float64
}

// weigh makes candidates that fit and weighs each, the lower the better.
func (c *composer) weigh() []weighed {
	var ranked []weighed
	seen := map[string]bool{}
	for range tries {
		a := c.fit(c.plan())
		if seen[a.text] || !c.fits(a) {
			continue
		}
		seen[a.text] = true
		ranked = append(ranked, weighed{a, c.weight(a.text)})
	}
	return ranked
}

func (c *composer) passes(a answer) bool {
	if len(care.Blocked(c.judge.Public(a.text))) > 0 {
		return false
	}
	return a.otherwise == a.text || len(care.Blocked(c.judge.Public(a.otherwise))) == 0
}

func (c *composer) fits(a answer) bool {
	return length.Fits(c.q.Mention.Platform, a.text) && length.Fits(c.q.Mention.Platform, a.otherwise)
}

// line is one sentence of an answer: the wording taken and the ones it was
// taken from.
type line struct {
	wording  string
	variants []string
}

// plan is the lines of an answer; the last of them differs by what happened to
// the private message.
type plan struct {
	lines     []line
	delivered line // "" where nothing is said of a message
	otherwise line
}

func (c *composer) plan() plan {
	p := &c.t.Parts
	switch c.q.Verdict.Action {
	case care.ActThank:
		return plan{lines: []line{c.pick(c.praise()), c.pick(p.Thanks.Closing)}}
	case care.ActAnswer:
		return plan{lines: []line{c.pick(p.Answer.Opening), c.pick(p.Answer.Promise)}}
	case care.ActFold:
		return plan{lines: []line{c.pick(p.Close)}}
	}
	lines := []line{c.pick(c.feeling()), c.pick(c.paraphrase()), c.pick(p.Ownership), c.pick(p.Commitment)}
	return c.withRoute(plan{lines: lines})
}

func (c *composer) withRoute(p plan) plan {
	route := &c.t.Parts.Route
	p.otherwise = c.pick(route.AuthorFirst)
	if c.routed {
		p.otherwise = c.pick(route.Otherwise)
	}
	if c.q.CanMessage {
		p.delivered = c.pick(route.Delivered)
	}
	return p
}

// pick takes one variant by chance.
func (c *composer) pick(variants []string) line {
	return line{variants[c.random.IntN(len(variants))], variants}
}

// feeling chooses the strength at which we mirror.
func (c *composer) feeling() []string {
	f, v := &c.t.Parts.Feeling, c.q.Verdict
	switch {
	case v.Severity >= care.Blame, v.Anger >= 0.75 && v.Severity >= care.Accusation:
		return f.Angry
	case v.Severity >= care.Disapproval, v.Anger >= 0.35:
		return f.Upset
	}
	return f.Calm
}

// paraphrase takes the wordings that say as much as we know.
func (c *composer) paraphrase() []string {
	p := &c.t.Parts.Paraphrase
	switch {
	case c.g.Detail != "" && c.random.IntN(3) > 0:
		return p.Detail
	case c.g.Issue != "":
		return p.Issue
	}
	topic := templates.Topic(c.q.Verdict.Topic)
	if said := p.Topics[topic]; len(said) > 0 && grievance.Supports(c.t.Language, topic, c.q.Mention.Text) {
		return said
	}
	if c.g.Thing != "" {
		return p.Thing
	}
	return p.Unknown
}

func (c *composer) praise() []string {
	if c.g.Thing != "" {
		return c.t.Parts.Thanks.Thing
	}
	return c.t.Parts.Thanks.General
}

// fit takes shorter wordings, the longest line first, until both forms fit.
// Nothing is ever cut; at the very last the ownership line is left out.
func (c *composer) fit(p plan) answer {
	for range 2 * (len(p.lines) + 2) {
		a := c.render(p)
		if c.fits(a) || !p.shorten() {
			return a
		}
	}
	return c.render(p)
}

// shorten replaces the line that has most to give by its shortest wording; it
// reports false when all are shortest.
func (p *plan) shorten() bool {
	all := []*line{&p.delivered, &p.otherwise}
	for i := range p.lines {
		all = append(all, &p.lines[i])
	}
	var most *line
	gain := 0
	for _, l := range all {
		if g := len(l.wording) - len(l.shortest()); g > gain {
			most, gain = l, g
		}
	}
	if most != nil {
		most.wording = most.shortest()
		return true
	}
	if len(p.lines) == 4 {
		p.lines = append(p.lines[:2:2], p.lines[3])
		return true
	}
	return false
}

func (l line) shortest() string {
	best := l.wording
	for _, v := range l.variants {
		if len(v) < len(best) {
			best = v
		}
	}
	return best
}

// render fills the slots and joins the lines.
func (c *composer) render(p plan) answer {
	var said []string
	for _, l := range p.lines {
		said = append(said, c.fill(l.wording))
	}
	delivered, otherwise := append(said[:len(said):len(said)], c.fill(p.delivered.wording)), append(said[:len(said):len(said)], c.fill(p.otherwise.wording))
	if p.delivered.wording == "" {
		delivered = otherwise
	}
	return answer{c.sign(delivered), c.sign(otherwise)}
}

func (c *composer) sign(said []string) string {
	text := strings.Join(strings.Fields(strings.Join(said, " ")), " ")
	if c.q.Initials == "" || c.t.SignOff == "" {
		return text
	}
	return text + " " + strings.ReplaceAll(c.t.SignOff, "{initials}", c.q.Initials)
}

func (c *composer) fill(wording string) string { return c.slots.Replace(wording) }

func (c *composer) brand() string {
	if c.q.Brand == "" {
		return map[string]string{"en": "the customer team", "es": "el equipo de clientes", "de": "unser Kundenteam"}[c.t.Language]
	}
	return c.q.Brand
}

// capital raises the first letter.
func capital(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
