package desk

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// authorURL is the address of an author's page; "" for an unknown author.
func authorURL(key string) string {
	if key == "" {
		return ""
	}
	return "/authors/" + url.PathEscape(key)
}

// anchor names a post on its author's page.
func anchor(platform, id string) string { return "p-" + care.CaseID(platform, id) }

// authorView is everything about a person who writes to us.
type authorView struct {
	URL, Who, Name, Platform string
	Facts                    []string
	Standing                 *standingView
	Ways                     []wayView
	Accounts                 []linkedView // more than one where several are linked
	Suggestions              []linkedView
	Platforms                []option
	Notes                    []noteView
	Entries                  []entryView
	More                     string
	Notice                   *noticeView
	Words                    string // of a note that was not saved
}

// wayView is a way to meet the author otherwise.
type wayView struct {
	Title, Key, Ask string
	Stances         []option
}

type linkedView struct {
	Key, URL, Who, Platform, Reason string
	Here                            bool
}

type noteView struct {
	ID    int64
	Actor string
	Text  string
	At    moment
	Own   bool
}

// entryView is one thing that happened, newest first: a post, an answer of
// ours, or a decision.
type entryView struct {
	Kind     string // "theirs", "ours" or "deed"
	Anchor   string
	Title    string
	Mark     mark
	Platform string
	Text     []segment
	State    string // of the post's case, in words
	Case     string // address
	Address  string // of the post or answer on the platform
	At       moment
	when     time.Time
}

// timelinePosts is how many posts a page of the timeline holds.
const timelinePosts = 40

func (d *Desk) showAuthor(v *visit) error {
	return d.showAuthorWith(v, http.StatusOK, nil, "")
}

// writer is a person as the store knows them.
type writer struct {
	key      string
	accounts []string
	profile  *care.Profile
	events   []store.Event
	more     bool
	notes    []store.Note
}

// writer loads what there is of the address's author; store.ErrNotFound when
// there is nothing.
func (d *Desk) writer(ctx context.Context, key, after string) (*writer, error) {
	a := &writer{key: key}
	var err error
	if a.accounts, err = d.o.Store.Accounts(ctx, key); err != nil {
		return nil, err
	}
	if a.profile, err = d.profileOf(ctx, key); err != nil {
		return nil, err
	}
	if a.events, err = d.o.Store.Timeline(ctx, a.accounts, after, timelinePosts+1); err != nil {
		return nil, err
	}
	if a.more = len(a.events) > timelinePosts; a.more {
		a.events = a.events[:timelinePosts]
	}
	if a.notes, err = d.o.Store.Notes(ctx, a.accounts); err != nil {
		return nil, err
	}
	if a.profile == nil && len(a.events) == 0 && len(a.notes) == 0 {
		return nil, store.ErrNotFound
	}
	return a, nil
}

// standing is the software's latest judgement of the author.
func (a *writer) standing() *care.Standing {
	for _, e := range a.events {
		if e.Verdict.Standing != nil {
			return e.Verdict.Standing
		}
	}
	return nil
}

// shown is how an account calls itself, as of its latest post.
func (a *writer) shown(account string) (who, name, platform string) {
	platform, id, _ := strings.Cut(account, ":")
	for _, e := range a.events {
		if e.Mention.AuthorKey() == account {
			return shownHandle(e.Mention.Author), visible(e.Mention.Author.Name), platform
		}
	}
	if p := a.profile; p != nil && len(a.accounts) == 1 {
		return shownHandle(firstAuthor(p.Author, id)), visible(p.Author.Name), platform
	}
	return visible(id), "", platform
}

func firstAuthor(a care.Author, id string) care.Author {
	if a == (care.Author{}) {
		a.ID = id
	}
	return a
}

func (d *Desk) showAuthorWith(v *visit, status int, notice *noticeView, typed string) error {
	ctx, key := v.r.Context(), v.r.PathValue("key")
	after := ""
	if v.r.Method == http.MethodGet {
		after = v.r.URL.Query().Get("after")
	}
	a, err := d.writer(ctx, key, after)
	if err != nil {
		return err
	}
	page, err := d.authorView(v, a)
	if err != nil {
		return err
	}
	page.Notice, page.Words = notice, typed
	d.render(v.w, v, status, "author", page.Who, page)
	return nil
}

func (d *Desk) authorView(v *visit, a *writer) (authorView, error) {
	who, name, platform := a.shown(a.key)
	page := authorView{URL: authorURL(a.key), Who: who, Name: name, Platform: platformName(platform)}
	if a.profile != nil {
		page.Facts = append(d.facts(*a.profile), d.habits(*a.profile)...)
	}
	overrule := overruleOf(a.profile)
	page.Standing = d.standingView(v, a.standing(), overrule, func(id string) string { return a.find(id) })
	page.Ways = ways(stanceOf(a.standing(), overrule), overrule)
	for _, n := range a.notes {
		page.Notes = append(page.Notes, noteView{n.ID, n.Actor, n.Text, d.moment(n.At), n.Actor == v.user.Name})
	}
	page.Entries = d.entries(a)
	if a.more {
		page.More = page.URL + "?after=" + url.QueryEscape(a.events[len(a.events)-1].Mention.Key())
	}
	return page, d.addAccounts(v.r.Context(), a, &page)
}

// find is where a post stands on the page.
func (a *writer) find(id string) string {
	for _, e := range a.events {
		if e.Mention.ID == id {
			return "#" + anchor(e.Mention.Platform, id)
		}
	}
	platform, _, _ := strings.Cut(a.key, ":")
	return "#" + anchor(platform, id)
}

// ways lists how the author could be met otherwise.
func ways(now care.Stance, o *care.Overrule) []wayView {
	if now != care.StanceEngage {
		return []wayView{{"Reopen", "o", "Why answer them after all?", []option{{Value: string(care.StanceEngage), Title: "Answer them again"}}}}
	}
	if o != nil {
		return nil // to take it back is one button
	}
	return []wayView{{"Fold", "f", "Why say no more to them?", []option{
		{Value: string(care.StanceClose), Title: "One closing line"}, {Value: string(care.StanceSilence), Title: "Say nothing more"}}}}
}

// habits says what the remembered posts show.
func (d *Desk) habits(p care.Profile) []string {
	topics := map[string]int{}
	posts, concrete := 0, 0
	for _, t := range p.Recent {
		if t.By == care.ByBrand || t.By == care.ByResolved {
			continue
		}
		posts++
		if t.Concrete {
			concrete++
		}
		if t.Topic != "" && t.Topic != "none" {
			topics[t.Topic]++
		}
	}
	var out []string
	if names := common(topics); len(names) > 0 {
		out = append(out, "writes about "+strings.Join(names, ", "))
	}
	if concrete > 0 {
		out = append(out, "names things, dates or amounts in "+number(concrete)+" of the last "+plural(posts, "post", "posts"))
	}
	if !p.LastSeen.IsZero() {
		out = append(out, "last seen "+since(p.LastSeen, d.o.Now()))
	}
	return out
}

// common lists up to three names, the most frequent first.
func common(counts map[string]int) []string {
	var names []string
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	names = names[:min(3, len(names))]
	for i, n := range names {
		names[i] = words(n)
	}
	return names
}

func (d *Desk) addAccounts(ctx context.Context, a *writer, page *authorView) error {
	for _, key := range a.accounts {
		who, _, platform := a.shown(key)
		page.Accounts = append(page.Accounts, linkedView{Key: key, URL: authorURL(key), Who: who, Platform: platformName(platform), Here: key == a.key})
		d.seen.add(platform)
	}
	page.Platforms = d.seen.options("")
	suggested, err := d.o.Store.Suggest(ctx, a.key)
	for _, s := range suggested {
		platform, id, _ := strings.Cut(s.Key, ":")
		page.Suggestions = append(page.Suggestions, linkedView{Key: s.Key, URL: authorURL(s.Key),
			Who: shownHandle(firstAuthor(s.Author, id)), Platform: platformName(platform), Reason: s.Reason})
	}
	return err
}

// entries is the timeline, newest first.
func (d *Desk) entries(a *writer) []entryView {
	var out []entryView
	for _, e := range a.events {
		m := e.Mention
		post := entryView{Kind: "theirs", Anchor: anchor(m.Platform, m.ID), Mark: markOf(e.Verdict), Platform: platformName(m.Platform),
			Text: segments(clip(m), nil), Address: safeLink(m.URL), when: m.CreatedAt}
		if post.when.IsZero() {
			post.when = e.ReadAt
		}
		if e.File != nil {
			post.Case, post.State = "/cases/"+e.CaseID, stateNames[e.File.Case.State]
			out = append(out, ours(e.File)...)
		}
		for _, b := range e.Answers {
			out = append(out, entryView{Kind: "ours", Title: "Our answer", Text: segments(clip(b), nil), Address: safeLink(b.URL), when: b.CreatedAt})
		}
		out = append(out, post)
	}
	slices.SortStableFunc(out, func(a, b entryView) int { return b.when.Compare(a.when) })
	for i := range out {
		out[i].At = d.moment(out[i].when)
	}
	return out
}

// ours is what we said and did about a case.
func ours(f *store.CaseFile) (out []entryView) {
	for _, s := range f.Sends {
		if s.State == care.SendWithdrawn || s.Text == "" {
			continue
		}
		e := entryView{Kind: "ours", Title: "Our answer", Text: segments(s.Text, nil), State: sendNames[s.State], when: s.CreatedAt}
		if !s.Kind.Public() {
			e.Title = "Our private message"
		}
		if s.Receipt != nil {
			e.Address, e.when = safeLink(s.Receipt.URL), s.Receipt.At
		}
		out = append(out, e)
	}
	for _, k := range f.Decisions {
		if k.Kind != care.DecideEdit && k.Kind != care.DecideApprove && k.Kind != care.DecideWithdraw {
			out = append(out, entryView{Kind: "deed", Title: deed(k) + reason(k), Case: "/cases/" + f.Case.ID, when: k.At})
		}
	}
	return out
}
