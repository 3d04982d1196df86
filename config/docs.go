package config

import (
	"fmt"
	"strings"
)

// Markdown is docs/configuration.md.
func Markdown() string {
	var b strings.Builder
	b.WriteString(preface)
	last := "-"
	for _, f := range table {
		parent, _ := split(f.key)
		section := strings.TrimSuffix(parent, "[]")
		if section != last {
			last = section
			writeHeading(&b, section)
		}
		writeRow(&b, f)
	}
	b.WriteString(afterword)
	return b.String()
}

func writeHeading(b *strings.Builder, section string) {
	title, about := section, sections[section]
	if section == "" {
		title, about = "At the top", "Not in a section."
	}
	fmt.Fprintf(b, "\n## %s\n%s\n\n| key | default | must be | |\n|---|---|---|---|\n", title, about)
}

func writeRow(b *strings.Builder, f field) {
	standard := "`" + f.kind.format(f.value) + "`"
	if strings.Contains(f.key, "[]") && f.value == "" {
		standard = ""
	}
	if f.kind == settings {
		standard = ""
	}
	help := f.help
	if f.secret {
		help += " Secret."
	}
	fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", f.key, standard, cell(f.allowed), cell(help))
}

// cell keeps a text within a cell of a table.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

const preface = `# Configuration

<!-- Written from the table in config/table.go by: go test ./config -run TestMarkdown -update -->

One file, ` + "`graces.yaml`" + ` in the working folder or wherever ` + "`--config`" + ` or ` + "`GRACES_CONFIG`" + ` says. Every key is optional: without a file, everything runs on its default.

- ` + "`graces config init`" + ` writes the file with every key and its default; ` + "`graces config check`" + ` reports everything that is wrong with it at once, with line, key and what is allowed; ` + "`graces config dump`" + ` prints what is in force, secrets masked.
- **What wins**: flags, then the environment, then the file, then the defaults.
- **Environment**: ` + "`GRACES_`" + ` and the key in capitals with ` + "`_`" + ` for the dot: ` + "`GRACES_DESK_ADDR=0.0.0.0:8080`" + `. Lists are separated by commas. A variable that is empty counts as not given; one that sets nothing is an error, so that a typing error shows. ` + "`GRACES_TEST_…`" + ` and ` + "`GRACES_SCREENSHOTS`" + ` are the test suites'.
- **Connectors in the environment**: ` + "`GRACES_CONNECTORS_NAME_SETTING`" + `, with the name of a configured connector.
- **Secrets** may stay out of the file and of the environment: ` + "`store.url_file: /run/secrets/store`" + ` or ` + "`GRACES_STORE_URL_FILE=/run/secrets/store`" + ` name a file that holds the secret (the newline at its end does not count). The same goes for every secret setting of a connector: ` + "`token_file`" + `. Giving both is an error.
- **Durations** have a unit: ` + "`30s`, `5m`, `12h`" + `.
- **Reload**: the running daemon reads the file again when it changes. A change that is not valid changes nothing and is reported in the log and on the desk.
`

const afterword = `
A connector's settings are those of its type: ` + "`graces connectors describe TYPE`" + `.
`
