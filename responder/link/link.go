// Package link signs the links that customers get: each opens one form of one
// case, for a while. A token holds the case's ID and no personal data; who
// changes a bit of it holds nothing. That it works once, the store sees to.
package link

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
)

// Errors of Open.
var (
	ErrInvalid = errors.New("link: not one of ours")
	ErrExpired = errors.New("link: expired")
)

// Claim is what a token says.
type Claim struct {
	Kind    string // care.AnswerHandoff or care.AnswerFollowUp
	CaseID  string
	Expires time.Time // to the second
}

// Path is where tokens are opened, below the desk's address.
const Path = "/f/"

const (
	version  = 1
	header   = 1 + 1 + 4 // version, kind, seconds
	macBytes = 16        // 128 bits: none can be guessed
	maxToken = 200       // characters
)

// kinds, in the order of their number in a token: never change it.
var kinds = []string{care.AnswerHandoff, care.AnswerFollowUp}

// Signer signs with one key. Its zero value signs nothing and opens nothing.
type Signer struct{ key []byte }

// NewSigner signs with a secret key of at least 32 bytes.
func NewSigner(key []byte) Signer { return Signer{key} }

// URL is the address of a form below base; "" where base is none that may be
// sent to people: it begins with https://.
func (s Signer) URL(base string, c Claim) string {
	if len(s.key) == 0 || !strings.HasPrefix(base, "https://") {
		return ""
	}
	return strings.TrimRight(base, "/") + Path + s.Token(c)
}

// Token is a claim, signed.
func (s Signer) Token(c Claim) string {
	payload := []byte{version, byte(slices.Index(kinds, c.Kind))}
	payload = binary.BigEndian.AppendUint32(payload, uint32(c.Expires.Unix()))
	payload = append(payload, c.CaseID...)
	return base64.RawURLEncoding.EncodeToString(append(payload, s.mac(payload)...))
}

func (s Signer) mac(payload []byte) []byte {
	h := hmac.New(sha256.New, s.key)
	h.Write(payload)
	return h.Sum(nil)[:macBytes]
}

// Open reads a token: ErrInvalid where it is not ours, ErrExpired with its
// claim where it was.
func (s Signer) Open(token string, now time.Time) (Claim, error) {
	if len(token) > maxToken || len(s.key) == 0 {
		return Claim{}, ErrInvalid
	}
	// Strict: a token has one spelling, so that it can be used once.
	raw, err := base64.RawURLEncoding.Strict().DecodeString(token)
	if err != nil || len(raw) <= header+macBytes || strings.ContainsAny(token, "\r\n") {
		return Claim{}, ErrInvalid
	}
	payload, mac := raw[:len(raw)-macBytes], raw[len(raw)-macBytes:]
	if !hmac.Equal(mac, s.mac(payload)) || payload[0] != version || int(payload[1]) >= len(kinds) {
		return Claim{}, ErrInvalid
	}
	c := Claim{Kind: kinds[payload[1]], CaseID: string(payload[header:]), Expires: time.Unix(int64(binary.BigEndian.Uint32(payload[2:])), 0)}
	if !now.Before(c.Expires) {
		return c, ErrExpired
	}
	return c, nil
}

// Hash names a token where it must not be kept itself.
func Hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
