package connectors

import (
	"context"
	"time"
)

// DeskUser is a connector in which people do the desk's work: an approval
// channel. UseDesk is called before Read, in the process that reads.
type DeskUser interface {
	UseDesk(d Desk)
}

// Desk is the desk's work for people who are elsewhere. Whatever the pages of the
// desk would forbid is forbidden here, by the same code.
type Desk interface {
	// Changed lists the cases that changed after a revision, and the revision to
	// ask from next time; a negative one lists nothing and returns the present
	// one.
	Changed(ctx context.Context, since int64) (ids []string, next int64, err error)
	// Waiting lists the cases that wait for a person, the most urgent first.
	Waiting(ctx context.Context, limit int) ([]Card, error)
	// Find lists the cases in whose post or author's handle the words stand, the
	// newest first.
	Find(ctx context.Context, words string, limit int) ([]Card, error)
	// Card is one case, nil where there is none.
	Card(ctx context.Context, caseID string) (*Card, error)
	// Do does a deed, or says what forbids it.
	Do(ctx context.Context, d Deed) (Outcome, error)
	// Member reports whether an account may use the desk.
	Member(ctx context.Context, account string) (bool, error)
	// Overview says in a few lines how things stand.
	Overview(ctx context.Context) ([]string, error)
}

// Card is a case as it is shown elsewhere. Its texts hold nothing that hides or
// steers; they are hostile input all the same.
type Card struct {
	Case, URL string // ID, and address in the desk
	Draft     string // ID of the draft that is shown; "" where there is none
	Mark      string // in a word: "high", "safety"
	Title     string // "@maria_p on X"
	Post      string
	PostURL   string
	Posted    time.Time
	Due       time.Time // zero where no answer is owed
	Tone      string    // of the standing: "", "wait", "good", "harm"
	Standing  string    // where it stands, in a sentence or two

	// The answer as it would leave: Text where the private message arrives,
	// Otherwise where it does not. Otherwise is "" where it is Text.
	Text, Otherwise, Private string
	Author                   string   // whose words these are
	Forbids                  []string // why it cannot be approved as it is
	Doubts                   []string // what might be better
	Costs                    string
	Can                      []string // the deeds that it takes now
	AsksWhy                  string   // what to give as a reason for a fold; "" for none
}

// Deeds that can be done elsewhere.
const (
	DeedApprove  = "approve"
	DeedAnother  = "another" // the next wording
	DeedHold     = "hold"    // take the words that hold a question for the answer
	DeedEdit     = "edit"
	DeedReject   = "reject" // with a reason
	DeedFold     = "fold"
	DeedWithdraw = "withdraw" // take an approval back before it leaves
)

// Deed is what somebody wants done.
type Deed struct {
	Do      string
	Account string // of the desk: who does it
	Via     string // where: name of the connector, for the audit trail
	Case    string
	Draft   string // the one that they saw
	Reason  string
	// Of an edit: the answer in their own words.
	Text, Otherwise, Private string
}

// Outcome is what came of a deed: what was done, or why not.
type Outcome struct {
	Done    string
	Forbids []string
}
