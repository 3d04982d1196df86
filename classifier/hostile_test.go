package classifier_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"goodgraces/care"
	"goodgraces/classifier"
)

func judge(t testing.TB) *classifier.Classifier {
	t.Helper()
	c, err := classifier.Default(classifier.Policy{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// hostile posts, by name.
var hostile = map[string]string{
	"empty":                  "",
	"one mark":               "!",
	"20,000 exclamations":    "a" + strings.Repeat("!", 20000),
	"mixed marks":            strings.Repeat("?!.,;:'\"", 5000),
	"contractions":           strings.Repeat("n't'll's", 5000),
	"40,000 letter token":    strings.Repeat("x", 40000),
	"100,000 letter token":   strings.Repeat("abcdefghij", 10000),
	"100,000 of prose":       strings.Repeat("my parcel is late and nobody answers. ", 2700),
	"100,000 spaces":         strings.Repeat(" ", 100000),
	"100,000 new lines":      strings.Repeat("\n", 100000),
	"mixed white space":      strings.Repeat(" \t\u00a0", 25000),
	"emoji":                  strings.Repeat("😡", 25000),
	"emoji families":         strings.Repeat("👨\u200d👩\u200d👧\u200d👦", 4000),
	"lower case is longer":   strings.Repeat("ȺȾİẞ", 10000) + "'ll",
	"invalid UTF-8":          strings.Repeat("\xff\xfe\x80", 20000),
	"half runes":             strings.Repeat("\xe2\x82", 20000),
	"NUL":                    strings.Repeat("\x00", 50000),
	"zero width":             strings.Repeat("\u200b", 30000),
	"right to left":          strings.Repeat("\u202eשלום ", 9000),
	"combining marks":        "Z" + strings.Repeat("\u0351\u0323", 20000),
	"brackets":               strings.Repeat("([{\"$", 20000),
	"handles":                strings.Repeat("@a", 50000),
	"hashtags":               strings.Repeat("#fail ", 16000),
	"links":                  strings.Repeat("https://t.co/abcdefghij ", 4000),
	"one link":               "https://" + strings.Repeat("a/", 50000),
	"numbers":                strings.Repeat("1,", 50000),
	"entities":               strings.Repeat("&amp;", 20000),
	"negations":              strings.Repeat("not no never ", 8000),
	"risk words":             strings.Repeat("going to will kill you sue lawyer ", 3000),
	"stars":                  strings.Repeat("f**k", 25000),
	"chinese":                strings.Repeat("我的包裹还没有到", 4000),
	"emoticons":              strings.Repeat(":-) ", 25000),
	"apostrophes in a token": strings.Repeat("a'", 50000),
	"handles apart":          strings.Repeat("@larkspur ", 10000),
	"handle beside handle":   strings.Repeat("@x ", 33000),
	"alternating scripts":    strings.Repeat("aяب我eω", 9000),
	"scripts, word by word":  strings.Repeat("late поздно متأخر 迟到 ", 3500),
	"one letter, many marks": strings.Repeat("e"+strings.Repeat("\u0301", 50)+" ", 900),
	"family after family":    strings.Repeat("👩\u200d❤\ufe0f\u200d💋\u200d👨🏽", 2500),
	"flags":                  strings.Repeat("🇩🇪🇪🇸", 6000),
	"embeddings":             strings.Repeat("\u202a\u202b\u2066x\u2069\u202c", 6000),
	"quotes":                 strings.Repeat("\"lost my bag\" ", 7000),
	"questions":              strings.Repeat("why? how? where is it? ", 4300),
	"threats":                strings.Repeat("i will kill your driver and burn that store with a gun ", 1800),
	"near misses":            strings.Repeat("my his her driver waiting outside hold pills rope ", 2000),
	"law and harm":           strings.Repeat("black customers refused passport forum your infection fell floor ", 1500),
	"praise and gripe":       strings.Repeat("great love lost cancelled thanks crash ", 2500),
	"ordered and got":        strings.Repeat("ordered a b c d e f got ", 4000),
	"one sentence of items":  strings.Repeat("0 hours order refund hold queue ", 3100),
	"Spanish and German":     strings.Repeat("no me han cobrado nicht da kein wasser ", 2500),
}

func TestHostileText(t *testing.T) {
	c := judge(t)
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			const limit = slower * 50 * time.Millisecond
			best := time.Hour
			for try := 0; try < 10 && best > limit; try++ { // the machine is shared: one quiet run is enough
				start := time.Now()
				checkVerdict(t, c, text)
				best = min(best, time.Since(start))
			}
			if best > limit {
				t.Errorf("took %v, at most %v are allowed", best, limit)
			}
		})
	}
}

// checkVerdict judges a text and holds the verdict against its contract.
func checkVerdict(t testing.TB, c *classifier.Classifier, text string) care.Verdict {
	t.Helper()
	v := c.Judge(&care.Mention{ID: "1", Text: text})
	for name, p := range map[string]float64{"complaint": v.Complaint, "anger": v.Anger, "praise": v.Praise,
		"question": v.Question, "sarcasm": v.Sarcasm, "hostility": v.Hostility} {
		if !(p >= 0 && p <= 1) {
			t.Fatalf("%s is %v for %q", name, p, text)
		}
	}
	if v.Evidence == nil || v.Language == "" || v.Topic == "" || v.Action == "" || v.Severity < 0 || v.Severity > 3 {
		t.Fatalf("verdict is incomplete: %+v", v)
	}
	count := map[string]int{}
	for _, e := range v.Evidence {
		if e.Start < 0 || e.Start >= e.End || e.End > len(text) || text[e.Start:e.End] != e.Text {
			t.Fatalf("evidence %+v is not in %q", e, text)
		}
		if !boundary(text, e.Start) || !boundary(text, e.End) {
			t.Fatalf("evidence %+v cuts a rune of %q", e, text)
		}
		if count[e.Label]++; count[e.Label] > 3 {
			t.Fatalf("more than three spans for %s", e.Label)
		}
	}
	return v
}

// boundary reports whether byte i of s is between two runes.
func boundary(s string, i int) bool {
	if i == len(s) || utf8.RuneStart(s[i]) {
		return true
	}
	// A continuation byte is a rune of its own where no rune leads to it.
	for back := 1; back < utf8.UTFMax && back <= i; back++ {
		if r, size := utf8.DecodeRuneInString(s[i-back:]); size > back && r != utf8.RuneError {
			return false
		}
	}
	return true
}

func FuzzJudge(f *testing.F) {
	for _, text := range hostile {
		f.Add(text[:min(len(text), 200)])
	}
	c := judge(f)
	f.Fuzz(func(t *testing.T, text string) { checkVerdict(t, c, text) })
}

// FuzzMention tries everything that a platform tells of a post besides.
func FuzzMention(f *testing.F) {
	f.Add("@larkspur late again", "x", "en-GB", "7", "8", "author")
	f.Add("mi pedido no llega", "bluesky", "es", "did:plc:a", "larkspur", "")
	f.Add("Wir bitten um Entschuldigung", "", "zxx", "", "", "brand")
	c := larkspur(f)
	f.Fuzz(func(t *testing.T, text, platform, lang, author, thread, by string) {
		m := care.Mention{ID: "1", Text: text, Platform: platform, Lang: lang, ThreadAuthor: thread, By: by, Author: care.Author{ID: author, Handle: author}}
		if v := c.Judge(&m); v.Action == "" || by == care.ByBrand && v.Action != care.ActIgnore {
			t.Fatalf("%q: action %q", text, v.Action)
		}
	})
}

// A verdict costs at most two allocations a token.
func TestAllocations(t *testing.T) {
	c := judge(t)
	n := 0
	for _, text := range posts {
		n += len(strings.Fields(text))
	}
	got := testing.AllocsPerRun(3, func() {
		for _, text := range posts {
			c.Judge(&care.Mention{ID: "1", Text: text})
		}
	})
	t.Logf("%.2f allocations a word", got/float64(n))
	if got > 2*float64(n) {
		t.Errorf("%.0f allocations for %d words", got, n)
	}
}
