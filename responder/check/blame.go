package check

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
