package grievance_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/responder/grievance"
)

// Two troubles are told where each is plain by itself; two readings of one are not.
func TestTwoTroubles(t *testing.T) {
	for text, want := range map[string]string{
		"You lost my suitcase and the next day you locked me out of my account": "your suitcase was lost and you're locked out of your account",
		"My gym pass didn't work. Wrote about it twice, no response at all":     "your gym pass didn't work and you've had no answer",
		"Waited over 40 minutes for the starter, then the order was wrong":      "you waited over 40 minutes and the order was wrong",
		"Your kettle leaks from the base. Emailed a week ago, no reply":         "our kettle leaks from the base and you've had no answer",
		"My parcel arrived crushed and nobody has answered my email about it":   "your parcel was crushed and nobody got back to you",
		"my oven door cracked after two weeks, and no call back from you":       "your oven door cracked after two weeks and you've had no answer",
		"No reply to my email about opening times":                              "you've had no answer",
		"An hour on hold, a hello, and then a click":                            "you spent an hour on hold and your call was cut off",
		"Fish was dry as dust, roll stale":                                      "the fish was dry and the roll is stale",
		"The shelf came bent and the man says the shop is still working":        "the shelf came bent",
		"The app keeps crashing, it just keeps crashing":                        "the app keeps crashing",
		"My kettle doesn't work and it doesn't turn on":                         "your kettle doesn't work",
		"my flight was cancelled, flight cancelled!":                            "your flight was cancelled",
	} {
		g := grievance.Understand("en", text)
		got := g.Issue
		if g.Also != "" {
			got += " and " + g.Also
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		if len(got) > 90 {
			t.Errorf("%q: %d bytes", got, len(got))
		}
	}
}

// What is no event happened no number of times, nor does what says itself how often.
func TestHowOftenFollowsAnEventAlone(t *testing.T) {
	for post, want := range map[string]string{
		"what a ripoff, for the third time":             "it costs so much ",
		"my luggage was lost again, for the third time": "your luggage was lost again ",
		"where is my parcel? for the third time":        "you're still waiting for your parcel ",
		"my luggage was lost, for the third time":       "your luggage was lost for the third time",
	} {
		if g := grievance.Understand("en", post); g.Issue+" "+g.Often != want {
			t.Errorf("%s: %q, %q", post, g.Issue, g.Often)
		}
	}
}

func TestKindsOfSomeWords(t *testing.T) {
	for text, want := range map[string]grievance.Kind{
		"the answer button on my headset doesn't work": grievance.KindFaulty,
		"I didn't receive the charger":                 grievance.KindLate,
		"we have no service again":                     grievance.KindDown,
		"so you have ruined our evening, thanks":       grievance.KindService,
	} {
		if g := grievance.Understand("en", text); g.Kind != want {
			t.Errorf("%q: %q is %q, want %q", text, g.Issue, g.Kind, want)
		}
	}
}

func TestUnderstand(t *testing.T) {
	tests := []struct{ language, text, issue, detail string }{
		{"en", "@acme THREE HOURS on hold!!!", "you spent three hours on hold", "three hours on hold"},
		{"en", "on hold for 45 minutes now", "you spent 45 minutes on hold", "45 minutes on hold"},
		{"en", "been waiting over 2 hrs for an answer", "you've been waiting over two hours", "a wait of over two hours"},
		{"en", "waiting 3 weeks for my refund", "you've been waiting three weeks", "a wait of three weeks"},
		{"en", "You lost my bag in Denver", "your bag was lost", ""},
		{"en", "thanks for cancelling my flight, idiots", "your flight was cancelled", ""},
		{"en", "flight delayed again", "your flight was delayed again", ""},
		{"en", "your staff talk down to customers every time", "you weren't met with the respect you deserve", ""},
		{"en", "7 months for a new boiler", "you've been waiting seven months over a new boiler", "a wait of seven months"},
		{"en", "you estimated my meter reading at double", "your meter reading was estimated far too high", ""},
		{"en", "you put the cost of my pass up by 20%", "the cost of your pass went up", ""},
		{"en", "your call is important to us for 1 hr 14 now", "you spent over an hour on hold", "over an hour on hold"},
		{"en", "still haven't been refunded", "you haven't had your refund yet", ""},
		{"en", "didn't have a seat", "you didn't have a seat", ""},
		{"en", "my mum is without heating tonight", "your mum has no heating", ""},
		{"en", "the 8.15 is late", "you were held up by a delay", ""},
		{"en", "my taxi drove me to the wrong hotel", "you were taken to the wrong hotel", ""},
		{"en", "your bus is often late", "you were held up again and again", ""},
		{"en", "your tracking is two weeks behind", "our tracking is two weeks behind", ""},
		{"en", "my flight is 3 hours late", "your flight is three hours late", "a delay of three hours"},
		{"en", "I was charged twice for this", "you were charged twice", ""},
		{"en", "Your app keeps crashing", "our app keeps crashing", ""},
		{"en", "the website won't load", "the website won't load", ""},
		{"en", "my phone won't turn on since the update", "your phone won't turn on since the update", ""},
		{"en", "I can't log in to my account!!", "you can't log in to your account", ""},
		{"en", "why can't I still cancel my subscription", "you can't cancel your subscription", ""},
		{"en", "I opened my box and it smells", "your box smells", ""},
		{"en", "a week without internet", "you've been without internet for a week", "a week without internet"},
		{"en", "internet is down again", "your internet is down again", ""},
		{"en", "I never received my package", "you haven't received your package yet", ""},
		{"en", "still waiting for my refund", "you're still waiting for your refund", ""},
		{"en", "you sent me the wrong size", "you were sent the wrong size", ""},
		{"en", "they hung up on me", "your call was cut off", ""},
		{"en", "no one answers the phone", "nobody got back to you", ""},
		{"en", "my iphone screen is cracked", "your iPhone screen is cracked", ""},
		{"en", "vacation down in Tampa with friends", "", ""},
		{"en", "you people are useless", "", ""},
		{"en", "", "", ""},
		{"en", "my iPhone 8 plus keeps freezing", "your iPhone keeps freezing", ""},
		{"en", "THEY CANCELLED THE ORDER AFTER AN HOUR OF WAITING", "you've been waiting an hour", "a wait of an hour"},
		{"en", "half the order was missing", "half of the order was missing", ""},
		{"en", "I keep getting an error", "you keep getting an error", ""},
		{"en", "battery life sucks since the update", "your battery runs down too fast", ""},
		{"en", "says delivered but nothing is here", "it shows as delivered but you don't have it", ""},
		{"en", "parcel LK1 was due Monday", "your parcel didn't come when it was due", ""},
		{"en", "he throws it over the gate", "your delivery was thrown over the gate", ""},
		{"en", "you left my parcel on the doorstep in the rain", "your parcel was left on the doorstep in the rain", ""},
		{"en", "you left my parcel with next door", "your parcel was left with next door", ""},
		{"en", "why do I have to pay for a phone call", "you have to pay", ""},
		{"en", "my parcel has been stuck in Elmtown since Tuesday", "your parcel hasn't moved since Tuesday", ""},
		{"en", "12 orders, all sat in Elmtown since yesterday", "your orders haven't moved since yesterday", ""},
		{"en", "I've been stuck in Elmtown since Tuesday and my parcel came", "you're stuck", ""},
		{"en", "I left my parcel outside", "", ""},
		{"en", "BA0229 cancelled Friday", "your flight was cancelled", ""},
		{"en", "a hair in my food", "there was a hair in your food", ""},
		{"en", "my bill has almost doubled", "your bill nearly doubled", ""},
		{"en", "is @brand down for anyone else?", "the service is down for you", ""},
		{"en", "I have been locked out", "you were locked out", ""},
		{"en", "they sent an empty box", "you were sent an empty box", ""},
		{"en", "I was rude and I am not proud", "", ""},
		{"en", "the worst customer service", "our customer service let you down", ""},
		{"es", "tres horas esperando en la línea", "lleva tres horas esperando", "tres horas de espera"},
		{"es", "mi pedido no ha llegado", "su pedido no ha llegado", ""},
		{"es", "me han cobrado dos veces", "le han cobrado dos veces", "un cobro doble"},
		{"es", "la app no funciona", "la aplicación no funciona", ""},
		{"de", "mein Paket ist nicht angekommen", "Ihr Paket nicht angekommen ist", ""},
		{"de", "drei Stunden in der Warteschleife", "Sie drei Stunden in der Warteschleife waren", "drei Stunden Warteschleife"},
		{"de", "die App stürzt dauernd ab", "die App immer wieder abstürzt", ""},
		{"de", "warte seit zwei Monaten auf Erstattung", "Sie seit zwei Monaten auf Ihre Erstattung warten", ""},
		{"fi", "laukkuni on kadonnut", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			g := grievance.Understand(tt.language, tt.text)
			if g.Issue != tt.issue && tt.issue != "" || g.Detail != tt.detail || tt.issue == "" && g.Issue != "" {
				t.Errorf("got %q, %q; want %q, %q", g.Issue, g.Detail, tt.issue, tt.detail)
			}
		})
	}
}

// TestNothingIsCopied puts a hostile word at every place of posts that are
// understood: it never comes out.
func TestNothingIsCopied(t *testing.T) {
	posts := []string{
		"three hours on hold and you lost my bag", "I can't log in to my account since the update", "my flight was cancelled and nobody called",
		"still waiting for my refund after 3 weeks", "your app keeps crashing when I open it", "I was charged twice for my order",
	}
	hostile := []string{"fucking", "@jane_doe", "jane", "https://evil.example", "jo@example.com", "12345678", "idiot", "<script>", "4111111111111111"}
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Fields(rapid.SampledFrom(posts).Draw(t, "post"))
		at := rapid.IntRange(0, len(words)).Draw(t, "at")
		bad := rapid.SampledFrom(hostile).Draw(t, "bad")
		text := strings.Join(append(append(append([]string{}, words[:at]...), bad), words[at:]...), " ")
		for _, language := range []string{"en", "es", "de"} {
			g := grievance.Understand(language, text)
			if told := strings.ToLower(g.Issue + " " + g.Detail + " " + g.Thing); strings.Contains(told, strings.ToLower(bad)) {
				t.Fatalf("%q tells %q", text, told)
			}
		}
	})
}

func FuzzUnderstand(f *testing.F) {
	f.Add("en", "my bag @x 3hrs on-hold #lost \xff")
	f.Add("de", "mein Paket ist seit 3 Wochen weg")
	f.Add("en", "why won't your @x £18 app let me pick up to go to the 2-day thing I️ #fail")
	f.Fuzz(func(t *testing.T, language, text string) {
		g := grievance.Understand(language, text)
		if len(g.Issue) > 90 || personal.MatchString(told(g)) || swearing.MatchString(told(g)) {
			t.Fatalf("%q tells %q", text, told(g))
		}
	})
}
