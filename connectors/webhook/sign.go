package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The headers of a signed call.
const (
	HeaderTimestamp = "X-Graces-Timestamp"
	HeaderSignature = "X-Graces-Signature"
)

// signer is the shared secret.
type signer string

// Sign sets the headers that sign a call with a body at a time. It is what the
// other side has to do.
func Sign(h http.Header, secret string, at time.Time, body []byte) {
	stamp := strconv.FormatInt(at.Unix(), 10)
	h.Set(HeaderTimestamp, stamp)
	h.Set(HeaderSignature, "sha256="+hex.EncodeToString(signer(secret).sum(stamp, body)))
}

func (s signer) sum(stamp string, body []byte) []byte {
	mac := hmac.New(sha256.New, []byte(s))
	mac.Write([]byte(stamp + "."))
	mac.Write(body)
	return mac.Sum(nil)
}

// Why a call is not taken. None says more than the caller knows.
var (
	errNoSignature  = errors.New(HeaderSignature + " must be sha256= and 64 hex digits")
	errNoTimestamp  = errors.New(HeaderTimestamp + " must be Unix seconds")
	errOutsideTime  = errors.New(HeaderTimestamp + " is too far from our clock; is yours right?")
	errBadSignature = errors.New(HeaderSignature + " does not fit; is the secret the same on both sides, and the body as it was signed?")
)

// verify checks a call's signature and time. It returns the signature, by which
// the call is known.
func (s signer) verify(h http.Header, body []byte, now time.Time, window time.Duration) (string, error) {
	given, ok := strings.CutPrefix(h.Get(HeaderSignature), "sha256=")
	sum, err := hex.DecodeString(given)
	if !ok || err != nil || len(sum) != sha256.Size {
		return "", errNoSignature
	}
	stamp := h.Get(HeaderTimestamp)
	at, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return "", errNoTimestamp
	}
	if !hmac.Equal(sum, s.sum(stamp, body)) {
		return "", errBadSignature
	}
	if off := now.Sub(time.Unix(at, 0)); off > window || off < -window {
		return "", errOutsideTime
	}
	return string(sum), nil
}

// seen remembers the calls that were taken for as long as their timestamps are
// good, so that one that is repeated is taken once.
type seen struct {
	mu    sync.Mutex
	until map[string]time.Time // by signature
	swept time.Time
}

func newSeen() *seen { return &seen{until: map[string]time.Time{}} }

func (s *seen) has(signature string, now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return now.Before(s.until[signature])
}

// add remembers a call. A timestamp of now+window is good until now+2·window.
func (s *seen) add(signature string, now time.Time, window time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.until[signature] = now.Add(2 * window)
	if now.Sub(s.swept) < window {
		return
	}
	s.swept = now
	for sig, until := range s.until {
		if !now.Before(until) {
			delete(s.until, sig)
		}
	}
}
