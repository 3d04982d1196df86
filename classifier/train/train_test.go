package train

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
	"goodgraces/classifier/model"
)

// folder writes a tiny data folder of invented rows, n of each kind.
func folder(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	var complaints, emotions, incivility, banking strings.Builder
	things := []string{"parcel", "bag", "router", "kettle", "flight", "invoice", "sofa", "phone"}
	for i := range n {
		thing := things[i%len(things)]
		fmt.Fprintf(&complaints, `{"id":"c%d","text":"@shop my %s never arrived and nobody answers %d","labels":{"complaint":true},"domain":"retail","fold":%d}`+"\n", i, thing, i, i%5)
		fmt.Fprintf(&complaints, `{"id":"n%d","text":"@shop what a nice %s to look at %d","labels":{"complaint":false},"domain":"retail","fold":%d}`+"\n", i, thing, i, i%5)
		for k, e := range []string{"anger", "annoyance", "admiration", "gratitude", "sadness", "disapproval", "joy", "curiosity", "neutral", "disgust"} {
			fmt.Fprintf(&emotions, `{"id":"e%d-%d","text":"a comment of %s about the %s","emotions":[%q]}`+"\n", i, k, e, thing, e)
		}
		fmt.Fprintf(&incivility, `{"id":"i%d","text":"the %s driver is fine","label":"None"}`+"\n", i, thing)
		fmt.Fprintf(&incivility, `{"id":"j%d","text":"you fool, the %s again","label":%q}`+"\n", i, thing, []string{"Mocking", "Insulting", "Impatience"}[i%3])
		fmt.Fprintf(&banking, `{"text":"how do I order a %s?","intent":"x"}`+"\n", thing)
	}
	for file, text := range map[string]string{
		"complaints/train.jsonl": complaints.String(), "goemotions/train.jsonl": emotions.String(),
		"goemotions/dev.jsonl": emotions.String(), "incivility/train.jsonl": incivility.String(), "banking77/train.jsonl": banking.String(),
	} {
		path := filepath.Join(dir, file)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestRun: twice the same data make the same model, and it has learned from them.
func TestRun(t *testing.T) {
	dir := folder(t, 80)
	first, again := trained(t, dir, leaks()), trained(t, dir, leaks())
	if !bytes.Equal(first, again) {
		t.Error("two runs on the same data differ")
	}
	said := complaint(t, first)
	if yes, no := said("@shop my desk never arrived and nobody answers"), said("@shop what a nice desk to look at"); yes < 0.7 || no > 0.3 {
		t.Errorf("complaint %.2f, no complaint %.2f", yes, no)
	}
	// What the labelled posts do not know is learned from written ones.
	const leak = "the flask leaks again"
	if before, after := complaint(t, trained(t, dir, nil))(leak), said(leak); after < before+0.1 {
		t.Errorf("a leak is a complaint at %.2f without written posts, %.2f with them", before, after)
	}
}

// TestTrainTogether trains on next to nothing: the race detector, which takes
// ten times as long, watches what goroutines share.
func TestTrainTogether(t *testing.T) {
	said := complaint(t, trained(t, folder(t, 8), nil))
	if yes, no := said("@shop my bag never arrived and nobody answers"), said("@shop what a nice bag to look at"); yes <= no {
		t.Errorf("complaint %.2f, no complaint %.2f", yes, no)
	}
}

// leaks are written posts about what the labelled ones do not know.
func leaks() []Post {
	var written []Post
	for thing := range strings.FieldsSeq("jug tap hose boiler mug tank valve roof boat shoe") {
		for when := range strings.FieldsSeq("again today daily already now") {
			written = append(written, Post{Text: "the " + thing + " leaks " + when, Complaint: true}, Post{Text: "the " + thing + " arrived " + when})
		}
	}
	return written
}

// trained is the file of a model.
func trained(t *testing.T, dir string, written []Post) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Run(dir, written, &out, func(string) {}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// complaint says how likely a text is one, by the model in a file.
func complaint(t *testing.T, file []byte) func(text string) float64 {
	t.Helper()
	m, err := model.Load(file)
	if err != nil {
		t.Fatal(err)
	}
	x, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	p := features.New(x)
	return func(text string) float64 {
		p.Read(text)
		s := m.Score(p)
		return s.Prob(model.HeadComplaint)
	}
}

func TestRunNamesWhatIsMissing(t *testing.T) {
	err := Run(t.TempDir(), nil, &bytes.Buffer{}, func(string) {})
	if err == nil || !strings.Contains(err.Error(), "complaints/train.jsonl") {
		t.Errorf("error: %v", err)
	}
	dir := folder(t, 80)
	if err := os.WriteFile(filepath.Join(dir, "banking77/train.jsonl"), []byte("{\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Run(dir, nil, &bytes.Buffer{}, func(string) {}); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("error: %v", err)
	}
}
