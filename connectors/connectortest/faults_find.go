package connectortest

import (
	"errors"
	"fmt"
	"net/http"
	"testing"

	"goodgraces/care"
	"goodgraces/connectors"
)

// findFaults are the faults that what Find reads can meet.
var findFaults = []Fault{DropBefore, TooMany, Denied, Broken, Malformed, Truncated, Empty, Null}

// checkFindingFaults lets each call that Find makes, and those after it, meet
// each fault. What was not read is not missing: a sender that is told so sends
// again.
func checkFindingFaults(t *testing.T, b *bench) {
	if b.Faults == nil || !b.Spec().Can.Find {
		untried(t, "Faults, or Find") // what Find reads is no network, or it reads nothing
		return
	}
	for _, kind := range b.kinds() {
		s := b.send(kind, "Never sent", 1)
		for _, fault := range findFaults {
			t.Run(string(kind)+" "+string(fault), func(t *testing.T) {
				calls := 0
				for b.findMeets(t, s, fault, calls) {
					calls++
				}
				if calls == 0 {
					t.Error("Find asked nothing")
				}
			})
		}
	}
}

// findMeets lets a new connector look for a send, with a fault from the call on
// that follows so many sound ones. It reports whether there was such a call.
func (b *bench) findMeets(t *testing.T, s care.Send, fault Fault, sound int) bool {
	t.Helper()
	b.restart(t)
	b.Faults.setFind(fault, sound)
	_, err := b.Connector.(connectors.Finder).Find(t.Context(), s)
	met := b.Faults.endFind()
	if err != nil {
		b.keepsSecrets(t, err.Error())
	}
	if errors.Is(err, connectors.ErrNotFound) == met {
		t.Errorf("%d sound calls, then %q, met: %t: Find says %v", sound, fault, met, err)
	}
	return met
}

func (f *Faults) setFind(fault Fault, sound int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.found, f.sound = fault, sound
}

// endFind ends the faults, and reports whether one was met.
func (f *Faults) endFind() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.found = ""
	return f.sound < 0
}

func (f *Faults) takeFind() Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case f.found == "":
		return ""
	case f.sound > 0:
		f.sound--
		return ""
	}
	f.sound = -1
	return f.found
}

func (f *Faults) answerFind(fault Fault, w http.ResponseWriter, r *http.Request) {
	switch fault {
	case Empty:
		fmt.Fprint(w, "{}")
	case Null:
		fmt.Fprint(w, "null")
	case Truncated:
		f.answerTaken(fault, w, r)
	default:
		f.applyRead(fault, nil, w, r)
	}
}
