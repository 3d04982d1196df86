package x

import (
	"net/http"
	"testing"
	"time"
)

// A gap that was half filled ends where it began to be filled: what was posted
// since is another gap.
func TestAGapEndsWhereItWasBegun(t *testing.T) {
	begun := time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)
	header := func(at time.Time) http.Header { return http.Header{"Date": {at.Format(http.TimeFormat)}} }
	m := mark{Since: 100}
	m, done, err := m.behind([]post{{ID: "300"}, {ID: "200"}}, true, header(begun))
	if done || err != nil || m.Until != 200 {
		t.Fatalf("%+v, %t, %v", m, done, err)
	}
	m, done, err = m.behind([]post{{ID: "150"}}, false, header(begun.Add(time.Hour)))
	if want := idAt(begun.Add(-indexLag)); !done || err != nil || m != (mark{Since: want}) {
		t.Errorf("%+v, %t, %v; want %d", m, done, err, want)
	}
}
