package templates_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"goodgraces/responder/templates"
)

// document reads docs/templates.md.
func document(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/templates.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The examples of the documentation parse; the fragments are laid over a whole
// template, all together.
func TestDocumentedTemplatesParse(t *testing.T) {
	fragments, whole := "", 0
	for _, block := range strings.Split(document(t), "```yaml\n")[1:] {
		example, _, _ := strings.Cut(block, "```")
		if fragment, ok := strings.CutPrefix(example, "# fragment\n"); ok {
			fragments += "\n" + fragment
			continue
		}
		parses(t, example)
		whole++
	}
	if whole == 0 || fragments == "" {
		t.Errorf("%d templates, fragments %q", whole, fragments)
	}
	parses(t, over(t, "warm-en.yaml", fragments))
}

func parses(t *testing.T, template string) {
	t.Helper()
	if _, err := templates.Parse("docs/templates.md", []byte(template)); err != nil {
		t.Errorf("%v\n%s", err, template)
	}
}

// over puts a fragment over a template.
func over(t *testing.T, file, fragment string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var whole, part map[string]any
	if err := yaml.Unmarshal(data, &whole); err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal([]byte(fragment), &part); err != nil {
		t.Fatal(err)
	}
	lay(whole, part)
	data, err = yaml.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func lay(whole, part map[string]any) {
	for key, value := range part {
		below, ok := whole[key].(map[string]any)
		if more, isMap := value.(map[string]any); ok && isMap {
			lay(below, more)
			continue
		}
		whole[key] = value
	}
}

// Every field of the schema is documented.
func TestEveryFieldIsDocumented(t *testing.T) {
	text := document(t)
	for _, field := range fields(reflect.TypeFor[templates.Template](), "") {
		if last := field[strings.LastIndex(field, ".")+1:]; !strings.Contains(text, "`"+field+"`") && !strings.Contains(text, "`."+last+"`") {
			t.Errorf("%s is not documented", field)
		}
	}
}

func fields(of reflect.Type, before string) []string {
	var all []string
	for f := range of.Fields() {
		name := f.Tag.Get("yaml")
		switch path := before + name; {
		case name == "", name == "-":
		case f.Type.Kind() == reflect.Struct && name != "severity":
			all = append(all, fields(f.Type, strings.TrimPrefix(path+".", "parts."))...)
		default:
			all = append(all, path)
		}
	}
	return all
}
