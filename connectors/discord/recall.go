package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"slices"

	"github.com/bwmarrin/discordgo"

	"goodgraces/care"
)

// recalled is how many of the last posts that were handed on are looked for
// after an outage.
const recalled = 500

// remember takes up what an earlier process handed on, as if this one had: what
// was deleted or edited meanwhile is recognised.
func (r *reader) remember(ctx context.Context) error {
	kept, err := r.env.Kept(ctx, Platform, recalled)
	if err != nil {
		return fmt.Errorf("discord: earlier posts: %w", err)
	}
	for _, m := range slices.Backward(kept) {
		var at ref
		if json.Unmarshal([]byte(m.Ref), &at) != nil || !sound(m.ID) || !sound(at.Channel) || r.seen.Has(m.ID) {
			continue
		}
		r.seen.Put(m.ID, seen{edited: m.EditedAt, author: m.Author.ID, channel: at.Channel, root: m.Thread, rootedBy: m.ThreadAuthor})
	}
	return nil
}

// recall looks for edits and deletions that passed while nobody listened: among
// the newest posts, a page, of each channel that is read whole or in which posts
// were handed on lately.
func (r *reader) recall(ctx context.Context, all []room) error {
	lately := map[string][]string{}
	for _, id := range r.seen.Due(recalled, recalled) {
		if s, ok := r.seen.Get(id); ok {
			lately[s.channel] = append(lately[s.channel], id)
		}
	}
	for _, at := range all {
		chain, err := r.rooms.chain(ctx, at)
		if err != nil {
			return err
		}
		if r.rooms.skipped.has(chain...) || len(lately[at.ID]) == 0 && !r.rooms.watched.has(chain...) {
			continue
		}
		if err := r.recallIn(ctx, at, lately[at.ID]); err != nil {
			return err
		}
	}
	return nil
}

// recallIn looks through one channel's newest page. Posts that were handed on
// and should stand on it are gone where they do not.
func (r *reader) recallIn(ctx context.Context, at room, handed []string) error {
	var raw []json.RawMessage
	err := r.api.patiently(ctx, "read a channel", fmt.Sprintf("%s?limit=%d", discordgo.EndpointChannelMessages(at.ID), page), &raw)
	if status := statusOf(err); status == http.StatusForbidden || status == http.StatusNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	stands, oldest := map[string]bool{}, uint64(0)
	if len(raw) >= page {
		oldest = math.MaxUint64
	}
	for _, doc := range raw {
		m, ok := parse(doc)
		if !ok || m.Channel != at.ID {
			continue
		}
		stands[m.ID], oldest = true, min(oldest, number(m.ID))
		if m.Guild = at.Guild; r.handedOn(ctx, m) {
			if err := r.post(ctx, m, true); err != nil {
				return err
			}
		}
	}
	var gone []care.Mention
	for _, id := range handed {
		if number(id) >= oldest && !stands[id] {
			r.seen.Forget(id)
			gone = append(gone, care.Mention{ID: id, Platform: Platform, Connector: r.name, Deleted: true})
		}
	}
	return r.put(ctx, gone)
}

// handedOn reports whether a post was handed on before, by this process or, as
// far as edited ones are concerned, by an earlier one.
func (r *reader) handedOn(ctx context.Context, m *message) bool {
	if r.seen.Has(m.ID) || m.Edited.IsZero() {
		return r.seen.Has(m.ID)
	}
	stored, err := r.env.Stored(ctx, Platform, m.ID)
	return stored && err == nil
}
