package responder_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
)

func question(action care.Action) care.Verdict {
	return care.Verdict{Language: "en", Question: 0.9, Action: action, Topic: "other"}
}

// What only asks is answered where it was asked; what is about something of the
// author's own goes on in private, and so does trouble that asks nothing.
func TestWhereAQuestionIsAnswered(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string]care.Action{
		"do you have the blue jacket in stock?":              care.ActAnswer,
		"what time does the shop open tomorrow?":             care.ActAnswer,
		"what time will my parcel come?":                     care.ActReply,
		"why is the app so slow?":                            care.ActReply,
		"is my refund on its way?":                           care.ActReply,
		"how is it you never answer the phone? seven times!": care.ActReply,
	} {
		q := complaint(post)
		q.Verdict = question(care.ActReply)
		if d := r.Draft(q); d.Action != want || (d.Private.Text != "") != (want == care.ActReply) {
			t.Errorf("%q: %s, want %s: %q", post, d.Action, want, d.Text)
		}
	}
	q := complaint("my parcel is late, nobody rang")
	q.Verdict.Action, q.Verdict.Question = care.ActAnswer, 0
	if d := r.Draft(q); d.Action != care.ActReply || d.Private.Text == "" {
		t.Errorf("a report of trouble: %s, %q", d.Action, d.Text)
	}
}

// A complaint that goes before a person for its language alone is answered as
// one; a question in that language stays a question.
func TestForeignComplaints(t *testing.T) {
	r := newResponder(t)
	for post, complains := range map[string]float64{
		"Seit drei Tagen kein Internet, und bei der Hotline geht keiner ran.": 0.98,
		"Wann öffnet die Filiale am Samstag?":                                 0.2,
	} {
		q := complaint(post)
		q.Verdict = care.Verdict{Language: "de", Complaint: complains, Action: care.ActAnswer, Topic: "other", NeedsHuman: "the language"}
		want := care.ActAnswer
		if complains > 0.5 {
			want = care.ActReply
		}
		if d := taken(r, q); d.Action != want || d.Text == "" {
			t.Errorf("%q: %s, want %s: %q", post, d.Action, want, d.Text)
		}
	}
}

// A question may lack its mark where nothing but a question begins so.
func TestQuestionsWithoutAMark(t *testing.T) {
	r := newResponder(t)
	for post, told := range map[string]string{
		"@larkspur can i collect my parcel on sunday": "whether you can collect your parcel on Sunday",
		"@larkspur is the worst carrier in town":      "",
	} {
		q := complaint(post)
		q.Verdict = question(care.ActAnswer)
		if d := taken(r, q); told == "" == strings.Contains(d.Text, "whether") || !strings.Contains(d.Text, told) {
			t.Errorf("%q: %q", post, d.Text)
		}
	}
}

// An answer asks for what it hangs on, and never for what the post says.
func TestAsksForWhatTheAnswerHangsOn(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string]string{
		"do you have it in stock?":                      "which one you're after",
		"do you have the Oslo jacket in stock?":         "which town",
		"do you have the Oslo jacket in the Leeds shop": "",
		"are you open on sunday?":                       "which branch",
		"is the one in Leeds open on sunday?":           "",
		"does the app have a night mode?":               "which phone or computer",
		"does the app have a night mode on my ipad?":    "",
		"could we have a quieter carriage some day? ":   "",
		"any plans to add stock alerts to the app?":     "",
	} {
		for variant := range 6 {
			q := complaint(post)
			q.CaseID, q.Verdict = fmt.Sprint("case", variant), question(care.ActAnswer)
			text := taken(r, q).Text
			asked := strings.Contains(text, "which ") || strings.Contains(text, "where you are")
			if want != "" && !strings.Contains(text, want) || want == "" && asked {
				t.Errorf("%q: %q, want %q asked", post, text, want)
			}
		}
	}
}

// Praise is answered for what it names, and a cheerful picture is no case.
func TestPraiseIsTakenUp(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string]string{
		"that burrito was everything":                      "burrito",
		"sorted in ten minutes, thank you":                 "ten minutes",
		"sorted within 3 days, wow":                        "three days",
		"shoutout to the barista at the corner shop":       "our barista",
		"haha your billboard is the best thing today":      "",
		"ordered 10 minutes ago and already happy, thanks": "",
	} {
		for variant := range 6 {
			q := complaint(post)
			q.CaseID, q.Verdict = fmt.Sprint("case", variant), care.Verdict{Language: "en", Praise: 0.9, Action: care.ActThank}
			text := strings.ToLower(r.Draft(q).Text)
			if text == "" || !strings.Contains(text, want) || want == "" && strings.Contains(text, "minutes") {
				t.Errorf("%q: %q, want %q in it", post, text, want)
			}
		}
	}
	q := complaint("my chair has been claimed 🐈")
	q.Verdict = care.Verdict{Language: "en", Complaint: 0.5, Action: care.ActReply, Topic: "other"}
	if d := r.Draft(q); d.Action != care.ActThank || strings.Contains(d.Text, "sorry") {
		t.Errorf("a cat on a chair: %s, %q", d.Action, d.Text)
	}
	q = complaint("the flowers came brown, she said they are lovely 😭")
	q.Verdict = care.Verdict{Language: "en", Praise: 0.9, Action: care.ActThank}
	if d := r.Draft(q); d.Text != "" || d.Reason == "" {
		t.Errorf("brown flowers: %q", d.Text)
	}
}

// What somebody asks in the middle of an exchange, or about a slip of their own,
// goes on in private, and asks for nothing that was said.
func TestQuestionsThatGoOnInPrivate(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string]string{
		"I ordered a lamp but put the wrong address, can you help?": "whether that can still be changed",
		"can you follow me so that I can send you the details?":     "message",
		"Yes I am, what can I do now?":                              "",
	} {
		q := complaint(post)
		q.Verdict = question(care.ActAnswer)
		d := r.Draft(q)
		if d.Action != care.ActReply || d.Private.Text == "" || !strings.Contains(d.Text, want) || strings.Contains(d.Text, " here today") {
			t.Errorf("%q: %s %q, want %q in it", post, d.Action, d.Text, want)
		}
	}
}

// Nobody who waits, is upset or asks again is greeted brightly.
func TestBrightOpenings(t *testing.T) {
	r := newResponder(t)
	for _, post := range []string{"will it be fixed today???", "is it still down?", "but can I get it back?"} {
		for variant := range 6 {
			q := complaint(post)
			q.CaseID, q.Verdict = fmt.Sprint("case", variant), question(care.ActAnswer)
			if d := taken(r, q); d.Text == "" || strings.Contains(d.Text, "!") || strings.Contains(d.Text, "Happy") {
				t.Errorf("%q: %q", post, d.Text)
			}
		}
	}
}

// A post that says nothing is left to a person.
func TestNothingToAnswer(t *testing.T) {
	q := complaint("#quizNight https://example.org/a")
	q.Verdict = care.Verdict{Language: "en", Action: care.ActAnswer, Topic: "other"}
	if d := newResponder(t).Draft(q); d.Text != "" || d.Reason == "" {
		t.Errorf("%q", d.Text)
	}
}

// Whoever asks what to do now is told that we find out which way is open to them, in
// every language and tone.
func TestEveryTemplateKnowsWhatIsNext(t *testing.T) {
	r := newResponder(t)
	next := map[string][]string{}
	for _, tmpl := range r.Templates() {
		if !slices.Contains(tmpl.Applies.Actions, care.ActReply) {
			continue
		}
		next[tmpl.Language] = append(next[tmpl.Language], tmpl.Parts.Answer.PromiseOf["next"]...)
		if len(tmpl.Parts.Answer.PromiseOf["next"]) < 6 || len(tmpl.Parts.Answer.PromiseOf["when"]) < 6 || len(tmpl.Parts.Private.AskNothing) < 6 {
			t.Errorf("%s lacks a promise or what to say where nothing is asked for", tmpl.Name)
		}
	}
	for language, post := range map[string]string{"es": "Me quedé sin reserva. ¿Qué opciones tengo?", "de": "Ich ziehe im Mai um. Wie geht es jetzt weiter?"} {
		for variant := range 6 {
			q := complaint(post)
			q.Variant, q.Verdict = variant, care.Verdict{Language: language, Action: care.ActAnswer, Question: 0.9}
			if d := r.Draft(q); !containsAny(d.Text+d.Holding, next[language]...) {
				t.Errorf("%q: %s", post, d.Text+d.Holding)
			}
		}
	}
}
