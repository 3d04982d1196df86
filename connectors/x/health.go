package x

import (
	"slices"
	"sync"
)

// health is what does not work: what a Read knows of, and whether X's calls are
// refused.
type health struct {
	mu      sync.Mutex
	lacks   []string
	refused string
}

// lack says what does not work besides X's calls.
func (h *health) lack(x *X, lacks []string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.lacks = slices.Clone(lacks)
	h.tell(x)
}

// sayRefused says why X's calls are refused; nil where they are not.
func (x *X) sayRefused(why error) {
	h := &x.reached
	h.mu.Lock()
	defer h.mu.Unlock()
	h.refused = ""
	if why != nil {
		h.refused = "calls come to the webhook and are refused: " + why.Error() + " (what X delivers is found by asking only; this stands until a call is taken)"
	}
	h.tell(x)
}

// tell needs the lock, so that people see the states in their order.
func (h *health) tell(x *X) {
	lacks := h.lacks
	if h.refused != "" {
		lacks = append(slices.Clone(lacks), h.refused)
	}
	x.gaps.Tell(x.env, lacks...)
}
