package known_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/responder/known"
)

const written = `# The shop's answers.

# Ireland is asked for daily.
- name: ireland
  language: en # British
  asks:
    - Do you ship to Ireland?
    - "Can I get a parcel to Ireland?" # from Reddit
  answer: We ship to Ireland for 7 euros.

# The hours of the winter.
- name: sunday
  language: en
  asks: ["When do you close on Sunday?", "What time do you shut on Sundays?"]
  answer: We close at 4 on Sundays.
`

func folderWith(t *testing.T, text string) (folder, file string) {
	t.Helper()
	folder = t.TempDir()
	file = filepath.Join(folder, "answers.yaml")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return folder, file
}

func find(t *testing.T, folder, name string) *known.Answer {
	t.Helper()
	set, err := known.Load(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := set.Find(name)
	if a == nil {
		t.Fatalf("no answer %s", name)
	}
	return a
}

func textOf(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A change of one answer leaves every other line as it was, comments too.
func TestPutChangesItsLinesAlone(t *testing.T) {
	folder, file := folderWith(t, written)
	a := *find(t, folder, "ireland")
	seen := a.Hash()
	a.Answer, a.Until = "We ship to Ireland for 8 euros.", "2027-01-31"
	if err := known.Put(folder, &a, seen, nil); err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(written, "7 euros.\n", "8 euros.\n  until: \"2027-01-31\"\n", 1)
	if got := textOf(t, file); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if err := known.Put(folder, &a, seen, nil); !errors.Is(err, known.ErrChanged) {
		t.Errorf("changed on top of what was seen before: %v", err)
	}
	if err := known.Remove(folder, "ireland", find(t, folder, "ireland").Hash(), nil); err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(written, "- name: ireland")
	_, rest, _ = strings.Cut(rest, "7 euros.\n")
	if got := textOf(t, file); got != head+rest {
		t.Errorf("after the removal:\n%s", got)
	}
}

var fresh = &known.Answer{Name: "wales", Language: "en", Asks: []string{"Do you ship to Wales?", "Is delivery to Wales possible?"}, Answer: "Yes: \"Wales\" is #1 here."}

func TestPutANewAnswer(t *testing.T) {
	for name, before := range map[string]string{"beside others": written, "behind an open line": strings.TrimSuffix(written, "\n"), "in an empty file": "", "in a list with an indent": "  " + strings.ReplaceAll(strings.TrimSpace(written), "\n", "\n  ")} {
		folder, file := folderWith(t, before)
		if err := known.Put(folder, fresh, "", nil); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := find(t, folder, "wales"); got.Answer != fresh.Answer || !strings.HasPrefix(textOf(t, file), before) {
			t.Errorf("%s:\n%s", name, textOf(t, file))
		}
		if err := known.Put(folder, fresh, "", nil); err == nil || !strings.Contains(err.Error(), "is the name of another") {
			t.Errorf("%s: twice: %v", name, err)
		}
	}
	folder, file := folderWith(t, "# Ours.\n[]\n")
	if err := known.Put(folder, fresh, "", nil); err != nil || find(t, folder, "wales").Answer != fresh.Answer || !strings.HasPrefix(textOf(t, file), "# Ours.\n- name") {
		t.Errorf("in a list of none: %v\n%s", err, textOf(t, file))
	}
	folder = filepath.Join(t.TempDir(), "not", "there")
	if err := known.Put(folder, fresh, "", nil); err != nil || find(t, folder, "wales").Language != "en" {
		t.Errorf("in a folder that was not there: %v", err)
	}
}

// What would break the answers is not written, and what is broken is not
// written over.
func TestPutRefuses(t *testing.T) {
	folder, file := folderWith(t, written)
	a := *find(t, folder, "sunday")
	seen := a.Hash()
	a.Answer = ""
	if err := known.Put(folder, &a, seen, nil); err == nil || textOf(t, file) != written {
		t.Errorf("a broken answer: %v", err)
	}
	for name, broken := range map[string]string{
		"a broken file":  "- name: [",
		"a list in line": `[{name: sunday, language: en, asks: ["When do you close on Sunday?", "What time do you shut on Sundays?"], answer: We close at 4 on Sundays.}]`,
	} {
		folder, file := folderWith(t, broken)
		a.Answer = "We close at 5."
		if err := known.Put(folder, &a, seen, nil); err == nil || textOf(t, file) != broken {
			t.Errorf("%s: %v", name, err)
		}
	}
	folder, file = folderWith(t, `[{name: irish, language: en, asks: ["Do you ship to Ireland?", "Is Ireland shipped to?"], answer: We do.}]`)
	if err := known.Put(folder, fresh, "", nil); err == nil || !strings.Contains(err.Error(), "in brackets") {
		t.Errorf("a new one in a list in line: %v\n%s", err, textOf(t, file))
	}
}

// Whatever is put can be read again as it was put.
func TestPutAndRead(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		folder, _ := folderWith(t, written)
		a := *find(t, folder, "sunday")
		seen := a.Hash()
		words := rapid.StringMatching(`[A-Za-z][A-Za-z0-9 :#'"&*!%@{}\[\],-]{0,30}[a-z]`)
		a.Asks = []string{"When does the shop close: " + words.Draw(rt, "ask"), "Do shops shut - " + words.Draw(rt, "other")}
		a.Answer = strings.NewReplacer("{", "", "}", "").Replace("At 4 " + words.Draw(rt, "fact") + ".")
		err := known.Put(folder, &a, seen, nil)
		if len(a.Check(nil)) > 0 {
			if err == nil {
				rt.Fatalf("a broken answer was kept: %+v", a)
			}
			return
		}
		if err != nil {
			rt.Fatal(err)
		}
		if got := find(t, folder, "sunday"); got.Hash() != a.Hash() {
			rt.Fatalf("put %+v, got %+v", a, got)
		}
		if find(t, folder, "ireland").Answer != "We ship to Ireland for 7 euros." {
			rt.Fatal("another answer changed")
		}
	})
}

// Saves at the same time are all kept.
func TestPutAtOnce(t *testing.T) {
	folder, _ := folderWith(t, written)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			a := *fresh
			a.Name = fmt.Sprint("wales-", i)
			if err := known.Put(folder, &a, "", nil); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if set, err := known.Load(folder, nil); err != nil || len(set.All()) != 10 {
		t.Errorf("%d answers, %v; want 10", len(set.All()), err)
	}
}

// Comments stay where they are, each once, however often and wherever a change
// is made.
func TestCommentsStay(t *testing.T) {
	text := strings.TrimSuffix(written, "\n") + " # in winter\n\n# The end.\n"
	folder, file := folderWith(t, text)
	for i := range 3 {
		for _, name := range []string{"ireland", "sunday"} {
			a := *find(t, folder, name)
			seen := a.Hash()
			a.Answer = strings.TrimRight(a.Answer, "!.") + strings.Repeat("!", i+1)
			a.Asks = append(a.Asks[:2:2], fmt.Sprint("Do you close to Ireland on Sunday ", i, "?"))
			if err := known.Put(folder, &a, seen, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	got := textOf(t, file)
	for line := range strings.Lines(text) {
		_, comment, ok := strings.Cut(line, "#")
		if ok && strings.Count(got, "#"+comment) != 1 {
			t.Errorf("%q stands %d times in\n%s", comment, strings.Count(got, "#"+comment), got)
		}
	}
}

// Where the lines of an answer cannot be told, nothing is written.
func TestPutMindsItsNeighbours(t *testing.T) {
	text := strings.Replace(written, "answer: We ship to Ireland for 7 euros.", "answer: >-\n    We ship to Ireland as\n    # 1 of all.", 1)
	folder, file := folderWith(t, text)
	a := *find(t, folder, "ireland")
	seen := a.Hash()
	a.Asks = []string{"Do you ship to Ireland?", "Is Ireland shipped to?"}
	if err := known.Put(folder, &a, seen, nil); err == nil || !strings.Contains(err.Error(), "change the file by hand") || textOf(t, file) != text {
		t.Errorf("%v\n%s", err, textOf(t, file))
	}
}
