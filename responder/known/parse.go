package known

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"goodgraces/care"
	"goodgraces/responder/check"
	"goodgraces/responder/templates"
)

// File is the text of one file of answers.
type File struct {
	Path string // what an error calls it
	Body string
}

const (
	// ofAnswer are the fields of an answer, to whoever writes another.
	ofAnswer = "a known answer; see docs/known-answers.md"

	leastAsks, mostAsks = 2, 10
	longestAsk          = 200 // characters of a question
	longestAnswer       = 240 // characters of a fact, so that an opening fits before it on the strictest platform
)

// Parse reads a file: a list of answers. An error names file, line and field of
// all that is wrong, as templates.Problems takes it apart; with it come the
// answers that could be read.
func Parse(f File, levels check.Levels) ([]*Answer, error) {
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(f.Body), &root); err != nil {
		return nil, templates.DecodeError(f.Path, err, ofAnswer)
	}
	if len(root.Content) > 0 && root.Content[0].Kind == yaml.MappingNode {
		return nil, templates.Problem{File: f.Path, Line: root.Content[0].Line, Message: "a list of answers is expected; a template must not be named answers-…"}.Err()
	}
	var list []*Answer
	decoder := yaml.NewDecoder(bytes.NewReader([]byte(f.Body)))
	decoder.KnownFields(true)
	if err := decoder.Decode(&list); errors.Is(err, io.EOF) {
		return nil, nil // the last answer was taken out
	} else if err != nil {
		return nil, templates.DecodeError(f.Path, err, ofAnswer)
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, templates.Problem{File: f.Path, Message: "more than one document; keep one list of answers a file"}.Err()
	}
	var problems []error
	for i, a := range list {
		at := fmt.Sprint(i)
		if a == nil {
			problems = append(problems, templates.Problem{File: f.Path, Line: templates.Line(&root, at), Message: "an empty entry; write an answer or take the dash out"}.Err())
			continue
		}
		a.File, a.Line = f.Path, templates.Line(&root, at)
		for _, p := range a.Check(levels) {
			p.File, p.Line = f.Path, templates.Line(&root, at+"."+p.Field)
			if a.Name != "" && p.Field != "name" {
				p.Message = a.Name + ": " + p.Message
			}
			problems = append(problems, p.Err())
		}
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	return list, nil
}

var (
	nameShape     = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,47}$`)
	languageShape = regexp.MustCompile(`^[a-z]{2,3}$`)
)

// Check makes an answer ready and says what is wrong with it, with fields as its
// file has them. A fact that breaks a rule which blocks at these levels is wrong.
func (a *Answer) Check(levels check.Levels) []templates.Problem {
	var problems []templates.Problem
	fail := func(field, format string, args ...any) {
		problems = append(problems, templates.Problem{Field: field, Message: fmt.Sprintf(format, args...)})
	}
	if !nameShape.MatchString(a.Name) {
		fail("name", "%q: must be 1 to 48 lower-case letters, digits, - or _", a.Name)
	}
	if !languageShape.MatchString(a.Language) {
		fail("language", "%q: must be a two-letter or three-letter code such as en", a.Language)
	}
	a.checkQuestions(fail)
	a.checkFact("answer", a.Answer, levels, fail)
	if a.Short != "" {
		a.checkFact("short", a.Short, levels, fail)
		if len(a.Short) >= len(a.Answer) {
			fail("short", "is not shorter than the answer; shorten it or leave it out")
		}
	}
	a.checkUntil(fail)
	if len(problems) == 0 {
		a.asks = a.compile()
	}
	return problems
}

type failing func(field, format string, args ...any)

func (a *Answer) checkQuestions(fail failing) {
	if n := len(a.Asks); n < leastAsks || n > mostAsks {
		fail("asks", "write %d to %d questions, each as somebody would ask it; now %d", leastAsks, mostAsks, n)
	}
	if len(a.Not) > mostAsks {
		fail("not", "write %d questions at most; now %d", mostAsks, len(a.Not))
	}
	for _, list := range []struct {
		field string
		of    []string
	}{{"asks", a.Asks}, {"not", a.Not}} {
		for i, q := range list.of {
			field := fmt.Sprintf("%s.%d", list.field, i)
			switch {
			case utf8.RuneCountInString(q) > longestAsk:
				fail(field, "is longer than %d characters; write the question alone", longestAsk)
			case !saysWhat(understand(a.Language, q).asks):
				fail(field, "%q has no word that says what is asked about; write the whole question", q)
			}
		}
	}
}

// checkFact holds a wording to what every answer is held to: it will be said to
// such a question.
func (a *Answer) checkFact(field, text string, levels check.Levels, fail failing) {
	switch {
	case strings.TrimSpace(text) == "":
		fail(field, "is empty; write what is to be said")
		return
	case strings.ContainsAny(text, "{}"):
		fail(field, "has a brace; a fact has no slots")
	case strings.TrimSpace(text) != text || strings.ContainsAny(text, "\n\r"):
		fail(field, "must be one paragraph, without spaces around it")
	case utf8.RuneCountInString(text) > longestAnswer:
		fail(field, "has %d characters; say it in %d at most", utf8.RuneCountInString(text), longestAnswer)
	}
	broken := map[string]bool{}
	for _, post := range a.Asks {
		for _, c := range check.Public(check.Input{Post: post, Reply: text, Action: care.ActAnswer, Facts: []string{text}, Levels: levels}) {
			if c.Blocking && !c.OK && !broken[c.Rule] {
				broken[c.Rule] = true
				fail(field, "breaks the rule %s: %s", c.Rule, c.Note)
			}
		}
	}
}

func (a *Answer) checkUntil(fail failing) {
	if a.Until == "" {
		return
	}
	day, err := time.Parse(time.DateOnly, a.Until)
	if err != nil {
		fail("until", "%q: must be a day such as 2026-12-24", a.Until)
		return
	}
	a.until = day.AddDate(0, 0, 1)
}
