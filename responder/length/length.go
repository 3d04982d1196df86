// Package length counts a text as a platform counts it.
package length

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
)

// Limits of the platforms, in the unit in which each counts.
const (
	limitX        = 280    // twitter-text configuration 3, weighted
	limitBluesky  = 300    // app.bsky.feed.post: maxGraphemes
	bytesBluesky  = 3000   // app.bsky.feed.post: maxLength
	limitMastodon = 500    // the default of an instance
	limitDiscord  = 2000   // code points
	limitReddit   = 10_000 // code points, of a comment
	limitOther    = 500    // careful where we do not know
	linkLength    = 23     // what a link weighs on X and Mastodon, however long it is
)

// Of returns the length of a text on a platform and the platform's limit. An
// unknown platform counts runes up to 500. Bluesky has two limits; the one
// that binds is returned.
func Of(platform, text string) (n, limit int) {
	text = strings.ToValidUTF8(text, "\uFFFD")
	switch strings.ToLower(platform) {
	case "x", "twitter":
		return weighted(text), limitX
	case "bluesky":
		return bluesky(text)
	case "mastodon":
		return mastodon(text), limitMastodon
	case "discord":
		return utf8.RuneCountInString(text), limitDiscord
	case "reddit":
		return utf8.RuneCountInString(text), limitReddit
	}
	return utf8.RuneCountInString(text), limitOther
}

// Within is Of for a place that sets a limit of its own, as a Mastodon server
// does; 0 is the platform's.
func Within(platform string, own int, text string) (n, limit int) {
	n, limit = Of(platform, text)
	if own > 0 {
		limit = own
	}
	return n, limit
}

// Fits reports whether a text may be published on a platform as it is.
func Fits(platform, text string) bool {
	n, limit := Of(platform, text)
	return n <= limit
}

func bluesky(text string) (n, limit int) {
	n = uniseg.GraphemeClusterCount(text)
	if n <= limitBluesky && len(text) > bytesBluesky {
		return len(text), bytesBluesky
	}
	return n, limitBluesky
}

// mastodon counts graphemes; a link weighs 23 and of @user@domain only @user.
func mastodon(text string) int {
	n, at := 0, 0
	for _, link := range links(text, false) {
		n += uniseg.GraphemeClusterCount(localMentions(text[at:link.Start])) + linkLength
		at = link.End
	}
	return n + uniseg.GraphemeClusterCount(localMentions(text[at:]))
}

// localMentions takes the domain off each @user@domain.
func localMentions(text string) string {
	if strings.Count(text, "@") < 2 {
		return text
	}
	fields := strings.SplitAfter(text, " ")
	for i, field := range fields {
		user, domain, ok := strings.Cut(strings.TrimPrefix(field, "@"), "@")
		if !ok || !strings.HasPrefix(field, "@") || !isName(user) {
			continue
		}
		end := strings.IndexFunc(domain, func(r rune) bool { return !isNameRune(r) && r != '.' && r != '-' })
		if end < 0 {
			end = len(domain)
		}
		for end > 0 && domain[end-1] == '.' {
			end-- // the full stop of the sentence
		}
		fields[i] = "@" + user + domain[end:]
	}
	return strings.Join(fields, "")
}

// weighted counts as twitter-text with configuration 3 does. Mentions at the
// very start of a reply are filled in by X itself and are free.
func weighted(text string) int {
	text = norm.NFC.String(afterMentions(text))
	n, at := 0, 0
	for _, link := range links(text, true) {
		n += weighRunes(text[at:link.Start]) + linkLength
		at = link.End
	}
	return n + weighRunes(text[at:])
}

// afterMentions returns what follows the mentions at the start of a text.
func afterMentions(text string) string {
	for {
		rest := strings.TrimLeft(text, " \t\n")
		if !strings.HasPrefix(rest, "@") {
			return text
		}
		end := strings.IndexFunc(rest[1:], func(r rune) bool { return !isNameRune(r) })
		if end == 0 || (end > 0 && !strings.ContainsRune(" \t\n", rune(rest[1+end]))) {
			return text
		}
		if end < 0 {
			return ""
		}
		text = strings.TrimLeft(rest[1+end:], " \t\n")
	}
}

func weighRunes(text string) int {
	n, state := 0, -1
	var cluster string
	for text != "" {
		if text[0] < utf8.RuneSelf && (len(text) == 1 || text[1] < utf8.RuneSelf) {
			n, text, state = n+1, text[1:], -1
			continue
		}
		cluster, text, _, state = uniseg.FirstGraphemeClusterInString(text, state)
		n += weighCluster(cluster)
	}
	return n
}

func weighCluster(cluster string) int {
	if isEmoji(cluster) {
		return 2
	}
	n := 0
	for _, r := range cluster {
		n += weighRune(r)
	}
	return n
}

// weighRune holds the ranges of configuration 3, in which a code point weighs
// one; all others weigh two.
func weighRune(r rune) int {
	switch {
	case r <= 0x10FF, 0x2000 <= r && r <= 0x200D, 0x2010 <= r && r <= 0x201F, 0x2032 <= r && r <= 0x2037:
		return 1
	}
	return 2
}
