package learn

import (
	"slices"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/model"
)

// perTopic is how many corrected posts are examples of a topic, the newest.
const perTopic = 40

// addTopics makes corrected posts examples of their topics where that tells
// more of the held-back posts right than before.
func addTopics(t Task, chosen []example, candidate *model.Patch, r *Report) error {
	line := HeadReport{Label: care.LabelTopic}
	fresh := map[string][]string{}
	var held []example
	for _, e := range slices.Backward(chosen) {
		switch {
		case e.head != topical:
		case e.held:
			held = append(held, e)
			line.Held++
		case len(fresh[e.topic]) < perTopic:
			fresh[e.topic] = append(fresh[e.topic], e.post.Key())
			line.Learned++
		}
	}
	var before map[string][]string
	if t.InForce != nil {
		before = t.InForce.Examples
	}
	candidate.Examples = before
	defer func() { r.Heads = append(r.Heads, line) }()
	if !line.Compared() {
		line.Why = tooFew
		return nil
	}
	old, err := t.told(before, held)
	if err != nil {
		return err
	}
	next, err := t.told(fresh, held)
	if err != nil {
		return err
	}
	line.OldRight, line.NewRight, line.Why = old, next, "no better than before"
	if next > old {
		line.Kept, line.Why, candidate.Examples = true, "better than before", fresh
	}
	return nil
}

// told counts the held-back posts whose topic is told right with examples.
func (t Task) told(examples map[string][]string, held []example) (right int, err error) {
	texts := map[string]string{}
	for i := range t.Posts {
		texts[t.Posts[i].Mention.Key()] = t.Posts[i].Mention.Text
	}
	c, err := WithExamples(t.Base, examples, texts)
	if err != nil {
		return 0, err
	}
	for _, e := range held {
		if c.Judge(e.post).Topic == e.topic {
			right++
		}
	}
	return right, nil
}

// WithExamples gives a classifier the example posts of a patch. texts are the
// posts' texts by key; one that is not there, or empty, teaches nothing.
func WithExamples(c *classifier.Classifier, examples map[string][]string, texts map[string]string) (*classifier.Classifier, error) {
	if len(examples) == 0 {
		return c, nil
	}
	posts := map[string][]string{}
	for topic, keys := range examples {
		for _, key := range keys {
			if texts[key] != "" {
				posts[topic] = append(posts[topic], texts[key])
			}
		}
	}
	return c.WithExamples(posts)
}
