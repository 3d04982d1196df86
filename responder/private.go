package responder

import (
	"strings"
	"unicode"

	"goodgraces/care"
	"goodgraces/responder/check"
	"goodgraces/responder/templates"
)

// message writes the message in which the conversation goes on, and names the
// way it takes: a message where we may send one, else the route that the
// public text offers, else the inbox, where the author writes first. The text
// is there in every case, for the person who takes it up.
func (c *composer) message() []*said {
	p := &c.t.Parts.Private
	c.slots["needs"], c.slots["name"] = c.needs(), firstName(c.q.Mention.Author.Name)
	greeting := p.Nameless
	if c.slots["name"] != "" {
		greeting = p.Greeting
	}
	lines := make([]*said, 0, 5)
	for _, variants := range [][]string{greeting, c.recap(), c.ask(), p.Promise, p.Closing} {
		lines = append(lines, c.pick(variants).said)
	}
	return lines
}

// recap says what we know already, so that nobody has to tell it twice.
func (c *composer) recap() []string {
	p := &c.t.Parts.Private
	switch {
	case c.g.Issue != "":
		return p.Recap
	case len(p.RecapTold) > 0 && storyWords(c.q.Mention.Text) >= story:
		return p.RecapTold
	}
	return p.RecapOpen
}

// ask never asks for a number that stands in the post.
func (c *composer) ask() []string {
	p := &c.t.Parts.Private
	if len(p.AskKnown) == 0 || !c.judge.HasReference() {
		return p.Ask
	}
	switch templates.Topic(c.q.Verdict.Topic) {
	case "", "delay", "lost or damaged", "cancellation", "other":
		return p.AskKnown
	}
	return p.Ask
}

func (c *composer) privateRoute() string {
	switch {
	case c.q.CanMessage:
		return care.RouteMessage
	case c.routed && c.route.Kind != care.RouteMessage: // which is a message of theirs, not of ours
		return c.route.Kind
	}
	return care.RouteInbox
}

func (c *composer) needs() string {
	needs := c.t.Parts.Private.Needs
	need, ok := needs[templates.Topic(c.q.Verdict.Topic)]
	if !ok {
		need = needs["other"]
	}
	return need
}

// firstName returns what looks like a first name, "" when nothing does:
// "Sam Jones" is Sam; "xX_killer_Xx", "ANGRY", "Dr." and "The Boss" are not.
func firstName(display string) string {
	name, _, _ := strings.Cut(strings.TrimSpace(display), " ")
	letters := []rune(name)
	if len(letters) < 2 || len(letters) > 14 || !unicode.IsUpper(letters[0]) || check.Profane(display) || titles[strings.ToLower(name)] {
		return ""
	}
	for _, r := range letters[1:] {
		if !unicode.IsLower(r) {
			return ""
		}
	}
	return name
}

// titles begin a display name without being one.
var titles = map[string]bool{
	"the": true, "mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "sir": true, "lady": true, "lord": true,
	"just": true, "not": true, "your": true, "my": true, "real": true, "official": true, "team": true, "anonymous": true,
	"user": true, "angry": true, "sad": true, "mad": true, "happy": true, "big": true, "little": true, "king": true, "queen": true,
	"captain": true, "professor": true, "prof": true, "herr": true, "frau": true, "don": true, "der": true, "die": true, "el": true, "la": true,
	"customer": true, "guest": true, "unknown": true, "deleted": true, "mum": true, "mom": true, "dad": true, "this": true, "an": true,
}
