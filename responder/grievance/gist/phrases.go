package gist

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"goodgraces/responder/grams"
)

//go:embed phrases.txt
var phrasesText string

// said is what the customers who write of a class say: "fell to bits".
type said struct {
	class  uint64
	second uint64   // its second word without the ending, 0 where it has one alone
	rest   []uint64 // the words behind that
}

// phrases are all that is said, by its first word: lines of a class, a colon, and
// phrases with commas between them.
var phrases = sync.OnceValue(func() map[uint64][]said {
	all := map[uint64][]said{}
	for line := range strings.Lines(phrasesText) {
		class, list, _ := strings.Cut(line, ":")
		for phrase := range strings.SplitSeq(list, ",") {
			words, s := stems(strings.Fields(phrase)), said{class: grams.Hash(class)}
			if len(words) > 1 {
				s.second, s.rest = words[1], words[2:]
			}
			all[words[0]] = append(all[words[0]], s)
		}
	}
	return all
})

// stems are words without their endings, as numbers.
func stems(words []string) []uint64 {
	all := make([]uint64, len(words))
	for i, word := range words {
		all[i] = grams.Hash(grams.Stem(word))
	}
	return all
}

// between is how many other words may stand between two of a phrase: "fell quickly
// to bits".
const between = 2

// stop ends a sentence; no phrase goes past it.
var stop = grams.Hash(".")

// saidIn are the classes of which words of a post say something, each once.
func saidIn(words []string) []uint64 {
	post, phrases := stems(words), phrases()
	var classes []uint64
	for i, first := range post {
		begun := phrases[first]
		if len(begun) == 0 {
			continue
		}
		rest := post[i+1:]
		near := soon(rest)
		for k := range begun {
			if s := &begun[k]; s.goesOn(rest, near) && !slices.Contains(classes, s.class) {
				classes = append(classes, s.class)
			}
		}
	}
	return classes
}

// goesOn reports that a phrase goes on in what follows its first word, of which the
// near words are those among which its second must be.
func (s *said) goesOn(post, near []uint64) bool {
	if s.second == 0 {
		return true
	}
	at := slices.Index(near, s.second)
	if at < 0 {
		return false
	}
	post = post[at+1:]
	for _, word := range s.rest {
		if at = slices.Index(soon(post), word); at < 0 {
			return false
		}
		post = post[at+1:]
	}
	return true
}

// soon is the words among which the next of a phrase must be.
func soon(post []uint64) []uint64 {
	near := post[:min(between+1, len(post))]
	if end := slices.Index(near, stop); end >= 0 {
		near = near[:end]
	}
	return near
}
