package learn

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"time"
	"unicode"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/model"
)

// example is one label of one post.
type example struct {
	post   *care.Mention
	head   model.Head // or topical
	yes    bool
	topic  string  // of topical examples
	actor  string  // whose word it is
	weight float32 // 1, less where it was only implied or one person said very much
	held   bool
}

// Limits of what one person teaches.
const (
	// burst is how many posts a person labels within a minute at most. Someone
	// who reads them takes three seconds or more for each.
	burst = 20
	// overlap is how many words of a person others must have spoken to before
	// they count as contradicting the rest.
	overlap = 5
	// alone is how much of a head's weight one person has at most, in
	// examples, where others say less.
	alone = 60
	// impliedWeight is what a decision counts beside a word.
	impliedWeight = 0.5
)

// choose turns what people said into examples, without what cannot be trusted.
func choose(base *classifier.Classifier, posts []Post) ([]example, Report) {
	var r Report
	hasty := bursts(posts)
	contrary := contradictions(posts)
	for actor, n := range contrary {
		r.SetAside = append(r.SetAside, fmt.Sprintf("all of %s's: others said the opposite of %d of them", actor, n))
	}
	for actor, n := range hasty.actors {
		r.SetAside = append(r.SetAside, fmt.Sprintf("%d of %s's: more than %d posts within a minute", n, actor, burst))
	}
	slices.Sort(r.SetAside)
	var all []example
	foreign := 0
	for i := range posts {
		p := &posts[i]
		said := slices.DeleteFunc(slices.Clone(p.Said), func(c care.Correction) bool {
			return contrary[c.Actor] > 0 || hasty.has(c)
		})
		if len(said) == 0 || p.Mention.Text == "" || p.Mention.By == care.ByBrand {
			continue
		}
		if base.Judge(&p.Mention).Language != "en" {
			foreign++
			continue
		}
		all = append(all, examples(&p.Mention, said)...)
	}
	if foreign > 0 {
		r.SetAside = append(r.SetAside, fmt.Sprintf("%d posts in other languages: they are judged by word lists, which do not learn", foreign))
	}
	all = apart(all)
	capped(all)
	r.count(all)
	return all, r
}

// examples are what people say of one post, by head.
func examples(m *care.Mention, said []care.Correction) []example {
	truth := care.Truth(said)
	held := side(m)
	var out []example
	for _, h := range heads {
		label := model.HeadNames[h]
		value, ok := truth[label]
		if !ok {
			if value, ok = meant[care.Action(truth[care.LabelAction])][h]; !ok {
				continue
			}
			label = care.LabelAction
		}
		e := example{post: m, head: h, yes: value == "true", held: held, weight: impliedWeight}
		for _, c := range said {
			if c.Label == label && (c.Value == truth[label]) && (e.actor == "" || !c.Implied) {
				e.actor = c.Actor
				if !c.Implied {
					e.weight = 1
				}
			}
		}
		out = append(out, e)
	}
	if t := truth[care.LabelTopic]; t != "" {
		out = append(out, example{post: m, head: topical, topic: t, held: held, weight: 1})
	}
	return out
}

// topical is the head of examples that say what a post is about.
const topical = model.Heads

// meant is what an action says of a post. Legal, safety, fold and answer say
// nothing: rules and histories lead there.
var meant = map[care.Action]map[model.Head]string{
	care.ActReply:  {model.HeadComplaint: "true"},
	care.ActThank:  {model.HeadComplaint: "false", model.HeadPraise: "true"},
	care.ActIgnore: {model.HeadComplaint: "false"},
}

// hasty are the moments at which people labelled faster than they can read.
type hasty struct {
	spans  map[string][][2]time.Time
	actors map[string]int // how many posts
}

func (h hasty) has(c care.Correction) bool {
	return slices.ContainsFunc(h.spans[c.Actor], func(s [2]time.Time) bool {
		return !c.Implied && !c.At.Before(s[0]) && !c.At.After(s[1])
	})
}

func bursts(posts []Post) hasty {
	times := map[string][]time.Time{} // of each person's posts
	for _, p := range posts {
		last := map[string]time.Time{}
		for _, c := range p.Said {
			if !c.Implied && !c.At.Equal(last[c.Actor]) {
				times[c.Actor] = append(times[c.Actor], c.At)
				last[c.Actor] = c.At
			}
		}
	}
	out := hasty{map[string][][2]time.Time{}, map[string]int{}}
	for actor, at := range times {
		slices.SortFunc(at, time.Time.Compare)
		covered := -1
		for first := 0; first+burst < len(at); first++ {
			last := first + burst
			if at[last].Sub(at[first]) > time.Minute {
				continue
			}
			out.spans[actor] = append(out.spans[actor], [2]time.Time{at[first], at[last]})
			out.actors[actor] += last - max(covered, first-1)
			covered = last
		}
	}
	return out
}

// contradictions are the people who said the opposite of others more often
// than not. Where two contradict each other alike, neither is learned from
// until they agree.
func contradictions(posts []Post) map[string]int {
	against, met := map[string]int{}, map[string]int{}
	for _, p := range posts {
		for _, c := range p.Said {
			same, other := 0, 0
			for _, o := range p.Said {
				switch {
				case o.Label != c.Label:
				case o.Value == c.Value:
					same++
				default:
					other++
				}
			}
			if c.Implied || same+other < 2 {
				continue
			}
			met[c.Actor]++
			if other >= same {
				against[c.Actor]++
			}
		}
	}
	for actor, n := range against {
		if n < overlap || 2*n <= met[actor] {
			delete(against, actor)
		}
	}
	return against
}

// apart leaves one of several posts with the same words, and none to learn
// from of which a copy was held back.
func apart(all []example) []example {
	type kind struct {
		print uint64
		head  model.Head
	}
	held, seen := map[kind]bool{}, map[kind]bool{}
	for _, e := range all {
		if e.held {
			held[kind{fingerprint(e.post.Text), e.head}] = true
		}
	}
	return slices.DeleteFunc(all, func(e example) bool {
		k := kind{fingerprint(e.post.Text), e.head}
		twice := seen[k] || !e.held && held[k]
		seen[k] = seen[k] || !twice
		return twice
	})
}

// fingerprint is the same for texts of the same words: handles, addresses,
// numbers, case and marks do not count.
func fingerprint(text string) uint64 {
	h := fnv.New64a()
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		if strings.HasPrefix(word, "@") || strings.HasPrefix(word, "http") {
			continue
		}
		for _, r := range word {
			if unicode.IsLetter(r) {
				fmt.Fprintf(h, "%c", r)
			}
		}
		h.Write([]byte{' '})
	}
	return h.Sum64()
}

// capped lessens what one person says to what all others say together, or to
// what a few dozen examples weigh.
func capped(all []example) {
	for _, h := range heads {
		weight, total := map[string]float32{}, float32(0)
		for _, e := range all {
			if e.head == h && !e.held {
				weight[e.actor] += e.weight
				total += e.weight
			}
		}
		for i := range all {
			if e := &all[i]; e.head == h && !e.held {
				own := weight[e.actor]
				e.weight *= min(1, max(alone, total-own)/own)
			}
		}
	}
}
