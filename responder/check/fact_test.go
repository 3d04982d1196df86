package check_test

import (
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
)

func TestSays(t *testing.T) {
	const fact = "We deliver for 7 euros."
	for _, tt := range []struct {
		reply, fact string
		want        bool
	}{
		{fact, fact, true},
		{"Yes! " + fact + " See you soon.", fact, true},
		{"@sam " + fact, fact, true},
		{"Good news 🙂 " + fact + "\nSam", fact, true},
		{"We deliver for 7", "We deliver for 7", true},
		{"We deliver for 7. Bye.", "We deliver for 7", true},
		{"We deliver for 7.50 euros.", "We deliver for 7", false},
		{"We deliver for 70 euros.", "We deliver for 7", false},
		{"We deliver for 7 vouchers each.", "We deliver for 7", false},
		{"Sometimes We deliver for 7 euros.", fact, false},
		{"Sometimes, We deliver for 7 euros.", fact, false},
		{fact + "com", fact, false},
		{fact, "", false},
	} {
		if got := check.Says(tt.reply, tt.fact); got != tt.want {
			t.Errorf("%q says %q: %v", tt.reply, tt.fact, got)
		}
	}
}

// A price that is asked for is told; what stands around it, and money that is
// given to somebody, are held to the rule.
func TestFactsAndMoney(t *testing.T) {
	facts := []string{"Students get 10% off.", "Students get 10% off. Seniors get 20% off.", "We'll give you a £20 voucher."}
	for reply, ok := range map[string]bool{
		"Students get 10% off.":                                         true,
		"Students get 10% off. Seniors get 20% off.":                    true,
		"Students get 10% off. Students get 10% off. Bye.":              true,
		"Seniors get 20% off.":                                          false,
		"A day ticket is 9 euros, and children ride at no charge.":      true,
		"For your trouble: you and Students get 10% off. Seniors don't": false,
		"Students get 10% off. Have a £5 voucher on us.":                false,
		"We'll give you a £20 voucher.":                                 false,
	} {
		for _, c := range check.Public(check.Input{Post: "Is there a discount?", Reply: reply, Action: care.ActAnswer, Facts: facts}) {
			if c.Rule == "public_compensation" && c.OK != ok {
				t.Errorf("%q: %v, want %v", reply, c, ok)
			}
		}
	}
}
