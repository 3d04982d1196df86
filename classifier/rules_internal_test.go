package classifier

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/care"
)

// anyFacts draws facts of every kind.
func anyFacts(t *rapid.T) *facts {
	p := func(name string) float64 { return rapid.Float64Range(0, 1).Draw(t, name) }
	is := func(name string) bool { return rapid.Bool().Draw(t, name) }
	return &facts{
		Verdict: &care.Verdict{
			Language:  rapid.SampledFrom([]string{"en", "es", "und", "ja"}).Draw(t, "language"),
			Complaint: p("complaint"), Anger: p("anger"), Praise: p("praise"), Question: p("question"), Sarcasm: p("sarcasm"), Hostility: p("hostility"),
			Severity: care.Severity(rapid.IntRange(0, 3).Draw(t, "severity")),
			Topics:   []string{rapid.SampledFrom([]string{"delay", "outage", "other"}).Draw(t, "topic")},
		},
		Brand: is("ours"), Empty: is("empty"), Retweet: is("retweet"), Junk: is("junk"), Legal: is("legal"), Safety: is("safety"),
		Foreign: is("foreign"), Direct: is("direct"), Said: is("said"), Signed: is("signed"), Claims: is("claims"), Named: is("named"), Poses: is("poses"), Bystander: is("bystander"), Vulnerable: is("vulnerable"),
		Platform: rapid.SampledFrom([]string{"x", "discord", ""}).Draw(t, "platform"),
	}
}

// anyCondition draws a valid condition.
func anyCondition(t *rapid.T) string {
	number := rapid.SampledFrom([]string{"complaint", "anger", "praise", "question", "sarcasm", "hostility", "severity"})
	c := rapid.OneOf(
		rapid.SampledFrom(conditionWords()),
		rapid.SampledFrom([]string{"language unknown", "language es", "topic outage", "topic Lost_or-Damaged", "platform x", "praise >= question - 0.3"}),
		rapid.Custom(func(t *rapid.T) string {
			bound := rapid.SampledFrom([]string{"0", "0.25", "0.5", ".9", "1"}).Draw(t, "bound")
			return number.Draw(t, "left") + " " + rapid.SampledFrom([]string{">=", ">", "<=", "<"}).Draw(t, "operator") + " " + bound
		}),
	).Draw(t, "condition")
	return rapid.SampledFrom([]string{"", "not "}).Draw(t, "not") + c
}

// Any valid table gives exactly one action for any facts: that of the first
// rule whose conditions all hold.
func TestAnyTableDecides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := []Rule{{"danger", []string{"safety"}, care.ActSafety}, {"law", []string{"legal"}, care.ActLegal}}
		for i := range rapid.IntRange(0, 8).Draw(t, "rules") {
			table = append(table, Rule{strings.Repeat("r", i+1), rapid.SliceOfN(rapid.Custom(anyCondition), 1, 4).Draw(t, "when"), rapid.SampledFrom(care.Actions).Draw(t, "action")})
		}
		table = append(table, Rule{"rest", nil, rapid.SampledFrom(care.Actions).Draw(t, "last")})
		p, err := newPolicy(Policy{Rules: table})
		if err != nil {
			t.Fatal(err)
		}
		f := anyFacts(t)
		p.decide(f)
		for i, r := range p.rules {
			if !r.takes(f) {
				continue
			}
			if f.Action != table[i].Action || f.Rule != table[i].Name {
				t.Fatalf("%s by %q, want %s by %q", f.Action, f.Rule, table[i].Action, table[i].Name)
			}
			return
		}
		t.Fatal("no rule took it")
	})
}

// Every rule of the table that ships takes some post, and no other does.
func TestEveryRuleFires(t *testing.T) {
	v := func(complaint, praise, question, sarcasm float64) *care.Verdict {
		return &care.Verdict{Language: "en", Complaint: complaint, Praise: praise, Question: question, Sarcasm: sarcasm}
	}
	for rule, f := range map[string]facts{
		"our own post":                    {Verdict: v(.9, 0, 0, 0), Brand: true, Safety: true},
		"danger to a person":              {Verdict: v(.1, 0, 0, 0), Safety: true, Legal: true, Retweet: true},
		"retweet":                         {Verdict: v(.9, 0, 0, 0), Retweet: true, Legal: true},
		"job ad, news or spam":            {Verdict: v(.9, 0, 0, 0), Junk: true},
		"legal matter":                    {Verdict: v(.9, 0, 0, 0), Legal: true, Foreign: true},
		"somebody poses as us":            {Verdict: v(.9, 0, 0, 0), Poses: true, Bystander: true},
		"nothing to read":                 {Verdict: v(.1, 0, 0, 0), Empty: true},
		"unknown language":                {Verdict: v(.9, 0, 0, 0), Foreign: true},
		"complaint":                       {Verdict: v(.5, .9, .9, 0), Vulnerable: true},
		"somebody in need":                {Verdict: v(.3, .1, .9, 0), Vulnerable: true},
		"praise beside a complaint":       {Verdict: v(.4, .8, .1, 0)},
		"praise that may be sarcasm":      {Verdict: v(.1, .8, .1, .3)},
		"praise":                          {Verdict: v(.4, .95, 1, .3)},
		"question":                        {Verdict: v(.1, .6, .95, 0)},
		"said to us, perhaps a complaint": {Verdict: v(.16, .1, .1, 0), Direct: true, Said: true},
		"said to us at its end, perhaps a complaint": {Verdict: v(.16, .1, .1, 0), Signed: true, Said: true},
		"said to us, of how a thing stands":          {Verdict: v(.12, .1, .1, 0), Direct: true, Said: true, States: true},
		"said to us, perhaps praise":                 {Verdict: v(.1, .45, .1, 0), Direct: true, Said: true},
		"of us by name, perhaps a complaint":         {Verdict: v(.2, .1, .1, 0), Named: true},
		"said to us, of a mishap":                    {Verdict: v(.2, .1, .1, 0), Said: true, Claims: true},
		"nothing asked of us":                        {Verdict: v(.9, .1, .1, 0), Bystander: true},
	} {
		p, err := newPolicy(Policy{})
		if err != nil {
			t.Fatal(err)
		}
		if p.decide(&f); f.Rule != rule {
			t.Errorf("%q took what is for %q", f.Rule, rule)
		}
		if !slices.ContainsFunc(p.Rules, func(r Rule) bool { return r.Name == rule && r.Action == f.Action }) {
			t.Errorf("%q: %s", rule, f.Action)
		}
	}
	if n := len(DefaultRules()); n != 21 {
		t.Errorf("%d rules; is each tried above?", n)
	}
}

func TestConditions(t *testing.T) {
	f := &facts{
		Verdict:  &care.Verdict{Language: "es", Complaint: 0.6, Praise: 0.4, Question: 0.7, Severity: care.Accusation, Topics: []string{"delay", "lost or damaged"}},
		Platform: "discord", Direct: true, Foreign: true,
	}
	for text, want := range map[string]bool{
		"complaint": true, "praise": false, "not praise": true, "question": true,
		"complaint >= 0.6": true, "complaint > 0.6": false, "complaint <= 0.6": true, "complaint < 0.6": false, "COMPLAINT  >=  .5": true,
		"severity >= 2": true, "severity >= 3": false, "not severity >= 3": true,
		"praise >= question - 0.3": true, "praise >= question - 0.2": false, "praise > question": false, "question < praise + 0.5": true,
		"direct": true, "not direct": false, "bystander": false,
		"language unknown": true, "language es": true, "language de": false, "topic delay": true, "topic Lost_or-damaged": true, "topic outage": false,
		"platform Discord": true, "platform x": false,
	} {
		p := Policy{}.withDefaults()
		c, err := p.condition(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if r := (rule{when: []condition{c}}); r.takes(f) != want {
			t.Errorf("%q is %v", text, !want)
		}
	}
}

func TestWrongConditions(t *testing.T) {
	for text, says := range map[string]string{
		"bystandr": "is no condition; write one of aside, bystander, complaint", "": "is no condition", "not": "is no condition", "not not direct": "is no condition",
		"anger": "anger >= 0.5", "complaint >= 2": "lies from 0 to 1", "severity >= 4": "lies from 0 to 3", "complaint >= NaN": "lies from 0 to 1",
		"complaint = 0.5": "is no condition", "complaint >= high": "belongs a number", "praise >= question - x": "belongs a number", "mood >= 0.5": "mood cannot be compared",
		"language english": "is no language", "topic luggage": "no topic luggage in classifier.topics", "language": "is no condition", "direct bystander": "is no condition",
	} {
		p := Policy{}.withDefaults()
		if _, err := p.condition(text); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want …%s…", text, err, says)
		}
	}
}
