package check

func profanity(r *reading) string {
	found := swearing.find(r.reply)
	if found == "" {
		return ""
	}
	return "the answer swears or insults; stay courteous whatever the post says"
}

// Profane reports whether a word (in lower case) must never be repeated.
func Profane(s string) bool { return readText(s).has(swearing) }

var swearing = compile(`
	halfassed|bollocking|arsehole|bollox|pissy|friggin|frigging|freaking|freakin|effing|crapfest|crappiest|bullcrap|wank
	half assed|arsed
	sauladen|saftladen|drecksladen|scheissladen|sauerei|drecks*|mistladen|kotzt|kotzen|kack*|arsch|verarsch*|blodmann|blodsinn
	coñazo|conazo|jodid*|jodienda|cagada|cagado|cagamos|cagaron|cutrez|porqueria|carajo|pendej*|culero
	bullsh*|clusterf*|shitstorm|sh1t*|halfarsed|arsed|effed|feck|fecking|putada|cojones|beschissen*|verkackt*|kacke|verarscht*
	load of sh*t|sh*te|shite|crap
	you|such|absolute|total a? clown
	clowns
	dogshit|horseshit|batshit|shithole|shittier|shittiest|apeshit
	f***|s***|c***|b***
	fuck*
	f*ck*
	motherfuck*
	wtf|stfu|ffs|gtfo|lmfao|af
	shit|shits|shitty|shite|bullshit|shitshow|bs|sh*t
	crap|crappy
	damn|damned|goddamn|dammit
	ass|asses|asshole*|arse|arsehole*|dumbass|jackass|badass|smartass
	bitch*
	bastard*
	cunt*
	dick|dicks|dickhead*
	prick|pricks|twat|twats|wanker*|tosser*|bollocks|bugger|bloody
	piss|pissed|pissing
	whore*|slut*
	hell
	sucks|suck|sucked
	idiot*|moron*|imbecile*|retard*|stupid|dumb|scum|scumbag*|loser|losers|jerk|jerks
	thief|thieves|crook|crooks|liar|liars|scammer|scammers|cheats
	nigg*|faggot*|fag
	scheiss*|scheiß*|arschloch|arschlocher|wichser*|verdammt*|idioten|penner|fotze*|hurensohn
	mierda*|puta|puto|putos|joder|cabron*|gilipollas|coño|imbecil*|estupid*|ladron*
`)
