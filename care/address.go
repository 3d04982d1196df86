package care

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
)

// masked stands for what is not shown.
const masked = "***"

// addresses finds what has a scheme, and what begins with NAME:PASSWORD@.
var addresses = regexp.MustCompile(`[A-Za-z][A-Za-z0-9+.-]*://\S*|[^\s/:@"'(<]*:[^\s@]+@\S*`)

// MaskAddresses is a text as it may be shown, logged and told in errors: of the
// addresses in it, who signs in there, the values of their parameters, their
// fragments and whatever may be a key within their paths are masked. Where an
// address leads remains to be seen, and the names of its parameters.
func MaskAddresses(text string) string {
	return addresses.ReplaceAllStringFunc(text, func(found string) string {
		if mailbox.MatchString(found) {
			return found
		}
		return MaskAddress(found)
	})
}

// mailbox is an address of a person, in which nobody signs in.
var mailbox = regexp.MustCompile(`^(?:mailto|acct|sips?|xmpp):[^\s:/@]+@[^\s:/@]+$`)

// MaskAddress does the same with one address. What cannot be read as one is masked
// whole.
func MaskAddress(address string) string {
	if address == "" {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return masked
	}
	shown := u.Scheme + "://"
	if u.User != nil {
		shown += masked + "@"
	}
	return shown + u.Host + maskPath(u.EscapedPath()) + maskQuery(u.RawQuery)
}

// maskQuery keeps the names of the parameters: they tell one address from
// another. What stands alone may be a key itself.
func maskQuery(query string) string {
	if query == "" {
		return ""
	}
	pairs := strings.Split(query, "&")
	for i, pair := range pairs {
		key, _, named := strings.Cut(pair, "=")
		if pairs[i] = masked; named && !keylike(key) {
			pairs[i] = key + "=" + masked
		}
	}
	return "?" + strings.Join(pairs, "&")
}

// maskPath masks what looks like a key, and all that stands behind a word that a
// key follows.
func maskPath(path string) string {
	segments := strings.Split(path, "/")
	behind := false
	for i, segment := range segments {
		plain, err := url.PathUnescape(segment)
		if segment != "" && (behind || err != nil || keylike(plain)) {
			segments[i] = masked
		}
		behind = behind || keysFollow[strings.ToLower(plain)]
	}
	return strings.Join(segments, "/")
}

// keysFollow are the words behind which paths hold a key: /hooks/KEY of Mattermost
// and Discourse, /api/webhooks/ID/KEY of Discord, /services/T/B/KEY of Slack.
var keysFollow = wordSet("hook hooks webhook webhooks webhookb2 services token tokens access_token key keys apikey api_key api-key " +
	"secret secrets private password auth signature sig sid session")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// What people give names to stays within these, in letters and digits:
// "internationalization" has 20, "20261128103000" 14, "ANNOUNCEMENTS" 13,
// "iphone15" 8 of both, and "MyShowOnTheRoad" 4 capitals behind its first.
const (
	maxWord     = 22
	maxNumber   = 14
	maxShouted  = 13
	maxMixed    = 8
	maxCapitals = 4
	minKey      = 10 // shorter ones are taken for names
)

// keylike reports whether a part of an address may be a key rather than a name: it
// assigns something, mixes letters, capitals and digits as nobody does in a name,
// or goes on without a break for longer than words do.
func keylike(part string) bool {
	if strings.ContainsAny(part, ":=;%") {
		return true
	}
	var all run
	for _, word := range strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		one := runOf(word)
		if one.keylike() {
			return true
		}
		all.digits, all.odd, all.mixed = all.digits+one.digits, all.odd+one.odd, all.mixed+one.mixed
	}
	long := len(part) >= minKey
	return long && (all.odd > 0 && all.digits > 0 || all.odd > maxCapitals || all.mixed > 1)
}

// run is what a stretch of letters and digits consists of.
type run struct {
	small, capitals, digits int
	odd                     int // capitals behind the first character, among small letters
	mixed                   int // 1 where there are both letters and digits
}

func runOf(word string) run {
	var r run
	for i, c := range word {
		switch {
		case unicode.IsDigit(c):
			r.digits++
		case !unicode.IsUpper(c):
			r.small++
		default:
			r.capitals++
			if i > 0 {
				r.odd++
			}
		}
	}
	if r.small == 0 {
		r.odd = 0
	}
	if r.digits > 0 && r.small+r.capitals > 0 {
		r.mixed = 1
	}
	return r
}

func (r run) keylike() bool {
	letters := r.small + r.capitals
	return letters > maxWord || r.digits > maxNumber || r.mixed > 0 && letters+r.digits > maxMixed || r.small == 0 && letters > maxShouted
}
