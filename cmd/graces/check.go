package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/connectors/replay/posts"
	"goodgraces/responder/check"
	"goodgraces/responder/known"
)

func newCheck(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check answers: {\"id\",\"platform\",\"post\",\"reply\"} a line in, the broken rules a line out",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, cfg, err := g.classifier()
			if err != nil {
				return err
			}
			levels, _ := levelsOf(cfg.Responder)
			answers, err := known.Load(cfg.AnswersFolder(), levels)
			if err != nil {
				return err
			}
			return filter(replies(cmd.InOrStdin()), cmd.OutOrStdout(), func(r reply) any {
				r.facts = answers.Texts(time.Now())
				return r.check(c, levels)
			})
		},
	}
}

// reply is an answer to be checked.
type reply struct {
	id, platform, post, text string
	recent                   []string // our last public answers, which it must not repeat
	facts                    []string // known answers, which may name a price

	// Where the answer is to learn from:
	writer string            // whose sentences they are, "" where the file says it
	broken []string          // the rules that somebody found broken
	spans  map[string]string // by what words
}

// checked is what `graces check` writes. Broken lists every rule that is broken,
// whether it blocks or warns; it is OK where none is.
type checked struct {
	ID     string   `json:"id"`
	OK     bool     `json:"ok"`
	Broken []string `json:"broken"`
	Notes  []string `json:"notes"`
}

func (r reply) check(c *classifier.Classifier, levels check.Levels) checked {
	out := checked{ID: r.id, OK: true, Broken: []string{}, Notes: []string{}}
	for _, c := range check.Public(r.input(c, levels)) {
		if !c.OK {
			out.OK = false
			out.Broken = append(out.Broken, c.Rule)
			out.Notes = append(out.Notes, c.Note)
		}
	}
	return out
}

func (r reply) input(c *classifier.Classifier, levels check.Levels) check.Input {
	return check.Input{
		Platform: r.platform, Post: r.post, Reply: r.text, Recent: r.recent, Levels: levels, Facts: r.facts,
		Action: meantFor(c.Judge(&care.Mention{ID: r.id, Platform: r.platform, Text: r.post})),
	}
}

// meantFor is what the answer is to be judged as. The text of a post alone says
// too little to keep somebody from answering a complaint or a word of thanks: it
// is left open then, and the rules look at the post themselves.
func meantFor(v care.Verdict) care.Action {
	if v.Action == care.ActReply || v.Action == care.ActThank {
		return v.Action
	}
	return ""
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
			if len(bytes.TrimSpace(line.Text)) == 0 {
				continue
			}
			return decodeReply(line.Text, line.Number)
		}
	}
}

func decodeReply(line []byte, number int) (reply, error) {
	fault := func(field, problem string) (reply, error) {
		return reply{}, &posts.LineError{Line: number, Field: field, Problem: problem}
	}
	var keys map[string]json.RawMessage
	var wrong *json.UnmarshalTypeError
	err := json.Unmarshal(line, &keys)
	switch {
	case errors.As(err, &wrong) || err == nil && keys == nil:
		return fault("", `must be a JSON object such as {"id":"1","platform":"x","post":"…","reply":"…"}`)
	case err != nil:
		return fault("", "is not JSON: "+err.Error())
	}
	var r reply
	for _, f := range []struct {
		key      string
		to       *string
		required bool
	}{{"id", &r.id, true}, {"platform", &r.platform, false}, {"post", &r.post, false}, {"reply", &r.text, true}, {"writer", &r.writer, false}} {
		v, given := keys[f.key]
		given = given && string(v) != "null"
		switch {
		case given && f.key == "id" && v[0] != '"' && json.Unmarshal(v, new(json.Number)) == nil:
			*f.to = string(v)
		case given && json.Unmarshal(v, f.to) != nil:
			return fault(f.key, "must be text")
		case f.required && !given || f.key == "id" && *f.to == "":
			return fault(f.key, "is required")
		}
	}
	if v := keys["recent"]; v != nil && json.Unmarshal(v, &r.recent) != nil {
		return fault("recent", "must be a list of answers")
	}
	if v := keys["broken"]; v != nil && json.Unmarshal(v, &r.broken) != nil {
		return fault("broken", "must be a list of rules")
	}
	if v := keys["spans"]; v != nil && json.Unmarshal(v, &r.spans) != nil {
		return fault("spans", "must give the words that break each rule")
	}
	return r, nil
}
