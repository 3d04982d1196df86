package desk

import (
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/store"
)

// apiActor is who changed a route by the API, in the audit trail.
const apiActor = "api"

// maxAPI bounds what is posted to the API, in bytes.
const maxAPI = 4 << 10

// api serves /api/, for programs that hold the token: a telephone system that
// knows its queue, say.
func (d *Desk) api() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/routes", d.apiRoutes)
	mux.HandleFunc("POST /api/routes/{name}", d.apiSetRoute)
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { apiError(w, http.StatusNotFound, "no such address") })
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch token := d.o.Config().Desk.APIToken; {
		case token == "":
			apiError(w, http.StatusNotFound, "the API is shut; desk.api_token opens it")
		case !bears(r, token) && !d.attempts.allow("api", r.RemoteAddr, d.o.Now()):
			apiError(w, http.StatusTooManyRequests, "too many attempts")
		case !bears(r, token):
			w.Header().Set("WWW-Authenticate", "Bearer")
			apiError(w, http.StatusUnauthorized, "give the token of desk.api_token: Authorization: Bearer …")
		default:
			mux.ServeHTTP(w, r)
		}
	})
}

func bears(r *http.Request, token string) bool {
	given, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	return ok && subtle.ConstantTimeCompare([]byte(strings.TrimSpace(given)), []byte(token)) == 1
}

func apiError(w http.ResponseWriter, status int, text string) {
	writeJSON(w, status, map[string]string{"error": text})
}

// RouteReport is how a route stands, for programs.
type RouteReport struct {
	Name     string    `json:"name"`
	Kind     string    `json:"kind"`
	Open     bool      `json:"open"`
	Why      string    `json:"why,omitempty"`
	Opens    time.Time `json:"opens,omitzero"`
	Wait     *string   `json:"wait"` // null where nobody knows
	Measured bool      `json:"measured,omitempty"`
}

// ReportRoute tells how a route stands at a moment.
func ReportRoute(r responder.Route, state care.RouteState, now time.Time) RouteReport {
	s := r.Stand(state, now)
	report := RouteReport{Name: r.Name, Kind: r.Kind, Open: s.Open, Why: s.Why, Opens: s.Opens, Measured: s.Measured}
	if s.Waits {
		wait := s.Wait.String()
		report.Wait = &wait
	}
	return report
}

func (d *Desk) apiRoutes(w http.ResponseWriter, r *http.Request) {
	states, err := d.routesNow(r.Context())
	if err != nil {
		d.o.Log.Error("desk: api", "error", err)
		apiError(w, http.StatusServiceUnavailable, "the store does not answer")
		return
	}
	reports := []RouteReport{}
	for _, route := range routesOf(d.o.Config()) {
		reports = append(reports, ReportRoute(route, states[route.Name], d.o.Now()))
	}
	writeJSON(w, http.StatusOK, reports)
}

// apiChange is what a program says of a route. What is left out stays.
type apiChange struct {
	Wait   *string   `json:"wait"` // "12m"; "" is: nobody knows any more
	Closed *bool     `json:"closed"`
	Until  time.Time `json:"until"`
	Reason string    `json:"reason"`
}

func (d *Desk) apiSetRoute(w http.ResponseWriter, r *http.Request) {
	routes := routesOf(d.o.Config())
	i := slices.IndexFunc(routes, func(route responder.Route) bool { return route.Name == r.PathValue("name") })
	if i < 0 {
		apiError(w, http.StatusNotFound, "no such route")
		return
	}
	change, err := readChange(w, r)
	if err != nil {
		apiError(w, http.StatusBadRequest, err.Error())
		return
	}
	change.Name, change.Actor, change.At = routes[i].Name, apiActor, d.o.Now()
	state, err := d.o.Store.SetRoute(r.Context(), change)
	if err != nil {
		d.o.Log.Error("desk: api", "error", err)
		apiError(w, http.StatusServiceUnavailable, "it could not be saved; try again")
		return
	}
	writeJSON(w, http.StatusOK, ReportRoute(routes[i], state, d.o.Now()))
}

func readChange(w http.ResponseWriter, r *http.Request) (c store.RouteChange, err error) {
	var said apiChange
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxAPI))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&said); err != nil {
		return c, fmt.Errorf("not a change: %w", err)
	}
	c = store.RouteChange{Closed: said.Closed, Until: said.Until, Reason: clipped(said.Reason)}
	if said.Wait == nil && said.Closed == nil {
		return c, fmt.Errorf(`say what to change: {"wait": "12m"}, {"wait": ""}, {"closed": true, "until": "2026-12-24T18:00:00Z", "reason": "…"}`)
	}
	if said.Wait != nil {
		c.Wait, err = ReadWait(*said.Wait)
	}
	return c, err
}

// ReadWait reads a wait such as 12m; "" is that nobody knows any more.
func ReadWait(text string) (*time.Duration, error) {
	wait := time.Duration(-1)
	if text == "" {
		return &wait, nil
	}
	wait, err := time.ParseDuration(text)
	if err != nil || wait < 0 || wait > longestWait {
		return nil, fmt.Errorf("wait %q: write it as 12m or 1h30m, 0s for none", text)
	}
	return &wait, nil
}
