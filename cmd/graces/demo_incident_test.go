package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"goodgraces/care"
	"goodgraces/connectors/replay/posts"
	"goodgraces/store"
)

// The demo's day has one pile-on, under a doorbell video, and two customers
// caught in it whose parcels fared as badly.
func TestTheDemoHasOnePileOn(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "day.jsonl")
	must(t, os.WriteFile(file, demoPosts, 0o600))
	config := filepath.Join(dir, "graces.yaml")
	must(t, os.WriteFile(config, []byte("brand: {name: Larkspur, handles: [larkspur, larkspurhelp]}\nclassifier: {languages: [en, es, de]}\n"), 0o600))
	out, errs := new(bytes.Buffer), new(bytes.Buffer)
	if code := run(t.Context(), []string{"replay", file, "--config", config, "--data", dir}, bytes.NewReader(nil), out, errs); code != 0 {
		t.Fatalf("exit %d: %s", code, errs)
	}
	var sum replaySum
	must(t, json.Unmarshal(out.Bytes(), &sum))
	st, err := store.Open(t.Context(), filepath.Join(dir, "graces.db"))
	must(t, err)
	defer st.Close()
	all, err := st.Incidents(t.Context(), store.IncidentFilter{})
	must(t, err)
	if len(all) != 1 || all[0].Posts < 15 || all[0].Lead == "" {
		t.Fatalf("%d incidents: %+v; %+v", len(all), all, sum)
	}
	own, err := st.OwnCases(t.Context(), all[0].ID, 0)
	must(t, err)
	caught := map[string]bool{}
	for _, row := range own {
		caught[row.Mention.Author.Handle] = row.Case.State == care.StateDrafted
	}
	if !caught["callum_mcvey"] || !caught["ruthanne_cole"] {
		t.Errorf("the customers caught in it are not answered one by one: %v", caught)
	}
	n := 0
	for range posts.NewReader(bytes.NewReader(demoPosts), posts.JSONL).All() {
		n++
	}
	if sum.New != n {
		t.Errorf("%d of %d posts stored", sum.New, n)
	}
}
