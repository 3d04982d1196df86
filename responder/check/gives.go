package check

// gives is money, or what costs money, that is given to somebody: no price and no
// rule of the house. What is told to all ("members get 10% off") is a rule; a deed
// of ours for a reader ("we'll refund you") is a gift, whatever its condition.
var gives = compile(`
	we|i ..1 will|are|can|would ..3 offer|offering|give|giving|send|sending|issue|grant|apply|refund ..6 refund|refunds|voucher|vouchers|compensation|reimbursement|rebate|goodwill|cashback|coupon|coupons|discount|credit|points|money
	we|i ..1 will|are ..3 give|giving|pay|paying|credit|refund|transfer ..4 #money|#percent
	offer|give|send|issue|grant|apply|pay|credit|transfer you|everybody|everyone|anyone|anybody ..5 refund|voucher|vouchers|compensation|reimbursement|rebate|goodwill|cashback|coupon|discount|credit|points|money|#percent
	give|pay|credit|transfer|owe you|everybody|everyone|anyone|anybody ..4 #money
	refund|reimburse|compensate|recompense you|your|everybody|everyone|anyone|anybody
	you|everybody|everyone ..1 will|shall ..1 get|have|receive ..4 refund|voucher|compensation|reimbursement|rebate|goodwill|cashback|coupon|refunded|reimbursed|compensated
	you|everybody|everyone ..1 will|shall ..1 get|have|receive ..1 #money|#percent
	your refund|voucher|compensation|credit will|is|has ..1 be|been|on|processed
	^ have|enjoy|take|claim|here|get a|an|your|is ..3 voucher|coupon|rebate|goodwill|refund|discount|#money
	on us|me $|and|for|as
	on the house
	goodwill
	make it up to you
	as an|our|a ..1 apology|sorry
	we|i ..1 will|are|am|have|can|could|would|shall|may ..4 waive|waiving|waived|refund|refunding|refunded|reimburse|reimbursing|reimbursed|compensate|compensating|compensated|credit|crediting|credited ..5 you|your
	we|i ..1 will|can|shall|to|would ..2 deduct|write|take|knock|cut ..4 off|from ..2 your|you
	we|i have ..1 taken|knocked|deducted|put|added ..4 off|from|to|on|in ..2 your
	we|i ..1 will|are|am ..1 taking|knocking|deducting ..4 off|from your
	we|i have ..1 arranged|issued|processed|approved|authorised|authorized|made ..3 refund|reimbursement|credit|compensation
	fee|fees|charge|charges|cost|costs|fine ..1 has|have ..1 been waived|refunded|dropped|cancelled|removed ..2 your|you|for
	your account|card|balance ..1 will|has|is ..1 be|been|being? ..1 credited|refunded
	let us|me ..1 offer|give|send|treat|refund|pay|buy|invite
	offering|giving|sending|issuing|paying|crediting|applying you ..5 refund|voucher|compensation|reimbursement|rebate|goodwill|coupon|discount|credit|points|money|#money|#percent
	crediting|refunding|reimbursing|compensating you|your|everybody|everyone|anyone
	treat you
	we|i ..1 will|can|shall pay|cover|settle|absorb ..4 your
	covering|paying|settling ..4 your
	you will ..1 get|have|receive|see your ..1 money ..1 back by|on|today|tomorrow|this|$
	we|i ..1 will|can|are ..1 upgrade|upgrading|bump|bumping|move|moving you ..4 free|no|nothing|without
	you will not be charged ..1 for? this|that|it|anything
	owe you ..1 a|one ..1 coffee|drink|meal|refund|round|apology|beer|lunch
	we|i ..1 will|can|are ..1 throw|throwing ..1 in
	we|i ..1 will|are|am ..1 send|sending ..4 replacement|new ..5 free|cost|charge|nothing
	here|there is ..4 code|voucher|coupon ..1 for you|your
	with our|my apologies|compliments
	to make it|things|this right|good|up
	to make up|amends
	free|complimentary ..3 is|are waiting
	you are ..1 getting|receiving|due|owed ..3 refund|voucher|credit|compensation|#money|#percent
	your refund|voucher|compensation|credit|reimbursement of ..4 on|is|has
	honour|honor ..4 for you
	have|take|enjoy|grab a|an|your ..2 on us
	is|are|be on us
	for the|your ..1 trouble|inconvenience|wait|patience|bother|hassle
	for the time you ..1 lost|waited|spent
	we|i ..1 {mean} ..7 {boon} ..7 {reader}
	we|i ..1 {mean} ..4 {reader} ..7 {boon}
	we|i ..1 {mean} ..3 {drop} ..3 fee|fees|charge|charges|fine|fines|bill|invoice|penalty|surcharge ..4 {reader}
	we|i ..1 {mean} ..3 put|putting|pop|popping|send|sending|sent|add|adding|added|pay|paying|transfer|transferring|slip ..2 {cash} ..4 your
	we|i ..1 {mean} ..3 cover|covering|settle|foot|match|refund|reimburse|compensate|treat|invite ..3 {reader}
	we|i ..2 not charge|bill you ..1 for|today|this|that|anything|$
	you ..1 will not pay|owe ..1 the|a|any ..1 difference|penny|thing|cent|extra
	you are|be|get compensated|refunded|reimbursed
	let us|me ..7 {boon}
	we|i ..1 {mean} ..2 {drop}|taking|taken|take|knock|knocked ..3 fee|charge|fine|surcharge|postage|penalty ..3 {reader}
	we|i ..1 {mean} ..4 let|letting you off
	we|i ..1 {mean} ..1 pay|paying|cover|covering ..4 for {reader}
	we|i ..1 {mean} ..1 send|sending ..4 {reader} way
	you ..1 get|have|receive|are ..4 back|money|fare|refund from us
	{boon} ..2 is|are ..1 on ..1 its|their? way ..1 to {reader}
	you will ..1 be refunded|reimbursed|compensated|credited ..1 by|in|today|tomorrow|soon
	at our expense|cost
	accept|enjoy ..4 {boon}|code|#percent
	consider ..3 invoice|bill|fee|fine|charge|it ..1 cancelled|canceled|paid|settled|waived|gone|refunded
	your next ..4 is|are ..1 free
	free|complimentary ..3 with your name
	you will ..1 have|get|see|receive ..1 a|the|your ..1 refund|money|voucher ..1 by|today|tomorrow|on|this|before
	le|les|te|os ..1 damos|daremos|enviamos|enviaremos|devolvemos|devolveremos|reembolsamos|reembolsaremos|compensamos|compensaremos|abonamos|abonaremos|ofrecemos|hacemos|haremos ..5 vale|cupon|descuento|reembolso|dinero|importe|compensacion|bono|#money|#percent|euros
	daremos|enviaremos ..5 vale|cupon|descuento|reembolso|compensacion|bono
	regalamos|regalaremos|compensaremos
	te|le|os|les hemos|he|han ..1 abonado|reembolsado|devuelto|ingresado|descontado|regalado|compensado|anadido|perdonado|bonificado
	hemos|he anadido|abonado|ingresado|puesto|cargado ..4 tu|su|vuestra cuenta|saldo|tarjeta
	ofrecerle|ofrecerte|ofreceros|ofrecerles|darle|darte|daros|enviarle|enviarte|enviaros ..3 gratis|compensacion|vale|cupon|descuento|reembolso|bono|noche|#money|#percent
	pagarte|pagarle|pagaros|reembolsarte|reembolsarle|reembolsaros|devolverte|devolverle|compensarte|compensarle|compensaros|abonarte|abonarle|abonaros|regalarte|regalarle|regalaros|invitarte|invitarle|invitaros
	te|le|os|les ..1 reembolsamos|reembolsaremos|devolvemos|devolveremos|abonamos|abonaremos|descontamos|descontaremos|compensamos|compensaremos|perdonamos|perdonaremos|invitamos|invitaremos|regalamos|regalaremos|indemnizamos|indemnizaremos|bonificamos|bonificaremos
	tu|su|vuestro reembolso|vale|compensacion|abono ..4 camino|procesado|hecho|tramitado
	recibiras|recibira|recibireis|tendras|tendra ..1 tu|su|vuestro dinero|reembolso|vale
	corre|corren|va|van|invita ..1 de|por|a ..1 nuestra|mi|casa
	como ..1 disculpa|compensacion|detalle
	modo de disculpa|compensacion
	por la|el|las|tanta ..1 espera|molestias|inconvenientes|tiempo|paciencia
	gesto de ..2 voluntad|cortesia
	de nuestra parte
	nos|me hacemos|hacen|hago|haremos cargo ..2 de|del ..1 tu|su|vuestra|vuestro
	te|le|os|les mandaremos|enviaremos|subiremos|pondremos|cambiaremos ..5 gratis|coste|cargo
	te|le|os|les mandamos|enviamos ..4 nuevo|nueva|nuevos|nuevas ..2 gratis|sin|coste|cargo
	no te|le|os|les cobraremos|cobramos|cobraran ..1 este|esta|esto|eso|ese|esa|nada
	aqui tiene|tienes|teneis un|una ..1 codigo|vale|cupon|descuento|bono
	te|le|os ..1 regalo|invito
	damos|daremos ..2 vale|cupon|bono ..3 ti|usted|vosotros
	gebe|geben|schicke|schicken|sende|senden|erstatte|erstatten|zahle|zahlen|gewahren|schreiben|uberweisen ..1 ihnen|dir|euch|allen|jedem ..5 gutschein|gutscheine|rabatt|nachlass|entschadigung|gutschrift|geld|betrag|#money|euro|gut
	ihnen|dir|euch|allen|jedem ..5 gutschein|gutscheine|rabatt|nachlass|entschadigung|gutschrift|geld|#money|euro ..2 geben|schicken|senden|erstatten|zahlen|gewahren|uberweisen|schenken
	sie|du|ihr bekommen|bekommst|bekommt|erhalten|erhaltst|erhaltet ..4 gutschein|entschadigung|gutschrift|erstattung
	spendiere|spendieren|schenke|schenken|wiedergutmachung|kulanz
	geht|gehen ..3 auf uns|haus
	wir|ich haben|habe ..1 ihnen|dir|euch|ihrem|deinem|eurem ..6 gutgeschrieben|erstattet|uberwiesen|erlassen|geschenkt|zuruckgezahlt|zuruckuberwiesen|abgezogen
	ihnen|dir|euch|ihrem|deinem ..2 #number ..1 euro|dollar|franken|€ ..5 gutgeschrieben|uberwiesen|erstattet|geschenkt|ab|zuruck
	ihnen|dir|euch ..5 gratis*|entschadigung|gutschein|gutscheine|rabatt|freikarte|freikarten|gutschrift|nachlass ..4 anbieten|schenken|geben|schicken|senden|zukommen
	erlassen|erlasse|erstatten|erstatte|schenken|schenke|spendieren|spendiere wir|ich ..1 ihnen|dir|euch|dein|deine|deinen|ihr|ihre|ihren|eure|euren
	wir|ich ..1 erstatten|erstatte|erlassen|erlasse|schenken|schenke|ersetzen|ersetze ..1 ihnen|dir|euch
	wir|ich ..1 zahlen|zahle|bezahlen|bezahle ihnen|dir|euch
	dein|ihr|euer geld ..1 bis|heute|morgen|noch ..3 zuruck
	bekommen|bekommst|bekommt|erhalten|erhaltst ..1 von uns
	von uns zuruck|geschenkt|gratis|erstattet
	laden|lade dich|sie|euch ..4 essen|kaffee|getrank|drink|fruhstuck|abendessen|bier|kuchen|eis|ein !uns|unser
	als ..1 entschuldigung|wiedergutmachung|trost|trostpflaster|ausgleich
	fur die|den|das ..1 umstande|unannehmlichkeiten|wartezeit|warterei|arger|geduld
	ziehen|ziehe ..1 dir|ihnen|euch ..6 ab
	deine|ihre|eure ..1 erstattung|gutschrift|entschadigung|ruckerstattung ..5 unterwegs|veranlasst|raus|ist
	entschadigen|entschadige sie|dich|euch|ihnen
	senden|schicken|sende|schicke ihnen|dir|euch ..3 kostenlos|gratis|umsonst|kostenfrei ..3 neu*|ersatz*
	senden|schicken|sende|schicke ihnen|dir|euch ..4 neu*|ersatz* ..3 kostenlos|gratis|umsonst|kostenfrei
	ubernehmen|ubernehme ..3 kosten ..2 ihrer|deiner|eurer|ihres|deines|eures
	buchen|stufen|setzen sie|dich|euch ..2 kostenlos|gratis|kostenfrei
	diese|diesen|dieses|das ..1 berechnen|berechne wir|ich ihnen|dir|euch nicht
	geht|gehen ..3 aufs haus
	freikarte|freikarten|gutschein|gutscheine|freigetrank ..3 fur|auf dich|sie|euch ..1 bereit|hinterlegt|liegen|liegt|warten|wartet
	bieten|biete wir|ich ihnen|dir|euch ..6 gratis|kostenlos|rabatt|gutschein|entschadigung|#money|frei
	gibt es fur dich|sie|euch ..2 #number|#percent|gratis|rabatt
	te|le|os|les ..2 *mos|voy|he|mando|pago|envio|ingreso ..6 gratis|vale|cupon|bono|reembolso|descuento|compensacion|dinero|cheque|pagaste|pago
	te|le|os|les vamos|voy a devolver|abonar|pagar|regalar|reembolsar|invitar|ingresar|perdonar|compensar|descontar
	queremos|quiero|vamos|podemos|puedo|gustaria ..3 regalar*|reembolsar*|compensar*|devolverte|devolverle|pagarte|pagarle|abonar*|invitar*
	te|le|os|les pagamos|rebajamos|descontamos|bajamos|quitamos|ponemos|pago ..6 #number|#money|gratis|nosotros|yo
	la|lo|los|las pagamos|pago nosotros|yo
	hemos|he anulado|cancelado|retirado|perdonado|quitado ..2 tu|su|vuestra|vuestro ..1 multa|comision|factura|recargo|cargo|cuota
	acepta|acepte|aceptad|acepten ..4 vale|bono|cupon|descuento|regalo|detalle|codigo
	tendras|tendra|tendreis ..1 el|tu|su|vuestro reembolso|dinero ..2 en ..1 tu|su|vuestra
	tu|su|vuestro reembolso ..6 camino
	la casa ..2 invita
	invita ..1 la casa
	wir|ich ..1 zahlen|zahle|schreiben|schreibe|lassen|lasse|uberweisen|uberweise ihnen|dir|euch ..5 zuruck|gut|nach|alles
	ubernehmen|ubernehme|zahlen|zahle wir|ich $|fur|gern|gerne
	haben|hast|habt sie|du|ihr ..1 ihr|dein|euer geld ..1 wieder|zuruck
	wir|ich haben|habe ihre|deine|eure|die ..2 *gebuhr|gebuhr|rechnung|*rechnung|strafe|kosten storniert|erlassen|gestrichen|geloscht|ausgebucht
	kriegst|kriegen|kriegt|bekommst|bekommt|bekommen ..2 von uns
	nehmen|nimm|nehmt ..3 gutschein|guthaben|rabatt|geschenk ..5 an
	wir|ich ..1 mochten|mochte|wollen|will|werden|durfen ..1 ihnen|dir|euch ..6 gratis*|frei*|gutschein|rabatt|gutschrift|nachlass|scheck|geld|karten|geschenk
	te|le|os|les ..1 quitamos|anulamos|retiramos|quitaremos|anularemos|retiraremos ..3 recargo|comision|multa|cargo|cuota|tasa|penalizacion
	wir|ich ..1 lassen|lasse ihnen|dir|euch ..4 zukommen
	streichen|streiche|erlassen|erlasse|stornieren|storniere wir|ich ihnen|dir|euch
	nehmen|nimm|nehmt ..5 als ..1 geschenk|dankeschon|entschuldigung
	have|has your|the|a ..3 for nothing
	have your next ..2 free
	with a ..1 #money voucher|coupon|credit|refund|gift
`)
