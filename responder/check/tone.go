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

func blamesCustomer(r *reading) string {
	return broken(blameCustomer.findUnless(r.reply, blameExceptions), "never put it on the customer; say what we will do about it")
}

var blameCustomer = compile(`
	you should|could|ought|need|must to? have
	you should not|never have
	you failed|forgot|neglected|refused|omitted|ignored|missed to|the|your|our|it
	your own? fault|mistake|error|responsibility|doing|negligence|failure|choice|decision|oversight
	own fault|mistake|negligence
	at your end
	on your end|side|part
	you did not actually? read|follow|check|provide|enter|include|give|fill|use|choose|select|leave|pay|complete|allow|update|cancel|bring|show|arrive|ask|tell
	you have not read|followed|checked|provided|entered|included|completed|paid|updated
	you entered|used|chose|selected|typed|provided|gave|gave|ordered|booked|read ..3 wrong|incorrect*|different
	because|since|as you did|have|were|are|entered|chose|failed|forgot|waited|missed|left|used|ordered|booked|never|used|arrived|clearly
	had you
	if you had ..8 would
	you must have ..1 *ed|*en|put|set|read|left|chosen|typed
	if you had|only ..2 read|checked|followed|contacted|arrived|called|paid|asked|told|looked|come|been|booked|updated|given
	if you read|check|look|looked|checked ..6 would|will|you
	you would have|know|see ..3 if
	you would know|see|have
	next time ..2 please? make|read|check|try|remember|arrive|be|allow|leave|call|plan
	in future|the future|going forward ..3 please ..2 make|read|check|ensure|remember|allow|arrive
	please make sure|ensure|remember you|to ..6 next|before|in
	user|customer error
	you chose|agreed|signed|accepted|decided|opted|waited|let to|the|our|this|not|up|that|too|it|a
	it is|was|is|remains your|the|customer? responsibility|job|duty
	responsible for your|checking|reading
	you are responsible
	you must be|have ..1 doing|done|made|entered|wrong|mistaken|missed|used|forgotten|confused|given|changed|left
	you are doing|using ..2 wrong
	perhaps|maybe you should|did|could|missed|forgot|are|were|need|can
	did you even|actually|really|bother|try|not
	have you even|actually|bothered
	why did not you
	why did you not|wait|leave
	hatten sie
	sie haben ..3 vergessen|versaumt|ubersehen|falsch
	ihr|ihre eigener|eigene fehler|schuld
	sie hatten ..6 mussen|sollen|konnen
	usted|ud no leyo|siguio|reviso|comprobo
	es|fue culpa|error suya|suyo|tuya|tuyo
	su propia|propio culpa|error
	deberia|debio|debia haber
	si hubiera|hubiese leido|revisado
`)

// blameExceptions take the customer's side with the same words.
var blameExceptions = compile(`
	you should|could not|never have to|had|been
	you should have ..2 had|heard|received|got|gotten|been|to|a|better|an|experienced|the
	you could|must have ..1 had|been|felt|feel|a
	you should|could ..2 to? have ..2 received|had|a|been|heard|got|better|to|your|this|it|the
	you must have ..1 been|felt|had|hoped|wanted|needed|waited|looked|worried
	you need have
	if you had ..3 told|been ..2 us|me|able
	you must be|have been? so|very|really|exhausted|frustrated|tired|worried|upset|furious|disappointed|had|felt|a
	because|since|as you are|have|were right|important|waiting|been|waited|left|stuck|told|a|valued|so|such
	perhaps|maybe you could|can send|share|tell|dm|drop|message|let|help|try|pop
	you waited|let that|so|us|too? long|know
	please make sure|ensure|remember ..2 to ..2 dm|message|keep|keep
	did you really|not|try|actually ..2 have|get|hear|wait|manage
	you would have liked|hoped|loved|expected|wanted|to
	you would know|see|have better|liked|expected|hoped
	you missed|forgot your|the|it
	on your side|end ..4 please|dm|message
`)

func blamesColleague(r *reading) string {
	return broken(blameColleague.findUnless(r.reply, colleagueExceptions), "do not agree in public that a colleague was at fault; say how it should be and that you are on it")
}

var blameColleague = compile(`
	colleague|colleagues|agent|agents|driver|drivers|courier|rep|reps|representative|staff|employee|employees|crew|attendant|attendants|steward|stewardess|manager|operator|cashier|server|waiter|waitress|intern|technician|engineer|pilot|clerk|guy|person|team|advisor|assistant|worker|workers|department|partner|supplier|contractor|store|branch|warehouse is|was|were|are|has|have|had clearly|obviously|simply|just|completely|very|so|really|totally|been|being? wrong|rude|lazy|incompetent|careless|useless|unprofessional|mistaken|new|inexperienced|negligent|unacceptable|terrible|awful|bad|lying|stupid|confused|untrained|unhelpful|dishonest
	colleague|agent|driver|courier|rep|representative|staff|employee|crew|attendant|manager|operator|cashier|server|waiter|waitress|intern|technician|pilot|clerk|guy|person|team|advisor|assistant|worker|department|partner|supplier|contractor|warehouse|store|branch clearly|obviously|has|have|simply|just|really|must? have? made|messed|screwed|failed|forgot|lied|dropped|blew|misinformed|misled|ignored|neglected|broke|lost|botched|mishandled|misplaced|got
	colleague|agent|driver|courier|rep|representative|staff|employee|crew|attendant|manager|team|department|technician|person should|ought have|not|to|never|know
	fault of our|the|a colleague|agent|driver|courier|rep|staff|employee|crew|team|manager|department|partner|supplier|warehouse|store|person|carrier
	was|is|be our|the|their|that ..2 agent|driver|courier|staff|crew|colleague|warehouse|carrier|team|department|supplier fault|mistake|error
	was|is ..2 agents|drivers|couriers|teams fault|mistake
	mistake|error by|of|from ..3 agent|driver|colleague|courier|staff|employee|crew|team|member|department|rep
	blame the|our|my|it ..2 colleague|agent|driver|courier|staff|employee|crew|team|department|supplier|carrier|warehouse|on
	will be fired|disciplined|punished|reprimanded|retrained|spoken|sacked|dismissed|suspended
	we|i will ..1 fire|discipline|punish|reprimand|sack|retrain|suspend ..3
	whoever served|told|helped|answered|spoke|handled
	that|this agent|driver|employee|person|colleague|rep ..3 no longer
	unser|unsere|der|die mitarbeiter|mitarbeiterin|fahrer|kollege|kollegin|bote|zusteller ..4 fehler|falsch|schuld|unfreundlich|unhoflich|versagt
	schuld|fehler des|der|unseres|unserer fahrers|kollegen|mitarbeiters|zustellers|kollegin
	culpa|error de|del nuestro|nuestra? repartidor|empleado|agente|companero|transportista|conductor
	nuestro|el empleado|repartidor|agente|companero|conductor ..3 equivoc*|error|mal|grosero
`)

// colleagueExceptions: somebody who will help, or the post's own words.
var colleagueExceptions = compile(`
	team|staff|crew|department|store|branch|colleague|manager|agent|person has|have|is got|been your|told|in|on|it
	team should have ..1 an|a|your|more|it
	team should have ..2 done|treated|been ..2 better
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

func robotTone(r *reading) string {
	if found := roboticStrong.find(r.reply); found != "" {
		return broken(found, "this sounds like a form letter; say it as you would to a person")
	}
	first := roboticWeak.find(r.reply)
	if first == "" || roboticWeak.count(r.reply) < 2 {
		return ""
	}
	return broken(first, "several stock phrases in one answer sound like a form letter; say it as you would to a person")
}

// count counts matches that do not overlap.
func (s *phrases) count(t text) int {
	n := 0
	for i := 0; i < len(t.tokens); {
		if end := s.matchAt(t, i); end > 0 {
			n, i = n+1, end
			continue
		}
		i++
	}
	return n
}

var roboticStrong = compile(`
	valued|dear customer|guest|client|passenger|user|member|sir|madam
	dear sir|madam|valued
	your|customer feedback|satisfaction|call|business|opinion|concern|concerns|complaint|comments is|are very|extremely|so|really|of|our? important|valuable|valued|utmost|importance|top|number|priority
	please be advised|informed|assured|aware|reminded
	kindly be|note|refer|await|bear|contact|provide|send|share|allow
	at your earliest
	do the needful
	regret|regrets to inform
	we are|were ..1 unable to process
	your|this ticket|request|query|enquiry|case|message|complaint|feedback|inquiry|concern has|have been ..1 received|logged|registered|noted|forwarded|recorded|raised|escalated|submitted|assigned
	has|have been duly
	we|i acknowledge receipt
	this is an|a automated|automatic|auto
	do not reply to
	utmost importance|priority
	we strive|endeavour|endeavor|aim to provide|deliver|ensure|offer ..3
	we take all|such|these|your|customer ..3 seriously
	committed to ..2 providing|delivering|ensuring|excellence|quality|highest
	as an? ai|language
	your satisfaction
	we appreciate your|you patience|feedback|understanding|business ..3 and value
	value your ..2 feedback|business|patronage|custom|loyalty|opinion|input
	sehr geehrte*
	estimado|estimada cliente|usuario|senor|clienta
	ihre zufriedenheit
	ihr anliegen ist|wurde
	su opinion|satisfaccion es|nos
`)

var roboticWeak = compile(`
	inconvenience
	rest assured
	do not hesitate
	hesitate to
	as soon as possible
	we appreciate your
	thank you for ..2 patience|feedback|understanding|contacting|reaching|bringing
	thanks for ..2 patience|understanding|contacting|bringing
	kindly
	look|looking into this|the matter
	the matter|said|aforementioned
	assist you ..2 further
	further assistance
	experienced|experiencing ..2 issue|issues|inconvenience|difficulties
	we apologi*
	at this time
	going forward
	relevant|appropriate|concerned team|department|parties
`)

func promisesOutcome(r *reading) string {
	return broken(promises.findUnless(r.reply, promiseExceptions), "promise what you will do, not how it will end")
}

var promises = compile(`
	guarantee|guaranteed|guarantees
	will|shall never|not ever? happen|occur again|to
	never happen again
	does|to not|never happen|occur again
	make|making|ensure|ensuring|sure ..5 never|not|does|wo ..3 happen|occur again
	i|we promise|swear|assure ..6 will|never|get|be|have|fixed|resolved|sorted
	will|shall ..2 be|get ..2 resolved|fixed|sorted|back|delivered|refunded|restored|working|there|shipped|replaced|solved|returned|found|repaired|up|with|credited|reimbursed ..3 today|tomorrow|tonight|by|within|in|shortly|soon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|immediately|straight|now|you|definitely|this
	will definitely|certainly|absolutely|surely ..1 be|get|fix|find|have|resolve|arrive|solve|receive|win|sort
	you will|should definitely|certainly|absolutely|soon|shortly? get|receive|have ..3 refund|money|bag|bags|luggage|order|package|parcel|back|tomorrow|today|full|replacement|it|resolution
	your ..3 will|should ..1 arrive|be ..4 today|tomorrow|tonight|by|within|on|back|soon|shortly|hour|hours
	hundred|100 percent|certain
	#percent certain|sure|guaranteed
	i|we will fix|resolve|solve ..3 today|tomorrow|now|immediately|right|within|by|tonight|straight
	fixed|resolved|solved|sorted within|by|in ..1 #number|the|an|one|two|minutes|hours|today|tomorrow|tonight
	will have ..4 fixed|resolved|sorted|back|working|delivered ..3 today|tomorrow|by|within|tonight|soon|hour|hours
	no matter what
	wird nie|nicht|niemals wieder|mehr|noch
	garantier*
	versprechen|versprechenen ..4 wird|werden
	kommt nicht|nie wieder|mehr vor
	garantizamos|garantizo
	no volvera|vuelva a
	nunca mas
	le prometemos|prometo ..4
`)

var promiseExceptions = compile(`
	will be in|with touch|you|contact|back ..2
	will be looking|working|checking|back
	can|will|could not|never promise|guarantee
	will get back to
	sorry|apolog*
	promise to|we|i ..1 look|listen|read|reply|keep|stay|check|follow|try|will ..1 look|listen|read|reply|keep|stay|check|follow|try|get
`)
