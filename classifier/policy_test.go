package classifier_test

import (
	"encoding/json"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/classifier"
)

func TestActions(t *testing.T) {
	tests := []struct {
		name string
		m    care.Mention
		want care.Action
	}{
		{"complaint", care.Mention{Text: "@AcmeAir on hold for 2 hours and nobody answers"}, care.ActReply},
		{"praise", care.Mention{Text: "@AcmeAir thank you so much, best crew ever!"}, care.ActThank},
		{"question", care.Mention{Text: "@AcmeAir what time do you open on Sunday?"}, care.ActAnswer},
		{"small talk", care.Mention{Text: "the sky is blue over Lisbon"}, care.ActIgnore},
		{"our own post", care.Mention{Text: "Sorry, your parcel is late", By: care.ByBrand}, care.ActIgnore},
		{"retweet", care.Mention{Text: "RT @bob: my parcel never arrived"}, care.ActIgnore},
		{"job ad", care.Mention{Text: "We're hiring! Join our team as a driver, apply now https://x.co/job"}, care.ActIgnore},
		{"news", care.Mention{Text: "AcmeAir shares fall after quarterly earnings https://news.example/1"}, care.ActIgnore},
		{"spam", care.Mention{Text: "Make money from home with crypto, link in bio https://x.co/1"}, care.ActIgnore},
		{"nothing", care.Mention{Text: "@AcmeAir https://t.co/abc"}, care.ActIgnore},
		{"Spanish complaint", care.Mention{Text: "Llevo dos semanas esperando mi pedido y nadie responde"}, care.ActReply},
		{"German complaint", care.Mention{Text: "Mein Paket ist seit 3 Wochen nicht angekommen"}, care.ActReply},
		{"French is unknown", care.Mention{Text: "Bonjour, mon colis n'est pas arrivé depuis trois semaines"}, care.ActAnswer},
		{"Japanese is unknown", care.Mention{Text: "荷物がまだ届いていません"}, care.ActAnswer},
		{"tag of another language", care.Mention{Text: "pakken min er ikke kommet", Lang: "da"}, care.ActAnswer},
	}
	c := judge(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := c.Judge(&tt.m)
			if v.Action != tt.want {
				t.Errorf("%q: action %s, want %s (complaint %.2f praise %.2f question %.2f, language %s)", tt.m.Text, v.Action, tt.want, v.Complaint, v.Praise, v.Question, v.Language)
			}
			if unknown := v.Language != "en" && v.Language != "es" && v.Language != "de" && v.Language != "und"; unknown != (v.NeedsHuman != "") {
				t.Errorf("%q: language %s, NeedsHuman %q", tt.m.Text, v.Language, v.NeedsHuman)
			}
		})
	}
}

// A post may name us at its end instead of its beginning: it is said to us, but
// where the name belongs to the sentence.
func TestAPostThatEndsWithOurHandleIsSaidToUs(t *testing.T) {
	c, err := classifier.Default(classifier.Policy{Brand: []string{"larkspur"}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]care.Action{
		"avocados, black ones, week three @larkspur":           care.ActAnswer,
		"avocados, black ones, week three! @larkspur 🥑 #lunch": care.ActAnswer,
		"avocados, black ones, week three":                     care.ActIgnore,
		"avocados, black ones, week three @joe":                care.ActIgnore,
		"avocados, black ones, week three at @larkspur":        care.ActIgnore,
		"@joe avocados, black ones, week three @larkspur":      care.ActIgnore, // told to somebody else
		"lunch with friends @larkspur":                         care.ActIgnore,
	} {
		m := care.Mention{Platform: "x", Text: text}
		if v := c.Judge(&m); v.Action != want {
			t.Errorf("%q: %s, want %s (complaint %.2f)", text, v.Action, want, v.Complaint)
		}
	}
}

// Whoever says our name in words means us: called by it, told of under it by
// somebody whom it concerns, or asked about what we do. What else the word may mean,
// news and what others are told are none of that.
func TestAPostMayNameUsInWords(t *testing.T) {
	c, err := classifier.Default(classifier.Policy{Brand: []string{"larkspur"}, Names: []string{"Larkspur", "Norva Air"}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]care.Action{
		"Dear Larkspur, a hedge is no letterbox. I drove out there twice.":                    care.ActAnswer,
		"dear norva air: hedges are no letterboxes. Ask the hedge.":                           care.ActAnswer,
		"Hey there Larkspur. My hedge is no letterbox":                                        care.ActAnswer,
		"Larkspur put my neighbour's parcel in my shed and mine in the river. Well rowed.":    care.ActAnswer,
		"put larkspurs in my neighbour's shed and mine in the river. Well rowed.":             care.ActIgnore,
		"My larkspur died again, and the shop has no more of it":                              care.ActIgnore,
		"we drove through Larkspur and met my aunt there":                                     care.ActIgnore,
		"Larkspur, CA was gorgeous today":                                                     care.ActIgnore,
		"Does anybody know if Larkspur collect on Sundays?":                                   care.ActAnswer,
		"does anybody know when larkspur flowers?":                                            care.ActIgnore,
		"Weiß jemand, ob Larkspur auch Fahrräder verschickt?":                                 care.ActAnswer,
		"Larkspur opens forty counters, says the year was good https://news.example/counters": care.ActIgnore,
		"@joe Larkspur put his box in the river, ha":                                          care.ActIgnore,
	} {
		m := care.Mention{Platform: "bluesky", Text: text}
		if v := c.Judge(&m); v.Action != want {
			t.Errorf("%q: %s by %q, want %s (complaint %.2f, question %.2f)", text, v.Action, v.Rule, want, v.Complaint, v.Question)
		}
	}
}

// Who mourns is answered, and a person looks; who poses as us is no customer, and who
// tells what we said does not pose as us.
func TestMournersAndImpostors(t *testing.T) {
	c := larkspur(t)
	for _, tt := range []struct {
		text  string
		want  care.Action
		human bool
	}{
		{"my dad's ashes are at your depot. please find them @larkspur", care.ActReply, true},
		{"the order of service for Saturday's funeral is still somewhere in your van @larkspur", care.ActReply, true},
		{"@sue Sorry for that! We can recover your parcel, write to help@recover.example", care.ActLegal, false},
		{"@sue so sorry, I can release your refund today, message me", care.ActLegal, false},
		{"@larkspur told me \"we can refund your money in three days\". Three weeks now", care.ActReply, false},
		{"your agent said I will unlock your account today, still locked @larkspur", care.ActReply, false},
		{"@larkspur how can I recover my password?", care.ActAnswer, false},
		{"@larkspur the ashtray in the waiting room is full", care.ActAnswer, false},
	} {
		v := c.Judge(&care.Mention{Platform: "x", Text: tt.text})
		if v.Action != tt.want || (v.NeedsHuman != "") != tt.human {
			t.Errorf("%q: %s by %q, want %s (complaint %.2f, %s)", tt.text, v.Action, v.Rule, tt.want, v.Complaint, v.NeedsHuman)
		}
	}
}

func TestPolicyIsTheOperators(t *testing.T) {
	c, err := classifier.Default(classifier.Policy{Complaint: 0.999999})
	if err != nil {
		t.Fatal(err)
	}
	m := care.Mention{Text: "@AcmeAir on hold for 2 hours and nobody answers"}
	if v := c.Judge(&m); v.Action == care.ActReply {
		t.Errorf("replies at %.2f though the threshold is higher", v.Complaint)
	}
}

func TestLoadRefusesOtherFiles(t *testing.T) {
	for _, file := range []string{"", "graces", "graces-model-2\n", "graces-model-2\n\xff\xff\xff\xff", strings.Repeat("x", 1<<16)} {
		if _, err := classifier.Load([]byte(file), classifier.Policy{}); err == nil || !strings.Contains(err.Error(), "train") {
			t.Errorf("%.20q: error %v does not name the remedy", file, err)
		}
	}
}

// The keys of a verdict are the contract of DESIGN.md: scripts rely on them.
func TestVerdictAsJSON(t *testing.T) {
	c := judge(t)
	m := care.Mention{ID: "1", Text: "."}
	got, err := json.Marshal(c.Judge(&m))
	if err != nil {
		t.Fatal(err)
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(got, &keys); err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"language", "complaint", "anger", "praise", "question", "sarcasm", "hostility", "severity", "topic", "topics", "action", "evidence"} {
		if _, ok := keys[k]; !ok {
			t.Errorf("no %q in %s", k, got)
		}
		delete(keys, k)
	}
	if len(keys) > 0 {
		t.Errorf("more keys than the contract has: %v", keys)
	}
	if !strings.Contains(string(got), `"evidence":[]`) {
		t.Errorf("evidence is not an empty list: %s", got)
	}
	p := care.Profile{Key: "x:1"}
	got, _ = json.Marshal(c.Assess(&m, &p))
	if !strings.Contains(string(got), `"author":{"vampire":0,"kind":"none","stance":"engage","signals":[]}`) {
		t.Errorf("standing of a stranger: %s", got)
	}
}

// What is said to us of how a thing stands goes before a person, though no
// word of it complains.
func TestStatesGoBeforeAPerson(t *testing.T) {
	c := larkspur(t)
	for text, want := range map[string]care.Action{
		"@larkspur the oranges are smaller than before": care.ActAnswer,
		"the oranges are smaller than before":           care.ActIgnore,
	} {
		if v := c.Judge(&care.Mention{ID: "1", Platform: "x", Text: text}); v.Action != want {
			t.Errorf("%q: %s by %q (complaint %.2f), want %s", text, v.Action, v.Rule, v.Complaint, want)
		}
	}
}
