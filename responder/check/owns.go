package check

// owns takes the fault on us, or says that they are right: whoever does so does
// not argue.
var owns = compile(`
	that|it|this|which|all is|was ..2 on us|me $|and|not
	that|it|this|which is|was ..2 our|my|ours ..1 fault|mistake|slip|error|doing|oversight|failing|bug|job
	that|it|this|which is|was ours to|and|$
	ours to answer|fix|put|own|explain
	entirely|squarely|purely|all|plainly ours|on us
	our|my own? fault|mistake|slip|error|oversight $|and|not|entirely
	you are ..1 right $|and|to|about
	^ you are ..2 right
	you ..1 have every|a ..1 right|reason
	we ..1 got ..1 it|this|that|yours ..1 wrong
	we|i let ..2 down
	haben|hast ..2 recht
	unser|mein|unserer fehler|versehen|patzer
	liegt|lag|geht ..1 an|bei|auf uns|unsere
	tiene|tienes|tienen|teneis ..2 razon
	culpa|fallo|error ..1 es|fue? ..1 nuestra|nuestro|mia|mio
`)

// absences are complaints that nobody came, rang or answered.
var absences = compile(`
	nobody|never|nothing|silence|ignored|ignoring|unanswered
	no|without ..1 one|reply|answer|news|word|call|callback|response|show|update|sign|visit|contact
	not ..2 call*|came|come|show*|turn*|answer*|reply|replied|arrive*|tell|told|respond*|deliver*|ring|heard|appear*
	wait* ..4 answer|reply|call|response
	niemand|keiner|nie|nichts
	keine|kein|ohne ..1 antwort|ruckmeldung|anruf|nachricht|reaktion
	wart*|gewartet ..4 antwort|ruckmeldung|anruf
	nadie|nunca|nada
	sin|ninguna ..1 respuesta|noticias|llamada|avisar|aviso
	no ..2 llamo|llamaron|vino|vinieron|contesta*|respond*|aparec*|llego
	espera* ..3 respuesta|llamada
`)

// attempts are the times at which we say that somebody did.
var attempts = spoken(`
	we|i|he|she|they|technician|driver|engineer|courier|team|colleague|nurse|plumber ..2 left|rang|called|phoned|wrote|emailed|texted|knocked|stood|waited|tried|attended|came|visited|replied|answered|messaged ..5 at|on #number|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|two|three|four|five|twice|once|half|quarter
	our ..2 call|calls|reply|answer|email|letter|message|messages|visit|voicemail|reminder ..3 went|was|were|is|reached|left
	unsere|unser ..3 antwort|anruf|mail|brief|nachricht|besuch ..2 ging|war|kam|erfolgte|ist|wurde
	wir|er|sie|monteur|techniker|fahrer|kollege|kollegin haben|hat|war|waren|klingelte|stand ..5 am|um|zweimal|dreimal
	le|te|os|les ..1 llamamos|escribimos|enviamos|mandamos|dejamos|avisamos|contestamos|respondimos|llamo|escribio|espero
	tecnico|repartidor|conductor|companero|companera|mensajero ..2 llamo|estuvo|paso|vino|espero|acudio
`)

// inVain are those that missed them by our own fault, and what is yet to come.
var inVain = compile(`
	wrong|falsch*|equivocad*|old|just|now|today|heute|eben|gerade|hoy|ahora|late|later|unanswered|nobody|never|lost|stuck|spat
	what|how|why|when|whether|if|asked|asking
`)
