package check_test

import (
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
)

// A private message on X may hold a link of ours; a public answer may not.
func TestLinksOnX(t *testing.T) {
	in := check.Input{Platform: "x", Post: "My parcel is late.", Reply: "Please fill in https://desk.acme.example/f/AQBc", Action: care.ActReply}
	broken := func(checks []care.Check) bool {
		for _, c := range checks {
			if c.Rule == "unsafe_link" {
				return !c.OK
			}
		}
		return false
	}
	if broken(check.Private(in)) || !broken(check.Public(in)) {
		t.Errorf("private: broken %v, public: broken %v", broken(check.Private(in)), broken(check.Public(in)))
	}
	in.Reply = "Please fill in http://desk.acme.example/f/AQBc"
	if !broken(check.Private(in)) {
		t.Error("a link that is not secure passes in private")
	}
}
