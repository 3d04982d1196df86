package check

func conditionalApology(r *reading) string {
	return broken(conditional.findUnless(r.reply, unconditional),
		"an apology with an if is none; apologise for what happened to them")
}

var conditional = spoken(`
	sollte|sollten ..10 verzeihung|nachsicht
	{sorry} ..4 how|way you|he|she|they|mum ..1 experienced|saw|read|took|lived|remember|came|perceived|see
	{sorry} ..3 feeling|impression|taste|memory|memories|picture|sense you|he|she|they ..1 came|left|have|had|got|took|were|carried
	{sorry} ..4 who|anyone|all ..1 took|read|saw|understood|found|felt ..4 way|so|that|it
	{sorry} ..3 experienced ..4 that|this way|manner|like|so
	{sorry} ..3 came|comes ..1 over|across
	leid|bedauern|bedaure|bedauere|entschuldig* ..3 dass|wenn sie|du|ihr ..4 so ..1 erlebt|erlebten|empfunden|wahrgenommen|erfahren|gesehen|verstanden|aufgefasst
	siento|sentimos|lamento|lamentamos ..2 que ..4 viv*|llev*|percib*|sac*|qued*|tom* ..5 manera|forma|asi|sensacion|impresion|sabor|idea
	+ {sorry} ..1 if you took|felt|feel|found|misread|thought|perceived|misunderstood|minded
	+ ^ if your|he|she|they|anyone|someone|somebody|a|the ..3 was|were|did|felt|has|had ..8 {sorry}
	{sorry} ..5 read|reads|sounded|sounds|came|comes|landed as|like|across|rude|cold|harsh
	{sorry} ..3 to? those|anyone|anybody|everyone who
	{sorry} in|on case|occasions
	anyone|anybody|those|everyone|everybody who ..10 {sorry}
	{sorry} ..10 to|up your|the liking|taste|expectations
	{sorry} ..12 than|as you ..2 liked|wished|hoped|expected|wanted
	siento|sentimos|lamento|lamentamos|disculp* ..8 agrado|gusto|expectativas
	leid|bedauern|entschuldig* ..8 geschmack|vorstellungen|erwartungen
	sorry|apolog*|regret ..6 if|should|whenever|unless
	sorry|apolog*|regret ..4 any ..2 inconvenien*|trouble|frustration|upset|distress|confusion|issue|issues|problem|problems|delay|delays|disappointment|offence|offense|hassle|misunderstanding
	sorry|apolog*|regret that? you feel|felt|thought|believe|perceive*|consider|interpret*
	sorry|apolog*|regret ..3 how|way you feel|felt|perceive*|see|took|interpret*
	sorry|apolog*|regret ..3 may|might have
	~ sorry|apolog* ..4 but you
	if|should ..6 caused|cause|causes|upset|offended|inconvenienced|offend ..10 sorry|apolog*|regret
	if ..6 inconvenien* ..8 sorry|apolog*|regret
	if we|i|it|there|this|that|anything|anyone ..10 sorry|apolog*|regret
	for any inconvenien* ..5 caused
	any inconvenience this|that|it|we may|might
	tut|es leid|uns ..3 wenn
	lamentamos|disculp*|siento|sentimos|perdon ..6 si|cualquier|posibles|eventuales
	{sorry} ..3 you|your ..2 are|were|was|feel|felt|find|found|got|left ..2 unhappy|dissatisfied|offended|displeased|unsatisfied|annoyed|hurt by|with|about|at|over
	{sorry} ..3 you|your ..2 are|were|was|feel|felt|find|found|got|left ..2 unhappy|dissatisfied|offended|displeased|unsatisfied
	{sorry} ..3 you|your ..2 disappointed|frustrated|upset|annoyed by|with|about|at|over
	{sorry} ..3 you ..1 did|do|were|are not ..1 like|enjoy|satisfied|happy|feel|find|meet
	{sorry} ..3 you|your ..1 feel|felt|think|believe|perceive*|consider|interpret*|took
	{sorry} ..5 should
	{sorry} ..3 in case|as|whenever|whether|insofar|wherever|where|unless
	{sorry} ..3 that|our|the|this|it ..6 may|might|could ..1 have ..2 *ed|been|felt|left|made|put|come|given
	{sorry} ..3 come|came|comes across
	{sorry} ..3 seem|seemed|seems
	{sorry} ..3 for ..1 any
	{sorry} ..3 any
	extent|degree that|to|this|it ..10 {sorry}
	if|whether that|this|it|we|our|i|the|your|anything|anybody|anyone|you ..12 {sorry}
	^ should that|this|it|we|our|i|the|your|anything|anybody|anyone|you ..12 {sorry}
	entschuldig*|bedauern|leid|bedauere|verzeihung ..8 falls|etwaige|etwaigen|eventuelle|eventuellen|mogliche|moglicherweise|eventuell
	entschuldig*|bedauern|leid|bedauere|verzeihung ..6 sollte|sollten sie|ihnen|das|dies|dadurch|dir|hierdurch|etwas|unser|unsere
	tut|tate ..3 leid ..3 dass|wenn sie|du ..6 empfinden|empfunden|empfindest|fuhlen|gefuhlt|unzufrieden|sehen
	{sorry} ..1 you ..2 had to feel
	disculp*|sentimos|siento|lamento|lamentamos|perdon|molestias|inconvenientes ..10 haya|hayan|hubiera|pudiera|pudiese|pueda|puedan|podido ..1 podido|ocasionado|causado|ocasionar|causar|molestado
	disculp*|sentimos|siento|lamento|lamentamos|perdon ..6 si|cualquier|posible|posibles|eventual|eventuales
	si ..12 disculp*|sentimos|lamentamos|perdon
	disculp*|sentimos|siento|lamento|lamentamos ..3 que ..2 se ..2 sienta|sientan
	if|wherever ..14 we|i|please|then ..1 {sorry}
	{sorry} that? it|this|that felt|seemed|sounded|looked|read|appeared ..2 way|so|like
	{sorry} ..5 took|taken|takes ..2 offence|offense|personally|badly
	{sorry} ..5 took|taken|takes ..3 wrong way
	{sorry} ..3 experience|visit|stay|service|product|order|we may|might not
	{sorry} ..3 not|less ..1 to|up your|the ..2 liking|taste|expectations|satisfaction
	sorry|apolog* ..3 potential|possible|perceived|apparent|supposed|alleged
	insofar|inasmuch ..12 {sorry}
	+ ^ if|where|wherever|should|insofar|assuming|supposing|provided we|i|our|it|this|that|anything|anyone|anybody|something|somebody|someone|there|any|what|mistakes ..12 {sorry}
	+ ^ if so|true|that ..6 regrettable|unfortunate|sorry|pity|shame|regret
	+ {sorry} ..4 if|assuming|provided|supposing that|this|it ..2 indeed|happened|occurred|true|so|did|caused|came|upset
	+ {sorry} ..2 if|where|whenever|wherever we|our|he|she|they|anyone|anything|something|the|your ..2 were|was|have|has|had|did|fell|let|caused|made|seemed|came|went|got|took|felt|fail|failed|upset|hurt|offended|put|left|may|might
	{sorry} ..6 assuming|provided|supposing|presuming
	{sorry} to anyone|anybody|those|whoever
	{sorry} ..6 left|leave|gave|give|given|got|had|have|gotten ..3 impression
	{sorry} ..3 with|under the ..1 impression
	{sorry} ..4 of the opinion|view|belief
	{sorry} ..3 you ..1 see|view|take|took|consider|regard it|this|that|things
	{sorry} ..3 you ..1 did|do|were|are|was not ..1 pleased|impressed|content|delighted|keen|enjoy|like|satisfied|happy|appreciate|care|comfortable
	{sorry} ..5 not ..1 live|meet|met|lived|match|come|been ..1 up? to? ..2 your ..2 expectations|hopes|standards|liking|satisfaction|taste|needs
	would|could|can ..1 apologise|apologize|be ..1 sorry|regret ..4 if|but|should|were|had
	{sorry} for|about whatever|whichever
	{sorry} ..4 supposed|perceived|alleged|presumed
	it would|will be ..1 a? pity|shame|regrettable|unfortunate if
	{sorry} ..3 you|your ..3 misunderst*|misinterpret*|misread|mistook
	{sorry} ..4 wrong way
	~ {sorry} ..2 but|however|though ..1 you|this|that|it|we|your
	{sorry} ..2 about|for ..1 your|the ..1 feelings|perception|impression|opinion|view|reaction
	{sorry} ..2 for|about how|what you|he|she|they|mum|your ..2 feel|feels|felt|feeling|perceived|perceive|think
	{sorry} that? you ..1 felt|feel|think|thought ..1 that|like|so|unheard|this|it|our|we|the|there|ignored|let
	{sorry} ..3 you ..1 find|consider|considered it|this|that|our|the|us
	sich|ihnen|dir ..3 falls|sollte|sollten|wenn ..8 unangenehm*|gestort|verletzt|geargert|enttauscht|unannehm*
	{sorry} ..8 any ..3 caused|felt|experienced|suffered|may|might|that|this
	sorry|entschuldig*|verzeihung|pardon ..2 wenn|falls|sollte|sofern|soweit
	tut|tate ..4 leid ..4 wenn|falls|sofern|soweit|sollte|sollten
	wenn|falls|sofern|soweit|sollte|sollten ..14 leid|entschuldig*|bedauern|bedaure|bedauere|verzeihung
	{sorry} ..1 si
	siento|sentimos|lamento|lamentamos|disculp*|perdon|perdone|perdonen ..8 si|caso|posible|posibles|cualquier|pudiera|eventual
	si ..14 siento|sentimos|lamento|lamentamos|disculp*|perdon|perdone|perdonen
	siento|sentimos|lamento|lamentamos ..2 que ..2 te|le|se ..2 sientas|sienta|sientes|sintiera|parezca|parecido|pareciera|parece|percib*|interpret*
	siento|sentimos|lamento|lamentamos ..3 que ..1 lo ..1 vea|veas|perciba|percibas|considere|consideres|interprete
	siento|sentimos|lamento|lamentamos ..3 supuesto|supuesta|presunto|presunta
	bedauern|leid|entschuldig* ..6 vermeintlich*|angeblich*|empfunden*|eventuell*
	leid|bedauern|bedaure|bedauere ..3 dass|wenn sie|du ..4 so ..1 sehen|empfinden|siehst|empfindest|wahrnehmen|fuhlen|fuhlst
	leid|bedauern|bedaure|bedauere ..3 dass ..2 sich|dich ..6 fuhlen|gefuhlt|fuhlst|fuhlt
	eindruck ..3 entstanden|hatten|haben ..8 leid|entschuldig*|bedauern
	leid|entschuldig*|bedauern ..4 eindruck
	+ {sorry} should the|we|our|this|it|that|you|any|anyone|anybody|anything
	{sorry} ..10 may|might ..1 not? have ..2 met|fallen|caused|left|been|felt|gone|upset|*ed
	+ ^ si le|te|les|se|alguien|algo|hubo|ha|hemos|en|nuestro|nuestra|la|el|lo ..10 siento|sentimos|lamento|lamentamos|disculp*|perdon|perdone
	siento|sentimos|lamento|lamentamos ..2 que ..2 no ..2 este|estes|esten|quede|haya|quedara ..2 content*|satisfech*|conform*|agrado
	siento|sentimos|lamento|lamentamos ..2 que ..2 impresion|opinion|percepcion
	siento|sentimos|lamento|lamentamos ..2 que ..1 tenga|tengas|tengan ..2 impresion|opinion|percepcion
	^ if|should the|your|my|he|she|they ..10 {sorry}
	siento|sentimos|lamento|lamentamos ..2 que ..2 se|te ..1 haya|hayas|hayan ..1 sentid*
	+ {sorry} ..2 if it|this|that|there|we|our|anything|anyone ..2 looked|looks|appeared|seemed|seems|sounded|felt|came|any|caused|made|upset
	+ {sorry} ..3 you|your ..1 experienced|perceived|found|took|saw|read|interpreted ..5 as
`)

// unconditional are apologies followed by an offer: "sorry about that, if you
// send us a message …".
var unconditional = compile(`
	a|the date|promise|word|answer|name|label we|you ..1 give|gave|made|get should
	than ..2 should
	should|could|would never|not|have|be *
	y si *
	{sorry} that? your ..3 took so|too|such|hours|days|weeks|months|ages|over|nearly|almost|more|longer|forever|two|three|four|five|six|seven|eight|nine|ten|an|#number
	{sorry} that? your ..2 took the long|wrong
	{sorry} that? you took time|leave|days|a
	is|was|were|are supposed to
	{sorry} that? your ..3 came cold|late|apart|off|without|with|open|empty|broken|damaged|down|to
	if|should you can|could|would|will|send|dm|message|want|need|like|wish|prefer|get|let|have|still|share|give|drop|email|call|write|pop|tell|are|follow|reply|contact|click|ever|do|say
	if that|it|this works|helps|suits|is
	if there is anything|something|more
	if we|i can|may|could
	if possible|not|so|needed
	it|that|this|they|you|we|things|anyone|nobody|yours should
	falls|wenn sie|du uns|mir|noch|mogen|mochten|wollen
	si nos|desea|lo|prefiere|puede|quiere|necesita|le|me|te
	if|should i|we|it|they|you|this|there|things|that|anything not|understood|remember|read|hear|see|were|happened
	{sorry} ..6 should|could|may|might|would not
	{sorry} ..8 where|wherever you|are|is|the|your|it
	{sorry} ..2 in case|as
	if anything|needed|you|it|that|need
	should|may|might|could be|know|already|also|soon
	if you|it|that|your ..6 please|dm|message|i|we|let
	any|if|should|where|whatever ..6 dm|message|tell|let|call|write
	{sorry} ..4 any ..2 parent|one|body|customer|guest|family|passenger|patient|child|traveller
	wenn|falls sie|du|es ..4 mogen|mochten|wollen|passt|noch
	{sorry} ..2 we|i|that|it ..2 made|left|let|gave *
	{sorry} and not only|just
	{sorry} ..2 but i|we ..1 am|are|have|will|can|need|would|do|want
	war|ist|wird das tut
`)
