package check_test

import (
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
)

// late is a post, hidden an answer to it whose one lapse no rule finds.
const (
	late   = "Nine days and still no parcel from you lot"
	hidden = "Nine days is a long while to wait for a parcel, I'm sorry. A quick ring to the depot and you'd have had it on day three. I've messaged you and will trace it today."
)

func brokenBy(in check.Input) []care.Check {
	return slices.DeleteFunc(check.Public(in), func(c care.Check) bool { return c.OK })
}

// TestTheModelWarns shows what the model is for: it warns where no rule finds
// anything, by a rule's name and with the sentence, and never blocks.
func TestTheModelWarns(t *testing.T) {
	in := check.Input{Platform: "mastodon", Post: late, Reply: hidden, Action: care.ActReply}
	broken := brokenBy(in)
	if len(broken) != 1 || broken[0].Blocking || !strings.HasPrefix(broken[0].Note, `"A quick ring to the depot and you'd …" `+check.Likely) {
		t.Fatalf("broken: %+v", broken)
	}
	in.Levels = check.Levels{broken[0].Rule: check.Off}
	if broken := brokenBy(in); len(broken) > 0 {
		t.Errorf("with that rule off: %+v", broken)
	}
	in.Levels = nil
	for _, c := range check.Private(in) {
		if strings.Contains(c.Note, check.Likely) {
			t.Errorf("it judged a private message: %+v", c)
		}
	}
}

// TestTheModelTakesNothingBack shows which rules stand whatever it believes:
// those that guard somebody and those that a manager has set.
func TestTheModelTakesNothingBack(t *testing.T) {
	const kind = "Nine days is far too long for a parcel, and I'm sorry. I'm tracing it with the depot today and have sent you a message so that we can go on there. "
	for reply, rule := range map[string]string{
		kind + "Is it order 4711-88321?":        "repeats_personal_data",
		kind + "Track it at http://bit.ly/p4rl": "unsafe_link",
	} {
		broken := brokenBy(check.Input{Platform: "mastodon", Post: late + " order 4711-88321", Reply: reply, Action: care.ActReply})
		if !slices.ContainsFunc(broken, func(c care.Check) bool { return c.Rule == rule && c.Blocking }) {
			t.Errorf("%q passes %s: %+v", reply, rule, broken)
		}
	}
	in := check.Input{Platform: "mastodon", Post: late, Action: care.ActReply, Reply: kind + "As I said, the depot opens at eight."}
	in.Levels = check.Levels{"trigger_phrase": check.Block}
	if broken := brokenBy(in); len(broken) != 1 || !broken[0].Blocking {
		t.Errorf("a rule that a manager blocks by: %+v", broken)
	}
}
