package care

import "time"

// IncidentKind says what makes many posts one matter.
type IncidentKind string

// The kinds.
const (
	IncidentPileOn IncidentKind = "pile_on" // strangers gather in one thread
	IncidentCopies IncidentKind = "copies"  // several accounts post the same text
)

// Incident is many posts that are one matter: it is answered once, in public,
// and the genuine customers caught in it are answered one by one.
type Incident struct {
	ID        string       `json:"id"`
	Kind      IncidentKind `json:"kind"`
	Platform  string       `json:"platform"`
	Thread    string       `json:"thread,omitempty"` // key of the thread, of a pile-on
	Origin    string       `json:"origin"`           // key of the mention that it began with
	Topic     string       `json:"topic"`
	StartedAt time.Time    `json:"started_at,omitzero"`
	LastAt    time.Time    `json:"last_at,omitzero"`
	EndedAt   time.Time    `json:"ended_at,omitzero"` // zero while it goes on
	Posts     int          `json:"posts"`
	Accounts  int          `json:"accounts"`
	Genuine   int          `json:"genuine"` // posts of customers with a problem of their own
	Note      string       `json:"note"`    // why it counts as one, in one sentence
	// Lead is the ID of the case that holds the one public statement.
	Lead string `json:"lead,omitempty"`
	// Separate says that a person found the posts to be separate matters:
	// they have cases of their own again.
	Separate bool `json:"separate,omitempty"`
}
