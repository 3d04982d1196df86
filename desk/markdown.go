package desk

import (
	"bytes"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// markdown renders a text of ours, such as a setup.md. goldmark leaves out HTML
// in it, and addresses that would run something, unless it is told otherwise.
func markdown(text string) template.HTML {
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table)).Convert([]byte(text), &b); err != nil {
		return template.HTML(template.HTMLEscapeString(text)) //nolint:gosec // escaped
	}
	return template.HTML(b.String()) //nolint:gosec // see above
}
