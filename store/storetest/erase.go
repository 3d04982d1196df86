package storetest

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

func testRetract(t *testing.T, s *store.Store) {
	ctx := t.Context()
	private, public := approved(t, s)
	claim(t, s, "h", after(2), private.ID)
	key := public.Mention.Key()
	ok(t, s.Retract(ctx, []string{key, "testgram:none"}, after(3)))
	ok(t, s.Retract(ctx, []string{key}, after(3)))
	f := caseFile(t, s, public.CaseID)
	same(t, f.Case.State, care.StateDismissed)
	same(t, f.Mention.Text, "")
	same(t, f.Mention.Deleted, true)
	same(t, len(f.Verdict.Evidence), 0)
	same(t, f.Draft().Text, "")
	same(t, f.Sends[0].State, care.SendSending)
	same(t, f.Sends[1].State, care.SendWithdrawn)
	same(t, f.Sends[1].Mention.Text, "")
	ok(t, s.Settle(ctx, store.Settlement{SendID: private.ID, Holder: "h", State: care.SendApproved, At: after(3)}))
	f = caseFile(t, s, public.CaseID) // it must not go out after all
	same(t, f.Sends[0].State, care.SendWithdrawn)
	same(t, f.Case.State, care.StateDismissed)
	_, err := s.Decide(ctx, care.Decision{CaseID: public.CaseID, Kind: care.DecideReopen, At: after(4)}, care.StateDrafted)
	ok(t, err)
	_, err = s.Approve(ctx, approval(public.CaseID, care.SendPublic))
	isMove(t, err)
	rows, err := s.Cases(ctx, store.CaseFilter{Query: "parcel"})
	ok(t, err)
	same(t, len(rows), 0)
	verified(t, s)
}

// testGone erases a post that the platform no longer has, once the send that
// found this out is settled.
func testGone(t *testing.T, s *store.Store) {
	ctx := t.Context()
	private, public := approved(t, s)
	claim(t, s, "h", after(2), private.ID)
	ok(t, s.Settle(ctx, store.Settlement{SendID: private.ID, Holder: "h", State: care.SendFailed, Gone: true, At: after(3)}))
	f := caseFile(t, s, public.CaseID)
	same(t, f.Mention.Text, "")
	same(t, f.Mention.Deleted, true)
	same(t, f.Case.State, care.StateDismissed)
	same(t, f.Sends[0].State, care.SendFailed)
	same(t, f.Sends[0].Mention.Text, "")
	same(t, f.Sends[1].State, care.SendWithdrawn)
	ids, err := s.PostsOf(ctx, f.Mention.AuthorKey())
	ok(t, err)
	same(t, len(ids), 0)
	verified(t, s)
}

// testLabel says what a post that stands is labelled with, and tells whoever has
// it open.
func testLabel(t *testing.T, s *store.Store) {
	ctx := t.Context()
	c := opened(t, s)
	_, before, err := s.ChangedSince(ctx, 0)
	ok(t, err)
	ok(t, s.Label(ctx, c.Mention, []string{"spam", "porn"}, false))
	ok(t, s.Label(ctx, c.Mention, []string{"spam"}, false))
	ok(t, s.Label(ctx, "testgram:nobody", []string{"spam"}, false))
	m, err := s.Mention(ctx, c.Mention)
	ok(t, err)
	same(t, strings.Join(m.Mention.Labels, " "), "porn spam")
	ids, _, err := s.ChangedSince(ctx, before)
	ok(t, err)
	same(t, strings.Join(ids, " "), c.ID)
	_, before, err = s.ChangedSince(ctx, 0)
	ok(t, err)
	for _, taken := range []struct{ now, want string }{{"porn spam", "porn spam"}, {"porn", "porn"}, {"", ""}} {
		ok(t, s.Label(ctx, c.Mention, strings.Fields(taken.now), true))
		m, err = s.Mention(ctx, c.Mention)
		ok(t, err)
		same(t, strings.Join(m.Mention.Labels, " "), taken.want)
	}
	ids, _, err = s.ChangedSince(ctx, before)
	ok(t, err)
	same(t, strings.Join(ids, " "), c.ID)
	ok(t, s.Retract(ctx, []string{c.Mention}, after(2)))
	ok(t, s.Label(ctx, c.Mention, []string{"rude"}, false))
	ok(t, s.Label(ctx, c.Mention, []string{"rude"}, true))
	verified(t, s)
}

// testPostsOf lists what is kept of an account.
func testPostsOf(t *testing.T, s *store.Store) {
	ctx := t.Context()
	one, two := idle("ann", 1), idle("ann", 2)
	two.Mention.ID = "at://did:plc:ann/x/2"
	ok(t, s.Record(ctx, []store.Handled{one, two, idle("bea", 1)}, nil))
	ids, err := s.PostsOf(ctx, one.Mention.AuthorKey())
	ok(t, err)
	same(t, strings.Join(ids, " "), one.Mention.ID+" "+two.Mention.ID)
}

// testKept lists what is worth another look: what somebody still works on,
// however old, and what was read lately.
func testKept(t *testing.T, s *store.Store) {
	ctx := t.Context()
	waits := opened(t, s)
	done, idle := complaint("bea", 1), idle("cid", 1)
	other := complaint("dan", 1)
	other.Mention.Platform = "elsewhere"
	other.Case.ID, other.Case.Mention = care.CaseID("elsewhere", other.Mention.ID), other.Mention.Key()
	ok(t, s.Record(ctx, []store.Handled{done, idle, other}, nil))
	_, err := s.Decide(ctx, care.Decision{CaseID: done.Case.ID, Kind: care.DecideDismiss, At: after(1)}, care.StateDismissed)
	ok(t, err)
	row, err := s.Mention(ctx, waits.Mention)
	ok(t, err)
	kept := func(since time.Time, n int) string {
		all, err := s.Kept(ctx, "testgram", since, n)
		ok(t, err)
		var ids []string
		for _, m := range all {
			ids = append(ids, m.ID)
		}
		return strings.Join(ids, " ")
	}
	long, later := row.ReadAt.Add(-time.Hour), row.ReadAt.Add(1000*time.Hour)
	same(t, kept(long, 10), "ann-1 cid-1 bea-1")
	same(t, kept(long, 2), "ann-1 cid-1")
	same(t, kept(later, 10), "ann-1")
	ok(t, s.Retract(ctx, []string{waits.Mention, idle.Mention.Key()}, after(2)))
	same(t, kept(long, 10), "bea-1")
}

// testKeptInTurn goes round all posts of a platform whose text is kept, whatever
// became of them: each comes up once a round.
func testKeptInTurn(t *testing.T, s *store.Store) {
	ctx := t.Context()
	gone := opened(t, s)
	all := []store.Handled{complaint("bea", 1), idle("cid", 1), idle("cid", 2), idle("cid", 3), complaint("dan", 1)}
	all[4].Mention.Platform = "elsewhere"
	all[4].Case.ID, all[4].Case.Mention = care.CaseID("elsewhere", all[4].Mention.ID), all[4].Mention.Key()
	ok(t, s.Record(ctx, all, nil))
	_, err := s.Decide(ctx, care.Decision{CaseID: all[0].Case.ID, Kind: care.DecideDismiss, At: after(1)}, care.StateDismissed)
	ok(t, err)
	ok(t, s.Retract(ctx, []string{gone.Mention}, after(2)))
	for n, want := range map[int]string{
		1: "bea-1, cid-1, cid-2, cid-3, bea-1, cid-1", 2: "bea-1 cid-1, cid-2 cid-3, bea-1 cid-1", 3: "bea-1 cid-1 cid-2, cid-3, bea-1 cid-1 cid-2",
		4: "bea-1 cid-1 cid-2 cid-3, bea-1 cid-1 cid-2 cid-3", 9: "bea-1 cid-1 cid-2 cid-3, bea-1 cid-1 cid-2 cid-3",
	} {
		var turns []string
		behind := int64(0)
		for len(turns) < strings.Count(want, ",")+1 {
			posts, next, count, err := s.KeptInTurn(ctx, "testgram", behind, n)
			ok(t, err)
			same(t, count, 4)
			var ids []string
			for _, m := range posts {
				ids = append(ids, m.ID)
			}
			turns = append(turns, strings.Join(ids, " "))
			behind = next
		}
		same(t, strings.Join(turns, ", "), want)
	}
	posts, next, count, err := s.KeptInTurn(ctx, "nowhere", 0, 3)
	ok(t, err)
	same(t, len(posts)+int(next)+count, 0)
}

func testForget(t *testing.T, s *store.Store) {
	ctx := t.Context()
	private, public := approved(t, s)
	claim(t, s, "h", after(2), private.ID)
	ok(t, s.Record(ctx, []store.Handled{idle("ann", 2), complaint("bea", 1)}, []care.Profile{{Key: "testgram:ann"}, {Key: "testgram:bea"}}))
	done, err := s.Forget(ctx, "testgram:ann", "admin", after(3))
	ok(t, err)
	same(t, done.Mentions, 2)
	same(t, done.UnderWay, 1)
	settle(t, s, private.ID, "h", care.SendSent, after(4))
	for _, word := range []string{"ann_h", "Name of", "parcel", "ref-ann", "example.test", "Sorry", "Hello", "thread-ann", "ann-1", "ann-2"} {
		f := caseFile(t, s, public.CaseID)
		m, err := s.Mention(ctx, "testgram:ann-2")
		ok(t, err)
		all, err := json.Marshal([]any{f, m})
		ok(t, err)
		if strings.Contains(string(all), word) {
			t.Errorf("%q is still there: %s", word, all)
		}
	}
	profiles, err := s.Profiles(ctx, []string{"testgram:ann", "testgram:bea"})
	ok(t, err)
	same(t, len(profiles), 1)
	rows, err := s.Mentions(ctx, store.MentionFilter{Author: "testgram:ann"})
	ok(t, err)
	same(t, len(rows), 0)
	f := caseFile(t, s, public.CaseID)
	same(t, f.Case.State, care.StateDismissed)
	same(t, f.Sends[0].State, care.SendSent)
	ok(t, s.Record(ctx, []store.Handled{complaint("ann", 1)}, nil)) // delivered again
	same(t, caseFile(t, s, public.CaseID).Mention.Text, "")
	done, err = s.Forget(ctx, "testgram:ann", "admin", after(5))
	ok(t, err)
	same(t, done.Mentions, 0)
	verified(t, s)
}
