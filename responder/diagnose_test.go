package responder_test

import (
	"strings"
	"testing"

	"goodgraces/care"
)

// A thing that does not work is met with one question whose answer helps, and
// never with one that the post has answered.
func TestAsksOneTechnicalQuestion(t *testing.T) {
	r := newResponder(t)
	for _, tt := range []struct {
		language, post string
		told           []string // of which nothing is asked
	}{
		{"en", "the app keeps crashing on the map screen", []string{"every time", "all the time", "come and go"}},
		{"en", "can't log in, the error says code seven", []string{"error", "sign-in page"}},
		{"en", "your website won't let me finish the form in firefox", []string{"browser", "Which page"}},
		{"en", "the stream freezes on wifi", []string{"wifi"}},
		{"en", "since the update my tablet won't start, restarted it three times", []string{"restart"}},
		{"es", "la app no funciona", nil},
		{"de", "die App stürzt ab, auch nach einem Neustart", []string{"Neustart"}},
	} {
		for variant := range 12 {
			q := complaint(tt.post)
			q.Variant, q.CanMessage, q.Verdict.Language, q.Verdict.Topic = variant, true, tt.language, "app or website"
			d := r.Draft(q)
			if n := strings.Count(d.Text, "?"); n != 1 || len(care.Blocked(d.Checks)) > 0 {
				t.Errorf("%q: %d questions in %q %v", tt.post, n, d.Text, care.Blocked(d.Checks))
			}
			if speaks(d.Text, tt.told...) {
				t.Errorf("%q asks what it was told: %q", tt.post, d.Text)
			}
		}
	}
	for _, post := range []string{"Visa. In the post with you. Stuck in Elmtown, nobody picks up the phone", "I am 81 and do not have the app, how am I to tell you", "can't find the note for the driver in the new app"} {
		for _, text := range drafted(t, r, post) {
			if speaks(text, "wifi", "every time", "all the time", "restart", "Which version", "error") {
				t.Errorf("%q asks about a fault: %q", post, text)
			}
		}
	}
	for _, text := range drafted(t, r, "my parcel came three days late and the box was open") {
		if strings.Contains(text, "restart") || strings.Contains(text, "device") {
			t.Errorf("a parcel: %q", text)
		}
	}
}

// Nobody is asked to try what they say that they have tried, or what does not stand
// before them.
func TestAsksNothingTriedOrOutOfPlace(t *testing.T) {
	r := newResponder(t)
	for _, row := range []struct {
		post string
		none []string
	}{
		{"Tablet keeps freezing, done a power cycle and a factory reset", []string{"restart"}},
		{"TV screen goes black, unplugged it, all the usual", []string{"restart", "switched off"}},
		{"The app crashes each time I open the camera, on both my phones", []string{"happen every time", "come and go", "another device"}},
		{"The stream stops on my laptop and tablet, every device in the house", []string{"one device", "every device", "are you watching on"}},
		{"The windows don't open in this carriage and it's boiling", []string{"restart", "which model", "an error"}},
		{"Nobody picks up, the phone number you printed just doesn't work", []string{"restart", "Which phone", "Which model"}},
		{"Paid for wifi on your ferry and it doesn't work at all", []string{"router", "restart", "every device"}},
		{"The seat screen on the plane won't turn on, nine hours of nothing", []string{"restart"}},
		{"Was told to send the old router back and it still isn't credited", []string{"restart", "lights"}},
		{"My doorbell camera caught your driver throwing it over the hedge, error my foot", []string{"restart", "every time"}},
		{"Your adapter doesn't fit the laptop it was sold for", []string{"restart", "update"}},
		{"The soup was frozen in the middle, the meal stopped right there", []string{"restart", "message", "error"}},
		{"My one-time code hasn't come and I can't get into my account", []string{"sign-in page", "which step", "another device"}},
		{"Your website won't load in any browser", []string{"Which page", "which browser"}},
	} {
		for variant := range 10 {
			q := complaint(row.post)
			q.Variant, q.CanMessage, q.Verdict.Topic = variant, true, "app or website"
			if d := r.Draft(q); strings.Contains(d.Text, "?") && speaks(d.Text, row.none...) {
				t.Errorf("%q asks: %q", row.post, d.Text)
			}
		}
	}
	for _, post := range []string{"My tablet keeps freezing", "Your app keeps crashing on the map page", "My laptop screen goes dim after ten minutes"} {
		asks := false
		for variant := range 6 {
			q := complaint(post)
			q.Variant, q.CanMessage, q.Verdict.Topic = variant, true, "app or website"
			asks = asks || strings.Contains(r.Draft(q).Text, "?")
		}
		if !asks {
			t.Errorf("%q: nothing is asked", post)
		}
	}
}
