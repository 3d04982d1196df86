package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/bwmarrin/discordgo"
)

// archived lists the threads that were archived since a moment, below the
// channels that are read whole. It takes a call a channel, so that others are
// not asked for.
func (r *rooms) archived(ctx context.Context, since time.Time) ([]room, error) {
	var out []room
	for _, g := range r.all() {
		for _, at := range g.threaded {
			chain, err := r.chain(ctx, at)
			if err != nil {
				return nil, err
			}
			if !r.watched.has(chain...) || r.skipped.has(chain...) {
				continue
			}
			found, err := r.archivedIn(ctx, at, since)
			if err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
	}
	return out, nil
}

// archivedIn lists those below one channel. Discord gives the last archived
// first, and none where the bot may not read what is past.
func (r *rooms) archivedIn(ctx context.Context, at room, since time.Time) ([]room, error) {
	var out []room
	for before := ""; ; {
		var list struct {
			Threads []json.RawMessage `json:"threads"`
			More    bool              `json:"has_more"`
		}
		endpoint := fmt.Sprintf("%s?limit=%d%s", discordgo.EndpointChannelPublicArchivedThreads(at.ID), page, before)
		err := r.api.patiently(ctx, "list the archived threads of #"+cut(at.Name), endpoint, &list)
		if status := statusOf(err); status == http.StatusForbidden || status == http.StatusNotFound {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		last := before
		for _, t := range decoded[room](list.Threads) {
			if !sound(t.ID) || t.Parent != at.ID {
				continue
			}
			if !t.Thread.Archived.After(since) {
				return out, nil
			}
			t.Guild = at.Guild
			r.known.Put(t.ID, *t)
			out = append(out, *t)
			before = "&before=" + url.QueryEscape(t.Thread.Archived.UTC().Format(time.RFC3339Nano))
		}
		if !list.More || before == last {
			return out, nil
		}
	}
}
