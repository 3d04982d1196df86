package desk

import (
	"fmt"
	"strings"
	"time"
)

// formWords are the words of the customers' page in one language.
type formWords struct {
	Lang                          string
	Handoff, HandoffText          string
	FollowUp, FollowUpText        string
	Reference, ReferenceHint      string
	Contact, ContactHint          string
	More, MoreHint, Comment       string
	Score, Bad, Good              string
	Send, Optional, Secrets, Kept string // Kept has a place for days
	Thanks, ThanksText            string
	Used, UsedText                string
	Expired, ExpiredText          string
	Invalid, InvalidText          string
	Busy, BusyText                string
	TooLong, Nothing, NoScore     string
}

func (w formWords) keeps(d time.Duration) string { return fmt.Sprintf(w.Kept, days(d)) }

// formWordsOf takes English where we do not speak a language.
func formWordsOf(lang string) formWords {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if w, ok := formLanguages[base]; ok {
		return w
	}
	return formLanguages["en"]
}

var formLanguages = map[string]formWords{
	"en": {
		Lang: "en", Handoff: "Tell us here, in private", HandoffText: "What you write goes straight to the person who looks after this. Fill in what you have; nothing is required.",
		FollowUp: "How did it go?", FollowUpText: "One click is enough. Your answer goes to the people who looked after this.",
		Reference: "Order or booking number", ReferenceHint: "If you have one.",
		Contact: "How can we reach you?", ContactHint: "An e-mail address or a phone number, and when suits you.",
		More: "Anything else?", MoreHint: "What happened, and what would help.", Comment: "Would you like to add something?",
		Score: "Your score", Bad: "bad", Good: "very good",
		Send: "Send", Optional: "optional", Secrets: "Please leave out card numbers and passwords: we never ask for them.",
		Kept:   "What you send is stored with your case, seen only by our team, and erased after %d days.",
		Thanks: "Thank you, we have it", ThanksText: "You need not do anything else. You can close this page.",
		Used: "This was sent already", UsedText: "Each link works once, and what you sent has arrived. To add something, answer the message that the link came in.",
		Expired: "This link no longer works", ExpiredText: "It was only good for a while. Answer the message that it came in, and we go on from there.",
		Invalid: "This link is not complete", InvalidText: "Please copy the whole address from the message that it came in.",
		Busy: "Just a moment", BusyText: "Nothing is lost: go back and try again in a minute.",
		TooLong: "That is a little too long. Please shorten it and send it again.", Nothing: "Please fill in one of the fields.", NoScore: "Please choose a score.",
	},
	"es": {
		Lang: "es", Handoff: "Cuéntenoslo aquí, en privado", HandoffText: "Lo que escriba llega directamente a la persona que se ocupa de su caso. Rellene lo que tenga; nada es obligatorio.",
		FollowUp: "¿Cómo fue?", FollowUpText: "Basta un clic. Su respuesta llega a las personas que se ocuparon de su caso.",
		Reference: "Número de pedido o de reserva", ReferenceHint: "Si lo tiene.",
		Contact: "¿Cómo podemos contactarle?", ContactHint: "Un correo o un teléfono, y a qué hora le viene bien.",
		More: "¿Algo más?", MoreHint: "Qué pasó y qué le ayudaría.", Comment: "¿Quiere añadir algo?",
		Score: "Su valoración", Bad: "mal", Good: "muy bien",
		Send: "Enviar", Optional: "opcional", Secrets: "Por favor, no escriba números de tarjeta ni contraseñas: nunca los pedimos.",
		Kept:   "Lo que envíe se guarda con su caso, solo lo ve nuestro equipo y se borra a los %d días.",
		Thanks: "Gracias, ya lo tenemos", ThanksText: "No tiene que hacer nada más. Puede cerrar esta página.",
		Used: "Esto ya se envió", UsedText: "Cada enlace funciona una sola vez, y lo que envió nos ha llegado. Si quiere añadir algo, responda al mensaje en el que venía el enlace.",
		Expired: "Este enlace ya no funciona", ExpiredText: "Solo era válido durante un tiempo. Responda al mensaje en el que venía y seguimos desde ahí.",
		Invalid: "Este enlace no está completo", InvalidText: "Copie la dirección entera del mensaje en el que venía, por favor.",
		Busy: "Un momento", BusyText: "No se ha perdido nada: vuelva atrás e inténtelo de nuevo en un minuto.",
		TooLong: "Es un poco largo. Acórtelo y envíelo otra vez, por favor.", Nothing: "Rellene al menos un campo, por favor.", NoScore: "Elija una valoración, por favor.",
	},
	"de": {
		Lang: "de", Handoff: "Schreiben Sie uns hier, nur für uns", HandoffText: "Was Sie schreiben, geht direkt an die Person, die sich darum kümmert. Füllen Sie aus, was Sie haben; nichts davon ist Pflicht.",
		FollowUp: "Wie ist es gelaufen?", FollowUpText: "Ein Klick genügt. Ihre Antwort geht an die Menschen, die sich darum gekümmert haben.",
		Reference: "Bestell- oder Buchungsnummer", ReferenceHint: "Falls Sie eine haben.",
		Contact: "Wie erreichen wir Sie?", ContactHint: "E-Mail oder Telefon, und wann es Ihnen passt.",
		More: "Noch etwas?", MoreHint: "Was geschehen ist und was Ihnen helfen würde.", Comment: "Möchten Sie etwas dazu sagen?",
		Score: "Ihre Bewertung", Bad: "schlecht", Good: "sehr gut",
		Send: "Senden", Optional: "freiwillig", Secrets: "Bitte keine Kartennummern und Passwörter: Danach fragen wir nie.",
		Kept:   "Was Sie senden, wird bei Ihrem Fall gespeichert, nur von unserem Team gelesen und nach %d Tagen gelöscht.",
		Thanks: "Danke, es ist angekommen", ThanksText: "Mehr brauchen Sie nicht zu tun. Sie können diese Seite schließen.",
		Used: "Das wurde schon gesendet", UsedText: "Jeder Link gilt einmal, und Ihre Nachricht ist angekommen. Wenn Sie etwas ergänzen möchten, antworten Sie auf die Nachricht, in der der Link stand.",
		Expired: "Dieser Link gilt nicht mehr", ExpiredText: "Er galt nur eine Zeit lang. Antworten Sie auf die Nachricht, in der er stand, dann machen wir dort weiter.",
		Invalid: "Dieser Link ist nicht vollständig", InvalidText: "Bitte kopieren Sie die ganze Adresse aus der Nachricht, in der er stand.",
		Busy: "Einen Moment bitte", BusyText: "Es ist nichts verloren: Gehen Sie zurück und versuchen Sie es in einer Minute noch einmal.",
		TooLong: "Das ist etwas zu lang. Bitte kürzen Sie es und senden Sie es noch einmal.", Nothing: "Bitte füllen Sie ein Feld aus.", NoScore: "Bitte wählen Sie eine Bewertung.",
	},
}
