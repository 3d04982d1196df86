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
	enRule{enParser.holding, both(spans, fields("on holding in queuing queueing at waiting waited wait")), true},
	enRule{enParser.lateness, spans, true},
	enRule{enParser.without, both(spans, fields("without no")), true},
	enRule{enParser.charging, fields("overcharged overcharging overcharge overbilled double twice charged charging charge billed billing bill"), false},
	enRule{enParser.predicate, nounStarts, false},
	enRule{enParser.condition, phraseStarts, false},
	enRule{enParser.misbehaviour, phraseStarts, false},
	enRule{enParser.deed, keys(deeds), false},
	enRule{enParser.inability, fields("can't couldn't can could unable inability not never isn't wasn't won't wouldn't doesn't didn't don't refuses"), false},
	enRule{enParser.nonArrival, fields("haven't havent never not didn't didnt hasn't"), false},
	enRule{enParser.stillNo, fields("still waiting where where's"), false},
	enRule{enParser.wrongOne, fields("wrong"), false},
	enRule{enParser.conduct, servers, false},
	enRule{enParser.rudeness, fields("incompetent clueless rude mistreated surly dismissive impolite discourteous rudest disrespectful unhelpful unprofessional condescending hung yelled shouted ignored"), false},
	enRule{enParser.silence, fields("never no zero without nobody noone not haven't ignoring ignore ignored"), false},
	enRule{enParser.badNoun, append(keys(states), "missed"), false},
	enRule{enParser.mention, fields("my our"), false},
	enRule{enParser.concerning, fields("your this these those the"), false},
	enRule{enParser.around, phraseStarts, false},
	enRule{enParser.fault, fields("getting get gives giving receiving shows showing says keeps seeing"), false},
	enRule{enParser.missingPart, fields("missing half forgot forgotten"), false},
	enRule{enParser.sinceUpdate, fields("since after"), false},
	enRule{enParser.battery, fields("battery"), false},
	enRule{enParser.delivered, fields("says said shows showing showed marked tracking status failed fail failing fails lost"), false},
	enRule{enParser.due, phraseStarts, false},
	enRule{enParser.leftOutside, fields("left leaving leave leaves dumped tossed threw thrown throws throw chucked"), false},
	enRule{enParser.journey, fields("cancelled canceled delayed diverted rescheduled stuck sitting sat"), false},
	enRule{enParser.foreign, fields("hair bone plastic metal bug insect fly worm glass mould mold"), false},
	enRule{enParser.lockedOut, fields("locked"), false},
	enRule{enParser.dearer, fields("bill bills price subscription rate premium rent fare fee charged charge charging doubled double tripled increased raised hiked raise increase raising increasing doubling"), false},
	enRule{enParser.unmoved, fields("since"), false},
	enRule{enParser.stillWaiting, fields("haven't hasn't never still stuck not yet"), false},
	enRule{enParser.emptyBox, fields("empty"), false},
	enRule{enParser.notWorking, fields("it it's this that nothing"), false},
	enRule{enParser.outage, []string{"outage", "outages", "blackout", "blackouts", "cuts", "outs", "down", "out", ""}, false},
	enRule{enParser.helpless, fields("no not wasn't weren't isn't aren't cut cutting hangs hung hanging"), false},
	enRule{enParser.neglect, agents, false},
	enRule{enParser.harm, both(agents, fields("for keep keeps by of")), false},
	enRule{enParser.supposed, fields("supposed meant"), false},
	enRule{enParser.author, fields("i we i've we've i'm we're"), false},
	enRule{enParser.wrongPlace, fields("wrong incorrect"), false},
	enRule{enParser.troubleWith, fields("wrong up problem problems issue issues trouble troubles bug bugs difficulty difficulties struggling crashes glitch glitches"), false},
	enRule{enParser.hardTo, fields("impossible hard difficult harder nightmare struggle pain"), false},
	enRule{enParser.notGot, fields("never haven't didn't not"), false},
	enRule{enParser.leftBehind, fields("lost left"), false},
	enRule{enParser.pressed, fields("nothing"), false},
	enRule{enParser.stillTo, fields("awaiting yet nothing issue problem did often always constantly"), false},
	enRule{enParser.notDoing, fields("not isn't"), false},
	enRule{enParser.aDelay, fields("delay delays"), false},
	enRule{enParser.notAsOrdered, fields("instead"), false},
	enRule{enParser.slower, fields("mbps mbs kbps mb meg"), false},
	enRule{enParser.missed, fields("bring bringing"), false},
	enRule{enParser.pestered, fields("sending"), false},
	enRule{enParser.scarce, fields("few little any enough"), false},
	enRule{enParser.tooMany, fields("many much"), false},
	enRule{enParser.nobodyDid, fields("nobody noone no"), false},
	enRule{enParser.undone, fields("not without never"), false},
	enRule{enParser.stock, fields("stock restock sold"), false},
	enRule{enParser.tooSlow, fields("takes took taking take taken it's its been"), false},
	enRule{enParser.missing, fields("missing without"), false},
	enRule{enParser.attempted, fields("trying tried attempts attempting attempt"), false},
	enRule{enParser.helpWith, fields("help assistance"), false},
	enRule{enParser.anError, fields("error errors"), false},
	enRule{enParser.itself, fields("it this"), false},
	enRule{enParser.unnamed, fields("my our"), false},
	enRule{enParser.reproach, fields("why how reason"), false},
	enRule{enParser.queueing, fields("long longest huge insane massive crazy ridiculous endless enormous stuck sitting stranded waiting sat standing"), false},
	enRule{enParser.lacking, fields("no zero single"), false},
	enRule{enParser.attitude, fields("discriminate discriminates discriminated discriminating talk talking talked talks lied lying lies attitude manners disrespected belittled humiliated patronising patronizing hostile nasty treat treats treated treating misinformed mislead misled runaround round passed back conflicting contradictory different"), false},
	enRule{enParser.fixIt, fields("fix fixing sort"), false},
	enRule{enParser.shouldHaveHad, fields("should"), false},
	enRule{enParser.awaited, fields("when update updates news eta word where where's"), false},
	enRule{enParser.letDown, slices.Concat(awful, keys(judged), keys(dets), fields("disappointed unhappy unimpressed dissatisfied frustrated annoyed disgusted upset ball delivery customer kind type sort excuse new latest current")), false},
	enRule{enParser.unread, fields("reply respond answer check read await awaiting sent expect expecting see receive"), false},
	enRule{enParser.unheard, fields("nothing not haven't hasn't never back"), false},
	enRule{enParser.promisedCall, fields("promised promise promising"), false},
	enRule{enParser.seeking, fields("speak talk contact touch get"), false},
	enRule{enParser.triedToReach, fields("tried trying"), false},
	enRule{enParser.bidden, fields("demanding demands insists insisting says saying said say asks asking asked told tells telling wants"), false},
	enRule{enParser.news, fields("update updates news status"), false},
	enRule{enParser.spent, fields("spent wasted wasting spend"), false},
	enRule{enParser.sinceThen, spans, true},
	enRule{enParser.cutOff, fields("cut cuts cutting"), false},
	enRule{enParser.somethingFails, keys(auxiliaryFailures), false},
	enRule{enParser.keepsOn, fields("crashing freezing glitching lagging buffering rebooting restarting disconnecting overheating flickering"), false},
	enRule{enParser.vanished, fields("disappeared vanished"), false},
	enRule{enParser.strandedAt, fields("stuck stranded"), false},
	enRule{enParser.heldUp, fields("late delayed"), false},
	enRule{enParser.stillThere, fields("same unresolved no not isn't wasn't hasn't never"), false},
	enRule{enParser.inThatState, fields("how"), false},
	enRule{enParser.outOf, fields("out"), false},
	enRule{enParser.unavailable, fields("available unavailable"), false},
	enRule{enParser.hasDefect, keys(flawPlace), false},
	enRule{enParser.otherThanOrdered, fields("ordered asked requested booked"), false},
	enRule{enParser.misled, fields("false deceptive misleading deceiving conned cheated duped tricked fleeced scammed scamming short shortchanged"), false},
	enRule{enParser.notHappyWith, fields("happy impressed pleased satisfied thrilled hate hating despise dislike"), false},
	enRule{enParser.retold, slices.Concat(nounStarts, keys(begun), keys(joinedAux), fields("left they they've they're i we it you nothing everything something")), false},
	enRule{enParser.jeered, fields("rolled rolling laughed laughing mocked sneered smirked shouting yelling swore"), false},
	enRule{enParser.onlyOne, fields("only just"), false},
	enRule{enParser.droppedCalls, fields("dropped dropping"), false},
	enRule{enParser.everyFew, fields("ads adverts commercials"), false},
	enRule{enParser.wasPromised, fields("promised"), false},
	enRule{enParser.tookSpan, fields("took takes taken taking"), false},
	enRule{enParser.whereIs, fields("where where's wheres"), false},
	enRule{enParser.fewerThanOrdered, fields("ordered bought"), false},
	enRule{enParser.anyoneReplying, fields("anyone anybody someone"), false},
	enRule{enParser.wrongOn, fields("wrong"), false},
	enRule{enParser.youSaid, fields("said told promised"), false},
	enRule{enParser.costsToDo, fields("cost costs costing"), false},
	enRule{enParser.neither, fields("neither"), false},
	enRule{enParser.paidForSpeed, fields("paid pay paying"), false},
	enRule{enParser.tookTwice, fields("took taken"), false},
	enRule{enParser.raisedPrices, fields("bump bumped hike hiked jack jacked put raise raised upped prices fares"), false},
	enRule{enParser.passedOn, fields("sent put transferred passed bounced"), false},
	enRule{enParser.neverCame, fields("nobody noone no never"), false},
	enRule{enParser.wasDue, fields("supposed meant due"), false},
	enRule{enParser.whatBecameOf, fields("what"), false},
	enRule{enParser.cameDamaged, fields("smashed crushed shattered soaked squashed melted damaged torn"), false},
	enRule{enParser.madeTo, fields("made make makes making force forced forces forcing"), false},
	enRule{enParser.noWay, fields("way"), false},
	enRule{enParser.thereIs, fields("there there's"), false},
	enRule{enParser.notDoingIt, fields("not"), false},
	enRule{enParser.stillTaking, fields("taking charging billing"), false},
	enRule{enParser.toldOtherwise, fields("told said promised first"), false},
	enRule{enParser.promisedThing, fields("promised promise"), false},
	enRule{enParser.refusedTo, fields("refused refuses refusing wouldn't"), false},
	enRule{enParser.butNot, fields("but"), false},
	enRule{enParser.laughedAt, fields("laughed laughing"), false},
	enRule{enParser.accused, fields("accused accuses"), false},
	enRule{enParser.onlyAutomated, fields("automated automatic generic canned"), false},
	enRule{enParser.halfFull, fields("half"), false},
	enRule{enParser.insteadOf, fields("when"), false},
	enRule{enParser.bothered, fields("emailing texting calling phoning ringing messaging"), false},
	enRule{enParser.toldAgain, fields("explained explaining explain told spoken spoke talked"), false},
	enRule{enParser.rebuffed, fields("told tells"), false},
	enRule{enParser.spilledOn, fields("spilled spilt poured"), false},
	enRule{enParser.wronglyPut, fields("wrong"), false},
	enRule{enParser.claimedToTry, fields("tried attempted"), false},
	enRule{enParser.butNotThe, fields("but"), false},
	enRule{enParser.ranOut, fields("run ran"), false},
	enRule{enParser.endless, fields("endless infinite neverending"), false},
	enRule{enParser.waitingTo, fields("waiting"), false},
	enRule{enParser.begunPassive, ppOf(barred), false},
	enRule{enParser.chargedAfter, fields("cancelled canceled"), false},
	enRule{enParser.feeFor, fields("fee fine penalty charge ticket"), false},
	enRule{enParser.atTime, fields("cancelled canceled delayed"), false},
	enRule{enParser.deadNow, fields("dead broken kaput"), false},
	enRule{enParser.spanFor, spans, true},
	enRule{enParser.sittingAt, fields("sat sitting held"), false},
	enRule{enParser.usedByOthers, fields("someone somebody"), false},
	enRule{enParser.missedYou, fields("missed attempted delivery"), false},
	enRule{enParser.someCame, fields("turned arrived came showed"), false},
	enRule{enParser.newCustomers, fields("new"), false},
	enRule{enParser.paidForNone, fields("for"), false},
	enRule{enParser.estimated, fields("estimated estimating"), false},
	enRule{enParser.putUp, fields("put bumped hiked upped jacked raised increased whacked"), false},
	enRule{enParser.fewCoaches, fields("coaches coach carriages carriage"), false},
	enRule{enParser.calledThis, fields("call calls"), false},
	enRule{enParser.sentTooMany, fields("sent"), false},
	enRule{enParser.droveOff, fields("drove"), false},
	enRule{enParser.ateMoney, fields("ate swallowed kept took"), false},
	enRule{enParser.doubleBooked, fields("double"), false},
	enRule{enParser.losing, fields("lose losing loses"), false},
	enRule{enParser.drivenBadly, fields("driving drove drives driven"), false},
	enRule{enParser.noticed, fields("hear hearing heard makes making there there's"), false},
	enRule{enParser.inVain, fields("tried trying try"), false},
	enRule{enParser.cantUse, fields("i we"), false},
	enRule{enParser.tintedWater, fields("brown yellow green black cloudy murky pink orange"), false},
	enRule{enParser.thatWas, fields("that which"), false},
	enRule{enParser.onTheBin, fields("bin bins"), false},
	enRule{enParser.thanksFor, fields("for"), false},
	enRule{enParser.lostWork, fields("lost"), false},
	enRule{enParser.nowhereThere, fields("doesn't"), false},
	enRule{enParser.device, fields("my our"), false},
	enRule{enParser.notYetHad, fields("i we haven't never"), false},
	enRule{enParser.inLine, fields("st nd rd th"), false},
	enRule{enParser.noneWorking, fields("no"), false},
	enRule{enParser.noneCould, fields("none"), false},
	enRule{enParser.namedSo, fields("called calling calls"), false},
	enRule{enParser.dayWithout, fields("day"), false},
	enRule{enParser.tookSoOften, fields("took taken charged"), false},
	enRule{enParser.arrivedSo, fields("arrived came"), false},
	enRule{enParser.notDoneTo, fields("not never"), false},
	enRule{enParser.crashesWhere, fields("crashes freezes crashed"), false},
	enRule{enParser.turnedDownAt, fields("declined"), false},
	enRule{enParser.importantCall, fields("important"), false},
	enRule{enParser.nobodyAt, fields("nobody noone no"), false},
	enRule{enParser.dueNow, fields("due"), false},
	enRule{enParser.wrongName, fields("called calls calling"), false},
	enRule{enParser.pestering, fields("texts emails calls messages letters notifications"), false},
	enRule{enParser.stoppedReplying, fields("stopped stop quit"), false},
	enRule{enParser.comingThrough, fields("water rain damp steam smoke gas sewage"), false},
	enRule{enParser.whereGone, fields("where"), false},
	enRule{enParser.chargedForIt, fields("charged billed"), false},
	enRule{enParser.outOfOrder, fields("out"), false},
	enRule{enParser.withoutFor, fields("without"), false},
	enRule{enParser.autoRenewed, fields("renewed autorenewed"), false},
	enRule{enParser.misspelt, fields("spelled spelt misspelled misspelt wrote printed"), false},
	enRule{enParser.sentLetter, fields("sent"), false},
	enRule{enParser.doneToIt, fields("you they you've they've"), false},
	enRule{enParser.hasBeenAt, fields("my our"), false},
	enRule{enParser.wentFromTo, slices.Concat(fields("my our"), keys(dearer)), false},
	enRule{enParser.soHigh, fields("why how"), false},
	enRule{enParser.dearerAtTheTill, fields("till checkout register"), false},
	enRule{enParser.surcharged, fields("surcharge fee supplement"), false},
	enRule{enParser.fined, fields("fined"), false},
	enRule{enParser.billedAfter, fields("moved"), false},
	enRule{enParser.otherBag, fields("isn't wasn't not aren't"), false},
	enRule{enParser.lineOnScreen, fields("line lines stripe stripes"), false},
	enRule{enParser.adsBefore, fields("ads adverts commercials"), false},
	enRule{enParser.roundAndRound, fields("says say tells said sends"), false},
	enRule{enParser.kickedOff, fields("kicks kick kicked boots booted throws threw logs logged signs signed kicking"), false},
	enRule{enParser.shouldHave, fields("should"), false},
	enRule{enParser.waitingSince, fields("waiting"), false},
	enRule{enParser.spanTo, spans, true},
	enRule{enParser.downSince, fields("down"), false},
	enRule{enParser.whenWorking, fields("when"), false},
	enRule{enParser.whereUpdate, fields("update updates patch"), false},
	enRule{enParser.pesteredBy, fields("hassling harassing pestering bothering spamming bombarding"), false},
	enRule{enParser.sickOf, fields("sick tired fed"), false},
	enRule{enParser.howBad, fields("how"), false},
	enRule{enParser.isAJoke, fields("joke disgrace shambles farce"), false},
	enRule{enParser.worstEver, fields("worst most slowest"), false},
	enRule{enParser.warningLight, fields("light"), false},
	enRule{enParser.howToGetAnswer, fields("reply response answer"), false},
	enRule{enParser.notAsSaid, fields("what"), false},
	enRule{enParser.wronglyBarred, fields("false wrongful unfair unjust"), false},
	enRule{enParser.gaveOutAfter, fields("broke snapped ripped tore died stopped fell cracked split failed"), false},
	enRule{enParser.stillNotHere, fields("still"), false},
	enRule{enParser.theOne, fields("one ones"), false},
	enRule{enParser.cameBack, fields("problem problems glitch issue issues error errors bug fault"), false},
	enRule{enParser.complainAbout, fields("complain complaint complaining"), false},
	enRule{enParser.oldAndBroken, spans, true},
	enRule{enParser.notPickedUp, fields("picks picking picked pick rings"), false},
	enRule{enParser.hardToFigureOut, fields("figure work"), false},
	enRule{enParser.backForRepair, fields("garage dealership dealer workshop shop"), false},
	enRule{enParser.doesNothing, fields("does"), false},
	enRule{enParser.gotWrong, fields("wrong"), false},
	enRule{enParser.markedAs, fields("marked says said shows showing status tracking reads claims logged recorded listed"), false},
	enRule{enParser.dear, fields("cheaper ripoff overpriced extortionate rip ripping ripped price prices waste why cost costs costing costed going goes gone turned jumped went charged charging charge paid paying pay"), false},
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
