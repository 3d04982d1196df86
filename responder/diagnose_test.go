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
