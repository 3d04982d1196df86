package check

func promisesOutcome(r *reading) string {
	return broken(promises.findUnless(r.reply, promiseExceptions), "promise what you will do, not how it will end")
}

var promises = spoken(`
	will not be long till|until|before you
	lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy ..1 esta|estara|lo ..2 en su|tu cuenta|mano|casa|poder
	+ manufacturer|insurer|bank|court|airline|council|landlord|maker ..3 will ..1 pay|cover|approve|accept|release|grant
	nothing|never can|will ..1 go|happen|get|be wrong|again|lost|missed
	not a drop|sound|cent|penny|word|minute ..2 will
	you will ..1 see|have|find it|them|that ..1 paid|done|back|fixed|sorted|delivered
	you will ..2 be ..1 in your|the seat|bed|office|hotel|chair
	esa|ese|la|el|tu|su ..1 multa|cargo|problema|recargo|deuda desaparece|queda|esta
	antrag|klage|einspruch|widerspruch|reklamation ..1 geht|wird|kommt ..2 durch|bewilligt|genehmigt|anerkannt
	keine ..1 gedanken|sorgen ..2 machen
	machen sie ..2 keine sorgen|gedanken
	puts|put|putting|brings|spells ..1 an end to
	heard|seen|had ..1 the last of
	it|claim|application|appeal|payment|order|request will ..2 go|sail|come through|good|right|round $|and|with|this|without|now
	will ..2 bounce|spring|snap back
	as good as gone|yours|settled|won|paid|back|approved|new
	can|will|could fix|repair|mend|sort|solve|save|recover anything|everything|any
	you ..1 can|may|should ..1 stop|relax worrying|now|$
	stop worrying
	~ nothing ..1 left? ..1 to worry
	no ..2 need|reason|cause to worry
	~ need|do|have not ..2 worry ..1 about|any|it|that|more
	bank|court|adjudicator|embassy|customs|insurer|insurers|insurance|council|ombudsman|jury|landlord|judge|panel|ministry|authority|manufacturer|assessor|lender|airline ..2 is|are|will|going|always|bound ..4 side|agree|approve|approves|release|releases|accept|accepts|grant|grants|pay|pays|rule|rules|decide|sign
	dann ..1 ist|sind|wird|werden|lauft|haben|funktioniert|geht ..5 wieder|warm|da|drin|erledigt|behoben|online|weg|gelost|sauber|trocken
	in|nach ..1 einer|zwei|drei|#number|wenigen|ein paar? stunde|stunden|minuten|tagen|woche ..1 ist|sind|wird|werden|lauft|haben|kommt ..6 wieder|warm|da|drin|erledigt|behoben|online|weg|gelost|sauber|trocken
	eso|esto|es es? seguro $
	seguro que|segurisimo
	lo|la|los|las ..1 tiene|tienes|suelta|sueltan|entrega|entregan|resuelven|aprueban ..3 en|manana|hoy ..1 mano|horas|dias|casa|#number|$
	nothing to fear|worry
	he|she ..1 will be ..1 home|back|found|fine|safe
	they always come|turn|arrive ..1 back|up
	you ..1 will ..2 be *ing
	+ we|i will ..1 find|recover|locate him|her|it|them|your
	by|before|from|until tonight|tomorrow|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday your|it|they|everything|you
	no problem at all $
	liegt|steht ..2 bei|vor|auf ..1 ihnen|dir|ihrem|deinem
	you ..1 will ..2 be ..1 approved|accepted|reimbursed|reunited|seated|reconnected|cleared|married|flying|home|sleeping|sorted
	te|le|os doy|damos ..1 mi|nuestra palabra
	tienes|tiene ..6 en ..2 casa|armario|mano|manos|puerta|mesa
	will let ..2 go|through today|tomorrow|tonight|by|on
	in your hands|inbox
	it|that|this|they|parcel|order|bag|package|money|refund|train|plane|snow ..1 is|are going to ..1 turn|show|arrive|come|be|work|happen|land|reach|get|go
	will|shall ..2 get|have|make ..2 it|this|that|everything ..2 working|running|fixed|sorted|going|right ..1 for|again|this|once|now
	for good this time
	this time ..1 it|they|everything|we ..1 will|goes|works|is
	you ..1 will|are ..1 going? to? ..1 be on that|the|your|a
	sitzen|sitzt|frieren|friert|warten|wartet|bleiben|bleibt ..1 sie|du|ihr ..1 nicht mehr|langer
	i|we|can|personally ..1 guarantee
	will|shall never|not ever? happen|occur again|to
	i|we promise|swear|assure ..6 will|never|get|be|have|fixed|resolved|sorted
	will|shall ..2 be|get ..2 resolved|fixed|sorted|back|delivered|refunded|restored|working|there|shipped|replaced|solved|returned|found|repaired|up|with|credited|reimbursed ..3 today|tomorrow|tonight|by|within|in|shortly|soon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|immediately|straight|now|you|definitely|this
	will definitely|certainly|absolutely|surely ..1 be|get|fix|find|have|resolve|arrive|solve|receive|win|sort
	you will|should definitely|certainly|absolutely|soon|shortly? get|receive|have ..3 refund|money|bag|bags|luggage|order|package|parcel|back|tomorrow|today|full|replacement|it|resolution
	your ..3 will|should ..1 arrive|be ..4 today|tomorrow|tonight|by|within|on|back|soon|shortly|hour|hours
	hundred percent|certain
	i|we will fix|resolve|solve ..3 today|tomorrow|now|immediately|right|within|by|tonight|straight
	fixed|resolved|solved|sorted within|by|in ..1 #number|the|an|one|two|minutes|hours|today|tomorrow|tonight
	will have ..4 fixed|resolved|sorted|back|working|delivered ..3 today|tomorrow|by|within|tonight|soon|hour|hours
	wird nie|nicht|niemals wieder|mehr|noch
	garantier*
	versprechen|versprechenen ..4 wird|werden
	no volvera|vuelva a
	nunca mas
	your|the|it|that|this|everything|all|they|those|both ..4 will|shall|is|are going? to? ..2 be|arrive|work|come|go ..2 ..2 back|on|there|with|fixed|resolved|sorted|delivered|refunded|running|working|restored|ready|repaired|replaced|up|solved|found|returned|home|live|here|over|right|yours|done|gone|better|online|again
	you ..1 will|are !not going? to? ..2 have|get|receive ..5 back|bag|parcel|package|order|money|refund|replacement|heating|power|internet|water|delivered|tonight|tomorrow|today|by|online|home|seat|flight|table|delivery|card|access|hot
	you will ..2 not|never ..1 see|have|get|hear|wait|be|experience|need|find ..4 again|another|more|problem|trouble|wait|any|other|late
	you have ..2 my|our|a word|promise|guarantee
	have|take ..1 my|our word
	i|we give you ..2 word|promise|guarantee
	i|we ..1 promise|swear|guarantee|assure|ensure|vow ..1 you? ..1 that? ..1 it|you|your|this|the|we|that|everything|nothing|a
	not|never|nothing ..1 to|will|is|going|like ..4 happen*|occur* ..2 again|twice|more
	~ happen*|occur*|repeat*|see again
	last time ..1 you|this|it|that
	we|i will|are|am ..1 going? to? ..1 get|make|have ..6 back|sorted|fixed|right|resolved|working|refunded|delivered ..2 for|to|today|tomorrow|by|within|in|tonight|now|straight|before|this|quickly|soon|$
	we|i will ..1 fix|resolve|solve|recover|restore|repair|cure|win
	without|no|beyond ..1 a? ..1 doubt|fail|question|matter|problem
	will|shall ..1 definitely|certainly|absolutely|surely|always|never|undoubtedly|guaranteed
	guaranteed
	promise
	hundred|#percent ..1 percent? ..1 certain|sure|guaranteed|safe|back
	by|before|within|until ..2 {month} ..2 at|the ..2 latest
	count on ..1 it|having|getting|your|that
	spatestens|garantiert|bestimmt|sicher|definitiv|versprochen|hundertprozentig ..6 haben|ist|sind|kommt|wird|werden|bekommen|erhalten|da|geht
	wird|werden ..4 spatestens|garantiert|definitiv|sicher|versprochen|heute|morgen|bald|schnell|umgehend|wieder ..3 geliefert|gelost|behoben|erstattet|da|funktionieren|repariert|zugestellt|ankommen|sein|laufen|zuruck
	sie|du haben|bekommen|erhalten|hast|bekommst ..4 morgen|heute|spatestens|bis|bald|am|innerhalb
	kommt|passiert ..3 nicht|nie ..2 wieder|mehr|vor
	verspreche|versprochen
	manana|hoy|pronto|seguro|garantizado ..4 tendra|recibira|estara|llegara|volvera|funcionara
	tendra|recibira|estara|llegara|funcionara|recuperara ..6 manana|hoy|pronto|antes|seguro|lunes|martes|viernes|horas|semana|dinero|pedido|maleta|solucionado|resuelto|arreglado
	no ..2 volvera|vuelve|repetira
	promet*|garantiz*
	they|all|parcel|package|order|bag|bags|luggage|refund|money|replacement|delivery|heating|power|water|internet|train|flight|engineer|driver|sofa|item|card will ..1 be|arrive|reach|land|come|get ..8 before|by|in time for
	be|arrive|reach|delivered|home|there with you ..1 by|before|on|no {month}
	you ..1 can|may ..1 count|rely|bank|depend|bet ..1 on|that *
	mark my words
	will|are|is ..6 for sure|certain
	rest easy|assured ..4 will|are
	no ifs|buts|question|questions|fail|doubt
	there|no is|are? no? doubt|question
	not a doubt
	do not ..1 worry ..8 will
	i|we will see to ..1 it that
	from now|today|tomorrow|monday|here ..1 on ..2 it|everything|you|your|all|this will|is
	matter of minutes|hours|days
	only a ..1 question|matter of time
	in no time
	sin falta|duda|ninguna
	le|te aseguro|aseguramos
	cuente|cuenta con ello|eso|que
	manana|hoy|lunes|martes|miercoles|jueves|viernes|sabado|domingo ..3 tienes|tiene|llega|llegara|esta|estara|recibes|recibe|tendras|recibiras|queda|quedara|sale ..3 casa|alli|ahi|pedido|paquete|dinero|resuelto|solucionado|arreglado|listo|manos
	tienes|tiene|llega|llegara|recibes|recibe|tendras|recibiras|estara ..3 manana|hoy|lunes|martes|miercoles|jueves|viernes|sabado|domingo
	morgen|heute|ubermorgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|wochenende ..1 ist|haben|hast|wird|kommt|lauft|geht ..5 da|ihnen|dir|zuruck|wieder|hause|erledigt|behoben|sicher|garantiert
	ist|haben|hast|kommt|lauft|geht|kriegen ..3 morgen|heute|ubermorgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|wochenende ..3 da|ihnen|dir|zuruck|wieder|hause|erledigt|behoben
	auf jeden fall
	ganz|hundertprozentig sicher|bestimmt
	every ..1 penny|cent|single ..4 back|refunded|returned
	{human}|engineer|engineers|technician|technicians|plumber|driver|courier|team|we will|shall ..1 ..1 have|get|make ..3 it|this|that|you|your|heating|internet|power|water|line ..2 running|working|fixed|repaired|sorted|back|warm|up|on|done|ready|connected|online|solved|moving
	as good as done|fixed|sorted|solved|there|home
	put|set ..3 worry|worries|mind|fears ..2 bed|rest|ease
	making|make|made|seeing|see ..1 sure|certain|it ..1 to? ..1 that? ..1 you|your|it|this|the|we ..1 are|is|get|have|has|will|gets|arrives|comes|works|never|can ..1 ..1 *
	+ we|i ..1 will|are|am ..1 making? ..1 make|making sure|certain ..1 that? ..1 this|it|you|your|the ..4 never|not
	by|before|within|from {month} ..2 this|it|that|everything|all|you|your ..3 is|are|will|has|have
	is history
	work|works|working|turn|turns|come|comes|going ..1 out ..1 fine|well|alright|right|okay|perfectly
	~ all|everything|it|this ..1 will|is ..1 going? to? ..1 be ..1 fine|alright|okay|well|good|perfect|great
	you|they|he|she|kids|family|mum|dad|grandma ..1 will ..1 all? ..1 be ..1 warm|online|home|connected|reunited|flying|fine|back|able|sitting|sleeping|moving|happy|on
	last time ..4 lets|let|happens|happened|will|goes|went|see|sees|fails|have|has
	is|are certain|sure|bound|guaranteed to
	^ rely|bank|depend|bet|count ..1 on us|me|it|that
	personally ..1 see|make|ensure|guarantee|vouch|promise
	no|never|not more|another|again ..5 after|from|once|starting {month}
	no more cold|outages|delays|problems|trouble|mistakes|errors|waiting|surprises|worries|leaks|crashes|nights|days
	{thing}|heating|internet|water|power|line|money|refund|parcel|bag|phone|app|service|train|flight|replacement|sofa|food|pizza|gift|present|suitcase|luggage|signal ..3 comes|arrives|works|gets|goes|is|lands|returns|reaches|runs|leaves|ships ..2 back|on|there|again|you|with|home|fixed|running ..2 today|tonight|tomorrow|{month}
	{staff}|engineer|engineers ..2 gets|comes|arrives|reaches|visits|is|fixes ..4 without|{month} ..2 fail|morning|latest|afternoon|definitely|certain
	we|i ..1 will|shall ..1 resolve|fix|solve|repair|restore|recover|find|return|cure ..1 it|this|that|these|them|your|the|everything|all
	we never ..1 leave|let|lose|keep|miss|fail|break
	we always ..1 deliver|keep|find|get|fix|arrive|answer|reply|solve|resolve
	will ..1 all? ..1 be ..1 sorted|fixed|solved|resolved|settled|done|over|repaired|restored|cleared|delivered|replaced|fitted|installed|refunded|returned|ready|shipped|working|running|back ..2 by|before|within|today|tomorrow|tonight|this|next|on|in|at|for|soon|shortly|{month}
	replacement|boiler|part|sofa|phone|order|parcel|engineer|technician|new|meter|device ..3 will be ..2 fitted|installed|delivered|sent|shipped|there|replaced|with|at|repaired
	come what may
	nothing like this|that|it ..1 will|is|should? ..3 ever|again|reach|happen|occur
	sure thing
	works|work|running|runs|warm|fixed|normal|fine|ready ..2 from ..1 {month} on
	you ..1 may|can ..1 be|rest|feel ..1 sure|certain|assured|confident ..1 that|it|you|the|your
	absolutely|definitely|certainly|undoubtedly ..1 will|arrive|come|get|be|fixed
	back|yours|home|done|fixed|sorted ..1 in|within|by ..1 a|an|the|#number|one|two|three|no|less ..1 day|days|hour|hours|minute|minutes|time|week|weeks|than
	you are ..1 getting|going ..1 to|your ..4 back|today|tomorrow|tonight
	my|our word ..1 on|that|for
	cross my heart
	hand on heart
	consider it|this|that ..1 done|fixed|sorted|solved|settled
	+ you ..1 will not|never ..1 see|have|get|find|face ..1 another|a|any
	+ you have ..1 my|our word
	+ we|i ..1 will ..1 resolve|fix|solve|repair|restore ..1 it|this|that|these|your|the|everything !with ..3 today|tonight|tomorrow|now|shortly|soon|straight|immediately|{month}
	i|we ..1 personally? see ..1 to it ..1 that
	+ nothing like this|that|it ..1 will|should ..2 ever|again|reach|happen
	+ you ..1 will ..1 have|get|receive ..1 your|the|all ..2 money|bag|bags|parcel|order|refund|package|luggage|suitcase|phone|card|heating|internet ..4 today|tomorrow|tonight|by|before|within|{month}
	hold me|us to ..1 that|it|this
	+ we|i ..1 will ..1 get|have|see ..4 through|done|sorted|fixed|back|delivered before|by|today|tomorrow|tonight
	konnen|kannst|durfen ..1 sie|du ..2 sicher|verlassen|darauf
`)

var promiseExceptions = compile(`
	and|which from today|tomorrow|monday|tuesday|wednesday|thursday|friday ..1 it|they will
	no ..2 need to worry ..2 about ..3 paper|papers|form|forms|queue|queueing|calling|post|posting|that
	bank|court|embassy|customs|insurer|council|panel|manufacturer|airline ..2 is|are going|due|expected|asked|hoping
	can not
	whether|if|what|how ..6 will
	not ..2 stop worrying
	can|could|should|may|hopes|hoping be ..1 with you
	ring|call|phone|come|message|text ..2 before|by|until
	you will be hearing|dealing|speaking|talking|asked|able
	go|goes straight|up on|to the|our|my|a ..2 wall|mirror|fridge|board|office|door|kitchen
	put|leave|decision|choice|is|are|was ..2 in your hands
	in your inbox
	not ..1 have|need to ..1 chase|stand|come|start|fill|go|post|do|explain
	papers|form|forms|details|address|note|file ..1 is|are|will
	it|they|that will not come back ..1 but
	not ..2 have|need to ..1 say|explain|repeat|ask|queue|wait|tell|ring|call|write|send|prove|go|do|try
	have|get|receive ..7 plan|price|decision|estimate|quote|explanation|summary|schedule|overview|offer|writing
	have it|this|that in|as one|writing|plain|words|black
	lauft|geht|ist seit
	from now|today|here on ..2 just|only me|us
	should|ought|would|might|could be|have|*ly
	be with you by now
	is|are|was booked|scheduled|planned|due|set|ordered|expected|hoped to be
	will be in|with touch|you|contact|back
	will be looking|working|checking|back
	can|will|could not|never promise|guarantee
	sorry|apolog*
	promise to|we|i ..1 look|listen|read|reply|keep|stay|check|follow|try|will ..1 look|listen|read|reply|keep|stay|check|follow|try|get
	hear|read|see|find|get|have|receive ..4 message|messages|dm|inbox|call|reply|answer|news|word|update|from|note|email|mail
	will ..2 be ..2 in|back ..1 touch|to|with|on|here|soon
	can|could|will|would|do not ..1 promise|guarantee|swear|say
	not ..1 promise|guarantee
	until|when|if|whether|once|as|hope|hoping|try|trying|see|ask*|want|like|aim*|soon|think|so|find|expect|know|check*|tell ..7 will|is|are|be|get|have|was|it|you|your
	will|shall ..2 be ..1 following|shown|looking|working|checking|asking|messaging|calling|writing|contacting|able|dealt|looked|checked|reviewed|happy|pleased|glad|ready|honest|told|called|given|here|passed
	will be|get back ..1 to|in|with|here|as
	get back to
	they|it|she|he|crew|team|who will ..1 be ..1 so|over|pleased|delighted|thrilled|glad|happy|made
	the|your ..3 will|can ..1 be|help|tell|know|call|message|contact|write|look|get ..2 in|back|able|happy|to|touch
	promise to ..1 look|listen|read|reply|keep|stay|check|follow|try|do|tell|ask|find
	promise ..1 i|we|that ..2 will ..1 look|listen|read|reply|keep|stay|check|follow|try|get|do|tell|ask|find
	will ..1 get|have|make ..3 it|this|that|your ..3 ..1 looked|checked|to
	was|were promised|promise
	you ..1 were|are ..1 promised
	your promise
	sie|du|bekommen|erhalten|haben ..4 nachricht|antwort|anruf|bescheid|rechner|recht
	sie haben ..3 lange|gewartet|recht|nicht|schon|bereits|vollig|heute
	recibira|tendra ..4 mensaje|respuesta|llamada|noticias
	no ..1 puedo|podemos ..1 promet*|garantiz*
	not ..1 promise|guarantee|swear|say|know that|if|whether|when? *
	will|shall definitely|certainly|absolutely|always|surely ..1 pass|look|check|let|ask|share|tell|message|forward|raise|follow|take|keep|call|write|try|do
	i|we|someone|team|{human} will|shall *
	not ..1 promise|guarantee|swear|say|know that|if|whether|when? * * *
	not a doubt you|that|in
	no question|doubt ..1 you|your|this|that
	sie|du|ich|wir ..2 haben|hast|melde|schreibe|frage ..4 heute|morgen ..2 geschrieben|gefragt|nachricht
	auf jeden fall ..2 nach|sehe|melde|frage|prufe|schreibe
	in time for|of
	will ..1 get|come back to you
	you|i|we ..1 will ..1 hear|be|have|get ..2 in|from|back|news|a|an|here|there|at|reading|waiting ..1 touch|answer|reply|message|call|update|me|us|the|word
	they|it|this|what ..1 will|can ..1 be ..1 happy|glad|able
	will|shall ..1 find ..1 out|you|a|the|someone
	make|making|made|see|seeing ..1 sure|certain ..1 that? ..1 it|this|that|your|you ..2 gets|reaches|is|are|get|do|has|have|hear ..2 read|seen|heard|heard|to|not|looked|checked|passed|the|from|need|back|right|in|with|who|what|know|tell|all
	what ..2 will|is|are
	last time you|i|we ..1 wrote|called|asked|spoke|were|came|visited
	sure|certain ..1 to? ..1 what|why|how|where|yet|if|when
	new ..1 bill|invoice|label|code|link|letter|statement|date|time|form by|before|today|tomorrow|tonight
	go|look|talk|work|walk|run|sit|speak ..6 with you
	have|get|receive ..3 time|date|arrival|dates|list|plan|name|label|code|page
	if|when|should ..2 it|this|that ..1 ever? happens|happen
	broken|broke|break|empty|that|every|another|one|first ..1 promise
`)
