package hours_test

import (
	"strings"
	"testing"
	"time"

	"goodgraces/responder/hours"
)

func TestOpen(t *testing.T) {
	tests := []struct {
		hours, zone string
		at          string // UTC
		want        bool
	}{
		{"", "", "2026-03-04 03:00", true},
		{"Mon-Fri 08:00-18:00", "", "2026-03-04 08:00", true}, // a Wednesday
		{"Mon-Fri 08:00-18:00", "", "2026-03-04 07:59", false},
		{"Mon-Fri 08:00-18:00", "", "2026-03-04 18:00", false},
		{"Mon-Fri 08:00-18:00", "", "2026-03-07 12:00", false},
		{"Mon-Fri 08:00-18:00, Sat 09:00-12:00", "", "2026-03-07 11:59", true},
		{"Sat-Mon 10:00-12:00", "", "2026-03-08 11:00", true},
		{"Sat-Mon 10:00-12:00", "", "2026-03-10 11:00", false},
		{"monday 00:00-24:00", "", "2026-03-09 23:59", true},
		{"Mon-Fri 08:00-18:00", "Europe/Berlin", "2026-03-04 07:00", true},
		{"Mon-Fri 08:00-18:00", "Europe/Berlin", "2026-07-01 06:00", true}, // summer time
		{"Fri 22:00-06:00", "", "2026-03-06 23:00", true},
		{"Fri 22:00-06:00", "", "2026-03-07 05:59", true},
		{"Fri 22:00-06:00", "", "2026-03-07 06:00", false},
		{"Fri 22:00-06:00", "", "2026-03-06 05:00", false},
	}
	for _, tt := range tests {
		h, err := hours.Parse(tt.hours, tt.zone)
		if err != nil {
			t.Fatal(err)
		}
		at, err := time.Parse("2006-01-02 15:04", tt.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := h.Open(at); got != tt.want {
			t.Errorf("%q in %q at %s: %v", tt.hours, tt.zone, tt.at, got)
		}
	}
}

func TestBrokenHours(t *testing.T) {
	for text, want := range map[string]string{
		"all day": "write them as", "Mo 08:00-18:00": "write them as", "Mon 08:00": "write them as", "Mon 08:00-08:00": "write them as",
		"Mon 24:00-08:00": "write them as", "Mon 08:00-25:00": "write them as", "Mon 08:00-18:00,": "write them as", "Mon-Fro 08:00-18:00": "write them as",
	} {
		if _, err := hours.Parse(text, ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := hours.Parse("", "Mars/Base"); err == nil || !strings.Contains(err.Error(), "Europe/Berlin") {
		t.Errorf("Mars: %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Mon-Fri 08:00-18:00, Sat 22:00-06:00", "Europe/Berlin")
	f.Fuzz(func(_ *testing.T, text, zone string) {
		if h, err := hours.Parse(text, zone); err == nil {
			h.Open(time.Unix(0, 0))
		}
	})
}
