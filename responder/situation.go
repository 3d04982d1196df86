package responder

import (
	"strings"

	"goodgraces/care"
	"goodgraces/responder/grievance"
	"goodgraces/responder/templates"
)

// situation is what decides the template: the topic counts where the post
// itself speaks of it, for a template about rudeness must not answer one who
// told of none.
func situation(q Request) templates.Situation {
	in := about(q)
	post := reading(q)
	topic, kind := templates.Topic(in.Topic), grieved(q).Kind
	if grievance.Knows(in.Language, topic) && !post.Supports(in.Language, topic) || topic == "outage" && ofPeople[kind] {
		in.Topic = topicOf[kind]
	}
	if topic == "outage" && (!ofLine(q.Mention.Text) || asGuest(grieved(q).Issue, q.hears())) {
		in.Topic = "" // an app or a site is down, or what a guest uses: nobody looks at a line for it
	}
	return in
}

// ofPeople are kinds of trouble that no look at a line mends, though the post
// names the internet: nobody answers there, it was charged for.
var ofPeople = map[grievance.Kind]bool{
	grievance.KindUnanswered: true, grievance.KindCharged: true, grievance.KindPrice: true, grievance.KindRude: true, grievance.KindLockedOut: true, grievance.KindCancelled: true, grievance.KindWrong: true,
}

// ofLine reports a post that speaks of what comes to a house or a phone.
func ofLine(post string) bool {
	return anyOf(plainly(post), supplied)
}

var supplied = wordSet(`internet wifi wi fi broadband connection line lines landline signal network power electricity gas water router fibre fiber cable coverage reception dsl outage blackout
	luz agua cobertura fibra línea conexión señal apagón wlan strom wasser leitung netz empfang anschluss festnetz glasfaser stromausfall`)

// topicOf is the topic of some kinds of grievance.
var topicOf = map[grievance.Kind]string{
	grievance.KindRude: "staff conduct", grievance.KindLockedOut: "account access", grievance.KindNoStock: "availability",
}

func about(q Request) templates.Situation {
	return templates.Situation{
		Language: language(q), Action: q.Verdict.Action, Topic: q.Verdict.Topic,
		Severity: q.Verdict.Severity, Platform: q.Mention.Platform, Stance: stance(q),
		Brand: q.Brand, Now: q.Now,
	}
}

func stance(q Request) care.Stance {
	if q.Verdict.Standing != nil && q.Verdict.Standing.Stance != "" {
		return q.Verdict.Standing.Stance
	}
	if q.Verdict.Action == care.ActFold {
		return care.StanceClose
	}
	return care.StanceEngage
}

// language is the base language of the verdict: "de" for de-AT; English where
// the verdict has none.
func language(q Request) string {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(q.Verdict.Language, "_", "-")), "-")
	if base == "" || base == "und" {
		return "en"
	}
	return base
}
