package topics

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/classifier/fold"
	"goodgraces/classifier/tokens"
)

func read(t *Taxonomy, post string) []string {
	list := tokens.New()
	list.Read(fold.Fold(post).S)
	return t.Read(list, new(Scratch))
}

// The default taxonomy, on posts of our own.
func TestDefault(t *testing.T) {
	tax := Compile(Default())
	for post, want := range map[string]string{
		"@acme my order is two weeks overdue":                             "delay",
		"the courier said today, and it still hasn't arrived":             "delay",
		"Mein Paket ist seit Tagen verspätet":                             "delay",
		"you have lost my suitcase":                                       "lost or damaged",
		"the vase came smashed to pieces":                                 "lost or damaged",
		"Han perdido mi maleta":                                           "lost or damaged",
		"You charged my card twice and I want my money back":              "billing and refunds",
		"#overcharged again this month":                                   "billing and refunds",
		"where is my reimbursement":                                       "billing and refunds",
		"no internet since this morning, when is the broadband back?":     "outage",
		"day 4 without water":                                             "outage",
		"your cashier was so rude to my mother":                           "staff conduct",
		"the steward rolled his eyes at us":                               "staff conduct",
		"on hold for an hour, then you hung up on me":                     "waiting and contact",
		"third email and nobody answers":                                  "waiting and contact",
		"Seit einer Stunde in der Warteschleife":                          "waiting and contact",
		"I am locked out and the password reset does nothing":             "account access",
		"your app crashes whenever I open it":                             "app or website",
		"the website shows an error message at checkout":                  "app or website",
		"you cancelled on us an hour before, and nobody will rebook us":   "cancellation",
		"I want to end my contract":                                       "cancellation",
		"will the blue one be back in stock?":                             "availability",
		"is the shop open on Sunday":                                      "availability",
		"the soup was cold and the plate was filthy":                      "quality",
		"the zip is faulty, it fell apart after a day":                    "quality",
		"I am so disappointed in you":                                     "other",
		"":                                                                "other",
		"!!! 😡😡 ???":                                                      "other",
		"the sky over Lisbon is blue":                                     "other",
		"never again. never ever ever again. shame on all of you @acme !": "other",
	} {
		if got := read(tax, post); got[0] != want {
			t.Errorf("%q: %v, want %s", post, got, want)
		}
	}
}

// A post with several issues has several topics, each for words of its own.
func TestSeveral(t *testing.T) {
	tax := Compile(Default())
	for post, want := range map[string][]string{
		"you charged me twice and nobody answers the phone":                   {"billing and refunds", "waiting and contact"},
		"the driver was rude and the parcel is damaged":                       {"lost or damaged", "staff conduct"},
		"your app crashes and I want a refund, the steward was rude as well":  {"app or website", "billing and refunds", "staff conduct"},
		"lost my bag. lost it. lost, lost, lost. where is my luggage, my bag": {"lost or damaged"},
	} {
		got := slices.Sorted(slices.Values(read(tax, post)))
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", post, got, want)
		}
	}
}

// Each part of a topic is heard.
func TestParts(t *testing.T) {
	tax := Compile([]Topic{
		{Name: "Lost Luggage"},
		{Name: "catering", Keywords: []string{"hot meal", "sandwich"}},
		{Name: "gate", Description: "Boarding and queues at the gate."},
		{Name: "kids", Examples: []string{"my toddler screamed all the way", "no cot for the toddler"}},
		{Name: "Can't Tell"},
	})
	for post, want := range map[string]string{
		"they are losing luggage every day":        "Lost Luggage",
		"#lostluggage":                             "Lost Luggage",
		"lost it":                                  "Lost Luggage",
		"my suitcase is not on the carousel":       "Lost Luggage", // the thesaurus
		"six sandwiches for nine people":           "catering",
		"where is the hot evening meal you sold":   "catering",
		"boarded last as always":                   "gate",
		"two toddlers behind me":                   "kids",
		"can you tell me":                          "Can't Tell",
		"nothing to see here":                      "Can't Tell",
		"The gate: closed. The luggage: lost, ha!": "Lost Luggage",
	} {
		if got := read(tax, post); got[0] != want {
			t.Errorf("%q: %v, want %s", post, got, want)
		}
	}
}

func TestStem(t *testing.T) {
	for _, words := range []string{
		"delay delays delayed delaying", "cancel cancels canceled cancelled cancelling cancellation cancellations", "charge charges charged charging",
		"lose lost losing loses loss", "crash crashes crashed crashing", "delivery deliver delivers delivered deliveries", "connect connected connection connections",
		"wait waits waiting waited", "rude rudely rudeness", "refund refunded refunds refunding", "reply replies replied replying", "pay paid pays paying payment payments",
		"book booked booking bookings books", "miss missed missing misses", "break broke broken breaking breaks", "queue queues queued", "paquete paquetes",
	} {
		list := strings.Fields(words)
		for _, w := range list[1:] {
			if stem([]byte(w)) != stem([]byte(list[0])) {
				t.Errorf("%s and %s are two words: %s, %s", list[0], w, trim([]byte(list[0])), trim([]byte(w)))
			}
		}
	}
	for _, pair := range [][2]string{{"bus", "but"}, {"late", "later"}, {"string", "strong"}, {"need", "nest"}, {"glass", "gas"}, {"staff", "station"}, {"order", "ordeal"}} {
		if stem([]byte(pair[0])) == stem([]byte(pair[1])) {
			t.Errorf("%s and %s are one word", pair[0], pair[1])
		}
	}
}

func TestCheck(t *testing.T) {
	long := strings.Repeat("x", 600)
	got := Check([]Topic{
		{Name: "a", Keywords: []string{"fine", "one two three four five six seven", "!", long}},
		{Name: "A_"}, {Name: "misc"}, {Name: "Other", Examples: []string{"", "a long example of a post that someone has once written to us"}},
		{Name: long}, {Name: "b", Keywords: slices.Repeat([]string{"x"}, 201)},
	})
	want := []string{
		"0 keywords: one is longer", "0 keywords: \"one two", "0 keywords: \"!\"", "1 name: \"A_\" is topics[0]", "3 name: \"Other\" is for what fits nowhere, and so is topics[2]",
		"3 examples: \"\" has no word", "4 name: is longer", "5 keywords: are 201",
	}
	for _, w := range want {
		if !slices.ContainsFunc(got, func(p Problem) bool {
			return strings.HasPrefix(fmt.Sprintf("%d %s: %s", p.Topic, p.Field, p.Message), w)
		}) {
			t.Errorf("not said: %s", w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d problems, want %d: %+v", len(got), len(want), got)
	}
	if problems := Check(Default()); len(problems) > 0 {
		t.Errorf("the default taxonomy: %+v", problems)
	}
	if problems := Check(slices.Repeat([]Topic{{}}, 101)); len(problems) != 1 || problems[0].Topic != 100 {
		t.Errorf("too many: %+v", problems)
	}
}

// Whatever the taxonomy and the post: topics of the taxonomy, each once, the
// same for everybody and at every time.
func TestAnyTaxonomy(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields("delay delayed late bag bags lost luggage the and no phone hold cancelled refund #delay rude 3 days . ! zzz über"))
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 0, 12).Draw(t, "words"), " ")
	})
	used := new(Scratch)
	list := tokens.New()
	rapid.Check(t, func(t *rapid.T) {
		var all []Topic
		for i := range rapid.IntRange(0, 6).Draw(t, "topics") {
			all = append(all, Topic{
				Name: fmt.Sprintf("%s %d", text.Draw(t, "name"), i), Description: text.Draw(t, "description"),
				Keywords: rapid.SliceOfN(text, 0, 4).Draw(t, "keywords"), Examples: rapid.SliceOfN(text, 0, 3).Draw(t, "examples"),
			})
		}
		one, other := Compile(all), Compile(all)
		post := text.Draw(t, "post")
		list.Read(fold.Fold(post).S)
		got := one.Read(list, used)
		if len(got) == 0 || len(got) > maxFound {
			t.Fatalf("%d topics", len(got))
		}
		for i, name := range got {
			if !slices.Contains(one.Names(), name) || slices.Contains(got[:i], name) {
				t.Fatalf("topics: %v of %v", got, one.Names())
			}
		}
		for _, h := range used.Hits {
			if h.First < 0 || h.Last < h.First || h.Last >= len(list.Tokens) || h.Weight < 0 {
				t.Fatalf("hit %+v of %d tokens", h, len(list.Tokens))
			}
		}
		if again := read(other, post); !slices.Equal(got, again) {
			t.Fatalf("%v, then %v", got, again)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("lost luggage", "they lost my luggage, and nobody answers")
	f.Add("a\x00b ...", "\xff\xfe #ĦŦ")
	f.Fuzz(func(t *testing.T, keyword, post string) {
		tax := Compile([]Topic{{Name: keyword, Keywords: []string{keyword}, Examples: []string{post}}, {Name: "other"}})
		if got := read(tax, post); len(got) == 0 {
			t.Fatal("no topic")
		}
	})
}
