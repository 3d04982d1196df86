package check

import (
	"fmt"
	"regexp"
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
	{give} ..4 {money}
	{give} ..3 you|your ..4 back
	{give} ..6 off ..2 your|the|next|bill|order|fare|month
	#money|#percent|#number ..3 gems|coins|credits|points|miles|tokens|stars|loyalty|bonus ..3
	#money|#percent ..6 account|back|off|gift|card|towards|toward|for|as|credit|credited
	free|extra|bonus ..2 gems|coins|credits|points|miles|tokens|data|month|months|day|days|week|weeks|meal|drink|drinks|coffee|night|nights|stay|upgrade|ticket|tickets|ride|rides|class|session|sessions|dessert|round|pass|entry|returns|pizza|delivery|lounge
	half|full|some|all|part|double ..2 your|the|of ..3 back|fare|price|money|fee|cost
	take|taken|taking|took|knock|knocked|knocking|wipe|wiped|waive|waived|waiving|cut|strike|struck|remove|removed|cancel|cancelled|write|written ..4 off|from ..2 your|the ..2 bill|account|invoice|fee|charge|balance|price|total
	waive|waived|waiving|waives
	no|not|without|nothing ..2 charge|cost|pay ..2
	free of charge
	at no ..1 cost|charge
	will|shall not be? charge|charged|billed|pay ..2
	cover|covering|pick|picking|pay|foot|paying ..3 bill|cost|costs|tab|expenses|taxi|hotel|fare|fares|damage|repair|bills
	pay|paid|paying|reimburse|compensate|compensating|recompense you|your ..1 for|back|in|half|the
	get|getting|have|see|receive ..4 money|refund|fare|half|deposit|fee back
	next|your|the|this ..4 is|are|be on ..1 us|me|house
	on us|me $
	on us|me|, ..1 just|as|of|next|this|and|to
	goodwill|gesture
	a little|small something|gift|treat|present|extra|thank
	make up for ..3 with
	compensat*
	treat you to
	half price
	bonus|bon|gutschein|gutscheine|gutschrift|rabatt|entschadigung|erstattung|ruckerstattung|kulanzgutschrift ..5 uber|von|fur|als|schicken|senden|bekommen|erhalten|geben|gut|#money|#percent|#number
	bekommen|erhalten|schicken|geben|senden|schreiben|erstatten|uberweisen|spendieren|schenken|ziehen ..5 euro|eur|gutschein|gutschrift|rabatt|geld|betrag|#money|#percent|prozent|gebuhr|kosten
	schreiben|schreibe ..4 gut
	erlassen|erstatte|erstatten ..5
	#number euro|prozent|dollar|pounds|quid|bucks ..3
	kostenlos|kostenlose|kostenlosen|gratis|umsonst
	regal*|devol*|abon*|compens*|reembols*|bonific*|descont* ..5 bono|vale|cupon|descuento|importe|dinero|euros|noche|mes|billete|#money|#percent|#number|cuota
	bono|vale|cupon|descuento|reembolso ..3 de ..2 #money|#number|#percent|euros
	invitamos|invita|invitar ..4 casa|nosotros|noche|cena|comida|proxima
	corre por|de nuestra cuenta
	by way of ..1 apology|sorry|compensation|thanks
	as an|our|a ..1 apology|token|goodwill|sorry
	to say ..1 sorry ..1 with|for|properly|we|i|,
	{give} ..10 to say sorry
	token of
	something|treat|surprise|present|bit|extra ..2 nice|extra|special|small|tasty|sweet? ..3 in|on|to|into your|the|you ..2 account|post|inbox|box|way|wallet|balance|card
	worth your|the while
	{give} ..6 for ..1 your|the|all ..1 trouble|wait|bother|hassle|inconvenience|discomfort|disruption
	upgrade|upgraded|upgrading you|your ..1
	move|moved|bump|bumped you ..1 up|into ..2 to? ..1 first|business|premium|suite
	add|added|adding|extend|extended|extending ..4 day|days|week|weeks|month|months ..2 to|of|on|onto ..1 your|subscription|membership|pass|plan
	week|month|months|year|session|class|delivery|box|night|meal|coffee|ticket|ride|visit|order|round|fare ..1 is|will|are ..1 be? ..1 free|ours
	reimburs* ..3 you|your|for|in|it
	out of pocket
	drop|dropping|scrap|scrapping|scrapped|cancel|cancelled|cancelling|lift|lifted|reverse|reversing|reversed|forget|tear|ignore|disregard|void|voided|quash ..4 fee|fees|fine|fines|charge|charges|surcharge|penalty|late|invoice
	for free
	sweeten
	we|i owe you ..1 money|refund|one|drink|coffee|#money
	first|next|another one|drink|coffee|round|meal|trip|ride|order is|on ..1 on? us|me
	money ..2 is|on|will ..2 way|back
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
	refunded|refund|credit|charged|charge|paid|promise* nothing
	not|never ..4 refund|refunded|credit|compensat*|voucher|waive|offer
	can|could not ..5 refund|refunded|credit|waive
	refund is|are not
	claim|claims|entitled ..4
	what|how|whether|if ..2 you ..2 can|could ..2 claim|get ..3
	no|not ..2 charge|cost|pay ..4 you|for ..1 not? ..1 have|had
	paying|pay|paid ..3 for
	is|are|was on ..1 me|us ..1 to|for|that
	free|feel ..1 free to
	money ..3 you|your ..2 lost|lose|back ..2 is|yet
	money in|out|gone
	nothing about|of|on
	credit|debit|gift card|cards|note|agency|score
	#money|#percent ..3 shoes|pizza|a|phone|for ..1 nothing|cold|soggy|wrong
	for the|a|this|your ..2 #money
	got|have|had|see ..1 your
	your ..2 points|back|account ..1 ..1 of
	give|get|send|have|put|pay ..5 attention|back ..1 to|in|on|soon|with|by|from|here
	get|getting|come|coming|call|hear|write|message|report|go|ring|be|send|look|check ..3 back
	get|have|want|see|put|give|bring ..6 back ..1 up|online|on|together|in|to|home|for|working|where
	free up|to|from
	complimentary ..2
	ask|asking|see|find|look|check|whether|if|request|can|could|how|why|not ..6 fee|fees|fine|fines|charge|charges|surcharge|penalty|invoice
	to say sorry|how ..1 in|by|and|but|for|again|to
	for free|nothing ..1 yet|but|,
	as an|our|a ..1 apology ..1 this|that|is|sounds
	upgrade your ..1 app|version|phone|firmware|software
	update|upgrade you
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
	{ask} ..6 {thing} {nr}
	{ask} ..5 {datum}
	{ask} ..4 your|the|full|last|home|billing|delivery|account ..2 name|address|phone|mobile|number|e-mail|details|birthday|reference|id|surname
	may|can|could|might|do|will|would|shall you|we|i ..3 {ask}|have|get|take|see|know|ask|check|got ..7 {thing} {nr}
	may|can|could|might|do|will|would|shall you|we|i ..3 {ask}|have|get|take|see|know|ask|check|got|remember ..6 {datum}
	may|can|could|might|do|will|would|shall you|we|i ..3 {ask}|have|get|take|see|know|ask|check|got ..4 your|the|full|last|home ..2 name|address|phone|mobile|number|e-mail|details|id|birthday|reference
	what|which|whose ..3 {datum}|address|name|account|phone|mobile ..2 is|was|were|did|do|does|are|it|should|you|the|on|we|under|linked|registered|used|have|has
	what|which|whose|is ..2 booking|reservation|account|order|contract|policy|ticket ..2 under|in|with|registered
	what|which is|was|are|were|s ..2 your|the ..3 {datum}|{thing}|name|address|number|reference|id ..2
	what|which {datum}|name|address|number|account ..4
	under|with what|which|whose ..1 {datum}|name|address|number|account
	where|when ..1 do|did|are|were you ..1 live|born|bank|registered|reside
	how|where ..1 can|could|do we|i ..1 ..1 reach|call|ring|contact|text you
	best|good|contact|mobile|phone number|e-mail|email|address ..1 to|for|we|is|please
	your|the {thing} {nr} ..1 please|pls
	your|the ..1 {datum}|address|number|name please|pls
	{thing} {nr} please|pls
	^ ..1 {thing} {nr} $
	last|first #number|three|four|five|six|two digits|numbers|characters ..4
	who ..2 is|was ..3 account|booking|contract|order ..1 holder|in|under|name|with
	in whose name
	ihre|ihrer|deine|die|eure|ihren|ihr|welche|wie ..2 bestellnummer|kundennummer|buchungsnummer|telefonnummer|handynummer|auftragsnummer|vorgangsnummer|buchungscode|geburtsdatum|iban|kontonummer|anschrift|rechnungsnummer|vertragsnummer|sendungsnummer|mailadresse|postleitzahl|adresse|nachname|name|zahlernummer|ticketnummer|rufnummer|e-mail|email ..4
	bestellnummer|kundennummer|buchungsnummer|telefonnummer|auftragsnummer|vertragsnummer|sendungsnummer|postleitzahl|rechnungsnummer|geburtsdatum ..3 bitte|hier|ist|lautet|haben|hast|nennen|durchgeben|schreiben|mitteilen|verraten
	auf welchen|welchem namen
	wie|unter heissen|lautet|welchem|welcher ..2
	deja|dejarnos|dejenos|nos|deje|diga|digame|indica|facilita|pasa|pase|manda|mande|envia|comparte|escribe|ponga|puede|podria|necesito|necesitamos ..6 numero|correo|telefono|direccion|dni|localizador|pedido|email|nombre|apellido|apellidos|datos|codigo|postal
	cual|cuales es|son ..2 su|tu|el|sus|tus ..3 numero|correo|telefono|direccion|dni|localizador|email|nombre|apellido|codigo|pedido|datos
	que|cual ..1 numero|correo|telefono|direccion|nombre ..2
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
	no need
	do|please not
	needn
	take|delete|remove|hide|keep|leave|edit ..4 down|out|off|from|private
	may want to
	anybody|everyone|everybody|anyone can
	visible
	nothing
	nobody
	i|we have|will|am|are|would ..1 ask|asking|asked|never|passed|added|put|opened|see|seen|let|sent|need|tell|check|found
	nie|niemals
	nunca
	so|that you ..1 not|need
	loschen|nehmen|entfernen
	borre|elimine
	not|never|nicht|nie|nunca|no|rather|instead ..2 than|of|en|in? ..1 here|public|publicly|hier|offentlich|aqui|abierto|post|thread|comments|comment
	give|drop us|me|them a call|ring|shout
	flight|train|store|stores|branch|model|part|seat|room|coach|bus|route|error|version|product|item|gate|machine|shop|restaurant|hotel|station|platform|style ..1 number|numbers|address|name|code|id
	name|address|number of ..2 store|artist|track|song|branch|restaurant|product|item|movie|show|game|hotel|shop|driver|colleague|agent|person|station
	delete|deleting|remove|removing|hide
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
	in|on|to this|the|our|a|your ..1 comments|comment|thread|replies|reply|channel|post|wall|timeline|tweet
	underneath
	hier rein
	por aqui
	en los comentarios
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
			if j > 0 && negates[t.tokens[j-1].word] {
				continue // "not here"
			}
			if j > 0 && (t.says("dm") && t.tokens[j-1].word == "us") || j > 0 && t.tokens[j-1].word == "are" {
				continue // "DM us here", "we are here"
			}
			return true
		}
	}
	return false
}

var negates = wordSet("not never nicht nie nunca no than of")

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
	n, limit := length.Within(r.platform, r.limit, r.whole)
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
	for _, mark := range []string{"{{", "}}", "${", "%s", "%v", "%d", "^XX", "___", "XXX", "TBD", "TODO", "INSERT ", "£X", "$X", "€X", "DD/MM", "HH:MM", "Lorem ipsum"} {
		if strings.Contains(s, mark) {
			return mark
		}
	}
	for word := range strings.FieldsSeq(s) {
		if word = strings.Trim(word, ",.!?:*()"); slices.Contains(slotWords, word) {
			return word
		}
	}
	if strings.ContainsAny(s, "_#%|*(") {
		if found := markedSlot.FindString(s); found != "" {
			return found
		}
	}
	return greetsNobody.FindString(s)
}

// slotWords are left by people who copied a text that was to be filled in, or
// by a program that had nothing to fill in.
var slotWords = []string{
	"NAME", "FIRSTNAME", "CUSTOMER", "CUSTOMERNAME", "USERNAME", "BRAND", "KUNDENNAME", "NOMBRE", "null", "undefined", "NaN", "XX",
	"CustomerName", "ClientName", "GuestName", "UserName", "AgentName", "FirstName", "LastName", "OrderNumber", "BookingNumber", "CaseNumber", "ProductName",
}

var (
	// markedSlot is customer_name, #city#, %agent%, (agent name), (insert date).
	markedSlot = regexp.MustCompile(`(?i)(?:^|[^\pL\pN@_/.])(?:customer|client|guest|user|agent|first|last|full|order|booking|case|ticket|product|brand|company|city|store|link|date)_(?:name|number|no|nr|id|ref|city|date|link|url|amount|here|brand)\b` +
		`|[#%|*](?:name|customer|agent|city|order|brand|product|date|number)[#%|*]` +
		`|\((?:(?:your |customer |customer's |agent |first |brand |company |product )?name|agent|customer|insert [^)]*|order (?:number|no))\)`)
	greetsNobody = regexp.MustCompile(`^(?i:(?:hi|hello|hey|hola|hallo) +[,!]|(?:dear|liebe[rs]?) *[,!])`)
)

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
