package check_test

import (
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
)

// example is an answer written for this test and the rules it must break;
// none for an answer that a good colleague might have written.
type example struct {
	post, reply string
	want        string
}

const (
	lostBag  = "@acmeair you lost my bag in Denver and nobody can tell me where it is. Day three now!"
	onHold   = "Three hours on hold with @acmebank and then they hung up on me. Unbelievable."
	twice    = "@acmeshop why was I charged twice for one order?? I want my money back"
	latePkg  = "My package from @acmeshop is a week late and tracking hasn't moved. So annoyed."
	rudeCrew = "The rudest man I ever met works at your desk @acmeair. Made my mother cry."
	netDown  = "@acmenet internet down AGAIN. Third time this month, I work from home!"
	coldFood = "Ordered from @acmepizza, pizza came cold after 2 hours and half the order was missing"
	appCrash = "@acmeapp your update broke everything, app crashes every time I open it"
	sweary   = "What the fuck @acmeair, this is shit. My flight is cancelled again"
	lawyer   = "@acmeair you'll be hearing from my lawyer about what happened on that flight"
	praise   = "Huge thanks to @acmeair crew on the Lisbon flight, you were wonderful with my kids!"
	withData = "@acmeshop order 4711-88321 never came. Mail me at jo.bloggs@example.com or ring 020 7946 0958"
)

var examples = []example{
	// Good answers.
	{lostBag, "Three days without your bag is far too long, and I'm sorry. I'm chasing it with our Denver team today and have sent you a message so we can reach you.", ""},
	{lostBag, "I'm so sorry your bag still hasn't turned up. Please send us a direct message with your bag tag and I'll find out where it is.", ""},
	{lostBag, "Oh no, I'd be worried too. I'm looking for your bag right now. Could you DM us your file reference so I can see the latest?", ""},
	{lostBag, "That's not how a trip should start. I'm sorry about your bag, and I've asked Denver to search again. I've messaged you so we can go through it.", ""},
	{lostBag, "I'm sorry that your bag was put on the wrong plane and taken to the wrong airport. I'm asking Denver for it now and have sent you a message.", ""},
	{onHold, "Three hours on hold is awful, and then to be cut off: I'm sorry. I'd like to call you instead. I've sent you a message to find a good time.", ""},
	{onHold, "I can hear how frustrating that was. I'm sorry for the wait. If you send us a message I'll make sure that you don't have to queue again.", ""},
	{onHold, "We're sorry you were left holding for so long. There's no wait in our chat at the moment, and I've let the team know to expect you.", ""},
	{twice, "I'm sorry about the double charge. I'm checking it with our payments team now and have sent you a private message so we can sort it out.", ""},
	{twice, "Seeing your money go out twice is worrying, I understand. I'm on it. Please message us privately so that I can look at the order with you.", ""},
	{twice, "Sorry about that! Please don't post your order number here; send it to us by direct message and I'll look at both charges today.", ""},
	{latePkg, "A week of waiting with no news would annoy me too. I'm sorry. I'm asking the carrier where your package is and will message you what I hear.", ""},
	{latePkg, "I'm sorry your package is so late. Let me find out where it got stuck. Could you send us a DM with the order number?", ""},
	{latePkg, "I'm sorry it's a week late. I can't see the parcel from here, but I've asked the depot and I'll come back to you in your messages.", ""},
	{rudeCrew, "I'm so sorry that your mother left in tears. Nobody should be treated that way. I want to hear what happened: please send me a message.", ""},
	{rudeCrew, "That's not how we want anyone to feel, and I'm sorry for you and your mother. I've sent you a message; I'd like to talk it through today.", ""},
	{netDown, "Three outages in a month when you work from home: I understand why you're fed up, and I'm sorry. Our engineers are on it now and I'll message you when I hear.", ""},
	{netDown, "I'm sorry you're offline again. I'm looking into your line now. Please send us a private message with your postcode so I can test it.", ""},
	{coldFood, "Cold pizza after two hours, and half of it missing: that's a rotten evening, and I'm sorry. I've sent you a message so I can help.", ""},
	{coldFood, "We got this wrong and I'm sorry. I'd like to make it right: could you DM us so that I can find your order?", ""},
	{appCrash, "I'm sorry the update broke the app for you. Our developers are looking at it now. Which phone are you using?", ""},
	{appCrash, "That's really annoying, sorry! Could you try restarting the app once? If it still crashes, message us and I'll go through it with you.", ""},
	{sweary, "I hear you, and I'm sorry your flight was cancelled again. I'm looking for other seats for you now and have sent you a message.", ""},
	{praise, "That's lovely to read, thank you! We'll pass it on to the crew; they'll be so pleased to hear about you and your kids.", ""},
	{praise, "You've made our day, thank you! See you on board again soon.", ""},
	{withData, "I'm sorry your order never came. I'm tracing it now and I've sent you an e-mail, so we can go on there.", ""},
	{withData, "I'm sorry about your missing order. Please take your details down, they're visible to everyone. I've messaged you and will help you there.", ""},
	{"@acmeair can I bring my guitar on board?", "Good question! Yes, you can, as long as it fits in the overhead locker. Have a good trip!", ""},
	{"@acmeshop is the blue jacket coming back in stock?", "Thanks for asking! I'm checking with the store and will let you know here today.", ""},
	{latePkg, "I know a week feels endless when you're waiting. I'm truly sorry. I'm taking this to our delivery team now and will write to you by message tonight.", ""},
	{appCrash, "Thank you for telling us, and sorry for the trouble with the app. I've passed the crash on to the developers and will come back to you by DM.", ""},
	{"Mein Paket von @acmeshop ist seit zwei Wochen unterwegs, unverschämt", "Zwei Wochen sind viel zu lang, das tut mir leid. Ich kümmere mich darum und habe Ihnen eine private Nachricht geschickt.", ""},
	{"@acmeshop mi pedido nunca llegó, pésimo servicio", "Siento mucho que su pedido no haya llegado. Lo estoy mirando ahora y le he enviado un mensaje privado para ayudarle.", ""},

	// Bad answers.
	{lostBag, "That's simply our policy: bags are traced for 21 days.", "trigger_phrase"},
	{lostBag, "As per our policy we can't do anything for the first five days.", "trigger_phrase"},
	{lostBag, "Please calm down. These things take time.", "trigger_phrase"},
	{onHold, "As we already explained, lines are busy on Mondays. Please DM us.", "trigger_phrase"},
	{onHold, "It could be worse, some callers waited five hours! I'll look into it.", "trigger_phrase"},
	{latePkg, "It's not our fault, the carrier has your package. I'm looking into it, please DM us.", "trigger_phrase"},
	{latePkg, "If this caused you any inconvenience, we apologise. Please DM us about the package.", "conditional_apology"},
	{rudeCrew, "We're sorry if you felt that our colleague was not friendly. DM us and I'll look into it.", "conditional_apology"},
	{rudeCrew, "I'm sorry you feel that way about your visit. Please message us so I can look into it.", "conditional_apology"},
	{latePkg, "We apologise for any inconvenience the late package may have caused. I've sent you a DM.", "conditional_apology"},
	{twice, "We never received a second payment from you. Please DM us and I'll look.", "argues_facts"},
	{twice, "Our records show you were charged once. DM us and I'll explain.", "argues_facts"},
	{netDown, "That's not true, there was only one outage in your area. I'll look into it, DM us.", "argues_facts"},
	{latePkg, "According to the carrier your package was delivered on Monday. Send us a DM, I'll help.", "argues_facts"},
	{latePkg, "You should have chosen express if you needed the package so soon. DM us, I'll look.", "blames_customer"},
	{appCrash, "You must have installed the update wrong. Message us and I'll help with the app.", "blames_customer"},
	{lostBag, "If you had labelled your bag we would have found it. DM us and I'll look.", "blames_customer"},
	{latePkg, "You entered the wrong address, so the package is late. I'll look into it by DM.", "blames_customer"},
	{rudeCrew, "Our agent was clearly wrong and will be disciplined. I've sent you a message.", "blames_colleague"},
	{coldFood, "The driver messed up your order, sorry. I've sent you a DM and will help with the pizza.", "blames_colleague"},
	{onHold, "Sorry about the hold, that's the phone team's fault. I'll look into it, DM us.", "blames_colleague"},
	{twice, "We can't refund orders after seven days.", "says_no_without_option"},
	{coldFood, "Unfortunately it is not possible to replace a delivered pizza.", "says_no_without_option"},
	{lostBag, "There is nothing more we can do about your bag.", "says_no_without_option trigger_phrase"},
	{twice, "So sorry! We'll refund you $50 today. I've sent you a message about the charge.", "public_compensation"},
	{coldFood, "Sorry about the cold pizza! Here's a £20 voucher for your next order, I've sent it by DM.", "public_compensation"},
	{netDown, "Sorry! We'd like to offer you a free month of internet. I'll message you.", "public_compensation"},
	{latePkg, "I'm sorry it's late! Send us your booking reference here and I'll check the package.", "asks_private_data_publicly"},
	{latePkg, "I'm sorry about your package. What's your order number and e-mail address? I'll look.", "asks_private_data_publicly"},
	{netDown, "Sorry you're offline. Please reply with your full name and postcode and I'll test the line.", "asks_private_data_publicly"},
	{onHold, "I'm sorry about the wait. Could you share your phone number below so I can call you?", "asks_private_data_publicly"},
	{withData, "I'm sorry order 4711-88321 never came. I'm tracing it and have sent you a message.", "repeats_personal_data"},
	{withData, "I'm sorry! I've written to jo.bloggs@example.com about your missing order.", "repeats_personal_data"},
	{withData, "I'm sorry about your missing order. I'll ring you on 02079460958 today.", "repeats_personal_data"},
	{sweary, "Yes, this is shit, sorry. I'm looking for another flight and have sent you a DM.", "repeats_profanity"},
	{"Vaya mierda de servicio @acmeshop, mi pedido nunca llegó", "Es una mierda, lo sentimos. Le hemos escrito un mensaje privado sobre su pedido.", "repeats_profanity"},
	{"My plate is AB12 CDE, I paid the toll and still got a letter @acmetoll", "I'm sorry about the letter. I've put a stop on AB12CDE and sent you a message.", "repeats_personal_data"},
	{latePkg, "Thank you for your feedback. We take all comments seriously.", "generic no_commitment"},
	{coldFood, "We're sorry to hear that. Your feedback has been noted.", "generic no_commitment"},
	{lostBag, "I'm so sorry about your bag. That must be awful for you.", "no_commitment"},
	{netDown, "I'm sorry the internet is down again. I'm going to find out why.", "no_private_route"},
	{lawyer, "We're so sorry for what happened on your flight! I've sent you a message.", "apology_to_legal_threat"},
	{lawyer, "Thank you for writing. Please message us.", "apology_to_legal_threat"},
	{"@acmecafe your soup gave my son an allergic reaction, we spent the night in hospital", "Oh no, sorry about that! DM us and I'll sort it.", "apology_to_legal_threat"},
	{latePkg, "Dear valued customer, we regret the delay of your package. Kindly send us a DM.", "robot_tone"},
	{onHold, "Please be advised that your complaint has been logged. We will contact you about the hold.", "robot_tone"},
	{onHold, "Good luck finding a bank that picks up faster! But I'll look into the hold time, DM us.", "sarcastic_or_defensive"},
	{appCrash, "Nobody else has complained about the app. DM us and I'll have a look.", "sarcastic_or_defensive"},
	{coldFood, "You get what you pay for. DM us about the pizza and I'll look.", "sarcastic_or_defensive"},
	{netDown, "I'm sorry. Your internet will be back by 5 tomorrow, guaranteed. I've sent you a DM.", "promises_outcome"},
	{lostBag, "I'm sorry. I promise you will have your bag by tonight. I've messaged you.", "promises_outcome"},
	{latePkg, "I'm sorry about your package. This will never happen again! I've sent you a DM.", "promises_outcome"},
	{latePkg, "I'm sorry it's late. Track the package at https://acme.example.com/t and I'll help by DM.", "unsafe_link"},
	{latePkg, "Hi {name}, I'm sorry about your late package. I've sent you a DM and will help.", "unfilled_slot"},
	{latePkg, "Hi [Customer Name], I'm sorry about the package. I'll help, see your messages.", "unfilled_slot"},
	{latePkg, strings.Repeat("I'm sorry your package is late and I am looking into it. ", 6) + "I've sent you a message.", "too_long"},
	{"Mein Paket von @acmeshop ist seit zwei Wochen unterwegs, unverschämt", "Falls Ihnen Unannehmlichkeiten entstanden sind, entschuldigen wir uns. Wir melden uns per Nachricht.", "conditional_apology"},
	{"@acmeshop mi pedido nunca llegó, pésimo servicio", "Según nuestros datos el pedido fue entregado. Escríbanos por mensaje privado y lo miramos.", "argues_facts"},
}

func brokenRules(e example) []string {
	var rules []string
	for _, c := range check.Public(check.Input{Platform: "x", Post: e.post, Reply: e.reply}) {
		if !c.OK {
			rules = append(rules, c.Rule)
		}
	}
	return rules
}

// TestAnswers measures the rules as a judge of answers: of the bad ones at
// least nine in ten are caught, by the rule that was meant, and of those
// caught at least nine in ten are bad.
func TestAnswers(t *testing.T) {
	caught, bad, alarms, named := 0, 0, 0, 0
	for _, e := range examples {
		got := brokenRules(e)
		switch {
		case e.want == "" && len(got) > 0:
			alarms++
			t.Logf("good answer fails %v: %q", got, e.reply)
		case e.want != "":
			bad++
			if len(got) > 0 {
				caught++
			}
			if missing := slices.DeleteFunc(strings.Fields(e.want), func(rule string) bool { return slices.Contains(got, rule) }); len(missing) > 0 {
				t.Logf("bad answer passes %v (breaks %v): %q", missing, got, e.reply)
			} else {
				named++
			}
		}
	}
	precision, recall := float64(caught)/float64(caught+alarms), float64(caught)/float64(bad)
	t.Logf("%d answers: precision %.3f, recall %.3f, by the rule meant %.3f", len(examples), precision, recall, float64(named)/float64(bad))
	if precision < 0.9 || recall < 0.9 || float64(named) < 0.9*float64(bad) {
		t.Errorf("precision %.3f, recall %.3f, named %d of %d; want 0.9 each", precision, recall, named, bad)
	}
}

func TestEveryRuleHasAnExample(t *testing.T) {
	for _, rule := range check.Names() {
		if rule == "near_duplicate" || rule == "final" { // each has a test of its own
			continue
		}
		if !slices.ContainsFunc(examples, func(e example) bool { return strings.Contains(e.want, rule) }) {
			t.Errorf("no example breaks %s", rule)
		}
	}
}

func TestNearDuplicate(t *testing.T) {
	in := check.Input{Platform: "x", Post: latePkg, Reply: "I'm sorry your package is late. I'm looking into it now and have sent you a message.",
		Recent: []string{"I'm sorry your parcel is late! I'm looking into it now and have sent you a message"}}
	if !slices.ContainsFunc(check.Public(in), func(c care.Check) bool { return c.Rule == "near_duplicate" && !c.OK && c.Blocking }) {
		t.Error("an answer with one word changed passes")
	}
}

func TestPrivateMayAskForData(t *testing.T) {
	in := check.Input{Platform: "x", Post: latePkg, Reply: "Hi Sam, please send me your order number and postcode. We'd like to offer you a refund."}
	for _, c := range check.Private(in) {
		if !c.OK {
			t.Errorf("private message breaks %s: %s", c.Rule, c.Note)
		}
	}
}
