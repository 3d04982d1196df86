package check

func triggerPhrase(r *reading) string {
	return broken(triggers.findUnless(r.reply, triggerExceptions), "this phrase makes an upset customer angrier; say what you can do instead")
}

var triggers = spoken(`
	in the same boat
	needs|need its|their|some time $|and|but
	two|both sides to|of
	that|this is ..1 how ..3 works|goes|runs
	abwarten und tee
	da hilft nur|bloss
	nicer|better|politer|kinder|friendlier way|ways ..1 to say|put|ask|tell|phrase
	wie bereits|schon ..5 erlautert|beschrieben|dargelegt|erwahnt|erklart|mitgeteilt|geschrieben|genannt
	bereits|schon in unserer|unserem|der|meiner ..2 mail|nachricht|antwort|schreiben ..2 erlautert|erklart|geschrieben|mitgeteilt|beschrieben
	lot|much|far sicker|busier|poorer|iller
	~ lot|much|far worse
	things slip|slips|slipped|fall|get ..1 through|lost|missed|forgotten
	get|getting|gets ..1 worked up|about
	~ the way things|it|this|that ..1 are|is|works|goes
	rules ..1 are|is what|there|for
	things|it|this|that|these|everything|repairs|investigations take|takes ..1 time|patience
	you|one have|has to remember|understand|know|see|bear
	dafur|dazu ..4 nichts
	keep|keeping it|this|things|that ..1 friendly|civil|polite|nice|respectful|constructive|classy|factual
	explained|stated|mentioned|described|answered|told|said|written in|on|by our|my|the ..1 last|previous|earlier|first ..1 message|answer|reply|mail|email|phone|note
	as|like i|we ..1 told|explained|said|wrote|mentioned|stated|pointed you|$|by|on|over|in|before|yesterday|last
	~ nothing|not|hardly ..1 unusual|uncommon|special|dramatic
	everyone|everybody|people|all ..1 has|have|had to wait|queue|pay|follow|share|stand
	ruhig|sachlich|locker|geduldig|entspannt bleiben
	gedulden|gedulde
	no se|te ..1 sulfure|sulfures|ponga|pongas|altere|alteres|agobie|agobies|enfade|enfades
	as stated|listed|published|announced|advertised|displayed|posted|written on|in|at ..2 website|site|page|app|terms|ticket|door|sign|confirmation|contract
	nun mal|einmal
	hay que entender|comprender|tener|pensar
	que ..1 se|te ..1 tranquilice|tranquilices|calme|calmes|serene|serenes|relaje|relajes
	que ..1 mantenga|mantengas|guarde|conserve ..1 la? calma
	calm yourself
	^ relax
	just|please relax
	chill out
	get over it
	~ nothing ..4 can|could do
	not|never our|my|their fault|problem|responsibility|doing|issue
	as|like i|we have? already|previously|just|clearly|repeatedly? said|mentioned|stated|explained|told|wrote|advised|noted
	as already|previously stated|mentioned|explained|said|advised
	as stated|mentioned|explained|advised ..2 before|earlier|above|previously|already
	company|store|house|corporate|airline|standard|internal|strict policy|policies
	our policy|policies is|are|does|do|states|requires|says|clearly|means|remains
	the policy states|requires|says|clearly
	that|this|it is simply|just|only? our|the|a|company|standard policy|procedure|rule
	per|under|against|due|violates our|the|company|of? policy|policies
	as per ..3 policy|terms|guidelines|procedure|rules
	because of our|the|company policy
	not ..2 our|the policy to
	our|the rules are|is|say|state|clearly
	rules are rules
	it is what it is
	you need|have to|must understand|realise|realize|accept|appreciate that?
	~ you should|must know|understand|realise|realize|appreciate
	with all due respect
	no offense|offence
	for the record
	per my|our last|previous|earlier
	to be fair
	you are being unreasonable|rude|aggressive|difficult|dramatic|emotional|silly|ridiculous
	avoid ..4 type|kind|sort of language
	stop complaining|whining|shouting|spamming|being
	~ be patient
	have some patience
	~ there is|we no need|reason to|for be|get|shout|shouting|upset|angry|rude|being|swear|swearing
	~ no need|reason to|for be|get|shout|shouting|swearing|swear|rude
	overreact*
	read the|our terms|contract|conditions|small|fine|faq|policy|rules
	beruhigen|beruhige sie|dich
	nicht unsere|meine|unser schuld|problem
	unsere richtlinien|regeln
	calmese|tranquilicese|calmate|tranquilizate
	no es culpa|nuestra|nuestro culpa|problema|nuestra|mia
	nuestra politica
	politica de empresa|la
	that|those|these|it is|are just|simply|only? ..2 policy|policies|rules|rule|procedure|procedures|protocol
	{staff}|house|company|store|airline|hotel|bank|club|official|strict|return|returns|refund|baggage|cancellation|usual|fixed policy|policies|rules|rule|procedure|protocol|regulations
	in line|accordance|keeping with ..3 policy|policies|rules|terms|guidelines|procedure|procedures|regulations|conditions
	according to ..3 policy|policies|rules|terms|guidelines|procedure|regulations|conditions
	under|per|against|due ..1 our|the|company ..1 rules|terms|guidelines|regulations|conditions|procedures
	~ it is|says|said|stated|states|written|stands|clearly ..3 in ..2 terms|conditions|contract|faq|policy|agreement|print|website
	terms and conditions
	tos
	policy does|did not
	rules|rule|policy apply|applies|exist|exists
	for|to everybody|everyone alike|equally
	we do not make the|any rules|exceptions
	no exceptions
	i|we have? already|just answered|replied|said|addressed|dealt|covered|told|explained|responded|clarified !the|our|my|them|him|her|to|everyone|someone|colleagues|depot
	i|we answered|explained|addressed|covered|said|told ..3 yesterday|before|earlier|already|above|once|twice|last
	~ see|read|look|check|refer ..2 my|our earlier|previous|last|other|first|above
	been over|through this
	once again we|i
	~ how many|often times
	as i|we keep|kept saying|said
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
	~ worse|bigger|real things|problems|off
	could|should count|consider yourself
	you are|were lucky
	~ at least you|it|nobody|no|we
	only|just a|one ..2 pizza|game|parcel|package|coffee|bag|starter|seat|shirt $
	only|just a ..2 minor|small|little|slight|short ..1 problem|issue|delay|wait|thing|hiccup|glitch
	these|such|those things do? happen|take|occur
	things like this|that|these do? happen
	things|mistakes|delays|accidents do? happen|happens to|sometimes|everywhere|in|from|every|with|$
	and|but|well|yes it|that|this happens sometimes|everywhere|$
	part and parcel
	one of those things
	that|this|it is !not ..1 how ..2 works|is|go|goes|done
	that|this|it is ..1 the way ..4 works|is|go|goes|done|are
	~ that|this is life|business|normal|standard|expected|inevitable
	nothing out of|unusual|we|i
	out of my|our hands
	not|nothing ..2 my|our|this|for|with fault|department|problem|job|doing|responsibility|hands|team|concern|area|remit|business
	not something we|i deal|handle|control
	nothing|little to do with us|me|our
	take ..2 up with ..2 carrier|airline|bank|manufacturer|supplier|provider|shop|seller|landlord|courier
	you need|have|must|should ..1 to? understand|realise|realize|accept|appreciate|bear
	please try|do|can|kindly? understand|appreciate|realise|realize|remember|accept|bear that|we|this|how|in
	please|kindly understand|appreciate|realise|realize
	~ try to understand|see
	surely|hope|sure|trust|as you|that will|can|could|do? understand|appreciate|imagine|agree|see ..2 that|we|our|how
	to be honest|frank|blunt
	frankly
	~ let us be|keep ..1 real|honest|realistic|fair|perspective
	manage|lower|adjust your expectations
	your expectations ..3 high|unrealistic|unreasonable
	not ..1 reasonable|realistic to|for
	~ unreasonable|unrealistic
	what ..2 would|did|do you expect|want
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
	tenga|ten|tengan ..4 paciencia
	mas paciencia
	ya le|te|se|lo ..2 dijimos|explicamos|contestamos|respondimos|explique|conteste|dije|respondi|comentamos|informamos|indicamos
	no ..3 problema|culpa|responsabilidad nuestro|nuestra
	no depende de nosotros|mi
	podria|pudo haber|ser ..2 peor
	debe|tiene|deben que? entender|comprender
	system|computer|software|till|terminal does|will|would|can not ..1 let|allow|permit|accept
	i|we ..1 do|did not ..1 make the ..1 rules|policy|policies|prices
	nobody|no|none one? died|dies|hurt|harmed
	keep|get|put|see|into|of ..4 in|into|of? proportion|perspective $
	keep|get|put|see|let ..5 in|into proportion|perspective
	out of all? proportion
	it|that|this is|was only|just|merely a|an|one|some ..3 $
	~ is|are|was|were not ..1 that|so|all|terribly|particularly ..1 long|late|bad|serious|big|rare|unusual|terrible|difficult|urgent
	~ all things considered
	scheme of things
	big|bigger|larger picture
	^ others|some|many|plenty|most|people|customers ..3 have|are|had|were ..1 been? waiting|waited|stuck|worse|wait
	i|we have? ..1 told|explained|said|answered|mentioned ..1 you|this|that ..2 already|once|twice|before|times
	i|we can|could|will ..1 only|just|merely repeat|reiterate|refer|restate
	^ to repeat|reiterate
	reiterate
	i|we repeat
	~ has|have|had|was|were|is already been? explained|answered|addressed|covered|told|said|mentioned
	you have already been ..2 told|informed|given|advised|explained
	the answer is|remains the same
	no|not|little|without ..2 call|need|reason|cause|excuse|occasion|place|justification for|to ..1 that|this|such|the|your|use|be|get? ..2 tone|language|capitals|caps|alarm|anger|panic|abuse|abusive|shouting|drama|upset|emotional|swear|rude|insult*|outburst|sarcasm|attitude|personal|hysteri*
	no need|call|reason for|to ..1 capitals|caps|alarm|anger|panic|abuse|shouting|drama|swearing|exclamation
	moderate|mind|watch|adjust|temper|soften|lower your ..1 language|tone|words|manners|voice|expectations
	take|taking|took ..2 out on us|me|our|my|them|staff|the
	losing|raising|shouting|swearing|yelling|ranting|venting|insulting|threatening|complaining|moaning ..8 not ..2 help|speed|make|change|bring|get|solve|fix|achieve|move|going
	getting|being angry|upset|annoyed|worked|aggressive|rude|emotional|cross|abusive ..6 not ..2 help|speed|make|change|bring|get|solve|fix|achieve|move|going
	deep breath|breaths
	stick|bound|bind|tied|limited|adhere|abide|restricted|governed ..2 to|by|within|with ..3 guidelines|rules|procedure|procedures|process|timetable|regulations|script|terms|policy|framework|contract|law|system|conditions
	guidelines|rules|procedures|regulations|conditions|policies ..5 stick|follow|abide|apply|adhere|observe|respect|binding|same
	there|rules|policies ..3 for a|good ..1 reason
	we ..1 have|operate|apply|follow|use|run ..1 a|the|our|these|strict|clear|certain|fixed|set? ..1 rules|policies|policy|procedures|procedure|guidelines|cutoff
	company|standard|fixed|internal|strict|established procedure|procedures|protocol|guidelines|rules|practice|process
	hands|arms ..1 are|is|were ..1 tied|bound
	step|go|work|get|look outside|around|round|beyond|over|past ..2 rules|procedure|system|policy|guidelines|process
	way ..1 our|the system|process|setup|software|booking is|works|was|handles
	rather than ..1 with|to|by|on? us|ours|me
	outside|beyond our|my ..1 control|influence|hands|power
	has|have|had nothing|little to do with us|me|our|this
	see|look|consider|view|imagine ..3 from|at our side|perspective|point|position|shoes|situation
	put yourself in
	only ..1 be expected
	is|are|was|were to be expected
	expected|unavoidable|inevitable|normal|usual|common|typical|standard at|for|in|during|around|with ..1 this|the|these|busy|peak|christmas|winter|summer|such|our|a|every|season ..1 time|season|year|period|weather|moment|days|month|sale
	part of the? life|business|flying|travelling|shopping|game|job|deal|charm|experience
	comes|come|goes with ..1 territory|job
	that|this|it|things|delays|mistakes|accidents|errors|breakdowns|these can|do|does|will sometimes|occasionally|always? happen|occur !again
	you ..1 will|would|can|may|surely ..1 surely|certainly|no? appreciate|understand|realise|realize|agree ..1 that|we|our|how|it|this
	such is
	at the end of the day
	be that as it may
	like it or not
	the fact remains
	welcome to ..1 real|british|winter|travel
	lighten up
	cheer up
	do not ..2 take ..3 personally
	bear in mind
	~ keep in mind
	reg|rege|regt|regen sie|dich|euch ..3 auf
	nicht|nichts|warum|wozu|gleich|so aufzuregen|aufregen
	nicht ..1 so? schlimm|tragisch|dramatisch|wild
	hatte schlimmer
	ist ..1 nun|halt|eben|einfach ..1 mal? so
	so ist|sind ..1 nun|halt|eben|das|die ..2 nun|regeln|vorschriften|vorgaben
	unsere|unseren|unserer|geltenden ..1 vorgaben|bestimmungen|regelungen|regularien|vorschriften|richtlinien|bedingungen
	an ..1 regeln|vorgaben|vorschriften|bedingungen gebunden|halten
	sind|waren uns die hande
	hande gebunden
	wie ..3 bereits|schon ..3 gesagt|erwahnt|erklart|mitgeteilt|geschrieben|beschrieben|angekundigt
	noch ..1 einmal|mal erklart|gesagt|erklaren
	nicht in ..2 diesem|dem|so ton
	ton|tonfall ..3 massigen|unangebracht
	massigen|mäßigen
	bitten ..5 verstandnis
	das|dies ..1 gehort ..2 dazu
	ganz|vollig|durchaus normal|ublich|normales
	liegt ..2 nicht|ausserhalb ..3 macht|einfluss|hand|uns
	no|tampoco es para tanto
	no se ..2 ponga|altere|enfade|preocupe ..2 asi
	no hace falta ..2 gritar|insultar|ponerse|enfadarse|alterarse
	modere|cuide|cuida|modera ..3 lenguaje|tono|palabras|formas
	con ese tono
	nuestras|las|nuestra|la ..1 normas|condiciones|normativa|politica|reglas|procedimiento ..2 es|son|dice|dicen|establece|exige|lo|no
	la|nuestra|segun|esta normativa
	segun|por|conforme|siguiendo ..3 politica|normas|normativa|procedimiento|condiciones|protocolo|reglamento
	nuestro|segun|el protocolo
	como ya
	ya ..2 hemos|he|habia|habiamos ..1 dicho|explicado|contestado|respondido|comentado|indicado
	no es para tanto|ponerse|asi
	son|es cosas|cosa que pasan|pasa
	estas|esas cosas pasan
	eso|esto|ello|son es? ..1 normal|normales|habitual|habituales
	escapa|escapan|ajeno|ajena|ajenas ..2 a ..1 nuestro|nuestra|nosotros
	no es asunto|problema|cosa nuestro|nuestra
	compre*|entienda|entiende ..2 que nosotros|nuestro|hay|somos|tenemos|no
	gibt|gabe ..2 schlimmer*
	ihnen|dir|euch ..2 schon|bereits|doch|mehrfach ..2 erklart|gesagt|geschrieben|mitgeteilt|beantwortet
	dafur|hierfur|dazu sind|bin|ist|konnen|kann ..3 nicht|nichts
	nicht ..1 verantwortlich
	so|sowas ..1 etwas|was? kommt|passiert ..2 vor|mal|uberall|jedem
	kommt ..1 eben|halt|mal ..1 vor
	passiert ..1 eben|halt|mal|uberall|jedem
	take|dial|tone|turn|bring ..1 it|this|things ..1 down ..1 a|notch
	temperature down
	mussen|musst|sollten|solltest|bitte ..4 verstehen|einsehen|begreifen|bedenken|akzeptieren
	tiene|tienes|debe|debes|deben ..3 entender|comprender|aceptar|tener en cuenta
	not|hardly|scarcely ..1 a|the|exactly|quite ..1 catastrophe|disaster|tragedy|emergency|crisis|scandal|drama|matter
	not ..1 something|anything we|i ..3 responsible|control|influence|handle|in
`)

// triggerExceptions ask how it came about, or say that it should not.
var triggerExceptions = compile(`
	said hello|hi|hallo
	phone|booking|automated|online ..1 system will not let you in|through|log|sign|book|speak
	i|we have? read|checked|looked ..3 contract|terms|conditions|policy|rules
	some|such|a|this ..1 swimming|blurring|swelling|soreness|noise|smell ..1 is normal
	i|we ..3 take it|this|that|them up with
	you must know ..6 by heart
	how|why|whether|never ..4 happen|occur
`)
