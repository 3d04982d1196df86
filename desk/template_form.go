package desk

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"goodgraces/care"
	"goodgraces/responder/templates"
	"goodgraces/responder/templates/form"
)

// formGroup is one section of the form of a template.
type formGroup struct {
	Key, Title, Text string
	Fields           []formField
	Folded           []formField // by topic or kind, each folded away
	Count            int         // wordings in it
	Open             bool
	Problems         int
}

// formField is one place of a template as it is filled in.
type formField struct {
	ID, Path, Title, Text string
	Of                    string // of a folded field: what it is one of
	Kind                  form.Kind
	Value                 string // of text and number
	Lines                 []formLine
	Choices               []option // of a list with few possible lines, and of a number
	Slots                 []slotView
	Fixed                 bool // it cannot be changed here
	Problem               string
}

type formLine struct {
	Text, Problem string
	Last          bool // the empty line to write on
}

type slotView struct {
	Name, Text string
	Must       bool
}

// templateProblem is something wrong with a template's text.
type templateProblem struct {
	Line int    // 0 where none is known
	Path string // of the place, or of one line in it: "parts.ownership.2"
	Text string
}

// sheet is a template's text on its way onto a page.
type sheet struct {
	doc      *form.Doc
	problems map[string]string // by path
	slots    map[string]templates.Field
	choices  map[string][]option // by path, of places with few possible values
	keys     map[string][]string // by path, of places that stand by topic or kind
	fixed    bool                // the name cannot be changed
}

func (d *Desk) sheet(doc *form.Doc, problems []templateProblem, fixed bool) *sheet {
	s := &sheet{doc: doc, problems: map[string]string{}, slots: map[string]templates.Field{}, fixed: fixed}
	for _, f := range templates.Fields() {
		s.slots[f.Path] = f
	}
	for _, p := range problems {
		s.problems[p.Path] = firstOf(s.problems[p.Path], p.Text)
	}
	topics := d.o.Topics()
	s.choices = map[string][]option{
		"applies.actions": actionChoices, "applies.stance": stanceChoices,
		"applies.severity.min": severityChoices, "applies.severity.max": severityChoices,
		"applies.topics": plainChoices(topics), "applies.platforms": d.seen.options(""),
	}
	s.keys = templateKeys(topics)
	return s
}

// groups lays the template out in sections, without the empty ones.
func (s *sheet) groups() []formGroup {
	all := make([]formGroup, len(templateGroups))
	for i, g := range templateGroups {
		all[i] = formGroup{Key: g.key, Title: g.title, Text: g.text}
	}
	for _, p := range form.Places() {
		if p.Path == "avoid" && s.doc.Values("avoid") == nil && slices.ContainsFunc(form.Places(), func(p form.Place) bool { return p.Path == "words.avoid" }) {
			continue // the place of old; words.avoid took it over
		}
		all[groupOfPlace(p.Path)].add(s, p)
	}
	return slices.DeleteFunc(all, func(g formGroup) bool { return len(g.Fields)+len(g.Folded) == 0 })
}

func (g *formGroup) add(s *sheet, p form.Place) {
	if !p.Keyed {
		g.count(s.field(p, ""))
		g.Fields = append(g.Fields, s.field(p, ""))
		return
	}
	for _, key := range s.keysOf(p.Path) {
		f := s.field(p, key)
		f.Of = placeWords(p.Path, "").title
		g.count(f)
		g.Folded = append(g.Folded, f)
	}
}

func (g *formGroup) count(f formField) {
	if strings.HasPrefix(f.Path, "parts.") {
		g.Count += len(written(f.Lines))
	}
	if f.Problem != "" {
		g.Problems++
	}
	for _, l := range f.Lines {
		if l.Problem != "" {
			g.Problems++
		}
	}
}

func written(lines []formLine) []formLine {
	return slices.DeleteFunc(slices.Clone(lines), func(l formLine) bool { return l.Text == "" })
}

// keysOf lists the topics or kinds of a place: those of the text as it names
// them, then the others there are.
func (s *sheet) keysOf(path string) []string {
	keys := s.doc.Keys(path)
	for _, k := range s.keys[path] {
		if !slices.ContainsFunc(keys, func(have string) bool { return templates.Topic(have) == templates.Topic(k) }) {
			keys = append(keys, k)
		}
	}
	return keys
}

func (s *sheet) field(p form.Place, key string) formField {
	path, slots := p.Path, p.Path
	if key != "" {
		path, slots = p.Path+"."+key, p.Path+"."+templates.AnyKey
	}
	w := placeWords(p.Path, key)
	f := formField{ID: fieldID(path), Path: path, Title: w.title, Text: w.text, Kind: p.Kind, Problem: s.problems[path], Fixed: s.fixed && path == "name"}
	for _, name := range s.slots[slots].Slots {
		f.Slots = append(f.Slots, slotView{name, slotWords[name], slices.Contains(s.slots[slots].Must, name)})
	}
	values := s.doc.Values(path)
	switch choices := s.choices[p.Path]; {
	case len(choices) > 0:
		f.Choices = chosen(choices, values)
	case p.Kind == form.Lines:
		f.Lines = s.lines(path, values)
	case len(values) > 0:
		f.Value = values[0]
	}
	if f.Problem == "" && f.Lines == nil {
		f.Problem = s.below(path)
	}
	return f
}

// below is a problem of one of the lines of a place that shows none.
func (s *sheet) below(path string) string {
	for at, text := range s.problems {
		if strings.HasPrefix(at, path+".") {
			return text
		}
	}
	return ""
}

func (s *sheet) lines(path string, values []string) []formLine {
	lines := make([]formLine, 0, len(values)+1)
	for i, v := range values {
		lines = append(lines, formLine{Text: v, Problem: s.problems[path+"."+strconv.Itoa(i)]})
	}
	return append(lines, formLine{Last: true})
}

func fieldID(path string) string {
	return "f-" + strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '-'
	}, path)
}

var (
	actionChoices = []option{
		{Value: string(care.ActReply), Title: "answer a complaint"}, {Value: string(care.ActThank), Title: "thank for praise"},
		{Value: string(care.ActAnswer), Title: "answer a question"}, {Value: string(care.ActFold), Title: "close with a baiter"},
	}
	stanceChoices = []option{
		{Value: string(care.StanceEngage), Title: "engage"}, {Value: string(care.StanceClose), Title: "close"},
	}
	severityChoices = severities()
)

func severities() (all []option) {
	for s := care.NoReproach; s <= care.Blame; s++ {
		all = append(all, option{Value: strconv.Itoa(int(s)), Title: strconv.Itoa(int(s)) + " " + s.String()})
	}
	return all
}

func plainChoices(names []string) (all []option) {
	for _, n := range names {
		all = append(all, option{Value: n, Title: words(n)})
	}
	return all
}

// templateKeys lists what may stand below the places that stand by topic or
// kind.
func templateKeys(topics []string) map[string][]string {
	keys := map[string][]string{}
	for _, p := range form.Places() {
		switch {
		case !p.Keyed:
		case p.Path == "parts.private.needs":
			keys[p.Path] = append(slices.Clone(topics), "other")
		case p.Path == "parts.commitment_of.troubles":
			keys[p.Path] = templates.Troubles
		case strings.HasSuffix(p.Path, ".kinds"):
			keys[p.Path] = templates.Kinds
		case p.Path == "parts.mirror.of":
			keys[p.Path] = templates.Mirrored
		case p.Path == "parts.thanks.of":
			keys[p.Path] = templates.Praised
		case p.Path == "parts.answer.promise_of":
			keys[p.Path] = templates.Asked
		case p.Path == "parts.answer.matters", p.Path == "parts.answer.asking":
			keys[p.Path] = templates.Subjects
		case strings.HasSuffix(p.Path, ".topics") || strings.HasSuffix(p.Path, ".matters"):
			keys[p.Path] = topics
		}
	}
	return keys
}

// chosen marks what is chosen; what nobody offers stays choosable.
func chosen(choices []option, values []string) []option {
	out := slices.Clone(choices)
	for _, v := range values {
		at := slices.IndexFunc(out, func(o option) bool { return templates.Topic(o.Value) == templates.Topic(v) })
		if at < 0 {
			out = append(out, option{Value: v, Title: words(v)})
			at = len(out) - 1
		}
		out[at].Value, out[at].Chosen = v, true
	}
	return out
}

// typedBody is the text of a template as a page sends it: the YAML, or what the
// form changes in it.
func typedBody(r *http.Request) (string, error) {
	body := strings.ReplaceAll(r.PostFormValue("body"), "\r\n", "\n")
	if len(r.PostForm["place"]) == 0 {
		return body, nil
	}
	return form.Write(body, typedChanges(r))
}

func typedChanges(r *http.Request) []form.Change {
	kinds := map[string]form.Place{}
	for _, p := range form.Places() {
		kinds[p.Path] = p
	}
	var changes []form.Change
	for _, path := range r.PostForm["place"] {
		p, ok := kinds[path]
		if parent, _, found := cutLast(path); !ok && found {
			p, ok = kinds[parent]
			ok = ok && p.Keyed
		}
		if ok {
			changes = append(changes, form.Change{Path: path, Kind: p.Kind, Values: moved(path, r.PostForm[path], r.PostFormValue("do"))})
		}
	}
	return changes
}

func cutLast(path string) (parent, last string, ok bool) {
	at := strings.LastIndexByte(path, '.')
	if at < 0 {
		return "", path, false
	}
	return path[:at], path[at+1:], true
}

// moved does what a button beside a line asks for, where no script did it: "up"
// or "drop", with the place and the number of the line.
func moved(path string, lines []string, do string) []string {
	what, rest, _ := strings.Cut(do, " ")
	number, at, _ := strings.Cut(rest, " ")
	i, err := strconv.Atoi(number)
	if err != nil || at != path || i < 0 || i >= len(lines) {
		return lines
	}
	switch {
	case what == "drop":
		return slices.Delete(slices.Clone(lines), i, i+1)
	case what == "up" && i > 0:
		lines = slices.Clone(lines)
		lines[i-1], lines[i] = lines[i], lines[i-1]
	}
	return lines
}

// placedProblem is a problem beside its field: Line counts the lines that are
// not empty, -1 is the whole of it.
type placedProblem struct {
	Place string `json:"place"`
	Line  int    `json:"line"`
	Text  string `json:"text"`
}

// placed finds the field of each problem that has one.
func (s *sheet) placed(groups []formGroup, problems []templateProblem) (all []placedProblem) {
	fields := fieldsOf(groups)
	for _, p := range problems {
		if fields[p.Path] {
			all = append(all, placedProblem{p.Path, -1, p.Text})
		} else if parent, last, ok := cutLast(p.Path); ok && fields[parent] {
			line, err := strconv.Atoi(last)
			if err != nil {
				line = -1
			}
			all = append(all, placedProblem{parent, line, p.Text})
		}
	}
	return all
}

// homeless are the problems that no field can show.
func (s *sheet) homeless(groups []formGroup, problems []templateProblem) (all []templateProblem) {
	fields := fieldsOf(groups)
	for _, p := range problems {
		if parent, _, _ := cutLast(p.Path); !fields[p.Path] && !fields[parent] {
			all = append(all, p)
		}
	}
	return all
}

func fieldsOf(groups []formGroup) map[string]bool {
	all := map[string]bool{}
	for _, g := range groups {
		for _, f := range append(slices.Clone(g.Fields), g.Folded...) {
			all[f.Path] = true
		}
	}
	return all
}

// Filled counts the lines that say something.
func (f formField) Filled() int { return len(written(f.Lines)) }

// Wrong reports whether something about the field is to be put right.
func (f formField) Wrong() bool {
	return f.Problem != "" || slices.ContainsFunc(f.Lines, func(l formLine) bool { return l.Problem != "" })
}
