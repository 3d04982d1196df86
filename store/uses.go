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

// own is a draft that a template wrote, and its number; 0 for none.
type own struct {
	care.Draft
	n int64
}

// ownDraft is the newest draft of a case that a template wrote, ready or to hold
// a question with.
func (t *tx) ownDraft(ctx context.Context, caseID string) (own, error) {
	drafts, err := collect(ctx, t, scanDraft, "SELECT doc FROM drafts WHERE case_id = $1 ORDER BY n DESC", caseID)
	for i := range drafts {
		if d := &drafts[i]; d.By == drafter && d.Template != "" && !d.Wordless() {
			return own{*d, int64(len(drafts) - i)}, err
		}
	}
	return own{}, err
}

// ownWords is from how much on words are a person's answer to a question rather
// than the holding words edited, in thousandths rewritten.
const ownWords = 500

// share is how much of a draft was rewritten to words, and whether it has a part
// in them at all: a person's own answer to a question it has none in.
func (d *own) share(words care.Draft) (distance int64, has bool) {
	distance = rewritten(d.Draft, words)
	return distance, d.n > 0 && (d.Text != "" || distance < ownWords)
}

// use is what became of a draft.
type use struct {
	caseID            string
	n                 int64
	template, version string
	trial             int64
	outcome           string
	distance          int64
	at, answered      int64
	heat, next        int64
	author, thread    string
}

const useColumns = "case_id, n, template, version, trial, outcome, distance, at, answered, heat, heat_next, author, thread"

func scanUse(row scanner) (u use, err error) {
	return u, row.Scan(&u.caseID, &u.n, &u.template, &u.version, &u.trial, &u.outcome, &u.distance, &u.at, &u.answered,
		&u.heat, &u.next, &u.author, &u.thread)
}

// open reports whether another word may take the place of this one: an
// approval whose answer has not left.
func (u *use) open() bool { return u.outcome == useApproved && u.answered == 0 }

// countUse keeps what became of a case's draft. What was said of it before
// stays, unless it is open.
func (t *tx) countUse(ctx context.Context, c *kase, d own, outcome string, distance int64, at time.Time) error {
	before, err := one(ctx, t, scanUse, "SELECT "+useColumns+" FROM template_uses WHERE case_id = $1 AND n = $2", c.ID, d.n)
	switch {
	case err == nil && !before.open():
		return nil
	case err == nil:
		err = t.forgetUse(ctx, before)
	case errors.Is(err, ErrNotFound):
		err = nil
	}
	if err != nil {
		return err
	}
	u := use{caseID: c.ID, n: d.n, template: d.Template, version: d.TemplateVersion, trial: d.Trial,
		outcome: outcome, distance: distance, at: millis(at), next: -1}
	if u.heat, err = t.heatOf(ctx, c.Mention); err != nil {
		return err
	}
	if err := t.insert(ctx, "template_uses ("+useColumns+")", [][]any{{u.caseID, u.n, u.template, u.version, u.trial, u.outcome,
		u.distance, u.at, u.answered, u.heat, u.next, u.author, u.thread}}); err != nil {
		return err
	}
	return t.tally(ctx, u, 1)
}

// forgetUse takes back what was said of a draft.
func (t *tx) forgetUse(ctx context.Context, u use) error {
	if err := t.tally(ctx, u, -1); err != nil {
		return err
	}
	return exec(ctx, t, "DELETE FROM template_uses WHERE case_id = $1 AND n = $2", u.caseID, u.n)
}

// countApproval is countUse for an approval: how much was rewritten counts.
func (t *tx) countApproval(ctx context.Context, c *kase, a Approval) error {
	d, err := t.ownDraft(ctx, c.ID)
	if err != nil {
		return err
	}
	distance, has := d.share(a.Draft)
	if !has {
		return nil
	}
	return t.countUse(ctx, c, d, useApproved, distance, a.At)
}

// countDecision counts a rejected draft, and forgets an approval that was
// taken back.
func (t *tx) countDecision(ctx context.Context, c *kase, d care.Decision) error {
	switch d.Kind {
	case care.DecideReject:
		return t.countRejection(ctx, c, d.At)
	case care.DecideWithdraw:
		return t.eachUse(ctx, "outcome = 'approved' AND answered = 0 AND case_id = $1", c.ID, t.forgetUse)
	}
	return nil
}

func (t *tx) countRejection(ctx context.Context, c *kase, at time.Time) error {
	d, err := t.ownDraft(ctx, c.ID)
	if err != nil || d.n == 0 {
		return err
	}
	words, err := t.currentDraft(ctx, c.ID)
	if err != nil {
		return err
	}
	if _, has := d.share(words); !has {
		return nil
	}
	return t.countUse(ctx, c, d, useRejected, 0, at)
}

// eachUse calls f for each use that a condition holds for.
func (t *tx) eachUse(ctx context.Context, condition, arg string, f func(context.Context, use) error) error {
	all, err := collect(ctx, t, scanUse, "SELECT "+useColumns+" FROM template_uses WHERE "+condition, arg)
	for i := 0; err == nil && i < len(all); i++ {
		err = f(ctx, all[i])
	}
	return err
}

// countAnother counts a draft in whose place another wording was asked for.
func (t *tx) countAnother(ctx context.Context, c *kase, next care.Draft) error {
	if next.By != drafter {
		return nil
	}
	d, err := t.ownDraft(ctx, c.ID)
	if err != nil || d.n == 0 || d.Variant >= next.Variant || d.Text != "" && c.State != care.StateDrafted {
		return err
	}
	return t.countUse(ctx, c, d, useAnother, 0, next.At)
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

// heardAgain notes how hot the first posts are that authors wrote after our
// answer, in its thread or in answer to our asking how it went.
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
		q := new(query).add("SELECT "+useColumns+" FROM template_uses WHERE author IN (?) AND author <> ''", some)
		waiting, err := find(ctx, t, scanUse, q)
		for i := 0; err == nil && i < len(waiting); i++ {
			err = t.hear(ctx, waiting[i], byAuthor[waiting[i].author])
		}
		return err
	})
}

// hear notes the first of an author's posts that an answer waits for, if any.
func (t *tx) hear(ctx context.Context, u use, posts []*entry) error {
	var next *entry
	for _, e := range posts {
		if e.written() <= u.answered || next != nil && e.written() >= next.written() {
			continue
		}
		thread, err := conversation(ctx, t, e.Mention)
		if err != nil {
			return err
		}
		if thread == u.thread || e.Answer != nil && e.Answer.CaseID == u.caseID {
			next = e
		}
	}
	if next == nil {
		return nil
	}
	if err := t.tally(ctx, u, -1); err != nil {
		return err
	}
	u.next = heat(next.Verdict)
	if err := t.tally(ctx, u, 1); err != nil {
		return err
	}
	return exec(ctx, t, "UPDATE template_uses SET heat_next = $1, author = '', thread = '' WHERE case_id = $2 AND n = $3", u.next, u.caseID, u.n)
}
