package link_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/care"
	"goodgraces/responder/link"
)

var (
	signer = link.NewSigner([]byte("a key of at least thirty-two bytes, here"))
	now    = time.Unix(1_800_000_000, 0)
	claim  = link.Claim{Kind: care.AnswerFollowUp, CaseID: "7oadox4jompi5jgy", Expires: now.Add(time.Hour)}
)

func TestOpen(t *testing.T) {
	token := signer.Token(claim)
	got, err := signer.Open(token, now)
	if err != nil || got.CaseID != claim.CaseID || got.Kind != claim.Kind || !got.Expires.Equal(claim.Expires) {
		t.Fatalf("got %+v, %v", got, err)
	}
	if _, err := signer.Open(token, claim.Expires); !errors.Is(err, link.ErrExpired) {
		t.Errorf("at its end: %v", err)
	}
	other := link.NewSigner([]byte("another key of at least thirty-two bytes"))
	for name, s := range map[string]link.Signer{"another key": other, "no key": {}} {
		if _, err := s.Open(token, now); !errors.Is(err, link.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, bad := range []string{"", "x", token + "A", token[1:], token + "\n", strings.Repeat("A", 1000), "AQ"} {
		if _, err := signer.Open(bad, now); !errors.Is(err, link.ErrInvalid) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// Whoever changes a character of a token holds nothing: neither another case
// nor the same one once more.
func TestChangedTokens(t *testing.T) {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	token := signer.Token(claim)
	rapid.Check(t, func(rt *rapid.T) {
		at := rapid.IntRange(0, len(token)-1).Draw(rt, "at")
		letter := rapid.SampledFrom([]byte(letters)).Draw(rt, "letter")
		if changed := token[:at] + string(letter) + token[at+1:]; changed != token {
			if c, err := signer.Open(changed, now); !errors.Is(err, link.ErrInvalid) {
				rt.Fatalf("%s opens %+v, %v", changed, c, err)
			}
		}
	})
}

func TestURL(t *testing.T) {
	for base, want := range map[string]string{
		"https://desk.example": "https://desk.example/f/", "https://desk.example/": "https://desk.example/f/",
		"http://desk.example": "", "": "",
	} {
		got := signer.URL(base, claim)
		if got != want && (want == "" || !strings.HasPrefix(got, want)) {
			t.Errorf("%s: %s", base, got)
		}
	}
	if got := (link.Signer{}).URL("https://desk.example", claim); got != "" {
		t.Errorf("without a key: %s", got)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(signer.Token(claim))
	f.Fuzz(func(t *testing.T, token string) {
		if c, err := signer.Open(token, now); err == nil && signer.Token(c) != token {
			t.Errorf("%q opens and is not what we sign", token)
		}
	})
}
