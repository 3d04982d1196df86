package care

import (
	"strconv"
	"time"
)

// SendKind says which message of a case a Send carries.
type SendKind string

// The kinds, in the order in which they leave.
const (
	SendPrivate SendKind = "private" // the handoff message
	SendPublic  SendKind = "public"  // the acknowledgement
	// After the resolution: the case stays where it is.
	SendClosing  SendKind = "closing"   // the public line that closes in public what began there
	SendFollowUp SendKind = "follow_up" // asks in private how it went
)

// Public reports whether a message of this kind is for all to read.
func (k SendKind) Public() bool { return k == SendPublic || k == SendClosing }

// SendState is where an approved message stands.
type SendState string

// The states of a send. SendMoves lists every way between them.
const (
	SendApproved  SendState = "approved"  // a row; the network has not been touched
	SendSending   SendState = "sending"   // claimed; the platform may have it
	SendSent      SendState = "sent"      // the platform has it, once
	SendFailed    SendState = "failed"    // the platform refused it
	SendUnknown   SendState = "unknown"   // the platform may have it; to be read, never tried again blind
	SendWithdrawn SendState = "withdrawn" // taken back before it left
)

// SendStates lists every state of a send.
var SendStates = []SendState{SendApproved, SendSending, SendSent, SendFailed, SendUnknown, SendWithdrawn}

// SendMoves is the one table of moves of a send. approved ← sending happens
// only where the platform said that it took nothing (a 429), approved ←
// unknown only where reading the platform proved that nothing stands, failed ←
// approved only where the attention budget holds it back.
var SendMoves = map[SendState][]SendState{
	SendApproved: {SendSending, SendWithdrawn, SendFailed},
	SendSending:  {SendSent, SendFailed, SendUnknown, SendApproved},
	SendUnknown:  {SendSent, SendFailed, SendApproved},
}

// Done reports whether nothing more will happen to the send by itself.
func (s SendState) Done() bool { return s == SendSent || s == SendFailed || s == SendWithdrawn }

// Send is one approved message on its way: a durable row with a unique key,
// written before the network is touched.
type Send struct {
	ID        string    `json:"id"` // unique key, see SendID; also the platform's idempotency key
	CaseID    string    `json:"case_id"`
	Kind      SendKind  `json:"kind"`
	Connector string    `json:"connector"`
	Mention   Mention   `json:"mention"` // the post being answered, as it was at approval
	Text      string    `json:"text"`
	Otherwise string    `json:"otherwise,omitempty"` // public only: the text where After did not arrive
	After     string    `json:"after,omitempty"`     // ID of the send whose fate must be known first
	Closing   bool      `json:"closing,omitempty"`   // public only: a closing line (of a fold, of a resolution) rather than a substantive answer
	Route     string    `json:"route,omitempty"`     // the route that it takes or offers, by name; RouteMessage for a private message
	Allowed   string    `json:"allowed,omitempty"`   // why it may go beyond the attention budget: who allowed it, and the reason
	State     SendState `json:"state"`
	Attempts  int       `json:"attempts"`            // times the network was touched
	Lookups   int       `json:"lookups,omitempty"`   // times the platform was read since it became unknown
	Actor     string    `json:"actor"`               // who approved
	CreatedAt time.Time `json:"created_at,omitzero"` // also the created time shown to platforms that want one
	NotBefore time.Time `json:"not_before,omitzero"` // the sender leaves it alone until then
	ClaimedBy string    `json:"claimed_by,omitempty"`
	Parked    bool      `json:"parked,omitempty"` // unknown, and only a person can tell
	Reason    string    `json:"reason,omitempty"` // why it failed, is unknown or waits
	Receipt   *Receipt  `json:"receipt,omitempty"`
}

// SendID is the unique key of the n-th message of a kind that a case ever
// approved (n starts at 1; a new one is used only after the last is Done
// without having been sent).
func SendID(caseID string, kind SendKind, n int) string {
	return caseID + "." + string(kind) + "." + strconv.Itoa(n)
}

// Is reports whether a post that was read from the platform is this send.
func (s *Send) Is(m Mention) bool {
	return s.Receipt != nil && s.Mention.Platform == m.Platform &&
		(s.Receipt.ID == m.ID || s.Receipt.URL != "" && s.Receipt.URL == m.URL)
}

// Receipt is the platform's word that a message stands.
type Receipt struct {
	ID  string    `json:"id"` // the platform's ID of our message
	URL string    `json:"url,omitempty"`
	At  time.Time `json:"at,omitzero"`
}
