package responder_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/responder/length"
)

// taken is a draft as it is where nobody knows more: a question has its holding
// words for a text, as a person takes them.
func taken(r *responder.Responder, q responder.Request) care.Draft {
	d := r.Draft(q)
	if d.Text != "" || d.Holding == "" {
		return d
	}
	d.Text, d.Otherwise = d.Holding, d.Holding
	return r.Recheck(d, q)
}

// A question has no ready text unless its answer is known: it says what to do,
// and has words that say who finds it out and by when.
func TestAQuestionWaitsForItsAnswer(t *testing.T) {
	r := knowing(t)
	for _, tt := range []struct{ post, asked, reason string }{
		{"can I bring my dog on your trains?", "whether they can bring their dog on our trains", "nobody has kept one"},
		{"does the new app have an option to print?", "whether the new app has an option to print", "nobody has kept one"},
		{"do you ship lamps to me in Cork?", "whether we ship lamps to them", "nobody has kept one"},
		{"how do I change my seat?", "how to change their seat", "nobody has kept one"},
		{"Is it possible to take jeans back with the tags off?", "", "a question: write the answer; nobody has kept one"},
		{"Might Ireland be among the places you send things to these days?", "", "take the kept one"},
	} {
		q := asks(tt.post)
		d := r.Draft(q)
		if d.Text != "" || d.Otherwise != "" || d.Known != "" || d.Private.Text != "" || d.Length != 0 || len(d.Checks) > 0 {
			t.Errorf("%q has a ready draft: %+v", tt.post, d)
		}
		if d.Asked != tt.asked || !strings.Contains(d.Reason, tt.reason) || !strings.Contains(d.Reason, cmp.Or(tt.asked, "write the answer")) {
			t.Errorf("%q: asked %q, want %q; reason %q", tt.post, d.Asked, tt.asked, d.Reason)
		}
		if d.Holding == "" || d.Template == "" || len(care.Blocked(taken(r, q).Checks)) > 0 {
			t.Errorf("%q: held by %q of %q: %v", tt.post, d.Holding, d.Template, care.Blocked(taken(r, q).Checks))
		}
	}
	wish := asks("please bring back the plum sauce")
	wish.Verdict.Question = 0.2
	if d := r.Draft(wish); d.Text != "" || d.Holding == "" || !strings.Contains(d.Reason, "more than a set reply") {
		t.Errorf("a wish: %+v", d)
	}
	if d := r.Draft(asks("Do you ship to Ireland?")); d.Known == "" || d.Text == "" || d.Holding != "" || d.Reason != "" {
		t.Errorf("a known answer: %+v", d)
	}
}

// For whom something was is not what the question is about.
func TestHoldingNamesNoRelatives(t *testing.T) {
	r := newResponder(t)
	for _, post := range []string{"Went to find my girls some scarves here. Seriously??", "looking for something warm for my little brother?", "off to pick up a thing for my wife, any help?"} {
		for variant := range 30 {
			q := asks(post)
			q.Variant = variant
			if d := r.Draft(q); strings.Contains(d.Holding, "about your") {
				t.Errorf("%q: %q", post, d.Holding)
			}
		}
	}
}

// What is said in private besides, or to a complaint, is held by nothing.
func TestOnlyQuestionsAreHeld(t *testing.T) {
	r := newResponder(t)
	for post, action := range map[string]care.Action{
		"three hours on hold":             care.ActReply,
		"what time will my parcel come?":  care.ActReply,
		"what a lovely crew, thank you":   care.ActThank,
		"#quizNight https://example.org/": care.ActAnswer,
		"you'll hear from my lawyer":      care.ActAnswer,
	} {
		q := complaint(post)
		q.Verdict.Action = action
		if d := r.Draft(q); d.Holding != "" || d.Asked != "" || (d.Text == "") != (action == care.ActAnswer) {
			t.Errorf("%q: held by %q, %q (%s)", post, d.Holding, d.Text, d.Reason)
		}
	}
}

// Who asks for another wording is given one, and two customers who ask the same
// are not held off in the same words.
func TestHoldingWordsVary(t *testing.T) {
	r := newResponder(t)
	seen := map[string]bool{}
	var recent []string
	for i := range 16 {
		q := asks("is the shop in Leeds open on Sunday?")
		q.CaseID, q.Variant, q.Recent = fmt.Sprint("case", i/2), i%2, recent
		d := r.Draft(q)
		if d.Holding == "" || seen[d.Holding] {
			t.Fatalf("%d: %q was given before", i, d.Holding)
		}
		if n, limit := length.Of("x", d.Holding); n > limit || d.Limit != limit {
			t.Fatalf("%d: %d of %d", i, n, limit)
		}
		seen[d.Holding] = true
		recent = append(recent, d.Holding)
	}
}
