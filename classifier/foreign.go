package classifier

import (
	"math"

	"goodgraces/care"
	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
)

// foreign judges posts in a language for which there is a small lexicon and
// no training data. It is coarse, and says so by staying off the extremes.
type foreign struct{ complaint, praise, question, irony lexicon.Label }

// The log-odds: a post without any cue, and what one cue adds.
const (
	foreignBase = -1.4
	foreignCue  = 1.7
	foreignMost = 3 // cues that count
)

func (f foreign) judge(p *features.Post, v *care.Verdict) {
	bad := f.cues(p, f.complaint) + capped(p.Count(features.Fury))
	good := f.cues(p, f.praise) + capped(p.Count(features.Joy))
	ironic := p.Counts[f.irony] > 0 // "gracias por nada"
	if ironic {
		bad, good = bad+1, 0
	}
	asks := f.cues(p, f.question) / 2
	if p.Dense[features.ShapeQuestion] > 0 {
		asks += 2
	}
	v.Complaint = logistic(foreignBase + foreignCue*(bad-good/2))
	v.Praise = logistic(foreignBase + foreignCue*(good-bad))
	v.Question = logistic(foreignBase + foreignCue*asks - 1)
	v.Anger = logistic(-3 + foreignCue*(capped(p.Count(features.Fury))+capped(p.Count(features.Swear))+max(bad-1, 0)/2))
	v.Hostility = logistic(-3.5 + foreignCue*(capped(p.Count(features.Insult))+capped(p.Count(features.Swear))))
	v.Sarcasm = logistic(-3)
	if ironic {
		v.Sarcasm = logistic(foreignCue)
	}
}

func (f foreign) cues(p *features.Post, l lexicon.Label) float64 { return capped(int(p.Counts[l])) }

func capped(n int) float64 { return math.Min(float64(n), foreignMost) }
