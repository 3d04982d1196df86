package grievance

import "strings"

// Mentioned is what a post speaks of, for an answer that can say no more than
// that it was read: "your brown rice", "your phone". It is of the tables' words
// alone; "" where nothing stands out. English only.
func (p *Post) Mentioned(language string) string {
	if language != "en" {
		return ""
	}
	r := asker{p.english()}
	if r.speaksOf(fields("loved awesome amazing fantastic")) || r.praisesTime() {
		return "" // nothing went wrong with it
	}
	best, most := "", 0
	for i := 0; i < len(r.toks); {
		n, j, ok := r.np(i, maxNouns)
		if !ok || j <= i {
			i++
			continue
		}
		if weight := r.stands(n, i, j); weight > most {
			best, most = n.known(), weight
		}
		i = j
	}
	return best
}

// stands weighs how well a noun phrase shows what a post is about, 0 for not at
// all: only what is theirs, a phrase before a word, the first before others.
func (p asker) stands(n phrase, i, j int) int {
	one := singular(n.head)
	switch {
	case vague[n.noun] || vague[one] && n.noun == n.head || n.any || n.det == "no" || persons[n.head] || relations[one] || saysLittle[one] || unremarkable[one] || weekdays[n.head] || !p.tells(n.head):
		return 0
	case strings.HasPrefix(n.noun, "favourite "), strings.HasPrefix(n.noun, "ex "):
		return 0 // it was praised once
	case p.toks[i].kind != isWord, n.det == "" && verbs[n.noun].base != "", len(n.known()) > maxMentioned, counts[n.det], strings.Contains(n.det, " of "):
		return 0
	case p.is(i-1, "to") && verbs[p.word(i)].isBase:
		return 0 // "to correct charges"
	case p.hypothetical(i), p.is(i-1, "till", "until", "to") && n.head == "date", n.det == "a" && p.is(i-1, "with"), p.is(i-1, "for") && p.looksFor(i-1):
		return 0 // "till date"; what goes with something else; what they look for elsewhere
	case n.noun == brands[n.head] || n.noun == names[n.head]:
		return 0 // "Hulu": it may be us
	case n.det == "" && (p.nominal(i-1) == isNoun || i > 0 && p.toks[i-1].kind == isHandle || p.is(i-1, "i", "you", "we", "they") || p.is(i-1, "to") && verbs[n.noun].isBase):
		return 0 // a verb, or the rest of a name
	case j < len(p.toks) && p.toks[j].kind == isWord && p.unfinished(j):
		return 0
	}
	if n.det != "your" {
		return 0 // a thing that only stands in the post may be what went well, or a rival's
	}
	weight := 2
	if n.noun != n.head {
		weight++
	}
	return weight
}

// praisesTime: "had a great time".
func (p asker) praisesTime() bool {
	for i := range p.toks {
		if p.is(i, "great", "lovely", "wonderful", "good", "fun") && p.is(i+1, "time", "day", "trip", "flight", "stay", "evening", "experience") && !p.is(i-1, "not", "no") {
			return true
		}
	}
	return false
}

// looksFor reports "looking around for" before the "for" at i.
func (p asker) looksFor(i int) bool {
	return p.is(i-1, "around", "elsewhere", "out") && p.is(i-2, "look", "looking", "shopping", "shop") || p.is(i-1, "look", "looking", "shopping", "searching")
}

// known tells the phrase as something that both sides have heard of: "the box"
// for "a box".
func (n phrase) known() string {
	switch n.det {
	case "your", "our", "the":
		return n.object()
	}
	if brands[n.head] != "" && n.noun == brands[n.head] {
		return n.noun
	}
	return "the " + n.noun
}

// unfinished reports an unknown word behind a noun, which may be the rest of
// its name: "the Bellweather [Deluxe]".
func (p asker) unfinished(j int) bool {
	_, told := p.retell(j)
	return !told && !closed[p.word(j)] && dets[p.word(j)] == ""
}

// maxMentioned bounds it, in bytes.
const maxMentioned = 40

// unremarkable are nouns that stand in posts whatever they are about.
var unremarkable = set("neighbour neighbor boss grandson granddaughter nephew niece favour favor tier hall roof row hostel estate interview kitchen garden belly own date knee leg foot feet arm back skin neck shoulder finger thumb stomach hair ear nose mouth teeth tooth belly toe mum dad nan grandma purpose street road avenue lane square apartment amp money cash example pair door boy id index figure party penny presentation class club check typing type season thanksgiving technology internet provider mission music client difference half none credit lot bit kind sort joke shame thing people guy man woman tweet post picture photo pic screenshot video link hashtag twitter facebook number name place world life person fact end start side point case matter experience word look hand head face eye mind heart business customer company brand halloween christmas birthday holiday kid mile reply response morning evening afternoon night month year second moment weekend home house work job school city country town area state")
