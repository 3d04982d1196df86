package desk

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"goodgraces/responder/templates"
	"goodgraces/responder/trial"
	"goodgraces/store"
)

// resultsView is how the versions of a template fare.
type resultsView struct {
	Head     templateHead
	Versions []resultRow
	Empty    emptyView
	Running  *trialView
	Past     []trialView
	Start    []option // versions that may be tried
	CanStart bool
	Share    int
	Enough   int
}

// resultRow is what became of the drafts of one version.
type resultRow struct {
	Version        string
	Kept, Turned   shareView
	Rewrite        string // mean share of the words rewritten
	Score          string // of the follow-up
	Calmer         shareView
	Decided        int
	First, Last    moment
	InForce, Trial bool
}

// shareView is a share with its interval, as a figure and as a line.
type shareView struct {
	Text, Range     string // "62%", "48–74%"
	Of              string // "31 of 50"
	Low, Width, Dot int    // of a line 100 long
	Known           bool
}

// trialView is two versions side by side.
type trialView struct {
	ID          int64
	Title, Note string
	Verdict     string
	A, B        string // of the table's columns
	Measures    []measureView
	Started     moment
	Ended       moment
	By, EndedBy string
}

type measureView struct {
	Title, A, B, Diff string
}

func (d *Desk) showTemplateResults(v *visit) error {
	return d.showResultsWith(v, http.StatusOK, v.r.PathValue("name"), nil)
}

func (d *Desk) showResultsWith(v *visit, status int, name string, notice *noticeView) error {
	ctx := v.r.Context()
	t, err := d.tone(ctx, name)
	if err != nil {
		return err
	}
	page := resultsView{Head: d.templateHead(v, t, "results"), Share: 50, Enough: trial.Enough}
	page.Head.Notice = notice
	if err := d.addResults(ctx, t, &page); err != nil {
		return err
	}
	if err := d.addTrials(ctx, name, &page); err != nil {
		return err
	}
	if page.CanStart = v.may(RoleManager) && page.Running == nil && t.on(); page.CanStart {
		page.Start = t.triable()
	}
	d.render(v.w, v, status, "templateresults", page.Head.Title, page)
	return nil
}

// addResults adds what became of each version's drafts outside of trials.
func (d *Desk) addResults(ctx context.Context, t *tone, page *resultsView) error {
	stats, err := d.o.Store.TemplateStats(ctx, d.o.Now().AddDate(0, 0, -statsDays))
	for _, s := range stats {
		if s.Template == t.name && s.Trial == 0 {
			page.Versions = append(page.Versions, d.resultRow(t, s))
		}
	}
	if len(page.Versions) == 0 {
		page.Empty = emptyView{Title: "Nobody has decided about a draft of it yet.", Text: fmt.Sprintf("When people approve, rewrite or reject drafts of it, the last %d days of that are told here, version by version.", statsDays)}
	}
	return err
}

func (d *Desk) resultRow(t *tone, s store.TemplateStats) resultRow {
	return resultRow{
		Version: t.versionWords(s.Version), InForce: s.Version == t.label(), Decided: s.Decided(),
		Kept: shareOf(s.Approved-s.Edited, s.Decided()), Turned: shareOf(s.Rejected+s.Another, s.Decided()), Calmer: shareOf(s.Calmer, s.WroteAgain),
		Rewrite: percent(s.Rewrite), Score: howItWent(s.Scored, s.Score), First: d.moment(s.First), Last: d.moment(s.Last),
	}
}

// howItWent is the mean of what customers said in the follow-up; "" where nobody
// has.
func howItWent(scored int, mean float64) string {
	if scored == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f of 5, from %d", mean, scored)
}

// shareOf is a share with the interval in which the true one lies.
func shareOf(count, of int) shareView {
	s := trial.Wilson(count, of)
	if of == 0 {
		return shareView{}
	}
	return shareView{
		Text: percent(s.Value()), Of: fmt.Sprintf("%d of %d", count, of), Known: true,
		Range: fmt.Sprintf("%.0f–%.0f%%", 100*s.Low, 100*s.High),
		Low:   int(100 * s.Low), Width: max(1, int(100*(s.High-s.Low))), Dot: int(100 * s.Value()),
	}
}

// label is what drafts say of the version in force.
func (t *tone) label() string {
	if p := t.published(); p != nil {
		return templates.VersionName(p.Version)
	}
	return templates.Hash(t.given.body)
}

// versionWords says in words what drafts say of their version.
func (t *tone) versionWords(label string) string {
	for _, v := range t.versions {
		if templates.VersionName(v.Version) == label {
			return fmt.Sprintf("version %d", v.Version)
		}
	}
	switch label {
	case templates.Hash(t.given.body):
		return t.given.words()
	case "":
		return "before versions were kept"
	}
	return "an earlier text, " + label
}

// triable lists the versions that could be tried beside the one in force.
func (t *tone) triable() (all []option) {
	a, _ := compile(t.inForce(), nil)
	for _, v := range slices.Backward(t.versions) {
		b, _ := compile(v.Body, nil)
		if v.State == store.TemplatePublished || v.State == store.TemplateDiscarded || a == nil || b == nil || templates.Comparable(a.t, b.t) != nil {
			continue
		}
		all = append(all, option{Value: strconv.Itoa(v.Version), Title: fmt.Sprintf("version %d, %s, by %s", v.Version, versionStates[v.State].word, v.Actor)})
	}
	return all
}

func (d *Desk) addTrials(ctx context.Context, name string, page *resultsView) error {
	trials, err := d.o.Store.Trials(ctx, name)
	if err != nil {
		return err
	}
	for _, tr := range trials {
		a, b, err := d.o.Store.TrialStats(ctx, tr)
		if err != nil {
			return err
		}
		one := d.trialView(tr, a, b)
		if tr.Running() {
			page.Running = &one
			continue
		}
		page.Past = append(page.Past, one)
	}
	return nil
}

func (d *Desk) trialView(tr store.Trial, a, b store.TemplateStats) trialView {
	one := trialView{ID: tr.ID, Note: tr.Note, Started: d.moment(tr.Started), Ended: d.moment(tr.Ended), By: tr.Actor, EndedBy: tr.EndedBy,
		A: versionName(tr.A), B: versionName(tr.B)}
	one.Title = fmt.Sprintf("%s beside %s, which gets the other %d%% of the cases", capital(one.B), one.A, 100-tr.Share)
	measures := trial.Compare(armOf(a), armOf(b))
	one.Verdict = verdictOf(measures[0], one.A, one.B)
	for _, m := range measures {
		one.Measures = append(one.Measures, measureOf(m))
	}
	return one
}

func versionName(version int) string {
	if version == 0 {
		return "the text as it came"
	}
	return fmt.Sprintf("version %d", version)
}

func armOf(s store.TemplateStats) trial.Arm {
	return trial.Arm{Approved: s.Approved, Edited: s.Edited, Rejected: s.Rejected, Another: s.Another,
		WroteAgain: s.WroteAgain, Calmer: s.Calmer, Rewrite: s.Rewrite, Rewrite2: s.Rewrite2,
		Scored: s.Scored, Score: s.Score, Score2: s.Score2}
}

// verdictOf says what may honestly be said, by the measure that decides.
func verdictOf(m trial.Measure, a, b string) string {
	if m.Early {
		return fmt.Sprintf("Too early to tell: %d drafts of %s and %d of %s were decided; of each it takes %d.", m.NA, a, m.NB, b, trial.Enough)
	}
	figures := fmt.Sprintf("people kept %s of its drafts as they were, and %s of those of %s; the true difference lies between %s and %s points",
		percent(m.B), percent(m.A), a, points(m.Low), points(m.High))
	switch m.Better() {
	case "b":
		return capital(b) + " does better: " + figures + "."
	case "a":
		return capital(b) + " does worse: " + figures + "."
	}
	return "No difference can be told so far. Of " + b + ", " + figures + "."
}

func points(share float64) string { return fmt.Sprintf("%+.0f", 100*share) }

var measureTitles = map[string]string{
	trial.Kept: "approved as they were", trial.Turned: "rejected, or another asked for",
	trial.Rewrite: "words rewritten before approval", trial.Calmness: "upset authors who wrote again, calmer",
	trial.Score: "how it went, by the follow-up (1 to 5 as 0 to 100%)",
}

func measureOf(m trial.Measure) measureView {
	v := measureView{Title: measureTitles[m.Name], A: shareOfN(m.A, m.NA), B: shareOfN(m.B, m.NB), Diff: "too early to tell"}
	if !m.Early {
		v.Diff = fmt.Sprintf("%s points, between %s and %s", points(m.Diff), points(m.Low), points(m.High))
	}
	return v
}

func shareOfN(share float64, n int) string {
	if n == 0 {
		return "none yet"
	}
	return fmt.Sprintf("%s of %d", percent(share), n)
}

// startTrial begins to try a version beside the one in force.
func (d *Desk) startTrial(v *visit) error {
	ctx, name := v.r.Context(), v.r.PathValue("name")
	t, err := d.tone(ctx, name)
	if err != nil {
		return err
	}
	version, err := strconv.Atoi(v.r.PostFormValue("version"))
	if err != nil {
		return store.ErrNotFound
	}
	share, err := strconv.Atoi(v.r.PostFormValue("share"))
	if err != nil || share < 1 || share > 99 {
		return d.showResultsWith(v, http.StatusUnprocessableEntity, name, &noticeView{Title: "Nothing was started.", Lines: []string{"The share is a whole number from 1 to 99 per cent."}})
	}
	if reason := t.cannotTry(strconv.Itoa(version)); reason != "" {
		return d.showResultsWith(v, http.StatusUnprocessableEntity, name, &noticeView{Title: "Nothing was started.", Lines: []string{reason}})
	}
	tr := store.Trial{Template: name, B: version, VersionA: t.label(), VersionB: templates.VersionName(version), Share: share, Note: formText(v.r, "note"), Actor: v.user.Name, Started: d.o.Now()}
	if p := t.published(); p != nil {
		tr.A = p.Version
	}
	_, err = d.o.Store.StartTrial(ctx, tr, d.o.Config().Responder.Approval)
	return d.toResults(v, name, err)
}

// cannotTry says why a version cannot be tried beside the one in force.
func (t *tone) cannotTry(version string) string {
	if !slices.ContainsFunc(t.triable(), func(o option) bool { return o.Value == version }) {
		return "Version " + version + " cannot be tried beside the one in force: it must have no problems, and apply to the same posts with the same priority."
	}
	return ""
}

func (d *Desk) stopTrial(v *visit) error {
	id, err := strconv.ParseInt(v.r.PostFormValue("trial"), 10, 64)
	if err != nil {
		return store.ErrNotFound
	}
	return d.toResults(v, v.r.PathValue("name"), d.o.Store.StopTrial(v.r.Context(), id, v.user.Name, d.o.Now()))
}

// toResults goes to the results after a change, or says why there was none.
func (d *Desk) toResults(v *visit, name string, err error) error {
	if notice := refusedDeed(err); notice != nil {
		if errors.Is(err, store.ErrOwnTemplate) {
			notice.Lines = []string{"Who tries it puts it before customers: that takes a second person, too."}
		}
		return d.showResultsWith(v, http.StatusConflict, name, notice)
	}
	if err != nil {
		return err
	}
	d.o.TemplatesChanged(v.r.Context())
	http.Redirect(v.w, v.r, templateURL(name, "results")+"#trial", http.StatusSeeOther)
	return nil
}
