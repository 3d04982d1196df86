package check

import "strings"

// cold finds what stands where sympathy should: an answer to somebody with a
// problem in which nothing is on their side (no apology, no feeling, nothing
// owned, no thanks) says no more than what it does and asks. A clause that only
// states how things are, or were, then argues against them, whatever its words.
func (r *reading) cold() string {
	if r.inPrivate || r.delicate != "" || !r.troubled() || r.post.asks() || r.reply.hasAny(regrets, feelings, warm, welcomes) {
		return ""
	}
	for i := 0; i < len(r.reply.tokens); {
		end := r.reply.clauseEnd(i)
		if r.reply.states(i, end) && !doing.inClause(r.reply, i, end) && !r.mirrors(i, end) {
			return r.reply.quote(i, end)
		}
		i = end
	}
	return ""
}

// troubled reports that the post is somebody's trouble: the verdict says so, or
// it asks nothing and praises nobody.
func (r *reading) troubled() bool {
	return len(r.reply.tokens) > 0 && len(r.post.tokens) > 0 && (r.complaint || r.action == "" && !r.post.question && !r.post.has(praises))
}

// states reports that a clause has a subject and says something of it.
func (t text) states(from, to int) bool {
	if to-from < 4 || t.tokens[from].asked || invitesTo[t.tokens[from].word] {
		return false
	}
	return verbs.inClause(t, from, to) || finite(t, from, to)
}

// finite finds a word that is most likely a verb in the past, or in the present
// behind a subject of several.
func finite(t text, from, to int) bool {
	for i := from + 1; i < to; i++ {
		if w := t.tokens[i].word; len(w) > 4 && strings.HasSuffix(w, "ed") {
			return true
		}
	}
	return general(t, from, to)
}

// general reports a clause about all things of a kind: "parcels come back once".
func general(t text, from, to int) bool {
	if to-from < 4 {
		return false
	}
	w := t.tokens[from].word
	if len(w) <= 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "ous") || noPlural[w] {
		return false
	}
	for i := from + 1; i < min(to, from+4); i++ {
		if ofMany[t.tokens[i].word] {
			return true
		}
	}
	return false
}

// ofMany are verbs of several, in the present.
var ofMany = wordSet("are do have need want come go get can must tend take that who should will happen work last cost like vary run mean make stay start end close open leave arrive require depend sell belong remain break fail shrink")

var noPlural = wordSet("always perhaps this thanks cheers apologies sometimes besides others unless across yours ours theirs theres hours weeks days months minutes years regards whereas hows whats heres lets gracias things saturdays sundays mondays fridays")

// invitesTo are words by which a request or a question begins.
var invitesTo = wordSet("please could would can may message send dm call ring write let tell try check ask bring come go take use see look keep leave drop pop give show open tap press hold wait choose bitte schreiben schicken kommen what which where when how who why do did are is ist sind haben hast warten mochten wollen welche welches welcher wann wie wo wohin wer was que cual cuando donde como")

// mirrors reports that a clause tells the post again: it has two of its words.
func (r *reading) mirrors(from, to int) bool {
	shared := 0
	for i := from; i < to; i++ {
		if w := r.reply.tokens[i].word; telling(w) && r.post.mentions(w) {
			shared++
		}
	}
	return shared >= 2 && !claims.inClause(r.reply, from, to)
}

// asks reports that a post wants to be told or given something.
func (t text) asks() bool { return t.question || t.has(wants) }

var wants = compile(`
	^ why|how|what|when|where|who|which|whose|is|are|do|does|did|will|would|can|could|may|am|anyone|any|please|warum|wann|wo|wie|was|wer|gibt|kann|konnen|habt|haben|por|como|cuando|donde|cual|hay|puedo|pueden|tienen
	tell|let me|us|know
	can|could|will|would you|i|we|someone|somebody|anyone
	wondering|wonder if|when|whether|how
	please *
	i|we need|want|like ..2 know|a|the|my|to
`)

var praises = compile(`
	faith|hero|heroes|star|gem|restored|thanks|cheers|shout|lifesaver|bless|proud|well done
	saved my|the|our day|life|trip|wedding|evening
	thank*|thx|love|loved|loving|lovely|great|best|amazing|awesome|wonderful|legend|legends|fantastic|brilliant|excellent|perfect|kudos|shoutout|kind|kindness|banger|delicious|superb|grateful|impressed|laughed|laugh|smile|enjoyed|happy
	danke|toll|super|lieb|wunderbar|klasse|spitze|grossartig|freundlich|herzlich
	gracias|encanta|encanto|genial|maravill*|estupend*|fantastic*|majo|maja|majos|amable|rico|rica
`)

// welcomes meet praise or an idea.
var welcomes = compile(`
	thank*|glad|pleased|delighted|congratulations|welcome|enjoy|lovely|idea
	our|my ..1 evening|day|week|morning|year
	freut|freuen|danke|gracias|alegra|alegramos
`)

// warm is what is on the customer's side, but for the words of regret and of
// feelings.
var warm = compile(`
	you ..1 told|asked|warned|wrote|said ..2 us|me|in|so|it
	sie|du ..6 gesagt|geschrieben|gemeldet
	gut|schon dass|das
	good|glad|great|lucky ..1 you|that ..1 you
	must have ..2 *
	it|that happens ..2 second|quickly|easily|fast|minute|moment
	here|there for you
	listening
	read|reading|hear ..2 every|each|all|what
	horen ..3 zu
	lesen ..2 alles|jeden|jede
	leemos|escuchamos
	sad|sadden*|worr*|awful|horrible|terrible|terrifying|dreadful|rotten|miserable|pain*|stress*|scare|scary|scared|fright*|exhaust*|tiring|unfair|unaccept*|madden*|infuriat*|embarrass*|harder|rough|tough|grim|nasty|lousy|nightmare|shame|mess|nuisance|ruin*|fed|cross|gutt*|heartbreak*|alarm*|inexcus*|appall*|unpleas*|uncomfort*|cruel|unkind|distress*|blow|ordeal|galling|disgust*|unsafe|danger*|nerv*|useless|pointless|ashamed|sting|stings|stung|revolting|disheartening|wearing|tedious|steep
	is|are|be|how|so|really|very hard|annoying|long
	thank*|glad|grateful
	too|far|way long|late|much|many|often|far|slow|short
	no comfort|consolation|way|excuse|wonder|joke|use|good|fun
	not ..1 ok|okay|right|good|fair|acceptable|enough|funny|how|on|what
	last|least thing
	you ..1 are right
	right to
	fair point|question|enough|criticism
	our|my fault|mistake|error|bad|own|oversight|slip
	is on us|me
	let ..2 down
	we|i ..2 failed|missed|forgot|broke|slipped|overlooked|owe
	wrong ..4 our|my|us
	we|i|is ..2 got ..3 wrong
	should|ought ..1 not|never|have|count|mean|work
	deserve*
	i|we|me|anyone|anybody would
	would ..2 me|us|anyone|anybody
	i|we|can ..1 hear|see ..1 you|how|why|that|what|it
	makes|make|made ..1 no? sense
	oh no|dear|gosh|goodness
	ouch|ugh|gosh|yikes|oof|goodness|blimey|poor
	what a|an
	^ how *
	so quickly|easily
	easily done
	more than patient
	hope ..1 you|it|she|he|they
	fault ..3 not you|yours
	none|nothing|not ..3 your fault|doing|mistake
	verstehe*|verstandlich*|recht|danke|dank|arger*|schade|schlimm|bitter|unangenehm|peinlich|schrecklich|furchtbar|nervig|fehler|versehen|mist|oje|puh|wunsch*
	oh nein|je
	zu lang|lange|viel|spat|oft
	nicht|nie|niemals ..2 sein|passieren|gehen|vorkommen|hinnehmen|schon|gut
	sollte|sollten|hatte|hatten|durfte ..4 *
	entiendo|entendemos|comprend*|razon|gracias|demasiado|rabia|faena|horror|triste|pena|vaya|fatal|injust*|culpa|fallo|frustr*|desesper*|inacept*|malo|mala
	todo bien
	no ..1 deberia|puede|es ..1 ser|recibo|justo|normal|forma|manera|plato|pasar
`)

// doing are the words of a clause that does something, asks for something or
// says where help is.
var doing = compile(`
	until|bis|hasta then|dahin|entonces
	is|are now *
	leave|leaves|go|goes|ships here|today|tonight|tomorrow|with|at|from|now
	ask for
	is|are ..1 up|out|live|open|here|there|in ..1 now|again|already|today|tonight|tomorrow|at|from|on|$
	comes|goes|runs|leaves|lands|starts|opens|reopens|arrives|kommt|geht|fahrt ..3 today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|at|heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|um
	fix|repair|replacement|update|patch ..2 is|goes|comes|out
	i|we will|shall|would|want|could|need|let|got|owe|may|might|hope|know|plan ..2 *
	i|we can !not ..2 *
	i|we can not ..1 promise|say|tell
	so do i|we
	will be in touch
	i|we am|are ..3 *ing
	i|we have ..2 !been *
	i|we * to|at|into|on|with|through|for you|your|the|it|them|him|her|my|our
	i|we am|are ..1 on|here|with|sending
	i|we do not ..1 know|want|have
	am|and *ing ..2 it|this|the|your
	let us|me
	will|can ..1 message|write|call|ring|tell|let|send|dm|ask|update|look|check|see|get|show|help|take
	please|message|messages|messaged|dm|inbox|chat|private|privately|#link|#email
	send|drop|give|write|call|ring|tell|show|bring us|me|it|them|a
	call|ring ..2 on|you|us|back|number
	you can|could|may|might|are !not ..1 !have|had|be *
	if|when|until|once|whenever|unless you|it|that|this
	fixed|restored|sorted|solved|ready|found|repaired|resolved|replaced|reopened|rolled|patched
	back up|on|online|now|in|running|at
	team|engineers|engineer|developers|developer|depot|crew|colleague|colleagues|warehouse|kitchen|shop|manager|someone|somebody|people|planner|office|desk|technician|technicians|staff|lead|branch|driver|carrier|courier|plumber|housekeeping|pharmacist|plane|train|bus|van|truck ..1 is|are|has|have|will|can ..3 *ing|been|told|asked|stopped|agreed|promised|offered|on|got|found|with|be|ring|call|come
	being|getting *ed|*en|*n|set|put
	is|are coming|going|reopening|starting|arriving|due|planned|expected|scheduled|booked|waiting|free|open|available|ready|set|back|confirmed|held
	from|until|on|by|at|next|this monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|noon|january|february|march|april|may|june|july|august|september|october|november|december
	there is|are ..1 a|an|another|one|two|still|always|someone
	some|more|extra|new ..3 will|are|is
	no need to|for
	bitte|nachricht|privat|direktnachricht|geschrieben|schreibe|schreiben|melde|melden|frage|prufe|klare|suche|kummere|schaue|helfe|ich|mir|mich|gern|gerne
	wir ..1 fragen|lesen|berichten|melden|sehen|schreiben|geben|sagen|antworten
	wir ..1 haben|prufen|klaren|suchen|kummern|schauen|helfen|arbeiten|sind|werden|wollen|mochten
	ab|bis|am ..1 heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|sofort|jetzt|uhr
	mensaje|privado|escrib*|miro|mirar*|reviso|revis*|pregunt*|hablo|hablar|averigu*|busc*|ayud*|avis*|estoy|estamos|voy|vamos|he|hemos|quiero|queremos|puedo|podemos|me|te
	el|desde|hasta ..1 lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy
`)
