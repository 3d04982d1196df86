package desk

import (
	"errors"
	"net/http"
	"strconv"
	"unicode/utf8"

	"goodgraces/care"
	"goodgraces/store"
)

// maxNote bounds a note and a reason, in characters.
const maxNote = 2000

// deedsOnAuthor are what the author's page can do, by the form's "do". Each
// returns why it refused, in words; "" when it was done.
func (d *Desk) deedsOnAuthor() map[string]func(*visit, *writer) (string, error) {
	return map[string]func(*visit, *writer) (string, error){
		"note": d.addNote, "unnote": d.deleteNote, "link": d.linkAccount, "unlink": d.unlinkAccount,
		"overrule": d.overrule, "restore": d.restoreStance,
	}
}

// changeAuthor does one thing to the author of the address, and shows the page.
func (d *Desk) changeAuthor(v *visit) error {
	key := v.r.PathValue("key")
	do, ok := d.deedsOnAuthor()[v.r.PostFormValue("do")]
	if !ok {
		d.showError(v.w, v, http.StatusBadRequest, "There is no such thing to do", "Nothing was changed.")
		return nil
	}
	a, err := d.writer(v.r.Context(), key, "")
	if err != nil {
		return err
	}
	problem, err := do(v, a)
	if err != nil {
		return err
	}
	if problem != "" {
		return d.showAuthorWith(v, http.StatusUnprocessableEntity, &noticeView{Title: "Nothing was changed", Lines: []string{problem}}, v.r.PostFormValue("text"))
	}
	http.Redirect(v.w, v.r, authorURL(key), http.StatusSeeOther)
	return nil
}

func (d *Desk) addNote(v *visit, a *writer) (string, error) {
	text := formText(v.r, "text")
	switch {
	case text == "":
		return "The note is empty.", nil
	case utf8.RuneCountInString(text) > maxNote:
		return "A note may have " + number(maxNote) + " characters; put the rest into another.", nil
	}
	_, err := d.o.Store.AddNote(v.r.Context(), store.Note{Author: a.key, Actor: v.user.Name, Text: text, At: d.o.Now()})
	return "", err
}

func (d *Desk) deleteNote(v *visit, _ *writer) (string, error) {
	id, _ := strconv.ParseInt(v.r.PostFormValue("id"), 10, 64) // no note has the ID 0
	err := d.o.Store.DeleteNote(v.r.Context(), id, v.user.Name, d.o.Now())
	if errors.Is(err, store.ErrNotFound) {
		return "The note is gone already, or somebody else wrote it: only they can delete it.", nil
	}
	return "", err
}

// linkAccount links another account: one that was suggested, or one that is
// named by platform and handle.
func (d *Desk) linkAccount(v *visit, a *writer) (string, error) {
	other, problem, err := d.otherAccount(v)
	if err != nil || problem != "" {
		return problem, err
	}
	err = d.o.Store.Link(v.r.Context(), a.key, other, v.user.Name, d.o.Now())
	if errors.Is(err, store.ErrConflict) {
		return "These accounts are one person's already.", nil
	}
	return "", err
}

func (d *Desk) otherAccount(v *visit) (key, problem string, err error) {
	ctx := v.r.Context()
	if key := v.r.PostFormValue("account"); key != "" {
		_, err := d.writer(ctx, key, "")
		if errors.Is(err, store.ErrNotFound) {
			return "", "That account has not written to us.", nil
		}
		return key, "", err
	}
	platform, handle := formText(v.r, "platform"), formText(v.r, "handle")
	if platform == "" || handle == "" {
		return "", "Say which platform, and which handle.", nil
	}
	keys, err := d.o.Store.FindAuthors(ctx, platform, handle)
	switch {
	case err != nil:
		return "", "", err
	case len(keys) == 0:
		return "", "Nobody called " + handle + " has written to us on " + platformName(platform) + ".", nil
	case len(keys) > 1:
		return "", "More than one account went by " + handle + "; open the right one's page and link this one from there.", nil
	}
	return keys[0], "", nil
}

func (d *Desk) unlinkAccount(v *visit, a *writer) (string, error) {
	account := firstOf(v.r.PostFormValue("account"), a.key)
	err := store.ErrNotFound
	for _, key := range a.accounts {
		if key == account {
			err = d.o.Store.Unlink(v.r.Context(), account, v.user.Name, d.o.Now())
		}
	}
	if errors.Is(err, store.ErrNotFound) {
		return "That account is not linked here any more.", nil
	}
	return "", err
}

// overrule sets how the author is met, against the software.
func (d *Desk) overrule(v *visit, a *writer) (string, error) {
	stance, reason := care.Stance(v.r.PostFormValue("stance")), formText(v.r, "reason")
	now := stanceOf(a.standing(), overruleOf(a.profile))
	switch {
	case stanceDeeds[stance] == "":
		return "Say how they should be met.", nil
	case reason == "":
		return "Say why in a few words: the next person reads it, and the software learns from it.", nil
	case utf8.RuneCountInString(reason) > maxNote:
		return "That reason is too long; put the details into a note.", nil
	}
	return "", d.o.Store.Overrule(v.r.Context(), a.key, care.Overrule{Stance: stance, From: now, Reason: reason,
		Actor: v.user.Name, At: d.o.Now(), Signals: argued(a.standing(), stance, false)})
}

// restoreStance takes an overrule back.
func (d *Desk) restoreStance(v *visit, a *writer) (string, error) {
	o := overruleOf(a.profile)
	if o == nil {
		return "There is no decision to take back: the software judges this author by itself.", nil
	}
	return "", d.o.Store.Overrule(v.r.Context(), a.key, care.Overrule{From: o.Stance, Actor: v.user.Name, At: d.o.Now()})
}
