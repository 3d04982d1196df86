package store

import (
	"context"
	"slices"

	"goodgraces/care"
)

// Event is one post of an author with what became of it.
type Event struct {
	MentionRow
	File    *CaseFile      // of the case that it opened; nil where it has none, or one that stands for it
	Answers []care.Mention // of the brand, to this post, as connectors read them
}

// Timeline lists what some accounts wrote, newest first, from behind the
// mention key after ("" for the start), at most n (0 is 100).
func (s *Store) Timeline(ctx context.Context, authorKeys []string, after string, n int) ([]Event, error) {
	var events []Event
	err := s.view(ctx, func(q querier) error {
		rows, err := find(ctx, q, scanMention, timelineQuery(authorKeys, after, n))
		if err != nil {
			return err
		}
		events = make([]Event, len(rows))
		for i, r := range rows {
			events[i].MentionRow = r
		}
		if err := addFiles(ctx, q, events); err != nil {
			return err
		}
		return addAnswers(ctx, q, events)
	})
	return events, err
}

func timelineQuery(authorKeys []string, after string, n int) *query {
	q := new(query).add("SELECT "+mentionColumns+" FROM mentions m WHERE m.author IN (?)", authorKeys)
	if after != "" {
		q.add(" AND m.seq < (SELECT seq FROM mentions WHERE key = ?)", after)
	}
	return q.add(" ORDER BY m.seq DESC LIMIT ?", limit(n))
}

// addFiles adds the cases of the posts that have one.
func addFiles(ctx context.Context, q querier, events []Event) error {
	var ids []string
	for _, e := range events {
		if e.CaseID != "" {
			ids = append(ids, e.CaseID)
		}
	}
	return chunked(ids, func(ids []string) error {
		rows, err := find(ctx, q, scanCaseRow, new(query).add("SELECT "+caseColumns+
			", m.doc, m.verdict FROM cases c JOIN mentions m ON m.key = c.mention WHERE c.id IN (?)", ids))
		if err != nil {
			return err
		}
		files, err := complete(ctx, q, rows)
		for i := range files {
			opened := func(e Event) bool { return e.CaseID == files[i].Case.ID && e.opened() }
			if at := slices.IndexFunc(events, opened); at >= 0 {
				events[at].File = &files[i]
			}
		}
		return err
	})
}

// addAnswers adds what the brand's accounts answered to the posts. An answer
// that the sender published is in the case, and left out here.
func addAnswers(ctx context.Context, q querier, events []Event) error {
	var threads []string
	ours := map[string]bool{}
	byKey := map[string]*Event{}
	for i := range events {
		e := &events[i]
		threads = append(threads, e.Mention.ThreadKey())
		byKey[e.Mention.Key()] = e
		if e.File != nil {
			for _, s := range e.File.Sends {
				if s.Receipt != nil {
					ours[care.Key(e.Mention.Platform, s.Receipt.ID)] = true
				}
			}
		}
	}
	slices.Sort(threads)
	return chunked(slices.Compact(threads), func(threads []string) error {
		rows, err := find(ctx, q, scanMention,
			new(query).add("SELECT "+mentionColumns+` FROM mentions m WHERE m.thread IN (?) AND m.doc LIKE '%"by":"brand"%' ORDER BY m.seq`, threads))
		for _, r := range rows {
			e := byKey[care.Key(r.Mention.Platform, r.Mention.InReplyTo)]
			if e != nil && r.Mention.By == care.ByBrand && !ours[r.Mention.Key()] {
				e.Answers = append(e.Answers, r.Mention)
			}
		}
		return err
	})
}
