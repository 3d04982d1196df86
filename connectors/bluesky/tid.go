package bluesky

import (
	"fmt"
	"hash/fnv"
	"regexp"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// tidDigits are the digits of a timestamp identifier: base 32 that sorts.
const tidDigits = "234567abcdefghijklmnopqrstuvwxyz"

// keySyntax is that of record keys: https://atproto.com/specs/record-key.
var keySyntax = regexp.MustCompile(`^[A-Za-z0-9._:~-]{1,512}$`)

// rkey derives the key of our record from the send: the same send, the same
// key, for ever. It is a TID as https://atproto.com/specs/tid has it: a zero
// bit, 53 bits of Unix microseconds, 10 bits of clock. Time is that of the send
// in milliseconds, which is what outlives the store; a hash of the send's ID
// gives the microseconds within and the clock, so that sends of the same
// millisecond get different keys.
func rkey(s care.Send) (string, error) {
	ms := s.CreatedAt.UnixMilli()
	if ms <= 0 || ms >= 1<<53/1000 {
		return "", fmt.Errorf("bluesky: %w: send %s has no sensible time of creation", connectors.ErrRefused, s.ID)
	}
	h := fnv.New64a()
	h.Write([]byte(s.ID))
	hash := h.Sum64()
	us := uint64(ms)*1000 + hash>>10%1000
	return encodeTID(us<<10 | hash&0x3ff), nil
}

func encodeTID(n uint64) string {
	var tid [13]byte
	for i := len(tid) - 1; i >= 0; i-- {
		tid[i] = tidDigits[n&31]
		n >>= 5
	}
	return string(tid[:])
}

// createdAt is the time that our record shows: fixed, so that putting it twice
// changes nothing.
func createdAt(s care.Send) string {
	return s.CreatedAt.UTC().Truncate(time.Millisecond).Format("2006-01-02T15:04:05.000Z")
}
