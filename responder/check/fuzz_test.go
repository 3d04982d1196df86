package check_test

import (
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/responder/check"
)

func TestHostileRepliesStayQuick(t *testing.T) {
	for _, unit := range []string{"sorry if ", "send us ", "1234 5678 ", "a@b.c ", "!", "we can not ", "the it is, but not ", "only if you will not be sorry ", "{", "https://a.b/ ", "é", "DE89 ", "\xff"} {
		text := strings.Repeat(unit, 100_000/len(unit))
		began := time.Now()
		check.Public(check.Input{Platform: "x", Post: text, Reply: text, Recent: []string{text}})
		if took := time.Since(began); took > 3*time.Second {
			t.Errorf("%q took %v", unit, took)
		}
	}
}

func TestFindPersonal(t *testing.T) {
	tests := []struct{ text, kind string }{
		{"mail me at jo@example.com", "e-mail address"}, {"ring 020 7946 0958", "phone number"}, {"call +49 151 12345678 now", "phone number"},
		{"card 4111 1111 1111 1111", "card number"}, {"IBAN DE89 3704 0044 0532 0130 00", "IBAN"}, {"order 47118832", "reference"},
		{"booking AB12CD", "reference"}, {"I live at 12 Baker Street", "postal address"}, {"Hauptstraße 12", "postal address"},
		{"on 12/03/2026 at 10:30", ""}, {"3 hours and 200 people", ""}, {"it cost $1500", ""},
	}
	for _, tt := range tests {
		kinds := ""
		for _, p := range check.FindPersonal(tt.text) {
			kinds += p.Kind + " "
		}
		if tt.kind == "" && kinds != "" || !strings.Contains(kinds, tt.kind) {
			t.Errorf("%q: found %q, want %q", tt.text, kinds, tt.kind)
		}
	}
}

func FuzzPublic(f *testing.F) {
	f.Add("you lost my bag", "calm down, it's \xff policy {x}")
	f.Fuzz(func(t *testing.T, post, reply string) {
		in := check.Input{Platform: "x", Post: post, Reply: reply}
		if len(check.Public(in)) != len(check.Names()) {
			t.Fatal("a rule is missing")
		}
		check.Private(in)
	})
}

// A reply may have no word in it, as one that is about to be typed.
func TestRepliesWithoutWords(t *testing.T) {
	for _, post := range []string{"", "Can I return it in a shop?", "My parcel is late!", "Thank you!", "?"} {
		for _, reply := range []string{"", " ", "(", "🙂", "…", "?!"} {
			for _, action := range []care.Action{"", care.ActReply, care.ActAnswer, care.ActThank, care.ActFold} {
				in := check.Input{Platform: "x", Post: post, Reply: reply, Action: action, Facts: []string{"", "We do."}}
				if len(check.Public(in)) != len(check.Names()) {
					t.Errorf("%q to %q: a rule is missing", reply, post)
				}
				check.Private(in)
			}
		}
	}
}
