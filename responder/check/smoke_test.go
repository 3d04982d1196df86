package check

import "testing"

func TestSmoke(t *testing.T) {
	for _, s := range []string{
		"That's simply our policy.", "As per our policy no refunds are given.", "We never received anything from you.",
		"If this caused you any inconvenience, we apologise.", "Send us your booking reference here and we'll check.",
		"DM us your order number and we'll take a look.", "I'm so sorry your bag is lost. I'm looking into it now and I've sent you a message so we can sort it out.",
		"Sorry for the inconvenience. Please DM us.", "We'd never want that. Here's a £20 voucher.",
	} {
		var b []string
		for _, c := range Public(Input{Platform: "x", Post: "You lost my bag, worst airline", Reply: s}) {
			if !c.OK {
				b = append(b, c.Rule+" "+c.Note)
			}
		}
		t.Logf("%s\n   %q", s, b)
	}
}
func BenchmarkPublic(b *testing.B) {
	for b.Loop() {
		Public(Input{Platform: "x", Post: "You lost my bag, worst airline. Call me on 020 7946 0958", Reply: "I'm so sorry your bag is lost. I'm looking into it now and I've sent you a message so we can sort it out."})
	}
}
