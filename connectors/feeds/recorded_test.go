package feeds_test

import (
	"context"
	"maps"
	"net/http"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest/recorded"
	"goodgraces/connectors/feeds"
)

// One blog in three formats, as a generator writes them and a server serves
// them: two entries, then nothing new, then one more and one that was edited.
func TestRecordedFeeds(t *testing.T) {
	blog := recorded.Serve(t, "testdata/recorded/eleventy.jsonl", "https://none.example")
	set, err := feeds.Type().Spec.Decode(map[string]any{
		"urls":     []any{blog.URL + "/feed.atom", blog.URL + "/feed.rss", blog.URL + "/feed.json"},
		"keywords": []any{"nordair"}, "every": "5ms",
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := feeds.New("blogs", set, connectors.Env{Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	var got []care.Mention
	_ = c.(connectors.Source).Read(ctx, "", func(_ context.Context, b connectors.Batch) error {
		got = append(got, b.Mentions...)
		if len(got) >= 9 {
			cancel()
		}
		return nil
	})
	const lost, again = "https://blog.example/1/", "https://blog.example/3/"
	texts := map[string]int{}
	for _, m := range got {
		if m.Author.Name != "Mira" || m.URL != m.ID || m.Lang != "en" {
			t.Errorf("%+v", m)
		}
		texts[m.ID+" "+m.Text]++
		if edited := strings.Contains(m.Text, "Never ever"); edited == m.EditedAt.IsZero() {
			t.Errorf("edited at %v: %s", m.EditedAt, m.Text)
		}
	}
	want := map[string]int{ // once for each format
		lost + " Nordair lost my suitcase\n\nFour days without my suitcase & the hotline of Nordair hangs up on me. Never again.":      3,
		lost + " Nordair lost my suitcase\n\nFour days without my suitcase & the hotline of Nordair hangs up on me. Never ever again.": 3,
		again + " 怒り — Nordair, again\n\nNordair cancelled my flight to 東京 and nobody answers. I want my money back!":                  3,
	}
	if !maps.Equal(texts, want) {
		t.Errorf("read %v", texts)
	}
}
