package check

import "goodgraces/care"

// delicate says why a post is a legal or safety matter.
func delicate(t text) string {
	if found := dangers.findUnless(t, idioms); found != "" {
		return "a person may be in danger (" + found + "); a human must act at once"
	}
	if found := lawful.findUnless(t, idioms); found != "" {
		return "a legal matter (" + found + "); it goes to the legal owner"
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
	if r.delicate != "" {
		return r.delicate + "; no public answer"
	}
	return ""
}

var lawful = compile(`
	my|our|a|an|the|his|her lawyer|lawyers|attorney|attorneys|solicitor|solicitors|barrister will|is|are|has|have|to|says|said|advised|about|and|on|in|would|sent|contact*
	hear|hearing from ..2 lawyer|lawyers|attorney|solicitor|solicitors
	contact*|call*|hir*|speak*|spoke|talk*|consult* ..3 lawyer|lawyers|attorney|attorneys|solicitor|solicitors
	lawyering up
	see|take|taking|meet you|them|u|this|it ..4 in|to court
	small claims
	lawsuit|lawsuits
	litigation
	sue|suing|sued you|them|@*|your|for|over|the|this|u|ur|if
	going|gonna|will|want|about|could|should|can to? sue
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
	discriminat*
	gdpr
	data breach|leak|protection
	my|our|customers|your personal? data was|were|has|have|is ..2 leaked|stolen|exposed|breached|sold
	injured|injury|injuries
	hospital|hospitalised|hospitalized|ambulance|er after|because|from|due|with|by
	ended up in ..2 hospital|er|emergency|a&e
	in|to|at ..1 hospital
	food poisoning|poisoned
	allergic reaction
	anaphyla*
	burned|burnt|cut|broke|hurt|fractured|sprained my|his|her|our son's? hand|hands|arm|leg|foot|face|finger|fingers|skin|mouth|tongue|ankle|wrist|nose|tooth|back|son|daughter|child|kid|baby|wife|husband
	caught fire
	exploded
	wheelchair ..6 denied|refused|broken|left
	anwalt|anwaltin|rechtsanwalt|verklagen|verklage|klage|anzeige|strafanzeige|verbraucherzentrale|rechtsschutz*
	vor gericht
	verletzt|krankenhaus
	abogado|abogados|abogada|demanda|demandar|demandare|denuncia|denunciar|denunciare|tribunales|juzgado
	hoja de reclamaciones
`)

var dangers = compile(`
	kill|hurt|harm|cut|shoot|hang myself|yourself|yourselves|himself|herself
	kill|hurt|shoot|stab|murder|strangle you|them|him|her|somebody|someone|everyone|people|your|that|every
	going|gonna|will|want to? kill|shoot|stab|bomb|murder|hurt|burn ..2 you|your|them|down|someone|somebody|people|everyone|the
	burn ..4 down ..3 building|store|shop|office|place|hq|headquarters
	end|take|ending|taking my own? life
	want|wanna|going|ready to? die
	suicide|suicidal
	bomb|gun|knife ..4 your|the|office|store|hq|building|plane|bring|bringing|threat
	self harm
	is not breathing
	cannot|not breathe
	gas leak
	carbon monoxide
	being stalked|followed|attacked|threatened|assaulted
	assaulted
	umbringen|selbstmord|suizid
	matarme|suicid*|matar
`)

// idioms are ways of speaking, not threats.
var idioms = compile(`
	kill|killing|killed for|it|me|my|time|the|vibe
	cut my|the|our|your hours|order|losses|hair|ties|data
	in court tv
	is|are|am dying to|for
	would|could kill for|them ..1
	broke my|the heart|phone|screen|back
	hurt my feelings|head|brain|eyes|wallet|ears
	gun|guns ..3 game|skin|skins
`)
