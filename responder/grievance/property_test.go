package grievance_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/responder/grievance"
)

// told is all that a grievance says.
func told(g grievance.Grievance) string {
	return strings.Join([]string{g.Issue, g.Also, g.Detail, g.Thing, g.Around, g.Often}, " | ")
}

var (
	personal = regexp.MustCompile(`(?i)@|#|https?:|www\.|\d{4}|[a-z0-9]\.[a-z]{2}|[<>{}]`)
	swearing = regexp.MustCompile(`(?i)\b(fuck\w*|shit\w*|crap\w*|damn\w*|bitch\w*|ass|arse|idiot\w*|stupid|moron\w*|wtf|bloody|puta|mierda|gilipollas|scheiß\w*|arschloch)\b`)
	// clumsy are ways in which a paraphrase must not read.
	clumsy = regexp.MustCompile(`(?i)\b(my|me|I|i'm|mine|myself)\b|\b(a a|the the|your your|our our|the your|the our|a your|you you|to to|in in|is is|was was)\b|\s{2}|^\s|\s$|[{}\[\]|]`)
)

// TestWhatIsToldIsSafe mixes posts that are understood with what must never be
// repeated.
func TestWhatIsToldIsSafe(t *testing.T) {
	hostile := fields(`fucking shit idiot @jane_doe Jane Brenda https://evil.example/x jo@example.com 12345678 020-7946-0958 4111111111111111 <script> {issue} {{.}} AB1-22334 #lost
		mierda puta gilipollas Scheiße Arschloch Müller García`)
	for _, language := range []string{"en", "es", "de"} {
		posts := slices.Sorted(maps.Keys(sentences(t, language)))
		rapid.Check(t, func(t *rapid.T) {
			words := strings.Fields(rapid.SampledFrom(posts).Draw(t, "post") + " " + rapid.SampledFrom(posts).Draw(t, "second"))
			for range rapid.IntRange(1, 4).Draw(t, "number") {
				at := rapid.IntRange(0, len(words)).Draw(t, "at")
				words = slices.Insert(words, at, rapid.SampledFrom(hostile).Draw(t, "hostile"))
			}
			text := strings.Join(words, " ")
			g := grievance.Understand(language, text)
			if all := told(g); personal.MatchString(all) || swearing.MatchString(all) {
				t.Fatalf("%q tells %q", text, all)
			}
			if language == "en" && (clumsy.MatchString(g.Issue) || clumsy.MatchString(g.Also)) {
				t.Fatalf("%q reads %q", text, g.Issue)
			}
			if len(g.Issue) > 90 || len(g.Thing) > 90 || len(g.Around) > 90 {
				t.Fatalf("%q tells too much: %q", text, told(g))
			}
			if (g.Issue == "") != (g.Kind == grievance.KindNone) {
				t.Fatalf("%q is of kind %q", g.Issue, g.Kind)
			}
		})
	}
}

// TestNobodyIsNamed swaps who is written to and who is named: the same is told.
func TestNobodyIsNamed(t *testing.T) {
	for _, post := range []string{
		"%s your driver %s was so rude to me", "%s my bag was lost, spoke to %s", "%s the app keeps crashing says %s", "%s nobody answers, not even %s",
		"hey %s where is my parcel, %s?", "%s %s told me my flight was cancelled",
	} {
		first := grievance.Understand("en", fmt.Sprintf(post, "@acme", "Marguerite"))
		for _, names := range [][2]string{{"@other_brand", "Bartholomew"}, {"@x1", "Siobhan"}, {"@Grünwald", "Xiomara"}} {
			if other := grievance.Understand("en", fmt.Sprintf(post, names[0], names[1])); other != first {
				t.Errorf("%q with %v: %+v, want %+v", post, names, other, first)
			}
		}
	}
}

func TestKinds(t *testing.T) {
	tests := map[string]grievance.Kind{
		"where is my parcel?": grievance.KindLate, "my train is 45 minutes late": grievance.KindLate, "you lost my bag": grievance.KindLost,
		"says delivered but nothing is here": grievance.KindLost, "my vase arrived smashed": grievance.KindDamaged, "you sent me the wrong size": grievance.KindWrong,
		"half my order is missing": grievance.KindWrong, "my flight was cancelled": grievance.KindCancelled, "I was charged twice": grievance.KindCharged,
		"three hours on hold": grievance.KindUnanswered, "nobody answers": grievance.KindUnanswered, "your driver was so rude": grievance.KindRude,
		"I can't log in to my account": grievance.KindLockedOut, "internet is down": grievance.KindDown, "is your site down?": grievance.KindDown,
		"my phone keeps freezing": grievance.KindFaulty, "my pizza was cold": grievance.KindSpoiled, "a hair in my food": grievance.KindSpoiled,
		"that jacket is never in stock": grievance.KindNoStock, "worst service ever": grievance.KindService, "thank you all": grievance.KindNone,
	}
	for post, want := range tests {
		if g := grievance.Understand("en", post); g.Kind != want {
			t.Errorf("%q: %q is of kind %q, want %q", post, g.Issue, g.Kind, want)
		}
	}
}

func TestAskedAndOften(t *testing.T) {
	tests := []struct {
		post  string
		asked grievance.Asked
		often string
	}{
		{"my parcel got lost, where is it, this is the third time", grievance.AskedWhere, "for the third time"},
		{"when will my internet be back", grievance.AskedWhen, ""},
		{"my app crashes every single day, fix it", grievance.AskedFix, "every single day"},
		{"my bag is lost, please call me", grievance.AskedContact, ""},
		{"stop sending me letters over and over", grievance.AskedStop, "over and over"},
		{"why is my bill so high", grievance.AskedWhy, ""},
		{"my pizza was cold", grievance.AskedNothing, ""},
	}
	for _, tt := range tests {
		if g := grievance.Understand("en", tt.post); g.Asked != tt.asked || g.Often != tt.often {
			t.Errorf("%q: asks %q, %q; want %q, %q", tt.post, g.Asked, g.Often, tt.asked, tt.often)
		}
	}
}

// TestHostileTextIsReadQuickly holds that a long post of the words that most
// rules begin with costs what its length says, no more: four times the text,
// about four times the time.
func TestHostileTextIsReadQuickly(t *testing.T) {
	for _, unit := range []string{"to go ", "my app ", "why is the ", "the the ", "trying to get to ", "!", "a", "you ", "not able to ", "keeps keeping to keep ", "para esperar ", "nicht mein Paket "} {
		for _, language := range []string{"en", "es", "de"} {
			began := time.Now()
			grievance.Understand(language, strings.Repeat(unit, 200_000/len(unit)))
			if took := time.Since(began); took > 2*time.Second {
				t.Errorf("%s: %q took %v", language, unit, took)
			}
		}
	}
}

func BenchmarkUnderstand(b *testing.B) {
	posts := []string{
		"@acme three hours on hold and you still lost my bag!! order 12345678", "my tablet won't turn on since the update, please fix it",
		"I've been trying to change my booking online for two days but your website keeps giving me an error, why is it so hard to reach anyone?",
	}
	for i := 0; b.Loop(); i++ {
		grievance.Understand("en", posts[i%len(posts)])
	}
}

func fields(s string) []string { return strings.Fields(s) }
