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

var roboticStrong = compile(`
	valued|dear customer|guest|client|passenger|user|member|sir|madam
	dear sir|madam|valued
	your|customer feedback|satisfaction|call|business|opinion|concern|concerns|complaint|comments is|are very|extremely|so|really|of|our? important|valuable|valued|utmost|importance|top|number|priority
	please be advised|informed|assured|aware|reminded
	kindly be|note|refer|await|bear|contact|provide|send|share|allow
	at your earliest
	do the needful
	regret|regrets to inform
	we are|were ..1 unable to process
	your|this ticket|request|query|enquiry|case|message|complaint|feedback|inquiry|concern has|have been ..1 received|logged|registered|noted|forwarded|recorded|raised|escalated|submitted|assigned
	has|have been duly
	we|i acknowledge receipt
	this is an|a automated|automatic|auto
	do not reply to
	utmost importance|priority
	we strive|endeavour|endeavor|aim to provide|deliver|ensure|offer ..3
	we take all|such|these|your|customer ..3 seriously
	committed to ..2 providing|delivering|ensuring|excellence|quality|highest
	as an? ai|language
	your satisfaction
	we appreciate your|you patience|feedback|understanding|business ..3 and value
	value your ..2 feedback|business|patronage|custom|loyalty|opinion|input
	sehr geehrte*
	estimado|estimada cliente|usuario|senor|clienta
	ihre zufriedenheit
	ihr anliegen ist|wurde
	su opinion|satisfaccion es|nos
`)

var roboticWeak = compile(`
	inconvenience
	rest assured
	do not hesitate
	hesitate to
	as soon as possible
	we appreciate your
	thank you for ..2 patience|feedback|understanding|contacting|reaching|bringing
	thanks for ..2 patience|understanding|contacting|bringing
	kindly
	look|looking into this|the matter
	the matter|said|aforementioned
	assist you ..2 further
	further assistance
	experienced|experiencing ..2 issue|issues|inconvenience|difficulties
	we apologi*
	at this time
	going forward
	relevant|appropriate|concerned team|department|parties
`)
