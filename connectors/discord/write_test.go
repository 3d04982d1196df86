package discord_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/discord"
)

func closeCode(code int) websocket.StatusCode { return websocket.StatusCode(code) }

func isError(err, target error) bool { return errors.Is(err, target) }

func (s *server) send(kind care.SendKind, text string) care.Send {
	m := s.mention(s.posts[support][0])
	id := care.CaseID(m.Platform, m.ID)
	return care.Send{ID: care.SendID(id, kind, 1), Kind: kind, CaseID: id, Mention: m, Text: text, CreatedAt: time.Now()}
}

// lastBody is the last message that was written.
func (s *server) lastBody() object {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bodies[len(s.bodies)-1]
}

// An answer calls its author alone, is bound to the post, and has a key.
func TestAnAnswer(t *testing.T) {
	s := plainServer(t)
	c, _ := connect(t, s, nil)
	send := s.send(care.SendPublic, "We are on it, @everyone <@5> <@&6>")
	r, err := c.Reply(t.Context(), send)
	if err != nil {
		t.Fatal(err)
	}
	body := s.lastBody()
	allowed, _ := body["allowed_mentions"].(object)
	if parse, given := allowed["parse"].([]any); !given || len(parse) > 0 || allowed["users"] != nil || allowed["replied_user"] != true {
		t.Errorf("allowed mentions: %v; parse must be there and empty", allowed)
	}
	to, _ := body["message_reference"].(object)
	if to["message_id"] != send.Mention.ID || to["fail_if_not_exists"] != true || body["enforce_nonce"] != true {
		t.Errorf("the message: %v", body)
	}
	if key, _ := body["nonce"].(string); key == "" || len(key) > 25 {
		t.Errorf("nonce %q", key)
	}
	if want := s.url + "/channels/" + guildID + "/" + support + "/" + r.ID; r.URL != want || r.At.IsZero() {
		t.Errorf("receipt %+v, want %s", r, want)
	}
}

// A post that is gone, or that none of our readers read, is not answered.
func TestWhatCannotBeAnswered(t *testing.T) {
	s := plainServer(t)
	c, _ := connect(t, s, nil)
	public, private := s.send(care.SendPublic, "Hello"), s.send(care.SendPrivate, "Hello")
	s.remove(s.posts[support][0])
	if _, err := c.Reply(t.Context(), public); !errors.Is(err, connectors.ErrGone) {
		t.Errorf("an answer to a deleted post: %v", err)
	}
	if _, err := c.Message(t.Context(), private); !errors.Is(err, connectors.ErrGone) {
		t.Errorf("a message about a deleted post: %v", err)
	}
	for _, ref := range []string{"", "{}", `{"channel":"../../users/@me"}`, `{"channel":"5","guild":"x"}`} {
		public.Mention.Ref = ref
		if _, err := c.Reply(t.Context(), public); !errors.Is(err, connectors.ErrRefused) {
			t.Errorf("reference %q: %v", ref, err)
		}
		if e, err := c.Eligibility(t.Context(), public.Mention); err != nil || e.Reply.OK || e.Reply.Reason == "" {
			t.Errorf("reference %q: %+v, %v", ref, e, err)
		}
	}
}

// Who takes no message is not offered one for a while.
func TestARefusalIsRemembered(t *testing.T) {
	s := plainServer(t)
	c, _ := connect(t, s, nil)
	send := s.send(care.SendPrivate, "Hello")
	if e, err := c.Eligibility(t.Context(), send.Mention); err != nil || !e.Message.OK || !e.Reply.OK {
		t.Errorf("before: %+v, %v", e, err)
	}
	s.refusing = true
	if _, err := c.Message(t.Context(), send); !errors.Is(err, connectors.ErrCannotMessage) {
		t.Errorf("%v", err)
	}
	if e, err := c.Eligibility(t.Context(), send.Mention); err != nil || e.Message.OK || !e.Reply.OK {
		t.Errorf("after: %+v, %v", e, err)
	}
}

// A private thread is opened once a case, whatever comes between.
func TestAPrivateThread(t *testing.T) {
	s := plainServer(t)
	c, _ := connect(t, s, map[string]any{"handoff": "thread"})
	send := s.send(care.SendPrivate, "Let us look at it here")
	if _, err := c.Find(t.Context(), send); !errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("before: %v", err)
	}
	r, err := c.Message(t.Context(), send)
	if err != nil {
		t.Fatal(err)
	}
	thread := s.rooms[len(s.rooms)-1]
	body := s.lastBody()
	if thread["type"] != 12 || thread["parent_id"] != support || !strings.Contains(r.URL, thread["id"].(string)) {
		t.Errorf("thread %v, receipt %+v", thread, r)
	}
	if allowed, _ := body["allowed_mentions"].(object); len(allowed["users"].([]any)) != 1 || !strings.HasPrefix(body["content"].(string), "<@"+annID+">\n") {
		t.Errorf("the message calls nobody: %v", body)
	}
	if found, err := c.Find(t.Context(), send); err != nil || found.ID != r.ID {
		t.Errorf("found %+v, %v", found, err)
	}
	rooms := len(s.rooms)
	follow := send
	follow.Kind, follow.ID, follow.Text = care.SendFollowUp, care.SendID(send.CaseID, care.SendFollowUp, 1), "How did it go?"
	if _, err := c.Message(t.Context(), follow); err != nil || len(s.rooms) != rooms {
		t.Errorf("the follow-up: %v; %d threads more", err, len(s.rooms)-rooms)
	}
}

// Whoever does not list the private threads has not said that there is none.
func TestPrivateThreadsThatAreNotListed(t *testing.T) {
	for _, body := range []string{"{}", "null", `{"threads":null}`} {
		s := newServer(t, func(h http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if strings.Contains(r.URL.Path, "/threads") {
					_, _ = io.WriteString(w, body)
					return
				}
				h.ServeHTTP(w, r)
			})
		})
		c, _ := connect(t, s, map[string]any{"handoff": "thread"})
		if _, err := c.Find(t.Context(), s.send(care.SendPrivate, "Here")); err == nil || errors.Is(err, connectors.ErrNotFound) {
			t.Errorf("%s: %v", body, err)
		}
	}
}

// What the bot may not do is known before anything is drafted, and said by the
// check with its remedy.
func TestRightsAreKnown(t *testing.T) {
	s := plainServer(t)
	s.rights[support], s.flags = "2048", 0
	c, states := connect(t, s, map[string]any{"channels": []any{"support", "nowhere"}, "approvals": approvals, "approvers": []any{"5=ann"}})
	r := follow(t, c, states, "")
	r.stop()
	if e, _ := c.Eligibility(t.Context(), s.mention(s.posts[support][0])); e.Reply.OK || !strings.Contains(e.Reply.Reason, "Send Messages") {
		t.Errorf("eligibility: %+v", e)
	}
	if _, err := c.Reply(t.Context(), s.send(care.SendPublic, "Hello")); !errors.Is(err, connectors.ErrRefused) || !strings.Contains(err.Error(), "step 4") {
		t.Errorf("reply: %v", err)
	}
	found := map[string]connectors.Finding{}
	for _, f := range c.Check(t.Context()) {
		found[f.Step] = f
	}
	for step, want := range map[string]struct {
		state connectors.FindingState
		says  string
	}{
		"sign in":         {connectors.Works, "larkspur"},
		"message content": {connectors.Fails, "step 3"},
		"gateway":         {connectors.Works, ""},
		"servers":         {connectors.Works, "Larkspur Air"},
		"#support":        {connectors.Lacks, "anew (step 4)"},
		"#nowhere":        {connectors.Lacks, "(seen are #"},
		"read":            {connectors.Works, ""},
		"approvals":       {connectors.Lacks, "everybody on the server sees #approvals"},
	} {
		if f := found[step]; f.State != want.state || !strings.Contains(f.Note, want.says) {
			t.Errorf("%s: %+v", step, f)
		}
	}
	if sessions, _ := s.hub.begun(); sessions != 1 {
		t.Errorf("the check used up a session of the day's: %d", sessions)
	}
}

// accounts are those of the desk; nothing else of a host is asked for.
type accounts struct {
	connectors.Host
	active []string
}

func (a accounts) Account(_ context.Context, name string) (bool, error) {
	return slices.Contains(a.active, name), nil
}

// Somebody who may approve and has no account is told of before they try.
func TestApproversHaveAccounts(t *testing.T) {
	for approver, want := range map[string]connectors.FindingState{"ann": connectors.Works, "anne": connectors.Lacks} {
		s := plainServer(t)
		c, _ := connectWith(t, s, map[string]any{"approvals": approvals, "approvers": []any{"5=" + approver, "6=ann"}}, accounts{active: []string{"ann"}})
		found := c.Check(t.Context())
		i := slices.IndexFunc(found, func(f connectors.Finding) bool { return f.Step == "approvers" })
		if i < 0 || found[i].State != want || want == connectors.Lacks && !strings.Contains(found[i].Note, "called anne: ") {
			t.Errorf("%s: %+v", approver, found)
		}
	}
}

// All that is wrong is told at once, not one thing after the other.
func TestEverythingWrongIsTold(t *testing.T) {
	set := connectors.Settings{"base_url": "https://discord.example", "token": " ", "poll": time.Minute, "approvals": "general", "approvers": []string{"ann"}}
	_, err := discord.New("discord", set, connectors.Env{})
	for _, key := range []string{"token: ", "approvals: ", "approvers: "} {
		if err == nil || !strings.Contains(err.Error(), key) {
			t.Errorf("want %q in %v", key, err)
		}
	}
}

// Where nothing is reached, the check says what to look at.
func TestCheckOfAnotherAddress(t *testing.T) {
	s := plainServer(t)
	c, _ := connect(t, s, map[string]any{"base_url": s.url + "/api"})
	found := c.Check(t.Context())
	if len(found) != 1 || found[0].State != connectors.Fails || !strings.Contains(found[0].Note, "leave the setting base_url out") {
		t.Errorf("found %+v", found)
	}
	if err := c.Read(t.Context(), "", func(context.Context, connectors.Batch) error { return nil }); err == nil || !strings.Contains(err.Error(), "leave the setting base_url out") {
		t.Errorf("reading: %v", err)
	}
}

// Discord's own address is not blamed: whoever left it out has nothing to leave.
func TestCheckWithoutDiscord(t *testing.T) {
	set, err := discord.Type().Spec.Decode(map[string]any{"token": "t"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := discord.New("discord", set, connectors.Env{Client: &http.Client{Transport: unreachable{}}, Now: time.Now, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	found := c.(*discord.Discord).Check(t.Context())
	if len(found) != 1 || !strings.Contains(found[0].Note, "firewalls") || strings.Contains(found[0].Note, "base_url") {
		t.Errorf("found %+v", found)
	}
}

// unreachable is a network that leads nowhere.
type unreachable struct{}

func (unreachable) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("no route to host")
}

// A server's name that is misspelt is told with those that there are.
func TestCheckNamesTheServers(t *testing.T) {
	c, _ := connect(t, plainServer(t), map[string]any{"servers": []any{"Larkspur Ar"}})
	found := c.Check(t.Context())
	last := found[len(found)-1]
	if last.Step != "servers" || last.State != connectors.Fails || !strings.Contains(last.Note, "(it is in Larkspur Air") {
		t.Errorf("found %+v", last)
	}
}

// The number in the setup is the sum of the permissions in its table.
func TestTheInvitationHasTheRights(t *testing.T) {
	setup, err := os.ReadFile("setup.md")
	if err != nil {
		t.Fatal(err)
	}
	s := plainServer(t)
	s.rights[support] = "2048"
	c, _ := connect(t, s, nil)
	for _, f := range c.Check(t.Context()) {
		if _, number, ok := strings.Cut(f.Note, "permissions="); ok {
			if _, err := strconv.ParseInt(number, 10, 64); err != nil || !strings.Contains(string(setup), "permissions="+number+"`") {
				t.Errorf("the setup does not say permissions=%s", number)
			}
			return
		}
	}
	t.Error("the check prints no invitation")
}
