package responder

import (
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/templates"
)

func TestWhatAPostTells(t *testing.T) {
	for _, tt := range []struct{ post, tells, not string }{
		{"rude cashier in your Elmtown branch this morning", itsPlace + " " + itsTime, itsModel},
		{"store #4410, I just went and they were closed", itsPlace + " " + itsTime, ""},
		{"what a mess #fail", "", itsPlace},
		{"it fell over at 7:20, then again at 9am", itsTime, itsPlace},
		{"waited 45 minutes on the phone", "", itsTime},
		{"power cut on Mill Road again", itsAddress, ""},
		{"is the Elmtown outage over?", itsAddress, ""},
		{"no power again, third time", "", itsAddress},
		{"LS12 here, any news?", itsAddress, ""},
		{"@acme BN2 area still dark", itsAddress, ""},
		{"no water in SW1A since noon", itsAddress, ""},
		{"no signal on my PS4 at all", "", itsAddress},
		{"N9 here, dark since noon", itsAddress, ""},
		{"no signal on the M25 near J4", "", itsAddress},
		{"power cut at P3 again", "", itsAddress + " " + itsPlace},
		{"E52 signal lost, E52 signal lost", "", itsAddress},
		{"the A4 paper tray jams and the power goes", "", itsAddress},
		{"@acmeXboxHelp the game freezes", itsGadget, itsError},
		{"on my ipad it says something went wrong", itsGadget + " " + itsError, ""},
		{"cases 01442910, 01442911 and no reply", itsNumber, ""},
		{"my 2014 estate rattles", itsModel, itsNumber},
	} {
		h := heard{language: "en", post: tt.post}
		for what := range strings.FieldsSeq(tt.tells) {
			if !h.tells(what) {
				t.Errorf("%q tells its %s", tt.post, what)
			}
		}
		for what := range strings.FieldsSeq(tt.not) {
			if h.tells(what) {
				t.Errorf("%q tells no %s", tt.post, what)
			}
		}
	}
}

// What a post tells is not asked for, nor what has nothing to do with the trouble.
func TestAsksForWhatIsLeft(t *testing.T) {
	r := Shared(t)
	for _, tt := range []struct{ post, asks, not string }{
		{"the waiter in your Elmtown place was rude to me", "the day and the time", "the place"},
		{"your driver was rude to me this morning", "the place", "the time"},
		{"your people in the Elmtown branch were rude to me today", "", "asking for|ask for|all I need"},
		{"our power is out on Mill Road", "", "address"},
		{"the app crashes on my ipad and shows an error", "", "which device|what device|an error|Which phone"},
		{"my 2014 car has a rattling noise", "the VIN", "the model"},
		{"I can't reach anybody, nobody picks up", "", "case or order number"},
		{"nobody answers about my claim", "number", ""},
		{"the ticket machine at our station is out of order", "", "serial"},
		{"the dealer lied to me about the car, never again", "", "VIN|mileage"},
		{"the code for my tokens hasn't come", "", "sign-in page"},
		{"my laptop's wifi won't connect since the update", "", "router"},
		{"can't buy the new phone on your site", "", "model|serial"},
		{"my flight 4417 is late again", "", "flight number"},
		{"booking KX51P doesn't show up in my account", "", "booking number"},
		{"I didn't receive the charger you promised me", "", "serial"},
		{"I can't return the shoes in the Elmtown shop", "", "the date you asked for it"},
		{"Omg my minicab smells so bad", "", "the store"},
		{"a whole month without my car, and your body shop is a mess", "", "the time"},
		{"no power to get the jetway to the plane, we sit here", "", "address"},
		{"your customer service was horrible, I will never purchase from you again", "", "order number"},
		{"I haven't been able to purchase the tickets", "", "order number"},
		{"we had to cancel our trip to Elmtown", "", "date and time of the trip"},
		{"I haven't been able to book the holiday online", "", "booking number"},
		{"the Wi-Fi in our hotel room is so slow", "", "router"},
		{"your tax program won't print my form", "", "USB"},
		{"on my #iphone12 the app keeps crashing", "", "Which device|which phone"},
		{"the Visa checkout option in your Elmtown store doesn't work", "", "the day"},
		{"where is my gravy in this box?", "", "exactly where"},
		{"our TV package wasn't set up", "", "tracking|serial"},
		{"the page with your phone numbers doesn't work", "", "Which page"},
		{"is the walnut shelf coming back in stock in Elmtown this month? so annoying", "", "the item|what you were looking for"},
	} {
		for variant := range 8 {
			q := Request{
				CaseID:  care.CaseID("x", tt.post),
				Mention: care.Mention{ID: "1", Platform: "x", Text: "@acme " + tt.post},
				Verdict: care.Verdict{Language: "en", Complaint: 0.9, Anger: 0.4, Severity: care.Accusation, Action: care.ActReply, Topic: "other"},
				Brand:   "Acme", CanMessage: true, Variant: variant,
			}
			d := r.Draft(q)
			if d.Text == "" || !strings.Contains(d.Text, tt.asks) {
				t.Errorf("%q: %q does not ask for %q %s", tt.post, d.Text, tt.asks, d.Reason)
			}
			for not := range strings.SplitSeq(tt.not, "|") {
				if not != "" && strings.Contains(d.Text, not) {
					t.Errorf("%q: %q asks for %q", tt.post, d.Text, not)
				}
			}
		}
	}
}

// A why asks for a reason where it asks: one that is told of asks nothing, and one
// that only reproaches is promised none.
func TestWhyAsksOrReproaches(t *testing.T) {
	for _, tt := range []struct{ language, post, want string }{
		{"es", "¿Qué tengo que hacer para cambiar de turno?", "how"},
		{"es", "Perdí el tren. ¿Qué tengo que hacer?", "next"},
		{"de", "Was tun Sie gegen die Mücken?", ""},
		{"de", "Der Zug ist weg. Was mache ich jetzt?", "next"},
	} {
		if got := whatIsAsked(tt.language, tt.post, asked(tt.post)); got != tt.want {
			t.Errorf("%q asks %q, want %q", tt.post, got, tt.want)
		}
	}
	for post, want := range map[string]string{
		"@us why does the 9 go down Mill Road now?":  "why",
		"@us I don't know why you bother":            "",
		"@us I understand why, but it is dear":       "",
		"@us do you know why it stopped?":            "why",
		"@us what's wrong with you people":           "reproach",
		"@us how dare you":                           "reproach",
		"@us what kind of service is this":           "reproach",
		"@us hi, how do I pay the rest of my bill":   "how",
		"@us hello will you have these again in May": "whether",
	} {
		if got := whatIsAsked("en", post, asked(post)); got != want {
			t.Errorf("%q asks %q, want %q", post, got, want)
		}
	}
}

// A calm question goes to a person as a question, whatever the verdict took it for.
func TestCalmQuestionsAreNoGrievance(t *testing.T) {
	for post, want := range map[string]care.Action{
		"@us do the pickled plums still have stones in them??":                      care.ActAnswer,
		"@us hi will you guys have these mugs again":                                care.ActAnswer,
		"@us why does the 9 go down Mill Road?":                                     care.ActAnswer,
		"@us how do I go about paying off my contract?":                             care.ActAnswer,
		"@us when will my parcel come? It was due on Monday":                        care.ActReply,
		"@us why are you doing this to us?":                                         care.ActReply,
		"@us why is the app still broken?":                                          care.ActReply,
		"@us what's wrong with your drivers?":                                       care.ActReply,
		"@us I put the wrong address on my order, can it be changed":                care.ActReply,
		"@us hello can you tell me when the oak bench will be back in stock please": care.ActAnswer,
		"@us it's out of stock, that's why I asked when it will be back in stock?":  care.ActReply,
		"@us how can you lose two suitcases on a direct flight??":                   care.ActReply,
		"@us any news on the 4pm flight to Elmtown?":                                care.ActAnswer,
		"@us can you help me, nothing works?":                                       care.ActReply,
	} {
		q := Request{
			Mention: care.Mention{ID: "1", Platform: "x", Text: post},
			Verdict: care.Verdict{Language: "en", Complaint: 0.95, Question: 0.97, Anger: 0.05, Action: care.ActReply},
		}
		if got := settled(q).Verdict.Action; got != want {
			t.Errorf("%q is settled as %s, want %s", post, got, want)
		}
	}
}

// What may not be said whole is told as far as it may, and what "it" does is told
// where the post names nothing nearer.
func TestToldAsFarAsItMayBe(t *testing.T) {
	r := Shared(t)
	for post, want := range map[string]string{
		"the app keeps closing after I put the pin in":              "app keeps closing",
		"it cuts out at every junction, useless thing":              "it cuts out at every junction",
		"brought my phone back as it dies at 40% every evening":     "phone dies",
		"the tea took so long, 40 minutes for a cup":                "so long",
		"the oven is filthy inside and no reply to my three emails": "no answer",
	} {
		q := Request{
			CaseID:  care.CaseID("x", post),
			Mention: care.Mention{ID: "1", Platform: "x", Text: "@acme " + post},
			Verdict: care.Verdict{Language: "en", Complaint: 0.95, Anger: 0.4, Severity: care.Disapproval, Action: care.ActReply, Topic: "other"},
			Brand:   "Acme", CanMessage: true,
		}
		if d := r.Draft(q); !strings.Contains(d.Text, want) {
			t.Errorf("%q: %q does not tell %q", post, d.Text, want)
		}
	}
}

// A thing that a post names by the way is not apologised for, and a room at home is no
// hotel's.
func TestIncidental(t *testing.T) {
	r := Shared(t)
	for _, tt := range []struct{ post, not string }{
		{"@acme it is -22 here, turned key, click. turned key, click, and the car has 900 km on it, disgraceful", "the key"},
		{"@acme one pensioner, one lamp, and you make it 2,300 units. Shame on you, read it again", "the lamp"},
		{"@acme two under 3 in coats in our sitting room and your man might make it Thursday, useless", "hotel"},
		{"@acme every week I put the wipes in my basket and every week they are greyed out, rubbish", "your basket"},
	} {
		d := r.Draft(Request{
			CaseID: care.CaseID("x", tt.post), Mention: care.Mention{ID: "1", Platform: "x", Text: tt.post},
			Verdict: care.Verdict{Language: "en", Complaint: 0.9, Anger: 0.4, Severity: care.Accusation, Action: care.ActReply, Topic: "other"},
			Brand:   "Acme", CanMessage: true,
		})
		if d.Text == "" || strings.Contains(d.Text, tt.not) {
			t.Errorf("%q: %q is of %q", tt.post, d.Text, tt.not)
		}
	}
	for _, tt := range []struct{ thing, post, want string }{
		{"the app", "the top up button in the app is greyed out", "the app"},
		{"your phone", "got to the counter with the order on my phone and they say it never came", ""},
		{"your boots", "one of my boots has split along the back seam and it has never once been outside, I would swap them but your nearest shop is two hours away from here by bus", "your boots"},
		{"your tier", "spent all of that to get the ticket for my friend and got the email saying that I had earned it, and now it does not apply to your tier, whichever that is", ""},
	} {
		c := composer{t: &templates.Template{Language: "en"}, q: Request{Mention: care.Mention{Text: tt.post}}, heard: &heard{language: "en", post: tt.post}}
		if got := c.nearby(tt.thing); got != tt.want {
			t.Errorf("%q: nearby(%q) = %q, want %q", tt.post, tt.thing, got, tt.want)
		}
	}
}
