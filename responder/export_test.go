package responder

import (
	"sync"
	"testing"
)

// shared has the shipped templates; reading them takes longer than most tests.
var shared = sync.OnceValues(func() (*Responder, error) { return New("") })

// Shared is the one responder of all tests that change nothing of it.
func Shared(t testing.TB) *Responder {
	t.Helper()
	r, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// DeadBreaks is the words, by language, that are to break what tells that we have
// been given a number and yet are read as a part of it.
func DeadBreaks() map[string][]string {
	dead := map[string][]string{}
	for language, h := range handings {
		for word := range h.breaks {
			if h.reads(&handingRun{}, word) {
				dead[language] = append(dead[language], word)
			}
		}
	}
	return dead
}
