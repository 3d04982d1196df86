package desk

import (
	"fmt"
	"net/http"
	"strings"

	"goodgraces/store"
)

// templatesView is the list of templates.
type templatesView struct {
	Rows   []templateRow
	May    bool
	Broken []string // why the templates as they are now are refused
	Notice *noticeView
}

type templateRow struct {
	Name, URL              string
	Language, Tone         string
	Description            string
	From                   string // which text of it is in force
	Off                    bool   // none
	Waiting, WaitingURL    string
	Used, Edited, EditedOf string
	At                     moment
	By                     string
}

// statsDays is how far back the figures of the list reach.
const statsDays = 90

func (d *Desk) showTemplates(v *visit) error {
	ctx := v.r.Context()
	tones, err := d.tones(ctx)
	if err != nil {
		return err
	}
	stats, err := d.o.Store.TemplateStats(ctx, d.o.Now().AddDate(0, 0, -statsDays))
	if err != nil {
		return err
	}
	page := templatesView{May: v.may(RoleManager)}
	if err := d.o.TemplateError(); err != nil {
		page.Broken = strings.Split(err.Error(), "\n")
	}
	for _, t := range tones {
		row := d.templateRow(t)
		row.count(stats)
		page.Rows = append(page.Rows, row)
	}
	d.render(v.w, v, http.StatusOK, "templates", "Templates", page)
	return nil
}

func (d *Desk) templateRow(t *tone) templateRow {
	about := t.about()
	row := templateRow{Name: t.name, URL: templateURL(t.name), Language: about("language"), Tone: about("tone"), Description: about("description"),
		From: capital(t.from()), Off: !t.on()}
	if w := t.waiting(); w != nil {
		row.Waiting = fmt.Sprintf("version %d, %s", w.Version, versionStates[w.State].word)
		row.WaitingURL = templateURL(t.name, "versions") + fmt.Sprintf("#v%d", w.Version)
	}
	if n := len(t.versions); n > 0 {
		last := t.versions[n-1]
		row.At, row.By = d.moment(last.At), last.Actor
		if last.ApprovedAt.After(last.At) {
			row.At, row.By = d.moment(last.ApprovedAt), last.Approver
		}
	}
	return row
}

// count adds up what became of a template's drafts, whatever their version.
func (r *templateRow) count(stats []store.TemplateStats) {
	used, edited := 0, 0
	for _, s := range stats {
		if s.Template == r.Name {
			used, edited = used+s.Approved, edited+s.Edited
		}
	}
	if r.Used = number(used); used > 0 {
		r.Edited = percent(float64(edited) / float64(used))
		r.EditedOf = fmt.Sprintf("%d of %d", edited, used)
	}
}
