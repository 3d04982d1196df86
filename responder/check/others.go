package check

// pointsAt finds a clause whose subject is somebody else (a colleague, a
// supplier, another branch) and that finds fault with them. What is asked of
// them, told to them or found out by them is no fault.
func (r *reading) pointsAt() string {
	for i := 0; i < len(r.reply.tokens); {
		end := r.reply.phraseEnd(i)
		if others := r.reply.subject(i, end); others > 0 && !r.reply.tokens[i].quoted && faults.inClause(r.reply, others, end) && !excuses.inClause(r.reply, i, end) {
			return r.reply.quote(i, end)
		}
		i = end
	}
	return ""
}

// phraseEnd returns the end of what stands between two marks of any kind.
func (t text) phraseEnd(i int) int {
	end := i + 1
	for end < len(t.tokens) && t.tokens[end].sentence == t.tokens[i].sentence && (!t.tokens[end].paused || end-i < 3) {
		end++
	}
	return end
}

// subject returns where the name of somebody else stands who is the subject of
// a clause, 0 for none.
func (t text) subject(from, to int) int {
	for i := from; i < min(to, from+6); i++ {
		switch w := t.tokens[i].word; {
		case somebodyElse[w]:
			return i + 1
		case ourselves[w]:
			return 0
		}
	}
	return 0
}

var ourselves = wordSet("i we you your my us me it sorry being that who what why how when where if no is are ich wir sie du ihr ihnen mir uns was wie warum yo nosotros te le lo me nos se usted que como")

var somebodyElse = wordSet(`colleague colleagues agent agents driver drivers courier couriers rep reps representative staff employee employees
	crew crews attendant steward stewardess manager operator cashier waiter waiters waitress intern technician technicians engineer pilot clerk
	guy guys person people team advisor adviser assistant worker workers department partner partners supplier suppliers contractor contractors
	subcontractor subcontractors store branch warehouse receptionist chef cook trainer coach mechanic handler handlers conductor nurse teller
	moderator packer packers picker trainee temp temps franchise agency depot kitchen carrier lab laboratory pharmacy dj band florists photographer surveyor roofer haulier hauliers base shift locksmith lady gentleman lad lads girl man woman chap fellow
	office shop centre center firm company counter pharmacist locum instructor host hostess dispatcher salesman installer installers plumber
	electrician housekeeping cleaner cleaners security guard guards bouncer fitter fitters barista hairdresser stylist barber florist baker bakery
	groomer secretary tutor supervisor server he she handling factory manufacturer maker developers developer accounts billing
	suplente encargada lot designer designers artist guide guides whoever assistance dispatch reception laundry movers builders printers printer caterer caterers organiser organisers airport council builder landlord
	fahrer fahrerin kollege kollegin kollegen mitarbeiter mitarbeiterin monteur monteure firma lager packer zusteller bote boten kundendienst
	koch kellner kellnerin aushilfe praktikant lieferant partner subunternehmer techniker handwerker er werkstatt filiale spedition
	repartidor repartidores companero companera companeros empleado empleada conductor tecnico tecnicos camarero camarera cocinero proveedor
	transportista empresa chica chico almacen tienda recepcion cocina mensajero taller limpiadora`)

// faults are what is said of somebody who did wrong.
var faults = compile(`
	has|have|had|did not ..1 learned|learnt|mastered|got
	muddle|muddles|muddled|garble|garbles
	never ..1 opened|looked|read|asked|checked|called|rang|packed
	now and then|again
	left|leaves|went|se fue|fueron ..2 early|antes
	patch|half|botched|cowboy|quick job
	swaps|swap|mixes|mix ..3 these|them|things|up
	cut|cuts|cutting corners
	rushed|rushes|hurried|went and
	not ..2 been ..1 shown|trained|taught|told|paying|concentrating
	was|were|is|are meant|supposed ..1 to
	nicht|kaum ..2 aufgepasst|hingesehen|hingeschaut|nachgedacht|mitgedacht|bemuht
	nimmt|nehmen|nahm ..5 nicht ..2 genau|ernst
	bekommt|kriegt|bekommen|kriegen ..6 nicht ..1 hin|gebacken|gebracken|reihe|griff
	se ..1 ha|han|habra|habran dormido|liado|despistado|olvidado|equivocado
	means|mean|meant well
	broke|crashed the|our|it
	da una|pie
	law unto
	one of his|her|their|those days
	can|could not ..1 tell|handle|cope|count|read|spell|drive|park
	is|are not ..1 his|her|their thing|strong|forte|strength|priority
	kaum|nicht|wenig ..3 aus|auskennen
	off|below ..1 his|her|their|its ..1 game|best|form
	let|lets|letting people|us|everyone|customers|guests down
	has|have|had ..2 complaints|warnings|form
	took|take|takes|bitten on|off more
	guessing|guessed|winging|bluffing
	wollte|wollten
	hopeless|useless|careless|sloppy|slack|slacking|slacked|lazy|rude|unreliable|clueless|incompetent|unprofessional|untrained|inexperienced|negligent|asleep|notorious|overworked|dozy|forgetful|disorganised|disorganized|chaotic|inattentive|distracted|hungover|amateurs|cowboys|shambles|shocker|nonsense|rubbish
	got|gets|getting|had|has|have it|this|that|things|your|the ..2 wrong|mixed|muddled|backwards
	made|makes|making|make ..2 mistake|mistakes|error|errors|mess|hash|blunder|call
	gave|give|told|gives|tells ..2 wrong|nonsense|rubbish|bad|incorrect|false|outdated|old
	was|is|are|were ..2 at|to fault|blame
	still ..3 old|older|outdated|wrong|last
	is|was|are|were ..2 new|green|fault|wrong|sick
	do|does|did not ..1 know|listen|check|read|care|bother|follow|pay|understand|think|look|pass|tell|count|scan|even|seem
	never ..1 pick|picks|picked|answer|answers|listen|listens|check|checks|learn|learns|read|reads|call|calls|reply|show|shows|know|knows|checked|read|followed
	keep|keeps|kept ..1 doing|getting|forgetting|making|losing|missing|sending|mixing|breaking|changing|messing
	only|just ..1 been|started|joined|begun
	should|ought|could ..1 have|not|know|never
	failed|refuses|refused ..1 to
	drop|dropped|drops ..1 ball
	let|lets ..1 us|everyone|everybody|you|people ..1 down
	better|worse|bad|poor|slow|late|behind|wobbly at|with|than|lately|this|all|again|$
	not|hardly|rarely|seldom ..1 best|brightest|good|great|trained|qualified|careful|finest
	having ..1 a ..1 bad|off|shocker
	vergessen|verschlafen|geschlampt|verwechselt|verwechseln|vermasselt|verbockt|unfahig*|schlampig*|nachlassig*|neu|ahnung|uberfordert|unzuverlassig*|standard|versagt|chaotisch|faul
	selten|nie|kaum|nicht ..2 nach|auf|zu|hin|richtig|sauber|ordentlich|sorgfaltig|aufgepasst|gelesen|geschaut
	olvido|olvidaron|equivoco|equivocaron|lio|liaron|despisto|descuidad*|vago|vaga|vagos|torpe|torpes|novato|nueva|nuevo|inutil*|fallo|fallaron|problemas|desastre|despistad*|incompetent*
`)

// excuses take the edge off: how it should be, what is being asked, found out
// or put right, and what the customer said themselves.
var excuses = compile(`
	people ..3 did|do|could not ..1 know|see|hear
	sorry|apolog*|siento|sentimos|leid|perdon|disculp*
	must have ..1 been|felt
	who know|knows
	asked|asking|ask|told|telling|found|finding|find|see|sees|looking|checking|investigating|hear|heard|learn|remind|reminded|wants|want|working|searching
	what|why|how|where ..3 went|happened|wrong|broke
	will|can ..3 call|ring|message|write|help|check|be|come|look|tell|explain|answer|bring|show
	you|your ..1 left|kept|treated|spoken|met
	should|ought|deserve* ..2 have ..1 heard|had|been|got|helped|greeted|answered|told|stopped
	should not
	as|like you|your
	worden
	frage|fragen|gefragt|spreche|gesprochen|sucht|pruft|meldet|kommt
	pregunt*|habl*|busc*|revis*|llam*|viene
`)
