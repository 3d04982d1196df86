package discord

import "encoding/json"

// cursor is how far was read. Base holds for every channel that is not in At:
// posts up to it were handled, wherever they stand.
type cursor struct {
	Base string            `json:"base,omitempty"`
	At   map[string]string `json:"at,omitempty"` // the last post handled, by channel
	// The session that the gateway can resume behind the event Seq. It is kept
	// only once the gap before it was filled.
	Session string `json:"session,omitempty"`
	Seq     int64  `json:"seq,omitempty"`
	Resume  string `json:"resume,omitempty"` // address where it is resumed
}

// parseCursor reads a cursor; one that makes no sense is the beginning.
func parseCursor(text string) cursor {
	var c cursor
	if json.Unmarshal([]byte(text), &c) != nil || c.Base != "0" && !sound(c.Base) {
		c = cursor{}
	}
	for channel, id := range c.At {
		if !sound(channel) || !sound(id) {
			delete(c.At, channel)
		}
	}
	return c
}

func (c *cursor) String() string {
	text, _ := json.Marshal(c) // strings and numbers alone: it always marshals
	return string(text)
}

// behind is the post behind which a channel is read on.
func (c *cursor) behind(channel string) uint64 {
	return max(number(c.Base), number(c.At[channel]))
}

// settled is up to where nothing more turns up: a while before the last post that
// was handled, in whichever channel.
func (c *cursor) settled() uint64 {
	top := number(c.Base)
	for _, id := range c.At {
		top = max(top, number(id))
	}
	return ago(top, disorder)
}

// from is the post behind which a channel is looked through: one that was handled
// lately may have another before it, by its ID, that was shown after it.
func (c *cursor) from(channel string, settled uint64) uint64 {
	at := c.behind(channel)
	if at > settled {
		return max(number(c.Base), ago(at, disorder))
	}
	return at
}

// pass notes that a post of a channel was handled.
func (c *cursor) pass(channel, id string) {
	if number(id) <= c.behind(channel) {
		return
	}
	if c.At == nil {
		c.At = map[string]string{}
	}
	c.At[channel] = id
}

// raise lifts the base, once every channel was read up to there.
func (c *cursor) raise(to uint64) {
	if to > number(c.Base) || c.Base == "" {
		c.Base = text(to)
	}
	for channel, id := range c.At {
		if number(id) <= number(c.Base) {
			delete(c.At, channel)
		}
	}
}

// forget drops the session: it cannot be resumed.
func (c *cursor) forget() { c.Session, c.Seq, c.Resume = "", 0, "" }
