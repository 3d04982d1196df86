package responder_test

import (
	"strings"
	"testing"

	"goodgraces/care"
)

// Whoever mocks, or says nothing that pleased, is not thanked, however surely the
// verdict takes it for praise; a pleased word, good news or thanks for something
// is enough.
func TestHollowPraiseIsNotThanked(t *testing.T) {
	r := newResponder(t)
	for post, thanked := range map[string]bool{
		"Thanks for selling me stale bread":                                    false,
		"thanks for sending us a kettle that doesn't boil":                     false,
		"cheers for serving raw chicken to my dad":                             false,
		"shout out to the rider for throwing my soup over the wall":            false,
		"shout out to the usher who laughed at my nan":                         false,
		"love queueing for a museum that is shut":                              false,
		"loved paying for a gym class nobody taught":                           false,
		"enjoying being ignored by your chat":                                  false,
		"thanks @us real classy":                                               false,
		"thanks for absolutely nothing":                                        false,
		"would love to say I'm shocked":                                        false,
		`a "fresh" bun, lovely, with fur on it`:                                false,
		"your “customer service” is amazing":                                   false,
		`my son called your steward "the best man on earth", thank you`:        true,
		"the man at your key stall is a treasure, he fixed my zip for nothing": true,
		"thanks for the extra data at Easter":                                  true,
		"what a lovely cruise it would have been with a deck":                  false,
		"your plum jam used to be the best":                                    false,
		"lovely plums apart from the hair in the jar":                          false,
		"your competitor's porter was so kind":                                 false,
		"wow. just wow":                                                        false,
		"lovely new lobby 🙃":                                                   false,
		"your lads are having a laugh in there #not":                           false,
		"handle snapped off in the box, thanks a lot":                          false,
		"a lid, a shoebox, six metres of tape. well done":                      false,
		"8.05 gone, 8.20 gone, nice one":                                       false,
		"no heating in the back coach from Oban, got off at Crianlarich, ta":   false,
		"four of the six plates have a crack":                                  false,
		"new stores open in nine more towns":                                   false,
		"love standing in line for a till nobody opens":                        false,
		"love waiting all morning for a van that drove past":                   false,
		"thanks for selling me half empty jars":                                false,
		"happy 3rd cancellation, you lovely people":                            false,
		"thanks, my refund just bounced, great":                                false,
		"the new coaches look great on paper":                                  false,
		"kept awake by your roadies till four, thank you":                      false,

		"Thanks for selling me such lovely bread":               true,
		"thanks for sending a replacement for the cracked jug":  true,
		"cheers for serving my dad so kindly":                   true,
		"shout out to the rider for finding my soup":            true,
		"shout out to the usher who helped my nan":              true,
		"love standing at your bar":                             true,
		"love standing in your orchard":                         true,
		"love sitting on a bench by your lake":                  true,
		"love waiting all summer for your plums":                true,
		"thanks for giving us nothing but kindness":             true,
		"cheers for selling me half price plums":                true,
		"thanks for making my nan's day twice as lovely":        true,
		"great plums, would buy again, and why not":             true,
		"loved waiting tables with your lovely team, thank you": true,
		"thanks for absolutely everything":                      true,
		"the jug arrived and it's gorgeous, thanks a lot":       true,
		"well done, brilliant new lobby":                        true,
		"nice one, that was quick":                              true,
		"can't fault your porters":                              true,
		"our line's back up, ta":                                true,
		"used to be scared of boats, your crew were so kind":    true,
		"love it":              true,
		"you lot are the best": true,
		"appreciate it, mate":  true,
	} {
		if d := r.Draft(praises(post)); (d.Action == care.ActThank && d.Text != "") != thanked || d.Text == "" && d.Reason == "" {
			t.Errorf("%q: %s %q (%s)", post, d.Action, d.Text, d.Reason)
		}
	}
}

// Whoever would love to have something is answered as one who wishes; whoever
// would love to do something praises.
func TestLongingIsNotThanked(t *testing.T) {
	r := newResponder(t)
	for post, thanked := range map[string]bool{
		"would love a branch of yours in Derby":                     false,
		"I'd love it if you did decaf in the small tins":            false,
		"Would LOVE the tent in green":                              false,
		"pretty please do the loaf in half sizes":                   false,
		"would love to see an otter room, great zoo":                false,
		"would love to come back, great zoo":                        true,
		"I'd love to thank the lady at the till, she was so kind":   true,
		"thank you for the green tent, would love a chair to match": true,
	} {
		if d := r.Draft(praises(post)); (d.Action == care.ActThank) != thanked || d.Text == "" && d.Holding == "" {
			t.Errorf("%q: %s %q %q (%s)", post, d.Action, d.Text, d.Holding, d.Reason)
		}
	}
}

// What is said of a thing or of somebody, what was had, the place and the evening
// are taken up.
func TestThanksEchoThePost(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string]string{
		"my new armchair cover is so soft, thank you":    "armchair cover so soft",
		"the ferry was so smooth today":                  "the ferry was so smooth",
		"the battery on my new torch is unreal":          "the battery is that good",
		"your courier Ines was so polite":                "our driver",
		"a lovely stay, thank you":                       "such a good stay",
		"had a great crossing to Lisbon with you":        "Have a wonderful time in Lisbon!",
		"great staff in your Cardiff branch":             "the team in Cardiff",
		"Omar was so patient on the phone, thank you":    "",
		"thank you, have a good evening":                 "You have a lovely one, too!",
		"fair's fair, today you got it right, brilliant": "",
	} {
		for variant := range 4 {
			q := praises(post)
			q.Variant, q.Initials = variant, ""
			if d := r.Draft(q); d.Text == "" || !strings.Contains(d.Text, want) {
				t.Errorf("%q: %q (%s)", post, d.Text, d.Reason)
			}
		}
	}
}

// What is said of somebody of ours is praise, whatever the verdict takes it for,
// unless it is hoped, taken back or mocked.
func TestEchoIsPraise(t *testing.T) {
	r := newResponder(t)
	for post, praised := range map[string]bool{
		"got off the 9.40 just now, your guard was outstanding": true,
		"your fitters were so careful and quiet":                true,
		"Service was superb at the Cork branch":                 true,
		"the soup was delicious":                                true,
		"your guard was outstanding until he locked us in":      false,
		"hope your pillow is warm for ever":                     false,
		"the soup is great, the spoon is missing":               false,
		"your guard was so friendly 🙄":                          false,
		"is the soup great?":                                    false,
	} {
		q := complaint(post)
		q.Verdict = care.Verdict{Language: "en", Complaint: 0.5, Action: care.ActReply, Topic: "other"}
		if d := r.Draft(q); (d.Action == care.ActThank) != praised {
			t.Errorf("%q: %s %q", post, d.Action, d.Text)
		}
	}
}

// An evening is wished well where the post tells of it, and once.
func TestThanksWishAGoodEvening(t *testing.T) {
	r := newResponder(t)
	for post, wished := range map[string]bool{
		"the ferry was so smooth tonight":                                                     true,
		"thanks for your help tonight":                                                        true,
		"thanks for your help":                                                                false,
		"thank you for tonight's help, have a good evening":                                   true,
		"tonight my gran died, thank you to your nurses":                                      false,
		"our gran's funeral was this evening, thanks for the kind words, have a good evening": false,
		"thanks for the help this morning":                                                    false,
	} {
		q := praises(post)
		d := r.Draft(q)
		n := strings.Count(d.Text, "evening") + strings.Count(d.Text, "great night") + strings.Count(d.Text, "lovely one, too")
		if (n == 1) != wished || n > 1 {
			t.Errorf("%q: %q (%s)", post, d.Text, d.Reason)
		}
	}
}
