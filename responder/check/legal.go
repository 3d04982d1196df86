package check

import "goodgraces/care"

// delicate says why a post is a legal or safety matter.
func delicate(t text) string {
	if found := dangers.findUnless(t, idioms); found != "" {
		return "a person may be in danger (" + shown(found) + "); a human must act at once"
	}
	if found := lawful.findUnless(t, idioms); found != "" {
		return "a legal matter (" + shown(found) + "); it goes to the legal owner"
	}
	return ""
}

func apologyToLegal(r *reading) string {
	switch r.action {
	case care.ActLegal:
		return "a legal matter gets no public answer and no apology; hand it to the legal owner"
	case care.ActSafety:
		return "a matter of safety gets no public answer; a human must act at once"
	}
	if r.delicate == "" || r.reply.has(handovers) && !r.reply.hasAny(admissions, compensation, prices) {
		return ""
	}
	return r.delicate + "; hand the case over, and at the most say that the person responsible will be in touch"
}

// handovers say that somebody else will answer, which admits nothing.
var handovers = compile(`
	passed|forwarded|handed|given|taken|passing|forwarding|handing|sent ..6 to|on|over
	gone ..1 straight? to ..4 colleague|team|person|lead|owner|officer|contact|people
	colleague|person|team|contact|lead|owner ..6 has|have|gets your|the|this post|message|matter|case
	your|the post|message|case is ..1 with ..6 colleague|person|team|contact|lead|owner|officer|department
	person|colleague|team|someone|somebody|department|owner ..8 will|contact|touch|write|call|reach|deals|responsible
	will ..2 contact|write|call|reach|respond
	in touch
	weitergeleitet|weitergegeben|zustandig*|ubergeben
	trasladado|pasado|responsable|contacto
	queda|esta en manos
	area|equipo|departamento legal|juridic*
	liegt|ist ..3 bei ..3 kollegin|kollegen|kollege|rechtsabteilung|stelle|abteilung
`)

// admissions are what a court may read as one, feelings included.
var admissions = compile(`
	sorry|apolog*|regret*|forgive*|sadden*|heartbroken|horrified|mortified|ashamed|embarrassed|shocked|devastated
	our ..2 fault|mistake|error|bad|failure|negligence|responsibility|end
	my fault|mistake|error|bad
	should|could|ought not? ..1 have
	we|i ..2 failed|messed|let|wrong|caused|neglected|broke|slipped|admit|accept|acknowledge|blame
	wrong|negligent|careless|liable
	we|i are|am|take|accept ..3 responsib*
	make|put|set|making|putting ..3 right|good|up
	never ..2 have|happen|happened
	unacceptable|inexcusable|awful|terrible|horrible|dreadful|appalling|horrifying|tragic|heartbreaking
	feel|feels|felt|feeling ..3 terrible|awful|bad|horrible|sick|for
	thoughts|sympathies|condolences|sympathy
	promise|guarantee|assure|ensure
	chance|settle|settlement|compensat*
	leid|entschuldig*|bedauer*|verzeih*|schuld|fehler
	sentimos|siento|lament*|disculp*|perdon*|culpa|error
`)

var lawful = compile(`
	guide|assistance|service|assistance dog|dogs ..4 refused|denied|turned|thrown
	refused|denied|rejected ..4 guide|assistance|service dog|dogs
	refused|denied|rejected ..3 wheelchair|disabled
	another|other customer|customers|person|people|patient|patients ..3 details|data|records|statements|bank|invoice|invoices
	toddler|child|baby|kid|son|daughter choked
	zeige|zeigen euch|sie|das ..1 an
	because i ..2 pregnant
	i|we have? called|calling ..1 police
	skin colour|color
	rent to|out foreigners|immigrants|foreigner
	acabo|acabamos|acabe|termino|terminamos ..2 urgencias
	notaufnahme
	equality|rights commission|body|office|ombudsman
	ico complaint|report
	wrong tooth|kidney|leg|eye|patient|medication|medicine
	health|food inspector|inspectors|inspection|inspectorate
	ada violation|complaint
	my|our|a|an|the|his|her lawyer|lawyers|attorney|attorneys|solicitor|solicitors|barrister will|is|are|has|have|to|says|said|advised|about|and|on|in|would|sent|contact*
	hear|hearing from ..2 lawyer|lawyers|attorney|solicitor|solicitors
	contact*|call*|hir*|speak*|spoke|talk*|consult* ..3 lawyer|lawyers|attorney|attorneys|solicitor|solicitors
	lawyering up
	small claims
	lawsuit|lawsuits
	litigation
	sue|suing|sued you|them|@*|your|for|over|the|this|if
	going|will|want|about|could|should|can to? sue
	legal action|proceedings|counsel|team|claim|advice|threat
	take|taking|pursue legal
	class action
	press|pressing charges
	report*|complain*|complaint ..8 ombudsman|regulator|ftc|fcc|faa|cfpb|dot|ofcom|ofgem|fca|fos|caa|trading|attorney|bbb|police|osha|fda
	ombudsman
	trading standards
	attorney general
	breach of contract
	false advertising
	racist|racism|sexist|sexism|homophobic|transphobic|antisemitic
	racially profil*
	gdpr
	data breach|leak|protection
	my|our|customers|your personal? data was|were|has|have|is ..2 leaked|stolen|exposed|breached|sold
	injured|injury|injuries
	hospital|ambulance|er after|because|from|due|with|by
	hospitalised|hospitalized
	ended up in ..2 hospital|er|emergency
	i|me|us|we|son|daughter|kid|kids|child|children|baby|toddler|husband|wife|mum|mom|mother|dad|father|nan|friend ..3 to|in ..1 hospital ..6 your|you|because|after|from|thanks|with|due
	put|took|sent|landed|rushed|got|spent ..4 in|to ..1 hospital
	your ..8 in|to ..1 hospital
	food poisoning|poisoned
	allergic reaction
	burned|burnt|cut|broke|broken|hurt|fractured|sprained|scalded|crushed my|his|her|our|their|two|three|both|a ..1 hand|hands|arm|leg|foot|face|finger|fingers|skin|mouth|tongue|ankle|wrist|nose|tooth|teeth|rib|ribs|hip|knee|shoulder|skull|collarbone|eye|thumb|toe|elbow|back|son|daughter|child|kid|baby|wife|husband
	caught fire
	exploded
	wheelchair ..6 denied|refused|broken|left
	anwalt|anwaltin|rechtsanwalt|verklagen|verklage|klage|anzeige|strafanzeige|verbraucherzentrale|rechtsschutz*
	verletzt|krankenhaus
	abogado|abogados|abogada|demanda|demandar|demandare|denuncia|denunciar|denunciare|tribunales|juzgado
	hoja de reclamaciones
	my|our|a lawyer|lawyers|attorney|attorneys|solicitor|solicitors|barrister|lawfirm
	lawyer|lawyers|attorney|solicitor|solicitors|barrister ..1 will|is|are|has|have|says|said|advised|contact*
	legal representation|representative|team|department|advice|route|steps|path|grounds|aid
	letter before action|claim
	before|pre action letter|protocol
	see|seeing|take|taking|drag|meet ..5 in|to court|tribunal
	tribunal|arbitration
	court case|date|order|papers|summons|judgment|judgement
	subpoena|injunction|litigat*|damages claim
	suing
	report*|reported|complain*|complaint|escalat*|go|going|taking|contact*|file|filed|filing|lodge|lodged|wrote ..8 ombudsman|regulator|ftc|fcc|faa|cfpb|ofcom|ofgem|ofwat|fca|fos|caa|ico|bbb|osha|fda|watchdog|bafin|bundesnetzagentur|schlichtungsstelle|aesa|consumo|omic
	consumer protection|court|council|affairs
	your ..8 burned|burnt|cut|broke|injured|hurt|electrocuted|poisoned|scalded|knocked|fell ..2 my|his|her|me|our|him|us|on
	slipped|tripped|fell|fallen ..6 your|on|in|at|down ..4 broke|broken|injured|hurt|hospital|ankle|wrist|hip|stitches|concussion|concussed|head
	stitches|concussion|concussed|whiplash|electrocuted|electric shock|scalded|unconscious
	anaphyl*|epipen
	because i ..2 am|was ..2 black|asian|muslim|jewish|gay|trans|disabled|deaf|blind|brown|foreign
	racial|racially|slur|slurs
	discriminat*|diskriminier*|discrimin*
	identity theft|fraud
	my ..2 data|details|address|information ..4 leaked|exposed|breached|stolen|shared|given|strangers|someone|published
	defamation|libel|slander|negligence|liable|liability
	rechtsanwalt*|rechtlich*|anwalt*|gericht|gerichtlich|strafanzeige|schadenersatz|schadensersatz|schmerzensgeld|rassis*
	juridic*|legales|juicio|tribunal|racis*|denunci*|demand*
`)

var dangers = compile(`
	co|monoxide alarm
	kill|hurt|harm|cut|shoot|hang myself|yourself|yourselves|himself|herself
	kill|hurt|shoot|stab|murder|strangle you|them|him|her|somebody|someone|everyone|people|your|that|every
	going|will|want to? kill|shoot|stab|bomb|murder|hurt|burn ..2 you|your|them|down|someone|somebody|people|everyone|the
	burn ..4 down ..3 building|store|shop|office|place|hq|headquarters
	end|take|ending|taking my own? life
	want|wanna|going|ready to? die
	bomb|gun|knife ..4 your|the|office|store|hq|building|plane|bring|bringing|threat
	self harm
	is not breathing
	not breathe
	gas leak
	carbon monoxide
	being stalked|followed|attacked|threatened|assaulted
	assaulted
	umbringen|selbstmord|suizid
	matarme|suicid*|matar
`)

// idioms are ways of speaking, not threats.
var idioms = compile(`
	fell apart on|after|in|within day|days|week|weeks|#number
	exploded ..4 all ok|okay|fine|good|safe
	sue my ..1 patience|brain|stomach|liver|alarm|self
	kill|killing|killed for|it|me|my|time|the|vibe
	cut my|the|our|your hours|order|losses|hair|ties|data
	in court tv
	is|are|am dying to|for
	would|could kill for|them
	broke my|the heart|phone|screen|back
	hurt my feelings|head|brain|eyes|wallet|ears
	gun|guns ..3 game|skin|skins
	i ..1 broke|broken|fractured|sprained|hurt my ..1 leg|arm|ankle|wrist|foot|back|hand|shoulder|finger !in|on|at|because|when|from|after|due|tripping|slipping|falling|thanks|by|your|outside|getting
	in|on|your|supply|popular|the demand|demands
	demand* ..2 exceeds|outstrips
	court shoes|shoe
	food|basketball|tennis|squash|volleyball court
	lost my|the mind|head|patience|temper|face|nerve
	have|has|had a heart
	who hurt you
	final demand
	demand|demands a|an|the|that|more|another|my ..1 subscription|answer|explanation|password|update|login|app|tip|payment
	i am|was ..1 a ..1 lawyer|solicitor|attorney|barrister and|but|myself|so|by
	lawyer|solicitor and ..1 even
`)
