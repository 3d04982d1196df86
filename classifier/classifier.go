// Package classifier turns a mention into a care.Verdict: calibrated
// probabilities, severity, topic, action, and the spans of text that carried
// each judgement. Everything runs locally on one CPU.
package classifier

import "goodgraces/care"

// Policy turns probabilities into an action: a table, never scattered ifs.
// Zero values mean the default.
type Policy struct {
	Complaint float64 // at or above: reply
	Praise    float64 // at or above: thank
	Question  float64 // at or above: answer
	// Languages the model was trained for. A post in another language is
	// never ignored: it is put before a person.
	Languages []string
}

// Classifier judges mentions. It is immutable and safe for any number of
// goroutines. No text, of whatever shape, makes it panic or take longer than
// 50 ms.
type Classifier struct{}

// Default loads the model that ships with the binary.
func Default(p Policy) (*Classifier, error) { panic("skeleton") }

// Load reads a model file written by `graces train`.
func Load(model []byte, p Policy) (*Classifier, error) { panic("skeleton") }

// Version names the model.
func (c *Classifier) Version() string { panic("skeleton") }

// Judge judges one post by its text, language tag and By alone.
func (c *Classifier) Judge(m *care.Mention) care.Verdict { panic("skeleton") }

// Assess judges a post with its author's history, adds the post to the
// history, and sets Verdict.Standing and, where the standing calls for it, the
// action fold. p must not be used by another goroutine meanwhile; a fresh
// author is &care.Profile{Key: m.AuthorKey()}. Posts of the brand itself
// (ByBrand) count as our answers in the profile of the author they answer,
// which is the one to pass.
func (c *Classifier) Assess(m *care.Mention, p *care.Profile) care.Verdict { panic("skeleton") }
