// Package check judges whether an answer may be published. Each rule has a
// name, a reason and a suggestion. It judges drafts, people's edits and
// `graces check` alike: it reads the post itself where no verdict is known.
//
// Everything is linear in the text, so a hostile reply costs no more than its
// length; beyond MaxText bytes a text is no longer read (it is too long for
// every platform by then).
package check

import (
	"slices"
	"strings"
	"sync"

	"goodgraces/care"
)

// MaxText is how many bytes of a text are judged.
const MaxText = 16 << 10

// Input is an answer and what it answers.
type Input struct {
	Platform string
	Limit    int         // of the place where it is to stand, 0 for the platform's
	Post     string      // the post being answered
	Reply    string      // the answer
	Action   care.Action // "" when unknown: then judged from the post alone
	Recent   []string    // public answers of late
	Levels   Levels      // of the rules, where not the defaults
	Facts    []string    // known answers, word for word; see beside
}

// Public runs every rule that is not off on a public answer, in a fixed order,
// passed or not.
func Public(in Input) []care.Check { return For(in).Public(in.Reply) }

// Private runs the rules that hold for a private message.
func Private(in Input) []care.Check { return For(in).Private(in.Reply) }

// Judge judges any number of answers to one post, which it has read once. It
// is immutable and safe for concurrent use.
type Judge struct {
	platform  string
	limit     int
	post      text
	action    care.Action
	complaint bool // an answer to a complaint is expected
	delicate  string
	personal  personalData
	stems     func() map[string]bool // of the post's words
	reference func() bool            // see HasReference
	recent    *recent
	levels    Levels
	facts     []string
}

// For reads everything of an input but the reply.
func For(in Input) *Judge { return new(Memory).For(in) }

// For is the function For, with the recent answers read once for all posts
// they come with.
func (m *Memory) For(in Input) *Judge {
	post := readText(in.Post)
	return &Judge{
		platform: in.Platform, limit: in.Limit, post: post, action: in.Action,
		complaint: in.Action == care.ActReply || in.Action == "" && post.has(grievances),
		delicate:  delicate(post), personal: personalIn(in.Post),
		stems:     sync.OnceValue(func() map[string]bool { return stemsOf(post) }),
		reference: sync.OnceValue(func() bool { return hasReference(post.raw) }),
		recent:    m.read(in.Recent), levels: in.Levels, facts: in.Facts,
	}
}

// Delicate says why the post is a legal or safety matter, "" when it is not. It
// is a second line behind the classifier, precise rather than complete: such a
// post gets no drafted answer whatever the verdict says.
func (j *Judge) Delicate() string { return j.delicate }

// Likeness returns how alike an answer is to the recent ones: to the nearest,
// and on average. The answer is given by the Words of its passages, in a row.
func (j *Judge) Likeness(words []uint64) (nearest, mean float64) {
	return j.recent.likeness(words)
}

// HasReference reports that the post names an order, a booking, a parcel.
func (j *Judge) HasReference() bool { return j.reference() }

func hasReference(post string) bool {
	return hasDigit(post) && slices.ContainsFunc(codes(post), func(code string) bool {
		return len(onlyDigits(code)) >= 5 && !strings.Contains(post, "#"+code)
	})
}

// fewWays reports whether there are only so many ways to answer: to say thank
// you, say.
func (j *Judge) fewWays() bool {
	return j.action == care.ActThank || j.action == care.ActAnswer || j.action == care.ActFold
}

// Public judges a public answer.
func (j *Judge) Public(reply string) []care.Check { return j.read(reply).public() }

func (r *reading) public() []care.Check {
	checks := r.judged(func(*rule) bool { return true })
	r.weigh(checks)
	return checks
}

// Private judges a private message.
func (j *Judge) Private(reply string) []care.Check { return j.read(reply).private() }

func (r *reading) private() []care.Check {
	r.inPrivate = true
	return r.judged(func(rule *rule) bool { return rule.private })
}

// Guards runs the rules alone that guard somebody: their data, or us from what a
// court may read. They need nothing but the post and the answer.
func (j *Judge) Guards(reply string, private bool) []care.Check {
	r := j.read(reply)
	r.inPrivate = private
	return r.judged(func(rule *rule) bool { return rule.risk != "" && (rule.private || !private) })
}

func (r *reading) judged(holds func(*rule) bool) []care.Check {
	checks := make([]care.Check, 0, len(rules))
	for i := range rules {
		rule := &rules[i]
		level := r.levels.of(rule)
		if level == Off || !holds(rule) {
			continue
		}
		note := rule.judge(r)
		checks = append(checks, care.Check{Rule: rule.name, OK: note == "", Note: note, Blocking: level == Block})
	}
	return checks
}

// always are the rules that a wording breaks whatever post it answers.
var always = []string{
	"trigger_phrase", "conditional_apology", "blames_customer", "public_compensation", "asks_private_data_publicly",
	"repeats_profanity", "unsafe_link",
}

// Wording judges a sentence of which answers are made, before any post is
// known: it returns the first blocking rule that it always breaks and what is
// wrong, "" when it breaks none.
func Wording(text string, private bool) (rule, note string) {
	r := For(Input{Action: care.ActReply}).read(text)
	for _, rule := range rules {
		if !slices.Contains(always, rule.name) || private && !rule.private {
			continue
		}
		if note := rule.judge(r); note != "" {
			return rule.name, note
		}
	}
	return "", ""
}

// Why says why breaking a rule hurts: unlike a note, it quotes nobody, so that it
// may stand in a log.
func Why(rule string) string { return ruleOf(rule).why }

// Names lists the rules in their order.
func Names() []string {
	names := make([]string, len(rules))
	for i, rule := range rules {
		names[i] = rule.name
	}
	return names
}

// reading is a reply, read once for all rules, and the post it answers.
type reading struct {
	*Judge
	whole string // as given, to be measured
	reply text   // what is judged of it

	inPrivate bool  // a private message
	room      *room // that it is read in
}

func (j *Judge) reading(whole string, reply text) *reading {
	r := &reading{Judge: j, whole: whole, reply: reply, room: new(room)}
	r.reply.makesUp = sync.OnceValue(func() bool { return r.reply.has(regrets) && r.commits() })
	return r
}

func (j *Judge) read(reply string) *reading {
	return j.reading(reply, readText(reply))
}
