package bluesky

import (
	"errors"
	"fmt"
	"regexp"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/care"
	"goodgraces/connectors"
)

func TestEncodeTID(t *testing.T) {
	for n, want := range map[uint64]string{
		0: "2222222222222", 1: "2222222222223", 31: "222222222222z", 32: "2222222222232", 1<<63 - 1: "bzzzzzzzzzzzz",
	} {
		if got := encodeTID(n); got != want {
			t.Errorf("encodeTID(%d) = %s, want %s", n, got, want)
		}
	}
}

// A key is a TID, depends on the send alone and sorts by time.
func TestRKey(t *testing.T) {
	syntax := regexp.MustCompile(`^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$`)
	rapid.Check(t, func(t *rapid.T) {
		ms := rapid.Int64Range(1, 1<<53/1000-2).Draw(t, "ms")
		id := rapid.String().Draw(t, "id")
		s := care.Send{ID: id, CreatedAt: time.UnixMilli(ms).Add(time.Duration(rapid.IntRange(0, 999_999).Draw(t, "ns")))}
		stored := care.Send{ID: id, CreatedAt: time.UnixMilli(s.CreatedAt.UnixMilli()).UTC()}
		later := care.Send{ID: id, CreatedAt: time.UnixMilli(ms + 1)}
		key, err := rkey(s)
		again, _ := rkey(stored)
		after, _ := rkey(later)
		if err != nil || !syntax.MatchString(key) || key != again || key >= after {
			t.Fatalf("%q, %v; from the store %q; a millisecond later %q", key, err, again, after)
		}
	})
}

func TestSendsOfOneMillisecondGetTheirOwnKeys(t *testing.T) {
	keys := map[string]bool{}
	for n := range 300 {
		key, err := rkey(care.Send{ID: fmt.Sprintf("case%d.public.1", n), CreatedAt: time.UnixMilli(1_795_338_000_000)})
		if err != nil || keys[key] {
			t.Fatalf("%d: %s, %v", n, key, err)
		}
		keys[key] = true
	}
}

func TestASendWithoutTimeIsRefused(t *testing.T) {
	if _, err := rkey(care.Send{ID: "a"}); !errors.Is(err, connectors.ErrRefused) {
		t.Errorf("got %v", err)
	}
}
