package desk

import (
	"strings"
	"testing"

	"goodgraces/responder/templates"
)

// A template that speaks of topics which no post is about here is told so
// before it is published; where the topics are not known, nothing is said.
func TestTopicsOfATemplate(t *testing.T) {
	body := templates.ShippedSources()[0].Body
	if _, problems := compile(body, nil); len(problems) > 0 {
		t.Errorf("without topics: %v", problems)
	}
	_, problems := compile(body, []string{"delay"})
	if len(problems) == 0 || !strings.Contains(problems[0].Text, "is no topic of classifier.topics") || problems[0].Line == 0 {
		t.Errorf("with one topic: %v", problems)
	}
}
