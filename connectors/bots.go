package connectors

import (
	"regexp"
	"strings"
)

// Where a platform has no mark for accounts that programs run, what the account
// says of itself stands in, in these closed forms alone: a person who is taken
// for a program is not answered. A bare "bot" at the end of a name proves
// nothing: Talbot and Chabot are people.
var (
	botHandle = regexp.MustCompile(`[\pL\pN](?:[_.-](?i:bot)|\[(?i:bot)\])$|[a-z0-9]Bot$|^(?i:automoderator)$`)
	botName   = regexp.MustCompile(`(?i)[\[(](?:bot|automated)[\])]$`)
	botAbout  = regexp.MustCompile(`(?i)` +
		`\b(?:i am|i['’]m|this is|just) an? (?:[\pL-]+ ){0,2}bot(?:\s*[.,;:!|)\n]|$|\s+(?:account|that|which|by|made|run)\b)` +
		`|(?:^|[.!?|•·(\n])\s*bot (?:made |run |operated |managed )?by\b` +
		`|\b(?:automated|bot) account\b|\bautomated (?:bot|feed|posts|tweets)\b|\bautomated by @`)
	denied = regexp.MustCompile(`(?i)(?:\bnot|n['’]t|\bnever|\bno|\bhate)\b[^.!?\n]{0,20}$`)
)

// Bot reports whether an account says of itself that a program runs it: by its
// handle, its name, or what its profile says about it. Each may be "".
func Bot(handle, name, about string) bool {
	handle, name = strings.TrimSpace(handle), strings.TrimSpace(name)
	if botHandle.MatchString(handle) && !joking(handle) || botName.MatchString(name) && !joking(name) {
		return true
	}
	at := botAbout.FindStringIndex(about)
	return at != nil && !denied.MatchString(about[:at[0]])
}

// joking reports whether a name plays with not being a bot.
func joking(name string) bool { return strings.Contains(strings.ToLower(name), "not") }

const keyIgnore = "ignore"

// Ignore is the setting of accounts whose posts are never read.
func Ignore() Setting {
	return Setting{Key: keyIgnore, Kind: KindStrings, Help: "Accounts whose posts are left out: programs that do not say that they are, other shops' accounts. A * at the beginning or the end stands for anything, as in *bot."}
}

// Ignores reports whether posts of an account are left out by the setting
// Ignore.
func (s Settings) Ignores(handle string) bool {
	handle = plainHandle(handle)
	for _, name := range s.Strings(keyIgnore) {
		name = plainHandle(name)
		front, open := strings.CutSuffix(name, "*")
		back, behind := strings.CutPrefix(name, "*")
		switch {
		case name == "" || handle == "":
		case name == handle, open && !behind && strings.HasPrefix(handle, front), behind && !open && strings.HasSuffix(handle, back):
			return true
		}
	}
	return false
}

// Ignored lists the accounts of the setting Ignore that are named in full,
// without @.
func (s Settings) Ignored() []string {
	var out []string
	for _, name := range s.Strings(keyIgnore) {
		if name = plainHandle(name); name != "" && !strings.Contains(name, "*") {
			out = append(out, name)
		}
	}
	return out
}

// plainHandle makes handles comparable, whatever people write before them.
func plainHandle(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	return strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(name, "@"), "/"), "u/")
}
