package responder

import (
	"fmt"
	"strings"
	"time"

	"goodgraces/responder/grievance"
)

// wait is the slot {wait}: the wait of the route that is offered, in words; ""
// where nobody knows it.
func (c *composer) wait() string {
	if !c.routed || !c.route.Waits {
		return ""
	}
	return waitWords(c.t.Language, c.route.Wait)
}

// waitWords says a wait as a person would: rounded up, never to the minute
// where it is long. It may follow "the wait is", "la
// espera es de", "die Wartezeit beträgt".
func waitWords(lang string, wait time.Duration) string {
	w, ok := waits[lang]
	if !ok {
		w = waits["en"]
	}
	minutes := int((wait + time.Minute - 1) / time.Minute)
	switch {
	case minutes <= 1:
		return w.minute
	case minutes <= 10:
		return fmt.Sprintf(w.minutes, minutes)
	case minutes <= 50:
		return fmt.Sprintf(w.minutes, (minutes+4)/5*5)
	}
	if hours := (minutes + 59) / 60; hours > 1 && hours <= 48 {
		return fmt.Sprintf(w.hours, hours)
	} else if hours > 48 {
		return fmt.Sprintf(w.days, (hours+23)/24)
	}
	return w.hour
}

var waits = map[string]struct{ minute, minutes, hour, hours, days string }{
	"en": {"about a minute", "about %d minutes", "about an hour", "about %d hours", "about %d days"},
	"es": {"un minuto más o menos", "unos %d minutos", "una hora más o menos", "unas %d horas", "unos %d días"},
	"de": {"etwa eine Minute", "etwa %d Minuten", "etwa eine Stunde", "etwa %d Stunden", "etwa %d Tage"},
}

// kindOfWait is the kind of grievance that a length of time alone tells of.
func kindOfWait(detail string) grievance.Kind {
	for _, word := range []string{"hold", "phone", "queue", "teléfono", "línea", "Telefon", "Warteschleife", "Leitung"} {
		if strings.Contains(detail, word) {
			return grievance.KindUnanswered
		}
	}
	return grievance.KindLate
}
