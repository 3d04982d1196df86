package desk

import (
	"net/http"
	"regexp"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/store"
)

// knownLink names the known answer that a draft says.
type knownLink struct{ Name, URL string }

// knownOffer is a known answer that a person may take.
type knownOffer struct {
	knownLink

	Ask, Answer string
}

// rests is the known answer that a draft says, nil where it says none that holds.
func (d *Desk) rests(dr care.Draft) *knownLink {
	if dr.Known == "" || d.known().Find(dr.Known) == nil || broken(dr.Checks, responder.RuleOldFact) {
		return nil
	}
	return &knownLink{dr.Known, knownURL(dr.Known)}
}

// offer is a known answer that the post may ask for and that its draft does not
// say; nil where there is none.
func (d *Desk) offer(f *store.CaseFile, dr care.Draft) *knownOffer {
	r := d.o.Responder()
	if r == nil || dr.Known != "" && !broken(dr.Checks, responder.RuleOldFact) {
		return nil
	}
	m := r.Known(d.plainRequest(f.Mention, f.Verdict))
	if m == nil {
		return nil
	}
	return &knownOffer{knownLink{m.Answer.Name, knownURL(m.Answer.Name)}, m.Ask, m.Answer.Answer}
}

// tellKnown puts a known answer into the draft of a case.
func (d *Desk) tellKnown(v *visit) error {
	f, dr, done, err := d.typed(v)
	if err != nil || done {
		return err
	}
	q, err := d.request(v.r.Context(), v.user, f)
	if err != nil {
		return err
	}
	r := d.o.Responder()
	if r == nil {
		return store.ErrNotFound
	}
	told, ok := r.Tell(q, current(f), dr, v.r.PostFormValue("known"))
	if !ok {
		return d.showCaseWith(v, http.StatusUnprocessableEntity, &noticeView{Title: "That answer is no longer known",
			Lines: []string{"Somebody took it out, or it is out of date. Your words stand below as you typed them."}}, &dr)
	}
	told.By, told.At, told.Reason = v.user.Name, d.o.Now(), ""
	return d.keep(v, f, told)
}

// keepURL is where a person's own answer to a question becomes a known one, "" for
// who may not, and where there is none.
func (d *Desk) keepURL(v *visit, f *store.CaseFile) string {
	dr := f.Draft()
	if !v.may(RoleManager) || dr == nil || dr.Text == "" || dr.Text == dr.Holding || dr.By == "graces" || dr.By == "" || dr.Known != "" || writable(f.Case.State) || !asksIn(f) || f.Mention.Deleted {
		return ""
	}
	for _, s := range f.Sends {
		if s.Kind == care.SendPublic && s.State != care.SendWithdrawn {
			return "/new-answer?case=" + f.Case.ID
		}
	}
	return ""
}

// signedOff is the sign of who wrote an answer, at its end: ^AB.
var signedOff = regexp.MustCompile(`\s*\^\S{1,4}$`)
