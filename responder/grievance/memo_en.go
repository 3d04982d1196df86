package grievance

// memo keeps what was read of a post's words, place by place: many rules begin
// at the same word, and each would read the phrase there again.
type memo struct {
	nominals []nominal    // 0 where it was not asked for
	phrases  []readPhrase // those of at most maxNouns words
}

// readPhrase is what np returned.
type readPhrase struct {
	phrase
	next     int
	ok, read bool
}

// reading reads words, which are not changed any more.
func reading(toks []tok) enParser {
	return enParser{parser: parser{toks}, memo: &memo{make([]nominal, len(toks)), make([]readPhrase, len(toks))}}
}

// nominal tells whether the word at i may stand in a noun phrase, and may end it.
func (p enParser) nominal(i int) nominal {
	if i < 0 || i >= len(p.toks) {
		return notNominal
	}
	kept := &p.memo.nominals[i]
	if *kept == 0 {
		*kept = p.nominalAt(i)
	}
	return *kept
}

// np reads a noun phrase of at most limit words after its determiner.
func (p enParser) np(i, limit int) (phrase, int, bool) {
	if i < 0 || i >= len(p.toks) {
		return p.npAt(i, limit)
	}
	kept := &p.memo.phrases[i]
	if !kept.read {
		n, next, ok := p.npAt(i, maxNouns)
		*kept = readPhrase{n, next, ok, true}
	}
	if limit <= kept.words {
		return p.npAt(i, limit)
	}
	return kept.phrase, kept.next, kept.ok
}
