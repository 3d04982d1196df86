package grievance_test

import (
	"testing"

	"goodgraces/responder/grievance"
)

// What looks like a trouble of the author's is not told as one: each beside what
// looks like it and is.
func TestMisread(t *testing.T) {
	for _, tt := range []struct{ class, text, issue string }{
		{"our words", "ring the desk: \"we can't find your booking\"", "nobody could find your booking"},
		{"our words", "and then 'we've had to cancel your order'", "your order was cancelled"},
		{"our words", "it says \"your plan was suspended\"", "your plan was suspended"},
		{"our words", "the shop: \"can't exchange the lamp\"", ""},
		{"our words", "my lamp says \"can't connect to the hub\"", "you can't connect to the hub"},
		{"none wanted", "no crash since, no lag", ""},
		{"none wanted", "I asked no mustard", ""},
		{"none wanted", "and there is no field 9", ""},
		{"none wanted", "no towels at the pool", "there were no towels at the pool"},
		{"who waits", "my account's on hold", "your account is on hold"},
		{"who waits", "the crate has been sitting at the gate", ""},
		{"who waits", "still on hold", "you were kept waiting on hold"},
		{"where it is", "the lids in your shop don't fit the jar", "the lids in our shop don't fit the jar"},
		{"where it is", "the zorps in your shop don't fit the jar", ""},
		{"no answer", "nobody picked up our bins", "nobody picked up your bins"},
		{"no answer", "nobody picks up at your desk", "nobody picked up the phone"},
		{"no answer", "nobody called Jones lives here", ""},
		{"a dangling word", "box stuck on \"hello\"", "your box is stuck"},
		{"a dangling word", "the chat window keeps freezing on \"one moment\"", "the chat window keeps freezing"},
		{"two clauses", "finished the whole course and the badge never showed up", "the badge never showed up"},
		{"a time", "bread bought this morning is stale", ""},
		{"a time", "my kettle hasn't worked since last week", "your kettle hasn't worked since last week"},
		{"a time", "phone not charging since morning", "your phone isn't charging since this morning"},
		{"no passive", "has the van not come yet", "the van hasn't come yet"},
		{"no passive", "page not found for any link", ""},
		{"a particle", "green line down the left of my tablet", "there's a green line on your screen"},
		{"a particle", "since the sign went up", ""},
		{"the author's deed", "@acme opened the crate and it is a puzzle", ""},
		{"the author's deed", "@acme opened my letter", "your letter was opened"},
		{"the author's deed", "it took my whole morning", ""},
		{"of another number", "the sketches I had in your app are gone", "the sketches are gone"},
		{"a machine", "the driver stopped responding", "nobody got back to you"},
		{"a machine", "xyzzy stopped responding", ""},
		{"cut off", "I have to close two pop-ups", ""},
		{"cut off", "your handlers snapped the zorp of my case", ""},
		{"cut off", "the handle snapped", "the handle snapped"},
		{"cut off", "can't log into ranked", "you can't log in"},
		{"cut off", "my card keeps getting declined at the pump", "your card keeps getting declined at the pump"},
		{"cut off", "my diary won't sync between the tablet and the watch", "your diary won't sync between the tablet and the watch"},
		{"cut off", "cartridge not recognised", "the cartridge hasn't been recognised"},
		{"cut off", "how's a €900 phone not got a clock", "you didn't get a clock"},
		{"another's", "my friends can't hear me", ""},
		{"another's", "a nice man who couldn't see my booking", ""},
		{"another's", "can't check us in for the ferry", "you can't check in for the ferry"},
		{"another's", "I now get to work ten minutes late", ""},
		{"another's", "we landed ten minutes late", "you had a delay of ten minutes"},
		{"another's", "you left twenty of us at a lay-by outside Elmtown", ""},
		{"cut off", "my alarm goes off silently", ""},
		{"cut off", "why has the slicer turned to mud", ""},
		{"cut off", "no shade in the middle of Elmtown", "there was no shade"},
		{"cut off", "why do you sell the lamp but not the shade", ""},
		{"its own noun", "you cancelled my toaster order two weeks before my birthday", "your toaster order was cancelled"},
		{"its own noun", "your 7 year guarantee doesn't cover the hinge", "our guarantee doesn't cover the hinge"},
		{"its own noun", "check-in won't accept my passport", "the check-in won't accept your passport"},
		{"our words", "your team can wish us a happy Monday but can't reply", ""},
		{"our words", "my flight was cancelled by them", "your flight was cancelled"},
		{"our words", "your app thinks my ticket is expired", ""},
		{"none wanted", "I've had no accidents", ""},
		{"none wanted", "no money back on opened paint", ""},
		{"none wanted", "told my guarantee isn't valid, because I haven't got the box", "your guarantee isn't valid"},
		{"another's", "a man who couldn't find my file, couldn't change it", "nobody could find your file"},
		{"another's", "who drew this? can't find my old trips", "you can't find your old trips"},
		{"our words", "you closed my ticket as \"no response\"", "your ticket was closed"},
		{"it came", "4 days late and when it came it was lovely", "you had a delay of four days"},
		{"it came", "left on top of the bin, thanks driver", "your delivery was left on top of the bin"},
	} {
		if g := grievance.Understand("en", tt.text); g.Issue != tt.issue {
			t.Errorf("%s: %q: got %q, want %q", tt.class, tt.text, g.Issue, tt.issue)
		}
	}
}
