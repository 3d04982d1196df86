package responder_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/care"
	"goodgraces/responder"
)

// everyday are posts of every kind and feeling, in the languages that ship.
var everyday = map[string][]string{
	"en": {
		"three hours on hold and then the line went dead", "you lost my bag in Denver, I am so worried", "charged twice for one order, sort it out",
		"my parcel is late again, so fed up", "can't log in to my account since the update", "my internet has been down since Monday!!",
		"the driver was so rude to my mother", "flight cancelled and nobody told us, so disappointed", "my soup was cold and the table dirty",
		"the app keeps crashing", "it says sold out again", "wrong shoes in the box and nobody answers", "this is not how you treat people",
		"when will the shop in Leeds open again?", "hello, I need some help with my order", "why does this always happen to me", "my phone broke after two days",
	},
	"es": {
		"mi pedido no ha llegado y nadie contesta", "dos horas al teléfono, estoy harta", "me han cobrado dos veces", "mi vuelo fue cancelado",
		"no puedo entrar en mi cuenta", "la app no funciona desde ayer", "el repartidor fue muy grosero", "qué decepción de servicio", "¿cuándo abre la tienda?",
	},
	"de": {
		"mein Paket ist nicht angekommen und keiner antwortet", "zwei Stunden in der Warteschleife, ich habe es satt", "doppelt abgebucht!", "mein Flug wurde gestrichen",
		"ich kann mich nicht anmelden", "die App stürzt ständig ab", "der Fahrer war unverschämt", "ich bin so enttäuscht von euch", "wann macht die Filiale auf?",
	},
}

func drawEveryday(t *rapid.T) responder.Request {
	language := rapid.SampledFrom([]string{"en", "es", "de"}).Draw(t, "language")
	q := complaint(rapid.SampledFrom(everyday[language]).Draw(t, "post"))
	q.CaseID = rapid.StringMatching(`[a-z]{6}`).Draw(t, "case")
	q.Mention.Platform = rapid.SampledFrom([]string{"x", "bluesky", "mastodon", "discord"}).Draw(t, "platform")
	q.Verdict.Language = language
	q.Verdict.Severity = care.Severity(rapid.IntRange(0, 3).Draw(t, "severity"))
	q.Verdict.Anger = rapid.Float64Range(0, 1).Draw(t, "anger")
	q.Verdict.Topic = rapid.SampledFrom([]string{"delay", "lost or damaged", "billing and refunds", "outage", "staff conduct", "account access", "app or website", "other"}).Draw(t, "topic")
	q.Verdict.Action = rapid.SampledFrom([]care.Action{care.ActReply, care.ActReply, care.ActAnswer}).Draw(t, "action")
	q.CanMessage = rapid.Bool().Draw(t, "can message")
	if rapid.Bool().Draw(t, "routed") {
		text := map[string]string{"en": "call us on 0800 123 4567", "es": "llámenos al 0800 123 4567", "de": "rufen Sie uns unter 0800 123 4567 an"}[language]
		q.Routes = []responder.Route{{Kind: care.RoutePhone, Text: text}}
	}
	return q
}

// seams are what a careless join of parts leaves behind.
var seams = []*regexp.Regexp{
	regexp.MustCompile(`[.!?] *[.;,!?]|,,|;;|::| [.,;!?]|  `),                            // doubled or loose marks
	regexp.MustCompile(`(^|[.!?] )[a-zäöüáéíóú]`),                                        // a sentence begins small
	regexp.MustCompile(`(?i)sorry[^.]*\band I'm sorry|sorry that sorry|leid[^.]*leid\.`), // two apologies in a sentence
	regexp.MustCompile(`\b(that that|dass dass|que que|and and|und und|y y|the the)\b`),  // a word twice
	regexp.MustCompile(`[a-z0-9]$`),                                                      // no end
}

// Any combination of parts fits, passes every blocking check and reads as one
// answer: no seam, one apology at most in two sentences, one speaker.
func TestEveryCombinationReads(t *testing.T) {
	r := newResponder(t)
	rapid.Check(t, func(t *rapid.T) {
		q := drawEveryday(t)
		q.Initials = ""
		d := taken(r, q)
		if d.Text == "" {
			t.Fatalf("no draft: %s", d.Reason)
		}
		for _, text := range []string{d.Text, d.Otherwise} {
			for _, seam := range seams {
				if found := seam.FindString(text); found != "" {
					t.Errorf("%q in %q", found, text)
				}
			}
			if n := sorries(text); n > 2 {
				t.Errorf("%d apologies in %q", n, text)
			}
			if i, we := speaks(text, "I'm", "I've", "I am", "I have"), speaks(text, "We're", "We've", "we're sorry", "We are", "We have sent"); i && we {
				t.Errorf("two speakers in %q", text)
			}
		}
		if d.Length > d.Limit {
			t.Errorf("%d of %d: %q", d.Length, d.Limit, d.Text)
		}
	})
}

func sorries(text string) int {
	n := 0
	for _, word := range []string{"sorry", "apologis", "siento", "lamento", "lamentamos", "disculpa", " leid", "Entschuldigung", "bedauern"} {
		n += strings.Count(text, word)
	}
	return n
}

func speaks(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// A thread of one matter, seen by one reader: answers differ in how they
// begin, too.
func TestAnswersBeginDifferently(t *testing.T) {
	r := newResponder(t)
	var recent []string
	begun := map[string]int{}
	for i := range 20 {
		q := complaint("my parcel is late, where is it?")
		q.CaseID, q.Recent = fmt.Sprint("case", i), recent
		text := r.Draft(q).Text
		words := strings.Fields(text)
		begun[strings.Join(words[:2], " ")]++
		recent = append([]string{text}, recent...)
	}
	for start, n := range begun {
		if n > 8 {
			t.Errorf("%d of 20 begin with %q", n, start)
		}
	}
}

// A feeling that the post names is mirrored in kind.
func TestNamedFeelings(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string][]string{
		"where is my bag? I'm so worried, my medicine is in it": {"worr"},
		"so disappointed, my order came broken":                 {"disappoint", "let down", "better", "more from us"},
		"my parcel is late every single time, sick of it":       {"tired", "enough", "worn", "wear"},
		"not worried, but my bag is still missing":              nil,
	} {
		for variant := range 12 {
			q := complaint(post)
			q.Variant, q.Verdict.Severity = variant, care.Disapproval
			text := r.Draft(q).Text
			if want == nil {
				if strings.Contains(text, "worr") {
					t.Errorf("%q: %q", post, text)
				}
				continue
			}
			if !speaks(text, want...) {
				t.Errorf("%q: %q names none of %q", post, text, want)
			}
		}
	}
}

// Praise is thanked for what was praised.
func TestThanksForWhatWasPraised(t *testing.T) {
	r := newResponder(t)
	seen := map[string]bool{}
	for _, post := range []string{"the crew were wonderful today", "that burger was delicious", "lovely flight, thank you", "so quick, wow", "thanks, you're the best"} {
		q := praises(post)
		d := r.Draft(q)
		if d.Text == "" || seen[d.Text] || d.Template != "praise-en" {
			t.Errorf("%q: %q by %s (%s)", post, d.Text, d.Template, d.Reason)
		}
		seen[d.Text] = true
	}
}
