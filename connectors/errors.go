package connectors

import (
	"errors"
	"fmt"
	"time"
)

// Errors that a connector wraps (%w) and that carry control flow.
var (
	// ErrUnauthorized: the platform does not accept our credentials.
	ErrUnauthorized = errors.New("not authorised")
	// ErrMisconfigured: a setting cannot work.
	ErrMisconfigured = errors.New("misconfigured")
	// ErrRefused: the platform took nothing and never will take this
	// message (deleted parent, blocked, too long).
	ErrRefused = errors.New("refused by the platform")
	// ErrGone: the post to be answered is no longer on the platform: its author
	// deleted it, or it was taken down. It is an ErrRefused, and the post's text
	// is erased as if the platform had told of the deletion.
	ErrGone = fmt.Errorf("%w: the post is gone", ErrRefused)
	// ErrCannotMessage: this author accepts no private message from us. Another
	// route must be offered.
	ErrCannotMessage = errors.New("they do not accept messages")
	// ErrNotFound: Find read the platform and the send does not stand.
	ErrNotFound = errors.New("not found on the platform")
	// ErrCannotFind: this connector, as it is configured, cannot read its
	// earlier sends back; only a person can tell.
	ErrCannotFind = errors.New("cannot look earlier messages up")
	// ErrNotSent: the request certainly never reached the platform (the
	// connection was refused); trying again is safe.
	ErrNotSent = errors.New("not sent")
)

// RateLimitError says that the platform took nothing and when to come back.
type RateLimitError struct {
	After time.Duration // zero when the platform did not say
	// Budget, if set, says which budget of ours is spent: the platform was not
	// asked.
	Budget string
}

func (e *RateLimitError) Error() string {
	switch {
	case e.Budget != "":
		return fmt.Sprintf("%s; it begins anew in %s", e.Budget, e.After.Round(time.Second))
	case e.After <= 0:
		return "rate limited by the platform"
	}
	return fmt.Sprintf("rate limited by the platform for %s", e.After)
}
