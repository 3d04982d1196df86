package grievance

// german reads a German post. Issues are clauses with the verb at the end and
// "Sie", which fit after "dass".
func german(toks []tok) []finding {
	p := parser{toks}
	var found []finding
	for i := range toks {
		for _, rule := range []func(int) (finding, bool){p.deTime, p.deState, p.deCharge, p.deSilence, p.deThing} {
			if f, ok := rule(i); ok {
				found = append(found, f)
			}
		}
	}
	return found
}

// deThings name a thing with its owner, in the nominative.
var deThings = map[string]germanic{
	"paket": {"Ihr Paket", false}, "päckchen": {"Ihr Päckchen", false}, "bestellung": {"Ihre Bestellung", false}, "lieferung": {"Ihre Lieferung", false},
	"koffer": {"Ihr Koffer", false}, "gepäck": {"Ihr Gepäck", false}, "tasche": {"Ihre Tasche", false}, "flug": {"Ihr Flug", false},
	"zug": {"Ihr Zug", false}, "bahn": {"Ihre Bahn", false}, "buchung": {"Ihre Buchung", false}, "konto": {"Ihr Konto", false},
	"karte": {"Ihre Karte", false}, "rechnung": {"Ihre Rechnung", false}, "erstattung": {"Ihre Erstattung", false},
	"rückerstattung": {"Ihre Erstattung", false}, "geld": {"Ihr Geld", false}, "handy": {"Ihr Handy", false}, "telefon": {"Ihr Telefon", false},
	"internet": {"Ihr Internet", false}, "wlan": {"Ihr WLAN", false}, "anschluss": {"Ihr Anschluss", false}, "leitung": {"Ihre Leitung", false},
	"app": {"die App", false}, "webseite": {"die Webseite", false}, "website": {"die Webseite", false}, "seite": {"die Seite", false},
	"essen": {"das Essen", false}, "pizza": {"die Pizza", false}, "ticket": {"Ihr Ticket", false}, "tickets": {"Ihre Tickets", true},
	"gutschein": {"Ihr Gutschein", false}, "termin": {"Ihr Termin", false}, "schuhe": {"Ihre Schuhe", true}, "gerät": {"Ihr Gerät", false},
	"waschmaschine": {"Ihre Waschmaschine", false}, "brief": {"Ihr Brief", false}, "sendung": {"Ihre Sendung", false},
}

type germanic struct {
	told   string
	plural bool
}

func (g germanic) pick(one, many string) string {
	if g.plural {
		return many
	}
	return one
}

// deTime: "drei Stunden in der Warteschleife", "seit zwei Wochen".
func (p parser) deTime(i int) (finding, bool) {
	span, j, ok := p.deSpan(i)
	if !ok {
		return finding{}, false
	}
	switch {
	case p.is(j, "in") && p.is(p.skip(j+1, "der", "eurer", "ihrer"), "warteschleife", "leitung", "hotline"):
		return told(weightExact, "Sie "+span+" in der Warteschleife waren", span+" Warteschleife", "")
	case p.is(j, "warteschleife"):
		return told(weightExact, "Sie "+span+" in der Warteschleife waren", span+" Warteschleife", "")
	case p.is(j, "ohne"):
		if name, ok := map[string]string{"internet": "Internet", "strom": "Strom", "netz": "Netz", "telefon": "Telefon", "heizung": "Heizung", "antwort": "Antwort", "wlan": "WLAN"}[p.word(p.skip(j+1, "jede", "mein"))]; ok {
			return told(weightExact, "Sie "+span+" ohne "+name+" sind", span+" ohne "+name, "")
		}
	case p.is(j, "verspätung") || p.is(j, "zu") && p.is(j+1, "spät"):
		return told(weightExact, "Sie "+span+" Verspätung hatten", span+" Verspätung", "")
	}
	if p.is(i-1, "seit") {
		if p.waits() {
			return told(weightExact, "Sie seit "+span+" warten", "", "")
		}
	} else if p.is(j, "gewartet", "warten", "wartezeit", "warte") {
		return told(weightExact, "Sie "+span+" gewartet haben", span+" Wartezeit", "")
	}
	return finding{}, false
}

// waits reports whether the post speaks of waiting.
func (p parser) waits() bool {
	for i := range p.toks {
		if p.is(i, "warte", "warten", "wartet", "gewartet", "unterwegs") {
			return true
		}
	}
	return false
}

// deSpan reads "drei Stunden"; after "seit" the dative is the same but for
// days, months and years.
func (p parser) deSpan(i int) (string, int, bool) {
	number := p.word(i)
	if !isShortNumber(number) && !deNumbers[number] {
		return "", i, false
	}
	unit, ok := deUnits[p.word(i+1)]
	if !ok {
		return "", i, false
	}
	if dative := map[string]string{"Tage": "Tagen", "Monate": "Monaten", "Jahre": "Jahren"}[unit]; dative != "" && p.is(i-1, "seit") {
		unit = dative
	}
	return number + " " + unit, i + 2, true
}

var deNumbers = set("eine einer einem zwei drei vier fünf sechs sieben acht neun zehn zwölf fünfzehn zwanzig mehrere")

var deUnits = map[string]string{
	"stunde": "Stunde", "stunden": "Stunden", "std": "Stunden", "tag": "Tag", "tage": "Tage", "tagen": "Tage", "woche": "Woche",
	"wochen": "Wochen", "monat": "Monat", "monate": "Monate", "monaten": "Monate", "minuten": "Minuten", "min": "Minuten",
	"jahre": "Jahre", "jahren": "Jahre",
}

// deState: "Paket nicht angekommen", "die App stürzt ab", "Koffer weg".
func (p parser) deState(i int) (finding, bool) {
	what, ok := deThings[p.word(i)]
	if !ok {
		return finding{}, false
	}
	say := func(issue string) (finding, bool) { return told(weightClear, what.told+" "+issue, "", what.told) }
	is, has := what.pick("ist", "sind"), what.pick("wurde", "wurden")
	for j := i + 1; j <= i+8 && (p.word(j) != "" || j < len(p.toks) && p.toks[j].kind == isHandle); j++ {
		switch {
		case p.is(j, "nicht", "nie", "nirgends") && p.is(p.skip(j+1, "mal", "da", "bei", "mir"), "angekommen", "an", "gekommen", "geliefert", "zugestellt", "erhalten", "bekommen"):
			return say("nicht angekommen " + is)
		case p.is(j, "angekommen") && p.is(j-1, "nicht"):
			return say("nicht angekommen " + is)
		case p.is(j, "verloren", "weg", "verschwunden", "verschollen"):
			return say("verschwunden " + is)
		case p.is(j, "kaputt", "defekt", "beschädigt", "zerbrochen"):
			return say("beschädigt " + is)
		case p.is(j, "verspätet", "verspätung"):
			return say("verspätet " + is)
		case p.is(j, "storniert", "gestrichen", "annulliert", "abgesagt"):
			return say("gestrichen " + has)
		case p.is(j, "gesperrt"):
			return say("gesperrt " + is)
		case p.is(j, "kalt"):
			return say("kalt " + what.pick("war", "waren"))
		case p.is(j, "stürzt", "abgestürzt"):
			return say("immer wieder abstürzt")
		case p.is(j, "funktioniert", "geht", "läuft", "lädt") && (p.is(j+1, "nicht", "nie", "schon") || p.is(j+2, "nicht")):
			return say("nicht funktioniert")
		case p.is(j, "ausgefallen", "tot"):
			return say("ausgefallen " + is)
		}
	}
	return finding{}, false
}

// deCharge: "zweimal abgebucht", "doppelt bezahlt".
func (p parser) deCharge(i int) (finding, bool) {
	if p.is(i, "zweimal", "doppelt") && p.is(p.skip(i+1, "geld", "vom", "konto", "der", "betrag"), "abgebucht", "berechnet", "bezahlt", "belastet", "kassiert") {
		return told(weightExact, "doppelt abgebucht wurde", "Eine doppelte Abbuchung", "Ihre Zahlung")
	}
	return finding{}, false
}

// deSilence: "niemand antwortet", "keine Antwort".
func (p parser) deSilence(i int) (finding, bool) {
	if p.is(i, "niemand", "keiner") && p.is(p.skip(i+1, "mir", "geht", "hat"), "antwortet", "reagiert", "meldet", "hilft", "ran", "geantwortet", "erreichbar") ||
		p.is(i, "keine") && p.is(i+1, "antwort", "reaktion", "rückmeldung", "auskunft") {
		return told(weightPlain, "Sie noch keine Antwort haben", "", "")
	}
	return finding{}, false
}

func (p parser) deThing(i int) (finding, bool) {
	if what, ok := deThings[p.word(i)]; ok && p.is(i-1, "mein", "meine", "meinem", "meiner", "meinen", "unser", "unsere") {
		return told(weightThing, "", "", what.told)
	}
	return finding{}, false
}
