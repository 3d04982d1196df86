package classifier_test

import (
	"testing"

	"goodgraces/care"
)

// traps are posts whose words point the wrong way, with what must come out.
var traps = []struct {
	text string
	want care.Action
}{
	// Praise with bad words.
	{"Best Pizza Ever, you killed it", care.ActThank},
	{"no problems or complaints here, thanks", care.ActThank},
	{"the new burger is insanely good", care.ActThank},
	{"I hate how good this ice cream is", care.ActThank},
	{"damn, that was a sick show last night, loved every second", care.ActThank},
	{"can't fault the service, not a single problem in ten years", care.ActThank},
	{"couldn't be happier with my new sofa", care.ActThank},
	{"@AcmeAir lost my wallet on board and your crew found it within an hour. Heroes, thank you!", care.ActThank},
	{"my router died on Monday, the replacement was here on Tuesday. Amazing service @VoltNet", care.ActThank},
	{"holy crap this coffee is amazing", care.ActThank},
	{"I was wrong about you guys, delivery came two days early, brilliant", care.ActThank},
	{"zero complaints, would recommend to anyone", care.ActThank},
	{"this game is ridiculously fun, I hate you for the lost sleep 😂 love it", care.ActThank},
	{"you guys are crazy good at this, thank you so much", care.ActThank},
	{"never had any issues with @BrightBank, great app", care.ActThank},
	{"wicked fast shipping, thanks!", care.ActThank},
	{"not bad at all, really impressed", care.ActThank},
	{"your support agent was a beast, sorted my broken order in 5 minutes 👏 thank you", care.ActThank},
	{"omg this is the cutest burrito ever @chipotle", care.ActThank},
	// Complaints without a bad word.
	{"Look what @AirX did to my bag", care.ActReply},
	{"look at what your courier has done to our gate", care.ActReply},
	{"parcel is 3 weeks late", care.ActReply},
	{"on hold since 9am", care.ActReply},
	{"day 4 without water", care.ActReply},
	{"@ParcelCo still no sign of my order", care.ActReply},
	{"third time this week the bus did not turn up", care.ActReply},
	{"@AcmeAir two hours on the tarmac and counting", care.ActReply},
	{"ordered on the 3rd, today is the 29th, where is it?", care.ActReply},
	{"@VoltNet no internet since Friday", care.ActReply},
	{"you charged me twice", care.ActReply},
	{"five emails, no reply", care.ActReply},
	{"the box arrived, half the parts did not", care.ActReply},
	{"@ShopCo I ordered a blue one and got a green one", care.ActReply},
	{"waiting for a callback since Tuesday @BrightBank", care.ActReply},
	{"my refund was promised for last Monday", care.ActReply},
	{"@StreamBox logged out again, for the sixth time today", care.ActReply},
	{"the engineer never showed up", care.ActReply},
	{"@HotelCo there was hair in my bed", care.ActReply},
	{"your app won't let me log in", care.ActReply},
	{"bought it in May, it stopped working in June", care.ActReply},
	{"@AcmeAir my suitcase went to Oslo, I am in Rome", care.ActReply},
	// Sarcasm.
	{"great job losing my bag AGAIN", care.ActReply},
	{"oh brilliant, another delay. Just what I needed @AcmeAir", care.ActReply},
	{"thanks for nothing @ParcelCo", care.ActReply},
	{"love waiting 3 hours for a plumber who never comes 🙄", care.ActReply},
	{"wow, 45 minutes on hold, fantastic service as always", care.ActReply},
	{"nice work @VoltNet, down for the fourth time this week 👏👏👏", care.ActReply},
	{"congratulations on charging me twice and ignoring every email", care.ActReply},
	{"so glad I paid extra for next day delivery, five days ago", care.ActReply},
	// Polite complaints.
	{"Hi, could you please help? My order hasn't arrived and it was due on Monday. Thank you", care.ActReply},
	{"Hello, I was wondering why my account has been charged twice this month. Many thanks", care.ActReply},
	{"Good morning, sorry to bother you, but the kettle I bought last week doesn't work any more", care.ActReply},
	{"Could someone kindly look into this? I have been without heating since Sunday.", care.ActReply},
	{"Dear team, I love your shop, but the last two parcels came damaged.", care.ActReply},
	{"Not angry, just disappointed. We waited an hour for cold soup.", care.ActReply},
	// Questions that merely mention a problem.
	{"what is your policy if a flight is delayed?", care.ActAnswer},
	{"do you offer insurance against loss or damage?", care.ActAnswer},
	{"how do I cancel a subscription?", care.ActAnswer},
	{"which number do I call to report a lost card?", care.ActAnswer},
	{"can I get a refund if I change my mind?", care.ActAnswer},
	{"is there a late fee if I return the car an hour after closing?", care.ActAnswer},
	{"what happens if my parcel is damaged on the way?", care.ActAnswer},
	{"do you repair broken screens?", care.ActAnswer},
	{"how long does a replacement for a stolen card take?", care.ActAnswer},
	{"are dogs allowed in the waiting room?", care.ActAnswer},
	// Less than certain, and yet put before a person.
	{"@HotelCo found hair in the sheets", care.ActAnswer},
	{"there was hair in my bed", care.ActAnswer},
	// Nothing is asked of us.
	{"@chipotle is evil. Thanks for tuning in!", care.ActIgnore},
	{"what a corrupt lot. Thanks for listening", care.ActIgnore},
	{"reading about the history of railway delays, fascinating", care.ActIgnore},
	{"just landed in Lisbon", care.ActIgnore},
	{"lunch with the team at Acme today", care.ActIgnore},
	{"my brother works at ParcelCo", care.ActIgnore},
}

// trapsRight is the share of the traps that must come out right.
const trapsRight = 0.9

func TestTraps(t *testing.T) {
	c := judge(t)
	right := 0
	for _, tt := range traps {
		v := c.Judge(&care.Mention{ID: "1", Text: tt.text})
		if v.Action == tt.want {
			right++
			continue
		}
		t.Logf("%q: %s, want %s (complaint %.2f, praise %.2f, question %.2f, sarcasm %.2f)",
			tt.text, v.Action, tt.want, v.Complaint, v.Praise, v.Question, v.Sarcasm)
	}
	t.Logf("%d of %d right", right, len(traps))
	if float64(right) < trapsRight*float64(len(traps)) {
		t.Errorf("fewer than %.0f%% right", 100*trapsRight)
	}
}
