package care_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/care"
)

// picture is the table of moves as docs/architecture.md draws it. It is written
// twice on purpose: a change of Moves must be meant.
const picture = `
open       → drafted dismissed folded legal safety resolved
drafted    → approved open dismissed folded legal safety resolved
approved   → sending drafted dismissed failed
sending    → sent failed unknown approved
unknown    → sent failed approved
failed     → drafted dismissed folded legal safety resolved
sent       → handed_off resolved folded
handed_off → resolved
resolved   → closed open
closed     → open
dismissed  → open drafted
folded     → open drafted
legal      → resolved open
safety     → resolved open
`

func TestNoOtherMoveIsPossible(t *testing.T) {
	drawn := map[[2]care.State]bool{}
	for line := range strings.Lines(strings.TrimSpace(picture)) {
		from, tos, _ := strings.Cut(line, "→")
		for to := range strings.FieldsSeq(tos) {
			drawn[[2]care.State{care.State(strings.TrimSpace(from)), care.State(to)}] = true
		}
	}
	for _, from := range append(care.States, "", "nonsense") {
		for _, to := range append(care.States, "", "nonsense") {
			if got, want := care.CanMove(from, to), drawn[[2]care.State{from, to}]; got != want {
				t.Errorf("CanMove(%q, %q) = %v, want %v", from, to, got, want)
			}
		}
	}
}

func TestNothingIsPublishedWithoutApproval(t *testing.T) {
	published := map[care.State]bool{care.StateSending: true, care.StateSent: true, care.StateUnknown: true, care.StateHandedOff: true}
	rapid.Check(t, func(t *rapid.T) {
		state, approved := care.StateOpen, false
		for range rapid.IntRange(1, 30).Draw(t, "moves") {
			state = rapid.SampledFrom(care.Moves[state]).Draw(t, "to")
			switch state {
			case care.StateApproved:
				approved = true
			case care.StateDrafted, care.StateOpen:
				approved = false
			}
			if published[state] && !approved {
				t.Fatalf("reached %s without an approval", state)
			}
		}
	})
}

func TestEveryStateCanBeReachedAndLeft(t *testing.T) {
	seen := map[care.State]bool{care.StateOpen: true}
	for queue := []care.State{care.StateOpen}; len(queue) > 0; queue = queue[1:] {
		for _, to := range care.Moves[queue[0]] {
			if !seen[to] {
				seen[to] = true
				queue = append(queue, to)
			}
		}
	}
	for _, s := range care.States {
		if !seen[s] {
			t.Errorf("%s cannot be reached from open", s)
		}
		if len(care.Moves[s]) == 0 {
			t.Errorf("%s is a dead end", s)
		}
	}
}

// A send that may have left is never approved again but by proof: only a state
// whose holder knows what the platform has may go back.
func TestSendMoves(t *testing.T) {
	for _, done := range []care.SendState{care.SendSent, care.SendFailed, care.SendWithdrawn} {
		if len(care.SendMoves[done]) != 0 || !done.Done() {
			t.Errorf("%s must be final", done)
		}
	}
	for from, tos := range care.SendMoves {
		if from.Done() {
			t.Errorf("%s is done and has moves", from)
		}
		for _, to := range tos {
			if to == care.SendWithdrawn && from != care.SendApproved {
				t.Errorf("%s → withdrawn: only what has not left can be taken back", from)
			}
		}
	}
}

func TestCaseID(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := [2]string{rapid.StringMatching(`[a-z]{0,4}`).Draw(t, "p"), rapid.String().Draw(t, "id")}
		b := [2]string{rapid.StringMatching(`[a-z]{0,4}`).Draw(t, "p2"), rapid.String().Draw(t, "id2")}
		idA, idB := care.CaseID(a[0], a[1]), care.CaseID(b[0], b[1])
		if (a == b) != (idA == idB) {
			t.Fatalf("%q → %s, %q → %s", a, idA, b, idB)
		}
		if len(idA) != 16 || strings.Trim(idA, "abcdefghijklmnopqrstuvwxyz234567") != "" {
			t.Fatalf("not safe in a URL: %q", idA)
		}
	})
}

func TestPriorityPutsDangerFirst(t *testing.T) {
	order := []care.Verdict{
		{Action: care.ActSafety},
		{Action: care.ActLegal},
		{Action: care.ActReply, Severity: care.Blame, Anger: 1},
		{Action: care.ActReply, Severity: care.Blame},
		{Action: care.ActReply, Severity: care.Disapproval, Anger: .5},
		{Action: care.ActReply},
		{Action: care.ActAnswer},
		{Action: care.ActFold},
		{Action: care.ActThank},
		{Action: care.ActIgnore},
	}
	for i := 1; i < len(order); i++ {
		if care.Priority(order[i-1]) <= care.Priority(order[i]) {
			t.Errorf("%+v must come before %+v", order[i-1], order[i])
		}
	}
}

func TestThreadKey(t *testing.T) {
	for _, c := range []struct {
		m    care.Mention
		want string
	}{
		{care.Mention{Platform: "x", ID: "3", InReplyTo: "2", Thread: "1"}, "x:1"},
		{care.Mention{Platform: "x", ID: "3", InReplyTo: "2"}, "x:2"},
		{care.Mention{Platform: "x", ID: "3"}, "x:3"},
	} {
		if got := c.m.ThreadKey(); got != c.want {
			t.Errorf("%+v: %s, want %s", c.m, got, c.want)
		}
	}
}
