package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"goodgraces/care"
	"goodgraces/connectors/x"
)

// unpacked returns a file that replay can play: the file itself, or, where it is
// the tweets.js of an archive of X, its posts as JSON Lines in a file that done
// removes. as is the handle of the account whose archive it is.
func unpacked(file, as string) (name string, done func(), err error) {
	if strings.ToLower(filepath.Ext(file)) != ".js" {
		return file, func() {}, nil
	}
	if as = strings.TrimPrefix(as, "@"); as == "" {
		return "", nil, &usageError{errors.New("--as: an archive of X does not say whose it is: give the account's handle")}
	}
	in, err := os.Open(file)
	if err != nil {
		return "", nil, fmt.Errorf("replay: %w", err)
	}
	defer in.Close()
	out, err := os.CreateTemp("", "graces-archive-*.jsonl") // made with 0600
	if err != nil {
		return "", nil, fmt.Errorf("replay: %w", err)
	}
	remove := func() { _ = os.Remove(out.Name()) }
	buffered := bufio.NewWriter(out)
	lines := json.NewEncoder(buffered)
	skipped, err := x.Archive(in, care.Author{ID: as, Handle: as}, func(m care.Mention) error { return lines.Encode(m) })
	if err = errors.Join(err, buffered.Flush(), out.Close()); err != nil {
		remove()
		return "", nil, fmt.Errorf("replay: %s: %w", file, err)
	}
	if skipped > 0 {
		fmt.Fprintf(os.Stderr, "graces: %s: %d entries are no posts\n", file, skipped)
	}
	return out.Name(), remove, nil
}
