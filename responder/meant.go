package responder

// asMeant is the words of a post without those of a damage that say of which sort a thing
// is, "frozen yoghurt", "cold brew"; what was done well is managed: "finally cracked
// it".
func asMeant(words []string) []string {
	if !anyOf(words, otherwiseMeant) {
		return words
	}
	meant := make([]string, 0, len(words))
	for i, w := range words {
		switch {
		case !otherwiseMeant[w]:
			meant = append(meant, w)
		case managed(w, words, i):
			meant = append(meant, "managed")
		case !sorted[w][wordAt(words, i+1)]:
			meant = append(meant, w)
		}
	}
	return meant
}

// managed reports that the word of a damage at i tells of what somebody did well: "the
// crew smashed it", "you cracked the case".
func managed(w string, words []string, i int) bool {
	next := wordAt(words, i+1)
	done := (w == "cracked" || w == "smashed") && next == "it" || w == "cracked" && next == "the" && solved[wordAt(words, i+2)]
	return done && i > 0 && doers[words[i-1]] && !anyOf(words, breakables)
}

var (
	// sorted are what is so named, by the word of a damage before it.
	sorted = map[string]map[string]bool{
		"frozen":  wordSet("yoghurt yogurt yoghurts yogurts custard margarita margaritas daiquiri daiquiris berries peas pizza pizzas drinks drink food foods lemonade coffee cocktails cocktail treats treat dessert desserts aisle section lake chips veg vegetables fish fruit dough hot"),
		"smashed": wordSet("avocado avo burger burgers potatoes potato patty patties cucumber peas"),
		"cracked": wordSet("pepper wheat leather"),
		"broken":  wordSet("biscuits biscuit record records english"),
		"missing": wordSet("you ingredient"),
		"cold":    wordSet("brew beer beers drinks drink brews plunge"),
		"surge":   wordSet("protector protectors"),
	}
	otherwiseMeant = wordSet("frozen smashed cracked broken missing cold surge")
	solved         = wordSet("case code problem mystery puzzle recipe")
	// doers stand before what somebody managed.
	doers = wordSet("finally you they we i've absolutely just team she he really have completely totally definitely lads guys crew staff band")
	// breakables are what is cracked or smashed in earnest.
	breakables = wordSet("phone screen vase glass window windscreen mirror tv plate bottle bumper door tablet laptop case tile tiles dropped drop courier driver mug box")
)
