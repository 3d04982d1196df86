package config

import (
	"fmt"
	"strings"
)

// Example is a whole configuration file: every key with what it means and its
// default, those without one commented out. It is valid as it stands.
func Example() string {
	var b strings.Builder
	b.WriteString("# Good Graces. Every key is optional. What is commented out is an example;\n" +
		"# everything else is the default. `graces config check` checks this file.\n" +
		"# The environment wins over it (GRACES_DESK_ADDR), flags win over both.\n")
	opened := map[string]bool{"": true}
	for _, f := range table {
		parent, name := split(f.key)
		first := openSection(&b, parent, opened)
		writeKey(&b, f, parent, name, first)
	}
	return b.String()
}

// openSection opens a section and those around it, where they are not open
// yet, and reports whether it did.
func openSection(b *strings.Builder, at string, opened map[string]bool) bool {
	if opened[at] {
		return false
	}
	around, _ := split(strings.TrimSuffix(at, "[]"))
	openSection(b, around, opened)
	writeSection(b, at)
	opened[at] = true
	return true
}

// writeSection opens a section. A list's is commented out: it is empty by
// default.
func writeSection(b *strings.Builder, at string) {
	section := strings.TrimSuffix(at, "[]")
	parent, name := split(section)
	pad := indent(parent)
	fmt.Fprintf(b, "\n%s# %s\n%s", pad, sections[section], pad)
	if strings.HasSuffix(at, "[]") {
		b.WriteString("# ")
	}
	b.WriteString(name + ":\n")
}

func writeKey(b *strings.Builder, f field, parent, name string, first bool) {
	if strings.HasSuffix(parent, "[]") {
		writeElementKey(b, f, parent, name, first)
		return
	}
	pad := indent(parent)
	if parent == "" {
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "%s# %s\n", pad, f.help)
	if f.secret {
		fmt.Fprintf(b, "%s# A secret: better as %s%s, or from %s%s.\n", pad, name, fileSuffix, envName(f.key), strings.ToUpper(fileSuffix))
	}
	if f.example == "" {
		fmt.Fprintf(b, "%s%s: %s\n", pad, name, f.kind.format(f.value))
		return
	}
	fmt.Fprintf(b, "%s# %s: %s\n", pad, name, f.example)
}

// writeElementKey writes a key of a list's one example element, as a comment.
func writeElementKey(b *strings.Builder, f field, parent, name string, first bool) {
	dash := "  "
	if first {
		dash = "- "
	}
	section, _ := split(strings.TrimSuffix(parent, "[]"))
	fmt.Fprintf(b, "%s# %s%s: %s  # %s\n", indent(section), dash, name, f.example, f.help)
}

func indent(parent string) string {
	if parent == "" {
		return ""
	}
	return strings.Repeat("  ", 1+strings.Count(parent, "."))
}
