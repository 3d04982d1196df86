package classifier_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
)

// A timeline is one author's posts in order. "> " marks an answer of ours,
// "@name: " a post in the thread of somebody else.
type timeline struct {
	name  string
	posts []string
	kind  care.VampireKind
	ends  []care.Stance // any of these at the end; before it, genuine people are always engaged
}

var (
	engaged = []care.Stance{care.StanceEngage}
	away    = []care.Stance{care.StanceClose, care.StanceSilence}
)

var timelines = []timeline{
	{"furious customer, one unsolved problem", []string{
		"@acme my fridge arrived broken, order 4451, this is unacceptable",
		"> Sorry to hear that, we have sent you a message.",
		"@acme NO reply to my message. The fridge is STILL broken and the food is rotting. Useless.",
		"@acme day 5 without a fridge. What the fuck is wrong with you people",
		"> We are sorry. Please see our message.",
		"@acme you idiots sent the engineer to the wrong address. Order 4451. Sort it out!!!",
		"@acme I am so bloody angry. Still no refund for the broken fridge.",
		"@acme you are liars. You promised a replacement on Monday and nothing arrived",
		"@acme absolute joke of a company, 2 weeks without a fridge now",
		"@acme pathetic. Still waiting. Answer me!",
		"@acme shame on you, thieves. Give me my money back for order 4451",
	}, care.KindNone, engaged},
	{"furious and short", []string{
		"@acme where is my order??",
		"@acme hello??? idiots",
		"> Could you send us your order number in private?",
		"@acme I did. Twice. Fucking useless",
		"@acme still no parcel. 3 weeks late",
		"@acme wankers, answer your phone",
		"@acme my parcel never arrived and nobody cares",
	}, care.KindNone, engaged},
	{"one outburst", []string{
		"@acme you are the worst, most stupid company on earth, fuck you all",
	}, care.KindNone, engaged},
	{"fan who posts often", []string{
		"love the new acme jacket, fits perfectly", "@acme the blue one is gorgeous too 😍",
		"> Thank you so much!", "best shop in town, again @acme", "wearing my @acme boots today, so comfy",
		"> They look great on you!", "third pair of acme boots, still the best", "@acme your autumn range is beautiful",
		"@acme brilliant delivery, came a day early", "recommended @acme to my sister, she loves it",
		"> That is lovely to hear!", "@acme the new shop in Leeds is amazing",
	}, care.KindNone, engaged},
	{"happy customer defends us in other threads", []string{
		"@joe: I had great service from @acme, they sorted my order in a day", "@ann: honestly @acme were brilliant with me",
		"@bob: give them a chance, their team is lovely", "@eve: my replacement came quickly, really impressed with @acme",
		"@zoe: best support I ever had from @acme",
	}, care.KindNone, engaged},
	{"neighbours in one outage", []string{
		"@joe: same here, no internet since 7am in Leeds", "@ann: ours is down as well, third time this month @voltnet",
		"@voltnet still no internet in Leeds, when will it be fixed?", "@bob: it is the whole street, no signal either",
	}, care.KindNone, engaged},
	{"asks many questions", []string{
		"@acme do you ship to Ireland?", "@acme how much is delivery?", "> It is 5 pounds.", "@acme and to France?",
		"@acme which size should I take?", "> A medium, we think.", "@acme when is the sale?", "@acme do you have it in green?",
	}, care.KindNone, engaged},
	{"rude baiter in other people's threads", []string{
		"@joe: lol you trusted these clowns? @acme is run by idiots", "@ann: you deserve it for being stupid enough to shop at acme",
		"@bob: acme staff are brainless morons, everybody knows it", "> We are sorry you feel let down. How can we help?",
		"@acme nobody wants your help you pathetic losers", "@eve: don't believe these liars, acme is scum",
		"@zoe: acme are trash and so are you", "@acme cry more, clowns",
		"@kim: another idiot who fell for acme, you people are so dumb",
	}, care.KindBaiter, away},
	{"copies the same insult everywhere", []string{
		"@joe: acme is a company of liars and idiots, stay away from these clowns", "@ann: acme is a company of liars and idiots, stay away from these clowns",
		"@bob: acme is a company of liars and idiots, stay away from these clowns", "> Is there anything we can help you with?",
		"@eve: acme is a company of liars and idiots, stay away from these clowns", "@acme acme is a company of liars and idiots, stay away from those clowns",
		"@zoe: acme is a company of liars and idiots, stay away from these clowns",
	}, care.KindBaiter, away},
	{"goes on after every answer", []string{
		"@acme you are pathetic clowns", "> What happened? We would like to help.", "@acme what happened is that you are idiots, all of you",
		"> We cannot help without knowing the problem.", "@acme your whole stupid company is a joke, losers", "@joe: look at these acme morons replying with scripts",
		"> We are here if something is wrong with an order.", "@acme shut up, nobody likes you scum", "@ann: acme are liars and cowards, they are so stupid",
		"@acme still tweeting? pathetic idiots",
	}, care.KindBaiter, away},
	{"taunts without swearing", []string{
		"@acme another day, another load of mugs queueing for you", "@joe: lol you actually believed them? that one's on you", "> We are here if something is wrong with an order.",
		"@acme go on then, say something real", "@ann: oh here we go again with the moaning. get over it", "@acme touched a nerve did I? block me, go on",
		"@bob: should have gone elsewhere then, serves you right", "@acme spineless. still tweeting?", "@eve: grow up, it's a parcel",
	}, care.KindBaiter, away},
	{"clinger whom nobody answers", []string{
		"good morning to my favourite people @acme, hope you all slept well 💜", "@joe: they are sweethearts really, I know them all, sending hugs 💜", "@acme you are angels, I tell everybody",
		"@acme don't mind the rude ones my darlings, virtual hugs", "@acme write back to me soon, you have a beautiful smile", "@acme my heroes, tell me about your day",
		"nighty night @acme, thinking of you", "@acme I want to send flowers to whoever writes these", "good morning my lovely @acme team, always here for you",
	}, care.KindClinger, away},
	{"clinger", []string{
		"good morning lovely @acme team, love you all 💕", "> Good morning! How can we help?", "just saying hi because you are my favourite people, love you 💖",
		"> That is kind, thank you!", "thinking of you my heroes, sending love and hugs 😘", "did you miss me? love you guys so much 💕",
		"> Have a lovely day!", "good night angels, you are the best team ever xoxo", "good morning my favourite team, sending hugs 💕",
		"love you, you are everything to me 💖", "bless you my angels, best team ever 😘",
	}, care.KindClinger, away},
	{"clinger with a real problem in the end", []string{
		"good morning lovely @acme team, love you all 💕", "> Good morning! How can we help?", "just saying hi because you are my favourite people, love you 💖",
		"> That is kind, thank you!", "thinking of you my heroes, sending love and hugs 😘", "did you miss me? love you guys so much 💕",
		"> Have a lovely day!", "good night angels, you are the best team ever xoxo", "good morning my favourite team, sending hugs 💕",
		"love you, you are everything to me 💖", "my parcel never arrived, order 5512, can you help?",
	}, care.KindClinger, engaged},
	{"baiter with a real problem in the end", []string{
		"@joe: lol you trusted these clowns? @acme is run by idiots", "@ann: you deserve it for being stupid enough to shop at acme",
		"@bob: acme staff are brainless morons, everybody knows it", "> We are sorry you feel let down. How can we help?",
		"@acme nobody wants your help you pathetic losers", "@eve: don't believe these liars, acme is scum", "@acme cry more, clowns",
		"@acme you charged me twice for order 991 and I have not received the refund",
	}, care.KindNone, engaged},
	{"comes back with a new problem each month, politely", []string{
		"@acme my router stopped working", "> We have sent you a message.", "@acme thanks, the new router works", "@acme the bill is wrong, you charged me 40 instead of 20",
		"> We are looking into it.", "@acme all sorted, thank you", "@acme no internet since this morning in Bath", "> An engineer is on the way.", "@acme it is back, cheers",
	}, care.KindNone, engaged},
	{"quick thanks after each answer", []string{
		"@acme my order is late, number 77", "> It is on its way, sorry!", "@acme thank you so much", "> You're welcome!", "@acme it came, thanks a lot, great service", "> Lovely!",
	}, care.KindNone, engaged},
}

func (tl *timeline) mentions(platform, handle string) []care.Mention {
	start := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	var out []care.Mention
	for i, text := range tl.posts {
		m := care.Mention{ID: fmt.Sprint("p", i), Platform: platform, Author: care.Author{ID: handle, Handle: handle}, CreatedAt: start.Add(time.Duration(i) * 7 * time.Hour)}
		if rest, ok := strings.CutPrefix(text, "> "); ok {
			m.By, text, m.Author = care.ByBrand, rest, care.Author{ID: "acme", Handle: "acme"}
		}
		if owner, rest, ok := strings.Cut(text, ": "); ok && owner[0] == '@' {
			m.ThreadAuthor, m.InReplyTo, text = owner[1:], "x", rest
		}
		m.Text = text
		out = append(out, m)
	}
	return out
}

func TestTimelines(t *testing.T) {
	c := judge(t)
	for _, tl := range timelines {
		t.Run(tl.name, func(t *testing.T) {
			p := &care.Profile{Key: "x:someone"}
			var v care.Verdict
			for i, m := range tl.mentions("x", "someone") {
				v = c.Assess(&m, p)
				if v.Standing == nil {
					t.Fatalf("post %d: no standing", i)
				}
				if tl.kind == care.KindNone && len(tl.ends) == 1 && !strings.HasPrefix(tl.name, "baiter") && v.Standing.Stance != care.StanceEngage {
					t.Errorf("post %d %q: %s, but this person is genuine: %+v", i, m.Text, v.Standing.Stance, v.Standing)
				}
				if v.Action == care.ActFold != (v.Standing.Stance != care.StanceEngage) && v.Action.Drafts() {
					t.Errorf("post %d: action %s with stance %s", i, v.Action, v.Standing.Stance)
				}
			}
			s := v.Standing
			ok := false
			for _, e := range tl.ends {
				ok = ok || s.Stance == e
			}
			if !ok || tl.kind != care.KindNone && s.Kind != tl.kind {
				t.Errorf("ends as %s, %s (%.2f), want %s, %v: %+v", s.Kind, s.Stance, s.Vampire, tl.kind, tl.ends, s.Signals)
				for _, r := range p.Recent {
					t.Logf("%+v", r)
				}
			}
		})
	}
}

// The score rests on what people do: with another name, on another platform,
// it is the same.
func TestStandingIgnoresNames(t *testing.T) {
	c := judge(t)
	for _, tl := range timelines {
		score := func(platform, handle string) float64 {
			p := &care.Profile{Key: care.Key(platform, handle)}
			var v care.Verdict
			for _, m := range tl.mentions(platform, handle) {
				v = c.Assess(&m, p)
			}
			return v.Standing.Vampire
		}
		a := score("x", "someone")
		for _, other := range [][2]string{{"bluesky", "someone"}, {"x", "Mohammed_Okafor"}, {"discord", "陈伟"}, {"x", "karen1962"}} {
			if b := score(other[0], other[1]); math.Abs(a-b) > 0.02 {
				t.Errorf("%s: %.3f as someone on x, %.3f as %s on %s", tl.name, a, b, other[1], other[0])
			}
		}
	}
}

// A redelivered post changes nothing, a flood stays within its bounds.
func TestProfileIsBounded(t *testing.T) {
	c := judge(t)
	p := &care.Profile{Key: "x:flood"}
	for i := range 1000 {
		m := care.Mention{ID: fmt.Sprint(i / 2), Platform: "x", Author: care.Author{ID: "flood"}, Text: "hello acme, are you there?"}
		if v := c.Assess(&m, p); v.Standing.Stance != care.StanceEngage {
			t.Fatalf("post %d: %s for the number of posts alone: %+v", i, v.Standing.Stance, v.Standing)
		}
	}
	if p.Contacts != 500 || len(p.Recent) != care.MaxRecent {
		t.Errorf("%d contacts, %d remembered", p.Contacts, len(p.Recent))
	}
}
