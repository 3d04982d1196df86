package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fact is the known answer that a reply to a question says word for word, ""
// for none. A complaint is not met with one.
func (r *reading) fact() string {
	if r.complaint {
		return ""
	}
	for _, fact := range r.facts {
		if Says(r.whole, fact) {
			return fact
		}
	}
	return ""
}

// besideFacts is a reply without the known answers in it: a price or a rule of
// the house that a manager keeps is what was asked for, and offers nothing to
// anybody. One that gives money to somebody stays.
func (r *reading) besideFacts() text {
	if r.fact() == "" {
		return r.reply
	}
	longest := slices.SortedFunc(slices.Values(r.facts), func(a, b string) int { return len(b) - len(a) })
	rest := r.raw
	for _, fact := range longest {
		for at := said(rest, fact); at >= 0 && !readText(fact).has(gives); at = said(rest, fact) {
			rest = rest[:at] + " " + rest[at+len(fact):]
		}
	}
	return readText(rest)
}

// Says reports whether a reply says a fact word for word, as a sentence or
// sentences of its own.
func Says(reply, fact string) bool { return said(reply, fact) >= 0 }

// said is where a reply says a fact, -1 for nowhere.
func said(reply, fact string) int {
	for at := 0; fact != ""; at += len(fact) {
		i := strings.Index(reply[at:], fact)
		if i < 0 {
			break
		}
		at += i
		if begins(reply[:at]) && ends(fact, reply[at+len(fact):]) {
			return at
		}
	}
	return -1
}

// begins reports whether a sentence can begin behind a text; a handle may stand
// before one.
func begins(before string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.HasPrefix(word, "@") || !unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune(",;-–—'’(", last)
}

// ends reports whether a fact ends its sentence where rest follows it.
func ends(fact, rest string) bool {
	after := strings.TrimLeft(rest, ".!?…")
	ended := after != rest || begins(fact)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, unicode.IsSpace))
	word := unicode.IsLetter(next) || unicode.IsDigit(next)
	switch first, _ := utf8.DecodeRuneInString(after); {
	case after == "":
		return true
	case !unicode.IsSpace(first):
		return ended && !word
	}
	return ended || !unicode.IsLower(next) && !unicode.IsDigit(next)
}

// gives is money that is given to somebody: no price and no rule of the house.
var gives = compile(`
	we|i ..1 will|are|can|would ..3 offer|offering|give|giving|send|sending|issue|grant|apply|refund ..6 refund|refunds|voucher|vouchers|compensation|reimbursement|rebate|goodwill|cashback|coupon|coupons|discount|credit|points|money
	we|i ..1 will|are ..3 give|giving|pay|paying|credit|refund|transfer ..4 #money|#percent
	offer|give|send|issue|grant|apply|pay|credit|transfer you|everybody|everyone|anyone|anybody ..5 refund|voucher|vouchers|compensation|reimbursement|rebate|goodwill|cashback|coupon|discount|credit|points|money|#percent
	give|pay|credit|transfer|owe you|everybody|everyone|anyone|anybody ..4 #money
	refund|reimburse|compensate|recompense you|your|everybody|everyone|anyone|anybody
	you|everybody|everyone ..1 will|shall ..1 get|have|receive ..4 refund|voucher|compensation|reimbursement|rebate|goodwill|cashback|coupon|refunded|reimbursed|compensated
	you|everybody|everyone ..1 will|shall ..1 get|have|receive ..1 #money|#percent
	your refund|voucher|compensation|credit will|is|has ..1 be|been|on|processed
	^ have|enjoy|take|claim|here|get a|an|your|is ..3 voucher|coupon|rebate|goodwill|refund|discount|#money
	on us|me $|,|and|for|as
	on the house
	goodwill
	make it up to you
	as an|our|a ..1 apology|sorry
	for your|the trouble|inconvenience|wait|patience
	gebe|geben|schicke|schicken|sende|senden|erstatte|erstatten|zahle|zahlen|gewahren|schreiben|uberweisen ..1 ihnen|dir|euch|allen|jedem ..5 gutschein|gutscheine|rabatt|nachlass|entschadigung|gutschrift|geld|betrag|#money|euro|gut
	ihnen|dir|euch|allen|jedem ..5 gutschein|gutscheine|rabatt|nachlass|entschadigung|gutschrift|geld|#money|euro ..2 geben|schicken|senden|erstatten|zahlen|gewahren|uberweisen|schenken
	sie|du|ihr bekommen|bekommst|bekommt|erhalten|erhaltst|erhaltet ..4 gutschein|entschadigung|gutschrift|erstattung
	spendiere|spendieren|schenke|schenken|wiedergutmachung|kulanz
	geht|gehen ..3 auf uns|haus
	le|les|te|os ..1 damos|daremos|enviamos|enviaremos|devolvemos|devolveremos|reembolsamos|reembolsaremos|compensamos|compensaremos|abonamos|abonaremos|ofrecemos|hacemos|haremos ..5 vale|cupon|descuento|reembolso|dinero|importe|compensacion|bono|#money|#percent|euros
	daremos|enviaremos ..5 vale|cupon|descuento|reembolso|compensacion|bono
	regalamos|regalaremos|compensaremos
	invita la casa
	por las molestias
`)
