package replay

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"goodgraces/connectors"
	"goodgraces/connectors/replay/posts"
)

// Check looks whether the files can be read and the outbox be written. Nothing
// is written to it.
func (r *Replay) Check(ctx context.Context) []connectors.Finding {
	return []connectors.Finding{r.checkPosts(), r.checkOutbox(ctx)}
}

func (r *Replay) checkPosts() connectors.Finding {
	if path := r.set.String("path"); path != "" {
		return r.checkFile("path", path)
	}
	folder := r.set.String("watch")
	entries, err := os.ReadDir(folder)
	if err != nil {
		return connectors.Failed("watch", err, "make the folder, or let this user read it")
	}
	for _, e := range entries {
		if isPosts(e) {
			return r.checkFile("watch", filepath.Join(folder, e.Name()))
		}
	}
	return connectors.Found("watch", "%s can be read, and holds no file of posts (*.jsonl, *.ndjson, *.csv) yet", folder)
}

// checkFile reads a file's first post.
func (r *Replay) checkFile(step, path string) connectors.Finding {
	f, err := os.Open(path)
	if err != nil {
		return connectors.Failed(step, err, "check that the file exists and that this user may read it")
	}
	defer f.Close()
	name := filepath.Base(path)
	_, err = posts.NewReader(f, r.format(name)).Next()
	var bad *posts.LineError
	switch {
	case errors.Is(err, io.EOF):
		return connectors.Lacking(step, "%s can be read, and is empty", name)
	case errors.As(err, &bad):
		return connectors.Lacking(step, "%s can be read, but its %s; such lines are skipped", name, bad)
	case err != nil:
		return connectors.Failed(step, fmt.Errorf("replay: %s: %w", name, err), "check the setting format")
	}
	return connectors.Found(step, "%s can be read, and its first post makes sense", name)
}

// checkOutbox opens the outbox, or tries whether it can be made.
func (r *Replay) checkOutbox(ctx context.Context) connectors.Finding {
	f, err := os.OpenFile(r.outbox.path, os.O_WRONLY|os.O_APPEND, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return r.checkOutboxFolder()
	}
	if err != nil {
		return connectors.Failed("outbox", err, "let this user write it, or give another file as outbox")
	}
	defer f.Close()
	if _, err := r.outbox.Find(ctx, ""); err != nil && !errors.Is(err, connectors.ErrNotFound) {
		return connectors.Failed("outbox", err, "")
	}
	return connectors.Found("outbox", "%s can be written, and holds %d of our answers", r.outbox.path, r.outbox.size())
}

func (r *Replay) checkOutboxFolder() connectors.Finding {
	f, err := os.CreateTemp(filepath.Dir(r.outbox.path), ".graces-check-*")
	if err != nil {
		return connectors.Failed("outbox", err, "make its folder, or let this user write there")
	}
	err = errors.Join(f.Close(), os.Remove(f.Name()))
	if err != nil {
		return connectors.Failed("outbox", err, "")
	}
	return connectors.Found("outbox", "%s is made with the first answer", r.outbox.path)
}
