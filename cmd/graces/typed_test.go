package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/config"
	"goodgraces/responder"
)

// troubles are posts that get a draft.
var troubles = []string{
	"Two weeks waiting for my wardrobe doors and nobody at @acme picks up the phone",
	"@acme the app logged me out in the middle of paying and now says my basket is empty",
	"Paid for priority boarding, stood in the same queue as everybody. Cheers @acme",
	"@acme the kettle you sold me leaks all over the worktop, second one already",
	"My internet has been down since Saturday and @acme keeps moving the appointment",
	"@acme charged me twice for one month of the gym",
}

// lapses are sentences that no company should say, harmless ones that it may.
// Neither stand in what the model has read.
var (
	lapses = strings.Split(strings.TrimSpace(`
Next time please read the label first.
If you had rung us a day earlier, we could have saved it.
Most people manage this step without any trouble.
You must have pressed the wrong button along the way.
Ordering on the last evening is always a gamble.
Perhaps keep a closer eye on your mailbox.
It would have gone through had your card details been right.
Somebody on the late shift couldn't be bothered to write it down.
Our driver is known for taking the lazy way round.
The new girl on the desk clearly got it wrong.
Frankly, the subcontractor made a hash of it.
There's simply nothing to be done about it.
We don't make exceptions for anybody.
That isn't something we offer, I'm afraid.
It will all be fixed by midnight, you have my word.
You will definitely have it in your hands by Friday.
I can guarantee that it won't ever happen to you again.
Funny how we only ever hear from you when something goes wrong.
Well, Rome wasn't built in a day either.
What a tragedy, a whole afternoon gone.
Other customers seem to be perfectly happy with it.
You get what you pay for, after all.
That's odd, because our scanner says you signed for it.
I doubt that it was really as long as you say.
On our side everything worked perfectly well that day.
You'll find that it was your own bank that did this.
We understand your frustration, but rules are there for a reason.
Let's all stay calm and be reasonable about this.
Your concern has been duly noted and forwarded to the relevant department.
Our apologies if anybody felt put out by that.
`), "\n")
	harmless = strings.Split(strings.TrimSpace(`
The spare part sits on my desk and leaves with the evening post.
Blunt answer: we ordered too few and sold too many.
That one is on us, no ifs and no buts.
I rang the branch ten minutes ago and spoke to the manager there.
The fault is in our update from Monday; going back to the old version helps for now.
No need to send anything back to us.
My own grandmother would have thrown it at the wall.
We open at eight, and I'll be the one at the door.
It's a poor show, and I won't dress it up.
You can keep using the old card until the new one comes.
The queue was forty minutes long at its worst.
I've put a note on your account so that nobody asks you twice.
We've taken that page down while we rewrite it.
Two of our three lifts are working again since noon.
If it's easier, just tell me a time and I'll ring you.
Your photo helped a lot, I could read the batch on it.
I don't know the reason yet.
Engineers are on the site and have found the broken cable.
The list of shops that have it is on our site.
I'd be cross too if that had been my Saturday.
We should have told you on the first day.
The second box went missing between our warehouse and the depot.
I've asked for somebody else to have a look at it with fresh eyes.
Tea is on me if you ever come past the office.
It weighs about six kilos and fits under a seat.
Our colleague Priya takes this over from here and knows the whole story.
I hope the birthday was a good one all the same.
The refit of that station ends in March.
You asked a straight question, so here comes a straight answer.
Those doors are made in another factory, which is why they come later.
`), "\n")
)

// TestTypedIntoADraft types a sentence into each of several of our own drafts, as
// people do in the desk. By training's own count (responder/check/sense/CARD.md) 71
// of a hundred lapses are noticed, and 8 of a hundred harmless sentences objected
// to; these are few, so they may be off by 15.
func TestTypedIntoADraft(t *testing.T) {
	c, err := classifier.Default(classifier.Policy{Brand: []string{"acme"}, Complaint: 0.5, Praise: 0.5, Question: 0.5, Languages: []string{"en"}})
	must(t, err)
	r, err := loadResponder(&config.Config{})
	must(t, err)
	var drafts []reply
	for i, post := range troubles {
		m := care.Mention{ID: fmt.Sprint(i), Platform: "bluesky", Text: post}
		d := r.Draft(responder.Request{Brand: "acme", CanMessage: true, Now: time.Now(), CaseID: m.ID, Mention: m, Verdict: c.Judge(&m)})
		a := reply{id: m.ID, platform: m.Platform, post: post, text: d.Text}
		if out := a.check(c, nil); d.Text == "" || !out.OK {
			t.Fatalf("the draft %q breaks %v", d.Text, out.Notes)
		}
		drafts = append(drafts, a)
	}
	objected := func(sentences []string) (share float64) {
		for _, sentence := range sentences {
			n := 0
			for _, a := range drafts {
				first, rest, _ := strings.Cut(a.text, ". ")
				a.text = first + ". " + sentence + " " + rest
				if !a.check(c, nil).OK {
					n++
				}
			}
			t.Logf("%d of %d: %s", n, len(drafts), sentence)
			share += float64(n) / float64(len(drafts)*len(sentences))
		}
		return share
	}
	found, alarms := objected(lapses), objected(harmless)
	t.Logf("of the lapses %.2f are noticed, of the harmless sentences %.2f objected to", found, alarms)
	if found < 0.56 || alarms > 0.23 {
		t.Errorf("of the lapses %.2f are noticed, of the harmless sentences %.2f objected to; want at least .56 and at most .23", found, alarms)
	}
}
