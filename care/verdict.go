package care

// Action is what the team should do about a mention.
type Action string

// The actions, in the order of the command-line contract.
const (
	ActReply  Action = "reply"  // a complaint: acknowledge it in public, help in private
	ActThank  Action = "thank"  // praise: thank them like a person
	ActAnswer Action = "answer" // a question: answer or route it
	ActLegal  Action = "legal"  // lawyers, regulators, injury: no draft, to the legal owner
	ActSafety Action = "safety" // danger to a person: no draft, a human at once
	ActFold   Action = "fold"   // bait: at most one closing line, then silence
	ActIgnore Action = "ignore" // nothing is asked of us
)

// Actions lists every action.
var Actions = []Action{ActReply, ActThank, ActAnswer, ActLegal, ActSafety, ActFold, ActIgnore}

// Drafts reports whether an action may have a public draft at all.
func (a Action) Drafts() bool {
	return a == ActReply || a == ActThank || a == ActAnswer || a == ActFold
}

// Severity is the strength of the reproach (Jin & Aletras 2021).
type Severity int

// The four grades.
const (
	NoReproach  Severity = iota // no explicit reproach
	Disapproval                 // "this is disappointing"
	Accusation                  // "you lost my bag"
	Blame                       // "you people are thieves"
)

// String gives the word the desk shows.
func (s Severity) String() string {
	switch s {
	case Disapproval:
		return "disapproval"
	case Accusation:
		return "accusation"
	case Blame:
		return "blame"
	default:
		return "no reproach"
	}
}

// Verdict is what the classifier thinks of a mention. Probabilities are
// calibrated and lie in 0..1.
type Verdict struct {
	Language   string     `json:"language"`
	Complaint  float64    `json:"complaint"`
	Anger      float64    `json:"anger"`
	Praise     float64    `json:"praise"`
	Question   float64    `json:"question"`
	Sarcasm    float64    `json:"sarcasm"`
	Hostility  float64    `json:"hostility"`
	Severity   Severity   `json:"severity"`
	Topic      string     `json:"topic"`
	Topics     []string   `json:"topics,omitempty"` // every issue of the post, the main one (Topic) first
	Action     Action     `json:"action"`
	Evidence   []Evidence `json:"evidence"`
	Standing   *Standing  `json:"author,omitempty"` // present when the author's history was known
	Rule       string     `json:"-"`                // name of the policy's rule that chose the action
	Model      string     `json:"-"`                // version of the model that judged
	NeedsHuman string     `json:"-"`                // why the software will not judge alone (e.g. an unknown language)
}

// Evidence is a span of the original text that carried a judgement: the bytes
// [Start, End) of Mention.Text, always whole runes, with Text equal to them.
type Evidence struct {
	Label string `json:"label"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}
