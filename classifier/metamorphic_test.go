package classifier_test

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"goodgraces/care"
)

// mostMove is how far a score may move for what must not matter.
const mostMove = 0.02

// each rewrites every post of the author's.
func each(h *history, change func(*care.Mention)) []care.Mention {
	out := append([]care.Mention(nil), h.mentions...)
	for i := range out {
		if out[i].By != care.ByBrand {
			change(&out[i])
		}
	}
	return out
}

func texts(change func(string) string) func(*care.Mention) {
	return func(m *care.Mention) { m.Text = change(m.Text) }
}

var (
	swearing = regexp.MustCompile(`(?i)\b(fucking|fuck|shitty|shit|bloody|damn|bollocks|bastards|arse|wtf|hell)\b`)
	dialect  = strings.NewReplacer("going to", "gonna", "colour", "color", "isn't", "ain't", "favourite", "favorite", "nothing", "nowt", "something", "summat")
	followed = func(n int) func(*care.Mention) {
		return func(m *care.Mention) { m.Author.Followers = n }
	}
	renamed = func(name string) func(*care.Mention) {
		return func(m *care.Mention) { m.Author.Handle, m.Author.Name = name, name }
	}
)

// The score rests on what people do: not on who they are, where, how many
// follow them, how they spell, or whether they swear.
func TestScoreIgnoresIdentity(t *testing.T) {
	c := judge(t)
	for _, h := range histories(t) {
		plain := follow(c, h.mentions)
		for what, change := range map[string]func(*care.Mention){
			"a name":          renamed("Mohammed_Okafor"),
			"another name":    renamed("陈伟"),
			"followers":       followed(2_000_000),
			"no followers":    followed(0),
			"no swearing":     texts(func(s string) string { return swearing.ReplaceAllString(s, "") }),
			"dialect":         texts(dialect.Replace),
			"another network": func(m *care.Mention) { m.Platform = "bluesky" },
		} {
			got := follow(c, each(&h, change))
			if d := math.Abs(got.end().Vampire - plain.end().Vampire); d > mostMove {
				t.Errorf("%s: %s moves the score by %.3f (%.3f → %.3f)", h.name, what, d, plain.end().Vampire, got.end().Vampire)
			}
		}
	}
}
