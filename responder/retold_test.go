package responder

import "testing"

func TestAQuestionIsToldOfThem(t *testing.T) {
	for told, want := range map[string]string{
		"":                                     "",
		"whether you can collect your parcel":  "whether they can collect their parcel",
		"whether we can refund you":            "whether we can refund them",
		"how long you have to wait":            "how long they have to wait",
		"whether we can send it to you today":  "whether we can send it to them today",
		"what you need, and what you've got":   "what they need, and what they've got",
		"whether that one, yours, is in stock": "whether that one, theirs, is in stock",
		"whether we ship lamps":                "whether we ship lamps",
	} {
		if got := toldOfThem(told); got != want {
			t.Errorf("toldOfThem(%q) = %q, want %q", told, got, want)
		}
	}
}
