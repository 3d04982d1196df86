package responder

import (
	"slices"
	"strings"
)

// hollow reports a post that was taken for praise and is none that could be
// thanked for: it is said in irony, or nothing in it can be taken up and no word
// of it is pleased.
func (c *composer) hollow() bool {
	return ironic(c.q) || c.merelyGeneral() && !saysPleased(c.q)
}

// merelyGeneral reports praise of which nothing can be taken up.
func (c *composer) merelyGeneral() bool {
	t := &c.t.Parts.Thanks
	moment := c.heard.moment()
	if len(t.General) == 0 || t.Moments && len(moment.Say) > 0 && !moment.General || c.deed() != nil {
		return false
	}
	return &c.praise()[0] == &c.general()[0]
}

// saysPleased reports a word of pleasure or of good news, or thanks for
// something. Thanks that only end a story please nobody: "no seats at all on the
// 7:40, thanks".
func saysPleased(q Request) bool {
	if language(q) != "en" {
		return true
	}
	words := q.hears().plain()
	if gratitude.standIn(words) {
		return true
	}
	rest, delighted := without(words, delights["en"])
	if delighted || praisings.standIn(words) || strings.ContainsAny(q.Mention.Text, playful+cheering) || anyOf(words, pleased) {
		return hasAny(words, thanking) || !slices.ContainsFunc(rest, func(w string) bool { return soured[w] && !lightly[w] || dampening[w] || strings.HasSuffix(w, "n't") })
	}
	return (hasAny(words, thanking) || applause.standIn(words)) && q.hears().story() <= fewWords/2
}

// ironic reports words that say the contrary of what they mean, or take the praise
// beside them back.
func ironic(q Request) bool {
	if language(q) != "en" {
		return false
	}
	words := q.hears().plain()
	return ironies.standIn(words) || recantings.standIn(words) || strings.ContainsAny(q.Mention.Text, "🙃🙄") || endsInIrony(words) || jeers(words) || quotes(q.Mention.Text)
}

// quotes reports a promise in quotation marks that was not kept: a "hot" lunch.
func quotes(post string) bool {
	parts := strings.Split(straight.Replace(post[:min(len(post), maxFelt)]), `"`)
	for i := 1; i < len(parts); i += 2 {
		if said := plainly(parts[i]); len(said) > 0 && claimed.at(said, 0) == len(said) {
			return true
		}
	}
	return false
}

// endsInIrony reports a post that ends by taking it all back: "#not", "just wow".
func endsInIrony(words []string) bool {
	n := len(words)
	return n > 1 && (words[n-1] == "not" && words[n-2] != "why" || words[n-1] == "wow" && words[n-2] == "just")
}

// jeers reports somebody who is "thanked" for what nobody thanks for: "shout out
// to the porter who rolled his eyes".
func jeers(words []string) bool {
	for i := range words {
		if thanksTo.at(words, i) == 0 {
			continue
		}
		after := near(words[i:], jeered)
		if who := slices.Index(after, "who"); who > 0 && who+1 < len(after) && unkind[after[who+1]] {
			return true
		}
	}
	return false
}

// jeered is within how many words it is said what somebody is "thanked" for.
const jeered = 14

var (
	straight  = strings.NewReplacer("“", `"`, "”", `"`)
	claimed   = openingsOf(phrases("hot", "fresh", "fresh food", "fast", "quick", "express", "premium", "next day", "priority", "service", "customer service", "customer care", "care", "help", "support", "fixed", "upgrade", "upgraded", "free", "clean", "luxury", "first class", "unlimited", "superfast", "reliable", "guaranteed", "same day"))
	cheering  = "👍👌👏🙌🔥💯😊😀😁🤣☺🙏💪✨🌟😋😌🤗😃😄🙂🤩😎"
	gratitude = openingsOf(phrases("thanks for", "thank you for", "thank u for", "thx for", "ty for", "cheers for", "ta for", "thankyou for", "thank god for", "thanks to", "thank you to", "thank you all", "thanks all", "thanks everyone", "thanks guys", "bless you", "well done to", "nice one for", "can't fault", "cant fault", "couldn't fault", "cannot fault", "spot on", "take a bow", "big thanks", "many thanks", "thank you so much", "thanks so much", "thanks a million", "thanks a mil", "much appreciated", "appreciate it", "appreciate you", "appreciate the"))
	applause  = openingsOf(phrases("well done", "nice one", "nice work", "good job", "hats off", "fair play"))
	praisings = openingsOf(phrases("so nice", "very nice", "really nice", "how good", "how well", "never had a bad", "no regrets", "to die for", "that was quick", "that was fast", "so quick", "so fast", "super quick", "super fast", "what a night", "what a day", "what a game", "what a show", "what a place", "what a team", "what a treat", "what a find", "what a view", "hours early", "days early", "day early", "arrived early", "came early"))
	// ironies are said in earnest by nobody.
	ironies = openingsOf(phrases(
		"thanks for nothing", "thanks for absolutely nothing", "thank you for nothing", "thank you for absolutely nothing", "cheers for nothing", "love to say i'm", "love to say im", "love to say i was", "must be nice", "too good to last", "too good to be true",
		"precisely nothing", "absolutely nothing", "well well well", "slow clap", "slow handclap", "my cardio", "living the dream", "how lovely for", "couldn't make it up", "you couldn't make", "lovely one thanks", "so lovely one", "real appetizing", "real classy", "real professional", "real mature", "real smart", "real nice of",
	))
	// recantings tell, beside a praise, that it is over or what came of it.
	recantings = openingsOf(phrases(
		"should be ashamed", "take back the nice", "take back everything nice", "take back every nice", "won't be repeating", "wont be repeating", "shame about", "great on paper", "good on paper", "kept awake by", "awake all night by", "it would have been", "used to be great", "used to be good", "used to be so good", "used to be amazing", "used to be lovely", "used to be the best", "apart from the hair", "your competitor's", "kept us awake",
		"hit a snag", "refund bounced", "refund just bounced", "refund has bounced", "your threat", "nd cancellation", "rd cancellation", "th cancellation", "nd delay", "rd delay", "th delay", "was short lived",
	))
	dampening = wordSet("gone queue position fault faulty missed delayed costs double price surge unwelcome allegedly")
	lightly   = wordSet("yet but could never no how still sorry help")
	unkind    = wordSet("rolled laughed shouted yelled swore ignored hung told refused lied broke lost left stole forgot dropped threw slammed walked drove cut blocked spilled spilt parked couldn't wouldn't didn't never")
	pleased   = wordSet(`love loves loved loving lovin luv enjoy enjoys enjoyed enjoying obsessed happy thrilled excited good great best awesome awsome amazing nicest fantastic wonderful beautiful excellent perfect brilliant
		delicious yummy tasty favorite favourite fun funny hilarious glad impressed impressive smooth smoothest friendly friendliest kind kindest lovely superb incredible gorgeous stunning cute cutest shout shoutout kudos props appreciated appreciate
		grateful thankful bless legend legends star stars hero heroes angel angels gem treasure diamond godsend lifesaver champ genius unreal insane magic magical delighted pleased phenomenal outstanding flawless seamless effortless painless spotless bliss heaven fab fabulous class stellar banging
		wow yay woohoo bravo congrats congratulations proud worked works working sorted solved resolved fixed restored landed arrived better comfy cosy helpful worth recommend smile smiling relief relieved phew saved rescued addicted hooked fan slaps fire dope
		gent gentleman deserve deserves chuffed buzzing stoked ecstatic blessed spoiled spoilt applaud remarkable clever quickest fastest fair glorious`)
)
