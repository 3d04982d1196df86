package responder_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/jdkato/prose/v3/tokenize"

	"goodgraces/care"
	"goodgraces/responder"
)

// toDraft is a post that tells of two things, with as many earlier answers as
// the pipeline asks the store for.
func toDraft(r *responder.Responder) responder.Request {
	q := responder.Request{
		CaseID:  "case",
		Mention: care.Mention{Platform: "x", Text: "@acme three hours on hold and you still lost my bag!! order 12345678, call me on 020 7946 0958"},
		Verdict: care.Verdict{Language: "en", Action: care.ActReply, Severity: care.Accusation, Topic: "lost or damaged"},
		Brand:   "Acme", Initials: "AB", CanMessage: true, Now: time.Unix(0, 0),
	}
	for len(q.Recent) < 20 {
		other := q
		other.CaseID, other.Mention.Text = fmt.Sprint(len(q.Recent)), "@acme my parcel is late"
		q.Recent = append(q.Recent, r.Draft(other).Text)
	}
	return q
}

func BenchmarkDraft(b *testing.B) {
	r := newResponder(b)
	q := toDraft(r)
	b.ReportAllocs()
	for b.Loop() {
		if r.Draft(q).Text == "" {
			b.Fatal("no draft")
		}
	}
}

// BenchmarkDraftRatio takes turns with the yardstick, prose's tokenizing of the
// post, and compares the quickest of each, which no busy neighbour slowed: it
// reports what a draft costs in tokenizings.
func BenchmarkDraftRatio(b *testing.B) {
	r, prose := newResponder(b), tokenize.New()
	q := toDraft(r)
	yardstick, draft := time.Hour, time.Hour
	for b.Loop() {
		start := time.Now()
		prose.Tokenize(q.Mention.Text)
		middle := time.Now()
		r.Draft(q)
		yardstick, draft = min(yardstick, middle.Sub(start)), min(draft, time.Since(middle))
	}
	b.ReportMetric(float64(draft)/float64(yardstick), "tokenizings")
	b.ReportMetric(float64(draft.Nanoseconds()), "ns/quickest")
}

func BenchmarkNoDraft(b *testing.B) {
	r := newResponder(b)
	q := complaint("@acme look what I found in the shop today, lovely colours")
	q.Verdict.Action = care.ActIgnore
	for b.Loop() {
		if r.Draft(q).Reason == "" {
			b.Fatal("no reason")
		}
	}
}
