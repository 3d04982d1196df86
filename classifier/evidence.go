package classifier

import (
	"cmp"
	"slices"

	"goodgraces/care"
	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
	"goodgraces/classifier/model"
)

const (
	maxSpans  = 3    // of one label
	evidentAt = 0.5  // probability from which a label is explained
	weighty   = 0.65 // share of the heaviest word's weight that a word needs
)

// span is a run of tokens and the weight it carried.
type span struct {
	first, last int
	weight      float32
}

// judgements lists the labels that evidence may explain.
var judgements = []struct {
	label string
	prob  func(*care.Verdict) float64
	head  model.Head
	boost []features.Cue // cues that a rule of heads.go adds to the model's weights
}{
	{"complaint", func(v *care.Verdict) float64 { return v.Complaint }, model.HeadComplaint, []features.Cue{features.Claim, features.Mock}},
	{"anger", func(v *care.Verdict) float64 { return v.Anger }, model.HeadAnger, []features.Cue{features.Fury}},
	{"praise", func(v *care.Verdict) float64 { return v.Praise }, model.HeadPraise, []features.Cue{features.Adore}},
	{"question", func(v *care.Verdict) float64 { return v.Question }, model.HeadQuestion, []features.Cue{features.Ask}},
	{"sarcasm", func(v *care.Verdict) float64 { return v.Sarcasm }, model.HeadSarcasm, []features.Cue{features.Mock, features.Hype, features.Sour}},
	{"hostility", func(v *care.Verdict) float64 { return v.Hostility }, model.HeadHostility, []features.Cue{features.Insult}},
}

// evidence explains every label that holds: the spans of the original text
// whose n-grams and cues weighed most, at most maxSpans a label, strongest
// first. It is never nil.
func (c *Classifier) evidence(r *reading, text string, v *care.Verdict, f *facts) []care.Evidence {
	out := make([]care.Evidence, 0, 4)
	add := func(label string, spans []span) {
		for _, s := range spans {
			out = append(out, c.quote(r, text, label, s))
		}
	}
	if f.Safety {
		add("safety", c.riskSpans(r, c.labels.safety))
	}
	if f.Legal {
		add("legal", c.riskSpans(r, c.labels.legal))
	}
	r.active = r.active[:0]
	for j := range judgements {
		if judgements[j].prob(v) >= evidentAt {
			r.active = append(r.active, j)
		}
	}
	l, foreign := c.labels.foreign[v.Language]
	if !foreign && len(r.active) > 0 {
		c.weigh(r)
	}
	for k, j := range r.active {
		label := judgements[j].label
		if foreign {
			add(label, readable(l.spans(r.post, label), r.post.List))
			continue
		}
		add(label, heaviest(r.weightOf(k), r.post.List))
	}
	add("topic", r.topicSpans())
	return out
}

// topicSpans returns the words that speak for the post's topics, the strongest
// first.
func (r *reading) topicSpans() []span {
	var spans []span
	for _, h := range r.topics.Hits {
		if h.Weight > 0 {
			spans = append(spans, span{h.First, h.Last, h.Weight})
		}
	}
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(b.weight, a.weight) })
	return readable(spans, r.post.List)
}

// quote maps a span of tokens to the bytes of the original text.
func (c *Classifier) quote(r *reading, text, label string, s span) care.Evidence {
	list := r.post.List.Tokens
	start, end := r.post.Folded.Span(int(list[s.first].Start), int(list[s.last].End))
	return care.Evidence{Label: label, Start: start, End: end, Text: text[start:end]}
}

// riskSpans returns the risk phrases that no idiom touches.
func (c *Classifier) riskSpans(r *reading, label lexicon.Label) []span {
	var spans []span
	for _, m := range r.post.Matches {
		if m.Label == label && !r.masked(m) {
			spans = append(spans, span{first: m.First, last: m.Last})
		}
	}
	return apart(spans)
}

// spans returns the cues of a language that is judged by its lexicon alone.
func (f foreign) spans(p *features.Post, label string) []span {
	own := map[string]lexicon.Label{"complaint": f.complaint, "praise": f.praise, "question": f.question}
	var spans []span
	for _, m := range p.Matches {
		if l, ok := own[label]; ok && m.Label == l {
			spans = append(spans, span{first: m.First, last: m.Last})
		}
	}
	return apart(spans)
}

// apart joins overlapping spans and keeps the first maxSpans.
func apart(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(a.first-b.first, b.last-a.last) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.first <= out[n-1].last {
			out[n-1].last = max(out[n-1].last, s.last)
			continue
		}
		out = append(out, s)
	}
	return out[:min(len(out), maxSpans)]
}

// weigh fills r.weight with what every token added to the own lanes of the
// active judgements: its share of each n-gram it is part of, and its cues.
// Token t's weight for the k-th judgement is r.weight[k*tokens+t].
func (c *Classifier) weigh(r *reading) {
	r.weight = zeroed(r.weight, len(r.post.List.Tokens)*len(r.active))
	r.lanes = r.lanes[:0]
	for _, j := range r.active {
		r.lanes = append(r.lanes, model.HeadLane[judgements[j].head])
	}
	c.weighWords(r)
	c.weighChars(r)
	for k, j := range r.active {
		c.weighCues(r, k, j)
	}
}

// weighCues adds the cues of judgement j, which is the k-th active one.
func (c *Classifier) weighCues(r *reading, k, j int) {
	own, head := r.weightOf(k), judgements[j].head
	dense := &c.model.Dense[model.HeadLane[head]]
	rule := head == model.HeadSarcasm // a rule alone, not a lane
	if rule {
		clear(own)
	}
	for _, m := range r.post.Matches {
		w := c.ruled(head, m.Label)
		if cue := r.post.CueOf(m.Label); cue >= 0 {
			if !rule {
				w += oneCue * dense[cue]
			}
			if slices.Contains(judgements[j].boost, cue) {
				w += boost
			}
		}
		if w == 0 {
			continue
		}
		for i := m.First; i <= m.Last; i++ {
			own[i] += w / float32(m.Last-m.First+1)
		}
	}
}

// ruled is the weight of a phrase by which a rule of heads.go moves a head.
func (c *Classifier) ruled(h model.Head, l lexicon.Label) float32 {
	switch {
	case h == model.HeadComplaint && l == c.labels.mishap, h == model.HeadPraise && l == c.labels.delight, h == model.HeadSarcasm && l == c.labels.irony:
		return rulePhrase
	}
	return 0
}

// What one match of a cue is worth: the value of the first in its dense
// feature, and the weight of the cues that a rule adds.
const (
	oneCue = 0.5
	boost  = 0.3
	// rulePhrase is what a phrase of a rule weighs: the log-odds that it adds
	// (2.4 to 5) in the scale of the lanes.
	rulePhrase = 0.5
)

// weightOf returns the tokens' weights for the k-th active judgement.
func (r *reading) weightOf(k int) []float32 {
	n := len(r.post.List.Tokens)
	return r.weight[k*n : (k+1)*n]
}

func (c *Classifier) weighWords(r *reading) {
	p := r.post
	norm := model.Norm(len(p.Words))
	n, k := len(p.List.Tokens), 0
	for i := range n {
		for size := 1; size <= features.MaxWords && i+size <= n; size++ {
			for a, lane := range r.lanes {
				w := c.model.Weight(lane, p.Words[k]) * norm / float32(size)
				for t := i; t < i+size; t++ {
					r.weight[a*n+t] += w
				}
			}
			k++
		}
	}
}

// weighChars gives the weight of the character n-grams that start at a byte
// to the token that holds their middle.
func (c *Classifier) weighChars(r *reading) {
	p := r.post
	list, length := p.List.Tokens, len(p.List.Norm)
	norm := model.Norm(len(p.Chars))
	n, k, owner := len(list), 0, 0
	for i := range length {
		for owner+1 < n && int(list[owner+1].From) <= i+1 {
			owner++
		}
		grams := max(min(features.MaxChars, length-i)-features.MinChars+1, 0)
		for a, lane := range r.lanes {
			r.weight[a*n+owner] += c.model.Total(lane, p.Chars[k:k+grams]) * norm
		}
		k += grams
	}
}
