package care_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/care"
)

func TestBudget(t *testing.T) {
	one := care.Budget{PerThread: 1, Closing: 1, PerAuthor: 3, Window: 24 * time.Hour}
	for _, tt := range []struct {
		budget care.Budget
		line   care.Line
		spent  care.Spent
		want   string // a part of the reason; "" where it is allowed
	}{
		{one, care.LineAnswer, care.Spent{}, ""},
		{one, care.LineAnswer, care.Spent{Closings: 1, Lately: 1}, ""},
		{one, care.LineGoodbye, care.Spent{Answers: 1, Lately: 1}, ""},
		{one, care.LineAnswer, care.Spent{Answers: 1, Lately: 1}, "has had its public answer; go on in private"},
		{one, care.LineGoodbye, care.Spent{Closings: 1, Lately: 1}, "has had its closing line; silence"},
		{one, care.LineSettled, care.Spent{Closings: 1, Lately: 1}, "has had its closing line; silence"},
		{one, care.LineGoodbye, care.Spent{Goodbyes: 1, Lately: 1}, "this person has had their closing line, in whatever thread; silence"},
		{one, care.LineSettled, care.Spent{Goodbyes: 1, Lately: 1}, ""},
		{one, care.LineAnswer, care.Spent{Goodbyes: 1, Lately: 1}, ""},
		{care.Budget{Closing: 2}, care.LineGoodbye, care.Spent{Goodbyes: 2}, "their 2 closing lines"},
		{one, care.LineAnswer, care.Spent{Lately: 3}, "3 public answers within 1 day"},
		{one, care.LineGoodbye, care.Spent{Lately: 4}, "4 public answers within 1 day"},
		{care.Budget{PerThread: 2}, care.LineAnswer, care.Spent{Answers: 2}, "its 2 public answers"},
		{care.Budget{PerAuthor: 1, Window: 36 * time.Hour}, care.LineAnswer, care.Spent{Lately: 1}, "within 36 hours"},
		{care.Budget{PerAuthor: 1}, care.LineAnswer, care.Spent{Lately: 9}, ""}, // no window
		{care.Budget{}, care.LineAnswer, care.Spent{Answers: 9, Closings: 9, Lately: 9}, ""},
	} {
		got := tt.budget.Over(tt.line, tt.spent)
		if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%+v, line %d, %+v: %q, want %q", tt.budget, tt.line, tt.spent, got, tt.want)
		}
	}
}

func TestAProfileRemembersEachPostOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p care.Profile
		for i := range rapid.IntRange(0, 3*care.MaxRecent).Draw(t, "posts") {
			id := fmt.Sprint(i)
			if !p.Remember(care.Trace{ID: id}) || p.Remember(care.Trace{ID: id}) {
				t.Fatalf("post %s is not remembered once", id)
			}
			if last := p.Recent[len(p.Recent)-1]; last.ID != id || len(p.Recent) != min(i+1, care.MaxRecent) {
				t.Fatalf("after post %s: %d posts, the last %s", id, len(p.Recent), last.ID)
			}
		}
	})
}

// Two linked accounts, on two platforms, may have posts of one ID.
func TestAProfileTellsAccountsApart(t *testing.T) {
	var p care.Profile
	for _, account := range []string{"x:ann", "y:bea"} {
		if !p.Remember(care.Trace{ID: "7", Account: account}) || p.Remember(care.Trace{ID: "7", Account: account}) {
			t.Errorf("post 7 of %s is not remembered once", account)
		}
	}
}
