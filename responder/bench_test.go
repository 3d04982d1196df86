package responder_test

import (
	"fmt"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/responder"
)

func BenchmarkDraft(b *testing.B) {
	r, err := responder.New("")
	if err != nil {
		b.Fatal(err)
	}
	q := responder.Request{
		CaseID:  "case",
		Mention: care.Mention{Platform: "x", Text: "@acme three hours on hold and you still lost my bag!! order 12345678, call me on 020 7946 0958"},
		Verdict: care.Verdict{Language: "en", Action: care.ActReply, Severity: care.Accusation, Topic: "lost or damaged"},
		Brand:   "Acme", Initials: "AB", CanMessage: true, Now: time.Unix(0, 0),
	}
	for len(q.Recent) < 20 { // as many as the pipeline asks the store for
		other := q
		other.CaseID, other.Mention.Text = fmt.Sprint(len(q.Recent)), "@acme my parcel is late"
		q.Recent = append(q.Recent, r.Draft(other).Text)
	}
	for b.Loop() {
		if r.Draft(q).Text == "" {
			b.Fatal("no draft")
		}
	}
}

func BenchmarkNoDraft(b *testing.B) {
	r, err := responder.New("")
	if err != nil {
		b.Fatal(err)
	}
	q := complaint("@acme look what I found in the shop today, lovely colours")
	q.Verdict.Action = care.ActIgnore
	for b.Loop() {
		if r.Draft(q).Reason == "" {
			b.Fatal("no reason")
		}
	}
}
