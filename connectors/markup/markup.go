// Package markup turns a post in HTML into the text that its reader saw.
package markup

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks begin and end a line; hidden is never shown.
var (
	blocks = map[atom.Atom]bool{
		atom.P: true, atom.Div: true, atom.Br: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Blockquote: true,
		atom.Pre: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
		atom.Table: true, atom.Tr: true, atom.Hr: true, atom.Section: true, atom.Article: true,
	}
	hidden = map[atom.Atom]bool{
		atom.Script: true, atom.Style: true, atom.Head: true, atom.Template: true, atom.Noscript: true, atom.Iframe: true,
		atom.Object: true, atom.Svg: true, atom.Textarea: true, atom.Select: true, atom.Title: true,
	}
)

// Text is what a reader of the HTML sees, as lines of plain text: paragraphs
// are apart, items of lists begin with a dash, a picture is its description.
// It takes whatever there is, and its time is linear in its length.
func Text(source string) string {
	w := &writer{}
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken: // the end
			return strings.TrimSpace(w.out.String())
		case html.TextToken:
			w.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			w.open(z.Token())
		case html.EndTagToken:
			w.end(z.Token().DataAtom)
		}
	}
}

// writer collapses white space as a browser does.
type writer struct {
	out   strings.Builder
	hide  atom.Atom // within this element nothing is shown
	deep  int       // how many of it are open
	space bool      // something white is due
	lines int       // line ends that are due
}

func (w *writer) open(t html.Token) {
	switch {
	case w.hide != 0:
		if t.DataAtom == w.hide && t.Type == html.StartTagToken {
			w.deep++
		}
	case hidden[t.DataAtom] && t.Type == html.StartTagToken:
		w.hide, w.deep = t.DataAtom, 1
	case t.DataAtom == atom.Img:
		w.text(attribute(t, "alt"))
	case blocks[t.DataAtom]:
		w.line(t.DataAtom)
		if t.DataAtom == atom.Li {
			w.text("- ")
		}
	}
}

func (w *writer) end(tag atom.Atom) {
	if w.hide != 0 {
		if tag == w.hide {
			if w.deep--; w.deep == 0 {
				w.hide = 0
			}
		}
		return
	}
	if blocks[tag] {
		w.line(tag)
	}
}

// line makes a line end due; two around a paragraph.
func (w *writer) line(tag atom.Atom) {
	n := 1
	if tag == atom.P || tag == atom.Blockquote || tag == atom.Pre {
		n = 2
	}
	if tag == atom.Br {
		w.lines = min(w.lines+1, 2)
		return
	}
	w.lines = max(w.lines, n)
}

func (w *writer) text(s string) {
	if w.hide != 0 {
		return
	}
	for i, word := range strings.FieldsFunc(s, white) {
		if w.space = w.space || i > 0 || white(rune(s[0])); w.out.Len() > 0 {
			w.due()
		}
		w.lines, w.space = 0, false
		w.out.WriteString(word)
	}
	if n := len(s); n > 0 && white(rune(s[n-1])) {
		w.space = true
	}
}

// due writes what is due before a word.
func (w *writer) due() {
	switch {
	case w.lines > 0:
		w.out.WriteString(strings.Repeat("\n", w.lines))
	case w.space:
		w.out.WriteByte(' ')
	}
}

// white is what HTML collapses; a no-break space is not among it.
func white(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' }

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
