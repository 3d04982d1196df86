package check

func noPrivateRoute(r *reading) string {
	if !r.complains() || r.reply.question || r.reply.hasAny(privately, routes) {
		return ""
	}
	if found := unknown.find(r.reply); found != "" {
		return broken(found, "say by which private way they can tell you")
	}
	if !r.reply.hasAny(regrets, feelings) || r.reply.has(settled) || !r.reply.has(inquires) {
		return ""
	}
	if r.informs() || !r.reply.has(personal) && (!r.post.has(theirOwn) || r.reply.hasAny(openly, steps)) {
		return ""
	}
	return "a public thread that goes on spreads the complaint; offer a private way, and say so here"
}

// unknown is what we must learn from them before anything happens.
var unknown = compile(`
	once|when|until|before|soon|after i|we|someone ..1 know|knows|have|find|learn|identify ..1 which|whose|who|what|your
	i|we ..2 need|have|want|like|got ..1 to ..1 know|find|learn|identify ..1 which|whose|who|your|what
	need|take|takes|missing ..1 your ..3 number|name|reference|details|account|address|date
	give|tell|show us|me ..1 which|whose|who|your ..3 details|account|order|policy|claim|contract|name|number|reference
	sobald|wenn|bis|bevor ..1 ich|wir|mir|uns ..3 weiss|wissen|vorliegt|kenne|kennen|habe|haben
	muss|mussen|brauche|brauchen|musste|mussten ..3 wissen|kennen|welche|welcher|welches|ihre|deine
	en cuanto|quanto ..1 sepa|sepamos|tenga|tengamos|conozca
	necesito|necesitamos|falta|hace ..2 saber|conocer|tu|su|el
	cuando ..1 sepa|sepamos|tenga|tengamos
`)

// theirOwn is what a post says of what concerns its author alone.
var theirOwn = compile(`
	my|our|me|mine
	mein*|unser*|mir|mich
	mi|mis|me|nuestr*
`)

// inquires promises to find out, or to put right, what concerns this customer.
var inquires = compile(`
	i|we am|are ..3 *ing
	i|we will ..1 look|find|check|ask|see|get|go|trace|chase|test|pull|stop|talk|speak|raise|investigate
	i|we have ..2 asked|started|raised|told|passed|opened|flagged|reported
	today|now i|we
	looking|checking|asking|tracing|chasing|stopping|passing
	reviso|miro|pregunto|averiguo|busco|estoy|estamos|voy|revisare
	prufe|klare|frage|suche|schaue|kummere|sehe
`)

// openly promises the rest in public, as is right for what concerns everybody.
var openly = compile(`
	schreiben|melden|berichten|sagen wir|ich ..2 hier
	dare|daremos|contare|contaremos|publicare|publicaremos|informare|informaremos|actualizare|dire|diremos ..4 aqui
	confirm ..2 here
	tell|post|write|report|update|share|say|answer|reply|publish ..3 here
	hier ..4 schreibe|melde|berichte|bescheid|antworte|sage|bis
	schreibe|melde|berichte|antworte|sage ..4 hier
	escribo|cuento|aviso|publico|contesto|respondo|informo ..4 aqui
`)

// personal is what concerns nobody else.
var personal = compile(`
	your ..2 membership|file|claim|application|payment|passport|visa|account|transfer|call|complaint|money|order|booking|case|claim|parcel|package|payment|refund|bill|contract|reservation|ticket|application|card|home|flat|seat|line|meter
	ihr|ihre|ihren|ihrem|ihrer|dein|deine ..2 konto|bestellung|buchung|antrag|paket|rechnung|vertrag|karte|wohnung|anschluss|zahler|ticket
	su|tu ..2 ficha|cita|tratamiento|historial|cuenta|pedido|reserva|caso|paquete|factura|contrato|tarjeta|linea|billete|contador
`)

var routes = compile(`
	message|messages|messaged|email|chat|form|inbox|dm
	contacting|reach|reaching you|us|out|me
	in touch
	get|come|write|getting|go back to you
	come and|to see|speak|talk
	speak|talk|chat to|with
	#email
	pm us|me|you
	by|via pm
	schreibe|schreiben|melde|rufe|geschickt ..3 ihnen|dir|sie|dich|mich|an|bei|euch
	write|writing|call|ring|message ..1 to? ..1 you
	schreiben|nachricht|nachrichten|melden|anrufen|rufen|kontakt*
	escri*|mensaje|llam*|contact*
	reply|answer|respond|write|continue|update|follow|talk ..3 in|inside|on|via|through|within ..1 it|ticket|case|there|your ..1 today|so|ticket|tonight|shortly|and|$
	private|support|mod|help|your|opened|open|a ticket
	privatnachricht|privatnachrichten|pn|postfach|direktnachricht|privat
	call|phone|ring|calling|ringing|phoning ..1 you|us|me|back
	by|via|on|over ..2 phone
	#link
	geschrieben
`)

// settled closes a story that is over.
var settled = compile(`
	i|we have ..1 moved|changed|spaced|replaced|repaired|rewritten|corrected|removed|swapped|stopped|reopened
	ab heute|morgen|sofort|jetzt
	glad|pleased|happy|great|good|relieved ..4 sorted|resolved|fixed|back|working|arrived|solved|helped|turned
	is|are|now ..2 back|fixed|resolved|restored|sorted|working|open|on
	thank|thanks ..8 sorted|resolved|fixed
`)
