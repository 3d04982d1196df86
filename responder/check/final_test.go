package check_test

import (
	"testing"

	"goodgraces/care"
	"goodgraces/responder/check"
)

// closings are closing lines and what they give to bite on: "" for none.
var closings = []struct{ reply, hook string }{
	{"Thank you for writing. We'll leave it here, and we wish you a good day.", ""},
	{"We have read your message. With best wishes.", ""},
	{"Thanks for your view. We'll leave it there. A new problem is always heard.", ""},
	{"We'll leave the thread here. If a new problem comes up, we will hear it.", ""},
	{"Hemos leído su mensaje. Lo dejamos aquí y le deseamos lo mejor.", ""},
	{"Danke für Ihre Nachricht. Wir lassen es dabei. Ein neues Anliegen wird immer gehört.", ""},
	{"Thanks for writing. What would you like us to do?", "question"},
	{"¿Algo más?", "question"},
	{"We'll leave it here. Let us know if there is anything else.", "invitation"},
	{"Thanks. DM us and we can go on there.", "invitation"},
	{"We've said what we can. Our hotline is open until six.", "invitation"},
	{"All the best. See https://acme.example for more.", "invitation"},
	{"We'll leave it here. Happy to help with any questions.", "invitation"},
	{"Gracias por su mensaje. Quedamos a su disposición.", "invitation"},
	{"Danke. Melden Sie sich gern bei uns.", "invitation"},
	{"Thank you. We'll look into it.", "promise"},
	{"Thanks, I've passed this on to the team.", "promise"},
	{"We are checking this with our colleagues.", "promise"},
	{"Danke. Wir werden das prüfen.", "promise"},
	{"Gracias. Lo vamos a revisar.", "promise"},
	{"We're sorry. We'll leave it here.", "apology"},
	{"Lo sentimos. Lo dejamos aquí.", "apology"},
	{"Das tut uns leid. Alles Gute.", "apology"},
	{"We understand that you are upset. All the best.", "feelings"},
	{"We feel this goes nowhere. Goodbye.", "feelings"},
	{"Entendemos su enfado. Lo dejamos aquí.", "feelings"},
	{"Wir verstehen Ihren Ärger. Alles Gute.", "feelings"},
	{"This is our last reply.", "shut door"},
	{"We will not respond any more. Goodbye.", "shut door"},
	{"You are blocked.", "shut door"},
	{"Wir werden nicht mehr antworten.", "shut door"},
}

func TestClosingLines(t *testing.T) {
	for _, c := range closings {
		if note := check.Closing(c.reply); (note != "") != (c.hook != "") {
			t.Errorf("%q: %q, want %q", c.reply, note, c.hook)
		}
		for _, action := range []care.Action{care.ActFold, care.ActReply} {
			for _, got := range check.Public(check.Input{Platform: "x", Action: action, Reply: c.reply}) {
				if want := action == care.ActFold && c.hook != ""; got.Rule == "final" && (got.OK == want || !got.Blocking) {
					t.Errorf("%s %q: %+v", action, c.reply, got)
				}
			}
		}
	}
}
