package x

import (
	"encoding/json"
	"errors"
	"hash/fnv"
	"net/http"
	"strconv"
	"strings"
)

// cursor remembers how far each feed was read.
type cursor struct {
	Feeds map[string]mark `json:"feeds"`
	// Checked is when stored posts were read again, in Unix milliseconds.
	Checked int64 `json:"checked,omitempty"`
	// Turn is behind which of all stored posts the next turn begins.
	Turn int64 `json:"turn,omitempty"`
}

// mark is how far one feed was read. X gives the newest first, so a gap is
// filled backwards, from Top to Since; where that breaks off, it goes on below
// Until, and what came after Top is another gap.
type mark struct {
	Since uint64 `json:"since,string"`           // all up to it was handed on
	Until uint64 `json:"until,string,omitempty"` // all from it to Top was handed on; 0: no gap is being filled
	Top   uint64 `json:"top,string,omitempty"`   // where the gap ends
	Posts int    `json:"posts,omitempty"`        // handed on of this gap
}

// parseCursor reads a saved cursor. One that cannot be read counts as none:
// reading begins now.
func parseCursor(text string) cursor {
	var c cursor
	if json.Unmarshal([]byte(text), &c) != nil || c.Feeds == nil {
		c.Feeds = map[string]mark{}
	}
	return c
}

func (c cursor) String() string {
	text, _ := json.Marshal(c) // strings and numbers: it always marshals
	return string(text)
}

// errNoSense: a page says that there is more and does not lead there.
var errNoSense = errors.New("the page holds no post that can be read, and says that there is more")

// behind is the mark behind a page, and whether the gap is filled.
func (m mark) behind(posts []post, more bool, h http.Header) (mark, bool, error) {
	next, newest := m, uint64(0)
	for _, p := range posts {
		id := snowflake(p.ID)
		newest = max(newest, id)
		if next.Until == 0 || id < next.Until {
			next.Until = id
		}
	}
	next.Posts += len(posts)
	if m.Until == 0 { // its first page, the newest
		next.Top = settled(m.Since, newest, h)
	}
	if !more || m.Since == 0 {
		return mark{Since: max(m.Since, next.Top)}, true, nil
	}
	if next.Until == m.Until {
		return m, false, errNoSense
	}
	return next, false, nil
}

// settled is up to where nothing more will turn up: by X's own clock, since ours
// may be off.
func settled(since, newest uint64, h http.Header) uint64 {
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return max(since, newest)
	}
	return max(since, idAt(now.Add(-indexLag)))
}

const searchPrefix = "search:"

// searchName names the feed of a query.
func searchName(query string) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(query))
	return searchPrefix + strconv.FormatUint(uint64(h.Sum32()), 36)
}

// adopt forgets the feeds that are read no more. A search that is new, since the
// keywords were changed, begins where those before were read up to.
func (c *cursor) adopt(feeds []feed) {
	oldest := uint64(0)
	for name, m := range c.Feeds {
		if strings.HasPrefix(name, searchPrefix) && (oldest == 0 || m.Since < oldest) {
			oldest = m.Since
		}
	}
	kept := map[string]mark{}
	for _, f := range feeds {
		m, known := c.Feeds[f.name]
		if !known && strings.HasPrefix(f.name, searchPrefix) {
			m.Since = oldest
		}
		kept[f.name] = m
	}
	c.Feeds = kept
}

// seen moves every feed on, behind a post that the stream brought.
func (c *cursor) seen(id uint64) {
	for name, m := range c.Feeds {
		m.Since = max(m.Since, id)
		c.Feeds[name] = m
	}
}

// again sets every feed back by a while: the stream's order is not strict.
func (c *cursor) again(ms uint64) {
	for name, m := range c.Feeds {
		if m.Since > ms<<22 {
			m.Since -= ms << 22
		}
		c.Feeds[name] = m
	}
}
