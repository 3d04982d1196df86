package x

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"goodgraces/connectors"
)

// queries are what the search is asked for: the keywords, and quotes of the
// accounts' posts. Mentions are left out, since their timeline is read beside it
// at a fifth of the price. Several, where one would be longer than X takes.
func (x *X) queries(accounts []string) ([]string, error) {
	terms, without := x.terms(), " -is:retweet"
	for _, h := range x.ignored() {
		without += " -from:" + h
	}
	for _, h := range accounts {
		terms = append(terms, quotesOf(h)...)
		without += " -from:" + h + " -@" + h
	}
	return pack(terms, without, x.set.Int("query_length"))
}

// rules are what the stream is asked for: mentions as well, and the accounts'
// own answers, which belong to the conversations.
func (x *X) rules(accounts []string) ([]string, error) {
	terms, without := x.terms(), " -is:retweet"
	for _, h := range x.ignored() {
		without += " -from:" + h
	}
	var own []string
	for _, h := range accounts {
		terms = append(append(terms, "@"+h), quotesOf(h)...)
		without += " -from:" + h
		own = append(own, "from:"+h)
	}
	limit := x.set.Int("query_length")
	rules, err := pack(terms, without, limit)
	if err != nil {
		return nil, err
	}
	answers, err := pack(own, " is:reply", limit)
	return append(rules, answers...), err
}

// ignored are the accounts whose posts X is not to give, and charge for.
func (x *X) ignored() []string {
	return slices.DeleteFunc(x.set.Ignored(), func(h string) bool { return !handle.MatchString(h) })
}

// quotesOf match posts that quote an account: they hold the quoted address.
func quotesOf(h string) []string {
	return []string{`url:"x.com/` + h + `/status"`, `url:"twitter.com/` + h + `/status"`}
}

var hashtag = regexp.MustCompile(`^#[\pL\pN_]+$`)

// terms are the keywords, quoted so that nothing in them is an operator.
func (x *X) terms() []string {
	var out []string
	seen := map[string]bool{}
	for _, word := range x.keywords() {
		word = strings.Join(strings.Fields(strings.NewReplacer(`"`, " ", `\`, " ").Replace(word)), " ")
		if word == "" || seen[strings.ToLower(word)] {
			continue
		}
		seen[strings.ToLower(word)] = true
		if !hashtag.MatchString(word) {
			word = `"` + word + `"`
		}
		out = append(out, word)
	}
	return out
}

// pack joins terms into as few queries as their longest length allows.
func pack(terms []string, suffix string, longest int) ([]string, error) {
	var out []string
	line := ""
	for _, t := range terms {
		joined := t
		if line != "" {
			joined = line + " OR " + t
		}
		if utf8.RuneCountInString("("+joined+")"+suffix) > longest && line != "" {
			out, joined = append(out, "("+line+")"+suffix), t
		}
		if utf8.RuneCountInString("("+joined+")"+suffix) > longest {
			return nil, &connectors.SettingError{Key: "keywords", Problem: fmt.Sprintf("%.60q makes a query longer than %d characters (query_length)", t, longest)}
		}
		line = joined
	}
	if line != "" {
		out = append(out, "("+line+")"+suffix)
	}
	return out, nil
}
