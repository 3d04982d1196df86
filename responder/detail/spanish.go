package detail

import "strings"

// spanish is what is read of Spanish posts: how long, how often, on which day,
// and a loss. The author is spoken to as usted.
var spanish = indexOf(nil,
	entry{reader.esLong, words("más mas casi un una dos tres cuatro cinco seis siete ocho nueve diez doce quince veinte treinta cuarenta varias varios"), true},
	entry{reader.esOften, words("vez veces"), false},
	entry{reader.esDay, words("cumpleaños cumple boda luna aniversario vacaciones navidad teletrabajo teletrabajando casa examen entrevista"), false},
	entry{reader.esLoss, words("murió murio falleció fallecio fallecido muerto fallecimiento funeral entierro aborto luto"), false},
)

// esLacking are words by which a Spanish clause tells of trouble.
var esLacking = set("no sin nunca nadie nada ningún ninguna tampoco todavía aún esperando espero esperamos retraso tarde caído caída cola averiado roto cancelado cancelada perdido perdida")

// esLong: "llevo tres días sin internet", "dos horas de retraso".
func (r reader) esLong(i int) Detail {
	text, next, ok := r.Span(i)
	if !ok || strings.Contains(text, "año") || strings.HasSuffix(text, "minutos") && len(text) < len("15 minutos") || r.Is(next, "gratis", "antes", "de") && !r.Is(next+1, "espera", "retraso", "cola") {
		return Detail{}
	}
	b := i - 1
	for r.Is(b, "ya", "unas", "unos", "más", "de", "como") {
		b--
	}
	waits := r.Is(next, "esperando", "sin", "aguantando") || r.Is(next, "de") && r.Is(next+1, "espera", "retraso", "cola") || r.Is(next, "al") && r.Is(next+1, "teléfono", "telefono")
	since := r.Is(b, "llevo", "llevamos", "lleva", "llevan", "hace", "desde", "durante") && r.clauseHas(i, esLacking)
	if !waits && !since {
		return Detail{}
	}
	return Detail{Kind: Long, What: text}
}

var esOrdinals = map[string]string{"segunda": "segunda", "tercera": "tercera", "cuarta": "cuarta", "quinta": "quinta", "sexta": "sexta", "enésima": "enésima"}

// esCounts are how many times, told in full.
var esCounts = map[string]string{"dos": "dos", "tres": "tres", "cuatro": "cuatro", "cinco": "cinco", "seis": "seis", "diez": "diez", "2": "dos", "3": "tres", "4": "cuatro", "5": "cinco", "6": "seis"}

// esOften: "por tercera vez", "me habéis cobrado dos veces".
func (r reader) esOften(i int) Detail {
	if n := esOrdinals[r.Word(i-1)]; n != "" && r.Is(i, "vez") && r.Is(i-2, "por", "la") {
		return Detail{Kind: Often, What: "por " + n + " vez"}
	}
	done := list("cobrado cobraron cancelado cancelaron fallado perdido colgado retrasado cambiado llamado reclamado escrito")
	if n := esCounts[r.Word(i-1)]; n != "" && r.Is(i, "veces") && r.before(i, done) >= 0 {
		return Detail{Kind: Often, What: n + " veces"}
	}
	return Detail{}
}

// esKin are people of the author's as they are told.
var esKin = set("hijo hija madre padre abuela abuelo marido mujer hermano hermana pareja novio novia sobrino sobrina tía tío perro perra gato gata mamá papá")

// esDay: "en mi cumpleaños", "el cumpleaños de mi hija", "teletrabajo".
func (r reader) esDay(i int) Detail {
	mine := r.Is(i-1, "mi", "nuestra", "nuestro", "mis", "nuestras")
	what := ""
	switch w := r.Word(i); {
	case r.Is(i, "cumpleaños", "cumple") && r.Is(i+1, "de") && r.Is(i+2, "mi") && esKin[r.Word(i+3)]:
		what = "en el cumpleaños de su " + r.Word(i+3)
	case r.Is(i, "cumpleaños", "cumple") && mine:
		what = "en su cumpleaños"
	case r.Is(i, "boda", "aniversario") && mine:
		what = "en un momento como su " + w
	case r.row(i, "luna", "de", "miel") && (mine || r.Is(i-1, "de")):
		what = "en su luna de miel"
	case r.Is(i, "vacaciones") && (mine || r.Is(i-1, "de")) && r.within(i-5, i, list("arruinado arruinaron fastidiado en estropeado")):
		what = "en sus vacaciones"
	case r.Is(i, "teletrabajo", "teletrabajando"), r.Is(i, "casa") && r.Is(i-1, "desde") && r.Is(i-2, "trabajo", "trabajando", "trabajamos"):
		what = "cuando trabaja desde casa"
	case r.Is(i, "navidad") && r.Is(i-1, "en", "para", "esta"):
		what = "en Navidad"
	case r.Is(i, "examen", "entrevista") && r.within(i-4, i+6, list("mañana hoy lunes")) && r.Is(i-1, "un", "una", "el", "la", "mi"):
		what = map[string]string{"examen": "con un examen por delante", "entrevista": "con una entrevista por delante"}[w]
	}
	if what == "" || !r.near(i, 25, esLacking) {
		return Detail{}
	}
	return Detail{Kind: Occasion, What: what}
}

// esLoss: "mi padre murió", "el funeral de mi abuela".
func (r reader) esLoss(i int) Detail {
	near := func(from, to int) bool {
		for j := from; j < to; j++ {
			if r.Is(j, "mi", "nuestro", "nuestra") && esKin[r.Word(j+1)] {
				return true
			}
		}
		return false
	}
	if r.Is(i, "muerto") && !r.Is(i-1, "ha", "había") || r.within(i-4, i, list("casi si teléfono móvil batería")) {
		return Detail{}
	}
	if near(i-6, i) || near(i+1, i+4) || r.Is(i, "aborto", "luto") && r.within(i-4, i, list("mi un de")) {
		return Detail{Kind: Loss, What: "su pérdida"}
	}
	return Detail{}
}
