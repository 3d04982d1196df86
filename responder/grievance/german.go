package grievance

import "strings"

// german reads a German post. Issues are clauses with the verb at the end and
// "Sie", which fit after "dass".
func german(toks []tok) []finding {
	return tongue{parser{toks}, deShapes, deThing, deSpan, deTimes}.read()
}

var deShapes = compile([]shape{
	// waiting
	{says: "seit {span} .. warteschleife|leitung|hotline", tells: "Sie seit {span} in der Warteschleife sind", weight: weightExact},
	{says: "{span} .. warteschleife|leitung|hotline", tells: "Sie {span} in der Warteschleife waren", detail: "{span} Warteschleife", weight: weightExact},
	{says: "warteschleife|hotline .. {span}", tells: "Sie {span} in der Warteschleife waren", detail: "{span} Warteschleife", weight: weightExact},
	{says: "warteschleife", tells: "Sie in der Warteschleife hängen geblieben sind", weight: weightPlain},
	{says: "seit {span} .. ohne|kein internet|wlan", tells: "Sie seit {span} ohne Internet sind", weight: weightExact},
	{says: "seit {span} .. ohne|keinen strom", tells: "Sie seit {span} ohne Strom sind", weight: weightExact},
	{says: "seit {span} .. ohne|kein|keine netz|empfang|telefon", tells: "Sie seit {span} ohne Netz sind", weight: weightExact},
	{says: "seit {span} .. ohne|keine antwort|rückmeldung|reaktion|nachricht", tells: "Sie seit {span} ohne Antwort sind", weight: weightExact},
	{says: "{span} .. ohne internet|wlan", tells: "Sie {span} ohne Internet waren", detail: "{span} ohne Internet", weight: weightExact},
	{says: "{span} .. kein|keinen|keine internet|wlan", tells: "Sie {span} ohne Internet waren", detail: "{span} ohne Internet", weight: weightExact},
	{says: "{span} .. ohne strom", tells: "Sie {span} ohne Strom waren", detail: "{span} ohne Strom", weight: weightExact},
	{says: "{span} .. ohne|kein|keine netz|empfang|telefon", tells: "Sie {span} ohne Netz waren", detail: "{span} ohne Netz", weight: weightExact},
	{says: "{span} .. ohne heizung|warmwasser", tells: "Sie {span} ohne Heizung waren", detail: "{span} ohne Heizung", weight: weightExact},
	{says: "{span} .. ohne|keine jede|jegliche? antwort|rückmeldung|reaktion|nachricht", tells: "Sie {span} ohne Antwort waren", detail: "{span} ohne Antwort", weight: weightExact},
	{says: "{span} verspätung", tells: "Sie {span} Verspätung hatten", detail: "{span} Verspätung", weight: weightExact},
	{says: "verspätung von {span}", tells: "Sie {span} Verspätung hatten", detail: "{span} Verspätung", weight: weightExact},
	{says: "{span} zu? spät|verspätet", tells: "Sie {span} Verspätung hatten", detail: "{span} Verspätung", weight: weightExact},
	{says: "warte|warten|wartet .. seit .. {span} .. auf {thing}", tells: "Sie seit {span} auf {object} warten", weight: weightExact},
	{says: "seit {span} .. warte|warten .. auf {thing}", tells: "Sie seit {span} auf {object} warten", weight: weightExact},
	{says: "warte|warten|wartet|unterwegs .. seit .. {span}", tells: "Sie seit {span} warten", weight: weightExact},
	{says: "seit {span} .. warte|warten|unterwegs", tells: "Sie seit {span} warten", weight: weightExact},
	{says: "{span} .. gewartet|warten|wartezeit", tells: "Sie {span} gewartet haben", detail: "{span} Wartezeit", weight: weightExact - 1},
	{says: "gewartet|warten|warte|wartezeit .. {span}", tells: "Sie {span} gewartet haben", detail: "{span} Wartezeit", weight: weightExact - 1},
	{says: "{span} .. angestanden|anstehen|schlange", tells: "Sie {span} anstehen mussten", weight: weightExact},
	{says: "lange|riesige|endlose|ewig* schlange|schlangen", tells: "Sie so lange anstehen mussten"},
	{says: "warte|warten .. immer noch|auf .. {thing}", tells: "Sie noch auf {object} warten"},
	{says: "warte|warten noch .. auf {thing}", tells: "Sie noch auf {object} warten"},
	{says: "wo bleibt|bleiben|ist|sind {thing}", tells: "Sie noch auf {object} warten", weight: weightPlain},
	{says: "wann kommt|kommen|bekomme|erhalte .. {thing}", tells: "Sie noch auf {object} warten", weight: weightPlain},

	// what has not come
	{says: "{thing} .. nicht|nie|nirgends .. angekommen|an|gekommen|geliefert|zugestellt|erhalten|bekommen|da|verschickt|versendet", tells: "{thing} nicht angekommen [ist|sind]"},
	{says: "{thing} .. angekommen|geliefert|zugestellt nicht", tells: "{thing} nicht angekommen [ist|sind]"},
	{says: "nicht|nie|kein*|noch .. {thing} .. erhalten|bekommen|geliefert|angekommen", tells: "{thing} nicht angekommen [ist|sind]"},
	{says: "{thing} .. nicht .. zurück|erstattet|überwiesen", tells: "Sie {object} noch nicht zurückhaben"},
	{says: "zugestellt|geliefert ,? aber|obwohl .. nicht|nichts|niemand|kein", tells: "die Lieferung als zugestellt gilt und Sie sie nicht haben", weight: weightExact},
	{says: "{thing} .. verspätet|verspätung", tells: "{thing} verspätet [ist|sind]"},
	{says: "{thing} .. zu spät", tells: "{thing} zu spät gekommen [ist|sind]"},
	{says: "techniker|handwerker|monteur .. nicht .. gekommen|da|erschienen|aufgetaucht", tells: "der Techniker nicht gekommen ist", weight: weightExact},
	{says: "zusteller|bote|fahrer|paketbote|postbote .. nicht .. geklingelt|klingelt", tells: "bei Ihnen nicht geklingelt wurde", weight: weightExact},
	{says: "nicht .. geklingelt", tells: "bei Ihnen nicht geklingelt wurde"},

	// lost, damaged, wrong
	{says: "{thing} .. verloren|weg|verschwunden|verschollen", tells: "{thing} verschwunden [ist|sind]"},
	{says: "verloren|verschlampt|verbummelt .. {thing}", tells: "{thing} verschwunden [ist|sind]"},
	{says: "{thing} .. verschlampt|verbummelt", tells: "{thing} verschwunden [ist|sind]"},
	{says: "{thing} .. gestohlen|geklaut", tells: "{thing} gestohlen [wurde|wurden]"},
	{says: "{thing} .. kaputt|defekt|beschädigt|zerbrochen|zerrissen|zerstört|zerkratzt|demoliert|verbeult", tells: "{thing} beschädigt [ist|sind]"},
	{says: "kaputte*|defekte*|beschädigte* {thing}", tells: "{thing} beschädigt [ist|sind]"},
	{says: "{thing} .. leer", tells: "{thing} leer [war|waren]"},
	{says: "{thing} .. geöffnet|aufgerissen", tells: "{thing} geöffnet angekommen [ist|sind]"},
	{says: "falsche* artikel|ware|produkt|größe|farbe|pizza|essen|teil|schuhe|modell", tells: "Sie etwas Falsches bekommen haben", weight: weightExact},
	{says: "falsch .. geliefert|bestellt|verschickt", tells: "Sie etwas Falsches bekommen haben"},
	{says: "fehlt|fehlen|fehlte|fehlten|vergessen .. artikel|teil|teile|hälfte|soße|getränk|pommes|etwas", tells: "in Ihrer Bestellung etwas gefehlt hat"},
	{says: "artikel|teil|teile|hälfte|soße|getränk|pommes .. fehlt|fehlen|fehlte|fehlten|vergessen", tells: "in Ihrer Bestellung etwas gefehlt hat"},
	{says: "{thing} .. unvollständig", tells: "{thing} unvollständig [war|waren]"},
	{says: "{thing} .. vor|auf|in die|der|den|dem tür|haustür|straße|treppe|regen .. gestellt|gelegt|geworfen|gelassen|abgelegt|abgestellt", tells: "{thing} einfach abgestellt [wurde|wurden]", weight: weightClear},
	{says: "{thing} .. nachbar*|treppe|haustür|regen|garten|hausflur|mülltonne", tells: "{thing} einfach abgestellt [wurde|wurden]", weight: weightPlain},

	// cancelled
	{says: "{thing} .. storniert|gestrichen|annulliert|abgesagt", tells: "{thing} gestrichen [wurde|wurden]"},
	{says: "{thing} .. fällt|fiel|fallen .. aus", tells: "{thing} ausgefallen [ist|sind]"},
	{says: "{thing} .. gekündigt", tells: "{thing} gekündigt [wurde|wurden]", weight: weightPlain},
	{says: "anschluss|anschlusszug|anschlussflug|zug|flug .. verpasst", tells: "Sie Ihren Anschluss verpasst haben"},

	// money
	{says: "zweimal|doppelt|2x|zwei .. abgebucht|berechnet|bezahlt|belastet|kassiert", tells: "doppelt abgebucht wurde", detail: "eine doppelte Abbuchung", weight: weightExact},
	{says: "abgebucht|berechnet|belastet .. zweimal|doppelt", tells: "doppelt abgebucht wurde", detail: "eine doppelte Abbuchung", weight: weightExact},
	{says: "zu .. viel .. abgebucht|berechnet|bezahlt|verlangt", tells: "Ihnen zu viel berechnet wurde"},
	{says: "abgebucht|abbuchung|berechnet .. obwohl|ohne|grundlos|einfach", tells: "etwas abgebucht wurde, womit Sie nicht gerechnet haben"},
	{says: "einfach|grundlos|ohne .. abgebucht", tells: "etwas abgebucht wurde, womit Sie nicht gerechnet haben"},
	{says: "preis|preise|beitrag|tarif|rechnung .. erhöht|teurer|gestiegen|verdoppelt", tells: "der Preis gestiegen ist"},
	{says: "rechnung .. zu|viel|doppelt hoch|hohe|teuer", tells: "Ihre Rechnung höher ist, als Sie erwartet haben", weight: weightExact},
	{says: "rechnung .. hoch|falsch|fehlerhaft", tells: "mit Ihrer Rechnung etwas nicht stimmt", weight: weightPlain},
	{says: "gekündigt|kündigung .. weiter|trotzdem|noch|immer .. abgebucht|gebucht|berechnet|zahlen|abgezogen", tells: "nach Ihrer Kündigung weiter abgebucht wird", weight: weightExact},
	{says: "trotz kündigung .. abgebucht|gebucht|berechnet", tells: "nach Ihrer Kündigung weiter abgebucht wird", weight: weightExact},
	{says: "preiserhöhung", tells: "der Preis gestiegen ist"},

	// nobody answers
	{says: "niemand|keiner .. hilft|helfen|zuständig", tells: "Ihnen niemand geholfen hat", weight: weightExact},
	{says: "niemand|keiner .. antwortet|reagiert|meldet|hilft|ran|geantwortet|erreichbar|gemeldet|reagiert|ruft", tells: "Sie noch keine Antwort haben"},
	{says: "keine|keinerlei|null .. antwort|reaktion|rückmeldung|auskunft|info|nachricht", tells: "Sie noch keine Antwort haben", weight: weightPlain},
	{says: "nicht|nie .. geantwortet|beantwortet|reagiert|gemeldet|zurückgemeldet", tells: "Sie noch keine Antwort haben", weight: weightPlain},
	{says: "kein|keinen rückruf", tells: "der Rückruf ausgeblieben ist"},
	{says: "nicht|nie .. zurückgerufen", tells: "der Rückruf ausgeblieben ist"},
	{says: "ignoriert|ignorieren", tells: "Sie noch keine Antwort haben", weight: weightPlain},
	{says: "aufgelegt|rausgeworfen|rausgeflogen|abgewürgt", tells: "Ihr Anruf abgebrochen ist"},
	{says: "nicht|nie|niemanden .. erreichbar|erreichen|durchgekommen|durch", tells: "Sie uns nicht erreichen konnten", weight: weightPlain},
	{says: "{times} .. angerufen|telefoniert", tells: "Sie {times} anrufen mussten", weight: weightExact},
	{says: "angerufen .. {times}", tells: "Sie {times} anrufen mussten", weight: weightExact},

	// access and faults
	{says: "kann|komme|könnte|konnte .. nicht .. einloggen|anmelden|einwählen", tells: "Sie sich nicht anmelden können"},
	{says: "komme|kommt|kommen .. nicht .. in|ins .. konto|account|profil|app", tells: "Sie nicht in Ihr Konto kommen"},
	{says: "kann|konnte|können .. nicht .. bezahlen|zahlen|bestellen|kaufen", tells: "Sie die Bestellung nicht abschließen können"},
	{says: "kann|konnte|können .. {thing} .. nicht .. kündigen", tells: "Sie nicht kündigen können"},
	{says: "kann|konnte|können .. nicht .. kündigen", tells: "Sie nicht kündigen können"},
	{says: "kann|konnte|können .. {thing} .. nicht .. stornieren|umbuchen|ändern", tells: "Sie {object} nicht ändern können"},
	{says: "kann|konnte|können .. {thing} .. nicht .. öffnen|nutzen|benutzen|verwenden|installieren|herunterladen|runterladen|laden|starten|aktivieren", tells: "Sie {object} nicht nutzen können"},
	{says: "passwort .. nicht|geht|falsch|zurücksetzen", tells: "Sie sich nicht anmelden können", weight: weightPlain},
	{says: "{thing} .. gesperrt|blockiert", tells: "{thing} gesperrt [ist|sind]"},
	{says: "{thing} .. gehackt", tells: "jemand in {object} eingedrungen ist"},
	{says: "{thing} .. stürzt|stürzen|abgestürzt|abstürzt", tells: "{thing} immer wieder [abstürzt|abstürzen]"},
	{says: "{thing} .. hängt|hängen|friert|aufgehängt", tells: "{thing} immer wieder [hängt|hängen]"},
	{says: "{thing} .. funktioniert|geht|läuft|lädt|funktionieren|gehen|druckt|startet|verbindet .. nicht|nie|schon|kaum|mehr", tells: "{thing} nicht [funktioniert|funktionieren]"},
	{says: "{thing} .. nicht .. funktioniert|geht|läuft|lädt|funktionieren|erreichbar|verfügbar", tells: "{thing} nicht [funktioniert|funktionieren]"},
	{says: "funktioniert|geht|läuft|lädt .. {thing} .. nicht", tells: "{thing} nicht [funktioniert|funktionieren]"},
	{says: "{thing} .. ausgefallen|tot|down|offline|unterbrochen", tells: "{thing} ausgefallen [ist|sind]"},
	{says: "{thing} .. hält|halten|reicht .. nur|kaum|keine", tells: "{thing} nicht lange hält", weight: weightClear},
	{says: "{thing} .. geht|gehen|schaltet|schalten .. aus", tells: "{thing} immer wieder [ausgeht|ausgehen]", weight: weightClear},
	{says: "{thing} .. loggt|meldet|wirft .. mich .. aus|ab|raus", tells: "{thing} Sie immer wieder abmeldet", weight: weightExact},
	{says: "{thing} .. mich .. ausgeloggt|abgemeldet|rausgeworfen", tells: "{thing} Sie abgemeldet hat", weight: weightExact},
	{says: "automat .. {thing} .. eingezogen|geschluckt|einbehalten|verschluckt", tells: "der Automat {object} behalten hat", weight: weightExact},
	{says: "stromausfall", tells: "Sie keinen Strom haben", weight: weightPlain},
	{says: "{thing} .. langsam|lahm|schneckentempo", tells: "{thing} so langsam [ist|sind]"},
	{says: "{thing} .. fehlermeldung|fehler", tells: "{thing} einen Fehler [meldet|melden]", weight: weightPlain},
	{says: "fehlermeldung", tells: "Sie eine Fehlermeldung bekommen", weight: weightFaint},
	{says: "kein internet|wlan", tells: "Sie kein Internet haben"},
	{says: "kein netz", tells: "Sie kein Netz haben"},
	{says: "keinen|kein empfang", tells: "Sie keinen Empfang haben"},
	{says: "kein|keinen strom", tells: "Sie keinen Strom haben"},
	{says: "internetausfall|netzausfall|störung|totalausfall", tells: "Sie von einer Störung betroffen sind", weight: weightPlain},

	// food, stock, people, the whole
	{says: "{thing} .. kalt|kalte*|eiskalt", tells: "{thing} kalt [war|waren]"},
	{says: "kalte* {thing}", tells: "{thing} kalt [war|waren]"},
	{says: "{thing} .. roh|verbrannt|matschig|ungenießbar", tells: "mit dem Essen etwas nicht stimmte"},
	{says: "{thing} .. abgelaufen|verdorben|schimm*|vergammelt", tells: "{thing} nicht mehr gut [war|waren]"},
	{says: "haar|käfer|plastik|fliege|made im|in .. {thing}", tells: "im Essen etwas war, das nicht hineingehört", weight: weightExact},
	{says: "{thing} .. dreckig|schmutzig|verschmutzt|verdreckt", tells: "{thing} schmutzig [war|waren]"},
	{says: "{thing} .. überfüllt|überbucht", tells: "{thing} überfüllt [war|waren]"},
	{says: "ausverkauft|vergriffen", tells: "nicht zu haben war, was Sie wollten", weight: weightPlain},
	{says: "nicht|nie|nirgends .. lieferbar|verfügbar|vorrätig", tells: "nicht zu haben war, was Sie wollten", weight: weightPlain},
	{says: "unfreundlich*|unverschämt*|unhöflich*|frech|freche|frecher|freches|frechen|pampig*|respektlos*|arrogant*|patzig*", tells: "Sie nicht so behandelt wurden, wie es sich gehört"},
	{says: "angeschrien|angebrüllt|beleidigt|angemotzt|angepampt", tells: "Sie nicht so behandelt wurden, wie es sich gehört"},
	{says: "schlechteste*|mieseste*|schlimmste* service|kundenservice|kundendienst|support", tells: "unser Service Sie enttäuscht hat", weight: weightFaint},
	{says: "schlecht*|mies*|katastrophal*|unterirdisch*|grottig*|furchtbar* service|kundenservice|kundendienst|support|kundenbetreuung", tells: "unser Service Sie enttäuscht hat", weight: weightFaint},
	{says: "service|kundenservice|kundendienst|support .. schlecht*|mies*|katastroph*|unterirdisch|grottig|furchtbar|frechheit|witz|unmöglich", tells: "unser Service Sie enttäuscht hat", weight: weightFaint},
})

// deTimes are numbers of times.
var deTimes = map[string]string{
	"zweimal": "zweimal", "dreimal": "dreimal", "viermal": "viermal", "fünfmal": "fünfmal", "sechsmal": "sechsmal", "zehnmal": "zehnmal", "mehrmals": "mehrmals",
	"mehrfach": "mehrfach", "3x": "dreimal", "4x": "viermal", "5x": "fünfmal", "ständig": "ständig", "dauernd": "dauernd",
}

// deThing reads a thing with or without its article.
func deThing(p parser, i int) (belonging, int, bool) {
	start := i
	i = p.skip(i, "mein", "meine", "meinem", "meinen", "meiner", "unser", "unsere", "unserem", "unseren", "die", "der", "das", "den", "dem", "ein", "eine", "einen", "eure", "euer", "ihre", "ihr", "deine", "neue", "neuer", "neues", "neuen")
	what, ok := deThings[p.word(i)]
	if !ok {
		what, ok = deCompound(p.word(i))
	}
	if !ok || i == start && what.told == "das Essen" && p.word(i-1) != "" && !p.is(i-1, "im", "vom", "beim", "kaltes") {
		return belonging{}, i, false
	}
	return what, i + 1, true
}

// deCompound knows the last part of a compound: "Rückflug" is a flight.
func deCompound(word string) (belonging, bool) {
	for _, head := range deHeads {
		if strings.HasSuffix(word, head) && len(word) > len(head)+2 {
			return deThings[head], true
		}
	}
	return belonging{}, false
}

var deHeads = fields("paket bestellung lieferung koffer flug ticket tickets konto vertrag gutschein router rechnung sendung jacke schuhe maschine")

// deThings name a thing with its owner, in the nominative.
var deThings = tableOfThingsDe()

func tableOfThingsDe() map[string]belonging {
	table := map[string]belonging{}
	for kind, list := range map[belonging]string{
		{"Ihr", 'n', false}: `Paket Päckchen Gepäck Konto Handy Telefon Internet WLAN Ticket Gerät Geld Auto Fahrrad Tablet Abo Passwort Guthaben Smartphone Display Kleid
			Bett Zimmer Taxi Sofa`,
		{"Ihr", 'm', false}: `Koffer Flug Zug Anschluss Gutschein Termin Brief Vertrag Router Laptop Computer Fernseher Drucker Kühlschrank Akku Bildschirm Fahrschein Rucksack Bus Account Zugang
			Auftrag Antrag Tisch Schrank Rabatt Sitzplatz`,
		{"Ihre", 'f', false}: `Bestellung Lieferung Tasche Bahn Buchung Karte Rechnung Erstattung Rückerstattung Leitung Waschmaschine Sendung Jacke Reservierung
			Kündigung Gutschrift Verbindung Reklamation Rücksendung Retoure Konsole Uhr Kamera Spülmaschine Maschine Reise Überweisung Mail Ware Heizung`,
		{"Ihre", 0, true}:   `Tickets Schuhe Pakete Punkte Möbel Kopfhörer Daten Koffern Sachen Bestellungen Karten Artikel`,
		{"die", 'f', false}: `App Webseite Website Seite Pizza Filiale Hotline Verpackung Suppe Schokolade Milch Toilette Software`,
		{"das", 'n', false}: `Essen Netz Spiel Update System Fleisch Hotel Formular`,
		{"der", 'm', false}: `Server Chat Burger Döner Kaffee Shop Aufzug Automat Salat`,
		{"die", 0, true}:    `Pommes Server`,
	} {
		for _, word := range fields(list) {
			key := strings.ToLower(word)
			if _, known := table[key]; !known || word != "Server" {
				table[key] = belonging{kind.told + " " + word, kind.gender, kind.plural}
			}
		}
	}
	table["server"] = belonging{"der Server", 'm', false}
	return table
}

// deSpan reads "drei Stunden"; after "seit" the dative is the same but for
// days, months and years.
func deSpan(p parser, i int) (string, int, bool) {
	lead, first := "", i
	if p.is(i, "über", "fast", "knapp") {
		lead, i = p.word(i)+" ", i+1
	}
	number := p.word(i)
	if !isShortNumber(number) && !deNumbers[number] || number == "1" {
		return "", i, false
	}
	unit, ok := deUnits[p.word(i+1)]
	if !ok {
		return "", i, false
	}
	since := p.is(first-1, "seit")
	if dative := map[string]string{"Tage": "Tagen", "Monate": "Monaten", "Jahre": "Jahren"}[unit]; dative != "" && since {
		unit = dative
	}
	if since && number == "eine" {
		number = "einer"
	}
	return lead + number + " " + unit, i + 2, true
}

var deNumbers = set("eine einer einem einen zwei drei vier fünf sechs sieben acht neun zehn zwölf fünfzehn zwanzig dreißig vierzig mehrere mehreren")

var deUnits = map[string]string{
	"stunde": "Stunde", "stunden": "Stunden", "std": "Stunden", "tag": "Tag", "tage": "Tage", "tagen": "Tage", "woche": "Woche",
	"wochen": "Wochen", "monat": "Monat", "monate": "Monate", "monaten": "Monate", "minuten": "Minuten", "min": "Minuten",
	"jahre": "Jahre", "jahren": "Jahre",
}
