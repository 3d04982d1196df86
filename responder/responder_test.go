package responder_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/responder/length"
)

var noon = time.Date(2026, time.March, 4, 12, 0, 0, 0, time.UTC) // a Wednesday

func newResponder(t testing.TB) *responder.Responder {
	t.Helper()
	return responder.Shared(t)
}

// praises is a request to thank for a post.
func praises(text string) responder.Request {
	q := complaint(text)
	q.Verdict = care.Verdict{Language: "en", Praise: 0.95, Action: care.ActThank}
	return q
}

func complaint(text string) responder.Request {
	return responder.Request{
		CaseID:  care.CaseID("x", text),
		Mention: care.Mention{ID: "1", Platform: "x", Text: text, Author: care.Author{Handle: "sam", Name: "Sam Jones"}},
		Verdict: care.Verdict{Language: "en", Complaint: 0.9, Anger: 0.5, Severity: care.Accusation, Action: care.ActReply, Topic: "other"},
		Brand:   "Acme", Initials: "AB", CanMessage: true, Now: noon,
	}
}

func TestDraftNamesTheProblem(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string]string{
		"@acme THREE HOURS on hold!!! are you kidding":       "hours on hold",
		"@acme you lost my bag again":                        "your bag was lost",
		"charged twice for one order, @acme sort it":         "charged twice",
		"@acme your app keeps crashing":                      "app keeps crashing",
		"I can't log in to my account @acme":                 "you can't log in to your account",
		"@acme my internet has been down since Monday":       "your internet has been down",
		"still waiting for my refund @acme. ridiculous":      "still waiting for your refund",
		"@acme my flight was cancelled and nobody helped us": "your flight was cancelled",
	} {
		d := r.Draft(complaint(post))
		if text := strings.ToLower(d.Text + d.Private.Text); !strings.Contains(text, want) && !strings.Contains(text, "being "+want) {
			t.Errorf("%q\n got %q\nwant %q in it", post, d.Text, want)
		}
	}
}

func TestDraftByAction(t *testing.T) {
	r := newResponder(t)
	for _, action := range care.Actions {
		q := complaint("you lost my bag")
		if action == care.ActThank {
			q = complaint("what a lovely crew, thank you")
		}
		if action == care.ActAnswer {
			q = complaint("when does the shop in Leeds open?")
		}
		q.Verdict.Action = action
		d := r.Draft(q)
		ready := action.Drafts() && action != care.ActAnswer
		if (d.Text == "") == ready || (d.Reason == "") == (d.Text == "") || (d.Holding == "") == (action == care.ActAnswer) {
			t.Errorf("%s: text %q, reason %q", action, d.Text, d.Reason)
		}
		if d.Text != "" && len(d.Checks) == 0 {
			t.Errorf("%s: no checks", action)
		}
		if action != care.ActReply && (d.Text != d.Otherwise || d.Private.Text != "") {
			t.Errorf("%s: claims a private message: %+v", action, d)
		}
	}
}

func TestNoThanksForTrouble(t *testing.T) {
	q := complaint("Oh fantastic service, they delivered an empty box. Beautifully taped.")
	q.Verdict.Action = care.ActThank
	if d := newResponder(t).Draft(q); d.Text != "" || d.Reason == "" {
		t.Errorf("thanks for %q: %q", q.Mention.Text, d.Text)
	}
}

func TestNeverAsksForWhatThePostSays(t *testing.T) {
	r := newResponder(t)
	for variant := range 20 {
		q := complaint("@acme parcel LK44710932 was promised for Monday and I have taken the day off for nothing at all")
		q.Variant, q.Verdict.Topic = variant, "delay"
		d := r.Draft(q)
		if said := d.Text + d.Private.Text; strings.Contains(said, "your order or booking number") || strings.Contains(said, "What happened") || strings.Contains(said, "tell me what happened") {
			t.Errorf("asks again: %q", said)
		}
	}
}

func TestDraftNeverAnswersLegalOrDanger(t *testing.T) {
	r := newResponder(t)
	for _, post := range []string{
		"You'll hear from my lawyer about this", "I'm going to sue you", "your product caught fire and I was injured",
		"I'm reporting this to the ombudsman", "I will kill you all", "I want to die, you ruined my life",
	} {
		if d := r.Draft(complaint(post)); d.Text != "" || d.Otherwise != "" || d.Private.Text != "" || d.Reason == "" {
			t.Errorf("%q: drafted %+v", post, d)
		}
	}
}

func TestTwoHundredAlike(t *testing.T) {
	r := newResponder(t)
	seen := map[string]bool{}
	var recent []string
	for i := range 200 {
		q := complaint("My parcel is late, where is it?")
		q.CaseID, q.Recent = fmt.Sprint("case", i), recent
		d := r.Draft(q)
		if d.Text == "" || seen[d.Text] {
			t.Fatalf("draft %d %q (%s) was given before", i, d.Text, d.Reason)
		}
		if n, limit := length.Of("x", d.Text); n > limit || d.Length != n || d.Limit != limit {
			t.Fatalf("draft %d is %d of %d", i, n, limit)
		}
		seen[d.Text] = true
		recent = append(recent, d.Text)
	}
}

func TestDraftIsDeterministic(t *testing.T) {
	r := newResponder(t)
	q := complaint("three hours on hold")
	if a, b := r.Draft(q), r.Draft(q); a.Text != b.Text || a.Otherwise != b.Otherwise || a.Private != b.Private {
		t.Errorf("%q, then %q", a.Text, b.Text)
	}
	other := q
	other.Variant = 1
	if a, b := r.Draft(q), r.Draft(other); a.Text == b.Text {
		t.Errorf("another variant is the same: %q", a.Text)
	}
}

// A server that allows less than its platform's usual gets a shorter draft, and
// a person's edit is held to the same limit.
func TestOwnLimit(t *testing.T) {
	r := newResponder(t)
	q := complaint("My parcel is late again and nobody answers the phone")
	q.Mention.Platform = "mastodon"
	usual := r.Draft(q)
	q.Mention.Limit = usual.Length - 10
	d := r.Draft(q)
	if usual.Limit != 500 || d.Limit != q.Mention.Limit || d.Text == "" || d.Length > d.Limit {
		t.Errorf("%d of %d: %q; usually %d of %d", d.Length, d.Limit, d.Text, usual.Length, usual.Limit)
	}
	if edited := r.Recheck(usual, q); len(care.Blocked(edited.Checks)) == 0 {
		t.Errorf("%d of %d may be published", edited.Length, edited.Limit)
	}
}
