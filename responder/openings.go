package responder

import "slices"

// openings tells by a word the phrases of a table that begin with it, so that
// a post is looked through once for all of them.
type openings map[string][]opening

type opening struct {
	row    int // of the table
	phrase phrase
}

// openingsOf reads the phrases of the rows of a table.
func openingsOf(rows ...[]phrase) openings {
	o := openings{}
	for row, phrases := range rows {
		for _, p := range phrases {
			o[p[0]] = append(o[p[0]], opening{row, p})
		}
	}
	return o
}

// byLanguage reads the phrases of tables by language.
func byLanguage[R any](tables map[string][]R, phrasesOf func(R) []phrase) map[string]openings {
	all := map[string]openings{}
	for language, table := range tables {
		rows := make([][]phrase, len(table))
		for i, row := range table {
			rows[i] = phrasesOf(row)
		}
		all[language] = openingsOf(rows...)
	}
	return all
}

// rows tells by a word the rows of a table that have it.
type rows map[string][]int

// rowsByLanguage reads the words of tables by language.
func rowsByLanguage[R any](tables map[string][]R, wordsOf func(R) map[string]bool) map[string]rows {
	all := map[string]rows{}
	for language, table := range tables {
		all[language] = rows{}
		for i, row := range table {
			for word := range wordsOf(row) {
				all[language][word] = append(all[language][word], i)
			}
		}
	}
	return all
}

// of is the rows that have any of the words, in their order.
func (r rows) of(words []string) []int {
	var found []int
	for _, word := range words {
		found = append(found, r[word]...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// at is how many words the longest phrase has that stands at i, 0 for none.
func (o openings) at(words []string, i int) int {
	n := 0
	for _, p := range o[words[i]] {
		if p.phrase.at(words, i) {
			n = max(n, len(p.phrase))
		}
	}
	return n
}

// standIn reports that any of the phrases stands among words.
func (o openings) standIn(words []string) bool {
	for i := range words {
		if o.at(words, i) > 0 {
			return true
		}
	}
	return false
}

// first is the first row of the table of which a phrase stands among words,
// where takes agrees to the row and the place.
func (o openings) first(words []string, takes func(row, at int) bool) (row int, found bool) {
	for i, word := range words {
		for _, p := range o[word] {
			if (!found || p.row < row) && p.phrase.at(words, i) && takes(p.row, i) {
				row, found = p.row, true
			}
		}
	}
	return row, found
}
