package webhook

import (
	"errors"
	"sync"
	"time"

	"goodgraces/connectors"
)

// goodFor is how long a call that was taken proves that the two sides agree:
// until then, calls that are refused are strangers', who may not change what
// people see. So a flood changes the state at most twice in that time.
const goodFor = 15 * time.Minute

// refusals turns calls that are refused into the connector's state, until one is
// taken. Anybody can make such calls, as many as they like: the reason only gives
// way to one that says more, and says nothing of the caller's.
type refusals struct {
	env connectors.Env

	mu   sync.Mutex
	good time.Time // when a call was taken last
	is   error     // why calls are refused; nil while they are not
}

// weight orders the reasons: who signs with our secret is no stranger.
func weight(err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errOutsideTime):
		return 3
	case errors.Is(err, errBadSignature):
		return 2
	}
	return 1
}

// tell says how the connector does.
func (r *refusals) tell() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.say()
}

// say needs the lock, so that people see the states in their order.
func (r *refusals) say() {
	if r.is == nil {
		r.env.Status(connectors.Connected, "")
		return
	}
	r.env.Status(connectors.Degraded, "webhook: calls come and are refused: "+r.is.Error()+" ("+remedy(r.is)+"; this stands until a call is taken)")
}

func remedy(err error) string {
	switch {
	case errors.Is(err, errOutsideTime):
		return "set the clocks of both machines, or the setting window"
	case errors.Is(err, errBadSignature):
		return "give both sides the same secret"
	}
	return "let the other side sign its calls: step 2 of the setup; without one, a stranger's may be meant"
}

// refused notes a call that was not taken.
func (r *refusals) refused(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if weight(err) <= weight(r.is) || r.env.Now().Sub(r.good) < goodFor {
		return
	}
	r.is = err
	r.say()
}

// taken notes a call that was.
func (r *refusals) taken() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.good = r.env.Now()
	if r.is != nil {
		r.is = nil
		r.say()
	}
}
