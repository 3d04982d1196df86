package pipeline

import (
	"context"
	"regexp"
	"strconv"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// answerWithin is how long after a follow-up was approved a post or message may
// be the answer to it.
const answerWithin = 30 * 24 * time.Hour

// listen finds among new posts the answers to our follow-ups, which belong to
// the case that was asked about. One that complains is a matter of its own too;
// nothing else is to be answered.
func (s stages) listen(ctx context.Context, items []*Item) error {
	var authors []string
	for _, it := range items {
		if it.fresh() && it.Mention.By != care.ByBrand {
			authors = append(authors, it.Mention.AuthorKey())
		}
	}
	if authors = unique(authors); len(authors) == 0 {
		return nil
	}
	asked, err := s.Store.Asked(ctx, authors, s.Now().Add(-answerWithin))
	if err != nil || len(asked) == 0 {
		return err
	}
	for _, it := range items {
		if !it.fresh() || it.Mention.By == care.ByBrand {
			continue
		}
		if it.answer = s.answerTo(&it.Mention, asked[it.Mention.AuthorKey()]); it.answer == nil {
			continue
		}
		onlyComplaints(&it.Verdict)
	}
	return nil
}

// howItWent is the rule of a verdict on an answer that asks nothing of us.
const howItWent = "how it went for them"

// onlyComplaints asks nothing of us for an answer that does not complain: a
// person reads it with its case.
func onlyComplaints(v *care.Verdict) {
	switch v.Action {
	case care.ActReply, care.ActLegal, care.ActSafety:
	default:
		v.Action, v.Rule = care.ActIgnore, howItWent
	}
}

// answerTo makes an answer of a post to the latest follow-up that it may
// answer; nil where there is none.
func (s stages) answerTo(m *care.Mention, asked []store.Asked) *care.Answer {
	for i := range asked {
		if !answers(m, &asked[i]) {
			continue
		}
		at := m.CreatedAt
		if at.IsZero() || at.After(s.Now()) {
			at = s.Now()
		}
		return &care.Answer{CaseID: asked[i].CaseID, Kind: care.AnswerFollowUp, Text: m.Text, Score: score(m.Text), At: at}
	}
	return nil
}

// answers reports whether a post of the author whom we asked how it went is
// the answer: it replies to the question, or was said to us in private or in
// the conversation of the case after we asked.
func answers(m *care.Mention, q *store.Asked) bool {
	asked := q.CreatedAt
	if q.Receipt != nil && !q.Receipt.At.IsZero() {
		asked = q.Receipt.At
	}
	switch {
	case m.InReplyTo != "" && q.Receipt != nil && m.InReplyTo == q.Receipt.ID:
		return true
	case !m.CreatedAt.IsZero() && m.CreatedAt.Before(asked):
		return false
	}
	return m.Private || m.InReplyTo != "" && m.ThreadKey() == q.Thread
}

// The ways to say a score of 1 to 5 in words: "4/5", "4 out of 5", "9/10", "4
// stars", "I'd give it a 4", and a number alone or first.
var (
	ofFive  = regexp.MustCompile(`(?i)\b([1-5])\s*(?:/|out of|of|von|de|sobre)\s*5\b`)
	ofTen   = regexp.MustCompile(`(?i)\b(10|[0-9])\s*(?:/|out of|of|von|de|sobre)\s*10\b`)
	inStars = regexp.MustCompile(`(?i)\b([1-5])[ -]?(?:stars?|sterne?n?|estrellas?)\b`)
	given   = regexp.MustCompile(`(?i)\b(?:give (?:you|it|that|this)|(?:my )?(?:score|rating)(?: is|:)?|rate (?:it|this|that|you)|i'd say|nota(?: de)?|puntuación(?: de)?|bewertung|note)\s+(?:an? |una? |eine? )?([1-5])(?:\s*[.,!:;)]|\s*$)`)
	alone   = regexp.MustCompile(`^\W*([1-5])(?:\s*[.,!:;)–—-]+(?:\D|$)|\s*$)`)
	handles = regexp.MustCompile(`(?:^|\s)@\S+`)
)

// score is the number from 1 to 5 that a text gives; 0 for none.
func score(text string) int {
	text = strings.TrimSpace(handles.ReplaceAllString(text, " "))
	for _, r := range []*regexp.Regexp{ofFive, inStars, given, alone} {
		if found := r.FindStringSubmatch(text); found != nil {
			n, _ := strconv.Atoi(found[1]) // one digit: it always parses
			return n
		}
	}
	if found := ofTen.FindStringSubmatch(text); found != nil {
		n, _ := strconv.Atoi(found[1]) // as above
		return max(1, (n+1)/2)
	}
	if n := strings.Count(text, "⭐") + strings.Count(text, "★") + strings.Count(text, "🌟"); n <= 5 {
		return n
	}
	return 0
}
