package responder_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"goodgraces/care"
	"goodgraces/responder"
)

// What the templates write in private breaks no rule, not even one that warns:
// people would soon pass over warnings.
func TestPrivateMessagesBreakNoRule(t *testing.T) {
	r := newResponder(t)
	posts := map[string][]string{
		"en": {
			"My parcel is three days late and nobody answers the phone", "You charged me twice and I want it sorted", "The driver was rude to my mother",
			"Order 55-1023 is a week late", "You keep asking for my order number and my parcel never came",
			"The app crashes every time I open it", "A serious failure, and now it is useless", "Order AB1234567 never came", "My bag was lost on the way to Oslo",
			"Why is it so expensive?", "Your crew was so rude", "Your tracking is useless, you are brilliant at losing parcels",
		},
		"es": {"Mi paquete lleva tres días de retraso y nadie contesta", "Me han cobrado dos veces", "Un servicio pésimo", "Mi pedido 55-1023 no ha llegado", "Ya os he dado el número de pedido tres veces y el paquete no llega"},
		"de": {"Mein Paket ist seit drei Tagen überfällig und niemand antwortet", "Mir wurde doppelt abgebucht", "Ein furchtbarer Service", "Meine Bestellung 55-1023 ist nicht da", "Die Bestellnummer habe ich euch schon dreimal geschickt, das Paket fehlt noch"},
	}
	for language, texts := range posts {
		for i, text := range texts {
			for variant := range 60 {
				for _, severity := range []care.Severity{care.Disapproval, care.Blame} {
					q := responder.Request{
						CaseID:     fmt.Sprintf("x:%s%d", language, i),
						Mention:    care.Mention{ID: "1", Platform: "x", Text: text, Author: care.Author{Name: "Sam"}},
						Verdict:    care.Verdict{Language: language, Action: care.ActReply, Complaint: 0.9, Severity: severity, Topic: []string{"delay", "outage", "staff conduct"}[variant%3]},
						CanMessage: true, Variant: variant, Brand: "Larkspur", Link: "https://desk.larkspur.example/f/abc",
					}
					d := r.Draft(q)
					for _, c := range d.Checks {
						if !c.OK && strings.HasPrefix(c.Note, "private message") {
							t.Errorf("%s, wording %d: %s: %s\n%s", d.Template, variant, c.Rule, c.Note, d.Private.Text)
						}
					}
				}
			}
		}
	}
}

// A verdict's topic asks for nothing that has no part in what the post tells.
func TestChargeIsAskedForOnlyWhereOneIsSpokenOf(t *testing.T) {
	r := newResponder(t)
	for post, asked := range map[string]bool{"The video has no sound at all": false, "Your new layout is broken": false, "You charged me twice and I want it sorted": true} {
		d := r.Draft(responder.Request{
			CaseID: "x:1", Mention: care.Mention{ID: "1", Platform: "x", Text: post},
			Verdict:    care.Verdict{Language: "en", Action: care.ActReply, Complaint: 0.9, Severity: care.Disapproval, Topic: "billing and refunds"},
			CanMessage: true,
		})
		if strings.Contains(d.Private.Text, "the date of the charge") != asked {
			t.Errorf("%q: %s", post, d.Private.Text)
		}
	}
}

// A template may leave out what is said of a number that we have been given, in
// the post or before; the other is said then, and the number is not asked for.
func TestGivenNumberWithoutItsWording(t *testing.T) {
	body, err := os.ReadFile("templates/warm-en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ without, post, says string }{
		{"ask_known", "My order 55-1023 never came", "sent us|with us|gave us"},
		{"ask_sent", "I've given you my order number four times. The desk never came.", "number in your post|number from your post"},
	} {
		var whole map[string]any
		if err := yaml.Unmarshal(body, &whole); err != nil {
			t.Fatal(err)
		}
		delete(whole["parts"].(map[string]any)["private"].(map[string]any), row.without)
		text, err := yaml.Marshal(whole)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "a.yaml"), text, 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := responder.New(dir)
		if err != nil {
			t.Fatal(err)
		}
		q := complaint(row.post)
		q.Verdict = care.Verdict{Language: "en", Action: care.ActReply, Complaint: 0.9, Severity: care.Disapproval, Topic: "delay"}
		if d := r.Draft(q); !containsAny(d.Private.Text, strings.Split(row.says, "|")...) {
			t.Errorf("without %s, %q: %s", row.without, row.post, d.Private.Text)
		}
	}
}
