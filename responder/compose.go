package responder

import (
	"cmp"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"goodgraces/care"
	"goodgraces/responder/check"
	"goodgraces/responder/detail"
	"goodgraces/responder/grievance"
	"goodgraces/responder/known"
	"goodgraces/responder/templates"
)

// tries is how many combinations of wordings are weighed in a round, passes how
// many of the best are put through every check, and rounds how often this is done
// before we give up.
const (
	tries  = 8
	passes = 4
	rounds = 5
)

// composer writes the drafts of one request.
type composer struct {
	t        *templates.Template
	q        Request
	g        grievance.Grievance
	detail   detail.Detail // what is taken up of what makes it worse
	felt     int           // the feeling that the post names
	route    offer
	routed   bool
	random   *rand.Rand
	slots    map[string]string
	judge    *check.Judge
	toAll    bool             // a statement to many rather than an answer to one
	book     book             // of all templates
	filled   map[string]*said // those of this request, by their wording
	known    map[string]*said // what is in slots
	joined   said             // what weight adds up
	heard    *heard           // in the post; that of the request
	withheld bool             // what was understood may not be said in public
	fact     *known.Answer    // what answers the question, nil where that is not known
	openly   bool             // the fact is said in public

	ofClass once[string]    // see class
	ofDone  once[string]    // see trouble
	ofItem  once[string]    // see item
	ofFault once[[]string]  // see diagnosis
	topics  map[string]bool // those asked about: does the post speak of it?
}

func (r *Responder) newComposer(t *templates.Template, q Request, judge *check.Judge) *composer {
	q.post, q.heard = reading(q), q.hears()
	c := &composer{t: t, q: q, judge: judge, g: grieved(q), heard: q.heard, random: seeded(q.CaseID, q.Variant), book: r.book, filled: map[string]*said{}, known: map[string]*said{}, topics: map[string]bool{}}
	if c.g.Kind == grievance.KindNone && c.g.Detail != "" {
		c.g.Kind = kindOfWait(c.g.Detail)
	}
	c.contrast()
	if c.g.Class == "" { // a guess says "it" of what the post is about
		c.g.Issue = unlessVague(t.Language, c.g.Issue, q.Mention.Text)
	}
	c.g.Issue = unlessMere(q, c.g.Issue)
	if tellsNoTrouble(q) {
		c.g = grievance.Grievance{Thing: c.g.Thing, Around: c.g.Around}
	}
	if c.g.Issue == "" {
		c.g.Also = ""
	}
	if c.g.Issue == "" && c.g.Detail == "" {
		c.overheard()
	}
	c.detail = c.mirrored()
	c.felt = felt(t.Language, q.Mention.Text)
	c.route, c.routed = quickest(q)
	thing := cmp.Or(c.g.Thing, c.g.Around)
	if thing == "" {
		thing = q.post.Mentioned(t.Language)
	}
	if thing == "your money" {
		thing = "" // what it was paid for is the matter
	}
	if thing == "" && c.g.Issue+c.g.Detail == "" {
		thing = spokenOf(q)
	}
	thing = c.nearby(thing)
	issue := c.both()
	c.slots = map[string]string{
		"issue": issue, "Issue": capital(issue), "detail": c.g.Detail, "Detail": capital(c.g.Detail),
		"thing": thing, "Thing": capital(thing), "asked": q.post.Question(t.Language), "brand": c.brand(),
		"what": c.detail.What, "What": capital(c.detail.What), "whom": c.detail.Whom, "route": strings.TrimRight(c.route.Text, ". "), "link": q.Link, "wait": c.wait(), "initials": q.Initials,
	}
	return c
}

// both is what happened, with how often or with what happened besides.
func (c *composer) both() string {
	if c.g.Issue != "" && c.g.Also != "" && c.g.Often == "" && c.detail.Kind != detail.List {
		return c.g.Issue + " and " + c.g.Also
	}
	return strings.TrimSpace(c.g.Issue + " " + c.g.Often)
}

// overheard takes what is said in few words where no clause was understood.
func (c *composer) overheard() {
	if ceases := ceasing(c.q); ceases != "" {
		c.g.Issue, c.g.Kind = ceases, grievance.KindFaulty
	} else if chases(c.q) {
		c.g.Issue, c.g.Kind = "you're still waiting to hear from us", grievance.KindUnanswered
	}
}

// seeded makes the choice depend on the case and the variant alone.
func seeded(caseID string, variant int) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(caseID))
	return rand.New(rand.NewPCG(h.Sum64(), uint64(variant)))
}

// answer is a public answer in both forms and what the rules say of it.
type answer struct {
	text      string
	otherwise string
	checks    []care.Check
}

// compose returns the best wording that fits and passes. Where none does, what
// the post tells is not for the public, and it is written again without it.
func (c *composer) compose() (answer, bool) {
	if c.openly = c.fact != nil; c.openly {
		if a, ok := c.composeOnce(); ok {
			return a, true
		}
		c.openly = false // it was said in every way that the template has, or is for the message alone
	}
	if a, ok := c.composeOnce(); ok {
		return a, true
	}
	if c.g.Also != "" {
		c.g.Also = ""
		c.retell()
		if a, ok := c.composeOnce(); ok {
			return a, true
		}
	}
	if less := shorter(c.g.Issue); less != "" && c.g.Class == "" {
		c.g.Issue = less
		c.retell()
		if a, ok := c.composeOnce(); ok {
			return a, true
		}
	}
	c.withhold()
	return c.composeOnce()
}

// shorter is what happened without what its author did then, "" where that is not
// told: "the app keeps closing" of "the app keeps closing after you put the pin in".
func shorter(issue string) string {
	for _, from := range []string{" after you ", " when you ", " before you "} {
		if less, _, found := strings.Cut(issue, from); found && strings.Count(less, " ") > 1 {
			return less
		}
	}
	return ""
}

// retell tells what is left to tell of the post.
func (c *composer) retell() {
	c.slots["issue"] = c.both()
	c.slots["Issue"] = capital(c.slots["issue"])
	c.forget()
}

// withhold forgets what was understood of the post.
func (c *composer) withhold() {
	c.g, c.detail, c.withheld = grievance.Grievance{}, detail.Detail{}, true
	for _, slot := range []string{"issue", "Issue", "detail", "Detail", "thing", "Thing", "asked"} {
		c.slots[slot] = ""
	}
	c.forget()
}

// forget drops what was found of what was understood: that has changed.
func (c *composer) forget() {
	clear(c.filled)
	clear(c.known)
	c.ofFault, c.ofClass, c.ofDone = once[[]string]{}, once[string]{}, once[string]{}
}

func (c *composer) composeOnce() (answer, bool) {
	for range rounds {
		if a, ok := c.passing(c.weigh()); ok {
			return a, true
		}
	}
	return answer{}, false
}

// passing is the first of the best candidates that breaks no rule, else the
// first that breaks none that blocks.
func (c *composer) passing(ranked []candidate) (warned answer, found bool) {
	for _, best := range ranked[:min(passes, len(ranked))] {
		a := c.judged(best)
		switch {
		case !slices.ContainsFunc(a.checks, func(c care.Check) bool { return !c.OK }):
			return a, true
		case !found && len(care.Blocked(a.checks)) == 0:
			warned, found = a, true
		}
	}
	return warned, found
}

// judged puts a candidate through every check; one that is blocked as it is
// delivered is out, however it would stand otherwise.
func (c *composer) judged(of candidate) answer {
	a := answer{text: join(of.delivered), otherwise: join(of.otherwise), checks: c.judge.PublicOf(passages(of.delivered))}
	if a.otherwise != a.text && len(care.Blocked(a.checks)) == 0 {
		a.checks = merge(a.checks, c.judge.PublicOf(passages(of.otherwise)), notDelivered)
	}
	return a
}

// candidate is an answer to be weighed, sentence by sentence.
type candidate struct {
	delivered, otherwise []*said
	text                 string // of delivered
	weight               float64
}

// weigh makes candidates that fit and ranks them, the best first.
func (c *composer) weigh() []candidate {
	var ranked []candidate
	for range tries {
		a := c.fit(c.plan())
		a.text = join(a.delivered)
		known := slices.ContainsFunc(ranked, func(b candidate) bool { return a.text == b.text })
		if known || !c.fits(a) {
			continue
		}
		a.weight = c.weight(&a)
		ranked = append(ranked, a)
	}
	slices.SortStableFunc(ranked, func(a, b candidate) int { return cmp.Compare(a.weight, b.weight) })
	return ranked
}

func (c *composer) plan() plan {
	p := &c.t.Parts
	if c.toAll {
		return c.planStatement()
	}
	if c.openly {
		return c.planFact()
	}
	switch c.q.Verdict.Action {
	case care.ActThank:
		return c.planThanks()
	case care.ActAnswer:
		if c.detail.What != "" {
			return plan{lines: c.planMirrored(func() line { return c.pick(c.orPromise(c.promise())) })}
		}
		return c.planAnswer()
	case care.ActFold:
		return plan{lines: []line{c.pick(p.Close.Opening), c.pick(p.Close.Ending)}}
	}
	if c.detail.Quiet() {
		return c.withRoute(c.planQuiet())
	}
	if c.onlyAsks() {
		return c.planQuestion()
	}
	if ask := c.diagnosis(); len(ask) > 0 && c.detail.What == "" && !c.wantsToKnow() {
		return c.planDiagnosis(ask)
	}
	return c.withRoute(c.planComplaint())
}

func (c *composer) withRoute(lines []line) plan {
	route := &c.t.Parts.Route
	lines = append(c.commended(), lines...)
	p := plan{lines: lines, otherwise: c.pick(route.AuthorFirst), flowing: c.random.IntN(2) == 0 || c.detail.What != "" || len(lines) >= goodSentences}
	switch {
	case c.routed && c.slots["wait"] != "" && len(route.OtherwiseWait) > 0:
		p.otherwise = c.pick(route.OtherwiseWait)
	case c.routed:
		p.otherwise = c.pick(route.Otherwise)
	}
	if c.q.CanMessage {
		route, asks := c.delivered()
		p.delivered = c.pick(route)
		if asks && len(lines) >= goodSentences {
			p.lines = slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return l.promises })
		}
	}
	return p
}

func (c *composer) brand() string {
	if c.q.Brand == "" {
		return map[string]string{"en": "the customer team", "es": "el equipo de clientes", "de": "unser Kundenteam"}[c.t.Language]
	}
	return c.q.Brand
}

// capital raises the first letter.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
