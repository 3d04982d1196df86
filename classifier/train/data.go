package train

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"goodgraces/classifier/features"
	"goodgraces/classifier/lexicon"
)

// source says which set a row comes from.
type source uint8

const (
	fromComplaints source = iota
	fromEmotions
	fromEmotionsDev // held back: calibration only
	fromIncivility
	fromBanking
	fromWritten // posts written to be learned from
)

// row is one labelled text.
type row struct {
	source source
	text   string
	fold   int
	marks  map[string]bool // emotions, kind of incivility, "complaint"
	words  []uint32        // buckets of the single words, in the text's order
	grams  vector
	// dense holds the cues, then the sum of the words' vectors, then what the
	// teachers say.
	dense []float32
}

// Post is a labelled text.
type Post struct {
	Text      string
	Complaint bool
}

func (p Post) row() *row {
	return &row{source: fromWritten, text: p.Text, marks: map[string]bool{"complaint": p.Complaint}}
}

// maxText is how much of a long comment is learned from, in bytes.
const maxText = 1000

// read reads the sets whose weights may ship. It knows the folder's layout as
// ../shared/data/README.md gives it.
func read(dir string) ([]*row, error) {
	sets := []struct {
		file string
		from source
	}{
		{"complaints/train.jsonl", fromComplaints},
		{"goemotions/train.jsonl", fromEmotions},
		{"goemotions/dev.jsonl", fromEmotionsDev},
		{"incivility/train.jsonl", fromIncivility},
		{"banking77/train.jsonl", fromBanking},
	}
	var rows []*row
	for _, s := range sets {
		more, err := readFile(filepath.Join(dir, s.file), s.from)
		if err != nil {
			return nil, fmt.Errorf("train: %w", err)
		}
		rows = append(rows, more...)
	}
	return rows, nil
}

// record is a line of any of the sets.
type record struct {
	Text     string          `json:"text"`
	Labels   map[string]bool `json:"labels"`
	Emotions []string        `json:"emotions"`
	Label    string          `json:"label"`
	Intent   string          `json:"intent"`
	Fold     int             `json:"fold"`
}

func readFile(path string, from source) ([]*row, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var rows []*row
	in := bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			var rec record
			if err := json.Unmarshal(line, &rec); err != nil {
				return nil, fmt.Errorf("%s line %d: %w", path, n, err)
			}
			rows = append(rows, newRow(rec, from))
		}
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// unmask gives goemotions' masked names the form that posts have.
var unmask = strings.NewReplacer("[NAME]", "@name", "[RELIGION]", "religion")

func newRow(rec record, from source) *row {
	r := &row{source: from, text: unmask.Replace(rec.Text), fold: rec.Fold, marks: map[string]bool{}}
	if len(r.text) > maxText {
		r.text = r.text[:maxText]
	}
	maps.Copy(r.marks, rec.Labels)
	for _, e := range rec.Emotions {
		r.marks[e] = true
	}
	for _, mark := range []string{rec.Label, rec.Intent} {
		if mark != "" {
			r.marks[mark] = true
		}
	}
	return r
}

// extract fills the rows' features.
func extract(rows []*row, x *lexicon.Lexicon) {
	p := features.New(x)
	for _, r := range rows {
		p.Read(r.text)
		r.grams = newVector(p.Words, p.Chars)
		r.dense = slices.Clone(p.Dense[:])
		for _, w := range p.Words {
			if w < features.Singles {
				r.words = append(r.words, w)
			}
		}
	}
}

// has reports whether a row bears any of the marks.
func (r *row) has(marks ...string) bool {
	for _, m := range marks {
		if r.marks[m] {
			return true
		}
	}
	return false
}
