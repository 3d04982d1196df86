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

func (p *Problem) Error() string {
	text := "templates: "
	switch {
	case p.File != "" && p.Line > 0:
		text += p.File + ":" + strconv.Itoa(p.Line) + ": "
	case p.File != "":
		text += p.File + ": "
	}
	if p.Field != "" {
		text += p.Field + ": "
	}
	return text + p.Message
}

// Problems takes an error of this package apart: what is no Problem becomes
// one without a place.
func Problems(err error) []Problem {
	switch e := err.(type) {
	case nil:
		return nil
	case *Problem:
		return []Problem{*e}
	case interface{ Unwrap() []error }:
		var all []Problem
		for _, one := range e.Unwrap() {
			all = append(all, Problems(one)...)
		}
		return all
	}
	if _, placed := errors.AsType[*Problem](err); placed {
		return Problems(errors.Unwrap(err))
	}
	return []Problem{{Message: strings.TrimPrefix(err.Error(), "templates: ")}}
}

var (
	yamlLine    = regexp.MustCompile(`^line (\d+): `)
	yamlUnknown = regexp.MustCompile(`^field (\S+) not found in type \S+$`)
)

// yamlProblem reads what yaml says of a file.
func yamlProblem(file, message string) *Problem {
	p := &Problem{File: file, Message: strings.TrimPrefix(message, "yaml: ")}
	if at := yamlLine.FindStringSubmatch(p.Message); at != nil {
		p.Line, _ = strconv.Atoi(at[1])
		p.Message = p.Message[len(at[0]):]
	}
	if unknown := yamlUnknown.FindStringSubmatch(p.Message); unknown != nil {
		p.Field, p.Message = unknown[1], "is no field of a template here; see docs/templates.md for those there are"
	}
	return p
}

func wholeFile(file, format string, args ...any) *Problem {
	return &Problem{File: file, Message: fmt.Sprintf(format, args...)}
}
