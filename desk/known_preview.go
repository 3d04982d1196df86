package desk

import (
	"fmt"
	"slices"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/responder/known"
	"goodgraces/store"
)

const (
	triedQuestions = 200  // of the newest, to which an answer is tried
	searchedPosts  = 1000 // newest posts that are looked through for them
	shownQuestions = 12   // at most, of those answered and of those near
)

// tryKnown puts an answer to the last questions: which would it have answered?
func (d *Desk) tryKnown(v *visit, a *known.Answer) (previewView, error) {
	out := previewView{Title: "On recent questions"}
	if len(d.problemsOf(a)) > 0 {
		out.Text = fmt.Sprintf("Once nothing is wrong with it, this shows which of the last %d questions it would have answered.", triedQuestions)
		return out, nil
	}
	r := d.o.Responder()
	if r == nil {
		return out, nil
	}
	rows, err := d.o.Store.Mentions(v.r.Context(), store.MentionFilter{Limit: searchedPosts})
	if err != nil {
		return out, err
	}
	with, tried := r.Trying(a), 0
	var said, near []store.MentionRow
	for _, row := range d.questions(rows, a.Language) {
		tried++
		switch m := with.Known(d.plainRequest(row.Mention, row.Verdict)); {
		case m == nil || m.Answer.Name != a.Name:
		case m.Sure:
			said = append(said, row)
		default:
			near = append(near, row)
		}
	}
	for _, row := range said[:min(len(said), shownQuestions)] {
		one, err := d.tryQuestion(v, row, with, r)
		if err != nil {
			return out, err
		}
		out.Tries = append(out.Tries, one)
	}
	for _, row := range near[:min(len(near), shownQuestions)] {
		one := d.tried(row)
		one.Compared = "near: offered to a person, not said"
		out.Tries = append(out.Tries, one)
	}
	out.tellKnown(tried, len(said), len(near))
	return out, nil
}

// tellKnown says how many questions an answer would have been for.
func (v *previewView) tellKnown(tried, said, near int) {
	if tried == 0 {
		v.Empty = emptyView{Title: "Nobody has asked yet.", Text: "There is no recent question in this language to try it on."}
		return
	}
	v.Text = fmt.Sprintf("Of the last %s in this language, it would have answered %d, and been offered to a person for %d. Nothing here is sent or saved.",
		plural(tried, "question", "questions"), said, near)
	if said+near == 0 {
		v.Empty = emptyView{Title: "None of them asks this.", Text: "That may be right. If people do ask it, write their questions as they put them."}
	}
}

// questions are the newest posts that ask, in a language.
func (d *Desk) questions(rows []store.MentionRow, language string) (asking []store.MentionRow) {
	slices.SortStableFunc(rows, func(a, b store.MentionRow) int { return b.Mention.CreatedAt.Compare(a.Mention.CreatedAt) })
	for _, row := range rows {
		if row.Mention.By != care.ByBrand && !row.Mention.Deleted && row.Verdict.Language == language && row.Verdict.Action.Drafts() &&
			responder.Asks(d.plainRequest(row.Mention, row.Verdict)) {
			asking = append(asking, row)
		}
		if len(asking) == triedQuestions {
			break
		}
	}
	return asking
}

// plainRequest is what it takes to know which answer a post asks for.
func (d *Desk) plainRequest(m care.Mention, verdict care.Verdict) responder.Request {
	return responder.Request{Mention: m, Verdict: verdict, Brand: d.o.Config().Brand.Name, Now: d.o.Now()}
}

// tried is a post that something is tried on.
func (d *Desk) tried(row store.MentionRow) tryView {
	m := row.Mention
	one := tryView{Mark: markOf(row.Verdict), Who: shownHandle(m.Author), Platform: platformName(m.Platform), At: d.moment(m.CreatedAt), Post: segments(clip(m), nil)}
	if row.CaseID != "" {
		one.URL = "/cases/" + row.CaseID
	}
	return one
}

// tryQuestion drafts an answer to a question, with a known answer and as it is
// now.
func (d *Desk) tryQuestion(v *visit, row store.MentionRow, with, now *responder.Responder) (tryView, error) {
	one := d.tried(row)
	f := &store.CaseFile{Mention: row.Mention, Verdict: row.Verdict}
	f.Case.ID = firstOf(row.CaseID, row.Mention.Key())
	q, err := d.request(v.r.Context(), v.user, f)
	if err != nil {
		return one, err
	}
	q.Recent = nil // what it says, though it may have been said already
	reach := d.o.Reach(row.Mention)
	draft := fitting(with.Draft(q), reach)
	one.tell(draft)
	one.compare(draft, fitting(now.Draft(q), reach))
	return one, nil
}
