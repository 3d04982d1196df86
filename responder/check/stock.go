package check

// formLetter reports an answer all of whose words stand in a thousand others: a
// complaint, or praise, that could be anybody's gets what was written for
// nobody.
func (r *reading) formLetter() bool {
	if len(r.post.tokens) < tellingPost || r.delicate != "" || r.reply.ownWords(1) || !r.reply.hasAny(canned, formal) {
		return false
	}
	asks := r.reply.question && !r.reply.has(emptyQuestions)
	return !asks && !r.reply.hasUnless(listens, polite) && !r.sharesNumber()
}

const (
	// tellingPost is how many words a post has that has something to be named.
	tellingPost = 6
	// ownWords are so many that somebody chose them.
	ownWords = 3
)

// ownWords reports at least n words that answers do not all have.
func (t text) ownWords(n int) bool {
	for i := range t.tokens {
		if w := t.tokens[i].word; telling(w) && !stock[w] && !t.greets(i) {
			n--
		}
		if n == 0 {
			return true
		}
	}
	return false
}

// formal are the phrases of a form letter to whom has praised.
var formal = compile(`
	your ..1 feedback|comment|comments|review|opinion|kind
	thank|thanks ..4 writing|write|sharing|share|feedback|comment|review|message
	contact|dm|message us
	vielen dank
	gracias por ..2 comentario|escribir*|contactar*|opinion
`)

// stock are the words that answers have which could be said to anyone, beside
// the plain ones.
var stock = wordSet(`hiya greetings helps helping helped issues stories story customers morning afternoon evening dear reach reaching write writing wrote written bring bringing brought letting
	flag flagging raise raising report reporting point pointing highlight attention aware notice member members adviser advisers advisor advisors
	agent agents assist assistance assisting glad pleased delighted grateful appreciate appreciated gladly love lovely kind
	standard standards service services set hold ourselves aim strive pride proud expect expected expectations meet met level quality
	fall short falls fell private privately inbox pop drop shoot chat pick picked talk speak speaking get getting give given
	closer further detail minute moment chance ready whenever time times someone somebody anybody person else
	trouble troubles bother inconvenience inconveniences upset upsetting disappointed disappointing disappoint frustrated frustration frustrations
	annoying concerning concerned worrying unfortunate unacceptable unpleasant situation circumstances incident occurrence case cases
	valued value valuable important importance matters matter seriously taking take takes taken always ever every each
	improve improves improved improving improvement improvements learn grow continue keep working works worked does
	satisfied satisfaction happen happened happening hearing heard listen listening review reviewing investigate investigating
	touch turn around right wrong straight away quickly possible shortly today tomorrow week hope hopefully wish wishing wonderful
	patience understanding sincere sincerely sincerest truly deeply genuinely deep wholeheartedly rest assured assure
	comment comments opinion opinions view views words thoughts review reviews remarks input suggestion suggestions
	clients client guest guests users user shoppers visitors passengers colleagues colleague department departments
	forward forwarded passed passing shared noted note logged received recorded relevant appropriate concerned internally
	try trying able anything something everything nothing whatever little bit lot lots many much indeed certainly definitely
	visit visiting care cares caring mean means that's we're you're isn't fall part making made happy you've we've
	hallo guten tag danke vielen dank lieben liebe lieber nachricht feedback ruckmeldung hinweis melden melde meldung bescheid bescheidgeben
	schreib schreiben schreibe privat private direktnachricht gern gerne kurz leid tut sorry entschuldigung entschuldige entschuldigen bedauern
	umstande unannehmlichkeiten entstandenen erfahrung erfahrungen situation angelegenheit anliegen verstandnis geduld nehmen nimmt ernst sehr
	wichtig wichtige helfen hilfe team kollegen kundenservice kundendienst service schauen schaut sehen ruhe genauer details wir uns ihnen ihr ihre
	ihren ihrer dir dich dein deine deiner euch sie das den dem der die des ein eine einen einer und oder mit von fur fuer auf bei zum zur
	dann damit dass weil aber auch noch mal mehr immer stets stetig verbessern verbesserung zufriedenheit kunden kundin gast gaste freuen
	gerade bitte durfen konnen kannst mochten wunschen wunscht schonen abend los war was ist sind haben hat habe wird werden nicht kein keine
	hola buenos dias tardes estimado estimada cliente clientes gracias muchas comentario comentarios comentarnos escribir escribirnos escribenos
	escribanos contactar contactarnos contacto avisar avisarnos mensaje mensajes privado privada directo md lamentamos sentimos lamento siento
	disculpa disculpas disculpe perdon molestias molestia inconvenientes inconveniente ocasionadas ocasionados causadas sucedido ocurrido
	experiencia situacion opinion importante seguir mejorando mejorar servicio calidad trabajamos trabajando equipo nota tomamos cuenta
	ayudar ayudarte ayudarle ayuda gusto encantados revisar revisamos revisarlo revisaremos detalles caso para por con los las una uno del que
	nos nosotros usted ustedes tus sus muy mas todo todos siempre esto eso esta este pronto posible saludo saludos`)
