package desk

import (
	"encoding/json"
	"net/http"
	"strings"

	"goodgraces/store"
)

// Roles, each of which may do what the ones before it may.
const (
	RoleAgent   = "agent"   // works cases
	RoleManager = "manager" // also dead letters
	RoleAdmin   = "admin"   // also accounts and connectors
)

// Roles lists the roles, weakest first.
var Roles = []string{RoleAgent, RoleManager, RoleAdmin}

// rank orders roles; an unknown role ranks below all.
func rank(role string) int {
	for i, r := range Roles {
		if r == role {
			return i
		}
	}
	return -1
}

// visit is one request by a person who is signed in.
type visit struct {
	w    http.ResponseWriter
	r    *http.Request
	user store.User

	after *afterView // words for after the resolution that were refused: shown again
}

func (v *visit) may(role string) bool { return may(v.user, role) }

// may reports whether a person has a role, or a stronger one.
func may(user store.User, role string) bool { return rank(user.Role) >= rank(role) }

// route is one page or action and the weakest role that may use it.
type route struct {
	pattern string
	role    string
	serve   func(*visit) error
}

// routes lists everything that needs a person who is signed in.
func (d *Desk) routes() []route {
	return []route{
		{"GET /{$}", RoleAgent, d.showDesk},
		{"GET /cases/{id}", RoleAgent, d.showCase},
		{"GET /cases/{id}/history", RoleAgent, d.showHistory},
		{"GET /cases/{id}/now", RoleAgent, d.showNow},
		{"POST /cases/{id}/check", RoleAgent, d.checkDraft},
		{"POST /cases/{id}/draft", RoleAgent, d.saveDraft},
		{"POST /cases/{id}/another", RoleAgent, d.anotherDraft},
		{"POST /cases/{id}/known", RoleAgent, d.tellKnown},
		{"POST /cases/{id}/hold", RoleAgent, d.holdQuestion},
		{"POST /cases/{id}/approve", RoleAgent, d.approve},
		{"POST /cases/{id}/move", RoleAgent, d.moveCase},
		{"POST /cases/{id}/settle", RoleAgent, d.settleSend},
		{"POST /cases/{id}/by-hand", RoleAgent, d.answerByHand},
		{"POST /cases/{id}/after", RoleAgent, d.approveAfter},
		{"POST /cases/{id}/no-follow-up", RoleAgent, d.declineFollowUp},
		{"POST /cases/{id}/take-back", RoleAgent, d.takeBack},
		{"POST /cases/{id}/answer", RoleAgent, d.writeAnswer},
		{"POST /cases/{id}/answers-seen", RoleAgent, d.seeAnswers},
		{"GET /channels", RoleAgent, d.showChannels},
		{"POST /channels/{name}", RoleAgent, d.setChannel},
		{"GET /authors/{key...}", RoleAgent, d.showAuthor},
		{"POST /authors/{key...}", RoleAgent, d.changeAuthor},
		{"GET /events", RoleAgent, d.showEvents},
		{"GET /mentions", RoleAgent, d.showMentions},
		{"POST /mentions/open", RoleAgent, d.openMention},
		{"GET /incidents", RoleAgent, d.showIncidents},
		{"GET /incidents/{id}", RoleAgent, d.showIncident},
		{"POST /incidents/{id}/end", RoleAgent, d.endIncident},
		{"POST /incidents/{id}/split", RoleAgent, d.splitIncident},
		{"GET /templates", RoleAgent, d.showTemplates},
		{"GET /templates/{name}", RoleAgent, d.showTemplate},
		{"POST /templates/{name}", RoleManager, d.saveTemplate},
		{"POST /templates/{name}/preview", RoleManager, d.previewTemplate},
		{"POST /new-template", RoleManager, d.saveTemplate},
		{"POST /new-template/preview", RoleManager, d.previewTemplate},
		{"GET /templates/{name}/versions", RoleAgent, d.showTemplateVersions},
		{"GET /templates/{name}/results", RoleAgent, d.showTemplateResults},
		{"POST /templates/{name}/trial", RoleManager, d.startTrial},
		{"POST /templates/{name}/trial/stop", RoleManager, d.stopTrial},
		{"POST /templates/{name}/{deed}", RoleManager, d.decide},
		{"GET /answers", RoleAgent, d.showKnownAnswers},
		{"GET /answers/{name}", RoleAgent, d.showKnown},
		{"POST /answers/{name}", RoleManager, d.saveKnown},
		{"POST /answers/{name}/preview", RoleManager, d.previewKnown},
		{"GET /new-answer", RoleManager, d.newKnown},
		{"POST /new-answer", RoleManager, d.saveKnown},
		{"POST /new-answer/preview", RoleManager, d.previewKnown},
		{"GET /label", RoleAgent, d.showLabel},
		{"POST /label", RoleAgent, d.saveLabel},
		{"GET /judging", RoleManager, d.showJudging},
		{"POST /judging/model", RoleManager, d.changeModel},
		{"GET /status", RoleAgent, d.showStatus},
		{"GET /connectors", RoleAgent, d.listConnectors},
		{"GET /connectors/{name}", RoleManager, d.showConnector},
		{"POST /connectors/{name}/check", RoleManager, d.checkConnector},
		{"GET /new-connector", RoleAdmin, d.showConnectorTypes},
		{"GET /new-connector/{type}", RoleAdmin, d.showConnectorForm},
		{"POST /new-connector/{type}", RoleAdmin, d.changeConnector},
		{"GET /connectors/{name}/edit", RoleAdmin, d.showConnectorForm},
		{"POST /connectors/{name}/edit", RoleAdmin, d.changeConnector},
		{"POST /connectors/{name}/remove", RoleAdmin, d.removeConnector},
		{"GET /account", RoleAgent, d.showAccount},
		{"POST /account", RoleAgent, d.saveAccount},
		{"POST /sign-out", RoleAgent, d.signOut},
		{"GET /dead", RoleManager, d.showDead},
		{"POST /dead/requeue", RoleManager, d.requeueDead},
		{"GET /users", RoleAdmin, d.showUsers},
		{"POST /users", RoleAdmin, d.addUser},
		{"POST /users/{name}", RoleAdmin, d.changeUser},
		{"POST /users/{name}/link", RoleAdmin, d.linkUser},
	}
}

// mount puts the routes behind their guards.
func (d *Desk) mount() (http.Handler, error) {
	inner := http.NewServeMux()
	for _, rt := range d.routes() {
		inner.Handle(rt.pattern, d.guard(rt))
	}
	inner.HandleFunc("GET /sign-in", d.showSignIn)
	inner.HandleFunc("POST /sign-in", d.signIn)
	inner.HandleFunc("/", d.showNotFound)

	cross := http.NewCrossOriginProtection()
	if origin := strings.TrimRight(d.o.Config().Desk.PublicURL, "/"); origin != "" {
		if err := cross.AddTrustedOrigin(origin); err != nil {
			return nil, err
		}
	}
	cross.SetDenyHandler(http.HandlerFunc(d.showForeign))

	outer := http.NewServeMux()
	outer.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusOK, map[string]string{"status": "alive"})
	})
	outer.HandleFunc("GET /readyz", d.showReady)
	outer.Handle("GET /static/{version}/{file}", d.assets)
	if d.o.Metrics != nil {
		outer.Handle("GET /metrics", d.o.Metrics)
	}
	if d.o.Hooks != nil {
		outer.Handle("/hooks/{name}", d.o.Hooks)
	}
	outer.Handle("/api/", d.api())
	outer.Handle("GET /f/{token}", cross.Handler(http.HandlerFunc(d.forms)))
	outer.Handle("POST /f/{token}", cross.Handler(http.HandlerFunc(d.forms)))
	outer.Handle("/", cross.Handler(d.sessions.LoadAndSave(inner)))
	return d.recovered(secured(d.o.secure(), outer)), nil
}

// maxForm bounds what a page may post: two long answers and a few words.
const maxForm = 256 << 10

// guard admits signed-in people of the route's role or above.
func (d *Desk) guard(rt route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, ok, err := d.signedIn(r)
		switch {
		case err != nil:
			d.fail(w, r, nil, err)
			return
		case !ok:
			d.askSignIn(w, r)
			return
		}
		v := &visit{w: w, r: r, user: user}
		if !v.may(rt.role) {
			d.showError(w, v, http.StatusForbidden, "This page is for "+rt.role+"s",
				"Your account is signed in as "+user.Role+". An admin can change that under People.")
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		if err := rt.serve(v); err != nil {
			d.fail(w, r, v, err)
		}
	})
}

// secured sets the headers that every answer carries.
func secured(https bool, next http.Handler) http.Handler {
	const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
		"connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if https {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // the client went away: nobody is left to tell
}
