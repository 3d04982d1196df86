package store

import "goodgraces/care"

// Encode is everything that Record keeps of a mention, as one text: the bytes
// of the benchmark's yardstick.
func Encode(h Handled, p care.Profile) string {
	doc := toJSON(h.Mention) + verdictJSON(h.Verdict) + toJSON(p)
	if h.Case != nil {
		doc += toJSON(h.Case) + toJSON(h.Draft)
	}
	return doc
}
