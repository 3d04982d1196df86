package check

import (
	"slices"
	"strings"
)

// grievances mark a post as a complaint where no verdict is at hand.
var grievances = compile(`
	worst|terrible|horrible|awful|appalling|disgusting|disgrace*|unacceptable|ridiculous|pathetic|useless|shocking|atrocious|abysmal|joke|nightmare|shambles|rubbish|garbage|trash|dreadful|poor|disappoint*|frustrat*|annoy*|angry|furious|fuming|livid|fed|ashamed|shame
	not|never ..3 work|working|works|arrive*|received|delivered|respond*|reply|replied|answer*|help*|load*|open|happy|good|again|acceptable|fixed|resolved|refunded|turned|showed|come|connect*|got|get
	no one|response|reply|answer|help|wifi|internet|service|signal|refund|apology|explanation|idea|luggage
	still no|not|waiting|have|has|down|broken
	lost|missing|broken|broke|damaged|cancelled|canceled|delayed|late|overcharged|charged|double|twice|stuck|stolen|cracked|faulty|defective|leaking|rude|crash*|freez*|buffering|down|outage|locked|hung
	waiting|waited|hold|queue
	complaint|complain|complaining
	refund|refunds
	fail|fails|failed|failing|failure|issue|issues|problem|problems|error|errors|bug|bugs
	why|how ..3 so|always|never|not|no|can not
	thanks for nothing|losing|ruining|cancelling
	fuck*|shit*|sucks|hate|wtf|crap
	scam|ripped|rip|stole|stealing|thieves
	too long|slow|expensive
	kaputt|verspat*|warte*|enttausch*|schlecht*|unverschamt*|nie wieder|funktioniert|verloren|storung
	retras*|perdido|roto|nunca|pesimo|pesima|verguenza|esperando|cancelad*|cobrado|funciona|fatal|horrible
	wrong|leak*|burnt|burned|soggy|cold|mouldy|moldy|rotten|dirty|filthy|mistake|mistakes|incorrect|ignored|ignoring|ignores|stopped|stops|dead|died|empty|fell|torn|ripped|smashed|scratched|dented|soaked|ruined|ruin|spoiled|spoilt|shut|closed|blocked|deleted|erased|wiped|vanished|disappeared|gone|kicked|banned|refuse|refuses|refused|rejected|declined|forgot|forgotten|misled|lied|lies|lying|unhelpful|unfair|overpriced|increase|doubled|tripled|noise|noisy|smell|smells|stinks|stink|sick|stolen|uneatable|inedible|undercooked|raw|hair|mould|mold|bug|beetle|plastic|glass|mess|laggy|lag|lags|unusable|unplayable|spam|spamming|unsubscribe|annoyed|sad|worried|scared|desperate
	again|weeks|days|hours|months ..6 still|no|not|nothing|nobody|never|without|later|late|for
	no|not|without|zero heating|heat|hot|power|water|reply|answer|signal|news|explanation|warning|notice|sign|trace|show|email|callback|call
	nobody|none|nothing|nowhere|neither
	only half|one|two|part|got|arrived
	instead of
	supposed to
`)

// complains reports that an answer to a complaint is expected: whoever
// apologises knows that it is one.
func (r *reading) complains() bool {
	return len(r.reply.tokens) > 0 && (r.complaint || r.action == "" && r.reply.has(regrets))
}

func generic(r *reading) string {
	const note = "this could be said to anyone; name their problem in your own words"
	if r.formLetter() {
		return note
	}
	if !r.complains() && !r.troubled() || specific(r) {
		return ""
	}
	if r.troubled() && !r.post.asks() && !r.commits() && (r.complaint || r.reply.hasAny(regrets, feelings, canned)) {
		return note
	} else if !r.complains() {
		return ""
	}
	short := len(r.reply.tokens) <= fewWords && r.reply.hasAny(privately, regrets, canned)
	if !short && canned.count(r.reply) < cannedBy(len(r.reply.tokens)) || r.reply.ownWords(ownWords) {
		return ""
	}
	return note
}

// cannedBy is how many stock phrases make an answer of so many words generic: in
// a long one a single "DM us" stands beside what was said in our own words.
func cannedBy(words int) int { return 1 + words/30 }

// fewWords is a length below which an answer that names nothing of the post
// says nothing.
const fewWords = 9

var canned = compile(`
	thank|thanks ..3 flagging|raising|reporting|pointing|bringing|highlighting
	value|values ..2 comment|comments|feedback|opinion|views|input|suggestions
	concern|concerns|feedback|opinion|comment|comments|experience|safety|comfort|satisfaction matters|matter
	sorry|apolog* for|about ..3 inconvenience|experience|trouble|this|that|issue|issues
	sorry to hear|read ..1 this|that|about|of
	thank|thanks ..1 for ..2 feedback|comment|comments|message|patience|understanding|contacting|reaching|bringing|letting
	investigating|reviewing|looking ..2 complaint|matter|issue|this|concern|concerns
	pass ..4 feedback|comments|on
	taken|take ..4 seriously
	send us ..2 dm|message
	contact|call our|us|customer
	sorry|apolog* for|about|that ..1 your|this|that|the ..2 experience|trouble|this|that|issue|issues|problem|problems|situation|frustration
	reach|reaching out
	so|and ..1 we|i can ..2 assist|help|connect|follow|look
	further|better assist|assistance|help|details
	here to help
	happy to ..1 help|assist|look|take
	tendremos|tomamos ..3 cuenta|nota
	gracias por ..2 comentario|contactarnos|escribirnos
	vielen|danke ..3 feedback|ruckmeldung|nachricht
	contact|dm|message us|our|me
	please ..1 dm|message|contact
	not ..1 good|ideal|great|the ..3 experience|want|hear|$
	that is|does not ..2 good|great|ideal|sound|right $
	appreciate ..2 letting|telling|bringing|taking|feedback|patience|raising|sharing
	pass|passing|passed ..2 on|along
	make ..1 things|this|it right
	hear you
	thank|thanks for ..2 patience|feedback|telling|sharing|writing|message|note|contacting|letting|flagging|heads
	our|the team will ..1 get|be|look|contact
	more|further|some details|information|info
	looking|look into ..1 it|this|that|things|matter
	want|like|love to ..2 make|help|assist
	get|be|keep in touch
	drop us|me
	das tut uns|mir leid
	lamentamos|sentimos|siento|disculpe|disculpa ..3 molestias|inconvenientes|lo|experiencia|situacion
`)

// specific reports whether an answer names something of the post, asks a
// question about it or gives a practical step.
func specific(r *reading) bool {
	if r.reply.question && !r.reply.has(emptyQuestions) {
		return true
	}
	things := r.post.things()
	for _, t := range r.reply.tokens {
		if telling(t.word) && (r.post.mentions(t.word) || len(t.word) >= 5 && sameThing[t.word]&things != 0) {
			return true
		}
	}
	return r.reply.has(steps) || r.reply.has(listens) || r.sharesNumber()
}

// sharesNumber reports a number from two on that stands in both: the train of
// 7:42, row 14, forty minutes.
func (r *reading) sharesNumber() bool {
	theirs := r.post.numbers()
	return len(theirs) > 0 && slices.ContainsFunc(r.reply.numbers(), func(n string) bool { return slices.Contains(theirs, n) })
}

// numbers are those of a text, be they written as words.
func (t text) numbers() []string {
	var all []string
	if hasDigit(t.raw) {
		all = strings.FieldsFunc(t.raw, func(r rune) bool { return r < '0' || r > '9' })
		all = slices.DeleteFunc(all, func(n string) bool { return n < "2" })
	}
	for _, token := range t.tokens {
		if n := numberWords[token.word]; n != "" {
			all = append(all, n)
		}
	}
	return all
}

var numberWords = map[string]string{
	"two": "2", "twice": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"zwei": "2", "drei": "3", "vier": "4", "dos": "2", "tres": "3", "cuatro": "4",
	"ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
	"eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
	"eighty": "80", "ninety": "90", "zehn": "10", "elf": "11", "zwolf": "12", "funfzehn": "15", "zwanzig": "20", "dreissig": "30",
	"vierzig": "40", "funfzig": "50", "sechzig": "60", "diez": "10", "doce": "12", "quince": "15", "veinte": "20",
	"treinta": "30", "cuarenta": "40", "cincuenta": "50", "sesenta": "60",
}

// listens asks honestly for the story, where the post tells none.
var listens = compile(`
	tell|hear|know|understand|learn ..3 what|why|where|how|story|more|behind|exactly
	what|whatever ..2 happened|went|wrong
	what|which ..2 version|model|device|product|store|branch|flight|item|dish|date|day|train|route|seat|browser
`)

var emptyQuestions = compile(`
	drop us|me
	can|could|would|will you ..4 dm|message|contact|send|email|call|follow
	dm us
	how can|may we|i help|assist
`)

// steps are practical things to do.
var steps = compile(`
	running|runs|sailing|going|flying ..1 normally|again|today|now|from|at|on|so
	desde|a partir hoy|manana|de|el
	es la|el|en #number
	open ..1 the|your|a|it|settings|this
	try|tap|click|press|restart|reset|update|uninstall|reinstall|unplug|switch|turn|select|visit|refresh|reboot|clear
	you can|could|may now|also|still|find|get|use|go|see|track|check
	it|this|that means|works|is because|fixed|back
	engineers|team|crew|technicians are|is ..2 working|fixing|on
	check !your *
	^ call|ring|choose|ask|tell|bring|show|take|keep|go|come|lay|unplug|leave|press|walk ..1 the|to|in|a|your|it|straight|back|on|at|out|any|#number|into
	still|also|already ..1 open|running|works|there
	there is|are ..1 no ..1 queue|wait|queues
	no queue|wait ..1 at|now|there
	is|are|both|stay|stays ..1 open|quiet|free|empty|available ..1 until|after|from|at|on|for|in|till
	check your !dm|messages|message|inbox|direct|private|mail|emails *
`)

// mentions reports whether a text has a word or one of the same stem.
func (t text) mentions(word string) bool {
	if len(word) < 5 {
		return t.says(word) || t.says(word+"s")
	}
	stem := word[:max(4, len(word)-3)]
	return slices.ContainsFunc(t.tokens, func(t token) bool {
		return t.word == word || strings.HasPrefix(t.word, stem) && len(t.word)-len(word) < 5 || len(t.word) >= 5 && strings.HasPrefix(word, t.word[:len(t.word)-1])
	})
}

// things are the groups of sameThing of which the text has a word.
func (t text) things() uint64 {
	var groups uint64
	for _, token := range t.tokens {
		groups |= sameThing[token.word]
	}
	return groups
}

// sameThing groups words that name one thing, a bit each.
var sameThing = groups(
	"bag bags luggage suitcase baggage case",
	"parcel package order delivery item items shipment",
	"wait waiting waited hold queue long delay delayed late hours minutes hour",
	"charge charged charges bill billed billing invoice payment paid money overcharged fee fees",
	"refund money back refunded",
	"return returns returned exchange exchanged swap swapped refund refunded",
	"internet wifi line router connection broadband network service outage down offline signal",
	"app site website page online crash crashes crashing",
	"rude staff attitude unhelpful treated spoken colleague manager crew driver agent",
	"cold food meal pizza burger order dinner lunch",
	"flight plane gate airport cancelled canceled rebooked",
	"broken damaged cracked smashed faulty broke defective",
	"account login password locked log sign",
)

func groups(lines ...string) map[string]uint64 {
	all := map[string]uint64{}
	for i, line := range lines {
		for word := range wordSet(line) {
			all[word] |= 1 << i
		}
	}
	return all
}

// telling is a word that carries what a post is about.
func telling(word string) bool {
	return len(word) >= 3 && !plainWords[word] && word[0] != '#' && word[0] != '@'
}

var plainWords = wordSet(`the and you your for that this are was were has have had not with but our
	out all can will would could should may just get got from they them their there here what when
	where who why how been being did does doing about into than then too very really only also any
	some more most much many such own same other over under again once after before please thanks
	thank sorry apologise apologize apologies hear hello hey dear help message direct private send
	know let look looking back make sure want need like well good great day time today happy right
	one way things thing feel see say said tell told customer customers service team contact reach
	people everyone experience issue problem feedback sounds sound frustrating disappointing sort
	fix still now its out off via per yes can't link call use using work asap happened inconvenience
	never always for us we me my i am it is be do to of in on at as an if or so no up by go
	understand better best soon share details concern concerns complaint matter support`)
