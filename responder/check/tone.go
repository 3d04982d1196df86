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

var triggers = spoken(`
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
	that|those|these|it is|are just|simply|only? ..2 policy|policies|rules|rule|procedure|procedures|protocol
	{staff}|house|company|store|airline|hotel|bank|club|official|strict|return|returns|refund|baggage|cancellation|usual|fixed policy|policies|rules|rule|procedure|protocol|regulations
	in line|accordance|keeping with ..3 policy|policies|rules|terms|guidelines|procedure|procedures|regulations|conditions
	according to ..3 policy|policies|rules|terms|guidelines|procedure|regulations|conditions
	under|per|against|due ..1 our|the|company ..1 rules|terms|guidelines|regulations|conditions|procedures
	it is|says|said|stated|states|written|stands|clearly ..3 in ..2 terms|conditions|contract|faq|policy|agreement|print|website
	terms and|& conditions
	t&cs|tos|t&c
	policy does|did not
	rules|rule|policy apply|applies|exist|exists
	for|to everybody|everyone alike|equally|and
	we do not make the|any rules|exceptions
	no exceptions
	i|we have? already|just answered|replied|said|addressed|dealt|covered|told|explained|responded|clarified
	i|we answered|explained|addressed|covered|said|told ..3 yesterday|before|earlier|already|above|once|twice|last
	see|read|look|check|refer ..2 my|our earlier|previous|last|other|first|above
	been over|through this
	once again|more we|i|,|for
	how many|often times
	as i|we keep|kept saying|said
	like|as i|we said|told|mentioned|explained
	getting|being|getting so? worked|upset|angry|emotional|aggressive|rude|abusive|heated ..3 will|does|is|helps|gets not|nobody|nothing|no
	shouting|swearing|ranting|yelling|insults|caps|capitals|anger ..3 will|does|is|helps|gets not|nobody|nothing|no
	no|not point|use in? shouting|swearing|getting|arguing
	little|bit|more|have some? patience|patient and|with|please|while|until|like
	be a? little|bit more? patient
	have to|must|should|need ..2 be|have|show|exercise ..3 patient|patience
	keep|stay|remain|be ..1 calm|civil|polite|respectful|reasonable|realistic
	let|lets us? all? stay|keep|remain calm|civil|polite|realistic
	calm|settle|cool|simmer down
	take a deep|breath
	take it easy
	do|please not get ..2 upset|angry|worked|carried
	do not ..2 overreact|exaggerate|dramatise|panic
	not ..2 end of the world
	not that|such a? bad|big|serious|deal
	no big deal
	could|might|may have? been|be|go|gone ..5 worse
	others|people|some|many|plenty have|had|are|were ..2 worse|longer|stuck
	worse|bigger|real things|problems|off
	could|should count|consider yourself
	you are|were lucky
	at least you|it|nobody|no|we
	only|just a|one ..2 pizza|game|parcel|package|coffee|bag|starter|seat|shirt $
	only|just a ..2 minor|small|little|slight|short ..1 problem|issue|delay|wait|thing|hiccup|glitch
	these|such|those things do? happen|take|occur
	things like this|that|these do? happen
	things|mistakes|delays|accidents do? happen|happens to|sometimes|everywhere|in|from|every|with|$
	it|that|this happens to|sometimes|everywhere|every|$
	part and parcel
	one of those things
	that|this|it is !not ..1 how ..2 works|is|go|goes|done
	that|this|it is ..1 the way ..4 works|is|go|goes|done|are
	that|this is life|business|normal|standard|expected|inevitable
	nothing out of|unusual|we|i
	perfectly|completely|entirely|quite|totally normal|standard
	hands are tied
	out of my|our hands
	not|nothing|isnt ..2 my|our|this|for|with fault|department|problem|job|doing|responsibility|hands|team|concern|area|remit|business
	not something we|i deal|handle|control
	nothing|little to do with us|me|our
	take ..2 up with ..2 carrier|airline|bank|manufacturer|supplier|provider|shop|seller|landlord|courier
	you need|have|must|should ..1 to? understand|realise|realize|accept|appreciate|bear
	please try|do|can|kindly? understand|appreciate|realise|realize|remember|accept|bear that|we|this|how|in
	please|kindly understand|appreciate|realise|realize
	try to understand|see
	surely|hope|sure|trust|as you|that will|can|could|do? understand|appreciate|imagine|agree|see ..2 that|we|our|how
	to be honest|frank|blunt
	frankly
	let us be|keep ..1 real|honest|realistic|fair|perspective
	manage|lower|adjust your expectations
	your expectations ..3 high|unrealistic|unreasonable
	not ..1 reasonable|realistic to|for|,
	unreasonable|unrealistic
	what ..2 would|did|do you expect|want|like|suggest
	rules|policies are there|clear|the|for
	stay|remain|keep factual|objective|constructive
	tone|language|attitude is|was not ..1 acceptable|ok|okay|helpful|necessary|called|appropriate|appreciated|needed
	do not|never appreciate|tolerate|accept|like ..3 language|tone|abuse|swearing|insults|attitude
	bleiben|bleibe sie|du|bitte|wir ..2 sachlich|ruhig|freundlich|hoflich|fair|geduldig
	regen|rege|argern sie|dich ..3 auf|nicht
	kein grund|anlass ..3 aufzuregen|aufregung|unhoflich|so|fur|zur|gleich
	haben|hab|bitte ..2 geduld
	etwas|bisschen|mehr geduld
	nun|halt|eben mal so|einmal
	so geregelt|vorgeschrieben|ublich
	ist|sind ..3 geregelt|vorschrift|vorschriften|vorgabe|normal|standard
	agb|agbs|vorschrift|geschaftsbedingungen|hausordnung|richtlinie|richtlinien|firmenpolitik|unternehmenspolitik
	laut|gemass|nach unseren|unserer|den|der ..1 agb|bedingungen|richtlinien|regeln|vorschriften
	dafur|dazu konnen|kann wir|ich nichts|nichts
	nichts mit uns zu
	nicht|nichts zustandig
	liegt nicht an|bei uns|mir
	schlimmer kommen|sein|gibt
	das kann|kommt ..2 passieren|vorkommen|vor
	habe|haben ..4 bereits|schon|doch ..2 erklart|gesagt|geschrieben|mitgeteilt|beantwortet|geantwortet
	verstehen sie|bitte bitte|dass|sie
	politica|politicas|norma|normas|reglas|condiciones ..4 casa|empresa|todos|compania|hotel|aerolinea|tienda|contratadas|aceptadas|aceptaste|acepto
	asi son las|nuestras
	asi funciona|funcionan|es
	no ..2 excepciones
	^ tranquilo|tranquila|calma
	tranquilicese|tranquilizate|relajese|relajate|calmense
	tenga|ten|tengan ..2 paciencia
	mas paciencia
	ya le|te|se|lo ..2 dijimos|explicamos|contestamos|respondimos|explique|conteste|dije|respondi|comentamos|informamos|indicamos
	no ..3 problema|culpa|responsabilidad nuestro|nuestra
	no depende de nosotros|mi
	podria|pudo haber|ser ..2 peor
	debe|tiene|deben que? entender|comprender
`)

func conditionalApology(r *reading) string {
	return broken(conditional.findUnless(r.reply, unconditional),
		"an apology with an if is none; apologise for what happened to them")
}

var conditional = spoken(`
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
	if we|i|it|there|this|that|anything|anyone ..10 sorry|apolog*|regret
	^ should we|i|it|there|this|that|anything|anyone ..10 sorry|apolog*|regret
	for any inconvenien* ..5 caused
	any inconvenience this|that|it|we may|might
	sollten|falls|wenn ..12 entschuldig*|bedauern|leid
	tut|es leid|uns ..3 wenn
	lamentamos|disculp*|siento|sentimos|perdon ..6 si|cualquier|posibles|eventuales
	si ..10 lamentamos|disculp*|sentimos|siento
	{sorry} ..3 you|your ..2 are|were|was|feel|felt|find|found|got|left ..2 unhappy|dissatisfied|offended|displeased|unsatisfied|annoyed|hurt by|with|about|at|over
	{sorry} ..3 you|your ..2 are|were|was|feel|felt|find|found|got|left ..2 unhappy|dissatisfied|offended|displeased|unsatisfied
	{sorry} ..3 you|your ..2 disappointed|frustrated|upset|annoyed by|with|about|at|over
	{sorry} ..3 you ..1 did|do|were|are not ..1 like|enjoy|satisfied|happy|feel|find|meet
	{sorry} ..3 you|your ..1 feel|felt|think|believe|perceive*|consider|interpret*|took
	{sorry} ..5 should ..8
	{sorry} ..3 in case|as|whenever|whether|insofar|wherever|where|unless
	{sorry} ..3 that|our|the|this|it ..6 may|might|could ..1 have ..2 *ed|been|felt|left|made|put|come|given
	{sorry} ..3 come|came|comes across
	{sorry} ..3 seem|seemed|seems
	{sorry} ..3 for ..1 any
	{sorry} ..3 any
	extent|degree that|to|this|it ..10 {sorry}
	if ..14 we|i|please|then ..1 {sorry}
	if|whether that|this|it|we|our|i|the|your|anything|anybody|anyone|you ..12 {sorry}
	^ should that|this|it|we|our|i|the|your|anything|anybody|anyone|you ..12 {sorry}
	entschuldig*|bedauern|leid|bedauere|verzeihung ..8 falls|etwaige|etwaigen|eventuelle|eventuellen|mogliche|moglicherweise|eventuell
	entschuldig*|bedauern|leid|bedauere|verzeihung ..6 sollte|sollten sie|ihnen|das|dies|dadurch|dir|hierdurch|etwas|unser|unsere
	sollte|sollten|falls ..14 entschuldig*|bedauern|leid|bedauere|verzeihung
	tut|tate ..3 leid ..3 dass|wenn sie|du ..6 empfinden|empfunden|empfindest|fuhlen|gefuhlt|unzufrieden|sehen
	{sorry} ..1 you ..2 had to feel
	disculp*|sentimos|siento|lamento|lamentamos|perdon|molestias|inconvenientes ..10 haya|hayan|hubiera|pudiera|pudiese|pueda|puedan|podido ..1 podido|ocasionado|causado|ocasionar|causar|molestado
	disculp*|sentimos|siento|lamento|lamentamos|perdon ..6 si|cualquier|posible|posibles|eventual|eventuales
	si|en ..12 disculp*|sentimos|lamentamos|perdon
	disculp*|sentimos|siento|lamento|lamentamos ..3 que ..2 se ..2 sienta|sientan
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
	if|should i|we|it|they|you|this|there|things|that|anything not|understood|remember|read|hear|see|were|happened
	{sorry} ..6 should|could have ..2 been
	{sorry} ..6 should|could|may|might|would not
	{sorry} ..8 where|wherever you|are|is|the|your|it
	{sorry} ..2 in case|as
	should|could have ..1 *ed|been|had|gone|come|told|got|let|done|heard|kept|made|given
	should not
	{sorry} ..1 you did|do|were|are not ..1 get|hear|have|receive|hear|see
	if anything|needed|you|it|that|need
	should|may|might|could be|know|already|also|soon
	if you|it|that|your ..6 please|dm|message|i|we|let
	any|if|should|where|whatever ..6 dm|message|tell|let|call|write
	{sorry} ..4 any ..2 parent|one|body|customer|guest|family|passenger|patient|child|traveller
	{sorry} ..6 you|your ..3 not ..2 even|once|yet
	wenn|falls sie|du|es ..4 mogen|mochten|wollen|passt|noch
	si ..3 puede|quiere|prefiere|necesita|nos|me
	{sorry} ..2 we|i|that|it ..2 made|left|let|gave *
`)

func arguesFacts(r *reading) string {
	return broken(argues.findUnless(r.reply, argueExceptions), "do not correct the customer in public; take it as they saw it and look into it")
}

var argues = spoken(`
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
	our|my|the|internal|from|per|to|carrier|courier|by ..2 {proof} !not {shows} ..6 otherwise|different|differently|else|delivered|signed|handed|working|fine|up|once|one|only|normal|correct|correctly|no|nothing|not|never|paid|opened|closed|used|sent|accepted|received|attempted|attended|served
	our ..1 {proof} !not {shows}
	going|judging|looking|based ..2 by|at|from|on ..2 the|our|your|what {proof}
	from our|my side|end|perspective|point ..3
	as|so far as we|i ..2 see|tell|know|aware|concerned|can
	we|i ..1 have|had|hold|got|see|find|show|hear|do|can|could ..2 no|zero|not|nothing ..4 from|by|under your|you|this|that
	no|not|any ..1 other ..1 reports|complaints|issues|problems|customers|complaint|report
	have|had not ..1 had ..1 any|other|a ..2 report|reports|reported|complaint|complaints|issue|issues|problem|problems
	we|i ..1 have|hold|got|kept a|the|your|proof|photo|photos|video|signed|signature|evidence|confirmation|written ..1 signature|proof|photo|photographic|photographs|footage|recording|confirmation|receipt|evidence|screenshot
	there is|was|were|are|has|have ..1 no|not|never|nothing ..1 been? ..1 record*|trace|evidence|proof|outage|outages|fault|faults|complaint|complaints|call|calls|ticket|tickets|error|errors|sign|booking|order|report|reports|such|any|on|in|problem|problems
	no one|body at|from|in|of ..2 us|our|staff|here|team|company|side|store
	nobody|none at|from|in|of ..2 us|our|staff|here|team|company|side|store
	was|were|is|has|have ..1 never|not ..1 paid|placed|submitted|reported|registered|requested|cancelled|charged|billed|advertised|guaranteed|raised ..3
	we|i|our ..2 never|not ..2 received|got|had|saw|heard|said|promised|agreed|charged|cancelled|lost|took|closed|advertised|offered|refused|ignored|told|guaranteed|hung|deleted|touched|raised|changed|sold|ship|shipped
	we|i did|do|does not ..1 charge|cancel|lose|cause|delete|touch|promise|close|say|tell|refuse|ignore|take|advertise|sell|raise|change|see|owe|do|think|believe|agree|understand|treat|double ..3
	did|do|does|could|can not|never ..1 happen*|occur*|possibly|actually
	never|not ..1 happened|occurred|possible|possibly
	that|this|it did|does|is|was not ..1 happen*|occur*|add|match|line|correspond|sound|reflect|what|true|correct|accurate|the case|right|up|our|how|like|possible|we|quite
	that|this|it is|was not the|our|what|how|quite|true|correct|accurate|strictly|exactly|entirely|really ..4 case|happened|charge|told|said|works|happen|story|picture|right|true|accurate|correct
	i|we doubt|question|dispute|deny|disagree|contest|highly|find ..3
	hard to believe
	unlikely|impossible|implausible|improbable
	it|that|this|there was|took|were|lasted|arrived|came ..1 only|closer|more|less|barely|under|just|exactly|about ..4 #number|ten|five|fifteen|twenty|thirty|forty|fifty|sixty|two|three|day|days|minutes|minute|hour|hours|half|once|single
	handed|delivered|signed|given|released|sent ..2 to|for|by you|yourself ..1 at|on|in|by|,|and
	you|somebody|someone ..1 signed for
	you were ..1 informed|notified|advised|warned|reminded|emailed|texted|refunded|offered|compensated
	we|i ..1 informed|notified|advised|warned|reminded|emailed|texted|offered ..1 you
	you were|have|had ..1 ..1 told|shown|given|asked ..3 clearly|already|several|repeatedly|before|at|when|that
	contrary to
	in fact|reality|truth|actuality
	as a matter of
	actually|really it|that|you|your|we|our|the
	set|put|get the|things|this record|facts|straight
	to|just|let ..3 clarify|correct|clear|point ..2 that|,|:|up|out|you|this|the|we|a|one
	point out
	i|we ..1 think|believe|suspect you ..1 will|may|might ..1 find|mean|have|be
	am|are quite|pretty|fairly sure|certain you|we|that|it|our
	are you|sure ..1 sure|certain|you
	there must|has|may|might|seems|appears ..2 be|been|to ..1 misunderstanding|confusion|mix|mistake ..2 on|at|with|about|$
	a|some|this|simple|the misunderstanding|misconception|confusion on|is|was|here|about|from
	misunderstood|misremembered|mistaken|misheard
	your|this|that|the claim|allegation|accusation|version|assertion ..3
	what you say|claim|describe|wrote ..3 not|cannot|is|wrong
	not what ..4 tell|tells|told|says|said|show|shows|see|seeing|have|heard|happened
	do|does|did not ..2 match|tally|agree|add with|up|our|what
	according to our|the|my|his|her|their|what
	we|the ..2 always|all ..1 answer*|reply|open|deliver*|arrive|charge|pick
	does|do|did not|never ..1 close|open|charge|leave|allow|happen|cancel|deliver|run ..2 before|until|unless|without|after|at|on|like|twice
	das hat|haben|wurde|kann|ist|war ..5 nicht|niemand|keiner|nie ..1 gesagt|so|stimmen|sein|passiert|versprochen|moglich|richtig|der|behauptet
	bei uns ..3 bestimmt|sicher|niemand|keiner|nichts
	laut|nach|gemass ..2 system|unterlagen|fahrer|aufzeichnungen|protokoll|daten|sendungsverfolgung|unseren
	unser|unsere|das|die system|unterlagen|daten|aufzeichnungen|sendungsverfolgung zeigt|zeigen|sagt|sagen|hat
	wurde|wurden|haben|ist|sind ..4 zugestellt|ubergeben|informiert|hingewiesen|unterschrieben|abgebucht|erstattet
	uns|bei liegt|liegen|uns ..2 keine|kein|nichts
	tatsachlich|in wahrheit|in wirklichkeit|eigentlich
	da irren|tauschen sie
	es waren|war|dauerte ..2 nur|lediglich|keine
	eso|esto|asi no ..2 es|fue|ha|paso|sucedio|ocurrio|cierto
	segun|conforme ..3 sistema|registros|datos|conductor|repartidor|seguimiento
	nuestro|nuestros|el ..1 sistema|registros|datos muestra|muestran|indica|indican|dice|dicen|consta
	consta|figura ..4 entregado|pagado|cobrado|que|como
	fue|ha ..2 entregado|informado|avisado|cobrado ..2 el|a|usted|una|correctamente
	se equivoca|confunde
	en realidad
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
	{sorry} * * *
	not ..2 what|how|the ..3 we|you|i|anyone|anybody|any|want|wish|paid|ordered|like|hope|expect*|deserve|should|good|standard|aim|service|evening|way
	are sure|certain|not|you
	i|we ..1 do|did|can|could not ..1 do ..2 enough|well|better|right|good
	that|this|it is|was|does|did not ..1 right|fair|good|ok|okay|acceptable|enough|how|sound|great|fun|nice|something|anything|help|on|feel|funny|worth
	your|the claim form|number|process|team|has|will|is|being|now|today
	what|when|why|where|how|whether|if|to|who ..3 happened|went|shows|show|said|told
	has|have not ..2 moved|arrived|turned|been|changed|updated|reached|worked
	shows|says ..4 late|stuck|delayed|same|nothing|delay|problem|fault|outage|missing|right|not ..1 moved|arrived|since
	as|so far|soon as we|i can ..1 ..2 help|tell|get|do|from
	you were|are|have ..1 told ..1 one|different|that|to|something|otherwise|wrong
	was|were|is|has|have|had not|never ..1 been? ..1 ..1 told|answered|given|heard|resolved|fixed|sorted|delivered|refunded|right
	i|we do not ..1 understand|think ..2 either|fair|right|good
	unlikely ..3 to
	actually ..2 on|looking|help|have|good|great
	let ..3 clarify|clear ..2 with|for
	i|we|will|would|to find|found|look*|hear|ask ..6
	am|are|be|is not ..1 sure|certain
	as a matter of urgency|priority
`)

func sarcastic(r *reading) string {
	found := sarcasm.find(r.reply)
	if found == "" && r.complaint {
		found = feigned.find(r.reply)
	}
	return broken(found, "this reads as sarcastic or defensive; listen first, then help")
}

// feigned is joy that only a complaint makes insincere.
var feigned = spoken(`
	^ wow|congratulations|congrats|brilliant|lovely|delighted|thrilled|charming
	congratulations|congrats on|you|for
	thrilled|delighted|lovely to hear|read|see
	always a pleasure
	as always $
	we love hearing|to hear
	herzlichen gluckwunsch
	enhorabuena|felicidades
`)

var sarcasm = spoken(`
	oh please|dear|well|really|wow
	good|well for|done you
	good luck
	wow just? wow
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
	nice|great story|attitude|try
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
	that ..1 escalated
	someone|somebody ..3 bad|rough|wrong|grumpy|moody|cranky|woke|needs|got|is|had ..2 day|side|morning|mood|bed|a|hug|nap|coffee|nerves
	deserve|deserves ..3 respect|better|credit|thanks|kindness
	{staff}|cleaners|drivers|people|colleagues|teams|everyone work|works|try|tries|do|does|give|gives|go ..3 hard|clock|tirelessly|best|everything|tireless|day|night !to|on
	works|work|fine|perfectly|well|smoothly ..4 for|with|by ..3 million|millions|everyone|everybody|most|others|other|thousands|hundreds|rest|else|vast|many
	everyone|everybody|others|nobody|noone|most|million|millions|thousands|hundreds|rest ..3 else|people|customers|guests|users|passengers|members|players|others ..4 manage*|seem*|love*|fine|happy|like*|enjoy*|work*|find*|complain*|arrive*|problem|has|have|got|get|understood|can|do|does
	nobody|no one ..1 ..1 else
	delighted|thrilled|charming|lovely|overjoyed|honoured|ecstatic|fascinating|wonderful|brilliant|fantastic|marvellous ..2 to ..1 hear|read|see ..1 from ..2 again|yet|always
	always|ever a pleasure|joy|delight to hear|read
	^ funny|bravo|charming|fascinating|hilarious|shocker|newsflash|yeah|cute
	that is|was funny|hilarious|rich|hardly
	what a surprise $
	surprise surprise
	who knew|would
	imagine that
	imagine ..2 our|how ..1 surprise
	news flash
	spoiler alert
	hate to break
	nobody|no one? ..1 forced|forces|forcing|makes|making|asked
	you ..1 are|can|could|may|might ..1 always|free|welcome ..1 to? go|try|take|walk|drive|leave|cook|shop|switch|use|book|eat|fly|elsewhere|find|cancel|make|do|move|bring
	there is|are always ..4
	plenty of ..1 other
	next time try|maybe|perhaps|just
	a|bit|little|rather|somewhat|very ..1 dramatic|rich|strong|harsh|unfair|precious|much|sensitive|touchy|entitled|over
	easy to|for ..2 criticise|criticize|complain|judge|moan|say
	try doing|running|being|working
	like to see you
	judge|judging|insult|insulting|attack|attacks|accus* ..2 us|me|our|before|without
	we|i ..1 will|do|did not ..2 be|take|accept|deserve|need|appreciate|stand ..1 ..1 spoken|insult*|lecture*|attack*|abuse|being|kindly|this|that|lightly|for
	control|change|make|predict|order the weather|rules|traffic
	not|no ..1 magicians|magic|wizards|robots|wands|miracles|clairvoyant|psychic|mind|superhuman|machines|god|perfect
	magic|crystal wand|ball
	in our|my|their|our defence|defense|favour
	we|i ..1 ..1 stand by
	pride ourselves
	our ..3 reviews|ratings|rating|customers ..3 say|speak|show|love|are|disagree
	good reviews
	five|5 stars|star
	thank|thanks ..1 for ..4 constructive|charming|valuable|expert|colourful|colorful|lecture|wisdom|enlighten* ..1 words|criticism|comment|comments|insight|view|views|opinion|opinions|language|us|$
	thanks captain
	captain obvious
	tell us how ..2 really feel
	feel ..1 better now
	hope ..2 feel|feels ..1 better
	first world
	sorry ..3 not|your|that|we|our ..3 perfect|psychic|mind|majesty|highness|standards|royal|enough|world
	your majesty|highness
	if only
	never|cannot|can|will ..1 not? please ..1 everyone|everybody|some
	some people
	people like you
	with ..2 attitude|language|tone
	doing|did|do|done ..1 all|everything|our|my|the|what ..2 best|can|could $|you|given|under|with|in|here|and|but
	best we|i can
	we|i ..1 have|had ..1 better|other|more things|customers|important
	you are not|hardly the|our|alone ..1 only
	not the only ..1 one|customer|person|guest
	herzlichen gluckwunsch
	na|ach|tja dann|toll|prima|super|bravo|wenn
	^ tja|komisch|seltsam|merkwurdig
	bei ..1 allen|anderen anderen|kunden|klappt|funktioniert|geht|lauft
	andere|anderen ..2 kunden|gaste|fahrgaste|nutzer ..5
	wir geben|tun|machen|arbeiten ..4 bestes|moglichste|hart|alles|menschen
	auch nur menschen
	konnen|kannst|durfen ..2 gern|gerne|ja|jederzeit ..3 zur|woanders|konkurrenz|anderen|selbst|wechseln|kundigen
	niemand ..2 gezwungen|zwingt|perfekt
	pues|vaya|anda|caramba nada|que|vaya
	^ curioso|que|vaya|menuda|menudo|enhorabuena|felicidades ..1 raro|gracia|pena|curioso|casualidad
	siempre puede|puedes
	a los demas|otros
	nadie|todos|todo|demas ..2 mas|mundo|clientes ..3
	somos humanos
	hacemos lo ..1 que
	si tan|no mal|le
`)
