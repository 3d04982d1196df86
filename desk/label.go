package desk

import (
	"context"
	"errors"
	"math"
	"net/http"
	"slices"
	"strconv"

	"goodgraces/care"
	"goodgraces/store"
)

// labelView is one post and what it is: as it was judged, to be put right.
type labelView struct {
	Key, Back, From string
	Action          string // address that the form goes to
	Queue           bool   // one of the posts that the software was least sure of
	Left            int    // how many of these wait
	Skip            string
	Who, Platform   string
	Address         string
	Post            []segment
	At              moment
	Marks           []option // the probabilities: Chosen where it holds
	Values          []string // of the probabilities, as judged
	Severities      []option
	Topics, Actions []option
	Said            []string // who said what before
	Saved           bool
	Empty           emptyView
}

// labelKeys are the keys of the marks, in the order of care.Probabilities.
var labelKeys = []string{"c", "g", "p", "q", "s", "h"}

// KeyOf is the key of the n-th mark.
func (labelView) KeyOf(n int) string { return labelKeys[n] }

// labelURL is where a post is labelled; the person comes back to p.
func labelURL(key string, p place) string { return p.url("/label", "key", key) }

// showLabel shows a post's form: that of the address, or the next of those
// that the software was least sure of.
func (d *Desk) showLabel(v *visit) error {
	q := v.r.URL.Query()
	page := labelView{Key: q.Get("key"), Saved: q.Get("saved") != ""}
	var row store.MentionRow
	var err error
	if page.Key == "" {
		row, err = d.nextUnsure(v, &page)
	} else {
		row, err = d.o.Store.Mention(v.r.Context(), page.Key)
	}
	if err != nil {
		return err
	}
	if page.Key != "" {
		if err := d.fillLabel(v, &page, row); err != nil {
			return err
		}
	}
	d.render(v.w, v, http.StatusOK, "label", "What is this?", page)
	return nil
}

// nextUnsure finds the next post of the queue, behind those that were skipped.
func (d *Desk) nextUnsure(v *visit, page *labelView) (store.MentionRow, error) {
	page.Queue = true
	rows, err := d.unsure(v.r.Context())
	skipped, _ := strconv.Atoi(v.r.URL.Query().Get("skip")) // nonsense is none
	skipped = max(skipped, 0)
	page.Left = len(rows)
	if err != nil || skipped >= len(rows) {
		page.Empty = emptyView{"Nothing more to label.", "The software was sure of the other posts, or people have dealt with them.", "/judging", "How well does it judge?"}
		return store.MentionRow{}, err
	}
	page.Key = rows[skipped].Mention.Key()
	page.Skip = "/label?skip=" + strconv.Itoa(skipped+1)
	return rows[skipped], nil
}

func (d *Desk) fillLabel(v *visit, page *labelView, row store.MentionRow) error {
	said, err := d.o.Store.Corrections(v.r.Context(), page.Key)
	if err != nil {
		return err
	}
	m := row.Mention
	shown := row.Verdict.Corrected(care.Truth(said))
	page.From, page.Back, page.Action = "/label", "/judging", placeOf(v.r).url("/label")
	if !page.Queue {
		page.From = backFrom(v.r, row.CaseID)
		page.Back = page.From
	}
	page.Who, page.Platform, page.Address, page.At = shownHandle(m.Author), platformName(m.Platform), safeLink(m.URL), d.moment(row.ReadAt)
	page.Post = segments(clip(m), nil)
	if len(page.Post) > 0 && clip(m) == m.Text {
		page.Post = segments(m.Text, telling(row.Verdict.Evidence))
	}
	for _, label := range care.Probabilities {
		page.Marks = append(page.Marks, option{Value: label, Title: capital(label), Chosen: *shown.Probability(label) >= sure})
		page.Values = append(page.Values, percent(*row.Verdict.Probability(label)))
	}
	for s := care.NoReproach; s <= care.Blame; s++ {
		page.Severities = append(page.Severities, option{strconv.Itoa(int(s)), capital(s.String()), s == shown.Severity})
	}
	for _, t := range d.topicsFor(shown.Topic) {
		page.Topics = append(page.Topics, option{t, capital(words(t)), t == shown.Topic})
	}
	for _, a := range care.Actions {
		page.Actions = append(page.Actions, option{string(a), actionWords[a], a == shown.Action})
	}
	for _, c := range said {
		if !c.Implied {
			page.Said = append(page.Said, c.Actor+": "+c.Label+" "+words(c.Value)+", "+since(c.At, d.o.Now()))
		}
	}
	return nil
}

// actionWords say what a team does.
var actionWords = map[care.Action]string{
	care.ActReply: "Reply to a complaint", care.ActThank: "Thank them", care.ActAnswer: "Answer a question",
	care.ActLegal: "Hand it to legal", care.ActSafety: "A person may be in danger", care.ActFold: "Fold", care.ActIgnore: "Nothing",
}

// topicsFor are the topics on offer, the present one among them.
func (d *Desk) topicsFor(present string) []string {
	topics := slices.Clone(d.o.Topics())
	if present != "" && !slices.Contains(topics, present) {
		topics = append(topics, present)
	}
	return topics
}

// backFrom is where a person came from to label a post.
func backFrom(r *http.Request, caseID string) string {
	if caseID != "" {
		return placeOf(r).url("/cases/" + caseID)
	}
	return "/mentions"
}

// saveLabel keeps what was changed, or that all of it is right, and does with
// the case what follows.
func (d *Desk) saveLabel(v *visit) error {
	ctx := v.r.Context()
	row, err := d.o.Store.Mention(ctx, v.r.PostFormValue("key"))
	if err != nil {
		return err
	}
	before, err := d.o.Store.Corrections(ctx, row.Mention.Key())
	if err != nil {
		return err
	}
	shown := row.Verdict.Corrected(care.Truth(before))
	said := d.labels(v, row, shown)
	if err := d.o.Store.SaveCorrections(ctx, said); err != nil {
		return err
	}
	after := row.Verdict.Corrected(care.Truth(append(before, said...)))
	caseID := row.CaseID
	if after.Action != shown.Action {
		if caseID, err = d.follow(v, row, after.Action); err != nil {
			return err
		}
	}
	next := backFrom(v.r, caseID)
	if v.r.PostFormValue("from") == "/label" {
		next = "/label?saved=1"
	}
	http.Redirect(v.w, v.r, next, http.StatusSeeOther)
	return nil
}

// labels reads the form: what differs from what was shown, or all of it where
// the person says that it is right.
func (d *Desk) labels(v *visit, row store.MentionRow, shown care.Verdict) []care.Correction {
	right := v.r.PostFormValue("right") != ""
	var out []care.Correction
	say := func(label, value, was string) {
		if right {
			value = was
		}
		if value != "" && (right || value != was) {
			out = append(out, care.Correction{Mention: row.Mention.Key(), Label: label, Value: value, Actor: v.user.Name, At: d.o.Now()})
		}
	}
	for _, label := range care.Probabilities {
		is := strconv.FormatBool(v.r.PostFormValue(label) != "")
		say(label, is, strconv.FormatBool(*shown.Probability(label) >= sure))
	}
	severity := v.r.PostFormValue(care.LabelSeverity)
	if n, err := strconv.Atoi(severity); err == nil && n >= int(care.NoReproach) && n <= int(care.Blame) {
		say(care.LabelSeverity, severity, strconv.Itoa(int(shown.Severity)))
	}
	if topic := v.r.PostFormValue(care.LabelTopic); slices.Contains(d.topicsFor(shown.Topic), topic) {
		say(care.LabelTopic, topic, shown.Topic)
	}
	if action := care.Action(v.r.PostFormValue(care.LabelAction)); slices.Contains(care.Actions, action) {
		say(care.LabelAction, string(action), string(shown.Action))
	}
	return out
}

// follow does with a post's case what a corrected action asks for: opens it,
// puts it aside, hands it over, or drafts another answer. A case that has gone
// further stays where it is.
func (d *Desk) follow(v *visit, row store.MentionRow, action care.Action) (caseID string, err error) {
	ctx := v.r.Context()
	if caseID = row.CaseID; caseID == "" {
		if action == care.ActIgnore {
			return "", nil
		}
		c, err := d.o.Store.OpenCase(ctx, row.Mention.Key(), v.user.Name, d.o.Now())
		if err != nil {
			return "", err
		}
		caseID = c.ID
	}
	f, err := d.o.Store.Case(ctx, caseID)
	if err != nil {
		return caseID, err
	}
	if to := led[action]; to.kind != "" && care.CanMove(f.Case.State, to.state) && (writable(f.Case.State) || to.kind == care.DecideReopen) {
		decision := care.Decision{CaseID: caseID, Actor: v.user.Name, Kind: to.kind, Reason: "labelled: " + actionWords[action], At: d.o.Now()}
		c, err := d.o.Store.Decide(ctx, decision, to.state)
		if err != nil {
			return caseID, overtaken(err)
		}
		f.Case = c
	}
	return caseID, d.redraft(v, f, action)
}

// led says where an action leads a case.
var led = map[care.Action]struct {
	kind  string
	state care.State
}{
	care.ActIgnore: {care.DecideDismiss, care.StateDismissed},
	care.ActLegal:  {care.DecideLegal, care.StateLegal},
	care.ActSafety: {care.DecideSafety, care.StateSafety},
	care.ActFold:   {care.DecideFold, care.StateFolded},
	care.ActReply:  {care.DecideReopen, care.StateOpen},
	care.ActThank:  {care.DecideReopen, care.StateOpen},
	care.ActAnswer: {care.DecideReopen, care.StateOpen},
}

// redraft drafts the answer that the corrected action takes, unless a person
// has put their own words there.
func (d *Desk) redraft(v *visit, f *store.CaseFile, action care.Action) error {
	own := f.Draft() != nil && f.Draft().By != "graces"
	if !writable(f.Case.State) || !action.Drafts() || own {
		return nil
	}
	q, err := d.request(v.r.Context(), v.user, f)
	if err != nil {
		return err
	}
	dr := d.responder().Draft(q)
	if dr.Wordless() {
		return nil
	}
	dr.CaseID, dr.By, dr.At = f.Case.ID, "graces", d.o.Now()
	_, err = d.o.Store.SaveDraft(v.r.Context(), dr)
	return overtaken(err)
}

// overtaken drops that somebody was quicker: the label stands, and the case is
// theirs.
func overtaken(err error) error {
	var moved *care.MoveError
	if errors.As(err, &moved) || errors.Is(err, store.ErrConflict) {
		return nil
	}
	return err
}

// correctedChips says a verdict as people see it, and where they put it right.
func correctedChips(v care.Verdict, said []care.Correction) []chip {
	truth := care.Truth(slices.DeleteFunc(slices.Clone(said), func(c care.Correction) bool { return c.Implied }))
	out := chips(v.Corrected(truth))
	for i := range out {
		if truth[out[i].Word] == "true" {
			out[i].Value = "as labelled"
		}
	}
	for _, label := range care.Probabilities {
		if truth[label] == "false" && *v.Probability(label) >= sure {
			out = append(out, chip{Word: "no " + label, Value: "as labelled"})
		}
	}
	return out
}

// How many of the newest posts are looked through for doubtful ones, how many
// are offered, and how near to even a probability is that counts as doubt.
const (
	looked  = 1000
	offered = 50
	doubt   = 0.3
)

// unsure lists posts of which nobody said anything yet, those that the
// software was least sure of first.
func (d *Desk) unsure(ctx context.Context) ([]store.MentionRow, error) {
	rows, err := d.o.Store.Unlabelled(ctx, looked)
	if err != nil {
		return nil, err
	}
	rows = slices.DeleteFunc(rows, func(r store.MentionRow) bool {
		return r.Mention.By == care.ByBrand || r.Verdict.Action == "" || evenness(r.Verdict) > doubt
	})
	slices.SortStableFunc(rows, func(a, b store.MentionRow) int {
		switch x, y := evenness(a.Verdict), evenness(b.Verdict); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return rows[:min(len(rows), offered)], nil
}

// evenness is how far the least certain judgement is from even. What decides
// about an answer comes before moods.
func evenness(v care.Verdict) float64 {
	least := min(math.Abs(v.Complaint-0.5), math.Abs(v.Praise-0.5), math.Abs(v.Question-0.5))
	return min(least, 0.1+math.Abs(v.Anger-0.5), 0.1+math.Abs(v.Hostility-0.5))
}
