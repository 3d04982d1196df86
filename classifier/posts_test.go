package classifier_test

import "strings"

// posts are the posts that the benchmarks judge: written for this project, in
// the lengths and moods of a day of customer care.
var posts = func() []string {
	openings := []string{
		"@AcmeAir ", "Hi @AcmeAir, ", "", "Hey @ParcelCo - ", "@BrightBank please help: ", "So @AcmeAir... ", "@StreamBox ", "Dear @VoltEnergy, ",
	}
	middles := []string{
		"my parcel is three weeks late and the tracking page has said 'out for delivery' since last Monday.",
		"been on hold for 45 minutes now, and then your agent simply hung up on me. This is ridiculous!",
		"just wanted to say a huge thank you to the crew on flight 482 this morning, they were wonderful with our kids.",
		"do you ship to Ireland, and how long does it usually take?",
		"you charged me twice for the same subscription (£12.99) and I still haven't had the refund you promised.",
		"great job losing my bag AGAIN. Third time this year, really impressive work 👏👏",
		"the app keeps crashing whenever I open the checkout, both on my phone and on the tablet.",
		"day 4 without water in the whole street and nobody can tell us when it will be back.",
		"the new jacket is gorgeous, fits perfectly and arrived a day early 😍",
		"can someone from the billing team call me back? I have left two messages already, reference 20394.",
		"we sat on the tarmac for two hours, missed our connection and nobody at the desk knew anything about it.",
		"love the new update, so much faster than before. Keep it up!",
		"is there a problem with the website today? I can't seem to log in with the password I set yesterday.",
		"your driver left the box in the rain, the books are ruined and the help desk wants photos I already sent.",
		"not angry, just disappointed. We have been customers for eleven years and it was never like this.",
		"which of the two routers would you recommend for a flat with thick walls?",
		"the soup was cold, the waiter was rude and the bill was wrong. Never again.",
		"anyone else having trouble with the internet in Leeds since this morning?",
		"thanks for sorting it out so quickly, Priya was a star.",
		"my mum's broadband has been down since Friday; she is 84 and it is how she calls us.",
		"I ordered a size 8 and got a size 12, and the return label you sent me does not print.",
		"when will the blue ones be back in stock? I have been looking for them for weeks.",
		"what a joke of a company, five emails and not one reply https://t.co/Ab3dEf9",
		"the seat next to me was broken, the screen did not work, but the pilot told very good jokes.",
		"please cancel my contract, I have asked three times in writing. #badservice",
	}
	var out []string
	for i, o := range openings {
		for j, m := range middles {
			out = append(out, o+m+strings.Repeat(" ", (i+j)%2))
		}
	}
	return out
}()
