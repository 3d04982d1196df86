package keywords

import "testing"

func TestKeywords(t *testing.T) {
	k := New([]string{"Acme Air", "#acme", "Zürich", "東京", " ", "C++", "straße"})
	tests := []struct {
		text string
		want bool
	}{
		{"I flew ACME AIR today", true},
		{"(acme air)", true},
		{"@Acme Air's desk", true},
		{"acme airline", false},
		{"macacme air", false},
		{"acme  air", false},
		{"go #Acme!", true},
		{"go #acmeair", false},
		{"go x#acme", true}, // the hashtag begins with no letter: nothing to be part of
		{"in ZÜRICH", true},
		{"in Zu\u0308rich", true},
		{"in Zurich", false},
		{"Zürichsee", false},
		{"東京の電車", true},
		{"acme a\u0131r, ACME A\u0130R", true}, // Turkish: i with and without dot
		{"I like c++ a lot", true},
		{"STRASSE", false},
		{"STRAẞE", true},
		{"acme_air", false},
		{"acme airline, but also acme air.", true},
		{"", false},
	}
	for _, tt := range tests {
		if got := k.In(tt.text); got != tt.want {
			t.Errorf("In(%q) = %t", tt.text, got)
		}
	}
	if New(nil).In("x") || New(nil).Prefilter().Maybe([]byte("x")) {
		t.Error("no keywords match something")
	}
}
