package grievance

// spanish reads a Spanish post. Issues are clauses in the indicative with
// "usted", which fit after "que".
func spanish(toks []tok) []finding {
	return tongue{parser{toks}, esShapes, esThing, esSpan, esTimes}.read()
}

var esShapes = compile([]shape{
	// waiting
	{says: "{span} .. esperando|espera al|en|la|una teléfono|telefono|línea|linea|cola|llamada", tells: "lleva {span} esperando", detail: "{span} de espera", weight: weightExact},
	{says: "{span} .. esperando a|por|que? llegue|llegara? {thing}", tells: "lleva {span} esperando {thing}", detail: "{span} de espera", weight: weightExact},
	{says: "{span} .. esperando|espera|esperar", tells: "lleva {span} esperando", detail: "{span} de espera", weight: weightExact},
	{says: "esperando|espero|esperé .. {span}", tells: "lleva {span} esperando", detail: "{span} de espera", weight: weightExact},
	{says: "{span} .. en? cola", tells: "ha pasado {span} en la cola", detail: "{span} de cola", weight: weightExact},
	{says: "{span} al|en|colgado teléfono|telefono|línea|linea", tells: "ha pasado {span} al teléfono", detail: "{span} al teléfono", weight: weightExact},
	{says: "{span} de retraso|demora", tells: "ha sufrido un retraso de {span}", detail: "{span} de retraso", weight: weightExact},
	{says: "retraso|demora de {span}", tells: "ha sufrido un retraso de {span}", detail: "{span} de retraso", weight: weightExact},
	{says: "{span} .. sin internet|conexión|conexion|wifi", tells: "lleva {span} sin conexión", detail: "{span} sin conexión", weight: weightExact},
	{says: "{span} .. sin luz|corriente|electricidad", tells: "lleva {span} sin luz", detail: "{span} sin luz", weight: weightExact},
	{says: "{span} .. sin servicio|línea|linea|señal|cobertura", tells: "lleva {span} sin servicio", detail: "{span} sin servicio", weight: weightExact},
	{says: "{span} .. sin agua|calefacción", tells: "lleva {span} sin ese servicio", detail: "{span} sin servicio", weight: weightExact},
	{says: "{span} .. sin respuesta|contestación|noticias|solución", tells: "lleva {span} sin respuesta", detail: "{span} sin respuesta", weight: weightExact},
	{says: "{span} .. sin {thing}", tells: "lleva {span} sin {thing}", detail: "{span} sin {thing}", weight: weightExact},
	{says: "sigo|seguimos|continúo esperando a|por|que? llegue? {thing}", tells: "sigue esperando {thing}"},
	{says: "sigo|seguimos esperando", tells: "sigue esperando", weight: weightPlain},
	{says: "cuándo|cuando llega|llegará|va .. {thing}", tells: "sigue esperando {thing}", weight: weightPlain},
	{says: "dónde|donde está|esta|estan|están {thing}", tells: "sigue esperando {thing}", weight: weightPlain},

	{says: "técnico|tecnico|instalador|repartidor|fontanero|electricista .. no .. presentó|presento|vino|apareció|aparecio|llegó|llego|venido|aparecido|presentado", tells: "nadie acudió a la cita", weight: weightExact},
	{says: "nadie .. vino|venido|apareció|aparecio|presentó|presento", tells: "nadie acudió a la cita", weight: weightExact},

	// what has not come
	{says: "{thing} .. no|nunca|sin .. llega|llego|llegó|llegado|llegan|llegaron|llegar|aparece|aparecen|entregado|entregada", tells: "{thing} no [ha|han] llegado"},
	{says: "no|nunca .. llega|llegó|llegado|llegan|llegar|entregan|entregaron|entregado .. {thing}", tells: "{thing} no [ha|han] llegado"},
	{says: "no|sin|nunca .. recibido|recibo|recibir|recibí|recibimos .. {thing}", tells: "todavía no ha recibido {thing}"},
	{says: "no .. devuelven|devuelto|devolvieron|devolvéis|reembolsan|reembolsado|reembolsaron", tells: "todavía no ha recibido su reembolso"},
	{says: "entregado|entregada ,? pero|y .. no|nadie|nada", tells: "consta como entregado y usted no lo tiene", weight: weightExact},
	{says: "{thing} .. tarde|retrasad*|atrasad*", tells: "{thing} [llega|llegan] con retraso"},
	{says: "tarde {thing}", tells: "{thing} [llega|llegan] con retraso"},

	// lost, damaged, wrong
	{says: "{thing} .. perdid*|extraviad*|desaparecid*", tells: "{thing} se [ha|han] perdido"},
	{says: "perdido|perdieron|perdéis|perdió|pierden|extraviado|extraviaron .. {thing}", tells: "{thing} se [ha|han] perdido"},
	{says: "{thing} .. robad*", tells: "le han robado {thing}"},
	{says: "{thing} está|esta|están|estan|estaba .. rot*", tells: "{thing} está[|n] rot{o}", weight: weightExact},
	{says: "{thing} .. rot*|dañad*|destrozad*|golpead*|abollad*|aplastad*", tells: "{thing} [ha|han] llegado dañad{o}"},
	{says: "rompieron|roto|dañaron|destrozaron|dañado .. {thing}", tells: "{thing} [ha|han] llegado dañad{o}"},
	{says: "{thing} .. defectuos*|estropead*", tells: "{thing} no funciona[|n]"},
	{says: "{thing} .. vací*|vaci*", tells: "{thing} [ha|han] llegado vací{o}"},
	{says: "{thing} .. abiert*", tells: "{thing} [ha|han] llegado abiert{o}"},
	{says: "mandado|mandaron|enviado|enviaron|llegó|trajeron|entregaron|dieron .. equivocad*|incorrect*|errone*|erróne*", tells: "le enviaron un artículo equivocado", weight: weightExact},
	{says: "{thing} .. equivocad*|incorrect*", tells: "{thing} no [era|eran] lo que pidió"},
	{says: "{thing} .. incomplet*", tells: "{thing} [ha|han] llegado incomplet{o}"},
	{says: "falta|faltan|faltaba|faltaban .. artículo*|producto*|cosas|pieza*|mitad|pedido", tells: "faltaba algo en su pedido", weight: weightExact},
	{says: "{thing} .. calle|portal|vecino|vecina|lluvia|puerta", tells: "{thing} se quedó donde no debía", weight: weightPlain},

	// cancelled
	{says: "{thing} .. cancelad*|anulad*|canceló|cancelo|suspendid*", tells: "{thing} [ha|han] sido cancelad{o}"},
	{says: "cancelado|cancelaron|cancelan|cancelaste|cancelasteis|anulado|anularon .. {thing}", tells: "{thing} [ha|han] sido cancelad{o}"},
	{says: "perdí|perdido|pierdo .. conexión|enlace|vuelo|tren", tells: "perdió su conexión", weight: weightPlain},

	// money
	{says: "cobrado|cobraron|cobran|cobro|cargado|cargo|cobrándome .. dos|doble|duplicado|2", tells: "le han cobrado dos veces", detail: "un cobro doble", weight: weightExact},
	{says: "doble|duplicado cobro|cargo", tells: "le han cobrado dos veces", detail: "un cobro doble", weight: weightExact},
	{says: "cobro|cargo duplicado|doble", tells: "le han cobrado dos veces", detail: "un cobro doble", weight: weightExact},
	{says: "cobrado|cobraron|cobran|cobrasteis .. de|demás|demasiado más|mas|demasiado", tells: "le han cobrado de más"},
	{says: "cobro|cargo|cargos .. no reconozco|autoricé|autorizado|esperaba", tells: "le han hecho un cargo que no esperaba"},
	{says: "cobrado|cobraron|cobran|cobráis .. algo|servicio|seguro|suscripción|comisión", tells: "le han cobrado algo que no esperaba"},
	{says: "me|nos han|habéis? cobrado|cobraron|cobran", tells: "le han cobrado algo que no esperaba", weight: weightPlain},
	{says: "siguen|sigue|seguís .. cobrando|cobrándome|cobrandome|cobrándonos|pasando|cargando", tells: "le siguen haciendo cargos", weight: weightClear},
	{says: "me|nos cobran|cobráis|cobrando .. todavía|aún|aun|aunque", tells: "le siguen haciendo cargos", weight: weightClear},
	{says: "factura|recibo .. alt*|elevad*|disparad*|carísim*|carisim*|doble", tells: "su factura es más alta de lo que esperaba"},
	{says: "{thing} .. subid*|subió|sube|suben|aumentad*|aumentó", tells: "{thing} [ha|han] subido"},
	{says: "subido|subieron|aumentado .. precio|tarifa|cuota|factura", tells: "el precio ha subido"},

	// nobody answers
	{says: "nadie|ninguno .. responde|responden|contesta|contestan|contestó|respondió|respondido|contestado|atiende|coge|llama|llamó|ayuda|soluciona|resuelve", tells: "nadie le ha respondido"},
	{says: "no|nunca .. responden|responde|contestan|contesta|contestáis|respondéis|cogen|atienden|atiende", tells: "nadie le ha respondido"},
	{says: "sin respuesta|contestación|noticias", tells: "sigue sin respuesta", weight: weightPlain},
	{says: "ignoran|ignorando|ignorado|ignoráis|ignora", tells: "nadie le ha respondido", weight: weightPlain},
	{says: "colgado|colgaron|cuelgan|cuelga|colgó .. teléfono?|llamada?", tells: "se le cortó la llamada"},
	{says: "cortó|corta|cortan|cortaron .. llamada", tells: "se le cortó la llamada"},
	{says: "llamado|llamé|llamando|llamo .. {times} veces", tells: "ha tenido que llamar {times} veces", weight: weightExact},
	{says: "{times} veces .. llamado|llamé|llamando", tells: "ha tenido que llamar {times} veces", weight: weightExact},

	// access and faults
	{says: "no .. puedo|podemos|pude|deja|dejan|permite .. entrar|acceder|ingresar|conectarme .. cuenta|app|aplicación|perfil|web|página", tells: "no puede entrar en su cuenta"},
	{says: "no .. puedo|pude|deja|permite iniciar sesión|sesion", tells: "no puede iniciar sesión"},
	{says: "no .. puedo|podemos|pude|deja|dejan|permite pagar|comprar", tells: "no puede completar la compra"},
	{says: "no .. puedo|podemos|pude|dejan|deja cancelar|anular .. {thing}", tells: "no puede cancelar {thing}"},
	{says: "no .. puedo|podemos|pude|dejan|deja cambiar|modificar .. {thing}", tells: "no puede cambiar {thing}"},
	{says: "no .. puedo|podemos|dejan|deja .. dar* .. baja", tells: "no puede darse de baja"},
	{says: "no .. puedo|pude|deja descargar|instalar|actualizar .. {thing}", tells: "no puede instalar {thing}"},
	{says: "no .. puedo|podemos|pude usar|utilizar|abrir|ver .. {thing}", tells: "no puede usar {thing}"},
	{says: "no .. puedo|pude|logro hablar|contactar|comunicarme", tells: "no consigue hablar con nosotros"},
	{says: "{thing} .. bloquead*", tells: "{thing} está[|n] bloquead{o}"},
	{says: "bloqueado|bloquearon|bloqueasteis .. {thing}", tells: "{thing} está[|n] bloquead{o}"},
	{says: "hackeado|hackearon .. {thing}", tells: "alguien ha entrado en {thing}"},
	{says: "{thing} .. hackead*|jaquead*", tells: "alguien ha entrado en {thing}"},
	{says: "{thing} .. no|sin|deja|dejó .. funciona|funcionan|funcionar|funcionando|abre|carga|conecta|va|anda|sirve|enciende|funcionaba|imprime|sincroniza", tells: "{thing} no funciona[|n]"},
	{says: "no .. funciona|funcionan|sirve|anda|carga|abre .. {thing}", tells: "{thing} no funciona[|n]"},
	{says: "{thing} .. cierra|cuelga|bloquea|congela|cae", tells: "{thing} se cierra[|n] o se bloquea[|n]"},
	{says: "{thing} .. cierra|cierran .. sesión|sesion", tells: "{thing} le cierra[|n] la sesión", weight: weightExact},
	{says: "{thing} .. apaga|apagan|reinicia|reinician .. solo|sola|solos|cada|continuamente|constantemente|todo", tells: "{thing} se apaga[|n] sin motivo", weight: weightExact},
	{says: "batería|bateria .. descarga|dura|agota .. {span}", tells: "la batería dura muy poco", weight: weightExact},
	{says: "batería|bateria .. descarga|dura|agota .. rápido|rapido|nada|poco|enseguida", tells: "la batería dura muy poco", weight: weightExact},
	{says: "cajero|máquina|maquina .. tragó|trago|comió|comio|tragado|comido|quedó|quedo .. {thing}", tells: "una máquina se quedó con {thing}", weight: weightExact},
	{says: "ido|va|fue|cortado|cortaron .. luz", tells: "se ha quedado sin luz"},
	{says: "apagón|apagon", tells: "se ha quedado sin luz", weight: weightPlain},
	{says: "nadie .. da|dan|ofrece .. solución|solucion|respuesta|explicación|explicacion", tells: "nadie le ha dado una solución", weight: weightExact},
	{says: "sin solución|solucion", tells: "nadie le ha dado una solución", weight: weightPlain},
	{says: "{thing} .. caíd*|caid*|cayó", tells: "{thing} no está[|n] disponible[|s]"},
	{says: "{thing} .. lent*", tells: "{thing} va[|n] muy lent{o}"},
	{says: "{thing} .. error|errores|fallo|fallos", tells: "{thing} da[|n] error", weight: weightPlain},
	{says: "fallo|falla|fallan|error|errores|problema|problemas en|con|de .. {thing}", tells: "ha tenido problemas con {thing}", weight: weightFaint},
	{says: "estoy|estamos|quedé|quedado|sigo|seguimos sin internet|conexión|wifi", tells: "se ha quedado sin conexión"},
	{says: "estoy|estamos|quedé|quedado|sigo|seguimos sin luz|electricidad", tells: "se ha quedado sin luz"},
	{says: "estoy|estamos|quedé|quedado|sigo|seguimos sin servicio|señal|cobertura|línea", tells: "se ha quedado sin servicio"},
	{says: "no .. tengo|tenemos|hay internet|conexión|wifi", tells: "se ha quedado sin conexión"},
	{says: "no .. tengo|tenemos|hay luz|electricidad", tells: "se ha quedado sin luz"},
	{says: "no .. tengo|tenemos|hay señal|cobertura|servicio|línea", tells: "se ha quedado sin servicio"},
	{says: "han|habéis cortado .. línea|internet|luz|servicio", tells: "le han cortado el servicio"},

	// food, stock, people, the whole
	{says: "{thing} .. frí*|fria|frio|helad*", tells: "{thing} [ha|han] llegado frí{o}"},
	{says: "{thing} .. crud*", tells: "{thing} estaba[|n] crud{o}"},
	{says: "{thing} .. caducad*|podrid*|pasad*", tells: "{thing} no estaba[|n] en buen estado"},
	{says: "pelo|insecto|plástico|plastico|cucaracha|gusano en .. {thing}", tells: "había algo en {thing} que no debía estar ahí", weight: weightExact},
	{says: "{thing} .. suci*", tells: "{thing} estaba[|n] suci{o}"},
	{says: "agotad*", tells: "lo que buscaba está agotado", weight: weightPlain},
	{says: "sin|no .. stock|existencias", tells: "lo que buscaba está agotado", weight: weightPlain},
	{says: "maleducad*|groser*|borde|bordes|prepotente|prepotentes", tells: "no recibió el trato que merece"},
	{says: "mal|pésimo|pesimo|horrible|lamentable trato", tells: "no recibió el trato que merece"},
	{says: "trato .. pésimo|pesimo|horrible|lamentable|malo|nefasto", tells: "no recibió el trato que merece"},
	{says: "trataron|tratado|trata|tratan fatal|mal|pésimo|como", tells: "no recibió el trato que merece"},
	{says: "gritó|gritaron|insultó|insultaron", tells: "no recibió el trato que merece"},
	{says: "pésim*|pesim*|peor|mal|malísim*|horrible|nefast*|lamentable atención|atencion", tells: "nuestra atención no ha estado a la altura", weight: weightFaint},
	{says: "atención|atencion .. pésim*|pesim*|horrible|nefast*|lamentable|mala|fatal", tells: "nuestra atención no ha estado a la altura", weight: weightFaint},
	{says: "pésim*|pesim*|peor|mal|malísim*|horrible|nefast*|lamentable servicio", tells: "nuestro servicio no ha estado a la altura", weight: weightFaint},
	{says: "servicio .. pésim*|pesim*|horrible|nefast*|lamentable|malo|fatal|asco|vergüenza", tells: "nuestro servicio no ha estado a la altura", weight: weightFaint},
})

// esTimes are numbers of times.
var esTimes = map[string]string{
	"dos": "dos", "tres": "tres", "cuatro": "cuatro", "cinco": "cinco", "seis": "seis", "siete": "siete", "ocho": "ocho", "diez": "diez", "varias": "varias",
	"mil": "muchas", "muchas": "muchas", "2": "dos", "3": "tres", "4": "cuatro", "5": "cinco", "6": "seis", "10": "diez",
}

// esThing reads a thing with or without its article.
func esThing(p parser, i int) (belonging, int, bool) {
	i = p.skip(i, "mi", "mis", "el", "la", "los", "las", "un", "una", "nuestro", "nuestra", "nuestros", "nuestras", "vuestra", "vuestro", "su", "tu", "del", "al")
	what, ok := esThings[p.word(i)]
	if !ok {
		return belonging{}, i, false
	}
	return what, i + 1, true
}

// esThings name a thing with its owner.
var esThings = tableOfThingsEs()

func tableOfThingsEs() map[string]belonging {
	table := map[string]belonging{}
	for kind, list := range map[belonging]string{
		{"su", 'm', false}: `pedido paquete envío vuelo tren autobús equipaje reembolso teléfono móvil celular ordenador portátil router módem wifi billete boleto
			contrato dinero coche bolso abono seguro plan correo televisor mando cargador reloj ticket producto artículo cupón código bono taxi viaje`,
		{"su", 'f', false}: `maleta reserva cuenta tarjeta factura conexión línea cita compra entrada tablet lavadora nevera cama suscripción devolución contraseña
			televisión tele consola batería pantalla garantía transferencia nómina habitación moto bici chaqueta camiseta talla tarifa cuota solicitud reclamación`,
		{"sus", 'm', true}: `pedidos paquetes datos puntos zapatos billetes boletos auriculares muebles pantalones productos artículos libros`,
		{"sus", 'f', true}: `maletas entradas facturas zapatillas gafas compras flores fotos llamadas`,
		{"el", 'm', false}: `servicio chat sitio baño sistema juego avión`,
		{"la", 'f', false}: `aplicación app web página comida pizza hamburguesa tienda actualización ensalada carne sopa bebida leche impresora`,
		{"los", 'm', true}: `servidores precios`,
		{"las", 'f', true}: `patatas`,
	} {
		for _, word := range fields(list) {
			told := word
			if word == "app" {
				told = "aplicación"
			}
			thing := belonging{kind.told + " " + told, kind.gender, kind.plural}
			table[word], table[unaccented(word)] = thing, thing
		}
	}
	table["internet"] = belonging{"su conexión a internet", 'f', false}
	return table
}

// esSpan reads "tres horas", "casi dos semanas", "más de una hora".
func esSpan(p parser, i int) (string, int, bool) {
	lead := ""
	switch {
	case p.is(i, "más", "mas") && p.is(i+1, "de"):
		lead, i = "más de ", i+2
	case p.is(i, "casi"):
		lead, i = "casi ", i+1
	}
	number := p.word(i)
	if !isShortNumber(number) && !esNumbers[number] || number == "1" {
		return "", i, false
	}
	unit, ok := esUnits[p.word(i+1)]
	if !ok {
		return "", i, false
	}
	return lead + number + " " + unit, i + 2, true
}

var esNumbers = set("un una dos tres cuatro cinco seis siete ocho nueve diez doce quince veinte treinta cuarenta varias varios")

var esUnits = map[string]string{
	"hora": "hora", "horas": "horas", "día": "día", "dia": "día", "días": "días", "dias": "días", "semana": "semana",
	"semanas": "semanas", "mes": "mes", "meses": "meses", "minutos": "minutos", "min": "minutos", "año": "año", "años": "años",
}
