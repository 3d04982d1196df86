package responder

import (
	"strings"

	"goodgraces/care"
	"goodgraces/responder/detail"
	"goodgraces/responder/grievance"
)

// contrast takes what was ordered against what came for the grievance, where
// nothing nearer was understood.
func (c *composer) contrast() {
	if !c.told() || c.g.Issue != "" && c.g.Kind != grievance.KindWrong {
		return
	}
	if clause := detail.Clause(c.t.Language, c.q.post); clause != "" {
		c.g.Issue, c.g.Also, c.g.Often, c.g.More = clause, "", "", false
		c.g.Kind = grievance.KindOf(clause)
		if strings.HasPrefix(clause, "you ") {
			c.g.Kind = grievance.KindWrong
		}
	}
}

// told reports an answer to what went wrong: to a complaint, or to what was taken
// for a question and asks none.
func (c *composer) told() bool {
	action := c.q.Verdict.Action
	return action == care.ActReply || action == care.ActAnswer && !strings.Contains(c.q.Mention.Text, "?")
}

// mirrored is the detail that is taken up: the first for which the template has
// words and which is not told already. A loss is spoken to in any case, the rest
// where we know that something went wrong.
func (c *composer) mirrored() detail.Detail {
	action := c.q.Verdict.Action
	if action != care.ActReply && action != care.ActAnswer || len(c.t.Parts.Mirror.Of) == 0 {
		return detail.Detail{}
	}
	for _, d := range detail.Find(c.t.Language, c.q.post) {
		if len(c.t.Parts.Mirror.Of[string(d.Kind)]) > 0 && (c.suits(d) && !c.tells(d) || d.Quiet()) {
			return d
		}
	}
	return detail.Detail{}
}

// suits reports a detail of something that went wrong: of any complaint, and of
// what was taken for a question where we know what it was, or where the detail
// itself is a trouble.
func (c *composer) suits(d detail.Detail) bool {
	return c.q.Verdict.Action == care.ActReply || c.told() && (c.g.Issue != "" || trouble[d.Kind])
}

// trouble are the kinds of detail that are one by themselves.
var trouble = map[detail.Kind]bool{
	detail.List: true, detail.Undone: true, detail.Soon: true, detail.New: true, detail.Long: true, detail.Effort: true, detail.Gave: true, detail.Whom: true, detail.Both: true,
}

// tells reports that the grievance says a detail itself.
func (c *composer) tells(d detail.Detail) bool {
	if c.g.Issue == "" && c.g.Detail == "" {
		return false
	}
	often := c.g.Issue != "" && c.g.Often != ""
	switch d.Kind {
	case detail.List:
		return c.g.Kind != grievance.KindSpoiled && c.g.Kind != grievance.KindWrong && c.g.Kind != grievance.KindNone && strings.Contains(c.g.Issue, " and ")
	case detail.Long:
		if c.g.Detail != "" || often {
			return true
		}
	case detail.Both:
		if c.tells(detail.Detail{Kind: detail.Long, What: d.What}) || c.tells(detail.Detail{Kind: detail.Whom, What: d.Whom}) {
			return true
		}
	case detail.Often:
		if d.Deed != "" && c.g.Issue != "" && !strings.Contains(c.g.Issue, d.Deed) {
			return true // it may be another thing that happened so often
		}
		if often || strings.Contains(c.g.Issue, "keep") {
			return true
		}
	}
	known := " " + c.g.Issue + " " + c.g.Often + " " + c.g.Detail + " "
	for word := range strings.FieldsSeq(d.What) {
		if !small[word] && strings.Contains(known, " "+word+" ") {
			return true
		}
	}
	return false
}

// small are words that two phrases may share by chance, in any of the languages.
var small = wordSet("you you're your the a an with when and for on at in of so up to en el la de su sus con un una por que am im Ihr Ihre Ihrer Ihrem Ihren zum vor einer einem den der die das")

// planMirrored is the sentences before the route where a detail is taken up,
// which stands for a longer apology; does is what we do about it.
func (c *composer) planMirrored(does func() line) []line {
	p := &c.t.Parts
	mirror, commitment := c.pick(p.Mirror.Of[string(c.detail.Kind)]), does()
	switch {
	case c.detail.Quiet():
		return c.planQuiet()
	case c.detail.Kind == detail.List:
		return []line{mirror, commitment} // it apologises itself
	case leads[c.detail.Kind]:
		return []line{mirror, c.pick(c.apology()), commitment}
	}
	return []line{c.pick(c.apology()), mirror, commitment}
}

// leads are the kinds of detail that stand first; the others point back at what
// happened.
var leads = map[detail.Kind]bool{detail.Long: true, detail.Effort: true, detail.Gave: true, detail.Undone: true, detail.Far: true, detail.Loyal: true, detail.Both: true}

// apology says what happened, as far as that is known, and that we are sorry.
func (c *composer) apology() []string {
	known := c.g.Issue != "" || c.g.Detail != "" || c.slots["thing"] != "" || len(c.topic(c.t.Parts.Paraphrase.Topics)) > 0
	if sorry := c.t.Parts.Mirror.Sorry; !known && len(sorry) > 0 {
		return sorry
	}
	return c.paraphrase()
}

// planQuiet speaks to a loss or an illness, and says in few words what we do.
func (c *composer) planQuiet() []line {
	p := &c.t.Parts
	does := p.Mirror.Quiet
	if len(does) == 0 {
		does = p.Commitment
	}
	return []line{c.pick(p.Mirror.Of[string(c.detail.Kind)]), c.pick(does)}
}
