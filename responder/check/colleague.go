package check

func blamesColleague(r *reading) string {
	found := blameColleague.findUnless(r.reply, colleagueExceptions)
	if found == "" {
		found = r.pointsAt()
	}
	return broken(found, "do not agree in public that a colleague was at fault; say how it should be and that you are on it")
}

var blameColleague = spoken(`
	it is|was ..1 the|our|that|a ..3 {staff} ..1 firm|company|team|who|that ..1 has|have|let|did|got|lost|broke|forgot
	that is the|your|our ..1 {staff} for you
	haulier|hauliers|couriers|removers ..4 let|dropped|lost|broke|scratched|for
	slipped|slips his|her|their mind
	booking|third|comparison|partner site ..4 twice|wrong|sold|mess*|it
	nicht ..2 sauber|sorgfaltig|ordentlich|richtig ..1 gepackt|gearbeitet|gepruft|geputzt|gelesen|verladen
	gave|told|given|giving ..1 you ..1 nonsense|rubbish
	~ blame ..1 it|accounts|billing|{staff}|them|him|her|traffic|weather|brexit|customs|dispatch
	typical of|for them|him|her|that|this|these|our|the
	pfusch*|murks|schlamperei*|schlampig*|schludrig*|stumper*|chapuza*
	colleague|colleagues|agent|agents|driver|drivers|courier|rep|reps|representative|staff|employee|employees|crew|attendant|attendants|steward|stewardess|manager|operator|cashier|server|waiter|waitress|intern|technician|engineer|pilot|clerk|guy|person|team|advisor|assistant|worker|workers|department|partner|supplier|contractor|store|branch|warehouse is|was|were|are|has|have|had clearly|obviously|simply|just|completely|very|so|really|totally|been|being? wrong|rude|lazy|incompetent|careless|useless|unprofessional|mistaken|new|inexperienced|negligent|unacceptable|terrible|awful|bad|lying|stupid|confused|untrained|unhelpful|dishonest
	colleague|agent|driver|courier|rep|representative|staff|employee|crew|attendant|manager|operator|cashier|server|waiter|waitress|intern|technician|pilot|clerk|guy|person|team|advisor|assistant|worker|department|partner|supplier|contractor|warehouse|store|branch clearly|obviously|has|have|simply|just|really|must? have? made|messed|screwed|failed|forgot|lied|dropped|blew|misinformed|misled|ignored|neglected|broke|lost|botched|mishandled|misplaced|got
	colleague|agent|driver|courier|rep|representative|staff|employee|crew|attendant|manager|team|department|technician|person should|ought have|not|to|never|know
	was|is|be our|the|their|that ..2 agent|driver|courier|staff|crew|colleague|warehouse|carrier|team|department|supplier fault|mistake|error
	mistake|error by|of|from ..3 agent|driver|colleague|courier|staff|employee|crew|team|member|department|rep
	we|i will ..1 fire|discipline|punish|reprimand|sack|retrain|suspend
	whoever served|told|helped|answered|spoke|handled
	that|this agent|driver|employee|person|colleague|rep ..3 no longer
	schuld|fehler des|der|unseres|unserer fahrers|kollegen|mitarbeiters|zustellers|kollegin
	culpa|error de|del nuestro|nuestra? repartidor|empleado|agente|companero|transportista|conductor
	~ {human} ..3 should|ought|could|must ..1 not|never|have|really|to ..1 have? ..1 said|told|spoken|laughed|shouted|promised|treated|behaved|acted|ignored|done|made|hung|left|answered|known|talked|checked|helped|sworn|refused|given|been|called|listened
	should|ought ..1 not|never|to ..1 have ..1 said|told|spoken|laughed|shouted|behaved|acted|talked|hung|sworn
	{human} is|was|are|were|seems|appears ..2 new|inexperienced|untrained|trainee|learning|training|rude|lazy|careless|wrong|useless|mistaken|drunk|tired|stressed|overworked|incompetent|clumsy|confused|rough|lying|unprofessional|unhelpful|known|notorious|disciplined|reprimanded|fired|dismissed|suspended|dealt|spoken
	~ {human} ..1 was|were|is|are|did|does|has|have|had|do not ..1 *ing|follow|listen|pay|check|do|know|read|bother|care|scan|knock|ring|look|trained|wearing|qualified|supposed|even|understand|try|ask|pass|have|tell|belong
	somebody|someone|whoever ..4 was|were|did|does|has|have not ..1 *ing|follow|listen|pay|check|do|know|read|bother|care|scan|pass|tell|ring
	{staff}|somebody|someone|whoever ..5 {fault}
	{human} ..1 made|make|got|gets|took|has|had|have|had ..3 mistake|error|wrong|bad|blunder|mess|off|attitude
	somebody|someone|whoever ..4 made|got|dropped|let|slipped|put ..2 mistake|error|wrong|ball|blunder|down
	{staff} ..1 made|make|got|dropped|let ..2 mistake|error|wrong|ball|blunder|mess|us|you ..1 down?
	whoever ..3 told|served|helped|answered|packed|spoke|handled|took|dealt|did|sold
	{human} will|is|has|have|gets|get|was ..3 fired|disciplined|punished|reprimanded|retrained|sacked|dismissed|suspended|warning|consequences|written|training|spoken|talking|dealt|told|removed|replaced|let|hear|hearing|apologise|apologize
	i|we ..1 have|will|had ..2 told|speak|spoken|talk|talked|fire|deal|dealt|discipline|warn|warned ..1 with|to? him|her
	i|we ..2 had|have ..2 word|words with
	not|never one of ours|us|our
	no longer work|works|employed|working|be|with ..2 us|here|for
	blame|fault|responsibility|responsible|culprit|error|mistake ..3 {staff}
	{staff} is|are|was|were ..2 blame|fault|responsible|problem|culprit
	{staff} ..1 often|always|sometimes|regularly|keep|keeps|tend|tends ..3 wrong|do|does|mistakes|late|this|forget|get|make|doing|making|to
	third party|parties
	outsourced|subcontractor|subcontractors
	bad apple|apples
	mitarbeiter|mitarbeiterin|fahrer|fahrerin|kollege|kollegin|kollegen|bote|zusteller|zustellerin|techniker|kellner|verkaufer|verkauferin|aushilfe|azubi|partner|subunternehmer|lieferdienst|hotline|lager ..4 fehler|falsch|schuld|unfreundlich|unhoflich|versagt|mist|vergessen|gepatzt|neu|verschlampt|geschlampt|verwechselt|verbockt|verpeilt|abmahnung|konsequenzen|entlassen|unaufmerksam|ungeschickt|uberfordert|hatte
	abmahnung|abgemahnt|entlassen|gekundigt|zusammengestaucht
	repartidor|empleado|empleada|agente|companero|companera|transportista|conductor|camarero|camarera|tecnico|operador|operadora|dependiente|dependienta|becario|proveedor ..5 equivoc*|error|mal|grosero|grosera|culpa|nuevo|nueva|olvido|despist*|sancion*|despedid*|maleducado|fallo|torpe
	between us|you ..2 and *
	between us
	{staff} ..5 has|have|is|are|was|were never|not|hardly ..2 been? ..1 good|reliable|up|great|right|easy|best|brightest|sharpest|strongest|known|careful|friendly|polite|ideal
	we|i have|had|get|got ..3 trouble|problems|issues|complaints|difficulties|trouble with|about|from ..3 {staff}|him|her|them
	not the first|only time|complaint|one|person ..4 about|with|from|of ..2 {human}|{staff}|him|her|them
	{staff} ..1 lets|let the|our|us side|down
	did|do|does|doing|done not ..1 her|his|their job|jobs|bit|homework|work
	her|his|their ..1 fault|mistake|error|doing|oversight|slip|carelessness
	~ asleep|dropped|sleeping ..2 wheel|switch|job|ball
	temp|agency|holiday|stand ..2 cover|driver|staff|worker|chef|nurse
	{human} ..2 know|knew|knows ..1 better
	{human} ..5 gave|told|quoted|sold|sent|passed ..1 you ..2 wrong|incorrect|false|bad|outdated|misleading|the|inaccurate ..1 wrong|information|info|advice|figure|price|answer|item|one
	{human} had no|little right|business|reason|excuse|authority|idea|clue
	rookie|beginners|newbie|trainee|amateur|careless|sloppy|silly error|mistake|work|slip|handling|packing
	mistake|error|slip|blunder|oversight ..2 by|of|from|on|in ..3 {staff}|{human}|somebody|someone
	{staff} ..2 is|are|was|were not ..2 most|best|very|too|great|exactly|always|known|reliable|brightest|sharpest
	stern|quiet|serious word|words|talk|chat|conversation ..2 with ..3 {staff}|{human}|him|her|them
	{staff} ..1 still|clearly|badly|obviously|definitely|really|does|do? need|needs|lack|lacks ..2 training|manners|reminding|lesson|talking|coaching|skills|experience|supervision
	{human} ..5 has|had|have not ..1 been here|with|long|in|on
	{staff}|someone|somebody|phones ..2 dropped|drops the ball
	~ do|did|can not know|imagine|understand|explain|think|say|tell what|why|how ..2 {human} ..1 was|were|is|thought|did|said|could|thinking|would
	one of our|the ..1 weaker|worst|worse|less|poorer|poor|newer|junior|difficult
	{staff} ..1 promised|promise|promises|offered|said|told|agreed ..3 something|things|what|more|it|you|that ..3 not|no|never|wrong
	out of order|line $|and|with|there|here
	one is on ..2 {staff}
	{human} ..2 not ..1 be? bothered|botherd
	could|can not|hardly be bothered
	~ not everyone|everybody|all|every|one ..4 does|do|is|are|works|work|cares|reads|pays|has|takes
	{human} ..1 was|were|is|has|have|been ..2 careless|reckless|sloppy|hasty|negligent|clueless|hopeless|impolite|short|abrupt|unfriendly|dismissive|unprofessional|inattentive|distracted|forgetful|overwhelmed|slow|inconsiderate|disrespectful|arrogant|insensitive|out
	they are|were ..2 hopeless|useless|terrible|sloppy|careless|unreliable|notorious|awful|slow|bad
	{staff} ..2 are|is|was|were ..2 hopeless|useless|sloppy|careless|unreliable|notorious|lazy|incompetent|clueless|negligent|hasty
	appalled|ashamed|embarrassed|disgusted|disappointed|furious|shocked|angry|annoyed|dismayed|mortified at|by|with|in|of ..2 {staff}|{human}|them|him|her|behaviour|conduct
	complaints|complaint|problems|trouble|issues|reports ..2 about|with|from|against|over ..2 {human}|{staff}|him|her|them ..2 before|already|too|lately|$
	{human} ..1 let|lets|has|have|had ..1 let? ..1 you|us|everyone ..1 down
	{human} ..2 clearly|obviously|simply|plainly|evidently|apparently ..3 not|never|forgot|ignored|wrong|missed|made|failed
	i|we ..1 have|had ..1 reported|flagged ..2 {human}|him|her ..3 to ..3 manager|supervisor|hr|boss
	will ..3 hr|consequences|disciplinary|warning
	{human} ..1 acted|behaved|spoke|reacted|handled ..4 badly|poorly|wrongly|inappropriately|unprofessionally|rudely|like|alone|without|against
	human error
	mitarbeiter*|fahrer*|kolleg*|bote|boten|zusteller*|techniker*|kellner*|verkaufer*|aushilfe*|azubi*|praktikant*|subunternehmer*|lieferdienst|spedition|callcenter|hotline|lager ..5 fehler|falsch*|schuld|unfreundlich|unhoflich|versagt|mist|vergessen|gepatzt|verschlampt|geschlampt|verwechselt|verbockt|verpeilt|unaufmerksam|ungeschickt|uberfordert|geschlafen|unzuverlassig|schludrig|geirrt|nachlassig|inkompetent|vertan
	ins gebet|gewissen
	{staff} ..1 tends|tend|seem|seems|like|likes ..1 to ..2 get|miss|mix|forget|overpromise|lose|mess
	+ {human} ..1 will ..1 be ..1 hearing|answering|facing
	{human} ..4 is|was|are|were ..1 new|inexperienced|untrained|learning|trainee
	companer*|emplead*|agente*|repartidor*|conductor*|tecnico* ..12 problemas|quejas|avisos|despedir|advertencia
	kolleg*|mitarbeiter*|fahrer*|zusteller* ..8 probleme|beschwerden|arger|abgemahnt|verwarnt
	not ..1 acceptable|okay|ok|right|good|fair|nice ..1 from|of ..1 him|her|them
	having|have ..1 words with
	drag|drags|dragged|dragging ..1 its|their|his|her|the feet
	fired|sacked|dismissed ..1 him|her|them
	{human} ..4 is|was|are known|notorious|famous ..1 for|to
	companer*|emplead*|agente*|repartidor*|conductor*|tecnico* ..8 disgustos|dolores|guerra
`)

// colleagueExceptions: somebody who will help, or the post's own words.
var colleagueExceptions = compile(`
	he|she|they will|is|gets hear|getting it|your|this|that
	marked|shown|showing|signed|flagged|listed|put|is|are ..3 as out
	how|that|sorry ..2 phones|lines|system|app|line|website ..3 down
	hear|know|say|think|feel ..3 more than
	been told|asked|reminded
	how ..3 he|she|they|it
	he|she|they must have
	more than a|an ..1 mistake|slip|error
	team|staff|crew|department|store|branch|colleague|manager|agent|person has|have|is got|been your|told|in|on|it
	someone|somebody|{staff} ..1 will|can|is|are|to|should|would
	someone|somebody|{staff} should|ought ..1 have ..1 called|answered|rung|told|been|come|let|got|helped|replied|met|given|checked
	{staff} ..1 has|have|had|is|are been? looking|working|checking|asked|sent|told|trying|on|in|at|contacted|called|dealing|still|also|already|now
	{human} ..1 do|does|did not ..1 know|have
	you|they ..1 are|were|have ..1 left|told|not
	{staff} team|desk|office|line|number|hours|manager|will
	they are|will|did|have|were
	people|person|team|staff|engineer|engineers|crew|store|depot|warehouse|kitchen ..1 responsible|who|that|in|at|to
	we|i|you|it|that|this|nobody|which|nothing|system|app|email|message|one|letter|page|machine should|ought ..1 not|never|have|to
	{staff} ..5 has|have|is|are|was|were not ..1 been ..1 good|right|easy|great ..1 to|at ..1 you|answering|replying|telling
	our|we|i ..2 did|do|does not ..1 do
	{staff} ..1 has|have|is ..1 not ..1 been ..1 right ..1 for
	{human} ..1 gave|told|sent you ..2 your
	not everyone|everybody ..2 can|could|has
	we|i|you|that|it ..1 was|were|have|are|had ..2 slow|short
`)
