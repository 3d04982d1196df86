package pipeline

import (
	"context"
	"errors"
	"slices"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// An author's posts beyond floodPosts within floodFor get no case of their own
// when they bring nothing new: the case they have stands for them. A furious
// customer with one unsolved problem is heard in one case rather than in ten.
const (
	floodPosts = 8
	floodFor   = time.Hour
)

// newIssue is the probability of a complaint from which a concrete post counts
// as an issue, as in classifier/authors.
const newIssue = 0.5

// latest returns what a profile remembers of a post just added to it, and
// whether the post is surplus.
func latest(p *care.Profile, id string) (t care.Trace, surplus bool) {
	last := len(p.Recent) - 1
	if last < 0 || p.Recent[last].ID != id {
		return t, false
	}
	t = p.Recent[last]
	if t.By != "" {
		return t, false
	}
	n, known := 0, false
	for _, q := range p.Recent[:last] {
		if q.By != "" || t.At.Sub(q.At) > floodFor {
			continue
		}
		n++
		known = known || q.Topic == t.Topic && q.Complaint >= newIssue
	}
	fresh := t.Concrete && t.Complaint >= newIssue && !t.Repeat && !known
	return t, n >= floodPosts && !fresh
}

// keep finds, for each surplus post, the case of its author that stands for it.
// Danger, law and whatever comes after a solved case are never surplus.
func (s stages) keep(ctx context.Context, items []*Item) error {
	cases := map[string]string{}
	for _, it := range items {
		author := it.Mention.AuthorKey()
		if !it.asks() || author == "" {
			continue
		}
		if !it.surplus || it.Verdict.Action == care.ActLegal || it.Verdict.Action == care.ActSafety {
			cases[author] = care.CaseID(it.Mention.Platform, it.Mention.ID)
			continue
		}
		if _, ok := cases[author]; !ok {
			id, err := s.standing(ctx, author)
			if err != nil {
				return err
			}
			cases[author] = id
		}
		if it.kept = cases[author]; it.kept == "" {
			cases[author] = care.CaseID(it.Mention.Platform, it.Mention.ID)
		}
	}
	return nil
}

// solved are the states after which a post is a new matter.
var solved = []care.State{care.StateResolved, care.StateClosed, care.StateLegal, care.StateSafety}

// standing is the case that stands for more posts of an author; "" for none.
func (s stages) standing(ctx context.Context, author string) (string, error) {
	if s.ahead != nil && s.ahead.cases[author] != "" {
		return s.ahead.cases[author], nil
	}
	c, err := s.Store.LatestCase(ctx, author)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return "", nil
	case err != nil:
		return "", err
	case slices.Contains(solved, c.State):
		return "", nil
	}
	return c.ID, nil
}
