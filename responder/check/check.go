// Package check judges whether an answer may be published. Each rule has a
// name, a reason and a suggestion. It judges drafts, people's edits and
// `graces check` alike.
package check

import "goodgraces/care"

// Input is an answer and what it answers.
type Input struct {
	Platform string
	Post     string      // the post being answered
	Reply    string      // the answer
	Action   care.Action // "" when unknown: then judged from the post alone
	Recent   []string    // public answers of late
}

// Public runs every rule on a public answer, in a fixed order, passed or not.
func Public(in Input) []care.Check { panic("skeleton") }

// Private runs the rules that hold for a private message.
func Private(in Input) []care.Check { panic("skeleton") }
