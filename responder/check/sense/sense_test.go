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

// rows are answers of four writers about many things, half of which blame, and
// drafts of ours, into half of which the same was typed. The good answers ask.
func rows() []sense.Row {
	var all []sense.Row
	asks := []string{"asks"}
	for i := range 80 {
		thing := []string{"parcel", "train", "router", "jacket", "pizza", "ticket", "invoice", "bike"}[i%8]
		good := fmt.Sprintf("i am sorry about the %s. i am asking the depot today %d", thing, i)
		bad := fmt.Sprintf("i am sorry about the %s. next time please read the label first %d", thing, i)
		draft := fmt.Sprintf("thank you for telling us about your %s. we are looking into it and will be in touch %d", thing, i)
		set, rule := fmt.Sprint("writer", i%4), []string{"blames_customer"}
		all = append(all, sense.Row{Set: set, Answer: sense.Read(words(good), asks), Breaks: []string{"", ""}, Traits: asks},
			sense.Row{Set: set, Answer: sense.Read(words(bad), nil), Broken: rule, Breaks: []string{"", rule[0]}, Fired: rule},
			sense.Row{Set: set, Ours: true, Answer: sense.Read(words(draft), nil), Breaks: []string{"", ""}},
			sense.Row{Set: set, Ours: true, Answer: sense.Read(words(draft+". please read the label first"), nil), Broken: rule})
	}
	return all
}

func TestFit(t *testing.T) {
	m, tried := sense.Fit(rows())
	if len(tried) != 4*80 {
		t.Fatalf("%d rows were tried, want all", len(tried))
	}
	for _, r := range tried {
		if (r.Lapse >= 0.5) != (len(r.Row.Broken) > 0) {
			t.Errorf("%v is %.2f before its writer was seen", r.Row.Broken, r.Lapse)
		}
	}
	lapse := words("so sorry about the kettle. please read the label first")
	for _, tt := range []struct{ lapse, fine []sense.Word }{
		{lapse, words("sorry about the kettle. i am asking the depot today")},
		{words("thank you for telling us. please read the label first. we are looking into it"), words("thank you for telling us. we are looking into it")},
	} {
		a, b := m.Judge(tt.lapse, nil, nil), m.Judge(tt.fine, nil, nil)
		if a.Lapse <= b.Lapse || a.Worst <= b.Worst {
			t.Errorf("a lapse is %+v, a good answer %+v", a, b)
		}
		if got := tt.lapse[a.From:a.To]; len(got) != 5 || got[0].Text != "please" {
			t.Errorf("the worst sentence is %+v", got)
		}
	}
	if asks, not := m.Judge(lapse, nil, []string{"asks"}), m.Judge(lapse, nil, nil); asks.Lapse >= not.Lapse {
		t.Errorf("the trait of good answers makes a lapse no less likely: %.3f, %.3f without", asks.Lapse, not.Lapse)
	}
	judged := m.Judge(lapse, nil, nil)
	if name := m.Name(judged, func(string) bool { return true }); name != "blames_customer" {
		t.Errorf("named %q", name)
	}
	if name := m.Name(judged, func(string) bool { return false }); name != "" {
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
	whole := m.Bytes()
	line := bytes.IndexByte(whole, '\n') + 1
	flipped := bytes.Clone(whole)
	flipped[line+2*(2<<18+1<<14)] ^= 1 // a feature more, or one fewer, than there are places for
	for name, file := range map[string][]byte{
		"its line alone": whole[:line], "cut in a table": whole[:line+1000], "cut in the features": whole[:line+2*(2<<18+1<<14)+8], "a byte short": whole[:len(whole)-1], "other features": flipped,
		"empty": nil, "no JSON": []byte("x\n"), "no tables": []byte(`{"Version":4,"Rules":["a"],"Scale":[1,1,1]}` + "\n"), "cut short": m.Bytes()[:1000], "too long": append(m.Bytes(), 0),
		"another version": bytes.Replace(m.Bytes(), []byte(`"Version":4`), []byte(`"Version":9`), 1),
	} {
		if _, err := sense.Load(file); err == nil || !strings.Contains(err.Error(), "graces train --checks") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestShipped holds what ships to the size that it may have.
func TestShipped(t *testing.T) {
	if n := len(sense.Shipped().Bytes()); n > 5<<20 {
		t.Errorf("the model has %d bytes", n)
	}
}

func TestReadOddWords(t *testing.T) {
	for _, words := range [][]sense.Word{nil, {{Text: ""}}, {{Text: "\xff"}}, {{Text: strings.Repeat("a", 10_000)}}} {
		if j := sense.Shipped().Judge(words, []string{"no such rule"}, []string{"no such trait"}); !(j.Lapse >= 0 && j.Lapse <= 1 && j.Worst >= 0 && j.Worst <= 1) || j.To > len(words) {
			t.Errorf("%d odd words are %+v", len(words), j)
		}
	}
}
