package check

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/nyaruka/phonenumbers"
)

// Personal is one piece of personal data found in a text.
type Personal struct {
	Kind  string // "e-mail address", "phone number", "card number", "IBAN", "reference", "number plate", "postal address"
	Text  string // as it stands
	plain string // letters and digits alone, folded, to compare
}

// FindPersonal finds personal data in a text: e-mail addresses, phone numbers
// (in context), card numbers (Luhn), IBANs (mod 97), order and booking
// references, postcodes, street addresses. Text is how each stands in
// Straighten(s).
func FindPersonal(s string) []Personal {
	s = Straighten(clip(s))
	found := findMails(s)
	add := func(kind, text string) {
		found = append(found, Personal{kind, text, key(kind, plain(text))})
	}
	if !hasDigit(s) {
		return found
	}
	h := hintsOf(s)
	for _, run := range findIf(h.number, numberRun, s) {
		if kind := numberKindOf(run); kind != "" {
			add(kind, run)
		}
	}
	for _, run := range findIf(h.letters, ibanShape(), s) {
		if isIBAN(plain(run)) {
			add("IBAN", run)
		}
	}
	for _, run := range codes(s) {
		add("reference", run)
	}
	for _, m := range findIf(mayAddress(s), addressShape(), s) {
		add("postal address", m)
	}
	for _, m := range findIf(h.letters, plateShape, s) {
		add("number plate", m)
	}
	for _, m := range findIf(h.postcode, postcodeShape, s) {
		add("postcode", m)
	}
	return found
}

// findIf finds what has a shape, where it may be there.
func findIf(may bool, shape *regexp.Regexp, s string) []string {
	if !may {
		return nil
	}
	return shape.FindAllString(s, maxFound)
}

// key is what of a piece of data gives it away, however the rest is written: of
// a phone number the last digits, which no prefix changes, of an address the
// street.
func key(kind, plain string) string {
	switch kind {
	case "phone number":
		return plain[max(0, len(plain)-subscriberDigits):]
	case "postal address":
		return strings.TrimRight(strings.TrimLeft(plain, "0123456789"), "0123456789")
	}
	return plain
}

// subscriberDigits are fewer than a number has behind its country and trunk
// prefix wherever it has ten (North America, Britain), and enough to be nobody
// else's.
const subscriberDigits = 8

func findMails(s string) []Personal {
	s = respell(s)
	if !mayMail(s) {
		return nil
	}
	var found []Personal
	for _, m := range emailShape().FindAllString(s, maxFound) {
		found = append(found, Personal{"e-mail address", m, plain(m)})
	}
	return found
}

// mayMail reports an @ in the middle of a word: a mention has none before it.
func mayMail(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i] == '@' && s[i-1] > ' ' {
			return true
		}
	}
	return false
}

// maxFound bounds what one text can make us look at.
const maxFound = 64

var (
	emailShape    = lazily(`[\pL\pN._%+-]{1,64}@[\pL\pN-]{1,63}(?:\.[\pL\pN-]{1,63})*\.\pL{2,24}`)
	numberRun     = regexp.MustCompile(`\+?\(?\d[\d ()./-]{5,24}\d`)
	ibanShape     = lazily(`\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,30}\b`)
	postcodeShape = regexp.MustCompile(`\b[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}\b`) // British; others are digits alone
	plateShape    = regexp.MustCompile(`\b[A-Z]{2}\d{2} ?[A-Z]{3}\b`)                   // British; others look like any word and number
	addressShape  = lazily(`(?i)\b\d{1,5}[a-z]? (?:[\pL.'-]+ ){1,3}(?:` + streets + `)\b|\b[\pL-]+(?:` + germanEndings + `) \d{1,4}[a-z]?\b|\b(?:` + spanishWays + `) (?:[\pL]+ ){0,3}[\pL]+,? \d{1,4}\b`)
)

// lazily compiles a large expression at its first use.
func lazily(shape string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(shape) })
}

func numberKindOf(run string) string {
	digits := onlyDigits(run)
	switch {
	case isCard(run, digits):
		return "card number"
	case isInternational(run, digits):
		return "phone number"
	case isDate(run):
		return ""
	case isPhone(run, digits):
		return "phone number"
	case len(digits) >= 6:
		return "reference"
	}
	return ""
}

func isInternational(run, digits string) bool {
	return strings.HasPrefix(run, "+") && len(digits) >= 7 && len(digits) <= 15
}

func isCard(run, digits string) bool {
	return !isInternational(run, digits) && len(digits) >= 13 && len(digits) <= 19 && luhn(digits)
}

// isPhone asks the phone library only about what is long enough, trying the
// regions whose customers we meet; a number that starts with + names its own.
func isPhone(run, digits string) bool {
	if len(digits) < 7 || len(digits) > 15 {
		return false
	}
	if strings.HasPrefix(digits, "00") {
		return true
	}
	for _, region := range []string{"US", "GB", "DE", "ES"} {
		number, err := phonenumbers.Parse(run, region)
		if err == nil && phonenumbers.IsValidNumberForRegion(number, region) {
			return true
		}
	}
	return false
}

func isDate(run string) bool {
	return dateShape.MatchString(run)
}

var dateShape = regexp.MustCompile(`^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4} ?- ?\d{4})$`)

// codes finds words that mix letters and digits, or digits behind "order",
// "booking", "#": what a company files a customer under.
func codes(s string) []string {
	var found []string
	labelled := false
	for field := range strings.FieldsFuncSeq(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:!?()\"", r) }) {
		word := strings.Trim(field, ".#'’")
		if isCode(word, labelled || strings.HasPrefix(field, "#")) && len(found) < maxFound {
			found = append(found, word)
		}
		switch strings.ToLower(word) {
		case "is", "number", "no", "nr", "ref", "nummer", "numero", "número", "":
		default:
			labelled = slices.Contains(labels, strings.ToLower(word))
		}
	}
	return found
}

var labels = []string{
	"order", "booking", "reference", "confirmation", "reservation", "account", "tracking", "case", "ticket",
	"pnr", "locator", "code", "invoice", "policy", "customer", "bestellung", "bestellnummer", "buchung",
	"buchungscode", "kundennummer", "auftrag", "pedido", "reserva", "localizador", "factura", "cliente",
}

// isCode wants letters and digits mixed, seven or more; behind a label any
// digits.
func isCode(word string, labelled bool) bool {
	if len(word) < 5 || len(word) > 40 || strings.ContainsAny(word, "@/£$€%") {
		return false
	}
	digits, letters := 0, 0
	for _, r := range word {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsLetter(r):
			letters++
		case r != '-' && r != '_':
			return false
		}
	}
	if labelled {
		return digits >= 4 || digits > 0 && letters > 0
	}
	return digits >= 3 && letters >= 1 && len(word) >= 7
}

func repeatsPersonalData(r *reading) string {
	const advice = " of the customer stands in the answer; leave it out"
	straight := Straighten(r.reply.raw)
	known := r.personal.wordy()
	if hasDigit(straight) {
		if kind := bankNumber(straight); kind != "" {
			return "a " + kind + advice
		}
		known = r.personal.all()
	}
	if len(known) == 0 {
		return ""
	}
	reply := plain(respell(straight))
	for _, p := range known {
		if len(p.plain) >= 5 && strings.Contains(reply, p.plain) {
			return "a " + p.Kind + advice
		}
	}
	return ""
}

// respell undoes how people hide an address from machines: "jo at example dot
// com". A bare "at" is none without its "dot".
func respell(s string) string {
	if !maySpell(s) || !strings.ContainsAny(s, "([{") && !spelledDot.MatchString(s) {
		return s
	}
	return spelledAt.ReplaceAllString(spelledDot.ReplaceAllString(s, "."), "@")
}

var (
	spelledDot = regexp.MustCompile(`(?i) *[(\[{] *(?:dot|punkt|punto) *[)\]}] *| (?:dot|punkt|punto) `)
	spelledAt  = regexp.MustCompile(`(?i) *[(\[{] *(?:at|arroba) *[)\]}] *| (?:at|arroba) `)
)

// personalData is what a post holds, found once it is asked for: most answers
// have no digit, and most posts neither data without one.
type personalData struct {
	all   func() []Personal
	wordy func() []Personal // what can be given away without a digit
}

func personalIn(post string) personalData {
	all := sync.OnceValue(func() []Personal { return FindPersonal(post) })
	wordy := sync.OnceValue(func() []Personal {
		straight := Straighten(clip(post))
		if !hasDigit(straight) || !mayAddress(straight) || !addressShape().MatchString(straight) {
			return findMails(straight)
		}
		return slices.DeleteFunc(slices.Clone(all()), func(p Personal) bool { return hasDigit(p.plain) && p.Kind != "e-mail address" })
	})
	return personalData{all, wordy}
}

// bankNumber names a card number or an IBAN, whosever it is.
func bankNumber(s string) string {
	h := hintsOf(s)
	for _, run := range findIf(h.number, numberRun, s) {
		if isCard(run, onlyDigits(run)) {
			return "card number"
		}
	}
	for _, run := range findIf(h.letters, ibanShape(), s) {
		if isIBAN(plain(run)) {
			return "IBAN"
		}
	}
	return ""
}

// plain keeps letters and digits, folded.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, fold(s))
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// luhn is ISO/IEC 7812-1 annex B.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0 && strings.Trim(digits, "0") != ""
}

// isIBAN is ISO 13616: the first four characters go to the end, letters count
// from ten, and the whole leaves one when divided by 97.
func isIBAN(s string) bool {
	if len(s) < 15 || len(s) > 34 {
		return false
	}
	var digits strings.Builder
	for _, r := range s[4:] + s[:4] {
		switch {
		case r >= '0' && r <= '9':
			digits.WriteRune(r)
		case r >= 'a' && r <= 'z':
			digits.WriteString(big.NewInt(int64(r - 'a' + 10)).String())
		default:
			return false
		}
	}
	n, ok := new(big.Int).SetString(digits.String(), 10)
	return ok && new(big.Int).Mod(n, big.NewInt(97)).Int64() == 1
}
