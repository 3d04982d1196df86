package all

import (
	"fmt"
	"strings"

	"goodgraces/connectors"
)

// Docs is docs/connectors.md: what each type says of itself, and its setup.md.
func Docs() string {
	var b strings.Builder
	b.WriteString(`# Connectors

Each element of ` + "`connectors`" + ` in the configuration is one connection to a platform. The first time:

1. ` + "`graces config init`" + ` writes ` + "`graces.yaml`" + ` into the folder you are in; the other commands look for it there. Fill in ` + "`brand`" + `: its name, its own accounts (` + "`handles`" + `) and the words to watch for (` + "`keywords`" + `).
2. Follow the steps of the platform below. Put the example that ends them into ` + "`graces.yaml`" + ` (there is one ` + "`connectors:`" + `; a second platform is a second ` + "`- name:`" + ` below it), with your own values. ` + "`name`" + ` is yours to choose; it is the NAME of the commands.
3. Each secret goes into a file of its own, and its path into the setting: ` + "`KEY_file`" + ` in place of ` + "`KEY`" + `. A relative path counts from the folder in which graces is started. To write one: ` + "`(umask 077; cat > discord.token)`" + `, paste, Enter, Ctrl-D.

In the desk the same is a form, and nothing has to be written but ` + "`brand`" + `: ` + "`graces user add NAME --role admin`" + `, ` + "`graces serve`" + `, open the address that it prints, sign in, *Status*, *Add a connector*. It has the steps beside it, tries what is typed without saving it, and keeps each connector in a file of its own in ` + "`connectors_dir`" + `, with its secrets beside it in files that only the daemon can read; the form shows the YAML, for those who would rather keep it in ` + "`graces.yaml`" + `. Only admins see it. Those files are of one machine: where several read or send, put the YAML into the configuration of each.

After every change of ` + "`graces.yaml`" + `:

1. ` + "`graces config check`" + ` says what is wrong with the settings, with the line.
2. ` + "`graces connectors check NAME`" + ` signs in, reads one page and says in words what works and which permission is missing. It posts nothing. The desk does the same on the connector's page: Status, its name, Check now.
3. A running ` + "`graces serve`" + ` follows by itself: it starts, replaces or ends the connectors that changed, each from where it stood, and what is being sent is finished first. It follows a secret file that is written anew as well. A file that is refused changes nothing. The desk shows under *Status* how each one does, since when and why; ` + "`graces user add NAME --role manager`" + ` lets you in.

` + "`daily_requests` and `daily_money`" + ` beside ` + "`settings`" + ` bound what one connector uses in a day (UTC), in requests and in US dollars, over all processes together.

This page is made from the connectors themselves: ` + "`go test ./connectors/all -update`" + `.

| type | what it is | can |
|---|---|---|
`)
	for _, t := range Types() {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", t.Spec.Type, t.Spec.Type, t.Spec.Title, Can(t.Spec))
	}
	for _, t := range Types() {
		section(&b, t)
	}
	return b.String()
}

func section(b *strings.Builder, t connectors.Type) {
	s := t.Spec
	fmt.Fprintf(b, "\n## %s\n\n**%s.** %s\n\nIt can: %s.\n", s.Type, s.Title, s.Help, Can(s))
	if s.Past != "" {
		fmt.Fprintf(b, "\nAfter an outage: %s\n", s.Past)
	}
	b.WriteString("\n| setting | kind | default | what it is |\n|---|---|---|---|\n")
	for _, set := range s.Settings {
		fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", set.Key, kindOf(set), defaultOf(set), cell(set.Help))
	}
	if len(s.Limits) > 0 {
		b.WriteString("\n| limit or price | |\n|---|---|\n")
	}
	for _, l := range s.Limits {
		fmt.Fprintf(b, "| %s | %s |\n", cell(l.What), cell(l.Is))
	}
	if t.Setup != "" {
		b.WriteString("\n" + strings.TrimSpace(t.Setup) + "\n")
	}
}

// Can lists in words what a type can do.
func Can(s connectors.Spec) string {
	var words []string
	for _, w := range []struct {
		yes  bool
		word string
	}{{s.Can.Read, "read"}, {s.Can.Receive, "receive"}, {s.Can.Reply, "reply"}, {s.Can.Message, "message"}, {s.Can.Find, "find"}, {s.ByHand, "reply by hand"}} {
		if w.yes {
			words = append(words, w.word)
		}
	}
	return strings.Join(words, ", ")
}

func kindOf(set connectors.Setting) string {
	kind := set.Kind
	if len(set.OneOf) > 0 {
		kind = strings.Join(set.OneOf, ", ")
	}
	if set.Required {
		kind += "; required"
	}
	if set.Secret {
		kind += "; secret"
	}
	return kind
}

func defaultOf(set connectors.Setting) string {
	if set.Default == nil {
		return ""
	}
	return "`" + cell(fmt.Sprint(set.Default)) + "`"
}

// cell keeps a text from ending its cell of a table.
func cell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }
