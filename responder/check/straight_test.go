package check_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
)

// Personal data of a post is found in an answer however either is written.
func TestRepeatedHoweverItIsWritten(t *testing.T) {
	data := []string{
		"020 7946 0958", "+44 20 7946 0958", "+49 151 12345678", "(212) 555-0187", "4111 1111 1111 1111", "5500-0000-0000-0004",
		"DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "jo.bloggs@example.com", "maria_lopez@correo.example.es",
		"12 Baker Street", "HU1 2AB",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, d := range data {
		for range 50 {
			post, repeated := otherSpelling(random, d), otherSpelling(random, d)
			in := check.Input{
				Platform: "mastodon", Action: care.ActReply,
				Post:  "Nine days without an answer! You can reach me: " + post + " , please do.",
				Reply: "Nine days is too long, I'm sorry. I'm writing to " + repeated + " today.",
			}
			if !breaks(in, "repeats_personal_data") {
				t.Fatalf("%q of a post passes as %q", post, repeated)
			}
		}
	}
}

// An answer that holds none of it passes, whatever its script.
func TestNothingRepeated(t *testing.T) {
	for _, reply := range []string{
		"Nine days is too long, I'm sorry. I've sent you a message.", "Neun Tage sind zu lang, das tut mir leid. Ich habe Ihnen geschrieben.",
		"I'm at the desk from 9 to 5 and will write to you today.", "Πολύ λυπάμαι.", "I'm looking into all ９ days of it, by message.",
	} {
		in := check.Input{Platform: "mastodon", Post: "Nine days! +44 20 7946 0958, jo.bloggs@example.com, 12 Baker Street", Reply: reply, Action: care.ActReply}
		if breaks(in, "repeats_personal_data") {
			t.Errorf("%q repeats nothing", reply)
		}
	}
}

func breaks(in check.Input, rule string) bool {
	return slices.ContainsFunc(check.Public(in), func(c care.Check) bool { return c.Rule == rule && !c.OK })
}

// otherSpelling writes a text as people do, and as those do who hide it from
// machines.
func otherSpelling(random *rand.Rand, s string) string {
	ways := []func(string) string{
		func(s string) string { return s },
		strings.ToUpper,
		strings.ToLower,
		fullwidth,
		strings.NewReplacer("o", "\u043e", "e", "\u0435", "a", "\u0430", "B", "\u0412", "E", "\u0395").Replace,
		strings.NewReplacer("0", "\u0660", "1", "\u0661", "2", "\u0662", "4", "\u0664", "5", "\u0665").Replace,
		strings.NewReplacer(" ", "\u00a0").Replace,
		strings.NewReplacer("1", "1\u200b", "4", "4\u2060", "o", "o\u200d").Replace,
		strings.NewReplacer("-", "\u2011").Replace,
	}
	switch {
	case strings.Contains(s, "@"):
		ways = append(ways, strings.NewReplacer("@", " at ", ".", " dot ").Replace, strings.NewReplacer("@", "(at)").Replace, strings.NewReplacer("@", " [at] ", ".", " (dot) ").Replace)
	case !strings.Contains(s, "Street"):
		ways = append(ways, strings.NewReplacer(" ", "").Replace, strings.NewReplacer("-", " ").Replace)
	}
	return ways[random.IntN(len(ways))](s)
}

func fullwidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r <= '~' {
			return r - '!' + '\uff01'
		}
		return r
	}, s)
}

// Ten times the text is at most ten times the work: beyond MaxText nothing is
// read, so what is counted, allocations, stays the same.
func TestHostileTextIsBounded(t *testing.T) {
	for _, unit := range []string{"sorry if ", "1234 5678 ", "a@b.c ", "jo at b dot c ", "DE89 ", "{", "12 Baker ", "\u0661\u0662 "} {
		short, long := allocations(strings.Repeat(unit, 10_000/len(unit))), allocations(strings.Repeat(unit, 100_000/len(unit)))
		if long > 10*short {
			t.Errorf("%q: %.0f allocations for 10 kB, %.0f for 100 kB", unit, short, long)
		}
	}
}

func allocations(s string) float64 {
	return testing.AllocsPerRun(1, func() {
		check.Public(check.Input{Platform: "x", Post: s, Reply: s, Action: care.ActReply})
	})
}
