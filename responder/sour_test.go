package responder_test

import (
	"testing"

	"goodgraces/care"
)

// Whoever leaves, or wishes a damage undone, is not thanked, however surely the
// verdict takes it for praise; whoever praises in words like theirs is.
func TestSourThanksAreNotThanked(t *testing.T) {
	r := newResponder(t)
	for post, thanked := range map[string]bool{
		"Fantastic work, you just lost three loyal customers. Thank you so much!":           false,
		"thanks to your wonderful helpline I'm switching to the other lot. GREAT JOB":       false,
		"so happy with your amazing care that I'm closing my account today, well done":      false,
		"what brilliant service! never shopping with you again 👏":                           false,
		"Great stuff, taking my business elsewhere. Love it":                                false,
		"superb handling, another customer lost. you have lost a customer of 9 years, nice": false,
		"thanks for the lovely evening in the queue, won't be back. Amazing!":               false,
		"love the wrapping, it'd be nice if the vase inside wasn't broken":                  false,
		"great cover art, I just wish it hadn't arrived bent":                               false,
		"would have been lovely if the cake I ordered hadn't come squashed, thank you":      false,
		"beautiful lamp, shame it came cracked. thanks":                                     false,
		"thanks to your amazing driver I missed my own party, brilliant":                    false,
		"shout out to Larkspur for losing my parcel, amazing, love it":                      false,
		"Great service from Amir today at your garage, sadly the brakes squeal again":       false,

		"shout out to Larkspur for finding my parcel, amazing, love it":     true,
		"the frozen margaritas are back, well done":                         true,
		"finally cracked it, thank you":                                     true,
		"you cracked the code of the perfect loaf, nice one":                true,
		"gorgeous late brunch in the cold, my coach went, great job":        false,
		"the lid came cracked black all over, great job":                    false,
		"you sent my niece ripped jeans, so lovely, well done":              false,
		"my gran's vase, you smashed it, well done":                         false,
		"frozen screen all morning, nice work":                              false,
		"late again, lovely stuff":                                          false,
		"lovely service from Amir at your garage, sadly we fly home again":  true,
		"So happy I'm switching to you, lovely service":                     true,
		"I'm leaving you five stars, such lovely people":                    true,
		"I'm switching on the new lamp, it's gorgeous":                      true,
		"you just gained three loyal customers, thank you so much!":         true,
		"lost two hours to your wonderful game, love it":                    true,
		"we lost our hearts to your lovely crew, thank you so much":         true,
		"never flying with anyone else again, what a crew, thank you":       true,
		"what a lovely shop, we'll be back, thank you":                      true,
		"love this lamp, I wish I'd found you years ago":                    true,
		"it'd be nice if all shops were as kind as yours, thank you":        true,
		"I wish every driver was as kind as yours, thank you so much":       true,
		"amazing wrapping, thank you, the vase is beautiful":                true,
		"thanks to your amazing driver I was home for the party, brilliant": true,
		"kudos to your crew, I never want to fly with anyone else again":    true,
	} {
		if d := r.Draft(praises(post)); (d.Action == care.ActThank && d.Text != "") != thanked {
			t.Errorf("%q: %s %q (%s)", post, d.Action, d.Text, d.Reason)
		}
	}
}
