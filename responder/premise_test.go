package responder_test

import (
	"strings"
	"testing"

	"goodgraces/care"
)

// What reads as a refusal, or as if we granted it, never begins an answer as a
// sentence of its own; what has happened to them may.
func TestNoPremiseIsGranted(t *testing.T) {
	r := newResponder(t)
	begins := func(post, issue string) int {
		n := 0
		for _, text := range drafted(t, r, post) {
			if strings.Contains(text, "sorry we don't have") || strings.Contains(text, issue+", and") || strings.Contains(text, issue+". ") && !strings.Contains(text, "sorry "+strings.ToLower(issue[:1])+issue[1:]) {
				n++
			}
		}
		return n
	}
	for post, issue := range map[string]string{
		"can't use my voucher on your website":     "You can't use your voucher",
		"why don't you have any shops of your own": "We don't have any",
		"your prices have gone up again":           "Our prices",
	} {
		if n := begins(post, issue); n > 0 {
			t.Errorf("%q: %d drafts begin with %q", post, n, issue)
		}
	}
}

// The one thing that is needed is named, by what the trouble is with; nothing
// is asked for that the post says.
func TestNamesTheOneThingNeeded(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string]string{
		"my parcel is late":                               "the tracking number",
		"my flight was cancelled":                         "the flight number",
		"my flight XY2254 was cancelled":                  "the booking number",
		"the power is out on our street":                  "the address the power is off at",
		"there is an outage again":                        "the address of the connection",
		"the fries were cold":                             "the restaurant",
		"your cashier was rude to me":                     "the place and the time",
		"you charged me twice":                            "the date of the charge",
		"the tracking number doesn't work for my parcel":  "the order number",
		"still no reply to my complaint, nobody answers":  "your case or order number",
		"the car park barrier is broken":                  "the day and the time",
		"my car has a rattling noise from the front":      "the model, the mileage and the VIN",
		"the app won't let me use my voucher at checkout": "",
	} {
		for _, text := range drafted(t, r, post) {
			if want != "" && !strings.Contains(text, want) {
				t.Errorf("%q: %q is not in %q", post, want, text)
			}
		}
	}
}

// Nobody is sorry for a wish.
func TestWishesAreNoTrouble(t *testing.T) {
	r := newResponder(t)
	for _, post := range []string{"are you ever bringing back the pumpkin soup", "please bring back the plum sauce", "what happened to the plum sauce"} {
		for variant := range 6 {
			q := complaint(post)
			q.Variant, q.Verdict.Severity, q.Verdict.Anger = variant, care.NoReproach, 0.2
			if d := taken(r, q); d.Text == "" || speaks(d.Text, "sorry", "wrong", "trouble") {
				t.Errorf("%q: %q %s", post, d.Text, d.Reason)
			}
		}
	}
}

// Where a complaint was not understood, the thing it names is named, and what a
// thing does no longer is told.
func TestNamesWhatIsSpokenOf(t *testing.T) {
	r := newResponder(t)
	for _, tt := range []struct{ post, want, not string }{
		{"no crossword in it again, what on earth are you all thinking over there", "crossword", ""},
		{"buds three no longer charging or working", "charg", "Wi-Fi"},
		{"your car park mural has opinions of its own since forever", "car park", "store"},
	} {
		for _, text := range drafted(t, r, tt.post) {
			if !strings.Contains(text, tt.want) || tt.not != "" && strings.Contains(text, tt.not) {
				t.Errorf("%q: %q", tt.post, text)
			}
		}
	}
}

// What it costs is heard; that it is too much is not granted.
func TestPricesAreHeard(t *testing.T) {
	r := newResponder(t)
	for language, post := range map[string]string{"en": "so your prices went up again, how is that fair", "de": "eure Preise sind schon wieder gestiegen", "es": "vuestros precios han subido otra vez"} {
		for variant := range 6 {
			q := complaint(post)
			q.Variant, q.Verdict.Language = variant, language
			if d := r.Draft(q); d.Text == "" || speaks(d.Text, "which charge", "what it was for", "the date of the charge") {
				t.Errorf("%q: %q %s", post, d.Text, d.Reason)
			}
		}
	}
}

// Who asks us to look at their message waits for an answer.
func TestChasesAreHeard(t *testing.T) {
	for _, text := range drafted(t, newResponder(t), "check your dm please, have been asking so many times") {
		if !speaks(text, "still waiting to hear from us", "your direct messages haven't been answered") {
			t.Error(text)
		}
	}
}
