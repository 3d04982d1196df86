package learn

import (
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/classifier/model"
)

func TestExamples(t *testing.T) {
	m := mention(1, "x")
	word := func(label, value, actor string, implied bool) care.Correction {
		return care.Correction{Label: label, Value: value, Actor: actor, At: noon, Implied: implied}
	}
	for name, c := range map[string]struct {
		said []care.Correction
		want string
	}{
		"a word":                             {[]care.Correction{word("complaint", "true", "a", false)}, "[complaint true a 1]"},
		"a deed":                             {[]care.Correction{word("complaint", "true", "a", true)}, "[complaint true a 0.5]"},
		"a deed and a word":                  {[]care.Correction{word("complaint", "true", "a", true), word("complaint", "true", "b", false)}, "[complaint true b 1]"},
		"an action":                          {[]care.Correction{word("action", "thank", "a", false)}, "[complaint false a 1 praise true a 1]"},
		"a label, not what its action means": {[]care.Correction{word("action", "ignore", "a", false), word("complaint", "true", "b", false)}, "[complaint true b 1]"},
		"a topic":                            {[]care.Correction{word("topic", "delay", "a", false)}, "[delay]"},
		"what is not learned":                {[]care.Correction{word("action", "legal", "a", false), word("sarcasm", "true", "a", false)}, "[]"},
	} {
		var got []any
		for _, e := range examples(&m, c.said) {
			if e.head == topical {
				got = append(got, e.topic)
				continue
			}
			got = append(got, model.HeadNames[e.head], e.yes, e.actor, e.weight)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: got %v, want %s", name, got, c.want)
		}
	}
}

func TestBursts(t *testing.T) {
	var posts []Post
	for i := range 60 {
		p := labelled(i, "x", "anger", "true", "script", 0)
		p.Said[0].At = noon.Add(time.Duration(i) * time.Second)
		if i >= 40 { // the same person, later, at leisure
			p.Said[0].At = noon.Add(time.Duration(i) * time.Minute)
		}
		posts = append(posts, p, labelled(100+i, "x", "anger", "true", "person", i))
	}
	h := bursts(posts)
	if len(h.actors) != 1 || h.actors["script"] != 40 {
		t.Errorf("set aside: %v, want 40 of script's", h.actors)
	}
	kept := 0
	for _, p := range posts {
		if !h.has(p.Said[0]) {
			kept++
		}
	}
	if kept != 80 {
		t.Errorf("%d kept, want 80", kept)
	}
}

func TestContradictions(t *testing.T) {
	var posts []Post
	for i := range 10 {
		p := labelled(i, "x", "anger", "true", "ann", i)
		for actor, value := range map[string]string{"bob": "true", "eve": "false"} {
			c := p.Said[0]
			c.Actor, c.Value = actor, value
			p.Said = append(p.Said, c)
		}
		posts = append(posts, p)
	}
	posts = append(posts, labelled(11, "x", "anger", "false", "cat", 0))
	if got := contradictions(posts); len(got) != 1 || got["eve"] != 10 {
		t.Errorf("got %v, want eve alone, with 10", got)
	}
}

func TestCopiesStandOnOneSide(t *testing.T) {
	var held, free *care.Mention
	for i := range 200 {
		m := mention(i, fmt.Sprintf("@brand%d My %d parcels are LATE! https://t.co/%d", i, i, i))
		if side(&m) && held == nil {
			held = &m
		} else if !side(&m) && free == nil {
			free = &m
		}
	}
	all := apart([]example{{post: free}, {post: held, held: true}, {post: held, held: true}})
	if len(all) != 1 || !all[0].held {
		t.Errorf("got %+v, want the held-back one alone", all)
	}
	n := 0
	for i := range 4000 {
		m := mention(i, "")
		if side(&m) {
			n++
		}
	}
	if n < 900 || n > 1100 {
		t.Errorf("%d of 4000 authors are held back, want a quarter", n)
	}
}

func TestCap(t *testing.T) {
	var all []example
	for i := range 300 {
		actor := "loud"
		if i < 100 {
			actor = "quiet"
		}
		all = append(all, example{actor: actor, weight: 1})
	}
	capped(all)
	weight := map[string]float32{}
	for _, e := range all {
		weight[e.actor] += e.weight
	}
	if weight["loud"] < 99 || weight["loud"] > 101 || weight["quiet"] != 100 {
		t.Errorf("weights: %v", weight)
	}
}

func TestGuardIsKnown(t *testing.T) {
	posts := guard()
	if len(posts) < 140 {
		t.Fatalf("%d posts", len(posts))
	}
	var r Report
	c := shipped(t)
	r.guard(c, c)
	if r.Guard.OldRight*100 < 90*r.Guard.Judged || r.Guard.Moved != 0 || len(r.Guard.Harmed) > 0 {
		t.Errorf("the shipped model: %+v", r.Guard)
	}
	for _, p := range posts {
		for label := range p.labels {
			if (&care.Verdict{}).Probability(label) == nil {
				t.Errorf("%q: no label %s", p.text, label)
			}
		}
	}
}
