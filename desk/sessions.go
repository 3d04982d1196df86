package desk

import (
	"context"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"goodgraces/store"
)

// Keys of what a session holds.
const (
	sessionUser  = "user"
	sessionStamp = "stamp" // of the password then; another password ends the session
	sessionBy    = "by"    // byLink or byPassword
)

// How a session began. A link stands in for a forgotten password.
const (
	byLink     = "link"
	byPassword = "password"
)

const defaultSession = 12 * time.Hour

func newSessions(o Options, failed func(http.ResponseWriter, *http.Request, error)) *scs.SessionManager {
	m := scs.New()
	m.Store = sessionStore{o.Store}
	m.Lifetime = o.Config().Desk.Session
	if m.Lifetime <= 0 {
		m.Lifetime = defaultSession
	}
	m.HashTokenInStore = true
	m.ErrorFunc = failed
	m.Cookie.Name = "graces"
	m.Cookie.HttpOnly = true
	m.Cookie.SameSite = http.SameSiteLaxMode
	if o.secure() {
		m.Cookie.Name = "__Host-graces"
		m.Cookie.Secure = true
	}
	return m
}

// sessionStore is the store in the shape of scs.CtxStore; scs itself calls the
// methods with a context only.
type sessionStore struct{ *store.Store }

func (s sessionStore) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

func (s sessionStore) Commit(token string, b []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, b, expiry)
}

func (s sessionStore) Delete(token string) error {
	return s.DeleteCtx(context.Background(), token)
}

func (d *Desk) sessionFailed(w http.ResponseWriter, r *http.Request, err error) {
	d.o.Log.Error("desk: session", "error", err)
	http.Error(w, "The desk cannot reach its database. Nothing was changed. Try again in a moment.", http.StatusServiceUnavailable)
}
