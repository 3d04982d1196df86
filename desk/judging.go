package desk

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strconv"
	"time"

	"goodgraces/care"
	"goodgraces/classifier/learn"
	"goodgraces/store"
)

// judgingView is the page How well does it judge?
type judgingView struct {
	Posts    int // that people said anything of
	Labels   []scoreRow
	Weeks    []string // headings, oldest first
	Mistakes []mistakeView
	Unsure   []unsureView
	Waiting  int // how many are worth a label
	Model    string
	Learned  int64 // version in force; 0 for nothing learned
	Runs     []runView
	Daily    string // when it learns, and what came of it last
	Empty    emptyView
}

// scoreRow is one label, over all and week by week.
type scoreRow struct {
	Label string
	All   score
	Weeks []score
}

// score is how verdicts fared against what people say.
type score struct {
	Posts                int
	tp, fp, fn           int
	right                int
	Exact                bool // of a label with many values: only how many were right
	Precision, Recall    string
	PrecisionOf, FoundOf string // in words, for hovering
}

type mistakeView struct {
	URL, Excerpt, Said, Judged string
	At                         moment
}

type unsureView struct {
	URL, Excerpt, Why string
	At                moment
}

// runView is one run of learning.
type runView struct {
	Version         int64
	By, Why         string
	At              moment
	InForce, Usable bool
	Learned, Held   int
	Heads           []learn.HeadReport
	SetAside        []string
}

const (
	judgedWeeks   = 6
	judgedPosts   = 20_000
	shownMistakes = 8
	shownUnsure   = 8
	shownRuns     = 20
)

// showJudging shows how well the software judged, by what people say.
func (d *Desk) showJudging(v *visit) error {
	ctx := v.r.Context()
	rows, err := d.o.Store.Labelled(ctx, d.o.Now().AddDate(-1, 0, 0), judgedPosts)
	if err != nil {
		return err
	}
	page := judgingView{Posts: len(rows), Model: d.o.Model()}
	if len(rows) == 0 {
		page.Empty = emptyView{"Nobody has said yet how well it judges.", "Label a few posts, or work a few cases: what you approve and dismiss counts, too.", "/label", "Label the posts it was least sure of"}
	}
	d.addScores(&page, rows)
	page.Mistakes = d.mistakes(rows)
	if err := d.addUnsure(ctx, &page); err != nil {
		return err
	}
	if err := d.addRuns(ctx, &page); err != nil {
		return err
	}
	d.render(v.w, v, http.StatusOK, "judging", "How well does it judge?", page)
	return nil
}

// scored lists the labels in the order of the page.
var scored = append(slices.Clone(care.Probabilities), care.LabelSeverity, care.LabelTopic, care.LabelAction)

func (d *Desk) addScores(page *judgingView, rows []store.Labelled) {
	monday := weekOf(d.o.Now())
	for i := judgedWeeks - 1; i >= 0; i-- {
		page.Weeks = append(page.Weeks, monday.AddDate(0, 0, -7*i).Format("2 Jan"))
	}
	for _, label := range scored {
		row := scoreRow{Label: label, Weeks: make([]score, judgedWeeks)}
		for _, r := range rows {
			truth, ok := care.Truth(r.Corrections)[label]
			if !ok {
				continue
			}
			row.All.count(label, &r.Verdict, truth)
			ago := int(monday.Sub(weekOf(lastSaid(r.Corrections, label))) / (7*24*time.Hour - 2*time.Hour)) // a week may lack an hour
			if ago >= 0 && ago < judgedWeeks {
				row.Weeks[judgedWeeks-1-ago].count(label, &r.Verdict, truth)
			}
		}
		row.All.finish()
		for i := range row.Weeks {
			row.Weeks[i].finish()
		}
		page.Labels = append(page.Labels, row)
	}
}

// weekOf is the Monday on which a moment's week began.
func weekOf(t time.Time) time.Time {
	y, m, day := t.Date()
	return time.Date(y, m, day-(int(t.Weekday())+6)%7, 0, 0, 0, 0, t.Location())
}

// lastSaid is when anybody last spoke of a label.
func lastSaid(said []care.Correction, label string) time.Time {
	var last time.Time
	for _, c := range said {
		if c.Label == label && c.At.After(last) {
			last = c.At
		}
	}
	return last
}

// count counts one verdict against what people say.
func (s *score) count(label string, v *care.Verdict, truth string) {
	s.Posts++
	p := v.Probability(label)
	if p == nil {
		s.Exact = true
		if valueOf(label, v) == truth {
			s.right++
		}
		return
	}
	switch judged, is := *p >= sure, truth == "true"; {
	case judged && is:
		s.tp++
	case judged:
		s.fp++
	case is:
		s.fn++
	}
}

// valueOf is what a verdict says of a label with many values.
func valueOf(label string, v *care.Verdict) string {
	switch label {
	case care.LabelSeverity:
		return strconv.Itoa(int(v.Severity))
	case care.LabelTopic:
		return v.Topic
	}
	return string(v.Action)
}

// finish says the counts in words.
func (s *score) finish() {
	if s.Exact {
		s.Precision = percent(float64(s.right) / float64(s.Posts))
		s.PrecisionOf = fmt.Sprintf("%d of %d right", s.right, s.Posts)
		return
	}
	if n := s.tp + s.fp; n > 0 {
		s.Precision = percent(float64(s.tp) / float64(n))
		s.PrecisionOf = fmt.Sprintf("of %d that it said so of, %d were", n, s.tp)
	}
	if n := s.tp + s.fn; n > 0 {
		s.Recall = percent(float64(s.tp) / float64(n))
		s.FoundOf = fmt.Sprintf("of %d that were, it found %d", n, s.tp)
	}
}

// mistakes are the judgements that were surest of what people say is wrong.
func (d *Desk) mistakes(rows []store.Labelled) []mistakeView {
	type mistake struct {
		row   *store.Labelled
		label string
		p     float64
	}
	var all []mistake
	for i := range rows {
		r := &rows[i]
		for label, truth := range care.Truth(r.Corrections) {
			if p := r.Verdict.Probability(label); p != nil && (*p >= sure) != (truth == "true") {
				all = append(all, mistake{r, label, *p})
			}
		}
	}
	slices.SortFunc(all, func(a, b mistake) int {
		switch x, y := math.Abs(a.p-0.5), math.Abs(b.p-0.5); {
		case x > y, x == y && a.row.Mention.Key()+a.label < b.row.Mention.Key()+b.label:
			return -1
		}
		return 1
	})
	var out []mistakeView
	for _, m := range all[:min(len(all), shownMistakes)] {
		judged, said := "no "+m.label+" ("+percent(1-m.p)+" sure)", m.label
		if m.p >= sure {
			judged, said = m.label+" ("+percent(m.p)+" sure)", "no "+m.label
		}
		out = append(out, mistakeView{URL: postURL(m.row.MentionRow), Excerpt: excerpt(m.row.Mention), Judged: judged, Said: said,
			At: d.moment(lastSaid(m.row.Corrections, m.label))})
	}
	return out
}

// postURL is where a post is worked: its case, or its label.
func postURL(r store.MentionRow) string {
	if r.CaseID != "" {
		return "/cases/" + r.CaseID
	}
	return labelURL(r.Mention.Key(), place{Group: groups[0].key})
}

func (d *Desk) addUnsure(ctx context.Context, page *judgingView) error {
	rows, err := d.unsure(ctx)
	page.Waiting = len(rows)
	for _, r := range rows[:min(len(rows), shownUnsure)] {
		why := ""
		for _, label := range care.Probabilities {
			if p := *r.Verdict.Probability(label); math.Abs(p-0.5) <= doubt {
				why = firstOf(why, label+" "+percent(p))
			}
		}
		page.Unsure = append(page.Unsure, unsureView{URL: labelURL(r.Mention.Key(), place{Group: groups[0].key}), Excerpt: excerpt(r.Mention), Why: why, At: d.moment(r.ReadAt)})
	}
	return err
}

// addRuns lists what was learned, and when it learns again.
func (d *Desk) addRuns(ctx context.Context, page *judgingView) error {
	runs, err := d.o.Store.Models(ctx, shownRuns)
	if err != nil {
		return err
	}
	if page.Learned, err = d.o.Store.ActiveModel(ctx); err != nil {
		return err
	}
	cfg := d.o.Config().Classifier
	page.Daily = "It learns by itself every day at " + cfg.LearnAt + "."
	if !cfg.Learn {
		page.Daily = "It does not learn by itself: classifier.learn is off. “graces train --from-store” learns once."
	}
	for _, m := range runs {
		report, err := learn.ReadReport(m.Report)
		if err != nil {
			return err
		}
		page.Runs = append(page.Runs, runView{Version: m.Version, By: m.Actor, At: d.moment(m.MadeAt), Why: capital(report.Why) + ".",
			InForce: m.Active, Usable: report.Accepted && !m.Active, Learned: report.Learned, Held: report.Held, Heads: report.Heads, SetAside: report.SetAside})
	}
	return nil
}

// changeModel puts another model in force: an earlier one, or the one without
// anything learned.
func (d *Desk) changeModel(v *visit) error {
	version, err := strconv.ParseInt(v.r.PostFormValue("version"), 10, 64)
	if err != nil || version < 0 {
		return store.ErrNotFound
	}
	if err := d.o.Store.UseModel(v.r.Context(), version, v.user.Name, d.o.Now()); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/judging#models", http.StatusSeeOther)
	return nil
}
