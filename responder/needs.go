package responder

import (
	"cmp"
	"slices"
	"strings"

	"goodgraces/responder/grievance"
)

// needs is what the message asks for: the one thing that helps with this trouble,
// else what its topic wants, else what anybody may have, "your order or account
// number, if you have one". What does not certainly fit the trouble, or is told, is
// not asked for.
func (c *composer) needs() string {
	if item := c.item(); item != "" && (c.g.Issue != "" || !c.onlyAsks()) {
		return item
	}
	needs := c.t.Parts.Private.Needs
	topic := c.needed()
	if open := c.t.Parts.Route.Items[c.heard.left("app")]; topic == "app or website" && open != "" && c.t.Language == "en" && c.onScreen() {
		return open
	}
	if c.wants(topic) {
		return needs[topic]
	}
	return needs["other"]
}

// onScreen reports trouble with what is used on a screen.
func (c *composer) onScreen() bool {
	return c.speaksOf("app or website") || c.g.Kind == grievance.KindFaulty && anyOf(plainly(c.g.Issue), screens)
}

var screens = wordSet("app apps website site page pages button buttons icon icons link links menu login checkout browser online web driver drivers software download downloads upload file files document settings feature")

// wants reports that what is asked for by a topic fits what the post tells: the post
// speaks of it, and leaves it open.
func (c *composer) wants(topic string) bool {
	switch {
	case topic == "other":
		return true
	case topic == "waiting and contact" && c.t.Language == "en":
		return c.untold()
	case c.matter() != topic && !c.speaksOf(topic) && !(topic == "staff conduct" && anyOf(c.heard.words(), people)):
		return false // the verdict alone has it so
	case c.g.Issue != "" && c.matter() != topic && ofOthers[topic]:
		return false // another trouble stands in the post
	case c.t.Language != "en":
		return true
	case slices.ContainsFunc(askedWith[topic], c.heard.tells):
		return false
	}
	switch topic {
	case "delay", "cancellation":
		return c.showsOrder()
	case "lost or damaged":
		return c.showsOrder() && c.g.Issue == "" // else they have said what is missing
	case "outage":
		return ofLine(cmp.Or(c.g.Issue, c.q.Mention.Text))
	case "availability":
		return c.heard.story() <= fewWords
	case "quality":
		return anyOf(c.heard.words(), visited)
	}
	return true
}

// ofOthers are topics of which only a trouble of their own kind is asked.
var ofOthers = map[string]bool{"billing and refunds": true, "cancellation": true, "delay": true, "lost or damaged": true}

// untold reports a post that says of its matter no more than that we are hard to reach,
// or no help.
func (c *composer) untold() bool {
	if c.heard.asked() == "message" {
		return true
	}
	if anyOf(c.heard.words(), wrote) {
		return false
	}
	return c.g.Issue != "" && (c.heard.story() <= story || strings.Contains(c.g.Issue, "customer service"))
}

// people are those of ours whom a post tells of.
var people = wordSet("driver drivers staff manager managers girl lady lad guy bloke man woman rep agent conductor inspector guard cashier waiter waitress steward stewardess nurse receptionist doorman van lorry courier rider")

// showsOrder reports a post that shows that there is an order, a booking or a trip.
func (c *composer) showsOrder() bool {
	return lookup(c.t.Language, c.g.Issue).shown || c.heard.order().shown
}

// needless reports a trouble about which nothing that its author could send helps: a
// rule of ours, an advert, what was sold out and where they have said.
func (c *composer) needless() bool {
	if c.item() != "" {
		return false
	}
	switch topic := c.needed(); {
	case c.g.Issue != "" && settledHere[c.class()], c.g.Kind == grievance.KindPrice:
		return true
	case topic == "staff conduct" || topic == "availability":
		return c.matter() == topic && !c.wants(topic)
	}
	return false
}

// settledHere are classes of trouble that is not one person's: what they bought, and
// when, says nothing about it.
var settledHere = wordSet("too_dear price_up delivery_cost policy ethics advert misleading ads jobs region feature_missing update_disliked update_waiting timetable changed")
