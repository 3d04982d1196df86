package responder

import (
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/templates"
)

func promised(t *testing.T, post string, variant int) string {
	t.Helper()
	q := Request{
		CaseID:  care.CaseID("x", post),
		Mention: care.Mention{ID: "1", Platform: "x", Text: post},
		Verdict: care.Verdict{Language: "en", Complaint: 0.9, Anger: 0.2, Action: care.ActReply, Topic: "other"},
		Brand:   "Acme", CanMessage: true, Variant: variant,
	}
	d := Shared(t).Draft(q)
	if d.Text == "" || len(care.Blocked(d.Checks)) > 0 {
		t.Errorf("%q: %q %v %s", post, d.Text, care.Blocked(d.Checks), d.Reason)
	}
	return d.Text
}

// What we do fits the trouble: what is over is chased no more, and it is taken to
// those who can do something about it.
func TestPromisesWhatFitsTheTrouble(t *testing.T) {
	for _, tt := range []struct{ post, one, not string }{
		{"the bus drove straight past me though I was waving at the stop", "depot|route", "where it is|holding it up"},
		{"because your first plane was late I missed my connection to Elmtown", "getting there|get there|get you there|instead|way on", "where it is|holding it up"},
		{"someone has got into my account and is sending messages to my friends", "security", "blocking you|stopping you"},
		{"I unsubscribed and still get your marketing emails", "list|sends them", ""},
		{"I found a piece of metal in my soup", "food safety", "make this up"},
		{"I asked for no nuts because of an allergy and you put nuts on my salad", "food safety", "right for you"},
		{"our hotel room was filthy, hair in the bath and stains on the sheets", "hotel|in charge there", "got past us"},
		{"the new version of the app is horrible, bring back the old one", "team|people", "look into it"},
		{"my order was cancelled without a word from you", "cancelled|order", "moving again"},
	} {
		for variant := range 6 {
			text := promised(t, tt.post, variant)
			if !slices.ContainsFunc(strings.Split(tt.one, "|"), func(w string) bool { return strings.Contains(text, w) }) {
				t.Errorf("%q: %q has nothing of %q", tt.post, text, tt.one)
			}
			for not := range strings.SplitSeq(tt.not, "|") {
				if not != "" && strings.Contains(text, not) {
					t.Errorf("%q: %q has %q", tt.post, text, not)
				}
			}
		}
	}
}

// What we decided is nothing that anybody has to put right, and who told something
// is not asked what they need.
func TestOpensAsFits(t *testing.T) {
	for post, not := range map[string]string{
		"@AcmeAir oversold again. guess who's number five": "What do you need|What can I do|Happy to|glad to help",
		"@acme \"one careful owner\" it was a minicab":     "What do you need|What can I do|Happy to|glad to help",
	} {
		for variant := range 6 {
			text := promised(t, post, variant)
			for word := range strings.SplitSeq(not, "|") {
				if strings.Contains(text, word) {
					t.Errorf("%q: %q", post, text)
				}
			}
		}
	}
}

// Every class of the tables names what a template may hold.
func TestTablesOfClasses(t *testing.T) {
	for class, trouble := range troubleOf {
		if !slices.Contains(templates.Troubles, trouble) {
			t.Errorf("%s: %q is no trouble", class, trouble)
		}
	}
	for class, item := range itemOfClass {
		if _, open := among[item]; !open && item != "" && !slices.Contains(templates.Items, item) {
			t.Errorf("%s: %q is no item", class, item)
		}
	}
}
