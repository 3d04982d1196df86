package grievance

import "strings"

// verb is a form of a verb.
type verb struct {
	base                  string
	isBase, past, pp, ing bool
}

// verbs tells a verb by any of its forms.
var verbs = tableOfVerbs()

// regular verbs; those that double their last letter are marked "+".
var regular = fields(`accept access activate add adjust admit advise afford allow amend announce answer apologise apologize apply approve argue
	arrange arrive ask assist assume attach attend authorise avoid bake ban+ block board book boot bother bump call cancel+ care cash change
	charge chase chat+ check claim clean clear click climb close collect combine communicate compare compensate complain complete confirm
	connect consider contact create proceed knock swallow credit debit bounce swipe beep vibrate buzz overheat mute rotate focus honour honor squeak rattle drip+ flood seal peel fade shake stall  explode vanish continue cook copy correct cover crack crash crush damage deactivate decide decline deduct delay delete deliver
	deny depart deploy destroy detect die direct disable disappear disconnect discuss display divert donate double download downgrade drop+ dump
	edit eject email enable end enjoy enter escalate exchange expect expire explain export extend fail fasten fill finish fix flicker fold follow
	force function gain guarantee handle happen help hop+ ignore implement import improve include increase inform insist inspect install
	interrupt investigate invoice issue join jump jam+ kick label lag+ land last launch leak like link listen load locate lock
	log+ look lower mail manage mark match mention merge mess message miss misplace mishandle move name navigate need notice notify obtain offer open
	operate order overcharge owe own pack park pass pause phone pick place plan+ play plug+ post postpone preorder prepare press prevent print
	process program project promise protect prove provide publish pull purchase push queue quote raise reach realise receive reboot rebook
	recall reclaim recognise recommend record redeem redirect reduce refer+ refill refresh refund refuse register reinstall reject release reload rely
	remember remind remove renew rent repair repeat replace reply report request reschedule reserve reset+ resolve respond restart restock restore
	restrict result return reverse review rip+ route ruin rush save scan+ scratch search seat select separate serve settle share ship+
	shop+ sign skip+ slow smash smell sort sound stain start stay stock stop+ store stream submit suggest suspend switch sync talk taste
	terminate text throttle toss touch track transfer+ travel treat trust try turn type unlock unsubscribe update upgrade upload upset use validate verify
	view visit void wait walk want warn wash waste watch wipe work worry wrap+ require request demand trigger dispatch despatch recline fold unfold inflate lift zip+ latch dim+ heat cool chill warm dispense flush glitch power last recognise recognize display remain forward expire clunk rust wobble
	snap+ rub+ hum+ scroll scan+ sting respond resume cater evolve entitle assure confuse hassle harass bombard spam+ pester misprint mislabel reactivate reconnect
	 revoke resolve waive wave wander yank+ zap+ stain smoke spark stretch strip+ struggle sag+ rot+ mould pair chip+ crumble curdle thaw soak
	spoil overcook undercook deduct deposit escalate reassign relocate reinstate redirect renovate replenish restrict subscribe solve swap+ rectify recover authorize convert fetch decrease remake yell zoom
	drain buffer malfunction threaten shorten melt unravel collapse lapse erase duplicate overwrite hack crackle drift brick corrupt substitute clog overflow smear warp tangle trap+ strand impound tow accuse embarrass
	humiliate distort garble hiss creak splash leach seep spark sputter jolt blister chafe itch pinch smudge droop wilt ferment curl bulge dangle detach loosen jangle scrape
	appear exist occur unblock renew relist attempt downsize cap+ pixelate blur+ stutter scramble misroute misdirect mistreat overbook reallocate undercharge
	reschedule unlink unpair desync ghost patronise patronize intimidate interrupt bully overlook underdeliver shortchange evaporate dissolve disintegrate deflate puncture dislodge
	flap+ buckle splinter fray snag+ pucker misfire stagger backfire conk zip grit plough seize lob+ hurl chuck prepone estimate empty`)

// irregular verbs: base, past, participle.
var irregular = fields(`be was been become became become begin began begun break broke broken bring brought brought build built built buy bought
	bought catch caught caught choose chose chosen come came come cost cost cost cut cut cut do did done draw drew drawn drink drank
	drunk drive drove driven eat ate eaten fall fell fallen feel felt felt fight fought fought find found found fit fit fit fly flew flown freeze froze frozen
	forget forgot forgotten get got got give gave given go went gone grow grew grown hang hung hung have had had hear heard
	heard hide hid hidden hit hit hit hold held held hurt hurt hurt keep kept kept know knew known lead led led leave left left lend lent lent let let
	let lie lied lied lose lost lost make made made mean meant meant meet met met pay paid paid put put put read read read rebuild rebuilt rebuilt
	resell resold resold resend resent resent ride rode ridden ring rang rung rise rose risen run ran run say said said see saw
	seen sell sold sold send sent sent set set set show showed shown shut shut shut sing sang sung sit sat sat sleep slept slept speak spoke spoken spend spent
	spent split split split stand stood stood steal stole stolen stick stuck stuck take took taken teach taught taught tear tore torn tell told told think
	thought thought throw threw thrown understand understood understood unwrap unwrapped unwrapped wake woke woken wear wore worn win won won withdraw withdrew withdrawn write
	wrote written bend bent bent burst burst burst swell swelled swollen mislead misled misled oversell oversold oversold bite bit bitten bleed bled bled spit spat spat dig dug dug grind ground ground wear wore worn fling flung flung burn burnt burnt spill spilt spilt spin spun spun shrink shrank shrunk sink sank sunk misread misread misread overdraw overdrew overdrawn withhold withheld withheld`)

func tableOfVerbs() map[string]verb {
	table := map[string]verb{}
	for _, base := range regular {
		base, double := strings.CutSuffix(base, "+")
		stem := base
		if double {
			stem += base[len(base)-1:]
		}
		addVerb(table, base, pastOf(stem), pastOf(stem), ingOf(stem))
	}
	for i := 0; i+2 < len(irregular); i += 3 {
		base := irregular[i]
		stem := base
		if doubles[base] {
			stem += base[len(base)-1:]
		}
		addVerb(table, base, irregular[i+1], irregular[i+2], ingOf(stem))
	}
	return table
}

// doubles are irregular verbs that double their last letter before "ing".
var doubles = set("begin cut fit forget get hit let put run set shut sit split win")

func addVerb(table map[string]verb, base, past, pp, ing string) {
	add := func(form string, v verb) {
		old := table[form]
		if old.base != "" && old.base != base {
			return
		}
		v.base = base
		v.isBase, v.past, v.pp, v.ing = v.isBase || old.isBase, v.past || old.past, v.pp || old.pp, v.ing || old.ing
		table[form] = v
	}
	add(base, verb{isBase: true})
	add(past, verb{past: true})
	add(pp, verb{pp: true})
	add(ing, verb{ing: true})
	add(thirdOf(base), verb{})
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func endsInY(stem string) bool {
	return strings.HasSuffix(stem, "y") && len(stem) > 1 && !isVowel(stem[len(stem)-2])
}

func pastOf(stem string) string {
	switch {
	case strings.HasSuffix(stem, "e"):
		return stem + "d"
	case endsInY(stem):
		return stem[:len(stem)-1] + "ied"
	}
	return stem + "ed"
}

func ingOf(stem string) string {
	switch {
	case strings.HasSuffix(stem, "ie"):
		return stem[:len(stem)-2] + "ying"
	case strings.HasSuffix(stem, "e") && stem != "be" && stem != "see":
		return stem[:len(stem)-1] + "ing"
	}
	return stem + "ing"
}

// thirdOf makes "works", and plurals too.
func thirdOf(base string) string {
	switch {
	case base == "have":
		return "has"
	case base == "be":
		return "is"
	case endsInY(base):
		return base[:len(base)-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "x"), strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "o"):
		return base + "es"
	}
	return base + "s"
}

// forms of a base, for telling.
var (
	ingForms  = formsOf(func(v verb) bool { return v.ing })
	pastForms = formsOf(func(v verb) bool { return v.past })
	ppForms   = formsOf(func(v verb) bool { return v.pp })
)

func formsOf(is func(verb) bool) map[string]string {
	forms := map[string]string{}
	for form, v := range verbs {
		if is(v) {
			forms[v.base] = form
		}
	}
	return forms
}
