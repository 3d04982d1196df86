package classifier_test

import (
	"testing"

	"goodgraces/care"
)

// spoken are posts of our own, by the language they are written in.
var spoken = map[string][]string{
	"fr": {
		"Bonjour, à partir de combien de jours peut-on annuler un abonnement ?",
		"toujours pas de nouvelles de mon colis, ça fait dix jours",
		"Pourquoi mon appli se ferme toute seule depuis la mise à jour ?",
		"Merci pour votre aide, votre équipe est super",
		"vous comptez répondre un jour ?",
		"Impossible de me connecter à mon compte de la banque",
	},
	"pt": {
		"tem previsão de entrega para o meu pedido?",
		"Faz duas semanas que espero o reembolso e nada",
		"vocês não respondem ninguém, que vergonha",
		"O aplicativo fecha sozinho quando abro a fatura",
		"Obrigada pela ajuda, o rapaz da loja foi muito simpático",
		"quando sai a nova temporada de vocês para o Brasil?",
	},
	"it": {
		"Buongiorno, quando arriva il pacco? Aspetto da nove giorni",
		"L'app non funziona più dopo l'aggiornamento",
		"Nessuno risponde al telefono, è una vergogna",
		"grazie mille, siete stati gentilissimi",
		"perché mi avete addebitato due volte lo stesso ordine?",
		"come si cambia la data della prenotazione?",
	},
	"nl": {
		"Waar blijft mijn pakket? Ik wacht al een week",
		"De app werkt niet meer sinds gisteren",
		"Waarom krijg ik geen antwoord van jullie klantenservice?",
		"Bedankt voor de snelle hulp, helemaal goed zo",
		"kan ik mijn bestelling nog wijzigen?",
		"er is weer een storing bij ons in de straat",
	},
	"es": {
		"¿Cuándo llega mi pedido? Llevo una semana esperando",
		"la aplicación no funciona desde ayer",
		"nadie contesta el teléfono, qué vergüenza",
		"¿Puedo cambiar la fecha de la reserva?",
		"Gracias por la ayuda, el chico de la tienda fue un encanto",
		"me han cobrado dos veces el mismo pedido",
	},
	"de": {
		"Wann kommt mein Paket? Ich warte seit einer Woche",
		"die App geht seit gestern nicht mehr",
		"Keiner geht ans Telefon, unglaublich",
		"Kann ich den Termin noch verschieben?",
		"Danke für die schnelle Hilfe, das Team ist klasse",
		"mir wurde die Bestellung doppelt berechnet",
	},
	"en": {
		"Flags or Fables. Also El1en.",
		"What a joke, a total disgrace",
		"no me neither lol",
		"App down?",
		"u guys r slow af",
		"why y'all do this to me",
		"Ciao for now, loved my stay in Rome with you",
		"great service at the Café de Paris in El Paso",
		"ugh",
	},
}

func TestLanguage(t *testing.T) {
	c := judge(t)
	for want, posts := range spoken {
		for _, text := range posts {
			if got := c.Judge(&care.Mention{Text: text}).Language; got != want {
				t.Errorf("%q is told for %s, want %s", text, got, want)
			}
		}
	}
}
