package check

import "fmt"

// broken writes a note: what was found, why it hurts, what to do instead.
func broken(found, advice string) string {
	if found == "" {
		return ""
	}
	return fmt.Sprintf("%q: %s", found, advice)
}

func triggerPhrase(r *reading) string {
	return broken(triggers.find(r.reply), "this phrase makes an upset customer angrier; say what you can do instead")
}

var triggers = compile(`
	calm down
	calm yourself
	^ relax
	just|please relax
	chill out
	get over it
	could|might have? been|be ..2 worse
	nothing ..4 can|could do
	not the end of the world
	not|never our|my|their fault|problem|responsibility|doing|issue
	nothing to do with us|me
	not our|my job|department
	as|like i|we have? already|previously|just|clearly|repeatedly? said|mentioned|stated|explained|told|wrote|advised|noted
	as already|previously stated|mentioned|explained|said|advised
	as stated|mentioned|explained|advised ..2 before|earlier|above|previously|already
	i|we have? already told|explained|answered|replied|said|addressed
	i|we told|explained you ..2 already|before
	company|store|house|corporate|airline|standard|internal|strict policy|policies
	our|the policy|policies is|are|does|do|states|requires|says|clearly|means|remains
	that|this|it is simply|just|only? our|the|a|company|standard policy|procedure|rule
	per|under|against|due|violates our|the|company|of? policy|policies
	as per ..3 policy|terms|guidelines|procedure|rules
	because of our|the|company policy
	not ..2 our|the policy to
	our|the rules are|is|say|state|clearly
	rules are rules
	those|these are the|our rules
	it is what it is
	you need|have to|must understand|realise|realize|accept|appreciate that?
	you should|must know|understand|realise|realize|appreciate
	with all due respect
	no offense|offence
	for the record
	per my|our last|previous|earlier
	to be fair
	you are being unreasonable|rude|aggressive|difficult|dramatic|emotional|silly|ridiculous
	watch your language|tone
	mind your language|tone
	avoid ..4 type|kind|sort of language
	stop complaining|whining|shouting|spamming|being
	be patient
	have some patience
	there is|we no need|reason to|for be|get|shout|shouting|upset|angry|rude|being|swear|swearing
	no need|reason to|for be|get|shout|shouting|swearing|swear|rude
	you are|were overreact*
	overreact*
	read the|our terms|contract|conditions|small|fine|faq|policy|rules
	as|like everyone|everybody else
	beruhigen|beruhige sie|dich
	nicht unsere|meine|unser schuld|problem
	wie bereits|schon gesagt|erwahnt|erklart|mitgeteilt|geschrieben
	unsere richtlinien|regeln
	calmese|tranquilicese|calmate|tranquilizate
	no es culpa|nuestra|nuestro culpa|problema|nuestra|mia
	como ya hemos?|he? dije|dijimos|mencione|dicho|explicado|mencionado|comentado
	nuestra politica
	politica de empresa|la
`)

func conditionalApology(r *reading) string {
	return broken(conditional.findUnless(r.reply, unconditional),
		"an apology with an if is none; apologise for what happened to them")
}

var conditional = compile(`
	sorry|apolog*|regret ..6 if|should|whenever|unless
	sorry|apolog*|regret ..4 any ..2 inconvenien*|trouble|frustration|upset|distress|confusion|issue|issues|problem|problems|delay|delays|disappointment|offence|offense|hassle|misunderstanding
	sorry|apolog*|regret that? you feel|felt|think|thought|believe|perceive*|found|see|consider|interpret*|took
	sorry|apolog*|regret ..3 how|way you feel|felt|perceive*|see|took|interpret*
	sorry|apolog*|regret ..3 may|might have
	sorry|apolog*|regret ..4 perceived|alleged|supposed
	sorry|apolog* ..4 but you
	if|should ..6 caused|cause|causes|upset|offended|inconvenienced|offend ..10 sorry|apolog*|regret
	if ..6 inconvenien* ..8 sorry|apolog*|regret
	if you feel|felt|were|think|are ..10 sorry|apolog*|regret
	if|should we|i|it|there|this|that|anything|anyone ..10 sorry|apolog*|regret
	for any inconvenien* ..5 caused
	any inconvenience this|that|it|we may|might
	sollten|falls|wenn ..12 entschuldig*|bedauern|leid
	entschuldig*|bedauern|leid ..6 falls|sollten|etwaige|eventuelle|mogliche
	tut|es leid|uns ..3 wenn
	lamentamos|disculp*|siento|sentimos|perdon ..6 si|cualquier|posibles|eventuales
	si ..10 lamentamos|disculp*|sentimos|siento
`)

// unconditional are apologies followed by an offer: "sorry about that, if you
// send us a message …".
var unconditional = compile(`
	if|should you can|could|would|will|send|dm|message|want|need|like|wish|prefer|get|let|have|still|share|give|drop|email|call|write|pop|tell|are|follow|reply|contact|click|ever|do|say
	if that|it|this works|helps|suits|is
	if there is anything|something|more
	if we|i can|may|could
	if possible|not|so|needed
	it|that|this|they|you|we|things|anyone|nobody|yours should
	falls|wenn sie|du uns|mir|noch|mogen|mochten|wollen
	si nos|desea|lo|prefiere|puede|quiere|necesita|le|me|te
`)

func arguesFacts(r *reading) string {
	return broken(argues.findUnless(r.reply, argueExceptions), "do not correct the customer in public; take it as they saw it and look into it")
}

var argues = compile(`
	we|i never received|got|had|saw|heard|said|promised|told|agreed|sent|charged|cancelled|lost
	we|i did not receive|get|say|promise|charge|cancel|lose|cause|do|tell|send|make
	we|i have not received|had ..2 complaint|message|email|call|report|payment|order|request|enquiry|anything|contact
	we|i have|had|see|find|show|hold|can no|zero record*|trace|evidence|sign|indication|proof
	we|i can|could not find|see|locate ..2 record*|trace|evidence|proof
	there is|was no record*|trace|evidence|proof
	no record|trace|evidence of
	our records|system|systems|data|logs|tracking|information|files|notes show*|indicate*|say*|suggest*|confirm*|prove*|clearly|state*|tell*
	according to our|the records|system|systems|data|tracking|information|logs|notes|driver|team|crew|store|agent
	per our|the records|system|data|tracking|logs
	that|this|it is|was simply|just|actually|really|clearly? not true|correct|accurate|right|what|the|how|possible|our
	that|this|it is|was simply|just|actually|clearly? incorrect|false|untrue|wrong|inaccurate|impossible|nonsense|misleading
	that|this|it did not|never ..2 happen*|occur*
	you are|were simply|just|actually|clearly|obviously|completely? wrong|mistaken|incorrect|confused|misinformed|lying|exaggerating|misunderstanding|misremembering
	you have|must|obviously|clearly have? misunderstood|misread|mistaken|confused|misremembered
	^ actually
	in|the fact is|you|your|we|are|of
	in actual fact
	the truth is
	you never|clearly|actually ..1 contacted|called|sent|ordered|paid|booked|submitted|asked|told|reported|received|got|signed|agreed|were
	you did not|never actually? contact|call|send|order|pay|book|submit|ask|tell|report|mention
	you were not charged|overcharged|billed|told|waiting|booked|delayed
	you claim|alleg*|say you
	your claim|allegation|version|account|story ..3 false|untrue|wrong|incorrect|inaccurate|not
	was|is delivered|working|correct on|fine|as|according
	the|our tracking|system|driver ..3 delivered|shows|says
	only ..2 minutes|mins late
	it was only
	das stimmt|ist|trifft so? nicht|falsch|unwahr
	laut unseren|unserem|unserer
	wir haben|konnen nie|keine|keinen ..3 erhalten|bekommen|finden
	eso|esto no es cierto|verdad|correcto|asi|exacto
	segun nuestros|nuestro
	nunca recibimos|hemos
	no consta|tenemos ..3 constancia|registro
`)

// argueExceptions are sentences that only sound like arguing.
var argueExceptions = compile(`
	that|this|it is not the|what|how|our ..3 experience|service|standard|want|aim|typically|usually|kind|level|like|expect|hope|do|should|intended
	that|this|it is not right|what|how|possible|our ..1 to|we|you|things|it
	that|this|it is not right
	that|this|it was not what|the|how|our ..2 we|you|experience|intention|service|standard|right
	is working on|with|to|hard
	we|i did not get|make|do ..2 right|better|easy|easier|it
	actually a|great|really|good|quite
`)

func sarcastic(r *reading) string {
	return broken(sarcasm.find(r.reply), "this reads as sarcastic or defensive; listen first, then help")
}

var sarcasm = compile(`
	oh please|dear|well|really|wow
	good|well for|done you
	good luck
	wow just? wow
	^ wow
	congratulations|congrats on|you|for
	sorry not sorry
	thanks|thank you? for ..3 opinion|lecture|rant|novel|drama|essay|tip|insight|wisdom|negativity
	^ whatever
	if you say so
	you get what you pay|paid
	boo hoo
	cry me
	no|nobody one? else has|have|is|seems|had|ever|complain*
	every|everyone|everybody|everyone's one? else is|seems|has|was|manages|managed|gets|got
	we are only human
	only human
	nobody|no|not one? is perfect
	millions|thousands|most|other|many|plenty of? our? ..2 happy|satisfied? customers|people|passengers|guests|users ..2 love|are|do|have|manage|happy|satisfied|never|seem|find
	our other customers
	feel free to ..3 go|leave|shop|switch|fly|try|use|take|choose
	go|shop|try|switch|take ..3 elsewhere
	take your business
	there are other|plenty
	we are doing our|the|all best|we
	we do our best
	doing the best we can
	we work|try|are|have very|so|really? hard
	we are|were very|extremely|really|incredibly|quite|so|just|a|bit? busy
	excuse me
	really now
	how dare|rude|dramatic|original|cute|sweet
	nice|great story|attitude|try|one
	must be nice
	poor you|thing
	dont|do not shoot
	obviously
	clearly you
	if you had ..3 manners
	we are not mind|psychic|magicians|miracle
	mind readers
	you think you
	give us a break
	cut us some
	it is not that|rocket|hard|difficult|complicated ..1 bad|hard|science|difficult
	what do|did you expect|want
	maybe try|learn
	suit yourself
	deal with it
	grow up
	lol
	haha*
	lmao
	yawn
	in our defence|defense
	we|i resent|refuse|reject
	that|this|it is unfair|harsh|hardly
	hardly our
	attack|attacking us
	na toll
	glückwunsch|herzlichen zu|glückwunsch
	que pena
	enhorabuena por
`)
