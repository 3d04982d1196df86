package llm

import (
	"regexp"
	"slices"
	"strings"

	"goodgraces/responder/check"
)

var (
	handleShape = regexp.MustCompile(`[@＠][\pL\pN_][\pL\pN_.:-]*(?:@[\pL\pN.-]+)?`)
	linkShape   = regexp.MustCompile(`(?i)\b(?:https?://|www\.)\S+`)
	digitsShape = regexp.MustCompile(`\pN[\pN .,/-]{3,}\pN`)
)

// maxPost is how much of a post a model is shown, in bytes.
const maxPost = 2000

// Redact replaces what tells who somebody is: mail addresses, telephone, card
// and order numbers, street addresses, handles, links, and every other long
// number.
func Redact(post string) string {
	post = clip(post, maxPost)
	found := check.FindPersonal(post)
	if len(found) > 0 {
		post = check.Straighten(post) // as they were found in
	}
	slices.SortStableFunc(found, func(a, b check.Personal) int { return len(b.Text) - len(a.Text) }) // one may lie within another
	for _, p := range found {
		post = strings.ReplaceAll(post, p.Text, "["+p.Kind+"]")
	}
	post = linkShape.ReplaceAllString(post, "[link]")
	post = handleShape.ReplaceAllString(post, "[account]")
	return digitsShape.ReplaceAllString(post, "[number]")
}
