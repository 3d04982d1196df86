package responder

import (
	"fmt"
	"regexp"
	"strconv"
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

// RuleLongerWait is the check that a text breaks which tells of a wait that has
// grown since it was written.
const RuleLongerWait = "longer_wait"

// longerThan says which wait a public text makes too little of by now, and what
// to do about it; "" where it makes none. Half as much again, and ten minutes at
// the least, is within what "about" means.
func (q Request) longerThan(text string) string {
	said := saidWait(text)
	if said == 0 {
		return ""
	}
	name := OfferedIn(text, q.Routes)
	for _, r := range q.Routes {
		if r.Name != name || name == "" {
			continue
		}
		if s := r.Stand(q.RouteStates[name], q.Now); s.Waits && s.Wait > said+max(said/2, 10*time.Minute) {
			return fmt.Sprintf("it tells of a wait of %s at %s, where it is %s by now; take another wording", waitWords("en", said), name, waitWords("en", s.Wait))
		}
	}
	return ""
}

// saidWait is the wait that a text tells of in the words of waitWords, 0 for
// none.
func saidWait(text string) time.Duration {
	for _, form := range waitForms {
		found := form.words.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		n := 1
		if len(found) > 1 {
			n, _ = strconv.Atoi(found[1])
		}
		return time.Duration(n) * form.unit
	}
	return 0
}

type waitForm struct {
	words *regexp.Regexp
	unit  time.Duration
}

// waitForms are the words of waits, to be found in a text.
var waitForms = formsOfWait()

func formsOfWait() []waitForm {
	var forms []waitForm
	for _, w := range waits {
		for _, f := range []struct {
			words string
			unit  time.Duration
		}{{w.minutes, time.Minute}, {w.hours, time.Hour}, {w.days, 24 * time.Hour}, {w.minute, time.Minute}, {w.hour, time.Hour}} {
			pattern := `\b` + strings.ReplaceAll(regexp.QuoteMeta(f.words), "%d", `(\d+)`) + `\b`
			forms = append(forms, waitForm{regexp.MustCompile(pattern), f.unit})
		}
	}
	return forms
}
