package length

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mvdan.cc/xurls/v2"
)

// Link is a link's place in a text, in bytes.
type Link struct{ Start, End int }

// Links finds what a platform turns into a link: anything with http:// or
// https://, and names such as example.com/path whose ending is a known
// top-level domain. E-mail addresses are not links. It is linear in the text.
func Links(text string) []Link { return links(text, true) }

func links(text string, bare bool) []Link {
	if !mayLink(text) {
		return nil
	}
	var found []Link
	for start, end := range words(text) {
		if from, to, ok := linkIn(text[start:end], bare); ok {
			found = append(found, Link{start + from, start + to})
		}
	}
	return found
}

// mayLink is quick and passes nearly all prose: a link has a dot with letters
// on both sides, or a scheme.
func mayLink(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if text[i] == '.' && isNameRune(rune(text[i-1])) && isNameRune(rune(text[i+1])) {
			return true
		}
	}
	return strings.Contains(text, "://")
}

// words yields the runs of text between white space.
func words(text string) func(yield func(start, end int) bool) {
	return func(yield func(int, int) bool) {
		start := -1
		for i, r := range text {
			space := unicode.IsSpace(r) || strings.ContainsRune(`<>"“”`, r)
			switch {
			case space && start >= 0:
				if !yield(start, i) {
					return
				}
				start = -1
			case !space && start < 0:
				start = i
			}
		}
		if start >= 0 {
			yield(start, len(text))
		}
	}
}

// linkIn finds the link in a run without white space.
func linkIn(run string, bare bool) (from, to int, ok bool) {
	if i := schemeIn(run); i >= 0 {
		to = len(run) - trailing(run[i:])
		return i, to, to > i+len("http://")
	}
	if !bare || strings.Contains(run, "@") {
		return 0, 0, false
	}
	from = strings.IndexFunc(run, func(r rune) bool { return r < utf8.RuneSelf && isNameRune(r) })
	if from < 0 {
		return 0, 0, false
	}
	host := run[from:]
	if end := strings.IndexFunc(host, func(r rune) bool { return !isHostRune(r) }); end >= 0 {
		host = host[:end]
	}
	host = strings.TrimRight(host, ".-")
	if !isHost(host) {
		return 0, 0, false
	}
	to = from + len(host)
	if rest := run[to:]; strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, ":") {
		to = len(run) - trailing(rest)
	}
	return from, to, true
}

func schemeIn(run string) int {
	i := strings.Index(run, "://")
	if i < 0 {
		return -1
	}
	head := strings.ToLower(run[max(0, i-5):i])
	switch {
	case strings.HasSuffix(head, "https"):
		return i - 5
	case strings.HasSuffix(head, "http"):
		return i - 4
	}
	return -1
}

// trailing counts the bytes at the end that belong to the sentence.
func trailing(run string) int {
	return len(run) - len(strings.TrimRight(run, ".,;:!?'’)]}…*"))
}

func isHost(host string) bool {
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || len(host) > 253 || strings.Contains(host, "..") {
		return false
	}
	_, known := slices.BinarySearch(xurls.TLDs, strings.ToLower(host[dot+1:]))
	return known
}

func isHostRune(r rune) bool {
	return r < utf8.RuneSelf && (isNameRune(r) && r != '_' || r == '.' || r == '-')
}

func isNameRune(r rune) bool {
	return r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

func isName(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !isNameRune(r) && r != '.' && r != '-' }) < 0
}
