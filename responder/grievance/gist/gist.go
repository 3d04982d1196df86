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

// Best is the likeliest of the classes that are allowed, and how likely it is
// among them; "" where none is.
func (r Reading) Best(allowed func(class string) bool) (class string, odds float64) {
	var top, sum float32
	for i, o := range r.odds {
		if !allowed(r.classes[i]) {
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

// Sum is how likely it is that a post is of one of the classes that are allowed.
func (r Reading) Sum(allowed func(class string) bool) float64 {
	var sum float32
	for i, o := range r.odds {
		if allowed(r.classes[i]) {
			sum += o
		}
	}
	return float64(sum)
}

// Alike is how likely it is that two are of one class, if both are of those that
// are allowed; 0 where one cannot be.
func (r Reading) Alike(o Reading, allowed func(class string) bool) float64 {
	var both float64
	for i, a := range r.odds {
		if allowed(r.classes[i]) {
			both += float64(a) * float64(o.odds[i])
		}
	}
	if both == 0 {
		return 0
	}
	return both / (r.Sum(allowed) * o.Sum(allowed))
}
