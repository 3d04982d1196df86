package care

import "time"

// Correction is a person's word on what a post is: a labelled example. Value
// is "true" or "false" for a probability's label, 0 to 3 for severity, a name
// for topic and action.
type Correction struct {
	Mention string    `json:"mention"` // key
	Label   string    `json:"label"`   // complaint, anger, praise, question, sarcasm, hostility, severity, topic, action
	Value   string    `json:"value"`
	Actor   string    `json:"actor"`
	At      time.Time `json:"at,omitzero"`
	// Implied says that nobody labelled the post: it follows from what they
	// did with its case (approved the reply, dismissed it).
	Implied bool `json:"implied,omitempty"`
}
