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
