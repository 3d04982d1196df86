// Package store keeps everything that must outlive a process, in SQLite or
// PostgreSQL, with one SQL text for both. Each aggregate has a file: mentions,
// authors, cases, drafts, decisions, sends, audit, users, sessions, templates,
// cursors, leases.
//
// Every method is one transaction, safe for concurrent use, and returns
// ErrNotFound, ErrConflict or a *care.MoveError where that is what happened.
// Errors begin with "store:" and say what to do where a person can do
// something. Times are kept as Unix milliseconds.
package store

import (
	"errors"
	"time"

	"goodgraces/care"
)

// Errors that carry control flow.
var (
	// ErrNotFound: there is no such row.
	ErrNotFound = errors.New("store: not found")
	// ErrConflict: somebody else changed it meanwhile. Read again, then retry.
	ErrConflict = errors.New("store: changed by somebody else meanwhile")
)

// Handled is one mention as the pipeline dealt with it.
type Handled struct {
	Mention care.Mention
	Verdict care.Verdict
	Case    *care.Case  // nil where nothing is asked of us
	Draft   *care.Draft // nil where there is none
	// Profile is the key of the profile that counts the mention, where that is
	// not its author's: of a person with several accounts, or of whom the
	// brand's post answers.
	Profile string
	// Sight is what the watch for incidents remembers of the mention, in its
	// own words (see classifier/incidents); "" where there is nothing to
	// remember.
	Sight string
	// Spot, if set, is the incident that the mention is part of, by what its
	// posts have in common: it goes on already, or is among the gatherings of
	// the same Record. Own says that the mention has a matter of its own
	// within it.
	Spot string
	Own  bool
	// Answer is what the mention says to a follow-up of ours; nil for nothing.
	// See Asked.
	Answer *care.Answer
	// KeptWith, where Case is nil, is the ID of a case of the same author that
	// stands for this mention too.
	KeptWith string
}

// CaseFile is a case with everything that belongs to it.
type CaseFile struct {
	Case      care.Case
	Mention   care.Mention
	Verdict   care.Verdict
	Drafts    []care.Draft // oldest first; the last is current
	Sends     []care.Send  // oldest first
	Decisions []care.Decision
	Answers   []care.Answer // what the customer said in private, oldest first
	// Corrections is what people say of the mention, oldest first. Only Case
	// reads it.
	Corrections []care.Correction
}

// Draft returns the current draft, or nil.
func (f *CaseFile) Draft() *care.Draft {
	if len(f.Drafts) == 0 {
		return nil
	}
	return &f.Drafts[len(f.Drafts)-1]
}

// CaseFilter selects cases; zero fields select all.
type CaseFilter struct {
	States   []care.State
	Platform string
	Author   string    // author key
	Thread   string    // thread key
	Query    string    // words in the post or the handle; matched literally, without case
	FollowUp *FollowUp // only those whose author may be asked how it went
	Unseen   bool      // only those with a private answer that nobody has seen
	Order    Order
	After    string // case ID to start behind, in the same order
	Limit    int    // 0 is 100
}

// Order of a list of cases.
type Order int

// The orders.
const (
	ByPriority Order = iota // highest first, then oldest
	ByNewest
	ByID // stable while cases change: for export
)

// CaseRow is a case as a list shows it.
type CaseRow struct {
	Case    care.Case
	Mention care.Mention
	Verdict care.Verdict
}

// MentionRow is a mention with what became of it.
type MentionRow struct {
	Mention care.Mention
	Verdict care.Verdict
	CaseID  string // "" where it needed none
	ReadAt  time.Time
}

// MentionFilter selects mentions, newest first.
type MentionFilter struct {
	Author    string // author key
	Thread    string // thread key
	Query     string
	NoCase    bool      // only those that needed no answer
	Incident  string    // ID of the incident they are part of
	Since     time.Time // read at or after
	After     string    // mention key to start behind
	OldestKey bool      // order by read order, oldest first: for export
	Limit     int       // 0 is 100
}

// User is an account of the desk.
type User struct {
	Name      string // unique, lower case
	Role      string // agent, manager or admin
	Hash      string // argon2id, PHC format; never shown
	Initials  string // signs drafts: ^AB
	Disabled  bool
	CreatedAt time.Time
}

// AuditEntry is one line of the audit trail. Hash covers every other field and
// the hash before it, so that a changed, missing or moved line shows.
type AuditEntry struct {
	Seq    int64     `json:"seq"`
	At     time.Time `json:"at"`
	Actor  string    `json:"actor"` // user name, or "graces" and the part: "graces/sender"
	Action string    `json:"action"`
	Object string    `json:"object"` // case, user or template it is about
	Detail string    `json:"detail"` // JSON; holds no text of a post and no secret
	Hash   string    `json:"hash"`   // hex
}

// Approval is what a person approved for a case: the sends to be made, in the
// order in which they leave, and the draft as it was edited.
type Approval struct {
	CaseID string
	Actor  string
	At     time.Time
	Draft  care.Draft  // as approved; saved as the case's current draft
	Sends  []care.Send // ID, CaseID, State, Actor, CreatedAt are set by the store
	// NotBefore leaves time to take it back.
	NotBefore time.Time
	// ByHand is the answer that a person has published on the platform itself:
	// the one public send is then sent, and nothing leaves.
	ByHand *care.Receipt
}

// Settlement is what came of a claimed or unknown send.
type Settlement struct {
	SendID    string
	Holder    string // who claimed it; a stale holder gets ErrConflict. "" for a person's settlement
	Actor     string // for the audit trail: "graces/sender" or the user
	State     care.SendState
	Text      string // what was really said, when that was decided at sending
	Reason    string
	Parked    bool
	NotBefore time.Time // when to look at it next (approved, unknown)
	Receipt   *care.Receipt
	Gone      bool // the platform no longer has the post: it is retracted as well
	At        time.Time
}

// FollowUp says which resolved cases are due for asking how it went.
type FollowUp struct {
	Since, Until time.Time // when they were resolved
	Asked        time.Time // nobody is asked who was asked after this, for whatever case
	CaseID       string    // only this one; "" is all
}

// Aftercare is a message that a person approved after the resolution: Kind is
// care.SendClosing or care.SendFollowUp.
type Aftercare struct {
	CaseID    string
	Kind      care.SendKind
	Text      string
	Actor     string
	At        time.Time
	NotBefore time.Time // leaves time to take it back
	Allowed   string    // why a closing line may go beyond the attention budget
}

// RouteChange is what somebody says of a route. What is nil stays.
type RouteChange struct {
	Name   string
	Wait   *time.Duration // negative: nobody knows any more
	Closed *bool
	Until  time.Time // Closed ends then; zero: when somebody says so
	Reason string    // why it is closed
	Actor  string
	At     time.Time
}

// HandoffTime is what the cases of a route took of late.
type HandoffTime struct {
	Median time.Duration
	Cases  int
}

// Scores is what people said of how it went, 1 to 5.
type Scores struct {
	Answers int
	Sum     int
}

// Counts is how many cases are in each state.
type Counts map[care.State]int

// Session mirrors what scs wants to keep.
type Session struct {
	Token  string
	Data   []byte
	Expiry time.Time
}
