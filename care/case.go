package care

import (
	"fmt"
	"slices"
	"time"
)

// State is where a case stands.
type State string

// The states of a case. Moves lists every way between them.
const (
	StateOpen      State = "open"       // waits for a draft, or for a person's own words
	StateDrafted   State = "drafted"    // waits for approval
	StateApproved  State = "approved"   // a person approved; nothing has left yet
	StateSending   State = "sending"    // the platform is being called
	StateSent      State = "sent"       // the public answer stands
	StateFailed    State = "failed"     // the platform refused; nothing was published
	StateUnknown   State = "unknown"    // it may or may not stand; being settled, or parked for a person
	StateHandedOff State = "handed_off" // the conversation goes on in private
	StateResolved  State = "resolved"
	StateClosed    State = "closed"
	StateDismissed State = "dismissed" // needs no answer
	StateFolded    State = "folded"    // we walk away from the table
	StateLegal     State = "legal"     // with the legal owner
	StateSafety    State = "safety"    // with a human, at once
)

// States lists every state in the order of the picture.
var States = []State{
	StateOpen, StateDrafted, StateApproved, StateSending, StateSent, StateFailed, StateUnknown,
	StateHandedOff, StateResolved, StateClosed, StateDismissed, StateFolded, StateLegal, StateSafety,
}

// Moves is the one table of moves: from a state to each state it may go to
// next. A move that is not here is a defect wherever it is tried.
var Moves = map[State][]State{
	StateOpen:      {StateDrafted, StateDismissed, StateFolded, StateLegal, StateSafety, StateResolved},
	StateDrafted:   {StateApproved, StateOpen, StateDismissed, StateFolded, StateLegal, StateSafety, StateResolved},
	StateApproved:  {StateSending, StateDrafted, StateDismissed, StateFailed},
	StateSending:   {StateSent, StateFailed, StateUnknown, StateApproved},
	StateUnknown:   {StateSent, StateFailed, StateApproved},
	StateFailed:    {StateDrafted, StateDismissed, StateFolded, StateLegal, StateSafety, StateResolved},
	StateSent:      {StateHandedOff, StateResolved, StateFolded},
	StateHandedOff: {StateResolved},
	StateResolved:  {StateClosed, StateOpen},
	StateClosed:    {StateOpen},
	StateDismissed: {StateOpen, StateDrafted},
	StateFolded:    {StateOpen, StateDrafted},
	StateLegal:     {StateResolved, StateOpen},
	StateSafety:    {StateResolved, StateOpen},
}

// CanMove reports whether a case may go straight from one state to another.
func CanMove(from, to State) bool { return slices.Contains(Moves[from], to) }

// MoveError says that a case cannot go from one state to another: most often
// somebody else was quicker.
type MoveError struct {
	CaseID   string
	From, To State
}

func (e *MoveError) Error() string {
	return fmt.Sprintf("case %s is %s and cannot become %s; reload it to see what happened", e.CaseID, e.From, e.To)
}

// Case is one conversation as the team works it.
type Case struct {
	ID        string    `json:"id"`
	Mention   string    `json:"mention"` // key of the mention that opened it
	State     State     `json:"state"`
	Priority  int       `json:"priority"` // higher first; see Priority
	Owner     string    `json:"owner,omitempty"`
	Note      string    `json:"note,omitempty"`     // why it is where it is, in one sentence
	Incident  string    `json:"incident,omitempty"` // ID of the incident it is part of
	OpenedAt  time.Time `json:"opened_at,omitzero"`
	DueAt     time.Time `json:"due_at,omitzero"` // first response target
	UpdatedAt time.Time `json:"updated_at,omitzero"`
	// FirstResponseAt is when the public answer stood; zero until then.
	FirstResponseAt time.Time `json:"first_response_at,omitzero"`
	// ResolvedAt is when it was resolved; zero while it is not.
	ResolvedAt time.Time `json:"resolved_at,omitzero"`
}

// Priority ranks a case, higher first: danger and law before blame, blame
// before praise. Among equals the desk shows the oldest first.
func Priority(v Verdict) int {
	switch v.Action {
	case ActSafety:
		return 1000
	case ActLegal:
		return 900
	case ActReply:
		p := 300 + 100*int(v.Severity) + int(99*v.Anger)
		if v.NeedsHuman != "" {
			p += 200 // somebody may come to harm by waiting
		}
		return p
	case ActAnswer:
		return 250
	case ActFold:
		return 200
	case ActThank:
		return 100
	}
	return 0
}

// Decision is what a person did about a case. It is recorded in the audit
// trail and is a labelled example for training.
type Decision struct {
	CaseID string    `json:"case_id"`
	Actor  string    `json:"actor"`  // user name
	Kind   string    `json:"kind"`   // one of the Decide… constants
	Reason string    `json:"reason"` // free text or a reason code; required to reject
	At     time.Time `json:"at,omitzero"`
}

// Kinds of decision.
const (
	DecideEdit     = "edit"
	DecideApprove  = "approve"
	DecideWithdraw = "withdraw" // take an approval back before it leaves
	DecideReject   = "reject"   // the draft is not good; a reason is required
	DecideDismiss  = "dismiss"
	DecideFold     = "fold"
	DecideReopen   = "reopen"
	DecideLegal    = "legal"
	DecideSafety   = "safety"
	DecideResolve  = "resolve"
	DecideClose    = "close"
	DecideSettle   = "settle" // a person settles a parked send by what they saw on the platform
	DecideOpen     = "open"   // a mention that needed no answer gets a case after all

	DecideClosingLine = "closing_line" // approve the public line after a resolution
	DecideFollowUp    = "follow_up"    // approve asking how it went
	DecideNoFollowUp  = "no_follow_up" // do not ask
	DecideTakeBack    = "take_back"    // take one of these back before it leaves
)
