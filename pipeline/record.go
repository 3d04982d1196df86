package pipeline

import (
	"context"
	"errors"

	"goodgraces/care"
	"goodgraces/store"
)

// record saves what is new, takes in what became of what is known, and erases
// what its author took back.
func (s stages) record(ctx context.Context, items []*Item) error {
	var handled []store.Handled
	var profiles []care.Profile
	var gone []string
	var known []*Item
	saved := map[*care.Profile]bool{}
	for _, it := range items {
		switch {
		case it.Mention.Deleted:
			gone = append(gone, it.Mention.Key())
		case it.Known:
			known = append(known, it)
		default:
			handled = append(handled, it.handled())
			if p := it.Profile; p.Key != "" && !saved[p] {
				saved[p] = true
				profiles = append(profiles, *p)
			}
		}
	}
	gs, err := s.gatherings(ctx, items)
	if err != nil {
		return err
	}
	if len(handled) > 0 || len(gs) > 0 {
		if err := s.Store.Record(ctx, handled, profiles, gs...); err != nil {
			return err
		}
	}
	for _, it := range known {
		if err := s.follow(ctx, it); err != nil {
			return err
		}
	}
	if len(gone) > 0 {
		if err := s.Store.Retract(ctx, gone, s.Now()); err != nil {
			return err
		}
	}
	s.tell(items)
	return nil
}

// follow takes in what became of a post that is known.
func (s stages) follow(ctx context.Context, it *Item) error {
	switch m := &it.Mention; {
	case !m.EditedAt.IsZero():
		return s.revise(ctx, it)
	case len(m.Labels) > 0 || m.LabelsAll:
		return s.Store.Label(ctx, m.Key(), m.Labels, m.LabelsAll)
	}
	return nil
}

// revise takes in that an author changed a post. The new words are judged by
// themselves: the author's history has counted the post already. Where they ask
// something of us and no case stands for the post, they open one.
func (s stages) revise(ctx context.Context, it *Item) error {
	row, err := s.Store.Mention(ctx, it.Mention.Key())
	if errors.Is(err, store.ErrNotFound) || err == nil && (row.Mention.Deleted || !it.Mention.EditedAt.After(row.Mention.EditedAt)) {
		return nil
	}
	if err != nil {
		return err
	}
	guard(s.Log, it, "classify an edited post", func() { s.judgeEdit(it, &row) })
	if it.Err != nil {
		return nil //nolint:nilerr // it goes to the dead letters, alone
	}
	h := store.Handled{Mention: it.Mention, Verdict: it.Verdict}
	anew := &Item{Delivery: it.Delivery, Mention: it.Mention, Verdict: it.Verdict}
	if row.CaseID == "" {
		if err := s.draft(ctx, []*Item{anew}); err != nil {
			return err
		}
		h.Case, h.Draft = anew.Case, anew.Draft
	}
	if err := s.Store.Revise(ctx, h, s.Now()); err != nil {
		return err
	}
	if anew.ready() {
		s.toPolish(h.Case.ID)
	}
	return nil
}

// judgeEdit judges the new words of a post, and meets its author as before.
func (s stages) judgeEdit(it *Item, row *store.MentionRow) {
	v := &it.Verdict
	*v = s.Classifier().Assess(&it.Mention, &care.Profile{Key: it.Mention.AuthorKey()})
	passOver(&it.Mention, v)
	if v.Standing = row.Verdict.Standing; v.Standing != nil && v.Standing.Stance != care.StanceEngage && v.Action.Drafts() {
		v.Action, v.Rule = care.ActFold, row.Verdict.Rule
	}
	if row.Verdict.Rule == howItWent {
		onlyComplaints(v)
	}
}

// handled is an item as it is stored. Where something else stands for a post,
// what explains its verdict is left out: there may be ten thousand of them.
func (it *Item) handled() store.Handled {
	h := store.Handled{
		Mention: it.Mention, Verdict: it.Verdict, Case: it.Case, Draft: it.Draft, Profile: it.Profile.Key,
		Answer: it.answer, Sight: it.sight.Mark(), Spot: it.place.Spot, Own: it.place.Own, KeptWith: it.kept,
	}
	if h.KeptWith != "" || h.Spot != "" && !h.Own {
		h.Verdict.Evidence, h.Verdict.Standing = nil, nil
	}
	return h
}

// tell counts and logs what was recorded.
func (s stages) tell(items []*Item) {
	now := s.Now()
	for _, it := range items {
		if !it.fresh() {
			continue
		}
		s.Metrics.recorded(it, now.Sub(it.At))
		if it.ready() {
			s.toPolish(it.Case.ID)
		}
		s.Log.Debug("mention judged", "mention", it.Key, "action", it.Verdict.Action, "connector", it.Mention.Connector)
	}
}
