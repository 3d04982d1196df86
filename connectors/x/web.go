package x

import "regexp"

const defaultWeb = "https://x.com"

// web is where people see posts.
type web struct {
	base   string
	status *regexp.Regexp
}

// newWeb knows the addresses of X beside base: people paste what they copied.
func newWeb(base string) web {
	return web{base, regexp.MustCompile(`^(?:` + regexp.QuoteMeta(base) + `|https?://(?:www\.|mobile\.)?(?:x|twitter)\.com)/(\w{1,20})/status/(\d{1,19})(?:[/?#].*)?$`)}
}

// post is a post's address; X finds it whatever the handle.
func (w web) post(handleOf, id string) string {
	if !handle.MatchString(handleOf) {
		handleOf = "i"
	}
	return w.base + "/" + handleOf + "/status/" + id
}

// read takes the address of a post apart.
func (w web) read(address string) (handleOf, id string, ok bool) {
	at := w.status.FindStringSubmatch(address)
	if at == nil {
		return "", "", false
	}
	return at[1], at[2], true
}
