package check

import (
	"slices"
	"strings"
)

func profanity(r *reading) string {
	found := swearing.find(r.reply)
	if found == "" {
		return ""
	}
	return "the answer swears or insults; stay courteous whatever the post says"
}

// Profane reports whether a word (in lower case) must never be repeated.
func Profane(s string) bool { return readText(s).has(swearing) }

var swearing = compile(`
	fuck*
	f*ck*
	motherfuck*
	wtf|stfu|ffs|gtfo|lmfao|af
	shit|shits|shitty|shite|bullshit|shitshow|bs|sh*t
	crap|crappy
	damn|damned|goddamn|dammit
	ass|asses|asshole*|arse|arsehole*|dumbass|jackass|badass|smartass
	bitch*
	bastard*
	cunt*
	dick|dicks|dickhead*
	prick|pricks|twat|twats|wanker*|tosser*|bollocks|bugger|bloody
	piss|pissed|pissing
	whore*|slut*
	hell
	sucks|suck|sucked
	idiot*|moron*|imbecile*|retard*|stupid|dumb|clown|clowns|scum|scumbag*|loser|losers|jerk|jerks
	thief|thieves|crook|crooks|liar|liars|scammer|scammers|cheats
	nigg*|faggot*|fag
	scheiss*|scheiß*|arschloch|arschlocher|wichser*|verdammt*|idioten|penner|fotze*|hurensohn
	mierda*|puta|puto|putos|joder|cabron*|gilipollas|coño|imbecil*|estupid*|ladron*|hijo de puta
`)

// grievances mark a post as a complaint where no verdict is at hand.
var grievances = compile(`
	worst|terrible|horrible|awful|appalling|disgusting|disgrace*|unacceptable|ridiculous|pathetic|useless|shocking|atrocious|abysmal|joke|nightmare|shambles|rubbish|garbage|trash|dreadful|poor|disappoint*|frustrat*|annoy*|angry|furious|fuming|livid|fed|ashamed|shame
	not|never ..3 work|working|works|arrive*|received|delivered|respond*|reply|replied|answer*|help*|load*|open|happy|good|again|acceptable|fixed|resolved|refunded|turned|showed|come|connect*|got|get
	no one|response|reply|answer|help|wifi|internet|service|signal|refund|apology|explanation|idea|luggage
	still no|not|waiting|have|has|cannot|down|broken
	lost|missing|broken|broke|damaged|cancelled|canceled|delayed|late|overcharged|charged|double|twice|stuck|stolen|cracked|faulty|defective|leaking|rude|crash*|freez*|buffering|down|outage|locked|hung
	waiting|waited|hold|queue
	complaint|complain|complaining
	refund|refunds
	fail|fails|failed|failing|failure|issue|issues|problem|problems|error|errors|bug|bugs
	why|how ..3 so|always|never|not|no|cannot|can not
	thanks for nothing|losing|ruining|cancelling
	fuck*|shit*|sucks|hate|wtf|crap
	scam|ripped|rip|stole|stealing|thieves
	too long|slow|expensive
	never again
	kaputt|verspat*|warte*|enttausch*|schlecht*|unverschamt*|nie wieder|funktioniert|verloren|storung
	retras*|perdido|roto|nunca|pesimo|pesima|verguenza|esperando|cancelad*|cobrado|funciona|fatal|horrible
`)

// complains reports that an answer to a complaint is expected: whoever
// apologises knows that it is one.
func (r *reading) complains() bool {
	return len(r.reply.tokens) > 0 && (r.complaint || r.action == "" && r.reply.has(regrets))
}

func generic(r *reading) string {
	if !r.complains() || specific(r) {
		return ""
	}
	short := len(r.reply.tokens) <= fewWords && (r.reply.has(privately) || r.reply.has(regrets))
	if !short && !r.reply.has(canned) {
		return ""
	}
	return "this could be said to anyone; name their problem in your own words"
}

// fewWords is a length below which an answer that names nothing of the post
// says nothing.
const fewWords = 9

var canned = compile(`
	sorry|apolog* for|about ..3 inconvenience|experience|trouble|this|that|issue|issues
	sorry to hear|read ..1 this|that|about|of
	thank|thanks ..1 for ..2 feedback|comment|comments|message|patience|understanding|contacting|reaching|bringing|letting
	investigating|reviewing|looking ..2 complaint|matter|issue|this|concern|concerns
	feedback ..1 passed|forwarded|shared|noted
	pass ..4 feedback|comments|on
	taken|take ..4 seriously
	dm|message us
	send us ..2 dm|message
	contact|call our|us|customer
	sorry|apolog* for|about|that ..1 your|this|that|the ..2 experience|trouble|this|that|issue|issues|problem|problems|situation|frustration
	sorry|apolog* about|for this|that
	reach|reaching out
	so|and ..1 we|i can ..2 assist|help|connect|follow|look
	further|better assist|assistance|help|details
	here to help
	happy to ..1 help|assist|look|take
	bring*|brought ..2 attention
	tendremos|tomamos ..3 cuenta|nota
	gracias por ..2 comentario|contactarnos|escribirnos
	vielen|danke ..3 feedback|ruckmeldung|nachricht
	contact|dm|message us|our|me
	please ..1 dm|message|contact
`)

// specific reports whether an answer names something of the post, asks a
// question about it or gives a practical step.
func specific(r *reading) bool {
	if r.reply.question && !r.reply.has(emptyQuestions) {
		return true
	}
	things := r.post.things()
	for _, t := range r.reply.tokens {
		if telling(t.word) && (r.post.mentions(t.word) || len(t.word) >= 5 && sameThing[t.word]&things != 0) {
			return true
		}
	}
	return r.reply.has(steps) || r.reply.has(listens) || sharesNumber(r.raw, r.Judge.raw)
}

// sharesNumber reports a number of two digits and more that stands in both: the
// train of 7:42, row 14.
func sharesNumber(a, b string) bool {
	isDigit := func(r rune) bool { return '0' <= r && r <= '9' }
	in := func(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return !isDigit(r) }) }
	if !hasDigit(a) || !hasDigit(b) {
		return false
	}
	theirs := in(b)
	return slices.ContainsFunc(in(a), func(n string) bool { return len(n) >= 2 && slices.Contains(theirs, n) })
}

// listens asks honestly for the story, where the post tells none.
var listens = compile(`
	tell|hear|know|understand|learn ..3 what|why|where|how|story|more|behind|exactly
	what|whatever ..2 happened|went|wrong
	what|which ..2 version|model|device|product|store|branch|flight|item|dish|date|day|train|route|seat|browser
	when ..1 you ..2
`)

var emptyQuestions = compile(`
	can|could|would|will you ..4 dm|message|contact|send|email|call|follow
	dm us
	how can|may we|i help|assist
`)

// steps are practical things to do.
var steps = compile(`
	open ..1 the|your|a|it|settings|this
	try|tap|click|press|restart|reset|update|uninstall|reinstall|unplug|switch|turn|select|check|visit|refresh|reboot|clear ..3
	you can|could|may now|also|still|find|get|use|go|see|track|check
	it|this|that means|works|is because|fixed|back
	engineers|team|crew|technicians are|is ..2 working|fixing|on
`)

// mentions reports whether a text has a word or one of the same stem.
func (t text) mentions(word string) bool {
	if len(word) < 5 {
		return t.says(word) || t.says(word+"s")
	}
	stem := word[:max(4, len(word)-3)]
	return slices.ContainsFunc(t.tokens, func(t token) bool {
		return t.word == word || strings.HasPrefix(t.word, stem) && len(t.word)-len(word) < 5
	})
}

// things are the groups of sameThing of which the text has a word.
func (t text) things() uint64 {
	var groups uint64
	for _, token := range t.tokens {
		groups |= sameThing[token.word]
	}
	return groups
}

// sameThing groups words that name one thing, a bit each.
var sameThing = groups(
	"bag bags luggage suitcase baggage case",
	"parcel package order delivery item items shipment",
	"wait waiting waited hold queue long delay delayed late hours minutes hour",
	"charge charged charges bill billed billing invoice payment paid money overcharged fee fees",
	"refund money back refunded",
	"internet wifi connection broadband network service outage down offline signal",
	"app site website page online crash crashes crashing",
	"rude staff attitude unhelpful treated spoken colleague manager crew driver agent",
	"cold food meal pizza burger order dinner lunch",
	"flight plane gate airport cancelled canceled rebooked",
	"broken damaged cracked smashed faulty broke defective",
	"account login password locked log sign",
)

func groups(lines ...string) map[string]uint64 {
	all := map[string]uint64{}
	for i, line := range lines {
		for word := range wordSet(line) {
			all[word] |= 1 << i
		}
	}
	return all
}

// telling is a word that carries what a post is about.
func telling(word string) bool {
	return len(word) >= 3 && !plainWords[word] && word[0] != '#' && word[0] != '@'
}

var plainWords = wordSet(`the and you your for that this are was were has have had not with but our
	out all can will would could should may just get got from they them their there here what when
	where who why how been being did does doing about into than then too very really only also any
	some more most much many such own same other over under again once after before please thanks
	thank sorry apologise apologize apologies hear hello hey dear help message direct private send
	know let look looking back make sure want need like well good great day time today happy right
	one way things thing feel see say said tell told customer customers service team contact reach
	people everyone experience issue problem feedback sounds sound frustrating disappointing sort
	fix still now its out off via per yes can't link call use using work asap happened inconvenience
	never always for us we me my i am it is be do to of in on at as an if or so no up by go
	understand better best soon share details concern concerns complaint matter support`)

func noCommitment(r *reading) string {
	if !r.complains() || r.reply.question || !r.reply.has(regrets) && !r.reply.has(canned) && !r.reply.has(feelings) || r.reply.hasAny(commits, steps) || r.informs() {
		return ""
	}
	return "nothing is going to happen after this answer; say the one thing that you will do"
}

// informs reports that an answer tells them something; that we can be written
// to, they know.
func (r *reading) informs() bool { return r.reply.hasUnless(informs, reachable) }

var reachable = compile(`
	messages|dms|dm|inbox|door|doors|line|lines|chat|ears ..2 is|are ..2 be|open|available
`)

// informs tells them something, which is more than sympathy.
var informs = compile(`
	#link
	because|due|aware|scheduled|until|unless|instead
	will|should|is|are ..2 be|back|available|working|open|shut|off
	if you|it|this|your
	turned|shut|switched off|down|on
	you may|can|should|could ..1 *
	please ..1 *
	reach|write|tell|let us|me|out
`)

var commits = compile(`
	i|we|team|colleague|colleagues|engineers|crew|developers|someone will|shall
	i|we|team|colleague|colleagues|engineers|crew|developers am|are|is ..3 *ing
	i|we am|are ..1 on|going|here
	let|allow me|us
	i|we|team have|has ..2 sent|asked|passed|raised|started|messaged|opened|asked|put|let|flagged|escalated|contacted|replied|dm|written|checked|found|fixed|reported
	i|we want|would|can|could|need|plan|intend to|like|look|help|get|check|find|sort|do|see|fix|arrange|make
	on it
	so|and that? we|i can
	please|could|can you? ..3 dm|message|send|email|call|try|let|follow|share|contact|write
	dm|message|call|email us|me
	send|drop us|me
	sent you|a|over
	get|gets|getting back|this|it|that|you|to
	here to help
	happy|glad|love to
	wir|ich ..3 werden|kummern|prufen|klaren|schauen|melden|haben|mochten|habe|prufe|klare|schaue|kummere|melde|gehe
	ich|wir ..1 gehe|gehen|finde|finden|bleibe|bleiben|klare|klaren|kummere|kummern|prufe|frage|melde|schaue|ubernehme
	ich|wir ..3 frage|fragen|finde|finden|lasse|lassen|suche|suchen|hole|holen|sehe|sehen|hake|haken|gebe|geben|sage|sagen|helfe|helfen|sorge|sorgen|spreche|sprechen|nehme|nehmen|bringe|bringen|ubernehmen|berichten
	estoy|estamos *ando|*endo|en|aqui
	hoy mismo? lo|le|se|tiene|tendra|preguntamos|publicamos|comprobamos|contamos
	me|nos encargo|encargamos|ocupo|ocupamos|pongo|ponemos|quedo|hacemos
	le|se lo? digo|decimos|ayudo|ayudamos|iremos|comunicamos|informamos|reviso|revisamos|averiguo
	lo tomo|llevo|llevamos|reviso|revisaremos|sigo|pasamos|preguntamos|consultamos|tratamos|planteamos|comprobamos
	lo|me estoy|ocupo|encargo|pongo
	vamos|voy|estamos|he|hemos|queremos|quiero|puedo|podemos ..3
	ich ..1 *e
	schreibe|melde|schaue|frage|prufe|suche|kummere|klare|spreche|rufe|nehme|gehe ..3
	wir ..2 *en
	estoy|estamos|voy|vamos|he|hemos *
	le|te|lo|la|les|os ..1 respondo|escribo|llamo|mando|envio|miro|contesto|reviso|aviso|mandado|enviado|escrito|hemos|he
	aviso|llamo|pregunto|reviso|busco|miro|hablo|pido|consulto|escribo|respondo ..3
	preguntare|llamare|revisare|buscare|hablare|escribire|avisare|mirare
	shoot ..1 us|me
	have ..1 written|messaged|sent|asked|raised|passed|booked|rung|called|spoken ..2 to|you|with|for|it|this
`)

func noPrivateRoute(r *reading) string {
	if !r.complains() || r.reply.question || !r.reply.has(regrets) && !r.reply.has(feelings) || r.reply.hasAny(privately, routes, steps, settled) || r.informs() {
		return ""
	}
	return "a public thread that goes on spreads the complaint; offer a private way, and say so here"
}

var routes = compile(`
	message|messages|messaged|email|e-mail|phone|call|calling|chat|form|link|inbox|dm
	contact us|our|you|me
	contacting|reach|reaching you|us|out|me
	get|be|getting|stay|keep in touch
	in touch
	get|come|write|getting|go back to you
	come and|to see|speak|talk
	speak|talk|chat to|with
	#email
	pm us|me|you
	by|via pm
	schreiben|nachricht|nachrichten|melden|anrufen|rufen|kontakt*
	escri*|mensaje|llam*|contact*
	reply|answer|respond|write|continue|update|follow|talk ..3 in|inside|on|via|through|within ..1 it|ticket|case|there|your ..1 today|so|ticket|tonight|shortly|and|,|$
	private|support|mod|help|your|opened|open|a ticket
`)

// settled closes a story that is over.
var settled = compile(`
	glad|pleased|happy|great|good|relieved ..4 sorted|resolved|fixed|back|working|arrived|solved|helped|turned
	is|are|now ..2 back|fixed|resolved|restored|sorted|working|open|on ..1
	thank|thanks ..8 sorted|resolved|fixed
`)
