package check_test

import (
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
)

// What only says how things are is a defence; what feels, owns, does or informs
// is not. The rule alone is asked, without what the model finds likely.
func TestDefence(t *testing.T) {
	for reply, defends := range map[string]bool{
		"The lid must be shut before use. I've messaged you about the blender.":                      true,
		"Late parcels only come back to the depot once. I've messaged you.":                          true,
		"The dinner is always served hot, but I've messaged you.":                                    true,
		"The dinner is always served hot, I'm sorry, but I've messaged you.":                         true,
		"I'm sorry. The van with your dress has left Bristol. I've messaged you.":                    false,
		"The oven is out of use until it's checked. I'm sorry. I've messaged you.":                   false,
		"Nobody wants a cold dinner, and I'm sorry. I've messaged you.":                              false,
		"It's not what you paid for. I'm asking the kitchen about the dinner and have messaged you.": false,
		"That is not good enough. I'm asking the depot and have messaged you.":                       false,
	} {
		in := check.Input{Platform: "mastodon", Post: "you ruined my dinner, my parcel and my ticket", Reply: reply, Action: care.ActReply}
		got := slices.ContainsFunc(check.Public(in), func(c care.Check) bool {
			return c.Rule == "sarcastic_or_defensive" && !c.OK && !strings.Contains(c.Note, check.Likely)
		})
		if got != defends {
			t.Errorf("%q: defends %v, want %v", reply, got, defends)
		}
	}
}

func TestLinksThatHide(t *testing.T) {
	for link, unsafe := range map[string]bool{
		"hXXps://acme.example/a": true, "https://acme[.]example/a": true, "https://acme-refunds.top/a": true,
		"https://acme.secure-login.example": true, "https://acme.example/account-details": false, "https://help.acme.example/a": false,
	} {
		in := check.Input{Platform: "mastodon", Post: "parcel late", Reply: "I'm sorry the parcel is late. See " + link + " for the way."}
		got := slices.ContainsFunc(check.Public(in), func(c care.Check) bool { return c.Rule == "unsafe_link" && !c.OK })
		if got != unsafe {
			t.Errorf("%s: unsafe %v, want %v", link, got, unsafe)
		}
	}
}
