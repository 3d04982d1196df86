package responder_test

import (
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
		Recent: []string{"I'm sorry about your flight. I'm looking into it.", "I'm so sorry your parcel is late. I've sent you a message."},
	}
	for b.Loop() {
		if r.Draft(q).Text == "" {
			b.Fatal("no draft")
		}
	}
}
