package responder

import (
	"testing"
	"time"
)

func TestWaitWords(t *testing.T) {
	for wait, want := range map[time.Duration]string{
		0: "about a minute", time.Minute: "about a minute", 61 * time.Second: "about 2 minutes", 10 * time.Minute: "about 10 minutes",
		11 * time.Minute: "about 15 minutes", 50 * time.Minute: "about 50 minutes", 51 * time.Minute: "about an hour", time.Hour: "about an hour",
		61 * time.Minute: "about 2 hours", 48 * time.Hour: "about 48 hours", 49 * time.Hour: "about 3 days",
	} {
		if got := waitWords("en", wait); got != want {
			t.Errorf("%s: got %q, want %q", wait, got, want)
		}
	}
	if got := waitWords("de", 4*time.Minute); got != "etwa 4 Minuten" {
		t.Error(got)
	}
}

// What is said of a wait is found again, in every language.
func TestSaidWait(t *testing.T) {
	for lang := range waits {
		for _, wait := range []time.Duration{time.Minute, 5 * time.Minute, 45 * time.Minute, time.Hour, 3 * time.Hour, 72 * time.Hour} {
			if got := saidWait("Call us (" + waitWords(lang, wait) + "), please."); got != wait {
				t.Errorf("%s: %s is read as %s", lang, waitWords(lang, wait), got)
			}
		}
	}
	for _, text := range []string{"", "Two hours on hold is far too long.", "about time"} {
		if got := saidWait(text); got != 0 {
			t.Errorf("%q: %s", text, got)
		}
	}
}
