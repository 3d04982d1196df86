package responder_test

import (
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder"
)

// In public somebody is called by name where the name is plain, and not each time.
func TestByName(t *testing.T) {
	r := newResponder(t)
	for display, want := range map[string]string{
		"Hannah Kay": "Hannah", "Tom P. Lowe": "Tom", "Zoë Álvarez": "Zoë",
		"Hannah": "", "hannah kay": "", "Leeds United": "", "The Boss": "", "Angry Customer": "", "Sam 💙 Jones": "", "Dr. Lowe": "",
		"Larkspur Fan Club": "", "A B": "", "Clapham Station": "", "Juniper Trust": "", "Coach Carter": "", "San Marino": "", "xX_killer_Xx": "", "": "", "Tired Mum": "", "Irate Ingrid": "", "Fuming Felix": "", "Boycott Larkspur": "", "Blue Heron": "", "London Bridge": "", "Paris Hilton": "", "Rose Garden": "", "Charlotte Hornets": "", "Hannah Hair Studio": "", "Oluwaseun Ade": "", "Jo <b>Hill</b>": "",
	} {
		named, all := 0, 40
		for variant := range all {
			d := r.Draft(responder.Request{
				CaseID: "x:1", Variant: variant, CanMessage: true, Brand: "Larkspur",
				Mention: care.Mention{ID: "1", Platform: "x", Text: "My parcel is three days late and nobody answers the phone", Author: care.Author{Name: display}},
				Verdict: care.Verdict{Language: "en", Action: care.ActReply, Complaint: 0.9, Severity: care.Disapproval, Topic: "delay"},
			})
			if greeting, rest, found := strings.Cut(d.Text, ","); found && want != "" && strings.HasSuffix(greeting, " "+want) {
				named++
				if first := strings.Fields(rest)[0]; first != "I" && !strings.HasPrefix(first, "I'") && strings.ToLower(first) != first {
					t.Errorf("%q goes on with a capital", d.Text)
				}
				if !strings.Contains(d.Otherwise, " "+want+",") {
					t.Errorf("only one of the two forms calls them by name: %q", d.Otherwise)
				}
			}
			if first, _, _ := strings.Cut(display, " "); want == "" && first != "" && strings.Contains(d.Text, " "+first+",") {
				t.Errorf("%s: %q", display, d.Text)
			}
		}
		if want != "" && (named < all/8 || named == all) {
			t.Errorf("%s: called by name in %d of %d answers", display, named, all)
		}
	}
}

// In Spanish and in German nothing goes on small behind the name.
func TestByNameAbroad(t *testing.T) {
	r := newResponder(t)
	for language, row := range map[string]struct{ post, display string }{
		"es": {"Mi paquete lleva tres días de retraso", "Lucía Gómez"},
		"de": {"Mein Paket ist seit drei Tagen überfällig", "Jonas Weber"},
	} {
		named, name := 0, strings.Fields(row.display)[0]
		for variant := range 20 {
			d := r.Draft(responder.Request{
				CaseID: "x:1", Variant: variant, CanMessage: true, Brand: "Larkspur",
				Mention: care.Mention{ID: "1", Platform: "x", Text: row.post, Author: care.Author{Name: row.display}},
				Verdict: care.Verdict{Language: language, Action: care.ActReply, Complaint: 0.9, Severity: care.Disapproval, Topic: "delay"},
			})
			greeting, rest, found := strings.Cut(d.Text, name)
			if !found {
				continue
			}
			named++
			if first := strings.Fields(rest)[1]; strings.ToLower(first) == first && !strings.HasPrefix(first, "¡") || greeting == "" {
				t.Errorf("%q", d.Text)
			}
		}
		if named == 0 || named == 20 {
			t.Errorf("%s: called by name in %d of 20 answers", language, named)
		}
	}
}
