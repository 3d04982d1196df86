package check

func saysNo(r *reading) string {
	found := refusals.findUnless(r.reply, notRefusals)
	if found == "" || r.reply.has(alternatives) {
		return ""
	}
	return broken(found, "a bare no ends the conversation; say what you can do")
}

var refusals = compile(`
	can|could not ..4
	are|am|is|were not|unable able|to|possible|allowed|permitted|available|eligible
	not able|possible|available|allowed|permitted|eligible|entitled
	unable to
	impossible
	do|does not ..1 offer|provide|accept|allow|cover|support|have|do|sell|make|give
	will not be|do|offer|refund|replace|accept|cover|give
	no longer available|offer|possible|sell|support|provide
	no refunds|returns|exceptions|exchanges|way
	nothing ..3 can|could do
	nothing more|else|further
	have|must|need to decline|refuse|reject
	not something we|i|that
	is|was final
	out of our|my hands|control
	beyond our|my control
	wir konnen ..4 nicht
	nicht|leider moglich
	konnen|kann wir|ich? leider nicht|nichts
	no podemos|puedo|es posible
	imposible
`)

var notRefusals = compile(`
	can|could not ..1 imagine|wait|thank|apologise|apologize|believe|agree|discuss|see|access|stress|say|tell|promise|have|blame|be
	can|could not ..3 here|public|publicly
	not able to ..3 discuss|see|access
	unable to ..3 discuss|see|access
	will not be ..2 long|ignored|left|forgotten
	do not ..1 have to|this|that|you|it|any
	does not ..1 make|sound|have|do
	you can|could|were not
	your ..4 can|could|is|was|are not
	app|site|website|page|bag|order|phone|that|which|it can|could|is|was|are not
	was|were|is|are not available|possible|able when|for|to|on|at
	you|they|your|app are|were|is not|unable able|to
`)

var alternatives = compile(`
	but|however|instead|although|though ..3 we|i|you|let|here|what|can|there
	what|here we|i|is|are ..2 can|do
	instead
	alternatively|alternative|alternatives|options|option
	let me|us
	i|we will ..2 look|find|check|ask|see|sort|get|help|try|make|pass|be|contact|call|message|send|do|arrange|keep
	i|we can|could ..2 offer|help|check|arrange|look|send|book|move|ask|swap|try|find|get|see|put|still|also|however
	i|we have ..1 sent|asked|messaged|passed|dm
	happy|glad|love|like to
	would you like|prefer
	you can|could|may ..1 also|still|use|try|get|find|go|choose|book|return|ask|call|send|change|exchange
	sondern|stattdessen|aber|jedoch
	dafur
	pero|sin|embargo|cambio
	en su lugar
`)
