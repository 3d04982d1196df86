package check

func blamesCustomer(r *reading) string {
	return broken(blameCustomer.findUnless(r.reply, blameExceptions), "never put it on the customer; say what we will do about it")
}

var blameCustomer = spoken(`
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
	had you|your|the|this|it|they ..8 would|could|might
	if|only|provided|unless you|your|only ..2 had|have|checked|read|followed|called|paid|told|looked|come|booked|updated|given|gave|let|contacted|arrived|measured|reported|had|asked ..12 would|could|might|will|be
	if you had ..8 could|might|would
	you ..1 would|could|might have ..6 if|had|by
	you should|ought|need|could ..1 have ..1 *ed|*en|read|put|set|made|told|come|left|gone|bought|brought|known|kept|paid|taken|been|seen|chosen|done
	you really|definitely|clearly|perhaps|probably? should|ought|need|must|could ..1 have ..1 *ed|*en|read|put|set|made|told|come|left|gone|bought|brought|known|kept|paid|taken|been|seen|chosen|done
	best|better|easier|wise|wiser|sensible|advisable|important|essential|helps|help to|if ..1 always|you|arrive|book|check|read|plan|allow|call|leave|order|measure|keep|back ..6 next|before|ahead|early|earlier|first|time|future|beforehand|always|backup|copy|own
	next|another|future time ..1 please|maybe|perhaps|do|you? ..1 could|should|might|may|please? make|read|check|try|remember|arrive|allow|leave|plan|give|book|bring|order|take|use|keep|consider|measure|double
	please|do|be|always ..1 make sure|ensure|remember|check|read|double|careful|be|keep ..8 next|before|in|when|ahead|future|ordering|booking|posting|buying|paying|complaining
	why|that|this we|is ..1 always|why|strongly? we? recommend|ask|advise|suggest|tell|say|encourage|remind|warn
	we|i ..1 always|strongly|do|generally|did recommend|recommended|advise|advised|suggest|warn|warned|tell|ask|encourage ..1 !to|you|that *
	we|i ..1 always|did recommend|recommended|advise|advised|suggest|warn|warned|tell|ask|encourage
	is|are|remains up|down to each|you|every|individual|customers|passengers|users|guests|the !standard|mark|job|task *
	customer|customers|passenger|passengers|guest|guests|user|users|buyer|buyers|members|tenants|travellers|everybody|everyone|people ..1 is|are|must|need|have|should|ought ..2 responsible|responsibility|check|read|ensure|make|keep|allow|expected|arrive|to|know|provide
	responsible|responsibility|duty|obligation for|to|of|lies|rests ..2 the? your|you|customer|customers|passenger|checking|reading|user|with|own
	your own? fault|error|mistake|choice|decision|oversight|doing|negligence|problem|mix
	you|somebody|someone|they must|may|might|probably|obviously|clearly|seem|appear|apparently|likely|simply|just|did|possibly ..2 to? ..1 have? ..1 missed|forgot|forgotten|overlooked|ignored|entered|mistyped|misread|selected|chosen|chose|put|given|gave|wrong|left|deleted|clicked|typed|confused|opted|agreed|skipped|failed|measured|used|waited
	looks|look|seems|seem|appears|sounds|sound like|as|that|to ..1 though? ..1 you|somebody|someone|the ..4 did|do|have|were|not|forgot|missed|wrong|mistyped|entered|selected|put|left|used|chose|gave|ordered|ignored|too|never|may|might
	most|many people|customers|users|cases ..8 mistyped|forgot|forget|wrong|misread|overlook*|ignore|entered|their|user
	you ..1 waited|booked|ordered|contacted|called|applied|arrived|reported|told|complained|missed|left ..3 late|deadline|window|cutoff
	you left|waited it|this|that|us ..1 too
	you ..1 booked|bought|took|chose|picked|ordered ..3 cheapest|basic|saver|budget|lowest|slowest|non
	you only|never|just ..1 told|contacted|called|reported|asked|paid|booked|sent|mentioned|let|gave|raised|replied|answered|turned|came|read|checked
	you ..1 chose|picked|selected|opted|agreed|signed|accepted|ticked|clicked|decided|declined|consented|insisted ..2 for|to|the|a|our|this|not|that|without|up|on|those|no
	address|e-mail|email|number|details|name|date|code|time|pin ..2 you gave|entered|provided|supplied|typed|filled
	you|your gave|entered|provided|typed|filled|put|used|own|chosen|selected ..3 wrong|incorrect|old|incomplete|invalid|different
	there for you to
	easy|clearly|plainly|plain to|marked|stated|signposted|visible|written|shown|displayed|labelled|see|read|for ..1 miss|read|see|on|in|at|you|anyone
	cutting it|things|that
	leave|give|allow yourself more|longer|plenty|enough|extra|some
	nobody|no|not ..1 one? forced|made|asked|forces you
	your browser|phone|device|router|wifi|internet|laptop|settings|computer|password|connection|bank is|are|must|may|was|has ..1 probably|simply|just|old|outdated|wrong|at|out|too|to|the
	not ..1 read|following|reading|checking|listening|paying ..2 instructions|terms|properly|attention|description|label|email|notice|first|carefully
	did|have|has you|your|anyone ..2 read|check|followed|read|look|bother|think|even|try|actually|really|already|not|forget|consider|follow
	hatten|haben|hattest|wenn|da sie|du ..8 hatten|waren|ware|hattest|mussen|sollen|konnen|konnte|ware
	sie|du hatten|hattest|hatte|mussten|sollten ..8 mussen|sollen|konnen|beachten|lesen|prufen|informieren|angeben|wissen
	sie|du ..1 haben|hast ..1 wohl|offenbar|anscheinend|vermutlich ..4
	sie|du haben|hast ..6 falsch|falsche|falschen|vergessen|ubersehen|versaumt|selbst|verwechselt|spat|nicht ..3
	beim|das|nachsten nachste|nachstes|mal ..2 mal|bitte|lesen|achten|fruher|besser
	liegt|lag ..3 bei|an ihnen|dir|ihrem|ihrer
	ihr|ihre|dein|deine ..1 schuld|fehler|verantwortung|pflicht|entscheidung
	debio|debia|deberias|debiste|deberia|tenia|tendria ..1 que? ..1 haber leido|revisado|avisado|comprobado|mirado|elegido|contratado|llamado|preguntado|reservado|pagado
	si ..2 hubiera|hubiese|hubieras ..6
	la|proxima|otra ..1 vez ..3 lea|revise|compruebe|llegue|avise|recuerde|llame|procure|reserve
	usted|ud|tu ..2 no ..2 leyo|reviso|aviso|siguio|indico|puso|llego|pago|eligio|acepto|firmo
	es|fue|era ..1 su|tu|culpa|responsabilidad ..1 culpa|responsabilidad|error|suya|tuya|del
	would|could|might have ..1 told|shown|warned|saved|spared|prevented|avoided|explained|helped ..2 you|this|that|it|trouble|all
	not|never ..1 meant|designed|intended|made|built|suitable|recommended|supposed ..1 for|to ..1 be ..1 *n|*ed|used|put|in
	not|never ..1 meant|designed|intended|made|built|suitable|recommended for
	the|our {docs} ..2 makes|make|say|says|states|state|explains|explain|warns|warn|mentions|mention|covers|tells|told|asks|clearly|does|do
	who|whoever|anyone|anybody|people|those ..8 can|must|should|need|has|have ..1 not|hardly|to ..2 expect|complain|surprised|accept|reckon|live
	must|should|can not ..1 be ..1 surprised
	do not ..1 be ..1 surprised
	what|that|it|this happens when|if you|people|someone|customers|one
	risk|chance you take|took|run|ran|accept|accepted
	you ..1 knew|were ..1 aware
	common|classic|frequent|typical|popular mistake|error|slip|misunderstanding
	people|customers|guests|users|passengers|many|most|some ..2 tend|often|usually|forget|skip|miss|overlook|underestimate ..1 to? ..1 forget|skip|read|miss|overlook|leave|the|this
	somebody|someone|one ..1 has|have|had ..1 to|not ..1 read|look|check|listen|follow
	a? little|bit|moment|minute|second of|'s? ..1 care|reading|attention|planning|patience|thought|common ..4
	common sense
	surely you ..3
	wer ..10 nicht ..1 wundern|beschweren|erwarten
	darf|durfen|darfst|muss|mussen|musst ..3 nicht ..1 wundern|beschweren
	selbst|selber schuld
	steht ..3 in|auf|im der|den|dem|ihrer|ihrem|unserer
	quien ..10 no ..2 puede|debe|deberia
	no ..2 puede|puedes|puedan ..2 quejar*|extran*|sorprend*
`)

// blameExceptions take the customer's side with the same words.
var blameExceptions = compile(`
	you should|could not|never have to|had|been
	you should have had|heard|received|got|gotten|been|experienced|a|an|better
	you should have ..1 a|an|our|my ..1 message|reply|answer|call|dm
	you could|must have ..1 had|been|felt|feel|a
	you should|could ..2 to? have received|had|a|been|heard|got|better
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
	you should|must|ought|could|would ..2 not|never ..1 have|need
	you should|ought|would|could ..1 have ..2 had|heard|got|received|been|gotten|seen|expected|to
	you ..1 should|must ..1 ..1 get|see|hear|find|now|soon|be|receive
	you should ..2 see|hear|get|find|receive
	no|nothing|not|isnt|through|never ..3 your ..1 fault|doing|mistake|error|choice|responsibility
	none of
	not|never ..4 up|down to you
	is|be|are up to you
	if you ..1 had|have ..1 ..3 order|moment|minute|photo|time|reference|already|any|a|the|your|details|number|screenshot|message|questions|trouble ..8
	if you ..1 have|had
	if you ..1 read|checked|called|look ..2 this|in|your|message ..8 will
	if|could|would you ..1 let|give|gave|come|told|tell|ask|asked|contacted ..3 me|us|them|in|by
	make sure ..1 you|we|that|it ..3 are|get|have|do|never|not|hear|keep|reach|this|so
	did you ..2 manage|get|hear|receive|see|have|see|keep|notice
	have you ..1 tried|had|already|got|heard
	looks|seems|sounds like|as ..1 though? ..1 you ..1 have|had|were|are|got ..2 been|had|left|waiting|right|a|let|waited|told|stuck|not ..1 been|heard|had
	you ..1 were|are|have|had ..1 been? ..1 left|told|kept|given|sent|made|let|asked|passed|waiting
	you waited ..4 and|for|with|on|in|all|three|two|so|hours|days|weeks
	you left|had|arrived|came|got ..2 with|in|without|home|to ..2 tears|hungry|nothing|anything|our|us
	you|must|may have ..1 been|felt
	you paid|ordered|booked|bought|chose|picked|asked|wanted for|us|a|and
	the ..4 you ..1 booked|ordered|paid|bought|wanted|chose|need|picked
	the|an|that ..4 you gave|provided|sent|used ..1 me|us|in
	try|check|use|restart ..2 your ..1 browser|phone|device|router|app|wifi
	to|from|at|on your ..1 end|side ..2 of
	wrong|old ..4 you ..1 got|were|received|sent
	best|better ..1 ..1 time|way|number
	your ..2 own ..2 time|pace|home|words|line|account|room|bed|house
	wenn|falls sie|du ..3 mogen|mochten|haben|hast|noch|wollen
	sie haben ..4 recht|gewartet|bekommen|nicht ..2 verdient|bekommen|gehort
	sie hatten ..5 bekommen|verdient|horen|haben|gebraucht
	deberia|tendria|debia ..1 haber? ..1 ser|recibido|tener|sido|esperar|tenido|llegado
	no|nunca ..1 deberia|debia
	sie|du sollten|solltest|sollte ..1 uns|nicht|nie|keine|kein|das *
	deberia|tendria ..1 que? ..1 haber ..1 sido|llegado|funcionado|pasado
	from|by us|our|me ..4 would|could|might have ..3
	we|i|our|they|somebody|someone|message|call|email|text|word|warning|reply|answer ..4 would|should|could|might have ..3
	not|never ..1 meant|designed|intended|made|supposed to ..1 be? ..1 do|happen|work|break|leak|like|this|that|feel|smell|arrive|take|end|go|look|so|left|kept|treated|stuck|ignored|broken|late|delayed
	not|never ..1 meant|designed|intended|made for ..1 you|anyone
	your|you|still|wrong|wrongly|if|what|which|whether {docs}
	take|taking ..1 more care|attention
	what|that|it|this happens ..3 next|now|then
	what happens when|if you ..1 call|write|message|try|open|click|press|start|turn|use|log|switch
	with|we|i|deserve|deserved|deserves ..3 more? ..1 care|attention|thought
	knew|aware we|i|our
	let you knew|know
`)

func blamesColleague(r *reading) string {
	return broken(blameColleague.findUnless(r.reply, colleagueExceptions), "do not agree in public that a colleague was at fault; say how it should be and that you are on it")
}

var blameColleague = spoken(`
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
	{human} ..3 should|ought|could|must ..1 not|never|have|really|to ..1 have? ..1 said|told|spoken|laughed|shouted|promised|treated|behaved|acted|ignored|done|made|hung|left|answered|known|talked|checked|helped|sworn|refused|given|been|called|listened
	should|ought ..1 not|never|to ..1 have ..1 said|told|spoken|laughed|shouted|behaved|acted|talked|hung|sworn
	{human} is|was|are|were|seems|appears ..2 new|inexperienced|untrained|trainee|learning|training|rude|lazy|careless|wrong|useless|mistaken|drunk|tired|stressed|overworked|incompetent|clumsy|confused|rough|lying|unprofessional|unhelpful|known|notorious|disciplined|reprimanded|fired|dismissed|suspended|dealt|spoken
	{human} ..1 was|were|is|are|did|does|has|have|had|do not ..1 *ing|follow|listen|pay|check|do|know|read|bother|care|scan|knock|ring|look|trained|wearing|qualified|supposed|even|understand|try|ask|pass|have|tell|belong
	somebody|someone|whoever ..4 was|were|did|does|has|have not ..1 *ing|follow|listen|pay|check|do|know|read|bother|care|scan|pass|tell|ring
	{staff}|somebody|someone|whoever ..5 {fault}
	{human} ..1 made|make|got|gets|took|has|had|have|had ..3 mistake|error|wrong|bad|blunder|mess|off|attitude
	somebody|someone|whoever ..4 made|got|dropped|wasnt|let|slipped|put ..2 mistake|error|wrong|ball|blunder|down
	{staff} ..1 made|make|got|dropped|let ..2 mistake|error|wrong|ball|blunder|mess|us|you ..1 down?
	whoever ..1 you
	whoever ..3 told|served|helped|answered|packed|spoke|handled|took|dealt|did|sold
	{human} knows|know|knew better
	{human} will|is|has|have|gets|get|was ..3 fired|disciplined|punished|reprimanded|retrained|sacked|dismissed|suspended|warning|consequences|written|training|spoken|talking|dealt|told|removed|replaced|let|hear|hearing|apologise|apologize
	i|we ..1 have|will|had ..2 told|speak|spoken|talk|talked|fire|deal|dealt|discipline|warn|warned ..1 with|to? him|her
	i|we ..2 had|have ..2 word|words with
	human error ..3 by|of|on|from
	{human} does|did not ..1 work|belong|represent|deserve|speak
	not|isnt|never one of ours|us|our
	no longer work|works|employed|working|be|with ..2 us|here|for
	blame|fault|responsibility|responsible|culprit|error|mistake ..3 {staff}
	{staff} is|are|was|were ..2 blame|fault|responsible|problem|culprit
	{staff} ..1 often|always|sometimes|regularly|keep|keeps|tend|tends ..3 wrong|do|does|mistakes|late|this|forget|get|make|doing|making|to
	{staff} let|lets|have|has|failed|fails ..1 let|failed? ..1 us|you|down
	third party|parties
	outsourced|subcontractor|subcontractors
	bad apple|apples
	mitarbeiter|mitarbeiterin|fahrer|fahrerin|kollege|kollegin|kollegen|bote|zusteller|zustellerin|techniker|kellner|verkaufer|verkauferin|aushilfe|azubi|partner|subunternehmer|lieferdienst|hotline|lager ..4 fehler|falsch|schuld|unfreundlich|unhoflich|versagt|mist|vergessen|gepatzt|neu|verschlampt|geschlampt|verwechselt|verbockt|verpeilt|abmahnung|konsequenzen|entlassen|unaufmerksam|ungeschickt|uberfordert|hatte
	abmahnung|abgemahnt|entlassen|gekundigt|zusammengestaucht
	repartidor|empleado|empleada|agente|companero|companera|transportista|conductor|camarero|camarera|tecnico|operador|operadora|dependiente|dependienta|becario|proveedor ..5 equivoc*|error|mal|grosero|grosera|culpa|nuevo|nueva|olvido|despist*|sancion*|despedid*|maleducado|fallo|torpe
	between us|you ..2 and|, *
	between us
	{staff} ..5 has|have|is|are|was|were never|not|hardly ..2 been? ..1 good|reliable|up|great|right|easy|best|brightest|sharpest|strongest|known|careful|friendly|polite|ideal
	we|i have|had|get|got ..3 trouble|problems|issues|complaints|difficulties|trouble with|about|from ..3 {staff}|him|her|them
	not the first|only time|complaint|one|person ..4 about|with|from|of ..2 {human}|{staff}|him|her|them
	{staff} ..1 lets|let the|our|us side|down
	did|do|does|doing|done not ..1 her|his|their job|jobs|bit|homework|work
	her|his|their ..1 fault|mistake|error|doing|oversight|slip|carelessness
	asleep|dropped|sleeping ..2 wheel|switch|job|ball
	temp|agency|holiday|stand ..2 cover|driver|staff|worker|chef|nurse
	{human} ..1 has|had|was|is|were ..2 bad|off|rough|long|difficult ..1 day|morning|shift|week|start|night
	{human} ..2 know|knew|knows ..1 better
	embarrass*|ashamed ..2 by|of|for ..2 {staff}|him|her|them
`)

// colleagueExceptions: somebody who will help, or the post's own words.
var colleagueExceptions = compile(`
	team|staff|crew|department|store|branch|colleague|manager|agent|person has|have|is got|been your|told|in|on|it
	team should have ..1 an|a|your|more|it
	team should have ..2 done|treated|been ..2 better
	someone|somebody|{staff} ..1 will|can|is|are|to|should|would
	someone|somebody|{staff} should|ought ..1 have ..1 called|answered|rung|told|been|come|let|got|helped|replied|met|given|checked
	{staff} ..1 has|have|had|is|are been? looking|working|checking|asked|sent|told|trying|on|in|at|contacted|called|dealing|still|also|already|now
	{human} ..1 do|does|did not ..1 know|have
	you|they ..1 are|were|have ..1 left|told|not
	{staff} ..1 will|can|may ..1 not
	{staff} team|desk|office|line|number|hours|manager|will
	{staff} to ..8
	they are|will|did|have|were
	people|person|team|staff|engineer|engineers|crew|store|depot|warehouse|kitchen ..1 responsible|who|that|in|at|to
	bad day you|for
	we|i|you|it|that|this|nobody|which|nothing|system|app|email|message|one|letter|page|machine should|ought ..1 not|never|have|to
	{staff} ..5 has|have|is|are|was|were not ..1 been ..1 good|right|easy|great ..1 to|at ..1 you|answering|replying|telling
	our|we|i ..2 did|do|does not ..1 do ..1
	{staff} ..1 has|have|is ..1 not ..1 been ..1 right ..1 for
`)
