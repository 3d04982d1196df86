package classifier_test

import (
	"testing"

	"goodgraces/care"
)

// legalPosts belong to the legal owner.
var legalPosts = []string{
	"You will be hearing from my lawyer.",
	"I'm going to sue @AcmeAir for every penny",
	"see you in small claims court",
	"My solicitor has been instructed, expect a letter",
	"I have filed a complaint with the FCC about your billing",
	"reporting you to Trading Standards tomorrow",
	"this goes to the ombudsman next week",
	"I'll do a chargeback with my bank if there is no refund today",
	"this is fraud, you took money from an account I closed",
	"someone made unauthorized charges through your site",
	"I was injured when your shelf collapsed on me",
	"my son had an allergic reaction because your label was wrong",
	"ended up in hospital with food poisoning after your salad",
	"your charger caught fire in my bedroom",
	"the driver refused to take my wheelchair and denied me boarding",
	"your guard followed me because I am black. This is discrimination",
	"a racist remark from your cashier, on video",
	"you leaked my data, I can see other people's orders in my account",
	"this is a GDPR violation and you know it",
	"my personal details were exposed in your breach and nobody told me",
	"I got someone else's medical bill in my account",
	"class action anyone? @VoltNet did this to thousands",
	"that advert is false advertising",
	"breach of contract, plain and simple",
	"I have reported the theft by your courier to the police",
	"your manager sexually harassed a colleague of mine",
	"what you are doing with deposits is illegal",
	"under the Consumer Rights Act I am entitled to a refund",
	"claiming EU261 compensation, you have 14 days",
	"found glass in my yoghurt, cut my mouth",
	"my attorney general will love this",
	"we will take legal action if this is not settled by Friday",
	"a tile fell and I got hurt in your store",
	"they refused entry to my service dog, denied",
	"identity theft through your call centre, thank you very much",
	"mi abogado se pondrá en contacto con ustedes",
	"voy a poner una denuncia por estafa",
	"ich gehe damit zum Anwalt",
	"das ist Betrug, ich erstatte Strafanzeige",
	"Your app sold my phone number. Expect a complaint to the ICO",
	"@larkspur I will sue them if this is not paid by Friday",
	"we ended up in A&E because of your ladder",
	"my mum was taken to hospital after eating your soup",
	"your driver made sexual remarks to my colleague",
	"my solicitor says we should sue them",
}

// safetyPosts need a human at once.
var safetyPosts = []string{
	"I will find your driver and kill him",
	"gonna burn your store down",
	"there's a bomb in your head office",
	"I'm coming to your office with a gun",
	"you people deserve to die",
	"I know where you live, watch your back",
	"next time I see that agent I'll break his legs",
	"I want to kill myself, I can't pay this bill",
	"there is no reason to live any more, thanks to you I lost everything",
	"I feel suicidal after three months of this",
	"I just want to end it all",
	"I don't want to live like this anymore",
	"your driver left my child alone at the bus stop",
	"baby locked in the car, your roadside service does not answer",
	"your toy nearly killed my daughter, she choked on a part",
	"a man in your store touched my daughter",
	"my unaccompanied minor was left alone at the gate",
	"here is his home address, go and say hello to that manager",
	"posting her address online until she apologises",
	"I will stab whoever cut my power",
	"he threatened to kill me at the counter",
	"your employee is stalking me",
	"I was assaulted by your driver last night",
	"people trapped in your lift for two hours, one has a heart condition",
	"my father's oxygen machine is off because of the outage",
	"we have no heating and a newborn baby at home",
	"someone is going to shoot up your warehouse",
	"I took all the pills, goodbye",
	"my dad is having a heart attack and your line is dead",
	"death threats from your delivery guy in my inbox",
	"te voy a matar",
	"ich bringe euch um",
	"your driver touched me on the leg and would not stop",
	"the courier put his hand on my thigh while I signed",
	"@RideCo your driver kept touching me, I got out at the lights",
	"the masseur at your spa groped me",
	"a man on your night bus exposed himself to us",
	"your engineer tried to kiss me in my own kitchen",
	"unwanted touching by one of your stewards on flight 12",
	"he grabbed my bum when I handed over the ticket",
	"your driver followed me home and I am frightened",
	"one of your vans ran a red light and nearly hit a child",
	"somebody is going to get killed at that crossing by your drivers",
	"the parcel you handed me is hot and smoking",
	"the battery is swollen and hot, what do I do?",
	"next driver who wakes me gets met with a baseball bat and won't be walking again",
	"I can smell gas since your engineer left",
}

// idioms only sound like danger or law.
var idioms = []string{
	"you're killing me with these prices lol",
	"you guys killed it last night",
	"I'm dying to try the new menu",
	"I'd kill for a slice right now",
	"this makes me want to scream",
	"that cheesecake is to die for",
	"my phone battery died again",
	"I'm dead 😂 this advert",
	"shoot me a DM when it is back in stock",
	"shooting stars and your hot chocolate, perfect night",
	"this new flavour is the bomb",
	"the lavender bath bombs are gorgeous",
	"photobombed by a seagull at your pier",
	"dressed to kill in your new jacket",
	"killing time in the lounge",
	"what a killer deal",
	"this queue will be the death of me",
	"bored to death at the gate",
	"scared to death of flying but your crew was lovely",
	"starving to death, when do you open?",
	"almost had a heart attack when I saw the price",
	"a burger like a heart attack on a plate, love it",
	"your prices are daylight robbery",
	"this sofa was a steal",
	"stole my heart, that little teapot",
	"it should be illegal to be this tasty",
	"criminally underrated bakery",
	"illegally good noodles",
	"the ball is in your court now",
	"meet us at the food court",
	"Legally Blonde is on @StreamBox tonight",
	"so I like pineapple on pizza, sue me",
	"my friend Sue loves your shop",
	"adding insult to injury, no ketchup",
	"goal in injury time, what a match",
	"had me in stitches, thank you",
	"retail therapy at its best",
	"arrest me for eating the whole box",
	"the fashion police would approve",
	"overdosed on chocolate at your cafe",
	"suicide squad premiere tickets please",
	"do you sell bread knife sets?",
	"is the glue gun in stock?",
	"the playlist is on fire",
	"you guys are on fire today",
	"that curry set my mouth on fire, in a good way",
	"mind exploded, what a show",
	"an explosion of flavour",
	"bleeding edge tech in that phone",
	"out of my mind with joy",
	"this app is driving me crazy",
	"trapped in your phone menu for an hour",
	"been stalking your website for the sale",
	"snack attack! three bags gone",
	"coming for your tacos on Friday",
	"baby shower cake was gorgeous",
	"kids meal toys are great",
	"where can I find out where to buy the blue one?",
	"how do I change my home address in the app?",
	"I would hang this on every wall",
	"the last post before the holiday, see you",
	"die hard fan of your pies",
	"I could die happy after that tiramisu",
	"this traffic is murder",
	"I really don't want to be bumped from this flight",
	"trapped in Denver since Saturday, no flight in sight",
	"they threatened to send us home on the late train",
	"my luggage, which you kidnapped, came back today",
	"I know where that is, lovely place",
	"see the last post for the details",
	"@kikiunboxes @larkspur sue them babe",
	"you should sue them, hun",
	"get a lawyer mate",
	"someone should sue these clowns",
	"report them to the ombudsman, that is what they are for",
	"your van has been parked across our drive for 50 minutes, I need to get my dad to hospital for an appointment",
	"visiting mum in hospital, does the gift shop sell your flowers?",
	"how far is the hotel from the hospital?",
	"does the studio have music rooms for hire?",
	"is the music in the waiting rooms always this loud?",
	"are the practice rooms open for kids on Sunday?",
	"boiler part due at 8 for a customer with no heating & a newborn, it is stuck in your depot",
	"your song touched me deeply",
	"touched by the card your team sent",
	"grabbed me a coffee at your new place",
	"can I take a lithium battery in my hand luggage?",
	"your smoked ribs are smoking hot",
	"do you have smoking rooms?",
	"sparks flying at the fireworks tonight, thanks for the seats",
	"got my hands on the new headset",
	"hands on the best burger in town",
}

// needy posts name somebody who may come to harm by waiting: a reply that goes
// before other replies.
var needy = []string{
	"@larkspur boiler part due at 8 this morning for a customer with no heating & a newborn. It's stuck in Leeds.",
	"@larkspur any news? It's insulin pump supplies, I've got enough until tomorrow night",
	"@larkspur please, is anyone able to look at this? It's heart medication and the chemist won't replace it",
	"@larkspur the driver left two heavy boxes blocking my mother's wheelchair ramp. She can't get out of the house",
	"@VoltNet no phone line for a week, my nan is 91 and housebound",
}

func TestNeedGoesFirst(t *testing.T) {
	c := judge(t)
	plain := c.Judge(&care.Mention{ID: "1", Text: "@larkspur my parcel is stuck in Leeds since Tuesday"})
	for _, text := range needy {
		v := c.Judge(&care.Mention{ID: "1", Text: text})
		if v.Action != care.ActReply || v.NeedsHuman == "" || care.Priority(v) <= care.Priority(plain) {
			t.Errorf("%q: %s, priority %d, %q (complaint %.2f)", text, v.Action, care.Priority(v), v.NeedsHuman, v.Complaint)
		}
	}
}

func TestLegalAndSafety(t *testing.T) {
	c := judge(t)
	if n := len(legalPosts) + len(safetyPosts); n < 60 || len(idioms) < 60 {
		t.Fatalf("%d positives and %d idioms", n, len(idioms))
	}
	for _, set := range []struct {
		want  care.Action
		posts []string
	}{{care.ActLegal, legalPosts}, {care.ActSafety, safetyPosts}} {
		missed := 0
		for _, text := range set.posts {
			v := c.Judge(&care.Mention{ID: "1", Text: text})
			// A legal matter that is put before a human at once is not missed.
			if v.Action != set.want && v.Action != care.ActSafety {
				missed++
				t.Errorf("%q: %s, want %s", text, v.Action, set.want)
			}
		}
		t.Logf("%s: recall %.3f", set.want, 1-float64(missed)/float64(len(set.posts)))
	}
	for _, text := range idioms {
		if v := c.Judge(&care.Mention{ID: "1", Text: text}); v.Action == care.ActLegal || v.Action == care.ActSafety {
			t.Errorf("%q: %s (%+v), but it is an idiom", text, v.Action, v.Evidence)
		}
	}
}
