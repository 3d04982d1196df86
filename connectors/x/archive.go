package x

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/dghubble/go-twitter/twitter" //nolint:staticcheck // deprecated with the API v1.1, whose shapes archives still have

	"goodgraces/care"
)

// ErrNoArchive: a file is not the tweets.js of an archive of X.
var ErrNoArchive = errors.New("this is no tweets.js of an archive of X: it begins with window.YTD.tweets.part0 = [")

// maxPreamble is where the list of an archive's file begins at the latest, in
// bytes.
const maxPreamble = 200

// Archive reads the posts of an account from data/tweets.js of the archive that
// X gives it, and yields each as a mention by the brand. An archive does not say
// whose it is: by does. skipped counts what makes no sense.
func Archive(r io.Reader, by care.Author, yield func(care.Mention) error) (skipped int, err error) {
	lines := bufio.NewReader(r)
	head, _ := lines.Peek(maxPreamble) // shorter, where the file is
	at := bytes.IndexByte(head, '[')
	if !bytes.HasPrefix(bytes.TrimPrefix(head, []byte("\ufeff")), []byte("window.YTD.tweet")) || at < 0 {
		return 0, ErrNoArchive
	}
	if _, err := lines.Discard(at); err != nil {
		return 0, err
	}
	list := json.NewDecoder(lines)
	if _, err := list.Token(); err != nil { // the bracket
		return 0, fmt.Errorf("x: archive: %w", err)
	}
	for list.More() {
		var raw json.RawMessage
		if err := list.Decode(&raw); err != nil {
			return skipped, fmt.Errorf("x: archive: after %d bytes: %w", list.InputOffset(), err)
		}
		m, ok := archived(raw, by)
		if !ok {
			skipped++
			continue
		}
		if err := yield(m); err != nil {
			return skipped, err
		}
	}
	if _, err := list.Token(); err != nil {
		return skipped, fmt.Errorf("x: archive: it breaks off: %w", err)
	}
	return skipped, nil
}

// archived is one element: a post, below "tweet" since 2020. Its numbers are
// texts, which decode leaves out; what is needed of them is there as text.
func archived(raw json.RawMessage, by care.Author) (care.Mention, bool) {
	var t struct {
		Tweet json.RawMessage `json:"tweet"`
	}
	if decode(raw, &t) && len(t.Tweet) > 0 {
		raw = t.Tweet
	}
	var tweet twitter.Tweet
	if !decode(raw, &tweet) || snowflake(tweet.IDStr) == 0 {
		return care.Mention{}, false
	}
	m := legacyMention(&tweet, by, newWeb(defaultWeb))
	m.By = care.ByBrand
	if at, err := tweet.CreatedAtTime(); err == nil {
		m.CreatedAt = at.UTC() // before November 2010 IDs do not tell the time
	}
	return m, true
}
