package care

import "time"

// Draft is an answer that nobody has approved yet.
type Draft struct {
	ID       string `json:"id"` // unique within the case: CaseID + "." + number
	CaseID   string `json:"case_id"`
	Action   Action `json:"action"`
	Template string `json:"template"`
	// TemplateVersion is which version of the template wrote it: v and a number
	// of the desk's, else a hash of the file. Trial is the trial of two versions
	// that the case is part of, 0 for none.
	TemplateVersion string `json:"template_version,omitempty"`
	Trial           int64  `json:"trial,omitempty"`

	Variant int       `json:"variant"` // which of the template's wordings; "another" asks for the next
	By      string    `json:"by"`      // "graces", or the user who edited it
	At      time.Time `json:"at,omitzero"`
	Model   string    `json:"model,omitempty"` // language model that wrote how Text begins
	Known   string    `json:"known,omitempty"` // the known answer that it says, by its name
	Fact    string    `json:"fact,omitempty"`  // what of it, word for word

	// Text is the public answer where the private message was delivered, or
	// where none is needed. Empty where the action takes no draft.
	Text string `json:"text"`
	// Otherwise is the public answer where the private message could not be
	// delivered: it never claims that one was sent. Equal to Text where Text
	// claims nothing.
	Otherwise string  `json:"otherwise"`
	Private   Private `json:"private"`

	// Holding is what may be said to a question that nobody can answer at once:
	// who finds it out, and by when. A person takes it, or leaves it. Asked is
	// the question in our words, to follow "they ask": "whether they can
	// collect it on Sunday"; empty where it could not be told.
	Holding string `json:"holding,omitempty"`
	Asked   string `json:"asked,omitempty"`

	Length int     `json:"length"` // of Text, as the platform counts
	Limit  int     `json:"limit"`
	Checks []Check `json:"checks"`
	Reason string  `json:"reason,omitempty"` // why Text is empty
}

// Held reports the draft of a question that waits for a person's answer, with
// words to hold it until then.
func (d *Draft) Held() bool { return d.Text == "" && d.Holding != "" }

// Wordless reports a draft without any words for the public, ready or held.
func (d *Draft) Wordless() bool { return d.Text == "" && d.Holding == "" }

// SameWords reports whether two drafts say the same, in public and in private.
func (d *Draft) SameWords(other *Draft) bool {
	return d.Text == other.Text && d.Otherwise == other.Otherwise && d.Private == other.Private
}

// Routes that a handoff may take. RouteMessage alone is carried out by a
// connector; the others are offered in the public text.
const (
	RouteNone    = ""
	RouteMessage = "message" // a private message on the same platform
	RouteThread  = "thread"  // a private thread or room of ours
	RouteForm    = "form"
	RoutePhone   = "phone"
	RouteEmail   = "email"
	RouteChat    = "chat"
	RouteInbox   = "inbox" // the author must write to us first
)

// Private is the message that takes the conversation out of the public eye.
type Private struct {
	Route string `json:"route"`
	Text  string `json:"text"`
}

// Check is one named rule and what came of it.
type Check struct {
	Rule     string `json:"rule"`
	OK       bool   `json:"ok"`
	Note     string `json:"note"`
	Blocking bool   `json:"blocking,omitempty"` // a broken blocking rule forbids approval
}

// Blocked returns the notes of the blocking checks that failed.
func Blocked(checks []Check) []string {
	var notes []string
	for _, c := range checks {
		if c.Blocking && !c.OK {
			notes = append(notes, c.Rule+": "+c.Note)
		}
	}
	return notes
}
