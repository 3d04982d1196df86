package desk

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// Parameters of argon2id: the second of the settings that the OWASP password
// storage cheat sheet calls equivalent. Two at a time stay within 40 MB.
const (
	argonMemory  = 19 * 1024 // KiB
	argonTime    = 2
	argonThreads = 1
	argonKey     = 32
	argonSalt    = 16

	hashingAtOnce = 2
)

// Bounds of a password, in characters and bytes.
const (
	minPassword = 10
	maxPassword = 512
)

// HashPassword returns the argon2id hash of a password as a PHC string. It
// refuses passwords shorter than ten characters.
func HashPassword(pw string) (string, error) {
	if utf8.RuneCountInString(pw) < minPassword || len(pw) > maxPassword {
		return "", fmt.Errorf("password: needs %d characters or more (and at most %d bytes)", minPassword, maxPassword)
	}
	salt := make([]byte, argonSalt)
	rand.Read(salt) // never fails since Go 1.24
	key := argon2.IDKey([]byte(pw), salt, argonTime, argonMemory, argonThreads, argonKey)
	enc := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		argonMemory, argonTime, argonThreads, enc.EncodeToString(salt), enc.EncodeToString(key)), nil
}

// SignInToken makes a one-time token for /sign-in?token=… and the hash that
// Store.SaveSignIn keeps in its place.
func SignInToken() (token, hash string) {
	token = rand.Text()
	return token, hashToken(token)
}

func hashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// phc is a parsed PHC string.
type phc struct {
	memory, time uint32
	threads      uint8
	salt, key    []byte
}

var errHash = errors.New("password: stored hash is not argon2id in PHC format")

func parsePHC(s string) (phc, error) {
	parts := strings.Split(s, "$")
	if len(parts) != 6 || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return phc{}, errHash
	}
	var p phc
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &p.memory, &p.time, &p.threads); err != nil {
		return phc{}, errHash
	}
	if p.memory > 1<<20 || p.time == 0 || p.time > 64 || p.threads == 0 {
		return phc{}, errHash
	}
	var errSalt, errKey error
	p.salt, errSalt = base64.RawStdEncoding.DecodeString(parts[4])
	p.key, errKey = base64.RawStdEncoding.DecodeString(parts[5])
	if errSalt != nil || errKey != nil || len(p.key) == 0 {
		return phc{}, errHash
	}
	return p, nil
}

// passwords checks passwords, a few at a time, so that a burst of sign-ins
// cannot take the machine's memory.
type passwords struct {
	turn  chan struct{}
	decoy string // stands in where there is no hash, so that both cases take as long
}

func newPasswords() passwords {
	decoy, err := HashPassword(rand.Text())
	if err != nil {
		panic(err) // rand.Text is longer than minPassword
	}
	return passwords{turn: make(chan struct{}, hashingAtOnce), decoy: decoy}
}

// hash is HashPassword, in turn.
func (p passwords) hash(pw string) (string, error) {
	p.turn <- struct{}{}
	defer func() { <-p.turn }()
	return HashPassword(pw)
}

// match reports whether pw has the hash, in a time that does not tell which of
// the two was wrong. An empty hash matches nothing.
func (p passwords) match(hash, pw string) bool {
	p.turn <- struct{}{}
	defer func() { <-p.turn }()
	given := hash
	if given == "" || len(pw) > maxPassword {
		given = p.decoy
	}
	want, err := parsePHC(given)
	if err != nil {
		return false
	}
	key := argon2.IDKey([]byte(pw), want.salt, want.time, want.memory, want.threads, uint32(len(want.key)))
	return subtle.ConstantTimeCompare(key, want.key) == 1 && hash != ""
}
