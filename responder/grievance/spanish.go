package grievance

// spanish reads a Spanish post. Issues are clauses in the indicative with
// "usted", which fit after "que".
func spanish(toks []tok) []finding {
	p := parser{toks}
	var found []finding
	for i := range toks {
		for _, rule := range []func(int) (finding, bool){p.esTime, p.esState, p.esCharge, p.esStill, p.esThing} {
			if f, ok := rule(i); ok {
				found = append(found, f)
			}
		}
	}
	return found
}

// esThings name a thing with its owner; the value says its gender and number.
var esThings = map[string]romance{
	"pedido": {"su pedido", 'm', false}, "paquete": {"su paquete", 'm', false}, "envío": {"su envío", 'm', false}, "envio": {"su envío", 'm', false},
	"maleta": {"su maleta", 'f', false}, "maletas": {"sus maletas", 'f', true}, "equipaje": {"su equipaje", 'm', false},
	"vuelo": {"su vuelo", 'm', false}, "tren": {"su tren", 'm', false}, "reserva": {"su reserva", 'f', false},
	"cuenta": {"su cuenta", 'f', false}, "tarjeta": {"su tarjeta", 'f', false}, "factura": {"su factura", 'f', false},
	"reembolso": {"su reembolso", 'm', false}, "teléfono": {"su teléfono", 'm', false}, "telefono": {"su teléfono", 'm', false},
	"móvil": {"su móvil", 'm', false}, "movil": {"su móvil", 'm', false}, "internet": {"su conexión a internet", 'f', false},
	"conexión": {"su conexión", 'f', false}, "wifi": {"su wifi", 'm', false}, "línea": {"su línea", 'f', false},
	"app": {"la aplicación", 'f', false}, "aplicación": {"la aplicación", 'f', false}, "aplicacion": {"la aplicación", 'f', false},
	"web": {"la web", 'f', false}, "página": {"la página", 'f', false}, "comida": {"la comida", 'f', false}, "pizza": {"la pizza", 'f', false},
	"servicio": {"el servicio", 'm', false}, "entradas": {"sus entradas", 'f', true}, "billete": {"su billete", 'm', false}, "cita": {"su cita", 'f', false},
}

type romance struct {
	told   string
	gender rune
	plural bool
}

// participle makes a participle in -ado or -ido agree.
func (r romance) participle(stem string) string {
	ending := map[rune]string{'m': "o", 'f': "a"}[r.gender]
	if r.plural {
		ending += "s"
	}
	return stem + ending
}

func (r romance) pick(one, many string) string {
	if r.plural {
		return many
	}
	return one
}

// esTime: "tres horas esperando", "dos semanas sin internet".
func (p parser) esTime(i int) (finding, bool) {
	span, j, ok := p.esSpan(i)
	if !ok {
		return finding{}, false
	}
	switch {
	case p.is(j, "esperando", "espera") || p.is(j, "de") && p.is(j+1, "espera"):
		return told(weightExact, "lleva "+span+" esperando", span+" de espera", "")
	case p.is(j, "sin"):
		k := p.skip(j+1, "mi", "el", "la")
		if p.is(k, "internet", "servicio", "luz", "línea", "conexión", "wifi", "agua", "señal") {
			return told(weightExact, "lleva "+span+" sin "+p.word(k), span+" sin "+p.word(k), "")
		}
		if p.is(k, "respuesta") {
			return told(weightExact, "lleva "+span+" sin respuesta", span+" sin respuesta", "")
		}
	case p.is(j, "de") && p.is(j+1, "retraso"):
		return told(weightExact, "ha sufrido un retraso de "+span, span+" de retraso", "")
	}
	if p.is(i-1, "esperando", "espero") || p.is(i-2, "esperando", "espero") {
		return told(weightExact, "lleva "+span+" esperando", span+" de espera", "")
	}
	return finding{}, false
}

func (p parser) esSpan(i int) (string, int, bool) {
	number := p.word(i)
	if !isShortNumber(number) && !esNumbers[number] {
		return "", i, false
	}
	unit, ok := esUnits[p.word(i+1)]
	if !ok {
		return "", i, false
	}
	return number + " " + unit, i + 2, true
}

var esNumbers = set("un una dos tres cuatro cinco seis siete ocho nueve diez quince veinte varias varios")

var esUnits = map[string]string{
	"hora": "hora", "horas": "horas", "día": "día", "dia": "día", "días": "días", "dias": "días", "semana": "semana",
	"semanas": "semanas", "mes": "mes", "meses": "meses", "minutos": "minutos", "min": "minutos",
}

// esState: "mi pedido no llega", "maleta perdida", "la app no funciona".
func (p parser) esState(i int) (finding, bool) {
	what, ok := esThings[p.word(i)]
	if !ok {
		return finding{}, false
	}
	j := p.skip(i+1, "todavía", "aún", "sigue", "siguen", "ya", "está", "esta", "ha", "sido", "fue", "me", "se", "que", "llegó", "llega")
	say := func(issue string) (finding, bool) { return told(weightClear, what.told+" "+issue, "", what.told) }
	switch {
	case p.is(j, "no", "nunca", "sin"):
		k := p.skip(j+1, "me", "ha", "se", "han", "va")
		switch {
		case p.is(k, "llega", "llegó", "llego", "llegado", "llegar", "llegan", "entregado", "recibido", "aparece"):
			return say(what.pick("no ha llegado", "no han llegado"))
		case p.is(k, "funciona", "funcionan", "abre", "carga", "conecta", "anda"):
			return say(what.pick("no funciona", "no funcionan"))
		}
	case p.is(j, "perdido", "perdida", "perdidas"):
		return say(what.pick("se ha perdido", "se han perdido"))
	case p.is(j, "cancelado", "cancelada", "canceladas", "canceló"):
		return say(what.pick("ha sido ", "han sido ") + what.participle("cancelad"))
	case p.is(j, "retrasado", "retrasada", "tarde"):
		return say(what.pick("llega con retraso", "llegan con retraso"))
	case p.is(j, "roto", "rota", "dañado", "dañada", "rotas"):
		return say(what.pick("ha llegado ", "han llegado ") + what.participle("dañad"))
	case p.is(j, "bloqueado", "bloqueada"):
		return say("está " + what.participle("bloquead"))
	case p.is(j, "fría", "frío", "fria"):
		return say("ha llegado " + map[rune]string{'m': "frío", 'f': "fría"}[what.gender])
	}
	if p.is(p.skip(i-3, "me", "han", "nos"), "perdido", "perdieron", "perdisteis") || p.is(i-2, "perdido", "perdieron") {
		return say(what.pick("se ha perdido", "se han perdido"))
	}
	return finding{}, false
}

// esCharge: "me han cobrado dos veces".
func (p parser) esCharge(i int) (finding, bool) {
	if !p.is(i, "cobrado", "cobraron", "cobran", "cobro", "cargo", "cargado") {
		return finding{}, false
	}
	for j := i + 1; j < i+5; j++ {
		if p.is(j, "dos") && p.is(j+1, "veces") || p.is(j, "doble", "duplicado") {
			return told(weightExact, "le han cobrado dos veces", "un cobro doble", "su pago")
		}
	}
	if p.is(i, "cobrado", "cobraron") && p.is(i+1, "de") && p.is(i+2, "más") {
		return told(weightClear, "le han cobrado de más", "", "su pago")
	}
	return finding{}, false
}

// esStill: "sigo sin recibir mi pedido", "nadie responde".
func (p parser) esStill(i int) (finding, bool) {
	switch {
	case p.is(i, "nadie") && p.is(p.skip(i+1, "me", "nos", "ha", "da"), "responde", "contesta", "contestó", "respondió", "respondido", "atiende", "coge"):
		return told(weightClear, "nadie le ha respondido", "", "")
	case p.is(i, "sin") && p.is(i+1, "respuesta"):
		return told(weightPlain, "sigue sin respuesta", "", "")
	case p.is(i, "recibir", "recibido") && p.is(i-1, "sin", "he"):
		if what, ok := esThings[p.word(p.skip(i+1, "mi", "el", "la", "mis"))]; ok {
			return told(weightClear, "todavía no ha recibido "+what.told, "", what.told)
		}
	}
	return finding{}, false
}

func (p parser) esThing(i int) (finding, bool) {
	if what, ok := esThings[p.word(i)]; ok && p.is(i-1, "mi", "mis", "la", "el", "nuestro", "nuestra") {
		return told(weightThing, "", "", what.told)
	}
	return finding{}, false
}
