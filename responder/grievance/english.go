package grievance

import (
	"maps"
	"slices"
	"strings"
)

// english reads an English post: at each place, each rule that the word there
// may begin is tried.
func english(p enParser) []finding {
	var found []finding
	for i := range p.toks {
		for _, rule := range englishRules.at(p.word(i)) {
			if f, ok := rule.read(p, i); ok && (f.Issue == "" || p.sayable(f, i)) {
				f = p.besideTrouble(f, i)
				f.Thing = strings.Replace(f.Thing, "your all ", "your ", 1)
				f.at, f.Issue = i, p.reworded(strings.TrimSuffix(f.Issue, " by them"))
				found = append(found, f)
			}
		}
	}
	return found
}

// hypothetical reports that what stands at i is only thought of: "if my bag is
// lost", "hope my parcel arrives".
func (p enParser) hypothetical(i int) bool {
	for j := i - 1; j >= max(0, i-5) && p.word(j) != ""; j-- {
		if p.is(j, "if") && p.pointless(j) {
			return false
		}
		if p.is(j, "if", "unless", "thinks", "hope", "hoping", "hopefully", "wish", "thought", "imagine", "whether", "afraid") || p.is(j, "case") && p.is(j-1, "in") {
			return true
		}
	}
	return false
}

// pointless reports "what is the point of a pass" before the "if" at i: what
// follows is so.
func (p enParser) pointless(i int) bool {
	for j := i - 1; j >= max(0, i-10) && p.toks[j].kind != isBreak; j-- {
		if p.is(j, "point", "use") && p.is(j+1, "of", "in") {
			return true
		}
	}
	return false
}

type enParser struct {
	parser
	depth int // of verbs within verbs
	memo  *memo
}

// enRule reads one way of complaining; begins are the words that it begins
// with.
type enRule struct {
	read   func(p enParser, i int) (finding, bool)
	begins []string
	number bool // it may begin with a number too
}

// englishRules are all of them: of two findings of one weight, that of the
// earlier place and then of the earlier rule is told.
var englishRules = byFirstWord(append([]enRule{
	{enParser.holding, both(spans, fields("on holding in queuing queueing at waiting waited wait")), true},
	{enParser.lateness, spans, true},
	{enParser.without, both(spans, fields("without no")), true},
	{enParser.charging, fields("overcharged overcharging overcharge overbilled double twice charged charging charge billed billing bill"), false},
	{enParser.predicate, nounStarts, false},
	{enParser.condition, phraseStarts, false},
	{enParser.misbehaviour, phraseStarts, false},
	{enParser.deed, keys(deeds), false},
	{enParser.inability, fields("can't couldn't can could unable inability not never isn't wasn't won't wouldn't doesn't didn't don't refuses"), false},
	{enParser.nonArrival, fields("haven't havent never not didn't didnt hasn't"), false},
	{enParser.stillNo, fields("still waiting where where's"), false},
	{enParser.wrongOne, fields("wrong"), false},
	{enParser.conduct, servers, false},
	{enParser.rudeness, fields("incompetent clueless rude mistreated surly dismissive impolite discourteous rudest disrespectful unhelpful unprofessional condescending hung yelled shouted ignored"), false},
	{enParser.silence, fields("never no zero without nobody noone not haven't ignoring ignore ignored"), false},
	{enParser.badNoun, append(keys(states), "missed"), false},
	{enParser.mention, fields("my our"), false},
	{enParser.concerning, fields("your this these those the"), false},
	{enParser.around, phraseStarts, false},
	{enParser.fault, fields("getting get gives giving receiving shows showing says keeps seeing"), false},
	{enParser.missingPart, fields("missing half forgot forgotten"), false},
	{enParser.sinceUpdate, fields("since after"), false},
	{enParser.battery, fields("battery"), false},
	{enParser.delivered, fields("says said shows showing showed marked tracking status failed fail failing fails lost"), false},
	{enParser.due, phraseStarts, false},
	{enParser.leftOutside, fields("left leaving leave leaves dumped tossed threw thrown throws throw chucked"), false},
	{enParser.journey, fields("cancelled canceled delayed diverted rescheduled stuck sitting sat"), false},
	{enParser.foreign, fields("hair bone plastic metal bug insect fly worm glass mould mold"), false},
	{enParser.lockedOut, fields("locked"), false},
	{enParser.dearer, fields("bill bills price subscription rate premium rent fare fee charged charge charging doubled double tripled increased raised hiked raise increase raising increasing doubling"), false},
	{enParser.unmoved, fields("since"), false},
	{enParser.stillWaiting, fields("haven't hasn't never still stuck not yet"), false},
	{enParser.emptyBox, fields("empty"), false},
	{enParser.notWorking, fields("it it's this that nothing"), false},
	{enParser.outage, []string{"outage", "outages", "blackout", "blackouts", "cuts", "outs", "down", "out", ""}, false},
	{enParser.helpless, fields("no not wasn't weren't isn't aren't cut cutting hangs hung hanging"), false},
	{enParser.neglect, agents, false},
	{enParser.harm, both(agents, fields("for keep keeps by of")), false},
	{enParser.supposed, fields("supposed meant"), false},
	{enParser.author, fields("i we i've we've i'm we're"), false},
	{enParser.wrongPlace, fields("wrong incorrect"), false},
	{enParser.troubleWith, fields("wrong up problem problems issue issues trouble troubles bug bugs difficulty difficulties struggling crashes glitch glitches"), false},
	{enParser.hardTo, fields("impossible hard difficult harder nightmare struggle pain"), false},
	{enParser.notGot, fields("never haven't didn't not"), false},
	{enParser.leftBehind, fields("lost left"), false},
	{enParser.pressed, fields("nothing"), false},
	{enParser.stillTo, fields("awaiting yet nothing issue problem did often always constantly"), false},
	{enParser.notDoing, fields("not isn't"), false},
	{enParser.aDelay, fields("delay delays"), false},
	{enParser.notAsOrdered, fields("instead"), false},
	{enParser.slower, fields("mbps mbs kbps mb meg"), false},
	{enParser.missed, fields("bring bringing"), false},
	{enParser.pestered, fields("sending"), false},
	{enParser.scarce, fields("few little any enough"), false},
	{enParser.tooMany, fields("many much"), false},
	{enParser.nobodyDid, fields("nobody noone no"), false},
	{enParser.undone, fields("not without never"), false},
	{enParser.stock, fields("stock restock sold"), false},
	{enParser.tooSlow, fields("takes took taking take taken it's its been"), false},
	{enParser.missing, fields("missing without"), false},
	{enParser.attempted, fields("trying tried attempts attempting attempt"), false},
	{enParser.helpWith, fields("help assistance"), false},
	{enParser.anError, fields("error errors"), false},
	{enParser.itself, fields("it this"), false},
	{enParser.unnamed, fields("my our"), false},
	{enParser.reproach, fields("why how reason"), false},
	{enParser.queueing, fields("long longest huge insane massive crazy ridiculous endless enormous stuck sitting stranded waiting sat standing"), false},
	{enParser.lacking, fields("no zero single"), false},
	{enParser.attitude, fields("discriminate discriminates discriminated discriminating talk talking talked talks lied lying lies attitude manners disrespected belittled humiliated patronising patronizing hostile nasty treat treats treated treating misinformed mislead misled runaround round passed back conflicting contradictory different"), false},
	{enParser.fixIt, fields("fix fixing sort"), false},
	{enParser.shouldHaveHad, fields("should"), false},
	{enParser.awaited, fields("when update updates news eta word where where's"), false},
	{enParser.letDown, slices.Concat(awful, keys(judged), keys(dets), fields("disappointed unhappy unimpressed dissatisfied frustrated annoyed disgusted upset ball delivery customer kind type sort excuse new latest current")), false},
	{enParser.unread, fields("reply respond answer check read await awaiting sent expect expecting see receive"), false},
	{enParser.unheard, fields("nothing not haven't hasn't never back"), false},
	{enParser.promisedCall, fields("promised promise promising"), false},
	{enParser.seeking, fields("speak talk contact touch get"), false},
	{enParser.triedToReach, fields("tried trying"), false},
	{enParser.bidden, fields("demanding demands insists insisting says saying said say asks asking asked told tells telling wants"), false},
	{enParser.news, fields("update updates news status"), false},
	{enParser.spent, fields("spent wasted wasting spend"), false},
	{enParser.sinceThen, spans, true},
	{enParser.cutOff, fields("cut cuts cutting"), false},
	{enParser.somethingFails, keys(auxiliaryFailures), false},
	{enParser.keepsOn, fields("crashing freezing glitching lagging buffering rebooting restarting disconnecting overheating flickering"), false},
	{enParser.vanished, fields("disappeared vanished"), false},
	{enParser.strandedAt, fields("stuck stranded"), false},
	{enParser.heldUp, fields("late delayed"), false},
	{enParser.stillThere, fields("same unresolved no not isn't wasn't hasn't never"), false},
	{enParser.inThatState, fields("how"), false},
	{enParser.outOf, fields("out"), false},
	{enParser.unavailable, fields("available unavailable"), false},
	{enParser.hasDefect, keys(flawPlace), false},
	{enParser.otherThanOrdered, fields("ordered asked requested booked"), false},
	{enParser.misled, fields("false deceptive misleading deceiving conned cheated duped tricked fleeced scammed scamming short shortchanged"), false},
	{enParser.notHappyWith, fields("happy impressed pleased satisfied thrilled hate hating despise dislike"), false},
	{enParser.retold, slices.Concat(nounStarts, keys(begun), keys(joinedAux), fields("left they they've they're i we it you nothing everything something")), false},
	{enParser.jeered, fields("rolled rolling laughed laughing mocked sneered smirked shouting yelling swore"), false},
	{enParser.onlyOne, fields("only just"), false},
	{enParser.droppedCalls, fields("dropped dropping"), false},
	{enParser.everyFew, fields("ads adverts commercials"), false},
	{enParser.wasPromised, fields("promised"), false},
	{enParser.tookSpan, fields("took takes taken taking"), false},
	{enParser.whereIs, fields("where where's wheres"), false},
	{enParser.fewerThanOrdered, fields("ordered bought"), false},
	{enParser.anyoneReplying, fields("anyone anybody someone"), false},
	{enParser.wrongOn, fields("wrong"), false},
	{enParser.youSaid, fields("said told promised"), false},
	{enParser.costsToDo, fields("cost costs costing"), false},
	{enParser.neither, fields("neither"), false},
	{enParser.paidForSpeed, fields("paid pay paying"), false},
	{enParser.tookTwice, fields("took taken"), false},
	{enParser.raisedPrices, fields("bump bumped hike hiked jack jacked put raise raised upped prices fares"), false},
	{enParser.passedOn, fields("sent put transferred passed bounced"), false},
	{enParser.neverCame, fields("nobody noone no never"), false},
	{enParser.wasDue, fields("supposed meant due"), false},
	{enParser.whatBecameOf, fields("what"), false},
	{enParser.cameDamaged, fields("smashed crushed shattered soaked squashed melted damaged torn"), false},
	{enParser.madeTo, fields("made make makes making force forced forces forcing"), false},
	{enParser.noWay, fields("way"), false},
	{enParser.thereIs, fields("there there's"), false},
	{enParser.notDoingIt, fields("not"), false},
	{enParser.stillTaking, fields("taking charging billing"), false},
	{enParser.toldOtherwise, fields("told said promised first"), false},
	{enParser.promisedThing, fields("promised promise"), false},
	{enParser.refusedTo, fields("refused refuses refusing wouldn't"), false},
	{enParser.butNot, fields("but"), false},
	{enParser.laughedAt, fields("laughed laughing"), false},
	{enParser.accused, fields("accused accuses"), false},
	{enParser.onlyAutomated, fields("automated automatic generic canned"), false},
	{enParser.halfFull, fields("half"), false},
	{enParser.insteadOf, fields("when"), false},
	{enParser.bothered, fields("emailing texting calling phoning ringing messaging"), false},
	{enParser.toldAgain, fields("explained explaining explain told spoken spoke talked"), false},
	{enParser.rebuffed, fields("told tells"), false},
	{enParser.spilledOn, fields("spilled spilt poured"), false},
	{enParser.wronglyPut, fields("wrong"), false},
	{enParser.claimedToTry, fields("tried attempted"), false},
	{enParser.butNotThe, fields("but"), false},
	{enParser.ranOut, fields("run ran"), false},
	{enParser.endless, fields("endless infinite neverending"), false},
	{enParser.waitingTo, fields("waiting"), false},
	{enParser.begunPassive, ppOf(barred), false},
	{enParser.chargedAfter, fields("cancelled canceled"), false},
	{enParser.feeFor, fields("fee fine penalty charge ticket"), false},
	{enParser.atTime, fields("cancelled canceled delayed"), false},
	{enParser.deadNow, fields("dead broken kaput"), false},
	{enParser.spanFor, spans, true},
	{enParser.sittingAt, fields("sat sitting held"), false},
	{enParser.usedByOthers, fields("someone somebody"), false},
	{enParser.missedYou, fields("missed attempted delivery"), false},
	{enParser.someCame, fields("turned arrived came showed"), false},
	{enParser.newCustomers, fields("new"), false},
	{enParser.paidForNone, fields("for"), false},
	{enParser.estimated, fields("estimated estimating"), false},
	{enParser.putUp, fields("put bumped hiked upped jacked raised increased whacked"), false},
	{enParser.fewCoaches, fields("coaches coach carriages carriage"), false},
	{enParser.calledThis, fields("call calls"), false},
	{enParser.sentTooMany, fields("sent"), false},
	{enParser.droveOff, fields("drove"), false},
	{enParser.ateMoney, fields("ate swallowed kept took"), false},
	{enParser.doubleBooked, fields("double"), false},
	{enParser.losing, fields("lose losing loses"), false},
	{enParser.drivenBadly, fields("driving drove drives driven"), false},
	{enParser.noticed, fields("hear hearing heard makes making there there's"), false},
	{enParser.inVain, fields("tried trying try"), false},
	{enParser.cantUse, fields("i we"), false},
	{enParser.tintedWater, fields("brown yellow green black cloudy murky pink orange"), false},
	{enParser.thatWas, fields("that which"), false},
	{enParser.onTheBin, fields("bin bins"), false},
	{enParser.thanksFor, fields("for"), false},
	{enParser.lostWork, fields("lost"), false},
	{enParser.nowhereThere, fields("doesn't"), false},
	{enParser.device, fields("my our"), false},
	{enParser.notYetHad, fields("i we haven't never"), false},
	{enParser.inLine, fields("st nd rd th"), false},
	{enParser.noneWorking, fields("no"), false},
	{enParser.noneCould, fields("none"), false},
	{enParser.namedSo, fields("called calling calls"), false},
	{enParser.dayWithout, fields("day"), false},
	{enParser.tookSoOften, fields("took taken charged"), false},
	{enParser.arrivedSo, fields("arrived came"), false},
	{enParser.notDoneTo, fields("not never"), false},
	{enParser.crashesWhere, fields("crashes freezes crashed"), false},
	{enParser.turnedDownAt, fields("declined"), false},
	{enParser.importantCall, fields("important"), false},
	{enParser.nobodyAt, fields("nobody noone no"), false},
	{enParser.dueNow, fields("due"), false},
	{enParser.wrongName, fields("called calls calling"), false},
	{enParser.pestering, fields("texts emails calls messages letters notifications"), false},
	{enParser.stoppedReplying, fields("stopped stop quit"), false},
	{enParser.comingThrough, fields("water rain damp steam smoke gas sewage"), false},
	{enParser.whereGone, fields("where"), false},
	{enParser.chargedForIt, fields("charged billed"), false},
	{enParser.outOfOrder, fields("out"), false},
	{enParser.withoutFor, fields("without"), false},
	{enParser.autoRenewed, fields("renewed autorenewed"), false},
	{enParser.misspelt, fields("spelled spelt misspelled misspelt wrote printed"), false},
	{enParser.sentLetter, fields("sent"), false},
	{enParser.doneToIt, fields("you they you've they've"), false},
	{enParser.hasBeenAt, fields("my our"), false},
	{enParser.wentFromTo, slices.Concat(fields("my our"), keys(dearer)), false},
	{enParser.soHigh, fields("why how"), false},
	{enParser.dearerAtTheTill, fields("till checkout register"), false},
	{enParser.surcharged, fields("surcharge fee supplement"), false},
	{enParser.fined, fields("fined"), false},
	{enParser.billedAfter, fields("moved"), false},
	{enParser.otherBag, fields("isn't wasn't not aren't"), false},
	{enParser.lineOnScreen, fields("line lines stripe stripes"), false},
	{enParser.adsBefore, fields("ads adverts commercials"), false},
	{enParser.roundAndRound, fields("says say tells said sends"), false},
	{enParser.kickedOff, fields("kicks kick kicked boots booted throws threw logs logged signs signed kicking"), false},
	{enParser.shouldHave, fields("should"), false},
	{enParser.waitingSince, fields("waiting"), false},
	{enParser.spanTo, spans, true},
	{enParser.downSince, fields("down"), false},
	{enParser.whenWorking, fields("when"), false},
	{enParser.whereUpdate, fields("update updates patch"), false},
	{enParser.pesteredBy, fields("hassling harassing pestering bothering spamming bombarding"), false},
	{enParser.sickOf, fields("sick tired fed"), false},
	{enParser.howBad, fields("how"), false},
	{enParser.isAJoke, fields("joke disgrace shambles farce"), false},
	{enParser.worstEver, fields("worst most slowest"), false},
	{enParser.warningLight, fields("light"), false},
	{enParser.howToGetAnswer, fields("reply response answer"), false},
	{enParser.notAsSaid, fields("what"), false},
	{enParser.wronglyBarred, fields("false wrongful unfair unjust"), false},
	{enParser.gaveOutAfter, fields("broke snapped ripped tore died stopped fell cracked split failed"), false},
	{enParser.stillNotHere, fields("still"), false},
	{enParser.theOne, fields("one ones"), false},
	{enParser.cameBack, fields("problem problems glitch issue issues error errors bug fault"), false},
	{enParser.complainAbout, fields("complain complaint complaining"), false},
	{enParser.oldAndBroken, spans, true},
	{enParser.notPickedUp, fields("picks picking picked pick rings"), false},
	{enParser.hardToFigureOut, fields("figure work"), false},
	{enParser.backForRepair, fields("garage dealership dealer workshop shop"), false},
	{enParser.doesNothing, fields("does"), false},
	{enParser.gotWrong, fields("wrong"), false},
	{enParser.markedAs, fields("marked says said shows showing status tracking reads claims logged recorded listed"), false},
	{enParser.dear, fields("cheaper ripoff overpriced extortionate rip ripping ripped price prices waste why cost costs costing costed going goes gone turned jumped went charged charging charge paid paying pay"), false},
}, laterRules...))

// spans begin a length of time, phraseStarts a noun phrase.
var (
	spans        = append(keys(numberWords), fields("over almost nearly about more a couple few half several")...)
	nounStarts   = slices.Concat(keys(dets), keys(nouns), keys(masses), keys(relations), keys(brands), keys(names), keys(things), keys(adjectives), keys(qualifiers), plurals())
	agents       = slices.Concat(fields("you they y'all guys you've they've you're they're he she your the my this that her his a an one their and"), keys(persons), []string{""})
	phraseStarts = slices.Concat(fields("my our your ur ya'll's the this that these those a an"), keys(qualifiers), keys(things))
)

func both(a, b []string) []string { return slices.Concat(a, b) }

func keys[T any](table map[string]T) []string { return slices.Collect(maps.Keys(table)) }

// ppOf are the participles of verbs.
func ppOf(bases map[string]bool) []string {
	var list []string
	for base := range bases {
		list = append(list, ppForms[base])
	}
	return list
}

// ruleIndex tells by a word the rules that it may begin, in their order.
type ruleIndex struct {
	words   map[string][]*enRule
	numbers []*enRule
}

func byFirstWord(rules []enRule) *ruleIndex {
	x := &ruleIndex{words: map[string][]*enRule{}}
	var figures []string // "3" is an article of a kind, and may begin a length of time too
	for _, det := range keys(dets) {
		if isShortNumber(det) {
			figures = append(figures, det)
		}
	}
	for i := range rules {
		r := &rules[i]
		begins := r.begins
		if r.number {
			begins = both(begins, figures)
		}
		for _, word := range begins {
			if list := x.words[word]; len(list) == 0 || list[len(list)-1] != r {
				x.words[word] = append(list, r)
			}
		}
		if r.number {
			x.numbers = append(x.numbers, r)
		}
	}
	return x
}

// at are the rules that a word may begin.
func (x *ruleIndex) at(word string) []*enRule {
	if isShortNumber(word) && len(x.words[word]) == 0 {
		return x.numbers
	}
	return x.words[word]
}

func told(weight int, issue, detail, thing string) (finding, bool) {
	issue = discreet.Replace(issue)
	if strings.HasPrefix(issue, "you were ") {
		issue = passively.Replace(issue)
	}
	return finding{Grievance: Grievance{Issue: issue, Detail: detail, Thing: thing}, weight: weight}, true
}

// passively ends what was done to the author.
var passively = strings.NewReplacer("without telling you", "without being told", "without asking you", "without being asked", "without asking", "without being asked",
	"without warning you", "without warning", "without informing you", "without being told", "banned for something", "banned", "blocked for something", "blocked")

// discreet words what a public answer must not say of money.
var discreet = strings.NewReplacer("get a refund", "sort out your refund", "get the refund", "sort out your refund", "get your refund", "sort out your refund",
	"would refund your", "sorted out the refund for your", "could refund your", "sorted out the refund for your", "nobody refunded your", "nobody sorted out the refund for your")

// fillers may stand anywhere between the words of a rule.
var fillers = fields("still now again already just literally actually really so very been also always constantly currently completely totally all the fucking damn bloody freaking")

// plurals of the nouns.
func plurals() []string {
	var list []string
	for noun := range nouns {
		list = append(list, thirdOf(noun))
	}
	return list
}
