package authors

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/care"
)

var noon = time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)

// tale builds a profile: each rune is a post, an hour apart. b taunts in a
// stranger's thread, t taunts us, i names a matter, ! is our answer.
func tale(r *Rules, p *care.Profile, posts string) care.Standing {
	for _, c := range posts {
		n := p.Contacts + p.Answers
		m := care.Mention{ID: fmt.Sprint("m", n), Platform: "x", Author: care.Author{ID: "a"}, CreatedAt: noon.Add(time.Duration(n) * time.Hour)}
		look := Look{Words: 8, Hash: uint64(n) * 0x9e3779b97f4a7c15}
		switch c {
		case '!':
			m.By, m.Author = care.ByBrand, care.Author{ID: "us"}
			look = Look{Asks: true}
		case 'b':
			m.ThreadAuthor, m.Thread, look.Bait = "joe", fmt.Sprint("joe", n), 1
		case 't':
			look.Bait = 1
		case 'i':
			look.Own, look.Complaint = 1, 0.9
		}
		r.Update(p, &m, &care.Verdict{}, look, nil)
	}
	s, _ := r.Stand(p)
	return s
}

func TestCloseComesBeforeSilence(t *testing.T) {
	r := &Rules{}
	for _, c := range []struct {
		posts string
		want  care.Stance
	}{
		{"bbb", care.StanceEngage},
		{"bbbbtt", care.StanceClose},
		{"bbbb!tt", care.StanceSilence}, // the answer was given to one who called for the closing line
		{"!bbbbtt", care.StanceClose},   // that one was not
		{"bbbb!tti", care.StanceEngage},
		{"bbbb!ttibb", care.StanceClose}, // the door was open: the line comes first again
		{"itttt!tttt", care.StanceEngage},
	} {
		if s := tale(r, &care.Profile{Key: "x:a"}, c.posts); s.Stance != c.want {
			t.Errorf("%s: %s (%.2f), want %s: %+v", c.posts, s.Stance, s.Vampire, c.want, s.Signals)
		}
	}
}

func TestPersonsWord(t *testing.T) {
	r := &Rules{}
	p := &care.Profile{Key: "x:a"}
	tale(r, p, "bbbbtt")
	p.Overrule = &care.Overrule{Stance: care.StanceEngage, Actor: "maya", At: noon.Add(6 * time.Hour)}
	if s := tale(r, p, "t"); s.Stance != care.StanceEngage {
		t.Errorf("engage was overruled after one post: %+v", s)
	}
	if s := tale(r, p, "bbbbbb"); s.Stance == care.StanceEngage {
		t.Errorf("engage is for ever: %+v", s)
	}
	p = &care.Profile{Key: "x:a", Overrule: &care.Overrule{Stance: care.StanceSilence, Actor: "maya", Reason: "known from the phone", At: noon}}
	s := tale(r, p, "!t")
	if s.Stance != care.StanceSilence || s.Signals[0].Note != "maya chose silence: known from the phone" {
		t.Errorf("%+v", s)
	}
	if s := tale(r, p, "i"); s.Stance != care.StanceEngage {
		t.Errorf("a new matter is not heard: %+v", s)
	}
}

func TestLinkedAccountsAreNoted(t *testing.T) {
	p := &care.Profile{Key: "y:other"}
	tale(&Rules{}, p, "t!")
	if p.Recent[0].Account != "x:a" || p.Recent[0].Thread != "x:m0" || p.Recent[1].Account != "" {
		t.Errorf("%+v", p.Recent)
	}
}

// Accounts on two platforms may have posts of one ID; a post delivered twice
// counts once.
func TestLinkedAccountsShareIDs(t *testing.T) {
	p, r := &care.Profile{Key: "person/1"}, &Rules{}
	for _, platform := range []string{"x", "y", "x"} {
		r.Update(p, &care.Mention{ID: "7", Platform: platform, Author: care.Author{ID: "a"}}, &care.Verdict{}, Look{}, nil)
	}
	if p.Contacts != 2 || len(p.Recent) != 2 || p.Recent[0].Account != "x:a" || p.Recent[1].Account != "y:a" {
		t.Errorf("%+v", p)
	}
}

// One who greets the team, asks after it and needs nothing clings; one whose
// greetings are about an open matter does not.
func TestGreetingsAlone(t *testing.T) {
	greet := func(first Look) care.Standing {
		r, p := &Rules{}, &care.Profile{Key: "x:a"}
		for i, look := range []Look{first, {Court: 0.7}, {Team: true}, {Court: 0.7}, {Team: true}, {Court: 0.7}, {Team: true}, {Court: 0.7}} {
			id := string(rune('a' + i))
			look.Hash, look.Words = uint64(i)*0x9e3779b97f4a7c15, 8
			r.Update(p, &care.Mention{ID: id, CreatedAt: noon.Add(time.Duration(i) * time.Hour)}, &care.Verdict{}, look, nil)
			r.Update(p, &care.Mention{ID: id + "!", By: care.ByBrand, CreatedAt: noon.Add(time.Duration(i) * time.Hour)}, &care.Verdict{}, Look{}, nil)
		}
		s, _ := r.Stand(p)
		return s
	}
	if s := greet(Look{Team: true}); s.Kind != care.KindClinger || s.Stance == care.StanceEngage {
		t.Errorf("needs nothing: %+v", s)
	}
	if s := greet(Look{Own: 1, Complaint: 0.9}); s.Kind != care.KindNone {
		t.Errorf("has a matter: %+v", s)
	}
}

// Polite questions in strangers' threads and after our answers, without a
// matter, bait as insults do; the same questions with a matter do not.
func TestPressing(t *testing.T) {
	press := func(own float64) care.Standing {
		r, p := &Rules{}, &care.Profile{Key: "x:a"}
		for i := range 8 {
			m := care.Mention{ID: string(rune('a' + i)), Platform: "x", Author: care.Author{ID: "a"}, CreatedAt: noon.Add(time.Duration(i) * time.Hour)}
			look := Look{Presses: true, Badger: i%3 == 2, Words: 8, Hash: uint64(i) * 0x9e3779b97f4a7c15}
			if i == 0 {
				look.Own, look.Complaint = own, own
			}
			if i%2 == 1 {
				m.ThreadAuthor, m.Thread = "joe", m.ID
			}
			r.Update(p, &m, &care.Verdict{}, look, nil)
			r.Update(p, &care.Mention{ID: m.ID + "!", By: care.ByBrand, CreatedAt: m.CreatedAt}, &care.Verdict{}, Look{}, nil)
		}
		s, _ := r.Stand(p)
		return s
	}
	if s := press(0); s.Kind != care.KindBaiter {
		t.Errorf("no matter: %+v", s)
	}
	if s := press(1); s.Kind != care.KindNone {
		t.Errorf("a matter: %+v", s)
	}
}

func TestBudgetClosesSooner(t *testing.T) {
	spent := func(r *Rules, posts string) bool {
		s := tale(r, &care.Profile{Key: "x:a"}, posts)
		return slices.ContainsFunc(s.Signals, func(s care.Signal) bool { return s.Name == "used-the-attention" && s.Weight > 0 })
	}
	tight := &Rules{Budget: care.Budget{PerAuthor: 1, Window: 24 * time.Hour}}
	if spent(&Rules{}, "tb!t") || spent(tight, "tbt") || spent(tight, "it!t") || !spent(tight, "tb!t") {
		t.Error("a spent budget must count where one is set, used up, and nothing was needed")
	}
}

func TestLearnedWeights(t *testing.T) {
	w := DefaultWeights()
	got := w.Learned(map[string]Votes{"repeats": {Overruled: 1000}, "intrudes": {Upheld: 1000}, "friendly": {}, "no such": {Upheld: 1}})
	for name, factor := range map[string]float64{"repeats": 0.5, "intrudes": 1.25, "friendly": 1, "crowd": 1} {
		if want := w[name] * factor; math.Abs(got[name]-want) > 0.01 {
			t.Errorf("%s: %.3f, want %.3f", name, got[name], want)
		}
	}
	if _, ok := got["no such"]; ok || len(got) != len(w) {
		t.Error("a signal was invented")
	}
}

// Whatever comes: the profile is bounded, the score lies in 0..1, a signal's
// posts are remembered ones, and an author without a mark is engaged.
func TestStandHolds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r, p := &Rules{}, &care.Profile{Key: "x:a"}
		posts := rapid.StringOfN(rapid.SampledFrom([]rune("bti! ")), 1, 80, -1).Draw(rt, "posts")
		s := tale(r, p, posts)
		if len(p.Recent) > care.MaxRecent || s.Vampire < 0 || s.Vampire > 1 {
			rt.Fatalf("%d remembered, %v", len(p.Recent), s.Vampire)
		}
		known := map[string]bool{}
		for _, t := range p.Recent {
			known[t.ID] = true
		}
		for _, sig := range s.Signals {
			for _, id := range sig.Posts {
				if !known[id] {
					rt.Fatalf("%s rests on %s, which is not remembered", sig.Name, id)
				}
			}
		}
		if posts[len(posts)-1] == 'i' && s.Stance != care.StanceEngage {
			rt.Fatalf("a new matter is met with %s", s.Stance)
		}
	})
}
