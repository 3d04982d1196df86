package learn

import (
	_ "embed"
	"strings"
)

//go:embed guard.txt
var guardFile string

// guardPost is a plain post: no model may unlearn to judge it.
type guardPost struct {
	text   string
	labels map[string]bool
}

// guard reads the guard set: on each line the labels that hold, then a tab and
// the post.
func guard() []guardPost {
	var out []guardPost
	for line := range strings.Lines(guardFile) {
		labels, text, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue // a comment
		}
		p := guardPost{text, map[string]bool{}}
		for l := range strings.FieldsSeq(labels) {
			p.labels[l] = true
		}
		out = append(out, p)
	}
	return out
}
