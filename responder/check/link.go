package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"goodgraces/responder/length"
)

func tooLong(r *reading) string {
	n, limit := length.Within(r.platform, r.limit, r.whole)
	if n <= limit {
		return ""
	}
	return fmt.Sprintf("%d of %d: shorten it by %d", n, limit, n-limit)
}

func unsafeLink(r *reading) string {
	onX := !r.inPrivate && (strings.EqualFold(r.platform, "x") || strings.EqualFold(r.platform, "twitter"))
	reply := r.reply.raw
	if found := disguisedLink(reply); found != "" {
		return broken(found, "a link that is disguised cannot be trusted; use the full https address of our own site")
	}
	for _, l := range length.Links(reply) {
		link := strings.ToLower(reply[l.Start:l.End])
		switch {
		case onX:
			return "a link on X costs extra and is refused for replies; say where to go without one"
		case strings.HasPrefix(link, "http://"):
			return "the link is not secure; use https"
		case strings.Contains(r.post.raw, reply[l.Start:l.End]):
			return "the link comes from the customer's post; never pass it on"
		case isShort(link), isLure(link), strings.Contains(link, "@"), strings.Contains(link, "xn--"), isAddress(link):
			return "nobody can see where this link leads; use the full address of our own site"
		}
	}
	return ""
}

// disguisedLink finds a link written so that no program takes it for one.
func disguisedLink(s string) string {
	if lower := strings.ToLower(s); !strings.ContainsAny(s, "[(") && !strings.Contains(lower, "xx") && !strings.Contains(lower, " dot ") {
		return ""
	}
	return disguised.FindString(s)
}

var disguised = regexp.MustCompile(`(?i)\bhxxps?\b|\w(?:\[\.\]|\(\.\)|\[dot\]|\(dot\))\w|\b(?:bit|tinyurl) dot (?:ly|com)\b`)

func host(link string) string {
	link = strings.TrimPrefix(strings.TrimPrefix(link, "https://"), "http://")
	name, _, _ := strings.Cut(link, "/")
	return name
}

func isShort(link string) bool {
	name := strings.TrimPrefix(host(link), "www.")
	return slices.Contains(shorteners, name)
}

// isLure reports a host of the kind that phishing uses: under an ending that is
// given away (Interisle, Phishing Landscape), or one that dresses up as a door.
func isLure(link string) bool {
	name := host(link)
	ending := name[strings.LastIndexByte(name, '.')+1:]
	return slices.Contains(luringEndings, ending) || dressedUp.MatchString(name) || slices.Contains(cheapEndings, ending) && bait.MatchString(name) || strings.Contains(name, ".com-")
}

var luringEndings = []string{"top", "xyz", "click", "icu", "buzz", "tk", "ml", "ga", "cf", "gq", "cfd", "sbs", "cyou", "rest", "zip", "mov", "quest", "lol", "vip", "loan", "win", "bid"}

// dressedUp are names like secure-login.example or account-verify.example.
var dressedUp = regexp.MustCompile(`(?:^|[.-])(?:secure|login|signin|verify|account|update|confirm|support)-(?:login|signin|verify|account|update|confirm|support|secure|check|help|refund|payment|now|here)s?\b`)

// cheapEndings are cheap, and honest too: with a hyphen and a bait in the name they are neither.
var (
	cheapEndings = []string{"online", "site", "live", "info", "support", "help", "store", "space", "fun", "website", "work", "pro", "link", "net"}
	bait         = regexp.MustCompile(`(?:^|-)(?:login|unlock|verify|track|tracking|redelivery|refund|refunds|secure|pay|fee|reset|rebook|claim|customs|account)(?:-|\.)`)
)

var shorteners = []string{"bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rb.gy", "cutt.ly", "t.ly", "shorturl.at",
	"tiny.cc", "bit.do", "lnkd.in", "qr.ae", "rebrand.ly", "soo.gd", "v.gd", "tr.im", "adf.ly", "x.co", "s.id", "surl.li", "wa.me", "forms.gle"}

func isAddress(link string) bool {
	return strings.Trim(host(link), "0123456789.:[]abcdef") == "" && strings.ContainsAny(host(link), "0123456789")
}
