package desk

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

//go:embed templates
var templateFiles embed.FS

// pageNames lists the pages; each is templates/NAME.html within layout.html.
var pageNames = []string{"desk", "incidents", "incident", "author", "templates", "known", "knownform", "template", "templateversions", "templateresults", "history", "mentions", "dead", "status", "connector", "newconnector", "connectorform", "label", "judging", "channels", "users", "account", "signin", "error"}

// parsedPages is every page; desks share them.
var parsedPages = sync.OnceValues(func() (map[string]*template.Template, error) {
	files, err := loadAssets()
	if err != nil {
		return nil, err
	}
	return parsePages(files)
})

func parsePages(files assets) (map[string]*template.Template, error) {
	base, err := template.New("layout.html").Funcs(templateFuncs(files)).
		ParseFS(templateFiles, "templates/layout.html", "templates/parts.html", "templates/case.html", "templates/context.html", "templates/templateparts.html")
	if err != nil {
		return nil, fmt.Errorf("desk: templates: %w", err)
	}
	pages := map[string]*template.Template{}
	for _, name := range pageNames {
		page, err := base.Clone()
		if err == nil {
			page, err = page.ParseFS(templateFiles, "templates/"+name+".html")
		}
		if err != nil {
			return nil, fmt.Errorf("desk: template %s: %w", name, err)
		}
		pages[name] = page
	}
	// What customers see shares nothing with the desk's pages but its styles.
	form, err := template.New("form.html").Funcs(templateFuncs(files)).ParseFS(templateFiles, "templates/form.html")
	if err != nil {
		return nil, fmt.Errorf("desk: template form: %w", err)
	}
	pages["form"] = form
	return pages, nil
}

func templateFuncs(files assets) template.FuncMap {
	return template.FuncMap{
		"asset":   files.url,
		"plural":  plural,
		"percent": percent,
		"words":   words,
		"mention": shownHandle,
		"pair":    func(a, b any) struct{ A, B any } { return struct{ A, B any }{a, b} },
		"text":    func(s string) []segment { return segments(s, nil) },
	}
}

// frame is what the layout needs around a page.
type frame struct {
	Title  string
	Name   string // of the page
	Brand  string
	User   *store.User
	Rail   []tab
	Tools  []tab
	Broken string // why the configuration file was refused
	Now    moment
	Page   any
}

// tab is one entry of the rail.
type tab struct {
	Key, Title, URL string
	Count           int
	Current         bool
}

// render writes a page as a whole or not at all.
func (d *Desk) render(w http.ResponseWriter, v *visit, status int, name, title string, page any) {
	f := frame{Title: title, Name: name, Brand: d.o.Config().Brand.Name, Page: page, Now: d.moment(d.o.Now())}
	if v != nil {
		f.User = &v.user
		f.Rail, f.Tools = d.rail(v)
		if err := d.o.ConfigError(); err != nil {
			f.Broken = err.Error()
		}
	}
	var out bytes.Buffer
	if err := d.pages[name].ExecuteTemplate(&out, "layout.html", f); err != nil {
		d.o.Log.Error("desk: template", "page", name, "error", err)
		http.Error(w, "This page could not be made. Nothing was changed. The log says why.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes()) // the client went away: nobody is left to tell
}

type errorView struct {
	Title, Text string
}

func (d *Desk) showError(w http.ResponseWriter, v *visit, status int, title, text string) {
	d.render(w, v, status, "error", title, errorView{Title: title, Text: text})
}

// fail turns an error into a page that says what happened, what is safe and
// what to do.
func (d *Desk) fail(w http.ResponseWriter, r *http.Request, v *visit, err error) {
	var move *care.MoveError
	var large *http.MaxBytesError
	switch {
	case errors.Is(err, store.ErrNotFound):
		d.showError(w, v, http.StatusNotFound, "This is not here", "It may have been erased, or the address is not complete.")
	case errors.As(err, &move), errors.Is(err, store.ErrConflict):
		d.showError(w, v, http.StatusConflict, "Somebody was quicker", "It changed while you looked at it, and your change was not made. Go back and look again.")
	case errors.As(err, &large):
		d.showError(w, v, http.StatusRequestEntityTooLarge, "That is too long", "Nothing was changed. Shorten the text and send it again.")
	case r.Context().Err() != nil:
		d.o.Log.Debug("desk: request ended early", "path", r.URL.Path, "error", err)
	default:
		d.o.Log.Error("desk: request failed", "method", r.Method, "path", r.URL.Path, "error", err)
		d.showError(w, v, http.StatusInternalServerError, "That did not work",
			"The desk could not finish this. Nothing leaves without an approval that was saved. Load the page again to see where the case stands; the log says why.")
	}
}

func (d *Desk) showNotFound(w http.ResponseWriter, r *http.Request) {
	user, ok, err := d.signedIn(r)
	if err != nil {
		d.fail(w, r, nil, err)
		return
	}
	var v *visit
	if ok {
		v = &visit{w: w, r: r, user: user}
	}
	d.showError(w, v, http.StatusNotFound, "This is not here", "There is no such page.")
}

func (d *Desk) showForeign(w http.ResponseWriter, r *http.Request) {
	d.showError(w, nil, http.StatusForbidden, "That came from another site", "Nothing was changed. Open the desk itself and do it there.")
}

// recovered keeps a defect in one page from ending the daemon.
func (d *Desk) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(p)
			}
			d.o.Log.Error("desk: panic", "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
			http.Error(w, "The desk met a defect here. Nothing leaves without an approval that was saved. The log says more.", http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}

// moment is a time as pages show it.
type moment struct {
	Text  string // relative: "34 min ago"
	Exact string // for hovering
	ISO   string // for machines
	Kind  string // "ago", "due" or "plain": how the script keeps Text fresh
}

func (d *Desk) moment(t time.Time) moment {
	if t.IsZero() {
		return moment{}
	}
	return moment{Text: ago(t, d.o.Now()), Exact: exact(t), ISO: t.UTC().Format(time.RFC3339), Kind: "ago"}
}

// due is a target as a person reads it: what is left, or what it is over by.
func (d *Desk) due(t time.Time) moment {
	m := d.moment(t)
	if !t.IsZero() {
		m.Text, m.Kind = left(t, d.o.Now()), "due"
	}
	return m
}

// Late reports whether a target is over.
func (m moment) Late() bool { return strings.HasSuffix(m.Text, " over") }

func exact(t time.Time) string { return t.Format("Mon 2 Jan 2006, 15:04:05 MST") }
