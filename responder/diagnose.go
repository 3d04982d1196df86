package responder

import (
	"slices"
	"strings"

	"goodgraces/responder/grievance"
)

// technical are the words by which a post shows what does not work, and what is
// worth asking about it, by language; of several rows the first that fits counts.
// The questions are of templates.Diagnosed.
var technical = map[string][]struct {
	words map[string]bool
	ask   []string
}{
	"en": {
		{wordSet("login logon signin log-in sign-in"), atSignIn},
		{wordSet("print prints printing printer printers scan scanning"), []string{"printer", "restart"}},
		{wordSet("game games multiplayer server servers lobby controller dlc xbox ps4 ps5 playstation psn console"), []string{"game", "restart"}},
		{wordSet("stream streams streaming buffering buffers playback subtitles episode episodes"), []string{"stream", "restart"}},
		{wordSet("website site webpage page checkout browser"), []string{"site", "page", "message"}},
		{wordSet("app apps notifications widget playlist"), []string{"app", "version"}},
		{wordSet("laptop macbook pc keyboard windows"), []string{"computer", "restart"}},
		{wordSet("headphones earphones earbuds speaker"), []string{"headphones", "restart"}},
		{wordSet("internet wifi wi-fi broadband router modem"), []string{"internet", "restart"}},
		{wordSet("signal coverage 4g 3g"), []string{"mobile", "restart"}},
		{wordSet("phone iphone android"), []string{"phone", "restart"}},
		{wordSet("export exports exporting exported upload uploading uploads sync syncing file files pdf pdfs save saving saved"), []string{"version", "message"}},
		{wordSet("updated updating upgraded ios firmware"), []string{"version", "restart"}},
		{wordSet("tablet tv watch battery screen ipad camera"), []string{"restart", "always", "message"}},
	},
	"es": {
		{wordSet("contraseña acceder iniciar"), atSignIn},
		{wordSet("imprimir imprime impresora"), []string{"printer", "restart"}},
		{wordSet("juego servidor servidores mando consola"), []string{"game", "restart"}},
		{wordSet("web página navegador"), []string{"site", "page", "message"}},
		{wordSet("app aplicación"), []string{"app", "version"}},
		{wordSet("exportar subir sincronizar archivo archivos pdf guardar"), []string{"version", "message"}},
		{wordSet("actualización actualizar actualicé"), []string{"version", "restart"}},
		{wordSet("internet wifi fibra conexión router señal"), []string{"internet", "restart"}},
		{wordSet("móvil"), []string{"phone", "restart"}},
		{wordSet("portátil tableta televisor auriculares teclado batería pantalla"), []string{"restart", "always"}},
	},
	"de": {
		{wordSet("passwort anmelden einloggen login"), atSignIn},
		{wordSet("drucken druckt drucker"), []string{"printer", "restart"}},
		{wordSet("spiel server controller konsole"), []string{"game", "restart"}},
		{wordSet("website webseite seite browser"), []string{"site", "page", "message"}},
		{wordSet("app"), []string{"app", "version"}},
		{wordSet("exportieren hochladen synchronisieren datei dateien pdf speichern"), []string{"version", "message"}},
		{wordSet("update aktualisierung aktualisiert"), []string{"version", "restart"}},
		{wordSet("internet wlan verbindung router netz empfang"), []string{"internet", "restart"}},
		{wordSet("handy"), []string{"phone", "restart"}},
		{wordSet("laptop tablet fernseher kopfhörer tastatur akku bildschirm kamera"), []string{"restart", "always"}},
	},
}

// answered are words by which a post answers a question already, in any of the
// languages.
var answered = map[string]map[string]bool{
	"network":    wordSet("wifi wi-fi data lte 4g 5g ethernet cable wlan mobilfunk kabel datos"),
	"version":    wordSet("version latest newest versión neueste"),
	"message":    wordSet("error message code says saying error-message mensaje dice fehler fehlermeldung meldung"),
	"restart":    wordSet("restart restarted restarting reboot rebooted rebooting reinstall reinstalled reset unplugged reiniciado reinicié reiniciar reinstalado neugestartet neustart neu"),
	"device":     wordSet("both devices everywhere anywhere todos beide alle allen"),
	"game":       errorNamed,
	"stream":     errorNamed,
	"printer":    errorNamed,
	"site":       wordSet("error message code says saying chrome firefox safari edge browser browsers mensaje dice fehler fehlermeldung meldung código"),
	"app":        wordSet("reinstall reinstalled reinstalling uninstalled error message code says reinstalado neu installiert fehler mensaje"),
	"internet":   wordSet("light lights router rebooted restarted reset luces lichter"),
	"mobile":     wordSet("calls data everywhere"),
	"computer":   wordSet("restart restarted restarting reboot rebooted"),
	"phone":      wordSet("restart restarted restarting reboot rebooted reset"),
	"headphones": wordSet("reset lights light"),
	"browser":    wordSet("chrome firefox ff safari edge ie explorer browsers"),
	"page":       wordSet("open opening opens load loading loads dead page checkout basket form homepage login cart formulario formular warenkorb"),
	"sign in":    wordSet("error message says incorrect wrong invalid code dice fehler meldung"),
	"one":        wordSet("all every any everything each one todos cada alle jede jedes"),
	"since": wordSet(`since today yesterday tonight morning week weeks day days month months hour hours minutes ago now suddenly after just update
		desde hoy ayer semana semanas días horas seit heute gestern woche wochen tagen stunden nach plötzlich`),
	"always": wordSet(`keeps keep always every everytime each eachtime whenever constantly constant sometimes still never again twice randomly random times continually
		siempre cada nunca otra vez veces ständig immer manchmal wieder nie jedes`),
}

// errorNamed are words by which a post tells of an error that is shown.
var errorNamed = wordSet("error message code says saying mensaje dice error fehler fehlermeldung meldung código")

// failing are words by which a post says that a thing does not work, where
// nothing nearer was understood.
var failing = wordSet(`working works work crash crashes crashed crashing freezes frozen freezing froze glitch glitching glitchy bug bugs bugged buggy error errors down lag lagging laggy fails failed failing
	noise rattle rattling clunking squeaking grinding leak leaks leaking shakes shaking smoke stalls stalled dead broke faulty
	won't wont can't cant cannot doesn't doesnt disappeared disappears vanished loading load loads stops stopped slow blurry broken
	funciona funcionan falla fallan cierra bloquea carga error geht funktioniert funktionieren abgestürzt stürzt hängt lädt fehler`)

// mends are the kinds of trouble about which a technical question helps.
var mends = []grievance.Kind{grievance.KindFaulty, grievance.KindLockedOut, grievance.KindNone}

// diagnosis is the wordings of one technical question that the post leaves
// open, nothing where there is none to ask. It is found once.
func (c *composer) diagnosis() []string { return c.ofFault.get(c.diagnose) }

func (c *composer) diagnose() []string {
	if len(c.t.Parts.Diagnose) == 0 || c.strength() == angry || c.trouble() == "security" || !slices.Contains(mends, c.g.Kind) || c.detail.Quiet() {
		return nil
	}
	if anyOf(asked(c.g.Issue), lacked) || c.noFault() {
		return nil
	}
	var open []string
	switch c.g.Kind {
	case grievance.KindLockedOut:
		if c.heard.has(barred) || awaited.standIn(c.heard.plain()) || !anyOf(plainly(c.g.Issue+" "+c.q.Mention.Text), entering) {
			return nil
		}
		open = c.heard.openAtSignIn()
	case grievance.KindFaulty:
		open = openQuestions(c.t.Language, c.g.Issue, c.q.Mention.Text)
	default:
		open = c.heard.openQuestions()
	}
	if c.away() && slices.ContainsFunc(open, func(q string) bool { return ofOwn[q] }) {
		return nil
	}
	if len(open) == 0 || c.g.Kind == grievance.KindNone && (!c.heard.fails(c.t.Language) || c.heard.has(telephoned)) {
		return nil
	}
	for _, question := range open { // the rows ask the best first
		if wordings := c.unasked(c.t.Parts.Diagnose[question]); len(wordings) > 0 {
			return wordings
		}
	}
	return nil
}

// unasked is the wordings of a question that ask for nothing that the post tells.
func (c *composer) unasked(wordings []string) []string {
	return slices.DeleteFunc(slices.Clone(wordings), func(wording string) bool {
		lower := strings.ToLower(wording)
		for _, row := range asksFor[c.t.Language] {
			if slices.ContainsFunc(row.words, func(w string) bool { return strings.Contains(lower, w) }) && c.heard.tells(row.what) {
				return true
			}
		}
		return false
	})
}

// asksFor are words by which a question asks for what a post may tell, by language.
var asksFor = map[string][]struct {
	what  string
	words []string
}{
	"en": {
		{itsGadget, []string{"which device", "what device", "on which device", "using it on", "are you using", "watching on", "device is it", "phone or tablet", "platform", "playing on", "console"}},
		{itsBrowser, []string{"which browser", "what browser", "another browser", "in which browser"}},
		{itsModel, []string{"which model", "which phone", "which ones", "which printer"}},
		{itsError, []string{"error", "comes up", "come up", "show", "a reason", "do you see", "what happens"}},
		{itsRestart, []string{"restart", "reset", "switched off and on", "reinstall"}},
		{itsDevices, []string{"every device", "another device", "one device", "just the one", "all of them", "on all of"}},
		{itsAlways, []string{"every time", "all the time", "come and go", "comes and goes", "now and then", "now and again", "constant", "each time", "like that all"}},
		{itsSince, []string{"after an update", "did it start", "has it been like", "first notice", "all at once", "before it began", "last work"}},
		{itsVersion, []string{"version", "up to date"}},
		{itsNetwork, []string{"usb or wifi", "on usb"}},
	},
	"es": {
		{itsGadget, []string{"qué dispositivo", "qué plataforma"}}, {itsBrowser, []string{"navegador"}}, {itsModel, []string{"modelo"}}, {itsError, []string{"error", "qué muestra", "qué aparece"}}, {itsRestart, []string{"reinici"}}, {itsVersion, []string{"versión"}},
	},
	"de": {
		{itsGadget, []string{"welchem gerät", "welcher plattform"}}, {itsBrowser, []string{"browser"}}, {itsModel, []string{"welches modell", "welches gerät"}}, {itsError, []string{"fehler", "was zeigt"}}, {itsRestart, []string{"neustart"}}, {itsVersion, []string{"version"}},
	},
}

// entering are words of getting in: a code that has not come is asked for at no door.
var entering = wordSet(`log logged logging login logon sign signed signing signin password access account enter passcode pin otp
	contraseña acceder iniciar entrar cuenta sesión passwort anmelden einloggen login konto zugang`)

// barred are words of one whom no other device lets in.
var barred = []string{"blocked", "banned", "suspended", "locked", "disabled", "deactivated", "bloqueada", "suspendida", "gesperrt"}

// telephoned are words of one who tells of calling us: what fails there is no
// device of theirs.
var telephoned = []string{"automated", "hold", "call", "called", "calling", "agent", "agents", "helpline", "hotline"}

// fails reports a post that says of a technical thing that it does not work: the
// two stand within beside words of each other.
func (h *heard) fails(language string) bool {
	const beside = 4
	words := h.words()
	for i, w := range words {
		if failing[w] && slices.ContainsFunc(words[max(0, i-beside):min(len(words), i+beside+1)], func(w string) bool { return isTechnical(language, w) }) {
			return true
		}
	}
	return false
}

// online reports a post with a word of what is used on a screen.
func (h *heard) online() bool {
	return slices.ContainsFunc(h.words(), func(w string) bool { return isTechnical(h.language, w) })
}

func isTechnical(language, word string) bool {
	for _, row := range technical[language] {
		if row.words[word] {
			return true
		}
	}
	return playsUp[word]
}

// lacked are words of an issue by which something is missing or not found, about
// which no question about a fault helps.
var lacked = wordSet("buy buying bought purchase purchased preorder reserve book banned suspended closed find have missing deleted wiped erased gone lost encontrar encuentra tiene finden haben fehlt")

// openQuestions is the questions about what does not work, as a text tells it,
// without those that the post answers: beside a faulty thing other things may be
// told of that do work.
func openQuestions(language, of, post string) []string {
	told, words := ofMachines(asked(of)), asked(post)
	if anyOf(told, goods) {
		return nil // an order from the app is no matter of the app's
	}
	for _, row := range technical[language] {
		if anyOf(told, row.words) {
			switch {
			case row.ask[0] == "internet" && (strings.HasPrefix(of, "our ") || anyOf(words, guests)):
				return nil // nobody looks at our router for us
			case row.ask[0] == "printer" && !anyOf(plainly(post), printers):
				return unanswered(anyway, post, words) // a program that will not print
			}
			if row.ask[0] == "internet" && anyOf(plainly(strings.ReplaceAll(post, "'s", "")), hosts) {
				return unanswered([]string{"computer", "restart"}, post, words)
			}
			return unanswered(row.ask, post, words)
		}
	}
	if anyOf(told, playsUp) {
		return unanswered(anyway, post, words)
	}
	return nil
}

// guests are words of who uses a Wi-Fi where they are no more than guests.
var guests = wordSet("hotel room stay lobby lounge cafe train plane flight airport habitación zimmer zug")

var printers = wordSet("printer printers officejet laserjet deskjet inkjet envy scanner cartridge ink impresora drucker")

// hosts are what is looked at where it, and not the line, has no connection.
var hosts = wordSet("laptop notebook windows pc computer macbook driver drivers bios portátil ordenador rechner treiber")

// goods are what is ordered by way of an app or a site, and is no part of it.
var goods = wordSet("card cards points balance activity statement refund payment order orders parcel parcels package packages delivery pedido pedidos paquete bestellung paket sendung lieferung")

// playsUp are words for what only a machine or a program does, whatever it is.
var playsUp = wordSet(`crash crashes crashed crashing freezes freezing froze glitch glitches glitching glitchy bug bugs bugged buggy lag lagging laggy loading error errors
	bloquea fehlermeldung abgestürzt stürzt hängt`)

// anyway is what is worth asking of it.
var anyway = []string{"message", "always"}

// atSignIn is what is worth asking of one who cannot get in.
var atSignIn = []string{"sign in", "device"}

func unanswered(questions []string, post string, words []string) []string {
	return slices.DeleteFunc(slices.Clone(questions), func(question string) bool { return answers(post, question, words) })
}

// answers reports a question that a post has answered.
func answers(post, question string, words []string) bool {
	if question == "version" && hasDigit(post) {
		return true
	}
	return anyOf(words, answered[question])
}

// planDiagnosis says that we are sorry, as far as we know for what, and asks;
// the route is another way to answer.
func (c *composer) planDiagnosis(ask []string) plan {
	said := c.together()
	if c.storyOnly() || c.unknown() {
		said = c.feeling()
	}
	p := c.withRoute([]line{c.pick(said), c.pick(ask)})
	if besides := c.t.Parts.Route.Besides; c.q.CanMessage && len(besides) > 0 {
		p.delivered = c.pick(besides)
	}
	p.flowing = false
	return p
}
