package grievance_test

import (
	"testing"

	"goodgraces/responder/grievance"
)

// TestHalfSentences is by class: each issue of its own, and beside it what looks
// like it and is none.
func TestHalfSentences(t *testing.T) {
	tests := []struct{ class, text, issue string }{
		{"a relative clause", "about the blender I haven't received", "you haven't had your blender yet"},
		{"a relative clause", "the ideas I never had", ""},
		{"a place in line", "paid for fast lane and was 94th in the line", "you were 94th in the queue"},
		{"none working", "no lifts working at the station", "there were no lifts working at the station"},
		{"none could", "none of your agents could unlock my phone", "nobody could unlock your phone"},
		{"an insult", "the machine called me a thief", "you were treated like a thief"},
		{"an insult", "you never called me a thief", ""},
		{"days without", "day 9 without hot water", "you're on day nine without hot water"},
		{"days without", "day 3 of owning the blender", ""},
		{"taken often", "the gate took £2 three times", "you were charged three times"},
		{"arrived so", "the order arrived. smashed.", "what you ordered arrived smashed"},
		{"arrived so", "the order arrived. perfect.", ""},
		{"left undone", "garden bin not emptied again", "the garden bin hasn't been emptied again"},
		{"held since", "my laptop is at your repair centre since Monday", "you've been without your laptop since Monday"},
		{"held since", "my claim is \"with the team\" for six weeks", "your claim hasn't moved for six weeks"},
		{"held since", "a sample from our clinic has been in your hub for 38 hours", "the sample hasn't moved for 38 hours"},
		{"held since", "the samples for our clinic have been at your depot since Monday", "the samples haven't moved since Monday"},
		{"held since", "a parcel for my daughter has been in your depot for six days", "your parcel hasn't moved for six days"},
		{"held since", "my sample has been in your lab for two weeks", "your sample hasn't moved for two weeks"},
		{"held since", "my boots have been in your warehouse for two weeks", "your boots haven't moved for two weeks"},
		{"held since", "my boots have been in your shop for two weeks", "you've been without your boots for two weeks"},
		{"held since", "the deposit on my flat has been with you for six weeks", ""},
		{"held since", "our clinic has been in your queue for 38 hours", ""},
		{"held since", "my shop is in your area for two years", ""},
		{"held since", "my insurance has been with you for ten years", ""},
		{"done to it", "my photos didn't vanish, you deleted them", "your photos were deleted"},
		{"done to it", "my photos, can you delete them", ""},
		{"crashes", "crashes at the loading screen", "you keep running into crashes at the loading screen"},
		{"declined", "declined at the garage", "your payment was declined at the garage"},
		{"hold phrases", "\"your call is important to us\". 55 minutes", "you spent 55 minutes on hold"},
		{"gone up", "my premium 900 to 1100", "your premium went up"},
		{"gone up", "my premium 1100 to 900", ""},
		{"so high", "why is my gas bill £412", "your gas bill came to so much"},
		{"at the till", "2.50 on the shelf, the price was 3 at the till", "the price at the till wasn't the one you had seen"},
		{"a surcharge", "you want a £25 surcharge for my postcode", "you were asked for a surcharge"},
		{"fined", "they fined me though I had a ticket", "you were fined"},
		{"billed after", "I moved out in May and got another bill", "you're still being billed after moving out"},
		{"somebody else's", "the bag that came isn't even mine", "you were given a bag that isn't yours"},
		{"in circles", "shop says call the helpline, helpline says go to the shop", "you've been sent from one place to the next"},
		{"in circles", "agent 1 says yes, agent 2 says no", "you've been told different things"},
		{"in circles", "my wife says go to the shop, my son says no", ""},
		{"whose deed", "I sent my form to the wrong office", ""},
		{"a handle within", "my @acme chair has a wobbly leg", "your chair has a wobbly leg"},
		{"a handle within", "the @acme driver left my parcel in the rain", "your parcel was left in the rain"},
		{"its author's loss", "lost my keys on the bus, your staff are angels", "you lost your keys on the bus"},
		{"its author's loss", "you lost my passport", "your passport was lost"},
		{"a joke", "you've ruined other pizza for me", ""},
		{"another's deed", "my husband broke the lamp", ""},
		{"nobody there", "nobody at your desk since six", "there was nobody at our desk"},
		{"overdue", "engineer due 8 to 12, it's 3pm", "nobody came when they were due"},
		{"a name", "your bot called me Sandra. I am not Sandra", "you were called by the wrong name"},
		{"pestered", "woke up to 14 texts from your team", "you got 14 texts from us"},
		{"a leak", "water coming through the ceiling", "water is coming through the ceiling"},
		{"where it is", "where has my order gone", "you're still waiting for your order"},
		{"charged for it", "charged for a minibar I never opened", "you were charged for a minibar you never opened"},
		{"out of order", "ticket machine at Elmtown Road out of order", "the ticket machine is out of order"},
		{"as it came", "my blender was sent with no lid", "your blender was sent with no lid"},
		{"as it came", "fridge delivered with a dent", "your fridge was delivered with a dent"},
		{"whose wait", "my nan waited 50 minutes at the stop", "your nan waited 50 minutes"},
		{"against a wish", "I asked for no onions. onions", "you asked for no onions and got them"},
		{"closed early", "the gym closed an hour early", "the gym closed an hour early"},
		{"locked out", "locked out of my savings for days", "you're locked out of your savings"},
		{"double-booked", "my seat was double booked", "your seat was double-booked"},
		{"another's ears", "my mum can't hear the doorbell", ""},
		{"the author's delay", "you gave my table away because I was 5 minutes late", "your table was given away"},
		{"stories", "every time I call I get a different story", "you were told different things"},
		{"a wrong name", "wrong name on the ticket", "there's the wrong name on the ticket"},
		{"without", "been without a cooker for six weeks", "you've been without a cooker for six weeks"},
		{"taken often", "charged my card 6 times for one coffee", "you were charged six times"},
		{"none left", "no gluten free bread left at 9am", "there was no gluten free bread left at 9am"},
		{"a visitor", "the gas man didn't show", "nobody came"},
		{"none work", "I bought these codes and none of them work", "none of the codes work"},
		{"renewed", "you auto renewed my plan", "your plan was renewed automatically"},
		{"a name", "you've spelled my name three ways", "your name was misspelt"},
		{"left early", "the ferry left ten minutes early", "the ferry left early"},
		{"in time", "paid for next day, it's day five", "you paid for faster delivery and it didn't come in time"},
		{"a named visitor", "engineer no 3 didn't come", "nobody came"},
	}
	for _, tt := range tests {
		t.Run(tt.class+": "+tt.text, func(t *testing.T) {
			if g := grievance.Understand("en", tt.text); g.Issue != tt.issue {
				t.Errorf("got %q, want %q", g.Issue, tt.issue)
			}
		})
	}
}
