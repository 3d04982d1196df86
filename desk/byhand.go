package desk

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/store"
)

// answerByHand takes an answer that a person published on the platform itself.
// It is read there where that is possible, and then counts as sent, once.
func (d *Desk) answerByHand(v *visit) error {
	ctx := v.r.Context()
	f, dr, done, err := d.typed(v)
	if err != nil || done {
		return err
	}
	receipt, problem := d.published(v, f.Mention)
	switch {
	case dr.Text == "":
		problem = "Leave the words of your answer in: they are kept with the case."
	case f.Mention.Deleted:
		problem = "The author has deleted the post: there is nothing to answer. Take your answer down, and dismiss the case."
	}
	if problem != "" {
		return d.showCaseWith(v, http.StatusUnprocessableEntity, &noticeView{Title: "Not counted yet", Lines: []string{problem}}, &dr)
	}
	next, err := d.following(ctx, placeOf(v.r), f.Case.ID)
	if err != nil {
		return err
	}
	if f.Case.State != care.StateDrafted {
		if dr, err = d.o.Store.SaveDraft(ctx, dr); err != nil {
			return d.lateOr(v, err, &dr)
		}
	}
	_, err = d.o.Store.Approve(ctx, store.Approval{
		CaseID: f.Case.ID, Actor: v.user.Name, At: d.o.Now(), Draft: dr, ByHand: &receipt,
		Sends: []care.Send{{Kind: care.SendPublic, Connector: f.Mention.Connector, Mention: f.Mention, Text: dr.Text}},
	})
	if taken, ok := errors.AsType[*store.TakenError](err); ok {
		return d.showCaseWith(v, http.StatusUnprocessableEntity, &noticeView{Title: "Not counted yet", Lines: []string{d.takenBy(ctx, f.Case.ID, taken)}}, &dr)
	}
	if err != nil {
		return d.lateOr(v, err, &dr)
	}
	http.Redirect(v.w, v.r, withDone(next, f.Case.ID), http.StatusSeeOther)
	return nil
}

// takenBy says which case has the answer whose address was pasted.
func (d *Desk) takenBy(ctx context.Context, id string, taken *store.TakenError) string {
	whose := "another case"
	other, err := d.o.Store.Case(ctx, taken.CaseID)
	switch {
	case taken.CaseID == id:
		whose = "this case, in an earlier round"
	case err == nil && other.Mention.Author.Handle != "":
		whose = "the case of @" + other.Mention.Author.Handle + " (/cases/" + taken.CaseID + ")"
	}
	return "This answer counts for " + whose + " already. Paste the address of the one that you wrote below this post."
}

// published reads the answer at the address that was pasted. The problem says
// what is wrong with it; what cannot be read may be counted unread.
func (d *Desk) published(v *visit, m care.Mention) (r care.Receipt, problem string) {
	address := safeLink(formText(v.r, "url"))
	if address == "" {
		return r, "Paste the address of your answer: it begins with https://."
	}
	if address == safeLink(m.URL) {
		return r, "This is the address of the post itself. Paste that of your answer below it."
	}
	unread := care.Receipt{ID: address, URL: address, At: d.o.Now()}
	if d.o.Verify == nil || v.r.PostFormValue("unread") != "" {
		return unread, ""
	}
	r, err := d.o.Verify(v.r.Context(), m, address)
	switch {
	case err == nil:
		r.URL = firstOf(safeLink(r.URL), address)
		return r, ""
	case errors.Is(err, connectors.ErrCannotFind):
		return unread, "" // this platform cannot be read
	case errors.Is(err, connectors.ErrNotFound):
		return r, capital(strings.TrimPrefix(err.Error(), connectors.ErrNotFound.Error()+": ")) + "."
	}
	return r, "The platform could not be read (" + err.Error() + "). Try again, or count it unread."
}
