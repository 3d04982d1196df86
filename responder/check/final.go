package check

import (
	"strings"

	"goodgraces/care"
)

// final judges a closing line: the last word in public. It gives nothing to
// bite on, and leaves the door open for a new problem.
func final(r *reading) string {
	if r.action != care.ActFold {
		return ""
	}
	return hook(r)
}

// Closing says what a closing line gives to bite on, "" when nothing.
func Closing(text string) string { return hook(For(Input{Action: care.ActFold}).read(text)) }

// hook finds the first thing that asks for an answer, promises one, or touches
// feelings.
func hook(r *reading) string {
	if strings.ContainsAny(r.reply.raw, "?¿？؟") {
		return "a question asks for an answer; a closing line asks nothing"
	}
	for _, kind := range []struct {
		found  string
		advice string
	}{
		{invites.findUnless(r.reply, doors), "this invites them to go on; say goodbye, and leave it there"},
		{offers.findUnless(r.reply, leaves), "a closing line promises nothing; leave it out"},
		{regrets.find(r.reply), "a closing line does not apologise; a genuine problem gets an answer instead"},
		{feelings.find(r.reply), "a closing line leaves feelings alone; be courteous and short"},
		{slams.find(r.reply), "this shuts the door; a new problem is always heard"},
	} {
		if kind.found != "" {
			return broken(kind.found, kind.advice)
		}
	}
	return ""
}

// invites asks them to go on, or offers a way to.
var invites = compile(`
	let us|me know
	tell|ask|show|give|send|help us|me
	dm|message|email|call|phone|write|text|reply|ping|pm us|me|to
	private|direct message|messages
	dm|inbox|chat|form|phone|hotline|email
	get|getting|be|stay|keep in touch
	reach out
	contact|contacting us|me|our
	feel free
	any|more|other|further questions|question
	do not hesitate
	happy|glad|here|love to help|hear|talk|listen|assist|answer|discuss
	here for you
	look|looking forward
	hear|hearing from you
	talk|speak|see|hear|read ..1 you soon|again|later
	until next time
	to be continued
	#link
	#email
	sagen|schreiben|melden|rufen|kontaktieren|fragen sie
	wenden sie sich
	melden|meldet sich|euch
	nachricht an|schicken|senden
	anrufen|kontakt*|chat|formular
	bei|noch|weitere fragen
	freuen uns auf
	bis bald
	escribanos|llamenos|diganos|cuentenos|contactenos|mandenos|envienos|pregunte*|escribenos|dinos|cuentanos
	mensaje privado|directo
	por privado
	contacte|contactar|llame|llamar|formulario
	quedamos a su|tu
	a su|tu disposicion
	no dude
	hasta pronto
	cualquier duda|pregunta|cosa
`)

// doors say that a new problem is heard, which is no invitation to go on.
var doors = compile(`
	new|other ..1 problem|matter|question|issue
	neues|neue|neuen ..1 anliegen|problem|sache|frage
	nuevo|nueva ..1 problema|asunto|tema|consulta
`)

// offers promises that something happens after this line.
var offers = compile(`
	i|we will|shall
	i|we am|are ..2 *ing
	i|we have ..2 passed|asked|sent|raised|forwarded|escalated|reported|flagged|messaged|started
	pass|passing|take|taking ..2 on|along|up|back
	come|get|getting back to
	look|looking into
	wir|ich ..1 werden|werde|kummern|kummere|prufen|prufe|klaren|klare|schauen|schaue|melden|melde|leiten|leite|geben|gebe|sehen|sehe
	vamos|voy a
	le|te|lo ..1 contestamos|respondemos|revisamos|miramos|pasamos|informamos|escribimos|llamamos
	revisaremos|miraremos|responderemos|contestaremos|pasaremos|trasladaremos|trasladamos|informaremos
`)

// leaves are what a closing line may say that we do.
var leaves = compile(`
	i|we will ..1 leave|close|stop|end|rest|keep|step|finish
	i|we are|am ..1 leaving|closing|stopping|ending
	i|we will ..1 hear|listen
	wir|ich werden|werde ..3 lassen|belassen|schliessen|beenden
	lo|la dejamos|cerramos
`)

var regrets = compile(`
	sorry|apolog*|regret*|forgive
	our bad|fault|mistake
	leid tut|tun
	tut|tate ..3 leid
	entschuldig*|bedauer*|verzeih*
	sentimos|siento|lamentamos|lamento|disculp*|perdon*
`)

var feelings = compile(`
	feel|feels|feeling|feelings|felt
	understand|understandable
	frustrat*|upset*|angry|anger|annoy*|disappoint*|furious|hurt|unhappy|mad|rage|emotion*|passion*|disgust*|hate|hatred
	verstehen|versteh|verstandlich|verstandnis
	gefuhl*|frust*|arger*|veragert|verarger*|wut*|wutend|enttausch*|zorn*
	entendemos|entiendo|comprendemos|comprendo|comprensible
	enfad*|enoj*|frustra*|molest*|decepcion*|rabia|ira|sentimiento*
`)

var slams = compile(`
	last|final reply|answer|response|word|message|time
	will|do|shall not|never|no ..2 reply|respond|answer|engage|longer|discuss
	no longer|more reply|respond|answer|answers|replies
	blocked|blocking|banned|banning|muted|muting
	block|ban|mute|report you|this|your|the
	we are done|finished
	stop ..2 posting|writing|tagging|it|this|that
	go away
	letzte|letztes ..1 antwort|wort
	nicht mehr|weiter antworten|reagieren|antwortet
	blockier*|sperren
	ultima respuesta|palabra
	no ..3 responderemos|contestaremos|responder|contestar
	bloque*
`)
