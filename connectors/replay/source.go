package replay

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/replay/posts"
)

// batchSize is how many posts go out together when nothing asks for a pause.
const batchSize = 256

type emitFunc = func(context.Context, connectors.Batch) error

// Read plays the file, or the folder's files for as long as ctx lives. A line
// that is no post is reported as status "degraded" and skipped.
func (r *Replay) Read(ctx context.Context, saved string, emit emitFunc) error {
	if !r.reading.TryLock() {
		return errors.New("replay: already being read")
	}
	defer r.reading.Unlock()
	p := &player{Replay: r, cur: parseCursor(saved), emit: emit}
	r.env.Status("connected", "")
	if path := r.set.String("path"); path != "" {
		return p.playOnce(ctx, path)
	}
	return p.watch(ctx, r.set.String("watch"))
}

// player is one call of Read.
type player struct {
	*Replay
	cur   cursor
	emit  emitFunc
	batch []care.Mention
	dirty bool      // the cursor moved since the last batch
	clock time.Time // created_at of the last post: the replay's own time
	bad   int       // lines that were no posts
}

func (p *player) playOnce(ctx context.Context, path string) error {
	err := p.playFile(ctx, path, false)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w: %w", &connectors.SettingError{Key: "path", Problem: "cannot be read"}, err)
	}
	if err == nil && p.bad > 0 {
		p.env.Status(connectors.Degraded, fmt.Sprintf("played to the end of %s; %d lines were no posts", filepath.Base(path), p.bad))
	}
	return err
}

// playFile plays one file from where the cursor says. While it grows, a last
// line without its line end is left for later.
func (p *player) playFile(ctx context.Context, path string, growing bool) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("replay: %w", err)
	}
	defer f.Close()
	name := filepath.Base(path)
	from, err := p.cur.Files[name].resumable(f)
	if err != nil {
		return err
	}
	reader, err := posts.Resume(f, p.format(name), from.Position)
	if err == nil {
		reader.Growing(growing)
		err = p.play(ctx, f, name, reader)
	}
	if errors.Is(err, io.EOF) {
		return p.flush(ctx)
	}
	return p.skip(name, err)
}

func (r *Replay) format(name string) posts.Format {
	if f := posts.Format(r.set.String("format")); f != posts.Auto {
		return f
	}
	return posts.FormatOf(name)
}

// play hands out posts until the reader ends.
func (p *player) play(ctx context.Context, f *os.File, name string, r *posts.Reader) error {
	for {
		m, err := r.Next()
		if fatal := p.skip(name, err); fatal != nil {
			return fatal
		}
		if err != nil && unended(f, r.Pos().Offset) {
			return io.EOF // it is read again when it is longer
		}
		if err == nil {
			if err := p.pause(ctx, m.CreatedAt); err != nil {
				return err
			}
			p.batch = append(p.batch, p.complete(m))
		}
		if err := p.advance(f, name, r.Pos()); err != nil {
			return err
		}
		if len(p.batch) >= batchSize {
			if err := p.flush(ctx); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// unended reports whether what was read up to there broke off without a line end:
// whoever writes it may be slow.
func unended(f *os.File, end int64) bool {
	last := make([]byte, 1)
	_, err := f.ReadAt(last, end-1)
	return err == nil && last[0] != '\n'
}

// skip reports a line that is no post and returns any other error.
func (p *player) skip(name string, err error) error {
	var bad *posts.LineError
	if !errors.As(err, &bad) {
		return err
	}
	p.bad++
	p.env.Status("degraded", fmt.Sprintf("%s: %v; the line was skipped", name, bad))
	return nil
}

// complete fills in what the file leaves open.
func (p *player) complete(m care.Mention) care.Mention {
	m.Connector = p.name
	if m.Platform == "" {
		m.Platform = p.set.String("platform")
	}
	if m.By == "" && p.env.Owns(m.Author) {
		m.By = care.ByBrand
	}
	return m
}

// advance moves the cursor behind what was read of the file.
func (p *player) advance(f *os.File, name string, to posts.Position) error {
	at := p.cur.Files[name]
	if at.Position == to {
		return nil
	}
	if at.Offset < headBytes || to.Offset < at.Offset {
		head, err := hashHead(f, to.Offset)
		if err != nil {
			return err
		}
		at.Head = head
	}
	at.Position = to
	p.cur.Files[name] = at
	p.dirty = true
	return nil
}

// pause waits as long as the posts' own times ask, after everything before was
// handed out.
func (p *player) pause(ctx context.Context, created time.Time) error {
	if p.speed == 0 || created.IsZero() {
		return nil
	}
	gap := created.Sub(p.clock)
	first := p.clock.IsZero()
	if first || gap > 0 {
		p.clock = created
	}
	if first || gap <= 0 {
		return nil
	}
	if err := p.flush(ctx); err != nil {
		return err
	}
	return sleep(ctx, min(time.Duration(float64(gap)/p.speed), p.set.Duration("max_gap")))
}

// flush hands out the batch with the cursor behind it.
func (p *player) flush(ctx context.Context) error {
	if !p.dirty {
		return nil
	}
	if err := p.emit(ctx, connectors.Batch{Mentions: p.batch, Cursor: p.cur.String()}); err != nil {
		return err
	}
	p.batch, p.dirty = nil, false
	return nil
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
