package storetest

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

func testRecord(t *testing.T, s *store.Store) {
	ctx := t.Context()
	h, quiet := complaint("ann", 1), idle("bea", 1)
	before := time.Now().Add(-time.Second)
	ok(t, s.Record(ctx, []store.Handled{h, quiet, h}, []care.Profile{{Key: "testgram:ann", Contacts: 1}}))

	f := caseFile(t, s, h.Case.ID)
	equal(t, f.Mention, h.Mention)
	equal(t, f.Verdict, h.Verdict)
	same(t, f.Case.State, care.StateDrafted)
	same(t, f.Case.DueAt, h.Case.DueAt)
	same(t, len(f.Drafts), 1)
	same(t, f.Draft().ID, h.Case.ID+".1")
	same(t, f.Draft().Text, h.Draft.Text)

	known, err := s.Known(ctx, []string{h.Mention.Key(), quiet.Mention.Key(), "testgram:nobody"})
	ok(t, err)
	equal(t, known, map[string]string{h.Mention.Key(): h.Case.ID, quiet.Mention.Key(): ""})

	refs, err := s.Refs(ctx, []string{h.Mention.Key(), quiet.Mention.Key(), "testgram:nobody"})
	ok(t, err)
	equal(t, refs, map[string]string{h.Mention.Key(): h.Mention.Ref, quiet.Mention.Key(): quiet.Mention.Ref})

	total, without, err := s.CountMentions(ctx, before)
	ok(t, err)
	same(t, [2]int{total, without}, [2]int{2, 1})

	changed := h
	changed.Mention.Text, changed.Mention.Ref = "another text", "another reading"
	ok(t, s.Record(ctx, []store.Handled{changed}, nil))
	same(t, caseFile(t, s, h.Case.ID).Mention.Text, h.Mention.Text)
	refs, err = s.Refs(ctx, []string{h.Mention.Key()})
	ok(t, err)
	same(t, refs[h.Mention.Key()], h.Mention.Ref)

	entries, err := s.Audit(ctx, h.Case.ID, 0, 0)
	ok(t, err)
	same(t, len(entries), 1)
	same(t, entries[0].Action, "case.opened")
	verified(t, s)
}

func testRecordConflicts(t *testing.T, s *store.Store) {
	ctx := t.Context()
	key := "testgram:ann"
	ok(t, s.Record(ctx, []store.Handled{complaint("ann", 1)}, []care.Profile{{Key: key, Contacts: 1}}))
	profiles, err := s.Profiles(ctx, []string{key, "testgram:nobody"})
	ok(t, err)
	same(t, len(profiles), 1)
	p := profiles[key]
	same(t, p.Version, 1)

	conflict := func(name string, h store.Handled, p care.Profile) {
		t.Helper()
		if err := s.Record(ctx, []store.Handled{h}, []care.Profile{p}); !errors.Is(err, store.ErrConflict) {
			t.Errorf("%s: got %v, want ErrConflict", name, err)
		}
		known, err := s.Known(ctx, []string{"testgram:ann-2"})
		ok(t, err)
		same(t, len(known), 0)
	}
	conflict("a known mention with its author's profile", complaint("ann", 1), p)
	conflict("a profile thought to be new", complaint("ann", 2), care.Profile{Key: key})
	conflict("a profile that was forgotten", complaint("ann", 2), care.Profile{Key: "testgram:gone", Version: 3})
	p.Contacts = 2
	ok(t, s.Record(ctx, []store.Handled{complaint("ann", 3)}, []care.Profile{p}))
	conflict("a profile that changed meanwhile", complaint("ann", 2), p)
	profiles, err = s.Profiles(ctx, []string{key})
	ok(t, err)
	same(t, profiles[key].Contacts, 2)
	same(t, profiles[key].Version, 2)
}

func testHostileText(t *testing.T, s *store.Store) {
	ctx := t.Context()
	for i, text := range []string{
		"a NUL\x00 here", "not \xff\xfe UTF-8", strings.Repeat("!", 20000), "'; DROP TABLE cases; --", "%_\\", "\u2028𝔘ȺȺ",
	} {
		h := complaint("eve\x00\xff", i)
		h.Mention.Text, h.Case.Note, h.Draft.Text = text, text, text
		h.Case.ID, h.Case.Mention = "", ""
		ok(t, s.Record(ctx, []store.Handled{h}, []care.Profile{{Key: h.Mention.AuthorKey(), Version: int64(i)}}))
		known, err := s.Known(ctx, []string{h.Mention.Key()})
		ok(t, err)
		same(t, len(known), 1)
		f := caseFile(t, s, known[h.Mention.Key()])
		same(t, f.Mention.Text, string([]rune(text))) // each invalid byte is a U+FFFD
	}
	profiles, err := s.Profiles(ctx, []string{"testgram:eve\x00\xff"})
	ok(t, err)
	same(t, len(profiles), 1)
	rows, err := s.Cases(ctx, store.CaseFilter{Query: `%_\`})
	ok(t, err)
	same(t, len(rows), 1)
	verified(t, s)
}

func testMentions(t *testing.T, s *store.Store) {
	ctx := t.Context()
	ok(t, s.Record(ctx, []store.Handled{complaint("ann", 1), idle("bea", 1), complaint("ann", 2), idle("ann", 3)}, nil))
	for _, test := range []struct {
		name   string
		filter store.MentionFilter
		want   string
	}{
		{"all", store.MentionFilter{}, "ann-3 ann-2 bea-1 ann-1"},
		{"oldest first", store.MentionFilter{OldestKey: true}, "ann-1 bea-1 ann-2 ann-3"},
		{"behind one", store.MentionFilter{OldestKey: true, After: "testgram:bea-1", Limit: 1}, "ann-2"},
		{"behind one, newest first", store.MentionFilter{After: "testgram:bea-1"}, "ann-1"},
		{"of an author", store.MentionFilter{Author: "testgram:ann", Limit: 2}, "ann-3 ann-2"},
		{"of a thread", store.MentionFilter{Thread: "testgram:thread-bea"}, "bea-1"},
		{"without case", store.MentionFilter{NoCase: true}, "ann-3 bea-1"},
		{"words", store.MentionFilter{Query: "NUMBER bea_H"}, "bea-1"},
		{"since", store.MentionFilter{Since: time.Now().Add(time.Hour)}, ""},
	} {
		rows, err := s.Mentions(ctx, test.filter)
		ok(t, err)
		var got []string
		for _, r := range rows {
			got = append(got, r.Mention.ID)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %v, want %s", test.name, got, test.want)
		}
	}
	m, err := s.Mention(ctx, "testgram:ann-1")
	ok(t, err)
	same(t, m.CaseID, care.CaseID("testgram", "ann-1"))
	if _, err := s.Mention(ctx, "testgram:none"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

func equal(t *testing.T, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("got %+v\nwant %+v", got, want)
	}
}
