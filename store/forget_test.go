package store_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/internal/servers"
	"goodgraces/store"
)

// The person of this test: every one of these must be gone afterwards.
var traces = []string{"did:plc:ann4711", "ann.frobozz", "Ann Frobozz", "xyzzy", "ann-on-x", "plugh"}

func TestForgetLeavesNothingSQLite(t *testing.T) { forgetEverything(t, openSQLite(t)) }
func TestForgetLeavesNothingPostgres(t *testing.T) {
	forgetEverything(t, openMigrated(t, servers.PostgresFrom(t, &schema)))
}

// forgetEverything lets a person leave traces wherever the store keeps any,
// forgets the person, and looks through every table.
func forgetEverything(t *testing.T, s *store.Store) {
	ctx := t.Context()
	now := time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ann := care.Author{ID: "did:plc:ann4711", Handle: "ann.frobozz", Name: "Ann Frobozz"}
	root := "at://did:plc:ann4711/post/1"
	own := post(root, ann, "my xyzzy is broken", now)
	own.Mention.URL, own.Mention.Ref = "https://bsky.example/profile/did:plc:ann4711/post/1", `{"uri":"`+root+`"}`
	own.Verdict.Evidence = []care.Evidence{{Label: "unresolved", Text: "xyzzy"}}
	own.Verdict.Standing = &care.Standing{Signals: []care.Signal{{Name: "repeats", Posts: []string{root}}}}
	// Others in her thread, the brand's answer to her, and a post by a linked account.
	other := post("at://did:plc:bea/post/1", care.Author{ID: "did:plc:bea", Handle: "bea"}, "same here, my teapot too", now)
	other.Mention.Thread, other.Mention.InReplyTo, other.Mention.ThreadAuthor, other.Mention.Ref = root, root, ann.ID, `{"uri":"teapot-1","root":{"uri":"`+root+`"}}`
	brand := store.Handled{Mention: care.Mention{ID: "at://did:plc:brand/post/9", Platform: "bluesky", By: care.ByBrand,
		Author: care.Author{ID: "did:plc:brand"}, Text: "Hello Ann Frobozz, your xyzzy is on its way", InReplyTo: root, Thread: root, ThreadAuthor: ann.ID}}
	alt := post("77", care.Author{ID: "5", Handle: "annie"}, "a teapot", now)
	alt.Mention.Platform, alt.Case.ID, alt.Case.Mention = "x", care.CaseID("x", "77"), "x:77"
	alt.Verdict.Standing = own.Verdict.Standing
	key, altKey, otherKey := own.Mention.AuthorKey(), alt.Mention.AuthorKey(), other.Mention.AuthorKey()
	do(s.Record(ctx, []store.Handled{own, other, brand, alt}, []care.Profile{
		{Key: key, Author: ann, Recent: []care.Trace{{ID: root, Thread: own.Mention.ThreadKey()}}},
		{Key: altKey, Author: alt.Mention.Author, Recent: []care.Trace{{ID: "77"}}},
		{Key: otherKey, Author: other.Mention.Author, Recent: []care.Trace{{ID: other.Mention.ID, Thread: other.Mention.ThreadKey()}}},
	}))
	do(s.Link(ctx, key, altKey, "eve", now))
	do(s.Overrule(ctx, key, care.Overrule{Stance: care.StanceEngage, Reason: "Ann Frobozz is right", Actor: "eve", At: now, Signals: []string{"repeats"}}))
	_, err := s.AddNote(ctx, store.Note{Author: key, Actor: "eve", Text: "Ann Frobozz rang about her plugh", At: now})
	do(err)
	do(s.SaveCorrections(ctx, []care.Correction{{Mention: own.Mention.Key(), Label: "complaint", Value: "true", Actor: "eve", At: now}}))
	_, err = s.Approve(ctx, store.Approval{CaseID: own.Case.ID, Actor: "eve", At: now, Draft: *own.Draft,
		Sends: []care.Send{{Kind: care.SendPrivate, Text: "Dear Ann Frobozz"}, {Kind: care.SendPublic, Text: "@ann.frobozz sorry about your xyzzy"}}})
	do(err)
	_, err = s.Approve(ctx, store.Approval{CaseID: other.Case.ID, Actor: "eve", At: now, Draft: *other.Draft,
		Sends: []care.Send{{Kind: care.SendPublic, Text: "sorry about your teapot"}}})
	do(err)
	claimed, err := s.ClaimSends(ctx, store.Claim{Holder: "h", Now: now.Add(time.Hour), Lease: time.Minute, Limit: 1})
	do(err)
	do(s.Settle(ctx, store.Settlement{SendID: claimed[0].ID, Holder: "h", State: care.SendSent, At: now, Receipt: &care.Receipt{ID: "chat-1", URL: "https://chat.example/did:plc:ann4711"}}))
	_, err = s.Decide(ctx, care.Decision{CaseID: own.Case.ID, Actor: "eve", Kind: care.DecideDismiss, Reason: "xyzzy is known", At: now}, care.StateDismissed)
	do(err)

	will, err := s.Holdings(ctx, key)
	do(err)
	done, err := s.Forget(ctx, key, "admin", now)
	do(err)
	if done.Mentions != 1 || done.Cases != 1 || done.Notes != 1 || done.Answers != 1 || done.Pointers < 1 || len(done.Linked) != 1 {
		t.Errorf("erased %+v", done)
	}
	if will.Mentions != done.Mentions || will.Cases != done.Cases || will.Notes != done.Notes || will.Answers != done.Answers {
		t.Errorf("announced %+v, did %+v", will, done)
	}
	if left := search(t, s, traces...); left != "" {
		t.Errorf("still there: %s", left)
	}
	if search(t, s, "my teapot too") == "" || search(t, s, "teapot-1") == "" {
		t.Error("what others wrote, or what it takes to answer them, is gone as well")
	}
	// Delivered again, it is still known and not stored.
	known, err := s.Known(ctx, []string{own.Mention.Key(), "bluesky:new"})
	do(err)
	if _, ok := known[own.Mention.Key()]; !ok || len(known) != 1 {
		t.Errorf("known: %v", known)
	}
	do(s.Record(ctx, []store.Handled{own}, nil))
	if left := search(t, s, traces...); left != "" {
		t.Errorf("back again after a redelivery: %s", left)
	}
	if _, err := s.VerifyAudit(ctx); err != nil {
		t.Error(err)
	}
}

// post is a mention with a case and a draft.
func post(id string, by care.Author, text string, at time.Time) store.Handled {
	m := care.Mention{ID: id, Platform: "bluesky", Author: by, Text: text, CreatedAt: at, Connector: "main"}
	c := care.Case{ID: care.CaseID(m.Platform, id), Mention: m.Key(), State: care.StateDrafted, OpenedAt: at, Note: text}
	return store.Handled{Mention: m, Verdict: care.Verdict{Action: care.ActReply, NeedsHuman: text}, Case: &c,
		Draft: &care.Draft{Action: care.ActReply, Text: by.Name + ", sorry: " + text, By: "graces", At: at}}
}

// search returns the rows of any table, as JSON, that contain one of the words.
func search(t *testing.T, s *store.Store, words ...string) string {
	t.Helper()
	tables, err := s.Dump(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(tables) < 12 {
		t.Fatalf("only %d tables were dumped", len(tables))
	}
	var found []string
	for table, rows := range tables {
		for _, row := range rows {
			text, err := json.Marshal(row)
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range words {
				if strings.Contains(strings.ToLower(string(text)), strings.ToLower(w)) {
					found = append(found, table+" has "+w+": "+string(text))
				}
			}
		}
	}
	return strings.Join(found, "\n")
}
