package responder_test

import (
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder"
)

// drafted is the draft for a complaint, in several wordings.
func drafted(t *testing.T, r *responder.Responder, post string) []string {
	t.Helper()
	var texts []string
	for variant := range 6 {
		q := complaint(post)
		q.Variant = variant
		d := r.Draft(q)
		if d.Text == "" || len(care.Blocked(d.Checks)) > 0 {
			t.Fatalf("%q: %q %v", post, d.Reason, d.Checks)
		}
		texts = append(texts, d.Text)
	}
	return texts
}

// TestTakesUpTheDetail holds every wording to what hurts, said once.
func TestTakesUpTheDetail(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string]string{
		"@acme my parcel hasn't arrived, 3 weeks later and still nothing":     "three weeks",
		"@acme my mum can't get into her account":                             "your mum",
		"@acme the cake is late. it's for my wedding":                         "around your wedding",
		"@acme I've had three different engineers and still no heating":       "three different engineers",
		"@acme ordered a laptop. received: a single hdmi cable":               "you ordered a laptop and got a single HDMI cable",
		"@acme cold coffee, wrong milk, name spelled wrong":                   "cold coffee, the wrong milk and a misspelt name",
		"@acme app crashed on the last page, lost two hours of typing":        "two hours",
		"@acme washing machine. 14 months old. dead.":                         "14 months",
		"@acme nearest branch is 31 miles away and my nan is 84, not helpful": "your 84-year-old nan",
	} {
		for _, text := range drafted(t, r, post) {
			if strings.Count(strings.ToLower(text), strings.ToLower(want)) != 1 {
				t.Errorf("%q\n says %q\n want once: %q", post, text, want)
			}
		}
	}
}

// TestQuietBesideALoss: nothing is said beside a loss but what we do.
func TestQuietBesideALoss(t *testing.T) {
	r := newResponder(t)
	for _, post := range []string{
		"@acme my mum died last month and you keep sending her letters. three weeks on hold! on my birthday!!",
		"@acme why am I getting marketing after my loss? I unsubscribed twice",
	} {
		for _, text := range drafted(t, r, post) {
			if !strings.Contains(text, "about your mum") && !strings.Contains(text, "about your loss") {
				t.Errorf("%q: no word of the loss: %q", post, text)
			}
			for _, loud := range []string{"!", "birthday", "three weeks", "twice", "frustrat", "annoy"} {
				if strings.Contains(text, loud) {
					t.Errorf("%q: %q says %q", post, text, loud)
				}
			}
		}
	}
}

// TestSaysNoDetailTwice: what the problem says is not said again.
func TestSaysNoDetailTwice(t *testing.T) {
	r := newResponder(t)
	for _, post := range []string{"@acme 3 hours on hold and no help for 3 hours", "@acme charged twice for one ticket, twice!", "@acme my flight is 2 hours late"} {
		for _, text := range drafted(t, r, post) {
			for _, word := range []string{"three hours", "two hours", "twice"} {
				if strings.Count(strings.ToLower(text), word) > 1 {
					t.Errorf("%q: %q says %q twice", post, text, word)
				}
			}
		}
	}
}

// Beside a loss or an illness no number is asked for in public, nor is it said that one
// was given.
func TestBesideALossNoNumbers(t *testing.T) {
	r := newResponder(t)
	for _, post := range []string{
		"My dad died on Monday and his parcel is still at your depot, please find it. LK90017716",
		"my mum is in hospital and her order has not come, tracking LK90017716",
	} {
		for _, text := range drafted(t, r, post) {
			for _, said := range []string{"number", "already given", "needn't give", "won't ask"} {
				if strings.Contains(text, said) {
					t.Errorf("%q: %q", post, text)
				}
			}
		}
	}
}
