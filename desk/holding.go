package desk

import (
	"context"
	"net/http"
	"strings"

	"goodgraces/care"
	"goodgraces/store"
)

// needsAnswer reports a question that waits for a person's words: one by its
// verdict, or one that its draft found to be a mere question.
func needsAnswer(c care.Case, v care.Verdict, dr care.Draft) bool {
	return c.State == care.StateOpen && (v.Action == care.ActAnswer || dr.Held())
}

// unanswered are those of some cases that are questions and wait for a person's
// answer.
func (d *Desk) unanswered(ctx context.Context, rows []store.CaseRow) (map[string]bool, error) {
	var open []string
	for _, r := range rows {
		if r.Case.State == care.StateOpen {
			open = append(open, r.Case.ID)
		}
	}
	drafts, err := d.o.Store.CurrentDrafts(ctx, open)
	if err != nil {
		return nil, err
	}
	waiting := map[string]bool{}
	for _, r := range rows {
		waiting[r.Case.ID] = needsAnswer(r.Case, r.Verdict, drafts[r.Case.ID])
	}
	return waiting, nil
}

// needsWords is where a case of unanswered stands.
const needsWords = "needs your answer"

// heldBy is the words that hold a case's question, "" where it needs none.
func heldBy(f *store.CaseFile) string {
	if dr := current(f); writable(f.Case.State) && dr.Held() {
		return dr.Holding
	}
	return ""
}

// holdQuestion puts the words that hold a question into the field, behind what
// stands there. Nothing is saved.
func (d *Desk) holdQuestion(v *visit) error {
	f, dr, done, err := d.typed(v)
	if err != nil || done {
		return err
	}
	words := heldBy(f)
	switch {
	case words == "":
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
