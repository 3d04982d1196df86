package responder

import (
	"slices"
	"strings"
	"unicode"

	"goodgraces/responder/templates"
)

// given is how an author gave us the number by which we find their matter.
type given int

const (
	notGiven given = iota
	inPost         // it stands in the post
	before         // the post says that we have been given it
)

func (c *composer) given() given {
	switch {
	case c.heard.numbered() || !ofModels[c.needed()] && c.judge.HasReference():
		return inPost
	case c.heard.handed():
		return before
	}
	return notGiven
}

// spares reports that we would ask for a number that we have been given.
func (c *composer) spares() bool {
	if !unnumbered[c.needed()] {
		return c.given() != notGiven
	}
	return (c.heard.numbered() || c.heard.handed()) && c.needs() == c.t.Parts.Private.Needs["other"] // what else looks like a number is an error's
}

// unnumbered are the topics in which no number is asked for, as long as what they want fits.
var unnumbered = map[string]bool{"staff conduct": true, "account access": true, "app or website": true, "availability": true}

// ofModels are the topics in which a number that is called none is a model's.
var ofModels = map[string]bool{"outage": true, "quality": true}

// needed is the topic by which the message asks, "other" where none is plain.
func (c *composer) needed() string {
	needs := c.t.Parts.Private.Needs
	if topic := c.matter(); needs[topic] != "" {
		return topic
	}
	if topic := templates.Topic(c.q.Verdict.Topic); needs[topic] != "" {
		return topic
	}
	return "other"
}

func (h *heard) numbered() bool {
	return h.ofNumber.get(func() bool { return givesNumber(h.post) })
}

func (h *heard) handed() bool {
	return h.ofHanded.get(func() bool { return saysGiven(h.language, h.post) })
}

// How surely a number comes next: behind "order", "my order", "order number".
const (
	unlabelled = iota
	maybeLabelled
	likelyLabelled
	surelyLabelled
)

// givesNumber reports the number of an order, a booking or a case: what stands
// behind a word for one, or what by itself has the form of one ("55-1023",
// "XK4T9Z").
func givesNumber(post string) bool {
	if !hasDigit(post) {
		return false
	}
	label, before, seen, bare := unlabelled, "", false, false
	fields := strings.Fields(post[:min(len(post), maxFelt)])
	for i, field := range fields {
		word := strings.Trim(field, ".,;:!?()\"'’")
		lower := strings.ToLower(word)
		if isDashed(word) || isLocator(word) || isNumber(word, label) && !(bare && isTelephone(fields[i:])) {
			return true
		}
		label = labelled(lower, before, label)
		bare = bare && label > unlabelled
		if label == unlabelled && seen && counted[lower] && !reaching[before] {
			label, bare = likelyLabelled, true // "about an order. Number 4471820"
		}
		seen = seen || haveNumbers[lower] || isNumberOf(lower)
		if label > unlabelled && strings.HasSuffix(field, ":") {
			label = surelyLabelled
		}
		before = lower
	}
	return false
}

// isTelephone reports that what begins here may be a telephone number, in one
// word or several: it begins with 0 or +, or has nine digits (the fewest that a
// mobile number has in any of our languages) or more.
func isTelephone(fields []string) bool {
	digits := 0
	for _, field := range fields {
		word := strings.Trim(field, ".,;:!?()\"'’")
		if word == "" || strings.Trim(word, "+0123456789-/") != "" {
			break
		}
		if digits == 0 && (word[0] == '0' || word[0] == '+') {
			return true
		}
		digits += digitsIn(word)
	}
	return digits >= 9
}

// labelled is how surely a number follows a word, behind another word and with
// what was known there.
func labelled(word, before string, label int) int {
	switch {
	case slices.Contains([]string{"ref", "reference", "pnr"}, word) || isNumberOf(word) || label > unlabelled && numerals[word]:
		return surelyLabelled
	case haveNumbers[word] && (owning[before] || before == "" || before[0] == '@'):
		return likelyLabelled
	case haveNumbers[word]:
		return maybeLabelled
	case word == "" || slices.Contains([]string{"is", "was", "de", "ist", "war", "es", "era"}, word):
		return label
	}
	return unlabelled
}

// isNumberOf reports the German for the number of an order or the like,
// "Bestellnummer" or "Bestell-Nr": no Rufnummer, no Kontonummer.
func isNumberOf(word string) bool {
	of, found := strings.CutSuffix(word, "nummer")
	if !found {
		of, found = strings.CutSuffix(word, "nr")
	}
	return found && numberedIn[strings.TrimSuffix(of, "-")]
}

// isNumber reports what behind its label is a number, and no year, sum or date.
// Digits alone are one behind a sure label: "to order 1200 chairs" names none, nor
// does "an invoice of R4200".
func isNumber(word string, label int) bool {
	bare := strings.TrimPrefix(word, "#")
	if label == unlabelled || len(bare) < 4 || len(bare) > 24 || !hasDigit(bare) || strings.Trim(strings.ToLower(bare), "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
		return false
	}
	switch rest := strings.TrimLeft(bare, "0123456789"); {
	case rest == "": // digits alone
		return (label >= likelyLabelled || bare != word) && (len(bare) > 4 || isShortNumber(bare))
	case strings.Trim(rest, "0123456789-_") == "": // with dashes
		return !hasYear(bare) && digitsIn(bare) > 5
	case digitsIn(rest) == 0 && !strings.ContainsAny(rest, "-_"): // "15th", "10am", "100ml"
		return false
	}
	return label == surelyLabelled || digitsIn(bare) > 1 && digitsIn(bare[1:]) < len(bare)-1 && strings.ToUpper(bare) == bare
}

func digitsIn(word string) int {
	n := 0
	for _, r := range word {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

func hasYear(dashed string) bool {
	return slices.ContainsFunc(strings.Split(dashed, "-"), func(group string) bool { return len(group) == 4 && !isShortNumber(group) })
}

// isDashed reports groups of digits that are no range, no date, no telephone
// number and no postcode: "55-1023".
func isDashed(word string) bool {
	groups := strings.Split(word, "-")
	if len(groups) < 2 || strings.Trim(word, "0123456789-") != "" || hasYear(word) || word[0] == '0' {
		return false
	}
	short, long, digits := len(word), 0, 0
	for _, group := range groups {
		short, long, digits = min(short, len(group)), max(long, len(group)), digits+len(group)
	}
	first, last := len(groups[0]), len(groups[len(groups)-1])
	local := first == 3 && last == 4 || first == 5 && last == 4 || digits > 9 && digits < 14
	return short > 1 && long > 3 && short < long && digits > 5 && !local
}

// isLocator reports the six capitals and digits of a booking, so mixed that no
// model is named like it.
func isLocator(word string) bool {
	if len(word) != 6 {
		return false
	}
	changes, letters := 0, 0
	for i, r := range word {
		digit := r >= '0' && r <= '9'
		if !digit && (r > unicode.MaxASCII || !unicode.IsUpper(r)) {
			return false
		}
		if !digit {
			letters++
		}
		if i > 0 && digit != (word[i-1] <= '9') {
			changes++
		}
	}
	return changes >= 3 && changes < 5 && letters > 2
}

var (
	haveNumbers = wordSet(`order booking reservation case ticket claim account tracking confirmation parcel shipment pnr locator invoice incident complaint membership
		pedido reserva referencia localizador factura caso incidencia reclamación bestellung buchung auftrag vorgang sendung rechnung referenz buchungscode`)
	numerals = wordSet("number numbers no nr id code ref reference num número numero nº nummer")
	counted  = wordSet("number nr número nummer")
	owning   = wordSet("my our mi nuestro nuestra meine meiner unsere unserer")
	// reaching stand before the number of a telephone, a bank card or a house.
	reaching   = wordSet("phone mobile cell telephone contact whatsapp landline home work bank card house door flat meine meiner deine eure ihre unsere")
	numberedIn = wordSet("bestell bestellungs order auftrags kunden buchungs reservierungs sendungs paket tracking versand liefer lieferschein retouren vorgangs fall bearbeitungs ticket vertrags rechnungs referenz reklamations beschwerde schadens mitglieds")
)

// saysGiven reports a post that says that we have been given the number, or that
// we ask for it again and again.
func saysGiven(language, post string) bool {
	in, known := handings[language]
	if !known {
		return false
	}
	for clause := range strings.FieldsFuncSeq(post[:min(len(post), maxFelt)], func(r rune) bool { return strings.ContainsRune(".!?;:\n()", r) }) {
		words := wordsOf(strings.ReplaceAll(strings.ReplaceAll(clause, ",", " "), "’", "'"))
		if in.standsIn(words) || in.sendsAgain(words) {
			return true
		}
	}
	return false
}

// handing is how a language says it. All that is looked for stands in one run of
// such words: any other word between them ends it.
type handing struct {
	thing  openings        // what we look a matter up by
	self   map[string]bool // who has given it
	gave   map[string]bool
	asks   map[string]bool
	again  map[string]bool // that it is not the first time
	have   map[string]bool // that we have it
	you    map[string]bool // who has it
	bridge map[string]bool // what may stand between
	breaks map[string]bool // before a run, by which it tells nothing: "when I have sent"
	wishes openings        // the same, of more words: "I want to send"
	spared openings        // none, though such a word is in it: "why do you ask"

	resends map[string]bool // what is done with it once more
	unable  map[string]bool // before it, of one who has not done it
	nearly  map[string]bool // between the two
	anew    openings        // by which it is once more
	whose   openings        // a number that otherwise may be a telephone's
}

// handingRun is what was found in a run of words.
type handingRun struct {
	thing, self, gave, asks, again, have, you, broken bool
}

// tells reports that the run says that we have it.
func (r handingRun) tells() bool {
	return r.thing && !r.broken && (r.self && r.gave || r.asks && r.again && !r.self || r.you && r.have)
}

// sendsAgain reports who asks whether it must be sent again, and so has sent it: "do I
// have to give you my order number again", "I won't give it again". Who could not send it,
// or never did, has not: "I can't enter my order number again, it never came".
func (h *handing) sendsAgain(words []string) bool {
	at := slices.IndexFunc(words, func(w string) bool { return h.resends[w] })
	if at < 1 || !slices.ContainsFunc(words[:at], func(w string) bool { return h.self[w] }) {
		return false
	}
	if h.failed(words[:at]) {
		return false
	}
	for i := at + 1; i < len(words); i++ {
		n := max(h.thing.at(words, i), h.whose.at(words, i))
		if n > 0 {
			return words[at] == "resend" || h.anew.standIn(words[i+n:])
		}
		if !h.bridge[words[i]] {
			return false
		}
	}
	return false
}

// failed reports words that end on what one could not do, or never does: "I couldn't even",
// "it won't let me". Who can't believe that they must is not one: "I can't believe I must".
func (h *handing) failed(before []string) bool {
	n := len(before)
	if n > 2 && before[n-2] == "let" && before[n-1] == "me" {
		return strings.HasSuffix(before[n-3], "n't") || before[n-3] == "not"
	}
	for n > 0 && h.nearly[before[n-1]] {
		n--
	}
	return n > 0 && h.unable[before[n-1]]
}

func (h *handing) standsIn(words []string) bool {
	var r handingRun
	for i := 0; i < len(words); {
		if n := h.thing.at(words, i); n > 0 {
			r.thing = true
			i += n
			continue
		}
		n, ends, breaks := max(1, h.spared.at(words, i)), true, false
		if wish := h.wishes.at(words, i); wish > 0 {
			n, breaks = wish, true
		} else if n == 1 {
			ends, breaks = !h.reads(&r, words[i]), h.breaks[words[i]]
		}
		if ends {
			if r.tells() {
				return true
			}
			r = handingRun{broken: breaks}
		}
		i += n
	}
	return r.tells()
}

// reads takes a word into a run; it reports false for one that ends it.
func (h *handing) reads(r *handingRun, word string) bool {
	self, gave, asks, again, have, you := h.self[word], h.gave[word], h.asks[word], h.again[word], h.have[word], h.you[word]
	r.self, r.gave, r.asks, r.again, r.have, r.you = r.self || self, r.gave || gave, r.asks || asks, r.again || again, r.have || have, r.you || you
	return self || gave || asks || again || have || you || h.bridge[word] || hasDigit(word)
}

var handings = map[string]*handing{
	"en": {
		thing: openingsOf(phrases("order number", "order numbers", "order no", "order id", "order details", "order info", "booking number", "booking reference", "booking ref", "booking code", "booking details", "reservation number", "case number", "ticket number", "reference number", "ref number", "tracking number", "tracking info",
			"account number", "customer number", "confirmation number", "confirmation code", "claim number", "complaint number", "incident number", "membership number", "reference", "ref", "pnr", "my details", "our details", "the details", "all details", "my info", "our info", "the info", "my information", "the information", "the number")),
		self:   wordSet("i i've ive i'd we we've weve already"),
		gave:   wordSet("gave given give sent send provided provide quoted supplied shared dm'd dmed dm'ed messaged emailed e-mailed submitted told"),
		asks:   wordSet("ask asks asking asked want wants wanting request requests requesting requested demanding"),
		again:  wordSet("keep keeps kept keeping stop again still already twice thrice constantly third fourth fifth sixth another times repeatedly continually"),
		have:   wordSet("have got you've"),
		you:    wordSet("you you've"),
		bridge: wordSet("you u ya y'all your team people guys everyone person agent agents someone me us my our the a all of both and for to with in by via dm dms email in have has had just now today who who's is are being my it them this that multiple several many so three four five six seven ten different on why please"),
		breaks: wordSet("do did once when until till if unless never not haven't didn't didnt can could should will i'll need nobody no"),
		wishes: openingsOf(phrases("i want", "i wanted", "i just want", "i just wanted", "i still want", "i only want", "we want", "we wanted", "we just want", "would i", "would we", "may i", "may we", "must i", "must we", "shall i", "shall we", "i'd send", "i'd give", "i'd provide", "i'd have", "we'd send", "we'd give", "we'd provide", "we'd have")),
		spared: openingsOf(phrases("why do", "why did", "times do", "times did", "often do", "you do", "once more", "once again", "than once")),

		resends: wordSet("send give provide type repeat quote resend enter tell"),
		unable:  wordSet("can't cant cannot couldn't couldnt unable never"),
		nearly:  wordSet("even seem to just"),
		anew:    openingsOf(phrases("again", "once more", "another time", "a second time", "a third time", "every time", "each time", "twice")),
		whose:   openingsOf(phrases("my number", "our number")),
	},
	"es": {
		thing: openingsOf(phrases("número de pedido", "numero de pedido", "nº de pedido", "número de reserva", "numero de reserva", "número de cliente", "numero de cliente", "número de seguimiento", "número de referencia", "número de caso", "número de incidencia", "número del pedido", "código de reserva",
			"referencia", "localizador", "mis datos", "los datos", "nuestros datos", "todos los datos")),
		self:   wordSet("he hemos ya di dimos envié enviamos mandé mandamos pasé pasamos"),
		gave:   wordSet("dado di dimos enviado envié enviamos mandado mandé mandamos pasado pasé pasamos facilitado proporcionado"),
		asks:   wordSet("pidiendo pidiéndome pidiéndolo pidiéndonos pidiéndomelo pedir pedirme piden pedís pide pidan pidáis pedirlo"),
		again:  wordSet("siguen seguís sigue vuelven volvéis vuelve dejen dejad otra nuevo veces vez siempre constantemente"),
		have:   wordSet("tienen tenéis tiene"),
		you:    wordSet("ya"),
		bridge: wordSet("os les le lo se te me nos el la mi los las de a por y que con mensaje privado dm md correo dos tres cuatro cinco varias muchas mil todos todas además otra vez veces seguís siguen aquí"),
		breaks: wordSet("no nunca si cuando hasta nadie"),
		wishes: openingsOf(phrases("una vez que", "en cuanto")),
	},
	"de": {
		thing:  openingsOf(phrases("bestellnummer", "bestellnr", "buchungsnummer", "buchungscode", "kundennummer", "kundennr", "vorgangsnummer", "auftragsnummer", "sendungsnummer", "ticketnummer", "fallnummer", "referenznummer", "vertragsnummer", "rechnungsnummer", "die nummer", "meine daten", "alle daten", "die daten", "unsere daten", "meine angaben", "alle angaben")),
		self:   wordSet("ich wir hab habe haben"),
		gave:   wordSet("geschickt gesendet gesandt gegeben genannt mitgeteilt angegeben durchgegeben gemailt geschrieben übermittelt"),
		asks:   wordSet("fragt fragen fragst gefragt verlangt verlangen wollt will wollen braucht nachgefragt"),
		again:  wordSet("immer wieder ständig schon erneut nochmal nochmals dauernd dritte dritten dritter vierte vierten jedes jedesmal"),
		have:   wordSet("habt"),
		you:    wordSet("ihr"),
		bridge: wordSet("euch ihnen ihr sie die der den das meine meiner unsere nach und mir mich uns zum zur mal bereits schon dreimal zweimal viermal mehrmals mehrfach x per dm mail email e-mail nachricht als in auch doch jetzt aber wurde werde"),
		breaks: wordSet("nicht nie keine keiner niemand wenn sobald falls ob hätte hätten würde"),
	},
}
