package responder_test

import (
	"fmt"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder"
)

// Whoever has given us a number is asked for none, in public or in private, and
// nobody else is told that we have one.
func TestGivenNumberIsNotAskedFor(t *testing.T) {
	r := newResponder(t)
	for _, row := range []struct {
		language, post string
		given          bool
	}{
		{"en", "My order 55-1023 still hasn't come, two weeks now", true},
		{"en", "Still no parcel from you. 55-1023", true},
		{"en", "No parcel yet, ref ABC123, three weeks late", true},
		{"en", "My booking XK4T9Z was cancelled and nobody says why", true},
		{"en", "You cancelled our flight and nobody answers. XK4T9Z", true},
		{"en", "Order number: 8841 came with the wrong shoes", true},
		{"en", "The flight that was cancelled was ZZ541, booking number IIF5RF", true},
		{"en", "PNR 4471882031 late again", true},
		{"en", "Can you find my late order for me please. Number 2471882.", true},
		{"en", "My order is late, my phone number 07700900123", false},
		{"en", "My lamp's late. I wrote about the order yesterday, number 5571 203", true},
		{"en", "The desk I ordered is late, order number 07731445", true},
		{"en", "My order is late, my number is 07700900123", false},
		{"en", "My order is late, my number: 07700 900 123", false},
		{"en", "My order is late, ring me, the number is +44 7700 900123", false},
		{"en", "My parcel never came, my number is 7700 900 123", false},
		{"es", "El pedido no llega, mi número es 655 010 203", false},
		{"es", "El pedido no llega, el número es 5571203", true},
		{"de", "Die Lampe fehlt, Bestellnummer 5571203", true},
		{"de", "Das Paket fehlt, Sendungs-Nr. 5571203", true},
		{"de", "Meine Bestellung fehlt, Nummer 5571203", true},
		{"de", "Meine Bestellung fehlt, Nummer 01755550123", false},
		{"de", "Meine Bestellung fehlt, meine Nummer ist 5571203", false},
		{"de", "Das Paket fehlt, meine Handynummer ist 01755550123", false},
		{"de", "Das Paket fehlt, Rufnummer 5571203", false},
		{"de", "Das Paket fehlt, die Kontonummer 5571203 stimmt", false},
		{"en", "order #8841 never turned up", true},
		{"en", "Case 4471 is open since March and nobody replies", true},
		{"en", "Charged twice for order 55-1023, I want my money back", true},
		{"en", "I've given you my order number four times. My parcel never came.", true},
		{"en", "Stop asking for my order number! My parcel is still lost.", true},
		{"en", "Third person today who wants my booking reference. Still no refund.", true},
		{"en", "My lamp is late and I can't enter my order number again, the page is blank", false},
		{"en", "I couldn't type my order number twice, the form froze. Still no desk", false},
		{"en", "We never give our booking reference twice to strangers, and our hire van is late", false},
		{"en", "I need my desk but the page won't let me enter my order number again", false},
		{"en", "Can't believe I must give my tracking number again. My harp is lost", true},
		{"en", "I can't be bothered to give you my order number again. My harp is lost", true},
		{"en", "I won't give you my order number again. My parcel is still lost", true},
		{"en", "I never want to send my order number again. The sofa is still missing", true},
		{"en", "Do I have to give you my order number again? The harp never came", true},
		{"en", "Already sent you my details twice, order still missing", true},
		{"en", "You already have my tracking number. The parcel is late.", true},
		{"es", "Mi pedido 55-1023 no ha llegado todavía", true},
		{"es", "Ya os he dado el número de pedido tres veces. El paquete no llega.", true},
		{"es", "Seguís pidiendo el número de pedido otra vez y el paquete no llega", true},
		{"es", "Sigo sin reembolso, ref. ABC123", true},
		{"de", "Meine Bestellung 55-1023 ist immer noch nicht da", true},
		{"de", "Ich habe euch die Bestellnummer schon dreimal geschickt. Das Paket fehlt noch.", true},
		{"de", "Ihr fragt immer wieder nach der Bestellnummer, das Paket fehlt noch", true},
		{"de", "Immer noch keine Erstattung, Vorgang 44-7712", true},

		{"en", "The order is two weeks late, size 10-12, paid 55.00", false},
		{"en", "Waiting since 2026-10-12 for my order", false},
		{"en", "My parcel never came and it has been 10-14 days", false},
		{"en", "Rang 555-1023 about my late order", false},
		{"en", "My order is late, you had to ship 1200 of them", false},
		{"en", "My order is late and the invoice R4200 is wrong", false},
		{"en", "My order from 2024 never came", false},
		{"en", "Nobody asked me for my order number. My parcel is lost.", false},
		{"en", "I haven't sent you my order number. My parcel is lost.", false},
		{"en", "I sent the dress back, order never refunded", false},
		{"en", "You sent my order to the wrong house", false},
		{"en", "Where do I send my order number? The desk is late.", false},
		{"en", "The desk is late, who do I give my reference to?", false},
		{"en", "How do we send you our booking details? The flight is late.", false},
		{"en", "Once I've sent my order number, who looks for the desk?", false},
		{"en", "The desk is late and I want to send my order number", false},
		{"en", "The desk is late, I'd send you my order number if I could", false},
		{"en", "Why do you keep asking for my order number? The desk is late.", true},
		{"en", "How many times do I have to give you my order number? The desk is late.", true},
		{"en", "More than once I've sent you my order number. The desk is late.", true},
		{"en", "I want my desk. I've sent you the order number already.", true},
		{"es", "Una vez que he enviado el número de pedido, ¿quién busca la mesa?", false},
		{"de", "Hätte ich die Bestellnummer geschickt, wäre das Paket dann da?", false},
		{"en", "Do you want my order number? The parcel is lost.", false},
		{"en", "Do I have to send my number again? The parcel is lost.", true},
		{"en", "The parcel is lost and I've to give my reference a third time", true},
		{"en", "Parcel lost. Must I really resend the tracking number", true},
		{"en", "My PNR was 6630012 and the flight never left", true},
		{"en", "The parcel is lost, please send my tracking number again", false},
		{"en", "I'd like to send it, where is my order number again? The parcel is late.", false},
		{"es", "No os he dado el número de pedido. El paquete no llega.", false},
		{"es", "El pedido lleva 10-14 días de retraso", false},
		{"de", "Ich habe keine Bestellnummer bekommen, das Paket fehlt", false},
		{"de", "Meine Bestellung ist seit 10-14 Tagen überfällig", false},
	} {
		for variant := range 12 {
			d := r.Draft(responder.Request{
				CaseID:     fmt.Sprint("x:", variant),
				Mention:    care.Mention{ID: "1", Platform: "x", Text: row.post},
				Verdict:    care.Verdict{Language: row.language, Action: care.ActReply, Complaint: 0.9, Severity: care.Severity(1 + variant%3), Topic: "delay"},
				CanMessage: true, Variant: variant,
			})
			asks := containsAny(d.Text+d.Private.Text, "number and", "the order number", "the tracking number", "booking number", "your booking or", "which order", "which parcel", "Could you send", "please send me",
				"número de pedido y", "número de seguimiento", "el número de pedido", "Bestellnummer", "Buchungsnummer", "Sendungsnummer")
			spares := containsAny(d.Private.Text, "number in your post", "number from your post", "sent us", "with us", "gave us", "número de su mensaje", "número que puso", "nos ha enviado", "nos dio", "Nummer aus Ihrem", "Nummer in Ihrem", "uns schon", "uns geschickt", "uns gegeben")
			if row.given && (asks || !spares) || !row.given && spares {
				t.Errorf("%q:\n%s\n%s", row.post, d.Text, d.Private.Text)
				break
			}
		}
	}
}

func containsAny(text string, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// A word that is to break a run, and is read as a part of it, would do nothing.
func TestNoBreakIsRead(t *testing.T) {
	for language, words := range responder.DeadBreaks() {
		t.Errorf("%s: %q", language, words)
	}
}
