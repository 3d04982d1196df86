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
		budget  care.Budget
		closing bool
		spent   care.Spent
		want    string // a part of the reason; "" where it is allowed
	}{
		{one, false, care.Spent{}, ""},
		{one, false, care.Spent{Closings: 1, Lately: 1}, ""},
		{one, true, care.Spent{Answers: 1, Lately: 1}, ""},
		{one, false, care.Spent{Answers: 1, Lately: 1}, "has had its public answer; go on in private"},
		{one, true, care.Spent{Closings: 1, Lately: 1}, "has had its closing line; silence"},
		{one, false, care.Spent{Lately: 3}, "3 public answers within 1 day"},
		{one, true, care.Spent{Lately: 4}, "4 public answers within 1 day"},
		{care.Budget{PerThread: 2}, false, care.Spent{Answers: 2}, "its 2 public answers"},
		{care.Budget{PerAuthor: 1, Window: 36 * time.Hour}, false, care.Spent{Lately: 1}, "within 36 hours"},
		{care.Budget{PerAuthor: 1}, false, care.Spent{Lately: 9}, ""}, // no window
		{care.Budget{}, false, care.Spent{Answers: 9, Closings: 9, Lately: 9}, ""},
	} {
		got := tt.budget.Over(tt.closing, tt.spent)
		if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%+v, closing %v, %+v: %q, want %q", tt.budget, tt.closing, tt.spent, got, tt.want)
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
