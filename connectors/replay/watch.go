package replay

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"goodgraces/connectors"
	"goodgraces/connectors/replay/posts"
)

// look is what a file was like when it was last looked at.
type look struct {
	size    int64
	changed int64 // modification time in nanoseconds
	settled bool  // it was played to its very end
}

// watch plays the folder's files as they come and as they grow.
func (p *player) watch(ctx context.Context, folder string) error {
	seen := map[string]look{}
	for {
		if err := p.lookOver(ctx, folder, seen); err != nil {
			return err
		}
		if err := sleep(ctx, p.set.Duration("poll")); err != nil {
			return err
		}
	}
}

// lookOver plays what is new since the last look.
func (p *player) lookOver(ctx context.Context, folder string, seen map[string]look) error {
	entries, err := os.ReadDir(folder) // sorted by name
	if err != nil {
		return fmt.Errorf("%w: %w", &connectors.SettingError{Key: "watch", Problem: "cannot be read"}, err)
	}
	present := map[string]bool{}
	for _, e := range entries {
		if !isPosts(e) {
			continue
		}
		present[e.Name()] = true
		next, err := p.lookAt(ctx, filepath.Join(folder, e.Name()), seen[e.Name()])
		if errors.Is(err, fs.ErrNotExist) {
			continue // taken away meanwhile
		}
		if err != nil {
			return err
		}
		seen[e.Name()] = next
	}
	p.cur.keep(present)
	return nil
}

// lookAt plays a file that changed, and the end of one that stopped changing.
func (p *player) lookAt(ctx context.Context, path string, last look) (look, error) {
	stat, err := os.Stat(path)
	if err != nil {
		return last, fmt.Errorf("replay: %w", err)
	}
	now := look{size: stat.Size(), changed: stat.ModTime().UnixNano()}
	same := now.size == last.size && now.changed == last.changed
	if same && last.settled {
		return last, nil
	}
	now.settled = same
	return now, p.playFile(ctx, path, !same)
}

// isPosts tells a file of posts from one that is still being copied under
// another name and from everything else.
func isPosts(e fs.DirEntry) bool {
	return !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && strings.ToLower(filepath.Ext(e.Name())) != ".json" &&
		posts.FormatOf(e.Name()) != posts.Auto
}
