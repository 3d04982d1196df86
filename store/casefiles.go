package store

import (
	"context"

	"goodgraces/care"
)

// Case returns a case with everything that belongs to it, as of one moment.
func (s *Store) Case(ctx context.Context, id string) (*CaseFile, error) {
	var files []CaseFile
	err := s.view(ctx, func(q querier) error {
		row, err := one(ctx, q, scanCaseRow, "SELECT "+caseColumns+
			", m.doc, m.verdict FROM cases c JOIN mentions m ON m.key = c.mention WHERE c.id = $1", id)
		if err != nil {
			return err
		}
		if files, err = complete(ctx, q, []CaseRow{row}); err != nil {
			return err
		}
		files[0].Corrections, err = corrections(ctx, q, row.Case.Mention)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &files[0], nil
}

// CaseFiles lists cases with everything that belongs to them.
func (s *Store) CaseFiles(ctx context.Context, f CaseFilter) ([]CaseFile, error) {
	var files []CaseFile
	err := s.view(ctx, func(q querier) error {
		rows, err := find(ctx, q, scanCaseRow, caseQuery(f))
		if err != nil {
			return err
		}
		files, err = complete(ctx, q, rows)
		return err
	})
	return files, err
}

// complete adds drafts, sends and decisions to cases, with a query each for
// each few hundred of them.
func complete(ctx context.Context, q querier, rows []CaseRow) ([]CaseFile, error) {
	files := make([]CaseFile, len(rows))
	byID := make(map[string]*CaseFile, len(rows))
	ids := make([]string, len(rows))
	for i, r := range rows {
		files[i] = CaseFile{Case: r.Case, Mention: r.Mention, Verdict: r.Verdict}
		ids[i], byID[r.Case.ID] = r.Case.ID, &files[i]
	}
	return files, chunked(ids, func(ids []string) error { return addParts(ctx, q, ids, byID) })
}

func addParts(ctx context.Context, q querier, ids []string, files map[string]*CaseFile) error {
	drafts, err := find(ctx, q, scanDraft,
		new(query).add("SELECT doc FROM drafts WHERE case_id IN (?) ORDER BY case_id, n", ids))
	if err != nil {
		return err
	}
	for _, d := range drafts {
		files[d.CaseID].Drafts = append(files[d.CaseID].Drafts, d)
	}
	sends, err := find(ctx, q, scanSend,
		new(query).add("SELECT "+sendColumns+" FROM sends s WHERE s.case_id IN (?) ORDER BY s.case_id, s.created, s.n, s.kind", ids))
	if err != nil {
		return err
	}
	for _, s := range sends {
		files[s.CaseID].Sends = append(files[s.CaseID].Sends, s.Send)
	}
	decisions, err := find(ctx, q, scanDecision,
		new(query).add("SELECT case_id, actor, kind, reason, at FROM decisions WHERE case_id IN (?) ORDER BY seq", ids))
	if err != nil {
		return err
	}
	for _, d := range decisions {
		files[d.CaseID].Decisions = append(files[d.CaseID].Decisions, d)
	}
	answers, err := find(ctx, q, scanAnswer,
		new(query).add("SELECT "+answerColumns+" FROM answers WHERE case_id IN (?) ORDER BY case_id, at, id", ids))
	for _, a := range answers {
		files[a.CaseID].Answers = append(files[a.CaseID].Answers, a)
	}
	return err
}

func scanDraft(row scanner) (d care.Draft, err error) {
	doc, err := scanText(row)
	if err != nil {
		return d, err
	}
	return d, fromJSON(doc, &d)
}

func scanDecision(row scanner) (d care.Decision, err error) {
	return d, row.Scan(&d.CaseID, &d.Actor, &d.Kind, &d.Reason, (*millisField)(&d.At))
}
