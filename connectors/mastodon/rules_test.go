package mastodon_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/mastodon"
)

func plainServer(t *testing.T) *server {
	return newServer(t, func(h http.Handler) http.Handler { return h })
}

// connect makes a connector with some settings changed. Its states go to the
// channel.
func connect(t *testing.T, s *server, change map[string]any) (*mastodon.Mastodon, chan string) {
	t.Helper()
	return connectWith(t, s, change, nil)
}

func connectWith(t *testing.T, s *server, change map[string]any, host connectors.Host) (*mastodon.Mastodon, chan string) {
	t.Helper()
	raw := s.settings()
	raw["poll"], raw["heartbeat"] = "1h", "20s" // a busy machine is no silent server
	maps.Copy(raw, change)
	set, err := mastodon.Type().Spec.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	states := make(chan string, 1000)
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	c, err := mastodon.New("social", set, connectors.Env{
		Client: &http.Client{Transport: transport, Timeout: time.Minute}, Now: time.Now,
		Handles: []string{"acme_help"}, Keywords: []string{"acmeair"},
		Status: func(state, reason string) { states <- state + " " + reason }, Host: host,
	})
	if err != nil {
		t.Fatal(err)
	}
	return c.(*mastodon.Mastodon), states
}

// follow reads until stop; what is emitted comes out of the channel. It returns
// once the first gap is filled.
func follow(t *testing.T, c *mastodon.Mastodon, cursor string) (<-chan connectors.Batch, func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, result := make(chan connectors.Batch, 10_000), make(chan error, 1)
	go func() {
		result <- c.Read(ctx, cursor, func(_ context.Context, b connectors.Batch) error { out <- b; return nil })
	}()
	return out, func() error { cancel(); return <-result }
}

// next returns the next mention.
func next(t *testing.T, out <-chan connectors.Batch) care.Mention {
	t.Helper()
	over := time.After(20 * time.Second)
	for {
		select {
		case b := <-out:
			if len(b.Mentions) > 0 {
				return b.Mentions[0]
			}
		case <-over:
			t.Fatal("nothing was emitted")
		}
	}
}

func tagged(name string) map[string]any {
	return map[string]any{"tags": []any{map[string]any{"name": name}}}
}
func naming() map[string]any { return map[string]any{"mentions": []any{us}} }

func merged(ms ...map[string]any) map[string]any {
	all := map[string]any{}
	for _, m := range ms {
		maps.Copy(all, m)
	}
	return all
}

// What concerns us is read, and nothing else; each post once, though several
// streams carry it.
func TestRules(t *testing.T) {
	s := plainServer(t)
	c, _ := connect(t, s, map[string]any{"poll": "100ms"})
	out, stop := follow(t, c, "")
	defer stop()
	answers := map[string]any{"in_reply_to_id": strconv.Itoa(firstPost), "in_reply_to_account_id": strconv.Itoa(annID)}
	bot := account(9, "bot@remote.example")
	s.say(ann, "nothing of interest", nil)
	want := []post{
		s.say(ann, "@acme where is it", merged(naming(), tagged("acme"))),
		s.say(ann, "late again #Acme", tagged("acme")),
		s.say(bot, "the connectortest is late", nil),
		s.say(us, "We are on it", answers),
		s.say(ann, "5 of 5", merged(naming(), map[string]any{"visibility": "direct"})),
		s.say(ann, "still waiting", map[string]any{"in_reply_to_id": strconv.Itoa(firstPost), "in_reply_to_account_id": strconv.Itoa(ourID), "mentions": []any{us}}),
	}
	s.say(ann, "connectortest", map[string]any{"reblog": map[string]any{"id": "5", "account": us}})
	s.say(us, "News from connectortest", nil)
	s.say(us, "Between us", merged(answers, map[string]any{"visibility": "direct"}))
	want = append(want, s.say(account(3, "acme_help"), "We too", merged(answers, tagged("acme"))), s.say(ann, "connectortest, the last", nil))
	got := map[string]care.Mention{}
	for range want {
		m := next(t, out)
		if _, twice := got[m.ID]; twice {
			t.Errorf("emitted twice: %q", m.Text)
		}
		got[m.ID] = m
	}
	for _, p := range want {
		m, ok := got[s.host()+"/"+p.text("id")]
		brand := p.by() == "1" || p.by() == "3"
		if !ok || (m.By == care.ByBrand) != brand || m.Author.Bot != (p.by() == "9") || m.Platform != "mastodon" || m.Connector != "social" {
			t.Errorf("%v: %+v", p["content"], m)
		}
		if m.Private != (p.text("visibility") == "direct") {
			t.Errorf("%q: private %t", m.Text, m.Private)
		}
		if m.InReplyTo != "" && (m.Thread != fmt.Sprintf("%s/%d", s.host(), firstPost) || m.ThreadAuthor != "ann@remote.example") {
			t.Errorf("%q: thread %q of %q", m.Text, m.Thread, m.ThreadAuthor)
		}
		if m.Limit != maxLength-len("@ ")-len(strings.SplitN(m.Author.Handle, "@", 2)[0]) {
			t.Errorf("%q: limit %d", m.Text, m.Limit)
		}
	}
}

// An outage is filled from the cursor on, in order, however long.
func TestGap(t *testing.T) {
	s := plainServer(t)
	c, _ := connect(t, s, nil)
	out, stop := follow(t, c, "")
	s.say(ann, "before", naming())
	cursor, read := "", false
	for !read || cursor == "" || len(out) > 0 {
		b := <-out
		cursor, read = cmp.Or(b.Cursor, cursor), read || len(b.Mentions) > 0
	}
	_ = stop()
	const n = 130
	for i := range n {
		s.say(ann, fmt.Sprint("during ", i), naming())
	}
	fresh, _ := connect(t, s, nil)
	out, stop = follow(t, fresh, cursor)
	defer stop()
	var got []string
	for len(got) < n {
		if m := next(t, out); m.Text != "before" {
			got = append(got, m.Text)
		}
	}
	if !slices.IsSortedFunc(got, func(a, b string) int {
		var x, y int
		_, _ = fmt.Sscanf(a, "during %d", &x)
		_, _ = fmt.Sscanf(b, "during %d", &y)
		return x - y
	}) {
		t.Errorf("out of order: %v", got)
	}
}

// Edits and deletions are seen on the stream, and without it by looking again.
func TestEditsAndDeletions(t *testing.T) {
	for _, quiet := range []bool{false, true} {
		s := plainServer(t)
		c, _ := connect(t, s, map[string]any{"poll": "50ms"})
		out, stop := follow(t, c, "")
		p := s.say(ann, "connectortest is late", naming())
		if m := next(t, out); !m.EditedAt.IsZero() {
			t.Errorf("not edited yet: %+v", m)
		}
		s.edit(p, "connectortest is very late", quiet)
		if m := next(t, out); m.Text != "connectortest is very late" || m.EditedAt.IsZero() || m.ID != s.host()+"/"+p.text("id") {
			t.Errorf("quiet %t: edited: %+v", quiet, m)
		}
		s.remove(p, quiet)
		if m := next(t, out); !m.Deleted || m.Text != "" || m.ID != s.host()+"/"+p.text("id") {
			t.Errorf("quiet %t: deleted: %+v", quiet, m)
		}
		if err := stop(); !errors.Is(err, context.Canceled) {
			t.Errorf("Read: %v", err)
		}
	}
}

func send(s *server, id int, visibility string, kind care.SendKind, text string) care.Send {
	m := s.mention(id, visibility)
	return care.Send{ID: care.SendID("c", kind, 1), Kind: kind, Mention: m, Text: text, CreatedAt: time.Now()}
}

// An answer is never seen by more people than the post.
func TestVisibility(t *testing.T) {
	for of, want := range map[string]string{
		"public": "public", "unlisted": "unlisted", "private": "private", "direct": "direct", "local": "direct", "": "direct",
	} {
		s := plainServer(t)
		c, _ := connect(t, s, nil)
		r, err := c.Reply(t.Context(), send(s, firstPost, of, care.SendPublic, "Sorry."))
		if err != nil {
			t.Fatal(err)
		}
		p := s.find(strings.TrimPrefix(r.ID, s.host()+"/"))
		if p.text("visibility") != want || !strings.Contains(p.text("content"), "@ann@remote.example Sorry.") {
			t.Errorf("answer to %q: %v", of, p)
		}
		if s.seenKeys[0] != "c.public.1" {
			t.Errorf("keys %q", s.seenKeys)
		}
		found, err := c.Find(t.Context(), send(s, firstPost, of, care.SendPublic, "Sorry."))
		if err != nil || found.ID != r.ID {
			t.Errorf("answer to %q: found %+v, %v", of, found, err)
		}
	}
}

// A private text names nobody but the author, and repeats a content warning.
func TestPrivateNamesNobodyElse(t *testing.T) {
	s := plainServer(t)
	c, _ := connect(t, s, nil)
	m := send(s, firstPost, "public", care.SendPrivate, "Write to @desk@acme.example, (@bob) or help@acme.example.")
	m.Mention.Ref = strings.Replace(m.Mention.Ref, `{`, `{"spoiler":"parcels",`, 1)
	r, err := c.Message(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	p := s.find(strings.TrimPrefix(r.ID, s.host()+"/"))
	want := "<p>@ann@remote.example Write to @\u200bdesk@acme.example, (@\u200bbob) or help@acme.example.</p>"
	if p.text("content") != want || p.text("visibility") != "direct" || p.text("spoiler_text") != "parcels" {
		t.Errorf("got %v", p)
	}
	if found, err := c.Find(t.Context(), m); err != nil || found.ID != r.ID {
		t.Errorf("found %+v, %v", found, err)
	}
}

// A server that ignores the key is read before anything is written again: the
// answer is found though its parent is gone.
func TestFindsWithoutParent(t *testing.T) {
	s := plainServer(t)
	s.forgetful = true
	c, _ := connect(t, s, nil)
	m := send(s, firstPost, "public", care.SendPublic, "We are sorry. Write to us: https://acme.example/help")
	r, err := c.Reply(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	s.remove(s.find(strconv.Itoa(firstPost)), true)
	if found, err := c.Find(t.Context(), m); err != nil || found.ID != r.ID {
		t.Errorf("found %+v, %v", found, err)
	}
	if _, err := c.Reply(t.Context(), m); !errors.Is(err, connectors.ErrRefused) {
		t.Errorf("answering a deleted post: %v", err)
	}
}

func TestEligibility(t *testing.T) {
	s := plainServer(t)
	c, _ := connect(t, s, nil)
	for _, tt := range []struct {
		blocked, scopeless bool
		want               bool
	}{{false, false, true}, {true, false, false}, {false, true, true}} {
		s.blockedBy, s.scopes["read:follows"] = tt.blocked, tt.scopeless
		e, err := c.Eligibility(t.Context(), s.mention(firstPost, "public"))
		if err != nil || e.Reply.OK != tt.want || e.Message.OK != tt.want || e.Reply.OK == (e.Reply.Reason != "") {
			t.Errorf("%+v: %+v, %v", tt, e, err)
		}
	}
}

// Each permission that is missing is named by the step that needs it, and by
// the step of the setup that gives it.
func TestCheckNamesTheScope(t *testing.T) {
	for scope, want := range map[string]struct {
		step  string
		state connectors.FindingState
	}{
		"read:accounts": {"sign in", connectors.Fails}, "read:notifications": {"read mentions", connectors.Fails},
		"read:statuses": {"stream", connectors.Lacks}, "write:statuses": {"reply", connectors.Lacks}, "read:follows": {"blocks", connectors.Lacks},
		"": {"blocks", connectors.Works},
	} {
		s := plainServer(t)
		s.scopes[scope] = true
		c, _ := connect(t, s, nil)
		found := c.Check(t.Context())
		i := slices.IndexFunc(found, func(f connectors.Finding) bool { return f.Step == want.step })
		if i < 0 || found[i].State != want.state || !strings.Contains(found[i].Note, scope) || scope != "" && !strings.Contains(found[i].Note, "step 2") {
			t.Errorf("without %q: %+v", scope, found)
		}
	}
}

// What cannot be reached, and a token that is not one, name their step too.
func TestCheckNamesTheStep(t *testing.T) {
	s := plainServer(t)
	for _, tt := range []struct {
		change     map[string]any
		step, want string
	}{
		{map[string]any{"token": "wrong"}, "sign in", "step 3"},
		{map[string]any{"base_url": s.url + "/@acme"}, "server", "step 4"},
	} {
		c, _ := connect(t, s, tt.change)
		found := c.Check(t.Context())
		if last := found[len(found)-1]; last.Step != tt.step || last.State != connectors.Fails || strings.Count(last.Note, tt.want) != 1 {
			t.Errorf("%v: %+v, want %q", tt.change, found, tt.want)
		}
	}
	s.closed["/api/v1/timelines/public"] = true
	c, _ := connect(t, s, nil)
	found := c.Check(t.Context())
	i := slices.IndexFunc(found, func(f connectors.Finding) bool { return f.Step == "read public local" })
	if i < 0 || found[i].State != connectors.Lacks || !strings.Contains(found[i].Note, "step 5") || strings.Contains(found[i].Note, "scope") {
		t.Errorf("a closed timeline: %+v", found)
	}
}

// A server that answers without an account is not signed in to, and not for ever.
func TestSignInWithoutAnAccount(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("{}")) }))
	defer srv.Close()
	c, _ := connect(t, plainServer(t), map[string]any{"base_url": srv.URL})
	err := c.Read(t.Context(), "", func(context.Context, connectors.Batch) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "names no account: check base_url (step 4") {
		t.Errorf("got %v", err)
	}
}

// Reading says what to do about a server that is not there.
func TestReadingNamesTheStep(t *testing.T) {
	s := plainServer(t)
	c, _ := connect(t, s, nil)
	s.close()
	err := c.Read(t.Context(), "", func(context.Context, connectors.Batch) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "check base_url (step 4") {
		t.Errorf("got %v", err)
	}
}

func TestSettings(t *testing.T) {
	for _, tt := range []struct {
		change map[string]any
		want   string
	}{
		{map[string]any{"token": " "}, "token: is empty"},
		{map[string]any{"base_url": "wss://acme.example"}, "base_url: must be the address of the server"},
		{map[string]any{"heartbeat": "0s"}, "heartbeat: must be longer"},
		{map[string]any{"poll": "0s"}, "poll: must be longer"},
	} {
		raw := map[string]any{"base_url": "https://acme.example", "token": "t"}
		maps.Copy(raw, tt.change)
		set, err := mastodon.Type().Spec.Decode(raw)
		if err == nil {
			_, err = mastodon.New("x", set, connectors.Env{Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}})
		}
		if !errors.Is(err, connectors.ErrMisconfigured) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: %v, want %q", tt.change, err, tt.want)
		}
	}
}
