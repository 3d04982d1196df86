package templates

import (
	"bytes"
	"errors"
	"io"

	"go.yaml.in/yaml/v3"
)

// minVariants is how many wordings a part needs, so that the tenth person in a
// row is not told the same.
const minVariants = 4

// Parse reads one template strictly. An error names file, line and field.
func Parse(file string, data []byte) (*Template, error) { return parse(file, data, true) }

// parse is Parse; without rules, what the wordings say is not held to the rules
// for answers, which takes half of the time.
func parse(file string, data []byte, rules bool) (*Template, error) {
	var t Template
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&t); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, wholeFile(file, "the file is empty; write a template or delete it")
		}
		return nil, DecodeError(file, err, ofTemplate)
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, wholeFile(file, "more than one document; keep one template a file")
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, yamlProblem(file, err.Error(), ofTemplate)
	}
	t.Words.Avoid, t.Avoid = append(t.Words.Avoid, t.Avoid...), nil
	v := &validator{file: file, root: &root, rules: rules}
	v.template(&t)
	t.named = v.topics(&t)
	t.Parts.byName()
	if err := errors.Join(v.problems...); err != nil {
		return nil, err
	}
	return &t, nil
}

// DecodeError makes problems of what yaml says of a file. of names what the
// fields belong to, and where to read of them.
func DecodeError(file string, err error, of string) error {
	many, ok := errors.AsType[*yaml.TypeError](err)
	if !ok {
		return yamlProblem(file, err.Error(), of)
	}
	problems := make([]error, len(many.Errors))
	for i, message := range many.Errors {
		problems[i] = yamlProblem(file, message, of)
	}
	return errors.Join(problems...)
}

// byName brings the names of topics and kinds into one form.
func (p *Parts) byName() {
	for _, by := range []*map[string][]string{
		&p.Paraphrase.Topics, &p.OwnershipOf.Kinds, &p.OwnershipOf.Topics, &p.CommitmentOf.Troubles, &p.CommitmentOf.Kinds, &p.CommitmentOf.Topics, &p.Thanks.Of, &p.Answer.PromiseOf,
	} {
		*by = byTopic(*by)
	}
	p.Private.Needs, p.Route.Asking = byTopic(p.Private.Needs), byTopic(p.Route.Asking)
	p.Statement.Matters = byTopic(p.Statement.Matters)
}

func byTopic[T any](in map[string]T) map[string]T {
	out := make(map[string]T, len(in))
	for topic, v := range in {
		out[Topic(topic)] = v
	}
	return out
}
