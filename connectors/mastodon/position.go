package mastodon

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	api "github.com/mattn/go-mastodon"
)

// overlap is how many posts of a timeline are read again: servers give IDs
// before they show a post, so that a lower one may come after a higher one. What
// is read twice does no harm.
const overlap = 10

// positions is how far each timeline was read, by its key: what the cursor says.
// A position holds the highest IDs, the lowest first; reading goes on behind the
// lowest of them.
type positions map[string][]api.ID

// parsePositions reads a cursor; one that makes no sense is the beginning.
func parsePositions(cursor string) positions {
	saved := map[string]api.ID{}
	p := positions{}
	if json.Unmarshal([]byte(cursor), &saved) != nil {
		return p
	}
	for key, id := range saved {
		if sound(id) {
			p[key] = []api.ID{id}
		}
	}
	return p
}

// cursor is where reading begins anew.
func (p positions) cursor() string {
	saved := map[string]api.ID{}
	for _, key := range slices.Sorted(maps.Keys(p)) {
		saved[key] = p.behind(key)
	}
	text, _ := json.Marshal(saved) // strings alone: it always marshals
	return string(text)
}

// behind is the ID behind which a timeline is read on; "" at the beginning.
func (p positions) behind(key string) api.ID {
	if len(p[key]) == 0 {
		return ""
	}
	return p[key][0]
}

// pass notes that a post of a timeline was handled.
func (p positions) pass(key string, id api.ID) {
	ids := p[key]
	at, found := slices.BinarySearchFunc(ids, id, api.ID.Compare)
	if found || !sound(id) || at == 0 && len(ids) >= overlap {
		return
	}
	ids = slices.Insert(ids, at, id)
	p[key] = ids[max(0, len(ids)-overlap):]
}

// nothingYet is the position in a timeline that was empty: below every ID.
const nothingYet api.ID = "0"

// before is a position below an ID and above those that lie clearly below it:
// the number before, or the ID without its end where IDs are no numbers.
func before(id api.ID) api.ID {
	if n, err := strconv.ParseUint(string(id), 10, 64); err == nil && n > 0 {
		return api.ID(strconv.FormatUint(n-1, 10))
	}
	return cmp.Or(id[:max(0, len(id)-1)], nothingYet)
}

// sound reports whether an ID can be one: decimal digits, or letters and digits
// on servers that count otherwise.
func sound(id api.ID) bool {
	return id != "" && len(id) <= 64 && strings.IndexFunc(string(id), func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '_'
	}) < 0
}
