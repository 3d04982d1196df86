package check

func blamesCustomer(r *reading) string {
	found := blameCustomer.findUnless(r.reply, blameExceptions)
	if found == "" {
		found = r.lectures()
	}
	return broken(found, "never put it on the customer; say what we will do about it")
}

var blameCustomer = spoken(`
	is|are there to|for catch|catching|prevent|preventing|avoid|avoiding|show|rule
	keeps|keep|stops|prevents|avoids that|this|it from happening
	como ..1 casi? todos|todas los|las ..1 *
	{people} who|that ..8 sail|sails|breeze|stroll|walk|glide|rarely|seldom|hardly|avoid|straight
	{people} who|that come|arrive|book|order|check|ask|turn ..3 early|ahead|hours|sooner
	~ helps|help ..4 when|if {people}|you
	fecha|hora|horario|plazo|precio|condicion|cargo|limite|tarifa ..2 viene|venia|figura|figuraba|aparece|aparecia|pone|ponia|esta|estaba|indica ..5 poliza|contrato|web|correo|etiqueta|entrada|billete|folleto|app|puerta|pagina
	more often than not
	in most|nine|many cases
	~ gives|give|gave it|that away
	gehoren|gehort ..2 ins|in ..2 *
	we ..1 piped|printed|sent|wrote|made|engraved|used|put|typed|cut|packed|booked|delivered|cooked ..2 what|exactly|as ..3 form|order|ordered|booking|given|written|asked|gave|typed
	best|better taken|kept|used|worn|washed|stored|opened|eaten|handled|left|served
	llevaba|estaba|llevan|llevaban|estuvo ..4 web|cartel|puerta|app|correo|tablon
	maybe|perhaps|probably ..1 have a ..1 peek|look|check|search
	do|try|remember|so do ..1 that|it|this this|next time
	no ..1 pone|ponia ..3 nombre|numero|piso|nada
	pressing|clicking|using|leaving|forgetting|skipping|washing|putting|turning|charging|opening|closing|pulling|forcing ..4 will|tends|causes
	lasst|liesse|hatte sich ..2 vermeiden|verhindern|andern|vermieden
	saves|save|spares|avoids|prevents that|this|these|such|those|you|any ..1 kind|sort|surprises|surprise|trouble|hassle|of
	like|likes|need|needs|want|wants|meant|made|built being|to|for ..1 be ..1 forced|treated|handled|gentle|gently|care|slowly|dry|cool
	pocos|nadie|pocas lo|la|se hacen|hace|leen|lee|saben
	have|had you had ..1 a look|glance|read|peek
	es|pues ..1 que ..1 hay|habia|habria que leer|mirar|revisar|comprobar|fijarse|avisar
	hay|habia que ..2 leer|mirar|revisar|comprobar|fijarse|avisar|llegar
	only ..2 saves|works|counts|applies|registers ..3 when|if|once|after you
	which|that|as most|many|other ..2 users|people|customers|guests ..2 do|know|check|notice|remember
	there|warning|date|time|notice|announcement|change ..1 is|was|were|are ..1 shown|repeated|printed|displayed|announced|marked|signposted|listed|written|posted
	movil|telefono|aparato|equipo de esa|ese|esta edad|tiempo
	people|customers|users|guests ..2 plug|put|connect|press|enter|insert|turn|type|use ..5 wrong
	try|start|begin|worth|by|with reading|checking|following ..1 the|our|your ..1 leaflet|manual|instructions|guide|description|booklet|label|terms
	if you would ..1 switched|turned|told|checked|read|called|asked|booked|ordered|kept|set|backed|saved|followed|updated|registered|signed|chosen|paid|come|arrived|brought|given|let|measured|looked|listened ..14 would|could|might
	wir|ich ..1 empfehle|empfehlen|raten|rate|bitten|bitte ..1 immer|stets|grundsatzlich|generell|daher|deshalb|ausdrucklich
	dann ..1 passiert|ware|passierte ..2 so etwas|was
	dann ..1 passiert|ware|passierte ..1 das ..1 nicht
	das weiss|wei man ..1 doch|ja|eigentlich|schon
	man ..8 besser|lieber|auch nicht $
	you should|could|ought|must to? have !had|been|heard|got|your|a|an|the|this|more|any|received|it|known
	you should not|never have
	you failed|forgot|neglected|refused|omitted|ignored|missed to|the|your|our|it
	own fault|mistake|negligence
	at your end
	you did not actually? read|follow|check|provide|enter|include|give|fill|use|choose|select|leave|pay|complete|allow|update|cancel|bring|show|arrive|ask|tell
	you have not read|followed|checked|provided|entered|included|completed|paid|updated
	you entered|used|chose|selected|typed|provided|gave|gave|ordered|booked|read ..3 wrong|incorrect*|different
	~ because|since|as you did|entered|chose|failed|forgot|waited|missed|left|used|ordered|booked|never|used|arrived|clearly
	^ had you
	you should|could have known|seen|noticed ..1 better|it|that|this
	nobody asked|made you to
	no one asked|made you to
	you ..1 opted|chose|picked|went ..1 for|with the ..1 cheap*|basic|standard|slow*|small*
	for your own good|sake
	if you had|only ..2 read|checked|followed|contacted|arrived|called|paid|asked|told|looked|come|been|booked|updated|given
	if you read|check|look|looked|checked ..6 would|will|you
	~ you would have|know|see ..3 if
	you would have ..1 known|seen|noticed|found|avoided|been|heard
	next time ..2 please? make|read|check|try|remember|arrive|be|allow|leave|call|plan
	in future|the future|going forward ..3 please ..2 make|read|check|ensure|remember|allow|arrive
	user|customer error
	you agreed|accepted to? the|our|this ..1 terms|conditions|contract|rules
	it is|was|is|remains your|the|customer? responsibility|job|duty
	responsible for your|checking|reading
	you must be|have ..1 doing|done|made|entered|wrong|mistaken|missed|used|forgotten|confused|given|changed|left
	you are doing|using ..2 wrong
	~ did you even|actually|really|bother|try|not
	have you even|actually|bothered
	why did not you
	why did you not|wait|leave
	hatten sie
	sie haben ..3 vergessen|versaumt|ubersehen|falsch
	es|fue culpa|error suya|suyo|tuya|tuyo
	su propia|propio culpa|error
	deberia|debio|debia haber
	si hubiera|hubiese leido|revisado
	had you|your|the|this|it|they ..8 would|could|might
	if you had ..8 could|might|would
	~ you ..1 would|could|might have ..6 if|had|by
	you really|definitely|clearly|perhaps|probably? should|ought|need|must|could ..1 have ..1 *ed|read|put|set|made|told|come|left|gone|bought|brought|kept|paid|taken|chosen|done
	best|better|easier|wise|wiser|sensible|advisable|important|essential|helps|help to|if ..1 always|you|arrive|book|check|read|plan|allow|call|leave|order|measure|keep|back ..6 next|before|ahead|early|earlier|first|time|future|beforehand|always|backup|copy|own
	next|another|future time ..1 please|maybe|perhaps|do|you? ..1 could|should|might|may|please? make|read|check|try|remember|arrive|allow|leave|plan|give|book|bring|order|take|use|keep|consider|measure|double
	please|do|be|always ..1 make sure|ensure|remember|check|read|double|careful|be|keep ..8 next|before|in|when|ahead|future|ordering|booking|posting|buying|paying|complaining
	why|that we|is ..1 always|why|strongly we? recommend|ask|advise|encourage|remind|warn
	we|i ..1 always|strongly|do|generally|did recommend|recommended|advise|advised|suggest|warn|warned|tell|ask|encourage ..1 !to|you|that *
	we|i ..1 always|did recommend|recommended|advise|advised|suggest|warn|warned|tell|ask|encourage
	is|are|remains up|down to each|you|every|individual|customers|passengers|users|guests|the !standard|mark|job|task *
	your own? fault|error|mistake|oversight|negligence
	your own choice|decision|doing|responsibility
	you|somebody|someone|they must|may|might|probably|obviously|clearly|seem|appear|apparently|likely|simply|just|did|possibly ..2 to? ..1 have? ..1 missed|forgot|forgotten|overlooked|ignored|entered|mistyped|misread|selected|chosen|chose|put|given|gave|wrong|left|deleted|clicked|typed|confused|opted|agreed|skipped|failed|measured|used|waited
	most|many people|customers|users|cases ..8 mistyped|forgot|forget|wrong|misread|overlook*|ignore|entered|their|user
	you ..1 waited|booked|ordered|contacted|called|applied|arrived|reported|told|complained|missed|left ..3 late|deadline|window|cutoff
	you left|waited it|this|that|us ..1 too
	you ..1 booked|bought|took|chose|picked|ordered ..3 cheapest|basic|saver|budget|lowest|slowest|non
	you ..1 agreed|consented to|with ..2 terms|conditions|contract|this|that
	you ..1 chose|opted|decided ..1 not|against
	you|your gave|entered|provided|typed|filled|put|used|own|chosen|selected ..3 wrong|incorrect|old|incomplete|invalid|different
	there for you to
	easy|clearly|plainly|plain to|marked|stated|signposted|visible|written|shown|displayed|labelled|see|read|for ..1 miss|read|see|on|in|at|you|anyone
	leave|give|allow yourself more|longer|plenty|enough|extra|some
	nobody|no|not ..1 one? forced|made|forces you
	your browser|phone|device|router|wifi|internet|laptop|settings|computer|password|connection|bank is|are|must|may|was|has ..1 probably|simply|just|old|outdated|wrong|at|too|to|the
	your browser|phone|device|router|laptop|software|app is|are|must|may ..2 out of date
	not ..1 read|following|reading|checking|listening|paying ..2 instructions|terms|properly|attention|description|label|email|notice|first|carefully
	sie|du hatten|hattest|hatte|mussten|sollten ..8 mussen|sollen|konnen|beachten|lesen|prufen|informieren|angeben|wissen
	sie|du ..1 haben|hast ..1 wohl|offenbar|anscheinend|vermutlich
	ihr|ihre|dein|deine ..1 schuld|fehler|verantwortung|pflicht|entscheidung
	debio|debia|deberias|debiste|deberia|tenia|tendria ..1 que? ..1 haber leido|revisado|avisado|comprobado|mirado|elegido|contratado|llamado|preguntado|reservado|pagado
	si ..2 hubiera|hubiese|hubieras
	la|proxima|otra ..1 vez ..3 lea|revise|compruebe|llegue|avise|recuerde|llame|procure|reserve
	usted|ud|tu ..2 no ..2 leyo|reviso|aviso|siguio|indico|puso|llego|pago|eligio|acepto|firmo
	es|fue|era ..1 su|tu|culpa|responsabilidad ..1 culpa|responsabilidad|error|suya|tuya|del
	would|could|might have ..1 told|shown|warned|saved|spared|prevented|avoided|explained|helped ..2 you|this|that|it|trouble|all
	not|never ..1 meant|designed|intended|made|built|suitable|recommended|supposed ..1 for|to ..1 be ..1 *n|*ed|used|put|in
	not|never ..1 meant|designed|intended|made|built|suitable|recommended for
	who|whoever|anyone|anybody|people|those ..8 can|must|should|need|has|have ..1 not|hardly|to ..2 expect|complain|surprised|accept|reckon|live
	must|should|can not ..1 be ..1 surprised
	do not ..1 be ..1 surprised
	risk|chance you take|took|run|ran|accept|accepted
	you ..1 knew|were ..1 aware
	common|classic|frequent|typical|popular mistake|error|slip|misunderstanding
	somebody|someone|one ..1 has|have|had ..1 to|not ..1 read|look|check|listen|follow
	~ a? little|bit|moment|minute|second of? ..1 care|reading|attention|planning|patience|thought|common
	common sense
	~ surely you
	wer ..10 nicht ..1 wundern|beschweren|erwarten
	darf|durfen|darfst|muss|mussen|musst ..3 nicht ..1 wundern|beschweren
	selbst|selber schuld
	quien ..10 no ..2 puede|debe|deberia
	no ..2 puede|puedes|puedan ..2 quejar*|extran*|sorprend*
	happens|happen|occurs|occur|arises|leaks|breaks|fails|cracks|shrinks|stops|overheats|fades|jams|caused ..1 when|if|because|where|whenever|by
	tends|tend|likely|apt|prone|known to happen|occur|leak|break|fail|crack|shrink|stop|jam
	to|and|please keep|keeping your|their|one|the|them ..4 up to date|current|updated|handy|safe|charged|clean|dry
	keep|keeping|kept your|their|one|them ..4 up to date|current|updated
	have|take|had|taking a ..2 look|glance|read|moment|second ..3 at|over|through|to ..4 first|before|next|beforehand
	next time you order|book|buy|travel|fly|pay|post|use|wash|ship|shop|move|install
	we|i can|could|will ..1 only ..1 send|deliver|go|work|use|act|ship|charge|help|post|hand ..3 where|what|with|if|when|on|to ..2 you|your|customers|account|given|told|have
	you ..1 overfill*|misus*|mistyp*|misread*|overload*
	care|attention|thought|planning|preparation|reading ..8 would|could|might have|not
	glance|look|check|quick|simple|read|search ..6 would|could|might have ..2 avoid*|prevent*|told|sav*|show*|spar*|solv*|help*|answer*
	you ..1 confirmed|approved|verified|submitted|authorised|authorized|accepted|ticked|entered|typed|signed ..4 yourself
	pity|shame|wish|unfortunate|unlucky|unfortunately ..2 you ..1 did|had|have|were not
	you|customer ..1 did|had|have not ..3 get|got|come|reach|contact|call|tell|told|report|reported|mention|raise|raised|let ..6 sooner|earlier|before|straight|immediately|first|time|then
	had|if we|i|the|our ..1 been|had|team|driver|known|heard ..2 told|known|informed|notified|asked|warned|made|heard|about|of|that ..10 would|could|might
	customers|buyers|passengers|users|people|guests|customer|buyer|whoever|visitors|members|parents|shoppers|travellers ..2 are|is|were|was ..1 asked|expected|advised|required|reminded|requested|responsible|supposed|told|encouraged|obliged|urged|recommended
	it was|is the ..1 buyer|customer|user|passenger|sender|holder|guest who|that
	typed|entered|supplied|provided|given|chosen|selected|booked|ordered|requested|submitted ..2 by the? ..1 you|customer|buyer|yourself|user|sender|passenger|guest
	as|like the|it|our|every ..3 {docs} says|said|states|explains|shows|tells|warns|asks|recommends|advises
	if|unless|when people|customers|you|users|guests|passengers|one|someone ..2 do|does|did not ..2 read|check|follow|keep|close|update|tell|call|measure|listen|book|pay|reply|respond|arrive|bring
	address|details|email|number|card|name that|which is|are|was ..2 out|wrong|old|incorrect|incomplete|misspelled|mistyped
	you will|must|may|might|seem ..2 have ..1 forgotten|missed|overlooked|mistyped|misread|skipped|entered|chosen|deleted|ignored|misplaced|selected|pressed|clicked
	you were|are|had|have ..1 been? told|asked|advised|warned|reminded|informed|instructed ..1 to ..1 check|read|update|keep|bring|arrive|confirm|measure|allow|follow|make|avoid|register|provide|close
	~ you ..1 ought|need|should|must|have to? keep|take|pay|show|make your|them|the|it|better|more|greater|care|sure|some
	you|people|customers|everyone ..4 be|been ..2 careful
	more careful next|with|about|in
	you|your|customers ..2 responsible
	responsibility ..2 with|on|of|for you|the|your|customer
	has|have|had|must to be ..1 activated|registered|cancelled|closed|charged|paid|booked|requested|reported|collected ..2 by|before|within|at ..1 you|the|least
	not ..1 covered ..2 if|when|by|because ..2 you|misuse|wear|water|accidental
	improper|incorrect|inappropriate use|handling|installation|storage|washing|care|usage
	you|customers|users|people ..2 often|usually|sometimes|always|regularly forget|miss|overlook|skip|ignore|enter|mistype
	you|he|she ..1 was|were ..3 late|early for|at|to
	too ..1 late for|to ..3 boarding|gate|appointment|collection
	you ..1 were|was|are|had ..1 not ..1 at|in home|there|when|in
	no one|body|answer|reply was|were|at|when|in ..1 home|in|there|door|address|bell
	hatten|sollten|mussen|mussten|durfen|hattest|solltest|musst|haben|hast sie|du ..8 beachten|beachtet|gelesen|lesen|prufen|gepruft|angegeben|eingegeben|vorher|rechtzeitig|aufpassen|achten|aktualisiert|nachgesehen|fruher
	bitte ..2 achten|prufen|beachten|lesen|kontrollieren|uberprufen|aktualisieren
	kunftig|zukunftig|nachstes|nachsten ..8 bitte|achten|prufen|lesen|fruher|genauer
	sie|du|kunde|kunden ..3 verantwortlich|versehentlich|irrtumlich
	von|durch ihnen|sie|dir ..3 eingegeben|angegeben|gewahlt|verursacht|bestatigt|ausgewahlt|bestellt|gebucht
	ihre|ihren|ihrer|ihrem eingabe|angabe|angaben|versaumnis|versehen|unachtsamkeit
	bedienungsfehler|anwenderfehler|eingabefehler|fehlbedienung|unsachgemass*|eigenverschulden
	anleitung|beschreibung|agb|etikett ..3 steht|stand|lesen|beachten|ergibt|hatte
	zu heiss|spat|stark|lange|fest ..3 gewaschen|gemeldet|gebucht|storniert|bestellt|geladen
	la proxima vez ..2 fijese|fijate|mire|mira|asegurese|asegurate|revise|lea|avise|llame|compre|elija
	usted|ud|tu|cliente|clientes ..3 responsable|responsabilidad|debe|deben|tiene|tienen|tenia|debia|debio ..3 revisar|comprobar|leer|avisar|llegar|asegurarse|cancelar|facilitar|indicar|haber|actualizar
	su|tu ..1 culpa|descuido|despiste|olvido
	no nos? leyo|comprobo|aviso|cancelo|siguio|indico|actualizo|facilito
	ha|han|has|haber ..1 introducido|escrito|puesto|elegido|seleccionado|facilitado|indicado|marcado ..3 mal|mala|erronea|erroneo|equivocado|equivocada|incorrecto|incorrecta
	mal uso|uso|introducida|escrita|indebido
	uso indebido|incorrecto|inadecuado
	la|los|el direccion|datos|fecha|nombre que ..1 nos? ..1 dio|puso|indico|facilito|escribio|introdujo
	+ with|a ..3 more|little|bit ..1 care|attention|thought ..8 would|could|might ..1 not
	+ had we|i ..1 been told|informed|asked|notified ..10 would|could|might
	+ you were ..1 told|asked|advised|reminded ..1 to ..1 check|read|update|keep|bring|arrive|confirm|measure|register
	+ please|do|always|kindly ..1 check|read|ensure|verify|measure|review ..4 before ..1 order*|book*|buy*|pay*|confirm*|post*|complain*|submit*
	haben|hast ..2 sie|du ..3 falsche|falschen|falsches|falsch
	blick|lesen ..5 hatte|hatten|hilft|genugt ..2 geholfen|gereicht|gezeigt|verraten|genugt
	seguramente|probablemente|quiza|quizas ..2 eligio|puso|marco|escribio|olvido|selecciono|pidio
	la|lo|los|las puso|escribio|eligio|indico|dio|marco|pidio|facilito ..1 usted|ustedes|tu
	error|fallo|culpa|equivocacion fue|es|ha ..2 suyo|suya|tuyo|tuya|de
	se leyo|fijo|aseguro
	leyo|comprobo ..2 bien
	conviene|convendria|recomendamos|aconsejamos ..1 siempre? revisar|comprobar|leer|mirar|avisar|llegar|reservar
	sie|du ..4 selbst ..2 eingegeben|gewahlt|angegeben|verursacht|bestellt|ausgewahlt|verantwortlich|gebucht|bestatigt
	~ that is what happens|you ..1 get|when|if
	auf ihrer seite
	help|helps|pays|worth|wise ..1 to ..6 before|first|again|ahead|beforehand|early|twice
	+ were|was|are|have|had you ..1 perhaps|maybe|possibly|by
	vielleicht|womoglich|eventuell|moglicherweise haben|hast|hatten|waren sie|du
	haben|hast ja|wohl|doch sie|du ..1 *
`)

// blameExceptions take the customer's side with the same words.
var blameExceptions = compile(`
	stops|stop|fails|leaks|breaks when|if|where|because its|our|the|we|two|there
	there is a|an|another printed|english|second|new
	when everyone|everybody|many|we|our|it|demand|they
	in most cases ..8 our|we|us|same|next|within
	helps|help ..2 us ..3 when|if you|people|somebody|someone|customers ..2 tell|say|write|point|speak
	that|than|which|film|so|all|what|everything|where ..2 you could have
	than|more|most|longer you would|could|might have
	website|page|app|site|form|label|sign|confirmation|menu ..1 still|should|ought|now|will|once|alone ..2 *
	with|on|from|in our own?
	pulling|checking|booking|putting|turning ..1 the|your|it|them ..4 and
	when|where|what|which|as|after|though|although you chose|ordered|asked|booked|picked|chosen
	off|before|ahead|earlier|minutes|hours would|could|might have
	you could have ..1 walked|wept|cried|screamed|flown|done|heard|slept|driven|cycled|swum|run|crawled
	sie|du hatten|hattest|hatte ..8 von uns|mir
	sie|du hatten|hattest ..8 horen|erfahren|bekommen|erhalten mussen|sollen
	you must know ..6 by heart
	you should have had|heard|received|got|gotten|been|experienced|a|an|better
	you should have ..1 a|an|our|my ..1 message|reply|answer|call|dm
	you could|must have ..1 had|been|felt|feel|a
	you should|could ..2 to? have received|had|a|been|heard|got|better
	you must have ..1 been|felt|had|hoped|wanted|needed|waited|looked|worried
	you must be|have been? so|very|really|exhausted|frustrated|tired|worried|upset|furious|disappointed|had|felt|a
	please make sure|ensure|remember ..2 to ..2 dm|message|keep|keep
	did you really|not|try|actually ..2 have|get|hear|wait|manage
	you missed|forgot your|the|it
	you should|must|ought|could|would ..2 not|never ..1 have|need
	you should|ought|would|could ..1 have ..2 had|heard|got|received|been|gotten|seen|expected|to
	you ..1 should|must ..1 ..1 get|see|hear|find|now|soon|be|receive
	no|nothing|not|through|never ..3 your ..1 fault|doing|mistake|error|choice|responsibility
	none of
	is|be|are up to you
	if you ..1 have|had
	if you ..1 read|checked|called|look ..2 this|in|your|message ..8 will
	if|could|would you ..1 let|give|gave|come|told|tell|ask|asked|contacted ..3 me|us|them|in|by
	make sure ..1 you|we|that|it ..3 are|get|have|do|never|not|hear|keep|reach|this|so
	have you ..1 tried|had|already|got|heard
	you ..1 were|are|have|had ..1 been? ..1 left|told|kept|given|sent|made|let|asked|passed|waiting
	you left|had|arrived|came|got ..2 with|in|without|home|to ..2 tears|hungry|nothing|anything|our|us
	you|must|may have ..1 been|felt
	you paid|ordered|booked|bought|chose|picked|asked|wanted for|us|a|and
	the ..4 you ..1 booked|ordered|paid|bought|wanted|chose|need|picked
	to|from|at|on your ..1 end|side ..2 of
	best|better ..1 ..1 time|way|number
	your ..2 own ..2 time|pace|home|words|line|account|room|bed|house
	wenn|falls sie|du ..3 mogen|mochten|haben|hast|noch|wollen
	deberia|tendria|debia ..1 haber? ..1 ser|recibido|tener|sido|esperar|tenido|llegado
	no|nunca ..1 deberia|debia
	sie|du sollten|solltest|sollte ..2 nicht|nie ..4 mussen
	deberia|tendria ..1 que? ..1 haber ..1 sido|llegado|funcionado|pasado
	we|i|our|they|somebody|someone|message|call|email|text|word|warning|reply|answer ..4 would|should|could|might have
	not|never ..1 meant|designed|intended|made|supposed to ..1 be? ..1 do|happen|work|break|leak|like|this|that|feel|smell|arrive|take|end|go|look|so|left|kept|treated|stuck|ignored|broken|late|delayed
	not|never ..1 meant|designed|intended|made for ..1 you|anyone
	your|you|still|wrong|wrongly|if|what|which|whether {docs}
	what|that|it|this happens ..3 next|now|then
	with|we|i|deserve|deserved|deserves ..3 more? ..1 care|attention|thought
	let you knew|know
	what|whatever|tell|hear|why|how|if ..3 happens|happen
	you ..1 everything|all right
	check|checking ..2 message|messages|inbox|dm|post|private|chat|with|again
	i|we will|am|are|have|can|let|me|us|would|should ..2 check|read|keep|make|confirm|verify
	please|you|could|do ..3 check|confirm ..3 it|whether|if|the|light|router|cable|version
	nothing|not|no ..3 you ..3 done|did|could|wrong

	you did ..4 we|our|us
	you ..2 did|done nothing wrong
	a|an|something|what|thing|for ..2 you did not
`)
