package replay_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/replay"
)

func TestCheck(t *testing.T) {
	folder := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good, outbox := put("a.jsonl", `{"id":"1","text":"late again"}`+"\n"), put("outbox.txt", `{"key":"k","kind":"public"}`+"\n")
	for name, tt := range map[string]struct {
		settings map[string]any
		want     string // a part of what is said
	}{
		"a file":           {map[string]any{"path": good}, "ok path: a.jsonl can be read, and its first post makes sense"},
		"CSV":              {map[string]any{"path": put("b.csv", "id,text\n1,late\n")}, "ok path: b.csv"},
		"no file":          {map[string]any{"path": good + "x"}, "FAIL path: open "},
		"no posts":         {map[string]any{"path": put("c.jsonl", "hello\n")}, "lacks path: c.jsonl can be read, but its line 1: "},
		"an empty file":    {map[string]any{"path": put("d.jsonl", "")}, "lacks path: d.jsonl can be read, and is empty"},
		"a folder":         {map[string]any{"watch": folder}, "ok watch: a.jsonl"},
		"an empty folder":  {map[string]any{"watch": t.TempDir()}, "ok watch: "},
		"no folder":        {map[string]any{"watch": folder + "x"}, "FAIL watch: open "},
		"an outbox":        {map[string]any{"path": good, "outbox": outbox}, "can be written, and holds 1 of our answers"},
		"no outbox yet":    {map[string]any{"path": good, "outbox": filepath.Join(folder, "new.jsonl")}, "new.jsonl is made with the first answer"},
		"nowhere to write": {map[string]any{"path": good, "outbox": filepath.Join(folder, "none", "out.jsonl")}, "FAIL outbox: open "},
	} {
		set, err := replay.Type().Spec.Decode(tt.settings)
		if err != nil {
			t.Fatal(err)
		}
		c, err := replay.New("archive", set, connectors.Env{DataDir: t.TempDir(), Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, f := range c.(connectors.Checker).Check(t.Context()) {
			said += string(f.State) + " " + f.Step + ": " + f.Note + "\n"
		}
		if !strings.Contains(said, tt.want) {
			t.Errorf("%s: it says\n%swant %q", name, said, tt.want)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "new.jsonl")); err == nil {
		t.Error("the check made the outbox")
	}
}
