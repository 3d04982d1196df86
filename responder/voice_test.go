package responder_test

import (
	"strings"
	"testing"

	"goodgraces/care"
)

// sentences counts the ends of sentences.
func sentences(text string) int {
	return strings.Count(text, ".") + strings.Count(text, "?") + strings.Count(text, "!")
}

// An answer in the everyday voice is three sentences with the route, whatever
// the feeling.
func TestThreeSentences(t *testing.T) {
	r := newResponder(t)
	for _, post := range everyday["en"] {
		long := 0
		for variant := range 10 {
			q := complaint(post)
			q.Variant, q.CanMessage, q.Initials, q.Verdict.Severity = variant, true, "", care.Disapproval
			if d := r.Draft(q); sentences(d.Text) > 4 || sentences(d.Text) > 3 && !strings.Contains(post, "disappointed") && !strings.Contains(post, "worried") {
				long++
				t.Logf("%q", d.Text)
			}
		}
		if long > 2 {
			t.Errorf("%q: %d of 10 answers are long", post, long)
		}
	}
}

// Praise is answered for what it names, and nothing follows.
func TestPraiseNamesTwoAndEnds(t *testing.T) {
	r := newResponder(t)
	for _, tt := range []struct {
		language, post string
		want           []string
	}{
		{"en", "lovely coffee and a great crew this morning", []string{"coffee", "crew"}},
		{"en", "the barista came in a dragon costume, love it", []string{"costume", "Dressed", "dressed"}},
		{"en", "the receipt called me captain, love it", []string{"till", "receipt", "read", "printer"}},
		{"es", "el desayuno y las vistas, un encanto", []string{"desayuno"}},
		{"de", "das Frühstück und das Zimmer, herzlichen Dank", []string{"Frühstück"}},
	} {
		for variant := range 6 {
			q := complaint(tt.post)
			q.Variant, q.Initials, q.Verdict = variant, "", care.Verdict{Language: tt.language, Praise: 0.9, Action: care.ActThank}
			q.Mention.Author.Name = "" // a greeting is no sentence
			d := r.Draft(q)
			if !speaks(strings.ToLower(d.Text), lower(tt.want)...) || sentences(d.Text) > 2 || len(care.Blocked(d.Checks)) > 0 {
				t.Errorf("%q: %q %v", tt.post, d.Text, care.Blocked(d.Checks))
			}
		}
	}
}

func lower(words []string) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = strings.ToLower(w)
	}
	return all
}

// A wish put without a question mark is no opinion to be thanked for.
func TestRequestsAreNoFeedback(t *testing.T) {
	r := newResponder(t)
	for language, posts := range map[string][]string{
		"en": {"please show the cup final in the lounge tonight", "I want to know the addresses of the branches in Ghana"},
		"es": {"quisiera saber las direcciones de las oficinas en Ghana"},
		"de": {"ich wüsste gern die Adressen der Filialen in Ghana"},
	} {
		for _, post := range posts {
			for variant := range 8 {
				q := complaint(post)
				q.Variant, q.Verdict = variant, care.Verdict{Language: language, Question: 0.6, Action: care.ActAnswer, Topic: "other"}
				if d := taken(r, q); d.Text == "" || speaks(d.Text, "Thanks for", "useful", "Noted", "Point taken", "Fair point", "sorry") {
					t.Errorf("%q: %q %s", post, d.Text, d.Reason)
				}
			}
		}
	}
}

// What happened is told with its subject, and a line is promised to nobody who
// speaks of an app.
func TestNothingVague(t *testing.T) {
	r := newResponder(t)
	for _, post := range []string{"finished my drawing, hit save, and it disappeared", "your site has been down all morning", "the app is down again, sort it out"} {
		for variant := range 12 {
			q := complaint(post)
			q.Variant, q.CanMessage, q.Verdict.Topic = variant, true, "outage"
			if text := r.Draft(q).Text; speaks(text, "it disappeared", "line", "where you are", "went off", "postcode") {
				t.Errorf("%q: %q", post, text)
			}
		}
	}
}

// Who only says thanks is told that they are welcome; a which is not answered
// with whether, and how long with no yes or no.
func TestWhatIsMeant(t *testing.T) {
	r := newResponder(t)
	for _, tt := range []struct {
		post string
		v    care.Verdict
		not  []string
	}{
		{"all done, thanks!", care.Verdict{Praise: 0.9, Action: care.ActThank}, []string{"made our day", "blushing", "kind"}},
		{"which part of the app do I order a new card from?", question(care.ActAnswer), []string{"whether"}},
		{"how long should I expect to wait for a new card?", question(care.ActAnswer), []string{"yes or no", "whether"}},
	} {
		for variant := range 8 {
			q := complaint(tt.post)
			q.Variant, q.Verdict = variant, tt.v
			q.Verdict.Language = "en"
			if d := taken(r, q); d.Text == "" || speaks(d.Text, tt.not...) {
				t.Errorf("%q: %q %s", tt.post, d.Text, d.Reason)
			}
		}
	}
}
