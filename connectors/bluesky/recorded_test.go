package bluesky_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/bluesky"
	"goodgraces/connectors/connectortest/recorded"
)

// Who is who in the recordings: made on the loopback, of invented posts.
const (
	recBrand = "did:plc:4ik7auargai5eu3a3zr53kju"
	recMira  = "did:plc:cuqymrn6in4pxhwlo2kfotxn"
	recJonas = "did:plc:dptputemr4fd2ufj3z2eogz6"
)

// recording returns settings that lead to the servers of the recordings.
func recording(t *testing.T) connectors.Settings {
	t.Helper()
	serve := func(name string) string {
		return recorded.Serve(t, "testdata/recorded/"+name+".jsonl", "https://none.example").URL
	}
	return connectors.Settings{
		"identifier": "nordair.test", "password": "hidden", "keywords": []string{"nordair"}, "heartbeat": 20 * time.Second, "web_url": "https://bsky.app",
		"service": serve("pds"), "appview": serve("appview"),
		"stream": strings.Replace(serve("jetstream"), "http", "ws", 1) + "/subscribe",
	}
}

func replaying(t *testing.T, s connectors.Settings) connectors.Connector {
	t.Helper()
	c, err := bluesky.New("sky", s, connectors.Env{Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestRecordedStream(t *testing.T) {
	at := func(did, key string) string { return "at://" + did + "/app.bsky.feed.post/" + key }
	want := []care.Mention{
		{ID: at(recMira, "3n3gum2wakk2p"), Author: care.Author{ID: recMira, Handle: "mira.test", Unfollowed: true}},
		{ID: at(recJonas, "3n3gunktjyc2p"), Author: care.Author{ID: recJonas, Handle: "jonas.test", Unfollowed: true}},
		{ID: at(recBrand, "3n3gunubxhuad"), By: care.ByBrand, InReplyTo: at(recJonas, "3n3gunktjyc2p")},
		{ID: at(recJonas, "3n3guoihvnc2p")},
		{ID: at(recMira, "3n3guokz5as2p")},
		{ID: at(recJonas, "3n3guoihvnc2p"), Deleted: true},
		{ID: at(recMira, "3n3guq42hys2p")},
		{ID: at(recBrand, "3n3gurobazdv7"), By: care.ByBrand, InReplyTo: at(recMira, "3n3guokz5as2p")},
		{ID: at(recBrand, "3n3guskyrimsz"), By: care.ByBrand, InReplyTo: at(recMira, "3n3guq42hys2p")},
		{ID: at(recMira, "3n3guuhnmak2s")},
	}
	got := recorded.Mentions(t, replaying(t, recording(t)), recorded.Many(len(want)))
	for i, w := range want {
		m := got[i]
		if m.ID != w.ID || m.By != w.By || m.Deleted != w.Deleted || m.InReplyTo != w.InReplyTo {
			t.Errorf("mention %d: %+v, want %+v", i, m, w)
		}
		if w.Author.ID != "" && m.Author != w.Author {
			t.Errorf("author %d: %+v, want %+v", i, m.Author, w.Author)
		}
	}
	if first := got[0]; !strings.HasSuffix(first.Text, "I am so tired of this 😡") || first.Lang != "en" || !strings.Contains(first.Ref, "bafyreia523xhtov6shp4pwzhmhssfwkovmhcvvkyvh6mld5vdf476lsq6e") ||
		first.CreatedAt.Format(time.RFC3339Nano) != "2026-11-29T09:08:47.165Z" {
		t.Errorf("%+v", first)
	}
	if second := got[1].Text; second != "@nordair.test my suitcase has been missing for four days & your hotline hangs up on me. Where is it???" {
		t.Errorf("%q", second)
	}
}

// What was sent while it was recorded gets the keys that it got then, the one
// that was looked for after the server had been killed among them.
func TestRecordedReplies(t *testing.T) {
	c := replaying(t, recording(t))
	got := recorded.Mentions(t, c, recorded.Many(10))
	send := func(m care.Mention, id, at string) care.Send {
		created, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		return care.Send{ID: id, Kind: care.SendPublic, Text: "I'm sorry.", Mention: m, CreatedAt: created}
	}
	reply := func(s care.Send, key string) {
		t.Helper()
		receipt, err := c.(connectors.Replier).Reply(t.Context(), s)
		if err != nil || receipt.ID != "at://"+recBrand+"/app.bsky.feed.post/"+key {
			t.Errorf("%+v, %v", receipt, err)
		}
	}
	can, err := connectors.EligibilityOf(t.Context(), c, got[1])
	if err != nil || !can.Reply.OK || !can.Message.OK {
		t.Errorf("eligibility: %+v, %v", can, err)
	}
	reply(send(got[1], "i3fe42hsxprqvvqz.public.1", "2026-11-29T09:09:47.362Z"), "3n3gunubxhuad")
	reply(send(got[4], "bsjrnf3l2wdyguht.public.1", "2026-11-29T09:11:55.266Z"), "3n3gurobazdv7")
	lost := send(got[6], "gupfwrtxoo2rnj3t.public.1", "2026-11-29T09:12:25.396Z")
	if _, err := c.(connectors.Finder).Find(t.Context(), lost); !errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("a record that is not there: %v", err)
	}
	reply(lost, "3n3guskyrimsz")
}

// A chat service that cannot be reached leaves the message unsent, to be tried
// again; a password that was revoked is refused in words.
func TestRecordedRefusals(t *testing.T) {
	servers := recording(t)
	c := replaying(t, servers)
	got := recorded.Mentions(t, c, recorded.Many(1))
	hello := care.Send{ID: "sc6sknyipqdmnha4.private.1", Kind: care.SendPrivate, Text: "Hi there.", Mention: got[0], CreatedAt: time.Now()}
	if _, err := c.(connectors.Messenger).Message(t.Context(), hello); !errors.Is(err, connectors.ErrNotSent) || errors.Is(err, connectors.ErrCannotMessage) {
		t.Errorf("message: %v", err)
	}
	_, err := replaying(t, servers).(connectors.Replier).Reply(t.Context(), hello)
	if !errors.Is(err, connectors.ErrUnauthorized) {
		t.Errorf("signed in with a password that was revoked: %v", err)
	}
}

// The brand's handle and the account that answers are one account.
func TestRecordedCheck(t *testing.T) {
	servers := recording(t)
	c, err := bluesky.New("sky", servers, connectors.Env{
		Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}, Handles: []string{"Nordair.test"},
	})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, f := range c.(connectors.Checker).Check(t.Context()) {
		found[f.Step] = string(f.State) + " " + f.Note
	}
	for step, want := range map[string]string{
		"accounts": "ok watching nordair.test", "read posts": "ok posts and profiles can be looked up",
		"sign in":          "ok as @nordair.test; the session lasts until 27 February 2027 at the latest, and is renewed by itself",
		"private messages": "lacks bluesky: chat.bsky.convo.listConvos: status 500: InternalServerError: Internal Server Error",
	} {
		if found[step] != want {
			t.Errorf("%s: %q, want %q", step, found[step], want)
		}
	}
}
