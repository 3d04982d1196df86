package connectors_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"goodgraces/connectors"
)

// A gap is told for a day beside what else is wrong, and then no more.
func TestGapsAreToldForADay(t *testing.T) {
	now := time.Date(2026, 11, 28, 10, 0, 0, 0, time.UTC)
	var state, reason string
	env := connectors.Env{Now: func() time.Time { return now }, Status: func(s, r string) { state, reason = s, r }}
	var g connectors.Gaps
	if g.Tell(env); state != connectors.Connected || reason != "" {
		t.Errorf("without a gap: %s %q", state, reason)
	}
	g.Note(now, "a", "first of a")
	g.Note(now.Add(time.Hour), "a", "posts "+connectors.GapBetween(now, now.Add(90*time.Minute)))
	if g.Tell(env, "b fails"); state != connectors.Degraded || reason != "b fails; posts between 2026-11-28 10:00 and 2026-11-28 11:30 UTC" {
		t.Errorf("with a gap: %s %q", state, reason)
	}
	now = now.Add(26 * time.Hour)
	if g.Tell(env); state != connectors.Connected {
		t.Errorf("the day after: %s %q", state, reason)
	}
}

func TestGapsAreFew(t *testing.T) {
	var reason string
	env := connectors.Env{Now: time.Now, Status: func(_, r string) { reason = r }}
	var g connectors.Gaps
	for i := range 100 {
		g.Note(time.Now(), fmt.Sprint(i), fmt.Sprintf("gap %d", i))
	}
	if g.Tell(env); strings.Count(reason, "gap") != 5 || !strings.HasSuffix(reason, "gap 99") {
		t.Errorf("told: %s", reason)
	}
}

// A remark is for while nothing lacks.
func TestARemark(t *testing.T) {
	var said string
	env := connectors.Env{Now: time.Now, Status: func(state, reason string) { said = state + " " + reason }}
	var g connectors.Gaps
	g.Remark("all is read within 3 days")
	for _, step := range []struct {
		lacks []string
		want  string
	}{{nil, "connected all is read within 3 days"}, {[]string{"b fails"}, "degraded b fails"}, {nil, "connected all is read within 3 days"}} {
		if g.Tell(env, step.lacks...); said != step.want {
			t.Errorf("said %q, want %q", said, step.want)
		}
	}
}
