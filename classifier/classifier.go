// Package classifier turns a mention into a care.Verdict: calibrated
// probabilities, severity, topic, action, and the spans of text that carried
// each judgement. Everything runs locally on one CPU.
//
// A post goes one way: fold (hostile text made safe) → tokens (prose) →
// features (n-grams, lexicon cues) → model (all scores in one pass) → heads,
// severity, topic, policy, evidence.
package classifier

import (
	"fmt"
	"slices"
	"sync"

	"goodgraces/care"
	"goodgraces/classifier/authors"
	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
	"goodgraces/classifier/model"
	"goodgraces/classifier/topics"
)

// Classifier judges mentions. It is immutable and safe for any number of
// goroutines. No text, of whatever shape, makes it panic or take longer than
// 50 ms.
type Classifier struct {
	model   *model.Model
	lexicon *lexicon.Lexicon
	labels  labels
	deeds   deeds
	people  people
	policy  *policy
	pool    *sync.Pool // of *reading
}

// Default loads the model that ships with the binary.
func Default(p Policy) (*Classifier, error) { return Load(model.Shipped(), p) }

// Load reads a model file written by `graces train`. It keeps using the
// bytes, which must not change.
func Load(file []byte, p Policy) (*Classifier, error) {
	m, err := model.Load(file)
	if err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	x, err := lexicon.Default()
	if err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	judgeBy, err := newPolicy(p)
	if err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	pool := &sync.Pool{New: func() any { return &reading{post: features.New(x)} }}
	return &Classifier{model: m, lexicon: x, labels: newLabels(x), deeds: newDeeds(x), people: newPeople(x), policy: judgeBy, pool: pool}, nil
}

// With returns a classifier that judges with what was learned on top of the
// same model, under the version "MODEL+NAME".
func (c *Classifier) With(p *model.Patch, name string) (*Classifier, error) {
	m, err := c.model.Patched(p, name)
	if err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	next := *c
	next.model = m
	return &next, nil
}

// Voted returns a classifier that weighs the signals of an author as people's
// votes on them say, by the signal's name: on top of the policy's weights.
func (c *Classifier) Voted(votes map[string]authors.Votes) *Classifier {
	next, policy := *c, *c.policy
	if policy.Authors.Weights == nil {
		policy.Authors.Weights = authors.DefaultWeights()
	}
	policy.Authors.Weights = policy.Authors.Weights.Learned(votes)
	next.policy = &policy
	return &next
}

// WithExamples returns a classifier whose taxonomy has more example posts, by
// topic. Topics that it does not have, and posts that can be no examples (no
// word, too long, too many), are left out.
func (c *Classifier) WithExamples(posts map[string][]string) (*Classifier, error) {
	p := c.policy.Policy
	p.Topics = slices.Clone(p.Topics)
	for i := range p.Topics {
		t := &p.Topics[i]
		for _, post := range posts[t.Name] {
			more := topics.Topic{Name: t.Name, Examples: append(slices.Clone(t.Examples), post)}
			if len(topics.Check([]topics.Topic{more})) == 0 {
				t.Examples = more.Examples
			}
		}
	}
	judgeBy, err := newPolicy(p)
	if err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	next := *c
	next.policy = judgeBy
	return &next, nil
}

// Model is the model that it judges with.
func (c *Classifier) Model() *model.Model { return c.model }

// Version names the model.
func (c *Classifier) Version() string { return c.model.Version() }

// Topics names the topics that a verdict may have, in the taxonomy's order.
func (c *Classifier) Topics() []string { return c.policy.topics.Names() }

// Judge judges one post by its text, its platform and language tag, and whose
// thread it stands in.
func (c *Classifier) Judge(m *care.Mention) care.Verdict {
	r := c.pool.Get().(*reading)
	defer c.release(r)
	return c.judge(r, m)
}

// Assess judges a post with its author's history, adds the post to the
// history, and sets Verdict.Standing and, where the standing calls for it, the
// action fold. p must not be used by another goroutine meanwhile; a fresh
// author is &care.Profile{Key: m.AuthorKey()}. Posts of the brand itself
// (ByBrand) count as our answers in the profile of the author they answer,
// which is the one to pass.
func (c *Classifier) Assess(m *care.Mention, p *care.Profile) care.Verdict {
	r := c.pool.Get().(*reading)
	defer c.release(r)
	v := c.judge(r, m)
	rules := &c.policy.Authors
	rules.Update(p, m, &v, c.look(r, m, &v), c.policy.Brand)
	if s, known := rules.Stand(p); known {
		v.Standing = &s
		if a := foldFor(v.Action, s.Stance); a != v.Action {
			v.Action, v.Rule = a, "how we meet this author"
		}
	}
	return v
}

// reading is the scratch space of one judgement.
type reading struct {
	post   *features.Post
	scores model.Scores
	// complaint is the probability of a complaint if the post was said to us,
	// whatever the platform: what the author's history remembers.
	complaint float64
	mask      []bool       // tokens that an idiom covers
	active    []int        // judgements to be explained
	lanes     []model.Lane // theirs
	weight    []float32    // of tokens, for each of them
	topics    topics.Scratch
	words     []uint64 // hashes of the words, for the author's history
}

// zeroed returns n zeros, in s where it is long enough.
func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, 2*n)
	}
	s = s[:n]
	clear(s)
	return s
}

// maxKept bounds the scratch space that goes back to the pool, in n-grams.
const maxKept = 1 << 14

func (c *Classifier) release(r *reading) {
	if len(r.post.Chars) > maxKept {
		return
	}
	c.pool.Put(r)
}

// judge fills the verdict from the text.
func (c *Classifier) judge(r *reading, m *care.Mention) care.Verdict {
	r.post.Read(m.Text)
	r.scores = c.model.Score(r.post)
	v := care.Verdict{Model: c.model.Version(), Language: language(m.Lang, r.post), Topics: c.policy.topics.Read(r.post.List, &r.topics)}
	v.Topic = v.Topics[0]
	c.probabilities(r, m.Platform, &v)
	v.Severity = severity(r.post, &v)
	f := c.facts(r, m, &v)
	c.policy.decide(&f)
	v.Evidence = c.evidence(r, m.Text, &v, &f)
	return v
}
