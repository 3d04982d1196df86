package responder

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
