package praise

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"goodgraces/responder/check"
	"goodgraces/responder/grievance"
)

// A post is told back by the nearest moment.
func TestMoments(t *testing.T) {
	for post, want := range map[string]string{
		"@us somebody on your ferry found my son's bunny and posted it back":              "best friend",
		"@us guard helped me with the buggy at Crewe, bless him":                          "pram",
		"@us long day, then your steward brought me a glass of wine on the house":         "After a day",
		"@us 3 kids and three empty plates tonight":                                       "critics",
		"@us the driver waited for me in the rain, saw me running":                        "sprint",
		"@us got upgraded on our honeymoon, thank you":                                    "newlyweds",
		"@us dog will not leave his new bed, loves it":                                    "four legs",
		"@us binged two seasons in one night":                                             "dark circles",
		"@us I bought 12 of them, so glad they are back":                                  "Twelve",
		"#TodaysSunrise from the top deck @us":                                            "view",
		"@us came up the stairs with our new fridge, carried it 5 floors on his own":      "stairs",
		"@us my battery died on the bus and the driver lent me a cable":                   "",
		"@sunsetair thanks for the reply":                                                 "",
		"@us legends of the fall was on, nice":                                            "",
		"@us https://us.example/honeymoon is a fine page":                                 "",
		"@us I cried at how bad that pun was":                                             "something in our eye",
		"@us my mother was in tears, it was so beautiful":                                 "tissues",
		"@us " + strings.Repeat("honey moon ", 200) + "honeymoon":                         "",
		"@us sorry I shouted yesterday, all sorted now":                                   "got there",
		"@us refund came through, thank you":                                              "So glad it's back",
		"@us no refund came, thanks":                                                      "",
		"@us the refund has bounced, thanks":                                              "",
		"@us refunded me the wrong amount, great":                                         "",
		"@us happy 4th delay, thanks":                                                     "",
		"@us happy 40th, you lovely lot":                                                  "many more",
		"@us sorry I missed your concert yesterday, love the album":                       "",
		"@us sorted in the end by myself, thanks":                                         "",
		"@us awake all night from your crew, thanks":                                      "",
		"@us you were so kind to my gran in her last days":                                "at a time like",
		"@us thanks for making it right":                                                  "put that right",
		"@us at last it's resolved, thank you":                                            "hanging in there",
		"@us phew, found it, thank you":                                                   "breathe again",
		"@us internet back, thanks lads":                                                  "up and running",
		"@us thank you to your crews in this storm":                                       "weathers",
		"@us even nicer than the pictures":                                                "do them justice",
		"@us five stars to your fitter":                                                   "All five",
		"@us 5 stars to your fitter":                                                      "All five",
		"@us 3 stars to your fitter":                                                      "",
		"@us three seats to myself":                                                       "whole row",
		"@us 500 day streak with your app":                                                "500 days",
		"@us took me 2 minutes after fighting with it for days, your agent sorted it all": "Minutes against days",
	} {
		told := Find("en", post)
		if found := slices.ContainsFunc(told.Say, func(s string) bool { return strings.Contains(fill(s, told.Number), want) }); found != (want != "") || want == "" && len(told.Say) > 0 {
			t.Errorf("%.80q is told %q", post, told.Say)
		}
	}
}

func fill(wording, number string) string {
	return strings.NewReplacer("{n}", number, "{N}", strings.ToUpper(number[:min(1, len(number))])+number[min(1, len(number)):]).Replace(wording)
}

// Every moment can be told, has wordings enough, and each keeps the rules.
func TestEveryMomentMaySayWhatItSays(t *testing.T) {
	for _, language := range languages {
		for _, m := range momentsIn(language) {
			if len(m.Say) < 3 {
				t.Errorf("%s: %q says too little", language, m.When)
			}
			if !moments()[language].tells(m.When) {
				t.Errorf("%s: no post is told %q", language, m.When)
			}
			for _, wording := range m.Say {
				judge := check.For(check.Input{Post: "@us thank you, that was kind", Action: "thank"})
				if text := fill(wording, "three"); strings.ContainsAny(text, "{}") {
					t.Errorf("%s: %q has a slot that is not filled", language, wording)
				} else if broken := blocking(judge, text); broken != "" {
					t.Errorf("%s: %q breaks %s", language, text, broken)
				}
				if strings.Contains(wording, "{") && !strings.Contains(m.When, "#") {
					t.Errorf("%s: %q tells a number that no condition of %q reads", language, wording, m.When)
				}
			}
		}
	}
}

func blocking(judge *check.Judge, text string) string {
	for _, c := range judge.Public(text) {
		if c.Blocking && !c.OK {
			return c.Rule + ": " + c.Note
		}
	}
	return ""
}

// A word that the reading of a post leaves no post with is never found, and a
// phrase beside its own twin says nothing.
func TestEveryPhraseCanBeFound(t *testing.T) {
	tables := map[string][]Moment{"en": lone().moments}
	for _, language := range languages {
		tables[language] = append(tables[language], momentsIn(language)...)
	}
	for language, all := range tables {
		for _, m := range all {
			for condition := range strings.SplitSeq(m.When, " & ") {
				phrases := strings.Split(strings.TrimPrefix(condition, "!"), " | ")
				for i, phrase := range phrases {
					alone := tableOf([]Moment{{When: phrase, Say: []string{phrase}}})
					if slices.Contains(phrases[:i], phrase) || alone.find(wordsOf(language, strings.ReplaceAll(phrase, "#", "3"))).Say == nil {
						t.Errorf("%s: %q of %q is never read, or twice", language, phrase, m.When)
					}
				}
			}
		}
	}
}

// tells reports that a post made of the first phrases of the conditions meets
// them: none of them shuts out another.
func (t *table) tells(when string) bool {
	var post []string
	for condition := range strings.SplitSeq(when, " & ") {
		if !strings.HasPrefix(condition, "!") {
			first, _, _ := strings.Cut(condition, " | ")
			post = append(post, strings.ReplaceAll(first, "#", "3"), ".")
		}
	}
	i := slices.IndexFunc(t.moments, func(m Moment) bool { return m.When == when })
	return (&table{t.moments[i : i+1], t.wanted[i : i+1], tableOf(t.moments[i : i+1]).begins}).find(wordsOf("en", strings.Join(post, " "))).Say != nil
}

// What somebody did is told in the second person; what the author did is not.
func TestDeeds(t *testing.T) {
	for post, want := range map[string]string{
		"@us thank you for helping my nan with her bags":             "helping your nan with the bags",
		"the driver who found my daughter's scarf is a star":         "finding your daughter's scarf",
		"@us your crew gave me a blanket":                            "giving you a blanket",
		"@us thanks to the lady who looked after my toddler":         "looking after your toddler",
		"@us your engineer stayed late":                              "staying late for you",
		"@us shout out to Nora, she talked me through it":            "talking you through it",
		"@us big thanks for sorting out my account":                  "sorting out your account",
		"@us I found a lovely cafe in your station":                  "",
		"@us nobody helped me with my bags":                          "",
		"@us your driver found a Zorblax":                            "",
		"@us my husband carried the bags, what a man":                "",
		"@us your steward held my baby so that I could eat. Heroes.": "holding your baby",
	} {
		if got := Of(grievance.Cut(post)).Deed(); got != want {
			t.Errorf("%q did %q, want %q", post, got, want)
		}
	}
}

// The thing that is praised is told for what it is, and nothing else is.
func TestLiked(t *testing.T) {
	for post, want := range map[string]string{
		"@us my new sofa is so comfy":              "the new sofa",
		"@us really love the new curtains":         "the new curtains",
		"@us thank you for the free charger":       "the free charger",
		"@us best printer I ever had":              "the printer",
		"@us thank you for your help":              "",
		"@us I would love a printer like that":     "",
		"@us love my husband":                      "",
		"@us the printer is in the hall. Great":    "",
		"@us obsessed with the Flurbotron, so fun": "",
	} {
		if got := Of(grievance.Cut(post)).Liked(); got != want {
			t.Errorf("%q likes %q, want %q", post, got, want)
		}
	}
}

// What is said of a thing or of somebody is told again, and what is taken back or
// said of no thing of ours is not.
func TestEcho(t *testing.T) {
	for post, want := range map[string]string{
		"@us my new rucksack is so comfy":                         "the new rucksack is so comfy",
		"@us the lamp looks absolutely gorgeous":                  "you find the lamp so gorgeous",
		"@us the soup was delicious":                              "you found the soup so delicious",
		"@us your bus driver was really kind":                     "our bus driver was so kind",
		"@us the flight attendants were so friendly":              "our cabin crew were so friendly",
		"@us your courier Ines was so helpful":                    "our driver was so helpful",
		"@us the sound on my new radio is unreal":                 "the sound is that good",
		"@us your playlist slaps":                                 "the playlist is that good",
		"@us the weather is gorgeous":                             "",
		"@us a film about the lamp was great":                     "",
		"@us the lamp was great until it broke":                   "",
		"@us the lamp isn't great":                                "",
		"@us your fitter was so quick to leave":                   "",
		"@us your fitter was so quick to reply":                   "our engineer was so quick",
		"@us the lamp looks great on paper":                       "",
		"@us the lamp was great 10 years ago":                     "",
		"@us the ferry was perfect, shame the cars stayed ashore": "",
		"@us my mum's flight was so smooth":                       "",
		"@us Monday was so helpful":                               "",
		"@us the lamp is in the hall":                             "",
		"@us the lamp is great but the shade is torn":             "",
	} {
		if got := Of(grievance.Cut(post)).Echo(Who("en", post)); got != want {
			t.Errorf("%q says %q, want %q", post, got, want)
		}
	}
}

// What was had is told; what is wished for others or was not so is none.
func TestOuting(t *testing.T) {
	for post, want := range map[string]string{
		"@us smoothest flight in years":                       "such a good flight",
		"@us what a lovely stay in Oban":                      "such a good stay",
		"@us we had an amazing meal":                          "such a good meal",
		"@us have a great trip":                               "",
		"@us not a great trip":                                "",
		"@us what a great trip it would have been with a bed": "",
		"@us an amazing journey into bankruptcy":              "",
		"@us lovely lunch apart from the hair in it":          "",
		"@us great flight attendants":                         "",
		"@us the flight was there":                            "",
	} {
		if got := Of(grievance.Cut(post)).Outing(); got != want {
			t.Errorf("%q had %q, want %q", post, got, want)
		}
	}
}

func TestWho(t *testing.T) {
	for post, want := range map[string]string{
		"@us 2 lads came with the wardrobe":      "our delivery team",
		"@us the flight attendants were lovely":  "our cabin crew",
		"@us thanks to the lady on reception":    "our team at reception",
		"@us thanks to the lady in the blue hat": "the team",
		"@us lovely weather":                     "",
	} {
		if got := Who("en", post); got != want {
			t.Errorf("%q praises %q, want %q", post, got, want)
		}
	}
}

// Whatever a post holds, nothing of it is said but a number.
func FuzzFind(f *testing.F) {
	f.Add("en", "@us I bought 12 of the #SaltedCaramel ones, so good 🎃")
	f.Add("de", "bester Kaffee ’ ♥ 007 ,000")
	f.Fuzz(func(t *testing.T, language, post string) {
		told := Find(language, post)
		if len(told.Number) > 8 || !utf8.ValidString(told.Number) {
			t.Errorf("%q is told the number %q", post, told.Number)
		}
		p := Of(grievance.Cut(post))
		p.Deed()
		p.Echo("our crew")
		p.Outing()
	})
}
