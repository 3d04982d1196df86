package praise

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"goodgraces/responder/grievance"
)

// act is how a deed is told, and what of the post follows it.
type act struct {
	doing string
	takes objects
}

// objects is what may stand behind a deed.
type objects int

const (
	nothing objects = iota // it is told by itself
	thing                  // a noun phrase
	helped                 // somebody, and with what: "you with your bags"
	given                  // to the author, a noun phrase: "you a cup of tea"
)

// deeds are what people are thanked for, by their forms in the past and in -ing.
var deeds = []struct {
	forms string // as the post has them, between " | "
	act
}{
	{"helped | helping", act{"helping", helped}},
	{"assisted | assisting", act{"helping", helped}},
	{"looked after | looking after | took care of | taking care of | taken care of", act{"looking after", thing}},
	{"found | finding", act{"finding", thing}},
	{"returned | returning", act{"bringing back", thing}},
	{"brought back | bringing back", act{"bringing back", thing}},
	{"carried | carrying | lugged | lugging", act{"carrying", thing}},
	{"lifted | lifting", act{"lifting", thing}},
	{"held | holding", act{"holding", thing}},
	{"folded | folding", act{"folding", thing}},
	{"fixed | fixing | repaired | repairing | mended", act{"fixing", thing}},
	{"replaced | replacing", act{"replacing", thing}},
	{"sorted out | sorting out | sorted | sorting", act{"sorting out", thing}},
	{"resolved | resolving | solved | solving", act{"sorting out", thing}},
	{"explained | explaining", act{"explaining", thing}},
	{"changed | changing", act{"changing", thing}},
	{"saved | saving", act{"saving", thing}},
	{"remembered | remembering", act{"remembering", thing}},
	{"rebooked us | rebooked me | rebooking me | rebooking us", act{"rebooking you", nothing}},
	{"upgraded us | upgraded me | upgrading me | upgrading us", act{"upgrading you", nothing}},
	{"gave me | gave us | giving me | giving us", act{"giving you", given}},
	{"brought me | brought us | bringing me | bringing us", act{"bringing you", given}},
	{"made me | made us | making me | making us", act{"making you", given}},
	{"lent me | lent us | lending me", act{"lending you", given}},
	{"found me | found us | finding me | finding us", act{"finding you", given}},
	{"got me | got us", act{"getting you", given}},
	{"made me smile | making me smile | made us smile | making us smile", act{"the smile", nothing}},
	{"made me laugh | making me laugh | made us laugh | had me laughing | had us laughing | had us all laughing", act{"the laugh", nothing}},
	{"waited for me | waiting for me | waited for us | waiting for us", act{"waiting for you", nothing}},
	{"kept us updated | kept me updated | kept us informed | kept me informed | keeping us updated | keeping us informed | keeping me updated | keeping me informed", act{"keeping you posted", nothing}},
	{"kept us calm | kept me calm | calmed me down | calming me down", act{"keeping you calm", nothing}},
	{"talked me through | talking me through | walked me through | walking me through", act{"talking you through it", nothing}},
	{"went out of his way | went out of her way | went out of their way | going out of his way | going out of her way | going out of their way", act{"going out of their way for you", nothing}},
	{"went above and beyond | going above and beyond | went the extra mile | going the extra mile", act{"going the extra mile", nothing}},
	{"tracked down | tracking down", act{"tracking down", thing}},
	{"getting us in early | got us in early | getting me in early | getting us there early | got us there early", act{"getting you in early", nothing}},
	{"your patience | the patience", act{"their patience", nothing}},
	{"your kindness | the kindness", act{"their kindness", nothing}},
	{"being honest | being so honest | your honesty | the honesty", act{"their honesty", nothing}},
	{"being understanding | being so understanding | so understanding", act{"their understanding", nothing}},
	{"so helpful | very helpful | being helpful | incredibly helpful | super helpful", act{"their help", nothing}},
	{"getting us on | getting me on | got us on | got me on | squeezing us on | squeezing me on", act{"getting you on", thing}},
	{"getting us home | getting me home | got us home | got me home", act{"getting you home", nothing}},
	{"staying on the phone | stayed on the phone | staying on the line | stayed on the line", act{"staying on the line", nothing}},
	{"calling me back | called me back | ringing me back | rang me back | phoning me back | phoned me back", act{"calling you back", nothing}},
	{"stayed late | staying late | stayed behind | staying behind", act{"staying late for you", nothing}},
	{"so patient | very patient | being patient | incredibly patient", act{"their patience", nothing}},
	{"so kind | very kind | so lovely | so nice | so friendly | super kind", act{"their kindness", nothing}},
	{"taught me how to | teaching me how to | showed me how to | showing me how to", act{"showing you how", nothing}},
	{"sorting me out | sorted me out | sorting us out | sorted us out", act{"sorting things out", nothing}},
	{"taking such good care of | took such good care of | taking good care of | took good care of | took great care of | taking great care of", act{"taking such good care of", thing}},
}

// acting are the deeds by the first word of their forms.
var acting = sync.OnceValue(func() map[string][]form {
	by := map[string][]form{}
	for _, d := range deeds {
		for text := range strings.SplitSeq(d.forms, " | ") {
			words := strings.Fields(text)
			by[words[0]] = append(by[words[0]], form{words, d.act})
		}
	}
	for _, all := range by {
		slices.SortStableFunc(all, func(a, b form) int { return len(b.words) - len(a.words) })
	}
	return by
})

type form struct {
	words []string
	act
}

// Deed is the first deed of somebody of ours that can be told, in the second
// person: "finding your daughter's teddy"; "" for none.
func (p Post) Deed() string {
	for i := range p.read.Len() {
		for _, f := range acting()[p.read.Word(i)] {
			if !p.stands(f.words, i) || !p.byOurs(i) {
				continue
			}
			if object, ok := p.object(f.takes, i+len(f.words)); ok {
				return f.doing + object
			}
			break
		}
	}
	return ""
}

// Post is a post in English, as its deeds are read.
type Post struct{ read grievance.Reader }

// Of is a post that was cut into words.
func Of(p *grievance.Post) Post { return Post{p.Reader("en")} }

func (p Post) stands(words []string, i int) bool {
	for j, word := range words {
		if p.read.Word(i+j) != word {
			return false
		}
	}
	return true
}

// byOurs reports that somebody of ours did it, as the words before it in the
// same sentence have it: "your driver found", but not "I found" or "never helped".
func (p Post) byOurs(i int) bool {
	for j := i - 1; j >= max(0, i-8) && p.read.Word(j) != ""; j-- {
		if doers[p.read.Word(j)] {
			return true
		}
		if others[p.read.Word(j)] {
			return false
		}
	}
	return false
}

// object tells what stands at i behind a deed, with a space before it.
func (p Post) object(takes objects, i int) (string, bool) {
	switch takes {
	case nothing:
		return "", true
	case helped:
		return p.helped(i)
	}
	if takes == thing && p.read.Is(i, "me", "us") {
		return " you", p.read.Ends(i+1) || p.read.Is(i+1, "and", "so", "when", "today", "on", "at", "in", "with", "from")
	}
	if kin, _, ok := p.kin(i); ok && takes == thing {
		return " " + kin, true
	}
	told, next, ok := p.read.Tell(i)
	if ok && takes == given && unsaid[told.Noun] {
		return "", false // "made me this week"
	}
	if !ok || strings.HasPrefix(told.Text, "our ") || p.read.Is(next, "of", "that", "which", "who") && takes == given {
		return "", false
	}
	if unicode.IsUpper(rune(told.Noun[0])) && told.Text == "the "+told.Noun {
		return " " + told.Noun, true // "saving Christmas"
	}
	if told.Many && told.Text == told.Noun && takes == thing {
		return " the " + told.Noun, true
	}
	return " " + told.Text, true
}

// helped tells whom somebody helped, and with what.
func (p Post) helped(i int) (string, bool) {
	whom := ""
	if p.read.Is(i, "me", "us") {
		whom, i = " you", i+1
	} else if kin, next, ok := p.kin(i); ok {
		whom, i = " "+kin, next
	}
	if p.read.Is(i, "with") {
		if told, _, ok := p.read.Tell(i + 1); ok && !strings.HasPrefix(told.Text, "our ") {
			return whom + " with " + told.Text, true
		}
	}
	if whom == "" && !p.read.Ends(i) {
		return "", false
	}
	if whom == "" {
		whom = " you"
	}
	return whom, true
}

// family are those of the author's for whom something is done.
var family = setOf(`nan gran nana granny grandma grandmother grandad grandfather grandpa grandparents mum mom mother mam dad father parents wife husband partner girlfriend boyfriend fiance fiancee
	son daughter kid kids child children baby toddler brother sister twins family nephew niece grandson granddaughter friend friends dog cat puppy boy boys girl girls`)

// kin tells a member of the author's family: "your mum", "your elderly mum".
func (p Post) kin(i int) (told string, next int, ok bool) {
	if !p.read.Is(i, "my", "our") {
		return "", i, false
	}
	i = p.read.Skip(i+1, "elderly", "old", "little", "poor", "whole", "young", "two", "three", "lovely", "year")
	if word := p.read.Word(i); family[word] {
		return "your " + word, i + 1, true
	}
	return "", i, false
}

// doers are those of ours, and words that stand between them and a deed; others
// are those who are not, and what makes a deed none.
var (
	doers = setOf(`who that you they he she for your yall y'all guys guy guard driver drivers crew steward stewardess attendant attendants pilot pilots captain conductor barista waiter waitress chef
		staff team agent agents rep reps engineer technician fitter lady gentleman lads man woman cashier receptionist porter doorman cleaner nurse dentist mechanic courier postman everyone somebody someone`)
	others = setOf("i we i've we've i'm we're i'd not never didn't nobody hardly my our to can could would will ever are is if")
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
