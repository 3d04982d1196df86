package care

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// Money is an amount in millionths of a US dollar: platforms price single calls
// in fractions of a cent.
type Money int64

// Dollar is one US dollar.
const Dollar Money = 1_000_000

// Dollars turns an amount as people write it into Money, rounded up.
func Dollars(amount float64) Money { return Money(math.Ceil(amount*float64(Dollar) - 1e-6)) }

// String writes "$0.015": at least two decimals, and no zeros after them.
func (m Money) String() string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	fraction := fmt.Sprintf("%06d", m%Dollar)
	fraction = fraction[:2] + strings.TrimRight(fraction[2:], "0")
	return fmt.Sprintf("%s$%d.%s", sign, m/Dollar, fraction)
}

// Eligibility says, before anything is drafted, in which ways a post can be
// answered and what each way costs.
type Eligibility struct {
	Reply   Way `json:"reply"`
	Message Way `json:"message"`
}

// Way is one way to answer a post.
type Way struct {
	OK bool `json:"ok"`
	// Reason says, where the way is closed, why, and what to do instead.
	Reason string `json:"reason,omitempty"`
	Cost   Money  `json:"cost,omitempty"` // of one message, as the platform prices it
	// LinkCost is what a message costs instead where it holds a link; 0 is the
	// same.
	LinkCost Money `json:"link_cost,omitempty"`
}

// Health is how a connector does, as the process that reads it said last.
type Health struct {
	Connector string    `json:"connector"`
	State     string    `json:"state"` // see package connectors
	Reason    string    `json:"reason,omitempty"`
	Since     time.Time `json:"since,omitzero"`     // in this state since
	Heard     time.Time `json:"heard,omitzero"`     // last sign of life of the platform
	Event     time.Time `json:"event,omitzero"`     // last mention that was read
	Cursor    string    `json:"cursor,omitempty"`   // last saved cursor
	CursorAt  time.Time `json:"cursor_at,omitzero"` // when it was saved
	Expiry    *Expiry   `json:"expiry,omitempty"`   // of a credential, where it ends
	Holder    string    `json:"holder,omitempty"`   // the process that says so
	At        time.Time `json:"at,omitzero"`        // when it said so
}

// Expiry is when a credential ends.
type Expiry struct {
	What string    `json:"what"` // "the access token"
	At   time.Time `json:"at"`
}

// ExpiryNotice is how long ahead people are warned that a credential ends: a
// week holds a holiday.
const ExpiryNotice = 7 * 24 * time.Hour

// Due reports whether the end is near enough to be told.
func (e *Expiry) Due(now time.Time) bool { return e != nil && e.At.Sub(now) < ExpiryNotice }
