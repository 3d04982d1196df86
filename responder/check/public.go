package check

import (
	"fmt"
	"slices"
	"strings"

	"goodgraces/responder/length"
)

func publicCompensation(r *reading) string {
	return broken(compensation.findUnless(r.reply, moneyExceptions), "money talked about in public escalates; offer it in the private message")
}

var compensation = compile(`
	offer|give|giving|send|sending|issue|issuing|apply|applying|process|processing|arrange|arranging|authorise|authorize|approve|approved|provide|add|adding|get|have|grant|issued|processed|applied|added|credit|owe|entitled|eligible|claim ..6 refund|refunds|voucher|vouchers|discount|compensation|reimbursement|rebate|goodwill|refunded
	offer|give|send|issue|apply|arrange|provide|add|grant|have|get|added|credited|receive ..4 credit|credits|miles|points|coupon|gift
	will|can|would|have|shall|to|already|and ..2 refund|reimburse|compensate|waive|refunded|reimbursed|compensated|waived|credited ..1 you|your|the|it|that|this|half|all|any|for
	make it up to you ..2 with
	refund|voucher|discount|compensation|reimbursement|credit is|has|will|on been? its|on|processed|issued|way|approved|be|the|sent
	your refund|voucher|compensation|credit will|is|has ..1 be|been|on|processed
	#money ..3 refund|voucher|credit|discount|off|back|compensation|gift|coupon|goodwill|card
	refund|voucher|credit|discount|compensation|gift|goodwill|coupon ..3 #money|#percent
	#percent ..2 off|discount|refund
	free ..1 meal|drink|drinks|month|months|flight|ticket|tickets|coffee|upgrade|delivery|shipping|replacement|night|stay|dessert|gift|pizza|burger|ride|voucher|dinner|lunch
	on the house
	on us
	half price
	money back
	complimentary
	gutschein|ruckerstattung|erstattung|rabatt|entschadigung|gutschrift ..6 erhalten|bekommen|schicken|senden|geben|anbieten|gutschreiben|veranlasst|#money|#percent
	bieten|geben|schicken|erstatten ..6 gutschein|ruckerstattung|rabatt|entschadigung|gutschrift|#money|betrag|geld
	ofrecemos|ofrecer|daremos|enviaremos|devolveremos|compensaremos|abonaremos|haremos|regalamos ..5 reembolso|vale|descuento|compensacion|dinero|importe|cupon|#money|#percent
`)

// moneyExceptions: finding out about a refund is not offering one.
var moneyExceptions = compile(`
	check|chase|find|look|looking|see|understand|know|hear|update|news|details|status|where|when|why|whether|about|missing|late|delayed|still|waiting|wait ..5 refund|voucher|discount|compensation|credit|reimbursement|money
	give|get|send|have ..4 update|news|answer|look|details ..6 refund|credit|voucher|money|discount|points|miles
	have to|had ..4 wait|ask|chase|fight ..5 refund|money|credit|voucher|compensation
	gift card|cards
	credit card
	on us to|for|all
	count|counting|rely|relying|depend|depending on us
`)

func asksPrivateData(r *reading) string {
	const advice = "personal data must never be asked for in public; ask for it in the private message"
	for i := range r.reply.tokens {
		end := requests.matchAt(r.reply, i)
		if end == 0 || declines.before(r.reply, i, end) {
			continue
		}
		if publicly.inSentence(r.reply, i) || !privately.near(r.reply, i) {
			return broken(r.reply.quote(i, end), advice)
		}
	}
	return ""
}

var requests = compile(`
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..7 order|booking|account|reservation|reference|confirmation|tracking|customer|member|membership|policy|ticket|case|phone|mobile|telephone|contact|serial|card|record|passport|pnr|invoice|loyalty|meter|frequent number|numbers|no|id|reference|ref|code|details|num|locator|flyer|info|information
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..5 email|mail|postcode|zip|zipcode|dob|pnr|password|pin|iban|surname|birthday|passport|locator
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..5 your|the|full|home|billing|delivery|shipping|street|service address
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..5 full|last|legal name
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..5 date of birth
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..4 your|a phone|telephone|mobile|number|cell
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..4 personal|account|contact|bank|payment|card|booking details|data|information|info
	let us|me have|know ..7 order|booking|account|reservation|reference|confirmation|tracking|customer|member|membership|policy|ticket|case|phone|mobile|telephone|contact|serial|card|record|passport|pnr|invoice|loyalty|meter|frequent number|numbers|no|id|reference|ref|code|details|num|locator|flyer|info|information
	let us|me have|know ..5 email|mail|postcode|zip|zipcode|dob|pnr|password|pin|iban|surname|birthday|passport|locator
	let us|me have|know ..5 your|the|full|home|billing|delivery|shipping|street|service address
	let us|me have|know ..5 full|last|legal name
	let us|me have|know ..5 date of birth
	let us|me have|know ..4 your|a phone|telephone|mobile|number|cell
	let us|me have|know ..4 personal|account|contact|bank|payment|card|booking details|data|information|info
	may|can|could we|i ..1 have|get|take|see|ask ..7 order|booking|account|reservation|reference|confirmation|tracking|customer|member|membership|policy|ticket|case|phone|mobile|telephone|contact|serial|card|record|passport|pnr|invoice|loyalty|meter|frequent number|numbers|no|id|reference|ref|code|details|num|locator|flyer|info|information
	may|can|could we|i ..1 have|get|take|see|ask ..5 email|mail|postcode|zip|zipcode|dob|pnr|password|pin|iban|surname|birthday|passport|locator
	may|can|could we|i ..1 have|get|take|see|ask ..5 your|the|full|home|billing|delivery|shipping|street|service address
	may|can|could we|i ..1 have|get|take|see|ask ..5 full|last|legal name
	may|can|could we|i ..1 have|get|take|see|ask ..5 date of birth
	may|can|could we|i ..1 have|get|take|see|ask ..4 your|a phone|telephone|mobile|number|cell
	may|can|could we|i ..1 have|get|take|see|ask ..4 personal|account|contact|bank|payment|card|booking details|data|information|info
	what|which is|was|are ..2 your|the ..2 order|booking|account|reservation|reference|confirmation|tracking|customer|phone|mobile|email|e|address|postcode|zip|card|full|policy|membership|date|contact ..2
	your|the order|booking|account|reservation|phone|tracking|confirmation|customer number|reference|code|id ..1 please
	senden|schicken|nennen|geben|teilen|mitteilen|posten|schreiben|brauchen|benotigen ..7 bestellnummer|kundennummer|buchungsnummer|e-mail|mail|email|adresse|telefonnummer|handynummer|auftragsnummer|vorgangsnummer|buchungscode|geburtsdatum|iban|kontonummer|namen|anschrift
	bestellnummer|kundennummer|buchungsnummer|telefonnummer|adresse|auftragsnummer ..5 nennen|senden|schicken|mitteilen|posten
	envie|envienos|enviar|enviarnos|facilitar|facilite|facilitenos|indique|indiquenos|indicarnos|diganos|comparta|escriba|necesitamos|pasanos|dinos|mandanos|deje|decirnos ..7 numero|correo|telefono|direccion|dni|localizador|pedido|reserva|email|nombre|datos
`)

// declines: "please don't post your booking number here".
var declines = compile(`
	not ..2 share|post|send|put|give|include|tell|write|reply|publish|need|have
	never
	without
	no account|order|booking|card|personal
	avoid
	instead of
	rather than
	no need to
	nicht
	keine|keinen
	no publique|comparta|escriba|ponga|dar|tiene
	sin
`)

// publicly names a public place outright.
var publicly = compile(`
	here
	below
	publicly
	in this|the|our comments|comment|thread|replies|reply
	comments
	reply to this
	respond to this
	as|in a reply|comment
	hier
	unten
	aqui
	abajo
`)

// privately names a private place.
var privately = compile(`
	dm
	dming
	dmed
	direct message|messages|messaged
	direct-message
	private|privately
	privat|private|privater|privaten
	privado|privada
	direktnachricht
	nachricht
	mensaje directo|privado
	inbox
	message|msg us|me|you|we|i|button|link
	message ..3 with|from|to
	by|via|in|through|over|per|into ..2 dm|message|messages|email|phone|chat|form|mail|private
	email us|me
	call|ring|phone us|me
	form
	chat
	#link
	#email
	pm us|me|you
	by|via pm
`)

// near reports a match in the sentence of token i or the one before.
func (s *phrases) near(t text, i int) bool {
	at := t.tokens[i].sentence
	for j, token := range t.tokens {
		if (token.sentence == at || token.sentence == at-1) && s.matchAt(t, j) > 0 {
			return true
		}
	}
	return false
}

func (s *phrases) inSentence(t text, i int) bool {
	for j, token := range t.tokens {
		if token.sentence == t.tokens[i].sentence && s.matchAt(t, j) > 0 {
			if j > 0 && (t.says("dm") && t.tokens[j-1].word == "us") || j > 0 && t.tokens[j-1].word == "are" {
				continue // "DM us here", "we are here"
			}
			return true
		}
	}
	return false
}

// before reports a match among the four words before token i, or from there up
// to end.
func (s *phrases) before(t text, i, end int) bool {
	for j := max(0, i-4); j < end-1; j++ {
		if t.tokens[j].sentence == t.tokens[i].sentence && s.matchAt(t, j) > 0 {
			return true
		}
	}
	return false
}

func tooLong(r *reading) string {
	n, limit := length.Of(r.platform, r.whole)
	if n <= limit {
		return ""
	}
	return fmt.Sprintf("%d of %d: shorten it by %d", n, limit, n-limit)
}

func unsafeLink(r *reading) string {
	onX := !r.inPrivate && (strings.EqualFold(r.platform, "x") || strings.EqualFold(r.platform, "twitter"))
	reply := r.raw
	for _, l := range length.Links(reply) {
		link := strings.ToLower(reply[l.Start:l.End])
		switch {
		case onX:
			return "a link on X costs extra and is refused for replies; say where to go without one"
		case strings.HasPrefix(link, "http://"):
			return "the link is not secure; use https"
		case strings.Contains(r.Judge.raw, reply[l.Start:l.End]):
			return "the link comes from the customer's post; never pass it on"
		case isShort(link), strings.Contains(link, "@"), strings.Contains(link, "xn--"), isAddress(link):
			return "nobody can see where this link leads; use the full address of our own site"
		}
	}
	return ""
}

func host(link string) string {
	link = strings.TrimPrefix(strings.TrimPrefix(link, "https://"), "http://")
	name, _, _ := strings.Cut(link, "/")
	return name
}

func isShort(link string) bool {
	name := strings.TrimPrefix(host(link), "www.")
	return slices.Contains(shorteners, name)
}

var shorteners = []string{"bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rb.gy", "cutt.ly", "t.ly", "shorturl.at"}

func isAddress(link string) bool {
	return strings.Trim(host(link), "0123456789.:[]abcdef") == "" && strings.ContainsAny(host(link), "0123456789")
}

func unfilledSlot(r *reading) string {
	reply := r.raw
	if strings.TrimSpace(reply) == "" {
		return "there is no text; write the answer"
	}
	if found := slot(reply); found != "" {
		return broken(found, "a slot was left unfilled; fill it or take it out")
	}
	return ""
}

// slot finds {brand}, [Name], <name>, %s, XXX and the like.
func slot(s string) string {
	for _, pair := range []string{"{}", "[]", "<>"} {
		open := strings.IndexByte(s, pair[0])
		if open < 0 {
			continue
		}
		end := strings.IndexByte(s[open:], pair[1])
		if end > 1 && end < 40 && !strings.ContainsAny(s[open:open+end], "0123456789:/") {
			return s[open : open+end+1]
		}
	}
	for _, mark := range []string{"{{", "}}", "${", "%s", "%v", "%d", "XXX", "TBD", "TODO", "INSERT ", "Lorem ipsum"} {
		if strings.Contains(s, mark) {
			return mark
		}
	}
	return ""
}

func nearDuplicate(r *reading) string {
	const advice = "almost the same answer was given a short while ago; say it in other words"
	if r.recent.saidWordForWord(r.whole, r.fewWays()) {
		return advice
	}
	if nearest, _ := r.recent.likeness(hashed(r.reply)); nearest >= tooSimilar {
		return advice
	}
	return ""
}
