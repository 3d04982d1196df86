package authors

import (
	"fmt"

	"goodgraces/care"
)

// sign is a named reason, with its sentence for one post and for several.
type sign struct{ name, one, many string }

var (
	hostileSign   = sign{"hostile-without-issue", "1 hostile post names nothing that could be solved", "%d hostile posts name nothing that could be solved"}
	intrudesSign  = sign{"intrudes", "wrote once into somebody else's thread without an issue", "wrote %d times into other people's threads without an issue"}
	repeatsSign   = sign{"repeats", "1 near-copy of an earlier post", "%d near-copies of earlier posts"}
	afterSign     = sign{"after-answers", "went on once after our answer without naming an issue", "went on %d times after our answers without naming an issue"}
	goalpostSign  = sign{"moves-goal-posts", "changed the subject once after our answer", "changed the subject %d times after our answers"}
	issueSign     = sign{"real-issue", "1 post names a concrete problem", "%d posts name a concrete problem"}
	comesBackSign = sign{"flattery-after-answers", "came back once after our answer with praise and no need", "came back %d times after our answers with praise and no need"}
	flattersSign  = sign{"flatters", "1 post flatters the team rather than what it makes", "%d posts flatter, some of them the team rather than what it makes"}
	affectionSign = sign{"affection", "1 post seeks the team's affection and needs nothing", "%d posts seek the team's affection and need nothing"}
	needSign      = sign{"real-need", "1 post needs something", "%d posts need something"}
)

func (s *sign) note(n int) string {
	if n == 1 {
		return s.one
	}
	return fmt.Sprintf(s.many, n)
}

// tally is the findings of one kind of vampire and what they come to.
type tally struct {
	score float64
	found [6]finding // the most that one kind has
	n     int
}

// finding is a sign, the posts that show it and the weight it adds.
type finding struct {
	sign   *sign
	posts  *heap
	weight float64
}

// add counts a sign where any post shows it.
func (t *tally) add(s *sign, posts *heap, weight float64) {
	if posts.n == 0 || weight == 0 {
		return
	}
	t.found[t.n] = finding{s, posts, weight}
	t.n++
	t.score += weight
}

// signals puts the findings in words.
func (t *tally) signals(recent []care.Trace) []care.Signal {
	out := make([]care.Signal, 0, t.n)
	for _, f := range t.found[:t.n] {
		out = append(out, care.Signal{Name: f.sign.name, Weight: round(f.weight), Note: f.sign.note(f.posts.n), Posts: f.posts.posts(recent)})
	}
	return out
}
