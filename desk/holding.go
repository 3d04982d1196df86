package desk

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"goodgraces/care"
	"goodgraces/store"
)

// isHeld reports a case whose question waits for a person's answer, with words
// to hold it until then.
func isHeld(f *store.CaseFile) bool {
	dr := current(f)
	return writable(f.Case.State) && dr.Text == "" && dr.Holding != ""
}

// needsAnswer reports a question that waits for a person's words: one by its
// verdict, or one that its draft found to be a mere question.
func needsAnswer(c care.Case, v care.Verdict, dr care.Draft) bool {
	return c.State == care.StateOpen && (v.Action == care.ActAnswer || dr.Text == "" && dr.Holding != "")
}

// stateOf is where a case of a list stands, in words: as given, unless a
// question waits for a person's answer.
func (d *Desk) stateOf(ctx context.Context, row store.CaseRow, words string) (string, error) {
	if row.Case.State != care.StateOpen {
		return words, nil
	}
	dr, err := d.o.Store.CurrentDraft(ctx, row.Case.ID)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return "", err
	}
	if needsAnswer(row.Case, row.Verdict, dr) {
		return "needs your answer", nil
	}
	return words, nil
}

// heldBy is the words that hold a case's question, "" where it needs none.
func heldBy(f *store.CaseFile) string {
	if !isHeld(f) {
		return ""
	}
	return current(f).Holding
}

// holdQuestion puts the words that hold a question into the field, behind what
// stands there. Nothing is saved.
func (d *Desk) holdQuestion(v *visit) error {
	f, dr, done, err := d.typed(v)
	if err != nil || done {
		return err
	}
	words := current(f).Holding
	switch {
	case !isHeld(f):
		return d.refuse(v, dr, []string{"There are no words to hold this with: write your own."})
	case !strings.Contains(dr.Text, words):
		words = strings.TrimSpace(dr.Text + " " + words)
		if dr, err = d.said(v, f, dr, words); err != nil {
			return err
		}
	}
	return d.showCaseWith(v, http.StatusOK, nil, &dr)
}

// otherHolding keeps the next words that hold a question. What somebody typed
// stays, unless it is the words before.
func (d *Desk) otherHolding(v *visit, f *store.CaseFile, typed, next care.Draft) error {
	if _, err := d.o.Store.SaveDraft(v.r.Context(), next); err != nil {
		return d.lateOr(v, err, &typed)
	}
	if typed.Text == current(f).Holding {
		var err error
		if typed, err = d.said(v, f, typed, next.Holding); err != nil {
			return err
		}
	}
	return d.showCaseWith(v, http.StatusOK, nil, &typed)
}

// said is a draft with other words for the public, checked.
func (d *Desk) said(v *visit, f *store.CaseFile, dr care.Draft, text string) (care.Draft, error) {
	if dr.Otherwise == dr.Text {
		dr.Otherwise = text
	}
	dr.Text = text
	return d.checked(v.r.Context(), v.user, f, dr)
}
