package responder

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/praise"
	"goodgraces/responder/templates"
)

// plainThanks is gladness as a reader finds it, apart from how it is composed.
var plainThanks = regexp.MustCompile(`(?i)\b(thank|thanks|glad|happy (to|for|you|it|at|we)|(so|very|we're) happy|delighted|pleased|love|loved|means (a lot|so much|the world)|pleasure|(made|makes) (our|my) day)\b`)

// Whatever wording is taken, an answer to praise says thanks or is glad in so
// many words.
func TestEveryThanksIsPlain(t *testing.T) {
	c := thanksComposer(t, "lovely")
	parts := &c.t.Parts.Thanks
	all := slices.Concat(praise.WordingsIn("en"), parts.Thing, parts.Who, parts.Echo, parts.Outing, parts.Pair, parts.Treat, parts.Swift, parts.Kind, parts.Deed, parts.General, parts.Plain)
	for what, of := range parts.Of {
		if !slices.Contains(templates.Endings, what) {
			all = append(all, of...)
		}
	}
	for _, wording := range all {
		lines := c.withGladness([]line{{wording: wording, variants: all}})
		if !slices.ContainsFunc(lines, saysThanks) {
			t.Errorf("no thanks in what is composed of %q", wording)
		}
	}
}

// saysThanks reports a line that thanks, as do all that may take its place.
func saysThanks(l line) bool {
	return plain(l.wording) && !slices.ContainsFunc(l.variants, func(v string) bool { return !plain(v) })
}

func plain(said string) bool {
	return plainThanks.MatchString(strings.ReplaceAll(said, "your thanks", ""))
}

// A post's own draft, whichever wordings chance takes, keeps it.
func TestEveryThanksDraftIsPlain(t *testing.T) {
	r := Shared(t)
	for _, post := range []string{
		"this burrito is the best, love it", "amazing chicken nuggets", "great service today", "huge thanks to the steward who helped my gran with her bags",
		"our anniversary dinner was lovely", "thank you!", "thanks for the quick reply", "just won the giveaway, amazing", "my dog loves the new bed", "great job everyone",
		"upgraded to first class, thank you", "happy halloween, lovely bowl 🎃", "cried at the ending, so beautiful", "the view from up here is beautiful", "thanks anyway for trying",
	} {
		for variant := range 20 {
			q := thankful(post)
			q.Variant = variant
			if d := r.Draft(q); d.Text != "" && !plain(d.Text) {
				t.Errorf("%q: no thanks in %q", post, d.Text)
			}
		}
	}
}

func thankful(post string) Request {
	return Request{CaseID: care.CaseID("x", post), Mention: care.Mention{ID: "1", Platform: "x", Text: post}, Verdict: care.Verdict{Language: "en", Praise: 0.9, Action: care.ActThank}, Brand: "Acme"}
}

func thanksComposer(t *testing.T, post string) *composer {
	r, q := Shared(t), thankful(post)
	return r.newComposer(r.templates.Find("praise-en"), q, r.judge(q))
}
