package desk

import (
	"slices"
	"strings"
	"unicode"

	"goodgraces/responder/templates/form"
)

// bit is a stretch of a text that stayed, came ("ins") or went ("del").
type bit struct{ Kind, Text string }

// longest is how many words of a text are compared one by one; the comparison
// takes their square.
const longest = 600

// compareWords tells what a text gained and lost, word by word.
func compareWords(old, now string) []bit {
	a, b := wordsOf(old), wordsOf(now)
	if len(a) > longest || len(b) > longest {
		return []bit{{"del", old}, {"ins", now}}
	}
	common := commonWords(a, b)
	var out []bit
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && bare(a[i]) == bare(b[j]):
			out = append(out, bit{"", b[j]})
			i, j = i+1, j+1
		case i < len(a) && (j == len(b) || common[i+1][j] >= common[i][j+1]):
			out = append(out, bit{"del", a[i]})
			i++
		default:
			out = append(out, bit{"ins", b[j]})
			j++
		}
	}
	return joinBits(out)
}

// wordsOf cuts a text after the space behind each word.
func wordsOf(text string) []string {
	var out []string
	start, space := 0, false
	for i, r := range text {
		if space && !unicode.IsSpace(r) {
			out = append(out, text[start:i])
			start = i
		}
		space = unicode.IsSpace(r)
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

func bare(word string) string { return strings.TrimSpace(word) }

// commonWords is, for every pair of places, how many words two texts have in
// common from there on, in order.
func commonWords(a, b []string) [][]int {
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i, x := range slices.Backward(a) {
		for j, y := range slices.Backward(b) {
			if bare(x) == bare(y) {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	return common
}

// joinBits joins words of one kind, and puts what went before what came.
func joinBits(words []bit) []bit {
	var out []bit
	var del, ins strings.Builder
	flush := func() {
		for _, b := range []bit{{"del", del.String()}, {"ins", ins.String()}} {
			if b.Text != "" {
				out = append(out, b)
			}
		}
		del.Reset()
		ins.Reset()
	}
	for _, w := range words {
		switch w.Kind {
		case "del":
			del.WriteString(w.Text)
		case "ins":
			ins.WriteString(w.Text)
		default:
			flush()
			if n := len(out); n > 0 && out[n-1].Kind == "" {
				out[n-1].Text += w.Text
			} else {
				out = append(out, w)
			}
		}
	}
	flush()
	return out
}

// likeness is the share of words that two texts have in common, 0 to 1.
func likeness(a, b string) float64 {
	x, y := wordsOf(a), wordsOf(b)
	if len(x) == 0 || len(y) == 0 || len(x) > longest || len(y) > longest {
		return 0
	}
	return 2 * float64(commonWords(x, y)[0][0]) / float64(len(x)+len(y))
}

// diffGroup is what changed in one section of a template.
type diffGroup struct {
	Title  string
	Fields []diffField
}

type diffField struct {
	Title string
	Lines []diffLine
	Order bool // the same lines in another order
}

// diffLine is one line that came, went or was reworded.
type diffLine struct {
	Kind string // "added", "removed" or "changed"
	Bits []bit
}

// compareTemplates tells what changed from one text of a template to another.
func compareTemplates(old, now *form.Doc) []diffGroup {
	groups := make([]diffGroup, len(templateGroups))
	for i, g := range templateGroups {
		groups[i].Title = g.title
	}
	for _, p := range form.Places() {
		g := &groups[groupOfPlace(p.Path)]
		for _, key := range keysOfBoth(p, old, now) {
			path := p.Path
			title := placeWords(path, "").title
			if key != "" {
				path += "." + key
				title += ": " + words(key)
			}
			if f, changed := compareLines(title, old.Values(path), now.Values(path)); changed {
				g.Fields = append(g.Fields, f)
			}
		}
	}
	return slices.DeleteFunc(groups, func(g diffGroup) bool { return len(g.Fields) == 0 })
}

func keysOfBoth(p form.Place, old, now *form.Doc) []string {
	if !p.Keyed {
		return []string{""}
	}
	keys := now.Keys(p.Path)
	for _, k := range old.Keys(p.Path) {
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// alike is the share of words from which a line counts as reworded.
const alike = 0.4

// compareLines tells what changed in a list.
func compareLines(title string, old, now []string) (f diffField, changed bool) {
	f.Title = title
	if slices.Equal(old, now) {
		return f, false
	}
	gone, came := without(old, now), without(now, old)
	if len(old) == 1 && len(now) == 1 {
		f.Lines = []diffLine{{"changed", compareWords(old[0], now[0])}}
		return f, true
	}
	for _, line := range came {
		best := mostLike(line, gone)
		if best < 0 {
			f.Lines = append(f.Lines, diffLine{"added", []bit{{"ins", line}}})
			continue
		}
		f.Lines = append(f.Lines, diffLine{"changed", compareWords(gone[best], line)})
		gone = slices.Delete(gone, best, best+1)
	}
	for _, line := range gone {
		f.Lines = append(f.Lines, diffLine{"removed", []bit{{"del", line}}})
	}
	f.Order = len(f.Lines) == 0
	return f, true
}

// mostLike is the line that is most like another, -1 where none is alike.
func mostLike(line string, lines []string) int {
	best, most := -1, alike
	for i, l := range lines {
		if k := likeness(l, line); k >= most {
			best, most = i, k
		}
	}
	return best
}

// without is the lines of a list that another lacks; a line that stands twice
// must be there twice.
func without(lines, other []string) []string {
	other = slices.Clone(other)
	var out []string
	for _, l := range lines {
		if at := slices.Index(other, l); at >= 0 {
			other = slices.Delete(other, at, at+1)
			continue
		}
		out = append(out, l)
	}
	return out
}
