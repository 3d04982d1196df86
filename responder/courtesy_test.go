package responder

import (
	"testing"

	"goodgraces/care"
)

func TestHowThanksAreSaid(t *testing.T) {
	for post, want := range map[string]string{
		"@us Thank you!":                                            "thanks",
		"@us_support Thx":                                           "thanks",
		"@us thanks, but I sorted it myself":                        "solved",
		"@us Tried once more and it works now, cheers":              "solved",
		"@us it works now":                                          "solved",
		"@us ok, thanks anyway":                                     "anyway",
		"@us Sent, thank you":                                       "underway",
		"@us thanks for getting back to me":                         "answered",
		"@us Thanks for the help":                                   "help",
		"@us Thanks to Amelia at the desk, she fixed it":            "",
		"@us thank you for the best flight we have had in years":    "",
		"@us cheers for the lovely new lounge":                      "",
		"Thank god it is Friday":                                    "",
		"@us I would like to say that my parcel is still not here.": "",
	} {
		if got := courtesy("en", post); got != want {
			t.Errorf("courtesy(%q) = %q, want %q", post, got, want)
		}
	}
}

func TestThanksThatCloseARequest(t *testing.T) {
	for post, want := range map[string]bool{
		"@us need the address of the Leeds branch. Thanks":  true,
		"@us Hi, can someone ring me about this, thank you": true,
		"@us more info on the tariff please, thanks":        true,
		"@us great, but can I knit with it on the left":     true,
		"@us lovely. one more thing do you ship to Malta":   true,
		"@us thanks so much, and how do I rename it":        true,
		"@us thanks, and how good that was":                 false,
		"@us my wife loves it and so do I!! Thank you":      false,
		"@us thank you for all of it and how much you care": false,
		"@us and what about that dessert, wow, thank you":   false,
		"@us best thing is it never breaks. Thank you":      false,
		"@us so kind, and you do it every year":             false,
		"@us thanks, that was quick":                        false,
		"@us Thanks for all you do":                         false,
		"@us what a night, thank you":                       false,
	} {
		q := Request{Mention: care.Mention{Text: post}, Verdict: care.Verdict{Action: care.ActThank, Language: "en", Praise: 0.9}}
		if got := settled(q).Verdict.Action == care.ActAnswer; got != want {
			t.Errorf("%q is answered as a question: %v, want %v", post, got, want)
		}
	}
}

func TestPraiseForOneByName(t *testing.T) {
	for post, want := range map[string]bool{
		"@us big shout out to Amelia for finding my scarf": true,
		"@us Thank you Amelia on the evening train":        true,
		"I gave 5 stars to Amelia at @us":                  true,
		"@usAir thank you Us for a fine trip":              false,
		"Thank you @us for the fine trip":                  false,
		"@us thanks to everyone on board":                  false,
		"@us Thank God for this app":                       false,
		"We walked out to Camden, lovely":                  false,
	} {
		if got := named(post); got != want {
			t.Errorf("named(%q) = %v, want %v", post, got, want)
		}
	}
}

// People are named by one table, and a handle is nobody.
func TestWhoIsPraised(t *testing.T) {
	for word := range serving {
		h := heard{language: "en", post: "@us your " + word + " made my day"}
		if !h.serves() || h.people() == "" {
			t.Errorf("a %s is praised, and is nobody of ours", word)
		}
	}
	h := heard{language: "en", post: "@us_team lovely weather"}
	if who := h.people(); who != "" {
		t.Errorf("a handle is %q", who)
	}
}

func TestWhatIsLiked(t *testing.T) {
	for post, want := range map[string]string{
		"@us lovely new lounge in Dublin, cheers": "the new lounge in Dublin",
		"@us smoothest landing ever":              "the landing",
		"@us a great plane movie":                 "",
		"@us my train was there, and that is all": "",
		"@us it is such a great little branch":    "the branch",
	} {
		if got := liked("en", post); got != want {
			t.Errorf("liked(%q) = %q, want %q", post, got, want)
		}
	}
}

func TestLoveIsForUs(t *testing.T) {
	for post, want := range map[string]bool{
		"@usair we LOVE Usair":            true,
		"@us you guys rock":               true,
		"I love @us":                      true,
		"I love rainy days, @us is quiet": false,
	} {
		if got := lovesUs(post); got != want {
			t.Errorf("lovesUs(%q) = %v, want %v", post, got, want)
		}
	}
}

func TestWhatIsSharedIsThankedFor(t *testing.T) {
	for post, want := range map[string]bool{
		"@us the view from platform two http://t.example/a":    true,
		"@us all of it was so very good… http://t.example/a":   false,
		"@us http://t.example/a is where I found it, lovely":   false,
		"@us what a fine morning on the early train to Exeter": false,
	} {
		if got := endsWithLink(post); got != want {
			t.Errorf("endsWithLink(%q) = %v, want %v", post, got, want)
		}
	}
}
