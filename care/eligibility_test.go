package care_test

import (
	"testing"
	"time"

	"goodgraces/care"
)

func TestMoney(t *testing.T) {
	for m, want := range map[care.Money]string{
		0: "$0.00", 5_000: "$0.005", 200_000: "$0.20", 15_000: "$0.015", care.Dollar: "$1.00", 12*care.Dollar + 1: "$12.000001", -5_000: "-$0.005",
	} {
		if got := m.String(); got != want {
			t.Errorf("%d: %s, want %s", int64(m), got, want)
		}
	}
	for amount, want := range map[float64]care.Money{0.015: 15_000, 0.1: 100_000, 2.5: 2_500_000, 0.0000001: 1} {
		if got := care.Dollars(amount); got != want {
			t.Errorf("%g: %d, want %d", amount, got, want)
		}
	}
}

func TestExpiryIsToldDaysAhead(t *testing.T) {
	now := time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)
	for ahead, want := range map[time.Duration]bool{-time.Hour: true, 6 * 24 * time.Hour: true, 8 * 24 * time.Hour: false} {
		if got := (&care.Expiry{What: "the token", At: now.Add(ahead)}).Due(now); got != want {
			t.Errorf("%s ahead: %t", ahead, got)
		}
	}
	if (*care.Expiry)(nil).Due(now) {
		t.Error("what never ends is due")
	}
}
