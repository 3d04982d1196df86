package care

import (
	"fmt"
	"time"
)

// Line is a sort of public answer, as the budget tells them apart.
type Line int

// The sorts.
const (
	LineAnswer  Line = iota // of substance; a thank-you is one
	LineSettled             // closes in public what was settled
	LineGoodbye             // the last word to somebody who feeds on answers; silence follows
)

// LineOf is the sort of a draft for an action.
func LineOf(a Action) Line {
	if a == ActFold {
		return LineGoodbye
	}
	return LineAnswer
}

// Line is the sort of a public send.
func (s *Send) Line() Line {
	switch {
	case !s.Closing:
		return LineAnswer
	case s.Kind == SendClosing:
		return LineSettled
	}
	return LineGoodbye
}

// Spent is the public attention that one author has had: answers that stand,
// may stand, or are on their way.
type Spent struct {
	Answers  int // substantive ones in the thread; a thank-you is one
	Closings int // closing lines of both sorts in the thread
	Goodbyes int // goodbyes in any thread, within Budget.Window
	Lately   int // of all sorts, in any thread, within Budget.Window
}

// Over says why the budget allows this author no more, in one sentence that
// ends with the remedy; "" where it does. A goodbye is said as often as a
// closing line in one thread, in all threads together: after it comes silence.
func (b Budget) Over(line Line, spent Spent) string {
	const (
		remedy  = "; go on in private, or let a manager allow one more with a reason"
		silence = "; silence is the answer now, or let a manager allow one more with a reason"
	)
	closing := line != LineAnswer
	switch {
	case !closing && b.PerThread > 0 && spent.Answers >= b.PerThread:
		return "this thread has had " + allOf("its", b.PerThread, "public answer") + remedy
	case closing && b.Closing > 0 && spent.Closings >= b.Closing:
		return "this thread has had " + allOf("its", b.Closing, "closing line") + silence
	case line == LineGoodbye && b.Closing > 0 && spent.Goodbyes >= b.Closing:
		return "this person has had " + allOf("their", b.Closing, "closing line") + ", in whatever thread" + silence
	case b.PerAuthor > 0 && b.Window > 0 && spent.Lately >= b.PerAuthor:
		return fmt.Sprintf("this person has had %d public answers within %s", spent.Lately, inWords(b.Window)) + remedy
	}
	return ""
}

func allOf(whose string, n int, what string) string {
	if n == 1 {
		return whose + " " + what
	}
	return fmt.Sprintf("%s %d %ss", whose, n, what)
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
