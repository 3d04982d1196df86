package train

import (
	"fmt"
	"io"

	"goodgraces/classifier/topics"
)

// Words counts how common words are in the data folder's posts, comments and
// questions, and writes the table that classifier/topics ships.
func Words(dataDir string, out io.Writer) error {
	rows, err := read(dataDir)
	if err != nil {
		return err
	}
	sets := map[source][]string{}
	for _, r := range rows {
		sets[r.source] = append(sets[r.source], r.text)
	}
	f := topics.NewFrequency()
	for _, from := range []source{fromComplaints, fromEmotions, fromBanking} {
		f.Add(sets[from])
	}
	if _, err := f.WriteTo(out); err != nil {
		return fmt.Errorf("train: write the words: %w", err)
	}
	return nil
}
