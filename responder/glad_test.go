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
