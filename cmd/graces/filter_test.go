package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Somebody who talks to a filter gets each answer before the next line is
// written.
func TestFiltersAnswerAtOnce(t *testing.T) {
	for _, args := range [][]string{{"classify"}, {"classify", "--authors"}, {"draft"}, {"check"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			questions, in := io.Pipe()
			out, answers := io.Pipe()
			status := make(chan int, 1)
			go func() {
				status <- run(context.Background(), args, questions, answers, io.Discard)
				answers.Close()
			}()
			read := bufio.NewReader(out)
			for i := range 5 {
				_, err := fmt.Fprintf(in, `{"id":"%d","platform":"x","text":"worst service <ever> & more","post":"a","reply":"b"}`+"\n", i)
				must(t, err)
				line, err := read.ReadString('\n')
				must(t, err)
				if want := fmt.Sprintf(`{"id":"%d",`, i); !strings.HasPrefix(line, want) || strings.Contains(line, `\u003c`) {
					t.Fatalf("got %s, want %s… with < as it is", line, want)
				}
			}
			in.Close()
			if got := <-status; got != exitOK {
				t.Errorf("status %d", got)
			}
		})
	}
}

// Two replays of one file on one instance: each post is new in one of them.
func TestTwoReplaysAtOnce(t *testing.T) {
	const n = 200
	dir := t.TempDir()
	file := filepath.Join(dir, "posts.jsonl")
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, `{"id":"%d","platform":"x","text":"Day %d and STILL no parcel. Nobody answers."}`+"\n", i, i)
	}
	must(t, os.WriteFile(file, []byte(text.String()), 0o600))
	must(t, replayed(t, dir, nil)) // both find a migrated database
	sums, errs := make([]replaySum, 2), make(chan error, 2)
	for i := range sums {
		go func() { errs <- replayed(t, dir, &sums[i], file) }()
	}
	must(t, <-errs)
	must(t, <-errs)
	var all replaySum
	for _, s := range sums {
		if s.Read != n || s.New+s.Duplicates != n {
			t.Errorf("%+v: read is not new and duplicates", s)
		}
		all.New += s.New
		all.Cases += s.Cases
		all.Drafts += s.Drafts
	}
	if all.New != n || all.Cases != n || all.Drafts == 0 || all.Drafts > n {
		t.Errorf("together %+v, want %d new, each a case", all, n)
	}
}

// replayed replays a file into a data folder; without one it migrates that.
func replayed(t *testing.T, dir string, sum *replaySum, file ...string) error {
	args := append([]string{"replay"}, file...)
	if sum == nil {
		args = []string{"migrate"}
	}
	var out, errs strings.Builder
	if status := run(t.Context(), append(args, "--data", filepath.Join(dir, "d")), strings.NewReader(""), &out, &errs); status != exitOK {
		return fmt.Errorf("status %d: %s", status, errs.String())
	}
	if sum == nil {
		return nil
	}
	return json.Unmarshal([]byte(out.String()), sum)
}

// Bytes that are not UTF-8 and lone surrogates become U+FFFD one by one, in JSON
// and in CSV; evidence counts in bytes of that.
func TestEvidenceOfBrokenText(t *testing.T) {
	want := "\uFFFD\uFFFD STILL broken, the worst service ever, nobody answers"
	inputs := map[string]string{
		"jsonl": `{"id":"1","text":"\ud800` + "\xff" + ` STILL broken, the worst service ever, nobody answers"}`,
		"csv":   "id,text\n1,\"\xfe\xff STILL broken, the worst service ever, nobody answers\"",
	}
	for format, in := range inputs {
		var out, errs strings.Builder
		if status := run(t.Context(), []string{"classify", "--format", format}, strings.NewReader(in), &out, &errs); status != exitOK {
			t.Fatalf("%s: status %d: %s", format, status, errs.String())
		}
		var v struct {
			Evidence []struct {
				Start, End int
				Text       string
			}
		}
		must(t, json.Unmarshal([]byte(out.String()), &v))
		if len(v.Evidence) == 0 {
			t.Errorf("%s: no evidence", format)
		}
		for _, e := range v.Evidence {
			if want[e.Start:e.End] != e.Text {
				t.Errorf("%s: bytes %d to %d are %q, not %q", format, e.Start, e.End, want[e.Start:e.End], e.Text)
			}
		}
	}
}
