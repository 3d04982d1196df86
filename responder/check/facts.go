package check

func arguesFacts(r *reading) string {
	found := r.argues()
	asked := r.post.question && !r.complaint && !r.reply.has(regrets) // nothing is said that could be denied
	if found != "" && (asked || r.reply.has(owns)) {
		return ""
	}
	return broken(found, "do not correct the customer in public; take it as they saw it and look into it")
}

func (r *reading) argues() string {
	found := argues.findUnless(r.reply, argueExceptions)
	if found == "" {
		found = r.insists()
	}
	if found == "" {
		found = r.concedes()
	}
	if found == "" && r.post.has(absences) {
		found = attempts.findUnless(r.reply, inVain)
	}
	return found
}

var argues = spoken(`
	reception|housekeeping|maintenance|accounts|caretaker|porter|{staff} ..1 tells|says|told|reports|insists|assures ..1 us|me|that ..5 was|were|had|did
	drawer|till|stock|count ..1 balanced|tallied|added
	as it says|said|stands|states in|on|at
	exactly|just the ..6 you brought|showed|picked|chose|asked|sent|wanted
	diary|meter|report|recording|film|footage|photos|timer|register|calendar ..2 has|had|shows|showed|says|said|puts|gives ..3 as|at|for|you|it|no
	by|on our|the meter|recording|clock|timer|record|count|film|scale|scales ..2 it|they|you|that ..1 was|were|ran|took|lasted
	it|that was|were ..3 by|on our ..1 meter|recording|clock|timer|count|scale|scales|thermometer|reading
	we did put|post|announce|publish|mention|tell|write|send
	fotos|bildern|bilder|aufnahmen|video ..6 sieht|sehen|zeigen|zeigt|erkennt ..6 schon|bereits|kein|keine|nichts|anders
	de|del nuestro|nuestra|nuestros almacen|tienda|taller|cocina ..1 salio|salieron
	~ longest|slowest|average|highest|latest|maximum|busiest|shortest ..6 was|were|took|waited|is|lasted ..3 #number|one|two|three|four|five|six|seven|eight|nine|ten|minutes|half|under|an|a
	i|we have? ..1 checked|looked|reviewed|read ..10 was|were|took|is|on|had ..3 #number|one|two|three|four|five|six|ten|twenty|thirty|forty|only|day ..1 minutes|hours|days|calls|times|messages|emails|three|two|four
	was|were ..1 already ..2 *ed|damaged|broken|cracked|torn|open|wet|dented|there|like ..4 when|before|at
	so there was|were ..1 half|some|time|a|still
	nobody|no|none one? answered|opened|came|heard|responded|reacted ..2 buzzer|door|bell|knock|gate
	extra|surcharge|supplement|difference ..2 is|was|comes|are ..1 for|from your|the|two|a|calls|what
	angekommen|abgefahren|geliefert|zugestellt|gewartet ist|sind|haben|wurde ..4 mit|nach|in|um ..2 #number|einer|zwei|drei|funf|zehn ..1 minuten|stunden|tagen
	en el ..2 tique|ticket|recibo|contrato|extracto|factura|pedido|sistema ..1 pone|dice|figura|aparece|consta|salen|sale
	eso si $
	it|both|order|parcel|they|all|boxes|parcels|items show|shows as ..1 handed|delivered|collected|completed|signed|received|used
	there was|were ..1 a|the|two|three|several? boards|signs|sign|board|notice|notices|warning|warnings|announcement|announcements|banner
	letter|email|text|notice|ticket|leaflet ..3 we|you ..1 sent|posted|got|gave|signed|put ..2 had|said|says|has|gave|gives|shows
	can|could only find|see|trace
	puesta|puesto|programada|fijada ..1 para ..2 no
	emails|letters|texts|notices|reminders|warnings|mails ..6 went|sent|to you
	you ..1 tapped|clicked|opened|swiped|scanned|initialled
	both|was|were|been opened|read $|by|on|at|in
	was|were ..1 outside|there|present|waiting ..1 at|on|with|from #number|the|time|your
	stimmte|stimmten|passte|passten ..3 noch|auch|bei|genau
	rung|keyed|entered|logged|booked up|in|under and|for|at|on
	~ actually ..1 been|sitting|running|working|open|closed|showing|there|on|at|within|arrived|sent
	is|are not the same as|thing
	gps|tracker|tracking|log|logs|scan|scans|scanner puts|put|places|placed
	it|that|this|which was|is|were actually ..2 #number|#percent|one|two|three|four|five|six|seven|eight|nine|ten|after|before|only|just|correct|fine
	so|for ..3 everyone|everybody|others|anyone|readers ..5 picture|story|context
	+ it|that|this has|have not been a|an|the|one|two|three|four|#number|full|quite|that ..1 month|months|week|weeks|day|days|hour|hours|year
	^ it|that|this is ..12 mind $
	left|arrived|departed|ran|closed|opened|started on the dot
	we|i never received|got|had|saw|heard|said|promised|told|agreed|sent|charged|cancelled|lost
	we|i did not receive|get|say|promise|charge|cancel|lose|cause|do|tell|send|make
	we|i have|had|see|find|show|hold|can no|zero record*|trace|evidence|sign|indication|proof
	we|i can|could not find|see|locate ..2 record*|trace|evidence|proof
	our records|system|systems|data|logs|tracking|information|files|notes show*|indicate*|say*|suggest*|confirm*|prove*|clearly|state*|tell*
	according to our|the records|system|systems|data|tracking|information|logs|notes|driver|team|crew|store|agent
	per our|the records|system|data|tracking|logs
	that|this|it is|was simply|just|actually|really|clearly? not true|correct|accurate|right|what|the|how|possible|our
	that|this|it is|was simply|just|actually|clearly? incorrect|false|untrue|wrong|inaccurate|impossible|nonsense|misleading
	that|this|it did not|never ..2 happen*|occur*
	you are|were simply|just|actually|clearly|obviously|completely? wrong|mistaken|incorrect|confused|misinformed|lying|exaggerating|misunderstanding|misremembering
	you have|must|obviously|clearly have? misunderstood|misread|mistaken|confused|misremembered
	~ ^ actually
	in actual fact
	the truth is
	you never|clearly|actually ..1 contacted|called|sent|ordered|paid|booked|submitted|asked|told|reported|received|got|signed|agreed|were
	you did not|never actually? contact|call|send|order|pay|book|submit|ask|tell|report|mention
	you were not charged|overcharged|billed|told|waiting|booked|delayed
	you claim|alleg*|say you
	your claim|allegation|version|account|story ..3 false|untrue|wrong|incorrect|inaccurate|not
	was|is delivered|working|correct on|fine|as|according
	the|our tracking|system|driver ..3 delivered|shows|says
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
	from our|my side|end|perspective|point
	as|so far as we|i ..2 see|tell|know|aware|concerned|can
	we|i ..1 have|had|hold|got|see|find|show|hear|do|can|could ..2 no|zero|not|nothing ..4 from|by|under your|you|this|that
	we|i ..1 have|hold|got|kept a|the|your|proof|photo|photos|video|signed|signature|evidence|confirmation|written ..1 signature|proof|photo|photographic|photographs|footage|recording|confirmation|receipt|evidence|screenshot
	there is|was|were|are|has|have ..1 no|not|never|nothing ..1 been? ..1 record*|trace|evidence|proof|outage|outages|fault|faults|complaint|complaints|call|calls|ticket|tickets|error|errors|sign|booking|order|report|reports|such|any|on|in|problem|problems
	nobody|none at|from|in|of ..2 us|our|staff|here|team|company|side|store
	was|were|is|has|have ..1 never|not ..1 paid|placed|submitted|reported|registered|requested|cancelled|charged|billed|advertised|guaranteed|raised
	we|i|our ..2 never|not ..2 received|got|had|saw|heard|said|promised|agreed|charged|cancelled|lost|took|closed|advertised|offered|refused|ignored|told|guaranteed|hung|deleted|touched|raised|changed|sold|ship|shipped
	~ we|i did|do|does not ..1 charge|cancel|lose|cause|delete|touch|promise|close|say|tell|refuse|ignore|take|advertise|sell|raise|change|see|owe|do|think|believe|agree|understand|treat|double
	~ did|do|does|could|can not|never ..1 happen*|occur*|possibly|actually
	~ never|not ..1 happened|occurred
	that|this|it did|does|is|was not ..1 happen*|occur*|add|match|line|correspond|sound|reflect|what|true|correct|accurate|the case|right|up|our|how|like|possible|we|quite
	that|this|it is|was not the|our|what|how|quite|true|correct|accurate|strictly|exactly|entirely|really ..4 case|happened|charge|told|said|works|happen|story|picture|right|true|accurate|correct
	~ i|we doubt|question|dispute|deny|disagree|contest|highly|find
	~ unlikely|impossible|implausible|improbable
	it|that|this|there was|took|were|lasted|arrived|came ..1 only|closer|more|less|barely|under|just|exactly|about ..4 #number|ten|five|fifteen|twenty|thirty|forty|fifty|sixty|two|three|day|days|minutes|minute|hour|hours|half|once|single
	handed|delivered|signed|given|released|sent ..2 to|for|by you|yourself ..1 at|on|in|by|and
	you|somebody|someone ..1 signed for
	you were ..1 informed|notified|advised|warned|reminded|emailed|texted|refunded|offered|compensated
	we|i ..1 informed|notified|advised|warned|reminded|emailed|texted|offered ..1 you
	you were|have|had ..1 ..1 told|shown|given|asked ..3 clearly|already|several|repeatedly|before|at|when|that
	contrary to
	in fact|reality|truth|actuality
	as a matter of
	~ actually|really it|that|you|your|we|our|the
	set|put|get the|things|this record|facts|straight
	~ to|just|let ..3 clarify|correct|clear|point ..2 that|up|out|you|this|the|we|a|one
	~ point out
	~ i|we ..1 think|believe|suspect you ..1 will|may|might ..1 find|mean|have|be
	~ am|are quite|pretty|fairly sure|certain you|we|that|it|our
	there must|has|may|might|seems|appears ..2 be|been|to ..1 misunderstanding|confusion|mix|mistake ..2 on|at|with|about|$
	~ your|this|that|the allegation|accusation|version|assertion
	your claim that|of|is
	what you say|claim|describe|wrote ..3 not|is|wrong
	not what ..4 tell|tells|told|says|said|show|shows|see|seeing|have|heard|happened
	~ do|does|did not ..2 match|tally|agree|add with|up|our|what
	according to our|the|my|his|her|their|what
	we|the ..2 always|all ..1 answer*|reply|open|deliver*|arrive|charge|pick
	~ does|do|did not|never ..1 close|open|charge|leave|allow|happen|cancel|deliver|run ..2 before|until|unless|without|after|at|on|like|twice
	das hat|haben|wurde|kann|ist|war ..5 nicht|niemand|keiner|nie ..1 gesagt|so|stimmen|sein|passiert|versprochen|moglich|richtig|der|behauptet
	bei uns ..3 bestimmt|sicher|niemand|keiner|nichts
	laut|nach|gemass ..2 system|unterlagen|fahrer|aufzeichnungen|protokoll|daten|sendungsverfolgung|unseren
	unser|unsere|das|die system|unterlagen|daten|aufzeichnungen|sendungsverfolgung zeigt|zeigen|sagt|sagen|hat
	wurde|wurden|haben|ist|sind ..4 zugestellt|ubergeben|informiert|hingewiesen|unterschrieben|abgebucht|erstattet
	uns|bei liegt|liegen|uns ..2 keine|kein|nichts
	da irren|tauschen sie
	es waren|war|dauerte ..2 nur|lediglich|keine
	eso|esto|asi no ..2 es|fue|ha|paso|sucedio|ocurrio|cierto
	segun|conforme ..3 sistema|registros|datos|conductor|repartidor|seguimiento
	nuestro|nuestros|el ..1 sistema|registros|datos muestra|muestran|indica|indican|dice|dicen|consta
	consta|figura ..4 entregado|pagado|cobrado|que|como
	fue|ha ..2 entregado|informado|avisado|cobrado ..2 el|a|usted|una|correctamente
	se equivoca|confunde
	en realidad
	we|i|they|he|she|driver|courier|colleague|team|staff|technician|engineer|crew|agent did ..1 ring|call|knock|attend|arrive|deliver|send|reply|answer|email|inform|tell|notify|warn|offer|refund|come|try|attempt|mention|state|explain|respond|write|contact|turn|show|cancel|pay|ship|pack|check|clean|test
	did ring|knock|deliver|reply|answer|notify|warn|respond
	on|at|from our|my side|end ..3 it|everything|all|that|this|your ..3 was|is|has|looks|shows|appears|went
	should|must ..1 be|have ..2 with|reached|arrived|received|got ..1 you|it|already|by
	~ news to us|me
	left us|our|here|the ..4 perfect|good|fine|intact|full|undamaged|order|condition
	have|got|had ..1 you|it|this|that down as|for
	not ..1 aware of|that any|a|such
	can|could not|hardly|never ..1 have ..1 been|happened|come|gone|said|done|charged|taken|left|broken
	remember|recall ..1 it|that|this ..1 differently|otherwise|very
	~ nobody|none|colleagues|staff|team|crew|driver ..2 here? ..1 recall*|remember*|recognis*|confirm*|saw|denies|deny|assures|assured|insists|says|said
	tell|tells|told|say|says|said|give|gave ..1 us|me ..1 a ..2 different|other|another
	different|another picture|story|version
	two sides
	~ both sides
	in all|every fairness
	was ..3 checked|tested|inspected|counted|weighed ..3 before|when
	as|so agreed|requested|ordered|confirmed|described|advertised|booked ..1 $
	exactly what|as you|was|were ..2 ordered|booked|paid|requested|agreed|described|advertised|confirmed|asked
	meets|met|meet ..2 all|our|the|every ..2 standards|standard|requirements|specification|criteria
	to be precise|exact|accurate|strictly
	^ strictly|technically
	for accuracy|clarity|precision
	+ i|we have? ..1 checked|looked|reviewed ..8 standard|correct|correctly|no|not|never|delivered|signed|normal|working|fine|only|nothing|properly
	not what|how|as|something we|i|our|the ..3 see|seeing|have|find|show|shows|hear|heard|happened|says|tells|recognise|recognize
	^ with ..1 respect
	{staff} ..1 would ..1 never|not
	we|they would ..1 never ..2 hang|treat|say|speak|ignore|charge|lie|refuse|shout|swear|allow|do|send|leave
	nobody|none|no one? !should|must|deserves|ought|likes|wants ..2 hung|refused|ignored|shouted|laughed|lied|promised|touched|charged|cancelled|deleted|swore|insulted|stole !at|by *
	can|could find ..1 just|only
	exaggerat*|overstat*|hyperbole
	went|left|arrived|sent|delivered|shipped|ran|departed|dispatched|posted|processed|came|landed|answered|resolved|repaired ..3 on time|schedule
	went|left|arrived|sent|delivered|shipped|dispatched|processed|answered|fixed|replied|responded|repaired|was|were|is|are ..2 within|well|inside ..3 promised|agreed|stated|normal|advertised|usual|expected|delivery|target|estimated|window|timeframe|limits|guarantee|our
	+ you ..1 may|might|must|could|will|probably|perhaps|seem|appear ..2 be|have|are|to ..2 mixing|mixed|confusing|confused|thinking|misremembering|mistaking|mistaken|misunderstood|misread|overlooked
	~ was|were|is|are not ..1 chosen|selected|ordered|included|requested|booked|part|paid|covered|advertised|promised|guaranteed|agreed|ticked|stated|mentioned
	charge|amount|bill|price|fee|fees|invoice|total|meter|reading|statement|everything|balance|figure|calculation|deduction|quote ..3 is|are|was|were ..1 correct|accurate|right|valid|genuine|legitimate|justified|in|as|normal|fine|properly|correctly
	in order when|on|before
	+ think|believe|suspect|afraid|sure you ..1 will|would|may|might find
	noted|recorded|logged|reported|wrote|states|says|confirmed|confirms|insists|reports ..2 that? you|customer|someone|somebody ..1 ended|refused|declined|were|hung|did|asked|agreed|signed|accepted|cancelled|was|had
	we|i show|have|got|had that|it|this|you|order|him|them ..2 as|down
	you were|had|have ..3 sent|emailed|given|texted ..1 two|three|several|an|the|a|our ..2 updates|reminders|emails|notices|texts|notifications|warnings|messages|update|reminder|notice|notification|warning|text|email|sms|letter
	as far as ..4 concerned
	you ..1 got|received|had it|them|the ..3 on {month}
	your|the ..1 order|confirmation|booking|ticket|contract|receipt|invoice|agreement|form|listing|page|advert ..1 confirmation? has|had|says|said|shows|showed|states|stated|reads|lists|gives|specifies !been|not|gone|now|never|no *
	you did receive|get|have|sign|agree|order|book|accept|cancel|miss|use|choose|enter|open|read|click|tick|pay
	tells|tell|told|have|has|different|another ..1 a|an? ..1 another|different|other story|picture|version|tale
	the|our|my ..3 {proof} ..2 has|have|shows|show|had|says|say|lists|gives|records ..2 only|just|one|once|no|nothing|none|you|it|that
	it|that|this|there|they|you can|could|would not|hardly|never have ..1 been|happened|come|gone|taken|lasted|arrived|reached
	hardly be|have right|true|been
	stimmt so|nicht
	entspricht nicht
	nachweislich|belegen|dokumentiert
	haben|wurden|wurde ..4 punktlich|rechtzeitig|ordnungsgemass|korrekt|fristgerecht|einwandfrei
	war|waren|ist|sind ..4 punktlich|rechtzeitig|ordnungsgemass|korrekt|fristgerecht|einwandfrei|intakt
	keine|keinen|kein ..1 beschwerde|beschwerden|anruf|anrufe|eingang|storung|storungen|fehler|nachricht|bestellung|buchung|mangel
	so nie|nicht|niemals
	sie irren|verwechseln|tauschen
	richtig|tatsache|fakt ist
	sie ..1 wurden|haben ..4 informiert|benachrichtigt|unterschrieben|bestatigt|erhalten|zugestimmt|angenommen
	no nos|tenemos|hay|aparece|figura|vemos|encontramos|existe ..3 consta|constancia|registro|rastro|ninguna|ningun|incidencia|queja|reclamacion|llamada|pedido
	nos|me consta
	el|la|su ..1 pedido|paquete|vuelo|tren|cargo|importe|factura|maleta|tecnico|repartidor|compañero ..1 se? salio|llego|entrego|fue|es|esta|estaba|si|paso|acudio|llamo ..4 correcto|correcta|hora|punto|tiempo|bien|entregado|timbre|puntual|domicilio|perfecto
	no ..1 fueron|fue|eran|era|son|es ..2 horas|minutos|dias|tanto|cierto|exacto|asi|correcto|verdad|posible
	usted si|mismo|misma ..2 fue|recibio|firmo|acepto|confirmo|cancelo
	nadie ..3 dijo|prometio|colgo|cobro|cancelo|nego|grito
	nunca|jamas ..2 dijimos|prometimos|recibimos|cobramos|cancelamos|dicho|prometido|recibido
	^ laut|gemass|segun|conforme
	ist|sind|war ..1 nur|lediglich|bloss ein|eine|einen|zwei|einmal
	mussen|musst|durften|wohl|sicher ..1 sie|du? ..1 sich|dich ..1 irren|geirrt|tauschen|verwechseln
	hat|haben|hatte ..1 niemand|keiner|nie ..3 behauptet|gesagt|versprochen|zugesagt|angeboten|bestatigt|gebucht
	justo|exactamente lo que
	lo que ..1 pidio|encargo|compro|contrato|solicito|reservo
	salio|llego|entrego|envio|entregado|enviado ..2 correctamente|bien|correcto|hora|tiempo|perfecto|perfectas
	+ not what|as|how i|we ..1 ..1 see|seeing|show|find|have
	see|find|count|counted ..1 #number|one|two|three|four ..4 rather than|not
	going|judging ..1 by|from ..4 report|log|logs|records|notes|account|statement
	as it happens
	en el|nuestro ..1 parte|informe|registro|sistema|ficha ..1 pone|dice|consta|figura|aparece
`)

// argueExceptions are sentences that only sound like arguing.
var argueExceptions = compile(`
	point at|to the
	tells|says|told|reports ..8 wrong|stuck|lost|late|broken|missed|mixed|down|left|never|not|forgotten
	no ..1 wait|queue|waiting
	nobody|none|no one? said|told|warned|noticed|mentioned|explained|asked
	leave|stay|stays|keep|app|still|remain ..2 logged
	you sent|returned|posted|brought|handed|shipped|paid|cancelled|booked|did|arrived|came|called|wrote ..6 on|in|within time
	not our ..1 best|brightest|finest|proudest|smartest|usual|favourite|intention|idea
	status|incident|travel|help page
	make|makes you|one|anyone|us
	before|after|when|until|as ..3 *ed
	watching|checking|looking|reading|going|asking|pulling ..3 {proof}
	before|when|after|until|where you *
	while|although|though|whereas ..3 {proof}
	should be with you in|by|within|about|shortly|soon|before|any
	you|we|i ..1 were|was ..1 there|outside
	we|i did|have not ..1 turn|turned|answer|answered|call|called|tell|told|come|arrive|reply|replied|check|checked|write|keep|kept|warn|warned|listen|read|ring|explain|let|ask|notice|spot|deliver|fix|prepare|send
	miracles promised
	does not add up ..1 to|either
	as far as i know|see|can|understand
	gone|lost|missing|deleted|wrong|down|late from|on our|my side|end
	invoice|bill|statement ..1 shows|lists both|all|each
	{proof} and|but|so i|we
	there was|is|were|are no ..2 sign|notice|note|warning|queue|information|one|screen|seat
	soll|sollte|darf|durfte ..3 bei uns
	kein|keinerlei fehler von|bei ihnen|dir
	that|this|it is not the|what|how|our ..3 experience|service|standard|want|aim|typically|usually|kind|level|like|expect|hope|do|should|intended
	that|this|it is not right|what|how|possible|our ..1 to|we|you|things|it
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
	as|so far|soon as we|i can ..1 ..2 help|tell|get|do|from
	you were|are|have ..1 told ..1 one|different|that|to|something|otherwise|wrong
	was|were|is|has|have|had not|never ..1 been? ..1 ..1 told|answered|given|heard|resolved|fixed|sorted|delivered|refunded|right
	i|we do not ..1 understand|think ..2 either|fair|right|good
	unlikely ..3 to
	actually ..2 on|looking|help|have|good|great
	i|we|will|would|to find|found|look*|hear|ask
	as a matter of urgency|priority
	side|end ..8 wrong|failed|fault|mistake|broke|broken|fell|slipped|down|delay|late|missed|error|let|problem|looking|checking|working
	our|my side|end ..2 ..1 to|we|i
	can|could not|hardly|never ..1 have ..1 been|felt|come ..3 easy|fun|nice|pleasant|great|good|what|comfortable|worse|more|clearer|at|happened|your|right
	can|could not have ..1 said|put|done
	should|must ..1 be|have ..2 been|felt
	should|must ..1 have ..1 arrived|reached|been|received|got|had ..4 days|weeks|yesterday|ago|by|then|long|last|on|already
	both sides of
	who|what|which ..1 he|she|they|colleague|driver|crew|team|staff ..1 says|said|recall|remember
	i|we have? ..1 checked|looked|reviewed ..6 not|no|nothing|never|still ..4 why|yet|right|good|arrived|moved|should|tell|trace|told|heard
	make|making|sure|check|checking|ensure|until|see|whether|if|sorry|when|before|that|once ..5 is|are|was|were
	not what|how|something ..1 we|i|anyone ..3 have|want|like|hear|do|say|see ..1 said|wanted|for|from|to|again|when|anybody|anyone|you
	would not ..1 want|be|like|have|wish|blame|believe|put|go|say|help|trust
	with respect ..2 to
	as far as ..2 possible|can
	sorry|apolog* ..4 was|were|is|are|had|has not
	you ..1 got|received|had ..6 late|broken|wrong|instead|damaged|nothing|no|without|cold|missing|and
	nicht sein und ..3 leid|entschuldig*
	darf|durfte nicht ..1 sein|passieren
	you did ..3 and ..1 we|it|i
	something|anything|things|thing|what|which|that|where|when|who|how|whom ..1 you never
	should|must never|not
	no ..4 tiempo|hora|bien|correctamente|correcto
`)
