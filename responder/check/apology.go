package check

func conditionalApology(r *reading) string {
	return broken(conditional.findUnless(r.reply, unconditional),
		"an apology with an if is none; apologise for what happened to them")
}

var conditional = spoken(`
	sorry|apolog*|regret ..6 if|should|whenever|unless
	sorry|apolog*|regret ..4 any ..2 inconvenien*|trouble|frustration|upset|distress|confusion|issue|issues|problem|problems|delay|delays|disappointment|offence|offense|hassle|misunderstanding
	sorry|apolog*|regret that? you feel|felt|think|thought|believe|perceive*|found|see|consider|interpret*|took
	sorry|apolog*|regret ..3 how|way you feel|felt|perceive*|see|took|interpret*
	sorry|apolog*|regret ..3 may|might have
	sorry|apolog*|regret ..4 perceived|alleged|supposed
	sorry|apolog* ..4 but you
	if|should ..6 caused|cause|causes|upset|offended|inconvenienced|offend ..10 sorry|apolog*|regret
	if ..6 inconvenien* ..8 sorry|apolog*|regret
	if you feel|felt|were|think|are ..10 sorry|apolog*|regret
	if we|i|it|there|this|that|anything|anyone ..10 sorry|apolog*|regret
	^ should we|i|it|there|this|that|anything|anyone ..10 sorry|apolog*|regret
	for any inconvenien* ..5 caused
	any inconvenience this|that|it|we may|might
	sollten|falls|wenn ..12 entschuldig*|bedauern|leid
	tut|es leid|uns ..3 wenn
	lamentamos|disculp*|siento|sentimos|perdon ..6 si|cualquier|posibles|eventuales
	si ..10 lamentamos|disculp*|sentimos|siento
	{sorry} ..3 you|your ..2 are|were|was|feel|felt|find|found|got|left ..2 unhappy|dissatisfied|offended|displeased|unsatisfied|annoyed|hurt by|with|about|at|over
	{sorry} ..3 you|your ..2 are|were|was|feel|felt|find|found|got|left ..2 unhappy|dissatisfied|offended|displeased|unsatisfied
	{sorry} ..3 you|your ..2 disappointed|frustrated|upset|annoyed by|with|about|at|over
	{sorry} ..3 you ..1 did|do|were|are not ..1 like|enjoy|satisfied|happy|feel|find|meet
	{sorry} ..3 you|your ..1 feel|felt|think|believe|perceive*|consider|interpret*|took
	{sorry} ..5 should ..8
	{sorry} ..3 in case|as|whenever|whether|insofar|wherever|where|unless
	{sorry} ..3 that|our|the|this|it ..6 may|might|could ..1 have ..2 *ed|been|felt|left|made|put|come|given
	{sorry} ..3 come|came|comes across
	{sorry} ..3 seem|seemed|seems
	{sorry} ..3 for ..1 any
	{sorry} ..3 any
	extent|degree that|to|this|it ..10 {sorry}
	if ..14 we|i|please|then ..1 {sorry}
	if|whether that|this|it|we|our|i|the|your|anything|anybody|anyone|you ..12 {sorry}
	^ should that|this|it|we|our|i|the|your|anything|anybody|anyone|you ..12 {sorry}
	entschuldig*|bedauern|leid|bedauere|verzeihung ..8 falls|etwaige|etwaigen|eventuelle|eventuellen|mogliche|moglicherweise|eventuell
	entschuldig*|bedauern|leid|bedauere|verzeihung ..6 sollte|sollten sie|ihnen|das|dies|dadurch|dir|hierdurch|etwas|unser|unsere
	sollte|sollten|falls ..14 entschuldig*|bedauern|leid|bedauere|verzeihung
	tut|tate ..3 leid ..3 dass|wenn sie|du ..6 empfinden|empfunden|empfindest|fuhlen|gefuhlt|unzufrieden|sehen
	{sorry} ..1 you ..2 had to feel
	disculp*|sentimos|siento|lamento|lamentamos|perdon|molestias|inconvenientes ..10 haya|hayan|hubiera|pudiera|pudiese|pueda|puedan|podido ..1 podido|ocasionado|causado|ocasionar|causar|molestado
	disculp*|sentimos|siento|lamento|lamentamos|perdon ..6 si|cualquier|posible|posibles|eventual|eventuales
	si|en ..12 disculp*|sentimos|lamentamos|perdon
	disculp*|sentimos|siento|lamento|lamentamos ..3 que ..2 se ..2 sienta|sientan
	if|where|wherever|whatever ..14 we|i|please|then ..3 {sorry}
	{sorry} that? it|this|that felt|landed|came|seemed|sounded|looked|read|appeared
	{sorry} ..5 took|taken|takes ..2 offence|offense|wrong|personally|badly
	{sorry} ..3 how|way|manner this|that|it|we|you ..2 landed|came|sounded|received|heard
	{sorry} ..3 experience|visit|stay|service|product|order|we may|might not ..4
	{sorry} ..3 not|less ..1 to|up your|the ..2 liking|taste|expectations|satisfaction
	sorry|apolog* ..3 potential|possible|perceived|apparent|supposed|alleged
	insofar|inasmuch ..12 {sorry}
`)

// unconditional are apologies followed by an offer: "sorry about that, if you
// send us a message …".
var unconditional = compile(`
	if|should you can|could|would|will|send|dm|message|want|need|like|wish|prefer|get|let|have|still|share|give|drop|email|call|write|pop|tell|are|follow|reply|contact|click|ever|do|say
	if that|it|this works|helps|suits|is
	if there is anything|something|more
	if we|i can|may|could
	if possible|not|so|needed
	it|that|this|they|you|we|things|anyone|nobody|yours should
	falls|wenn sie|du uns|mir|noch|mogen|mochten|wollen
	si nos|desea|lo|prefiere|puede|quiere|necesita|le|me|te
	if|should i|we|it|they|you|this|there|things|that|anything not|understood|remember|read|hear|see|were|happened
	{sorry} ..6 should|could have ..2 been
	{sorry} ..6 should|could|may|might|would not
	{sorry} ..8 where|wherever you|are|is|the|your|it
	{sorry} ..2 in case|as
	should|could have ..1 *ed|been|had|gone|come|told|got|let|done|heard|kept|made|given
	should not
	{sorry} ..1 you did|do|were|are not ..1 get|hear|have|receive|hear|see
	if anything|needed|you|it|that|need
	should|may|might|could be|know|already|also|soon
	if you|it|that|your ..6 please|dm|message|i|we|let
	any|if|should|where|whatever ..6 dm|message|tell|let|call|write
	{sorry} ..4 any ..2 parent|one|body|customer|guest|family|passenger|patient|child|traveller
	{sorry} ..6 you|your ..3 not ..2 even|once|yet
	wenn|falls sie|du|es ..4 mogen|mochten|wollen|passt|noch
	si ..3 puede|quiere|prefiere|necesita|nos|me
	{sorry} ..2 we|i|that|it ..2 made|left|let|gave *
`)
