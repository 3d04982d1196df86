// Package gist is the learned half of understanding: a linear model that has
// read some thousands of posts and says which of about two hundred things a
// post is about, "its battery won't last", "asks for opening hours", and how
// likely. It tells nothing in its own words: package grievance asks it beside
// its rules and has clauses for what it says.
package gist

import "slices"

// Post is what the model reads.
type Post struct {
	Words []string // in lower case; "." where a phrase ends, "@" for a handle
	Facts []string // what the rules understood, one word or phrase each
}

// Reading is how likely each class is, 0..1.
type Reading struct {
	classes []string // sorted
	odds    []float32
}

// Some are some of a model's classes, a flag for each.
type Some []bool

// Some are the classes for which is holds.
func (r Reading) Some(is func(class string) bool) Some {
	some := make(Some, len(r.classes))
	for i, class := range r.classes {
		some[i] = is(class)
	}
	return some
}

// Best is the likeliest of some classes, and how likely it is among them; "" where
// there are none.
func (r Reading) Best(of Some) (class string, odds float64) {
	var top, sum float32
	for i, o := range r.odds {
		if !of[i] {
			continue
		}
		sum += o
		if o > top {
			class, top = r.classes[i], o
		}
	}
	if sum == 0 {
		return "", 0
	}
	return class, float64(top / sum)
}

// Of is how likely it is that a post is of one of some classes.
func (r Reading) Of(classes ...string) float64 {
	var sum float32
	for _, class := range classes {
		if i, known := slices.BinarySearch(r.classes, class); known {
			sum += r.odds[i]
		}
	}
	return float64(sum)
}

// Sum is how likely it is that a post is of one of some classes.
func (r Reading) Sum(of Some) float64 {
	var sum float32
	for i, o := range r.odds {
		if of[i] {
			sum += o
		}
	}
	return float64(sum)
}

// Alike is how likely it is that two are of one class, if both are of some classes; 0
// where one cannot be.
func (r Reading) Alike(o Reading, of Some) float64 {
	var both float64
	for i, a := range r.odds {
		if of[i] {
			both += float64(a) * float64(o.odds[i])
		}
	}
	if both == 0 {
		return 0
	}
	return both / (r.Sum(of) * o.Sum(of))
}
