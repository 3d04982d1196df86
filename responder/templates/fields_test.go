package templates

import (
	"slices"
	"testing"
)

func TestFields(t *testing.T) {
	fields := map[string]Field{}
	for _, f := range Fields() {
		fields[f.Path] = f
	}
	if f := fields["parts.route.otherwise"]; !slices.Equal(f.Must, []string{"route"}) || f.Optional || f.Least < 4 || !slices.Contains(f.Slots, "brand") {
		t.Errorf("%+v", f)
	}
	if f, ok := fields["parts.paraphrase.topics."+AnyKey]; !ok || !slices.Contains(f.Slots, "brand") {
		t.Errorf("by topic: %+v", f)
	}
}
