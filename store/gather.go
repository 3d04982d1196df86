package store

import (
	"context"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"strings"
	"time"

	"goodgraces/care"
)

// partWatch is who opens and ends incidents, in the audit trail.
const partWatch = "graces/watch"

// groupedNote is why a case is dismissed that an incident stands for.
const groupedNote = "part of an incident: answered once, in public"

// leadPriority puts the case with an incident's statement behind danger and
// law, and before all else: see care.Priority.
const leadPriority = 800

// Gathering is posts that the watch found to be one matter.
type Gathering struct {
	Spot      string // what they have in common, in the watch's words; it names the incident
	Kind      care.IncidentKind
	Platform  string
	Thread    string // key, of a pile-on in a thread
	Topic     string
	Note      string
	Origin    string // key of the mention that it began with
	StartedAt time.Time
	Members   []Member // mentions that are stored, or are being stored with it
	// Lead is the key of the member whose case is to hold the statement, and
	// Statement what it is to say; nil where nothing could be written.
	Lead      string
	Statement *care.Draft
}

// Member is a mention of a gathering. Own says that it has a matter of its own
// and keeps its case.
type Member struct {
	Key string
	Own bool
}

// incidentID names the incident at a spot. It is safe in addresses.
func incidentID(spot string) string {
	sum := sha256.Sum256([]byte(clean(spot)))
	return "i" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10]))
}

// gathered is a gathering with its incident.
type gathered struct {
	*Gathering
	incident
	fresh bool // opened by this transaction
}

// Gather makes one incident of the posts of each gathering; see API.
func (s *Store) Gather(ctx context.Context, gs []Gathering, at time.Time) error {
	return s.update(ctx, func(t *tx) error {
		opened, err := t.openIncidents(ctx, gs)
		if err != nil {
			return err
		}
		return t.attachAll(ctx, opened)
	})
}

// openIncidents finds or opens the incident of each gathering, and leaves out
// those that people found to be separate matters.
func (t *tx) openIncidents(ctx context.Context, gs []Gathering) ([]gathered, error) {
	var opened []gathered
	for i := range gs {
		g := gathered{Gathering: &gs[i]}
		found, err := one(ctx, t, scanIncident, "SELECT "+incidentColumns+" FROM incidents i WHERE i.spot = $1", g.Spot)
		switch {
		case errors.Is(err, ErrNotFound):
			g.incident, g.fresh = newIncident(&gs[i]), true
			err = t.insert(ctx, incidentTable, [][]any{g.incident.row()})
			t.note(t.store.now(), partWatch, "incident.opened", g.ID, opening{})
		case err == nil && found.Separate:
			continue
		case err == nil:
			g.incident = found
			if !found.EndedAt.IsZero() {
				err = exec(ctx, t, "UPDATE incidents SET ended = 0 WHERE id = $1", found.ID)
				t.note(t.store.now(), partWatch, "incident.again", found.ID, struct{}{})
			}
		}
		if err != nil {
			return nil, err
		}
		opened = append(opened, g)
	}
	return opened, nil
}

func newIncident(g *Gathering) incident {
	return incident{spot: clean(g.Spot), Incident: care.Incident{
		ID: incidentID(g.Spot), Kind: g.Kind, Platform: g.Platform, Thread: g.Thread, Origin: g.Origin,
		Topic: g.Topic, StartedAt: g.StartedAt, Note: g.Note,
	}}
}

// place tells each mention of a batch its incident; ErrConflict where none goes
// on at its spot.
func (t *tx) place(ctx context.Context, b *batch, opened []gathered) error {
	ids := map[string]string{}
	for _, g := range opened {
		ids[g.Gathering.Spot] = g.ID
	}
	for _, e := range b.handled {
		if e.Spot == "" {
			continue
		}
		if _, ok := ids[e.Spot]; !ok {
			id, err := one(ctx, t, scanText, "SELECT id FROM incidents WHERE spot = $1 AND ended = 0", e.Spot)
			if errors.Is(err, ErrNotFound) {
				return ErrConflict
			}
			if err != nil {
				return err
			}
			ids[e.Spot] = id
		}
		e.mention[incidentColumn], e.kase.Incident = ids[e.Spot], ids[e.Spot]
	}
	return nil
}

// attachAll makes the members of gatherings part of their incidents.
func (t *tx) attachAll(ctx context.Context, opened []gathered) error {
	for i := range opened {
		if err := t.attach(ctx, &opened[i]); err != nil {
			return err
		}
	}
	return nil
}

// attach makes the members that are stored part of the incident, and gives a
// new incident its lead.
func (t *tx) attach(ctx context.Context, g *gathered) error {
	for _, own := range []bool{false, true} {
		var keys []string
		for _, m := range g.Members {
			if m.Own == own {
				keys = append(keys, clean(m.Key))
			}
		}
		if err := chunked(keys, func(keys []string) error { return t.enlist(ctx, g.ID, keys, own) }); err != nil {
			return err
		}
	}
	if !g.fresh {
		return nil
	}
	return t.lead(ctx, g.ID, g.Lead, g.Statement)
}

// enlist makes mentions part of an incident, unless they are part of one already.
func (t *tx) enlist(ctx context.Context, id string, keys []string, own bool) error {
	rows, err := find(ctx, t, scanMention,
		new(query).add("SELECT "+mentionColumns+" FROM mentions m WHERE m.incident = '' AND m.key IN (?)", keys))
	if err != nil || len(rows) == 0 {
		return err
	}
	joined := make([]string, len(rows))
	for i, r := range rows {
		joined[i] = clean(r.Mention.Key())
		if !r.opened() {
			continue
		}
		if err := t.group(ctx, r.CaseID, id, own); err != nil {
			return err
		}
	}
	q := new(query).add("UPDATE mentions SET incident = ?, own = ? WHERE key IN (?)", id, flag(own), joined)
	return exec(ctx, t, q.text.String(), q.args...)
}

// group makes a case part of an incident. One that waits and that nobody has
// worked on is dismissed, unless it has a matter of its own.
func (t *tx) group(ctx context.Context, caseID, id string, own bool) error {
	c, err := t.kase(ctx, caseID)
	if err != nil {
		return err
	}
	c.Incident = id
	waits := c.State == care.StateOpen || c.State == care.StateDrafted
	if own || !waits {
		return t.touch(ctx, c, t.store.now())
	}
	if worked, err := t.workedOn(ctx, caseID); err != nil || worked {
		return orElse(err, t.touch(ctx, c, t.store.now()))
	}
	from := c.State
	c.Note = groupedNote
	t.note(t.store.now(), partWatch, "case.grouped", c.ID, moved{from, care.StateDismissed})
	return t.move(ctx, c, care.StateDismissed, t.store.now())
}

// workedOn reports whether a person has decided anything about a case.
func (t *tx) workedOn(ctx context.Context, caseID string) (bool, error) {
	n, err := one(ctx, t, scanNumber, "SELECT COUNT(*) FROM decisions WHERE case_id = $1", caseID)
	return n > 0, err
}
