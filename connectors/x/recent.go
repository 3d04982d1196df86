package x

import (
	"sync"
	"time"
)

// maxEmitted bounds how many posts are remembered as handed on.
const maxEmitted = 20_000

const (
	// maxAsked bounds for how many authors it is remembered what X said.
	maxAsked = 5_000
	// askedFor is how long it counts: people change their settings.
	askedFor = time.Hour
)

// asked remembers which authors take messages.
type asked struct {
	mu   sync.Mutex
	said map[string]said // by author ID
}

type said struct {
	takes *bool
	at    time.Time
}

func (a *asked) get(author string, now time.Time) (takes *bool, known bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	s, ok := a.said[author]
	return s.takes, ok && now.Sub(s.at) < askedFor
}

func (a *asked) put(author string, takes *bool, now time.Time) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.said) >= maxAsked {
		clear(a.said)
	}
	a.said[author] = said{takes, now}
}
