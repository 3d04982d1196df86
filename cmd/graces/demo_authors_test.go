package main

import (
	"bytes"
	"testing"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/connectors/replay/posts"
)

// The demo's baiter and its clinger are known for what they are before their
// eighth post, and get a closing line before they get silence.
func TestTheDemoKnowsItsVampires(t *testing.T) {
	c, err := classifier.Default(classifier.Policy{Brand: []string{"larkspur", "larkspurhelp"}})
	must(t, err)
	kinds := map[string]care.VampireKind{"ragingroy_77": care.KindBaiter, "petalfan_moira": care.KindClinger}
	seen := map[string][]care.Standing{}
	profiles := map[string]*care.Profile{}
	for item, err := range posts.NewReader(bytes.NewReader(demoPosts), posts.JSONL).All() {
		must(t, err)
		handle := item.Author.Handle
		if kinds[handle] == "" {
			continue
		}
		if profiles[handle] == nil {
			profiles[handle] = &care.Profile{Key: item.AuthorKey()}
		}
		seen[handle] = append(seen[handle], *c.Assess(&item, profiles[handle]).Standing)
	}
	for handle, kind := range kinds {
		first, closing, silence := 0, 0, 0
		for i, s := range seen[handle] {
			if s.Kind == kind && first == 0 {
				first = i + 1
			}
			if s.Stance == care.StanceClose && closing == 0 {
				closing = i + 1
			}
			if s.Stance == care.StanceSilence && silence == 0 {
				silence = i + 1
			}
		}
		if first == 0 || first >= 8 || closing == 0 || silence > 0 && silence < closing {
			t.Errorf("%s of %d posts: %s from post %d, closed at %d, silenced at %d", handle, len(seen[handle]), kind, first, closing, silence)
		}
	}
}
