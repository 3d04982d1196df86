package x

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// problem is how X says no: RFC 7807, with the reasons of each parameter below
// errors.
type problem struct {
	Title  string `json:"title"`
	Detail string `json:"detail"`
	Type   string `json:"type"`
	Value  string `json:"value"`
	Errors []struct {
		Message string `json:"message"`
		Detail  string `json:"detail"`
		Title   string `json:"title"`
		Type    string `json:"type"`
	} `json:"errors"`
}

func problemOf(a *rest.Answer) problem {
	var p problem
	_ = json.Unmarshal(a.Body, &p) // an answer without words is still an answer
	return p
}

// words is what X says, cut short.
func (p problem) words() string {
	said := p.Detail
	for _, e := range p.Errors {
		if said == "" || p.Title == "Invalid Request" {
			said = strings.TrimSpace(e.Message + e.Detail)
		}
	}
	if said == "" {
		said = p.Title
	}
	return cut(said)
}

// cut shortens what a platform says to what people read.
func cut(text string) string {
	r := []rune(strings.TrimSpace(text))
	return strings.ToValidUTF8(string(r[:min(len(r), 200)]), "?")
}

// says reports whether one of these words stand in a problem.
func (p problem) says(parts ...string) bool {
	said := []string{p.Title, p.Detail, p.Type}
	for _, e := range p.Errors {
		said = append(said, e.Message, e.Detail, e.Type)
	}
	whole := strings.ToLower(strings.Join(said, " "))
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(whole, part) })
}

// stale reports whether X refused the token rather than the call.
func stale(a *rest.Answer) bool {
	return a.Status == http.StatusUnauthorized && problemOf(a).Title == "Unauthorized"
}

// Paths of what is written.
const (
	pathPosts    = "/2/tweets"
	pathMessages = "/2/dm_conversations/with/"
)

// what names a call in words.
func what(q call) string {
	switch {
	case q.method == http.MethodPost && q.path == pathPosts:
		return "reply"
	case q.method == http.MethodPost && strings.HasPrefix(q.path, pathMessages):
		return "private message"
	}
	return q.path
}

// Remedies, each naming the step of setup.md.
const (
	remedyKeys       = "make the keys anew: Developer Console, the app, Keys and tokens (step 4)"
	remedyPermission = "set the app's permission to Read and write and Direct message (step 3), then generate the access token anew (step 4)"
	remedyProject    = "the app has no access to the API v2: buy credits and attach it to a project in the Developer Console (steps 1 and 2)"
	remedyCap        = "the posts that the plan holds in a month have been read: watch for fewer keywords, or ask X for another plan (step 1)"
	remedyCredits    = "the developer account has no credits left: buy more in the Developer Console (step 1)"
)

const (
	creditsAfter     = time.Hour   // people must buy some first
	connectionsAfter = time.Minute // X takes a while to notice that a stream has ended
)

// meaning says what an answer that is not OK means.
func meaning(q call, a *rest.Answer, now time.Time) error {
	p := problemOf(a)
	switch a.Status {
	case http.StatusUnauthorized:
		if off := a.ClockOff(now); off != "" {
			return fmt.Errorf("%w: status 401: %s; %s", connectors.ErrUnauthorized, p.words(), off)
		}
		return fmt.Errorf("%w: status 401: %s; %s", connectors.ErrUnauthorized, p.words(), remedyKeys)
	case http.StatusPaymentRequired:
		return fmt.Errorf("status 402: %w", &connectors.RateLimitError{After: creditsAfter, Budget: "X: " + remedyCredits})
	case http.StatusTooManyRequests:
		return tooMany(a, now)
	case http.StatusForbidden:
		return forbidden(q, p)
	}
	return a.Err(p.words(), now)
}

// forbidden says what a 403 means. X answers with it whatever it does not want:
// keys, an app, an author, a text.
//
// Its documents name types of problems (docs.x.com/x-api/fundamentals/
// response-codes-and-errors, Aug 2026: client-forbidden) and none of the
// sentences. Those are as others met them, looked up in November 2026:
//   - oauth1-permissions, "not configured with the appropriate oauth1 app
//     permissions": logs of July 2025 and August 2026 in public repositories;
//   - client-not-enrolled and user-not-enrolled: github.com/cursor/plugins#270,
//     September 2026, and docs.x.com/tools/mcp;
//   - "not been mentioned or otherwise engaged by the author", "only reply to or
//     quote posts where you are mentioned": clients of 2026 that test for them;
//   - "duplicate content", "deleted or not visible to you": many clients, such as
//     github.com/plhery/node-twitter-api-v2#366;
//   - "restricted who can reply" (433), "temporarily locked" (326), "suspended"
//     (64): from the API v1.1; not found for v2.
//
// A private message is refused with "You do not have permission to DM one or more
// participants." or "This operation is not permitted."; whatever else X says to
// one, another way is offered.
func forbidden(q call, p problem) error {
	switch {
	case p.says("oauth1-permissions", "app permissions", "access level", "oauth2 scope"):
		return fmt.Errorf("%w: status 403: %s; %s", connectors.ErrUnauthorized, p.words(), remedyPermission)
	case p.says("client-not-enrolled", "user-not-enrolled", "client-forbidden", "attached to a project"):
		return fmt.Errorf("%w: status 403: %s; %s", connectors.ErrUnauthorized, p.words(), remedyProject)
	case p.says("suspended", "temporarily locked", "account is locked"):
		return fmt.Errorf("%w: status 403: %s; sign in at x.com to see why", connectors.ErrUnauthorized, p.words())
	case what(q) == "private message":
		return fmt.Errorf("%w: %s", connectors.ErrCannotMessage, p.words())
	case what(q) != "reply":
		return fmt.Errorf("%w: status 403: %s; %s", connectors.ErrUnauthorized, p.words(), remedyPermission)
	case p.says("duplicate content"):
		return fmt.Errorf("%w: X takes the same text only once in some hours: change the wording", connectors.ErrRefused)
	case p.says("not allowed because you have not been", "mentioned or otherwise engaged", "posts where you are mentioned", "restricted who can reply"):
		return fmt.Errorf("%w: X lets an app answer only those who mention or quote the account, and the author may allow fewer: answer by hand (%s)", connectors.ErrRefused, p.words())
	case p.says("deleted or not visible"):
		return errGone
	}
	return fmt.Errorf("%w: status 403: %s", connectors.ErrRefused, p.words())
}

// tooMany reads when to come back: the day's limit counts where it is used up.
// Pay-per-use plans also have a cap of posts a month (usage-capped).
func tooMany(a *rest.Answer, now time.Time) error {
	if problemOf(a).says("usage-capped", "usagecapexceeded") {
		return fmt.Errorf("status 429: %w", &connectors.RateLimitError{After: max(a.RetryAfter(now), creditsAfter), Budget: "X: " + remedyCap})
	}
	after := a.RetryAfter(now)
	for _, header := range []string{"X-User-Limit-24hour-", "X-App-Limit-24hour-"} {
		reset, err := strconv.ParseInt(a.Header.Get(header+"Reset"), 10, 64)
		if err == nil && a.Header.Get(header+"Remaining") == "0" {
			after = max(after, time.Unix(reset, 0).Sub(connectors.Clock(a.Header, now)))
		}
	}
	if after <= 0 && problemOf(a).says("connection") {
		after = connectionsAfter
	}
	return fmt.Errorf("status 429: %w", &connectors.RateLimitError{After: after})
}

// wait is how long a rate limit asks to wait; zero for another error.
func wait(err error) time.Duration {
	limited, _ := errors.AsType[*connectors.RateLimitError](err)
	if limited == nil {
		return 0
	}
	return limited.After
}
