package grievance_test

import (
	"strings"
	"testing"

	"goodgraces/responder/grievance"
)

func TestQuestionIsToldAgain(t *testing.T) {
	for post, want := range map[string]string{
		"@acme hi, does the new app have an option to buy a return ticket?":      "whether the new app has an option to buy a return ticket",
		"@acme how do I change my seat? Thanks":                                  "how to change your seat",
		"How can I track my parcel, please?":                                     "how to track your parcel",
		"@acme when will my refund be back":                                      "when your refund will be back",
		"@acme when will the store open again?":                                  "when the store will open again",
		"what time do you guys stop delivering parcels":                          "what time we stop delivering parcels",
		"why don't you have oat milk anymore? it was the best thing on the menu": "why we don't have oat milk anymore",
		"is there a lounge in Zyxwvia that I can use":                            "whether there is a lounge",
		"Is it possible for me to change the name on my ticket?":                 "whether it's possible to change the name on your ticket",
		"just wondering if my card works on the ferry":                           "whether your card works on the ferry",
		"do you want me to draw you a map?":                                      "",
		"how much is a ticket to Zyxwvia":                                        "how much your ticket is",
		"do you ship to Zyxwvia?":                                                "whether we ship there",
		"how long does delivery take to Zyxwvia?":                                "how long your delivery takes there",
		"what do I need to do to get my ticket?":                                 "what you need to do to get your ticket",
		"which coins can I hold in my account?":                                  "",
		"how long is the delivery to the US?":                                    "how long the delivery is",
		"did you release an update today for Zyxwv?":                             "whether we released an update today",
		"how do I turn the alarm off?":                                           "how to turn the alarm off",
		"how do I put my Zyxw no. on the form?":                                  "",
		"why are you stealing my time?":                                          "",
		"why are you so slow?":                                                   "",
		"can you help me with my order?":                                         "",
		"is this a joke?":                                                        "",
		"@acme is the worst shop":                                                "",
		"why is this happening to me?":                                           "",
		"how do I reach Brenda?":                                                 "",
		"can I get 500 dollars compensation?":                                    "",
		"my bag is lost":                                                         "",
		"the sound on your \"crystal voice\" is two tins and a string":           "",
	} {
		if got := grievance.Cut(post).Question("en"); got != want {
			t.Errorf("%q asks %q, want %q", post, got, want)
		}
	}
}

func TestWhatAPostSpeaksOf(t *testing.T) {
	for post, want := range map[string]string{
		"their trains have decent wifi, @acme":                     "",
		"I received a box, I ordered nothing":                      "",
		"so that was my vegan breakfast. Wow":                      "your vegan breakfast",
		"@acme you idiots":                                         "",
		"three people and a guy at work said so":                   "",
		"Brenda from @acme at 12 Baker Street, call 020 7946 0958": "",
	} {
		if got := grievance.Cut(post).Mentioned("en"); got != want {
			t.Errorf("%q speaks of %q, want %q", post, got, want)
		}
	}
}

// Whatever is put into a post, what is told of it holds none of it.
func TestQuestionsTellNothingHostile(t *testing.T) {
	for bad := range strings.FieldsSeq("fucking idiot @jane_doe Brenda https://evil.example/x jo@example.com 12345678 <script> {issue} AB1-22334") {
		for _, post := range []string{"how do I change my %s seat?", "does the %s app have %s tickets", "when will %s open the store %s again", "why don't you %s have oat milk", "my %s breakfast %s"} {
			p := grievance.Cut(strings.ReplaceAll(post, "%s", bad))
			if all := p.Question("en") + "|" + p.Mentioned("en"); strings.Contains(all, bad) || personal.MatchString(all) || swearing.MatchString(all) {
				t.Errorf("%q with %q tells %q", post, bad, all)
			}
		}
	}
}
