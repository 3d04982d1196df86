package discord

import (
	"strconv"
	"time"
)

// epoch is when Discord's IDs begin to count: the first millisecond of 2015.
const epoch = 1_420_070_400_000

// number is an ID as a number, 0 where it is none. IDs of all channels rise with
// time: the upper 42 bits are milliseconds.
func number(id string) uint64 {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// sound reports whether an ID can go into an address.
func sound(id string) bool { return number(id) > 0 }

func text(id uint64) string { return strconv.FormatUint(id, 10) }

// timeOf is when an ID was given out, by Discord's clock.
func timeOf(id string) time.Time {
	return time.UnixMilli(int64(number(id)>>22) + epoch).UTC()
}

// ago is an ID that was given out so long before another.
func ago(id uint64, d time.Duration) uint64 {
	back := uint64(d.Milliseconds()) << 22
	if id < back {
		return 0
	}
	return id - back
}
