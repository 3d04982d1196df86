package discord

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
)

const (
	// page is how many posts Discord gives at once.
	page = 100
	// disorder is how much of what was read is read again: posts may appear in
	// another order than that of their IDs.
	disorder = time.Minute
)

// sweep looks through every channel for posts behind the last that was handled,
// and returns the channels. A channel tells its newest post, so that only those
// with a gap are read.
func (r *reader) sweep(ctx context.Context) ([]room, error) {
	all, err := r.rooms.look(ctx, r.me.ID)
	if err != nil {
		return nil, err
	}
	r.unread = nil
	for _, name := range r.rooms.missing() {
		r.unread = append(r.unread, "no channel called #"+cut(name)+" is seen: "+remedyUnseen)
	}
	newest := r.newest(all)
	archived, err := r.rooms.archived(ctx, timeOf(r.at.Base))
	if err != nil {
		return nil, err
	}
	all = append(all, archived...)
	// In other channels, threads may have been archived in which posts were handled.
	for channel := range r.at.At {
		if !slices.ContainsFunc(all, func(o room) bool { return o.ID == channel }) {
			at, err := r.rooms.get(ctx, channel)
			if err != nil {
				return nil, err
			}
			at.Last = text(^uint64(0)) // not known any more
			all = append(all, at)
		}
	}
	slices.SortFunc(all, func(a, b room) int { return cmp.Compare(number(a.Last), number(b.Last)) })
	settled := r.at.settled()
	for _, at := range all {
		if err := r.fill(ctx, at, settled); err != nil {
			return nil, err
		}
	}
	r.at.raise(ago(newest, disorder))
	r.lack("channels", strings.Join(r.unread[:min(len(r.unread), 5)], "; "))
	return all, r.put(ctx, nil)
}

// newest is the highest ID that is known: the moment, by Discord's clock.
func (r *reader) newest(all []room) uint64 {
	top := number(r.at.Base)
	for _, id := range r.at.At {
		top = max(top, number(id))
	}
	for _, at := range all {
		top = max(top, number(at.Last))
	}
	return top
}

// fill reads a channel page by page and moves behind each. What is read again in a
// channel with posts of the last minute was seen, or comes twice.
func (r *reader) fill(ctx context.Context, at room, settled uint64) error {
	if chain, err := r.rooms.chain(ctx, at); err != nil || r.rooms.skipped.has(chain...) {
		return err
	}
	for behind := r.at.from(at.ID, settled); number(at.Last) > behind; {
		posts, whole, err := r.page(ctx, at.ID, behind)
		if status := statusOf(err); status == http.StatusForbidden || status == http.StatusNotFound {
			r.missed(at, err)
			return nil
		}
		if err != nil {
			return err
		}
		for _, m := range posts {
			m.Guild = at.Guild
			if err := r.post(ctx, m, false); err != nil {
				return err
			}
			behind = max(behind, number(m.ID))
		}
		if err := r.put(ctx, nil); err != nil {
			return err
		}
		if !whole || len(posts) == 0 {
			return nil
		}
	}
	return nil
}

// missed notes that a channel cannot be read: one that is asked for by name.
func (r *reader) missed(at room, err error) {
	if status := statusOf(err); status == http.StatusForbidden && r.rooms.watched.has(at.ID, at.Name) {
		r.unread = append(r.unread, "#"+cut(at.Name)+" cannot be read: "+err.Error())
	}
}

// page reads the posts right behind an ID, the oldest first, and says whether
// there may be more.
func (r *reader) page(ctx context.Context, channel string, behind uint64) (posts []*message, whole bool, err error) {
	var raw []json.RawMessage
	endpoint := fmt.Sprintf("%s?limit=%d&after=%d", discordgo.EndpointChannelMessages(channel), page, behind)
	if err := r.api.patiently(ctx, "read a channel", endpoint, &raw); err != nil {
		return nil, false, err
	}
	for _, doc := range raw {
		if m, ok := parse(doc); ok && number(m.ID) > behind && m.Channel == channel {
			posts = append(posts, m)
		}
	}
	slices.SortFunc(posts, func(a, b *message) int { return cmp.Compare(number(a.ID), number(b.ID)) })
	return posts, len(raw) >= page, nil
}
