package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/responder"
	"goodgraces/store"
)

// stages are the handlers in the order of the picture: decode, judge, draft,
// record.
type stages struct {
	Deps
	ahead *ahead // of the batch that is being saved; nil for none
}

// decode reads the messages' bodies. A body that is no mention is dead-lettered
// in the end, where people can see it.
func (s stages) decode(_ context.Context, items []*Item) error {
	for _, it := range items {
		if err := json.Unmarshal(it.Body, &it.Mention); err != nil {
			it.Err = hopeless{fmt.Errorf("decode: not a mention: %w", err)}
		} else if it.Mention.ID == "" {
			it.Err = hopeless{errors.New("decode: the mention has no id")}
		}
	}
	return nil
}

// judge gives every new mention its verdict, in the light of its author's
// history. Posts of one author are judged in order, authors in parallel.
func (s stages) judge(ctx context.Context, items []*Item) error {
	if err := s.markKnown(ctx, items); err != nil {
		return err
	}
	groups, err := s.byAuthor(ctx, items)
	if err != nil {
		return err
	}
	parallel(s.cores(), groups, s.assess)
	return nil
}

// parallel calls f for each thing, n at a time, and waits for all.
func parallel[T any](n int, things []T, f func(T)) {
	work := make(chan T)
	var wg sync.WaitGroup
	for range min(n, len(things)) {
		wg.Go(func() {
			for thing := range work {
				f(thing)
			}
		})
	}
	for _, thing := range things {
		work <- thing
	}
	close(work)
	wg.Wait()
}

func (s stages) assess(group []*Item) {
	c := s.Classifier()
	for _, it := range group {
		guard(s.Log, it, "classify", func() {
			it.Verdict = c.Assess(&it.Mention, it.Profile)
			passOver(&it.Mention, &it.Verdict)
			it.trace, it.surplus = latest(it.Profile, it.Mention.ID)
		})
		it.nameAccount()
	}
}

// markKnown marks mentions that are stored already, or stand earlier in the
// same batch.
func (s stages) markKnown(ctx context.Context, items []*Item) error {
	keys := make([]string, len(items))
	for i, it := range items {
		keys[i] = it.Mention.Key()
	}
	known, err := s.Store.Known(ctx, keys)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for i, it := range items {
		_, stored := known[keys[i]]
		it.Known = stored || seen[keys[i]] || s.ahead != nil && s.ahead.keys[keys[i]]
		seen[keys[i]] = seen[keys[i]] || !it.Mention.Deleted
	}
	return nil
}

// byAuthor groups the new mentions by the author whose profile they change, in
// order, and gives each group that profile. A post without an author has a
// profile of its own, which is not kept.
func (s stages) byAuthor(ctx context.Context, items []*Item) ([][]*Item, error) {
	subjects, err := s.subjects(ctx, items)
	if err != nil {
		return nil, err
	}
	stored, err := s.Store.Profiles(ctx, unique(subjects))
	if err != nil {
		return nil, err
	}
	var groups [][]*Item
	place := map[string]int{}
	for i, it := range items {
		if !it.fresh() {
			continue
		}
		key := subjects[i]
		it.Subject = key
		if p, ok := stored[key]; ok {
			key = p.Key // linked accounts have one profile between them
		}
		at, ok := place[key]
		if !ok || key == "" {
			at = len(groups)
			place[key] = at
			groups = append(groups, nil)
			it.Profile = s.profile(stored[it.Subject], key)
		} else {
			it.Profile = groups[at][0].Profile
		}
		groups[at] = append(groups[at], it)
	}
	return groups, nil
}

// profile is the one of a key as the next post finds it; stored is what the
// store has of it.
func (s stages) profile(stored care.Profile, key string) *care.Profile {
	if p, ok := s.ahead.profile(key); ok && key != "" {
		return &p
	}
	stored.Key = key
	return &stored
}

// subjects names, for each item, the author whose history it belongs to: its
// own author; for the brand's posts the author whom they answer.
func (s stages) subjects(ctx context.Context, items []*Item) ([]string, error) {
	authors := map[string]string{} // mention key → author key, within the batch
	for _, it := range items {
		authors[it.Mention.Key()] = it.Mention.AuthorKey()
	}
	out := make([]string, len(items))
	for i, it := range items {
		m := &it.Mention
		if m.By != care.ByBrand {
			out[i] = m.AuthorKey()
			continue
		}
		if key, ok := authors[care.Key(m.Platform, m.InReplyTo)]; ok {
			out[i] = key
			continue
		}
		var err error
		if out[i], err = s.answered(ctx, m); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// answered names the author whom a post of the brand answers; "" where nobody
// knows, and for a send of ours that is read back: it was remembered when it
// was settled.
func (s stages) answered(ctx context.Context, m *care.Mention) (string, error) {
	row, err := s.Store.Mention(ctx, care.Key(m.Platform, m.InReplyTo))
	switch {
	case errors.Is(err, store.ErrNotFound) && m.ThreadAuthor != "":
		return care.Key(m.Platform, m.ThreadAuthor), nil
	case errors.Is(err, store.ErrNotFound):
		return "", nil
	case err != nil || row.CaseID == "":
		return row.Mention.AuthorKey(), err
	}
	f, err := s.Store.Case(ctx, row.CaseID)
	if err != nil || slices.ContainsFunc(f.Sends, func(send care.Send) bool { return send.Is(*m) }) {
		return "", err
	}
	return row.Mention.AuthorKey(), nil
}

func unique(keys []string) []string {
	seen := map[string]bool{"": true}
	var out []string
	for _, k := range keys {
		if !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}

func (s stages) cores() int {
	if n := s.Config().Work.Workers; n > 0 {
		return n
	}
	return runtime.GOMAXPROCS(0)
}

// draft opens a case where something is asked of us, with a draft where the
// action takes one.
func (s stages) draft(ctx context.Context, items []*Item) error {
	asked := slices.DeleteFunc(slices.Clone(items), func(it *Item) bool { return !it.asks() })
	recent, own, err := s.saidBefore(ctx, asked)
	if err != nil {
		return err
	}
	routes, err := s.routesNow(ctx)
	if err != nil {
		return err
	}
	parallel(s.cores(), asked, func(it *Item) {
		guard(s.Log, it, "draft", func() {
			s.open(it, responder.Unlike(own[it.Mention.AuthorKey()], recent[it.Mention.Connector]), routes)
		})
		s.withoutDraft(it)
	})
	return nil
}

// saidBefore is what drafts must differ from: our latest answers by connector,
// and those to each author.
func (s stages) saidBefore(ctx context.Context, items []*Item) (recent, own map[string][]string, err error) {
	recent, authors := map[string][]string{}, map[string]bool{}
	for _, it := range items {
		name := it.Mention.Connector
		if _, ok := recent[name]; !ok {
			if recent[name], err = s.Store.RecentAnswers(ctx, name, recentAnswers); err != nil {
				return nil, nil, err
			}
		}
		authors[it.Mention.AuthorKey()] = true
	}
	if len(items) > 0 {
		own, err = s.Store.AnswersTo(ctx, slices.Collect(maps.Keys(authors)), recentAnswers)
	}
	return recent, own, err
}

// withoutDraft lets a case whose draft made us panic go before a person as it
// is: the mention is sound.
func (s stages) withoutDraft(it *Item) {
	if it.Err == nil || it.Case == nil {
		return
	}
	it.Err, it.Draft = nil, nil
	it.Case.State, it.Case.Note = care.StateOpen, "no draft could be written, by a fault of ours; it is in the log"
}

// recentAnswers is how many of our last public answers through its connector,
// and of those to its author, a draft must differ from.
const recentAnswers = 20

// open gives an item its case, and its draft where there is to be one.
func (s stages) open(it *Item, recent []string, routes map[string]care.RouteState) {
	v, now := it.Verdict, s.Now()
	c := &care.Case{
		ID:       care.CaseID(it.Mention.Platform, it.Mention.ID),
		Mention:  it.Mention.Key(),
		State:    care.StateOpen,
		Priority: care.Priority(v),
		OpenedAt: now, UpdatedAt: now,
		DueAt: due(said(&it.Mention), now, s.Config().Sender.ResponseDue),
		Note:  v.NeedsHuman,
	}
	it.Case = c
	switch {
	case v.Action == care.ActLegal:
		c.State = care.StateLegal
	case v.Action == care.ActSafety:
		c.State = care.StateSafety
	case v.Action == care.ActFold && v.Standing != nil && v.Standing.Stance == care.StanceSilence:
		c.State, c.Note = care.StateFolded, "silence: "+why(v.Standing)
	default:
		s.write(it, recent, routes)
	}
}

// write gives a case its first draft; without one, the case says why. One whose
// question has no answer yet waits for words, with those that hold it.
func (s stages) write(it *Item, recent []string, routes map[string]care.RouteState) {
	c := it.Case
	q := s.ask(c.ID, it.Mention, it.Verdict, c.OpenedAt)
	q.Recent, q.RouteStates = recent, routes
	d := s.Responder().Draft(q)
	if d.Wordless() {
		c.Note = d.Reason
		return
	}
	d.CaseID, d.At = c.ID, c.OpenedAt
	if it.Draft = &d; it.ready() {
		c.State = care.StateDrafted
	}
}

// ready reports a draft that may be approved as it stands.
func (it *Item) ready() bool { return it.Draft != nil && it.Draft.Text != "" }

// ask is what the responder needs to know of a case, besides what is of the
// moment: the recent answers and how the routes stand.
func (d Deps) ask(caseID string, m care.Mention, v care.Verdict, at time.Time) responder.Request {
	cfg := d.Config()
	message := d.mayMessage(m)
	return responder.Request{
		CaseID: caseID, Mention: m, Verdict: v, CanMessage: message, Brand: cfg.Brand.Name,
		Routes: Routes(cfg.Responder.Routes), Link: d.form(caseID, at), Now: at,
	}
}

// askWithin bounds how long a platform is asked what it allows with one post.
const askWithin = 2 * time.Second

// mayMessage reports whether a private message can be sent to a post's author,
// so that a draft promises none where it cannot. Where the platform does not say
// in time, what the connector can do in general counts: the wording for a
// message that fails is ready anyway.
func (d Deps) mayMessage(m care.Mention) bool {
	ctx, cancel := context.WithTimeout(context.Background(), askWithin)
	defer cancel()
	c, release := d.roster.use(m.Connector)
	defer release()
	e, err := connectors.EligibilityOf(ctx, c, m)
	if err != nil {
		_, message := connectors.Reach(c)
		return message
	}
	return e.Message.OK
}

// said is when a post came to say what it says.
func said(m *care.Mention) time.Time {
	if m.EditedAt.After(m.CreatedAt) {
		return m.EditedAt
	}
	return m.CreatedAt
}

// due is when the first answer should stand: counted from the post where it is
// fresh, and from when we read it where it is old (an archive, a long outage).
func due(written, read time.Time, target time.Duration) time.Time {
	if written.IsZero() || read.Sub(written) > 24*time.Hour || written.After(read) {
		written = read
	}
	return written.Add(target)
}

// why is the first reason behind a standing.
func why(s *care.Standing) string {
	if len(s.Signals) == 0 {
		return string(s.Kind)
	}
	return s.Signals[0].Note
}
