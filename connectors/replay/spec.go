// Package replay plays posts from files, as if a platform yielded them, and
// appends the answers to an outbox file: the safe way to try everything.
package replay

import (
	_ "embed"
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/replay/posts"
)

//go:embed setup.md
var setup string

// Type is the replay connector.
func Type() connectors.Type { return connectors.Type{Spec: spec(), Setup: setup, New: New} }

func spec() connectors.Spec {
	return connectors.Spec{
		Type:  "replay",
		Title: "Files",
		Help:  "Plays posts from JSON Lines or CSV files and writes answers to an outbox file. Nothing leaves the machine.",
		Settings: []connectors.Setting{
			{Key: "path", Kind: connectors.KindPath, Help: "File of posts to play once. Give this or watch."},
			{Key: "watch", Kind: connectors.KindPath, Help: "Folder whose *.jsonl, *.ndjson and *.csv files are played, in order of name, as they come and as they grow. Give this or path."},
			{Key: "poll", Kind: connectors.KindDuration, Default: time.Second, Help: "How often the watched folder is looked at. A last line without a line end is read once its file has not changed for two looks, and one that is no post yet once it is."},
			{Key: "speed", Kind: connectors.KindString, Default: "max", Help: "1x keeps the gaps between the posts' created_at, 10x (any number) divides them, max plays without a pause."},
			{Key: "max_gap", Kind: connectors.KindDuration, Default: time.Minute, Help: "Longest pause between two posts, whatever the speed."},
			{Key: "format", Kind: connectors.KindString, Default: string(posts.Auto), OneOf: []string{string(posts.Auto), string(posts.JSONL), string(posts.CSV)}, Help: "How posts are written down; auto goes by the file's name, then by its first character."},
			{Key: "platform", Kind: connectors.KindString, Default: "replay", Help: "Platform of posts that name none."},
			{Key: "outbox", Kind: connectors.KindPath, Help: "File to which answers are appended; outbox.jsonl in the data folder when not given."},
			{Key: "refuse_messages", Kind: connectors.KindBool, Default: false, Help: "Refuse every private message, as a platform does whose users accept none: to try the other routes."},
		},
		Can:  connectors.Capabilities{Read: true, Reply: true, Message: true, Find: true, Idempotent: -1},
		Past: "Everything: reading goes on at the line that was read last.",
	}
}

// Replay is one configured replay connector.
type Replay struct {
	name   string
	set    connectors.Settings
	env    connectors.Env
	speed  float64 // 0 is without a pause
	outbox *Outbox

	reading sync.Mutex // one Read at a time
}

// New makes the connector. The files are opened by Read, Reply, Message and Find.
func New(name string, s connectors.Settings, env connectors.Env) (connectors.Connector, error) {
	speed, err := parseSpeed(s.String("speed"))
	if (s.String("path") == "") == (s.String("watch") == "") {
		err = errors.Join(err, &connectors.SettingError{Key: "path", Problem: "give either path, a file, or watch, a folder"})
	}
	if err != nil {
		return nil, err
	}
	outbox := s.String("outbox")
	if outbox == "" {
		outbox = filepath.Join(env.DataDir, "outbox.jsonl")
	}
	return &Replay{name: name, set: s, env: env, speed: speed, outbox: NewOutbox(outbox)}, nil
}

// parseSpeed returns by what gaps are divided; 0 for max.
func parseSpeed(text string) (float64, error) {
	if text == "max" || text == "" {
		return 0, nil
	}
	n, err := strconv.ParseFloat(strings.TrimSuffix(text, "x"), 64)
	if err != nil || !(n > 0 && n <= 1e9) {
		return 0, &connectors.SettingError{Key: "speed", Problem: "must be 1x, 10x (any number above 0) or max"}
	}
	return n, nil
}

// Name returns the configured name.
func (r *Replay) Name() string { return r.name }

// Spec describes the type.
func (r *Replay) Spec() connectors.Spec { return spec() }

// Close frees nothing: no file stays open between calls.
func (r *Replay) Close() error { return nil }
