package responder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// forOthers reports a post that was taken for praise of us and is for others: it wishes
// somebody well and says nothing to us, or praises who works for another house.
func forOthers(q Request) bool {
	return language(q) == "en" && (wishesAnother(q.Mention.Text, q.Brand) || sentBy(q.Mention.Text, q.Brand) != "")
}

// wishesAnother reports a post that begins with a birthday or the like of somebody who is
// not us and says nothing to us: "Happy birthday Tom". A handle may be ours.
func wishesAnother(post, brand string) bool {
	words := plainly(post)
	if strings.Contains(post, "@") || anyOf(words, toUs) || spelled(words, brand) || names(post, brand) || brand == "" && bestOf.standIn(words) {
		return false
	}
	fields := strings.Fields(post)
	for i, field := range fields {
		if !celebrated[strings.ToLower(strings.Trim(field, ".,!"))] || i == 0 || i > 2 || !wishingWell(fields[:i]) || i+1 == len(fields) || strings.ContainsAny(field, ".!") {
			continue
		}
		next := fields[i+1]
		first, _ := utf8.DecodeRuneInString(next)
		return unicode.IsUpper(first) || next == "to" && i+2 < len(fields) && fields[i+2] != "all"
	}
	return false
}

// spelled reports the name of ours among the words of a post: "Happy birthday Acme".
func spelled(words []string, brand string) bool {
	name := phrase(plainly(brand))
	for i := range words {
		if len(name) > 0 && name.at(words, i) {
			return true
		}
	}
	return false
}

// wishingWell reports "happy" close behind the words, with a number between at most.
func wishingWell(before []string) bool {
	return slices.ContainsFunc(before[max(0, len(before)-2):], func(w string) bool { return strings.EqualFold(w, "happy") })
}

// sentBy is the house of others from which whoever a post tells of came, "" for none: "my
// driver from Uber". One that is written to, or is our own, is none of others.
func sentBy(post, brand string) string {
	words := asked(post)
	for i := 1; i < len(words)-1; i++ {
		house := strings.TrimSuffix(words[i+1], "'s")
		if words[i] == "from" && (people[words[i-1]] || crafts[words[i-1]]) && houses[house] && !names(post, house) && !strings.Contains(strings.ToLower(brand), house) && !branches[wordAt(words, i+2)] {
			return house
		}
	}
	return ""
}

// names reports a handle or a hashtag that has a name in it.
func names(post, name string) bool {
	if name == "" {
		return false
	}
	name = strings.ToLower(strings.ReplaceAll(name, " ", ""))
	for field := range strings.FieldsSeq(strings.ToLower(post)) {
		if (field[0] == '@' || field[0] == '#') && strings.Contains(strings.ReplaceAll(field, "_", ""), name) {
			return true
		}
	}
	return false
}

var (
	// bestOf are what only a house is.
	bestOf     = openingsOf(phrases("best shop", "best store", "best brand", "best company", "best airline", "best restaurant", "best cafe", "best café", "best hotel", "best bakery", "best pub", "favourite shop", "favorite store", "favourite cafe", "favourite restaurant"))
	celebrated = wordSet("birthday bday anniversary")
	// toUs are words of one who speaks to us.
	toUs = wordSet("you your you've you're u ur yours thanks thank cheers love loved team everyone all guys from with at for")
	// crafts are those of ours whom people has not.
	crafts = wordSet("engineer engineers technician fitter fitters plumber chap fella gentleman people team one crew bloke person waiter chef barista")
	// houses are known ones that send people about, whose names mean nothing else.
	houses = wordSet(`uber lyft deliveroo doordash grubhub ubereats dpd dhl hermes evri ups fedex usps yodel tnt gls ocado instacart
		openreach comcast xfinity verizon vodafone bt talktalk sainsburys tesco asda aldi lidl ikea argos currys amazon ebay walmart costco homedepot lowes
		ryanair easyjet lufthansa klm starbucks mcdonalds kfc greggs marriott airbnb halfords rac`)
)
