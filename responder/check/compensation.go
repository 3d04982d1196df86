package check

import (
	"cmp"

	"goodgraces/care"
)

func publicCompensation(r *reading) string {
	rest, gift := r.besideFacts()
	found := cmp.Or(gift, compensation.findUnless(rest, moneyExceptions))
	if found == "" && !r.isAsked(rest) {
		found = prices.findUnless(rest, moneyExceptions)
	}
	return broken(found, "money talked about in public escalates; offer it in the private message")
}

// isAsked reports a reply that answers a question and comforts nobody.
func (r *reading) isAsked(reply text) bool {
	return r.action != care.ActReply && r.post.question && !reply.hasAny(regrets, feelings)
}

var compensation = compile(`
	+ we|i ..1 will|am|are|have|can|would|shall ..8 free of charge
	+ we|i ..1 will|am|are|have|can|would|shall ..8 at no ..1 cost|charge
	we|i ..1 will|am|are|have|can|would|shall ..8 for free
	no ..1 charge|cost|fee for your|you|tonight
	will cost you nothing|zero
	costs|cost you nothing|zero tonight|today|this
	repair|replacement|stay|meal|ride|night|dinner|it ..1 will ..1 cost nothing
	next ..1 one|time|meal|ride|visit|order|stay|trip|dinner|lunch|month|wash|cut|class ..1 is|are half|free|gratis
	te|le|os|les ..1 sale|saldra|salen|resulta ..1 gratis
	fur sie|dich|euch ..1 gratis|kostenlos|kostenfrei|umsonst
	make amends with|by
	wir|ich ..2 schicken|schicke|senden|sende|liefern|bringen|geben ..2 ihnen|dir|euch ..3 kostenlos|gratis|kostenfrei|umsonst
	ihnen|dir|euch ..2 kostenlos|gratis|kostenfrei
	+ bring|give|send|offer you ..2 complimentary
	+ have your next ..2 free
	have the|your|a ..1 room|meal|stay|ride|night|one ..1 for nothing
	put ..3 right with ..2 #money|voucher|credit
	your ..2 next ..2 is|are on|half|free
	#percent ..2 off|discount|refund
	#number|ten|twenty|thirty|forty|fifty percent off
	#percent ..6 account|back|off|gift|towards|toward|credit|credited
	for ..1 your|the|this ..1 trouble|wait|inconvenience|bother ..8 #percent|#money|free|off
	#percent|half ..1 off ..1 your next
	#number|#money points|miles|credits|credit ..2 on|to|in your account|card
	let you ..3 free
	as our guest|guests
	taken|took|taking|knocked off the|that|your ..1 postage|fee|charge|cost|surcharge
	put|add|added|adding|putting five|ten|fifteen|twenty|thirty|fifty|hundred euros|pounds|dollars|quid
	wiped|cancelled|scrapped|dropped|waived ..1 it|that|this $|and|for
	halfte|viertel|drittel|teil ..3 preises|betrags|geldes|rechnung
	take|taken|taking|took|knocked|struck ..1 the|your|that|a ..2 charge|fee|cost|postage|surcharge|deposit ..1 off|out|away
	day|days|week|weeks|month|months|night|hour|hours ..1 extra|free ..2 for|on|to|as|$
	pay|paying|paid|give|giving back a|an|the|half|part|all|some|your|third|fifth
	+ you will not|never ..1 pay for|a|anything
	our|my treat
	corre|va de|por nuestra|mi parte|cuenta
	zur|zum halfte|halben
	enjoy|get|take|with #number|ten|twenty|thirty|forty|fifty percent
	plus the|a|your hotel|taxi|meal|fare
	is|have|add|added|put ..1 a tenner|fiver
	take|takes|taking|knock|took ..2 #number|ten|twenty off
	will|can|to|i|we slip ..1 in ..1 a|an|some|dessert|free|the|extra
	cover|covering|covered|pay|paying|paid ..3 price|value of
	get|have|receive|find|collect|pick ..2 two|three|four|some|free|extra|new|a ..1 tickets|passes|coffees|meals|drinks for|to|on|at
	offer|give|giving|send|sending|issue|issuing|apply|applying|process|processing|arrange|arranging|authorise|authorize|approve|approved|provide|add|adding|get|have|grant|issued|processed|applied|added|credit|owe|entitled|eligible|claim ..6 refund|refunds|voucher|vouchers|discount|compensation|reimbursement|rebate|goodwill|refunded
	offer|give|send|issue|apply|arrange|provide|add|grant|added|credited|receive ..4 credit|credits|miles|points|coupon|gift !team|desk|card
	will|can|would|have|shall|to|already|and ..2 refund|reimburse|compensate|waive|refunded|reimbursed|compensated|waived|credited ..1 you|your|the|it|that|this|half|all|any|for
	make it up to you ..2 with
	refund|voucher|discount|compensation|reimbursement|credit is|has|will|on been? its|on|processed|issued|way|approved|be|the|sent
	your refund|voucher|compensation|credit will|is|has ..1 be|been|on|processed
	#money ..3 refund|voucher|credit|discount|off|back|compensation|gift|coupon|goodwill|card
	refund|voucher|credit|discount|compensation|gift|goodwill|coupon ..3 #money|#percent
	free ..1 meal|drink|drinks|month|months|flight|ticket|tickets|coffee|upgrade|delivery|shipping|replacement|night|stay|dessert|gift|pizza|burger|ride|voucher|dinner|lunch
	on the house
	money back
	gutschein|ruckerstattung|erstattung|rabatt|entschadigung|gutschrift ..6 erhalten|bekommen|schicken|senden|geben|anbieten|gutschreiben|veranlasst|#money|#percent
	bieten|geben|schicken|erstatten ..6 gutschein|ruckerstattung|rabatt|entschadigung|gutschrift|#money|betrag|geld
	ofrecemos|ofrecer|daremos|enviaremos|devolveremos|compensaremos|abonaremos|haremos|regalamos ..5 reembolso|vale|descuento|compensacion|dinero|importe|cupon|#money|#percent
	{give} ..4 {money}
	{give} ..3 you|your ..4 back
	{give} ..6 off ..2 your|the|next|bill|order|fare|month
	free|extra|bonus ..2 gems|coins|credits|points|miles|tokens|data|month|months|day|days|week|weeks|meal|drink|drinks|coffee|night|nights|stay|upgrade|ticket|tickets|ride|rides|class|session|sessions|dessert|round|pass|entry|returns|pizza|delivery|lounge
	half|full|some|all|part|double ..2 your|the|of ..3 back|fare|price|money|fee|cost
	take|taken|taking|took|knock|knocked|knocking|wipe|wiped|waive|waived|waiving|cut|strike|struck|remove|removed|cancel|cancelled|write|written ..4 off|from ..2 your|the ..2 bill|account|invoice|fee|charge|balance|price|total
	waive|waived|waiving|waives
	will|shall not be? charge|charged|billed|pay
	cover|covering|pick|picking|pay|foot|paying ..3 bill|cost|costs|tab|expenses|taxi|hotel|fare|fares|damage|repair|bills
	pay|paid|paying|reimburse|compensate|compensating|recompense you|your ..1 for|back|in|half|the
	get|getting|have|see|receive ..4 money|refund|fare|half|deposit|fee back
	next|your|the|this ..4 is|are|be on ..1 us|me|house
	{treat} ..4 on us|me !to|for
	goodwill|gesture
	a little|small something|gift|treat|present|extra|thank
	make up for ..3 with
	compensat*
	treat you to
	bonus|bon|gutschein|gutscheine|gutschrift|rabatt|entschadigung|erstattung|ruckerstattung|kulanzgutschrift ..5 uber|von|fur|als|schicken|senden|bekommen|erhalten|geben|gut|#money|#percent|#number
	bekommen|erhalten|schicken|geben|senden|schreiben|erstatten|uberweisen|spendieren|schenken|ziehen ..5 euro|eur|gutschein|gutschrift|rabatt|geld|betrag|#money|#percent|prozent|gebuhr|kosten
	schreiben|schreibe ..4 gut
	erlassen|erstatte|erstatten
	regalar*|regalamos|regalo|devol*|abon*|compens*|reembols*|bonific*|descont* ..5 bono|vale|cupon|descuento|importe|dinero|euros|noche|mes|billete|#money|#percent|#number|cuota
	bono|vale|cupon|descuento|reembolso ..3 de ..2 #money|#number|#percent|euros
	invitamos|invita|invitar ..4 casa|nosotros|noche|cena|comida|proxima
	by way of ..1 apology|sorry|compensation|thanks
	as an|our|a ..1 apology|token|goodwill|sorry
	to say ..1 sorry ..1 with|for|properly|we|i
	{give} ..10 to say sorry
	token of
	something|treat|surprise|present|bit|extra ..2 nice|extra|special|small|tasty|sweet? ..3 in|on|to|into your|the|you ..2 account|post|inbox|box|way|wallet|balance|card
	worth your|the while
	{give} ..6 for ..1 your|the|all ..1 trouble|wait|bother|hassle|inconvenience|discomfort|disruption
	upgrade|upgraded|upgrading you|your
	move|moved|bump|bumped you ..1 up|into ..2 to? ..1 first|business|premium|suite
	add|added|adding|extend|extended|extending ..4 day|days|week|weeks|month|months ..2 to|of|on|onto ..1 your|subscription|membership|pass|plan
	week|month|months|year|session|class|delivery|box|night|meal|coffee|ticket|ride|visit|order|round|fare ..1 is|will|are ..1 be? ..1 free|ours
	reimburs* ..3 you|your|for|in|it
	out of pocket
	drop|dropping|scrap|scrapping|scrapped|cancel|cancelled|cancelling|lift|lifted|reverse|reversing|reversed|forget|tear|ignore|disregard|void|voided|quash ..4 fee|fees|fine|fines|charge|charges|surcharge|penalty|late|invoice
	sweeten
	we|i owe you ..1 money|refund|one|drink|coffee|#money
	first|next|another one|drink|coffee|round|meal|trip|ride|order is|on ..1 on? us|me
	money ..2 is|on|will ..2 way|back
	crediting|credited|refunding|refunded|reimbursing|reimbursed|compensating|compensated|waiving|waived ..3 you|your|the|it|this|that|them|whole|full|order|half|everything|all|back|to
	account|card|wallet|balance ..1 has|have|is|was|will ..2 been|be? ..1 credited|refunded|topped
	has|have|been|be|is|are|get|was ..1 credited|refunded|reimbursed|compensated
	treat|treating|invite|inviting ..3 to|for ..3 dinner|pizza|coffee|lunch|meal|drink|dessert|ice|breakfast|night|weekend|cake|something|treat|massage|stay
	not|never ..1 pay|paying|owe|cost ..1 a? ..1 penny|cent|thing|dime|anything|for|you
	bill|fee|charge|invoice|cost|fine|order|payment|postage ..4 cancelled|canceled|waived|wiped|dropped|scrapped|removed|refunded|reversed|deducted|halved
	refund|voucher|discount|compensation|reimbursement|credit|rebate ..2 has|have|is|was|been ..2 arranged|approved|processed|made|sent|issued|agreed|set|requested|started|on|yours|coming|waiting
	throw|throwing|threw|pop|popping|slipping|chuck ..1 in ..1 a|an|some|dessert|free|the|extra
	charge|fee|cost|amount|delivery|price|postage ..1 comes|come|is|goes|came ..1 off ..1 your|the
	ships|ship|comes|come|travels|travel|ride|flies|eat|eats|stay|stays ..1 for nothing|free
	return|give|pay|send|transfer|hand|get ..2 what|everything|all|whatever ..1 you paid|spent|lost
	settle|settling|clear|clearing|cover|covering|absorb|absorbing|foot|footing ..2 bill|invoice|cost|costs|balance|fee|damage|charge|difference|expense
	knock|knocked|knocking|shave|shaved ..4 off
	double|triple|bonus|extra|twice points|miles|stars|credit|data|the points
	upgrade|upgraded|upgrading|bump|bumped|bumping you ..2 to|up|for
	thank|small|little you|token|gift|present|something|treat|surprise ..5 wallet|account|inbox|basket|box|app|mailbox|way|post
	offer|offering|give|send|do ..2 something ..3 for|to|as|in ..2 trouble|wait|make|inconvenience|say|thanks|apology|return
	expect|see|find|have|get|receive ..1 your|the|a ..1 full? money|refund|credit|voucher|payment ..1 back|in|within|by|on|soon
	make|making ..1 good|up ..3 your|the|for ..2 loss|losses|cost|costs|damage|money|expense|expenses|with
	financially|monetary|monetarily
	extend|extending|extended|lengthen|prolong|pause|freeze|paused|frozen|freezing ..3 your ..2 subscription|membership|plan|pass|warranty|contract|trial|payments|bill|billing
	replacement|new|another ..4 free|charge|cost|house
	on|at ..1 our expense|cost|dime|tab
	your|the ..2 money ..1 back|is|will|comes|goes|returned|refunded
	get|getting|have|receive|see|want ..2 money|it|fare|fee|deposit|everything ..1 back ..1 to|in|on|by|within|from|straight
	voucher|vouchers|coupon|coupons|cashback|goodwill ..1 code|from|is|are|for|in|waiting|of|worth|and|to|as|on
	with|by|via|through|as|in|have|here|a ..2 voucher|coupon|discount|rebate|goodwill|refund ..1 from|code|$|and|as|for|of|on|to
	code ..4 off|#percent|next|discount
	entitled|eligible|qualify|due ..2 to|for ..3 refund|compensation|payout|voucher|claim|money|reimbursement|discount|#money|rebate
	compensation|payout|refund ..1 of ..2 #money|#percent|up|the
	geht|gehen ..3 auf uns|mich|kosten|rechnung|haus
	ubernehmen ..2 wir|naturlich
	ubernehmen|ubernehme|tragen|trage|erstatten|erstattet|begleichen|zahlen|bezahlen|erlassen ..6 kosten|gebuhr|gebuhren|rechnung|versand|versandkosten|betrag|geld|preis|differenz|taxi|schaden
	kosten|gebuhr|gebuhren|rechnung|versand|versandkosten|betrag|geld|preis|differenz|taxi|schaden ..5 ubernehmen|ubernehme|tragen|erstattet|erstatten|zuruck|begleichen|erlassen|entfallt|entfallen|storniert|gutgeschrieben|uberwiesen
	gutschein|gutscheine|gutscheincode|rabatt|rabattcode|entschadigung|gutschrift|nachlass|preisnachlass|wiedergutmachung|freimonat|freifahrt|kulanzgutschrift|kulanzzahlung
	gewahren|bieten|geben|schicken|schreiben|bekommen|erhalten|legen|packen|stehen|steht|gibt ..6 gutschein|rabatt|nachlass|entschadigung|gutschrift|erstattung|prozent|#percent|#money|bonus|aufmerksamkeit|uberraschung|geschenk|freimonat|monat|kulanz
	gutgeschrieben|ruckerstattet|zuruckerstattet|erstattet|zuruckuberwiesen
	als|zur|kleine|kleines|kleiner ..1 wiedergutmachung|entschadigung|dankeschon|aufmerksamkeit|trost|trostpflaster|ausgleich
	devolvemos|devolveremos|devolvere|devuelto|devolverle|devolverte|reembolsamos|reembolsaremos|reembolsado|reembolsarle|abonamos|abonaremos|abonado|compensamos|compensaremos|compensarle|compensarte|indemniz*|bonificamos|bonificaremos|regalamos|regalaremos|regalarle|regalarte|descontamos|descontaremos|descontado
	hacemos|hago|hara|haremos|aplicamos|damos|dar|daremos|tiene|tienes|mandamos|enviamos|ofrecemos ..5 descuento|vale|cupon|reembolso|bono|regalo|compensacion|detalle|gratis|#percent|#money
	vale|cupon|bono|descuento|reembolso|indemnizacion|compensacion|detalle ..3 de|del|por|para|en
	va|corre|corren|sale|salen ..2 por ..1 nuestra|nuestro|cuenta
	no ..2 le|te|se? ..1 cobraremos|cobramos|cobrara|cobraran|cobro|paga|pagara|pague
	corresponde|tiene derecho ..3 indemnizacion|compensacion|reembolso|devolucion|a
	invita|invitamos ..2 casa|nosotros|a
	nos|me hacemos|hago cargo ..2 del|de ..2 coste|importe|gastos|factura|envio|taxi
	+ get|claim|have|receive|see ..1 half|all|full|part|most|#money|#percent ..4 back
	+ not|never ..1 pay|owe ..1 a|one ..1 single? penny|cent|thing|dime
	ingres*|transferimos|transferiremos|pagamos|pagaremos|abonamos|enviamos|mandamos|damos ..4 #money|#number|euros|importe|dinero
	uberweisen|uberweise|schreiben|zahlen|legen|geben ..5 #number|#money €|euro|gut|zuruck
`)

// prices are facts to who asks. What is taken off one is none: whom that is for,
// and how long, a manager keeps as a known answer.
var prices = compile(`
	#number euro|prozent|dollar|pounds|quid|bucks
	#money ..6 account|back|off|gift|card|towards|toward|for|as|credit|credited
	#number €|$|£ ..2 for|por|fur|zuruck|back|off|gutschrift|rabatt|de
	#money|#percent|#number ..3 gems|coins|credits|points|miles|tokens|stars|loyalty|bonus
	in|go|ride|eat|stay|travel|fly ..2 free $|of|tomorrow|on|and|all
	cover|covering|pay|paying up to #money|#number
	+ complimentary
	spendieren|spendiere|schenken|schenke
`)

// moneyExceptions: finding out about a refund is not offering one.
var moneyExceptions = compile(`
	giving|give|gave|given|gives up on us|me
	off your ..1 chest|hands|mind|plate|shoulders|feet|screen
	code ..2 off the ..1 lid|box|label|bag|pack|receipt
	drop|drops|dropped|dropping|tend|tends off
	something in|on the ..2 box|bag|bin|works|way
	something went
	the money ..1 i|we ..3 go|talk|look|discuss|check
	cupon|vale ..2 que viene|trae
	#number|#money ..2 unterschied|difference
	give up
	can not ..1 give ..1 you|that back
	gluten free
	ones|children|kids|adults|dogs|seniors|students|everyone|members|guests pay
	at|for half the|a price
	free ..1 check|checks|checkup|inspection|appointment
	on us ..1 {sorry}
	check|chase|find|look|looking|see|understand|know|hear|update|news|details|status|where|when|why|whether|about|missing|late|delayed|still|waiting|wait ..5 refund|voucher|discount|compensation|credit|reimbursement|money
	able|long|hard|trying to ..1 sort out your refund
	give|get|send|have ..4 update|news|answer|look|details ..6 refund|credit|voucher|money|discount|points|miles
	have to|had ..4 wait|ask|chase|fight ..5 refund|money|credit|voucher|compensation
	on us to|for|all
	count|counting|rely|relying|depend|depending on us
	refunded|refund|credit|charged|charge|paid|promise* nothing
	not|never ..4 refund|refunded|credit|compensat*|voucher|waive|offer
	can|could not ..5 refund|refunded|credit|waive
	claim|claims|entitled
	what|how|whether|if ..2 you ..2 can|could ..2 claim|get
	no|not ..2 charge|cost|pay ..4 you|for ..1 not? ..1 have|had
	paying|pay|paid ..3 for
	is|are|was on ..1 me|us ..1 to|for|that
	money in|out|gone
	credit|debit|gift card|cards|note|agency|score
	#money|#percent ..3 shoes|pizza|a|phone|for ..1 nothing|cold|soggy|wrong
	got|have|had|see ..1 your
	give|get|send|have|put|pay ..5 attention|back ..1 to|in|on|soon|with|by|from|here
	get|getting|come|coming|call|hear|write|message|report|go|ring|be|send|look|check ..3 back
	get|have|want|see|put|give|bring ..6 back ..1 up|online|on|together|in|to|home|for|working|where
	free up|to|from
	complimentary
	ask|asking|see|find|look|check|whether|if|request|can|could|how|why|not ..6 fee|fees|fine|fines|charge|charges|surcharge|penalty|invoice
	to say sorry|how ..1 in|by|and|but|for|again|to
	as an|our|a ..1 apology ..1 this|that|is|sounds
	upgrade your ..1 app|version|phone|firmware|software
	update|upgrade you
	{sorry} ..4 your|the ..1 refund|money|voucher|credit
	has|have|had|been|be|is|was|were not ..2 been? refunded|credited|reimbursed|compensated
	should|could|would|whether|why|when|if|ask|until|how|once|see|check ..6 been|be|is|was|has ..1 refunded|credited|reimbursed|compensated|cancelled|removed|waived|reversed
	get|have|see ..2 your money back to|as|soon|quickly
	is|are|was|were ..1 free|nothing ..1 to|about|of|in|on
	you|order|flight|booking|appointment|train|trip|class|table|who|that|it|visit|service|delivery|was|were|got|being ..2 cancelled|canceled
	nobody|nothing|no|anyone|not ..4 pay|paid|paying|cost
	#money missing|gone|taken|lost|stuck|short|out|over
	#money|#percent ..3 for ..3 a|nothing|something
	that|this|it|one is|was ..1 on us|me
	nicht|noch|keine|kein|wann|ob|warum|wo|warten|gewartet ..4 erstattung|erstattet|gutschrift|gutschein|gutgeschrieben|geld|ruckerstattung|rabatt
	gutschein|erstattung|ruckerstattung|gutschrift|geld|betrag ..5 nicht|verfallen|fehlt|abgelaufen|verschwunden|noch|steckt|liegt|bleibt|suche|warten|angekommen|ablehnt
	frage|prufe|klare|suche|schaue|sehe|kummere ..6 erstattung|gutschein|gutschrift|geld|ruckerstattung|betrag|rechnung|gebuhr
	esperando|esperar|retraso|donde|cuando|por|saber|revis*|mirar|miro|pregunt* ..5 reembolso|devolucion|dinero|vale|descuento|importe|abono
	reembolso|devolucion|vale|abono|dinero|bono ..4 no|tarda|sin|sigue|pendiente|caducado|perdido|retrasado
	semanas|dias|mes|meses ..3 reembolso|devolucion|abono|dinero
`)
