package desk

import (
	"testing"

	"goodgraces/responder/templates"
	"goodgraces/responder/templates/form"
)

// TestEveryPlaceHasAName holds the form's words to the schema: no place is
// called by its path, no slot goes unexplained, and no word is for what is gone.
func TestEveryPlaceHasAName(t *testing.T) {
	places, slots := map[string]bool{}, map[string]bool{}
	for _, p := range form.Places() {
		places[p.Path] = true
		if templateWords[p.Path].title == "" {
			t.Errorf("%s has no name", p.Path)
		}
	}
	for path := range templateWords {
		if !places[path] {
			t.Errorf("%s is named, and no place", path)
		}
	}
	for _, f := range templates.Fields() {
		for _, slot := range f.Slots {
			slots[slot] = true
			if slotWords[slot] == "" {
				t.Errorf("{%s} of %s is not explained", slot, f.Path)
			}
		}
	}
	for slot := range slotWords {
		if !slots[slot] {
			t.Errorf("{%s} is explained, and no slot", slot)
		}
	}
}

// TestASwitchIsATick shows what is on or off as a tick that can be taken away.
func TestASwitchIsATick(t *testing.T) {
	w := writers(t)
	mia := w.person("mia", RoleManager)
	has(t, mia.get("/templates/praise-en"), `name="parts.thanks.moments" value="true" checked> Take up what they tell`)
	off := mia.post("/templates/praise-en", w.sheetOf("praise-en", "save", "parts.thanks.moments"))
	has(t, off, "Version 1 is saved as a draft.", `name="parts.thanks.moments" value="true"> Take up what they tell`)
}
