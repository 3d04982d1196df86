package store

import (
	"context"
	"errors"
	"time"

	"goodgraces/care"
)

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
	Scored     int       // customers who said in the follow-up how it went
	Score      float64   // their mean, 1 to 5
	Score2     float64   // mean of its square
	First      time.Time // the days of the first and the last decision, UTC
	Last       time.Time
}

// Decided is how many drafts people decided about.
func (s TemplateStats) Decided() int { return s.Approved + s.Rejected + s.Another }

// counts are the columns of template_counts behind its key.
type counts struct {
	approved, edited, distance, squares int64
	rejected, another                   int64
	again, calmer                       int64
	scored, score, score2               int64
}

// startOfDay is the start of a moment's day in UTC; both are Unix milliseconds.
func startOfDay(ms int64) int64 { return ms - ms%(24*60*60*1000) }

// tally adds a use to the counts of its day, or with -1 takes it out.
func (t *tx) tally(ctx context.Context, u use, sign int64) error {
	var c counts
	switch u.outcome {
	case useApproved:
		c.approved, c.edited, c.distance, c.squares = sign, sign*flag(u.distance > 0), sign*u.distance, sign*u.distance*u.distance
	case useRejected:
		c.rejected = sign
	case useAnother:
		c.another = sign
	}
	c.again, c.calmer = sign*flag(u.next >= 0), sign*flag(u.next >= 0 && u.next < u.heat)
	return t.addCounts(ctx, u, c)
}

// countScore adds what a customer said in the follow-up to the template of the
// last answer that they had.
func (t *tx) countScore(ctx context.Context, a care.Answer) error {
	if a.Kind != care.AnswerFollowUp || a.Score == 0 {
		return nil
	}
	u, err := one(ctx, t, scanUse, "SELECT "+useColumns+" FROM template_uses WHERE case_id = $1 AND answered > 0 ORDER BY n DESC LIMIT 1", a.CaseID)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	score := int64(a.Score)
	return t.addCounts(ctx, u, counts{scored: 1, score: score, score2: score * score})
}

// addCounts adds to the row of a use.
func (t *tx) addCounts(ctx context.Context, u use, c counts) error {
	return t.upsert(ctx, `template_counts (template, version, trial, day,
			approved, edited, distance, squares, rejected, another, again, calmer, scored, score, score2)`,
		` ON CONFLICT (template, version, trial, day) DO UPDATE SET
			approved = template_counts.approved + excluded.approved, edited = template_counts.edited + excluded.edited,
			distance = template_counts.distance + excluded.distance, squares = template_counts.squares + excluded.squares,
			rejected = template_counts.rejected + excluded.rejected, another = template_counts.another + excluded.another,
			again = template_counts.again + excluded.again, calmer = template_counts.calmer + excluded.calmer,
			scored = template_counts.scored + excluded.scored, score = template_counts.score + excluded.score,
			score2 = template_counts.score2 + excluded.score2`,
		[][]any{{u.template, u.version, u.trial, startOfDay(u.at),
			c.approved, c.edited, c.distance, c.squares, c.rejected, c.another, c.again, c.calmer, c.scored, c.score, c.score2}})
}

const statsOf = `SELECT template, version, trial, SUM(approved), SUM(edited), SUM(distance), SUM(squares), SUM(rejected), SUM(another),
	SUM(again), SUM(calmer), SUM(scored), SUM(score), SUM(score2), MIN(day), MAX(day) FROM template_counts WHERE `

const statsEach = ` GROUP BY template, version, trial HAVING SUM(approved + rejected + another) > 0
	ORDER BY SUM(approved + rejected + another) DESC, template, version, trial`

func scanStats(row scanner) (s TemplateStats, err error) {
	var distance, squares, score, score2 float64
	err = row.Scan(&s.Template, &s.Version, &s.Trial, &s.Approved, &s.Edited, &distance, &squares, &s.Rejected, &s.Another,
		&s.WroteAgain, &s.Calmer, &s.Scored, &score, &score2, (*millisField)(&s.First), (*millisField)(&s.Last))
	if s.Approved > 0 {
		s.Rewrite, s.Rewrite2 = distance/1e3/float64(s.Approved), squares/1e6/float64(s.Approved)
	}
	if s.Scored > 0 {
		s.Score, s.Score2 = score/float64(s.Scored), score2/float64(s.Scored)
	}
	return s, err
}

// TemplateStats tells what became of drafts decided since a day, one a template
// and version, trials apart (Trial is set); the busiest first.
func (s *Store) TemplateStats(ctx context.Context, since time.Time) ([]TemplateStats, error) {
	all, err := collect(ctx, s.read, scanStats, statsOf+"day >= $1"+statsEach, startOfDay(millis(since)))
	return all, explain(err)
}

// TrialStats tells how the two versions of a trial fare.
func (s *Store) TrialStats(ctx context.Context, tr Trial) (a, b TemplateStats, err error) {
	all, err := collect(ctx, s.read, scanStats, statsOf+"trial = $1 AND trial > 0"+statsEach, tr.ID)
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
