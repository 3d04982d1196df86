// Package incidents tells when many posts are one matter: strangers who gather
// in one place to reproach us, or accounts that post the same text. It keeps a
// sliding window of what was posted, in bounded memory, and does no input or
// output.
//
// The difference that matters most: a customer with a problem of their own is
// never swallowed, however many people shout around them.
package incidents

import (
	"cmp"
	"hash/fnv"
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode"

	"goodgraces/care"
)

// Tone is how a post stands to us.
type Tone uint8

// The tones.
const (
	Noise Tone = iota // says nothing that calls for an answer
	Jeer              // reproaches us and names nothing that could be solved
	Cheer             // praises
	Own               // has a matter of its author's own: a problem, a question, law, danger
)

// Post is what is remembered of a post. It holds none of its text.
type Post struct {
	Key      string // care.Mention.Key
	Author   string // care.Mention.AuthorKey
	Platform string
	At       time.Time
	Thread   string // care.Mention.ThreadKey
	Point    string // stands for where it gathers with others: a thread, a link, a tag made for us; "" for nowhere
	Hash     uint64 // SimHash of its words
	Figures  uint32 // stands for the numbers that it names; 0 for none
	Words    int
	Tone     Tone
	Topic    string
}

// The probabilities from which a post that names nothing of its own is held for
// a reproach. They are low: in a crowd most are short and only half meant, and
// what is counted here are accounts, not posts.
const (
	sour     = 0.3
	angry    = 0.4
	hostile  = 0.4
	praises  = 0.5
	asks     = 0.5
	stake    = 0.5  // of a matter of their own, as the author history weighs it
	troubled = 0.35 // of a post that names something concrete
)

// Look makes a Post of a mention, its verdict and what its author's history
// remembers of it. brand holds our name and handles.
func Look(m *care.Mention, v *care.Verdict, t care.Trace, brand []string) Post {
	words, figures, names := count(m.Text)
	return Post{
		Key: m.Key(), Author: m.AuthorKey(), Platform: m.Platform, At: m.CreatedAt,
		Thread: m.ThreadKey(), Point: point(m, brand), Hash: t.Hash, Figures: figures, Words: words,
		Tone: tone(m, v, t, names), Topic: v.Topic,
	}
}

// tone errs on the author's side: what may be a matter of their own is. names
// says that they name an order or an amount.
func tone(m *care.Mention, v *care.Verdict, t care.Trace, names bool) Tone {
	complaint := max(v.Complaint, t.Complaint)
	ill := max(t.Hostility, t.Bait) >= hostile || t.Crowd
	if m.By == care.ByBrand {
		return Noise
	}
	mine := names || speaksOfSelf(m.Text, v.Topic != other)
	switch {
	case v.Action == care.ActLegal, v.Action == care.ActSafety:
		return Own
	case v.Action == care.ActFold && !t.Concrete:
		return Jeer // by what is known of them, they came to provoke
	case v.NeedsHuman != "" && (!ill || mine):
		return Own
	case !mine && scorns(v.Language, m.Text):
		return Jeer
	case complaint >= troubled && (t.Concrete && mine || !ill && (t.Concrete || t.Own >= stake || plain(v))):
		return Own
	case v.Question >= asks && !ill && (complaint < troubled || mine):
		return Own
	case v.Praise >= v.Complaint && !ill:
		if v.Praise >= praises {
			return Cheer
		}
		return Noise
	case ill, complaint >= sour, v.Anger >= angry:
		return Jeer
	}
	return Noise
}

// plain reports a post that tells of something of ours and reproaches nobody:
// "down in Derby as well".
func plain(v *care.Verdict) bool { return v.Topic != other && v.Severity == care.NoReproach }

// self lists the words by which people speak of what happened to themselves, and
// whether one is enough: "I" alone stands in "I hate you" too.
var self = map[string]bool{
	"my": true, "mine": true, "our": true, "ours": true, "we've": true, "i've": true,
	"i": false, "i'm": false, "me": false, "we": false, "us": false,
	"mi": true, "mis": true, "mío": true, "mía": true, "nuestro": true, "nuestra": true, "yo": false, "nos": false,
	"mein": true, "meine": true, "meinen": true, "meinem": true, "mir": true, "unser": true, "unsere": true,
	"ich": false, "mich": false, "wir": false, "uns": false,
}

// speaksOfSelf reports a post about its author; topical says that the post is
// about something of ours, so that a mere "I" is enough.
func speaksOfSelf(text string, topical bool) bool {
	for word := range words(text) {
		if strong, ok := self[word]; ok && (strong || topical) {
			return true
		}
	}
	return false
}

// scorn lists how words of contempt begin, in the languages whose verdicts rest
// on word lists: there every complaint looks concrete.
var scorn = map[string][]string{
	"es": {"vergüenza", "vergonzos", "asco", "asqueros", "basura", "ladron", "sinvergüenza", "estafa", "mierda", "boicot", "peor"},
	"de": {"schäm", "schande", "frech", "saftladen", "unverschämt", "ekel", "ekl", "abzock", "verbrecher", "boykott", "drecks", "miserab", "schlechtest"},
}

func scorns(language, text string) bool {
	for word := range words(text) {
		for _, begins := range scorn[language] {
			if strings.HasPrefix(word, begins) {
				return true
			}
		}
	}
	return false
}

// words are the words of a text in lower case.
func words(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return r != '\'' && !unicode.IsLetter(r) })
}

// count counts the words of a text, without handles and links, and hashes the
// numbers it names. names says that one of them may be an order's, or an
// amount.
func count(text string) (words int, figures uint32, names bool) {
	h := fnv.New32a()
	seen := false
	for word := range strings.FieldsSeq(text) {
		if word[0] == '@' || isLink(word) {
			continue
		}
		words++
		if strings.ContainsAny(word, "0123456789") {
			seen, names = true, names || reference(word)
			h.Write([]byte(word))
			h.Write([]byte{0})
		}
	}
	if !seen {
		return words, 0, false
	}
	return words, max(h.Sum32(), 1), names
}

// reference reports four digits or more, or money.
func reference(word string) bool {
	digits := 0
	for i := range len(word) {
		if word[i] >= '0' && word[i] <= '9' {
			digits++
		}
	}
	return digits >= 4 || strings.ContainsAny(word, "£€$")
}

func isLink(word string) bool {
	return strings.HasPrefix(word, "http://") || strings.HasPrefix(word, "https://")
}

// inThread begins every Point that is a thread.
const inThread = "t"

// point is where a post gathers with others: the thread it answers in, else a
// page that it links to, as quotations do, else a tag made for us
// (#larkspurfail, #boycottlarkspur). Who began a thread does not gather in it.
// Only a hash is kept, for links and threads may name people.
func point(m *care.Mention, names []string) string {
	switch {
	case m.By == care.ByBrand:
		return ""
	case m.InReplyTo != "" || m.Thread != "" && m.Thread != m.ID:
		if owner := m.ThreadAuthor; owner != "" && (owner == m.Author.ID || owner == m.Author.Handle) {
			return ""
		}
		return hashed(inThread, m.ThreadKey())
	}
	return shared(m.Text, names)
}

func hashed(kind, what string) string {
	h := fnv.New64a()
	h.Write([]byte(what))
	return kind + strconv.FormatUint(h.Sum64(), 36)
}

// shared is the first link or tag of a text at which others may gather.
func shared(text string, names []string) string {
	tagged := ""
	for word := range strings.FieldsSeq(text) {
		if isLink(word) {
			if link := page(word); link != "" {
				return hashed("l", link)
			}
		}
		if word[0] == '#' && tagged == "" && madeForUs(word, names) {
			tagged = hashed("g", letters(word))
		}
	}
	return tagged
}

// page is a link as the same for all who share it; "" for a site's front door.
func page(link string) string {
	link, _, _ = strings.Cut(strings.ToLower(link), "?")
	link, _, _ = strings.Cut(link, "#")
	_, link, _ = strings.Cut(link, "://")
	link = strings.TrimRight(link, "/.,;:!)\"'")
	if !strings.Contains(link, "/") {
		return ""
	}
	return link
}

// madeForUs reports a tag that holds our name and more.
func madeForUs(tag string, names []string) bool {
	tag = letters(tag)
	for _, name := range names {
		if name = letters(name); len(name) >= 3 && len(tag) > len(name) && strings.Contains(tag, name) {
			return true
		}
	}
	return false
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// Mark writes what is remembered of a post beside its key, author, platform and
// time; "" where there is nothing that could make it part of an incident.
func (p *Post) Mark() string {
	if p.Point == "" && !p.copyable() {
		return ""
	}
	return strings.Join([]string{
		strconv.FormatUint(p.Hash, 36), strconv.FormatUint(uint64(p.Figures), 36), strconv.Itoa(p.Words),
		strconv.Itoa(int(p.Tone)), strings.ReplaceAll(cmp.Or(p.Topic, "other"), "\t", " "), p.Point,
	}, "\t")
}

// Read sets what Mark wrote; it reports false where it did not write it.
func (p *Post) Read(mark string) bool {
	f := strings.Split(mark, "\t")
	if len(f) != 6 {
		return false
	}
	hash, err1 := strconv.ParseUint(f[0], 36, 64)
	figures, err2 := strconv.ParseUint(f[1], 36, 32)
	words, err3 := strconv.Atoi(f[2])
	tone, err4 := strconv.ParseUint(f[3], 10, 8)
	if err := cmp.Or(err1, err2, err3, err4); err != nil || Tone(tone) > Own {
		return false
	}
	p.Hash, p.Figures, p.Words, p.Tone, p.Topic, p.Point = hash, uint32(figures), words, Tone(tone), f[4], f[5]
	return true
}
