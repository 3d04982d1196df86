package check_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/responder/check"
)

// However an answer is cut at its spaces, the rules say the same of it.
func TestPassagesAreJudgedAsTheWhole(t *testing.T) {
	words := []string{
		"I'm", "sorry", "if", "you", "calm", "down.", "policy", "our", "Please", "DM", "us", "your", "order", "number!", "should've", "on",
		"it’s", "https://a.example/x", "acme.com", "4111", "1111", "£20", "refund", "what?", "here", "shit", "é.", "won't", "…", "\xff", "{brand}", "jo@b.example",
	}
	rapid.Check(t, func(t *rapid.T) {
		said := rapid.SliceOfN(rapid.SampledFrom(words), 1, 30).Draw(t, "words")
		var passages []*check.Passage
		for rest := said; len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "cut")
			read := rapid.SampledFrom([]func(string) *check.Passage{check.Read, check.ReadOften}).Draw(t, "read")
			passages, rest = append(passages, read(strings.Join(rest[:n], " "))), rest[n:]
		}
		judge := check.For(check.Input{Platform: "x", Post: "you lost order 4711-88321, mail jo@b.example", Recent: []string{"I'm sorry, please DM us"}})
		whole := strings.Join(said, " ")
		if got, want := judge.PublicOf(passages), judge.Public(whole); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: in passages %v, as a whole %v", whole, got, want)
		}
		if got, want := judge.PrivateOf(passages), judge.Private(whole); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: in passages %v, as a whole %v", whole, got, want)
		}
	})
}
