package grievance

import "strings"

// Knows reports whether Supports can judge a topic: it is one of the default
// taxonomy.
func Knows(language, topic string) bool { return len(topicStems[language][topic]) > 0 }

// Supports reports whether the post itself speaks of a topic. A topic is what a
// model believes; before an answer says so, the post must have said it too.
func (p *Post) Supports(language, topic string) bool {
	stems := topicStems[language][topic]
	for _, t := range p.toks {
		for _, stem := range stems {
			if whole, ok := strings.CutSuffix(stem, "."); ok && t.word == whole || strings.HasPrefix(t.word, stem) {
				return true
			}
		}
	}
	return false
}

// What only says what a post is about is not among them: who names an app may
// praise it, who will cancel has had no trouble in cancelling.
//
// topicStems are beginnings of words, or with a full stop whole words, by which people speak of a topic, by
// language and topic of the default taxonomy.
var topicStems = map[string]map[string][]string{
	"en": {
		"delay":               fields("delay late. wait overdue stuck yet. slow"),
		"lost or damaged":     fields("damag broken broke. crack smash torn. crush stolen destroy"),
		"billing and refunds": fields("charged charges. charging. bill. bills billed billing refund fee. fees invoice overcharg credited"),
		"outage":              fields("outage offline internet wifi broadband signal"),
		"quality":             fields("quality stale. raw. soggy dirty faulty defect tasteless"),
		"staff conduct":       fields("attitude disrespect unprofessional yell shouted. shouting. manners insult swore swear arrogan threat"),
		"waiting and contact": fields("hold. queue ignor unanswer helpline hotline"),
		"account access":      fields("login log. logged password locked verif hacked"),
		"app or website":      fields("crash bug. bugs. buggy glitch error. errors."),
		"cancellation":        fields("cancelled canceled rebook"),
		"availability":        fields("stock. sold. shortage unavailable"),
	},
	"es": {
		"delay":               fields("retras tarde esper demora tarda horas semanas"),
		"lost or damaged":     fields("perdi perdí roto rota dañad robad falta extravi"),
		"billing and refunds": fields("cobr factur reembols dinero pago devol cargo"),
		"outage":              fields("internet conexi caíd caid servicio señal corte línea"),
		"quality":             fields("calidad frío fría fria asco malo mala pésim pesim"),
		"staff conduct":       fields("trato maleduc groser emplead personal borde conductor repartidor"),
		"waiting and contact": fields("llam respon contest teléfono telefono atenci correo espera"),
		"account access":      fields("cuenta contraseña acceso acceder entrar bloque"),
		"app or website":      fields("app aplicaci web página pagina error fallo"),
		"cancellation":        fields("cancel anul baja"),
		"availability":        fields("agotad stock disponib"),
	},
	"de": {
		"delay":               fields("spät verspät wart dauer wochen stunden überfällig"),
		"lost or damaged":     fields("verlor weg verschwund kaputt beschädig zerbroch gestohlen fehlt"),
		"billing and refunds": fields("rechnung abgebucht geld erstatt gebühr bezahl betrag abbuch"),
		"outage":              fields("ausfall ausgefallen internet wlan netz störung tot"),
		"quality":             fields("qualität kalt schlecht ekl mangelhaft dreck"),
		"staff conduct":       fields("unfreund unhöf frech mitarbeit personal fahrer benehm"),
		"waiting and contact": fields("hotline warteschleife antwort erreich anruf telefon mail rückmeld meldet"),
		"account access":      fields("konto passwort anmeld einlogg gesperrt zugang"),
		"app or website":      fields("app webseite website seite fehler absturz stürzt update"),
		"cancellation":        fields("storn gekündigt kündig gestrichen abgesagt"),
		"availability":        fields("ausverkauft verfügbar vergriffen lager"),
	},
}
