package desk

import (
	"net/http"
	"strconv"
	"unicode/utf8"

	"goodgraces/care"
	"goodgraces/store"
)

// answerView is what a customer said in private.
type answerView struct {
	Who                      string
	Score                    string
	Reference, Contact, Text string
	Gone                     bool // it was erased after its time
}

func (d *Desk) answerView(a care.Answer) *answerView {
	v := &answerView{Who: "by the form", Reference: visible(a.Reference), Contact: visible(a.Contact), Text: a.Text}
	switch {
	case a.Mention != "":
		v.Who = "in a message to us"
	case a.Actor != "":
		v.Who = "written down by " + a.Actor
	}
	if a.Score > 0 {
		v.Score = strconv.Itoa(a.Score) + " of 5"
	}
	v.Gone = v.Score+v.Reference+v.Contact+v.Text == ""
	return v
}

// answered is a private answer as an entry among our messages.
func (d *Desk) answered(a care.Answer) sendView {
	what := "Their answer in private"
	if a.Kind == care.AnswerFollowUp {
		what = "How it went for them"
	}
	return sendView{What: what, At: d.moment(a.At), Answer: d.answerView(a), sort: a.At}
}

// writeAnswer keeps what a customer told a person elsewhere: in the private
// messages, on the phone.
func (d *Desk) writeAnswer(v *visit) error {
	f, err := d.o.Store.Case(v.r.Context(), v.r.PathValue("id"))
	if err != nil {
		return err
	}
	a := care.Answer{CaseID: f.Case.ID, Kind: care.AnswerHandoff, Text: formText(v.r, "text"), Actor: v.user.Name, At: d.o.Now(), Seen: true}
	if a.Score, _ = strconv.Atoi(v.r.PostFormValue("score")); a.Score > 0 {
		a.Kind = care.AnswerFollowUp
	}
	if problem := writtenProblem(a, f); problem != "" {
		return d.showCaseWith(v, http.StatusUnprocessableEntity, &noticeView{Title: "Not kept", Lines: []string{problem}}, nil)
	}
	if _, err := d.o.Store.SaveAnswer(v.r.Context(), a, ""); err != nil {
		return d.lateOr(v, err, nil)
	}
	http.Redirect(v.w, v.r, placeOf(v.r).url("/cases/"+f.Case.ID), http.StatusSeeOther)
	return nil
}

func writtenProblem(a care.Answer, f *store.CaseFile) string {
	switch {
	case f.Mention.Deleted && f.Mention.AuthorKey() == "":
		return "Its author was forgotten: nothing more is kept of them."
	case a.Score < 0 || a.Score > 5:
		return "A score is a number from 1 to 5."
	case a.Text == "" && a.Score == 0:
		return "Write what they said, or choose a score."
	case utf8.RuneCountInString(a.Text) > maxAnswer:
		return "That is too long: keep what matters."
	}
	return ""
}

// seeAnswers says that a person has read what a customer said.
func (d *Desk) seeAnswers(v *visit) error {
	ctx, id := v.r.Context(), v.r.PathValue("id")
	next, err := d.following(ctx, placeOf(v.r), id)
	if err != nil {
		return err
	}
	if err := d.o.Store.SeeAnswers(ctx, id, v.user.Name, d.o.Now()); err != nil {
		return err
	}
	if placeOf(v.r).Group != answersGroup {
		next = placeOf(v.r).url("/cases/" + id)
	}
	http.Redirect(v.w, v.r, next, http.StatusSeeOther)
	return nil
}
