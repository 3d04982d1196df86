package features

import (
	"testing"

	"goodgraces/classifier/lexicon"
)

func TestAsksUnmarked(t *testing.T) {
	x, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	post := New(x)
	for text, want := range map[string]bool{
		"@shop can i pause my subscription for a month":              true,
		"hi @shop do vouchers expire after a year":                   true,
		"@shop does the new card work abroad":                        true,
		"what time do you close on sundays @shop":                    true,
		"@shop is there a way to undo a delete":                      true,
		"anyone know when the @shop sale starts":                     true,
		"@shop when are the blue pans back":                          true,
		"@shop can i pause my subscription?":                         false, // it has its mark
		"@shop is the worst":                                         false,
		"@shop are useless":                                          false,
		"@shop can do better":                                        false,
		"@shop does not deliver on time":                             false,
		"@shop do your job for once and deliver":                     false,
		"@shop do better":                                            false,
		"@shop can you not read":                                     false,
		"@shop are you serious right now":                            false,
		"@shop are you kidding me":                                   false,
		"@shop \"are you still listening\" mind your business":       false,
		"@shop does nobody there ever pick up the phone and take it": false,
		"@shop how can you lose a sofa":                              false,
		"":                                                           false,
		"@shop can":                                                  false,
	} {
		post.Read(text)
		if got := post.AsksUnmarked(); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
