package store

import (
	"encoding/json"
	"errors"
	"strings"

	"goodgraces/care"
)

// A profile is read and written with every post, so it is kept packed: JSON
// takes three times the room and ten times the processor. The first byte says
// which it is.
const (
	packedProfile = 1   // as profileFields lists it
	jsonProfile   = '{' // as it was kept before; it is packed when it is saved again
)

// packedSize is about what a packed profile takes, in bytes.
const packedSize = 640

// packProfile writes everything of a profile but what has columns of its own.
func packProfile(p *care.Profile) []byte { return appendProfile(nil, p) }

// appendProfile is packProfile behind what is in docs.
func appendProfile(docs []byte, p *care.Profile) []byte {
	k := packing{out: append(docs, packedProfile)}
	profileFields(&k, p)
	return k.out
}

// unpackProfile reads what packProfile wrote, and what was written before.
func unpackProfile(doc []byte, p *care.Profile) error {
	switch {
	case len(doc) > 0 && doc[0] == jsonProfile:
		return fromJSON(string(doc), p)
	case len(doc) == 0 || doc[0] != packedProfile:
		return errors.New("store: a stored profile is of a kind that this graces does not know; use the newer graces that wrote it")
	}
	k := unpacking(doc[1:])
	profileFields(&k, p)
	if k.bad || k.left() > 0 {
		return errors.New("store: a stored profile is damaged; restore a backup")
	}
	return nil
}

// profileFields lists what is packed, in its order, for writing and for
// reading. Rows hold that order: a change to it needs another first byte, but
// for a new flag behind the others, which old rows have as false. Writing
// changes nothing in p.
func profileFields(k *packing, p *care.Profile) {
	k.text(&p.Author.ID)
	k.text(&p.Author.Handle)
	k.text(&p.Author.Name)
	k.count(&p.Author.Followers)
	k.time(&p.FirstSeen)
	k.time(&p.LastSeen)
	for _, n := range [...]*int{
		&p.Contacts, &p.Complaints, &p.Praises, &p.Answers, &p.Concrete, &p.Repeats, &p.Intrusions,
		&p.Details, &p.Calmed, &p.Escalated, &p.Resolved, &p.Returns,
	} {
		k.count(n)
	}
	k.share(&p.Hostility)
	k.share(&p.Flattery)
	k.share(&p.Pace)
	k.weights(&p.Topics)
	overruled := p.Overrule != nil
	k.flags(&p.Author.Unfollowed, &overruled, &p.Author.Bot)
	if overruled {
		overruleFields(k, &p.Overrule)
	}
	traces(k, &p.Recent)
}

// overruleFields is JSON: few profiles have it, and it is mostly words.
func overruleFields(k *packing, o **care.Overrule) {
	var doc string
	if !k.reading {
		doc = toJSON(*o)
	}
	k.text(&doc)
	if k.reading {
		k.bad = k.bad || json.Unmarshal([]byte(doc), o) != nil
	}
}

func traces(k *packing, ts *[]care.Trace) {
	n := k.length(len(*ts))
	if k.reading && n > 0 {
		*ts = make([]care.Trace, n, n+1) // the next post is about to be added
	}
	for i := range *ts {
		traceFields(k, &(*ts)[i])
	}
}

func traceFields(k *packing, t *care.Trace) {
	platform, began := strings.CutSuffix(t.Thread, ":"+t.ID)
	k.flags(&began, &t.Closing, &t.Affection, &t.Concrete, &t.Intrusion, &t.Repeat, &t.Badger, &t.Crowd,
		&t.Outsider, &t.Friendly, &t.Details, &t.Solved, &t.Asks, &t.Team, &t.Presses)
	k.text(&t.ID)
	k.time(&t.At)
	k.text(&t.By)
	k.text(&t.Account)
	k.text(&t.Topic)
	k.fixed(&t.Hash)
	for _, x := range [...]*float64{&t.Complaint, &t.Hostility, &t.Praise, &t.Own, &t.Bait, &t.Court} {
		k.share(x)
	}
	if !began {
		k.text(&t.Thread)
		return
	}
	if k.text(&platform); k.reading {
		t.Thread = platform + ":" + t.ID
	}
}
