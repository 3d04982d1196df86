package authors

import (
	"maps"

	"goodgraces/care"
)

// signal is a named reason for or against meeting an author with silence.
type signal int

// The signals, in the order in which they are told.
const (
	bait signal = iota
	intrusions
	afterAnswers
	declines
	goalPosts
	copies
	crowd
	outsider
	returns
	courting
	comesBack
	attention
	issues
	needs
	friendly
	signalCount
)

// kinds lists the table of signals: the weight that one post adds to the
// score, how many posts count, and the sentence for one post and for several.
// The weights were tuned on two thirds of testdata/timelines; see
// docs/authors.md.
var table = [signalCount]struct {
	name      string
	weight    float64
	most      float64
	one, many string
}{
	bait:         {"taunts-without-issue", 0.14, 5, "1 taunt names nothing that could be solved", "%d taunts name nothing that could be solved"},
	intrusions:   {"intrudes", 0.14, 4, "wrote once into somebody else's thread without a matter of their own", "wrote %d times into other people's threads without a matter of their own"},
	afterAnswers: {"after-answers", 0.12, 4, "went on once after our answer without naming anything to solve", "went on %d times after our answers without naming anything to solve"},
	declines:     {"names-nothing-when-asked", 0.10, 3, "named nothing once where we had asked what is wrong", "named nothing %d times where we had asked what is wrong"},
	goalPosts:    {"moves-goal-posts", 0.10, 4, "turned our answer down once and asked for something else", "turned our answers down %d times and asked for something else"},
	copies:       {"repeats", 0.10, 3, "1 near-copy of an earlier post", "%d near-copies of earlier posts"},
	crowd:        {"calls-a-crowd", 0.10, 3, "called others in once, without a matter of their own", "called others in %d times, without a matter of their own"},
	outsider:     {"no-business", 0.12, 2, "says that they have no business with us", "says %d times that they have no business with us"},
	returns:      {"returns-after-solved", 0.12, 3, "came back once to provoke after the matter was solved", "came back %d times to provoke after the matter was solved"},
	courting:     {"courts-the-team", 0.17, 6, "1 post seeks the people who answer and needs nothing", "%d posts seek the people who answer and need nothing"},
	comesBack:    {"comes-back-needing-nothing", 0.06, 5, "came back once after our answer and needed nothing", "came back %d times after our answers and needed nothing"},
	attention:    {"used-the-attention", 0.15, 1, "needed nothing, and had all the answers that the budget allows", "needed nothing, and had all the answers that the budget allows"},
	issues:       {"real-issue", -0.20, 3, "1 post tells of a concrete matter of their own", "%d posts tell of a concrete matter of their own"},
	needs:        {"real-need", -0.10, 3, "1 post asks or answers something that helps", "%d posts ask or answer something that helps"},
	friendly:     {"friendly", -0.08, 3, "1 post praises what we make or helps others", "%d posts praise what we make or help others"},
}

// Weights says how much one post of each signal adds to the score, by the
// signal's name. A negative weight speaks for the author.
type Weights map[string]float64

// DefaultWeights returns the weights that the program ships with.
func DefaultWeights() Weights {
	w := Weights{}
	for _, s := range table {
		w[s.name] = s.weight
	}
	return w
}

// Votes is how often people overruled a stance that a signal spoke for, and
// how often they let it stand.
type Votes struct{ Overruled, Upheld int }

// How far votes move a weight: to half of it where people always overrule it,
// to 1.25 of it where they never do. A signal starts as if it had been upheld
// in two thirds of doubts cases, which is a factor of 1.
const (
	leastFactor = 0.5
	mostFactor  = 1.25
	doubts      = 6
)

// Learned returns the weights moved by people's votes, by the signal's name.
func (w Weights) Learned(votes map[string]Votes) Weights {
	out := maps.Clone(w)
	for name, v := range votes {
		if weight, ok := out[name]; ok {
			out[name] = weight * factor(v)
		}
	}
	return out
}

func factor(v Votes) float64 {
	const start = (1 - leastFactor) / (mostFactor - leastFactor)
	upheld := (float64(v.Upheld) + doubts*start) / (float64(v.Upheld+v.Overruled) + doubts)
	return leastFactor + (mostFactor-leastFactor)*upheld
}

// Rules say from which score an author is met how. The zero value means the
// defaults, without a budget.
type Rules struct {
	Weights   Weights     // nil means DefaultWeights; signals that it lacks keep their default
	CloseAt   float64     // at or above: one closing line
	SilenceAt float64     // at or above, once that line was given: silence
	Budget    care.Budget // an author who needs nothing and used it up is closed sooner
}

// The default scores. Silence holds a little below where it began, so that a
// post more or less does not make it come and go.
const (
	DefaultCloseAt   = 0.55
	DefaultSilenceAt = 0.45
)

func (r *Rules) closeAt() float64 {
	if r.CloseAt == 0 {
		return DefaultCloseAt
	}
	return r.CloseAt
}

func (r *Rules) silenceAt() float64 {
	if r.SilenceAt == 0 {
		return DefaultSilenceAt
	}
	return r.SilenceAt
}

func (r *Rules) weight(s signal) float64 {
	if w, ok := r.Weights[table[s].name]; ok {
		return w
	}
	return table[s].weight
}
