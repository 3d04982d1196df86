package desk

import (
	"bytes"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"goodgraces/care"
	"goodgraces/responder/link"
	"goodgraces/store"
)

// formView is the page behind a customer's link. It shows nothing of the case:
// whoever holds the link may be somebody else.
type formView struct {
	Words   formWords
	Lang    string
	Brand   string
	Kind    string // care.AnswerHandoff, care.AnswerFollowUp
	Title   string
	Text    string
	Problem string
	Asks    bool // the form is shown
	Typed   care.Answer
	Scores  []int
	Keeps   string // what is kept and for how long
}

// How much a customer can write, in characters.
const (
	maxReference = 120
	maxContact   = 200
	maxAnswer    = 4000
)

// formLink is the address of a form of a case; "" where there is none.
func (d *Desk) formLink(kind, caseID string) string {
	cfg := d.o.Config()
	return d.o.Links.URL(cfg.Desk.PublicURL, link.Claim{Kind: kind, CaseID: caseID, Expires: d.o.Now().Add(cfg.Responder.FormFor)})
}

// forms serves what customers' links lead to: without an account, without
// script, without a cookie. The token in the address is what lets one in, so a
// page elsewhere cannot post in somebody's name.
func (d *Desk) forms(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Robots-Tag", "noindex")
	token := r.PathValue("token")
	claim, err := d.o.Links.Open(token, d.o.Now())
	words := formWordsOf("en")
	if !d.formAttempts.allow(link.Hash(token), r.RemoteAddr, d.o.Now()) {
		w.Header().Set("Retry-After", "60")
		d.showForm(w, http.StatusTooManyRequests, formView{Words: words, Title: words.Busy, Text: words.BusyText})
		return
	}
	if errors.Is(err, link.ErrInvalid) {
		d.showForm(w, http.StatusNotFound, formView{Words: words, Title: words.Invalid, Text: words.InvalidText})
		return
	}
	f, used, lookErr := d.formCase(r, claim, token)
	if f != nil {
		words = formWordsOf(f.Verdict.Language)
	}
	switch {
	case errors.Is(lookErr, store.ErrNotFound), err != nil:
		d.showForm(w, http.StatusGone, formView{Words: words, Title: words.Expired, Text: words.ExpiredText})
	case lookErr != nil:
		d.formFailed(w, r, words, lookErr)
	case used:
		d.showForm(w, http.StatusGone, formView{Words: words, Title: words.Used, Text: words.UsedText})
	case r.Method == http.MethodPost:
		d.takeForm(w, r, claim, words)
	default:
		d.showForm(w, http.StatusOK, d.asking(claim, words))
	}
}

// formCase is the case of a link, and whether the link was used.
func (d *Desk) formCase(r *http.Request, claim link.Claim, token string) (*store.CaseFile, bool, error) {
	f, err := d.o.Store.Case(r.Context(), claim.CaseID)
	if err != nil {
		return nil, false, err
	}
	used, err := d.o.Store.AnswerUsed(r.Context(), link.Hash(token))
	return f, used, err
}

func (d *Desk) asking(claim link.Claim, words formWords) formView {
	cfg := d.o.Config()
	v := formView{Words: words, Kind: claim.Kind, Asks: true, Title: words.Handoff, Text: words.HandoffText, Keeps: words.keeps(cfg.Responder.FormKeep)}
	if claim.Kind == care.AnswerFollowUp {
		v.Title, v.Text, v.Scores = words.FollowUp, words.FollowUpText, []int{1, 2, 3, 4, 5}
	}
	return v
}

// takeForm keeps what was filled in, once.
func (d *Desk) takeForm(w http.ResponseWriter, r *http.Request, claim link.Claim, words formWords) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	page := d.asking(claim, words)
	page.Typed = typedAnswer(r, claim)
	if page.Problem = answerProblem(page.Typed, words); page.Problem != "" {
		d.showForm(w, http.StatusUnprocessableEntity, page)
		return
	}
	page.Typed.At = d.o.Now()
	_, err := d.o.Store.SaveAnswer(r.Context(), page.Typed, link.Hash(r.PathValue("token")))
	switch {
	case errors.Is(err, store.ErrConflict):
		d.showForm(w, http.StatusGone, formView{Words: words, Title: words.Used, Text: words.UsedText})
	case errors.Is(err, store.ErrNotFound):
		d.showForm(w, http.StatusGone, formView{Words: words, Title: words.Expired, Text: words.ExpiredText})
	case err != nil:
		d.formFailed(w, r, words, err)
	default:
		d.showForm(w, http.StatusOK, formView{Words: words, Title: words.Thanks, Text: words.ThanksText})
	}
}

func typedAnswer(r *http.Request, claim link.Claim) care.Answer {
	a := care.Answer{CaseID: claim.CaseID, Kind: claim.Kind, Text: formText(r, "text")}
	if claim.Kind == care.AnswerFollowUp {
		a.Score, _ = strconv.Atoi(r.PostFormValue("score")) // 0 is asked for again
		return a
	}
	a.Reference, a.Contact = oneLine(formText(r, "reference")), oneLine(formText(r, "contact"))
	return a
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// answerProblem says what must change; "" for nothing.
func answerProblem(a care.Answer, words formWords) string {
	switch {
	case !utf8.ValidString(a.Reference + a.Contact + a.Text):
		return words.TooLong
	case utf8.RuneCountInString(a.Reference) > maxReference, utf8.RuneCountInString(a.Contact) > maxContact, utf8.RuneCountInString(a.Text) > maxAnswer:
		return words.TooLong
	case a.Kind == care.AnswerFollowUp && (a.Score < 1 || a.Score > 5):
		return words.NoScore
	case a.Kind == care.AnswerHandoff && a.Reference+a.Contact+a.Text == "":
		return words.Nothing
	}
	return ""
}

func (d *Desk) formFailed(w http.ResponseWriter, r *http.Request, words formWords, err error) {
	if r.Context().Err() == nil {
		d.o.Log.Error("desk: form", "error", err) // never the address: it lets in
	}
	d.showForm(w, http.StatusServiceUnavailable, formView{Words: words, Title: words.Busy, Text: words.BusyText})
}

func (d *Desk) showForm(w http.ResponseWriter, status int, page formView) {
	page.Brand, page.Lang = d.o.Config().Brand.Name, page.Words.Lang
	var out bytes.Buffer
	if err := d.pages["form"].ExecuteTemplate(&out, "form.html", page); err != nil {
		d.o.Log.Error("desk: template", "page", "form", "error", err)
		http.Error(w, "This page could not be made.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes()) // the client went away: nobody is left to tell
}

// days is a duration in whole days.
func days(d time.Duration) int { return int((d + 12*time.Hour) / (24 * time.Hour)) }
