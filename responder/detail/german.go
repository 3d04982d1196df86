package detail

import "strings"

// german is what is read of German posts: how long, how often, on which day, and
// a loss. The author is spoken to as Sie.
var german = indexOf(nil,
	entry{reader.deLong, words("über fast knapp eine einer einem einen zwei drei vier fünf sechs sieben acht neun zehn zwölf fünfzehn zwanzig dreißig vierzig mehrere mehreren"), true},
	entry{reader.deOften, words("mal zweimal dreimal viermal fünfmal sechsmal jedes"), false},
	entry{reader.deDay, words("geburtstag hochzeit flitterwochen homeoffice office weihnachten heiligabend urlaub umzug prüfung klausur vorstellungsgespräch"), false},
	entry{reader.deLoss, words("gestorben verstorben verstarb beerdigung trauerfall fehlgeburt todesfall eingeschläfert einschläfern"), false},
)

// deLacking are words by which a German clause tells of trouble.
var deLacking = set("kein keine keinen keiner nicht nichts nie niemand ohne warte warten wartet gewartet immer weg kaputt ausgefallen gestört tot störung verspätung verspätet")

// nominative undoes the dative behind "seit": "drei Tage" for "drei Tagen".
var nominative = strings.NewReplacer("Tagen", "Tage", "Monaten", "Monate", "Jahren", "Jahre", "einer ", "eine ", "einem ", "ein ", "einen ", "ein ", "mehreren", "mehrere")

// deLong: "seit drei Tagen kein Internet", "zwei Stunden gewartet".
func (r reader) deLong(i int) Detail {
	text, next, ok := r.Span(i)
	if !ok || strings.Contains(text, "Jahr") || strings.HasSuffix(text, "Minuten") && len(text) < len("15 Minuten") {
		return Detail{}
	}
	since := r.Is(i-1, "seit", "schon", "jetzt", "nach", "bereits") && r.clauseHas(i, deLacking)
	waits := r.Is(next, "gewartet", "warten", "verspätung", "wartezeit", "ohne", "warteschleife") || r.Is(next, "in") && r.Is(next+1, "der") && r.Is(next+2, "warteschleife", "leitung", "schlange")
	if !since && !waits || r.Is(i-1, "in", "vor", "für", "alle") {
		return Detail{}
	}
	return Detail{Kind: Long, What: nominative.Replace(text)}
}

var deOrdinals = map[string]string{"zweiten": "zweiten", "dritten": "dritten", "vierten": "vierten", "fünften": "fünften", "2": "zweiten", "3": "dritten", "4": "vierten", "5": "fünften"}

// deOften: "zum dritten Mal", "dreimal storniert", "jedes Mal".
func (r reader) deOften(i int) Detail {
	ordinal := deOrdinals[r.Word(i-1)]
	if ordinal == "" && r.Ends(i-1) {
		ordinal = deOrdinals[r.Word(i-2)] // "zum 3. Mal"
	}
	done := list("abgebucht storniert angerufen geschrieben ausgefallen abgesagt verschoben berechnet gemeldet reklamiert nachgefragt")
	switch {
	case r.Is(i, "mal") && ordinal != "" && (r.Is(i-2, "zum", "das") || r.Is(i-3, "zum", "das")):
		return Detail{Kind: Often, What: "zum " + ordinal + " Mal"}
	case r.Is(i, "jedes") && r.Is(i+1, "mal") && r.clauseHas(i, deLacking):
		return Detail{Kind: Often, What: "jedes Mal"}
	case strings.HasSuffix(r.Word(i), "mal") && r.Word(i) != "mal" && r.clauseHas(i, done):
		return Detail{Kind: Often, What: r.Word(i)}
	}
	return Detail{}
}

// deWhose are people of the author's behind "Geburtstag", as they are told.
var deWhose = map[string]string{
	"mutter": "Ihrer Mutter", "oma": "Ihrer Oma", "tochter": "Ihrer Tochter", "frau": "Ihrer Frau", "schwester": "Ihrer Schwester", "freundin": "Ihrer Freundin",
	"sohnes": "Ihres Sohnes", "vaters": "Ihres Vaters", "mannes": "Ihres Mannes", "bruders": "Ihres Bruders", "opas": "Ihres Opas", "kindes": "Ihres Kindes",
}

// deDay: "an meinem Geburtstag", "zum Geburtstag meiner Mutter", "im Homeoffice".
func (r reader) deDay(i int) Detail {
	mine := r.Is(i-1, "mein", "meinem", "meinen", "meine", "meiner", "unser", "unsere", "unserer", "unserem", "unseren")
	soon := r.within(i-4, i+5, list("morgen heute montag übermorgen"))
	what := ""
	switch whose := deWhose[r.Word(i+2)]; {
	case r.Is(i, "geburtstag") && whose != "" && r.Is(i+1, "meiner", "meines", "unserer", "unseres"):
		what = "am Geburtstag " + whose
	case r.Is(i, "geburtstag") && mine:
		what = "an Ihrem Geburtstag"
	case r.Is(i, "hochzeit") && mine:
		what = "rund um Ihre Hochzeit"
	case r.Is(i, "flitterwochen") && (mine || r.Is(i-1, "den", "in")):
		what = "in Ihren Flitterwochen"
	case r.Is(i, "homeoffice"), r.Is(i, "office") && r.Is(i-1, "home"):
		what = "im Homeoffice"
	case r.Is(i, "weihnachten", "heiligabend") && r.Is(i-1, "an", "zu", "vor", "bis", "über"):
		what = "zu Weihnachten"
	case r.Is(i, "urlaub") && (mine || r.Is(i-1, "im")):
		what = "im Urlaub"
	case r.Is(i, "umzug") && (mine || soon):
		what = "beim Umzug"
	case r.Is(i, "prüfung", "klausur") && soon:
		what = "vor einer Prüfung"
	case r.Is(i, "vorstellungsgespräch") && soon:
		what = "vor einem Vorstellungsgespräch"
	}
	if what == "" || !r.near(i, 25, deLacking) || r.near(i, 2, list("alles happy herzlichen")) {
		return Detail{}
	}
	return Detail{Kind: Occasion, What: what}
}

// deKin are those who die in the nominative.
var deKin = set("mutter vater oma opa mann frau sohn tochter bruder schwester hund katze kater mama papa großmutter großvater onkel tante baby kind")

// deLoss: "mein Vater ist gestorben", "die Beerdigung meiner Oma".
func (r reader) deLoss(i int) Detail {
	if r.Is(i, "beerdigung", "trauerfall", "todesfall", "fehlgeburt") && !r.Is(i+1, "s", "versicherung") {
		return Detail{Kind: Loss, What: "Ihr Verlust"}
	}
	for j := max(0, i-8); j < i; j++ {
		if r.Is(j, "mein", "meine", "meinen", "unser", "unsere", "unseren") && deKin[r.Word(j+1)] && !r.within(i-3, i, list("fast wäre beinahe")) {
			return Detail{Kind: Loss, What: "Ihr Verlust"}
		}
	}
	return Detail{}
}
