package known

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"goodgraces/responder/check"
	"goodgraces/responder/templates"
)

// Files reads the files of answers in a folder; one that is not there has none.
func Files(folder string) ([]File, error) {
	if folder == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("known answers: %w", err)
	}
	var files []File
	for _, e := range entries {
		if !templates.IsAnswers(e.Name()) {
			continue
		}
		path := filepath.Join(folder, e.Name())
		body, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("known answers: %w", err)
		}
		files = append(files, File{path, string(body)})
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

// Load builds the answers of a folder; see Build.
func Load(folder string, levels check.Levels) (*Set, error) {
	files, err := Files(folder)
	if err != nil {
		return nil, err
	}
	return Build(files, levels)
}
