package care

import (
	"fmt"
	"time"
)

// Spent is the public attention that one author has had: answers that stand,
// may stand, or are on their way.
type Spent struct {
	Answers  int // substantive ones in the thread; a thank-you is one
	Closings int // closing lines in the thread
	Lately   int // of both sorts, in any thread, within Budget.Window
}

// Over says why the budget allows this author no more, in one sentence that
// ends with the remedy; "" where it does. closing tells a closing line from a
// substantive answer.
func (b Budget) Over(closing bool, spent Spent) string {
	const remedy = "; go on in private, or let a manager allow one more with a reason"
	switch {
	case !closing && b.PerThread > 0 && spent.Answers >= b.PerThread:
		return "this thread has had " + its(b.PerThread, "public answer") + remedy
	case closing && b.Closing > 0 && spent.Closings >= b.Closing:
		return "this thread has had " + its(b.Closing, "closing line") + "; silence is the answer now, or let a manager allow one more with a reason"
	case b.PerAuthor > 0 && b.Window > 0 && spent.Lately >= b.PerAuthor:
		return fmt.Sprintf("this person has had %d public answers within %s", spent.Lately, inWords(b.Window)) + remedy
	}
	return ""
}

func its(n int, what string) string {
	if n == 1 {
		return "its " + what
	}
	return fmt.Sprintf("its %d %ss", n, what)
}

// inWords is a duration as people say it, in its largest whole unit.
func inWords(d time.Duration) string {
	for _, unit := range []struct {
		length time.Duration
		name   string
	}{{24 * time.Hour, "day"}, {time.Hour, "hour"}, {time.Minute, "minute"}} {
		switch n := d / unit.length; {
		case d%unit.length != 0 || n == 0:
		case n == 1:
			return "1 " + unit.name
		default:
			return fmt.Sprintf("%d %ss", n, unit.name)
		}
	}
	return d.String()
}
