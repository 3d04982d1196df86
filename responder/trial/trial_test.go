package trial_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"goodgraces/responder/trial"
)

func TestWilson(t *testing.T) {
	// The intervals of Newcombe 1998, Statistics in Medicine 17, table I, method 3.
	for _, test := range []struct {
		count, of int
		low, high float64
	}{
		{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}, {0, 0, 0, 1},
	} {
		got := trial.Wilson(test.count, test.of)
		if math.Abs(got.Low-test.low) > 5e-5 || math.Abs(got.High-test.high) > 5e-5 {
			t.Errorf("%d of %d: %.4f to %.4f, want %.4f to %.4f", test.count, test.of, got.Low, got.High, test.low, test.high)
		}
	}
}

func TestGetsB(t *testing.T) {
	const cases = 20_000
	for _, share := range []int{1, 10, 50, 99} {
		b, both := 0, 0
		for i := range cases {
			id := fmt.Sprintf("c%08d", i)
			one := trial.GetsB(1, id, share)
			if one != trial.GetsB(1, id, share) {
				t.Fatal("a case changed its version")
			}
			if one {
				b++
				if trial.GetsB(2, id, share) {
					both++
				}
			}
		}
		p := float64(share) / 100
		if off := math.Abs(float64(b)-cases*p) / math.Sqrt(cases*p*(1-p)); off > 4 {
			t.Errorf("share %d: %d of %d cases get B", share, b, cases)
		}
		if off := math.Abs(float64(both)-float64(b)*p) / math.Sqrt(float64(b)*p*(1-p)+1); off > 4 {
			t.Errorf("share %d: %d of the %d cases get B in the next trial too", share, both, b)
		}
	}
}

// play decides drafts, kept with these probabilities, and looks after each.
func play(r *rand.Rand, pa, pb float64, decisions int) (claimed string) {
	var arms [2]trial.Arm
	for range decisions {
		arm, p := &arms[0], pa
		if r.IntN(2) == 1 {
			arm, p = &arms[1], pb
		}
		arm.Approved++
		if r.Float64() > p {
			arm.Edited++
		}
		if better := trial.Compare(arms[0], arms[1])[0].Better(); better != "" {
			return better
		}
	}
	return ""
}

func TestLookingOftenClaimsNothingFalse(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	const plays = 400
	for _, p := range []float64{0.1, 0.5, 0.9} {
		wrong := 0
		for range plays {
			if play(r, p, p, 2000) != "" {
				wrong++
			}
		}
		// 5 % and three standard errors.
		if most := plays * (0.05 + 3*math.Sqrt(0.05*0.95/plays)); float64(wrong) > most {
			t.Errorf("kept %.1f in both: a difference was claimed in %d of %d trials", p, wrong, plays)
		}
	}
}

func TestRealDifferencesAreFound(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 9))
	found := 0
	for range 100 {
		if play(r, 0.5, 0.75, 1000) == "b" {
			found++
		}
	}
	if found < 95 {
		t.Errorf("kept 50 %% against 75 %%: found in %d of 100 trials of 1000 decisions", found)
	}
}

func TestScores(t *testing.T) {
	// 100 customers each: all gave 2, against all gave 4.
	got := trial.Compare(trial.Arm{Scored: 100, Score: 2, Score2: 4}, trial.Arm{Scored: 100, Score: 4, Score2: 16})
	m := got[4]
	if m.Name != trial.Score || m.A != 0.25 || m.B != 0.75 || m.Better() != "b" {
		t.Errorf("got %+v", m)
	}
}

func TestTooEarly(t *testing.T) {
	a := trial.Arm{Approved: trial.Enough - 1}
	b := trial.Arm{Approved: 500, Edited: 500, Rewrite: 1, Rewrite2: 1}
	for _, m := range trial.Compare(a, b) {
		if m.Better() != "" || !m.Early {
			t.Errorf("%s: %s is said to be better", m.Name, m.Better())
		}
	}
	a.Approved++
	got := trial.Compare(a, b)
	if got[0].Better() != "a" || got[2].Better() != "a" {
		t.Errorf("got %+v", got)
	}
	for _, m := range trial.Compare(trial.Arm{}, trial.Arm{}) {
		if m.Better() != "" || m.Low != -1 || m.High != 1 {
			t.Errorf("from nothing: %+v", m)
		}
	}
}
