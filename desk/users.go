package desk

import (
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"goodgraces/store"
)

// SignInFor is how long a one-time sign-in link works.
const SignInFor = 10 * time.Minute

var (
	userName = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,31}$`)
	initials = regexp.MustCompile(`^\pL{0,4}$`)
)

// usersView is the page of accounts.
type usersView struct {
	Users   []userView
	Roles   []string
	Link    string // a one-time link, shown once
	LinkFor string
	Problem string
	Self    string
}

type userView struct {
	Name, Role, Initials string
	Disabled, Password   bool
	Since                moment
	Self                 bool
}

func (d *Desk) showUsers(v *visit) error { return d.showUsersWith(v, http.StatusOK, usersView{}) }

func (d *Desk) showUsersWith(v *visit, status int, page usersView) error {
	users, err := d.o.Store.Users(v.r.Context())
	if err != nil {
		return err
	}
	for _, u := range users {
		page.Users = append(page.Users, userView{u.Name, u.Role, u.Initials, u.Disabled, u.Hash != "", d.moment(u.CreatedAt), u.Name == v.user.Name})
	}
	page.Roles, page.Self = Roles, v.user.Name
	d.render(v.w, v, status, "users", "People", page)
	return nil
}

func (d *Desk) refuseUser(v *visit, problem string) error {
	return d.showUsersWith(v, http.StatusUnprocessableEntity, usersView{Problem: problem})
}

// addUser makes an account and shows the link by which its owner signs in.
func (d *Desk) addUser(v *visit) error {
	u := store.User{
		Name: strings.ToLower(formText(v.r, "name")), Role: v.r.PostFormValue("role"),
		Initials: strings.ToUpper(formText(v.r, "initials")), CreatedAt: d.o.Now(),
	}
	switch {
	case !userName.MatchString(u.Name):
		return d.refuseUser(v, "A name has 1 to 32 small letters, digits, dots, dashes or underscores.")
	case rank(u.Role) < 0:
		return d.refuseUser(v, "A role is one of "+strings.Join(Roles, ", ")+".")
	case !initials.MatchString(u.Initials):
		return d.refuseUser(v, "Initials are up to four letters.")
	}
	if _, err := d.o.Store.User(v.r.Context(), u.Name); err == nil {
		return d.refuseUser(v, u.Name+" is there already.")
	} else if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	if err := d.o.Store.SaveUser(v.r.Context(), u); err != nil {
		return err
	}
	if err := d.note(v.r, v.user.Name, "user-add", u.Name, map[string]string{"role": u.Role}); err != nil {
		return err
	}
	return d.showLink(v, u)
}

// changeUser sets an account's role and whether it is disabled. The last admin
// stays one.
func (d *Desk) changeUser(v *visit) error {
	u, err := d.o.Store.User(v.r.Context(), v.r.PathValue("name"))
	if err != nil {
		return err
	}
	u.Role = firstOf(v.r.PostFormValue("role"), u.Role)
	u.Disabled = v.r.PostFormValue("disabled") != ""
	if rank(u.Role) < 0 {
		return d.refuseUser(v, "A role is one of "+strings.Join(Roles, ", ")+".")
	}
	if others, err := d.otherAdmins(v, u.Name); err != nil {
		return err
	} else if !others && (u.Role != RoleAdmin || u.Disabled) {
		return d.refuseUser(v, u.Name+" is the last admin. Make somebody else an admin first.")
	}
	if err := d.o.Store.SaveUser(v.r.Context(), u); err != nil {
		return err
	}
	detail := map[string]string{"role": u.Role, "disabled": map[bool]string{true: "yes", false: "no"}[u.Disabled]}
	if err := d.note(v.r, v.user.Name, "user-change", u.Name, detail); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/users", http.StatusSeeOther)
	return nil
}

// otherAdmins reports whether the desk has an active admin besides name.
func (d *Desk) otherAdmins(v *visit, name string) (bool, error) {
	users, err := d.o.Store.Users(v.r.Context())
	return slices.ContainsFunc(users, func(u store.User) bool {
		return u.Name != name && u.Role == RoleAdmin && !u.Disabled
	}), err
}

// linkUser makes a new one-time link for an account.
func (d *Desk) linkUser(v *visit) error {
	u, err := d.o.Store.User(v.r.Context(), v.r.PathValue("name"))
	if err != nil {
		return err
	}
	if u.Disabled {
		return d.refuseUser(v, u.Name+" is disabled. Enable the account first.")
	}
	if err := d.note(v.r, v.user.Name, "user-link", u.Name, nil); err != nil {
		return err
	}
	return d.showLink(v, u)
}

func (d *Desk) showLink(v *visit, u store.User) error {
	token, hash := SignInToken()
	if err := d.o.Store.SaveSignIn(v.r.Context(), hash, u.Name, d.o.Now().Add(SignInFor)); err != nil {
		return err
	}
	return d.showUsersWith(v, http.StatusOK, usersView{Link: d.publicURL(v.r) + "/sign-in?token=" + url.QueryEscape(token), LinkFor: u.Name})
}

// publicURL is the desk's address as people reach it.
func (d *Desk) publicURL(r *http.Request) string {
	if u := strings.TrimRight(d.o.Config().Desk.PublicURL, "/"); u != "" {
		return u
	}
	return "http://" + r.Host
}

// accountView is a person's own page.
type accountView struct {
	Initials string
	Old      bool // the present password is asked for to change it
	Saved    bool
	Problem  string
}

func (d *Desk) showAccount(v *visit) error {
	return d.showAccountWith(v, http.StatusOK, accountView{Saved: v.r.URL.Query().Get("saved") != ""})
}

func (d *Desk) showAccountWith(v *visit, status int, page accountView) error {
	page.Initials, page.Old = v.user.Initials, d.asksOld(v)
	d.render(v.w, v, status, "account", "Your account", page)
	return nil
}

// asksOld reports whether a new password needs the present one. Whoever came by
// a one-time link may have forgotten it.
func (d *Desk) asksOld(v *visit) bool {
	return v.user.Hash != "" && d.sessions.GetString(v.r.Context(), sessionBy) != byLink
}

// saveAccount changes initials, and the password where a new one is given. A
// new password ends every other session of the account.
func (d *Desk) saveAccount(v *visit) error {
	refuse := func(problem string) error {
		return d.showAccountWith(v, http.StatusUnprocessableEntity, accountView{Problem: problem})
	}
	u := v.user
	u.Initials = strings.ToUpper(formText(v.r, "initials"))
	if !initials.MatchString(u.Initials) {
		return refuse("Initials are up to four letters.")
	}
	changed := []string{"initials"}
	if pw := v.r.PostFormValue("new"); pw != "" {
		if !d.attempts.allow(u.Name, v.r.RemoteAddr, d.o.Now()) {
			return refuse("Too many attempts. Wait a minute, then try again.")
		}
		if d.asksOld(v) && !d.passwords.match(u.Hash, v.r.PostFormValue("old")) {
			return refuse("The present password is not right. Nothing was changed.")
		}
		hash, err := d.passwords.hash(pw)
		if err != nil {
			return refuse(capital(err.Error()) + ".")
		}
		u.Hash = hash
		changed = append(changed, "password")
	}
	if err := d.o.Store.SaveUser(v.r.Context(), u); err != nil {
		return err
	}
	if err := d.note(v.r, u.Name, "account", u.Name, map[string]string{"changed": strings.Join(changed, ", ")}); err != nil {
		return err
	}
	if err := d.begin(v.r, u, byPassword); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/account?saved=1", http.StatusSeeOther)
	return nil
}
