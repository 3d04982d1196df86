package discord_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/connectors"
)

// counter is a desk with a few cases; deeds are noted, and change the case.
type counter struct {
	mu    sync.Mutex
	cards map[string]*connectors.Card
	order []string
	log   []string // cases by the order of their changes
	deeds chan connectors.Deed
	says  connectors.Outcome
}

func newCounter() *counter {
	return &counter{cards: map[string]*connectors.Card{}, deeds: make(chan connectors.Deed, 100)}
}

func (c *counter) put(card connectors.Card) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cards[card.Case] == nil {
		c.order = append(c.order, card.Case)
	}
	c.cards[card.Case] = &card
	c.log = append(c.log, card.Case)
}

func (c *counter) Changed(_ context.Context, since int64) ([]string, int64, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if since < 0 {
		return nil, int64(len(c.log)), nil
	}
	return slices.Clone(c.log[since:]), int64(len(c.log)), nil
}

func (c *counter) Waiting(_ context.Context, limit int) ([]connectors.Card, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var out []connectors.Card
	for _, id := range c.order[:min(limit, len(c.order))] {
		out = append(out, *c.cards[id])
	}
	return out, nil
}

func (c *counter) Find(ctx context.Context, _ string, limit int) ([]connectors.Card, error) {
	return c.Waiting(ctx, limit)
}

func (c *counter) Card(_ context.Context, id string) (*connectors.Card, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.cards[id], nil
}

func (c *counter) Do(_ context.Context, d connectors.Deed) (connectors.Outcome, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.deeds <- d
	if c.says.Done != "" {
		done := *c.cards[d.Case]
		done.Draft, done.Can, done.Standing, done.Tone = "", nil, "Approved by "+d.Account, "wait"
		c.cards[d.Case] = &done
	}
	return c.says, nil
}

func (c *counter) Member(_ context.Context, account string) (bool, error) {
	return account != "gone", nil
}

func (c *counter) Overview(context.Context) ([]string, error) {
	return []string{"Needs you: 2", "x: disconnected (no *answer*)"}, nil
}

// answers sets what comes of the next deeds.
func (c *counter) answers(o connectors.Outcome) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.says = o
}

// expect waits for a deed.
func (c *counter) expect(t *testing.T, want connectors.Deed) {
	t.Helper()
	want.Account, want.Via, want.Case = "ann", "discord", caseA
	select {
	case got := <-c.deeds:
		if got != want {
			t.Errorf("deed %+v, want %+v", got, want)
		}
	case <-time.After(20 * time.Second):
		t.Errorf("%+v is not done", want)
	}
}

const caseA, caseB = "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"

func draft(id string) connectors.Card {
	return connectors.Card{
		Case: id, Draft: id + ".2", URL: "https://desk.example/cases/" + id, Mark: "high", Title: "@maria_p on X", Post: "Day 3 and *still* no bag.", PostURL: "https://x.example/1",
		Posted: time.Now(), Text: "We hear you_all_.", Private: "Which bag is it?", Otherwise: "Please write to us.",
		Can: []string{connectors.DeedApprove, connectors.DeedEdit, connectors.DeedAnother, connectors.DeedReject, connectors.DeedFold}, AsksWhy: "Why fold?",
	}
}

// opened runs a connector with an approval channel.
func opened(t *testing.T, s *server, c *counter) *reading {
	t.Helper()
	d, states := connect(t, s, map[string]any{"approvals": approvals, "approvers": []any{annID + " = ann", staffID + "=gone"}})
	d.UseDesk(c)
	r := follow(t, d, states, "")
	r.stop = sync.OnceValue(r.stop)
	t.Cleanup(func() { r.stop() })
	return r
}

// shown waits until the messages in the approval channel are as wanted.
func (s *server) shown(t *testing.T, what string, is func([]object) bool) []object {
	t.Helper()
	over := time.After(20 * time.Second)
	for {
		var cards []object // copies: an edit may come at any time
		s.mu.Lock()
		_ = json.Unmarshal(encode(s.posts[approvals]), &cards)
		s.mu.Unlock()
		if is(cards) {
			return cards
		}
		select {
		case <-s.news:
		case <-over:
			t.Fatalf("%s: the channel holds %v", what, cards)
		}
	}
}

func holds(n int, words ...string) func([]object) bool {
	return func(cards []object) bool {
		text := string(encode(cards))
		return len(cards) == n && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
	}
}

// click is an interaction by somebody.
func (s *server) click(kind int, who string, data object) {
	s.mu.Lock()
	id := s.id()
	s.mu.Unlock()
	s.hub.send("INTERACTION_CREATE", object{"id": id, "application_id": botID, "type": kind, "token": "interaction-token", "channel_id": approvals, "guild_id": guildID,
		"member": object{"user": account(who, "somebody")}, "data": data})
}

func (s *server) press(who, do, what string) {
	s.click(3, who, object{"custom_id": "graces|" + do + "|" + what, "component_type": 2})
}

// answer is the next answer to an interaction.
func (s *server) answer(t *testing.T) said {
	t.Helper()
	select {
	case a := <-s.said:
		return a
	case <-time.After(20 * time.Second):
		t.Fatal("the interaction is not answered")
		return said{}
	}
}

func (a said) kind() int {
	n, _ := a.body["type"].(float64)
	return int(n)
}

func (a said) text() string { return string(encode(a.body)) }

// A draft is shown once, whole and as it is; its message follows the case, after a
// restart too.
func TestTheBoardFollowsTheDesk(t *testing.T) {
	s, c := plainServer(t), newCounter()
	c.put(draft(caseA))
	r := opened(t, s, c)
	cards := s.shown(t, "a draft that waits", holds(1, `Day 3 and \\*still\\* no bag.`, `We hear you\\_all\\_.`, "Which bag is it?", "Please write to us.", "graces|approve|"+caseA+".2", "https://desk.example/cases/"+caseA))
	if allowed, _ := cards[0]["allowed_mentions"].(object); len(allowed["parse"].([]any)) != 0 {
		t.Errorf("names in it call people: %v", allowed)
	}
	b := draft(caseB)
	b.Can, b.Forbids = []string{connectors.DeedEdit}, []string{"Too long."}
	c.put(b)
	cards = s.shown(t, "a new draft", holds(2, "**Cannot be approved:** Too long.", "graces|edit|"+caseB+".2"))
	if strings.Contains(string(encode(cards)), "approve|"+caseB) {
		t.Error("what cannot be approved has a button")
	}
	done := draft(caseA)
	done.Draft, done.Can, done.Standing = "", nil, "Published. ann approved the answer."
	c.put(done)
	cards = s.shown(t, "an approval", holds(2, "Published. ann approved the answer."))
	if strings.Contains(string(encode(cards)), "|"+caseA) {
		t.Error("what is done has buttons")
	}
	r.stop()
	opened(t, s, c)
	done.Standing = "Resolved."
	c.put(done)
	s.shown(t, "after a restart", holds(2, "Resolved."))
	quiet := draft("cccccccccccccccc")
	quiet.Draft, quiet.Can = "", nil
	c.put(quiet) // nothing waits
	danger := quiet
	danger.Case, danger.Mark, danger.Tone, danger.URL = "dddddddddddddddd", "safety", "harm", "https://desk.example/cases/dddddddddddddddd"
	danger.Standing = "A person may be in danger."
	c.put(danger)
	s.shown(t, "a danger", holds(3, "A person may be in danger."))
}

// A card that Discord does not take keeps no other back.
func TestACardThatIsRefused(t *testing.T) {
	s, c := plainServer(t), newCounter()
	bad := draft(caseA)
	bad.Post, bad.URL, bad.PostURL = "POISON", "http://127.0.0.1:8080/cases/"+caseA, "http://localhost/x"
	c.put(bad)
	c.put(draft(caseB))
	opened(t, s, c)
	s.shown(t, "the other one", holds(1, "graces|approve|"+caseB+".2"))
	bad.Post = "harmless now"
	c.put(bad)
	cards := s.shown(t, "the card that is taken now", holds(2, "harmless now"))
	if text := string(encode(cards)); strings.Contains(text, "127.0.0.1") || strings.Contains(text, "localhost") {
		t.Errorf("a button leads to this machine: %s", text)
	}
}

// Buttons do the desk's deeds, in the name of whoever pressed them, to the draft
// that they saw; the first word comes before the deed.
func TestButtons(t *testing.T) {
	s, c := plainServer(t), newCounter()
	c.put(draft(caseA))
	opened(t, s, c)
	s.shown(t, "a draft", holds(1))
	s.press(annID, "approve", caseA+".2")
	if a := s.answer(t); a.kind() != 6 {
		t.Errorf("the first word: %+v", a)
	}
	c.expect(t, connectors.Deed{Do: "approve", Draft: caseA + ".2"})
	c.answers(connectors.Outcome{Forbids: []string{"The draft changed meanwhile."}})
	s.press(annID, "another", caseA+".1")
	s.answer(t)
	c.expect(t, connectors.Deed{Do: "another", Draft: caseA + ".1"})
	if a := s.answer(t); a.call != "POST webhooks" || !strings.Contains(a.text(), "The draft changed meanwhile.") || !strings.Contains(a.text(), `"flags":64`) {
		t.Errorf("what forbids it is not told, alone: %s %s", a.call, a.text())
	}
	c.answers(connectors.Outcome{Done: "Approved."})
	s.press(annID, "approve", caseA+".2")
	s.answer(t)
	s.shown(t, "the card afterwards", holds(1, "Approved by ann"))
}

// A question is shown with what it wants: it is answered in a modal, or held.
func TestAQuestionOnACard(t *testing.T) {
	s, c := plainServer(t), newCounter()
	q := draft(caseA)
	q.Text, q.Private, q.Otherwise, q.Standing = "", "", "", "Needs your answer. They ask whether dogs may fly."
	q.Can = []string{connectors.DeedEdit, connectors.DeedHold, connectors.DeedFold}
	c.put(q)
	opened(t, s, c)
	s.shown(t, "the question", holds(1, "Needs your answer", `"label":"Answer"`, "Say we'll find out"))
	s.press(annID, "edit", caseA+".2")
	if a := s.answer(t); a.kind() != 9 || !strings.Contains(a.text(), "Answer the question") {
		t.Errorf("the modal: %s", a.text())
	}
	s.press(annID, "hold", caseA+".2")
	s.answer(t)
	c.expect(t, connectors.Deed{Do: "hold", Draft: caseA + ".2"})
}

// Whoever is not known, or has no account any more, is refused, alone.
func TestStrangersAreRefused(t *testing.T) {
	s, c := plainServer(t), newCounter()
	c.put(draft(caseA))
	opened(t, s, c)
	for _, who := range []string{"1234567", staffID} {
		s.press(who, "approve", caseA+".2")
		if a := s.answer(t); a.kind() != 4 || !strings.Contains(a.text(), `"flags":64`) || !strings.Contains(a.text(), "nothing was done") {
			t.Errorf("%s: %s", who, a.text())
		}
		s.click(2, who, object{"name": "graces", "type": 1, "options": []any{object{"name": "waiting", "type": 1}}})
		if a := s.answer(t); a.kind() != 4 || strings.Contains(a.text(), "no bag") {
			t.Errorf("%s reads cases: %s", who, a.text())
		}
	}
	if len(c.deeds) > 0 {
		t.Errorf("something was done: %+v", <-c.deeds)
	}
}

// Words are asked for in a modal, which holds what the card shows.
func TestModals(t *testing.T) {
	s, c := plainServer(t), newCounter()
	c.put(draft(caseA))
	opened(t, s, c)
	for do, want := range map[string][]string{
		"edit": {`"value":"We hear you_all_."`, `"value":"Which bag is it?"`, `"value":"Please write to us."`}, "reject": {"What is wrong with it?"}, "fold": {"Why fold?"},
	} {
		s.press(annID, do, caseA+".2")
		a := s.answer(t)
		for _, w := range append(want, "graces|"+do+"|"+caseA+".2") {
			if a.kind() != 9 || !strings.Contains(a.text(), w) {
				t.Errorf("%s: the modal lacks %q: %s", do, w, a.text())
			}
		}
	}
	s.press(annID, "edit", caseA+".1")
	if a := s.answer(t); a.kind() != 4 || !strings.Contains(a.text(), "changed meanwhile") {
		t.Errorf("an older draft: %s", a.text())
	}
	field := func(name, value string) object {
		return object{"type": 1, "components": []any{object{"type": 4, "custom_id": name, "value": value}}}
	}
	s.click(5, annID, object{"custom_id": "graces|edit|" + caseA + ".2", "components": []any{field("text", "Mine"), field("private", "Which?"), field("otherwise", "Write.")}})
	s.answer(t)
	c.expect(t, connectors.Deed{Do: "edit", Draft: caseA + ".2", Text: "Mine", Private: "Which?", Otherwise: "Write."})
	s.click(5, annID, object{"custom_id": "graces|reject|" + caseA + ".2", "components": []any{field("reason", "too stiff")}})
	s.answer(t)
	c.expect(t, connectors.Deed{Do: "reject", Draft: caseA + ".2", Reason: "too stiff"})
}

// What makes no sense harms nothing.
func TestHostileInteractions(t *testing.T) {
	s, c := plainServer(t), newCounter()
	c.put(draft(caseA))
	opened(t, s, c)
	for _, id := range []string{"", "graces", "graces|approve", "graces|approve|", "graces|approve|.", "other|approve|" + caseA + ".2", "graces||" + caseA, strings.Repeat("|", 99)} {
		s.click(3, annID, object{"custom_id": id})
		s.click(5, annID, object{"custom_id": id, "components": []any{object{"type": 1, "components": []any{}}}})
	}
	s.click(3, annID, nil)
	s.click(1, annID, object{})
	s.click(4, annID, object{"name": "graces"})
	s.click(5, annID, object{"custom_id": "graces|edit|" + caseA + ".2", "components": []any{object{"type": 77}, nil}})
	s.click(2, annID, object{"name": "graces", "options": []any{nil}})
	s.click(2, annID, object{"name": "graces", "type": 1, "options": []any{object{"name": "status", "type": 1}}})
	for {
		if a := s.answer(t); strings.Contains(a.text(), "Needs you: 2") {
			break
		}
	}
	if len(c.deeds) > 0 {
		t.Errorf("something was done: %+v", <-c.deeds)
	}
}

func TestTheSlashCommand(t *testing.T) {
	s, c := plainServer(t), newCounter()
	c.put(draft(caseA))
	opened(t, s, c)
	for name, want := range map[string]string{"waiting": "<https://desk.example/cases/" + caseA + ">", "find": `Day 3 and \\*still\\* no bag.`, "status": `no \\*answer\\*`} {
		s.click(2, annID, object{"name": "graces", "type": 1, "options": []any{object{"name": name, "type": 1, "options": []any{object{"name": "words", "type": 3, "value": "bag"}}}}})
		if a := s.answer(t); a.kind() != 5 || !strings.Contains(a.text(), `"flags":64`) {
			t.Errorf("%s: the first word: %s", name, a.text())
		}
		a := s.answer(t)
		var text struct{ Content string }
		_ = json.Unmarshal(encode(a.body), &text)
		if raw := string(encode(text.Content)); a.call != "PATCH webhooks" || !strings.Contains(strings.NewReplacer(`\u003c`, "<", `\u003e`, ">").Replace(raw), want) {
			t.Errorf("%s: %s", name, raw)
		}
	}
	select {
	case at := <-s.registered:
		if at != fmt.Sprintf("applications/%s/guilds/%s/commands", botID, guildID) {
			t.Errorf("the command is registered at %s", at)
		}
	case <-time.After(20 * time.Second):
		t.Error("the command is not registered")
	}
}

// An answer that cannot be shown whole cannot be approved in the channel.
func TestWhatIsTooLongIsNotApprovedHere(t *testing.T) {
	s, c := plainServer(t), newCounter()
	long := draft(caseA)
	long.Text = strings.Repeat("*", 2000) // each is shown with a mark before it
	long.Private = strings.Repeat("y", 900)
	c.put(long)
	opened(t, s, c)
	cards := s.shown(t, "a long draft", holds(1, "Too long to be shown here whole", "Open in the desk"))
	if text := string(encode(cards)); strings.Contains(text, "graces|approve") {
		t.Error("it has a button to approve it")
	}
}
