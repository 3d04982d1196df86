package desk

import (
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"goodgraces/care"
)

// segment is a stretch of a post that is shown in one way.
type segment struct {
	Text   string
	Labels string // what the evidence says, "" where it is silent
	Link   string // an https address, "" elsewhere
	Hidden string // the name of a character that is invisible or reorders text
}

// span is the bytes [start, end) of a text with what is to be said of them.
type textSpan struct {
	start, end         int
	label, link, hides string
}

// segments cuts a hostile text so that every piece can be shown safely: the
// evidence marked, https links made links, and characters that hide or reorder
// text made visible. Evidence may overlap; spans that do not fit are left out.
func segments(text string, evidence []care.Evidence) []segment {
	var spans []textSpan
	for _, e := range evidence {
		if fits(text, e.Start, e.End) {
			spans = append(spans, textSpan{start: e.Start, end: e.End, label: words(e.Label)})
		}
	}
	spans = append(spans, linksIn(text)...)
	spans = append(spans, hiddenIn(text)...)
	return cut(text, spans)
}

func fits(text string, start, end int) bool {
	return 0 <= start && start < end && end <= len(text) &&
		utf8.RuneStart(text[start]) && (end == len(text) || utf8.RuneStart(text[end]))
}

// cut sweeps over the text from one edge of a span to the next, keeping the
// spans that are open.
func cut(text string, spans []textSpan) []segment {
	edges := []int{0, len(text)}
	for _, s := range spans {
		edges = append(edges, s.start, s.end)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	slices.SortStableFunc(spans, func(a, b textSpan) int { return cmp.Compare(a.start, b.start) })

	var out []segment
	var open []textSpan
	next := 0
	for i := 0; i+1 < len(edges); i++ {
		from, to := edges[i], edges[i+1]
		open = slices.DeleteFunc(open, func(s textSpan) bool { return s.end <= from })
		for ; next < len(spans) && spans[next].start == from; next++ {
			open = append(open, spans[next])
		}
		out = append(out, merge(text[from:to], open))
	}
	return out
}

// merge describes one piece by the spans that cover it.
func merge(piece string, open []textSpan) segment {
	s := segment{Text: strings.ToValidUTF8(piece, "\uFFFD")}
	var labels []string
	for _, o := range open {
		if o.label != "" && !slices.Contains(labels, o.label) {
			labels = append(labels, o.label)
		}
		s.Link = cmp.Or(s.Link, o.link)
		s.Hidden = cmp.Or(s.Hidden, o.hides)
	}
	s.Labels = strings.Join(labels, ", ")
	return s
}

var httpsLink = regexp.MustCompile(`https://[^\s<>"'\x60\p{Cf}\p{Cc}]+`)

// linksIn finds the https addresses that are safe to open: no user name that
// poses as a host, no other scheme.
func linksIn(text string) []textSpan {
	var out []textSpan
	for _, at := range httpsLink.FindAllStringIndex(text, maxLinks) {
		found := strings.TrimRight(text[at[0]:at[1]], ".,;:!?)]}…»”’")
		if href := safeLink(found); href != "" {
			out = append(out, textSpan{start: at[0], end: at[0] + len(found), link: href})
		}
	}
	return out
}

const maxLinks = 50

// safeLink returns an address if it may be opened from the desk, else "".
func safeLink(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return address
}

// maxHidden bounds how many characters of one post are named; the rest is
// isolated by the page all the same.
const maxHidden = 200

// hiddenIn finds the characters that cannot be seen or that reorder what is.
func hiddenIn(text string) []textSpan {
	var out []textSpan
	var before rune
	for i, r := range text {
		if r != utf8.RuneError && hides(r, before) {
			out = append(out, textSpan{start: i, end: i + utf8.RuneLen(r), hides: fmt.Sprintf("U+%04X", r)})
		}
		if before = r; len(out) == maxHidden {
			break
		}
	}
	return out
}

// visible is a name without the characters that hide or reorder text.
func visible(name string) string {
	var before rune
	return strings.Map(func(r rune) rune {
		if hides(r, before) {
			return -1
		}
		before = r
		return r
	}, strings.ToValidUTF8(name, "\uFFFD"))
}

// hides reports whether a character is invisible or steers direction. Joiners
// within emoji and within scripts that need them are honest.
func hides(r, before rune) bool {
	switch {
	case r == '\n' || r == '\t' || r == '\r':
		return false
	case r == '\u200c' || r == '\u200d':
		return before < 0x300 // after a Latin letter a joiner only hides
	case r == '\u00ad', r == '\ufeff', r == '\u2028', r == '\u2029', r == '\u3164', r == '\u115f', r == '\u1160':
		return true
	case r >= 0xE0000 && r <= 0xE007F: // tags: honest only in flags, which start with a black flag
		return before != 0x1F3F4 && (before < 0xE0000 || before > 0xE007F)
	}
	if r >= 0x600 && r <= 0x8E2 && r != 0x61C { // Arabic and Syriac signs that are seen
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf) && r < 0xE0000
}
