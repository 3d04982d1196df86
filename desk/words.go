package desk

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"goodgraces/care"
)

// ago says how long something is past: "now", "34 min", "3 h", "2 d", "12 Mar".
func ago(t, now time.Time) string {
	d := now.Sub(t)
	switch {
	case d < time.Minute:
		return "now"
	case d < 30*24*time.Hour:
		return span(d)
	case t.Year() == now.Year():
		return t.Format("2 Jan")
	}
	return t.Format("2 Jan 2006")
}

// left says how long there is: "12 min left", "3 h over".
func left(t, now time.Time) string {
	d := t.Sub(now)
	if d >= 0 {
		return span(d+59*time.Second) + " left"
	}
	return span(-d+59*time.Second) + " over"
}

// countdown says how long until something leaves.
func countdown(d time.Duration) string {
	if d < time.Second {
		return "a moment"
	}
	return span(d)
}

// span is a length of time in its largest unit, rounded down.
func span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case d < 100*time.Minute:
		return fmt.Sprintf("%d min", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h", int(d.Hours()))
	}
	return fmt.Sprintf("%d d", int(d.Hours()/24))
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// number writes a count with a comma between thousands.
func number(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

func percent(p float64) string { return fmt.Sprintf("%.0f%%", 100*p) }

// words makes a code readable: lost_item is "lost item", base_url "base URL".
func words(code string) string {
	return strings.NewReplacer("_", " ", "-", " ", ".", " ", "url", "URL").Replace(code)
}

// platformNames are names that a mere capital does not make.
var platformNames = map[string]string{"x": "X", "rss": "RSS", "bluesky": "Bluesky", "appstore": "App Store", "googleplay": "Google Play"}

func platformName(p string) string {
	if name, ok := platformNames[p]; ok {
		return name
	}
	if p == "" {
		return "unknown platform"
	}
	first := []rune(p)
	first[0] = unicode.ToUpper(first[0])
	return string(first)
}

// shownHandle is how an author is addressed on a page.
func shownHandle(a care.Author) string {
	handle, name, id := visible(a.Handle), visible(a.Name), visible(a.ID)
	switch {
	case handle != "":
		return "@" + handle
	case name != "":
		return name
	case id != "":
		return id
	}
	return "unknown author"
}

// mark is what a case is about: a shape, a word and a colour that agree.
type mark struct {
	Shape string // class of the shape
	Word  string
}

func markOf(v care.Verdict) mark {
	switch v.Action {
	case care.ActSafety:
		return mark{"safety", "safety"}
	case care.ActLegal:
		return mark{"legal", "legal"}
	case care.ActThank:
		return mark{"praise", "praise"}
	case care.ActAnswer:
		return mark{"question", "question"}
	case care.ActFold:
		return mark{"bait", "fold"} // courting is met like baiting
	case care.ActIgnore, "":
		return mark{"quiet", "quiet"}
	}
	switch v.Severity {
	case care.Blame:
		return mark{"high", "high"}
	case care.Accusation:
		return mark{"mid", "mid"}
	}
	return mark{"low", "low"}
}

// stateNames says where a case stands, to follow "This case …".
var stateNames = map[care.State]string{
	care.StateOpen:      "waits for words",
	care.StateDrafted:   "waits for approval",
	care.StateApproved:  "approved",
	care.StateSending:   "on its way",
	care.StateSent:      "sent",
	care.StateFailed:    "not sent",
	care.StateUnknown:   "unclear",
	care.StateHandedOff: "in private",
	care.StateResolved:  "resolved",
	care.StateClosed:    "closed",
	care.StateDismissed: "dismissed",
	care.StateFolded:    "folded",
	care.StateLegal:     "with legal",
	care.StateSafety:    "safety",
}

// deeds says what a decision did, to follow a name.
var deeds = map[string]string{
	care.DecideEdit:     "edited the answer",
	care.DecideApprove:  "approved the answer",
	care.DecideWithdraw: "took the approval back",
	care.DecideReject:   "turned the draft down",
	care.DecideDismiss:  "dismissed this",
	care.DecideFold:     "folded",
	care.DecideReopen:   "opened this again",
	care.DecideLegal:    "handed this to legal",
	care.DecideSafety:   "raised this as a danger",
	care.DecideResolve:  "marked this resolved",
	care.DecideClose:    "closed this",
	care.DecideSettle:   "settled what became of the answer",
	care.DecideOpen:     "opened a case for this",

	care.DecideClosingLine: "approved the closing line",
	care.DecideFollowUp:    "approved asking how it went",
	care.DecideNoFollowUp:  "chose not to ask how it went",
	care.DecideTakeBack:    "took it back before it left",
}

func deed(d care.Decision) string {
	what, ok := deeds[d.Kind]
	if !ok {
		what = words(d.Kind)
	}
	return d.Actor + " " + what
}

// chip is one word of a verdict with its probability.
type chip struct {
	Word, Value, Kind string
}

// sure is the probability from which a judgement is worth a word.
const sure = 0.5

// topics lists a post's topics, the main one first. Verdicts of old have the
// main one alone.
func topics(v care.Verdict) []string {
	switch {
	case len(v.Topics) > 0:
		return v.Topics
	case v.Topic == "" || v.Topic == "none":
		return nil
	}
	return []string{v.Topic}
}

// chips says a verdict in words, the surest kind first.
func chips(v care.Verdict) []chip {
	var out []chip
	add := func(word string, p float64) {
		if p >= sure {
			out = append(out, chip{Word: word, Value: percent(p)})
		}
	}
	add("complaint", v.Complaint)
	add("praise", v.Praise)
	add("question", v.Question)
	for _, topic := range topics(v) {
		out = append(out, chip{Word: words(topic), Kind: "topic"})
	}
	if v.Severity > care.NoReproach {
		out = append(out, chip{Word: v.Severity.String()})
	}
	add("anger", v.Anger)
	add("sarcasm", v.Sarcasm)
	add("hostility", v.Hostility)
	return out
}
