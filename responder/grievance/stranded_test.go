package grievance_test

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goodgraces/responder/grievance"
)

// TestWhole is what breaks off or stumbles, beside what only looks like it.
func TestWhole(t *testing.T) {
	tests := []struct{ class, text, issue string }{
		{"wants an object", "I can't work out which bin is mine", ""},
		{"wants an object", "trying to get hold of somone for a week", ""},
		{"wants an object", "couldn't figure out your ticket machine", "our ticket machine is hard to work out"},
		{"wants an object", "couldn't keep track of my order", "you couldn't keep track of your order"},
		{"its own particle", "the boiler won't kick in", "the boiler won't kick in"},
		{"its own particle", "my wages haven't gone in", "your wages haven't gone in"},
		{"its own particle", "your guard shouted at my mother", "your mother was shouted at"},
		{"two prepositions", "so that's the state my table turns up in", ""},
		{"two prepositions", "one of your vans cut me off on the ring road", "one of our vans cut you off on the ring road"},
		{"two prepositions", "one of your vans cut me off on I-10", "one of our vans cut you off"},
		{"said twice", "why is my order being being held", ""},
		{"said twice", "no phone, no phone number, nothing", "there was no phone number"},
		{"said twice", "no fork, no napkin", "there was no fork or napkin"},
		{"another's", "another parcel with my name is being sent back", ""},
		{"another's", "another bus was cancelled", "another bus was cancelled"},
		{"who is told", "the soup hasn't changed lads", "the soup hasn't changed"},
		{"taken for a thing", "I'm having to guess what happened", ""},
		{"a time of day", "the oven isn't turning on this morning", "the oven isn't turning on"},
	}
	for _, tt := range tests {
		if g := grievance.Understand("en", tt.text); g.Issue != tt.issue {
			t.Errorf("%s: %q: got %q, want %q", tt.class, tt.text, g.Issue, tt.issue)
		}
	}
}

// What may stand before a last preposition: a verb of which it is a part or a thing that is
// its object, and what is done to somebody.
var beforeLast = strings.Fields(`are is was were broke came check come comes coming cut cutting dropped get getting go goes going gone kept kick locked log logged moved pick picks put ran reverse rings shut shuts sign sit sold stay
		stays swelled switch taken timing turn turned turning turns went work days
		it itself you him her orders sound engine conditioning
		yelled shouted broken cancelled signed asked`)

// TestNothingIsStranded reads the posts that are kept here: no clause told of them ends in
// a preposition that its verb does not take, and none says a word twice in a row.
func TestNothingIsStranded(t *testing.T) {
	posts := slices.Collect(func(yield func(string) bool) {
		for post := range sentences(t, "en") {
			if !yield(post) {
				return
			}
		}
	})
	files, err := filepath.Glob("gist/testdata/written/en/m*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no file of posts: %v", err)
	}
	for _, file := range files {
		posts = append(posts, texts(t, file)...)
	}
	ends := strings.Fields("in on off up down out over through of for to with at from by about into than as onto without under against the a your our and or")
	for _, post := range posts {
		g := grievance.Understand("en", post)
		for _, clause := range []string{g.Issue, g.Also} {
			words := strings.Fields(clause)
			for i := 1; i < len(words); i++ {
				if words[i] == words[i-1] {
					t.Errorf("%q is told as %q", post, clause)
				}
			}
			if n := len(words); n > 1 && slices.Contains(ends, words[n-1]) && !slices.Contains(beforeLast, words[n-2]) {
				t.Errorf("%q is told as %q", post, clause)
			}
		}
	}
}

// texts is the second column of a file.
func texts(t *testing.T, file string) []string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var posts []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if _, post, ok := strings.Cut(lines.Text(), "\t"); ok {
			posts = append(posts, post)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return posts
}
