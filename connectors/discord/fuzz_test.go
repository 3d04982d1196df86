package discord

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// Reading never goes back, and behind the base no channel is read again.
func TestTheCursorOnlyGoesOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := parseCursor("")
		ids, channels := rapid.Uint64Range(1, 50), rapid.SampledFrom([]string{"1", "2", "3"})
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			before := map[string]uint64{}
			for _, ch := range []string{"1", "2", "3"} {
				before[ch] = c.behind(ch)
			}
			if id := ids.Draw(t, "id"); rapid.Bool().Draw(t, "pass") {
				ch := channels.Draw(t, "channel")
				c.pass(ch, text(id))
				if c.behind(ch) != max(before[ch], id) {
					t.Fatalf("behind %d, passed %d: now %d", before[ch], id, c.behind(ch))
				}
			} else {
				c.raise(id)
			}
			c = parseCursor(c.String())
			for ch, was := range before {
				if c.behind(ch) < was {
					t.Fatalf("channel %s went back from %d to %d: %s", ch, was, c.behind(ch), c.String())
				}
			}
		}
	})
}

func FuzzCursor(f *testing.F) {
	for _, seed := range []string{"", "null", `{"base":"0"}`, `{"base":"7","at":{"1":"9","x":"y"},"session":"s","seq":-1}`, `{"base":{}}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, saved string) {
		c := parseCursor(saved)
		if again := parseCursor(c.String()); again.String() != c.String() {
			t.Errorf("%q reads as %q, and that as %q", saved, c.String(), again.String())
		}
	})
}

func FuzzMessage(f *testing.F) {
	for _, seed := range []string{`{}`, `{"id":"1","channel_id":"2","author":null,"message_reference":{}}`, `{"id":"1","channel_id":"2","edited_timestamp":7,"mentions":[{}],"poll":{"question":{}}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if m, ok := parse(raw); ok {
			if !sound(m.ID) || !sound(m.Channel) {
				t.Errorf("IDs %q, %q", m.ID, m.Channel)
			}
			_, _, _ = m.author(), m.parent(), m.names("1", nil)
		}
	})
}

// A text that is shown holds no formatting of its own, and nothing that hides.
func FuzzEscape(f *testing.F) {
	for _, seed := range []string{"*bold* <@5> <t:1:R> `x` ||y|| [a](b)", "\u202Eright\u202C", "# title", "- list", "\\*"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		shown := []rune(escape(text))
		for i := 0; i < len(shown); i++ {
			switch r := shown[i]; {
			case r == '\\':
				i++ // the next one is shown as it is
				if i == len(shown) {
					t.Fatalf("%q ends within an escape", string(shown))
				}
			case strings.ContainsRune("*_~`|>#[]<", r):
				t.Fatalf("%q has a mark at %d", string(shown), i)
			case r != '\u200d' && unicode.Is(unicode.Cf, r):
				t.Fatalf("%q hides something at %d", string(shown), i)
			}
		}
		if cut := clip(string(shown), 10); strings.HasSuffix(strings.TrimSuffix(cut, "…"), "\\") && len([]rune(string(shown))) > 10 {
			t.Fatalf("%q is cut within an escape", cut)
		}
	})
}
