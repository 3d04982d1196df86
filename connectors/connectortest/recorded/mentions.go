package recorded

import (
	"context"
	"errors"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// Mentions reads a recording from its beginning until what came is enough.
func Mentions(t *testing.T, c connectors.Connector, enough func(got []care.Mention) bool) []care.Mention {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var got []care.Mention
	err := c.(connectors.Source).Read(ctx, "", func(_ context.Context, b connectors.Batch) error {
		if got = append(got, b.Mentions...); enough(got) {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("read ended with %v after %d mentions", err, len(got))
	}
	return got
}

// Many is enough for Mentions when n came.
func Many(n int) func([]care.Mention) bool {
	return func(got []care.Mention) bool { return len(got) >= n }
}
