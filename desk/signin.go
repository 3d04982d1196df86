package desk

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"goodgraces/store"
)

// signedIn returns the person behind a request. The account is read each time,
// so that a role taken away is gone at once.
func (d *Desk) signedIn(r *http.Request) (store.User, bool, error) {
	name := d.sessions.GetString(r.Context(), sessionUser)
	if name == "" {
		return store.User{}, false, nil
	}
	user, err := d.o.Store.User(r.Context(), name)
	if errors.Is(err, store.ErrNotFound) {
		return store.User{}, false, nil
	}
	if err != nil {
		return store.User{}, false, err
	}
	current := d.sessions.GetString(r.Context(), sessionStamp) == stamp(user)
	return user, current && !user.Disabled, nil
}

// stamp changes with the password and gives nothing of it away.
func stamp(u store.User) string { return hashToken(u.Name + "\x00" + u.Hash)[:16] }

// begin starts a session under a new token, so that a fixed one is worthless.
func (d *Desk) begin(r *http.Request, user store.User, by string) error {
	if err := d.sessions.RenewToken(r.Context()); err != nil {
		return err
	}
	d.sessions.Put(r.Context(), sessionUser, user.Name)
	d.sessions.Put(r.Context(), sessionStamp, stamp(user))
	d.sessions.Put(r.Context(), sessionBy, by)
	return nil
}

// askSignIn sends a person to sign in and back to the page they wanted.
func (d *Desk) askSignIn(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet || r.URL.Path == "/events" || strings.HasSuffix(r.URL.Path, "/now") {
		d.showSignInForm(w, r, http.StatusUnauthorized, "", "You are signed out. Sign in, then do it again: nothing was changed.")
		return
	}
	to := "/sign-in"
	if r.URL.Path != "/" {
		to += "?next=" + url.QueryEscape(r.URL.RequestURI())
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

type signInView struct {
	Name, Next, Problem string
}

func (d *Desk) showSignInForm(w http.ResponseWriter, r *http.Request, status int, name, problem string) {
	d.render(w, nil, status, "signin", "Sign in", signInView{Name: name, Next: localPath(r.FormValue("next")), Problem: problem})
}

// showSignIn shows the form, or takes a one-time link. A link is taken by GET
// so that it works from a terminal and from a mail; it works once.
func (d *Desk) showSignIn(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("token")
	if token == "" {
		d.showSignInForm(w, r, http.StatusOK, "", "")
		return
	}
	const stale = "This link was used already or is too old. Ask for a new one, or sign in with your password."
	if !d.attempts.allow("link", r.RemoteAddr, d.o.Now()) {
		d.showSignInForm(w, r, http.StatusTooManyRequests, "", "Too many attempts. Wait a minute, then try again.")
		return
	}
	name, err := d.o.Store.RedeemSignIn(r.Context(), hashToken(token), d.o.Now())
	if errors.Is(err, store.ErrNotFound) {
		d.showSignInForm(w, r, http.StatusGone, "", stale)
		return
	}
	if err != nil {
		d.fail(w, r, nil, err)
		return
	}
	user, err := d.o.Store.User(r.Context(), name)
	if err != nil || user.Disabled {
		d.showSignInForm(w, r, http.StatusGone, "", stale)
		return
	}
	d.welcome(w, r, user, byLink)
}

// signIn checks name and password.
func (d *Desk) signIn(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	name := strings.ToLower(strings.TrimSpace(r.PostFormValue("name")))
	if !d.attempts.allow(name, r.RemoteAddr, d.o.Now()) {
		w.Header().Set("Retry-After", "60")
		d.showSignInForm(w, r, http.StatusTooManyRequests, name, "Too many attempts. Wait a minute, then try again.")
		return
	}
	user, err := d.o.Store.User(r.Context(), name)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		d.fail(w, r, nil, err)
		return
	}
	if !d.passwords.match(user.Hash, r.PostFormValue("password")) || user.Disabled {
		d.o.Log.Warn("desk: sign-in refused", "address", network(r.RemoteAddr))
		d.showSignInForm(w, r, http.StatusUnauthorized, name, "Name and password do not belong together.")
		return
	}
	d.welcome(w, r, user, byPassword)
}

func (d *Desk) welcome(w http.ResponseWriter, r *http.Request, user store.User, by string) {
	if err := d.begin(r, user, by); err != nil {
		d.fail(w, r, nil, err)
		return
	}
	if err := d.note(r, user.Name, "sign-in", user.Name, map[string]string{"by": by}); err != nil {
		d.fail(w, r, nil, err)
		return
	}
	http.Redirect(w, r, localPath(r.FormValue("next")), http.StatusSeeOther)
}

func (d *Desk) signOut(v *visit) error {
	if err := d.sessions.Destroy(v.r.Context()); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/sign-in", http.StatusSeeOther)
	return nil
}

// localPath keeps a wish to go somewhere within the desk: anything else,
// "//host" and "/\host" included, is the front page.
func localPath(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.Scheme != "" || u.Host != "" || !strings.HasPrefix(next, "/") ||
		strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n") {
		return "/"
	}
	return next
}
