package responder_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/responder/check"
	"goodgraces/responder/known"
	"goodgraces/responder/templates"
)

const ireland = "We deliver to Ireland for 6.95 euros, in three to five days."

func knowing(t *testing.T) *responder.Responder {
	t.Helper()
	set, err := known.Build([]known.File{{Path: "answers.yaml", Body: `
- name: ireland
  language: en
  asks: ["Do you ship to Ireland?", "How much is delivery to Ireland?", "Can you deliver to Dublin?"]
  answer: ` + ireland + `
  short: Ireland is 6.95 euros.
- name: offer
  language: en
  asks: ["Is there a student discount?", "Do students get a discount?"]
  answer: Students get 10% off with a student card.
  until: 2026-11-30
- name: irlanda
  language: es
  asks: ["¿Enviáis a Irlanda?", "¿Se puede enviar un pedido a Irlanda?"]
  answer: Enviamos a Irlanda por 6,95 euros.
`}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := responder.Of(shippedTemplates(t))
	r.Know(set)
	return r
}

func shippedTemplates(t *testing.T) *templates.Set {
	t.Helper()
	shipped, err := templates.Load("")
	if err != nil {
		t.Fatal(err)
	}
	return shipped
}

func asks(post string) responder.Request {
	q := complaint(post)
	q.Verdict = question(care.ActAnswer)
	q.Now = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	q.Recent = nil
	return q
}

// A fact is said to who merely asks, and to nobody who has trouble.
func TestWhoIsToldAFact(t *testing.T) {
	r := knowing(t)
	for _, tt := range []struct {
		post  string
		alter func(*responder.Request)
		fact  string // "" for a draft without one
	}{
		{post: "Hi, do you ship to Ireland?", fact: "ireland"},
		{post: "do you guys deliver to ireland", fact: "ireland"},
		{post: "Do you have a discount for students?", fact: "offer"},
		{post: "Do you have a discount for students?", alter: func(q *responder.Request) { q.Now = q.Now.AddDate(0, 0, 11) }},
		{post: "¿Enviáis a Irlanda?", alter: func(q *responder.Request) { q.Verdict.Language = "es" }, fact: "irlanda"},
		{post: "Do you ship to Iceland?"},
		{post: "Do you ship to Ireland or not? Nine days and my parcel is still lost!!", alter: angry},
		{post: "My parcel to Ireland is nine days late, do you even deliver to Ireland?", alter: angry},
		{post: "Do you ship to Ireland?", alter: func(q *responder.Request) { q.Verdict.Hostility, q.Verdict.Anger = 0.9, 0.8 }},
	} {
		q := asks(tt.post)
		if tt.alter != nil {
			tt.alter(&q)
		}
		d := taken(r, q)
		if d.Text == "" || d.Known != tt.fact {
			t.Errorf("%q: %q rests on %q, want %q: %s", tt.post, d.Text, d.Known, tt.fact, d.Reason)
		}
		if blocked := care.Blocked(d.Checks); len(blocked) > 0 {
			t.Errorf("%q: %q: %v", tt.post, d.Text, blocked)
		}
	}
}

func angry(q *responder.Request) {
	q.Verdict = care.Verdict{Language: "en", Complaint: 0.97, Anger: 0.8, Question: 0.4, Severity: care.Accusation, Action: care.ActReply, Topic: "delay"}
}

// What a person may be shown is more than what is said: a question that is near,
// or that an upset author asks.
func TestWhatIsOffered(t *testing.T) {
	r := knowing(t)
	q := asks("Do you ship to Ireland?")
	if m := r.Known(q); m == nil || !m.Sure || m.Answer.Name != "ireland" {
		t.Errorf("asked plainly: %+v", m)
	}
	angry(&q)
	if m := r.Known(q); m == nil || m.Sure {
		t.Errorf("asked in anger: %+v; want it near, and not sure", m)
	}
	if m := r.Known(asks("I love your shop in Ireland.")); m != nil {
		t.Errorf("a post that asks nothing: %+v", m)
	}
}

// One fact is told to everybody who asks, and never twice in the same words.
func TestAFactIsNotSaidTwiceAlike(t *testing.T) {
	r := knowing(t)
	var said []string
	for i := range 12 {
		q := asks("Do you ship to Ireland?")
		q.CaseID, q.Recent = fmt.Sprint(i), said
		d := r.Draft(q)
		if d.Known == "" {
			t.Fatalf("answer %d does not say the fact: %q", i, d.Text)
		}
		for _, before := range said {
			if before == d.Text {
				t.Fatalf("said twice: %q", d.Text)
			}
		}
		said = append(said, d.Text)
	}
}

func TestAFactFitsThePlatform(t *testing.T) {
	q := asks("Do you ship to Ireland?")
	q.Mention.Limit = 40
	if d := knowing(t).Draft(q); d.Known != "ireland" || d.Length > 40 {
		t.Errorf("%d characters, rests on %q: %q", d.Length, d.Known, d.Text)
	}
}

// A person who edits the fact away, or chooses one, changes what the draft rests
// on; a price in it is no compensation, also at the last look before it leaves.
func TestAFactIsRechecked(t *testing.T) {
	r := knowing(t)
	q := asks("Do you have a discount for students?")
	d := r.Draft(q)
	if note := r.Forbids(care.Send{Kind: care.SendPublic, Mention: q.Mention, Text: d.Text}); note != "" {
		t.Errorf("%q may not leave: %s", d.Text, note)
	}
	d.Text = "Let me find out for you. I'll reply here today."
	d.Otherwise = d.Text
	if got := r.Recheck(d, q); got.Known != "" {
		t.Errorf("an edited draft still rests on %q", got.Known)
	}
	q = asks("Might Ireland be among the places you send things to these days?")
	draft := r.Draft(q)
	d, ok := r.Tell(q, draft, draft, "ireland")
	if !ok || d.Known != "ireland" || !strings.Contains(d.Text, ireland) {
		t.Errorf("told by hand: %q rests on %q", d.Text, d.Known)
	}
	upset := asks("My parcel is nine days late. Do you even ship to Ireland?")
	angry(&upset)
	before := r.Draft(upset)
	told, ok := r.Tell(upset, before, before, "ireland")
	if at := strings.Index(told.Text, "We deliver to Ireland"); !ok || at <= 0 || told.Private != before.Private || told.Otherwise == told.Text || !strings.Contains(told.Text[:at], "late") {
		t.Errorf("told to who complains: %q, else %q", told.Text, told.Otherwise)
	}
	late := asks("Do you have a discount for students?")
	late.Now = late.Now.AddDate(0, 0, 11)
	if _, ok := r.Tell(late, d, d, "offer"); ok {
		t.Error("an answer that is over was told")
	}
	over := d
	over.Text = "Students get 10% off with a student card."
	over.Otherwise = over.Text
	if got := r.Recheck(over, late); got.Known != "" || len(care.Blocked(got.Checks)) == 0 {
		t.Errorf("an answer that is over: rests on %q, %v", got.Known, got.Checks)
	}
	if note := r.Outdated(d.Text, d, q.Now); note != "" {
		t.Errorf("what holds: %s", note)
	}
	gone := responder.Of(shippedTemplates(t)) // all were taken out
	if got := gone.Recheck(d, q); got.Known != "ireland" || !strings.Contains(strings.Join(care.Blocked(got.Checks), " "), "outdated_answer: the known answer ireland was taken out, and this still says \""+ireland) {
		t.Errorf("what was taken out: rests on %q, %v", got.Known, got.Checks)
	}
	reworded := d
	reworded.Text, reworded.Otherwise = "We deliver there as well.", "We deliver there as well."
	if got := gone.Recheck(reworded, q); got.Known != "" || got.Fact != "" || len(care.Blocked(got.Checks)) > 0 {
		t.Errorf("in other words: rests on %q, %v", got.Known, got.Checks)
	}
	if _, ok := r.Tell(q, d, d, "no-such"); ok {
		t.Error("an answer that is not known was told")
	}
	d.Text = "We'll give you 10% off for the trouble."
	if got := r.Recheck(d, q); len(care.Blocked(got.Checks)) == 0 {
		t.Error("an offer that is no known answer passes")
	}
}

// What is about their own goes on in private, and has the fact there: also one
// that may not be said in public to them.
func TestAFactInPrivate(t *testing.T) {
	r := knowing(t)
	for post, openly := range map[string]bool{
		"Do you ship to Ireland? It's for my order.": true,
		"Is there a student discount for my order?":  false,
	} {
		q := asks(post)
		q.Verdict.Action = care.ActReply
		d := r.Draft(q)
		if d.Action != care.ActReply || d.Known == "" || !strings.Contains(d.Private.Text, r.KnownAnswers().Find(d.Known).Answer) {
			t.Errorf("%q: %s rests on %q: %q, in private %q", post, d.Action, d.Known, d.Text, d.Private.Text)
			continue
		}
		if r.KnownAnswers().Find(d.Known).SaidIn(d.Text) != openly {
			t.Errorf("%q: said in public: %q, want %v", post, d.Text, openly)
		}
	}
}

// Every shipped template that meets questions says a fact word for word, in its
// own voice around it.
func TestEveryTemplateSaysFacts(t *testing.T) {
	set, err := known.Build([]known.File{{Path: "answers.yaml", Body: `
- {name: en, language: en, asks: ["Do you ship to Ireland?", "Can you deliver to Dublin?"], answer: "We deliver to Ireland in three days."}
- {name: es, language: es, asks: ["¿Enviáis a Irlanda?", "¿Se puede enviar un pedido a Irlanda?"], answer: "Enviamos a Irlanda en tres días."}
- {name: de, language: de, asks: ["Liefert ihr nach Irland?", "Verschickt ihr nach Irland?"], answer: "Wir liefern nach Irland in drei Tagen."}
`}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := responder.Of(shippedTemplates(t))
	r.Know(set)
	posts := map[string][2]string{ // one for all, and one about their own, which goes on in private
		"en": {"Do you ship to Ireland?", "Do you ship to Ireland? It's for my order."},
		"es": {"¿Enviáis a Irlanda?", "¿Enviáis a Irlanda? Es para mi pedido."},
		"de": {"Liefert ihr nach Irland?", "Liefert ihr nach Irland? Es ist für meine Bestellung."},
	}
	for _, tone := range r.Templates() {
		if len(tone.Parts.Commitment) == 0 {
			continue // for praise alone
		}
		if p := tone.Parts.Answer; len(p.KnownOpening) < 6 || len(p.KnownClosing) < 6 {
			t.Errorf("%s has no words for around a fact", tone.Name)
		}
		for i, action := range []care.Action{care.ActAnswer, care.ActReply} {
			opened, fact := false, set.Find(tone.Language).Answer
			for n := range 8 {
				q := asks(posts[tone.Language][i])
				q.CaseID, q.Verdict.Language, q.Verdict.Action = fmt.Sprint(n), tone.Language, action
				d := r.With(tone).Draft(q)
				if blocked := care.Blocked(d.Checks); d.Fact != fact || !check.Says(d.Text, fact) || len(blocked) > 0 {
					t.Errorf("%s, %s: %q: %v", tone.Name, action, d.Text, blocked)
				}
				opened = opened || !strings.HasPrefix(d.Text, fact)
			}
			if !opened && action == care.ActAnswer {
				t.Errorf("%s: nothing ever stands before the fact", tone.Name)
			}
		}
	}
}
