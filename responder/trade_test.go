package responder

import (
	"strings"
	"testing"

	"goodgraces/care"
)

func TestTradeOfAHandle(t *testing.T) {
	for post, want := range map[string]string{
		"@AcmeAirways the seat": "flight", "@acme_trains late": "train", ".@ElmRail": "train", "(@AcmeCabs)": "ride",
		"@Trainers4U": "", "@AirfryAcme": "", "the air in here": "", "@acme @ElmBus": "bus", "": "",
		"@AirParcel my chairs never came": "", "@AirCookUK it stopped": "", "@ElmAirBeds it leaks": "", "@ElmJet my fryer died after a week": "", "@AcmeAir_Help": "flight", "@AcmeAir my boiler broke while my flight was late": "flight",
	} {
		if got := tradeOf(post); got != want {
			t.Errorf("%q: %q", post, got)
		}
	}
}

// What the message asks for fits the trade, and where the trouble happened.
func TestAsksForWhatTheTradeNeeds(t *testing.T) {
	r := Shared(t)
	for _, tt := range []struct{ post, asks, not string }{
		{"@AcmeAirways the toilet at the back isn't working", "flight number", "the day|the store"},
		{"the meal on my flight to Elmtown was ice cold", "flight number", "restaurant"},
		{"the chicken I bought from your supermarket had gone off", "the item and where you bought it", "restaurant|all I need is the place"},
		{"I hit cancel in the app before the restaurant had even started and it won't let me cancel my order", "the order number", "restaurant and"},
		{"@AcmeAir my oven stopped working after a week", "", "flight"},
		{"@AirParcel my parcel never came", "tracking number", "flight"},
		{"my ticket was closed and nobody has solved anything", "case or order number", "booking number"},
		{"the ticket machine at our station ate my tenner and gave me nothing", "the place", "serial|booking number"},
		{"my electricity bill is sky high again, your meter reading can't be right", "account number", "the date of the charge"},
		{"the price on the shelf said four pounds and at the till they charged me six", "the store", "the date of the charge"},
		{"cancelled my membership in March and you still took the money this month", "the date you cancelled", "the date of the charge"},
		{"my number still hasn't been ported to your network", "the number you're moving", "email on the account"},
		{"your app makes it impossible to cancel my subscription, there's no button anywhere", "", "the date you cancelled"},
		{"still can't get it to connect to anything", "", "where you bought it"},
		{"we have no hot water and no heating and the boiler is dead", "the address", "what you've tried"},
	} {
		for variant := range 6 {
			q := Request{
				CaseID:  care.CaseID("x", tt.post),
				Mention: care.Mention{ID: "1", Platform: "x", Text: tt.post},
				Verdict: care.Verdict{Language: "en", Complaint: 0.9, Anger: 0.2, Severity: care.Disapproval, Action: care.ActReply, Topic: "other"},
				Brand:   "Acme", CanMessage: true, Variant: variant,
			}
			d := r.Draft(q)
			if !strings.Contains(d.Text, tt.asks) {
				t.Errorf("%q: %q does not ask for %q %s", tt.post, d.Text, tt.asks, d.Reason)
			}
			for not := range strings.SplitSeq(tt.not, "|") {
				if strings.Contains(d.Text, not) {
					t.Errorf("%q: %q asks for %q", tt.post, d.Text, not)
				}
			}
		}
	}
}
