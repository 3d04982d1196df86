package check

import "strings"

// insists finds an emphatic yes to what the customer said did not happen, or no
// to what they said did: "the driver did knock".
func (r *reading) insists() string {
	t := r.reply.tokens
	for i := 1; i+1 < len(t); i++ {
		if emphatic[t[i].word] && !t[i].quoted && t[i-1].sentence == t[i].sentence && t[i+1].sentence == t[i].sentence &&
			!t[i].paused && !t[i+1].paused && !asksBefore[t[i-1].word] && !(mild[t[i+1].word] || noVerb[t[i+1].word] || strings.HasSuffix(t[i+1].word, "ly")) {
			return r.reply.quote(i-1, min(i+4, len(t)))
		}
	}
	return ""
}

var (
	emphatic   = wordSet("do does did")
	asksBefore = wordSet(`what why how when where who which if so as than and or please can could would will not to we i you they nothing all that's
		never always everything could should must may might let us cannot is was whatever anything something often usually but`)
	mild   = wordSet("hope make understand see apologise apologize want owe know appreciate need like look mean sound seem feel hurt matter care let take ask tell message send get come try")
	noVerb = wordSet(`you we i it he she they the a an this that these those so not for to with in on at by of from our your my their his her its all
		everything what whatever best better nothing something anything more much well right wrong too as about if when whether here there now again
		today tomorrow is are was were and or but nor than less very real good business things everyone anyone someone no any some both every each once twice only`)
)

// concedes finds what takes an apology back: a clause behind a "but" that only
// states how things are.
func (r *reading) concedes() string {
	if r.inPrivate || !r.complains() && !r.troubled() || r.post.asks() && !r.complaint {
		return ""
	}
	for i := 0; i < len(r.reply.tokens); {
		end := r.reply.clauseEnd(i)
		if turns.inClause(r.reply, i, min(end, i+8)) && r.reply.states(i, end) && !kind.inClause(r.reply, i, end) && !doing.inClause(r.reply, i, end) && !warm.inClause(r.reply, i, end) {
			return r.reply.quote(i, end)
		}
		i = end
	}
	return ""
}

// turns are the words by which a clause takes the last one back.
var turns = compile(`
	actually|technically|granted|admittedly|however|although
	that said
	mind you
	in fairness
	between ourselves|us|you
	allerdings|immerhin|tatsachlich|eigentlich|ubrigens
	realmente|tampoco
`)

// lectures finds what people in general do, or had better do.
func (r *reading) lectures() string {
	if r.post.asks() && !r.complaint {
		return ""
	}
	return habits.findUnless(r.reply, spared)
}

// spared are habits told on the customer's side.
var spared = compile(`
	we|i know|see|understand ..2 how|why|that|what
	you ..1 left|leave
	{sorry} *
`)

// habits are what people do, or had better do.
var habits = spoken(`
	lot|lots|plenty|many|most of? folk|folks|people|customers|users|guests|passengers ..1 !want|are|were|have|need|like|had|feel|waiting *
	children|kids|ones|toddlers|dogs|pets|babies|parents ..2 should|must|need ..1 not|always|stay|watch|keep|hold ..1 !have *
	because|since|that|mostly|usually|often folk|folks|people|customers|users|guests|passengers|drivers|parents ..1 !want|are|were|have|need|like|had *
	~ worth|better|best|safer|wise|wiser|cheaper|easier leaving|allowing|giving|booking|checking|reading|having|keeping|planning|arriving|measuring|asking|bringing|ordering|to ..2 yourself|more|ahead|first|before|early|extra|twice|a
	leave|leaving|allow|allowing|give|giving yourself|yourselves
	where|how|what|which ..2 you ..1 put|placed|parked|kept|keep|installed|set|stored|left|washed|charged yours|it|them|the
	when|before|whenever ..1 you book|order|buy|travel|install|wash|park|pack
`)
