package care

import (
	"slices"
	"time"
)

// VampireKind names a way of draining a team.
type VampireKind string

// The kinds.
const (
	KindNone    VampireKind = "none"
	KindClinger VampireKind = "clinger" // flattery and attention, needs nothing
	KindBaiter  VampireKind = "baiter"  // confrontational for its own sake
)

// Stance is how we meet an author.
type Stance string

// The stances.
const (
	StanceEngage  Stance = "engage"
	StanceClose   Stance = "close"   // one courteous closing line
	StanceSilence Stance = "silence" // nothing, with a recorded reason
)

// Standing is an author as known after a post.
type Standing struct {
	Vampire float64     `json:"vampire"` // 0..1
	Kind    VampireKind `json:"kind"`
	Stance  Stance      `json:"stance"`
	Signals []Signal    `json:"signals"`
}

// Signal is one named reason behind a Standing.
type Signal struct {
	Name   string   `json:"name"`
	Weight float64  `json:"weight"` // what it added to the score; negative speaks for the author
	Note   string   `json:"note"`   // one plain sentence
	Posts  []string `json:"posts"`  // IDs of the posts it rests on
}

// Profile is what we remember of one author: counters that decay and the last
// few posts. Its size is bounded (MaxRecent posts), so a flood from one author
// cannot fill the store. It is personal data: `graces forget` erases it.
type Profile struct {
	Key       string    `json:"key"` // Mention.AuthorKey
	Author    Author    `json:"author"`
	FirstSeen time.Time `json:"first_seen,omitzero"`
	LastSeen  time.Time `json:"last_seen,omitzero"`

	Contacts   int     `json:"contacts"`   // posts by the author, ever
	Complaints int     `json:"complaints"` // of these, judged complaints
	Praises    int     `json:"praises"`
	Answers    int     `json:"answers"`    // our public answers to them
	Concrete   int     `json:"concrete"`   // posts with dates, amounts, order words
	Repeats    int     `json:"repeats"`    // near-copies of an earlier post
	Intrusions int     `json:"intrusions"` // replies into other people's threads
	Hostility  float64 `json:"hostility"`  // exponentially weighted mean
	Flattery   float64 `json:"flattery"`   // exponentially weighted mean

	// Topics is what they write about, by topic, each post counting less as it
	// ages; at most MaxTopics. Pace is posts a day, lately.
	Topics map[string]float64 `json:"topics,omitempty"`
	Pace   float64            `json:"pace,omitempty"`

	Details   int `json:"details,omitempty"`   // answers of ours after which they gave what was asked, or took the private way
	Calmed    int `json:"calmed,omitempty"`    // after which they thanked us or said that it was solved
	Escalated int `json:"escalated,omitempty"` // after which they provoked
	Resolved  int `json:"resolved,omitempty"`  // cases of theirs that were resolved
	Returns   int `json:"returns,omitempty"`   // provocations after a matter was solved

	Recent []Trace `json:"recent,omitempty"` // oldest first, at most MaxRecent

	// Overrule is the latest word of a person on how to meet this author; nil
	// where the software's own judgement holds.
	Overrule *Overrule `json:"overrule,omitempty"`

	// Version is the store's: it rises with each save, and a save on top of
	// another version is refused. Zero means never saved.
	Version int64 `json:"-"`
	// Place is the store's too: where its row lies, so that saving need not
	// look for it. Zero means not known.
	Place int64 `json:"-"`
}

// MaxRecent bounds Profile.Recent, MaxTopics Profile.Topics.
const (
	MaxRecent = 32
	MaxTopics = 8
)

// Remember adds a trace, in place of the oldest where there is no room. It
// reports false, and changes nothing, where a trace of that ID and Account is
// there: what is read back from a platform, or delivered twice, counts once.
func (p *Profile) Remember(t Trace) bool {
	if slices.ContainsFunc(p.Recent, func(r Trace) bool { return r.ID == t.ID && r.Account == t.Account }) {
		return false
	}
	if over := len(p.Recent) - MaxRecent + 1; over > 0 {
		p.Recent = slices.Delete(p.Recent, 0, over)
	}
	p.Recent = append(p.Recent, t)
	return true
}

// Trace is the memory of one post in a Profile. It holds no text.
type Trace struct {
	ID        string    `json:"id"`
	At        time.Time `json:"at,omitzero"`
	By        string    `json:"by,omitempty"`      // ByBrand marks our own answer, ByResolved a case of theirs that was resolved
	Thread    string    `json:"thread,omitempty"`  // Mention.ThreadKey
	Account   string    `json:"account,omitempty"` // author key of the account that wrote it, where several are linked
	Closing   bool      `json:"closing,omitempty"` // our closing line
	Hash      uint64    `json:"hash"`              // SimHash of the folded text
	Topic     string    `json:"topic,omitempty"`
	Complaint float64   `json:"complaint"`
	Hostility float64   `json:"hostility"`
	Praise    float64   `json:"praise"`
	Affection bool      `json:"affection,omitempty"` // for the team rather than for what it makes
	Concrete  bool      `json:"concrete,omitempty"`
	Intrusion bool      `json:"intrusion,omitempty"` // in somebody else's thread
	Repeat    bool      `json:"repeat,omitempty"`

	// What the history weighs; swear words count in none of it.
	Own      float64 `json:"own,omitempty"`      // 0..1: how concretely it tells of a matter of the author's own
	Bait     float64 `json:"bait,omitempty"`     // 0..1: taunts and insults
	Court    float64 `json:"court,omitempty"`    // 0..1: seeks the people who answer
	Badger   bool    `json:"badger,omitempty"`   // rejects what was answered, or demands without a matter
	Crowd    bool    `json:"crowd,omitempty"`    // calls others in: the press, a boycott
	Outsider bool    `json:"outsider,omitempty"` // says that they have no business with us
	Friendly bool    `json:"friendly,omitempty"` // praises what we make, or helps others
	Details  bool    `json:"details,omitempty"`  // gives what was asked, or took the private way
	Solved   bool    `json:"solved,omitempty"`   // says that their matter is done
	Asks     bool    `json:"asks,omitempty"`     // an honest question
	Team     bool    `json:"team,omitempty"`     // addresses the people who answer, and names nothing
	Presses  bool    `json:"presses,omitempty"`  // asks about us or speaks of us, and wants nothing that we could do
}

// ByResolved marks, in an author's history, that a case of theirs was resolved.
const ByResolved = "resolved"

// Overrule is a person's decision on how to meet an author, against the
// software's. It holds until the next one; a genuine new problem is heard
// whatever it says.
type Overrule struct {
	Stance  Stance    `json:"stance"`
	From    Stance    `json:"from"` // what the software had said
	Reason  string    `json:"reason"`
	Actor   string    `json:"actor"`
	At      time.Time `json:"at,omitzero"`
	Case    string    `json:"case,omitempty"`
	Signals []string  `json:"signals,omitempty"` // names of the signals that were overruled
}

// Budget is how much public attention one author gets. Zero fields mean no
// limit. Private messages are not counted.
type Budget struct {
	PerThread int           // substantive public answers to one author in one thread
	Closing   int           // closing lines to one author in one thread, and goodbyes to one author within Window
	PerAuthor int           // public answers of all sorts to one author within Window
	Window    time.Duration // of PerAuthor
}
