package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"goodgraces/care"
	"goodgraces/store"
)

func newExport(g *global) *cobra.Command {
	var what, format, author string
	var scores bool
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write mentions, cases or the audit trail, a record a line",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			export, ok := exports[what]
			if !ok && what != "author" {
				return &usageError{fmt.Errorf("--what %q: must be mentions, cases, audit or author", what)}
			}
			if (what == "author") != (author != "") || what == "author" && format != "jsonl" {
				return &usageError{errors.New("--author PLATFORM:ID goes with --what author, and with no --format")}
			}
			if format != "jsonl" && format != "csv" {
				return &usageError{fmt.Errorf("--format %q: must be jsonl or csv", format)}
			}
			cfg, err := g.load()
			if err != nil {
				return err
			}
			st, err := openStore(cmd.Context(), cfg)
			if err != nil {
				return err
			}
			defer st.Close()
			if what == "author" {
				return exportAuthor(cmd.Context(), st, cmd.OutOrStdout(), author)
			}
			w := newRecordWriter(cmd.OutOrStdout(), format, export.columns)
			if err := export.each(cmd.Context(), st, withScores(scores, w.write)); err != nil {
				return err
			}
			return w.flush()
		},
	}
	cmd.Flags().StringVar(&what, "what", "cases", "mentions, cases, audit, or author: a person's own record, as one JSON document")
	cmd.Flags().StringVar(&author, "author", "", "whose record: `PLATFORM:ID`")
	cmd.Flags().BoolVar(&scores, "scores", false, "with cases: authors' scores too, which the desk shows to desk.scores_for alone")
	cmd.Flags().StringVar(&format, "format", "jsonl", "jsonl or csv")
	return cmd
}

// withScores leaves authors' scores out of the records unless they are wanted:
// an exported file is passed around more freely than the desk.
func withScores(wanted bool, write func(any, []string) error) func(any, []string) error {
	return func(record any, cells []string) error {
		if c, ok := record.(exportedCase); ok && !wanted && c.Verdict.Standing != nil {
			c.Stance, c.Verdict.Standing = c.Verdict.Standing.Stance, nil
			record = c
		}
		return write(record, cells)
	}
}

// export is one kind of record: its CSV columns and how to walk all of it.
type export struct {
	columns []string
	each    func(ctx context.Context, st *store.Store, write func(record any, cells []string) error) error
}

// exportPage is how many records are read at a time.
const exportPage = 500

var exports = map[string]export{
	"mentions": {
		[]string{"id", "platform", "author_id", "author_handle", "author_name", "author_followers", "created_at", "text", "lang", "in_reply_to", "thread", "thread_author", "url", "by"},
		eachMention,
	},
	"cases": {
		[]string{"case", "state", "platform", "id", "author_handle", "created_at", "text", "action", "topic", "severity", "complaint", "anger", "draft", "sent", "sent_url"},
		eachCase,
	},
	"audit": {
		[]string{"seq", "at", "actor", "action", "object", "detail", "hash"},
		eachAudit,
	},
}

func eachMention(ctx context.Context, st *store.Store, write func(any, []string) error) error {
	for after := ""; ; {
		rows, err := st.Mentions(ctx, store.MentionFilter{OldestKey: true, After: after, Limit: exportPage})
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, row := range rows {
			m := row.Mention
			after = m.Key()
			if err := write(asRead(m), mentionCells(m)); err != nil {
				return err
			}
		}
	}
}

func mentionCells(m care.Mention) []string {
	followers, created := "", ""
	if n := asRead(m).Author.Followers; n != nil {
		followers = strconv.Itoa(*n)
	}
	if !m.CreatedAt.IsZero() {
		created = m.CreatedAt.Format(time.RFC3339Nano)
	}
	return []string{m.ID, m.Platform, m.Author.ID, m.Author.Handle, m.Author.Name, followers, created, m.Text, m.Lang, m.InReplyTo, m.Thread, m.ThreadAuthor, m.URL, m.By}
}

// exportedMention is a mention as it was read in: with a count of followers
// where there was one, 0 too, and without what is the software's own.
type exportedMention struct {
	care.Mention
	Author exportedAuthor `json:"author,omitzero"`
	Ref    string         `json:"ref,omitempty"` // always empty: hides the connector's
}

type exportedAuthor struct {
	ID        string `json:"id,omitempty"`
	Handle    string `json:"handle,omitempty"`
	Name      string `json:"name,omitempty"`
	Followers *int   `json:"followers,omitempty"`
}

func asRead(m care.Mention) exportedMention {
	a := exportedAuthor{ID: m.Author.ID, Handle: m.Author.Handle, Name: m.Author.Name}
	if n := m.Author.Followers; n != 0 || m.Author.Unfollowed {
		a.Followers = &n
	}
	return exportedMention{Mention: m, Author: a}
}

// exportedCase is a case as `graces export` writes it: the contract's keys
// first, then what else is known of the case.
type exportedCase struct {
	Case            string          `json:"case"` // its ID
	State           care.State      `json:"state"`
	Mention         exportedMention `json:"mention"`
	Verdict         care.Verdict    `json:"verdict"`
	Stance          care.Stance     `json:"stance,omitempty"` // towards the author, where the verdict does not say it
	Drafts          []care.Draft    `json:"drafts"`
	Sends           []care.Send     `json:"sends"`
	Priority        int             `json:"priority"`
	Owner           string          `json:"owner"`
	Note            string          `json:"note"`
	OpenedAt        time.Time       `json:"opened_at,omitzero"`
	DueAt           time.Time       `json:"due_at,omitzero"`
	UpdatedAt       time.Time       `json:"updated_at,omitzero"`
	FirstResponseAt time.Time       `json:"first_response_at,omitzero"`
	ResolvedAt      time.Time       `json:"resolved_at,omitzero"`
	Answers         []care.Answer   `json:"answers"` // what the customer said in private
}

func newExportedCase(f store.CaseFile) exportedCase {
	c := f.Case
	return exportedCase{
		Case: c.ID, State: c.State, Mention: asRead(f.Mention), Verdict: f.Verdict,
		Drafts: notNil(f.Drafts), Sends: notNil(f.Sends), Answers: notNil(f.Answers),
		Priority: c.Priority, Owner: c.Owner, Note: c.Note,
		OpenedAt: c.OpenedAt, DueAt: c.DueAt, UpdatedAt: c.UpdatedAt, FirstResponseAt: c.FirstResponseAt, ResolvedAt: c.ResolvedAt,
	}
}

func eachCase(ctx context.Context, st *store.Store, write func(any, []string) error) error {
	for after := ""; ; {
		files, err := st.CaseFiles(ctx, store.CaseFilter{Order: store.ByID, After: after, Limit: exportPage})
		if err != nil || len(files) == 0 {
			return err
		}
		for _, f := range files {
			after = f.Case.ID
			if err := write(newExportedCase(f), caseCells(f)); err != nil {
				return err
			}
		}
	}
}

func caseCells(f store.CaseFile) []string {
	m, v := f.Mention, f.Verdict
	var draft, said, url string
	if d := f.Draft(); d != nil {
		draft = d.Text
	}
	for _, s := range f.Sends {
		if s.Kind == care.SendPublic && s.State == care.SendSent {
			said = s.Text
			if s.Receipt != nil {
				url = s.Receipt.URL
			}
		}
	}
	return []string{
		f.Case.ID, string(f.Case.State), m.Platform, m.ID, m.Author.Handle, moment(m.CreatedAt), m.Text, string(v.Action), v.Topic,
		strconv.Itoa(int(v.Severity)), strconv.FormatFloat(v.Complaint, 'f', 3, 64), strconv.FormatFloat(v.Anger, 'f', 3, 64), draft, said, url,
	}
}

func eachAudit(ctx context.Context, st *store.Store, write func(any, []string) error) error {
	for after := int64(0); ; {
		entries, err := st.Audit(ctx, "", after, exportPage)
		if err != nil || len(entries) == 0 {
			return err
		}
		for _, e := range entries {
			after = e.Seq
			cells := []string{strconv.FormatInt(e.Seq, 10), moment(e.At), e.Actor, e.Action, e.Object, e.Detail, e.Hash}
			if err := write(e, cells); err != nil {
				return err
			}
		}
	}
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func notNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// recordWriter writes records as JSON Lines or CSV.
type recordWriter struct {
	buf  *bufio.Writer
	csv  *csv.Writer // nil for JSON Lines
	json *json.Encoder
	err  error
}

func newRecordWriter(out io.Writer, format string, columns []string) *recordWriter {
	w := &recordWriter{buf: bufio.NewWriterSize(out, 64<<10)}
	if format == "csv" {
		w.csv = csv.NewWriter(w.buf)
		w.err = w.csv.Write(columns)
		return w
	}
	w.json = json.NewEncoder(w.buf)
	w.json.SetEscapeHTML(false)
	return w
}

func (w *recordWriter) write(rec any, cells []string) error {
	switch {
	case w.err != nil:
		return w.err
	case w.csv == nil:
		return w.json.Encode(rec)
	}
	for i, c := range cells {
		cells[i] = safeCell(c)
	}
	return w.csv.Write(cells)
}

func (w *recordWriter) flush() error {
	if w.csv != nil {
		w.csv.Flush()
		if err := w.csv.Error(); err != nil {
			return err
		}
	}
	return w.buf.Flush()
}

// safeCell keeps a spreadsheet from taking a cell for a formula: an apostrophe
// goes before =, +, -, @, tab and carriage return, also behind leading spaces
// and quotes, and before their full-width forms (OWASP, CSV injection). So it
// does in each line of a cell, for readers that split lines inside quotes.
func safeCell(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		bare := strings.TrimLeft(line, " \"\u00a0\u200b\ufeff\x00")
		if first, _ := utf8.DecodeRuneInString(bare); bare != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", first) {
			lines[i] = "'" + line
		}
	}
	return strings.Join(lines, "\n")
}
