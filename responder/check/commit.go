package check

func noCommitment(r *reading) string {
	if !r.complains() || r.reply.question || !r.reply.has(regrets) && !r.reply.has(canned) && !r.reply.has(feelings) || r.commits() {
		return ""
	}
	return "nothing is going to happen after this answer; say the one thing that you will do"
}

// commits reports that something happens after an answer. To have written to
// them is enough, unless the rest is hope.
func (r *reading) commits() bool {
	for i := 0; i < len(r.reply.tokens); {
		end := r.reply.clauseEnd(i)
		if !putsOff.inClause(r.reply, i, end) && !polite.inClause(r.reply, i, end) && (commits.inClause(r.reply, i, end) || steps.inClause(r.reply, i, end) || r.announces(i, end) || informs.inClause(r.reply, i, end) && !reachable.inClause(r.reply, i, end)) {
			return true
		}
		i = end
	}
	return r.reply.has(privately) && !r.reply.has(hollow)
}

// announces reports a clause that gives a time for something, other than for
// what they told us or for our regret.
func (r *reading) announces(from, to int) bool {
	return to-from >= 4 && !r.reply.tokens[from].asked && dated.inClause(r.reply, from, to) &&
		!regrets.inClause(r.reply, from, to) && !pleasing.inClause(r.reply, from, to) && !r.mirrors(from, to)
}

// dated are times to come.
var dated = compile(`
	tonight|tomorrow
	from|until|till|by|this|next|on ..1 today|now|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|evening|afternoon|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december
	as of
	heute|morgen|ab|bis ..1 abend|nacht|mittag|fruh|sofort|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|uhr
	esta|desde|hasta|a partir|manana|hoy ..1 noche|tarde|lunes|martes|miercoles|jueves|viernes|sabado|domingo|mismo
	manana se|pasa|pasan|llega|llegan|vuelve|sale|hay
`)

// pleasing are the words of a clause that only wishes.
var pleasing = compile(`
	hope*|hopefully|wish*|thank*|thanks|enjoy|looking|look|patience|nice|lovely|great|good ..1 *
	hoff*|wunsch*|dank*|schon*
	esper*|gracias|buen|feliz|ojala|dese*
`)

// acts reports a clause in which we do something for them, other than to write.
func (r *reading) acts() bool {
	for i := 0; i < len(r.reply.tokens); {
		end := r.reply.clauseEnd(i)
		if deeds.inClause(r.reply, i, end) && !refusals.inClause(r.reply, i, end) && !polite.inClause(r.reply, i, end) {
			return true
		}
		i = end
	}
	return false
}

var deeds = compile(`
	i|we have ..1 put|held|kept|asked|booked|found|moved|set|saved|changed|added|arranged|ordered|stopped|started|spoken|told|reserved|taken
	i|we am|are ..1 asking|holding|looking|checking|sending|keeping|putting|ringing|calling|arranging|moving|going
	i|we will ..1 ask|hold|look|check|send|keep|put|ring|call|arrange|move|find|sort|see|get|bring|try
	ich|wir frage|suche|halte|schaue|prufe|bringe|schicke|kummere|rufe
`)

// polite are clauses that have a word of doing and do nothing.
var polite = compile(`
	haben|ist|steht ..4 auf ..2 schirm|radar|liste|agenda|zettel
	tomamos|tenemos nota|presente|cuenta
	wir wunschen|freuen|hoffen|bedanken|danken|bedauern|verstehen|entschuldigen|wissen|schatzen
	we|i wish|hope|thank|apologise|apologize|appreciate|value
	rely|relies|count|depend|depends on it
	i|we|can ..1 see|hear|imagine|understand|know that|how|why|what|this|it|you
	we ..1 want|like|love|hope|aim|try|work ..1 to ..1 hear|see|welcome|give|offer|be|provide|do
	we want ..1 all|every|everyone|our
	take|takes|taking|took|nehmen|nimmt ..5 seriously|ernst
	thank|thanks ..8 tell|telling|letting|sharing|share|writing|taking
`)

// putsOff are words that leave the day open.
var putsOff = compile(`
	at some point|stage
	sooner or later
	one day
	hopefully|irgendwann|ojala|hoffentlich
	fingers crossed
	en algun momento
`)

// hollow are words that put off instead of doing.
var hollow = compile(`
	on|in the ..1 list|pipeline|radar|roadmap
	at some point|stage
	sooner or later
	irgendwann
	en algun momento
	hopefully
	fingers crossed
	with ..1 luck
	hope ..6 sorted|resolved|soon|better|works|gets|turns|fixed
	words|comments|feedback|message|thoughts|experience|concerns ..2 has|have|is|are ..1 been? noted|heard|appreciated|received|important|valued|registered
	have ..1 a ..1 look when|if
	when|if you ..1 get|have|find a|the ..1 chance|moment|minute|time
	aware of
	bear with
	standard we aim
	hoffentlich
	hoffen|hoffe ..4 bald|besser|lasst
	ojala
	esperamos|espero que ..4 pronto|solucione|arregle|mejore
`)

// informs reports that an answer tells them something; that we can be written
// to, they know.
func (r *reading) informs() bool { return r.reply.hasUnless(informs, reachable) }

var reachable = compile(`
	messages|dm|inbox|door|doors|line|lines|chat|ears ..2 is|are ..2 be|open|available
`)

// informs tells them something, which is more than sympathy.
var informs = compile(`
	starts|start|opens|open|begins|begin|resumes|returns|arrives ..1 {month}
	we have ..4 for|with you
	no queue
	schreiben|sagen|rufen sie|du ..3 hier|an|bitte
	comes|come|kommt ..1 out|back|down|to|up|heraus|raus
	ask for
	exit|entrance|lift|door|desk|ramp ..3 works|open|is
	there are ..1 #number|two|three|four|five|still|more|some|other|rooms|seats|places|buses
	^ buses|trains|ferries|planes|doors|desks|shops leave|leaves|run|runs|go|open
	it|that|he|she|they is|are gone|down|off|out|fixed|back|mended|removed
	was|were|is|been|has restarted|reopened|repaired|replaced|restored|fixed|reset|reconnected|rebooted|changed|moved|swapped|unblocked|released|corrected|added|taped
	show|bring|use|take|hand it|yours|this|that|your at|to|with|when
	we|i open|close|start|add|run|reopen|extend ..1 at|from|earlier|later|a|an|until
	there is ..2 a|an|another second|third|new|spare|extra|free|other|station|way
	from today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|now
	#link
	because|due|scheduled|until|unless|instead
	will|is|are ..2 be|back|available|working|open|shut|off
	if you|it|this|your
	turned|shut|switched off|down|on
	you may|can|should|could !not ..1 *
	los|las lunes|martes|miercoles|jueves|viernes|sabados|domingos|tardes|mananas
	please ..1 try|check|use|ask|bring|keep|do|take|restart|open|visit|go|come|hold|leave|stop|unplug|speak|choose|wait|return|report|apply
	reach|write|tell|let us|me|out
	should ..2 be ..1 back|available|working|open|resolved|fixed|there
`)

var commits = compile(`
	i|we have !messaged|dmed|noted|received|always|never|heard|registered|logged *ed
	i|we have ..2 rung|written|given|put|spoken|told|taken|held|left|gone|begun|bought|brought|cut|shut|set|shown|kept|called|ordered|swapped|added|arranged|ordered|looked|made|got
	will|can ..1 phone|ring|call|text|fetch|collect|visit|come|drop|join|meet
	on his|her|their|its|the way
	has|have been called|corrected|sent|moved|stopped|repaired|replaced|ordered|cleaned|told|booked|rung|taken|closed|fixed|changed|put|set|asked
	schreiben|melden|sagen|berichten|rufen|schicken|prufen|klaren|informieren wir|ich
	dare|daremos|contare|contaremos|publicare|publicaremos|informare|informaremos|actualizare|actualizaremos|dire|diremos|preguntaremos|llamaremos|revisaremos|escribiremos|avisaremos|respondere|responderemos|contestare|contestaremos|mandare|mandaremos|enviare|enviaremos
	i|we|team|colleague|colleagues|engineers|crew|developers|someone will|shall
	i|we|team|colleague|colleagues|engineers|crew|developers am|are|is ..3 *ing
	i|we am|are ..1 on|going|here
	let|allow me|us
	i|we|team have|has ..2 asked|passed|raised|started|opened|put|let|flagged|escalated|contacted|replied|checked|found|fixed|reported|moved|booked|told|spoken|reopened|stopped|taken|picked|pulled
	is|are|gets|get being *ed|set|put|*n|*t
	kannst|konnen|konnt du|sie|ihr
	ist|sind ..2 frei|offen|behoben|repariert|wieder
	am|are ..1 answering|reading|looking|asking|checking|writing|sending|working|talking|ringing|calling
	abrimos|cerramos|mandamos|ponemos|cambiamos|arreglamos|revisamos|tendremos|hablaremos
	viene|llegan|llega|vuelve|reabre|confirmo
	i|we want|would|can|could|need|plan|intend to|like|look|help|get|check|find|sort|do|see|fix|arrange|make
	on it
	so|and that? we|i can
	please|could|can you? ..3 dm|message|send|email|call|try|let|follow|share|contact|write
	dm|message|call|email us|me
	send|drop us|me
	get|gets|getting back|this|it|that|you|to
	here to help
	happy|glad|love to
	wir|ich ..3 werden|kummern|prufen|klaren|schauen|melden|haben|mochten|habe|prufe|klare|schaue|kummere|melde|gehe
	ich|wir ..1 gehe|gehen|finde|finden|bleibe|bleiben|klare|klaren|kummere|kummern|prufe|frage|melde|schaue|ubernehme
	ich|wir ..3 frage|fragen|finde|finden|lasse|lassen|suche|suchen|hole|holen|sehe|sehen|hake|haken|gebe|geben|sage|sagen|helfe|helfen|sorge|sorgen|spreche|sprechen|nehme|nehmen|bringe|bringen|ubernehmen|berichten
	hoy mismo? lo|le|se|tiene|tendra|preguntamos|publicamos|comprobamos|contamos
	me|nos encargo|encargamos|ocupo|ocupamos|pongo|ponemos|quedo|hacemos
	le|se lo? digo|decimos|ayudo|ayudamos|iremos|comunicamos|informamos|reviso|revisamos|averiguo
	lo tomo|hablo|hablamos|llevo|llevamos|reviso|revisaremos|sigo|pasamos|preguntamos|consultamos|tratamos|planteamos|comprobamos
	lo|me estoy|ocupo|encargo|pongo
	vamos|voy|estamos|he|hemos|queremos|quiero|puedo|podemos
	ich ..1 *e
	schreibe|melde|schaue|frage|prufe|suche|kummere|klare|spreche|rufe|nehme|gehe
	wir ..2 *en
	estoy|estamos|voy|vamos|he|hemos *
	le|te|lo|la|les|os ..1 respondo|escribo|llamo|mando|envio|miro|contesto|reviso|aviso|mandado|enviado|escrito|hemos|he
	aviso|llamo|pregunto|reviso|busco|miro|hablo|pido|consulto|escribo|respondo
	preguntare|llamare|revisare|buscare|hablare|escribire|avisare|mirare
	shoot ..1 us|me
	have ..1 asked|raised|passed|booked|rung|called|spoken ..2 to|you|with|for|it|this
	will|shall message|write|call|ring|tell|let|send|dm|ask|update|get|come|be
	you will ..2 hear|get|have|receive|find ..2 from|a|an|answer|message|news
	schicken|senden|schreiben|schreib|schick|schicke|sende|schreibe ..3 mir|uns
	bitte ..6 nachricht|direktnachricht|privat
	mandeme|mandame|enviame|envieme|escribame|escribeme|escribanos|escribenos|mandenos|envienos
`)
