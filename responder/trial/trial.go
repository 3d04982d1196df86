// Package trial puts two versions of a template side by side: which case gets
// which, and what may honestly be said of how they fare.
package trial

import (
	"fmt"
	"hash/fnv"
	"math"
)

// GetsB reports whether a case gets version B, in share per cent of the cases.
// The same case gets the same version for as long as the trial goes on, and
// the cases of one trial are mixed anew in the next.
func GetsB(trial int64, caseID string, share int) bool {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d\x00%s", trial, caseID)
	return mix(h.Sum64())%100 < uint64(share)
}

// mix spreads FNV's low bits, which follow the last bytes too closely: the
// finaliser of SplitMix64 (Steele, Lea, Flood 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Share is a part of a whole, with the interval in which the true share lies
// at 95 %.
type Share struct {
	Count int     `json:"count"`
	Of    int     `json:"of"`
	Low   float64 `json:"low"`  // 0 where Of is 0
	High  float64 `json:"high"` // 1 where Of is 0
}

// Value is the share itself; 0 where there is nothing to divide.
func (s Share) Value() float64 {
	if s.Of == 0 {
		return 0
	}
	return float64(s.Count) / float64(s.Of)
}

// z95 is the two-sided 95 % quantile of the normal distribution.
const z95 = 1.959964

// Wilson gives a share its score interval (Wilson 1927), which holds for small
// numbers and near 0 and 1 as well.
func Wilson(count, of int) Share {
	s := Share{Count: count, Of: of, High: 1}
	if of == 0 {
		return s
	}
	n, p := float64(of), s.Value()
	middle := p + z95*z95/(2*n)
	spread := z95 * math.Sqrt(p*(1-p)/n+z95*z95/(4*n*n))
	s.Low = max(0, (middle-spread)/(1+z95*z95/n))
	s.High = min(1, (middle+spread)/(1+z95*z95/n))
	return s
}

// Arm is how one version fared; see store.TemplateStats.
type Arm struct {
	Approved, Edited   int
	Rejected, Another  int
	WroteAgain, Calmer int
	Rewrite, Rewrite2  float64 // mean share of words rewritten of the approved, and mean of its square
	Scored             int
	Score, Score2      float64 // mean of the follow-ups' scores, 1 to 5, and mean of its square
}

// Decided is how many drafts people decided about.
func (a Arm) Decided() int { return a.Approved + a.Rejected + a.Another }

// Kept is how many were approved without a change.
func (a Arm) Kept() int { return a.Approved - a.Edited }

// Enough is how many drafts of each version must be decided before anything is
// said of a difference: below, the interval's approximation is not to be
// trusted.
const Enough = 50

// What is measured.
const (
	Kept     = "kept"     // approved without a change, of all decided: the one that decides
	Turned   = "turned"   // rejected, or another wording asked for
	Rewrite  = "rewrite"  // words rewritten before approval
	Calmness = "calmness" // upset authors who wrote again, and were calmer
	Score    = "score"    // the follow-ups' scores, 1 to 5 as 0 to 1
)

// Measure compares the two versions in one respect.
type Measure struct {
	Name       string  `json:"name"`
	MoreIsGood bool    `json:"more_is_good"`
	A          float64 `json:"a"`
	B          float64 `json:"b"`
	NA         int     `json:"n_a"`
	NB         int     `json:"n_b"`
	// Diff is B less A, and Low to High the interval in which the true
	// difference lies at 95 %, however often one looks while the trial goes on.
	Diff  float64 `json:"difference"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	Early bool    `json:"too_early"` // NA or NB is below Enough: nothing may be said
}

// Better is "a" or "b" where the interval leaves zero out and it is not too
// early, else "".
func (m Measure) Better() string {
	switch {
	case m.Early || m.Low <= 0 && m.High >= 0:
		return ""
	case (m.Diff > 0) == m.MoreIsGood:
		return "b"
	}
	return "a"
}

// Compare compares two versions, Kept first: it alone should decide, since of
// several measures one differs by chance soon enough.
func Compare(a, b Arm) []Measure {
	return []Measure{
		shares(Kept, true, a.Kept(), a.Decided(), b.Kept(), b.Decided()),
		shares(Turned, false, a.Rejected+a.Another, a.Decided(), b.Rejected+b.Another, b.Decided()),
		means(Rewrite, false, a.rewrites(), b.rewrites()),
		shares(Calmness, true, a.Calmer, a.WroteAgain, b.Calmer, b.WroteAgain),
		means(Score, true, a.scores(), b.scores()),
	}
}

func shares(name string, more bool, ka, na, kb, nb int) Measure {
	m := Measure{Name: name, MoreIsGood: more, NA: na, NB: nb, A: Wilson(ka, na).Value(), B: Wilson(kb, nb).Value()}
	return m.between(spread(ka, na), spread(kb, nb))
}

// spread is the variance of a single yes or no, from shares drawn a little
// towards the middle so that none is taken for certain.
func spread(k, n int) float64 {
	p := float64(k+1) / float64(n+2)
	return p * (1 - p)
}

// sample is numbers from 0 to 1: how many, their mean, and the mean of their
// squares.
type sample struct {
	n             int
	mean, squares float64
}

func (a Arm) rewrites() sample { return sample{a.Approved, a.Rewrite, a.Rewrite2} }

// scores brings 1 to 5 to 0 to 1.
func (a Arm) scores() sample {
	if a.Scored == 0 {
		return sample{}
	}
	return sample{a.Scored, (a.Score - 1) / 4, (a.Score2 - 2*a.Score + 1) / 16}
}

func means(name string, more bool, a, b sample) Measure {
	m := Measure{Name: name, MoreIsGood: more, NA: a.n, NB: b.n, A: a.mean, B: b.mean}
	return m.between(a.variance(), b.variance())
}

// variance of a sample, with a 0 and a 1 thought added so that none is taken
// for certain.
func (s sample) variance() float64 {
	n := float64(s.n)
	mean, squares := (s.mean*n+1)/(n+2), (s.squares*n+1)/(n+2)
	return squares - mean*mean
}

// planned is the number of decisions at which the interval is narrowest.
const planned = 400

// between sets the difference and its interval: an asymptotic confidence
// sequence (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas 2024, theorem 2.2),
// which holds at all times at once. A plain interval would be wrong for
// whoever looks every day and stops when it pleases.
func (m Measure) between(varianceA, varianceB float64) Measure {
	m.Diff, m.Early = m.B-m.A, m.NA < Enough || m.NB < Enough
	if m.NA == 0 || m.NB == 0 {
		m.Low, m.High = -1, 1
		return m
	}
	n := float64(m.NA + m.NB)
	sd := math.Sqrt(n * (varianceA/float64(m.NA) + varianceB/float64(m.NB)))
	const alpha = 0.05
	tuned := -2 * math.Log(alpha)
	rho2 := (tuned + math.Log(tuned) + 1) / planned
	half := sd * math.Sqrt(2*(n*rho2+1)/(n*n*rho2)*math.Log(math.Sqrt(n*rho2+1)/alpha))
	m.Low, m.High = max(-1, m.Diff-half), min(1, m.Diff+half)
	return m
}
