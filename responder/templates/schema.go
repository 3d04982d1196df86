package templates

import (
	"slices"

	"goodgraces/care"
	"goodgraces/responder/hours"
)

// Template is one tone in one language. docs/templates.md tells managers what
// each field does.
type Template struct {
	Name        string   `yaml:"name"`
	Language    string   `yaml:"language"` // BCP 47 base language: en, es, de
	Description string   `yaml:"description"`
	Tone        string   `yaml:"tone"`
	Priority    int      `yaml:"priority"` // of those that apply, the highest is taken
	Applies     Applies  `yaml:"applies"`
	SignOff     string   `yaml:"sign_off"` // with {initials}
	Words       Words    `yaml:"words"`
	Avoid       []string `yaml:"avoid"` // as words.avoid, into which it is read
	Order       []string `yaml:"order"` // see Orders
	Parts       Parts    `yaml:"parts"`

	// Where it comes from; set by Build.
	Origin  Origin `yaml:"-"`
	Version string `yaml:"-"` // of the desk v and a number, else Hash of Body
	Body    string `yaml:"-"` // as it was written

	named  []namedTopic // where the file names topics
	open   hours.Hours  // of Applies
	orders [][]string   // of Order
}

// The parts that Order may name.
const (
	PartFeeling    = "feeling"
	PartTogether   = "together" // feeling and paraphrase in one; where the issue is not known, the paraphrase
	PartParaphrase = "paraphrase"
	PartOwnership  = "ownership"
	PartCommitment = "commitment"
)

var orderable = []string{PartFeeling, PartTogether, PartParaphrase, PartOwnership, PartCommitment}

// Applies says when a template applies; what is empty does not matter.
type Applies struct {
	Actions   []care.Action `yaml:"actions"`
	Topics    []string      `yaml:"topics"`
	Severity  Severity      `yaml:"severity"`
	Platforms []string      `yaml:"platforms"`
	Stance    []care.Stance `yaml:"stance"`
	Brands    []string      `yaml:"brands"`
	Hours     string        `yaml:"hours"` // see package hours
	Zone      string        `yaml:"zone"`  // IANA time zone of Hours; "" is UTC
}

// Severity is a range, both ends within.
type Severity struct {
	Min care.Severity  `yaml:"min"`
	Max *care.Severity `yaml:"max"`
}

// Words are for the template's voice: wordings with words to use are preferred,
// and no part may hold one to avoid.
type Words struct {
	Use   []string `yaml:"use"`
	Avoid []string `yaml:"avoid"`
}

// Parts are the wordings. Each list holds variants, of which one is taken.
type Parts struct {
	Greeting     []string            `yaml:"greeting"` // with {name}: how every second public answer begins where the author's first name is plain; may be left out
	Feeling      Feeling             `yaml:"feeling"`
	Together     Together            `yaml:"together"`
	Paraphrase   Paraphrase          `yaml:"paraphrase"`
	Mirror       Mirror              `yaml:"mirror"`
	Commended    []string            `yaml:"commended"` // a complaint that has a good word for somebody of ours; may be left out
	Ownership    []string            `yaml:"ownership"`
	OwnershipOf  Specific            `yaml:"ownership_of"`
	Commitment   []string            `yaml:"commitment"`
	CommitmentOf Commitments         `yaml:"commitment_of"`
	Diagnose     map[string][]string `yaml:"diagnose"` // by what is asked about a thing that does not work, see Diagnosed; said in public; may be left out
	Route        Route               `yaml:"route"`
	Resolved     []string            `yaml:"resolved"` // the public closing line after a resolution
	Thanks       Thanks              `yaml:"thanks"`
	Answer       Answer              `yaml:"answer"`
	Close        Close               `yaml:"close"`
	Statement    Statement           `yaml:"statement"`
	Private      Private             `yaml:"private"`
	FollowUp     FollowUp            `yaml:"follow_up"`
}

// Feeling mirrors how the author feels, at the right strength. The last five
// are for a feeling that the post itself names, and may be left out.
type Feeling struct {
	Calm  []string `yaml:"calm"`
	Upset []string `yaml:"upset"`
	Angry []string `yaml:"angry"`

	Worried      []string `yaml:"worried"`
	Disappointed []string `yaml:"disappointed"`
	Weary        []string `yaml:"weary"` // it has gone on too long, or happened too often
	Sad          []string `yaml:"sad"`
	Confused     []string `yaml:"confused"`
}

// Together mirrors the feeling and says what happened in one sentence, with
// {issue}. It may be left out.
type Together struct {
	Calm  []string `yaml:"calm"`
	Upset []string `yaml:"upset"`
	Angry []string `yaml:"angry"`
}

// Specific is wordings for a kind of grievance, or failing that for a topic.
type Specific struct {
	Kinds  map[string][]string `yaml:"kinds"` // by grievance.Grievance.Kind
	Topics map[string][]string `yaml:"topics"`
}

// Commitments are the wordings of what we do for a trouble that is known nearly, or
// failing that for its kind, or for a topic.
type Commitments struct {
	Troubles map[string][]string `yaml:"troubles"` // see Troubles; may be left out
	Kinds    map[string][]string `yaml:"kinds"`    // by grievance.Grievance.Kind
	Topics   map[string][]string `yaml:"topics"`
}

// Troubles is what Commitments.Troubles may speak of, by who can do something about
// it, or what there is to do.
var Troubles = []string{
	"over", "passed", "visit", "onward", "booking", "aboard", "shop", "repair", "security", "driver", "bill", "switch", "refund", "refused", "decision", "design", "spam", "kitchen", "safety", "hotel", "points", "recovery", "membership", "order cancelled", "game",
	"reopen", "call", "hire",
}

// Paraphrase says what happened to them, from what is known best to what is
// known least.
type Paraphrase struct {
	Issue     []string            `yaml:"issue"`      // with {issue}: "your bag was lost"
	Detail    []string            `yaml:"detail"`     // with {detail}: "three hours on hold"
	Thing     []string            `yaml:"thing"`      // with {thing}: "your order"
	Topics    map[string][]string `yaml:"topics"`     // by topic
	Unknown   []string            `yaml:"unknown"`    // honest: we want to hear it
	Told      []string            `yaml:"told"`       // the post tells a story that we could not put into words; may be left out
	Open      []string            `yaml:"open"`       // the same, where nothing is reproached; it says what we do, too; may be left out
	OpenThing []string            `yaml:"open_thing"` // the same with {thing}
	Asked     []string            `yaml:"asked"`      // the post only asks; may be left out
	Price     []string            `yaml:"price"`      // what it costs is complained of: it is heard, nothing is granted; may hold {issue}; may be left out
	More      []string            `yaml:"more"`       // there is more in the post than was said; may be left out
}

// Mirror takes up the one detail that hurts, in a sentence of its own. It may be
// left out, and any kind of it.
type Mirror struct {
	Of    map[string][]string `yaml:"of"`    // by detail.Kind, with {what}: "ten days", "your nan", "on your birthday"; both has {whom}, too, new and night neither
	Sorry []string            `yaml:"sorry"` // stands with it where we know nothing else of what happened
	Quiet []string            `yaml:"quiet"` // what we do where somebody died or is ill
}

// Route says where the conversation goes on.
type Route struct {
	Delivered       []string          `yaml:"delivered"`        // a private message arrived
	DeliveredAsking []string          `yaml:"delivered_asking"` // the same with {asking}, where we know what it asks; may be left out
	Besides         []string          `yaml:"besides"`          // a private message arrived, and the public answer asks something of Diagnose; may be left out
	DeliveredKnown  []string          `yaml:"delivered_known"`  // a private message arrived, and the author has given us what we would ask for; may be left out
	Asking          map[string]string `yaml:"asking"`           // by topic or kind, for {asking}: "which device it is"; it asks nothing in public
	DeliveredFor    []string          `yaml:"delivered_for"`    // the same with {item}, the one thing that it asks for; may be left out
	Items           map[string]string `yaml:"items"`            // by what the trouble is with, see Items, for {item}: "the tracking number"
	Otherwise       []string          `yaml:"otherwise"`        // with {route}
	OtherwiseWait   []string          `yaml:"otherwise_wait"`   // with {route} and {wait}, where the wait there is known; may be left out
	AuthorFirst     []string          `yaml:"author_first"`     // they must write to us
}

// Items is what Route.Items may name.
var Items = []string{
	"luggage", "flight", "booking", "train", "bus", "ride", "parcel", "hotel", "code", "printer", "power", "internet", "mobile", "game", "platform", "stream", "car", "computer", "headphones", "phone", "device", "serial", "repair", "claim",
	"refund", "order", "food", "place", "time", "product", "ticket", "site", "app", "account", "charge", "sign in", "conduct", "case", "stock",
	"vin", "browser", "screen", "error", "spot", "gadget", "bill", "number", "gift", "home", "job", "cancelled", "sender", "store", "restaurant",
}

// Thanks answers praise.
type Thanks struct {
	Thing   []string            `yaml:"thing"`   // with {thing}
	Who     []string            `yaml:"who"`     // with {who}, the people that are praised: "our crew"; may be left out
	Treat   []string            `yaml:"treat"`   // with {treat}, what they enjoyed: "a good coffee"; may be left out
	Echo    []string            `yaml:"echo"`    // with {echo}, what they say of a thing or of somebody: "the sofa is so comfy"; may be left out
	Outing  []string            `yaml:"outing"`  // with {outing}, what they had: "such a good flight"; may be left out
	Pair    []string            `yaml:"pair"`    // with {first} and {second}, where two things are praised: "the crew"; may be left out
	Swift   []string            `yaml:"swift"`   // with {swift}, how little time it took: "ten minutes"; may be left out
	Moments bool                `yaml:"moments"` // what people tell when they praise is taken up, by the table of package praise
	Kind    []string            `yaml:"kind"`    // stands before Deed where no moment does; may be left out
	Deed    []string            `yaml:"deed"`    // with {who} and {doing}: "finding your bag"; may be left out
	PassOn  []string            `yaml:"pass_on"` // with {who}, behind a moment: "our crew"; may be left out
	Of      map[string][]string `yaml:"of"`      // by what is praised, or how; see Praised
	General []string            `yaml:"general"`
	Plain   []string            `yaml:"plain"`   // says thanks or gladness where nothing else does; may be left out
	Closing []string            `yaml:"closing"` // stands behind a language model's opening alone
}

// Praised is what Thanks.Of may speak of.
var Praised = slices.Concat([]string{
	"staff", "speed", "food", "gift", "costume", "receipt", "product", "trip", "price", "birthday", "first time", "plans", "loyal", "pet", "children", "picture", "weather", "show", "win", "live", "congratulations", "colleague", "us", "joke", "secret", "love", "for", "thrilled",
	"thanks", "help", "solved", "anyway", "underway", "answered",
}, Endings)

// Endings are those of Praised that stand behind another line, and never alone.
var Endings = []string{"door", "travels", "table", "stay", "keeps", "told", "evening", "weekend"}

// Kinds are the kinds of grievance, as grievance.Grievance has them.
var Kinds = []string{
	"late", "lost", "damaged", "wrong", "cancelled", "charged", "price", "unanswered", "rude", "locked out", "down", "faulty", "spoiled", "no stock", "service",
}

// Mirrored is what Mirror.Of may speak of, as package detail has it.
var Mirrored = []string{"loss", "ill", "list", "undone", "soon", "long", "gave", "effort", "far", "often", "loyal", "whom", "occasion", "new", "night", "both"}

// Diagnosed is what Parts.Diagnose may ask.
var Diagnosed = []string{"network", "version", "message", "restart", "device", "browser", "page", "since", "always", "sign in", "one", "printer", "game", "stream", "site", "app", "internet", "mobile", "computer", "phone", "headphones"}

// Answer says that a question will be answered, by a person.
type Answer struct {
	Opening  []string          `yaml:"opening"`
	Asks     []string          `yaml:"asks"`     // with {asked}, what is asked: "how to change your seat"; says what we do, too; may be left out
	Checking []string          `yaml:"checking"` // the same with {matter}, what the question is about; may be left out
	Matters  map[string]string `yaml:"matters"`  // by subject, for {matter}: "the opening hours"
	Needs    []string          `yaml:"needs"`    // with {matter} and {asking}: both in one, where the answer hangs on more; may be left out
	Ask      []string          `yaml:"ask"`      // with {asking}, what the answer hangs on; may be left out
	Asking   map[string]string `yaml:"asking"`   // by subject, for {asking}: "which branch you mean"; said in public
	About    []string          `yaml:"about"`    // an opening with {thing}, what the question is about; may be left out
	Noted    []string          `yaml:"noted"`    // where the post asks nothing in so many words: says what we do, too; may be left out
	Promise  []string          `yaml:"promise"`
	Soon     []string          `yaml:"soon"` // follows Promise and PromiseOf's whether in a public answer: by when; may be left out
	// KnownOpening and KnownClosing stand around a known answer; may be left out, then Opening stands before it.
	KnownOpening []string            `yaml:"known_opening"`
	KnownClosing []string            `yaml:"known_closing"`
	PromiseOf    map[string][]string `yaml:"promise_of"` // by what is asked, see Asked; said in the public answer and before a private one
}

// Asked is what Answer.PromiseOf may speak of.
var Asked = []string{"how", "next", "why", "when", "where", "whether", "price", "help", "wish", "request", "info", "ongoing", "message"}

// Subjects is what Answer.Matters and Answer.Asking may speak of.
var Subjects = []string{
	"job", "ingredients", "luggage", "hotel", "hours", "stock", "place", "returning", "shipping", "timetable", "car", "release", "tickets", "trip", "connection", "game", "app", "device", "points", "menu",
	"tags", "receipt", "pets", "rules", "part", "update", "stockist", "staffed", "restored", "payment", "refund", "contact", "broadcast", "compatible", "recall", "meaning", "running", "rates", "closing", "slip", "lost property", "availability",
}

// Statement is said once, in public, to the many who gathered or say the same.
// It may be left out.
type Statement struct {
	Matters map[string]string `yaml:"matters"` // by topic, for {matter}: "the delays"
	Seen    []string          `yaml:"seen"`    // with {matter}
	General []string          `yaml:"general"` // where no topic stands out
	Promise []string          `yaml:"promise"` // what we do, and where we will say what came of it
	Route   []string          `yaml:"route"`   // with {route}, for those with a problem of their own
	Message []string          `yaml:"message"` // the same, where no route is open
}

// Close is the last word in public to somebody who only baits: thanks, then
// goodbye. It gives nothing to bite on; see check.Closing.
type Close struct {
	Opening []string `yaml:"opening"`
	Ending  []string `yaml:"ending"`
}

// Private is the message in which the conversation goes on.
type Private struct {
	Greeting  []string          `yaml:"greeting"`   // with {name}
	Nameless  []string          `yaml:"nameless"`   // where no name is known
	Recap     []string          `yaml:"recap"`      // with {issue}
	RecapOpen []string          `yaml:"recap_open"` // where the issue is not known
	RecapTold []string          `yaml:"recap_told"` // where it is not known, but the post told it; may be left out
	Needs     map[string]string `yaml:"needs"`      // by topic; "other" is for all others
	Ask       []string          `yaml:"ask"`        // with {needs}
	AskKnown  []string          `yaml:"ask_known"`  // where the post has the number we need; may be left out, then AskSent is taken
	AskSent   []string          `yaml:"ask_sent"`   // where the author says that we have been given it; may be left out, then AskKnown is taken
	// AskNothing is where nothing that they could send helps; may be left out, then Ask is taken.
	AskNothing []string `yaml:"ask_nothing"`
	Form       []string `yaml:"form"`    // with {link}, a form that is theirs alone; may be left out
	Promise    []string `yaml:"promise"` // who answers and by when
	Closing    []string `yaml:"closing"`
}

// FollowUp is the private message that asks, once and after a resolution, how
// it went. It may be left out.
type FollowUp struct {
	Ask   []string `yaml:"ask"`
	Score []string `yaml:"score"` // with {link}, where they may give a score
}
