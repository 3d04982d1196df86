package desk

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/responder/templates/form"
)

func shown(bits []bit) string {
	var b strings.Builder
	for _, x := range bits {
		switch x.Kind {
		case "ins":
			fmt.Fprintf(&b, "{+%s+}", x.Text)
		case "del":
			fmt.Fprintf(&b, "[-%s-]", x.Text)
		default:
			b.WriteString(x.Text)
		}
	}
	return b.String()
}

func TestCompareWords(t *testing.T) {
	for _, c := range []struct{ old, now, want string }{
		{"", "", ""},
		{"I'm sorry.", "I'm sorry.", "I'm sorry."},
		{"I'm so sorry.", "I'm sorry.", "I'm [-so -]sorry."},
		{"We are looking into it.", "I'm looking into it now.", "[-We are -]{+I'm +}looking into [-it.-]{+it now.+}"},
		{"", "New.", "{+New.+}"},
		{"Gone.", "", "[-Gone.-]"},
	} {
		if got := shown(compareWords(c.old, c.now)); got != c.want {
			t.Errorf("%q, %q: %s", c.old, c.now, got)
		}
	}
}

// TestAnyWords holds a comparison to what it compares: without what came it is
// the old text, without what went the new one.
func TestAnyWords(t *testing.T) {
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "<b>", "ä"}), 0, 12).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		old, now := text.Draw(t, "old"), text.Draw(t, "now")
		var before, after strings.Builder
		for _, b := range compareWords(old, now) {
			if b.Kind != "ins" {
				before.WriteString(b.Text + " ")
			}
			if b.Kind != "del" {
				after.WriteString(b.Text + " ")
			}
		}
		if got := strings.Join(strings.Fields(before.String()), " "); got != old {
			t.Fatalf("before: %q, want %q", got, old)
		}
		if got := strings.Join(strings.Fields(after.String()), " "); got != now {
			t.Fatalf("after: %q, want %q", got, now)
		}
	})
}

func TestCompareTemplates(t *testing.T) {
	old, err := form.Read("name: a\npriority: 1\nparts:\n  ownership: [We own it., This is ours to sort out., Same.]\n  paraphrase:\n    topics:\n      delay: [Sorry for the wait.]\n")
	if err != nil {
		t.Fatal(err)
	}
	now, err := form.Read("# a comment\nname: a\npriority: 2\nparts:\n  ownership: [Same., This is ours to put right., Quite new.]\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, g := range compareTemplates(old, now) {
		for _, f := range g.Fields {
			for _, l := range f.Lines {
				got = append(got, g.Title+"/"+f.Title+" "+l.Kind+" "+shown(l.Bits))
			}
		}
	}
	want := []string{
		"What it is/Priority changed [-1-]{+2+}",
		"Their problem in our words/We know the topic alone: delay removed [-Sorry for the wait.-]",
		"Ownership and one commitment/Ownership changed This is ours to [-sort out.-]{+put right.+}",
		"Ownership and one commitment/Ownership added {+Quite new.+}",
		"Ownership and one commitment/Ownership removed [-We own it.-]",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if g := compareTemplates(now, now); len(g) != 0 {
		t.Errorf("%+v", g)
	}
}
