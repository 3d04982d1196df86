package store

import (
	"context"
	"errors"
	"time"

	"goodgraces/care"
)

// Attention is what public attention an author has had.
type Attention struct {
	care.Spent
	Said   *care.Send // the latest of it in the thread that we sent; nil where there is none
	ByHand bool       // some of it was said in the thread on the platform itself
}

// Which approved sends count besides those that are sent or may be. onTheirWay
// is all of them. reserved is those that have a place already: they were
// claimed once, or the private message that was approved with them was.
const (
	onTheirWay = "1 = 1"
	reserved   = "s.attempts > 0 OR p.attempts > 0 AND p.created = s.created"
)

// Attention says what public attention the author of a case has had; see API.
func (s *Store) Attention(ctx context.Context, caseID string, since time.Time) (Attention, error) {
	var a Attention
	err := s.view(ctx, func(q querier) error {
		m, err := one(ctx, q, scanMention,
			"SELECT "+mentionColumns+" FROM mentions m JOIN cases c ON c.mention = m.key WHERE c.id = $1", caseID)
		if err != nil {
			return err
		}
		thread, err := conversation(ctx, q, m.Mention)
		if err != nil {
			return err
		}
		a, err = spent(ctx, q, &send{author: m.Mention.AuthorKey(), thread: thread}, since, onTheirWay)
		return err
	})
	return a, explain(err)
}

// spent adds up the public answers to the author of s, whatever account they
// write from: in the thread of s, and in all since a moment. approved says
// which approved ones count; s itself never does.
func spent(ctx context.Context, q querier, s *send, since time.Time, approved string) (a Attention, err error) {
	if s.author == "" {
		return a, nil // nobody knows whose attention it is
	}
	authors, err := accounts(ctx, q, s.author)
	if err != nil {
		return a, err
	}
	sends, err := find(ctx, q, scanSend, new(query).add("SELECT "+sendColumns+` FROM sends s LEFT JOIN sends p ON p.id = s.after_id
		WHERE s.author IN (?) AND (s.thread = ? OR s.created > ?) AND s.id <> ? AND s.kind IN ('public', 'closing')`, authors, s.thread, millis(since.Add(-onTheWay)), s.ID).
		add(" AND (s.state IN ('sending', 'sent', 'unknown') OR s.state = 'approved' AND ("+approved+")) ORDER BY s.created, s.id"))
	if err != nil {
		return a, err
	}
	ours := map[string]bool{s.ID: true}
	for i := range sends {
		said := &sends[i]
		ours[said.trace().ID] = true
		lately := said.CreatedAt.After(since)
		if lately && said.Line() == care.LineGoodbye {
			a.Goodbyes++
		}
		if a.count(said.thread == s.thread, said.Closing, lately); said.thread == s.thread {
			a.Said = &said.Send
		}
	}
	return a, a.addByHand(ctx, q, s, since, ours)
}

// onTheWay is longer than a send takes from its approval until it stands.
const onTheWay = 48 * time.Hour

func (a *Attention) count(here, closing, lately bool) {
	switch {
	case here && closing:
		a.Closings++
	case here:
		a.Answers++
	}
	if lately {
		a.Lately++
	}
}

// addByHand adds what was answered on the platform itself, as far as the
// author's profile remembers it.
func (a *Attention) addByHand(ctx context.Context, q querier, s *send, since time.Time, ours map[string]bool) error {
	p, err := metBy(ctx, q, s.author)
	for _, t := range p.Recent {
		if t.By == care.ByBrand && !ours[t.ID] {
			here := t.Thread == s.thread
			a.count(here, t.Closing, t.At.After(since))
			a.ByHand = a.ByHand || here
		}
	}
	return err
}

// holdBack fails an approved send that goes beyond the budget, and reports
// whether it did. A private message is held back with the public answer that
// follows it: it may speak of it.
func (t *tx) holdBack(ctx context.Context, s *send, c Claim) (bool, error) {
	pair := []*send{s}
	if s.Kind == care.SendFollowUp {
		return false, nil
	}
	if s.Kind == care.SendPrivate {
		public, err := one(ctx, t, scanSend,
			"SELECT "+sendColumns+" FROM sends s WHERE s.after_id = $1 AND s.state = 'approved'", s.ID)
		if errors.Is(err, ErrNotFound) {
			return false, nil // private messages are not counted
		}
		if err != nil {
			return false, err
		}
		pair = append(pair, &public)
	}
	public := pair[len(pair)-1]
	if public.Allowed != "" {
		return false, nil
	}
	a, err := spent(ctx, t, public, c.Now.Add(-c.Budget.Window), reserved)
	if err != nil {
		return false, err
	}
	why := c.Budget.Over(public.Line(), a.Spent)
	if why == "" {
		return false, nil
	}
	for _, s := range pair {
		s.Reason = why
		if err := t.step(ctx, s, care.SendFailed, partSender, c.Now); err != nil {
			return false, err
		}
	}
	return true, nil
}

// hops bounds how far a conversation is followed back.
const hops = 8

// conversation names the thread of a mention. Where the platform does not say
// it, replies are followed back through the posts that we know and through our
// own answers, so that an answer to our answer begins no new thread.
func conversation(ctx context.Context, q querier, m care.Mention) (string, error) {
	author := m.AuthorKey()
	for range hops {
		if m.Thread != "" || m.InReplyTo == "" {
			break
		}
		parent, err := one(ctx, q, scanMention, "SELECT "+mentionColumns+" FROM mentions m WHERE m.key = $1",
			care.Key(m.Platform, m.InReplyTo))
		if errors.Is(err, ErrNotFound) {
			return answered(ctx, q, m, author)
		}
		if err != nil {
			return "", err
		}
		m = parent.Mention
	}
	return m.ThreadKey(), nil
}

// answered is the thread of a mention whose parent is not a post that we know:
// it may be an answer of ours to the author.
func answered(ctx context.Context, q querier, m care.Mention, author string) (string, error) {
	sends, err := collect(ctx, q, scanSend,
		"SELECT "+sendColumns+" FROM sends s WHERE s.author = $1 AND s.kind IN ('public', 'closing') AND s.receipt <> ''", author)
	for _, s := range sends {
		if s.Receipt.ID == m.InReplyTo && s.Mention.Platform == m.Platform {
			return s.thread, err
		}
	}
	return m.ThreadKey(), err
}
