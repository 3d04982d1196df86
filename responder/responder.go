// Package responder turns a mention and its verdict into a draft that a person
// can approve: mirrored feeling, their problem in our own words, ownership, one
// commitment, a private route. It works without any language model.
package responder

import (
	"time"

	"goodgraces/care"
)

// Request is everything a draft may rest on.
type Request struct {
	CaseID  string
	Mention care.Mention
	Verdict care.Verdict
	// CanMessage says that the connector may send this author a private
	// message; whether it arrives shows only later.
	CanMessage bool
	Routes     []Route  // in the manager's order; the first that is open is offered
	Brand      string   // the brand's name
	Initials   string   // signs the answer (^AB); "" leaves it unsigned
	Variant    int      // which wording: 0, then "another" counts up
	Recent     []string // public answers of late, not to be repeated
	Now        time.Time
}

// Route is a way into a private conversation besides a message on the platform.
type Route struct {
	Kind  string `json:"kind" mapstructure:"kind"`   // care.RouteForm, RoutePhone, RouteEmail, RouteChat
	Text  string `json:"text" mapstructure:"text"`   // as it stands in a sentence: "call us on 0800 …"
	Hours string `json:"hours" mapstructure:"hours"` // "Mon-Fri 08:00-18:00"; "" is always
	Zone  string `json:"zone" mapstructure:"zone"`   // IANA time zone; "" is UTC
}

// Responder is immutable and safe for concurrent use.
type Responder struct{}

// New makes a responder from templates: the shipped ones when folder is "",
// else every *.yaml of the folder. An error names the file, line and field.
func New(folder string) (*Responder, error) { panic("skeleton") }

// Draft writes the draft of a request. It is deterministic. Where the action
// takes no draft, Text is empty and Reason says why. Every check is attached;
// a draft that breaks a blocking check is never returned: another wording is
// taken, and at the last, an empty draft with a reason.
func (r *Responder) Draft(q Request) care.Draft { panic("skeleton") }

// Recheck measures and checks a draft whose texts a person has edited, against
// the post it answers: it returns d with Length, Limit and Checks set anew.
func (r *Responder) Recheck(d care.Draft, q Request) care.Draft { panic("skeleton") }

// TemplateNames lists the templates, for `graces config check` and the desk.
func (r *Responder) TemplateNames() []string { panic("skeleton") }
