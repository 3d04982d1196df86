package check

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
	system|computer|software|till|terminal does|will|would|can not ..1 let|allow|permit|accept
	i|we ..1 do|did not ..1 make the ..1 rules|policy|policies|prices
`)
