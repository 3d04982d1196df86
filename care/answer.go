package care

import "time"

// What an Answer answers.
const (
	AnswerHandoff  = "handoff"   // the private message that took the matter up
	AnswerFollowUp = "follow_up" // how did it go?
)

// Answer is what a customer said in private: by a form whose link works once,
// or to a person who wrote it down; to a follow-up also by a post or a message. Its texts are hostile input, and personal.
type Answer struct {
	ID        int64     `json:"id"`
	CaseID    string    `json:"case_id"`
	Kind      string    `json:"kind"`
	Reference string    `json:"reference,omitempty"` // an order or booking number
	Contact   string    `json:"contact,omitempty"`   // how to reach them
	Text      string    `json:"text,omitempty"`
	Score     int       `json:"score,omitempty"` // of a follow-up: 1 (bad) to 5 (good), 0 for none
	Template  string    `json:"template,omitempty"`
	Actor     string    `json:"actor,omitempty"`   // who wrote it down; "" for the customer
	Mention   string    `json:"mention,omitempty"` // key of the post or message that says it
	At        time.Time `json:"at,omitzero"`
	Seen      bool      `json:"seen"`
}
