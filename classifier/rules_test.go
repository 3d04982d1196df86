package classifier_test

import (
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/topics"
)

func TestTableIsTheOperators(t *testing.T) {
	rules := classifier.DefaultRules()
	rules = slices.Insert(rules, 6, classifier.Rule{Name: "known outage", When: []string{"topic blackout", "complaint >= 0.2"}, Action: care.ActAnswer})
	c, err := classifier.Default(classifier.Policy{
		Rules:  rules,
		Topics: []topics.Topic{{Name: "Blackout", Keywords: []string{"no power", "electricity"}}, {Name: "Bills", Keywords: []string{"bill", "charged"}}, {Name: "misc"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]struct{ rule, topics string }{
		"@acme 3 hours without electricity now, useless":               {"known outage", "Blackout"},
		"@acme you charged me twice, and now there is no power at all": {"known outage", "Bills, Blackout"},
		"@acme you charged me twice, useless":                          {"complaint", "Bills"},
		"@acme you are useless and I am done with you":                 {"complaint", "misc"},
	} {
		v := c.Judge(&care.Mention{Text: text})
		got := slices.Sorted(slices.Values(v.Topics))
		if v.Rule != want.rule || v.Topic != v.Topics[0] || strings.Join(got, ", ") != want.topics {
			t.Errorf("%q: %q %v, want %+v", text, v.Rule, v.Topics, want)
		}
	}
	if got := c.Topics(); !slices.Equal(got, []string{"Blackout", "Bills", "misc"}) {
		t.Errorf("topics: %v", got)
	}
}

func TestWrongPolicies(t *testing.T) {
	rules := func(more ...classifier.Rule) classifier.Policy {
		return classifier.Policy{Rules: slices.Concat(more, classifier.DefaultRules())}
	}
	for name, tt := range map[string]struct {
		policy    classifier.Policy
		key, says string
	}{
		"condition":    {rules(classifier.Rule{"a", []string{"angry"}, care.ActReply}), "policy[0].when", `"angry" is no condition`},
		"action":       {rules(classifier.Rule{"a", []string{"direct"}, "shout"}), "policy[0].action", `is "shout", must be one of reply`},
		"twice":        {rules(classifier.Rule{"praise", []string{"direct"}, care.ActThank}), "policy[13].rule", "policy[0] once more"},
		"out of reach": {rules(classifier.Rule{"all", nil, care.ActIgnore}), "policy[0].when", "no later rule is ever reached"},
		"open end":     {classifier.Policy{Rules: classifier.DefaultRules()[:8]}, "policy[7].when", "must be empty in the last rule"},
		"no danger":    {classifier.Policy{Rules: classifier.DefaultRules()[2:]}, "policy[0].rule", "no rule says what becomes of safety"},
		"topic":        {classifier.Policy{Topics: []topics.Topic{{Name: "a"}, {Name: "A"}}}, "topics[1].name", "once more"},
	} {
		problems := tt.policy.Check()
		if len(problems) != 1 || problems[0].Key != tt.key || !strings.Contains(problems[0].Message, tt.says) {
			t.Errorf("%s: %+v, want %s: …%s…", name, problems, tt.key, tt.says)
		}
		if _, err := classifier.Default(tt.policy); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: loaded all the same: %v", name, err)
		}
	}
}
