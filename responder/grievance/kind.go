package grievance

import "strings"

// Kind is the sort of trouble, so that what is promised can fit it: "I'll find
// out where your parcel is".
type Kind string

// The kinds. KindNone is where nothing was understood, or nothing of a kind.
const (
	KindNone       Kind = ""
	KindLate       Kind = "late"       // it has not come yet, or came late: a parcel, a flight, a refund
	KindLost       Kind = "lost"       // it went missing: a bag, a parcel that shows as delivered
	KindDamaged    Kind = "damaged"    // it came broken, torn, soaked, or was thrown
	KindWrong      Kind = "wrong"      // the wrong item, or part of it missing
	KindCancelled  Kind = "cancelled"  // by us: a flight, an order, a ride
	KindCharged    Kind = "charged"    // what was paid or asked for
	KindPrice      Kind = "price"      // what it costs, or costs more: nothing that was taken wrongly
	KindUnanswered Kind = "unanswered" // nobody answers, on hold, cut off, not helped
	KindRude       Kind = "rude"       // how a person of ours behaved
	KindLockedOut  Kind = "locked out" // cannot sign in, account blocked
	KindDown       Kind = "down"       // a service that is out: internet, website, network
	KindFaulty     Kind = "faulty"     // a device, an app or a function that does not work as it should
	KindSpoiled    Kind = "spoiled"    // food, dirt, quality
	KindNoStock    Kind = "no stock"   // not to be had: sold out, not offered
	KindService    Kind = "service"    // the service as a whole, nothing nearer
)

// Asked is what the author wants of us, where they say it.
type Asked string

// What people ask for. Money is never spoken of in public, so it is not here.
const (
	AskedNothing Asked = ""
	AskedWhere   Asked = "where"   // where is it
	AskedWhen    Asked = "when"    // when will it come, be fixed, be back
	AskedFix     Asked = "fix"     // fix it
	AskedContact Asked = "contact" // call, write, answer me
	AskedStop    Asked = "stop"    // stop doing it
	AskedWhy     Asked = "why"     // why did it happen
)

// kinds tells the kind from the words of an issue, all of which are our own.
// The first row that fits is taken; a word may end in "*".
var kinds = []struct {
	kind  Kind
	words []string
}{
	{KindRude, fields("treated-like met-with believed shouted-at yelled-at")},
	{KindService, fields("toilet-was toilets-were came-down in-the-queue ads-before ads-in ads-during at-the-till at-the-checkout at-the-register misspelt renewed-automatically payment-was-declined card-was-declined letter-was reminder-was")},
	{KindService, fields("morning-was day-was evening-was night-was weekend-was holiday-was trip-was christmas-was birthday-was plans-were")},
	{KindLate, fields("on-day without-your collected lifted emptied haven't-had")},
	{KindWrong, fields("isn't-yours")},
	{KindLate, fields("didn't-receive never-received didn't-get-your didn't-get-the")},
	{KindFaulty, fields("button")},
	{KindUnanswered, fields("chat-was chat-is chat-isn't not-replied not-responded haven't-replied haven't-responded")},
	{KindPrice, fields("expensive pricey")},
	{KindDown, fields("you-have-no-service you-still-have-no-service")},
	{KindUnanswered, fields("nobody-could nobody-would")},
	{KindCharged, fields("bill-went-up bills-went-up bill-doubled bill-nearly-doubled bill-tripled")},
	{KindPrice, fields("price-doesn't doubled tripled went-up prices-went-up price-went-up prices-are price-is prices-have price-has fares-went-up rate-went-up so-much subscription-went-up rates-went-up precios Preise")},
	{KindCharged, fields("fined surcharge a-fee a-supplement after-moving-out after-you-cancelled charged-a else-used-your")},
	{KindDamaged, fields("lobbed chucked flung hurled tossed delivery-was-left")},
	{KindFaulty, fields("hear-the hear-your hear-anything shower-is showers-are shower-was showers-were showers-have-been shower-has-been pool-is noise sound clunking rattling grinding squeaking banging buzzing clicking whining knocking swallowed-your")},
	{KindService, fields("led-to-expect better-deal you-were-double* was-double* were-double* estimated-far you-expected left-behind straight-past left-without-you still-get-them taken-to-the-wrong driver-went-to of-it-yet about-it-yet let-you-down poor-one enttäuscht altura")},
	{KindFaulty, fields("something-is-wrong track-down runs-down runs-out-too-fast")},
	{KindWrong, fields("half-of part-of came-without came-with-the-wrong missing-the")},
	{KindRude, fields("accused truth respect behandelt trato")},
	{KindUnanswered, fields(`automated hold-of on-hold answer answered heard hear got-back cut-off ignored up-to-date explanation had-to-call get-through a-human promised-a-call talk-to-somebody news need-to-talk told-different from-one-place respuesta
		solución geholfen respondido llamar llamada hablar-con Antwort Warteschleife anrufen Anruf Rückruf erreichen`)},
	{KindLate, fields("still-waiting-for")},
	{KindLate, fields("has-taken have-taken hasn't-moved haven't-moved been-sitting turned-up though-you-were-in")},
	{KindWrong, fields("you-were-sent substituted")},
	{KindLockedOut, fields(`you-were-banned you-were-suspended into-the-account into-your-account log sign-in locked password account-is account-was account-has access-your broken-into blocked Konto-kommen Account-eingedrungen Konto-eingedrungen anmelden gesperrt contraseña sesión
		en-su-cuenta bloquead*`)},
	{KindCharged, fields("being-charged debit-was-taken payment-was-taken payments-were-taken")},
	{KindCancelled, fields("cancelled bumped denied-boarding given-away cancelado* cancelada* gestrichen Zug-ausgefallen Flug-ausgefallen gekündigt-wurde")},
	{KindCharged, fields("charged overcharged bill* billed price* cost* fee fees came-to cobr* cargo cargos factura precio abgebucht berechnet Rechnung Preis")},
	{KindDamaged, fields("in-that-state there's-a there's-an it-has-a they-have-a damaged thrown torn soaked smashed crushed cracked squashed dented scratched came-with fell-apart dañad* beschädigt")},
	{KindLost, fields("lost mislaid delivered-but stolen was-taken disappeared left-your luggage-is-missing bag-is-missing suitcase-is-missing parcel-is-missing package-is-missing order-is-missing perdido entregado robado verschwunden gestohlen zugestellt")},
	{KindNoStock, fields("is-no-app sold-out stock shelves couldn't-get unavailable agotado haben-war")},
	{KindWrong, fields("wrong missing half forgotten empty incomplete what-you-ordered equivocado faltaba vací* incomplet* Falsches gefehlt leer-war unvollständig")},
	{KindService, fields("toilet toilets dirty")},
	{KindSpoiled, fields("dry chewy bland greasy salty tasteless watery mushy rubbery overcooked rancid rotten lukewarm cold stale undercooked dirty spoiled food soggy burnt taste smell tough out-of-date estado frí* crud* suci* kalt gut-war schmutzig Essen comida")},
	{KindDown, fields(`no-electricity no-power no-wi-fi no-water no-gas no-reception phone-line down outage internet signal broadband power your-Wi-Fi is-out went-off no-heat* no-hot the-service-is conexión luz sin-servicio disponible Internet WLAN Netz Strom Empfang sin-luz
		Störung ausgefallen`)},
	{KindLate, fields(`acudió late delay* delayed waiting waited wait spent yet come came arrive* overdue due stuck left-outside left-with so-long taken-so line-was delivery delivered received missed-your picked knocked rang
		on-time stranded you're-stuck since-you held-up departure-was spät* Verspätung warten gewartet angekommen zurückhaben anstehen Techniker geklingelt Anschluss abgestellt retraso llegado recibido esperando cola`)},
	{KindService, fields("help nothing-has still-isn't-fixed problem-is-still misled spent right-change servicio")},
}

// sign is a word of an issue, with the space before it; open where more of the
// word may follow.
type sign struct {
	text string
	open bool
	row  int // of kinds
}

// signs are the words of kinds as they are looked for, by the first of them; the
// open ones, which are few, by "".
var signs = signsOf()

func signsOf() map[string][]sign {
	by := map[string][]sign{}
	for row, k := range kinds {
		for _, word := range k.words {
			if _, name := names[strings.ToLower(word)]; !name {
				word = strings.ReplaceAll(word, "-", " ")
			}
			word, open := strings.CutSuffix(word, "*")
			first, _, _ := strings.Cut(word, " ")
			if open {
				first = ""
			}
			by[first] = append(by[first], sign{" " + word, open, row})
		}
	}
	return by
}

// kindOf is KindFaulty where an issue says something of no other kind.
func kindOf(issue string) Kind {
	if issue == "" {
		return KindNone
	}
	padded, row := " "+issue, len(kinds)
	look := func(word string) {
		for _, s := range signs[word] {
			if s.row < row && s.in(padded) {
				row = s.row
			}
		}
	}
	look("")
	for word := range strings.FieldsFuncSeq(issue, betweenWords) {
		look(word)
	}
	if row == len(kinds) {
		return KindFaulty
	}
	return held(kinds[row].kind, padded)
}

// betweenWords reports what stands between the words of an issue.
func betweenWords(r rune) bool { return r == ' ' || r == ',' }

// held is the kind, but for what nobody carries: a lost connection or draft is
// looked for by no driver.
func held(k Kind, issue string) Kind {
	if k != KindLost {
		return k
	}
	if strings.HasPrefix(issue, " it disappeared") {
		return KindFaulty
	}
	for word := range strings.FieldsFuncSeq(issue, betweenWords) {
		if intangible[word] {
			return KindFaulty
		}
	}
	return k
}

var intangible = set(`internet connection signal service wifi wi-fi broadband network power access account accounts data progress
	work draft drafts email emails message messages photo photos picture pictures file files music song songs playlist playlists
	save saves game games app apps settings contacts history layer layers document documents brushes points miles credit credits card cards money
	verbindung internetverbindung daten fotos conexión datos`)

func (s sign) in(issue string) bool {
	_, after, found := strings.Cut(issue, s.text)
	return found && (s.open || after == "" || after[0] == ' ' || after[0] == ',')
}

// asked finds what the author wants, in English.
func (p enParser) asked() Asked {
	for i := range p.toks {
		j := i + 1
		switch {
		case p.is(i, "where") && p.is(j, "is", "are", "my", "the", "tf"), p.is(i, "where's", "wheres"):
			return AskedWhere
		case p.is(i, "when") && p.is(j, "will", "is", "are", "can", "do", "does", "are"), p.is(i, "how") && p.is(j, "long", "soon", "much") && p.is(j+1, "until", "till", "before", "longer", "more", "can", "will"):
			return AskedWhen
		case p.is(i, "fix") && (p.is(j, "it", "this", "that", "your", "the", "ur", "my") || p.word(j) == ""), p.is(i, "sort") && (p.is(j, "it", "this") || p.is(j, "out")):
			return AskedFix
		case p.is(i, "call", "contact", "message", "dm", "email", "ring") && p.is(j, "me", "us") && (p.is(i-1, "please", "pls", "someone", "somebody", "could", "just", "you") || p.word(i-1) == ""), p.is(i, "get") && p.is(j, "back") && p.is(j+1, "to"):
			return AskedContact
		case p.is(i, "stop") && (p.is(j, "it", "this") || strings.HasSuffix(p.word(j), "ing") && !p.is(i-1, "not", "don't", "never", "doesn't", "won't")):
			return AskedStop
		}
	}
	for i := range p.toks {
		if p.is(i, "why") && p.word(i+1) != "" {
			return AskedWhy
		}
	}
	return AskedNothing
}

// often finds how often it happened, in English: "for the third time".
func (p enParser) often() string {
	for i := range p.toks {
		j := i + 1
		switch {
		case ordinals[p.word(i)] != "" && p.is(j, "time") && !p.is(i, "first", "1st"):
			return "for the " + ordinals[p.word(i)] + " time"
		case p.is(i, "second", "third", "2nd", "3rd") && p.is(j, "day", "week", "month") && p.is(j+1, "in", "running", "with", "of"):
			return "for the " + ordinals[p.word(i)] + " " + p.word(j)
		case p.is(i, "every", "each") && p.is(j, "single") && p.is(j+1, "time", "day", "week", "month", "night"):
			return "every single " + p.word(j+1)
		case p.is(i, "every") && p.is(j, "day", "night", "week") && p.word(j+1) == "":
			return "every " + p.word(j)
		case p.is(i, "over") && p.is(j, "and") && p.is(j+1, "over"):
			return "over and over"
		}
	}
	return ""
}

var ordinals = map[string]string{
	"second": "second", "2nd": "second", "third": "third", "3rd": "third", "fourth": "fourth", "4th": "fourth",
	"fifth": "fifth", "5th": "fifth", "sixth": "sixth", "6th": "sixth", "tenth": "tenth", "10th": "tenth",
}
