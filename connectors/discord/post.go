package discord

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/bwmarrin/discordgo"

	"goodgraces/care"
)

// post emits a post that concerns us and was not emitted as it is now.
func (r *reader) post(ctx context.Context, m *message, update bool) error {
	if m.Guild != "" && !update {
		r.at.pass(m.Channel, m.ID)
	}
	before, known := r.seen.Get(m.ID)
	if update && m.Edited.IsZero() || known && !m.Edited.After(before.edited) {
		return nil // what is shown below a post changes too, without an edit
	}
	if m.Author == nil { // an update may tell only what changed
		return r.whole(ctx, m)
	}
	var at room // stays empty in a direct conversation
	var err error
	if m.Guild != "" {
		if at, err = r.rooms.get(ctx, m.Channel); err != nil {
			return err
		}
	}
	if wanted, err := r.wanted(ctx, m, at); err != nil || !known && !wanted {
		return err
	}
	out, now := r.mention(ctx, m), seen{edited: m.Edited.Time, author: m.author().ID, channel: m.Channel}
	now.root, now.rootedBy = r.root(m, at)
	out.Thread, out.ThreadAuthor = now.root, now.rootedBy
	out.Private = m.Guild == "" || at.private()
	if r.ours(m, r.me.ID) {
		out.By = care.ByBrand
	}
	if err := r.put(ctx, []care.Mention{out}); err != nil {
		return err
	}
	r.seen.Put(m.ID, now)
	return nil
}

// whole reads a post of which an event told a part.
func (r *reader) whole(ctx context.Context, part *message) error {
	var raw json.RawMessage
	err := r.api.get(ctx, "read a post", discordgo.EndpointChannelMessage(part.Channel, part.ID), &raw)
	if status := statusOf(err); status == http.StatusNotFound || status == http.StatusForbidden {
		return nil // it is gone, which another event tells
	}
	if err != nil {
		return err
	}
	m, ok := parse(raw)
	if !ok || m.Author == nil || m.ID != part.ID {
		return nil
	}
	m.Guild = part.Guild
	return r.post(ctx, m, true)
}

// wanted applies the rules. Of the brand's own posts only answers are of
// interest: they belong to a conversation.
func (r *reader) wanted(ctx context.Context, m *message, at room) (bool, error) {
	ours := r.ours(m, r.me.ID)
	switch {
	case m.Type != typeDefault && m.Type != typeReply, ours && m.parent() == "":
		return false, nil
	case m.Guild == "":
		return !ours, nil
	}
	chain, err := r.rooms.chain(ctx, at)
	g := r.rooms.guild(m.Guild)
	switch {
	case err != nil, r.rooms.skipped.has(chain...), !r.rooms.reads(g):
		return false, err
	case ours, m.names(r.me.ID, g.roles), r.rooms.watched.has(chain...), at.private() && at.Owner == r.me.ID:
		return true, nil
	}
	return !r.keywords.Empty() && r.keywords.In(r.words(ctx, m)), nil
}

// root is the first post of a conversation, and who wrote it: a thread is one,
// and elsewhere a post with its answers. Without more, the parent stands in.
func (r *reader) root(m *message, at room) (id, author string) {
	if at.thread() {
		if first, ok := r.seen.Get(at.ID); ok { // a thread has the ID of the post it began with
			return at.ID, first.author
		}
		return at.ID, at.Owner
	}
	parent := m.parent()
	if parent == "" {
		return "", ""
	}
	first, ok := r.seen.Get(parent)
	switch {
	case ok && first.root != "":
		return first.root, first.rootedBy
	case ok:
		return parent, first.author
	case m.Referenced != nil && m.Referenced.ID == parent && m.Referenced.Author != nil:
		return parent, m.Referenced.Author.ID
	}
	return parent, ""
}
