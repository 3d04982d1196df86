package x_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// post is one that the author addressed to us, and a send that answers it.
func (n *network) post(text string) care.Send {
	n.mu.Lock()
	defer n.mu.Unlock()
	p := n.add(authorID, "@larkspur help", nil)
	return care.Send{ID: "s1", Kind: care.SendPublic, Text: text, CreatedAt: time.Now(),
		Mention: care.Mention{ID: p["id"].(string), Platform: "x", Author: care.Author{ID: authorID}, Text: "@larkspur help", Ref: `{"called":true}`}}
}

func TestWhyAReplyIsNotTaken(t *testing.T) {
	for _, tt := range []struct {
		name   string
		status int
		detail string
		want   error
		words  string
	}{
		{"the same text", 403, "You are not allowed to create a Tweet with duplicate content.", connectors.ErrRefused, "change the wording"},
		{"not called", 403, "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.", connectors.ErrRefused, "answer by hand"},
		{"not mentioned", 403, "You can only reply to or quote posts where you are mentioned or are the author.", connectors.ErrRefused, "answer by hand"},
		{"deleted", 403, "You attempted to reply to a Tweet that is deleted or not visible to you.", connectors.ErrRefused, "deleted"},
		{"permission", 403, "Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.", connectors.ErrUnauthorized, "step 3"},
		{"suspended", 403, "Your account is suspended and is not permitted to access this feature.", connectors.ErrUnauthorized, "sign in at x.com"},
		{"anything else", 403, "You are not permitted to perform this action.", connectors.ErrRefused, "not permitted"},
		{"keys", 401, "Unauthorized", connectors.ErrUnauthorized, "step 4"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := startNetwork(t)
			c := connect(t, n, oauth1(), env(t, t.TempDir(), nil))
			s := n.post("We are sorry.")
			n.refuse, n.status = map[string]any{"title": "Forbidden", "detail": tt.detail}, tt.status
			_, err := c.Reply(t.Context(), s)
			if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.words) {
				t.Errorf("%v, want %v with %q", err, tt.want, tt.words)
			}
		})
	}
}

func TestCreditsAndLimits(t *testing.T) {
	n := startNetwork(t)
	c := connect(t, n, oauth1(), env(t, t.TempDir(), nil))
	n.refuse, n.status = map[string]any{"title": "CreditsDepleted"}, http.StatusPaymentRequired
	_, err := c.Reply(t.Context(), n.post("We are sorry."))
	limited, ok := errors.AsType[*connectors.RateLimitError](err)
	if !ok || !strings.Contains(limited.Budget, "no credits left") {
		t.Errorf("without credits: %v", err)
	}
}

// What is refused is refused before it costs anything.
func TestWhatIsNotEvenTried(t *testing.T) {
	n := startNetwork(t)
	c := connect(t, n, oauth1(), env(t, t.TempDir(), nil))
	uncalled, link, empty, foreign := n.post("a"), n.post("see larkspur.com/help"), n.post(" \n"), n.post("a")
	uncalled.Mention.Ref = `{"called":false}`
	foreign.Mention.ID, foreign.Mention.Ref = "at://did:plc:x/1", ""
	for words, s := range map[string]care.Send{"answer it by hand": uncalled, "$0.20 instead of $0.01": link, "empty": empty, "no post on X": foreign} {
		if _, err := c.Reply(t.Context(), s); !errors.Is(err, connectors.ErrRefused) || !strings.Contains(err.Error(), words) {
			t.Errorf("%v, want ErrRefused with %q", err, words)
		}
	}
	if len(n.calls) > 0 {
		t.Errorf("X was called: %q", n.calls)
	}
	for _, text := range []string{"Write to help@larkspur.com, please.", "That is 3.5 hours... We're sorry"} {
		if _, err := c.Reply(t.Context(), n.post(text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestADeletedPostIsNotAnswered(t *testing.T) {
	n := startNetwork(t)
	c := connect(t, n, oauth1(), env(t, t.TempDir(), nil))
	s := n.post("We are sorry.")
	n.gone[s.Mention.ID] = true
	if _, err := c.Reply(t.Context(), s); !errors.Is(err, connectors.ErrGone) || !strings.Contains(err.Error(), "deleted") {
		t.Errorf("reply: %v", err)
	}
	if _, err := c.Message(t.Context(), s); !errors.Is(err, connectors.ErrGone) {
		t.Errorf("message: %v", err)
	}
	if n.standing(care.SendPublic)+n.standing(care.SendPrivate) > 0 {
		t.Error("it was answered")
	}
}

// That X shows no post and says nothing of it proves nothing: it may be asked
// again, and its text is kept.
func TestAPostOfWhichXSaysNothing(t *testing.T) {
	n := startNetwork(t)
	s := n.post("We are sorry.")
	n.silentOn[s.Mention.ID] = true
	_, err := connect(t, n, oauth1(), env(t, t.TempDir(), nil)).Reply(t.Context(), s)
	if !errors.Is(err, connectors.ErrNotSent) || errors.Is(err, connectors.ErrGone) || n.standing(care.SendPublic) > 0 {
		t.Errorf("%v", err)
	}
}

// X says it when asked, or only when the message is sent.
func TestWhoTakesNoMessages(t *testing.T) {
	n := startNetwork(t)
	c := connect(t, n, oauth1(), env(t, t.TempDir(), nil))
	n.dmStatus = http.StatusForbidden
	if _, err := c.Message(t.Context(), n.post("Hello")); !errors.Is(err, connectors.ErrCannotMessage) {
		t.Errorf("refused when sent: %v", err)
	}
	n.dmStatus, n.noMessages = 0, true
	if _, err := c.Message(t.Context(), n.post("Hello")); !errors.Is(err, connectors.ErrCannotMessage) {
		t.Errorf("said before: %v", err)
	}
}

func TestEligibility(t *testing.T) {
	n := startNetwork(t)
	called, not := `{"called":true,"dm":true}`, `{"called":false,"dm":false}`
	for _, tt := range []struct {
		name           string
		settings       map[string]any
		ref, text      string
		noMessages     bool
		reply, message bool
	}{
		{"called", oauth1(), called, "", false, true, true},
		{"not called", oauth1(), not, "", false, false, false},
		{"enterprise", merge(oauth1(), map[string]any{"enterprise": true}), not, "", false, true, false},
		{"enterprise, from elsewhere", merge(oauth1(), map[string]any{"enterprise": true}), "", "", false, true, true},
		{"from elsewhere, called", oauth1(), "", "hey @Larkspur!", false, true, true},
		{"from elsewhere, another", oauth1(), "", "hey @larkspurs and me@larkspur", false, false, true},
		{"by the stream", oauth1(), `{"called":true}`, "", true, true, false},
		{"reads only", map[string]any{"bearer_token": bearerToken}, called, "", false, false, false},
	} {
		n.noMessages = tt.noMessages
		c := connect(t, n, tt.settings, env(t, t.TempDir(), nil))
		e, err := c.Eligibility(t.Context(), care.Mention{ID: "1", Author: care.Author{ID: authorID}, Ref: tt.ref, Text: tt.text})
		if err != nil || e.Reply.OK != tt.reply || e.Message.OK != tt.message {
			t.Errorf("%s: %+v, %v", tt.name, e, err)
		}
		if e.Reply.OK && (e.Reply.Cost != 10_000 || e.Reply.LinkCost != 200_000) || e.Message.OK && e.Message.Cost != 15_000 {
			t.Errorf("%s: costs %+v", tt.name, e)
		}
		if !e.Reply.OK && e.Reply.Reason == "" || !e.Message.OK && e.Message.Reason == "" {
			t.Errorf("%s: no reason: %+v", tt.name, e)
		}
	}
}

// The finder knows a reply by the post that it answers: the same text below
// another post is another reply.
func TestFindGoesByParent(t *testing.T) {
	n := startNetwork(t)
	c := connect(t, n, oauth1(), env(t, t.TempDir(), nil))
	one, other := n.post("We're on it\u0301  now & <soon>"), n.post("We're on it\u0301  now & <soon>")
	r, err := c.Reply(t.Context(), one)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := c.Find(t.Context(), one); err != nil || got.ID != r.ID {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := c.Find(t.Context(), other); !errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("below another post: %v", err)
	}
}

func TestCheckSaysWhichPermissionLacks(t *testing.T) {
	for level, want := range map[string]map[string]connectors.FindingState{
		"read":                      {"reply": connectors.Lacks, "private messages": connectors.Lacks},
		"read-write":                {"reply": connectors.Works, "private messages": connectors.Lacks},
		"read-write-directmessages": {"reply": connectors.Works, "private messages": connectors.Works},
	} {
		n := startNetwork(t)
		n.level = level
		for _, f := range connect(t, n, oauth1(), env(t, t.TempDir(), nil)).Check(t.Context()) {
			if state, ok := want[f.Step]; ok && (f.State != state || state == connectors.Lacks && !strings.Contains(f.Note, "step 3")) {
				t.Errorf("%s: %+v", level, f)
			}
		}
	}
	n := startNetwork(t)
	found := connect(t, n, merge(oauth1(), map[string]any{"access_secret": "wrong"}), env(t, t.TempDir(), nil)).Check(t.Context())
	if len(found) != 1 || found[0].State != connectors.Fails || !strings.Contains(found[0].Note, "step 4") {
		t.Errorf("with a wrong key: %+v", found)
	}
	rejected := merge(oauth1(), map[string]any{"read": "stream", "bearer_token": bearerToken, "keywords": []any{"banned"}})
	for _, f := range connect(t, n, rejected, env(t, t.TempDir(), nil)).Check(t.Context()) {
		if f.Step == "stream rules" && (f.State != connectors.Fails || !strings.Contains(f.Note, "banned")) {
			t.Errorf("a rule that X does not take: %+v", f)
		}
	}
	if len(n.rules) > 0 {
		t.Errorf("the check made rules: %v", n.rules)
	}
}

// OAuth 1.0a signs the time: where our clock is off, the error names it rather
// than the keys.
func TestAClockThatIsOff(t *testing.T) {
	for ahead, want := range map[time.Duration]string{time.Hour: "our clock is 1h0m0s behind theirs", -time.Hour: "our clock is 1h0m0s ahead of theirs"} {
		n := startNetwork(t)
		n.ahead = ahead
		c := connect(t, n, oauth1(), env(t, t.TempDir(), nil))
		_, err := c.Reply(t.Context(), n.post("By a wrong clock"))
		if !errors.Is(err, connectors.ErrUnauthorized) || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
		if stand := n.standing(care.SendPublic); stand != 0 {
			t.Errorf("%d stand", stand)
		}
	}
}

// An answer with errors, or without a count, lists nothing: what it does not hold
// may stand all the same.
func TestWhatXDoesNotListMayStand(t *testing.T) {
	for _, body := range []string{
		`{"errors":[{"title":"Service Unavailable"}]}`, `{"errors":[{}],"meta":{"result_count":0}}`, `{"meta":{"result_count":1}}`,
		`{"meta":{}}`, `{"data":[]}`, `{"data":null}`, `{}`, `null`,
	} {
		n := startNetwork(t)
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/tweets") || strings.HasSuffix(r.URL.Path, "/dm_events") {
				_, _ = io.WriteString(w, body)
				return
			}
			n.ServeHTTP(w, r)
		}))
		t.Cleanup(srv.Close)
		c := connect(t, n, merge(oauth1(), map[string]any{"base_url": srv.URL}), env(t, t.TempDir(), nil))
		s := n.post("We are sorry.")
		for _, s.Kind = range []care.SendKind{care.SendPublic, care.SendPrivate} {
			if _, err := c.Find(t.Context(), s); err == nil || errors.Is(err, connectors.ErrNotFound) || rest.Typed(err) {
				t.Errorf("%s, %s: %v", body, s.Kind, err)
			}
		}
	}
}
