package responder_test

import (
	"testing"

	"goodgraces/care"
)

// Who only asks how things are done with us is answered, whatever the verdict made of
// it; whoever tells of trouble with a question, or reproaches with one, is not.
func TestAMereInquiryIsNoComplaint(t *testing.T) {
	r := newResponder(t)
	for post, want := range map[string]care.Action{
		"@acme How long do you keep a parcel?":                              care.ActAnswer,
		"do I absolutely need a ticket for my toddler?!!":                   care.ActAnswer,
		"but do dogs need a muzzle on the ferry?":                           care.ActAnswer,
		"Morning! Which bin do old batteries go in??":                       care.ActAnswer,
		"does the warranty cover a cracked screen? Thanks":                  care.ActAnswer,
		"@acme what happens if I miss my slot at the dentist?":              care.ActAnswer,
		"Do you even open on Sundays?":                                      care.ActReply,
		"How many times do I have to ring?":                                 care.ActReply,
		"Is the lift broken again?":                                         care.ActReply,
		"How long do you keep a parcel? Mine was sent back after two days!": care.ActReply,
		"Do the couriers normally leave a harp in a hedge?":                 care.ActReply,
		"Can we have one week without the drill?":                           care.ActReply,
		"How old is the bread you sold us?":                                 care.ActReply,
		"is the cloakroom £9 a coat?!":                                      care.ActReply,
		"Is there a problem with your till?":                                care.ActReply,
	} {
		q := complaint(post)
		q.Verdict.Severity = care.Disapproval
		if d := r.Draft(q); d.Action != want {
			t.Errorf("%q: %s, want %s: %s%s", post, d.Action, want, d.Text, d.Holding)
		}
	}
}

// Nobody who asks on is thanked for what they told.
func TestNoThanksForAnUpdateThatAsks(t *testing.T) {
	r := newResponder(t)
	for _, post := range []string{"but do dogs need a muzzle on the ferry?", "and is there a fee for that?", "ok can I pay by card then?"} {
		for variant := range 6 {
			q := complaint(post)
			q.Verdict, q.Variant = care.Verdict{Language: "en", Action: care.ActAnswer, Question: 0.9}, variant
			if d := r.Draft(q); containsAny(d.Text+d.Holding, "update", "that helps", "letting me know", "getting back to me") {
				t.Errorf("%q: %s", post, d.Holding)
			}
		}
	}
}
