package mastodon

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"goodgraces/connectors/markup"
)

// text is what a post says: its content warning, its words, what its poll asks.
func (s *status) text() string {
	parts := []string{strings.TrimSpace(s.SpoilerText), plain(s.Content)}
	if s.Poll != nil {
		var options []string
		for _, o := range s.Poll.Options {
			options = append(options, "- "+strings.TrimSpace(o.Title))
		}
		parts = append(parts, strings.Join(options, "\n"))
	}
	said := parts[:0]
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.ToValidUTF8(strings.Join(said, "\n\n"), string(utf8.RuneError))
}

// plain turns a post's HTML into text. Custom emoji stay as the shortcodes that
// they are in the content.
func plain(content string) string { return markup.Text(withAddresses(content)) }

// quoteFallback is the class of what servers put before a quote for those that
// know none ("RE: address"): nothing that the author said.
const quoteFallback = "quote-inline"

// withAddresses puts behind each link the address that its words hide, and
// leaves the fallback of quotes out. Words that are the address (servers hide
// its ends by style alone), mentions and hashtags stay as they are.
func withAddresses(content string) string {
	w := &addressWriter{}
	z := xhtml.NewTokenizer(strings.NewReader(content))
	for z.Next() != xhtml.ErrorToken {
		raw := string(z.Raw())
		if t := z.Token(); !w.skips(t) {
			w.before(t)
			w.out.WriteString(raw)
		}
	}
	return w.out.String()
}

type addressWriter struct {
	out     strings.Builder
	link    bool // within a link
	address string
	words   strings.Builder // of the link
	skip    atom.Atom       // the element that is left out
	deep    int             // how many of it are open
}

// skips follows an element that is left out.
func (w *addressWriter) skips(t xhtml.Token) bool {
	switch {
	case w.deep == 0 && t.Type == xhtml.StartTagToken && hasClass(t, quoteFallback):
		w.skip, w.deep = t.DataAtom, 1
		return true
	case w.deep == 0:
		return false
	case t.DataAtom == w.skip && t.Type == xhtml.StartTagToken:
		w.deep++
	case t.DataAtom == w.skip && t.Type == xhtml.EndTagToken:
		w.deep--
	}
	return true
}

// before follows links, and writes what a link hid before its end.
func (w *addressWriter) before(t xhtml.Token) {
	switch {
	case t.Type == xhtml.TextToken && w.link:
		w.words.WriteString(t.Data)
	case t.Type == xhtml.StartTagToken && t.DataAtom == atom.A:
		w.link, w.address = true, hiddenAddress(t)
		w.words.Reset()
	case t.Type == xhtml.EndTagToken && t.DataAtom == atom.A && w.link:
		w.link = false
		if w.address != "" && !sameAddress(w.words.String(), w.address) {
			w.out.WriteString(html.EscapeString(" (" + w.address + ")"))
		}
	}
}

// hiddenAddress is where a link leads; "" for a mention, a hashtag and what is
// no web address.
func hiddenAddress(t xhtml.Token) string {
	if hasClass(t, "mention") || hasClass(t, "hashtag") {
		return ""
	}
	for _, a := range t.Attr {
		if a.Key == "href" {
			return webAddress(a.Val)
		}
	}
	return ""
}

func hasClass(t xhtml.Token, class string) bool {
	for _, a := range t.Attr {
		if a.Key == "class" {
			for word := range strings.FieldsSeq(a.Val) {
				if word == class {
					return true
				}
			}
		}
	}
	return false
}

func sameAddress(words, address string) bool {
	bare := func(s string) string {
		s = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(s), "https://"), "http://")
		return strings.ToLower(strings.TrimSuffix(s, "/"))
	}
	return bare(words) == bare(address)
}

// fingerprint is what stays of a text whatever a server makes of it: letters
// and digits, without the mentions at its start and the domains of the others.
// Where there are none, the text without white space.
func fingerprint(text string) string {
	words := strings.Fields(text)
	for len(words) > 0 && strings.HasPrefix(words[0], "@") {
		words = words[1:]
	}
	for i, w := range words {
		if user, _, ok := strings.Cut(strings.TrimPrefix(w, "@"), "@"); ok && strings.HasPrefix(w, "@") {
			words[i] = user
		}
	}
	joined := strings.ToLower(strings.Join(words, ""))
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, joined)
	if letters == "" {
		return joined
	}
	return letters
}
