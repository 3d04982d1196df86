package desk

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// seedPost is one post of an invented airline's bad morning, written for these
// tests. Evidence is given as the words that carry it.
type seedPost struct {
	platform, handle, name string
	followers, minutes     int // minutes ago
	text                   string
	action                 care.Action
	severity               care.Severity
	topic                  string
	p                      [4]float64 // complaint, anger, praise, question
	evidence               string     // label=words|label=words
	answer, otherwise      string
	private                string
	note                   string // of a case without draft
}

const (
	sentYou = " I've sent you a message so we can sort it out there."
	writeUs = " Please write to us at kestrel.example/help and we'll sort it out today."
)

var seedPosts = []seedPost{
	{"x", "maria_p", "Maria P.", 412, 34, "Day 3 and STILL no bag. Nobody answers the phone, the tracker says “in transit” since Thursday. My father's medication is in there. #neveragain @KestrelAir", care.ActReply, care.Blame, "lost_item", [4]float64{.97, .81, .01, .2}, "unresolved=STILL no bag|ignored=Nobody answers|harm=My father's medication is in there|leaving=#neveragain",
		"Three days without your bag, and nobody picking up when you call: that is not how this should go, Maria. I'm sorry. I have asked the baggage desk in Lisbon for its last scan and will come back to you by 3 pm." + sentYou,
		"Three days without your bag, and nobody picking up when you call: that is not how this should go, Maria. I'm sorry. I have asked the baggage desk in Lisbon for its last scan." + writeUs,
		"Hi Maria, this is Ann from Kestrel Air. Could you give me the number on your bag tag and where we can reach you today? I am looking for it myself and will ring the pharmacy desk if the medication cannot wait.", ""},
	{"bluesky", "ann.b", "Ann Brandt", 1204, 41, "Charged twice for one seat and the chat bot tells me to “try again later”. It is later. It has been later for two days.", care.ActReply, care.Accusation, "double_charge", [4]float64{.95, .55, .01, .1}, "unresolved=Charged twice|ignored=try again later|unresolved=two days",
		"“It has been later for two days” — you are right, and paying twice for one seat is on us to put right. I'm sorry, Ann. Our payments team has it now." + sentYou,
		"“It has been later for two days” — you are right, and paying twice for one seat is on us to put right. I'm sorry, Ann." + writeUs,
		"Hello Ann, could you tell me the booking name and the two dates on your statement? Please leave the card number out. I will stay on this until the second charge is back with you.", ""},
	{"x", "dan_okafor", "Dan Okafor", 88, 12, "@KestrelAir my daughter was left alone at gate B14 in Porto by your staff for 40 minutes. She is nine. Unaccompanied minor service my foot.", care.ActReply, care.Blame, "staff", [4]float64{.96, .88, 0, .1}, "harm=left alone at gate B14|harm=She is nine|accusation=by your staff",
		"A nine-year-old alone at a gate for 40 minutes: that must have been frightening for her and for you, Dan. I'm sorry. The duty manager in Porto is with me on the phone now." + sentYou,
		"A nine-year-old alone at a gate for 40 minutes: that must have been frightening for her and for you, Dan. I'm sorry. The duty manager in Porto is on it now." + writeUs,
		"Dan, I'm the shift lead at Kestrel Air. When can the duty manager call you today? I want you to hear from her what happened, and what changes.", ""},
	{"mastodon", "gate_gremlin", "gate gremlin", 260, 55, "Two hours on the tarmac, no water, no announcement, 31 °C in the cabin. Somebody fainted in row 12.", care.ActSafety, care.Accusation, "delay", [4]float64{.93, .6, 0, 0}, "danger=Somebody fainted|conditions=31 °C in the cabin", "", "", "", "Somebody may be hurt: a person looks at this at once."},
	{"x", "l_whitfield", "L. Whitfield", 5310, 75, "My solicitor will be in touch, @KestrelAir. Refusing to carry a wheelchair you accepted in writing is discrimination, and I have the e-mail.", care.ActLegal, care.Blame, "accessibility", [4]float64{.98, .7, 0, 0}, "legal=My solicitor|legal=discrimination", "", "", "", "A legal matter (solicitor, discrimination): no apology, no draft."},
	{"reddit", "carry_on_carl", "", 0, 28, "Kestrel lost my suitcase, found it, delivered it to my neighbour, and then charged me a storage fee. I am not even angry any more. I am impressed.", care.ActReply, care.Accusation, "lost_item", [4]float64{.91, .35, .05, 0}, "unresolved=lost my suitcase|accusation=charged me a storage fee|sarcasm=I am impressed",
		"Lost, found, next door, and then a bill: impressive is one word for it, and you should not have to pay for the tour your suitcase took. I'm sorry, Carl. I'm having the storage fee looked at now." + writeUs, "", "", ""},
	{"x", "priya.raman", "Priya Raman", 640, 8, "Huge thanks to Tomás at the Kestrel desk in Madrid who ran, actually RAN, to get my mum her wheelchair before boarding closed. Give that man a raise.", care.ActThank, care.NoReproach, "staff", [4]float64{.01, 0, .98, 0}, "praise=Huge thanks|praise=Give that man a raise",
		"He RAN! Priya, thank you for telling us. Tomás will hear this from his own boss today, and we hope your mum had a lovely flight.", "", "", ""},
	{"bluesky", "joost.dv", "Joost de Vries", 96, 19, "Does the 18:40 to Bergen take bikes, or do I need to book the early one? The site says both yes and no.", care.ActAnswer, care.NoReproach, "booking", [4]float64{.3, .05, 0, .97}, "question=Does the 18:40 to Bergen take bikes",
		"Good question, and a fair point about the site. The 18:40 takes bikes, up to four, boxed; there is room today." + sentYou, "Good question, and a fair point about the site. The 18:40 takes bikes, up to four, boxed; there is room today.", "Hi Joost, shall I add the bike to your booking? I only need the name it is under.", ""},
	{"x", "real_truthteller9", "Truth Teller", 31, 22, "LOL @KestrelAir still pretending to care. Answer me you cowards. Why do you hide? Day 41 of asking.", care.ActFold, care.Disapproval, "none", [4]float64{.35, .7, 0, .2}, "bait=Answer me you cowards|bait=Day 41 of asking",
		"We have said what we can on this. If there is something new we can help with, we're here.", "", "", ""},
	{"discord", "mo#pilots", "Mo", 0, 63, "check-in page logs me out every time I add a bag. tried three browsers. flight's tomorrow 6am", care.ActReply, care.Disapproval, "app_bug", [4]float64{.88, .2, 0, .2}, "unresolved=logs me out every time|urgency=flight's tomorrow 6am",
		"Logged out each time you add a bag, and a 6 am start tomorrow: that's a rotten evening. I'm sorry, Mo. I can add the bag for you from here." + sentYou,
		"Logged out each time you add a bag, and a 6 am start tomorrow: that's a rotten evening. I'm sorry, Mo." + writeUs,
		"Hi Mo, which name is the booking under, and how many bags? I'll add them now and tell you when it's done.", ""},
	{"x", "hanneke_s", "Hanneke", 77, 16, "Seat 14C was soaked. Crew gave me a bin bag to sit on. A BIN BAG.", care.ActReply, care.Accusation, "cabin", [4]float64{.95, .62, 0, 0}, "condition=soaked|indignity=A BIN BAG",
		"A soaked seat, and a bin bag as the answer to it: no. I'm sorry, Hanneke, you paid for a dry one. The cabin team has the seat number and I'm on your side of this." + sentYou,
		"A soaked seat, and a bin bag as the answer to it: no. I'm sorry, Hanneke, you paid for a dry one." + writeUs,
		"Hello Hanneke, which flight was it, and are your things all right? I'd like to put this right with you here.", ""},
	{"bluesky", "tomasz.k", "Tomasz", 203, 47, "Lot odwołany, zero informacji, infolinia nie odbiera. Świetna robota, Kestrel.", care.ActReply, care.Accusation, "cancellation", [4]float64{.84, .5, 0, 0}, "unresolved=Lot odwołany|ignored=infolinia nie odbiera|sarcasm=Świetna robota", "", "", "", "The post is in Polish; a person who reads it should answer."},
	{"x", "nightbus_nora", "Nora", 1990, 5, "Kestrel cancelled the last flight out and the hotel they booked says it has never heard of them. 1 am, two kids, airport floor. Thanks a lot.", care.ActReply, care.Blame, "cancellation", [4]float64{.98, .8, 0, 0}, "unresolved=cancelled the last flight|harm=two kids, airport floor|sarcasm=Thanks a lot",
		"Two kids and an airport floor at 1 am is exactly what that hotel was meant to prevent. I'm so sorry, Nora. I'm calling the hotel now and will have a room or another one within 20 minutes." + sentYou,
		"Two kids and an airport floor at 1 am is exactly what that hotel was meant to prevent. I'm so sorry, Nora. Please ring our night desk, it has no wait right now: it is on your cancellation notice.",
		"Nora, I'm here until you are all in a bed. Which airport, and which hotel did they name? Send a number if you prefer a call.", ""},
	{"mastodon", "sven@fosstodon.example", "Sven", 310, 90, "Legroom on the new Kestrel jets: my knees have filed a complaint of their own.", care.ActReply, care.Disapproval, "cabin", [4]float64{.7, .1, .02, 0}, "disapproval=my knees have filed a complaint",
		"Please tell your knees we hear them, Sven, and that they have a point on the longer legs. I've passed it to the cabin team by row number if you tell us yours." + writeUs, "", "", ""},
	{"x", "farah_writes", "Farah", 15400, 3, "Booked Kestrel because of the “we answer within the hour” ad. It has been nine. The ad is still running.", care.ActReply, care.Accusation, "slow_answer", [4]float64{.94, .4, 0, 0}, "ignored=It has been nine|accusation=The ad is still running",
		"Nine hours against a promise of one: we owe you better, Farah, and an answer. I'm sorry. You have a person now, until it's done." + sentYou,
		"Nine hours against a promise of one: we owe you better, Farah, and an answer. I'm sorry. You have a person now." + writeUs,
		"Hi Farah, I'm Ann and I'm staying with this. What was it that you asked us nine hours ago?", ""},
	{"reddit", "budget_nomad", "", 0, 110, "Anyone know if Kestrel refunds the seat fee when they swap the plane? Paid 24 € for a window, got a wall.", care.ActAnswer, care.Disapproval, "refund", [4]float64{.6, .1, 0, .9}, "question=refunds the seat fee|unresolved=got a wall",
		"A wall is a poor view for a window seat. Seat fees do come back when the plane changes and the seat with it." + writeUs, "", "", ""},
	{"x", "kestrel_fan_no1", "Number 1 Fan", 12, 14, "Good morning @KestrelAir!! Did you sleep well? I flew with you 9 times, I love you ALL. Write back please, you wrote back on Tuesday", care.ActFold, care.NoReproach, "none", [4]float64{.02, 0, .6, .3}, "attention=Write back please",
		"Thank you for flying with us so often. Have a good day!", "", "", ""},
	{"bluesky", "eli.codes", "Eli", 870, 26, "The Kestrel app ate my boarding pass at the gate. Agent was lovely and printed one. App: 1 star, agent: 6.", care.ActReply, care.Disapproval, "app_bug", [4]float64{.72, .15, .5, 0}, "unresolved=ate my boarding pass|praise=Agent was lovely",
		"A gate is the worst place for an app to be hungry. I'm sorry, Eli, and glad somebody with a printer was quicker. The app team has your post; the agent has your six stars.", "", "", ""},
	{"x", "tired_dad_88", "Marek", 45, 37, "Family of four, four different rows. Paid to sit together. “System error”, says the desk, and shrugs.", care.ActReply, care.Accusation, "seating", [4]float64{.93, .45, 0, 0}, "unresolved=four different rows|accusation=Paid to sit together|ignored=and shrugs",
		"You paid to sit together and got four rows and a shrug. That's not how we want to treat a family, Marek, and I'm sorry. I'm moving seats now while there's still time before boarding." + sentYou,
		"You paid to sit together and got four rows and a shrug. That's not how we want to treat a family, Marek, and I'm sorry." + writeUs,
		"Hi Marek, what name is the booking under? I have two pairs next to each other and may find four.", ""},
	{"discord", "wren", "wren", 0, 70, "vegan meal = a banana. one. on an 11 hour flight.", care.ActReply, care.Accusation, "catering", [4]float64{.9, .3, 0, 0}, "unresolved=a banana. one.",
		"One banana for eleven hours is not a meal, Wren. I'm sorry. Catering has this with your words, banana and all." + sentYou,
		"One banana for eleven hours is not a meal, Wren. I'm sorry. Catering has this with your words." + writeUs,
		"Hi Wren, which flight was it? And is there a return leg where I can check the meal before you board?", ""},
	{"x", "claire.dub", "Claire", 1340, 58, "Unpopular opinion: Kestrel handled the snow day better than anyone. Text every 30 min, coffee, no nonsense.", care.ActThank, care.NoReproach, "delay", [4]float64{.03, 0, .95, 0}, "praise=better than anyone",
		"Claire, this made the round of our operations room within a minute. Thank you: they were up all night for exactly that.", "", "", ""},
	{"x", "rui_m", "Rui", 510, 44, "Refund “within 7 days” they said. Day 23. Copy-paste answer number 4 today.", care.ActReply, care.Accusation, "refund", [4]float64{.96, .5, 0, 0}, "unresolved=Day 23|ignored=Copy-paste answer number 4",
		"Day 23 of seven, and four times the same lines from us: you deserve a person, Rui. I'm sorry. I'm taking this one from here to the end." + sentYou,
		"Day 23 of seven, and four times the same lines from us: you deserve a person, Rui. I'm sorry." + writeUs,
		"Hi Rui, could you send me the name on the booking and the date you asked for the refund? I'll tell you today where it is stuck.", ""},
	{"bluesky", "oona.fi", "Oona", 66, 31, "is there really no quiet hour on the night flights? asked twice, no answer so far", care.ActAnswer, care.Disapproval, "cabin", [4]float64{.5, .1, 0, .9}, "question=is there really no quiet hour|ignored=no answer so far",
		"Asked twice is once too often, sorry, Oona. There is one: lights down and no sales from an hour after take-off. Thank you for asking again.", "", "", ""},
	{"mastodon", "pax@planes.example", "Pax", 720, 24, "Gate changed five times. FIVE. I have seen all of Terminal 2 now, including the chapel.", care.ActReply, care.Disapproval, "delay", [4]float64{.85, .3, 0, 0}, "unresolved=Gate changed five times",
		"Five gates and a chapel: that's a tour nobody booked. I'm sorry, Pax. Ground control has the list of changes and I've asked why." + writeUs, "", "", ""},
	{"x", "ingrid_hals", "Ingrid H.", 150, 18, "Your agent in Oslo called my accent “hard to work with”. I speak four languages. How many does she?", care.ActReply, care.Blame, "staff", [4]float64{.96, .72, 0, .1}, "indignity=hard to work with|accusation=Your agent in Oslo",
		"That's not how anybody here should be spoken to, Ingrid, in any of the four. I'm sorry. The station manager in Oslo will want to hear it from you, and so do I." + sentYou,
		"That's not how anybody here should be spoken to, Ingrid, in any of the four. I'm sorry." + writeUs,
		"Ingrid, when was this, and at which desk? I'll ask the station manager to call you, if you'd like that.", ""},
	{"x", "samir_t", "Samir", 240, 52, "Kestrel: “your comfort matters”. Also Kestrel: broken recline, broken screen, broken light, broken promise.", care.ActReply, care.Accusation, "cabin", [4]float64{.94, .4, 0, 0}, "unresolved=broken recline|sarcasm=your comfort matters",
		"Four broken things in one seat, and the last one hurts most. I'm sorry, Samir. Maintenance has the seat as soon as you give me the row." + sentYou,
		"Four broken things in one seat, and the last one hurts most. I'm sorry, Samir." + writeUs,
		"Hi Samir, which flight and row was it? I'd like to make the next one comfortable, in fact.", ""},
	{"x", "echo_chamber", "", 9, 6, "great service as always 🙄 3 hr hold music, then the line drops. \u202egnihtemos\u202c free\u200bbie https://kestrel-refunds.example/claim http://evil.example <script>alert(1)</script>", care.ActReply, care.Disapproval, "slow_answer", [4]float64{.8, .4, .1, 0}, "sarcasm=great service as always|ignored=the line drops",
		"Three hours of hold music and then nothing: that would try anyone's patience. I'm sorry. There is no wait in the app's chat right now.", "", "", ""},
	{"bluesky", "quiet.one", "Quiet One", 3, 33, "flying kestrel to lisbon today ✈️", care.ActIgnore, care.NoReproach, "none", [4]float64{.02, 0, .2, 0}, "", "", "", "", ""},
	{"x", "deal_hunter", "Deals", 90210, 48, "Kestrel autumn sale: from 29 €, 14 routes, ends Sunday", care.ActIgnore, care.NoReproach, "none", [4]float64{.01, 0, .1, 0}, "", "", "", "", ""},
	{"reddit", "planespotter_lux", "", 0, 120, "Spotted the new Kestrel livery at LUX this morning, photos inside", care.ActIgnore, care.NoReproach, "none", [4]float64{.01, 0, .3, 0}, "", "", "", "", ""},
}

// handled is the post as the pipeline would have left it.
func (p seedPost) handled(now time.Time, i int) store.Handled {
	at := now.Add(-time.Duration(p.minutes) * time.Minute)
	id := fmt.Sprintf("p%03d", i)
	m := care.Mention{
		ID: id, Platform: p.platform, Text: p.text, CreatedAt: at, Connector: p.platform, Lang: "en",
		Author: care.Author{ID: "u-" + p.handle, Handle: p.handle, Name: p.name, Followers: p.followers},
		URL:    "https://" + p.platform + ".example/" + id,
	}
	v := care.Verdict{Language: "en", Complaint: p.p[0], Anger: p.p[1], Praise: p.p[2], Question: p.p[3],
		Severity: p.severity, Topic: p.topic, Action: p.action, Evidence: p.spans()}
	if p.action != care.ActFold && p.action != care.ActIgnore {
		v.Standing = &care.Standing{Kind: care.KindNone, Stance: care.StanceEngage}
	} else if p.action == care.ActFold {
		v.Standing = &care.Standing{Vampire: .86, Kind: care.KindBaiter, Stance: care.StanceClose, Signals: []care.Signal{
			{Name: "repeats", Weight: .42, Note: "The same reproach 11 times in 41 days, nothing concrete in any."},
			{Name: "no_problem", Weight: .31, Note: "Names no booking, date or amount."},
			{Name: "answered", Weight: .13, Note: "We answered three times; each answer was met with more."},
		}}
	}
	h := store.Handled{Mention: m, Verdict: v}
	if p.action == care.ActIgnore {
		return h
	}
	c := care.Case{ID: care.CaseID(p.platform, id), Mention: m.Key(), State: care.StateDrafted, Priority: care.Priority(v),
		OpenedAt: at, UpdatedAt: at, DueAt: at.Add(time.Hour), Note: p.note}
	switch {
	case p.action == care.ActLegal:
		c.State = care.StateLegal
	case p.action == care.ActSafety:
		c.State = care.StateSafety
	case p.answer == "":
		c.State = care.StateOpen
	default:
		h.Draft = p.draft(c.ID, at)
	}
	h.Case = &c
	return h
}

func (p seedPost) draft(caseID string, at time.Time) *care.Draft {
	d := &care.Draft{ID: caseID + ".1", CaseID: caseID, Action: p.action, Template: "warm_en." + p.topic, By: "graces", At: at,
		Text: p.answer, Otherwise: p.otherwise}
	if d.Otherwise == "" {
		d.Otherwise = d.Text
	}
	if p.private != "" {
		d.Private = care.Private{Route: care.RouteMessage, Text: p.private}
	}
	return d
}

func (p seedPost) spans() []care.Evidence {
	var out []care.Evidence
	for part := range strings.SplitSeq(p.evidence, "|") {
		label, words, _ := strings.Cut(part, "=")
		if at := strings.Index(p.text, words); words != "" && at >= 0 {
			out = append(out, care.Evidence{Label: label, Start: at, End: at + len(words), Text: words})
		}
	}
	return out
}

// seed records the morning.
func seed(t testing.TB, s *store.Store, now time.Time) []store.Handled {
	t.Helper()
	var hs []store.Handled
	for i, p := range seedPosts {
		hs = append(hs, p.handled(now, i))
	}
	profiles := []care.Profile{{Key: "x:u-maria_p", Author: hs[0].Mention.Author, Contacts: 3, Complaints: 3, FirstSeen: now.Add(-72 * time.Hour), LastSeen: now}}
	earlier := care.Mention{ID: "e1", Platform: "x", Connector: "x", Author: hs[0].Mention.Author, Text: "@KestrelAir any news on my bag? Tag said Lisbon on Thursday.", CreatedAt: now.Add(-20 * time.Hour), Thread: hs[0].Mention.ID}
	own := care.Mention{ID: "e2", Platform: "x", Connector: "x", By: care.ByBrand, Author: care.Author{ID: "k", Handle: "KestrelAir"}, Text: "Hi Maria, the baggage team is on it and will be in touch.", CreatedAt: now.Add(-19 * time.Hour), Thread: hs[0].Mention.ID}
	hs = append(hs, store.Handled{Mention: earlier}, store.Handled{Mention: own})
	if err := s.Record(context.Background(), hs, profiles); err != nil {
		t.Fatal(err)
	}
	return hs
}
