package store

import (
	"context"
	"errors"
	"time"

	"goodgraces/care"
)

// What becomes of a draft that a template wrote.
const (
	useApproved = "approved"
	useRejected = "rejected"
	useAnother  = "another" // another wording was asked for
)

// upset is from where on a post is hot enough that it matters whether the next
// is calmer, in thousandths: below it, the responder mirrors a calm author.
const upset = 350

// TemplateStats is what became of the drafts of one version of a template.
type TemplateStats struct {
	Template string
	Version  string // as drafts carry it
	Trial    int64  // 0 outside of trials
	Approved int
	Edited   int     // of the approved, how many were rewritten in part
	Rewrite  float64 // mean share of the words rewritten, over all approved
	Rewrite2 float64 // mean of its square: for intervals
	Rejected int
	Another  int // another wording was asked for
	// WroteAgain counts the authors who were upset, had our answer, and wrote
	// again in the thread; Calmer, those whose next post was less hot.
	WroteAgain int
	Calmer     int
	First      time.Time // of the decisions
	Last       time.Time
}

// Decided is how many drafts people decided about.
func (s TemplateStats) Decided() int { return s.Approved + s.Rejected + s.Another }

// ownDraft is the newest draft of a case that a template wrote, with its
// number; 0 where there is none.
func (t *tx) ownDraft(ctx context.Context, caseID string) (care.Draft, int64, error) {
	drafts, err := collect(ctx, t, scanDraft, "SELECT doc FROM drafts WHERE case_id = $1 ORDER BY n DESC", caseID)
	for i := range drafts {
		if d := &drafts[i]; d.By == drafter && d.Template != "" && d.Text != "" {
			return *d, int64(len(drafts) - i), err
		}
	}
	return care.Draft{}, 0, err
}

// countUse keeps what became of a case's draft. What was said of it before
// stays, unless it was an approval whose answer has not left.
func (t *tx) countUse(ctx context.Context, c *kase, outcome string, distance func(care.Draft) int64, at time.Time) error {
	d, n, err := t.ownDraft(ctx, c.ID)
	if err != nil || n == 0 {
		return err
	}
	heat, err := t.heatOf(ctx, c.Mention)
	if err != nil {
		return err
	}
	return exec(ctx, t, `INSERT INTO template_uses (case_id, n, template, version, trial, outcome, distance, at, heat)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (case_id, n) DO UPDATE SET outcome = excluded.outcome, distance = excluded.distance, at = excluded.at
		WHERE template_uses.outcome = 'approved' AND template_uses.answered = 0`,
		c.ID, n, d.Template, d.TemplateVersion, d.Trial, outcome, distance(d), millis(at), heat)
}

func untouched(care.Draft) int64 { return 0 }

// countApproval is countUse for an approval: how much was rewritten counts.
func (t *tx) countApproval(ctx context.Context, c *kase, a Approval) error {
	return t.countUse(ctx, c, useApproved, func(d care.Draft) int64 { return rewritten(d, a.Draft) }, a.At)
}

// countDecision counts a rejected draft, and forgets an approval that was
// taken back.
func (t *tx) countDecision(ctx context.Context, c *kase, d care.Decision) error {
	switch d.Kind {
	case care.DecideReject:
		return t.countUse(ctx, c, useRejected, untouched, d.At)
	case care.DecideWithdraw:
		return exec(ctx, t, "DELETE FROM template_uses WHERE case_id = $1 AND outcome = 'approved' AND answered = 0", c.ID)
	}
	return nil
}

// countAnother counts a draft in whose place another wording was asked for.
func (t *tx) countAnother(ctx context.Context, c *kase, next care.Draft) error {
	if next.By != drafter || c.State != care.StateDrafted {
		return nil
	}
	d, _, err := t.ownDraft(ctx, c.ID)
	if err != nil || d.Variant >= next.Variant {
		return err
	}
	return t.countUse(ctx, c, useAnother, untouched, next.At)
}

// heat is how hot a post is, in thousandths.
func heat(v care.Verdict) int64 { return int64(1000 * max(v.Anger, v.Hostility)) }

func (t *tx) heatOf(ctx context.Context, mention string) (int64, error) {
	m, err := one(ctx, t, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1", mention)
	if errors.Is(err, ErrNotFound) {
		return -1, nil
	}
	return heat(m.Verdict), err
}

// awaitNext begins to wait for what the author writes after our answer, where
// they were upset.
func (t *tx) awaitNext(ctx context.Context, s *send, at time.Time) error {
	if s.Kind != care.SendPublic {
		return nil
	}
	author, thread := s.author, s.thread
	if s.erase {
		author, thread = "", ""
	}
	return exec(ctx, t, `UPDATE template_uses SET answered = $1,
		author = CASE WHEN heat >= $2 THEN $3 ELSE '' END, thread = CASE WHEN heat >= $2 THEN $4 ELSE '' END
		WHERE case_id = $5 AND outcome = 'approved' AND answered = 0`,
		millis(at), int64(upset), author, thread, s.CaseID)
}

// stopAwaiting forgets whose next post a case waits for.
func (t *tx) stopAwaiting(ctx context.Context, caseID string) error {
	return exec(ctx, t, "UPDATE template_uses SET author = '', thread = '' WHERE case_id = $1", caseID)
}

// awaited is an answer after which the author has not written yet.
type awaited struct {
	caseID, author, thread string
	n, answered            int64
}

func scanAwaited(row scanner) (a awaited, err error) {
	return a, row.Scan(&a.caseID, &a.n, &a.author, &a.thread, &a.answered)
}

// heardAgain notes how hot the first posts are that authors wrote in a thread
// after our answer in it.
func (t *tx) heardAgain(ctx context.Context, b *batch) error {
	byAuthor := map[string][]*entry{}
	var authors []string
	for _, e := range b.handled {
		if e.author == "" || e.Mention.By == care.ByBrand || e.Mention.Deleted {
			continue
		}
		if byAuthor[e.author] == nil {
			authors = append(authors, e.author)
		}
		byAuthor[e.author] = append(byAuthor[e.author], e)
	}
	return chunked(authors, func(some []string) error {
		q := new(query).add("SELECT case_id, n, author, thread, answered FROM template_uses WHERE author IN (?) AND author <> ''", some)
		waiting, err := find(ctx, t, scanAwaited, q)
		for i := 0; err == nil && i < len(waiting); i++ {
			err = t.hear(ctx, waiting[i], byAuthor[waiting[i].author])
		}
		return err
	})
}

// hear notes the first of an author's posts that an answer waits for, if any.
func (t *tx) hear(ctx context.Context, a awaited, posts []*entry) error {
	var next *entry
	for _, e := range posts {
		if e.written() <= a.answered || next != nil && e.written() >= next.written() {
			continue
		}
		thread, err := conversation(ctx, t, e.Mention)
		if err != nil {
			return err
		}
		if thread == a.thread {
			next = e
		}
	}
	if next == nil {
		return nil
	}
	return exec(ctx, t, "UPDATE template_uses SET heat_next = $1, author = '', thread = '' WHERE case_id = $2 AND n = $3",
		heat(next.Verdict), a.caseID, a.n)
}

const statsColumns = `template, version, trial,
	SUM(CASE WHEN outcome = 'approved' THEN 1 ELSE 0 END),
	SUM(CASE WHEN outcome = 'approved' AND distance > 0 THEN 1 ELSE 0 END),
	SUM(CASE WHEN outcome = 'approved' THEN distance ELSE 0 END),
	SUM(CASE WHEN outcome = 'approved' THEN distance * distance ELSE 0 END),
	SUM(CASE WHEN outcome = 'rejected' THEN 1 ELSE 0 END),
	SUM(CASE WHEN outcome = 'another' THEN 1 ELSE 0 END),
	SUM(CASE WHEN heat_next >= 0 THEN 1 ELSE 0 END),
	SUM(CASE WHEN heat_next >= 0 AND heat_next < heat THEN 1 ELSE 0 END),
	MIN(at), MAX(at)`

func scanStats(row scanner) (s TemplateStats, err error) {
	var distance, squares float64
	err = row.Scan(&s.Template, &s.Version, &s.Trial, &s.Approved, &s.Edited, &distance, &squares,
		&s.Rejected, &s.Another, &s.WroteAgain, &s.Calmer, (*millisField)(&s.First), (*millisField)(&s.Last))
	if s.Approved > 0 {
		s.Rewrite, s.Rewrite2 = distance/1e3/float64(s.Approved), squares/1e6/float64(s.Approved)
	}
	return s, err
}

// TemplateStats tells what became of drafts decided since a moment, one a
// template and version, trials apart (Trial is set); the busiest first.
func (s *Store) TemplateStats(ctx context.Context, since time.Time) ([]TemplateStats, error) {
	all, err := collect(ctx, s.read, scanStats, "SELECT "+statsColumns+` FROM template_uses WHERE at >= $1
		GROUP BY template, version, trial ORDER BY COUNT(*) DESC, template, version, trial`, millis(since))
	return all, explain(err)
}

// TrialStats tells how the two versions of a trial fare.
func (s *Store) TrialStats(ctx context.Context, tr Trial) (a, b TemplateStats, err error) {
	all, err := collect(ctx, s.read, scanStats, "SELECT "+statsColumns+` FROM template_uses WHERE trial = $1 AND trial > 0
		GROUP BY template, version, trial`, tr.ID)
	a = TemplateStats{Template: tr.Template, Version: tr.VersionA, Trial: tr.ID}
	b = TemplateStats{Template: tr.Template, Version: tr.VersionB, Trial: tr.ID}
	for _, got := range all {
		switch got.Version {
		case tr.VersionA:
			a = got
		case tr.VersionB:
			b = got
		}
	}
	return a, b, explain(err)
}
