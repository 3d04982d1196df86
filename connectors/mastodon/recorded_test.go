package mastodon_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest/recorded"
	"goodgraces/connectors/mastodon"
)

// replaying connects to the recording: made on the loopback, of invented posts.
func replaying(t *testing.T) (c connectors.Connector, host string) {
	t.Helper()
	at := recorded.Serve(t, "testdata/recorded/gotosocial.jsonl", "https://none.example").URL
	host = strings.TrimPrefix(at, "http://")
	set, err := mastodon.Type().Spec.Decode(map[string]any{
		"base_url": at, "token": "hidden", "stream": "ws://" + host, "hashtags": []any{"lostluggage"}, "keywords": []any{"nordair"}, "poll": "1h",
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err = mastodon.New("social", set, connectors.Env{Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	return c, host
}

func TestRecordedStream(t *testing.T) {
	c, host := replaying(t)
	id := func(local string) string {
		if local == "" {
			return ""
		}
		return host + "/" + local
	}
	// The suitcase was answered at once; the daemon was killed over the answer to
	// the tired.
	const suitcase, tired = "01M8KCGSMMGTJ4VXB431KW7CMJ", "01M8KCGWPKV6V3MQMBP4E377CA"
	want := []struct {
		id, handle, text, parent string
		by                       string
		edited, deleted, private bool
	}{
		{id: suitcase, handle: "jonas", text: "@nordair my suitcase has been missing for four days & your hotline hangs up on me. Where is it???"},
		{id: "01M8KCGV7PW7V2B2T2XJ32JMYH", handle: "mira", text: "Stuck for six hours again, no word from anybody. Never again. #lostluggage"},
		{id: tired, handle: "jonas", text: "nordair just cancelled my flight without telling anyone. I am so tired of this 😡"},
		{id: "01M8KCGZFEXNEDS22EBRA3FGFR", handle: "jonas", text: "@nordair your app charged me twice for one seat and nobody answers!"},
		{id: "01M8KCGZFEXNEDS22EBRA3FGFR", handle: "jonas", text: "@nordair your app charged me THREE times for one seat and nobody answers!", edited: true},
		{id: "01M8KCH3CQCS14VZ54Z5EV7PG2", handle: "mira", text: "@nordair the wifi on board was broken the whole way, six hours"},
		{id: "01M8KCH3CQCS14VZ54Z5EV7PG2", deleted: true},
		{id: "01M8KCH61FZWC64785WK07M3XA", handle: "mira", text: "@nordair hello, the refund for my seat never came", private: true},
		{id: "01M8KCHMFSR1TW7HXVTZFM6N23", handle: "nordair", by: care.ByBrand, parent: suitcase},
		{id: "01M8KCJ248WVBGBMVP1CA6JACM", handle: "nordair", by: care.ByBrand, parent: tired},
	}
	got := recorded.Mentions(t, c, recorded.Many(len(want)))
	for i, w := range want {
		m := got[i]
		handle, _, _ := strings.Cut(m.Author.Handle, "@")
		if m.ID != id(w.id) || handle != w.handle || m.By != w.by || m.InReplyTo != id(w.parent) || m.Thread != id(w.parent) ||
			m.EditedAt.IsZero() == w.edited || m.Deleted != w.deleted || m.Private != w.private {
			t.Errorf("mention %d: %+v, want %+v", i, m, w)
		}
		if w.text != "" && m.Text != w.text {
			t.Errorf("text %d: %q", i, m.Text)
		}
	}
	if first := got[0]; first.CreatedAt.Format(time.RFC3339Nano) != "2026-11-29T10:09:57.398Z" || first.Lang != "en" || first.Limit != 4993 ||
		first.URL != "http://"+host+"/@jonas/statuses/"+suitcase {
		t.Errorf("%+v", first)
	}
}

// What was sent stands under the IDs that it got; what the daemon was killed over
// is found in the thread, for the server ignores Idempotency-Key.
func TestRecordedSends(t *testing.T) {
	c, host := replaying(t)
	got := recorded.Mentions(t, c, recorded.Many(10))
	send := func(m care.Mention, kind care.SendKind, text string) care.Send {
		return care.Send{ID: care.SendID("c", kind, 1), Kind: kind, Mention: m, Text: text, CreatedAt: time.Date(2026, 11, 29, 10, 10, 0, 0, time.UTC)}
	}
	is := func(what string, r care.Receipt, err error, id string) {
		t.Helper()
		if err != nil || r.ID != host+"/"+id || r.URL != "http://"+host+"/@nordair/statuses/"+id {
			t.Errorf("%s: %+v, %v", what, r, err)
		}
	}
	r, err := c.(connectors.Messenger).Message(t.Context(), send(got[0], care.SendPrivate, "Hello."))
	is("message", r, err, "01M8KCHG7ZRZG7QHA535DKF0C6")
	r, err = c.(connectors.Replier).Reply(t.Context(), send(got[0], care.SendPublic, "I'm sorry."))
	is("reply", r, err, "01M8KCHMFSR1TW7HXVTZFM6N23")
	lost := send(got[2], care.SendPublic, "I'd be worn out by it too. I'm sorry about the trouble over the cancellation. Drop us a direct message and we'll go through it together.")
	r, err = c.(connectors.Finder).Find(t.Context(), lost)
	is("find", r, err, "01M8KCJ248WVBGBMVP1CA6JACM")
	lost.Text = "Something else."
	if _, err := c.(connectors.Finder).Find(t.Context(), lost); !errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("a text that was never sent: %v", err)
	}
}

func TestRecordedCheck(t *testing.T) {
	c, host := replaying(t)
	found := map[string]string{}
	for _, f := range c.(connectors.Checker).Check(t.Context()) {
		found[f.Step] = string(f.State) + " " + f.Note
	}
	for step, want := range map[string]string{
		"server": "ok version git-57cb4fe; a post has up to 5000 characters", "sign in": "ok as @nordair@" + host,
		"read mentions": "ok the notifications can be read", "stream": "ok connected, and closed again", "read own": "ok it can be read",
		"read hashtag lostluggage": "ok it can be read", "read public local": "ok it can be read",
		"reply": "ok answers and private mentions can be posted", "blocks": "ok who has blocked us is known before anything is drafted",
	} {
		if found[step] != want {
			t.Errorf("%s: %q, want %q", step, found[step], want)
		}
	}
}
