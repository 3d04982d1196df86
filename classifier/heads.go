package classifier

import (
	"math"
	"strings"

	"goodgraces/care"
	"goodgraces/classifier/features"
	"goodgraces/classifier/model"
)

// probabilities fills the verdict's probabilities. The model gives log-odds;
// rules that no set here teaches move them.
func (c *Classifier) probabilities(r *reading, platform string, v *care.Verdict) {
	if score, ok := c.labels.foreign[v.Language]; ok {
		score.judge(r.post, v)
		r.complaint = v.Complaint
		return
	}
	s, p := &r.scores, r.post
	v.Sarcasm = logistic(c.sarcasm(p))
	turned := v.Sarcasm * v.Sarcasm
	c.complaint(r, platform, turned, v)
	clear := clearPraise * float64(p.Dense[features.Adore]) * (1 - r.complaint)
	clear += delightPraise * capped2(p.Counts[c.labels.delight]+p.Counts[c.labels.spared]) * (1 - v.Complaint)
	if p.ClosesWithThanks() {
		clear -= politeThanks
	}
	if p.ThanksAlone() && p.Count(features.Letdown)+p.Count(features.Insult)+p.Count(features.Blame) > 0 {
		clear -= bitterThanks
	}
	v.Praise = logistic(float64(s.Heads[model.HeadPraise]) + clear - sarcasticPraise*turned)
	v.Anger = logistic(float64(s.Heads[model.HeadAnger]) + clearAnger*float64(p.Dense[features.Fury]))
	v.Hostility = logistic(float64(s.Heads[model.HeadHostility]) + clearInsult*float64(p.Dense[features.Insult]))
	v.Question = s.Prob(model.HeadQuestion)
	if p.AsksUnmarked() {
		v.Question = max(v.Question, asksUnmarked)
	}
}

// complaint fills the probability of a complaint. The model learned from
// tweets, where those to a brand begin with its handle. What comes to us on
// other ways (a review, a web form, a channel of ours) was said to us too.
func (c *Classifier) complaint(r *reading, platform string, turned float64, v *care.Verdict) {
	x := float64(r.scores.Heads[model.HeadComplaint]) + sarcasticComplaint*turned + c.told(r)
	if r.post.Addressed() {
		if reproaches := r.post.Count(features.Insult) + r.post.Count(features.Blame); reproaches > 0 && r.scores.Prob(model.HeadPraise) < 0.5 {
			x += reproachComplaint
		}
		r.complaint = logistic(x)
		v.Complaint = r.complaint
		return
	}
	r.complaint = logistic(x + saidToUs)
	v.Complaint = r.complaint
	if searched[strings.ToLower(platform)] {
		v.Complaint = logistic(x - foundByWord)
	}
}

// told is what the rules know of a complaint that the model's words do not
// say: what went wrong in plain words, praise in rough ones, what others said,
// and questions about a rule.
func (c *Classifier) told(r *reading) float64 {
	p := r.post
	good := capped2(p.Counts[c.labels.delight])
	switch {
	case p.Counts[c.labels.reports] > 0 && p.Quotes():
		return -quotedComplaint
	case c.asksInGeneral(p):
		return -genericComplaint
	case p.Counts[c.labels.irony] > 0:
		return 0
	case p.Counts[c.labels.spared] > 0 && p.Count(features.Letdown)+p.Count(features.Accuse) <= int(p.Counts[c.labels.spared]) && !p.Turns():
		return -deniedComplaint
	case c.jests(p):
		return -jestComplaint
	case good > 0 && p.Count(features.Denied) > 0 && !p.Turns():
		return -deniedComplaint
	case good > 0 && p.Count(features.Claim)+int(p.Counts[c.labels.mishap]) == 0:
		return -delightComplaint * good
	case p.Turns() && p.Count(features.Claim) > 0:
		return turnedComplaint
	case p.Dense[features.CrossIf] > 0 || p.Count(features.Denied) > 0:
		return 0
	case c.wrongs(p)+p.Count(features.Letdown) == 0 && r.scores.Prob(model.HeadPraise) >= surePraise:
		return -gladComplaint
	}
	return mishapComplaint * capped2(p.Counts[c.labels.mishap])
}

// jests reports a joke or a greeting that tells of no mishap.
func (c *Classifier) jests(p *features.Post) bool {
	return p.Counts[c.labels.jest] > 0 && c.wrongs(p)+p.Count(features.Sour) == 0
}

// wrongs counts what a post says went wrong.
func (c *Classifier) wrongs(p *features.Post) int {
	return p.Count(features.Claim) + p.Count(features.Accuse) + int(p.Counts[c.labels.mishap])
}

// asksInGeneral reports a question about a rule, of nobody's own case.
func (c *Classifier) asksInGeneral(p *features.Post) bool {
	asks := p.Dense[features.ShapeQuestion] > 0 && p.Dense[features.ShapeStartsAsking] > 0
	told := p.Count(features.Claim) > 0 && p.Dense[features.ShapeFirstPerson] > 0
	return asks && p.Counts[c.labels.generic] > 0 && !told && p.Count(features.Accuse)+p.Count(features.Letdown) == 0
}

// capped2 is how often a phrase stands in a post, as far as it counts.
func capped2(n uint8) float64 { return math.Min(float64(n), 2) }

// What one phrase of these sections moves the log-odds by.
const (
	mishapComplaint   = 2.4
	delightComplaint  = 1.5
	deniedComplaint   = 4.0 // "no hidden fees, never looked back"
	delightPraise     = 5.0
	quotedComplaint   = 7.0
	turnedComplaint   = 1.5 // "lovely shop, but the parcels came damaged"
	genericComplaint  = 3.0
	jestComplaint     = 4.0
	reproachComplaint = 0.8 // an insult to our face, though it says of nothing what went wrong
	gladComplaint     = 2.0 // where praise is sure and nothing went wrong
	surePraise        = 0.85
)

// saidToUs is what a handle in the first place adds to the log-odds of a
// complaint: the model's own weight of it, the mean of 200 posts.
const saidToUs = 0.54

// foundByWord is what the log-odds of a complaint lose where a post was found
// by a word in it and is addressed to nobody: far fewer of those are complaints
// than of what the model learned from. At 0.85 it judges 68 of 100 complaints
// of that kind so (37 before it learned from written posts), and 14 of 100 others.
const foundByWord = 0.85

// searched lists the platforms where a post may have been found by a word in
// it: one that is addressed to nobody is likely to be about something else.
var searched = map[string]bool{"x": true, "twitter": true, "bluesky": true, "mastodon": true}

// How far certain sarcasm moves the log-odds of its neighbours.
const (
	sarcasticComplaint = 5.0
	sarcasticPraise    = 6
)

// What angry pictures add to the log-odds of anger, and insults to those of
// hostility: Reddit and issue threads have few of either.
const (
	clearAnger  = 2.0
	clearInsult = 3.5
)

// asksUnmarked is the least probability of a question that has its form and
// lacks its mark: the model learned from questions that have theirs.
const asksUnmarked = 0.75

// clearPraise is what a clear phrase of praise ("couldn't be happier") adds to
// the log-odds of praise where nothing is complained of: comments on Reddit,
// from which praise is learned, hardly know such phrases.
const clearPraise = 2.5

// politeThanks is what thanks lose of the log-odds of praise where they only
// close a request.
const politeThanks = 2.0

// bitterThanks is what thanks lose beside a reproach, where nothing is praised
// ("Acme is evil. Thanks for tuning in!").
const bitterThanks = 4.0

// sarcasm gives the log-odds of sarcasm. It is a weak head: no set here is
// labelled for it, so it is a rule: words of praise beside a mishap.
func (c *Classifier) sarcasm(p *features.Post) float64 {
	x := -3.5
	if p.Counts[c.labels.irony] > 0 {
		x += ironic
	}
	if p.Count(features.Hype) > 0 {
		mishap := p.Count(features.Sour) + p.Count(features.Claim) + p.Count(features.Letdown)
		x += 1.2 * math.Min(float64(mishap), 3)
		if mishap > 0 {
			x += 1 + 0.8*math.Min(float64(p.Count(features.Fury)), 1)
		}
	}
	x += 4 * math.Min(float64(p.Count(features.Mock)), 1)
	x -= 1.5 * math.Min(float64(p.Count(features.Denied)), 2)
	x -= 0.8 * math.Min(float64(p.Count(features.Joy)), 2)
	return x
}

// ironic is what a phrase of irony adds to the log-odds of sarcasm.
const ironic = 5.0

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// severity grades the reproach (Jin & Aletras 2021, four grades): blame where
// the author holds us liable ("thieves"), accusation where they say that we
// did it ("you lost my bag"), disapproval where they say how they feel about
// it. A post that is neither a complaint nor angry reproaches nobody.
func severity(p *features.Post, v *care.Verdict) care.Severity {
	if !reproaches(p, v) {
		return care.NoReproach
	}
	switch {
	case p.Count(features.Blame) > 0, p.Count(features.Insult) > 0 && v.Hostility >= 0.5:
		return care.Blame
	case p.Count(features.Accuse) > 0:
		return care.Accusation
	case p.Count(features.Disapprove) > 0, p.Count(features.Letdown) > 0, p.Count(features.Fury) > 0,
		p.Count(features.Swear) > 0, v.Sarcasm >= 0.5, v.Anger >= 0.5:
		return care.Disapproval
	}
	return care.NoReproach
}

// reproaches reports a post that may hold a reproach at all: a complaint, an
// angry one, or one that is neither praise nor a question and not far from one.
func reproaches(p *features.Post, v *care.Verdict) bool {
	if v.Complaint >= 0.5 || v.Anger >= 0.5 || v.Hostility >= 0.5 {
		return true
	}
	const near = 0.05
	return v.Complaint >= near && v.Praise < 0.5 && v.Question < 0.5 && p.Count(features.Denied) == 0
}
