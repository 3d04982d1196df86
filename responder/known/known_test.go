package known_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/responder/check"
	"goodgraces/responder/known"
	"goodgraces/responder/templates"
)

var today = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

const good = `# Ours.
- name: ireland
  language: en
  asks:
    - Do you ship to Ireland?
    - Can I get a parcel to Ireland?
  answer: We ship to Ireland for 7 euros.
`

func TestWhatIsWrongIsSaidWithItsPlace(t *testing.T) {
	for name, tt := range map[string]struct {
		old, new string
		want     string
	}{
		"no such field":      {"  asks:", "  ask:", "answers.yaml:4: ask: is no field of a known answer; see docs/known-answers.md"},
		"no name":            {"name: ireland", "name: The Isles", `answers.yaml:2: name: "The Isles": must be`},
		"no language":        {"language: en", "language: English", `answers.yaml:3: language: ireland: "English"`},
		"one question":       {"    - Can I get a parcel to Ireland?\n", "", "answers.yaml:5: asks: ireland: write 2 to 10 questions, each as somebody would ask it; now 1"},
		"asks nothing":       {"Can I get a parcel to Ireland?", "How do you do that?", "answers.yaml:6: asks.1: ireland: \"How do you do that?\" has no word"},
		"a long question":    {"Can I get", "Can I " + strings.Repeat("really ", 40) + "get", "asks.1: ireland: is longer than 200 characters"},
		"no answer":          {"We ship to Ireland for 7 euros.", `""`, "answers.yaml:7: answer: ireland: is empty"},
		"a slot":             {"We ship", "The {brand} ships", "answer: ireland: has a brace"},
		"two paragraphs":     {"We ship to Ireland for 7 euros.", `"We ship.\n\nTo Ireland."`, "must be one paragraph"},
		"a long answer":      {"for 7 euros", "for " + strings.Repeat("many ", 50) + "euros", "say it in 240 at most"},
		"asks for data":      {"for 7 euros.", "once you tell us your order number here.", "answer: ireland: breaks the rule asks_private_data_publicly"},
		"a dangerous link":   {"for 7 euros.", "for 7 euros, see http://bit.ly/x1.", "answer: ireland: breaks the rule unsafe_link"},
		"a present":          {"We ship to Ireland for 7 euros.", "We'll give everybody a £20 voucher.", "answer: ireland: breaks the rule public_compensation"},
		"a refund to them":   {"We ship to Ireland for 7 euros.", "We'll refund you the postage.", "answer: ireland: breaks the rule public_compensation"},
		"says their data":    {"parcel to Ireland?\n  answer: We ship to Ireland for 7 euros.", "parcel to 020 7946 0958 in Ireland?\n  answer: \"Yes, call 020 7946 0958.\"", "breaks the rule repeats_personal_data"},
		"a template":         {good, "name: warm\nlanguage: en\n", "answers.yaml:1: a list of answers is expected; a template must not be named answers-…"},
		"short is not short": {"answer: We", "short: We ship there for as little as 7 euros, really.\n  answer: We", "short: ireland: is not shorter than the answer"},
		"until no day":       {"answer: We", "until: Christmas\n  answer: We", `until: ireland: "Christmas": must be a day`},
		"no YAML":            {"  asks:", "\tasks:", "answers.yaml:3: found a tab character"},
		"an empty entry":     {"# Ours.", "-", "answers.yaml:1: an empty entry"},
		"a second document":  {"for 7 euros.", "for 7 euros.\n---\n- name: other", "more than one document"},
		"twice": {"for 7 euros.", "for 7 euros.\n" + strings.TrimPrefix(good, "# Ours.\n"),
			`answers.yaml:8: name: "ireland" is the name of the one in answers.yaml:2 too`},
	} {
		body := strings.Replace(good, tt.old, tt.new, 1)
		_, err := known.Build([]known.File{{Path: "answers.yaml", Body: body}}, nil)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
		for _, p := range templates.Problems(err) {
			if p.File != "answers.yaml" {
				t.Errorf("%s: %q has no file", name, p)
			}
		}
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{
		"answers.yaml":    good,
		"answers-de.yaml": "- {name: irland, language: de, asks: [\"Liefert ihr nach Irland?\", \"Kann man nach Irland bestellen?\"], answer: Wir liefern nach Irland.}\n",
		"warm-en.yaml":    "name: warm-en\n",
		"answers.txt":     "no",
		"answers-.yml":    "no",
		"answersome.yaml": "name: answersome\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set, err := known.Load(dir, nil)
	if err != nil || len(set.All()) != 2 || set.Find("irland") == nil || set.Find("ireland").Line != 2 {
		t.Fatalf("%+v, %v", set, err)
	}
	for _, none := range []string{"", filepath.Join(dir, "none")} {
		if set, err := known.Load(none, nil); err != nil || len(set.All()) > 0 {
			t.Errorf("folder %q: %+v, %v", none, set, err)
		}
	}
	if set, err := known.Build([]known.File{{Path: "answers.yaml", Body: "# all were taken out\n"}}, nil); err != nil || len(set.All()) > 0 {
		t.Errorf("a file without answers: %+v, %v", set, err)
	}
}

// An answer is said in its language, for its brand, about its topics, and until
// its day is over.
func TestWhereAnAnswerApplies(t *testing.T) {
	ask := known.Question{Text: "Do you ship to Ireland?", Language: "en", Now: today}
	for name, tt := range map[string]struct {
		more  string
		alter func(*known.Question)
		said  bool
	}{
		"as it stands":        {said: true},
		"in another language": {alter: func(q *known.Question) { q.Language = "de" }},
		"of its brand":        {more: "brand: Acme", alter: func(q *known.Question) { q.Brand = "ACME" }, said: true},
		"of another brand":    {more: "brand: Acme", alter: func(q *known.Question) { q.Brand = "Fern" }},
		"of its topic":        {more: "topics: [lost or damaged, delivery]", alter: func(q *known.Question) { q.Topics = []string{"other", "Lost_or_damaged"} }, said: true},
		"of us by name":       {alter: func(q *known.Question) { q.Brand, q.Text = "Fern & Field", "does fern & field ship to Ireland?" }, said: true},
		"of another topic":    {more: "topics: [delivery]", alter: func(q *known.Question) { q.Topics = []string{"staff conduct"} }},
		"on its last day":     {more: "until: 2026-11-20", said: true},
		"the day after":       {more: "until: 2026-11-19"},
	} {
		set, err := known.Build([]known.File{{Path: "a", Body: good + "  " + tt.more + "\n"}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		q := ask
		if tt.alter != nil {
			tt.alter(&q)
		}
		if m := set.Match(q); (m != nil && m.Sure) != tt.said {
			t.Errorf("%s: %+v, want it said: %v", name, m, tt.said)
		}
	}
}

// A price and a rule of the house may be kept, in its languages.
func TestPricesAreNoPresents(t *testing.T) {
	for fact, kept := range map[string]bool{
		"Students get 10% off with a student card.":                    true,
		"Delivery is free from 50 euros on.":                           true,
		"Returned items are refunded within 14 days.":                  true,
		"The gift card is £20 and can be spent in all our shops.":      true,
		"The night bus costs nothing on New Year's Eve.":               true,
		"We'll give everybody a £20 voucher.":                          false,
		"We'll pay you £20.":                                           false,
		"Have a £20 voucher on us.":                                    false,
		"You will get a refund for your trouble.":                      false,
		"Wir schicken euch einen Gutschein über 20 Euro.":              false,
		"Les daremos un vale de 20 euros.":                             false,
		"We deliver for 7 euros. We'll send you a voucher of £20 too.": false,
	} {
		a := known.Answer{Name: "a", Language: "en", Asks: []string{"Do you ship?", "Do you deliver?"}, Answer: fact}
		if problems := a.Check(nil); (len(problems) == 0) != kept {
			t.Errorf("%q: %v, want it kept: %v", fact, problems, kept)
		}
	}
}

// A team's own levels of the rules hold for what it keeps, whichever way.
func TestFactsAreHeldToTheLevelsInForce(t *testing.T) {
	for _, tt := range []struct {
		fact   string
		levels check.Levels
		kept   bool
	}{
		{"We'll give everybody a £20 voucher.", nil, false},
		{"We'll give everybody a £20 voucher.", check.Levels{"public_compensation": check.Warn}, true},
		{"We'll give everybody a £20 voucher.", check.Levels{"public_compensation": check.Off}, true},
		{"It takes five working days.", nil, true},
		{"It takes five working days.", check.Levels{"robot_tone": check.Block}, false},
		{"We deliver to Ireland for 7 euros.", check.Levels{"robot_tone": check.Block, "says_no_without_option": check.Block}, true},
	} {
		a := known.Answer{Name: "a", Language: "en", Asks: []string{"Can you deliver to Ireland?", "Could you ship to Ireland?"}, Answer: tt.fact}
		if problems := a.Check(tt.levels); (len(problems) == 0) != tt.kept {
			t.Errorf("%q at %v: %v, want it kept: %v", tt.fact, tt.levels, problems, tt.kept)
		}
		body := fmt.Sprintf("- {name: a, language: en, asks: [%q, %q], answer: %q}\n", a.Asks[0], a.Asks[1], tt.fact)
		if _, err := known.Build([]known.File{{Path: "answers.yaml", Body: body}}, tt.levels); (err == nil) != tt.kept {
			t.Errorf("the file of %q at %v: %v", tt.fact, tt.levels, err)
		}
	}
}

func TestAge(t *testing.T) {
	for until, want := range map[string]known.Age{
		"": known.Fresh, "2027-01-01": known.Fresh, "2026-12-05": known.Fresh, "2026-12-03": known.Ending, "2026-11-20": known.Ending, "2026-11-19": known.Over,
	} {
		a := known.Answer{Name: "a", Language: "en", Asks: []string{"Do you ship?", "Do you deliver?"}, Answer: "We do.", Until: until}
		if problems := a.Check(nil); len(problems) > 0 {
			t.Fatal(problems)
		}
		if got := a.Age(today); got != want {
			t.Errorf("until %q: %v, want %v", until, got, want)
		}
	}
}

// What is near and is another question is not answered: each of these differs
// from an example in one thing.
func TestOneThingMakesItAnotherQuestion(t *testing.T) {
	set, err := known.Build([]known.File{{Path: "a", Body: `
- name: phone
  language: en
  asks: ["Is the 64 GB phone back in stock?", "When do you restock the 64GB phone?"]
  not: ["Is the 64 GB phone on display in stock?"]
  answer: The 64 GB phone is back on 3 December.
- name: sunday
  language: en
  asks: ["When do you close on Sunday?", "What time do you shut on Sundays?"]
  answer: We close at 4 on Sundays.
`}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for post, said := range map[string]bool{
		"When will you restock the 64 GB phone?":                       true,
		"hey, is the 64gb phone back in stock yet":                     true,
		"When will you restock the 128 GB phone?":                      false, // a number
		"When will you restock the 64 GB Pixel phone?":                 false, // a name
		"How much is the 64 GB phone when it's back in stock?":         false, // another way of asking
		"Is the 64 GB display phone back in stock?":                    false, // a word of a question that is another
		"Why is the 64 GB phone not back in stock?":                    false,
		"what time do you close on sundays please":                     true,
		"What time do you close on Saturdays?":                         false, // what all examples ask about is missing
		"Do you close on Sunday?":                                      false,
		"What time do you close on Easter Sunday?":                     false,
		"My order is missing. What time do you close on Sunday?":       false, // trouble
		"Off to the match later. What time do you close on Sunday, x?": true,
		"What time do you close on Sunday? And is there a café?":       false, // half of it
		"Closed on Sunday.":                                            false,
		"":                                                             false,
		"@shop https://example.com":                                    false,
	} {
		m := set.Match(known.Question{Text: post, Language: "en", Now: today})
		if (m != nil && m.Sure) != said {
			t.Errorf("%q: %+v, want it said: %v", post, m, said)
		}
	}
}

// Two facts that are as near leave it to a person.
func TestTwoAnswersAsNear(t *testing.T) {
	set, err := known.Build([]known.File{{Path: "a", Body: good + strings.NewReplacer("# Ours.\n", "", "name: ireland", "name: again").Replace(good)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if m := set.Match(known.Question{Text: "Do you ship to Ireland?", Language: "en", Now: today}); m == nil || m.Sure {
		t.Errorf("%+v", m)
	}
}

func FuzzMatch(f *testing.F) {
	set, err := known.Build([]known.File{{Path: "a", Body: good}}, nil)
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"Do you ship to Ireland?", "¿?", "n't", "'", "a'", "-\x80'US", "…", strings.Repeat("not?", 900)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, post string) {
		if m := set.Match(known.Question{Text: post, Language: "en", Brand: "", Now: today}); m != nil && (m.Score < 0 || m.Score > 1) {
			t.Errorf("score %v", m.Score)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add(good)
	f.Add("- {}\n- null")
	f.Fuzz(func(t *testing.T, body string) {
		set, err := known.Build([]known.File{{Path: "answers.yaml", Body: body}}, nil)
		if (set == nil) == (err == nil) {
			t.Errorf("set %v, error %v", set, err)
		}
	})
}

// The other languages of the shipped templates have their stems and their words
// for asking, too.
func TestOtherLanguages(t *testing.T) {
	set, err := known.Build([]known.File{{Path: "a", Body: `
- name: irlanda
  language: es
  asks: ["¿Enviáis a Irlanda?", "¿Cuánto cuesta el envío a Irlanda?", "¿Se puede pedir desde Irlanda?"]
  answer: Enviamos a Irlanda por 6,95 euros.
- name: devolver
  language: es
  asks: ["¿Cuántos días tengo para devolver un artículo?", "¿Qué plazo de devolución hay?", "¿Hasta cuándo puedo devolver un pedido?"]
  answer: Tiene 30 días para devolverlo.
- name: irland
  language: de
  asks: ["Liefert ihr nach Irland?", "Was kostet der Versand nach Irland?", "Kann man aus Irland bestellen?"]
  answer: Wir liefern für 6,95 Euro nach Irland.
- name: sonntag
  language: de
  asks: ["Wann macht ihr am Sonntag zu?", "Wie lange habt ihr sonntags offen?", "Habt ihr sonntags geöffnet?"]
  answer: Sonntags sind unsere Filialen von 10 bis 16 Uhr offen.
`}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ language, post, want string }{
		{"es", "Hola, ¿hacéis envíos a Irlanda?", "irlanda"},
		{"es", "cuanto cuesta enviar a irlanda", "irlanda"},
		{"es", "¿Enviáis a Islandia?", ""},
		{"es", "¿Cuánto tarda el envío a Irlanda?", ""},
		{"es", "¿Cuántos días hay para devolver un pedido?", "devolver"},
		{"es", "¿Cómo puedo devolver un pedido?", ""},
		{"de", "Hallo, versendet ihr auch nach Irland?", "irland"},
		{"de", "was kostet die lieferung nach irland?", "irland"},
		{"de", "Wie lange dauert der Versand nach Irland?", ""},
		{"de", "Liefert ihr nach Island?", ""},
		{"de", "Habt ihr am Sonntag offen?", "sonntag"},
		{"de", "Habt ihr am Samstag offen?", ""},
	} {
		m := set.Match(known.Question{Text: tt.post, Language: tt.language, Now: today})
		got := ""
		if m != nil && m.Sure {
			got = m.Answer.Name
		}
		if got != tt.want {
			t.Errorf("%q: says %q, want %q (%+v)", tt.post, got, tt.want, m)
		}
	}
}

// What a post asks is kept without what tells who asked.
func TestAskedIn(t *testing.T) {
	for post, want := range map[string]string{
		"@kestrel Hello! Is there a lounge in Oslo? https://example.com/a?b=1": "Is there a lounge in Oslo?",
		"@kestrel@travel.example: is there a lounge in Oslo?":                  "is there a lounge in Oslo?",
		"Where is order 4471903? Can you mail ann.b@web.example?":              "Where is order? Can you mail?",
		"Hey u/kestrel_air, can I bring 23 kg for 12.50 on flight 118?":        "Hey, can I bring 23 kg for 12.50 on flight 118?",
		"Can you call me on +49 151 234 567 88?":                               "Can you call me on?",
		"Is booking 55120 (.@ann_b) on time":                                   "Is booking () on time",
	} {
		if got := known.AskedIn(post); got != want {
			t.Errorf("%q: %q, want %q", post, got, want)
		}
	}
}
