package detail_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"goodgraces/responder/detail"
	"goodgraces/responder/grievance"
)

func find(language, post string) []detail.Detail {
	return detail.Find(language, grievance.Cut(post))
}

// first is the detail that is taken up first, as "kind: what".
func first(language, post string) string {
	found := find(language, post)
	if len(found) == 0 {
		return ""
	}
	d := found[0]
	return strings.TrimSuffix(string(d.Kind)+": "+d.What+", "+d.Whom, ", ")
}

func TestEnglish(t *testing.T) {
	for post, want := range map[string]string{
		// How long.
		"no reply for ten days now":                                          "long: ten days",
		"on hold with @Acme 1hr 52 min":                                      "long: one hour and 52 minutes",
		"waiting over 40 minutes for a taxi":                                 "long: over 40 minutes",
		"ordered at 18:05, now 20:40 and the rider is nowhere":               "long: two hours and 35 minutes",
		"ordered 6.15. its 8.40. no food":                                    "long: two hours and 25 minutes",
		"cancelled in March. its JULY. still being billed":                   "long: four months",
		"it's been 3 weeks since I returned the coat":                        "long: three weeks",
		"complained 5 days ago and no one has answered":                      "long: five days",
		"3 months later and still waiting for the deposit":                   "long: three months",
		"why does it take 57 minutes to change my plan":                      "long: 57 minutes",
		"train late by more than 4 hours":                                    "long: more than four hours",
		"3 hrs trying to pay and your site keeps failing":                    "long: three hours",
		"waited 2 minutes and got served, brilliant":                         "",
		"delivery takes 3 days but it's worth it":                            "",
		"a 40 minute delay isn't the end of the world":                       "",
		"two weeks to go, can't wait":                                        "",
		"the 6 month contract I signed":                                      "",
		"if I'm on hold for 2 hours again I'm leaving":                       "",
		"2 day delivery, not 1":                                              "",
		"open until 10, closed for lunch 20 minutes":                         "",
		"call me on 07700 900123 about order 12345678":                       "",
		"flight BA 1234 at 16.30 from gate 22":                               "",
		"charged £250 for 3 nights":                                          "",
		"I've lived here 20 years":                                           "",
		"ordered at 6.15, came at 6.25":                                      "",
		"the film is 3 hours and the subtitles are wrong":                    "",
		"no problem for two years":                                           "",
		"nobody waits for two minutes here":                                  "",
		"Save the date: 24 days of offers, nothing missing":                  "",
		"my 2 week old parcel tracking says delivered":                       "",
		"this cost 2.50 more than it did":                                    "",
		"it takes about 5 minutes to set up, not hard":                       "",
		"why is it 3 hours away":                                             "",
		"90 minutes is a long film and it's not good":                        "",
		"I gave it 2 weeks notice and it wasn't enough":                      "",
		"took two weeks off, not coming back":                                "",
		"the other store has it for 2 weeks already, you don't":              "",
		"last 2 weeks were fine":                                             "",
		"I've had no trouble in 3 years":                                     "",
		"between 2 and 4 hours without food they said, before the op":        "",
		"your 30 minutes or free promise":                                    "",
		"in 20 minutes I'll be gone":                                         "",
		"back in two hours or not at all":                                    "",
		"nothing beats two hours at the beach":                               "",
		"my baby is 3 months old and not sleeping":                           "",
		"the milk is 2 days old and smells":                                  "",
		"give us more than five minutes":                                     "",
		"a few days ago I bought a lovely lamp":                              "",
		"we've been married for ten years":                                   "",
		"4 hours queueing with a toddler and no water":                       "both: four hours in a queue, your toddler",
		"no heating for 9 days, two small kids, it's freezing":               "both: nine days, your kids",
		"nearest branch is 31 miles. my nan is 84":                           "both: a 31-mile trip, your 84-year-old nan",
		"the nearest branch is now 25 miles away":                            "far: a 25-mile trip",
		"you took my 400 air miles away":                                     "",
		"40 miles per gallon, not the 60 you said":                           "",
		"stood in the rain for 40 minutes because the app was wrong":         "occasion: in this weather",
		"4 hrs on the tarmac with no water":                                  "long: four hours on the tarmac",
		"fourteen crates of beer":                                            "",
		"lost 80 hours of save data":                                         "undone: 80 hours",
		"app crashed on the last page. 2 hours of typing":                    "undone: two hours",
		"2 hours of work well spent":                                         "",
		"washing machine. 14 months old. dead.":                              "soon: 14 months",
		"soles fell off on day 2 of a hike":                                  "soon: two days",
		"the strap snapped after 3 weeks":                                    "soon: three weeks",
		"my Watch died in under 2 days!":                                     "soon: two days",
		"shirt shrank after two washes":                                      "soon: two washes",
		"bought these a month ago and they have a hole":                      "soon: a month",
		"after 2 weeks it arrived":                                           "",
		"my son is 14 months old and the cot is broken":                      "",
		"Brand new kettle and it leaks":                                      "new: brand new",
		"screen cracked straight out of the box":                             "new: brand new",
		"brand new look, love it":                                            "",
		"used this cream for 9 yrs, why change it":                           "loyal: nine years",
		"a customer for 15 years and a new one pays less":                    "loyal: 15 years",
		"customer for 2 years. bye":                                          "",
		"been with my husband for 12 years":                                  "",
		"I've had THREE different engineers and still no heating":            "effort: three different engineers",
		"I've phoned 6 times and nobody calls back":                          "effort: six calls",
		"I have told you this 3 times now":                                   "effort: asking three times",
		"tried to fix it 5 times & still no heat":                            "effort: five repairs",
		"you've told me three times it's fixed":                              "",
		"two engineers came and fixed it, nothing like a good team":          "",
		"third time this week the bus just didn't show":                      "often: a third time",
		"charged twice for one ticket":                                       "often: twice",
		"app broken. again.":                                                 "often: again",
		"down again":                                                         "often: again",
		"logs me out every. single. time.":                                   "often: every single time",
		"never flying with you again":                                        "",
		"third time lucky I hope":                                            "",
		"it won't work, I'll try again":                                      "",
		"every time I come in I smile":                                       "",
		"three times faster than before":                                     "",
		"took a day off work for the engineer, no one came":                  "gave: a day off",
		"stayed in all day for a sofa that never came":                       "gave: a whole day",
		"took my day to a new level":                                         "",
		"the pool is closed and the kids are gutted":                         "whom: the kids",
		"charged my 4yo as an adult":                                         "",
		"seats apart and my son is SIX":                                      "whom: your six-year-old",
		"left my elderly mum stranded at the airport":                        "whom: your mum",
		"the pool is freezing. my lad went blue":                             "whom: your lad",
		"my mum can't get through to anyone":                                 "whom: your mum",
		"my kids are obsessed with your app":                                 "",
		"my gran could do better than your chefs":                            "",
		"my wife can't wait for the new series":                              "",
		"a kids menu with no pasta":                                          "",
		"even my 6 year old could do it":                                     "",
		"if my kids are crying again I'm leaving":                            "",
		"Karen's mum can't get through":                                      "",
		"mums birthday flowers came brown":                                   "occasion: on your mum's birthday",
		"ruined my honeymoon":                                                "occasion: on your honeymoon",
		"cake for my son's 5th birthday says Happy Birthday Brian":           "occasion: on your son's birthday",
		"you cancelled our hotel 3 days before our wedding":                  "occasion: around your wedding",
		"the deadline is tonight and your site is down":                      "occasion: with a deadline so close",
		"exam tomorrow and your site has been down":                          "occasion: with an exam coming up",
		"no internet and I work from home":                                   "occasion: when you work from home",
		"I have a flight to catch and the barrier won't open":                "occasion: with a flight to catch",
		"you just ruined my kids Christmas":                                  "occasion: at Christmas",
		"my guests are arriving and the oven won't heat":                     "occasion: with guests on the way",
		"it's my birthday! do I get a free drink?":                           "",
		"where is my birthday reward, it's not there":                        "",
		"happy birthday to you":                                              "",
		"your interview with the minister tonight was great":                 "",
		"the alarm went off at 3am":                                          "night: in the middle of the night",
		"half an hour for cold chips no sauce and the wrong burger":          "list: cold chips, no sauce and the wrong burger",
		"cold coffee, wrong milk, name spelled \"Grobert\"":                  "list: cold coffee, the wrong milk and a misspelt name",
		"burger cold, fries missing, wrong drink":                            "list: a cold burger, missing fries and the wrong drink",
		"cold beer, wrong Dave, dead Elvis":                                  "",
		"my dad died in May and you keep sending him letters":                "loss: your dad",
		"I unsubscribed after my loss":                                       "loss: your loss",
		"had to put my dog to sleep, and then your reminder came":            "loss: your dog",
		"I need to get to my grandad's funeral and the train is cancelled":   "loss: your loss",
		"my dad's ashes are in that depot":                                   "loss: your loss",
		"the hearth is full of ashes, my dad laughed":                        "",
		"my tablet that I haven't even had for two years keeps shutting off": "",
		"battery goes down by half after using the phone for 30 minutes":     "",
		"no internet for two days":                                           "long: two days",
		"my baby died":                                                       "loss: your loss",
		"we lost our mum last month. 3 hours on hold for my birthday":        "loss: your mum",
		"my phone died twice today, my son laughed":                          "",
		"I nearly died laughing, my mum too":                                 "",
		"lost my dad in the crowd":                                           "",
		"my nan would have died of shame":                                    "",
		"at a loss for words":                                                "",
		"weight loss plan is down":                                           "",
		"my wife is in hospital and nobody answers":                          "ill: your wife is in hospital",
		"I'm sick of this":                                                   "",
		"I work in the hospital and your app is slow":                        "",
	} {
		if got := first("en", post); got != want {
			t.Errorf("%q\n got %q\nwant %q", post, got, want)
		}
	}
}

func TestSpanishAndGerman(t *testing.T) {
	for _, c := range []struct{ language, post, want string }{
		{"es", "llevo tres días sin internet y nadie responde", "long: tres días"},
		{"es", "2 horas de retraso", "long: 2 horas"},
		{"es", "llevo 5 años con vosotros y nunca fallasteis", ""},
		{"es", "envío en 3 días, sin gastos", ""},
		{"es", "por tercera vez no llega", "often: por tercera vez"},
		{"es", "me habéis cobrado dos veces", "often: dos veces"},
		{"es", "mi paquete no llegó para el cumpleaños de mi hija", "occasion: en el cumpleaños de su hija"},
		{"es", "teletrabajo y la conexión no funciona", "occasion: cuando trabaja desde casa"},
		{"es", "feliz cumpleaños", ""},
		{"es", "mi padre murió en mayo y seguís escribiéndole", "loss: su pérdida"},
		{"es", "mi móvil ha muerto", ""},
		{"de", "seit drei Tagen kein Internet", "long: drei Tage"},
		{"de", "ich warte seit einer Woche auf Antwort", "long: eine Woche"},
		{"de", "alles super seit drei Jahren", ""},
		{"de", "in zwei Tagen nicht mehr da", ""},
		{"de", "zum 3. Mal nicht geliefert", "often: zum dritten Mal"},
		{"de", "dreimal abgebucht", "often: dreimal"},
		{"de", "kam nicht an, es war für den Geburtstag meiner Mutter", "occasion: am Geburtstag Ihrer Mutter"},
		{"de", "im Homeoffice ohne Internet", "occasion: im Homeoffice"},
		{"de", "alles Gute zum Geburtstag", ""},
		{"de", "mein Vater ist gestorben und Sie schicken Rechnungen", "loss: Ihr Verlust"},
		{"fr", "trois jours sans internet", ""},
	} {
		if got := first(c.language, c.post); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.post, got, c.want)
		}
	}
}

func TestClause(t *testing.T) {
	for post, want := range map[string]string{
		"ordered a laptop. received: a single hdmi cable in a box": "you ordered a laptop and got a single HDMI cable",
		"ordered a red coat, got a blue one":                       "you ordered a red coat and got a blue one",
		"asked @acme for the leg. got sent a cushion":              "you asked for a leg and got a cushion",
		"booked a sea view, got a lovely view of the bins":         "you booked a sea view and got a view of the bins",
		"ordered veg biryani got chicken":                          "you ordered a veg biryani and got chicken",
		"paid for seats together. we are in 4B, 17F and 32A":       "you paid for seats together and were split up",
		"charged my 4yo as an adult":                               "your four-year-old was charged as an adult",
		"cold, late, wrong order":                                  "it was cold, late and the wrong order",
		"ordered a laptop and got a refund":                        "",
		"ordered a laptop and haven't received a thing":            "",
		"ordered a laptop and got my order today":                  "",
		"ordered the Flibbet 3000, got a Zorp":                     "",
		"if I ordered a laptop and got a cable I'd be mad":         "",
		"cold, dark night":                                         "",
	} {
		if got := detail.Clause("en", grievance.Cut(post)); got != want {
			t.Errorf("%q\n got %q\nwant %q", post, got, want)
		}
	}
	if got := detail.Clause("de", grievance.Cut("ordered a laptop, got a cable")); got != "" {
		t.Errorf("German: %q", got)
	}
}

// pieces are what hostile posts are made of, beside words that begin a detail.
var pieces = strings.Fields(`my our the a zzqx Zzqx @zzqx #zzqx https://zzqx.example 4929111122223333 07700900123 £900 BA1234 zzqx@zzqx.example
	hours days weeks months years minutes 2 3 14 80 miles times nan kids son is six died birthday wedding no not still for in on at after waiting
	told called lost of typing engineers ordered received cold wrong coffee milk laptop cable , . ! 6.15 8.40 since hospital year old work from home`)

// TestSaysOnlyItsOwn mixes words of details with names, numbers and links: none
// of these is ever said.
func TestSaysOnlyItsOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		post := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 40).Draw(t, "post"), " ")
		for _, language := range []string{"en", "es", "de", "xx"} {
			for _, d := range find(language, post) {
				clean(t, d.What+" "+d.Whom)
			}
			clean(t, detail.Clause(language, grievance.Cut(post)))
		}
	})
}

func clean(t interface{ Fatalf(string, ...any) }, said string) {
	digits := 0
	for _, r := range said {
		if unicode.IsDigit(r) {
			digits++
		} else {
			digits = 0
		}
		if digits > 3 || strings.ContainsRune("@#/£$€", r) {
			t.Fatalf("says %q", said)
		}
	}
	if strings.Contains(strings.ToLower(said), "zzqx") || len(said) > 120 {
		t.Fatalf("says %q", said)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("ordered 6.15. its 8.40. my kids ate cereal, cold, late, wrong")
	f.Add("my dad died 2 weeks ago\n@x 14 months old")
	f.Fuzz(func(t *testing.T, post string) {
		for _, language := range []string{"en", "es", "de"} {
			for _, d := range find(language, post) {
				if d.What == "" {
					t.Fatalf("%q: an empty %s", post, d.Kind)
				}
				clean(t, d.What)
			}
		}
		clean(t, detail.Clause("en", grievance.Cut(post)))
	})
}
