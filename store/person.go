package store

import (
	"cmp"
	"crypto/rand"
	"maps"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
)

// A person with several accounts has one profile, under a key of its own, which
// is no author's: an author's has a colon. The row of each account keeps the
// profile that the account had when it was linked; with the traces that name
// the account, that gives it its own back.

const personPrefix = "person/"

func newPerson() string { return personPrefix + rand.Text() }

// IsPerson reports that a profile's key stands for several linked accounts.
func IsPerson(key string) bool {
	return strings.HasPrefix(key, personPrefix) && !strings.Contains(key, ":")
}

// merged is the profile of a person who has both accounts. Counters add up,
// means are weighed by contacts, of the traces the latest stay.
func merged(a, b care.Profile) care.Profile {
	name(&a)
	name(&b)
	m := a
	m.Version = 0
	if b.LastSeen.After(a.LastSeen) {
		m.Author, m.LastSeen = b.Author, b.LastSeen
	}
	if a.FirstSeen.IsZero() || !b.FirstSeen.IsZero() && b.FirstSeen.Before(a.FirstSeen) {
		m.FirstSeen = b.FirstSeen
	}
	m.Hostility = mean(a.Hostility, a.Contacts, b.Hostility, b.Contacts)
	m.Flattery = mean(a.Flattery, a.Contacts, b.Flattery, b.Contacts)
	counters(&m, func(i int, n int) int { return n + *fields(&b)[i] })
	m.Topics, m.Pace = topics(a.Topics, b.Topics), a.Pace+b.Pace
	m.Recent = together(a.Recent, b.Recent)
	if b.Overrule != nil && (a.Overrule == nil || b.Overrule.At.After(a.Overrule.At)) {
		m.Overrule = b.Overrule
	}
	return m
}

// name writes into an account's traces whose they are.
func name(p *care.Profile) {
	p.Recent = slices.Clone(p.Recent)
	for i := range p.Recent {
		if p.Recent[i].Account == "" {
			p.Recent[i].Account = p.Key
		}
	}
}

func mean(a float64, na int, b float64, nb int) float64 {
	if na+nb == 0 {
		return 0
	}
	return (a*float64(na) + b*float64(nb)) / float64(na+nb)
}

// fields are the counters of a profile.
func fields(p *care.Profile) []*int {
	return []*int{&p.Contacts, &p.Complaints, &p.Praises, &p.Answers, &p.Concrete, &p.Repeats, &p.Intrusions,
		&p.Details, &p.Calmed, &p.Escalated, &p.Resolved, &p.Returns}
}

// counters replaces each counter by f of its number and value, never below 0.
func counters(p *care.Profile, f func(i, n int) int) {
	for i, n := range fields(p) {
		*n = max(0, f(i, *n))
	}
}

// topics adds up what two accounts write about, and keeps the most frequent.
func topics(a, b map[string]float64) map[string]float64 {
	if len(a)+len(b) == 0 {
		return nil
	}
	sum := maps.Clone(a)
	if sum == nil {
		sum = map[string]float64{}
	}
	for topic, n := range b {
		sum[topic] += n
	}
	names := slices.SortedFunc(maps.Keys(sum), func(x, y string) int {
		return cmp.Or(cmp.Compare(sum[y], sum[x]), cmp.Compare(x, y))
	})
	for _, name := range names[min(len(names), care.MaxTopics):] {
		delete(sum, name)
	}
	return sum
}

// together merges traces by time, each once, and keeps the latest.
func together(a, b []care.Trace) []care.Trace {
	type id struct{ id, by, account string }
	seen := map[id]bool{}
	var all []care.Trace
	for _, t := range slices.Concat(a, b) {
		k := id{t.ID, t.By, t.Account}
		if t.ID == "" || !seen[k] {
			all = append(all, t)
		}
		seen[k] = true
	}
	slices.SortStableFunc(all, func(a, b care.Trace) int { return a.At.Compare(b.At) })
	return all[max(0, len(all)-care.MaxRecent):]
}

// parted takes an account out of a person: its own profile, as it was when it
// was linked and with what came since, and the person without it.
func parted(person, account care.Profile) (own, rest care.Profile) {
	own, rest = restored(person, account), person
	counters(&rest, func(i, n int) int { return n - *fields(&own)[i] })
	rest.Pace = max(0, person.Pace-own.Pace)
	rest.Recent = slices.DeleteFunc(slices.Clone(person.Recent), func(t care.Trace) bool { return t.Account == account.Key })
	return own, rest
}

// restored is the profile of one account: what its row kept, and what the
// person's traces show that came since. What came since and is no longer
// remembered stays counted with the others.
func restored(person, account care.Profile) care.Profile {
	own := account
	known := map[string]bool{}
	for _, t := range account.Recent {
		known[t.By+"\x00"+t.ID] = true
	}
	var since []care.Trace
	for _, t := range person.Recent {
		if t.Account == account.Key && !known[t.By+"\x00"+t.ID] {
			since = append(since, t)
			tally(&own, t)
		}
	}
	own.Recent = together(account.Recent, since)
	for i := range own.Recent {
		own.Recent[i].Account = ""
	}
	if len(since) > 0 {
		own.Hostility, own.Flattery, own.Pace = person.Hostility, person.Flattery, person.Pace
		own.Topics = topics(account.Topics, topicsOf(since))
		own.FirstSeen = earlier(own.FirstSeen, since[0].At)
		if last := since[len(since)-1].At; last.After(own.LastSeen) {
			own.LastSeen = last
		}
	}
	return own
}

// topicsOf counts the topics of traces.
func topicsOf(traces []care.Trace) map[string]float64 {
	counts := map[string]float64{}
	for _, t := range traces {
		if t.Topic != "" {
			counts[t.Topic]++
		}
	}
	return counts
}

func earlier(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}

// likely is the probability from which a trace counts as a complaint or as
// praise: that of classifier/authors.
const likely = 0.5

// tally counts a trace as the profile counted the post.
func tally(p *care.Profile, t care.Trace) {
	switch t.By {
	case care.ByBrand:
		p.Answers++
	case care.ByResolved:
		p.Resolved++
	case "", care.ByAuthor:
		for i, is := range []bool{true, t.Complaint >= likely, t.Praise >= likely, false, t.Concrete, t.Repeat, t.Intrusion} {
			if is {
				*fields(p)[i]++ // in their order
			}
		}
	}
}

// left is the last account of a person as a profile of its own again: it keeps
// everything that the person has left.
func left(person, account care.Profile) care.Profile {
	own := restored(person, account)
	last := person
	last.Key, last.Author, last.Version, last.Overrule = account.Key, own.Author, account.Version, account.Overrule
	last.Recent, last.FirstSeen, last.LastSeen = own.Recent, own.FirstSeen, own.LastSeen
	last.Hostility, last.Flattery, last.Topics, last.Pace = own.Hostility, own.Flattery, own.Topics, own.Pace
	return last
}
