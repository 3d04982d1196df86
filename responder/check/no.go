package check

func saysNo(r *reading) string {
	if r.fact() == "" && r.flat() { // a fact is all that was asked for
		return broken(r.reply.quote(0, len(r.reply.tokens)), "a bare no ends the conversation; say what you can do")
	}
	found := refusals.findUnless(r.reply, notRefusals)
	if found == "" || r.reply.hasUnless(alternatives, wishes) || r.acts() || r.reply.question && r.reply.has(diagnoses) {
		return ""
	}
	return broken(found, "a bare no ends the conversation; say what you can do")
}

// diagnoses ask what helps to find a fault, which goes on rather than ends.
var diagnoses = compile(`
	does it ..1 happen|come|give
	does a restart
	does another|switching
	is it on|in|just|only|constant|the|still
	which page|step|version|device|browser
	what do you see
	what comes|are ..3 up|on
	what happens when
	when did it|you
	how far do you get
	do you get|see an|it
	have you had|tried
	has a restart
`)

// flat reports that a request is met with a limit and nothing else: "invoices are
// in Dutch only".
func (r *reading) flat() bool {
	return len(r.reply.tokens) <= briefly && r.post.has(requestsOfUs) && !r.post.has(openQuestions) &&
		!r.reply.question && (r.reply.has(limits) || general(r.reply, 0, len(r.reply.tokens)) || !r.reply.has(addresses)) &&
		!r.reply.hasAny(alternatives, granted, regrets, privately, routes)
}

// briefly is how many words an answer has that leaves no room for an option.
const briefly = 16

// requestsOfUs ask for something that we may grant or not.
var requestsOfUs = compile(`
	can|could|may|might i|we|you|someone|my|the|it|this
	any chance|way|possibility
	is|are ..1 there|it|possible
	do|does|will|would|did you|the|your|anyone
	please *
	i|we need|want|would ..2 *
	possible
	kann|konnte|konnten|darf|gibt|habt|haben|macht|nehmt|geht|ist ..2 ich|man|ihr|sie|es|das|noch
	puedo|podria|podrian|pueden|puede|podeis|puedes|hay|teneis|tienen|aceptan|haceis|hacen|sería|seria
`)

// openQuestions want more than a yes.
var openQuestions = compile(`
	do|must|should|shall i|we|you need|have|book|pay|bring|register
	^ why|how|when|where|who|what|which|whose|wann|wo|wie|warum|wer|was|cuando|donde|como|cual|quien|cuanto|a que|por
	why|how did|do|does|is|are|come|much|long|many
`)

var limits = compile(`
	has|have to
	nope|nah|no|not|never|only|once|full|over|due|closed|ends|ended|gone|none|nothing|without|sharp|strictly|unfortunately|sadly|afraid
	on the dot
	until|till
	kein|keine|keinen|nicht|ausverkauft|leider|nur|geschlossen|voll|erst
	no|solo|completo|completa|agotado|agotada|lleno|llena|hasta|ya
`)

// addresses speak of what the customer may have.
var addresses = compile(`
	you|your|sie|ihnen|du|dir|te|le|usted|tu|su
`)

// granted says yes, or tells where it is to be had.
var granted = compile(`
	yes|yep|yeah|sure|certainly|absolutely|indeed|gladly|definitely|course|welcome|free|both|included|shout
	can|could !not *
	it|we|they|there|you is|do|does|are|will|have|may !not *
	is|are $
	available|possible|allowed|open ..1 *
	ja|klar|gern|gerne|naturlich|gibt|jederzeit|kannst|konnen|kommt|nehmen !leider|nicht *
	si|claro|puede|puedes|tenemos|encantados|tiene|traelo|ven|venga|dejala|dejalo|abrimos
	por supuesto
`)

var refusals = spoken(`
	as a matter of principle|policy|course
	that is that
	range|sizes|choice|menu|service ..1 ends|stops|ended at|with|in
	vertrag|angebot|linie|aktion ..3 ausgelaufen|beendet|eingestellt|gestrichen
	ya esta|estan ..2 completo|completa|agotado|agotada|lleno|llena|cerrado
	decision has|was|is ..1 been? ..1 made|taken|signed|final
	last day|evening|show|service ..1 is|was|will
	doors close|closed|shut|closing on|for|in|at|$
	off|gone|out|closed|away for good
	~ stays|stay|remains|remain ..1 off|shut|closed|out|unavailable
	supplier|maker|manufacturer ..1 is|has gone|stopped|closed
	are|is out $
	no key on|at our
	fixed ones|rate|price|fare
	whatever the ..1 reason|cause|circumstances
	bleibt|bleiben ..1 auf|bei|an dem|den|der|dabei|seinem|ihrem
	pero|pues|lo|siento|lamentablemente|desgraciadamente solo|solamente|unicamente|nunca
	everything has|is|was ..1 been? ..1 in|on|through the ..1 app|website|web|portal
	only|sole ..3 there is|are
	there is|are only
	do|does not take|carry|keep|pass ..1 messages|requests|orders|bookings
	for|to everyone|everybody|anyone $
	can not
	could not ..1 be|offer|do|make|give|allow|accept
	are|am|is|were not|unable able|to|possible|allowed|permitted|available|eligible
	not able|possible|available|allowed|permitted|eligible|entitled
	unable to
	~ impossible
	do|does not ..1 offer|provide|accept|allow|cover|support|have|do|sell|make|give
	will not be|do|offer|refund|replace|accept|cover|give
	no longer available|offer|possible|sell|support|provide
	no refunds|returns|exceptions|exchanges|way
	nothing ..3 can|could do
	nothing more|else|further
	have|must|need to decline|refuse|reject
	out of our|my hands|control
	beyond our|my control
	imposible
	~ too late
	can|could|may|will not be ..1 *ed|*en|done|made|undone|put|sold
	not|never ..1 going|able|willing|prepared|planning|planned|possible ..1 to
	no|not ..1 plans|plan|intention
	not planned|on ..2 roadmap|list
	has|have|is|are|was expired|lapsed|ended|passed
	outside|past|beyond|after ..3 window|period|deadline|term|days|warranty|guarantee|limit
	out of ..1 warranty|guarantee|stock
	sold out
	non|not|never refundable|transferable|exchangeable|returnable|negotiable|covered|eligible|entitled|included|valid|insured|qualify
	does|do not ..1 qualify|apply|count|include|extend|work|exist|allow|entitle|ship|deliver
	^ no ..1 sorry|unfortunately
	there is|are no|not|nothing !better|worse ..2 way|left|possibility|option|exceptions|more|else
	nicht|nichts|leider|kein|keine ..2 mehr? ..2 moglich|machen|andern|machbar|ubertragbar|erstattbar|vorgesehen|geplant|umtauschen|erstatten|stornieren|tun
	garantie|frist|gewahrleistung|angebot ist|war ..2 abgelaufen|vorbei|erloschen
	zu spat
	no ..2 posible|permiten|aceptamos|admiten|cubre
	fuera de plazo|garantia|tiempo
	demasiado tarde
	that|this is ..1 all|everything|as ..2 we|i can|could
	nothing ..2 to be done
	out of the question
	ship has sailed
	not ..1 in a|any ..1 position
	not ..1 up for|to discussion|negotiation
	end of the matter|story|road|line
	has|have|must|will|is to? ..1 stay|stays|remain|stand as|the|where
	we|i will not ..2 be|make|making|change|taking|take|do|reopen|extend|swap|exchange|reverse|issue
	do|does not ..1 do|make|take|ship|exchange|swap|refund|change|reopen|issue|extend|restore|reverse|cancel|move|transfer|hold
	no ..2 further ..1 options|steps|action|help
	set|cast in stone
	sadly|unfortunately|afraid ..2 no|not
	geht|gehen|ging ..4 nicht|leider
	vor|nach|ohne ablauf ..8 nicht|keine|kein
	nicht ..2 andern|anpassen|verlangern|verschieben|umbuchen|tauschen|ersetzen|herausgeben|zurucknehmen|auszahlen
	leider nicht|nichts|kein|keine
	no ..2 podemos|puede|pueden|se|hay|existe|tiene|cabe ..4 hacer|cambiar|devolver|anular|remedio|solucion|manera|forma|modificar|cancelar|opcion|mas
	ya no
	+ that|this|it will not be possible
	{thing}|tickets|swaps|swap|refunds|returns|exchanges|changes|cancellations|upgrades|transfers|extensions|bookings|sales|orders ..2 are|is not
	not ..1 something|anything ..1 we|i|that
	is|are|was final|binding|fixed|nonrefundable|irreversible|permanent|definitive
	nonrefundable|nonreturnable
	will|would|does|do|did not ..1 accept|allow|permit|let|cover|include|extend|budge|change|qualify|reopen
	no can do
	answer ..3 no
	~ say|saying no
	option|feature|possibility|service|choice ..1 does|do|is|has not ..1 exist|available|offered|been
	once ..3 bought|booked|sold|opened|used|paid|issued|sent|placed|confirmed|cancelled|activated|shipped|printed
	beyond|outside|exceeds what|anything we|i|is|our
	rule|rules|ruled|exclude|excludes|excluded|prevent|prevents|preclude|prohibits|prohibit|forbid|forbids ..1 out|any|changes|that|a|this|it|us|me
	turned|turn down
	~ declined|rejected|refused|denied
	off the table
	out of ..1 reach
	we|i ..1 only swap|refund|exchange|change|accept|offer|replace|ship|sell|return|repair|cover|deliver|do
	we|i ..1 stopped|discontinued|ended|withdrew|retired|no ..1 longer?
	discontinued
	~ stopped ..1 *ing
	falls outside|under
	decided|decision ..2 against|not
	stays|stay|remains|remain|stands|stand ..1 as|where|unchanged|closed
	closed ..2 matter|case|permanently
	has|have ..2 been|already ..1 closed|expired|lapsed
	das ..1 geht|ging|war|ist ..3 nicht|nichts|leider
	bieten|machen|tauschen|erstatten|nehmen|liefern|andern ..2 wir ..3 nicht|nichts|leider|keine
	wir ..2 *en ..4 nicht|keine|kein
	ist|sind ..3 verbindlich|endgultig|ausgeschlossen|unmoglich|abgelehnt
	abgelehnt|ablehnen
	keine moglichkeit|ausnahmen|ausnahme|chance|kulanz|erstattung|ruckgabe
	bleibt ..2 dabei|so|bestehen
	no ..2 se|lo|la|le? ..1 puede|pueden|admite|admiten|permite|permiten|aceptan|acepta|hacemos|cambiamos|devolvemos|ofrecemos|cubre|incluye
	no ..1 hay ..1 nada|manera|forma|opcion|solucion|excepciones
	es|son ..1 definitivo|definitiva|imposible|definitivos|firme|inamovible
	denegado|denegada|rechazado|rechazada
	+ not ..1 something|anything we|i ..2 going|planning|able|offer|offering|can|will|plan|intend|looking
	+ answer ..3 no $
	+ option|feature|possibility|service|choice ..1 does|do not ..1 exist
	+ request ..6 turned|refused|declined|denied|rejected
	non changeable|returnable|exchangeable|amendable
`)

var notRefusals = compile(`
	much|far|way too late
	do|does not have|know a|an|the|any|when|how ..2 time|date|answer|reason|news|cause|day|figure|end|long ..3 yet|so|but|and|today|for|$
	so|that that? nothing more
	is|are no way to
	please do not ..1 let|try|use|open|throw|go|pull|reset|take|eat|drink|touch|post|share
	nothing more|else|further for|to|that you ..1 to|need|have|should|send|do
	do not ..1 let *
	can|could not ..1 imagine|wait|thank|apologise|apologize|believe|agree|discuss|see|access|stress|say|tell|promise|have|blame
	can|could not ..3 here|public|publicly
	not able to ..3 discuss|see|access
	unable to ..3 discuss|see|access
	will not be ..2 long|ignored|left|forgotten
	do not ..1 have to|this|that|you|it|any
	does not ..1 make|sound|have|do
	your ..4 can|could|is|was|are not
	app|site|website|page|bag|order|phone can|could|is|was|are not
	that|it|this|which|things can not ..1 go|be|have|feel|happen ..1 on|right|fun|easy|been|good|nice|how|what|felt|like|pleasant|again|acceptable|enough
	was|were|is|are not available|possible|able when|for|to|on|at
	you|they|your|app are|were|is not|unable able|to
	can|could not ..1 be|have ..1 ..1 easy|fun|nice|pleasant|right|helped|true|good
	not able|going|something|prepared|willing|planning ..2 ..1 leave|let|ignore|stop|forget|rest|anyone|anybody|want|to? ..1 *like
	not ..1 something ..1 we|i|anyone|anybody|any|you ..2 want|like|wish|take|expect|hope|accept|should|deserve|need
	too late|long ..2 and|for ..1 ..1 sorry|i|we
	do|does not ..1 work ..2 for|either|as
	has|have|is|are|was ..1 over|passed|closed ..3 and|since|you
	you|your|they|nobody|one|which|what|why ..3 can not
	you|your|they|nobody|one|that|which|it|what|why ..3 could|was|were|are|is|has|have|does|do|did|would|will not
	you|your ..4 has|have|is|was ..2 expired|ended|closed|passed
	should|would|will|could|can not|never ..1 have|had
	nothing ..1 is|was
	sadly|unfortunately|afraid ..2 not ..1 the|your|how|yet|alone|enough
	leider nicht|keine|kein ..2 antwort|ruckmeldung|nachricht|gesehen|erreicht
	no ..1 podemos|puede|se|hay|tiene ..2 palabras|excusa|duda|excusas|nombre|perdon|ser|imaginar|imaginarme
	ya no ..1 tienes|tiene|tenga|hace
	{sorry} ..3 you|your ..3 declined|refused|denied|rejected|turned|closed
	you|your|card|payment|they|were|being|been|got|was ..3 declined|rejected|refused|denied|turned
	nobody|not|never ..3 say|saying no
	{sorry} ..5 has|have|was|were|is|are
	only ..1 see|know|hear|imagine|want|hope|just|now
	has|have|had|is|was ..1 stopped|stop
	stopped|stop ..2 the|that|working|loading|answering|it|any|your|sending|selling
	no way to|for ..2 treat|start|end|spend|run|travel|celebrate|go|be|live|find|know|welcome|bill
	not something ..1 i|we|anyone|anybody|any ..2 want|wish|like|take|expect|hope|should|deserve|you
	wir ..2 *en ..2 sie|ihnen|uns ..2 nicht ..2 allein|warten|hangen
	que no ..1 se ..1 puede|pueden|pudo
	was|das|die|der ..3 nicht ..2 geht|funktioniert|da|vorratig|kommt|lauft|klappt
	wir ..2 lesen|horen|schauen|nehmen ..8 nicht
`)

// wishes sound like alternatives and are none.
var wishes = compile(`
	wish i|we|there|it
	love|like to ..1 say|help|be but|yes
	option|options|alternative|alternatives ..6 not
	no|not|without|neither|nor ..2 option|options|alternative|alternatives|workaround
`)

var alternatives = compile(`
	but|however|instead|although|though ..3 we|i|you|let|here|what|can|there
	what|here we|i|is|are ..2 can|do
	instead
	alternatively|alternative|alternatives|options|option
	let me|us
	i|we will ..2 look|find|check|ask|see|sort|get|help|try|make|pass|be|contact|call|message|send|do|arrange|keep
	i|we can|could ..2 offer|help|check|arrange|look|send|book|move|ask|swap|try|find|get|see|put|still|also|however
	i|we have ..1 sent|asked|messaged|passed|dm
	happy|glad|love|like to
	would you like|prefer
	sondern|stattdessen
	aber|jedoch ..4 ich|wir|gern|gerne|sie|du konnen|kann|konnten|schaue|frage|versuche|prufe|sehe|kummere|bieten|suche|ich|wir
	aber|jedoch ..1 ich|wir|gern|gerne
	pero|cambio
	sin embargo
	here|this ..1 is ..2 what
	you can|could|may !not *
	i|we|box|team|desk|they|it|you|someone|colleague can|could ..1 ..1 offer|help|check|arrange|look|send|book|move|ask|swap|try|find|get|see|put|take|sell|hold|keep|give|extend|suggest|do|make|return|use|exchange|credit|fix|sort|transfer|sign
	i|we am|are !going|not|unable ..2 *ing
	i|we have ..1 *ed
	meantime|meanwhile
	closest|nearest|alternative|workaround
	what about
	how about
	though|still ..6 can|could
	if|until ..8 can|will|could
	stattdessen|dafur|trotzdem|alternativ|kulanz
	ich|wir kann|konnen|frage|schaue|prufe|versuche|suche|klare|kummere|habe|bitte
	en cambio|lugar|su
	puedo|podemos|le|lo|voy ..1 ..1 ofrecer|ayudar|mirar|preguntar|buscar|enviar|proponer|cambiar|a
`)
