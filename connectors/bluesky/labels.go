package bluesky

import "slices"

// label is com.atproto.label.defs#label, or #selfLabel, which has val alone.
type label struct {
	Src string `json:"src"` // DID of who says so: the author, or a moderation service
	Val string `json:"val"`
	Neg bool   `json:"neg"` // takes an earlier one back
}

type labels []label

// labelBot is how an account says that a program runs it.
const labelBot = "bot"

// hidden are the labels by which Bluesky's moderation takes a post from view.
var hidden = map[string]bool{"!takedown": true, "!hide": true, "!suspend": true}

// maxLabels bounds how many labels of a post are kept, maxLabel how long one is:
// the lexicon allows 128 bytes.
const (
	maxLabels = 20
	maxLabel  = 128
)

// selfBot reports whether an account says of itself that a program runs it.
func (ls labels) selfBot(did string) bool {
	return slices.ContainsFunc(ls, func(l label) bool { return l.Val == labelBot && l.Src == did && !l.Neg })
}

// hides reports whether moderation took a post from view.
func (ls labels) hides() bool {
	return slices.ContainsFunc(ls, func(l label) bool { return hidden[l.Val] && !l.Neg })
}

// standing reports whether a label is not one that its source has taken back, in
// a later one.
func standing(l label, later []label) bool {
	return !l.Neg && !slices.Contains(later, label{l.Src, l.Val, true})
}

// tags are labels as they are kept: each once, in order. Those that begin with !
// tell clients what to do and say nothing of the post.
func tags(ls []label) []string {
	var out []string
	for i, l := range ls {
		if standing(l, ls[i+1:]) && l.Val != "" && l.Val[0] != '!' && l.Val != labelBot && len(l.Val) <= maxLabel {
			out = append(out, l.Val)
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), maxLabels)]
}
