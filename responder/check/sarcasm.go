package check

func sarcastic(r *reading) string {
	found := sarcasm.find(r.reply)
	if found == "" && r.complaint {
		found = feigned.find(r.reply)
	}
	if found == "" {
		found = r.defends()
	}
	if found == "" {
		found = r.cold()
	}
	return broken(found, "this reads as sarcastic or defensive; listen first, then help")
}

// feigned is joy that only a complaint makes insincere.
var feigned = spoken(`
	^ wow|congratulations|congrats|brilliant|lovely|delighted|thrilled|charming
	congratulations|congrats on|you|for
	~ thrilled|delighted|lovely to hear|read|see
	~ bravo|applause|kudos|hats on|for|off
	take|takes|taking|took ..3 pride ..1 in
	~ proud of ..3 {staff}|service|record|work|coffee|product|food|what|our|everything
	~ we love hearing|to hear
	enhorabuena|felicidades
`)

var sarcasm = spoken(`
	will do that to a|you|anyone|your|any
	does|do|did his|her|their ..1 best
	good|great things|food|bread|coffee|work take|takes ..1 time
	as they|we ..1 always? say
	as the saying
	rather|quite|pretty good|decent going|effort|record|result ..1 $|for|considering|given
	^ we would|prefer call it|that|to
	there are|is ..1 only|just? #number|two|three|four|five|six of us
	jetzt|nun|dafur|wenigstens immerhin ..2 *
	immerhin|wenigstens der|die|das|ein|eine
	~ believe ..1 it or
	has|have|got|a ..1 fan club|following|fans
	es lo que tiene
	never ..1 had|have to queue|wait|share
	somebody|someone must like|love|enjoy
	won|win|wins ..3 award|awards|prize|prizes
	traffic|rain|weather|snow|life|mistakes|delays happens|happen|exists
	same as|in any|every|all ..1 other
	~ are|do|did|have|is|does not we|they $
	wir ..3 immerhin|schliesslich
	immerhin|schliesslich sind|haben|fahren|machen|ist
	sera ..1 que
	matter|question of taste|opinion
	not|no ..1 miracles !promised
	superior intellect|taste|knowledge
	your|sein|tu ..2 selfie|selfies
	that is|was just? physics|science|nature|biology|maths|chemistry|showbiz
	~ at least ..1 they|you|it|we|she|he will|can|got|know|had|is|are
	typical $
	it|that is what ..1 they|it|babies|kids|children|dogs|cats do|does
	~ oh please|well|really|wow
	good|well for|done you
	~ good luck
	~ wow just? wow
	~ sorry not sorry
	thanks|thank you? for ..3 opinion|lecture|rant|novel|drama|essay|tip|insight|wisdom|negativity
	~ ^ whatever
	if you say so
	you get what you pay|paid
	boo hoo
	cry me
	no|nobody one? else has|have|is|seems|had|ever|complain*
	every|everyone|everybody one? else is|seems|has|was|manages|managed|gets|got
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
	we work|try|are|have very|so|really? hard
	we are|were very|extremely|really|incredibly|quite|so|just|a|bit? busy
	~ excuse me
	how dare|dramatic|original|cute|sweet
	how rude $
	nice|great story|attitude|try
	must be nice
	^ poor you $
	do not shoot
	~ obviously
	clearly you
	if you had ..3 manners
	we are not mind|psychic|magicians|miracle
	you think you
	give us a break
	cut us some
	~ it is not that|rocket|hard|difficult|complicated ..1 bad|hard|science|difficult
	~ what do|did you expect|want
	maybe try|learn
	suit yourself
	you|just|please|and deal with it
	grow up
	~ lol
	~ haha*
	~ lmao
	yawn
	we|i resent|refuse|reject
	that|this|it is ..1 unfair|harsh|hardly $|to|on|fair
	attack|attacking us
	glückwunsch|herzlichen zu|glückwunsch
	que pena me ..1 da|das
	enhorabuena por
	~ that ..1 escalated
	~ someone|somebody ..3 bad|rough|wrong|grumpy|moody|cranky|woke|needs|got|is|had ..2 day|side|morning|mood|bed|a|hug|nap|coffee|nerves
	we|they|he|she|{staff}|people|everyone deserve|deserves ..3 respect|better|credit|thanks|kindness
	{staff}|cleaners|drivers|people|colleagues|teams|everyone work|works|try|tries|do|does|give|gives|go ..3 hard|clock|tirelessly|best|everything|tireless|day|night !to|on
	works|work|fine|perfectly|well|smoothly ..4 for|with|by ..3 million|millions|everyone|everybody|most|others|other|thousands|hundreds|rest|else|vast|many
	everyone|everybody|others|nobody|noone|most|million|millions|thousands|hundreds|rest ..3 else|people|customers|guests|users|passengers|members|players|others ..4 manage*|seem*|love*|fine|happy|like*|enjoy*|work*|find*|complain*|arrive*|problem|has|have|got|get|understood|can|do|does
	nobody|no one ..1 ..1 else
	delighted|thrilled|charming|lovely|overjoyed|honoured|ecstatic|fascinating|wonderful|brilliant|fantastic|marvellous ..2 to ..1 hear|read|see ..1 from ..2 again|yet|always
	always|ever a pleasure|joy|delight to hear|read
	~ ^ funny|bravo|charming|fascinating|hilarious|shocker|newsflash|yeah|cute
	~ that is|was funny|hilarious|rich|hardly
	what a surprise $
	surprise surprise
	~ who knew|would
	~ imagine that
	imagine ..2 our|how ..1 surprise
	news flash
	spoiler alert
	hate to break
	nobody|no one? ..1 forced|forces|forcing|makes|making
	nobody|no one? ..1 asked you|for
	you ..1 are|can|could|may|might ..1 always|free|welcome ..1 to? go|try|take|walk|drive|leave|cook|shop|switch|use|book|eat|fly|elsewhere|find|cancel|make|do|move
	~ there is|are always !something|someone|somebody|a *
	next time try|maybe|perhaps|just
	~ bit|little|rather|somewhat|very ..1 dramatic|rich|strong|harsh|unfair|precious|much|sensitive|touchy|entitled|over
	easy to|for ..2 criticise|criticize|complain|judge|moan|say
	try doing|running|being|working
	like to see you
	~ judge|judging|insult|insulting|attack|attacks|accus* ..2 us|me|our|before|without
	we|i ..1 will|do|did not ..2 be|take|accept|deserve|need|appreciate|stand ..1 ..1 spoken|insult*|lecture*|attack*|abuse|being|kindly|this|that|lightly|for
	control|change|make|predict|order the weather|rules|traffic
	we|i|no ..2 not? ..1 magicians|magic|wizards|robots|wands|clairvoyant|psychic|mind|superhuman|machines|god|perfect
	magic|crystal wand|ball
	in our|my|their|our defence|defense|favour
	~ we|i ..1 ..1 stand by
	pride ourselves
	our ..3 reviews|ratings|rating|customers ..3 say|speak|show|love|are|disagree
	good reviews
	five stars|star
	thank|thanks ..1 for ..4 constructive|charming|valuable|expert|colourful|colorful|lecture|wisdom|enlighten* ..1 words|criticism|comment|comments|insight|view|views|opinion|opinions|language|us|$
	thanks captain
	tell us how ..2 really feel
	feel ..1 better now
	~ hope ..2 feel|feels ..1 better
	first world
	sorry ..3 not|your|that|we|our ..3 perfect|psychic|mind|majesty|highness|standards|royal|enough|world
	your majesty|highness
	~ if only
	never|can|will ..1 not? please ..1 everyone|everybody|some
	some people
	people like you
	with ..2 attitude|language|tone
	doing|did|do|done ..1 all|everything|our|my|the|what ..2 best|can|could $|you|given|under|with|in|here|and|but
	best we|i can
	we|i ..1 have|had ..1 better|other|more things|customers|important
	you are hardly the|our|alone ..1 only
	~ not the only ..1 customer|person|guest|passenger|one in|on|with|waiting|having|here|today|$
	na|ach|tja dann|toll|prima|super|bravo|wenn
	^ tja|komisch|seltsam|merkwurdig
	bei ..1 allen|anderen anderen|kunden|klappt|funktioniert|geht|lauft
	andere|anderen ..2 kunden|gaste|fahrgaste|nutzer
	wir geben|tun|machen|arbeiten ..4 bestes|moglichste|hart|alles|menschen
	konnen|kannst|durfen ..2 gern|gerne|ja|jederzeit ..3 zur|woanders|konkurrenz|anderen|selbst|wechseln|kundigen
	niemand ..2 gezwungen|zwingt|perfekt
	pues|vaya|anda|caramba nada|que|vaya
	^ curioso|que|vaya|menuda|menudo|enhorabuena|felicidades ..1 raro|gracia|pena|curioso|casualidad
	siempre puede|puedes
	a los demas|otros
	nadie|todos|demas ..2 mas|clientes
	somos humanos
	hacemos lo ..1 que
	si tan|no mal|le
	such|so|bit|little|full|fan|all|quite|love|loves|loving|enough|less ..3 drama|dramatics|theatrics
	tantrum*|melodrama*|hysteric*|theatrics|histrionic*|whinge*|whining|moaning
	~ ^ well|oh|ah well|yes|then|excuse|pardon|look
	as|however|so surprising|shocking|strange|incredible|hard|unbelievable|odd as|that|it ..3 may|might|sound|sounds|seem|seems|be|is
	you|it may|might|will ..2 surprised|surprise|shocked|amazed|astonish ..1 to|that|you|how
	~ breaking news
	last|time we|i|anyone ..1 checked|looked
	glad|happy|pleased|sorry ..1 we|to|that|i ..2 entertain*|amuse*|oblige
	punching bag|bags
	not ..2 sure what ..2 want|expect|like ..1 us|me
	show|find|name us|me ..1 a|an|one ..4 that|who|which|where
	every|any|all other ..1 airline|bank|company|shop|store|hotel|restaurant|provider|operator|business|carrier|does|do|has|charges
	for|at that|this|these|those ..1 price|prices|money|rate ..4 what|expect|hardly|surely
	we|i have|had|get|handle|serve|deliver|receive|answer|look|carry|run ..3 thousands|hundreds|millions|dozens|tens|#number ..1 of|million|thousand? ..2 calls|customers|orders|parcels|guests|messages|passengers|emails|people|trains|flights
	with all the love|will
	charming as ever
	do not ..1 worry ..2 your|pretty ..1 head
	patience is ..1 a
	rome|miracles ..2 built|happen|day
	may be|come ..1 a ..1 shock|surprise
	not ..1 everything ..2 about you
	the world ..1 does|will not
	~ poor thing $
	rumour|rumor has
	and yet you|here
	we|you can not ..1 please|satisfy|win
	our ..3 guests|customers|passengers|users|members|readers|regulars|players ..2 will|would|do|can|are|have|seem|know|disagree|love|agree|rave|return
	as ..3 guests|customers|people|users|passengers|reviewers ..1 will|can|would ..1 tell|confirm|agree|know|attest
	~ what ..2 were|was|are|am|do|did we|i ..1 supposed|meant|expected|to|think|want
	are|is|am ..1 all? ..1 doing|trying ..2 best|hardest|utmost|darndest
	patience|kindness|manners|courtesy|politeness|civility|thanks|gratitude ..1 would|goes|costs|is|might ..1 ..1 helped|nice|appreciated|long|nothing|welcome
	friendly|kind|nice|polite word|words|tone ..2 cost|costs|go|goes|would|help
	charming|colourful|colorful|delightful|glowing|flattering|inspiring|poetic|eloquent|entertaining|amusing ..1 review|feedback|comment|words|message|post|prose|note|language|contribution
	never ..1 is ..1 a
	never say never
	we|i ..1 will ..1 try ..1 to? ..1 survive|cope|live|cry|manage|recover|sleep
	how ..1 will|shall we|i ..1 ever? ..1 cope|survive|recover|manage|sleep|live
	^ clearly|evidently|apparently|obviously|surely ..1 you|nobody|someone|somebody|it was
	end of the world
	~ yourself ..1 next|then|instead|time|if
	time on your|their hands
	we ..1 must be doing
	in case you ..1 did|had|have|were not ..1 notice*|aware|know|heard
	improved from there
	team|staff|people|colleagues|baristas|drivers|crew|employees|agents ..1 has|have|are|is ..2 feelings|human|humans|people|families|trying|doing|only
	we are ..1 all? ..1 human|people|only
	have feelings
	armchair|keyboard ..1 critic|warrior|expert
	not|never ..1 sure|clear ..1 what ..2 expect*|want*|hop*
	your|such|that wisdom|expertise|genius|brilliance
	you are ..1 welcome|entitled to ..1 your ..1 own? opinion|view|views|go|leave|complain
	never ..1 set|meant|intended|aimed|wanted|planned ..1 out? ..1 to ..1 upset|offend|hurt|cause|annoy|disappoint|insult|inconvenience|ruin
	not|never ..1 our|my ..1 intention|intent|aim ..1 to|at|that
	~ did not ..1 mean|intend|want|set to ..1 offend|upset|hurt|cause|be|sound|come|insult|inconvenience
	~ in all honesty|fairness|seriousness
	we|i|they|he|she|team|colleague|driver|staff ..1 did|have|had|done ..1 done? nothing wrong
	have nothing|not|anything ..1 to ..1 apologise|apologize|hide|regret|reproach|justify
	find ..1 that|this|it|your ..2 hard|difficult|unfair|strange|odd|hurtful|rich|surprising|curious|insulting|puzzling|baffling ..1 to|that|$|when|given|and
	works|work|worked|slaved|slaving|toiling|toil ..1 tirelessly|flat|overtime|weekends
	give|gives|giving|gave ..2 our|their|her|his|it ..1 all|best|everything|utmost|#percent
	we|they|our|everyone ..2 have|had|are|were ..1 been? ..1 busy|swamped|slammed|understaffed|overwhelmed|rushed|stretched ..1 too|today|that|and|so|because|$|as|on
	you try|should try|imagine ..1 to? ..1 doing|running|working|serving|making|driving|deal|dealing
	walk a mile
	before you|people|they ..1 judge|complain|criticise|criticize|post|rant|write|shout
	mistakes were made
	wish ..1 we|i had ..2 magic|time|power|wand
	no pleasing
	hard|difficult|impossible to please
	glass half
	look on the ..1 bright
	bright side
	on the plus
	silver lining
	could|can ..1 have|has ..1 it|that ..1 both
	free country|world
	that|it is your loss
	thank|thanks for ..2 laugh|giggle|chuckle|lecture|lesson|novel|essay|poetry
	is that so
	do tell
	~ good grief
	~ ^ sigh|ahem|sheesh|shrug|shrugs $
	dear me
	~ my goodness $
	not ..1 our ..1 first|problem|circus
	genauso|ebenso|auch ..2 nur menschen
	jemand ..4 laune|aufgestanden
	machen|machst ..2 sich|dir ..3 leicht|einfach
	kunden|gaste|nutzer|fahrgaste|mitglieder ..3 zufrieden|glucklich|begeistert|loben
	danke|vielen|besten ..2 fur ..2 freundlich*|charmant*|konstruktiv*|reizend* ..1 worte|kritik|ton|ruckmeldung|nachricht|kommentar
	nichts vorzuwerfen|zuschulden
	wir ..2 nichts falsch
	team|mitarbeiter|kollegen|fahrer|leute ..3 gibt|geben|tun|tut|arbeiten|arbeitet|bemuhen|reissen ..5 alles|bestes|hart|rund|bein|muhe|moglichste
	so|kein|viel|solch ..1 drama|theater|aufstand
	halblang
	es ..1 allen|jedem ..3 recht
	kritisieren|meckern|motzen|norgeln ist|kann|lasst ..2 leicht|einfach|jeder
	ubertrieben|ubertreiben|ubertreibung
	nicht ..2 hellseher|zaubern|hexen|gedanken
	zur|bei|zu ..1 konkurrenz
	humor ..2 gastamos|gasta|tiene|traemos
	gracias por ..2 amable*|constructiv*|simpatic*|cariños*|elegant* ..1 critica|palabras|comentario|opinion
	equipo|companeros|empleados|conductores|gente ..2 se? ..1 deja|dejan|trabaja|trabajan|hace|hacen|esfuerza|esfuerzan|da|dan ..4 piel|duro|posible|mejor|todo|puede|mucho
	que|vaya|menudo|tanto|un drama ..1 por
	exager*
	no ..2 tenemos|hay|hemos ..3 reprochar*|mal|culpa|esconder
	facil ..1 criticar|hablar|quejarse|juzgar
	criticar es
	no somos ..2 magos|adivinos|perfectos|maquinas|robots|los
	llueve a gusto
	que ..1 esperaba|queria|espera|quiere
	mas tiendas|sitios|opciones|companias|restaurantes
	menudo|menuda|vaya ..1 humor|drama|genio
	~ ^ ha|hah|heh|hehe|aww|hmpf|ugh ..2 well|someone|somebody|yes|no|nice|good|you|we
	someone|somebody ..1 was|is|got|woke|seems ..2 bed|grumpy|cranky|moody|mood
	someone|somebody was|is up late
	^ yes|oh|well|no|actually|indeed we do
	we|they|he|she ..1 do have|care|work|try|answer|employ|read|listen|know|make|serve|check|clean|train|help|reply
	handle|handled|answer|answered|serve|served|take|took|get|deliver|delivered|carry|carried ..3 #number|thousand|thousands|hundred|hundreds|million|dozens ..2 calls|customers|orders|parcels|guests|messages|passengers|emails|people|trains|flights|tickets|meals|posts
	~ ^ aw|aww|awww|oops|whoops ..6 you
	in our experience
	willkommen ..2 in|echten
`)
