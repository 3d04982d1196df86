package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/bwmarrin/discordgo"

	"goodgraces/connectors"
	"goodgraces/connectors/recent"
)

const (
	// maxRooms bounds how many channels and threads are remembered.
	maxRooms = 20_000
	// serversPage is how many servers Discord gives at once.
	serversPage = 200
)

// room is a channel, a category or a thread.
type room struct {
	ID     string                `json:"id"`
	Guild  string                `json:"guild_id"`
	Parent string                `json:"parent_id"` // of a thread its channel, of a channel its category
	Name   string                `json:"name"`
	Owner  string                `json:"owner_id"` // who opened the thread
	Last   string                `json:"last_message_id"`
	Type   discordgo.ChannelType `json:"type"`
	Thread struct {
		Archived timestamp `json:"archive_timestamp"` // when that changed last, either way
	} `json:"thread_metadata"`

	Can    int64 `json:"-"` // what the bot may do there; as of the last look at its server
	Public bool  `json:"-"` // everybody on the server sees it
}

func (r room) thread() bool {
	return r.Type == discordgo.ChannelTypeGuildPublicThread || r.Type == discordgo.ChannelTypeGuildPrivateThread || r.Type == discordgo.ChannelTypeGuildNewsThread
}

// private reports a thread that only those see who were invited to it.
func (r room) private() bool { return r.Type == discordgo.ChannelTypeGuildPrivateThread }

// talks reports whether posts stand in a room itself.
func (r room) talks() bool {
	switch r.Type {
	case discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildNews, discordgo.ChannelTypeGuildVoice, discordgo.ChannelTypeGuildStageVoice:
		return true
	}
	return r.thread()
}

// threaded reports whether threads stand below a room.
func (r room) threaded() bool {
	switch r.Type {
	case discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildNews, discordgo.ChannelTypeGuildForum, discordgo.ChannelTypeGuildMedia:
		return true
	}
	return false
}

// rooms knows the channels of the servers that the bot is in, and the rules by
// which they are read.
type rooms struct {
	api                       *client
	servers, watched, skipped names
	known                     *recent.Map[room]

	mu     sync.Mutex
	guilds map[string]guild
	called names // what the setting channels asks for and was seen
}

// guild is a server.
type guild struct {
	ID   string `json:"id"`
	Name string `json:"name"`

	roles    []string // of the bot
	threaded []room   // rooms that the bot sees and that may have threads below them
}

func newRooms(s connectors.Settings, api *client) *rooms {
	return &rooms{
		api: api, servers: namesOf(s.Strings("servers")), watched: namesOf(s.Strings("channels")), skipped: namesOf(s.Strings("except")),
		known: recent.NewMap[room](maxRooms), guilds: map[string]guild{}, called: names{},
	}
}

// names are names and IDs as people write them.
type names map[string]bool

func namesOf(given []string) names {
	out := names{}
	for _, n := range given {
		if n = strings.ToLower(strings.TrimLeft(strings.TrimSpace(n), "#@")); n != "" {
			out[n] = true
		}
	}
	return out
}

func (n names) has(given ...string) bool {
	return slices.ContainsFunc(given, func(s string) bool { return s != "" && n[strings.ToLower(s)] })
}

// look reads every server with its channels and active threads, and returns the
// rooms in which the bot can read.
func (r *rooms) look(ctx context.Context, me string) ([]room, error) {
	guilds, err := r.mine(ctx)
	if err != nil {
		return nil, err
	}
	var out []room
	for _, g := range guilds {
		found, err := r.lookAt(ctx, &g, me)
		if status := statusOf(err); status == http.StatusForbidden || status == http.StatusNotFound {
			continue // we were thrown out of it a moment ago
		}
		if err != nil {
			return nil, err
		}
		r.mu.Lock()
		r.guilds[g.ID] = g
		r.mu.Unlock()
		out = append(out, found...)
	}
	return out, nil
}

// mine lists the servers that are read.
func (r *rooms) mine(ctx context.Context) ([]guild, error) {
	var out []guild
	for after := "0"; ; {
		page, err := r.page(ctx, after)
		if err != nil {
			return nil, err
		}
		for _, g := range page {
			if sound(g.ID) && r.reads(g) {
				out = append(out, g)
			}
		}
		if len(page) < serversPage || !sound(page[len(page)-1].ID) {
			return out, nil
		}
		after = page[len(page)-1].ID
	}
}

func (r *rooms) page(ctx context.Context, after string) ([]guild, error) {
	var page []guild
	err := r.api.patiently(ctx, "list the servers", fmt.Sprintf("%s?limit=%d&after=%s", discordgo.EndpointUserGuilds("@me"), serversPage, after), &page)
	return page, err
}

func (r *rooms) reads(g guild) bool { return len(r.servers) == 0 || r.servers.has(g.ID, g.Name) }

// lookAt reads one server: its roles and channels, and what the bot may do there.
func (r *rooms) lookAt(ctx context.Context, g *guild, me string) ([]room, error) {
	var whole struct {
		Owner string            `json:"owner_id"`
		Roles []json.RawMessage `json:"roles"`
	}
	var member struct {
		Roles []string `json:"roles"`
	}
	var channels, threads []json.RawMessage
	for _, ask := range []struct {
		endpoint string
		out      any
	}{
		{discordgo.EndpointGuild(g.ID), &whole}, {discordgo.EndpointGuildMember(g.ID, me), &member},
		{discordgo.EndpointGuildChannels(g.ID), &channels},
	} {
		if err := r.api.patiently(ctx, "look at the server "+cut(g.Name), ask.endpoint, ask.out); err != nil {
			return nil, err
		}
	}
	if err := r.lookElsewhere(ctx, g, &whole.Roles, &threads); err != nil {
		return nil, err
	}
	g.roles = member.Roles
	server := &discordgo.Guild{
		ID: g.ID, OwnerID: whole.Owner, Roles: decoded[discordgo.Role](whole.Roles), Channels: decoded[discordgo.Channel](channels),
		Members: []*discordgo.Member{
			{GuildID: g.ID, User: &discordgo.User{ID: me}, Roles: member.Roles}, {GuildID: g.ID, User: &discordgo.User{ID: anybody}},
		},
	}
	can, all := permissions(server, me), permissions(server, anybody)
	var out []room
	for _, found := range append(decoded[room](channels), decoded[room](threads)...) {
		if !sound(found.ID) {
			continue
		}
		found.Guild, found.Can, found.Public = g.ID, can[found.ID], all[found.ID]&discordgo.PermissionViewChannel != 0
		if found.thread() {
			found.Can = can[found.Parent]
		}
		r.known.Put(found.ID, *found)
		if found.Can&discordgo.PermissionViewChannel == 0 {
			continue
		}
		r.meet(found.ID, found.Name)
		if found.threaded() {
			g.threaded = append(g.threaded, *found)
		}
		if found.talks() {
			out = append(out, *found)
		}
	}
	return out, nil
}

// lookElsewhere reads what not every server that speaks Discord's API has in the
// same place: roles by a call of their own where the server comes without, and
// active threads, where 404 is a server that knows no such call. Threads show
// there as their posts come.
func (r *rooms) lookElsewhere(ctx context.Context, g *guild, roles, threads *[]json.RawMessage) error {
	what := "look at the server " + cut(g.Name)
	if len(*roles) == 0 { // Discord's have @everyone at least
		if err := r.api.patiently(ctx, what, discordgo.EndpointGuildRoles(g.ID), roles); err != nil {
			return err
		}
	}
	var active struct {
		Threads []json.RawMessage `json:"threads"`
	}
	err := r.api.patiently(ctx, what, discordgo.EndpointGuildActiveThreads(g.ID), &active)
	if err != nil && statusOf(err) != http.StatusNotFound {
		return err
	}
	*threads = active.Threads
	return nil
}

// anybody stands for a member without a role.
const anybody = "0"

// meet notes that what the setting channels asks for is there.
func (r *rooms) meet(called ...string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, name := range called {
		if r.watched.has(name) {
			r.called[strings.ToLower(name)] = true
		}
	}
}

// permissions computes what a member may do, by channel.
func permissions(g *discordgo.Guild, who string) map[string]int64 {
	for _, c := range g.Channels {
		c.GuildID = g.ID
	}
	state := discordgo.NewState()
	if state.GuildAdd(g) != nil {
		return nil
	}
	can := map[string]int64{}
	for _, c := range g.Channels {
		if p, err := state.UserChannelPermissions(who, c.ID); err == nil {
			can[c.ID] = p
		}
	}
	return can
}

// decoded decodes what makes sense, and leaves the rest out.
func decoded[T any](raw []json.RawMessage) []*T {
	var out []*T
	for _, doc := range raw {
		v := new(T)
		if string(doc) != "null" && json.Unmarshal(doc, v) == nil {
			out = append(out, v)
		}
	}
	return out
}

// get returns a room, from memory or from Discord. One that Discord does not show
// us is known by its ID alone.
func (r *rooms) get(ctx context.Context, id string) (room, error) {
	if known, ok := r.known.Get(id); ok || !sound(id) {
		return known, nil
	}
	var found room
	err := r.api.get(ctx, "look at a channel", discordgo.EndpointChannel(id), &found)
	if status := statusOf(err); err != nil && status != http.StatusForbidden && status != http.StatusNotFound {
		return room{}, err
	}
	if found.ID != id {
		found = room{ID: id}
	}
	r.known.Put(id, found)
	return found, nil
}

// learn takes a room as an event tells of it.
func (r *rooms) learn(found room) {
	if !sound(found.ID) {
		return
	}
	if before, ok := r.known.Get(found.ID); ok {
		found.Can, found.Public = before.Can, before.Public
	}
	r.known.Put(found.ID, found)
	r.meet(found.ID, found.Name)
}

// chain lists what a room is called, and what is above it: IDs and names.
func (r *rooms) chain(ctx context.Context, at room) ([]string, error) {
	out := []string{at.ID, at.Name}
	for range 2 { // a thread, its channel, its category
		if at.Parent == "" {
			break
		}
		above, err := r.get(ctx, at.Parent)
		if err != nil {
			return nil, err
		}
		at, out = above, append(out, above.ID, above.Name)
	}
	return out, nil
}

// missing lists the names and IDs of the setting channels that no room has. What
// was seen once, such as a thread that is archived now, is none of them.
func (r *rooms) missing() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	left := maps.Clone(r.watched)
	maps.DeleteFunc(left, func(name string, _ bool) bool { return r.called[name] })
	return slices.Sorted(maps.Keys(left))
}

// all lists the servers that were looked at.
func (r *rooms) all() []guild {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Collect(maps.Values(r.guilds))
}

// guild returns what is known of a server.
func (r *rooms) guild(id string) guild {
	r.mu.Lock()
	defer r.mu.Unlock()
	if g, ok := r.guilds[id]; ok {
		return g
	}
	return guild{ID: id}
}
