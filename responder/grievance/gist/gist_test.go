package gist_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"goodgraces/responder/grievance/gist"
)

func post(text string) gist.Post { return gist.Post{Words: strings.Fields(text)} }

// rows are posts of four writers about three things.
func rows() []gist.Row {
	var all []gist.Row
	for i := range 40 {
		thing := []string{"parcel", "sofa", "kettle", "jacket", "lamp", "phone", "coat", "bike"}[i%8]
		for _, of := range []struct{ class, text string }{
			{"late", "where is my %s it was due on monday %d"},
			{"broken", "my %s broke after %d days"},
			{"praise", "love my new %s thanks %d"},
		} {
			row := gist.Read(post(fmt.Sprintf(of.text, thing, i)))
			row.Set, row.Classes, row.Weight = fmt.Sprint("writer", i%4), []string{of.class}, 1
			all = append(all, row)
		}
	}
	return all
}

func every(string) bool { return true }
func none(string) bool  { return false }

func TestFit(t *testing.T) {
	tried := gist.Try(rows(), "writer1")
	if len(tried) != 30 {
		t.Fatalf("%d rows were tried, want 30", len(tried))
	}
	for _, r := range tried {
		if class, odds := r.Reading.Best(r.Reading.Some(every)); class != r.Row.Classes[0] || odds < 0.5 {
			t.Errorf("%v was read as %s, %.2f, before its writer was seen", r.Row.Classes, class, odds)
		}
	}
}

func TestNothingToTryWith(t *testing.T) {
	alone := slices.DeleteFunc(rows(), func(r gist.Row) bool { return r.Set != "writer1" })
	if tried := gist.Try(alone, "writer1"); len(tried) != 0 {
		t.Errorf("%d rows were read by a model of nothing", len(tried))
	}
}

func TestFitsTheSame(t *testing.T) {
	if a, b := gist.Fit(rows()), gist.Fit(rows()); !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the same posts make another model")
	}
}

func TestReading(t *testing.T) {
	m := gist.Fit(rows())
	late := m.Of(post("where is my rug it was due today"))
	if class, _ := late.Best(late.Some(every)); class != "late" {
		t.Errorf("read as %s", class)
	}
	if class, odds := late.Best(late.Some(func(c string) bool { return c == "praise" })); class != "praise" || odds != 1 {
		t.Errorf("among praise alone: %s, %.2f", class, odds)
	}
	if class, odds := late.Best(late.Some(none)); class != "" || odds != 0 {
		t.Errorf("among nothing: %s, %.2f", class, odds)
	}
	if sum := late.Sum(late.Some(every)); sum < 0.999 || sum > 1.001 {
		t.Errorf("all classes are %.3f likely", sum)
	}
	again, thanks := m.Of(post("my rug was due today where is it")), m.Of(post("lovely rug thank you"))
	if near, far := late.Alike(again, late.Some(every)), late.Alike(thanks, late.Some(every)); near < 0.5 || far > near/2 {
		t.Errorf("two that are late are alike by %.2f, late and praise by %.2f", near, far)
	}
	if alike := late.Alike(again, late.Some(none)); alike != 0 {
		t.Errorf("alike among nothing: %.2f", alike)
	}
}

func TestLoad(t *testing.T) {
	m := gist.Fit(rows())
	same, err := gist.Load(m.Bytes())
	if err != nil || !bytes.Equal(same.Bytes(), m.Bytes()) {
		t.Fatal("a model is another once it was written and read:", err)
	}
	for name, file := range map[string][]byte{
		"empty": nil, "no JSON": []byte("x\n"), "no tables": []byte(`{"Version":1,"Classes":["a"],"Scale":1}` + "\n"), "cut short": m.Bytes()[:1000],
		"another version": bytes.Replace(m.Bytes(), []byte(`"Version":1`), []byte(`"Version":9`), 1),
	} {
		if _, err := gist.Load(file); err == nil || !strings.Contains(err.Error(), "graces train --gist") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestShipped holds what ships to the size that it may have.
func TestShipped(t *testing.T) {
	if n := len(gist.Shipped().Bytes()); n > 6<<20 {
		t.Errorf("the model has %d bytes", n)
	}
}

func TestReadOddWords(t *testing.T) {
	for _, words := range [][]string{nil, {""}, {"\xff"}, {strings.Repeat("a", 10_000)}} {
		r := gist.Shipped().Of(gist.Post{Words: words})
		if sum := r.Sum(r.Some(every)); !(sum > 0.999 && sum < 1.001) {
			t.Errorf("%d odd words: all classes are %f likely", len(words), sum)
		}
	}
}

func TestKinStandsOnce(t *testing.T) {
	if a, b := gist.Kin("hoodie"), gist.Kin("jeans"); a == "" || a != b {
		t.Errorf("a hoodie is of %q, jeans of %q", a, b)
	}
	if group := gist.Kin("the"); group != "" {
		t.Errorf("a small word is of %q", group)
	}
}

// A phrase is known in any form and with words between, but not across the end of
// a sentence.
func TestPhrases(t *testing.T) {
	for _, c := range []struct {
		text, class string
		want        bool
	}{
		{"the zip split on day one", "fell_apart", true},
		{"her zip always splits", "fell_apart", true},
		{"my zip has clean split", "fell_apart", true},
		{"lost the zip . split it", "fell_apart", false},
		{"zip and bag and lining split", "fell_apart", false},
		{"split the zip", "fell_apart", false},
		{"no attempt whatsoever made", "order_no_knock", true},
		{"no attempt whatsoever made", "fell_apart", false},
		{"", "fell_apart", false},
	} {
		if got := gist.Said(strings.Fields(c.text), c.class); got != c.want {
			t.Errorf("%q says something of %s: %v, want %v", c.text, c.class, got, c.want)
		}
	}
}
