package classifier

import (
	"goodgraces/care"
	"goodgraces/classifier/authors"
	"goodgraces/classifier/features"
	"goodgraces/classifier/tokens"
)

// regard is how a post turns to the people who answer.
type regard int

const (
	elsewhere regard = iota // to nobody, or with something to say of what we make
	toUs                    // greets or addresses us, and names nothing
	personal                // asks after our lives, or tells us of theirs with us
)

// regards judges a post that is no complaint. Whatever names a thing of ours,
// an order, a number, a link or a product is not about the people.
func (c *Classifier) regards(r *reading, v *care.Verdict, taunts int) regard {
	p := r.post
	ill := p.Counts[c.people.badger] > 0 || v.Hostility >= 0.3 || taunts > 1
	if ill || r.complaint >= 0.6 || c.material(p) {
		return elsewhere
	}
	you, greets, lives, words := false, false, 0, 0
	for i := range p.List.Tokens {
		t := &p.List.Tokens[i]
		if t.Kind != tokens.Word {
			continue
		}
		you = you || seconds.Has(t.Hash) || (words < 5 || greets) && everybody.Has(t.Hash)
		greets = greets || words < 3 && hails.Has(t.Hash) || farewells.Has(t.Hash)
		lives += 2*count(life.Has(t.Hash)) + count(nearly.Has(t.Hash))
		words++
	}
	switch {
	case you && lives > 1, c.idles(p), greets && lives > 2:
		return personal
	case you || greets:
		return toUs
	}
	return elsewhere
}

// turns notes in a look how a post turns to us, and returns the marks of
// courting with that.
func (c *Classifier) turns(r *reading, v *care.Verdict, l *authors.Look, taunts, courts int) int {
	switch c.regards(r, v, taunts) {
	case personal:
		l.Own = min(l.Own, 0.25)
		if courts == 0 {
			l.Court = strength(1)
			return 1
		}
	case toUs:
		l.Team = l.Own < 0.5
	}
	return courts
}

// idles reports that the author says so: they need nothing.
func (c *Classifier) idles(p *features.Post) bool { return p.Counts[c.people.nothing] > 0 }

// material reports that a post names something to speak of.
func (c *Classifier) material(p *features.Post) bool {
	n := &c.people
	cues := p.Count(features.Actionable) + p.Count(features.Claim) + p.Count(features.Problem) + p.Count(features.Letdown)
	own := p.Counts[n.product] + p.Counts[n.ownToo] + p.Counts[n.own] + p.Counts[n.details]
	return cues > 0 || own > 0 || p.Dense[features.ShapeNumber] > 0 || p.Dense[features.ShapeLink] > 0
}

// presses reports a post that asks us or others about us, or speaks of us in
// the third person, and wants nothing that we could do.
func (c *Classifier) presses(p *features.Post, abroad bool) bool {
	for i := range p.List.Tokens {
		h := p.List.Tokens[i].Hash
		if abroad && theySay.Has(h) || !abroad && seconds.Has(h) {
			return true
		}
	}
	return p.Dense[features.ShapeQuestion] > 0
}

var (
	everybody = tokens.NewSet("everyone", "everybody", "all", "team", "gang", "folks", "lads", "guys", "friends", "whoever", "alle", "alles", "zusammen", "todos", "equipo")
	hails     = tokens.NewSet("hi", "hii", "hiii", "hiiii", "hello", "hellooo", "helloo", "hey", "heyy", "heya", "yo", "hiya", "morning", "afternoon", "evening", "gm", "greetings", "howdy", "knock", "hallo", "guten", "moin", "servus", "hola", "buenos", "buenas", "bonjour", "salut", "bonsoir")
	farewells = tokens.NewSet("goodnight", "night", "gn", "nighty", "sleep", "nacht", "noches", "nuit")
	theySay   = tokens.NewSet("they", "them", "their", "they'll", "they've", "they're")

	// life is what people ask each other about: sleep and meals, kin and health,
	// moods and company, and the wait for a word.
	life = tokens.NewSet(
		"sleep", "slept", "asleep", "awake", "woke", "wake", "dream", "dreams", "dreamt", "rest", "restful", "bed", "tired", "sleepy",
		"eat", "eating", "ate", "eaten", "lunch", "dinner", "breakfast", "supper", "cook", "cooking", "hungry", "drinking",
		"family", "kids", "children", "wife", "husband", "mother", "mum", "mom", "mothers", "boyfriend", "girlfriend", "married", "single", "parents", "son", "daughter",
		"birthday", "weekend", "holidays", "evening", "tonight", "shift",
		"ok", "okay", "alright", "warm", "healthy", "weather", "raining",
		"lonely", "alone", "happy", "happier", "glad", "worried", "worry", "laugh", "laughed", "smiled", "smiling", "mood", "cheer", "proud",
		"quiet", "busy",
		"talk", "talking", "chat", "chatting", "listen", "listened", "reply", "replied", "replies", "typing", "voice", "voices", "hear", "remember", "remembered",
		"friend", "friends", "friendship", "miss", "hug", "hugs", "thinking", "thought", "trust", "feeling", "feelings",
		"name", "names", "face", "eyes", "hair", "heart", "hands", "human", "favourite", "favorite", "lives", "life",
		"annoy", "annoyed", "upset", "bother", "bothering", "tomorrow", "refreshed", "refresh",
		"geschlafen", "schlaf", "schlafen", "gegessen", "gefrühstückt", "familie", "müde", "dienst", "denke", "gedacht", "freut", "freue", "vermisse", "vermisst", "froh", "allein", "morgen", "geht's", "wetter", "essen", "schreibt", "schreib", "lieb", "liebe",
		"dormido", "dormiste", "comido", "comer", "familia", "cansados", "solo", "sola", "echo", "extraño", "pienso", "pensando", "mañana", "hablar", "amigos", "contigo",
	)

	// nearly are words of the same sort that are said of things too: two of them
	// are as good as one.
	nearly = tokens.NewSet(
		"around", "about", "there", "here", "near", "together", "close", "without", "gone", "old", "age", "real", "people", "person", "know", "knew", "love",
		"loved", "wrong", "read", "heard", "words", "word", "write", "writes", "writing", "written", "wrote", "answer", "answered", "always", "forever", "tell",
		"type", "feel", "understand", "think", "live", "still", "heute", "home", "company", "notice", "noticed", "forget", "forgotten",
	)
)
