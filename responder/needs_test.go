package responder_test

import (
	"strings"
	"testing"

	"goodgraces/care"
)

// Nobody is asked for what has nothing to do with what they told, or what they told.
func TestAsksInPrivateForNothingThatDoesNotFit(t *testing.T) {
	r := newResponder(t)
	for _, row := range []struct {
		post, topic string
		none, some  string // words that the message must not have, and one that it must
	}{
		{"The chess club page has looked awful since you changed it", "outage", "postcode", "order or account number"},
		{"The hinge on the pram squeaks and squeaks", "app or website", "the screen", ""},
		{"My rucksack was chewed up by your conveyor at the counter", "billing and refunds", "date of the charge", ""},
		{"You've got the worst taste in hold music", "availability", "item you were looking for", ""},
		{"Wrote to you about my boiler and then wrote to you again, and all that comes back is a thank you for writing. The boiler is still cold", "waiting and contact", "a line on what you need", ""},
		{"The net curtains you hemmed came out a foot too short", "lost or damaged", "missing or damaged", ""},
		{"I waited all day for the piano tuner and nobody came", "staff conduct", "place and time this happened", ""},
		{"The crossing keeper by the gate swore at my daughter", "staff conduct", "", "the place and"},
		{"Why is gas so dear, my bill was doubled for no reason", "billing and refunds", "", ""},
		{"Your customer service is useless", "waiting and contact", "", "a line on what you need"},
		{"You gave us a smoking room, I asked for a quiet one, @BrackenInn", "other", "order number", ""},
		{"The lift by platform nine is broken, up the stairs with the pram", "quality", "order number", ""},
		{"Sat in your reception for the parking permit, the fine is wrong", "other", "the hotel", ""},
		{"Your shop at the bus station won't take my token", "other", "route and the stop", ""},
		{"The charging cable of my razor has split", "outage", "address of the connection", ""},
		{"My night light keeps blinking, bought it for the train trip with the kids", "quality", "train's time", ""},
		{"Stop calling my mother about windows", "other", "they're sent to", ""},
		{"Our plane was three hours late, flight 311 to Bilbao", "delay", "the flight number", ""},
		{"Our flight 3 hours late and nobody says a word", "delay", "", "the flight number"},
		{"My flight 14 march was five hours late", "delay", "", "the flight number"},
		{"No internet on my PS4 2nd evening in a row", "outage", "", "address of the connection|postcode"},
		{"Your courier claims he knocked, I was in the hall all morning", "delay", "claim number", ""},
		{"My watch is flat by lunch every single day", "quality", "the restaurant", ""},
		{"No signal at all in SY21 7QT since the storm", "outage", "the area it's in", ""},
		{"My claim for the roof has sat with you for five weeks", "delay", "", "claim number"},
		{"My pnr is 6602594, you look at the wrong one, do look again", "staff conduct", "order or account number", ""},
		{"Broadband has been off all day", "outage", "", "address of the connection|postcode"},
	} {
		for variant := range 6 {
			q := complaint(row.post)
			q.Variant, q.CanMessage = variant, true
			q.Verdict = care.Verdict{Language: "en", Action: care.ActReply, Complaint: 0.9, Severity: care.Disapproval, Topic: row.topic}
			d := r.Draft(q)
			if row.none != "" && strings.Contains(d.Private.Text, row.none) || row.some != "" && !containsAny(d.Private.Text, strings.Split(row.some, "|")...) {
				t.Errorf("%q: %s", row.post, d.Private.Text)
			}
		}
	}
}

// Where nothing that they could send helps, the message asks for nothing.
func TestAsksForNothingWhereNothingHelps(t *testing.T) {
	r := newResponder(t)
	for post, asks := range map[string]bool{
		"Eleven euros for a bowl of soup is far too expensive":                          false,
		"Why is a season ticket so much dearer than last year":                          false,
		"The lilac paint in the small tin was out of stock at the Kilmore branch again": false,
		"My order of lilac paint never came":                                            true,
		"You charged me twice for the soup":                                             true,
	} {
		q := complaint(post)
		q.CanMessage = true
		q.Verdict = care.Verdict{Language: "en", Action: care.ActReply, Complaint: 0.9, Severity: care.Disapproval, Topic: "other"}
		if d := r.Draft(q); containsAny(d.Private.Text, "number", "the date", "the item", "send me the") != asks {
			t.Errorf("%q: %s", post, d.Private.Text)
		}
	}
}

// What we say in public that we ask is what the message asks.
func TestMessageAsksWhatThePublicAnswerSays(t *testing.T) {
	r := newResponder(t)
	for _, post := range []string{"My suitcase, again, @AcmeAir. Lovely.", "What a welcome at your hotel desk tonight, I slept in the bath", "that burger though. grey"} {
		for variant := range 8 {
			q := complaint(post)
			q.Variant, q.CanMessage, q.Verdict.Topic = variant, true, "quality"
			d := r.Draft(q)
			for _, item := range []string{"the flight and the bag tag number", "the hotel and your dates", "the restaurant and the time", "the day and the time"} {
				if strings.Contains(d.Text, item) && !strings.Contains(d.Private.Text, item) {
					t.Errorf("%q: %s\n%s", post, d.Text, d.Private.Text)
				}
			}
		}
	}
}
