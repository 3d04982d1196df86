package store

import (
	"cmp"
	"strings"

	"goodgraces/care"
)

// rewritten is how much of a draft was rewritten before approval, in
// thousandths of its words: the edit distance of the words of both messages,
// divided by the words of the longer side. Spaces do not count. Where the
// answer goes without a message, the wording for that is what was drafted; of a
// question the words that hold it.
func rewritten(draft, approved care.Draft) int64 {
	public := apart(cmp.Or(draft.Text, draft.Holding), approved.Text)
	if otherwise := apart(draft.Otherwise, approved.Text); draft.Otherwise != "" && otherwise.edits < public.edits {
		public = otherwise
	}
	whole := public
	if draft.Private.Text != "" && approved.Private.Text != "" {
		private := apart(draft.Private.Text, approved.Private.Text)
		whole = gap{public.edits + private.edits, public.words + private.words}
	}
	if whole.edits == 0 {
		return 0
	}
	return max(1, int64(1000*whole.edits/whole.words))
}

// gap is how many words differ, of how many.
type gap struct{ edits, words int }

func apart(a, b string) gap {
	was, is := strings.Fields(a), strings.Fields(b)
	return gap{edits(was, is), max(len(was), len(is))}
}

// maxWords bounds what is compared: the time grows with its square. The
// longest answer of a platform has about 400 words.
const maxWords = 2000

// edits is the Levenshtein distance of two lists of words.
func edits(a, b []string) int {
	a, b = a[:min(len(a), maxWords)], b[:min(len(b), maxWords)]
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
