package templates

import (
	"maps"
	"slices"

	"goodgraces/care"
)

// part is a list of variants and what holds for it.
type part struct {
	field    string
	variants []string
	slots    []string    // besides {brand}, which each may hold
	must     []string    // slots that each must hold, in lower or upper case
	action   care.Action // which cannot be answered without it, "" when it may be left out
	private  bool        // it is never said in public
	named    bool        // by topic or the like: where it is named it is needed
}

// parts lists every part of a template, in the order of the documentation.
func (t *Template) parts() []part {
	return slices.Concat(t.Parts.complaint(), t.Parts.others(), t.Parts.statement(), t.Parts.private(), t.Parts.named())
}

const reply, thank, answer, fold = care.ActReply, care.ActThank, care.ActAnswer, care.ActFold

// list is a part without slots of its own.
func list(field string, variants []string, needed care.Action) part {
	return part{field: "parts." + field, variants: variants, action: needed}
}

// holding is a part whose variants each hold the slots.
func holding(field string, variants []string, needed care.Action, slots ...string) part {
	return part{field: "parts." + field, variants: variants, action: needed, slots: slots, must: slots}
}

// capable is a part that may be left out and whose variants each hold a slot, in
// small letters or with a capital.
func capable(field string, variants []string, slot, capital string) part {
	return part{field: "parts." + field, variants: variants, slots: []string{slot, capital}, must: []string{slot}}
}

// pairing is a part that may be left out and whose variants each hold {first},
// which may have a capital, and {second}.
func pairing(field string, variants []string) part {
	return part{field: "parts." + field, variants: variants, slots: []string{"first", "First", "second"}, must: []string{"first", "second"}}
}

// mirroring is the wordings for a kind of detail.
func mirroring(kind string, variants []string) part {
	p := holding("mirror.of."+kind, variants, "", "what")
	switch kind {
	case "new", "night":
		p.slots, p.must = nil, nil // it is always the same
	case "both":
		p.must = []string{"what", "whom"}
	}
	if p.named = true; p.must != nil {
		p.slots = []string{"what", "What", "whom"}
	}
	return p
}

// aboutIssue is a part whose variants each hold {issue} or {Issue}.
func aboutIssue(field string, variants []string, needed care.Action) part {
	return part{field: "parts." + field, variants: variants, action: needed, slots: []string{"issue", "Issue"}, must: []string{"issue"}}
}

// aboutThing is a part whose variants each hold {thing} or {Thing}.
func aboutThing(field string, variants []string, needed care.Action) part {
	return part{field: "parts." + field, variants: variants, action: needed, slots: []string{"thing", "Thing"}, must: []string{"thing"}}
}

func (p *Parts) complaint() []part {
	detail := holding("paraphrase.detail", p.Paraphrase.Detail, reply, "detail")
	detail.slots = append(detail.slots, "Detail")
	return []part{
		holding("greeting", p.Greeting, "", "name"),
		list("feeling.calm", p.Feeling.Calm, reply),
		list("feeling.upset", p.Feeling.Upset, reply),
		list("feeling.angry", p.Feeling.Angry, reply),
		list("feeling.worried", p.Feeling.Worried, ""),
		list("feeling.disappointed", p.Feeling.Disappointed, ""),
		list("feeling.weary", p.Feeling.Weary, ""),
		list("feeling.sad", p.Feeling.Sad, ""),
		list("feeling.confused", p.Feeling.Confused, ""),
		aboutIssue("together.calm", p.Together.Calm, ""),
		aboutIssue("together.upset", p.Together.Upset, ""),
		aboutIssue("together.angry", p.Together.Angry, ""),
		aboutIssue("paraphrase.issue", p.Paraphrase.Issue, reply),
		detail,
		aboutThing("paraphrase.thing", p.Paraphrase.Thing, reply),
		list("paraphrase.unknown", p.Paraphrase.Unknown, reply),
		list("paraphrase.told", p.Paraphrase.Told, ""),
		list("paraphrase.open", p.Paraphrase.Open, ""),
		aboutThing("paraphrase.open_thing", p.Paraphrase.OpenThing, ""),
		list("paraphrase.asked", p.Paraphrase.Asked, ""),
		{field: "parts.paraphrase.price", variants: p.Paraphrase.Price, slots: []string{"issue"}},
		list("paraphrase.more", p.Paraphrase.More, ""),
		list("mirror.sorry", p.Mirror.Sorry, ""),
		list("mirror.quiet", p.Mirror.Quiet, ""),
		list("commended", p.Commended, ""),
		list("ownership", p.Ownership, reply),
		list("commitment", p.Commitment, reply),
		list("route.delivered", p.Route.Delivered, reply),
		list("route.besides", p.Route.Besides, ""),
		list("route.delivered_known", p.Route.DeliveredKnown, ""),
		holding("route.delivered_asking", p.Route.DeliveredAsking, "", "asking"),
		holding("route.delivered_for", p.Route.DeliveredFor, "", "item"),
		holding("route.otherwise", p.Route.Otherwise, reply, "route"),
		holding("route.otherwise_wait", p.Route.OtherwiseWait, "", "route", "wait"),
		list("route.author_first", p.Route.AuthorFirst, reply),
		list("resolved", p.Resolved, ""),
	}
}

func (p *Parts) others() []part {
	return []part{
		aboutThing("thanks.thing", p.Thanks.Thing, thank),
		holding("thanks.who", p.Thanks.Who, "", "who"),
		capable("thanks.treat", p.Thanks.Treat, "treat", "Treat"),
		holding("thanks.echo", p.Thanks.Echo, "", "echo"),
		holding("thanks.outing", p.Thanks.Outing, "", "outing"),
		pairing("thanks.pair", p.Thanks.Pair),
		capable("thanks.swift", p.Thanks.Swift, "swift", "Swift"),
		list("thanks.kind", p.Thanks.Kind, ""),
		holding("thanks.deed", p.Thanks.Deed, "", "who", "doing"),
		holding("thanks.pass_on", p.Thanks.PassOn, "", "who"),
		list("thanks.general", p.Thanks.General, thank),
		list("thanks.plain", p.Thanks.Plain, ""),
		list("thanks.closing", p.Thanks.Closing, thank),
		list("answer.opening", p.Answer.Opening, answer),
		holding("answer.asks", p.Answer.Asks, "", "asked"),
		holding("answer.checking", p.Answer.Checking, "", "matter"),
		holding("answer.needs", p.Answer.Needs, "", "matter", "asking"),
		holding("answer.ask", p.Answer.Ask, "", "asking"),
		holding("answer.about", p.Answer.About, "", "thing"),
		list("answer.noted", p.Answer.Noted, ""),
		list("answer.promise", p.Answer.Promise, answer),
		list("answer.soon", p.Answer.Soon, ""),
		list("answer.known_opening", p.Answer.KnownOpening, ""),
		list("answer.known_closing", p.Answer.KnownClosing, ""),
		list("close.opening", p.Close.Opening, fold),
		list("close.ending", p.Close.Ending, fold),
	}
}

func (p *Parts) statement() []part {
	return []part{
		holding("statement.seen", p.Statement.Seen, "", "matter"),
		list("statement.general", p.Statement.General, ""),
		list("statement.promise", p.Statement.Promise, ""),
		holding("statement.route", p.Statement.Route, "", "route"),
		list("statement.message", p.Statement.Message, ""),
	}
}

func (p *Parts) private() []part {
	parts := []part{
		holding("private.greeting", p.Private.Greeting, reply, "name"),
		list("private.nameless", p.Private.Nameless, reply),
		holding("private.recap", p.Private.Recap, reply, "issue"),
		list("private.recap_open", p.Private.RecapOpen, reply),
		list("private.recap_told", p.Private.RecapTold, ""),
		list("private.ask_known", p.Private.AskKnown, ""),
		list("private.ask_sent", p.Private.AskSent, ""),
		list("private.ask_nothing", p.Private.AskNothing, ""),
		holding("private.ask", p.Private.Ask, reply, "needs"),
		holding("private.form", p.Private.Form, "", "link"),
		list("private.promise", p.Private.Promise, reply),
		list("private.closing", p.Private.Closing, reply),
		list("follow_up.ask", p.FollowUp.Ask, ""),
		holding("follow_up.score", p.FollowUp.Score, "", "link"),
	}
	for i := range parts {
		parts[i].private = true
	}
	return parts
}

// named are the parts by topic, kind or what is praised; each that is there
// must be whole.
func (p *Parts) named() []part {
	var parts []part
	for _, m := range []struct {
		field string
		by    map[string][]string
	}{
		{"paraphrase.topics.", p.Paraphrase.Topics},
		{"ownership_of.kinds.", p.OwnershipOf.Kinds}, {"ownership_of.topics.", p.OwnershipOf.Topics},
		{"commitment_of.troubles.", p.CommitmentOf.Troubles}, {"commitment_of.kinds.", p.CommitmentOf.Kinds}, {"commitment_of.topics.", p.CommitmentOf.Topics},
		{"diagnose.", p.Diagnose}, {"thanks.of.", p.Thanks.Of}, {"answer.promise_of.", p.Answer.PromiseOf},
	} {
		for _, name := range slices.Sorted(maps.Keys(m.by)) {
			p := list(m.field+name, m.by[name], "")
			p.named = true
			parts = append(parts, p)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Mirror.Of)) {
		parts = append(parts, mirroring(name, p.Mirror.Of[name]))
	}
	return parts
}
