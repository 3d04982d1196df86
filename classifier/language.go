package classifier

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
	"goodgraces/classifier/tokens"
)

// Undetermined is the language of a post without words (BCP 47).
const Undetermined = "und"

// assumed is the language of a post too short to tell.
const assumed = "en"

// language names a post's language: the platform's tag first, unless the
// words flatly contradict it; then the commonest words of the common
// languages; whatlanggo, which is slow, only for long texts that are unsure.
func language(tag string, p *features.Post) string {
	tag = normalTag(tag)
	votes, letters, latin := survey(p)
	best, lead := votes.best()
	if best != assumed {
		best = nearest(votes.tied(lead), best, p)
	}
	switch {
	case tag != "" && (lead < contradiction || votes.of(tag) > 0 || best == tag):
		return tag
	case letters == 0:
		return Undetermined
	case latin*2 < letters:
		return script(p.Folded.S)
	case lead > 0:
		return best
	case letters >= longEnough, accented(p):
		return guess(p)
	}
	return assumed
}

const (
	contradiction = 3  // common words of another language that outweigh a tag
	longEnough    = 30 // bytes of words from which guessing is worth its time
)

// normalTag returns the primary subtag, in lower case and today's spelling;
// "" where the platform did not know.
func normalTag(tag string) string {
	if tag == "" || tag == "en" {
		return tag
	}
	tag, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	switch {
	case tag == "in":
		return "id"
	case tag == "iw":
		return "he"
	case tag == "und", tag == "zxx", tag == "art", tag == "mul", len(tag) < 2 || len(tag) > 3, tag[0] == 'q' && tag != "qu":
		return ""
	}
	return tag
}

// common languages, in the order of the votes.
var common = [...]string{"en", "es", "de", "fr", "it", "pt", "nl"}

type ballot [len(common)]int

// stopWords maps a common word to the languages it belongs to, as bits.
var stopWords = stops(map[string]string{
	"en": "the me she he her him about still now got out up more than as or is and you your my to of it this for with was are have not on in that but they what when has been i we our at be just so how can get do did will from there who where why would please thanks an am if or no n't 're 'm 've",
	"es": "el la los las de que y en un una por con para no mi me se es está su lo pero como más ya hoy esto qué muy sin al del desde hace han ha mis les te tengo nadie gracias cómo cuándo quiero todo todos había hasta son fue era nos sobre también porque cada vez hola buenas dos tres nunca nada algo aquí cuando quien quién donde puedo puede pueden tienen hacer estoy están este esta ese eso nuestra ustedes otra otro mucho siempre ahora ayer buenos si sí e solo tiene sigo sigue",
	"de": "der die das und ist nicht ich sie es ein eine mit auf für von zu den dem im mein meine seit wie wir ihr aber auch noch schon bei kein keine was wann warum habe haben bitte wird euch sind hat mir danke immer gestern heute wieder war mehr keiner ganz wurde ohne vier fünf drei zwei tage tagen wochen minuten geliefert bestellt bekommen jetzt dann euch eure doch dass werden macht gelöst gedacht nach beim zum zur einen einem gibt geht kommt liebe nur vom vor ihrem unsere kam an jedem",
	"fr": "le la les des et est je vous pas une un dans pour que qui sur avec mon ma mes ce ne au du en nous votre depuis plus c'est j'ai merci toujours rien de bonjour bonsoir salut quand combien pourquoi sans chez mais où ça été être suis sont cette cet vos notre nos leur leurs aussi encore déjà jamais après avant peut peux pouvez avez avons elle ils lui quel quelle quoi tout tous toute très trop aux si se qu'il qu'on d'un d'une n'est n'ai s'il l'appli aujourd'hui aucun aucune colis commande livraison compte svp semaine heures n'arrive fait faire parce sais c'est-à-dire",
	"it": "il lo gli di che è non un una per con mi sono del della ma ho il mio anche più questo ancora grazie perché nel e se ciao buongiorno salve perche quando quanto dove cosa posso potete avete abbiamo hanno sta sto già sempre mai niente nulla dopo nella nei delle dei degli alla alle dal dalla sul sulla vostro vostra nostro quello quella questa però senza tutto tutti molto mia miei siete stato stata fare giorni giorno ordine pacco qualcuno aspetto da si ci vi c'è l'app l'ordine dell'ordine ore nessuno funziona",
	"pt": "o os as de que não um uma para com meu minha é do da em no na mais por eu foi mas vocês está são obrigado muito e se tem têm previsão previsao quando quanto quero posso pode podem porque vou já ainda até depois meus minhas seu sua seus nosso nossa esse essa isso isto este esta ao aos à às pelo pela sem só também tambem então entao nunca nada tudo todos hoje ontem amanhã você voce vc vcs tá pra bom boa oi olá obrigada agora sempre mesmo fazer estou estão ser ter pedido alguém ninguém consigo como dia dias onde",
	"nl": "de het een en van ik niet dat is op te met voor zijn er maar mijn jullie ook nog wel al naar geen bij hoe dank waarom wanneer waar kan kunnen kunt heb hebben heeft hebt wordt worden bestelling pakket klantenservice deze dit toch uit als vandaag gisteren weer iets niets iemand niemand ons onze uw gaat doen goed dagen alvast bedankt graag steeds nooit altijd sinds drie twee komt wil aan",
})

func stops(lists map[string]string) *tokens.Table[uint8] {
	m := map[uint64]uint8{}
	for i, lang := range common {
		for w := range strings.FieldsSeq(lists[lang]) {
			m[tokens.Hash(w)] |= 1 << i
		}
	}
	return tokens.NewTable(m)
}

// survey counts the votes of common words, the bytes in words, and those of
// them in Latin script.
func survey(p *features.Post) (votes ballot, letters, latin int) {
	for i := range p.List.Tokens {
		t := &p.List.Tokens[i]
		if t.Kind != tokens.Word {
			continue
		}
		n := int(t.To - t.From)
		letters += n
		if p.List.Norm[t.From] < 0x80 || p.List.Norm[t.From] <= 0xc9 {
			latin += n // lead bytes up to 0xc9 encode Latin letters
		}
		if inNumber(p.Folded.S, t) {
			continue // "Se7en" is a name, and no Spanish
		}
		langs := stopWords.Get(t.Hash) | marked(p.List.Norm[t.From:t.To])
		for k := 0; langs != 0; k, langs = k+1, langs>>1 {
			if langs&1 != 0 {
				votes[k]++
			}
		}
	}
	return votes, letters, latin
}

// inNumber reports a word that is written together with digits.
func inNumber(text string, t *tokens.Token) bool {
	return digitAt(text, int(t.Start)-1) || digitAt(text, int(t.End))
}

func digitAt(text string, i int) bool {
	return i >= 0 && i < len(text) && '0' <= text[i] && text[i] <= '9'
}

// marked gives the votes of a word with a letter that few languages have.
func marked(word []byte) uint8 {
	for _, m := range marks {
		if bytes.Contains(word, m.letter) {
			return m.langs
		}
	}
	return 0
}

// marks are letters that few of the common languages have, whose places among
// them are bits.
var marks = []struct {
	letter []byte
	langs  uint8
}{
	{[]byte("ß"), 1 << 2}, {[]byte("ñ"), 1 << 1}, {[]byte("ã"), 1 << 5}, {[]byte("õ"), 1 << 5}, {[]byte("ç"), 1<<3 | 1<<5},
	{[]byte("è"), 1<<3 | 1<<4}, {[]byte("ù"), 1<<3 | 1<<4}, {[]byte("ê"), 1<<3 | 1<<5}, {[]byte("œ"), 1 << 3},
}

// accented reports a word with a letter that English does not write.
func accented(p *features.Post) bool {
	return slices.ContainsFunc(p.List.Tokens, func(t tokens.Token) bool {
		return t.Kind == tokens.Word && bytes.ContainsFunc(p.List.Norm[t.From:t.To], func(r rune) bool { return r >= 0x80 && unicode.IsLetter(r) })
	})
}

// best returns the language with the most votes and how many it has; the
// earlier of the list wins a draw.
func (b *ballot) best() (string, int) {
	k := 0
	for i, n := range b {
		if n > b[k] {
			k = i
		}
	}
	return common[k], b[k]
}

// tied returns the languages with as many votes as the best.
func (b *ballot) tied(most int) []string {
	var langs []string
	for i, n := range b {
		if n == most {
			langs = append(langs, common[i])
		}
	}
	return langs
}

// whatlangs are the common languages as whatlanggo has them, English aside:
// where it is among the best, it is taken.
var whatlangs = map[string]whatlanggo.Lang{
	"es": whatlanggo.Spa, "de": whatlanggo.Deu, "fr": whatlanggo.Fra, "it": whatlanggo.Ita, "pt": whatlanggo.Por, "nl": whatlanggo.Nld,
}

// nearest tells apart languages that share their commonest words, as Spanish
// and Portuguese do, by the letters of the rest.
func nearest(tied []string, first string, p *features.Post) string {
	if len(tied) < 2 {
		return first
	}
	allowed := map[whatlanggo.Lang]bool{}
	for _, lang := range tied {
		allowed[whatlangs[lang]] = true
	}
	info := whatlanggo.DetectWithOptions(beginningOf(p.Folded.S), whatlanggo.Options{Whitelist: allowed})
	if code := info.Lang.Iso6391(); slices.Contains(tied, code) {
		return code
	}
	return first
}

func (b *ballot) of(lang string) int {
	for i, l := range common {
		if l == lang {
			return b[i]
		}
	}
	return 0
}

// scripts names the language most often written in a script.
var scripts = []struct {
	table *unicode.RangeTable
	lang  string
}{
	{unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Hangul, "ko"}, {unicode.Han, "zh"},
	{unicode.Cyrillic, "ru"}, {unicode.Arabic, "ar"}, {unicode.Hebrew, "he"}, {unicode.Greek, "el"},
	{unicode.Thai, "th"}, {unicode.Devanagari, "hi"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"},
	{unicode.Georgian, "ka"}, {unicode.Armenian, "hy"},
}

// script names the language of a text by its script. Japanese mixes Han with
// kana, so that the first script of the table with any letter wins.
func script(s string) string {
	best, at := Undetermined, len(scripts)
	for _, r := range s {
		if r < 0x370 {
			continue
		}
		for i := range at {
			if unicode.Is(scripts[i].table, r) {
				best, at = scripts[i].lang, i
				break
			}
		}
	}
	return best
}

// beginningOf is as much of a text as it takes to tell its language.
func beginningOf(s string) string {
	const enough = 400
	if len(s) <= enough {
		return s
	}
	return strings.ToValidUTF8(s[:enough], "")
}

// guess asks whatlanggo about the beginning of a text. Where that is not sure
// either and no English cue is known, nobody can tell.
func guess(p *features.Post) string {
	info := whatlanggo.Detect(beginningOf(p.Folded.S))
	if code := info.Lang.Iso6391(); code != "" && info.IsReliable() {
		return code
	}
	if slices.ContainsFunc(p.Matches, func(m lexicon.Match) bool { return p.CueOf(m.Label) >= 0 }) {
		return assumed
	}
	return Undetermined
}
