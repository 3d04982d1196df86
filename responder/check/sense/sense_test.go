package sense_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"goodgraces/responder/check/sense"
)

// words are those of an answer, as package check would give them, without classes.
func words(s string) []sense.Word {
	var words []sense.Word
	for i, sentence := range strings.Split(strings.ToLower(s), ".") {
		for word := range strings.FieldsSeq(sentence) {
			words = append(words, sense.Word{Text: word, Sentence: i})
		}
	}
	return words
}

// rows are answers of four writers about many things, half of which blame.
func rows() []sense.Row {
	var all []sense.Row
	for i := range 80 {
		thing := []string{"parcel", "train", "router", "jacket", "pizza", "ticket", "invoice", "bike"}[i%8]
		good := fmt.Sprintf("i am sorry about the %s. i am asking the depot today %d", thing, i)
		bad := fmt.Sprintf("i am sorry about the %s. next time please read the label first %d", thing, i)
		set := fmt.Sprint("writer", i%4)
		all = append(all, sense.Row{Set: set, Answer: sense.Read(words(good))},
			sense.Row{Set: set, Answer: sense.Read(words(bad)), Broken: []string{"blames_customer"}, Fired: []string{"blames_customer"}})
	}
	return all
}

func TestFit(t *testing.T) {
	m, tried := sense.Fit(rows())
	if len(tried) != 160 {
		t.Fatalf("%d rows were tried, want 160", len(tried))
	}
	for _, r := range tried {
		if (r.Lapse >= 0.5) != (len(r.Row.Broken) > 0) {
			t.Errorf("%v is %.2f before its writer was seen", r.Row.Broken, r.Lapse)
		}
	}
	lapse, fine := words("so sorry about the kettle. please read the label first"), words("sorry about the kettle. i am asking the depot today")
	if a, b := m.Lapse(lapse, nil), m.Lapse(fine, nil); a <= b {
		t.Errorf("a lapse is %.2f, a good answer %.2f", a, b)
	}
	if name := m.Name(lapse, func(string) bool { return true }); name != "blames_customer" {
		t.Errorf("named %q", name)
	}
	if name := m.Name(lapse, func(string) bool { return false }); name != "" {
		t.Errorf("named %q though no rule is allowed", name)
	}
	if again, _ := sense.Fit(rows()); !bytes.Equal(again.Bytes(), m.Bytes()) {
		t.Error("the same answers make another model")
	}
}

func TestLoad(t *testing.T) {
	m, _ := sense.Fit(rows())
	same, err := sense.Load(m.Bytes())
	if err != nil || !bytes.Equal(same.Bytes(), m.Bytes()) {
		t.Fatal("a model is another once it was written and read:", err)
	}
	for name, file := range map[string][]byte{
		"empty": nil, "no JSON": []byte("x\n"), "no tables": []byte(`{"Version":1,"Rules":["a"],"Scale":[1,1,1]}` + "\n"), "cut short": m.Bytes()[:1000],
		"another version": bytes.Replace(m.Bytes(), []byte(`"Version":1`), []byte(`"Version":9`), 1),
	} {
		if _, err := sense.Load(file); err == nil || !strings.Contains(err.Error(), "graces train --checks") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestShipped holds what ships to the size that it may have.
func TestShipped(t *testing.T) {
	if n := len(sense.Shipped().Bytes()); n > 2<<20 {
		t.Errorf("the model has %d bytes", n)
	}
}

func TestReadOddWords(t *testing.T) {
	for _, words := range [][]sense.Word{nil, {{Text: ""}}, {{Text: "\xff"}}, {{Text: strings.Repeat("a", 10_000)}}} {
		if p := sense.Shipped().Lapse(words, []string{"no such rule"}); !(p >= 0 && p <= 1) {
			t.Errorf("%d odd words are %f", len(words), p)
		}
	}
}
