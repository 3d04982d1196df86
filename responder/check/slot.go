package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

func unfilledSlot(r *reading) string {
	reply := r.reply.raw
	if strings.TrimSpace(reply) == "" {
		return "there is no text; write the answer"
	}
	if found := slot(reply); found != "" && !strings.Contains(r.post.raw, found) {
		return broken(found, "a slot was left unfilled; fill it or take it out")
	}
	return ""
}

// slot finds {brand}, [Name], <name>, %s, XXX and the like.
func slot(s string) string {
	for _, pair := range []string{"{}", "[]", "<>"} {
		open := strings.IndexByte(s, pair[0])
		if open < 0 {
			continue
		}
		end := strings.IndexByte(s[open:], pair[1])
		if end > 1 && end < 40 && !strings.ContainsAny(s[open:open+end], "0123456789:/") {
			return s[open : open+end+1]
		}
	}
	for _, mark := range []string{"{{", "}}", "${", "%s", "%v", "%d", "^XX", "___", "XXX", "TBD", "TODO", "INSERT ", "£X", "$X", "€X", "DD/MM", "DD.MM", "TT.MM", "HH:MM", "{0}", "{1}", "%%", "Lorem ipsum"} {
		if strings.Contains(s, mark) {
			return mark
		}
	}
	if strings.Contains(s, "XX") {
		if found := maskedTime.FindString(s); found != "" {
			return found
		}
	}
	for word := range strings.FieldsSeq(s) {
		if word = strings.Trim(word, ",.!?:*()"); slotWords[word] {
			return word
		}
	}
	if strings.ContainsAny(s, "_#%|*(") {
		if found := markedSlot.FindString(s); found != "" {
			return found
		}
	}
	return greetsNobody(s)
}

// slotWords are left by people who copied a text that was to be filled in, or
// by a program that had nothing to fill in.
var slotWords = func() map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq(`NAME FIRSTNAME CUSTOMER CUSTOMERNAME USERNAME BRAND KUNDENNAME VORNAME NACHNAME NOMBRE APELLIDO null undefined NaN XX
		CustomerName ClientName GuestName UserName AgentName FirstName LastName OrderNumber BookingNumber CaseNumber ProductName`) {
		words[word] = true
	}
	return words
}()

var (
	// markedSlot is customer_name, #city#, %agent%, (agent name), (insert date).
	markedSlot = regexp.MustCompile(`(?i)(?:^|[^\pL\pN@_/.])(?:customer|client|guest|user|agent|first|last|full|order|booking|case|ticket|product|brand|company|city|store|link|date)_(?:name|number|no|nr|id|ref|city|date|link|url|amount|here|brand)\b` +
		`|[#%|*](?:name|customer|agent|city|order|brand|product|date|number)[#%|*]` +
		`|\((?:(?:your |customer |customer's |agent |first |brand |company |product )?name|agent|customer|insert [^)]*|order (?:number|no))\)`)
	maskedTime = regexp.MustCompile(`\bX{1,2}[:.]X{2}\b`)
)

// greetsNobody finds a greeting at the beginning that lacks the name: "Hi ,".
func greetsNobody(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end <= 0 {
		return ""
	}
	rest := strings.TrimLeft(s[end:], " ")
	if rest == "" || rest[0] != ',' && rest[0] != '!' {
		return ""
	}
	is := func(word string) bool { return strings.EqualFold(s[:end], word) }
	spaced := len(rest) < len(s)-end
	if slices.ContainsFunc(letterOpenings, is) || spaced && slices.ContainsFunc(greetings, is) {
		return s[:len(s)-len(rest)+1]
	}
	return ""
}

var (
	letterOpenings = []string{"dear", "liebe", "lieber", "liebes"}
	greetings      = []string{"hi", "hello", "hey", "hola", "hallo"} // "Hi!" is a greeting, "Hi !" lacks a name
)
