package llm

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// guard says what an opening has that only a template may say, or nobody; nil
// when it has nothing of it. It is strict: a good opening that it refuses costs
// a repair, a promise that it lets through could cost money.
func guard(opening string, t Task) []string {
	var wrong []string
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	if n := utf8.RuneCountInString(opening); n > t.Room {
		say("it has %d characters, at most %d are allowed", n, t.Room)
	}
	if r, odd := oddRune(opening); odd {
		say("it has the character %q; write plain sentences", r)
	}
	facts := " " + plainWords(strings.Join(t.Facts, " ")) + " "
	words := " " + plainWords(opening) + " "
	for word := range strings.FieldsSeq(words) {
		if strings.ContainsFunc(word, unicode.IsNumber) && !strings.Contains(facts, " "+word+" ") {
			say("it has the number %s, which is none of the facts", word)
		}
	}
	allowed := harmless[t.Language]
	for _, r := range allowed {
		words = strings.ReplaceAll(words, " "+plain(r)+" ", " ")
	}
	for _, rule := range []struct {
		shape func() *regexp.Regexp
		what  string
	}{{promises, "it promises, offers, asks or commits to something"}, {money, "it speaks of money"}, {routes, "it tells them where to go or to write"}} {
		if found := foreign(rule.shape(), words, facts); found != "" {
			say("%s (%s)", rule.what, found)
		}
	}
	if copied := sharedRun(words, plainWords(t.Post)); copied != "" {
		say("it copies the post (%s)", copied)
	}
	for _, avoid := range t.Avoid {
		if strings.Contains(words, " "+plainWords(avoid)+" ") {
			say("it uses %q", avoid)
		}
	}
	return wrong
}

// foreign finds what a shape matches in words and facts do not have. Words share
// the space between them, so each search begins at the last one's end space.
func foreign(shape *regexp.Regexp, words, facts string) string {
	for rest := words; ; {
		at := shape.FindStringIndex(rest)
		if at == nil {
			return ""
		}
		found := strings.TrimSpace(rest[at[0]:at[1]])
		if !strings.Contains(facts, " "+found+" ") {
			return found
		}
		rest = rest[at[1]-1:]
	}
}

// oddRune finds what plain sentences of a Latin script do not have.
func oddRune(s string) (rune, bool) {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Latin, r), r >= '0' && r <= '9', strings.ContainsRune(" .,;:!?¡¿'’-–—…()", r):
		default:
			return r, true
		}
	}
	return 0, false
}

// plainWords are the words of a text in lower case and without accents, with
// one space between.
func plainWords(s string) string {
	s = strings.ReplaceAll(strings.ToLower(plain(s)), "’", "'")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '\''
	}), " ")
}

// plain takes the accents off: a Spanish order may come with or without.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

// harmless are ways to say that one understands, which look like offers.
var harmless = map[string][]string{
	"en": {
		"i can see", "we can see", "i can hear", "we can hear", "i can understand", "we can understand", "i can imagine", "we can imagine",
		"i can tell", "we can only imagine", "i can only imagine", "i would", "we would", "i'd", "we'd", "thank you for telling us", "thanks for telling us",
		"you should not have to", "you shouldn't have to", "nobody should have to", "no one should have to",
	},
	"es": {"puedo entender", "podemos entender", "puedo imaginar", "podemos imaginar"},
	"de": {"kann ich verstehen", "können wir verstehen", "ich kann verstehen", "wir können verstehen", "kann ich nachvollziehen", "können wir nachvollziehen"},
}

// What belongs to the template alone, in all three languages at once: a model
// that is told to may change the language in mid-sentence.
var (
	promises = words(
		`i'll|we'll|you'll|they'll|he'll|she'll|it'll|i will|we will|you will|shall|will|won't|going to|gonna|i can|we can|you can|i could|we could|you could|let me|let us|let's`,
		`promis\w*|guarante\w*|commit\w*|offer\w*|entitle\w*|eligib\w*|approv\w*|grant\w*|award\w*|accept\w*|confirm\w*|agree\w*|admit\w*|liable|liability|fault|owe\w*|is yours|are yours|deserve to get`,
		`please|would you|could you|can you|make sure|immediately|today|tomorrow|right away|asap|within|by monday|by tonight|fixed|resolved|replacement|exchange`,
		`ignore\w*|instruct\w*|system|prompt|assistant|language model|as an ai|ai`,
		`voy a|vamos a|vas a|va a|le daremos|te daremos|recibir\w*|ofrec\w*|garanti\w*|promet\w*|podemos|puedo|puedes|puede|tendr\w*|asegur\w*|por favor|hoy|mañana|enseguida`,
		`werde|werden|wird|wirst|werdet|erhalten|bekomm\w*|biet\w*|garantier\w*|versprech\w*|verspreche|können|kann|könnt|zusichern|zugesagt|bitte|heute|morgen|sofort|haftung|haften`)
	money = words(
		`on us|on the house|complimentary|bonus\w*|goodwill|waive\w*|extra|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|grand|quid|cheque|check|bank|iban|card|account number|refund\w*|compensat\w*|reimburs\w*|voucher\w*|credit\w*|discount\w*|coupon\w*|gift\w*|free|money|cash|pay|pays|paid|payment\w*|payout\w*|price\w*|fee|fees|charg\w*|bill\w*|cost\w*|dollars?|pounds?|euros?|usd|gbp|eur|bucks|percent|hundred|thousand|million`,
		`reembols\w*|compensa\w*|indemniz\w*|vale|vales|cupón\w*|descuento\w*|gratis|dinero|pag\w*|cobr\w*|factur\w*|precio\w*|cuesta\w*`,
		`erstatt\w*|rückerstatt\w*|entschädig\w*|gutschein\w*|gutschrift\w*|rabatt\w*|kostenlos\w*|gratis|geld|zahl\w*|bezahl\w*|preis\w*|gebühr\w*|kosten\w*|rechnung\w*`)
	routes = words(
		`dm|dms|inbox|message\w*|messaging|call\w*|phone\w*|telephone\w*|ring|text|email\w*|e mail\w*|mail\w*|chat\w*|click\w*|visit\w*|website|web|site|link\w*|url|http\w*|www|com|write to|contact\w*|reach out|reach us|form|branch|store|whatsapp|telegram|follow|send\w*|tell us|tell me|give us|give me|reply|go to`,
		`mensaje\w*|llam\w*|teléfono\w*|telefono\w*|correo\w*|escrib\w*|enlace\w*|web|contact\w*|envi\w*|formulario|tienda`,
		`nachricht\w*|anruf\w*|ruf|rufen|telefon\w*|mail\w*|schreib\w*|link\w*|webseite\w*|kontakt\w*|melde\w*|schick\w*|formular\w*|filiale\w*|geschäft`)
)

func words(parts ...string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return compile(parts) })
}

func compile(parts []string) *regexp.Regexp {
	return regexp.MustCompile(` (?:` + strings.ReplaceAll(plain(strings.Join(parts, "|")), `\w*`, `[\pL']*`) + `)(?: |$)`)
}

// copiedRun is how many words in a row are a copy rather than a paraphrase.
const copiedRun = 6

func sharedRun(words, post string) string {
	post = " " + post + " "
	own := strings.Fields(words)
	for i := 0; i+copiedRun <= len(own); i++ {
		run := strings.Join(own[i:i+copiedRun], " ")
		if strings.Contains(post, " "+run+" ") {
			return run
		}
	}
	return ""
}
