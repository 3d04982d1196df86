package check

// defends finds a statement in an answer to a complaint that does nothing for
// the customer: "the parcel left us on time", "delays are normal at Christmas".
// What is good in such an answer feels, owns, does, asks or invites, and has a
// word for it; what only states how things are is taken for a defence. Beside an
// apology and a step it takes a claim, since much that is firm then informs.
func (r *reading) defends() string {
	aside := r.action == "" && !r.post.question && r.reply.has(privately) // who is asked aside has a problem
	if r.inPrivate || !aside && !r.complains() {
		return ""
	}
	evidence, teaches := firm, truths
	if r.reply.makesUp() {
		evidence, teaches = boasts, nil // what else it says informs
	} else if r.reply.hasAny(regrets, warm) || r.post.asks() {
		evidence = claims
	}
	for i := 0; i < len(r.reply.tokens); i = r.reply.clauseEnd(i) {
		end := r.reply.clauseEnd(i)
		general := general(r.reply, i, end)
		if statements.matchAt(r.reply, i) == 0 && !general || end-i < 4 || r.reply.tokens[i].asked || !verbs.inClause(r.reply, i, end) || !evidence.inClause(r.reply, i, end) && !(general && teaches != nil && teaches.inClause(r.reply, i, end)) || kind.inClause(r.reply, i, end) {
			continue
		}
		if !refusals.inClause(r.reply, i, end) || !r.reply.has(alternatives) {
			return r.reply.quote(i, end)
		}
	}
	return ""
}

// clauseEnd returns the end of the clause that begins at token i: of the
// sentence, or where the next one begins behind a comma.
func (t text) clauseEnd(i int) int {
	end := i + 1
	if t.greets(i) {
		return end
	}
	for end < len(t.tokens) && t.tokens[end].sentence == t.tokens[i].sentence && !t.opensClause(end) {
		end++
	}
	return end
}

// greets reports a word that only says to whom an answer speaks: a handle, a
// greeting, the name behind it.
func (t *text) greets(i int) bool {
	if t.tokens[i].hails || i == 0 || !t.tokens[i-1].hails {
		return t.tokens[i].hails
	}
	return i+1 < len(t.tokens) && (t.tokens[i+1].paused || t.tokens[i+1].sentence > t.tokens[i].sentence)
}

func hails(word string) bool {
	switch word {
	case "hi", "hello", "hey", "hola", "hallo":
		return true
	}
	return word[0] == '@'
}

func (t text) opensClause(i int) bool {
	return t.tokens[i].paused && clauseOpeners[t.tokens[i].word]
}

var clauseOpeners = wordSet("but so and i we let please message send dm see aber und ich wir pero y le")

// inClause reports a match that begins between two tokens.
func (s *phrases) inClause(t text, from, to int) bool {
	for i := from; i < to; i++ {
		if s.matchAt(t, i) > 0 {
			return true
		}
	}
	return false
}

// statements are how a clause begins that says how things are.
var statements = spoken(`
	aber das|die|der|unsere|lieferzeiten|lieferungen|so|wir|bei
	^ well|okay|ok|yes|but|sadly|unfortunately|usually|normally|generally|typically|actually|technically|often? the|it|that|this|there|these|those|our|others|most|many|all|every|everyone|everybody|customers|people|passengers|guests|users|members|nobody|none|not|they|his|her|their|usually|normally|generally|typically|sometimes|occasionally
	^ well|okay|ok|yes|but|sadly|unfortunately|usually|normally|generally|actually|technically? we !*ed|are|will|have|would|want|can|could|need|let|got|did|owe|know|hear|see|should|missed|failed
	^ looking|judging|strictly|according|as at|by|to|from|speaking|far|for|soon
	^ well|okay|ok|yes|but|sadly|unfortunately? late|lost|long|short|small|new|old|busy? delays|mistakes|things|parcels|orders|deliveries|flights|trains|calls|prices|refunds|queues|accidents|bags|seats|tickets|subscriptions|drivers|couriers|pizzas|phones|apps|rooms|bookings|reservations|bills|tariffs|fees|charges|batteries|screens|shoes|clothes|packages|items|products|updates|appointments|visits|meters|cards|payments|transfers|accounts|passwords|photos|files|servers|games|patches|waits|lines|weekends|mondays|holidays
	^ with|by|at|in|for|on|during|under|since respect|accuracy|clarity|peak|busy|standard|fairness
	but it|that|those|these|this
	^ leider|na|nun|tja|also|aber|ja|nein|normalerweise|ublicherweise|meist|meistens|oft|offenbar|vermutlich|wahrscheinlich|anscheinend|eigentlich|grundsatzlich|generell|selbstverstandlich? das|der|die|es|dies|diese|dieser|unser|unsere|man|niemand|keiner|jeder|alle|andere|solche|so|bei|laut|gemass|nach|fur|dafur|dazu|hierfur|da|hier|wer|vermutlich|wahrscheinlich|normalerweise|leider|grundsatzlich|verspatungen|lieferungen|pakete|kunden|fehler|tickets|bestellungen
	^ wir haben|sind|liefern|senden|schicken|geben|machen|konnen|arbeiten|bieten|verkaufen|berechnen|legen|halten|weisen|empfehlen|bitten|tun
	^ lamentablemente|desgraciadamente|normalmente|seguramente|probablemente|quiza|quizas|pues|bueno|ya|pero? el|la|los|las|eso|esto|esta|este|estos|estas|es|son|nuestro|nuestra|nuestros|nuestras|usted|ustedes|nadie|todos|todo|otros|hay|no|segun|normalmente|seguramente|probablemente|tampoco|aqui|para|por|los|quien|conviene|hacemos|tenemos|cumplimos|trabajamos|enviamos|entregamos
`)

// verbs make a statement of what would be a mere exclamation.
var verbs = compile(`
	is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|need|needs|went|came|left|took|takes|take|says|said|say|happens|happen|happened|tends|tend|goes|go|get|gets|got|works|work|comes|come|keeps|make|makes|means|depends|applies|apply|ran|sent|stood|told|wrote|hold|holds|shows|show|clearly|helps|pays|pay|rang|sits|includes|include|covers|cover|requires|require|starts|ends|closes|opens|leaks|arrive|arrives|run|runs|leave|leaves|cost|costs
	ist|sind|war|waren|wird|wurde|wurden|werden|hat|haben|hatte|hatten|kann|konnen|muss|mussen|gibt|steht|stehen|kommt|kommen|liegt|liegen|geht|gehen|gilt|gelten|macht|machen|darf|durfen|sagt|sagen|zeigt|zeigen|tut|tun|lauft|passiert|braucht|bekommt|liefern|senden|schicken|geben|arbeiten|bieten|verkaufen|berechnen|legen|halten|weisen|empfehlen|bitten|irren|betragt|dauert|entspricht
	es|son|fue|fueron|era|eran|esta|estan|estaba|estaban|ha|han|hay|tiene|tienen|puede|pueden|debe|deben|salio|llego|llega|llegan|consta|dice|dicen|pasa|pasan|funciona|funcionan|depende|sirve|hace|hacen|hacemos|tenemos|cumplimos|trabajamos|enviamos|entregamos|estuvo|estuvieron|estan|puso|dio|eligio|leyo|pidio|recibio|firmo|confirmo|conviene|cuesta|vale|tarda|ocurre|ocurren|aplica|cubre|incluye|requiere
	left|kept|gave|began|drove|fell|felt|found|held|knew|made|rang|saw|sold|spoke|wrote|put|stays|stay|seems|seem|looks|look|want|wants|tend|close|open|deliver|serve|know|know|give|gives|cause|causes|mean|stand|stands|sit|lies|lie|grow|grows|sells|sell|exist|exists|sounds|carry|belong|keep|lock
	arrived|delivered|ordered|confirmed|charged|received|cancelled|shipped|signed|opened|closed|informed|asked|worked|used|started|ended|called|dropped|missed|agreed|explained|stated|included|attended|waited|refused|offered|tried|attempted|knocked
`)

// firm are the words by which a statement denies, limits, generalises, demands or
// claims to be right; without one it merely informs.
var firm = compile(`
	not|no|never|none|nothing|nobody|nor|neither|hardly|barely|without
	only|just|merely|simply|solely
	normal|normally|usual|usually|standard|expected|common|commonly|typical|typically|generally|general|always|often|every|everyone|everybody|everything|most|mostly|all|others|many|some|sometimes|any|anyone|such|same|part
	must|need|needs|has|have to|have|needed|required|requires|meant|supposed|responsible|up|down to|be|by
	unless|when|if|once|after|before|until|because|since|as|though|whatever
	correct|correctly|right|properly|time|schedule|order|agreed|fine|valid|perfect|delivered|signed|received|confirmed|sent|charged|accepted|informed|advised|warned|closed|answered|attended|checked|final|fixed|clear|clearly|fair|reasonable|true|false|exaggeration
	than|more|less|rather|enough|under|over|within|exactly|strictly|technically|hundred|hundreds|thousand|thousands|#percent
	comes|came|goes|tends|helps|depends|applies|says|states|shows|tells|rules
	life|business|fact|facts|rule|policy|terms|weather|traffic|christmas|season|peak|busy|queue
	nicht|nichts|kein|keine|keinen|nie|niemand|keiner|nur|lediglich|bloss|normal|normalerweise|ublich|immer|alle|jeder|jede|muss|mussen|wenn|wer|korrekt|richtig|ordnungsgemass|punktlich|laut|gemass|bestimmt|eben|halt|nun|so|meist|meistens|selbst|ist
	no|nunca|nadie|nada|ningun|ninguna|solo|solamente|siempre|todos|todo|normal|habitual|debe|deben|hay|si|cuando|correcto|correctamente|correcta|segun|justo|otros|demas|tampoco|es|son
`)

// claims are the words by which a statement defends us even beside an apology and
// a step: it generalises, demands, or has us be right. Beside these two, all else
// that is firm tells the customer how things stand.
var claims = compile(`
	only|merely|simply|solely
	normal|usual|usually|standard|expected|common|commonly|typical|typically|generally|always|often|every|everyone|everybody|most|mostly|all|others|many
	must|need|needs|meant|supposed|responsible
	correct|correctly|properly|agreed|fine|valid|perfect|signed|accepted|informed|advised|warned|clear|clearly|fair|reasonable|true|false|exaggeration
	on time|schedule
	strictly|technically|unless
	tends|applies
	it|that|this|which|time|speed|price|much depends
	life|business|fact|facts|rule|policy|terms|weather|traffic|christmas|season|peak
	nur|lediglich|bloss|normal|normalerweise|ublich|immer|alle|jeder|muss|mussen|wer|korrekt|richtig|ordnungsgemass|punktlich|laut|gemass|eben|halt|nun|meist|meistens
	nunca|nadie|solo|solamente|siempre|todos|normal|habitual|debe|deben|correcto|correctamente|correcta|segun|justo|otros|demas|tampoco
`)

// boasts are the claims that inform nobody.
var boasts = compile(`
	without ..1 hitch|problem|problems|trouble|issue|issues|complaint
	normally|usually ask|check|look|tell|come|ring
	merely|simply|solely|always|never|everyone|everybody|nobody
	normal|standard|expected|common|typical|typically|generally
	correct|correctly|properly|valid|perfect|informed|advised|warned|fair|reasonable|exaggeration
	on time|schedule
	all the time
	most ..2 had|have|find|found|manage|managed|get|got
	running|working|runs|works fine|normally
	usually|often|mostly come|comes|happen|happens|means
	do not tend
	strictly|technically|supposed|responsible
	life|business|fact|facts|rule|policy|terms|christmas|peak
	nur|lediglich|bloss|normal|normalerweise|ublich|immer|jeder|korrekt|ordnungsgemass|punktlich|laut|gemass|nun|meistens
	nunca|nadie|siempre|normal|habitual|correcto|correctamente|correcta|segun|tampoco
`)

// truths are the words by which a clause about all things of a kind teaches.
var truths = compile(`
	need|want|must|do|does|come|tend|there|exactly|mean|happen|depend|vary|require
`)

// kind are the words of what is good in an answer.
var kind = compile(`
	expect|expects|estimate|includes
	also on|at|in
	sorry|apolog*|regret*|forgive|forgiveness|thank*|glad|appreciat*|hope*|understand*|welcome|pleased|grateful
	frustrat*|worr*|annoy*|upset*|awful|horrible|terrible|terrifying|dreadful|rotten|miserable|pain*|stress*|scare*|scary|fright*|exhaust*|tiring|unfair|unaccept*|disappoint*|madden*|infuriat*|embarrass*|sad|sadden*|hard|harder|rough|tough|grim|nasty|shock*|poor|lousy|nightmare|shame|mess|messy|letdown|nuisance|hurt*|ruin*|spoil*|fed|cross|angry|anger|hate|sore|bitter|gutt*|heartbreak*|dismay*|alarm*|anxious|unsettl*|inexcus*|appall*|unpleas*|uncomfort*|inconvenien*|confus*|cruel|unkind|rude|distress*|blow|ordeal|dispirit*|demoral*|irritat*|galling|disgust*|gross|vile|foul|unsafe|danger*
	useless|worthless|enough|pointless
	too|far|way long|late|much|many|often|far|few|little|slow|short|high|from|more
	no comfort|consolation|way|excuse|wonder|fun|joke|use|good|rest|help|start|holiday|treat
	not ok|okay|right|good|fair|acceptable|fun|funny|what|how|the|nice|on|worth|expected|meant|easy|good|great|want
	nice|never nice|good|fun|easy|okay|ok|*
	should|ought|deserve*|would ..2 *
	must have|feel|seem|not
	last|least thing|we|i|you
	makes|make|made ..2 sense|worse
	you ..1 are right
	right to
	fair point|question|comment|enough|criticism
	our|my fault|mistake|error|job|bad|responsibility|own|oversight|slip
	is on us|me
	failed|failing|missed|slipped|broke|forgot
	wrong|broken|faulty|outage|fault|problem|bug|failure|delayed|down|missing|stuck
	i|me|my|myself
	let us
	we are|will|have|would|want|could|need|got|owe|know|hear|see|should
	will
	please|message|messages|messaged|dm|inbox|chat|private|privately|write|call|ring|email|#link|#email
	back up|on|online|now|in|running
	fixed|restored|sorted|solved|ready|found|repaired|resolved|replaced
	again
	team|engineers|engineer|developers|developer|depot|crew|colleague|colleagues|warehouse|kitchen|shop|manager|someone|somebody|people|planner|office|desk|technician|technicians|staff|lead|branch|driver|carrier|courier|plumber|housekeeping ..1 is|are|has|have ..3 *ing|been|told|asked|stopped|agreed|promised|offered|on|got|found|with
	taking|chasing|working|looking|checking|tracing|testing|investigating|searching
	nobody|anyone|anybody|everyone ..1 wants|want|likes|needs|deserves|should|would|enjoys|idea|has|to
	any|every customer|parent|guest|passenger|person|traveller|body|one ..1 wants|want|likes|needs|deserves|should|would
	so quickly|easily|fast|easy|far
	bigger|more than|important
	no|not need to post|share|write|give|tell|explain|repeat|put|go|queue|wait|do
	only ..4 when
	that|this is ..2 hours|days|weeks|months|years|lot|long|big
	told|promised|said you
	of you
	read|heard
	no ..1 ha|han|haya *
	not even|once
	still ..1 on|there|here|safe
	is|are|was|were being|getting *ed|*en|*n
	quite|such ..1 a|an
	short|shorter|thin
	there is|are ..1 a|an|someone|somebody|another|always|one|two
	by|before|until|from today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon
	which|what ..2 right|wrong
	you ..1 paid|pay|lost|waited|suffered|missed
	leid|entschuldig*|verzeih*|bedau*|sollte|sollten|hatte|hatten|durfen|darf|durfte|verstehe|verstehen|verstandlich|klar|recht|danke|dank|bitte|ich|mir|mich|fehler|schief*|schlimm|schade|traurig|bitter|unangenehm|blod|argerlich*|arger*|argert|frust*|enttausch*|zumutung|genug|lange|lang|viel|unmoglich|peinlich|schlecht|mies|arg|hart|doof|schrecklich|furchtbar|schmerz*|stress*|nerv*|wut|wutend|sauer|unschon|inakzeptabel|ungut|wunder|nachricht|privat|direktnachricht|geschrieben|schreibe|schreiben|melde|melden|frage|fragen|prufe|prufen|klare|klaren|suche|suchen|kummere|kummern|schaue|schauen|helfe|helfen|team|kollegin|kollege|techniker|werkstatt|freut|freuen|hoffe|hoffen|uberhaupt|fehlt|fehlen|kaputt|defekt|falsch|zu
	nicht ..3 sein|passieren|vorkommen|hinnehmen|gehen|aufgeben
	wir ..3 *en ..3 ihnen|dir|sie|uns|es|das|dem|nach
	siento|sentimos|perdon|disculp*|lament*|molest*|enfad*|entiendo|entendemos|comprendo|comprendemos|razon|deber*|debia|merec*|mensaje|privado|escrib*|mirar*|miro|reviso|revisar|pregunt*|hablo|hablar|averigu*|busc*|gracias|ayud*|avis*|culpa|error|fallo|demasiado|mucho|mucha|muchas|muchisim*|largo|larga|triste|pena|rabia|desesper*|faena|horror|horrible|fatal|malo|mala|mal|peor|injust*|frustr*|decepcion*|asust*|preocup*|duro|dura|agot*|inacept*|inadmisible|tolerar|estoy|estamos|voy|vamos|he|hemos|quiero|queremos|puedo|podemos|me
	no ..1 tiene|hace|hay|tienes ..1 que|falta ..1 *
	no es de? recibo|plato|manera|forma|lo|normal|justo|agradable|facil|serio
	le|te|os|se|nos ..1 escribo|hemos|he|mando|cuento|digo|aviso|llamo|contesto
`)
