package config

import (
	"net"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// field is one key of the configuration.
type field struct {
	key     string // dotted; "[]" stands for an element of a list
	kind    kind
	value   any    // the default; its Go type is the kind's
	allowed string // completes "must be …"
	ok      func(v any) bool
	secret  bool // never shown; may be given as KEY_file
	help    string
	example string // shown, commented out, where the default is empty
}

// table lists every key in the order of the example file.
var table = []field{
	{key: "data", kind: text, value: "./graces-data", ok: filled, allowed: "the path of a folder",
		help: "Folder of the embedded database, the outbox and the connectors' files."},

	{key: "brand.name", kind: text, value: "", allowed: "text",
		help: "The brand as it is written in answers.", example: "Larkspur"},
	{key: "brand.handles", kind: list, value: []string(nil), ok: each(isHandle), allowed: "handles without the leading @ and without spaces",
		help: "Our own accounts. Their posts count as our answers.", example: "[larkspur, larkspurhelp]"},
	{key: "brand.keywords", kind: list, value: []string(nil), allowed: "a list of words",
		help: "What else to watch for, on platforms that are searched by word.", example: "[larkspur, larkspur parcels]"},

	{key: "store.url", kind: text, value: "", secret: true, ok: emptyOr(isURL("postgres", "postgresql")),
		allowed: "empty (SQLite in data) or postgres://USER:PASSWORD@HOST:PORT/DATABASE, special characters percent-encoded",
		help:    "Where cases live. Empty is one SQLite file in data.", example: "postgres://graces@localhost:5432/graces"},
	{key: "queue.url", kind: text, value: "", secret: true, ok: emptyOr(isURL("redis", "rediss")),
		allowed: "empty (a table in SQLite) or redis://USER:PASSWORD@HOST:PORT/NUMBER, special characters percent-encoded",
		help:    "What carries posts to the workers. Empty is a table in the SQLite file in data.", example: "redis://localhost:6379/0"},

	{key: "work.workers", kind: number, value: 0, ok: within(0, 1024), allowed: "a whole number from 0 to 1024",
		help: "Workers that classify and draft. 0 is one for each core."},
	{key: "work.batch", kind: number, value: 500, ok: within(1, 10_000), allowed: "a whole number from 1 to 10000",
		help: "Posts that a worker takes at a time."},
	{key: "work.lease", kind: duration, value: 30 * time.Second, ok: lasting(time.Second, time.Hour), allowed: "a duration from 1s to 1h",
		help: "How long a worker may keep them before others take over."},
	{key: "work.attempts", kind: number, value: 5, ok: within(1, 100), allowed: "a whole number from 1 to 100",
		help: "Tries before a post goes to the dead-letter list."},

	{key: "classifier.model", kind: text, value: "", ok: emptyOr(isFile), allowed: "empty (the model that is built in) or the path of a file that graces train wrote",
		help: "The model. Empty is the one that is built in.", example: "model.bin"},
	{key: "classifier.complaint", kind: fraction, value: 0.5, ok: probability, allowed: "a number above 0 and up to 1",
		help: "The probability from which the policy's word complaint holds: by default, such a post gets a reply."},
	{key: "classifier.praise", kind: fraction, value: 0.5, ok: probability, allowed: "a number above 0 and up to 1",
		help: "The same for praise: by default, such a post gets thanks."},
	{key: "classifier.question", kind: fraction, value: 0.5, ok: probability, allowed: "a number above 0 and up to 1",
		help: "The same for a question: by default, such a post gets an answer."},
	{key: "classifier.languages", kind: list, value: []string{"en"}, ok: languages, allowed: "a list of two-letter or three-letter language codes such as en",
		help: "Languages that are judged by software. A post in another one goes to a person."},
	{key: "classifier.learn", kind: boolean, value: false, allowed: "true or false",
		help: "Learn from the team's corrections once a day, and judge with what was learned where that is better."},
	{key: "classifier.learn_at", kind: text, value: "03:30", ok: isTimeOfDay, allowed: "a time of day such as 03:30",
		help: "When, by the machine's clock. Where nothing ran then, it is made up for at the next start."},
	{key: "classifier.topics[].name", kind: text, value: "", ok: filled, allowed: "a name that no other topic has",
		help: "What it is called. Its words count as keywords. One may be called other: it takes what fits nowhere.", example: "lost luggage"},
	{key: "classifier.topics[].description", kind: text, value: "", allowed: "text",
		help: "What it is about, for people. Its words count a little.", example: "A bag did not arrive."},
	{key: "classifier.topics[].keywords", kind: list, value: []string(nil), allowed: "a list of words and short phrases, at most 200 of at most 6 words",
		help: "Words and phrases that speak for it; delay finds delays and delayed too.", example: "[luggage, bag, baggage claim]"},
	{key: "classifier.topics[].examples", kind: list, value: []string(nil), allowed: "a list of posts, at most 200 of at most 500 bytes",
		help: "Posts that are of this topic.", example: "[they sent my bag to Oslo and me to Rome]"},
	{key: "classifier.policy[].rule", kind: text, value: "", ok: filled, allowed: "a name that no other rule has",
		help: "What the rule is called. The desk shows it beside the post.", example: "complaint"},
	{key: "classifier.policy[].when", kind: list, value: []string(nil), allowed: "a list of conditions such as complaint >= 0.5, direct, not bystander, language unknown",
		help: "The conditions, which must all hold. The last rule has none.", example: "[]"},
	{key: "classifier.policy[].action", kind: text, value: "", ok: filled, allowed: "one of reply, thank, answer, legal, safety, fold, ignore",
		help: "What is done with the post.", example: "reply"},

	{key: "authors.close_at", kind: fraction, value: 0.55, ok: probability, allowed: "a number above 0 and up to 1",
		help: "An author at or above this score gets one courteous closing line."},
	{key: "authors.silence_at", kind: fraction, value: 0.45, ok: probability, allowed: "a number above 0 and up to 1",
		help: "After that line, silence holds from this score on."},
	{key: "authors.signals.taunts-without-issue", kind: fraction, value: 0.14, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "A taunt or an insult that names nothing that could be solved."},
	{key: "authors.signals.intrudes", kind: fraction, value: 0.14, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "A post in somebody else's thread without a matter of their own."},
	{key: "authors.signals.after-answers", kind: fraction, value: 0.12, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "A post after an answer of ours that names nothing to solve."},
	{key: "authors.signals.names-nothing-when-asked", kind: fraction, value: 0.10, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "The same where our answer had asked what is wrong."},
	{key: "authors.signals.moves-goal-posts", kind: fraction, value: 0.10, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "Turns our answer down and asks for something else."},
	{key: "authors.signals.repeats", kind: fraction, value: 0.10, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "A near-copy of an earlier post that names nothing to solve."},
	{key: "authors.signals.calls-a-crowd", kind: fraction, value: 0.10, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "Calls others in (the press, a boycott) without a matter of their own."},
	{key: "authors.signals.no-business", kind: fraction, value: 0.12, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "Says that they have no business with us."},
	{key: "authors.signals.returns-after-solved", kind: fraction, value: 0.12, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "Comes back to provoke after the matter was solved."},
	{key: "authors.signals.courts-the-team", kind: fraction, value: 0.17, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "Seeks the people who answer, and needs nothing."},
	{key: "authors.signals.comes-back-needing-nothing", kind: fraction, value: 0.06, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "Comes back after an answer of ours and needs nothing."},
	{key: "authors.signals.used-the-attention", kind: fraction, value: 0.15, ok: speaksAgainst, allowed: "a number from 0 to 1",
		help: "Needs nothing and has had all the answers that the budget allows."},
	{key: "authors.signals.real-issue", kind: fraction, value: -0.20, ok: speaksFor, allowed: "a number from -1 to 0",
		help: "Tells of a concrete matter of their own."},
	{key: "authors.signals.real-need", kind: fraction, value: -0.10, ok: speaksFor, allowed: "a number from -1 to 0",
		help: "Asks or answers something that helps to solve it."},
	{key: "authors.signals.friendly", kind: fraction, value: -0.08, ok: speaksFor, allowed: "a number from -1 to 0",
		help: "Praises what we make, or helps others."},
	{key: "authors.retention", kind: duration, value: 180 * 24 * time.Hour, ok: lasting(0, 20*366*24*time.Hour), allowed: "a duration from 0s to 175680h",
		help: "What is remembered of a person (profile, links, notes) is erased when nothing was heard of them for this long, once a day. 0s keeps it. Posts and cases stay until they are forgotten by name."},
	{key: "authors.budget.per_thread", kind: number, value: 1, ok: within(0, 1000), allowed: "a whole number from 0 to 1000",
		help: "Public answers that one person gets in one thread, a thank-you included. 0 is no limit. One: what follows it belongs in private, and a long public exchange spreads the complaint."},
	{key: "authors.budget.closing", kind: number, value: 1, ok: within(0, 1000), allowed: "a whole number from 0 to 1000",
		help: "Closing lines that one person gets in one thread, besides; and how many of those that end a conversation with somebody who feeds on answers, in all threads within authors.budget.window. 0 is no limit. One: a second is the bait taken."},
	{key: "authors.budget.per_author", kind: number, value: 3, ok: within(0, 100_000), allowed: "a whole number from 0 to 100000",
		help: "Public answers of both sorts that one person gets within authors.budget.window, in whatever threads. 0 is no limit. Three: whoever needs more in a day is not helped in public."},
	{key: "authors.budget.window", kind: duration, value: 24 * time.Hour, ok: lasting(time.Minute, 366*24*time.Hour), allowed: "a duration from 1m to 8784h",
		help: "The time that authors.budget.per_author looks back."},

	{key: "responder.templates", kind: text, value: "", ok: emptyOr(isFolder), allowed: "empty (the templates that are built in) or the path of a folder",
		help: "Folder of tone templates, looked at all the time: a change is in force within seconds, a broken file is refused. Empty is the ones that are built in.", example: "templates"},
	{key: "responder.shipped", kind: boolean, value: true, allowed: "true or false",
		help: "The templates that are built in apply too, where the folder has none of their name. Without a folder they always do."},
	{key: "responder.template_approval", kind: boolean, value: false, allowed: "true or false",
		help: "A template that is written in the desk is put in force by another person than the one who wrote it."},
	{key: "responder.routes[].name", kind: text, value: "", ok: emptyOr(isName), allowed: "empty (its kind) or 1 to 32 lower-case letters, digits, - or _, beginning with a letter",
		help: "What it is called in the desk and by graces routes: unique. Empty is its kind.", example: "phone"},
	{key: "responder.routes[].kind", kind: text, value: "", ok: oneOf("message", "thread", "form", "phone", "email", "chat", "inbox"), allowed: "one of message, thread, form, phone, email, chat, inbox",
		help: "Which way into a private conversation.", example: "phone"},
	{key: "responder.routes[].text", kind: text, value: "", ok: filled, allowed: "the words that go into a sentence: call us on 0800 …",
		help: "The way, as it stands in a sentence.", example: `"call us on 0808 157 0123"`},
	{key: "responder.routes[].hours", kind: text, value: "", ok: emptyOr(isHours), allowed: "empty (always) or hours such as Mon-Fri 08:00-18:00, Sat 22:00-06:00",
		help: "When it is open, by the clock on the wall there; hours may end on the next day. Empty is always.", example: "Mon-Fri 08:00-18:00, Sat 09:00-12:00"},
	{key: "responder.routes[].zone", kind: text, value: "", ok: isZone, allowed: "empty (UTC) or an IANA time zone such as Europe/London",
		help: "The hours' time zone. Empty is UTC.", example: "Europe/London"},
	{key: "responder.routes[].holidays", kind: list, value: []string(nil), ok: each(isHoliday), allowed: "a list of dates such as 2026-12-25, or 12-25 for each year",
		help: "Days on which it is closed, whatever its hours say.", example: "[12-25, 12-26, 2027-03-26]"},
	{key: "responder.routes[].languages", kind: list, value: []string(nil), ok: each(codeShape.MatchString), allowed: "a list of two-letter or three-letter language codes such as en",
		help: "Languages that are spoken there: it is offered in answers in these alone. Empty is every one.", example: "[en]"},
	{key: "responder.wait_for", kind: duration, value: 2 * time.Hour, ok: lasting(time.Minute, 30*24*time.Hour), allowed: "a duration from 1m to 720h",
		help: "A route's wait that nobody confirmed for this long is no longer said, and no longer counts."},
	{key: "responder.measured_waits", kind: boolean, value: false, allowed: "true or false",
		help: "Where nobody said a route's wait, say what cases took of late from our answer to their first private word or the resolution. The desk shows it either way."},
	{key: "responder.follow_up", kind: duration, value: 48 * time.Hour, ok: lasting(0, 30*24*time.Hour), allowed: "a duration from 0s to 720h",
		help: "How long after a resolution the desk offers to ask how it went: once, in private, and a person approves it. 0s never asks."},
	{key: "responder.form_for", kind: duration, value: 14 * 24 * time.Hour, ok: lasting(time.Hour, 366*24*time.Hour), allowed: "a duration from 1h to 8784h",
		help: "How long the link to a form works, from when its message was drafted. Links need desk.public_url to begin with https://."},
	{key: "responder.form_keep", kind: duration, value: 90 * 24 * time.Hour, ok: lasting(24*time.Hour, 20*366*24*time.Hour), allowed: "a duration from 24h to 175680h",
		help: "How long what a customer filled in is kept. The form says so; then it is erased, once a day."},
	{key: "responder.llm.url", kind: text, value: "", ok: emptyOr(isURL("http", "https")), allowed: "empty (no model) or the base address of an OpenAI-compatible endpoint, such as http://localhost:11434/v1",
		help: "A language model that writes the opening of drafts. Empty is none: nothing is missing without it.", example: "http://localhost:11434/v1"},
	{key: "responder.llm.key", kind: text, value: "", secret: true, allowed: "text",
		help: "Its key, where it wants one.", example: "…"},
	{key: "responder.llm.model", kind: text, value: "", allowed: "the name of a model",
		help: "Which model. Required where there is a url.", example: "llama3.1:8b"},
	{key: "responder.llm.timeout", kind: duration, value: 5 * time.Second, ok: lasting(100*time.Millisecond, time.Minute), allowed: "a duration from 100ms to 1m",
		help: "How long it may take for one draft, two repairs included. After that the template's draft stands."},
	{key: "responder.llm.per_day", kind: number, value: 500, ok: within(0, 1_000_000), allowed: "a whole number from 0 to 1000000",
		help: "Calls a day (UTC), all processes together. 0 is no limit."},
	{key: "responder.checks[].rule", kind: text, value: "", ok: filled, allowed: "the name of a rule, see checks.md",
		help: "Which rule.", example: "no_commitment"},
	{key: "responder.checks[].level", kind: text, value: "", ok: oneOf("block", "warn", "off"), allowed: "one of block, warn, off",
		help: "Whether an answer that breaks it cannot leave, is shown with a doubt, or is not judged by it.", example: "block"},

	{key: "sender.undo_for", kind: duration, value: 5 * time.Second, ok: lasting(0, time.Hour), allowed: "a duration from 0s to 1h",
		help: "How long an approval can be taken back before it leaves."},
	{key: "sender.timeout", kind: duration, value: 15 * time.Second, ok: lasting(time.Second, 10*time.Minute), allowed: "a duration from 1s to 10m",
		help: "How long one call to a platform may take."},
	{key: "sender.settle_after", kind: duration, value: 30 * time.Second, ok: lasting(time.Second, time.Hour), allowed: "a duration from 1s to 1h",
		help: "How long to wait before the platform is read to see whether an unknown send stands; after a sender died, from the end of its lease on."},
	{key: "sender.settle_tries", kind: number, value: 10, ok: within(1, 1000), allowed: "a whole number from 1 to 1000",
		help: "Such readings that may fail before the send is parked for a person."},
	{key: "sender.attempts", kind: number, value: 8, ok: within(1, 100), allowed: "a whole number from 1 to 100",
		help: "Tries where the platform certainly took nothing."},
	{key: "sender.lease", kind: duration, value: time.Minute, ok: lasting(time.Second, time.Hour), allowed: "a duration from 1s to 1h",
		help: "A send in hand for longer than this means that its sender died. Must be longer than sender.timeout."},
	{key: "sender.response_due", kind: duration, value: time.Hour, ok: lasting(time.Minute, 30*24*time.Hour), allowed: "a duration from 1m to 720h",
		help: "Target for the first answer to a post."},

	{key: "incidents.window", kind: duration, value: time.Hour, ok: lasting(time.Minute, 7*24*time.Hour), allowed: "a duration from 1m to 168h",
		help: "Posts further apart than this are no incident together, and one that is quiet for this long has ended. An hour holds the rise of a pile-on; over a day, the ordinary grumbling of a large brand adds up to one."},
	{key: "incidents.accounts", kind: number, value: 6, ok: within(3, 100), allowed: "a whole number from 3 to 100",
		help: "Accounts that must gather in one place to reproach us, or post the same text, within the window. Customers with a problem of their own are not counted. Lower it for a small brand, raise it for one that is jeered at every day."},
	{key: "incidents.similar", kind: fraction, value: 0.8, ok: probability, allowed: "a number above 0 and up to 1",
		help: "Share of their words that two posts have in common to count as copies. At 0.8 one word in five may be another; below 0.6 posts about one topic look alike by chance."},

	{key: "desk.addr", kind: text, value: "127.0.0.1:8080", ok: isHostPort, allowed: "HOST:PORT, port 0 being any free one",
		help: "Where the web desk listens."},
	{key: "desk.public_url", kind: text, value: "", ok: emptyOr(isURL("http", "https")), allowed: "empty or an address such as https://desk.example.com",
		help: "The desk's address as people reach it. Empty is http:// and desk.addr.", example: "https://desk.example.com"},
	{key: "desk.session", kind: duration, value: 12 * time.Hour, ok: lasting(time.Minute, 30*24*time.Hour), allowed: "a duration from 1m to 720h",
		help: "People are signed out after this long."},
	{key: "desk.scores_for", kind: text, value: "manager", ok: oneOf("agent", "manager", "admin"), allowed: "one of agent, manager, admin",
		help: "The weakest role that sees an author's score, its kind and the weights of its signals. All others see the stance and its reasons in words."},

	{key: "desk.routes_for", kind: text, value: "manager", ok: oneOf("agent", "manager", "admin"), allowed: "one of agent, manager, admin",
		help: "The weakest role that says how a route stands: its wait, closed for now. All see it."},
	{key: "desk.api_token", kind: text, value: "", secret: true, ok: emptyOr(isLongToken), allowed: "empty (no API) or at least 24 characters without spaces",
		help: "Bearer token of the desk's API, which sets how routes stand. Empty shuts it.", example: "a-long-random-text-of-your-own"},

	{key: "connectors[].name", kind: text, value: "", ok: isName, allowed: "1 to 32 lower-case letters, digits, - or _, beginning with a letter",
		help: "What this connection is called: unique, shown to people, part of addresses.", example: "bluesky"},
	{key: "connectors[].type", kind: text, value: "", ok: filled, allowed: "a type that graces connectors lists",
		help: "Which kind of connector.", example: "bluesky"},
	{key: "connectors[].disabled", kind: boolean, value: false, allowed: "true or false",
		help: "Keeps it in the file without running it.", example: "false"},
	{key: "connectors[].daily_requests", kind: number, value: 0, ok: within(0, 1_000_000_000), allowed: "a whole number from 0 to 1000000000",
		help: "Requests to the platform in a day (UTC), over all processes together. 0 is no limit of ours; the platform's own are obeyed anyway.", example: "20000"},
	{key: "connectors[].daily_money", kind: fraction, value: 0.0, ok: affordable, allowed: "US dollars from 0 to 1000000",
		help: "What calls that the platform charges for may cost in a day (UTC), in US dollars. 0 is no limit of ours.", example: "5.00"},
	{key: "connectors[].settings", kind: settings, value: map[string]any(nil), allowed: "a section of settings",
		help: "What graces connectors describe TYPE lists.", example: "{}"},

	{key: "connectors_dir", kind: text, value: "", allowed: "empty (connectors in data) or the path of a folder",
		help: "Folder of the connectors that are set up in the desk, a file each, their secrets beside them. Empty is connectors in data.", example: "/etc/graces/connectors"},

	{key: "log.level", kind: text, value: "info", ok: oneOf("debug", "info", "warn", "error"), allowed: "one of debug, info, warn, error",
		help: "The least that is logged."},
	{key: "log.format", kind: text, value: "text", ok: oneOf("text", "json"), allowed: "text or json",
		help: "How a line of the log is written."},
}

// sections says what each section is for.
var sections = map[string]string{
	"brand":             "Who we are.",
	"store":             "Where cases live.",
	"queue":             "What carries posts from connectors to workers.",
	"work":              "The workers.",
	"classifier":        "What becomes of a post.",
	"classifier.topics": "What posts are about: the taxonomy. Empty is the one that is built in; [judging.md](judging.md) shows how to write one, `graces config dump` prints the one in force.",
	"classifier.policy": "Which post gets which action: a table, first match wins. Empty is the one that is built in, which [judging.md](judging.md) shows and explains; `graces config dump` prints the one in force.",
	"authors":           "Who is met how. An author is never closed for anger or the number of posts alone.",
	"authors.signals":   "What one post of each kind adds to its author's score. What is below 0 speaks for the author.",
	"authors.budget":    "How much public attention one person gets. What goes beyond it is not sent unless a manager allows one more, with a reason. Private messages are not counted.",
	"responder":         "Templates and private routes.",
	"responder.routes":  "Ways into a private conversation besides a message on the platform. The quickest that is open is offered; [routes.md](routes.md) tells more.",
	"responder.llm":     "A language model, if you like: it writes how a draft begins; promises, routes and money stay the template's. The post leaves with personal data taken out.",
	"responder.checks":  "Rules that are to have another level than [their default](checks.md): in the desk, the sender and graces check alike.",
	"sender":            "How approved answers leave.",
	"incidents":         "When many posts are one matter: a pile-on in a thread, or many accounts with one text. It gets one entry in the desk and one public statement; customers with a problem of their own keep their cases.",
	"desk":              "The web desk.",
	"connectors":        "The platforms, one element each.",
	"log":               "The log, on standard error.",
}

var (
	nameShape  = regexp.MustCompile(`^[a-z][a-z0-9_-]{0,31}$`)
	codeShape  = regexp.MustCompile(`^[a-z]{2,3}$`)
	hoursShape = regexp.MustCompile(`^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))? (([01]\d|2[0-3]):[0-5]\d)-(([01]\d|2[0-3]):[0-5]\d|24:00)$`)
)

func filled(v any) bool      { return strings.TrimSpace(v.(string)) != "" }
func isName(v any) bool      { return nameShape.MatchString(v.(string)) }
func isHandle(s string) bool { return !strings.HasPrefix(s, "@") && !strings.ContainsAny(s, " \t") }
func probability(v any) bool { return v.(float64) > 0 && v.(float64) <= 1 }

// isHours reads spans joined by commas; one may end on the next day, none may
// be empty.
func isHours(v any) bool {
	for span := range strings.SplitSeq(v.(string), ",") {
		m := hoursShape.FindStringSubmatch(strings.TrimSpace(span))
		if m == nil || m[4] == m[6] {
			return false
		}
	}
	return true
}

func isHoliday(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	if err != nil {
		_, err = time.Parse(time.DateOnly, "2024-"+s) // a leap year: 02-29 is a day
	}
	return err == nil
}

func isLongToken(v any) bool {
	return len(v.(string)) >= 24 && !strings.ContainsAny(v.(string), " \t\r\n")
}

func isTimeOfDay(v any) bool {
	_, err := time.Parse("15:04", v.(string))
	return err == nil
}
func affordable(v any) bool    { return v.(float64) >= 0 && v.(float64) <= 1_000_000 }
func speaksAgainst(v any) bool { return v.(float64) >= 0 && v.(float64) <= 1 }
func speaksFor(v any) bool     { return v.(float64) >= -1 && v.(float64) <= 0 }

func isZone(v any) bool {
	_, err := time.LoadLocation(v.(string))
	return err == nil
}

func isFile(v any) bool {
	info, err := os.Stat(v.(string))
	return err == nil && info.Mode().IsRegular()
}

func isFolder(v any) bool {
	info, err := os.Stat(v.(string))
	return err == nil && info.IsDir()
}

func isHostPort(v any) bool {
	_, port, err := net.SplitHostPort(v.(string))
	if err != nil {
		return false
	}
	_, err = strconv.ParseUint(port, 10, 16)
	return err == nil
}

func languages(v any) bool {
	return len(v.([]string)) > 0 && each(codeShape.MatchString)(v)
}

func isURL(schemes ...string) func(any) bool {
	return func(v any) bool {
		u, err := url.Parse(v.(string))
		return err == nil && u.Hostname() != "" && oneOf(schemes...)(u.Scheme)
	}
}

func emptyOr(ok func(any) bool) func(any) bool {
	return func(v any) bool { return v.(string) == "" || ok(v) }
}

func oneOf(words ...string) func(any) bool {
	return func(v any) bool { return slices.Contains(words, v.(string)) }
}

func each(ok func(string) bool) func(any) bool {
	return func(v any) bool {
		for _, s := range v.([]string) {
			if !ok(s) {
				return false
			}
		}
		return true
	}
}

func within(least, most int) func(any) bool {
	return func(v any) bool { return v.(int) >= least && v.(int) <= most }
}

func lasting(least, most time.Duration) func(any) bool {
	return func(v any) bool { return v.(time.Duration) >= least && v.(time.Duration) <= most }
}
