package main

import "testing"

func TestPlainName(t *testing.T) {
	for full, want := range map[string]string{
		"Larkspur": "Larkspur", "Larkspur, Inc.": "Larkspur", "Norva Air Ltd.": "Norva Air", "Haus & Hof GmbH": "Haus & Hof", "Plc": "Plc",
	} {
		if got := plainName(full); got != want {
			t.Errorf("%q: %q, want %q", full, got, want)
		}
	}
}
