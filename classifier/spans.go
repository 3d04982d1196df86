package classifier

import (
	"cmp"
	"slices"
	"strings"

	"goodgraces/classifier/tokens"
)

// heaviest returns the heaviest runs of weighty words, strongest first, in
// words that mean something to a reader.
func heaviest(weight []float32, list *tokens.List) []span {
	if len(weight) == 0 {
		return nil
	}
	top := slices.Max(weight)
	if top <= 0 {
		return nil
	}
	var spans []span
	for i, w := range weight {
		if w < weighty*top {
			continue
		}
		if n := len(spans); n > 0 && spans[n-1].last == i-1 {
			spans[n-1].last, spans[n-1].weight = i, spans[n-1].weight+w
			continue
		}
		spans = append(spans, span{i, i, w})
	}
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(b.weight, a.weight) })
	return readable(spans, list)
}

// readable widens spans to whole words and to the next word that means
// something, drops those without one and those that repeat or overlap an
// earlier one, and keeps the first maxSpans.
func readable(spans []span, list *tokens.List) []span {
	out := spans[:0]
	for _, s := range spans {
		s.whole(list.Tokens)
		if s.content(list.Tokens) && len(out) < maxSpans && !slices.ContainsFunc(out, func(o span) bool { return s.doubles(o, list) }) {
			out = append(out, s)
		}
	}
	return out
}

// doubles reports a span that overlaps another or says the same.
func (s span) doubles(o span, list *tokens.List) bool {
	if s.first <= o.last && o.first <= s.last {
		return true
	}
	return slices.EqualFunc(list.Tokens[s.first:s.last+1], list.Tokens[o.first:o.last+1], func(a, b tokens.Token) bool { return a.Hash == b.Hash })
}

// reach is how many words a span of function words may grow by on either side.
const reach = 2

// content trims marks from the ends of a span and, where it holds function
// words alone, widens it to the next word in the sentence that is none, to the
// right first. It reports whether there is one.
func (s *span) content(list []tokens.Token) bool {
	for s.first < s.last && list[s.first].Kind == tokens.Punct {
		s.first++
	}
	for s.first < s.last && list[s.last].Kind == tokens.Punct {
		s.last--
	}
	for i := s.first; i <= s.last; i++ {
		if says(&list[i]) {
			return true
		}
	}
	for i := s.last + 1; i < len(list) && i <= s.last+reach && list[i].Kind != tokens.Punct && list[s.last].Kind != tokens.Punct; i++ {
		if says(&list[i]) {
			s.last = i
			return true
		}
	}
	for i := s.first - 1; i >= 0 && i >= s.first-reach && list[i].Kind != tokens.Punct; i-- {
		if says(&list[i]) {
			s.first = i
			return true
		}
	}
	return false
}

// says reports a token that means something by itself.
func says(t *tokens.Token) bool {
	switch t.Kind {
	case tokens.Word:
		return !functionWords.Has(t.Hash)
	case tokens.Emoji, tokens.Hashtag:
		return true
	}
	return false
}

// functionWords mean nothing to a reader without a neighbour.
var functionWords = tokens.NewSet(strings.Fields(strings.Join([]string{
	"a an the this that these those i me my mine we us our ours you your yours u ur he him his she her hers it its they them their who whom whose which what when where why how",
	"is are was were be been being am 's 're 'm 've 'll 'd do does did doing done has have had having can could will would shall should may might must ca wo n't not no nor im ive dont cant wont didnt doesnt isnt wasnt",
	"and or but if so as than then because while though of in on at to from by with about for into onto over under up out off after before since until through between",
	"all any some each every both such only own same too very just also even still yet ever there here now again more most other another much many one please hi hello hey oh ok yes yeah just really quite rather get got go going let say says said getting without against anyone anybody someone somebody everyone everybody something anything everything",
	"el la los las un una de del que y en no me mi mis se es su lo con por para como más ya muy al hay está han ha he qué quién cuándo dónde donde cómo cuánto cuál puede pueden nadie",
	"der die das den dem des ein eine einen einem und ist sind war nicht ich mich mir mein meine wir uns ihr sie es er mit auf für von zu bei im am aber auch noch schon wie was wer wo wann warum welcher welche habe haben hat kann ihm kein keine immer seit nach aus man",
}, " "))...)

// whole widens a span to whole words: tokens that touch without a space.
func (s *span) whole(list []tokens.Token) {
	for s.first > 0 && list[s.first-1].End == list[s.first].Start && list[s.first].Kind == tokens.Word && list[s.first-1].Kind == tokens.Word {
		s.first--
	}
	for s.last+1 < len(list) && list[s.last].End == list[s.last+1].Start && list[s.last+1].Kind == tokens.Word && list[s.last].Kind == tokens.Word {
		s.last++
	}
}
