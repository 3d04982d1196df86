package responder

import (
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/responder/grievance"
	"goodgraces/responder/templates"
)

// planComplaint is the sentences before the route: one of the template's
// orders, without what would be empty words where we do not know the problem.
func (c *composer) planComplaint() []line {
	if c.detail.What != "" {
		return c.planMirrored(c.does)
	}
	asked := c.promise()
	if complainsAbroad(c.q) && !c.asksWhy() {
		asked = nil // what they ask is how angry they are
	}
	switch open := c.open(); {
	case len(asked) > 0 && c.asksWhy():
		return append(c.regret(), c.pick(asked))
	case len(open) > 0 && len(asked) > 0 && !c.heard.has(pleas):
		return []line{c.pick(asked)}
	case len(open) > 0 && c.heard.story() >= story && len(c.t.Parts.Answer.PromiseOf["help"]) > 0:
		return []line{c.pick(c.t.Parts.Answer.PromiseOf["help"])} // they have said what it is
	case len(open) > 0:
		return []line{c.pick(open)}
	case c.unknown():
		return []line{c.pick(c.hardly())}
	case len(asked) > 0 && c.storyOnly() && c.strength() == calm:
		return []line{c.pick(asked)}
	case len(asked) > 0 && c.storyOnly():
		return []line{c.spare(c.feeling()), c.pick(asked)}
	}
	if price := c.t.Parts.Paraphrase.Price; c.g.Kind == grievance.KindPrice && len(price) > 0 {
		return []line{c.pick(price), c.pick(c.priced())}
	}
	var lines []line
	for _, part := range c.order() {
		switch part {
		case templates.PartFeeling:
			lines = append(lines, c.spare(c.feeling()))
		case templates.PartTogether:
			lines = append(lines, c.pick(c.together()))
			lines = append(lines, c.more()...)
		case templates.PartParaphrase:
			lines = append(lines, c.pick(c.paraphrase()))
			lines = append(lines, c.more()...)
		case templates.PartOwnership:
			if c.g.Issue != "" && !opinions[c.trouble()] {
				lines = append(lines, c.spare(c.specific(c.t.Parts.OwnershipOf, c.t.Parts.Ownership)))
			}
		case templates.PartCommitment:
			if !c.storyOnly() { // its wordings say what we do as well
				lines = append(lines, c.does())
			}
		}
	}
	return lines
}

// open is what to say where nothing is reproached and we do not know what it is
// about, nothing elsewhere: an apology would be for nothing.
func (c *composer) open() []string {
	p := &c.t.Parts.Paraphrase
	if complainsAbroad(c.q) || c.heard.asked() == "reproach" || c.strength() != calm || c.g.Issue+c.g.Detail != "" || len(c.topic(p.Topics)) > 0 || c.named() != nil || c.slots["thing"] != "" && c.reproaches() {
		return nil
	}
	asking := strings.Contains(c.q.Mention.Text, "?") || c.heard.begins()
	if c.slots["thing"] == "" && !asking && !c.heard.has(callsForHelp) {
		return nil // they tell something, in words that we do not know
	}
	if c.slots["thing"] == "" && c.heard.begins() && len(c.t.Parts.Answer.Promise) > 0 {
		return c.t.Parts.Answer.Promise
	}
	if c.slots["thing"] == "" {
		return p.Open
	}
	return p.OpenThing
}

// order takes one of the template's orders: one with feeling where the post
// names a feeling that the template answers, one without where it shows none, and
// one that mirrors what it shows, if not in a sentence of its own, where it is upset:
// bare regret reads cold there.
func (c *composer) order() []string {
	orders := c.t.Orders()
	feels := func(o []string) bool { return slices.Contains(o, templates.PartFeeling) }
	var fits func(o []string) bool
	switch {
	case c.named() != nil:
		fits = feels
	case c.strength() == calm:
		fits = func(o []string) bool { return !feels(o) }
	default:
		fits = func(o []string) bool { return feels(o) || slices.Contains(o, templates.PartTogether) }
	}
	if fitting := slices.DeleteFunc(slices.Clone(orders), func(o []string) bool { return !fits(o) }); len(fitting) > 0 {
		orders = fitting
	}
	return orders[c.random.IntN(len(orders))]
}

// hardly is what to say where we know next to nothing: we ask, unless the post is
// no complaint for sure, or shows what the message asks for.
func (c *composer) hardly() []string {
	p := &c.t.Parts
	switch {
	case c.doubtful():
		return p.Answer.Noted
	case c.item() != "" && len(p.Paraphrase.Told) > 0:
		return p.Paraphrase.Told
	}
	return p.Paraphrase.Unknown
}

// reproaches reports a post that most likely complains, and asks for no help.
func (c *composer) reproaches() bool {
	return c.q.Verdict.Complaint >= likely && !strings.Contains(c.q.Mention.Text, "?") && !c.heard.has(callsForHelp)
}

// likely is how sure the verdict must be before we are sorry for what we do not
// quite understand.
const likely = 0.6

// plainThing reports that what it is about can be named more nearly than by a
// topic: "the vegan breakfast", not "your flight".
func (c *composer) plainThing() bool {
	return c.t.Language == "en" && strings.Count(c.slots["thing"], " ") > 1
}

// priced is what we do about a price; what a repair costs is set by nobody who sets
// our prices.
func (c *composer) priced() []string {
	if anyOf(plainly(c.g.Issue), mending) {
		return c.t.Parts.Commitment
	}
	return c.commitment()
}

var mending = wordSet("fix repair replace mend service arreglar reparar reparieren")

func (c *composer) spare(variants []string) line {
	l := c.pick(variants)
	l.spare = true
	return l
}

// Strengths at which a feeling is mirrored.
const (
	calm = iota
	upset
	angry
)

func (c *composer) strength() int {
	v := c.q.Verdict
	switch {
	case v.Severity >= care.Blame, v.Anger >= 0.75 && v.Severity >= care.Accusation:
		return angry
	case v.Severity >= care.Disapproval, v.Anger >= 0.35, c.g.Detail != "":
		return upset
	}
	return calm
}

// feeling mirrors the feeling that the post names, or else its strength.
func (c *composer) feeling() []string {
	if named := c.named(); named != nil {
		return named
	}
	f := &c.t.Parts.Feeling
	return [...][]string{f.Calm, f.Upset, f.Angry}[c.strength()]
}

// named is the wordings for a feeling that the post names, nil where it names
// none, or where anger is what must be met.
func (c *composer) named() []string {
	if c.strength() == angry {
		return nil
	}
	f := &c.t.Parts.Feeling
	switch c.felt {
	case worried:
		return f.Worried
	case disappointed:
		return f.Disappointed
	case weary:
		return f.Weary
	case sad:
		return f.Sad
	case confused:
		return f.Confused
	}
	return nil
}

// together takes the wordings of feeling and problem in one.
func (c *composer) together() []string {
	t := &c.t.Parts.Together
	if c.g.Issue == "" || len(t.Upset) == 0 {
		return c.paraphrase()
	}
	return c.sayable([...][]string{t.Calm, t.Upset, t.Angry}[c.strength()])
}

// more says that there is more in the post than was named; of a short post that
// would be filler.
func (c *composer) more() []line {
	if !c.g.More || c.heard.story() < muchTold || len(c.t.Parts.Paraphrase.More) == 0 {
		return nil
	}
	return []line{c.spare(c.t.Parts.Paraphrase.More)}
}

func (c *composer) commitment() []string {
	of := &c.t.Parts.CommitmentOf
	if known := of.Troubles[c.trouble()]; len(known) > 0 {
		return known
	}
	return c.specific(templates.Specific{Kinds: of.Kinds, Topics: of.Topics}, c.t.Parts.Commitment)
}

// specific takes the wordings for the kind of grievance, else for the topic
// that the post speaks of, else the general ones.
func (c *composer) specific(of templates.Specific, general []string) []string {
	if found := of.Kinds[string(c.g.Kind)]; len(found) > 0 {
		return found
	}
	if c.g.Issue != "" {
		return general // a topic may be that of another trouble in the post
	}
	if found := c.topic(of.Topics); len(found) > 0 {
		return found
	}
	return general
}

// paraphrase takes the wordings that say as much as we know.
func (c *composer) paraphrase() []string {
	p := &c.t.Parts.Paraphrase
	switch {
	case c.g.Detail != "" && c.g.Also == "" && (c.g.Issue == "" || !brieflyLate(c.g.Detail)) && c.random.IntN(3) > 0:
		return p.Detail
	case c.g.Issue != "":
		return c.sayable(p.Issue)
	}
	switch said := c.topic(p.Topics); {
	case len(said) > 0 && !c.plainThing() && !(c.slots["thing"] != "" && ofThings[templates.Topic(c.q.Verdict.Topic)]):
		return said
	case c.slots["thing"] != "":
		return p.Thing
	case c.storyOnly() && c.doubtful():
		return c.t.Parts.Answer.Noted
	case c.storyOnly():
		return p.Told
	}
	return p.Unknown
}

// brieflyLate reports minutes that are told without being called too long.
func brieflyLate(detail string) bool {
	before, _, found := strings.Cut(detail, " minutes")
	return found && fewMinutes[before[strings.LastIndexByte(before, ' ')+1:]]
}

var fewMinutes = wordSet("two three four five six seven eight nine ten 5 8 10 11 12 15")

// storyOnly reports a post that tells something of which we understood
// nothing.
func (c *composer) storyOnly() bool {
	p := &c.t.Parts.Paraphrase
	return len(p.Told) > 0 && c.g.Issue == "" && c.slots["thing"] == "" && len(c.topic(p.Topics)) == 0 && c.heard.story() >= story
}

// unknown reports a post too short to tell anything; then we ask, and that is
// all.
func (c *composer) unknown() bool {
	return c.g.Issue == "" && c.g.Detail == "" && c.slots["thing"] == "" && len(c.topic(c.t.Parts.Paraphrase.Topics)) == 0 && !c.storyOnly()
}

// topic is what may be said of the first of the verdict's topics that the post
// itself speaks of and the template knows, nothing where there is none.
func (c *composer) topic(by map[string][]string) []string {
	v := &c.q.Verdict
	for _, name := range append([]string{v.Topic}, v.Topics...) {
		said := by[templates.Topic(name)]
		if len(said) > 0 && c.speaksOf(templates.Topic(name)) {
			return said
		}
	}
	return nil
}

// speaksOf reports whether the post has words for a topic. Of a topic of the
// operator's own, the classifier's evidence says so.
func (c *composer) speaksOf(topic string) bool {
	speaks, known := c.topics[topic]
	if !known {
		speaks = c.supports(topic)
		c.topics[topic] = speaks
	}
	return speaks
}

func (c *composer) supports(topic string) bool {
	if grievance.Knows(c.t.Language, topic) {
		return c.q.post.Supports(c.t.Language, topic)
	}
	return slices.ContainsFunc(c.q.Verdict.Evidence, func(e care.Evidence) bool { return e.Label == "topic" })
}

// story is how many words tell something, muchTold how many tell of several
// things.
const story, muchTold = 9, 24

// storyWords counts the words of a post, handles, hashtags and links aside.
func storyWords(post string) int {
	n := 0
	for word := range strings.FieldsSeq(post) {
		if isStory(word) {
			n++
		}
	}
	return n
}

func isStory(word string) bool {
	word = strings.TrimLeft(word, ".\"(")
	return !strings.HasPrefix(word, "@") && !strings.HasPrefix(word, "#") && !strings.Contains(word, "://")
}

// onlyAsks reports a question without reproach in which no trouble is told.
func (c *composer) onlyAsks() bool {
	v := c.q.Verdict
	if v.Severity >= care.Disapproval || c.g.Issue != "" || provoked(c.q) {
		return false
	}
	if c.heard.asked() == "reproach" || c.asksWhy() && v.Complaint >= likely {
		return false // a why is a reproach as often as not
	}
	if asksOf(c.q) && goesPrivate(c.q) {
		return true
	}
	return c.asks() || len(c.t.Parts.Paraphrase.Asked) > 0 &&
		(c.heard.question() || v.Question >= asks && !strings.Contains(c.q.Mention.Text, "!")) && (len(c.promise()) > 0 && c.heard.question() || len(c.topic(c.t.Parts.Paraphrase.Topics)) == 0)
}

// asks is how sure the verdict must be that a post asks.
const asks = 0.7
