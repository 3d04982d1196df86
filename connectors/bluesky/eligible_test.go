package bluesky_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

func TestEligibility(t *testing.T) {
	rule := func(name string) any { return map[string]any{"$type": "app.bsky.feed.threadgate#" + name} }
	for name, tt := range map[string]struct {
		platform       func(n *network)
		settings       map[string]any
		reply, message string // a part of the reason; "" where it is open
	}{
		"open":                 {},
		"nobody may answer":    {platform: func(n *network) { n.gate = []any{} }, reply: "lets nobody answer: offer another way"},
		"whom they mention":    {platform: func(n *network) { n.gate = []any{rule("mentionRule")} }, reply: "lets only those whom they mention answer"},
		"some lists":           {platform: func(n *network) { n.gate = []any{rule("listRule"), rule("followerRule")} }, reply: "does not let our account answer"},
		"a rule of the future": {platform: func(n *network) { n.gate = []any{rule("moonRule")} }, reply: "does not let our account answer"},
		"no messages":          {platform: func(n *network) { n.declared = "none" }, message: "they accept no messages: offer another way"},
		"not followed":         {platform: func(n *network) { n.declared, n.refuse = "following", "NotFollowedBySender" }, message: "from people they follow alone"},
		"nothing declared":     {platform: func(n *network) { n.refuse = "NotFollowedBySender" }, message: "do not follow our account"},
		"declared, and yet":    {platform: func(n *network) { n.declared, n.refuse = "all", "ConvoLocked" }, message: "they do not accept messages from our account"},
		"no messages for us":   {platform: func(n *network) { n.noDMs = true }, message: "the app password does not allow direct messages"},
		"blocked":              {platform: func(n *network) { n.blocked = true }, reply: "have blocked our account", message: "have blocked our account"},
		"gone":                 {platform: func(n *network) { n.gone = true }, reply: "deleted or taken down", message: "deleted or taken down"},
		"taken from view": {platform: func(n *network) {
			n.blocked = true // else our account sees it as it is
			n.views[mention().ID] = map[string]any{"labels": []any{map[string]any{"val": "!hide"}}}
		}, reply: "have blocked", message: "have blocked"},
		"reads only": {settings: map[string]any{"identifier": nil, "password": nil}, reply: "no account signs in", message: "no account signs in"},
	} {
		t.Run(name, func(t *testing.T) {
			n := startNetwork(t)
			if tt.platform != nil {
				tt.platform(n)
			}
			c, _ := connect(t, n, tt.settings)
			got, err := c.Eligibility(t.Context(), mention())
			if err != nil || !says(got.Reply, tt.reply) || !says(got.Message, tt.message) {
				t.Errorf("%+v, %v; want %q and %q", got, err, tt.reply, tt.message)
			}
			if tt.reply != "" && tt.settings == nil {
				if _, err := c.Reply(t.Context(), send(care.SendPublic, "hi")); !errors.Is(err, connectors.ErrRefused) || n.puts > 0 {
					t.Errorf("answered all the same: %v", err)
				}
			}
		})
	}
}

func says(w care.Way, reason string) bool {
	return w.OK == (reason == "") && strings.Contains(w.Reason, reason)
}

// A post that the appview does not have yet is not taken for a deleted one.
func TestAYoungPostIsNotGone(t *testing.T) {
	n := startNetwork(t)
	n.gone = true
	c, _ := connect(t, n, nil)
	s := send(care.SendPublic, "hi")
	s.Mention.CreatedAt = time.Now().Add(-time.Minute)
	if _, err := c.Reply(t.Context(), s); err != nil {
		t.Error(err)
	}
	s.Mention.CreatedAt = time.Now().Add(-2 * time.Hour)
	if _, err := c.Reply(t.Context(), s); !errors.Is(err, connectors.ErrGone) {
		t.Errorf("got %v, want ErrGone", err)
	}
}

func TestVerify(t *testing.T) {
	n := startNetwork(t)
	c, _ := connect(t, n, nil)
	post := func(did, key string, more map[string]any) {
		n.views["at://"+did+"/app.bsky.feed.post/"+key] = map[string]any{"record": sky("We are on it.", more)}
	}
	post(ourDID, "3kquote", map[string]any{"embed": map[string]any{"$type": "app.bsky.embed.record", "record": map[string]any{"uri": mention().ID}}})
	post(ourDID, "3kother", replying(authorDID, strangerDID))
	post(authorDID, "3kann", replying(ourDID, authorDID))
	n.byHand(t, "We are on it.")
	for address, want := range map[string]string{ // a part of the reason; "" where it is our answer
		"https://bsky.app/profile/acme.test/post/3kours":          "",
		" https://bsky.app/profile/" + ourDID + "/post/3kours/ ":  "",
		"https://deer.social/profile/@ACME.test/post/3kquote?x=1": "",
		"https://bsky.app/profile/acme.test/post/3kother":         "answers another one",
		"https://bsky.app/profile/ann.test/post/3kann":            "none of our accounts",
		"https://bsky.app/profile/acme.test/post/3kours/likes":    "no address of a post",
		"https://bsky.app/profile/acme.test/post/..%2F..":         "no address of a post",
		"https://bsky.app/profile/nobody.test/post/3kours":        "no address of a post",
		"at://" + ourDID + "/app.bsky.feed.post/3kours":           "no address of a post",
	} {
		r, err := c.Verify(t.Context(), mention(), address)
		if want == "" && (err != nil || !strings.HasPrefix(r.ID, "at://"+ourDID) || r.At.IsZero()) {
			t.Errorf("%s: %+v, %v", address, r, err)
		}
		if want != "" && (!errors.Is(err, connectors.ErrNotFound) || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", address, err, want)
		}
	}
	n.gone = true
	if _, err := c.Verify(t.Context(), mention(), "https://bsky.app/profile/acme.test/post/3kours"); !errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("not there: %v", err)
	}
}

func TestCheck(t *testing.T) {
	for name, tt := range map[string]struct {
		platform func(n *network)
		settings map[string]any
		want     string // a part of what is said, line by line
	}{
		"all works": {want: `
ok accounts watching ` + ourDID + `
lacks stream connected, but nothing came within 2s
ok read posts posts and profiles can be looked up
ok sign in as @acme.test; the session lasts until 15 January 2027
ok reply answers can be posted
ok private messages to those who take them`},
		"no messages": {platform: func(n *network) { n.noDMs = true }, want: "\nlacks private messages the app password does not allow them: in Bluesky, under Settings"},
		"reads only":  {settings: map[string]any{"identifier": nil, "password": nil}, want: "\nlacks reply no account signs in: posts are only read; make an app password (step 2)"},
		"wrong":       {settings: map[string]any{"password": "nonsense-secret"}, want: "\nFAIL sign in bluesky: sign in: "},
		"no account":  {settings: map[string]any{"accounts": []any{"nobody.test"}}, want: "\nFAIL accounts accounts: there is no account nobody.test"},
		"no stream":   {settings: map[string]any{"stream": "ws://127.0.0.1:1"}, want: "\nFAIL stream bluesky: connect to the stream: "},
		"no appview":  {settings: map[string]any{"appview": "http://127.0.0.1:1"}, want: "\nFAIL accounts bluesky: look up the account"},
	} {
		t.Run(name, func(t *testing.T) {
			n := startNetwork(t)
			if tt.platform != nil {
				tt.platform(n)
			}
			c, _ := connect(t, n, tt.settings)
			said := "\n"
			for _, f := range c.Check(t.Context()) {
				said += string(f.State) + " " + f.Step + " " + f.Note + "\n"
			}
			for want := range strings.Lines(tt.want) {
				if want = strings.TrimSpace(want); !strings.Contains(said, "\n"+want) {
					t.Errorf("it says%swithout %q", said, want)
				}
			}
			if n.puts > 0 || len(n.messages) > 0 {
				t.Error("something was posted")
			}
		})
	}
}

// What comes first tells how far the stream is behind.
func TestCheckHearsTheStream(t *testing.T) {
	for late, want := range map[time.Duration]string{0: "ok connected, and events come", time.Hour: "lacks connected, but it is 1h0m"} {
		n := startNetwork(t)
		n.greets = 1
		n.carry(0, fmt.Appendf(nil, `{"did":"did:plc:x","time_us":%d,"kind":"commit"}`, time.Now().Add(-late).UnixMicro()))
		c, _ := connect(t, n, nil)
		var f connectors.Finding
		for try := 0; try < 5 && !strings.HasPrefix(string(f.State)+" "+f.Note, want); try++ { // a busy machine may miss the two seconds
			f = c.Check(t.Context())[1]
		}
		if !strings.HasPrefix(string(f.State)+" "+f.Note, want) {
			t.Errorf("%s late: %+v", late, f)
		}
	}
}
