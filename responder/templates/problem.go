package templates

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Problem is one thing that is wrong with a template, and where.
type Problem struct {
	File    string
	Line    int    // 0 where it is about the whole file
	Field   string // dotted: parts.feeling.calm.3; "" where it is about the whole file
	Message string
}

// String is file:line: field: message, as editors and terminals link it.
func (p Problem) String() string {
	text := ""
	switch {
	case p.File != "" && p.Line > 0:
		text = p.File + ":" + strconv.Itoa(p.Line) + ": "
	case p.File != "":
		text = p.File + ": "
	}
	if p.Field != "" {
		text += p.Field + ": "
	}
	return text + p.Message
}

// problemError is a problem as an error.
type problemError struct{ Problem }

func (e *problemError) Error() string { return "templates: " + e.String() }

// Err makes an error of a problem, which Problems takes apart again.
func (p Problem) Err() error { return &problemError{p} }

// Problems takes an error of this package apart: what is no Problem becomes
// one without a place.
func Problems(err error) []Problem {
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var all []Problem
		for _, one := range many.Unwrap() {
			all = append(all, Problems(one)...)
		}
		return all
	}
	if _, placed := errors.AsType[*problemError](err); !placed {
		return []Problem{{Message: strings.TrimPrefix(err.Error(), "templates: ")}}
	}
	if inner := errors.Unwrap(err); inner != nil {
		return Problems(inner)
	}
	one, _ := errors.AsType[*problemError](err)
	return []Problem{one.Problem}
}

var (
	yamlLine    = regexp.MustCompile(`^line (\d+): `)
	yamlUnknown = regexp.MustCompile(`^field (\S+) not found in type \S+$`)
)

// ofTemplate are the fields of a template, to whoever writes another.
const ofTemplate = "a template here; see docs/templates.md"

// yamlProblem reads what yaml says of a file, of whose fields there is more to
// read where of says.
func yamlProblem(file, message, of string) error {
	p := Problem{File: file, Message: strings.TrimPrefix(message, "yaml: ")}
	if at := yamlLine.FindStringSubmatch(p.Message); at != nil {
		p.Line, _ = strconv.Atoi(at[1])
		p.Message = p.Message[len(at[0]):]
	}
	if unknown := yamlUnknown.FindStringSubmatch(p.Message); unknown != nil {
		p.Field, p.Message = unknown[1], "is no field of "+of+" for those there are"
	}
	return p.Err()
}

func wholeFile(file, format string, args ...any) error {
	return Problem{File: file, Message: fmt.Sprintf(format, args...)}.Err()
}
