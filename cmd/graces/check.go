package main

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"goodgraces/connectors/replay/posts"
	"goodgraces/responder/check"
)

func newCheck(_ *global) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check answers: {\"id\",\"platform\",\"post\",\"reply\"} a line in, the broken rules a line out",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return filter(replies(cmd.InOrStdin()), cmd.OutOrStdout(), func(r reply) any { return r.check() })
		},
	}
}

// reply is an answer to be checked. Pointers tell absent from empty.
type reply struct {
	ID       looseID `json:"id"`
	Platform string  `json:"platform"`
	Post     *string `json:"post"`
	Reply    *string `json:"reply"`
}

// looseID is an identifier, written as text or as a number.
type looseID string

// UnmarshalJSON accepts both.
func (id *looseID) UnmarshalJSON(b []byte) error {
	var n json.Number
	if json.Unmarshal(b, &n) == nil {
		*id = looseID(n)
		return nil
	}
	return json.Unmarshal(b, (*string)(id))
}

// checked is what `graces check` writes.
type checked struct {
	ID     looseID  `json:"id"`
	OK     bool     `json:"ok"`
	Broken []string `json:"broken"`
	Notes  []string `json:"notes"`
}

func (r reply) check() checked {
	out := checked{ID: r.ID, OK: true, Broken: []string{}, Notes: []string{}}
	post := ""
	if r.Post != nil {
		post = *r.Post
	}
	for _, c := range check.Public(check.Input{Platform: r.Platform, Post: post, Reply: *r.Reply}) {
		if !c.OK {
			out.OK = false
			out.Broken = append(out.Broken, c.Rule)
			out.Notes = append(out.Notes, c.Note)
		}
	}
	return out
}

// replies reads answers, one JSON object a line.
func replies(in io.Reader) func() (reply, error) {
	lines := posts.NewLines(in)
	return func() (reply, error) {
		for {
			line, err := lines.Next()
			if err != nil {
				return reply{}, err
			}
			if len(strings.TrimSpace(string(line.Text))) == 0 {
				continue
			}
			return decodeReply(line.Text, line.Number)
		}
	}
}

func decodeReply(text []byte, number int) (r reply, err error) {
	fault := func(field, problem string) (reply, error) {
		return reply{}, &posts.LineError{Line: number, Field: field, Problem: problem}
	}
	var wrong *json.UnmarshalTypeError
	switch err := json.Unmarshal(text, &r); {
	case errors.As(err, &wrong):
		return fault(wrong.Field, "must be text, not "+wrong.Value)
	case err != nil:
		return fault("", "not a JSON object: "+err.Error())
	case r.ID == "":
		return fault("id", "is required")
	case r.Reply == nil:
		return fault("reply", "is required")
	}
	return r, nil
}
