package check

func asksPrivateData(r *reading) string {
	const advice = "personal data must never be asked for in public; ask for it in the private message"
	for i := range r.reply.tokens {
		end := requests.matchAt(r.reply, i)
		if end == 0 || r.reply.gives(i) || declines.before(r.reply, i, end) {
			continue
		}
		if publicly.inSentence(r.reply, i) || !privately.near(r.reply, i) {
			return broken(r.reply.quote(i, end), advice)
		}
	}
	return ""
}

// gives reports a verb by which we give them something: "ring you on the number".
func (t text) gives(i int) bool {
	return toThem[t.tokens[i].word] && i+1 < len(t.tokens) && t.tokens[i+1].word == "you"
}

var toThem = wordSet("send give tell text write ring call show put")

var requests = compile(`
	last|letzten three|four|six|drei|vier of|digits|ziffern|the|der
	welchen|welche|welcher|welchem ..1 nachnamen|name|namen|strasse|adresse|nummer|mail|mailadresse
	what|which is|was|are her|his|their|its ..3 {datum}|address|date
	which|what mail|mailbox|inbox|profile|handle ..1 did|do|does|have|are|is|was ..1 you|it|the|your
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|need|see|write ..3 your|the ..1 plate|registration|numberplate|licence|license|kennzeichen
	what|which is|was your ..1 plate|registration|numberplate|licence|license
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..7 order|booking|account|reservation|reference|confirmation|tracking|customer|member|membership|policy|ticket|case|phone|mobile|telephone|contact|serial|card|record|passport|pnr|invoice|loyalty|meter|frequent number|numbers|no|id|reference|ref|code|details|num|locator|flyer|info|information
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..5 email|mail|postcode|zip|zipcode|dob|pnr|password|pin|iban|surname|birthday|passport|locator
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..5 your|the|full|home|billing|delivery|shipping|street|service address
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..5 full|last|legal name
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..5 date of birth
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..4 your|a phone|telephone|mobile|number|cell
	send|give|tell|share|provide|post|reply|confirm|drop|leave|comment|type|tweet|supply|include|forward|verify|need|require|see|respond|text|write|paste|put|add|quote|mention ..4 personal|account|contact|bank|payment|card|booking details|data|information|info
	let us|me have|know ..7 order|booking|account|reservation|reference|confirmation|tracking|customer|member|membership|policy|ticket|case|phone|mobile|telephone|contact|serial|card|record|passport|pnr|invoice|loyalty|meter|frequent number|numbers|no|id|reference|ref|code|details|num|locator|flyer|info|information
	let us|me have|know ..5 email|mail|postcode|zip|zipcode|dob|pnr|password|pin|iban|surname|birthday|passport|locator
	let us|me have|know ..5 your|the|full|home|billing|delivery|shipping|street|service address
	let us|me have|know ..5 full|last|legal name
	let us|me have|know ..5 date of birth
	let us|me have|know ..4 your|a phone|telephone|mobile|number|cell
	let us|me have|know ..4 personal|account|contact|bank|payment|card|booking details|data|information|info
	may|can|could we|i ..1 have|get|take|see|ask ..7 order|booking|account|reservation|reference|confirmation|tracking|customer|member|membership|policy|ticket|case|phone|mobile|telephone|contact|serial|card|record|passport|pnr|invoice|loyalty|meter|frequent number|numbers|no|id|reference|ref|code|details|num|locator|flyer|info|information
	may|can|could we|i ..1 have|get|take|see|ask ..5 email|mail|postcode|zip|zipcode|dob|pnr|password|pin|iban|surname|birthday|passport|locator
	may|can|could we|i ..1 have|get|take|see|ask ..5 your|the|full|home|billing|delivery|shipping|street|service address
	may|can|could we|i ..1 have|get|take|see|ask ..5 full|last|legal name
	may|can|could we|i ..1 have|get|take|see|ask ..5 date of birth
	may|can|could we|i ..1 have|get|take|see|ask ..4 your|a phone|telephone|mobile|number|cell
	may|can|could we|i ..1 have|get|take|see|ask ..4 personal|account|contact|bank|payment|card|booking details|data|information|info
	what|which is|was|are ..2 your|the ..2 order|booking|account|reservation|reference|confirmation|tracking|customer|phone|mobile|email|e|address|postcode|zip|card|full|policy|membership|date|contact
	senden|schicken|nennen|geben|teilen|mitteilen|posten|schreiben|brauchen|benotigen ..7 bestellnummer|kundennummer|buchungsnummer|mail|email|adresse|telefonnummer|handynummer|auftragsnummer|vorgangsnummer|buchungscode|geburtsdatum|iban|kontonummer|namen|anschrift
	bestellnummer|kundennummer|buchungsnummer|telefonnummer|adresse|auftragsnummer ..5 nennen|senden|schicken|mitteilen|posten
	envie|envienos|enviar|enviarnos|facilitar|facilite|facilitenos|indique|indiquenos|indicarnos|diganos|comparta|escriba|necesitamos|pasanos|dinos|mandanos|deje|decirnos ..7 numero|correo|telefono|direccion|dni|localizador|pedido|reserva|email|nombre|datos
	{ask} ..6 {thing} {nr}
	{ask} ..5 {datum}
	{ask} ..4 your|the|full|last|home|billing|delivery|account ..2 name|address|phone|mobile|number|details|birthday|reference|id|surname
	may|can|could|might|do|will|would|shall you|we|i ..3 {ask}|have|get|take|see|know|ask|check|got ..7 {thing} {nr}
	may|can|could|might|do|will|would|shall you|we|i ..3 {ask}|have|get|take|see|know|ask|check|got|remember ..6 {datum}
	may|can|could|might|do|will|would|shall you|we|i ..3 {ask}|have|get|take|see|know|ask|check|got ..4 your|the|full|last|home ..2 name|address|phone|mobile|number|details|id|birthday|reference
	what|which|whose ..3 {datum}|address|name|account|phone|mobile ..2 is|was|were|did|do|does|are|it|should|you|the|on|we|under|linked|registered|used|have|has
	what|which|whose|is ..2 booking|reservation|account|order|contract|policy|ticket ..2 under|in|with|registered
	what|which is|was|are|were|s ..2 your|the ..3 {datum}|{thing}|name|address|number|reference|id
	what|which {datum}|name|address|number|account
	under|with what|which|whose ..1 {datum}|name|address|number|account
	where|when ..1 do|did|are|were you ..1 live|born|bank|registered|reside
	how|where ..1 can|could|do we|i ..1 ..1 reach|call|ring|contact|text you
	best|good|contact|mobile|phone number|email|address ..1 to|for|we|is|please
	your|the {thing} {nr} ..1 please
	your|the ..1 {datum}|address|number|name please
	{thing} {nr} please
	last|first #number|three|four|five|six|two digits|numbers|characters
	who ..2 is|was ..3 account|booking|contract|order ..1 holder|in|under|name|with
	in whose name
	ihre|ihrer|deine|die|eure|ihren|ihr|welche|wie ..2 bestellnummer|kundennummer|buchungsnummer|telefonnummer|handynummer|auftragsnummer|vorgangsnummer|buchungscode|geburtsdatum|iban|kontonummer|anschrift|rechnungsnummer|vertragsnummer|sendungsnummer|mailadresse|postleitzahl|adresse|nachname|name|zahlernummer|ticketnummer|rufnummer|email
	bestellnummer|kundennummer|buchungsnummer|telefonnummer|auftragsnummer|vertragsnummer|sendungsnummer|postleitzahl|rechnungsnummer|geburtsdatum ..3 bitte|hier|ist|lautet|haben|hast|nennen|durchgeben|schreiben|mitteilen|verraten
	wie|unter heissen|lautet|welchem|welcher
	deja|dejarnos|dejenos|nos|deje|diga|digame|indica|facilita|pasa|pase|manda|mande|envia|comparte|escribe|ponga|puede|podria|necesito|necesitamos ..6 numero|correo|telefono|direccion|dni|localizador|pedido|email|nombre|apellido|apellidos|datos|codigo|postal
	cual|cuales es|son ..2 su|tu|el|sus|tus ..3 numero|correo|telefono|direccion|dni|localizador|email|nombre|apellido|codigo|pedido|datos
	que|cual ..1 numero|correo|telefono|direccion|nombre
	mind sharing|giving|telling|sending|posting|confirming|leaving|dropping ..6 {nr}|{datum}|details|account|address|phone|number|name|contact
	need|require|want|take|use|get|like ..2 your|the|an|a|some ..3 {thing} {nr}
	{ask} ..3 your|the|a|an ..3 {datum}|surname|postcode|login|username|birthday|phone|mobile
	your|the|full|just ..2 surname|postcode|address|email|{datum} ..4 do|will|please|helps|help|suffice|enough|fine|needed|required
	{thing} {nr} ..1 would|will|is|helps|help|please ..3 help|do|enough|needed|find|great|suffice|useful|required|and
	know|have|get|see|ask ..1 the|your ..2 date of birth
	date of birth ..2 on|please|and|or|would|is
	picture|photo|screenshot|copy|scan|image ..2 of ..2 your|the ..2 bill|invoice|passport|id|card|ticket|receipt|contract|statement|licence|license|label|account|letter|order|confirmation
	once|when|if|after|soon|until i|we|you ..2 have|get|know|send|give|share|add|see|told ..3 {thing}|{datum}|login|name|address|number|phone|mobile|details ..1 {nr}|name|on|here|$
	without ..1 the|your|an|a ..1 {thing}|{datum} ..1 {nr} ..6 can|unable|not|add|need
	who|which|what ..3 is|am|are ..2 account|contract|policy|booking|card|line ..1 holder|name|in|under|on
	street|house|flat|postcode|road ..2 and|or ..1 house|number|town|postcode|street|city
	which|what street|road|house|flat|postcode|number
	where|which ..2 do|are|did|is you|it|that|your ..2 live|located|delivered|registered|address
	your name ..1 and
	your|full|the name and address|number|postcode|dob|date|phone|email
	comment|reply|answer|post|leave|put|write|drop ..3 your|the ..2 number|details|name|address|reference|info|information
	your|the ..1 details ..3 comments|comment|here|below|reply|thread
	number ..1 i|we can|could ..1 reach|call|ring|use
	ring|call|reach|phone|text|contact ..1 you on|at|under|by|back $
	ring|call|reach|phone|text you ..4 what|which|number
	best|good ..2 way|number|time ..2 reach|call you ..1 on|by
	digits|numbers|characters of ..2 card|account|number|phone|iban
	read ..2 me|us|out ..3 number|code|reference
	what|which ..1 is|was|are ..2 it|that|this|they ..2 order|booking|account|registered|under|called|listed
	brauche|brauchen|benotige|benotigen|haben|bekommen|erfahren|kriegen|verraten|verratst|gib|gebt|geben|nenn|nenne|nennt|schick|schicke|sag|sagen|sende|teile|teil|poste|schreib|schreibe|hinterlassen|hinterlass ..6 bestellnummer|kundennummer|buchungsnummer|email|mailadresse|adresse|telefonnummer|handynummer|handy|auftragsnummer|vorgangsnummer|buchungscode|geburtsdatum|iban|kontonummer|namen|anschrift|nummer|postleitzahl|hausnummer|rufnummer|vertragsnummer|sendungsnummer|rechnungsnummer|nachnamen|personalausweis|zahlernummer
	unter|auf ..1 welcher|welchem|welche|welchen ..1 nummer|namen|adresse|email|anschrift
	hausnummer|postleitzahl|wohnort ..2 bitte|und|oder
	strasse und ..1 hausnummer|wohnungsnummer|ort|nummer
	wo ..1 wohnen|wohnst|wohnt
	^ wohin ..1 ging|geht|sollte|soll|wurde
	wie ..1 heissen|heisst|lautet
	darf|durfen|kann|konnten|konnte|konntest|kannst|wurden ..2 ich|wir|sie|du|mir|uns ..6 nummer|kundennummer|bestellnummer|namen|adresse|email|anschrift|telefonnummer|geburtsdatum|postleitzahl|rufnummer|handynummer|buchungsnummer|vertragsnummer
	me|nos ..1 dice|dices|da|das|pasa|pasas|facilita|facilitas|deja|dejas|indica|indicas|confirma|confirmas|puede|puedes|podria|podrias|manda|mandas|comparte|escribe|pone ..6 numero|correo|telefono|direccion|dni|nie|localizador|pedido|email|nombre|apellido|apellidos|datos|codigo|referencia|movil|contacto|matricula|contrato|factura
	pongame|ponganos|ponme|digame|diganos|dime|dinos|dame|danos|deme|denos|dejeme|dejenos|dejame|dejanos|mandeme|mandame|envieme|enviame|pasame|paseme|indiqueme|indiquenos|indicame|confirmeme|confirmenos|escribame|facilitenos|faciliteme|comparta|responda|conteste|indique|confirme|facilite|escriba|anote|comente|ponga|publique ..6 numero|correo|telefono|direccion|dni|nie|localizador|pedido|email|nombre|apellido|apellidos|datos|codigo|referencia|movil|contacto|contrato|factura
	necesito|necesitamos|necesitaria|hace falta|falta ..5 numero|correo|telefono|direccion|dni|nie|localizador|email|nombre|apellido|apellidos|datos|codigo|referencia|movil|contrato
	a nombre de
	a que|cual nombre|direccion|numero|telefono|correo
	en que|cual calle|direccion|ciudad|numero
	donde ..1 vive|vives|reside|residen
	que|cual ..2 numero|correo|telefono|direccion|nombre|apellido|codigo ..2 tiene|es|uso|utilizo|esta|pedido
	if you ..2 add|post|share|leave|give ..1 it|that|them ..1 here|below
`)

// declines: "please don't post your booking number here".
var declines = compile(`
	pay|pays what
	show ..1 the|your|any driver|conductor|counter|desk|crew
	call|ring the|our counter|desk|branch|shop|store with
	our list
	docs mention
	as i type
	left|leaving|leaves|left out the
	leaving out
	the|a|real|correct|larger|new|right|current number ..1 around|on our|of
	which road|stop|platform|exit|junction
	sus|tus datos ..1 se quedan|guardan|borran
	al apuntar|tomar|pasar
	name|code|number ..1 at|an|to|in|to the|der|our? ..1 door|desk|till|gate|counter|reception|rezeption|kasse|theke
	an|in der rezeption|kasse|theke|tur
	which number
	not ..2 share|post|send|put|give|include|tell|write|reply|publish|need|have
	never
	without
	no account|order|booking|card|personal
	avoid
	instead of
	rather than
	nicht
	keine|keinen
	no publique|comparta|escriba|ponga|dar|tiene
	sin
	no need
	do|please not
	needn
	take|delete|remove|hide|keep|leave|edit ..4 down|out|off|from|private
	may want to
	anybody|everyone|everybody|anyone can
	visible
	nothing
	nobody
	i|we have|will|am|are|would ..1 ask|asking|asked|never|passed|added|put|opened|see|seen|let|sent|need|tell|check|found
	nie|niemals
	nunca
	so|that you ..1 not|need
	loschen|nehmen|entfernen
	borre|elimine
	not|never|nicht|nie|nunca|no|rather|instead ..2 than|of|en|in? ..1 here|public|publicly|hier|offentlich|aqui|abierto|post|thread|comments|comment
	give|drop us|me|them a call|ring|shout
	flight|train|store|stores|branch|model|part|seat|room|coach|bus|route|error|version|product|item|gate|machine|shop|restaurant|hotel|station|platform|style ..1 number|numbers|address|name|code|id
	name|address|number of ..2 store|artist|track|song|branch|restaurant|product|item|movie|show|game|hotel|shop|driver|colleague|agent|person|station
	delete|deleting|remove|removing|hide
	i|we ..1 will|have|am|are ..2 messaged|message|dm|ask|written|write you ..1 for
	flight|train|store|branch|model|part|seat|room|coach|bus|route|order? ..1 number|version ..1 of
	on|in|at what|which phone|device|computer|app|browser|version|model|town|city|station|day|time
	which|what phone|router|model|device|version|town|city|station|shop|branch|store|size|day|flight|train|bus|game|browser|app|plan
	messaged|asked|messaging|asking you ..1 for
	which|what date !of
	por|con correo
	die|der|ihre|ihren|deine|deinen|eure ..1 adresse|anschrift|mailadresse|name|namen|telefonnummer|rufnummer|kundennummer|rechnungsnummer|vertragsnummer|bestellnummer|sendungsnummer|buchungsnummer ..1 andert|andern|anderst|steht|stehen|findet|finden|findest|bleibt|gilt|ist|lautet
	cambiar|modificar|corregir|actualizar ..1 el|la|su|tu|sus|tus nombre|direccion|correo|telefono|email|datos
`)

// publicly names a public place outright.
var publicly = compile(`
	dm|message|private|privately works|is|also|ok|okay ..1 too|fine|also|well|possible
	here
	below
	publicly
	comments
	reply to this
	respond to this
	as|in a reply|comment
	hier
	unten
	aqui
	abajo
	in|on|to this|the|our|a|your ..1 comments|comment|thread|replies|reply|channel|post|wall|timeline|tweet
	underneath
	en los comentarios
`)

// privately names a private place.
var privately = compile(`
	dm
	dming
	dmed
	direct message|messages|messaged
	private|privately
	privat|private|privater|privaten
	privado|privada
	direktnachricht
	nachricht
	mensaje directo|privado
	inbox
	message|msg us|me|you|we|i|button|link
	message ..3 with|from|to
	by|via|in|through|over|per|into ..2 dm|message|messages|email|phone|chat|form|mail|private
	email us|me
	call|ring|phone us|me
	form
	chat
	#link
	#email
	pm us|me|you
	by|via pm
	messaged|written|writing|messaging|dmed|texted|emailed ..1 to? you
	sent ..1 you
	privatnachricht|privatnachrichten|pn|dn|postfach|posteingang
	direktnachrichten|privatchat|nachrichten
	mensajes|mensaje privados|directos|privado
	por ..1 privado|dm|md|interno
	bandeja
`)

// near reports a match in the sentence of token i or the one before.
func (s *phrases) near(t text, i int) bool {
	at := t.tokens[i].sentence
	for j, token := range t.tokens {
		if (token.sentence == at || token.sentence == at-1) && s.matchAt(t, j) > 0 {
			return true
		}
	}
	return false
}

func (s *phrases) inSentence(t text, i int) bool {
	for j, token := range t.tokens {
		if token.sentence == t.tokens[i].sentence && s.matchAt(t, j) > 0 {
			if j > 0 && negates[t.tokens[j-1].word] || j+1 < len(t.tokens) && t.tokens[j+1].sentence == token.sentence && negates[t.tokens[j+1].word] {
				continue // "not here", "aquí no"
			}
			if j > 0 && (t.says("dm") && t.tokens[j-1].word == "us") || j > 0 && t.tokens[j-1].word == "are" {
				continue // "DM us here", "we are here"
			}
			return true
		}
	}
	return false
}

var negates = wordSet("not never nicht nie nunca no than of")

// before reports a match among the four words before token i, or from there up
// to end.
func (s *phrases) before(t text, i, end int) bool {
	for j := max(0, i-4); j < end-1; j++ {
		if t.tokens[j].sentence == t.tokens[i].sentence && s.matchAt(t, j) > 0 {
			return true
		}
	}
	return false
}
