package responder_test

import (
	"testing"

	"goodgraces/care"
)

// A question in a complaint is answered as a question: that we find out, and when they
// hear. A reproach that looks like one is not.
func TestTakesUpTheQuestionOfAComplaint(t *testing.T) {
	r := newResponder(t)
	for _, row := range []struct {
		post string
		says []string // one of them, in every draft
		none []string
	}{
		{"Our heating still isn't working, three days now! When will it be back on?", []string{"when", "how long", "timing", "date"}, nil},
		{"Our street has no water, how long is this going to last?", []string{"when", "how long", "timing", "date"}, nil},
		{"My prescription is late. Why was it sent to the wrong branch?", []string{"why", "reason", "what's behind it", "proper answer"}, nil},
		{"The lift in the car park is broken. How do I get my chair down?", []string{"easiest way", "steps", "how"}, nil},
		{"My login isn't working anymore. How do I reset the code?", []string{"how to reset", "easiest way", "steps", "how it's done", "What", "sign"}, nil},
		{"My ice machine jams and jams. what do i do", []string{"options", "can be done", "next", "best way on"}, nil},
		{"Your robot says \"how do i help\" and the kettle still leaks", nil, []string{"easiest way", "exact steps", "how it's done"}},
		{"My wardrobe door fell off after a week! Any ideas?", []string{"options", "can be done", "next", "best way on"}, nil},
		{"The gate at the south entrance won't shut, can someone come out?", []string{"today"}, []string{"I'll look into it with you"}},
		{"My scanner stopped working, what's the problem?", []string{"why", "reason", "what's behind it", "proper answer"}, nil},
		{"The boiler you fitted is broken. Are you even listening?", nil, []string{"clear answer", "asking the right team"}},
		{"The lamp flickers all night. Why bother selling these?", nil, []string{"the reason", "find out why and tell", "real reason"}},
		{"My parcel is four days late. How do you people sleep?", nil, []string{"easiest way", "exact steps", "how it's done"}},
		{"The kettle is broken again. When will you people learn?", nil, []string{"finding out when", "for a date", "how long", "checking when"}},
		{"What time do you call this? My harpist is two hours late", nil, []string{"finding out when", "for a date", "how long", "checking when"}},
		{"How to lose a customer in one evening? The cake was damaged", nil, []string{"easiest way", "steps", "how it's done"}},
		{"My kiln is broken a third time. How can I ever trust you again?", nil, []string{"easiest way", "steps", "how it's done"}},
		{"The pump is broken. Where do I even begin with how bad this is?", nil, []string{"right place", "where for you", "exact place"}},
		{"My ferry was cancelled. Should I laugh or cry?", nil, []string{"clear answer", "finding that out", "checking that", "asking the right team"}},
		{"The ticket page is down. Is there a prize for the worst of them?", nil, []string{"a prize"}},
		{"The blender is broken. Where can I get it repaired?", []string{"place", "where"}, nil},
		{"The stove you fitted is broken. Should I keep it off tonight?", []string{"today"}, nil},
		{"Should I cancel my order? It hasn't arrived", []string{"options", "can be done", "next", "best way on"}, nil},
		{"My sofa is a week late, should we buy one elsewhere?", []string{"options", "can be done", "next", "best way on"}, nil},
		{"The florist's van never came. Shall I wait in again tomorrow?", []string{"options", "can be done", "next", "best way on"}, nil},
		{"My parcel is four days late, should I be impressed?", nil, []string{"options", "what can be done", "next step", "best way on"}},
		{"You should have cancelled my order, it hasn't arrived. Happy now?", nil, []string{"your options", "next step is", "best way on"}},
		{"Why can't you just deliver on the day you say? The sofa is late", nil, []string{"real reason", "find out why and tell"}},
	} {
		for variant := range 8 {
			q := complaint(row.post)
			q.Variant, q.CanMessage = variant, true
			q.Verdict = care.Verdict{Language: "en", Action: care.ActReply, Complaint: 0.8, Severity: care.Disapproval}
			d := r.Draft(q)
			if d.Text == "" {
				t.Errorf("%q: no draft", row.post)
			}
			if len(row.says) > 0 && !containsAny(d.Text, row.says...) || containsAny(d.Text, row.none...) {
				t.Errorf("%q: %s", row.post, d.Text)
			}
		}
	}
}

// So it is where many have the same trouble.
func TestTakesUpTheQuestionOfAnOutage(t *testing.T) {
	r := newResponder(t)
	for variant := range 8 {
		q := complaint("Is there an outage in Tarnby? My broadband is down")
		q.Variant, q.CanMessage = variant, true
		q.Verdict = care.Verdict{Language: "en", Action: care.ActReply, Complaint: 0.8, Severity: care.Disapproval, Topic: "outage"}
		if d := r.Draft(q); !containsAny(d.Text, "finding that out", "checking that", "engineers know and", "clear answer", "confirmed", "whether there is an outage") {
			t.Errorf("%s", d.Text)
		}
	}
}

// A calm question is not apologised for, though a clause of it reads like a trouble.
func TestIsNotSorryForAQuestion(t *testing.T) {
	r := newResponder(t)
	for post, sorry := range map[string]bool{
		"Do I have to be at the ferry 50 minutes before it leaves? From Larne":                     false,
		"Can I pay for the choir's room in two parts? The school won't give us a card":             false,
		"How much is the walnut stool? There's no price in the window":                             false,
		"Is there any chance of a morning slot for the piano? I have to collect the twins at noon": false,
		"My lamp arrived broken. How do I send it back?":                                           true,
	} {
		for variant := range 6 {
			q := complaint(post)
			q.Variant = variant
			q.Verdict = care.Verdict{Language: "en", Action: care.ActAnswer, Question: 0.99, Complaint: 0.2}
			if d := r.Draft(q); containsAny(d.Text+d.Holding, "orry") != sorry {
				t.Errorf("%q: %s", post, d.Text+d.Holding)
			}
		}
	}
}
