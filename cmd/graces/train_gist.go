package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"goodgraces/responder/grievance"
	"goodgraces/responder/grievance/gist"
)

// How many posts are taken of those that are less like posts to a company, and
// how much each weighs: customers' questions of each intent, and comments of
// people to each other.
const (
	perIntent, comments = 20, 1500
	lessLike            = 0.5
)

// trainGist fits the model of what posts are about to the labelled posts of a
// folder: written/LANGUAGE/*.tsv, each of one writer (classes, a tab, the post),
// and, where the folder of labelled posts is given, those of its complaints that
// labels.tsv names, customers' questions by intents.tsv, and comments; each must
// be there.
func trainGist(folder, data string, progress io.Writer) ([]byte, error) {
	rows, err := writtenPosts(folder)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, &usageError{fmt.Errorf("--gist %s: there is no written/LANGUAGE/*.tsv", folder)}
	}
	if data != "" {
		more, err := labelledPosts(folder, data)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	fmt.Fprintf(progress, "%d posts\n", len(rows))
	fmt.Fprint(progress, unseenWriters(rows))
	return gist.Fit(rows).Bytes(), nil
}

func writtenPosts(folder string) ([]gist.Row, error) {
	files, err := filepath.Glob(filepath.Join(folder, "written", "*", "*.tsv"))
	if err != nil {
		return nil, fmt.Errorf("train: %s: %w", folder, err)
	}
	var rows []gist.Row
	for _, file := range files {
		set, language := strings.TrimSuffix(filepath.Base(file), ".tsv"), filepath.Base(filepath.Dir(file))
		err := eachPair(file, func(classes, post string) {
			rows = append(rows, rowOf(set, language, post, classes, 1))
		})
		if err != nil {
			return nil, err
		}
	}
	return rows, nil
}

func rowOf(set, language, post, classes string, weight float32) gist.Row {
	row := gist.Read(grievance.AsGist(language, post))
	row.Set, row.Classes, row.Weight = set, strings.Split(classes, "+"), weight
	return row
}

// eachPair reads a file of lines with a tab in each.
func eachPair(file string, each func(a, b string)) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("train: %w", err)
	}
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		a, b, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || a == "" || b == "" {
			return fmt.Errorf("train: %s: line %d: want two fields with a tab between them", file, n)
		}
		each(a, b)
	}
	return nil
}

func pairs(file string) (map[string]string, error) {
	of := map[string]string{}
	return of, eachPair(file, func(key, classes string) { of[key] = classes })
}

// labelledPosts takes from the folder of labelled posts what the labels name.
func labelledPosts(folder, data string) ([]gist.Row, error) {
	labels, err := pairs(filepath.Join(folder, "labels.tsv"))
	if err != nil {
		return nil, err
	}
	intents, err := pairs(filepath.Join(folder, "intents.tsv"))
	if err != nil {
		return nil, err
	}
	var rows []gist.Row
	seen := map[string]int{}
	for _, source := range []struct {
		set     string
		weight  float32
		classes func(labelled) string // "" leaves it out
	}{
		{"complaints", 1, func(l labelled) string { return labels[l.ID] }},
		{"banking77", lessLike, func(l labelled) string {
			if seen[l.Intent]++; seen[l.Intent] > perIntent {
				return ""
			}
			return intents[l.Intent]
		}},
		{"goemotions", lessLike, func(labelled) string {
			if seen["comments"]++; seen["comments"] > comments {
				return ""
			}
			return "chat"
		}},
	} {
		err := eachLabelled(filepath.Join(data, source.set, "train.jsonl"), func(l labelled) {
			if classes := source.classes(l); classes != "" {
				rows = append(rows, rowOf(source.set, "en", l.Text, classes, source.weight))
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return rows, nil
}

type labelled struct {
	ID, Text, Intent string
}

func eachLabelled(file string, each func(labelled)) error {
	f, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("train: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var l labelled
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return fmt.Errorf("train: %s: line %d: %w", file, n, err)
		}
		each(l)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("train: %s: %w", file, err)
	}
	return nil
}

// unseenWriters says how a model that has read all writers but one reads that
// one's posts about a trouble.
func unseenWriters(rows []gist.Row) string {
	set := rows[len(rows)/2].Set
	var said, right, all int
	for _, t := range gist.Try(rows, set) {
		if !grievance.IsTrouble(t.Row.Classes[0]) {
			continue
		}
		all++
		if class, odds := t.Reading.Best(t.Reading.Some(grievance.IsTrouble)); odds >= grievance.Believed {
			said++
			if slices.Contains(t.Row.Classes, class) {
				right++
			}
		}
	}
	return fmt.Sprintf("on %d posts of a writer not seen, %s: the trouble is told of %d, of %d rightly\n", all, set, said, right)
}
