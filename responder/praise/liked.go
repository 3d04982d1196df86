package praise

import "strings"

// Liked is the thing that a post praises, as grievance tells it but for whose it
// is: "the new sofa". It is read in English alone.
func (p Post) Liked() string {
	for i := range p.read.Len() {
		for _, j := range []int{p.behindLove(i), p.behindAdjective(i)} {
			if j < 0 {
				continue
			}
			if thing := p.likable(j); thing != "" {
				return thing
			}
		}
		if thing := p.beforeAdjective(i); thing != "" {
			return thing
		}
	}
	return ""
}

// behindLove is where the thing stands behind a word that loves it: "love",
// "thanks for"; -1 where there is none.
func (p Post) behindLove(i int) int {
	switch {
	case p.read.Is(i, "love") && p.read.Is(i-1, "in") && p.read.Is(i+1, "with"), p.read.Is(i, "addicted") && p.read.Is(i+1, "to"), p.read.Is(i, "hooked") && p.read.Is(i+1, "on"):
		return i + 2
	case p.read.Is(i, "love", "loving", "loved", "enjoying", "enjoyed", "adore", "adoring") && !p.read.Is(i-1, "would", "i'd", "to", "don't", "didn't", "not"):
		return i + 1
	case p.read.Is(i, "obsessed", "impressed", "thrilled", "delighted", "happy", "pleased") && p.read.Is(i+1, "with"),
		p.read.Is(i, "thanks", "thank") && p.read.Is(i+1, "for"):
		return i + 2
	case p.read.Is(i, "thank") && p.read.Is(i+1, "you", "u") && p.read.Is(i+2, "for"):
		return i + 3
	}
	return -1
}

// behindAdjective is where a thing begins that is praised by the word before it:
// "the best train ever".
func (p Post) behindAdjective(i int) int {
	if p.read.Is(i, "best", "amazing", "fantastic", "lovely", "brilliant", "wonderful", "awesome", "gorgeous", "beautiful", "excellent", "superb", "great", "smoothest", "comfiest", "nicest", "cutest", "tastiest", "softest", "cosiest", "coziest", "cleanest", "friendliest", "easiest", "favourite", "favorite") && !p.read.Is(i-1, "not", "isn't", "no") {
		return i + 1
	}
	return -1
}

// beforeAdjective is the thing at i if praise follows: "my new sofa is so comfy".
func (p Post) beforeAdjective(i int) string {
	if !p.read.Is(i, "my", "our", "your", "the", "this", "these") || p.read.Is(i-1, prepositions...) {
		return ""
	}
	told, next, ok := p.read.Tell(i)
	if !ok || !p.read.Is(next, "is", "are", "was", "were", "looks", "look", "feels", "feel", "tastes", "fits") {
		return ""
	}
	next = p.read.Skip(next+1, "so", "really", "just", "absolutely", "very", "such", "a", "the", "pretty", "super", "incredibly", "amazingly", "soooo", "sooo")
	if !p.read.Is(next, pleasing...) {
		return ""
	}
	return the(told.Noun)
}

// pleasing are words that praise what is so.
var pleasing = strings.Fields(`amazing great brilliant fantastic lovely wonderful perfect comfy comfortable beautiful gorgeous stunning excellent superb awesome best delicious smooth quick fast easy spotless clean incredible fab fabulous
	cool cute class ace spot-on outstanding phenomenal magical dream heaven`)

// likable tells the thing at i, "" for none: what is meant for a person, or says
// nothing by itself, is none.
func (p Post) likable(i int) string {
	i = p.read.Skip(i, "all", "having", "new")
	if p.read.Is(i, "how", "that", "when", "it", "you") {
		return ""
	}
	told, next, ok := p.read.Tell(i)
	if !ok || p.read.Is(next, "of", "who", "which") || p.read.Is(i, "quick", "fast", "prompt", "speedy", "swift") || p.read.Is(i+1, "quick", "fast", "prompt", "speedy", "swift") {
		return ""
	}
	if p.read.Is(i-1, "new") && !strings.HasPrefix(told.Noun, "new ") {
		return the("new " + told.Noun)
	}
	return the(told.Noun)
}

func the(noun string) string {
	if unsaid[noun[strings.LastIndexByte(noun, ' ')+1:]] {
		return ""
	}
	return "the " + noun
}

// unsaid are things that say too little, are answered otherwise, or are no thing
// that one likes.
var unsaid = setOf(`chat call conversation talk tracking time times day days night morning week weekend year thing things way one ones part place place's moment idea decision job work news life help support assistance info information reply response answer advice
	update email message link explanation clarification number case refund credit apology money customer customers people person team staff crew company brand airline bank store's guys reason wait delay
	service experience heart face hand hands head feeling use end bit lot point chance rest word words home hair family friend friends daughter son mum mom dad wife husband kids baby boy girl boyfriend girlfriend fans foods surgery location topic character characters voice investment investments future world god song talent body mind problem problems issue issues trouble`)
