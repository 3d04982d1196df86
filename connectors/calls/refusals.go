package calls

import (
	"sync"
	"time"
)

// goodFor is how long a call that was taken proves that the two sides agree:
// until then, calls that are refused are strangers', who may not change what
// people see. So a flood changes the state at most twice in that time.
const goodFor = 15 * time.Minute

// Refusals remembers why calls are refused, until one is taken. Anybody can make
// such calls, as many as they like: the reason only gives way to one that says
// more, and says nothing of the caller's.
type Refusals struct {
	now    func() time.Time
	weigh  func(error) int
	change func(error)

	mu   sync.Mutex
	good time.Time // when a call was taken last
	is   error     // why calls are refused; nil while they are not
}

// NewRefusals remembers none. Weigh orders the reasons, from 1 on; change is told
// each that counts from then on, nil for none, one after the other.
func NewRefusals(now func() time.Time, weigh func(error) int, change func(error)) *Refusals {
	return &Refusals{now: now, weigh: weigh, change: change}
}

// Tell tells change the reason that counts.
func (r *Refusals) Tell() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.change(r.is)
}

// Refused notes a call that was not taken.
func (r *Refusals) Refused(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.is != nil && r.weigh(err) <= r.weigh(r.is) || r.now().Sub(r.good) < goodFor {
		return
	}
	r.is = err
	r.change(err)
}

// Taken notes a call that was.
func (r *Refusals) Taken() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.good = r.now()
	if r.is != nil {
		r.is = nil
		r.change(nil)
	}
}
