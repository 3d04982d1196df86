package responder_test

import (
	"strings"
	"testing"

	"goodgraces/care"
)

// Praise that the verdict took for a complaint is thanked for, and stays so
// when a person edits the answer; what only sounds like praise is not.
func TestPraiseThatTheVerdictDoubts(t *testing.T) {
	r := newResponder(t)
	for post, praised := range map[string]bool{
		"the crew on my flight were nothing short of amazing, super kind and funny":  true,
		"Got my bowl for three quid, happy halloween!":                               true,
		"a week isn't complete without one of your burritos":                         true,
		"Shout out to the porters who carried my bags because the lift is broken":    true,
		"shout out to the porters who lost my bags because they can":                 false,
		"kudos to whoever cancelled my flight after I had boarded":                   false,
		"guard did the announcement as a pirate. no notes":                           true,
		"Delivered with one minute to spare, legends":                                true,
		"your driver left my parcel in a puddle. legends":                            false,
		"was all set to complain but your fitter came out in two hours, fair play":   true,
		"was about to complain but nobody answered. fair play":                       false,
		"desk up in 20 minutes and no screws left over":                              true,
		"kudos for losing my bag":                                                    false,
		"happy halloween to me, my parcel never came":                                false,
		"love it when the app crashes but whatever":                                  false,
		"love it. How do I change my seat?":                                          false,
		"thanks to your amazing service you have just lost two customers, great job": false,
	} {
		q := complaint(post)
		q.Verdict = care.Verdict{Language: "en", Complaint: 0.9, Action: care.ActReply, Topic: "other"}
		d := taken(r, q)
		if (d.Action == care.ActThank) != praised || d.Text == "" || praised && (d.Template != "praise-en" || d.Private.Text != "") {
			t.Errorf("%q: %s by %s: %q", post, d.Action, d.Template, d.Text)
		}
		if again := r.Recheck(d, q); again.Action != d.Action || len(care.Blocked(again.Checks)) > 0 {
			t.Errorf("%q, checked anew: %s, %v", post, again.Action, care.Blocked(again.Checks))
		}
	}
}

// Whoever asks why something is not there any more praises it and is not
// pleased; a why and an "any more" of which nothing is missing are praise.
func TestWhatIsMissedIsNotThankedFor(t *testing.T) {
	r := newResponder(t)
	for post, thanked := range map[string]bool{
		"why don't you do the walnut loaf anymore":                       false,
		"hey, why is the walnut loaf gone, it was delicious":             false,
		"how come the walnut loaf is off the menu, best thing you made":  false,
		"why did you get rid of the walnut loaf, love you but 💔":         false,
		"why don't you sell the walnut loaf any more, it was so good 😍":  false,
		"why no more walnut loaf, we loved it":                           false,
		"this loaf is why I don't bake anymore, thank you so much":       true,
		"that's why I don't go anywhere else anymore, so happy":          true,
		"no idea why anyone bakes anymore, your walnut loaf is lovely":   true,
		"why bake any more, your walnut loaf is delicious 😍":             true,
		"why is your walnut loaf so good, it's gone already 😍":           true,
		"I wonder why I ever baked, no more of that, love your loaf":     true,
		"why are you the best, I don't bake any more, love your loaf 😍":  true,
		"don't know why but my cold is gone after your soup, love it":    true,
		"please don't ever take the walnut loaf off the menu, I love it": true,
	} {
		verdicts := []care.Verdict{{Language: "en", Praise: 0.9, Action: care.ActThank}}
		if !thanked { // nor where the verdict doubts it
			verdicts = append(verdicts, care.Verdict{Language: "en", Praise: 0.5, Question: 0.5, Action: care.ActAnswer})
		}
		for _, verdict := range verdicts {
			q := complaint(post)
			q.Verdict = verdict
			if d := r.Draft(q); (d.Action == care.ActThank) != thanked {
				t.Errorf("%q: %s %q (%s)", post, d.Action, d.Text, d.Reason)
			}
		}
	}
}

// What pleased is told with its occasion, and the occasion is no complaint.
func TestPraiseWithItsOccasion(t *testing.T) {
	r := newResponder(t)
	for _, tt := range []struct {
		post    string
		praise  float64
		praised bool
	}{
		{"no taxis anywhere at 2am and your bus came round the corner. you saved my night", 0, true},
		{"free dessert because our starter was late. all is forgiven", 0, true},
		{"your porter ran back with my mum's glasses, refused a tip", 0, true},
		{"the porter broke my lamp and refused a refund, what a man", 0, false},
		{"you saved my night? I waited two hours", 0, false},
		{"deserves a medal for losing three bags in a week, but go on", 0, false},
		{"your steward helped with the buggy, hour late but who cares ❤️", 0.3, false},
		{"delayed, then your crew gave me a whole row and hot chocolate ❤️", 0.3, true},
		{"delayed, then your crew gave me a whole row and hot chocolate", 0.1, false},
		{"if only the new game had dark mode", 0.5, false},
	} {
		q := complaint(tt.post)
		q.Verdict = care.Verdict{Language: "en", Complaint: 0.45, Praise: tt.praise, Action: care.ActAnswer, Topic: "other"}
		if d := r.Draft(q); (d.Action == care.ActThank && d.Text != "") != tt.praised {
			t.Errorf("%q: %s %q (%s)", tt.post, d.Action, d.Text, d.Reason)
		}
	}
}

// A bitter word keeps a cheerful answer back, and a person reads it.
func TestNoThanksForBitterWords(t *testing.T) {
	r := newResponder(t)
	for post, answered := range map[string]bool{
		"thanks for the canned reply, great work":                   false,
		"love the new lounge, what a joke":                          false,
		"lovely new lounge, thank you":                              true,
		"forgot my bag and your driver ran after me, made my day":   true,
		"huge thanks to the crew who stayed kind on a terrible day": true,
	} {
		q := complaint(post)
		q.Verdict = care.Verdict{Language: "en", Praise: 0.7, Complaint: 0.3, Action: care.ActThank}
		if d := r.Draft(q); (d.Text != "") != answered || d.Text == "" && d.Reason == "" {
			t.Errorf("%q: %q (%s)", post, d.Text, d.Reason)
		}
	}
}

// Whoever did it is told, and what pleased is taken up.
func TestThanksTakeUpWhatPleased(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string][]string{
		"huge thanks to the steward who helped my gran with her bags": {"helping your gran with the bags", "family", "somebody's parents", "our own"},
		"shout out to Nora at the desk who found my scarf":            {"finding your scarf", "home", "belongs", "back with you"},
		"lovely new curtains, thank you, they look great 💚":           {"curtains", "Home", "home", "Sit back"},
		"so happy with our new dishwasher, thanks":                    {"dishwasher"},
	} {
		for variant := range 6 {
			q := praises(post)
			q.Variant, q.Initials = variant, ""
			if d := r.Draft(q); !speaks(d.Text, want...) || strings.Contains(post, "💚") != strings.Contains(d.Text, "💚") {
				t.Errorf("%q: %q (%s)", post, d.Text, d.Reason)
			}
		}
	}
}

func TestWishesAreWishedBack(t *testing.T) {
	q := complaint("What a lovely crew, thank you! Happy Halloween!")
	q.Verdict = care.Verdict{Language: "en", Praise: 0.9, Action: care.ActThank}
	if d := newResponder(t).Draft(q); !strings.Contains(d.Text, "Happy Halloween!") {
		t.Errorf("%q", d.Text)
	}
}

// A question is told again, so that the reader sees that it was understood.
func TestQuestionsAreNamed(t *testing.T) {
	r := newResponder(t)
	for _, action := range []care.Action{care.ActAnswer, care.ActReply} {
		q := complaint("hi, does the new app have an option to print?")
		q.Verdict = care.Verdict{Language: "en", Question: 0.9, Action: action, Topic: "other"}
		if d := taken(r, q); !strings.Contains(d.Text, "whether the new app has an option to print") {
			t.Errorf("%s: %q (%s)", action, d.Text, d.Reason)
		}
	}
}

// Where what was understood must not be said in public, the draft does without.
func TestWhatMayNotBeSaidIsWithheld(t *testing.T) {
	q := complaint("having trouble buying fifa points on my xbox")
	q.Verdict.Topic = "app or website"
	d := newResponder(t).Draft(q)
	if d.Text == "" || len(care.Blocked(d.Checks)) > 0 {
		t.Errorf("%q: %s %v", d.Text, d.Reason, care.Blocked(d.Checks))
	}
}

// The message asks for what the post shows there is.
func TestAsksForWhatThereIs(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string]string{"my flight was cancelled": "the flight number", "my parcel is late": "the tracking number", "still waiting for my order": "the order number"} {
		found := false
		for variant := range 20 {
			q := complaint(post)
			q.Variant = variant
			text := r.Draft(q).Text
			found = found || strings.Contains(text, want)
			if strings.Contains(text, "order or booking") {
				t.Errorf("%q: %q", post, text)
			}
		}
		if !found {
			t.Errorf("%q: no draft asks for %s", post, want)
		}
	}
	for variant := range 20 {
		q := complaint("my flight XY2254 was cancelled")
		q.Variant = variant
		if text := r.Draft(q).Text; strings.Contains(text, "the flight number") {
			t.Errorf("asks for the flight that the post names: %q", text)
		}
	}
}

// Nobody is wished a good time on the way to a funeral, nor on a journey that is
// over; nobody's best is wished to the dying.
func TestWishesFitTheMoment(t *testing.T) {
	r := newResponder(t)
	for _, tt := range []struct {
		post, wish string
		wished     bool
	}{
		{"great flight to Lisbon, thank you", "time in Lisbon", true},
		{"on a flight to Lisbon for a funeral, thank you for the kind words", "time in Lisbon", false},
		{"thanks for the great flight to Lisbon, home now", "time in Lisbon", false},
		{"the flight to Lisbon was great, thank you", "time in Lisbon", false},
		{"the carers were so kind to my dad", "Our best to your", true},
		{"the carers were so kind to my dad in his last days", "Our best to your", false},
		{"the porters were so kind to my mum on the palliative ward", "Our best to your", false},
	} {
		if d := r.Draft(praises(tt.post)); d.Text == "" || strings.Contains(d.Text, tt.wish) != tt.wished {
			t.Errorf("%q: %q (%s)", tt.post, d.Text, d.Reason)
		}
	}
}

// Whoever praises and asks, though without a mark, is not only thanked.
func TestPraiseThatAsksIsAnswered(t *testing.T) {
	r := newResponder(t)
	for post, asks := range map[string]bool{
		"Lovely orchard. What time is the last tour":             true,
		"Olga was so kind. Where can I leave a review":           true,
		"thank you for the new jar. How do I return the old one": true,
		"Lovely orchard, where do I even begin":                  false,
		"Olga showed me how I get to the top, thank you":         false,
	} {
		if d := r.Draft(praises(post)); (d.Action == care.ActAnswer) != asks {
			t.Errorf("%q: %s %q", post, d.Action, d.Text)
		}
	}
}
