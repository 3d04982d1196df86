package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/care"
	"goodgraces/store"
)

// wrote records a mention of an author with what the profile remembers of it.
func wrote(rt require, s *store.Store, key string, h store.Handled, t care.Trace) {
	p := profileOf(rt, s, key)
	t.ID, t.At, t.Account = h.Mention.ID, h.Mention.CreatedAt, ""
	if store.IsPerson(p.Key) {
		t.Account = key
	}
	p.Contacts++
	p.Topics, p.Pace = map[string]float64{"parcel": 0.1 * float64(p.Contacts)}, 0.3
	p.Author, p.LastSeen = h.Mention.Author, h.Mention.CreatedAt
	if p.FirstSeen.IsZero() {
		p.FirstSeen = p.LastSeen
	}
	p.Recent = append(p.Recent, t)
	p.Recent = p.Recent[max(0, len(p.Recent)-care.MaxRecent):]
	h.Profile = p.Key
	must(rt, s.Record(rt.Context(), []store.Handled{h}, []care.Profile{p}))
}

// require is a *testing.T or a *rapid.T.
type require interface {
	Context() context.Context
	Fatal(args ...any)
}

func profileOf(rt require, s *store.Store, key string) care.Profile {
	ps, err := s.Profiles(rt.Context(), []string{key})
	must(rt, err)
	if p, ok := ps[key]; ok {
		return p
	}
	return care.Profile{Key: key}
}

func testLinks(t *testing.T, s *store.Store) {
	ctx := t.Context()
	wrote(t, s, "testgram:ann", idle("ann", 1), care.Trace{Complaint: 0.9})
	wrote(t, s, "testgram:bea", idle("bea", 1), care.Trace{Hash: 7})
	stale := profileOf(t, s, "testgram:bea")
	ok(t, s.Link(ctx, "testgram:ann", "testgram:bea", "eve", after(1)))
	for _, err := range []error{
		s.Link(ctx, "testgram:bea", "testgram:ann", "eve", after(1)),
		s.Link(ctx, "testgram:bea", "testgram:bea", "eve", after(1)),
		s.Record(ctx, []store.Handled{idle("bea", 2)}, []care.Profile{stale}),
		s.Record(ctx, []store.Handled{idle("bea", 2)}, []care.Profile{{Key: "testgram:bea"}}),
	} {
		if !errors.Is(err, store.ErrConflict) {
			t.Fatalf("got %v, want a conflict", err)
		}
	}
	ps, err := s.Profiles(ctx, []string{"testgram:ann", "testgram:bea", "testgram:cat"})
	ok(t, err)
	same(t, len(ps), 2)
	same(t, ps["testgram:ann"].Key, ps["testgram:bea"].Key)
	same(t, ps["testgram:ann"].Contacts, 2)
	same(t, ps["testgram:ann"].Recent[1].Account, "testgram:bea")
	wrote(t, s, "testgram:bea", idle("bea", 2), care.Trace{})
	ok(t, s.Link(ctx, "testgram:cat", "testgram:ann", "eve", after(2)))
	accounts, err := s.Accounts(ctx, "testgram:bea")
	ok(t, err)
	same(t, fmt.Sprint(accounts), "[testgram:ann testgram:bea testgram:cat]")
	ok(t, s.Unlink(ctx, "testgram:bea", "eve", after(3)))
	same(t, profileOf(t, s, "testgram:bea").Contacts, 2)
	same(t, profileOf(t, s, "testgram:ann").Contacts, 1)
	same(t, profileOf(t, s, "testgram:cat").Key, profileOf(t, s, "testgram:ann").Key)
	ok(t, s.Unlink(ctx, "testgram:ann", "eve", after(3)))
	same(t, profileOf(t, s, "testgram:cat").Key, "testgram:cat")
	same(t, profileOf(t, s, "testgram:ann").Recent[0].Account, "")
	if err := s.Unlink(ctx, "testgram:ann", "eve", after(3)); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("unlinked twice: %v", err)
	}
	verified(t, s)
}

// testLinksAtRandom links, unlinks and posts at random: no contact is ever lost
// or counted twice, posts are remembered under their account, and an account
// that is linked and unlinked at once is as it was.
func testLinksAtRandom(t *testing.T, s *store.Store) {
	run := 0
	rapid.Check(t, func(rt *rapid.T) {
		run++
		var keys []string
		for i := range 4 {
			keys = append(keys, fmt.Sprintf("testgram:r%d-%d", run, i))
		}
		posts := map[string]int{}
		minute := 0
		pick := func() string { return rapid.SampledFrom(keys).Draw(rt, "account") }
		rt.Repeat(map[string]func(*rapid.T){
			"": func(rt *rapid.T) { checkPeople(rt, s, keys, posts) },
			"post": func(rt *rapid.T) {
				key := pick()
				minute++
				posts[key]++
				h := idle(key[len("testgram:"):], posts[key])
				h.Mention.CreatedAt = after(minute)
				wrote(rt, s, key, h, care.Trace{})
			},
			"link": func(rt *rapid.T) {
				if err := s.Link(rt.Context(), pick(), pick(), "eve", noon); !errors.Is(err, store.ErrConflict) {
					must(rt, err)
				}
			},
			"unlink": func(rt *rapid.T) {
				if err := s.Unlink(rt.Context(), pick(), "eve", noon); !errors.Is(err, store.ErrNotFound) {
					must(rt, err)
				}
			},
			"there and back": func(rt *rapid.T) { thereAndBack(rt, s, pick(), pick()) },
		})
	})
}

func checkPeople(rt *rapid.T, s *store.Store, keys []string, posts map[string]int) {
	ps, err := s.Profiles(rt.Context(), keys)
	must(rt, err)
	people := map[string]care.Profile{}
	all, contacts := 0, 0
	for _, key := range keys {
		all += posts[key]
		if p, ok := ps[key]; ok {
			people[p.Key] = p
		} else if posts[key] > 0 {
			rt.Fatalf("%s has no profile", key)
		}
	}
	for key, p := range people {
		contacts += p.Contacts
		if len(p.Recent) > care.MaxRecent {
			rt.Fatalf("%s remembers %d posts", key, len(p.Recent))
		}
		for i, tr := range p.Recent {
			if store.IsPerson(key) == (tr.Account == "") {
				rt.Fatalf("%s: account %q", key, tr.Account)
			}
			if i > 0 && tr.At.Before(p.Recent[i-1].At) {
				rt.Fatalf("%s: traces out of order", key)
			}
		}
	}
	if contacts != all {
		rt.Fatalf("%d contacts of %d posts: %+v", contacts, all, people)
	}
}

// thereAndBack links two accounts that stand alone, and unlinks them.
func thereAndBack(rt *rapid.T, s *store.Store, a, b string) {
	before, err := s.Profiles(rt.Context(), []string{a, b})
	must(rt, err)
	if a == b || len(before) < 2 || store.IsPerson(before[a].Key) || store.IsPerson(before[b].Key) {
		return
	}
	must(rt, s.Link(rt.Context(), a, b, "eve", noon))
	must(rt, s.Unlink(rt.Context(), rapid.SampledFrom([]string{a, b}).Draw(rt, "which"), "eve", noon))
	now, err := s.Profiles(rt.Context(), []string{a, b})
	must(rt, err)
	for _, key := range []string{a, b} {
		was, is := before[key], now[key]
		if is.Version <= was.Version {
			rt.Fatalf("%s: version %d after %d", key, is.Version, was.Version)
		}
		if is.Version = was.Version; !reflect.DeepEqual(was, is) {
			rt.Fatalf("%s was\n%+v and is\n%+v", key, was, is)
		}
	}
}

func testOverrule(t *testing.T, s *store.Store) {
	ctx := t.Context()
	wrote(t, s, "testgram:ann", idle("ann", 1), care.Trace{})
	stale := profileOf(t, s, "testgram:ann")
	o := care.Overrule{Stance: care.StanceEngage, From: care.StanceSilence, Reason: "she has a case", Actor: "eve", At: after(1), Signals: []string{"repeats", "intrudes", "repeats"}}
	ok(t, s.Overrule(ctx, "testgram:ann", o))
	if err := s.Record(ctx, nil, []care.Profile{stale}); !errors.Is(err, store.ErrConflict) {
		t.Fatalf("a profile from before the overrule was saved: %v", err)
	}
	same(t, profileOf(t, s, "testgram:ann").Overrule.Reason, "she has a case")
	ok(t, s.Uphold(ctx, []string{"repeats"}))
	counts(t, s, map[string]store.SignalCount{"repeats": {Upheld: 1, Overruled: 1}, "intrudes": {Overruled: 1}})
	ok(t, s.Link(ctx, "testgram:ann", "testgram:bea", "eve", after(2)))
	same(t, profileOf(t, s, "testgram:bea").Overrule.Actor, "eve")
	ok(t, s.Overrule(ctx, "testgram:bea", care.Overrule{Actor: "dan", At: after(3)}))
	counts(t, s, map[string]store.SignalCount{"repeats": {Upheld: 1}, "intrudes": {}})
	ok(t, s.Unlink(ctx, "testgram:bea", "eve", after(4)))
	for _, key := range []string{"testgram:ann", "testgram:bea", "testgram:new"} {
		same(t, profileOf(t, s, key).Overrule == nil, true)
	}
	ok(t, s.Overrule(ctx, "testgram:new", care.Overrule{Stance: care.StanceSilence, Actor: "eve", At: after(5)}))
	same(t, profileOf(t, s, "testgram:new").Overrule.Stance, care.StanceSilence)
	verified(t, s)
}

func counts(t *testing.T, s *store.Store, want map[string]store.SignalCount) {
	t.Helper()
	got, err := s.SignalCounts(t.Context())
	ok(t, err)
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("got %v, want %v", got, want)
	}
}

func testNotes(t *testing.T, s *store.Store) {
	ctx := t.Context()
	one, err := s.AddNote(ctx, store.Note{Author: "testgram:ann", Actor: "eve", Text: "prefers to be called", At: after(1)})
	ok(t, err)
	two, err := s.AddNote(ctx, store.Note{Author: "testgram:ann", Actor: "dan", Text: "new address", At: after(2)})
	ok(t, err)
	if err := s.DeleteNote(ctx, one.ID, "dan", after(3)); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("dan deleted eve's note: %v", err)
	}
	ok(t, s.DeleteNote(ctx, two.ID, "dan", after(3)))
	notes, err := s.Notes(ctx, []string{"testgram:bea", "testgram:ann"})
	ok(t, err)
	same(t, len(notes), 1)
	same(t, notes[0], one)
	verified(t, s)
}

func testTimeline(t *testing.T, s *store.Store) {
	ctx := t.Context()
	_, public := approved(t, s)
	answer := care.Mention{ID: "b1", Platform: "testgram", By: care.ByBrand, Text: "Hi", InReplyTo: "ann-2", Thread: "thread-ann"}
	ok(t, s.Record(ctx, []store.Handled{idle("ann", 2), {Mention: answer}, complaint("bea", 1)}, nil))
	events, err := s.Timeline(ctx, []string{"testgram:ann", "testgram:none"}, "", 0)
	ok(t, err)
	same(t, len(events), 2)
	same(t, events[0].Mention.ID, "ann-2")
	same(t, events[0].Answers[0].ID, "b1")
	same(t, events[1].File.Case.ID, public.CaseID)
	same(t, len(events[1].File.Sends), 2)
	events, err = s.Timeline(ctx, []string{"testgram:ann"}, "testgram:ann-2", 1)
	ok(t, err)
	same(t, len(events), 1)
	same(t, events[0].Mention.ID, "ann-1")
}

// account is a profile as it is found by its handle.
func account(platform, id, handle, name string, hash uint64) care.Profile {
	return care.Profile{Key: care.Key(platform, id), Author: care.Author{ID: id, Handle: handle, Name: name},
		Recent: []care.Trace{{ID: "1", At: noon, Hash: hash}}}
}

func testSuggest(t *testing.T, s *store.Store) {
	ctx := t.Context()
	ok(t, s.Record(ctx, nil, []care.Profile{
		account("x", "1", "gate_gremlin", "Gate Gremlin", 0xff00ff00),
		account("mastodon", "2", "Gate.Gremlin@social.example", "G", 0),
		account("x", "3", "someone", "Gate Gremlin", 0xff00ff01), // the same name and words
		account("x", "4", "other", "gate gremlin", 0xffffffffffffffff),
		account("x", "5", "gategremlin", "", 0), // on the same platform
	}))
	got, err := s.Suggest(ctx, "x:1")
	ok(t, err)
	same(t, fmt.Sprint(reasons(got)), "[mastodon:2 has the same handle on another platform x:3 has the same name and posted a near-copy of a post]")
	ok(t, s.Link(ctx, "x:1", "x:3", "eve", noon))
	got, err = s.Suggest(ctx, "x:1")
	ok(t, err)
	same(t, len(got), 1)
	none, err := s.Suggest(ctx, "x:unknown")
	ok(t, err)
	same(t, len(none), 0)
	ok(t, s.Record(ctx, []store.Handled{idle("Ann", 1)}, nil))
	for name, want := range map[string]string{
		"1": "[x:1]", "@GATE_GREMLIN": "[x:1]", "gategremlin": "[x:5]", "": "[]", "%": "[]", "nobody": "[]",
	} {
		keys, err := s.FindAuthors(ctx, "x", name)
		ok(t, err)
		same(t, fmt.Sprint(keys), want)
	}
	keys, err := s.FindAuthors(ctx, "testgram", "@ann_H") // has posts, but no profile
	ok(t, err)
	same(t, fmt.Sprint(keys), "[testgram:Ann]")
}

func reasons(all []store.Suggestion) (out []string) {
	for _, s := range all {
		out = append(out, s.Key+" "+s.Reason)
	}
	return out
}
