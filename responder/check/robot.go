package check

func robotTone(r *reading) string {
	if found := roboticStrong.find(r.reply); found != "" {
		return broken(found, "this sounds like a form letter; say it as you would to a person")
	}
	first := roboticWeak.find(r.reply)
	if first == "" || roboticWeak.count(r.reply) < 2 {
		return ""
	}
	return broken(first, "several stock phrases in one answer sound like a form letter; say it as you would to a person")
}

// count counts matches that do not overlap.
func (s *phrases) count(t text) int {
	n := 0
	for i := 0; i < len(t.tokens); {
		if end := s.matchAt(t, i); end > 0 {
			n, i = n+1, end
			continue
		}
		i++
	}
	return n
}

var roboticStrong = spoken(`
	remarks|comments|comment|message|feedback|report|request|submission|observations|concerns|notification ..1 have|has|was|were ..1 been ..1 shared|recorded|transmitted|assigned|passed|relayed|queued|entered|received|submitted|filed
	will|shall be ..1 processed|reviewed|actioned|treated|dispatched|intimated|evaluated|examined
	order of arrival|receipt
	subject to availability
	bestatigen ..3 eingang|erhalt
	reihenfolge des|ihres
	unaufgefordert
	erfolgt|erfolgen in|durch|nach|sobald
	valued|dear customer|guest|client|passenger|user|member|sir|madam
	dear sir|madam|valued
	your|customer feedback|satisfaction|call|business|opinion|concern|concerns|complaint|comments is|are very|extremely|so|really|of|our? important|valuable|valued|utmost|importance|top|number|priority
	please be advised|informed|assured|aware|reminded
	kindly be|note|refer|await|bear|contact|provide|send|share|allow
	at your earliest
	do the needful
	we are|were ..1 unable to process
	your|this ticket|request|query|enquiry|case|message|complaint|feedback|inquiry|concern has|have been ..1 received|logged|registered|noted|forwarded|recorded|raised|escalated|submitted|assigned
	has|have been duly
	we|i acknowledge receipt
	this is an|a automated|automatic|auto
	do not reply to
	we strive|endeavour|endeavor|aim to provide|deliver|ensure|offer
	we take all|such|these|your|customer ..3 seriously
	committed to ..2 providing|delivering|ensuring|excellence|quality|highest
	as an? ai|language
	your satisfaction
	value your ..2 feedback|business|patronage|custom|loyalty|opinion|input
	sehr geehrte*
	estimado|estimada cliente|usuario|senor|clienta
	ihre zufriedenheit
	su opinion|satisfaccion es|nos
	dear ..1 customer|customers|guest|client|passenger|user|member|subscriber|patron|traveller
	valued|esteemed customer|guest|client|passenger|user|member
	duly|hereby|herewith|aforementioned|undersigned|henceforth|pursuant
	your ..2 query|grievance|ticket|request|complaint|concern|issue|matter|case|enquiry|inquiry|feedback is|has|have|was|will|shall ..2 being|been|be ..1 attended|noted|logged|assigned|forwarded|processed|registered|escalated|recorded|handled|addressed|looked|received|actioned|reviewed|queued|prioritised|prioritized|passed|taken
	we|i have|did|shall|will ..1 noted|note|registered|logged|recorded|acknowledged|taken ..3 grievance|complaint|concern|feedback|issue|query|matter|comments|request|note
	concerned|relevant|respective|appropriate|competent|corresponding|responsible department|team|departments|section|authority|desk|personnel|unit
	in due course
	requested to
	feedback|opinion|comments|input helps|help|is|are|enables ..3 us|improve|valuable|important|appreciated
	continuously|constantly|continually|always ..1 strive|striving|working|looking|trying|improve|improving
	help|helps|helping|order|continue|efforts ..2 us? ..1 to? improve ..3 service|services|experience|products|standards|quality
	strive|endeavour|endeavor|endeavouring|striving
	utmost|highest|earliest importance|priority|standards|convenience|attention
	top priority
	please|kindly ..1 do|feel ..1 not? ..1 hesitate|free to
	we|i thank you for
	thank you for ..1 contacting|choosing|reaching
	thank you for ..1 your ..2 loyalty|business|custom|continued|support
	further|additional assistance|clarification|queries|information|communication
	for your ..2 kind|reference|information|perusal|understanding|cooperation|records
	your kind|esteemed|continued|valued
	sincere|sincerest|heartfelt|deepest|humble|our|your apologies|apology|regrets|sympathies for
	apologies for ..2 inconvenience
	deeply|sincerely|truly regret|regrets ..2 inconvenience
	serve you ..1 better
	as per
	assuring you
	looking forward to ..1 hearing|serving|welcoming|resolving|assisting|your|having|continuing
	quality|customer|guest assurance|satisfaction|excellence|experience ..1 is|team|department|our
	working|business days
	ref|reference ..1 number ..1 is
	zustandige|zustandigen|entsprechende|entsprechenden|fachabteilung abteilung|fachabteilung|stelle|kollegen|team
	fachabteilung
	unannehmlichkeiten|unannehmlichkeit
	ihr|ihre anliegen|anfrage|beschwerde|feedback|ruckmeldung ..2 wurde|wird|ist|haben|hilft
	mit freundlichen grussen
	su|tu ..1 solicitud|queja|consulta|peticion|caso|reclamacion|incidencia ha|sera|esta
	seguir mejorando
	departamento correspondiente|pertinente|responsable
	lamentamos ..3 inconvenientes|molestias|inconveniente
	estimado|estimada|apreciado
	a la mayor|brevedad
	query|grievance|ticket|request|complaint|concern|enquiry|inquiry|feedback|submission|correspondence|communication|comments ..8 has|have|was|will|shall|is ..1 been|be|being ..1 attended|noted|logged|assigned|forwarded|processed|registered|escalated|recorded|addressed|actioned|reviewed|queued|prioritised|prioritized|treated|handled|received
	treated|handled|dealt|viewed|taken ..3 with ..3 importance|urgency|priority|seriousness|attention|care|diligence
	you will|shall ..1 be ..1 contacted|notified|informed|advised|apprised
	await|awaiting ..1 your|our|a|further
	should you require|have|wish|need ..1 any|further|additional
	appropriate|suitable|corrective|necessary|requisite action|actions|steps|measures
	for ..1 quality|training|reference purposes
	we refer to
	thanking you
	we remain yours|committed|at
	quedamos|quedo ..3 disposicion
	le informamos|comunicamos que|de
	zur verfugung
	bitten ..4 verstandnis|geduld|entschuldigung
	wurde|wird|werden ..3 weitergeleitet|bearbeitet|aufgenommen|erfasst
	this is to
	regarding ..3 has|have|was|were|is ..1 been|being? ..1 raised|received|sent|logged|registered|opened|created|forwarded|noted
	ticket|case|reference|incident|request|claim|complaint ..5 raised|created|opened|logged|generated|registered ..2 on|for ..1 your|behalf
	wish|would|want|like|beg to ..1 assure|inform|advise|express|apologise|apologize|extend ..1 you|our|that|for
	valued|esteemed|dear|beloved|cherished ..1 shopper|buyer|reader|viewer|visitor|resident|friend|tenant|listener|gamer|player|rider|commuter
	our ..1 representatives|representative|associates|executives|executive ..2 will|shall|is|are
	representative|executive|associate|member ..3 will|shall ..2 contact|reach|revert|get|be|respond|review|assist|message|call|attend
	revert via|by|to|back|with|shortly|soon|within
	respond|act|proceed|handled|responded accordingly
	your contact|correspondence|communication|submission|enquiry|inquiry|message|patronage ..2 is|was|has|are ..2 appreciated|received|important|valued|noted|been
	being|been|be ..1 processed|reviewed|actioned|attended|escalated|addressed|prioritised|prioritized ..1 by|at|with|$|and|to|as|for
	please ..1 provide|furnish|submit|supply ..1 us|the|your|additional|further
	with ..1 immediate effect|regard|regards|respect|reference
	allow us ..1 #number|up|time|to
	allow ..1 #number|up|for|us ..2 hours|to
	has|have|been ..2 escalated|forwarded|referred|transferred|directed|routed ..2 to ..2 respective|relevant|appropriate|concerned|responsible|specialist|dedicated|correct|right|higher|management|technical
	dissatisfaction|displeasure
	highest|utmost|great|foremost|number|first|main ..1 priority|importance|concern|regard
	matter|feedback|concern|issue|case|complaint|message|comment ..2 has|have|was|is|will ..2 been|be|being ..1 shared|passed|forwarded|relayed|noted|taken|flagged|escalated|conveyed|communicated|logged ..3 concerned|relevant|appropriate|team|department|action|further|accordingly|record|internally|onward|onboard
	we|i ..1 apologi* for ..2 inconvenience ..5 caused|experienced|faced|and|this|you|may|has
	we|i regret ..2 inconvenience|any|the|that|to
	greetings|salutations|greeting $|from|of
	faithfully|truly|respectfully yours|$
	yours ..1 faithfully|truly|sincerely
`)

var roboticWeak = compile(`
	inconvenience
	rest assured
	as soon as possible
	we appreciate your
	thank you for ..2 patience|feedback|understanding|contacting|reaching|bringing
	thanks for ..2 patience|understanding|contacting|bringing
	kindly
	look|looking into this|the matter
	the matter|said|aforementioned
	assist you ..2 further
	we apologi*
	at this time
	vielen dank fur ihr|ihre|ihren feedback|ruckmeldung|verstandnis|geduld|kontaktaufnahme|hinweis|anfrage
	gracias por ..2 contactar|comentario|comentarios|comunicarse|paciencia|comprension|ponerse
	with|in regard|regards|respect|relation|reference to
	we understand ..1 your|the frustration|concern|concerns
	on this occasion
`)
