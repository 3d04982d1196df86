package grams_test

import (
	"testing"

	"goodgraces/responder/grams"
)

// The shipped models hold for these numbers.
func TestNumbersStay(t *testing.T) {
	if got := grams.Hash("late"); got != 0x44cf1ad90502801 {
		t.Errorf("late is %#x", got)
	}
	if got := grams.Mix('b', grams.Hash("so"), grams.Hash("late")); got != 0x963be35a19de2ec3 {
		t.Errorf("so late is %#x", got)
	}
	if got := grams.Bucket(grams.Hash("late"), 16); got != 63791 {
		t.Errorf("late lies in %d", got)
	}
	run := grams.Empty
	for _, letter := range []byte("late") {
		run = grams.Letter(run, letter)
	}
	if run != grams.Hash("late") {
		t.Error("a word is not the run of its letters")
	}
	for word, want := range map[string]string{"waiting": "wait", "delayed": "delay", "parcels": "parcel", "bus": "bus", "friendly": "friend"} {
		if got := grams.Stem(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}
