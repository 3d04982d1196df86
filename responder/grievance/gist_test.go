package grievance

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
	"goodgraces/responder/grievance/gist"
)

// What no rule reads is guessed, in posts that nothing was learnt from; where it
// is no trouble, or not sure, nothing is.
func TestGuess(t *testing.T) {
	for _, tt := range []struct {
		post string
		kind Kind
		has  string
	}{
		{"my new tumble dryer sounds like a helicopter landing in the kitchen, every single wash", KindFaulty, ""},
		{"two hours listening to your panpipes, then the line went dead. again.", KindUnanswered, ""},
		{"quoted 60 for the boiler check, invoice says 95. funny that", KindCharged, ""},
		{"the chips were stone cold by the time your lad found our street", KindSpoiled, "cold"},
		{"my jumper has been out for delivery since thursday, i could have knitted it myself", KindLate, ""},
		{"rang the bell? he never even came up the path, i watched him drive off", KindLate, ""},
		{"reset my password four times, the link just opens a white page", KindLockedOut, "reset"},
		{"someone changed my email overnight and ordered three phones on my account", KindLockedOut, "account"},
		{"half our street has been dark since 6, any idea when the lights come back", KindDown, ""},
		{"there's a long black hair baked into this quiche", KindSpoiled, "hair"},
	} {
		g := Cut(tt.post).Guess("en")
		if g.Issue == "" || g.Kind != tt.kind || !strings.Contains(g.Issue, tt.has) {
			t.Errorf("%q: got %q of %q, want %q of %q", tt.post, g.Issue, g.Kind, tt.has, tt.kind)
		}
	}
	for _, post := range []string{
		"just finished season two and I am broken, what a show", "thanks, that fixed it, you're a star",
		"do you have this in green?", "yes, the 24 inch one, ordered on monday", "we're hiring drivers in Hull, apply by friday", "mum says hello", "",
	} {
		if g := Cut(post).Guess("en"); g.Issue != "" {
			t.Errorf("%q: got %q, want nothing", post, g.Issue)
		}
	}
}

// Where the rules have read beside the point, the model is believed; not where it
// reads the same in other words, nor of a post in another language.
func TestDoubted(t *testing.T) {
	for _, tt := range []struct {
		language, post string
		want           bool
	}{
		{"en", "the tracking map shows my parcel in a field near Leeds since monday, and there's no number to ring", true},
		{"en", "my flight was cancelled at the gate with no reason given, I had to phone my sister to fetch us", false},
		{"en", "charged me twice for one lunch and the bank can't see it", false},
		{"en", "thank you", false},
		{"es", "llevo tres semanas esperando mi paquete", false},
	} {
		if got := Cut(tt.post).Doubted(tt.language); got != tt.want {
			t.Errorf("%q: %v", tt.post, got)
		}
	}
}

// The German and Spanish clauses are told of German and Spanish posts.
func TestGuessInOtherTongues(t *testing.T) {
	for language, post := range map[string]string{
		"de": "Der Fahrer ist einfach an der Haltestelle vorbeigefahren, obwohl ich gewunken habe",
		"es": "La aplicación se cierra sola cada vez que intento pagar",
	} {
		if g := Cut(post).Guess(language); g.Issue == "" || g.Kind == KindNone {
			t.Errorf("%s: nothing is guessed of %q", language, post)
		}
	}
}

// Every clause is fit to be said, and every class of the model is known.
func TestClauses(t *testing.T) {
	known := map[string]bool{}
	for _, group := range tellable() {
		known[group] = true
	}
	all := slices.Concat(slices.Collect(maps.Values(clauses())), groups())
	for _, c := range all {
		name := c.Name
		for _, class := range c.Of {
			if clauses()[class] == nil {
				t.Errorf("%s: there is no class %s", name, class)
			}
		}
		if len(c.En) == 0 || len(c.Es) == 0 || len(c.De) == 0 || c.Kind == KindNone {
			t.Errorf("%s: no clause in every language, or no kind", name)
		}
		plain := func(s string) bool { return !strings.ContainsAny(s, "{?") }
		if !slices.ContainsFunc(c.En, plain) || !slices.ContainsFunc(c.Es, plain) || !slices.ContainsFunc(c.De, plain) {
			t.Errorf("%s: every clause asks for a word or a noun of the post", name)
		}
		for _, group := range c.Things {
			if !known[group] {
				t.Errorf("%s: no noun of %s may be told", name, group)
			}
		}
		for _, clause := range slices.Concat(c.En, c.Es, c.De) {
			said, words, _ := bound(clause)
			if said == "" || len(said) > maxIssue || strings.Contains(clause, "?") && words == "" || strings.Contains(strings.NewReplacer("{thing}", "", "{the thing}", "").Replace(said), "{") {
				t.Errorf("%s: %q", name, clause)
			}
		}
	}
	others := strings.Fields("praise thanks details chat news insult unclear wish")
	gist.Shipped().Of(gist.Post{}).Some(func(class string) bool {
		if clauses()[class] == nil && !strings.HasPrefix(class, "q_") && !slices.Contains(others, class) {
			t.Errorf("the model has a class %s that nobody knows", class)
		}
		return true
	})
}

// No clause stands twice, and none waits for words of which each is told by a clause
// before it; a noun that is told has a clause to tell it.
func TestClausesAreAllTold(t *testing.T) {
	for _, c := range slices.Concat(slices.Collect(maps.Values(clauses())), groups()) {
		for _, all := range [][]string{c.En, c.Es, c.De} {
			stands, taken := map[string]bool{}, map[string]bool{}
			for _, full := range all {
				clause, words, yields := bound(full)
				each := strings.Fields(words)
				if key := fmt.Sprint(clause, words != ""); stands[key] {
					t.Errorf("%s: %q stands twice", c.Name, clause)
				} else {
					stands[key] = true
				}
				untaken := func(word string) bool {
					first, then, _ := strings.Cut(word, "+")
					return !taken[word] && !taken[first] && !taken[then]
				}
				if words != "" && !slices.ContainsFunc(each, untaken) {
					t.Errorf("%s: %q is never told, clauses before it have its words", c.Name, full)
				}
				for _, word := range each {
					if strings.Count(word, "+") > 1 {
						t.Errorf("%s: %q binds more than two words", c.Name, word)
					}
					if !speaksOfThing(clause) && !yields {
						taken[word] = true
					}
				}
			}
		}
		if len(c.Things) > 0 && !slices.ContainsFunc(c.En, speaksOfThing) {
			t.Errorf("%s: no clause tells of its nouns", c.Name)
		}
	}
}

// No clause is kept from being said by a rule of what may be said.
func TestClausesMayBeSaid(t *testing.T) {
	says := map[string]func(c *trouble) []string{
		"I'm sorry that %s. I'm looking into it today.":            func(c *trouble) []string { return c.En },
		"Siento mucho que %s. Lo estoy revisando hoy.":             func(c *trouble) []string { return c.Es },
		"Es tut mir leid, dass %s. Ich sehe es mir heute noch an.": func(c *trouble) []string { return c.De },
	}
	for _, c := range slices.Concat(slices.Collect(maps.Values(clauses())), groups()) {
		for sorry, of := range says {
			for _, clause := range of(c) {
				said, _, _ := bound(clause)
				reply := fmt.Sprintf(sorry, named{noun: "shoes", whose: "your", plural: true}.told(said))
				if bad := care.Blocked(check.Public(check.Input{Platform: "x", Post: "this is terrible, please look at it", Reply: reply, Action: care.ActReply})); len(bad) > 0 {
					t.Errorf("%s: %q: %v", c.Name, said, bad)
				}
			}
		}
	}
}

// A clause says what happened: none is there only to fill a sentence.
func TestClausesSayWhatHappened(t *testing.T) {
	for _, c := range slices.Concat(slices.Collect(maps.Values(clauses())), groups()) {
		for _, clause := range c.En {
			said, _, _ := bound(clause)
			for _, filler := range []string{" like this", " like that", "put up with that", "this trouble", "in those conditions", "such a state of it"} {
				if strings.HasSuffix(said, filler) {
					t.Errorf("%s: %q leaves it to the reader", c.Name, said)
				}
			}
		}
	}
}

// "It's fair to ask why …": nobody asks us why they found or want what they do.
func TestAPriceIsToldByWhatItIs(t *testing.T) {
	for _, c := range slices.Concat(slices.Collect(maps.Values(clauses())), groups()) {
		for _, clause := range c.En {
			said, _, _ := bound(clause)
			if c.Kind == KindPrice && (strings.Contains(said, "you've ") || strings.Contains(said, "you'd want") || strings.HasSuffix(said, " for you")) {
				t.Errorf("%s: %q has no why of ours", c.Name, said)
			}
		}
	}
}

// How often stands behind what is told of a class as behind what the rules read.
func TestHowOftenFollowsAGuess(t *testing.T) {
	for class, want := range map[string]string{"too_dear": "", "price_up": "for the third time"} {
		post := Cut("your lot, for the third time")
		if g := post.retell("en", clauses()[class], post.Grievance("en")); g.Often != want {
			t.Errorf("%s: %q, %q", class, g.Issue, g.Often)
		}
	}
}

// A word of the post makes near what is told of a class, and of near classes.
func TestWordsMakeItConcrete(t *testing.T) {
	for _, tt := range []struct{ class, post, want string }{
		{"parts", "three weeks on, and no mirror to be had anywhere", "you can't get the mirror glass you need"},
		{"parts", "three weeks on, and none to be had anywhere", "the part you need"},
		{"g_food", "whatever came in that pizza box, it was no dinner", "your pizza wasn't right"},
		{"g_visit", "an hour in the queue on a Tuesday", "you waited so long in the shop"},
		{"rude", "the clerk rolled her big brown eyes at my mother", "met with rolled eyes"},
		{"rude", "you rolled out a new counter, and the clerk all but spat, my mother shut her eyes", "rude"},
		{"stranded", "last train ended in Crewe, no bus, no taxi", "stranded with no bus"},
		{"service_bad", "the broadband is a joke", "your broadband has been such a let-down"},
		{"poor_quality", "my running shoes have a flaw by design, or a design flaw", "your running shoes have a flaw in the design"},
		{"no_stock", "no sign of the winter boots", "the winter boots you wanted"},
		{"new_faulty", "the switch on both lamps is loose", "the switch on your lamps doesn't work"},
		{"keeps_happening", "our paper, delivered into the pond, as ever", "your paper still isn't delivered as you asked"},
		{"fee", "a restocking fee on a kettle", "a restocking fee"},
		{"spam", "replied STOP twice, and here is the third", "you asked us to stop and still get messages"},
		{"order_tracking", "no scan since the fifth, it says", "the tracking hasn't moved for days"},
		{"unhelpful", "two visits and they can't even fix it", "nobody could fix it"},
		{"unhelpful", "sorry but no", "nobody could help you"},
		{"keeps_happening", "every single week the same rain", "it goes wrong every week"},
		{"order_no_knock", "no bell, no card, and me at the window", "nobody rang the bell"},
		{"order_no_knock", "got a card, saw the van", "a card through the door"},
		{"password", "incorrect password, says the machine, since noon", "your password isn't being accepted"},
		{"gift_card", "never been used, balance nil", "your gift card doesn't work"},
		{"portion", "seven fries in the large", "so few fries"},
		{"bin", "my blue bin is a zoo of foxes", "your blue bin"},
		{"fee", "the booking took an hour and was right", "a fee that you didn't expect"},
		{"g_train", "the tram and I are no longer friends", "your tram gave you such trouble"},
		{"net_slow", "my internet is so slow the page doesn't work", "slow"},
		{"net_slow", "crawling along while I'm working from my home office", "work from home"},
		{"order_tracking", "ordered since my cousin swears by you, and where is it", "your parcel"},
		{"promise_broken", "this monday morning I am still cross", "you were promised"},
		{"promise_broken", "he said it would be thursday", "on the day you were told"},
		{"power_cut", "the road crew says the cable is gone", "you've got no electricity"},
		{"power_cut", "our whole street went black at tea", "your street is in the dark"},
		{"understaffed", "no care at all for your passengers", "anybody to help"},
		{"understaffed", "not one person on the floor at noon", "nobody to help you"},
		{"understaffed", "one lad for all forty tables", "one person for so many"},
		{"seat", "travelling together, in row nine for once", "seat"},
		{"seat", "four of us and you couldn't put us together", "seated together"},
		{"security", "somebody else's got my details", "data"},
		{"security", "logged in to see someone else's invoices", "somebody else's details"},
		{"food_missing", "a burger and no chips", "no chips with your order"},
		{"portion", "nine chips in the tray, I counted", "so few chips"},
		{"rude", "the guard spoke to me like a naughty child", "talked down to"},
		{"rude", "I love how the counter works: it snarls", "rudeness"},
		{"order_damaged", "my dress came with marks", "your dress"},
		{"new_faulty", "new boots, marked all over", "your boots came with marks"},
		{"poor_quality", "the android auto in it belongs in a museum", "the infotainment in your car"},
		{"no_stock", "came for my mother's vaccine, all gone", "the vaccine you need"},
		{"g_delivery", "my two parcels say at the hub since monday", "your parcels still haven't reached you"},
	} {
		of := clauses()[tt.class]
		for _, g := range groups() {
			if g.Name == tt.class {
				of = g
			}
		}
		if g := Cut(tt.post).retell("en", of, Grievance{}); !strings.Contains(g.Issue, tt.want) {
			t.Errorf("%s: %q is told %q, want %q", tt.class, tt.post, g.Issue, tt.want)
		}
	}
}

// Nothing of a post but nouns from the table passes.
func TestGuessTellsOwnWords(t *testing.T) {
	post := "your app keeps crashing whenever I open my basket, ask Dave on 0151 496 0000, dave@mail.example, xqzzy"
	g := Cut(post).Guess("en")
	if g.Issue == "" || strings.ContainsAny(g.Issue, "0123456789@") || strings.Contains(g.Issue, "xqzzy") || strings.Contains(strings.ToLower(g.Issue), "dave") {
		t.Errorf("got %q", g.Issue)
	}
}
