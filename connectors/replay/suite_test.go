package replay_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest"
	"goodgraces/connectors/replay"
)

func TestConnector(t *testing.T) {
	connectortest.Run(t, connectortest.Harness{Type: replay.Type(), Start: start})
}

func line(t *testing.T, text string, at time.Time) string {
	t.Helper()
	l, err := json.Marshal(care.Mention{ID: text, Text: text, CreatedAt: at})
	if err != nil {
		t.Fatal(err)
	}
	return string(l) + "\n"
}

// start makes a folder that is watched and an outbox.
func start(t *testing.T) *connectortest.Platform {
	folder := t.TempDir()
	file, outbox := filepath.Join(folder, "posts.jsonl"), filepath.Join(t.TempDir(), "outbox.jsonl")
	settings := map[string]any{"watch": folder, "poll": "2ms", "outbox": outbox}
	return &connectortest.Platform{
		Settings: settings,
		Mention:  care.Mention{ID: "1", Platform: "replay", Author: care.Author{Handle: "ann"}},
		Publish: func(_ context.Context, t *testing.T, _ connectors.Connector, texts []string) {
			for _, text := range texts { // as a slow writer does
				l := line(t, text, time.Now())
				write(t, file, l[:len(l)/2])
				write(t, file, l[len(l)/2:])
			}
		},
		Late: func(_ context.Context, t *testing.T, _ connectors.Connector, text string) func() {
			late := line(t, text, time.Now())
			return func() { write(t, filepath.Join(folder, "an earlier name.jsonl"), late) }
		},
		Disturb: func(t *testing.T, _ connectors.Connector) {
			write(t, file, "{\"id\":\n[]\n\xff\xfe\n{\"id\":{}}\n\n{\"id\":\""+strings.Repeat("x", 11<<20)+"\"}\n")
		},
		Standing: func(kind care.SendKind) int {
			f, err := os.Open(outbox)
			if err != nil {
				return 0
			}
			defer f.Close()
			all, err := replay.Entries(f)
			if err != nil {
				t.Error(err)
			}
			n := 0
			for _, e := range all {
				if e.Kind == kind {
					n++
				}
			}
			return n
		},
		RefuseMessages: func() { settings["refuse_messages"] = true },
	}
}
