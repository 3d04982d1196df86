// Package grievance understands what a post complains of, as far as that can
// be said safely: what happened, to what, how long, how often. Every word of a
// result comes from the closed tables of this package (numbers of units
// excepted), so no insult, name, handle, link or personal data can pass.
//
// English is read by rules, each for one way of complaining, over phrases of
// nouns and verbs that are told again in the second person, and by statements,
// which are clauses told whole where every word of them is known; Spanish and
// German by shapes, which are rows of words with slots. Where nothing can be
// told safely, nothing is.
package grievance

import "strings"

// Grievance is what could be understood; each field may be empty.
type Grievance struct {
	Issue  string // a clause in the second person that fits after "that": "your bag was lost"
	Detail string // a length of time as a noun phrase: "three hours on hold"
	Thing  string // what of theirs it is about: "your bag"; in German as an object: "Ihren Koffer"
	Around string // where Thing is not known, what the post speaks of: "the app"
	Also   string // another trouble, to follow Issue and "and": "your luggage was lost"
	More   bool   // there is more in the post than Issue says; Issue is the worst
	Kind   Kind   // of Issue: KindLate for "your parcel didn't come when it was due"
	Often  string // how often it happened, to follow Issue: "for the third time", "every single day"
	Class  string // of what was guessed, what the model calls it
	Near   bool   // the guess is no nearer than what several classes have in common
	Asked  Asked  // what they want of us: AskedWhere for "where is my parcel?"
}

// maxText bounds how much of a post is read, in bytes; people say what
// happened early.
const maxText = 4 << 10

// maxIssue bounds Issue, so that it fits the shortest platform, in bytes.
const maxIssue = 90

// Post is a post cut into words, once for all that is asked of it. It is not
// for several goroutines.
type Post struct {
	toks    []tok
	told    map[string]Grievance // by language
	guessed map[string]Grievance // likewise
	read    enParser             // toks as English reads them; see english
	weight  int                  // of what English has read
	doubt   *bool                // whether that is doubted, nil until asked
	judged  map[string]judgement
}

// Cut cuts a post, which is hostile text; it is linear in its length.
func Cut(text string) *Post {
	if len(text) > maxText {
		text = text[:maxText]
	}
	return &Post{toks: tokens(strings.ToValidUTF8(text, " ")), told: map[string]Grievance{}, guessed: map[string]Grievance{}, judged: map[string]judgement{}}
}

// Understand reads a post in a language. It is deterministic.
func Understand(language, text string) Grievance { return Cut(text).Grievance(language) }

// Grievance is what the post complains of, read in a language.
func (p *Post) Grievance(language string) Grievance {
	g, ok := p.told[language]
	if !ok {
		g = p.understand(language)
		p.told[language] = g
	}
	return g
}

// english is the post as English reads it, once.
func (p *Post) english() enParser {
	if p.read.memo == nil {
		p.read = reading(readable(p.toks))
	}
	return p.read
}

func (p *Post) understand(language string) Grievance {
	switch language {
	case "en":
		var g Grievance
		g, p.weight = inEnglish(p.english())
		return g
	case "es":
		_, g := choose(spanish(p.toks))
		return g
	case "de":
		_, g := choose(german(p.toks))
		return g
	}
	return Grievance{}
}

// inEnglish is what English reads, and the weight of that.
func inEnglish(p enParser) (Grievance, int) {
	found := supportLast(english(p))
	best, g := choose(found)
	g.Issue = fuller(found, g.Issue, min(best.weight, weightPlain))
	g.Issue = fullerOfIt(found, best, g.Issue)
	g.Issue = p.bothSo(found, best, g.Issue)
	g = p.mended(p.specified(g, best.at))
	g.Issue = p.asClaimed(p.chargedThough(p.lackingSince(g.Issue, best.at), best.at), best.at)
	g.Kind = kindOf(g.Issue)
	best.Kind = g.Kind
	g.Also = second(found, best, g.Issue)
	g = silenceLast(g, found)
	g.Often, g.Asked = p.often(), p.asked()
	if strings.HasPrefix(g.Often, "every single ") {
		g.Issue = strings.TrimSuffix(g.Issue, " every "+lastWord(g.Often))
	}
	g.Often = timed(g.Issue, g.Often)
	return g, best.weight
}

// timed is how often an issue happened, "" where that does not fit behind it.
func timed(issue, often string) string {
	if strings.HasSuffix(issue, often) {
		return ""
	}
	for _, word := range untimed {
		if strings.Contains(" "+issue+" ", " "+word+" ") {
			return ""
		}
	}
	return often
}

// untimed are words of an issue that is no event, that says itself how long or how
// often it goes on, or whose last words would seem to be what happened so often.
var untimed = []string{"though", "let you down", "so much", "so high", "so expensive", "used to", "more easily", "again", "keeps being", "still", "so often", "so long", "this is the", "twice"}

// fuller is an issue with as much of it as any finding of at least a weight
// tells.
func fuller(found []finding, issue string, least int) string {
	for _, f := range found {
		more, longer := strings.CutPrefix(f.Issue, issue+" ")
		if longer && issue != "" && more != "again" && f.weight >= least && len(f.Issue) <= maxIssue {
			issue = f.Issue
		}
	}
	return issue
}

// fullerOfIt is what "it" did or did not do, where all that was taken of it is that it
// isn't working: "it stopped working four times".
func fullerOfIt(found []finding, best finding, issue string) string {
	if issue != "it isn't working" {
		return issue
	}
	for _, f := range found {
		rest, ofIt := strings.CutPrefix(f.Issue, "it ")
		if ofIt && f.at == best.at && strings.Count(rest, " ") > 1 && strings.Contains(rest, "work") {
			return f.Issue
		}
	}
	return issue
}

// finding is one thing understood, at one place. The heaviest is told.
type finding struct {
	Grievance
	weight int
	at     int // the word at which it was found
}

// Weights: what happened and for how long is worth more than what happened,
// and that more than a bare mention of a thing.
const (
	weightThing = iota + 1
	weightFaint
	weightPlain
	weightTold
	weightClear
	weightExact
)

// saysLeast reports what is told of those who name no trouble: "the app let you down".
func saysLeast(issue string) bool {
	return strings.HasSuffix(issue, " let you down") || strings.HasSuffix(issue, " was a poor one") || strings.HasSuffix(issue, notGood)
}

// outweighs reports that f is told rather than best: what weighs more, or as much and
// names a trouble where best names none.
func (f finding) outweighs(best finding) bool {
	if f.weight != best.weight {
		return f.weight > best.weight
	}
	names := f.Issue != "" && !strings.HasPrefix(f.Issue, "it ") && !saysLeast(f.Issue)
	return names && saysLeast(best.Issue)
}

// choose takes the heaviest finding, and from the others what it leaves open.
func choose(found []finding) (best finding, g Grievance) {
	for _, f := range found {
		if len(f.Issue) <= maxIssue && f.outweighs(best) {
			best = f
		}
	}
	g = best.Grievance
	for _, f := range found {
		if f.Issue != "" && f.weight >= weightTold && f.Issue != g.Issue && f.Thing != g.Thing {
			g.More = true
		}
		if g.Thing == "" {
			g.Thing = f.Thing
		}
		if g.Around == "" {
			g.Around = f.Around
		}
	}
	g.Kind = kindOf(g.Issue)
	return best, g
}
