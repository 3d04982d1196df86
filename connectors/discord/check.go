package discord

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"goodgraces/connectors"
)

// rights are the permissions that the bot's role needs, in the words of
// Discord's own pages.
var rights = []struct {
	name  string
	right int64
	why   string
}{
	{"View Channel", discordgo.PermissionViewChannel, "its posts are not read"},
	{"Read Message History", discordgo.PermissionReadMessageHistory, "what was written during an outage is not found, and no answer can be looked up"},
	{"Send Messages", discordgo.PermissionSendMessages, "nothing can be answered there"},
	{"Send Messages in Threads", discordgo.PermissionSendMessagesInThreads, "nothing can be answered in its threads"},
	{"Embed Links", discordgo.PermissionEmbedLinks, "drafts for approval show no text"},
	{"Create Private Threads", discordgo.PermissionCreatePrivateThreads, "no private thread can be opened"},
}

// remedyUnseen says what to do about a channel that is not there.
const remedyUnseen = "check the setting channels, and that the bot's role has View Channel there (step 4)"

// inviteRights is the sum of the rights: the integer of the invitation.
func inviteRights() (sum int64) {
	for _, r := range rights {
		sum |= r.right
	}
	return sum
}

// The flags of an application whose bot may read the text of all posts: granted
// by Discord, or switched on where fewer than 10,000 people can see the bot.
const contentIntent = 1<<18 | 1<<19

// Check signs in, looks at every permission and reads one post. Nothing is
// posted.
func (d *Discord) Check(ctx context.Context) []connectors.Finding {
	d.api.me.Store(nil) // ask anew
	me, err := d.api.whoami(ctx)
	if err != nil {
		return []connectors.Finding{connectors.Failed("sign in", err, d.api.signInRemedy(err))}
	}
	found := []connectors.Finding{connectors.Found("sign in", "as %s", me.handle())}
	app, intent := d.checkIntent(ctx)
	found = append(found, intent, d.checkGateway(ctx))
	all, err := d.rooms.look(ctx, me.ID)
	if err != nil {
		return append(found, connectors.Failed("servers", err, d.api.lookAtAddress()))
	}
	if len(d.rooms.all()) == 0 {
		return append(found, connectors.Failed("servers", fmt.Errorf("the bot is in none%s", d.ofServers(ctx)), d.serversRemedy()+d.invitation(app)))
	}
	found = append(found, d.checkServers(all))
	found = append(found, d.checkChannels(ctx, all, app)...)
	found = append(found, d.checkReading(ctx, all), d.checkPrivate(all))
	if d.board.channel != "" {
		found = append(found, d.checkBoard(all, app), d.checkApprovers(ctx))
	}
	return found
}

// signInRemedy is for what Discord did not say: its own errors name the step.
func (c *client) signInRemedy(err error) string {
	if e, ok := errors.AsType[*apiError](err); errors.Is(err, connectors.ErrUnauthorized) || ok && remedies[e.code] != "" {
		return ""
	}
	return c.lookAtAddress()
}

// lookAtAddress says what to do where Discord is not found at the address.
func (c *client) lookAtAddress() string {
	const way = "see that this machine reaches Discord through firewalls and proxies, as a browser on it does with https://discord.com"
	if c.base.String() == defaultBase {
		return way
	}
	return "leave the setting base_url out, unless it is a server of your own, and " + way
}

// reachable adds what to do where Discord cannot be reached, or something else
// answers.
func (c *client) reachable(err error) error {
	remedy := c.signInRemedy(err)
	if _, limited := errors.AsType[*connectors.RateLimitError](err); limited || remedy == "" || statusOf(err) >= 500 {
		return err
	}
	return fmt.Errorf("%w; %s", err, remedy)
}

func (d *Discord) serversRemedy() string {
	const invite = "invite it (step 4): "
	if len(d.rooms.servers) == 0 {
		return invite
	}
	return "check how the setting servers is written (step 5), or " + invite
}

func (d *Discord) ofServers(ctx context.Context) string {
	if len(d.rooms.servers) == 0 {
		return ""
	}
	in, _ := d.rooms.page(ctx, "0") // without it less is said
	return " of the setting servers" + seenAre(in, func(g guild) string { return g.Name }, "it is in ")
}

// maxShown bounds how many names a finding lists.
const maxShown = 10

// seenAre lists what is there where what was asked for is not: a slip of the pen
// shows at once.
func seenAre[T any](all []T, name func(T) string, lead string) string {
	var names []string
	for _, one := range all {
		names = append(names, cut(name(one)))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	more := ""
	if len(names) > maxShown {
		names, more = names[:maxShown], ", …"
	}
	if len(names) == 0 {
		return ""
	}
	return " (" + lead + strings.Join(names, ", ") + more + ")"
}

// invitation is the address by which the bot comes into a server.
func (d *Discord) invitation(app string) string {
	if app == "" {
		app = "APPLICATION_ID"
	}
	return fmt.Sprintf("%s/oauth2/authorize?client_id=%s&scope=bot%%20applications.commands&permissions=%d", strings.TrimRight(d.api.base.String(), "/"), app, inviteRights())
}

func (d *Discord) checkIntent(ctx context.Context) (app string, f connectors.Finding) {
	var is struct {
		ID    string `json:"id"`
		Flags int64  `json:"flags"`
	}
	err := d.api.get(ctx, "look at the application", discordgo.EndpointApplication("@me"), &is)
	switch {
	case err != nil:
		return "", connectors.Lacking("message content", "%s; whether the Message Content Intent is on is not known", err)
	case is.Flags&contentIntent != 0:
		return is.ID, connectors.Found("message content", "the text of all posts can be read")
	case !d.set.Bool("message_content"):
		return is.ID, connectors.Lacking("message content", "not asked for (message_content is false): only posts that mention the bot, and direct messages, have a text")
	}
	return is.ID, connectors.Failed("message content", fmt.Errorf("the Message Content Intent is off"), "switch it on under Bot, Privileged Gateway Intents in the Developer Portal (step 3)")
}

// checkGateway connects and leaves again before a session begins: those of a day
// are counted.
func (d *Discord) checkGateway(ctx context.Context) connectors.Finding {
	g, err := d.dial(ctx, &cursor{})
	if err != nil {
		return connectors.Failed("gateway", err, "the address of the gateway must be reached through firewalls and proxies")
	}
	_ = g.conn.CloseNow() // it was only tried
	return connectors.Found("gateway", "connected, and closed again")
}

func (d *Discord) checkServers(all []room) connectors.Finding {
	var names []string
	for _, g := range d.rooms.all() {
		names = append(names, cut(g.Name))
	}
	slices.Sort(names)
	return connectors.Found("servers", "%s; %d channels and threads are seen", strings.Join(names, ", "), len(all))
}

// checkChannels looks at what the bot may do in the channels that are read whole.
func (d *Discord) checkChannels(ctx context.Context, all []room, app string) []connectors.Finding {
	var found []connectors.Finding
	for _, at := range all {
		chain, err := d.rooms.chain(ctx, at)
		if err != nil || !d.rooms.watched.has(chain...) {
			continue
		}
		if !at.thread() {
			found = append(found, d.checkRights("#"+cut(at.Name), "it can be read and answered", at.Can, app, d.answering()...))
		}
	}
	for _, name := range d.rooms.missing() {
		found = append(found, connectors.Lacking("#"+name, "no channel of this name or ID is seen%s: %s", seenAre(channelsOf(all), func(r room) string { return "#" + r.Name }, "seen are "), remedyUnseen))
	}
	slices.SortFunc(found, func(a, b connectors.Finding) int { return strings.Compare(a.Step, b.Step) })
	return found
}

func channelsOf(all []room) []room {
	return slices.DeleteFunc(slices.Clone(all), room.thread)
}

// answering are the permissions that reading and answering in a channel take.
func (d *Discord) answering() []int64 {
	need := []int64{discordgo.PermissionViewChannel, discordgo.PermissionReadMessageHistory, discordgo.PermissionSendMessages, discordgo.PermissionSendMessagesInThreads}
	if d.set.String("handoff") == handoffThread {
		need = append(need, discordgo.PermissionCreatePrivateThreads)
	}
	return need
}

func (d *Discord) checkRights(step, good string, can int64, app string, need ...int64) connectors.Finding {
	var lacks []string
	for _, r := range rights {
		if can&r.right == 0 && slices.Contains(need, r.right) {
			lacks = append(lacks, r.name+": "+r.why)
		}
	}
	if len(lacks) > 0 {
		return connectors.Lacking(step, "the bot's role lacks %s. Give it in the channel's permissions, or invite the bot anew (step 4): %s", strings.Join(lacks, "; "), d.invitation(app))
	}
	return connectors.Found(step, "%s", good)
}

// checkBoard looks at the approval channel.
func (d *Discord) checkBoard(all []room, app string) connectors.Finding {
	i := slices.IndexFunc(all, func(at room) bool { return at.ID == d.board.channel })
	if i < 0 {
		return connectors.Failed("approvals", errors.New("no channel of this ID is seen"), "check the setting approvals, and give the bot's role View Channel there (step 7)")
	}
	at := all[i]
	if at.Public {
		return connectors.Lacking("approvals", "everybody on the server sees #%s, with the posts and the drafts: on a server that is not your team's alone, make it a private channel (step 7)", cut(at.Name))
	}
	return d.checkRights("approvals", fmt.Sprintf("drafts can be shown in #%s", cut(at.Name)), at.Can, app,
		discordgo.PermissionViewChannel, discordgo.PermissionReadMessageHistory, discordgo.PermissionSendMessages, discordgo.PermissionEmbedLinks)
}

// checkApprovers looks for accounts that are not there: their people would only
// learn of it when they press a button.
func (d *Discord) checkApprovers(ctx context.Context) connectors.Finding {
	var unknown []string
	for _, account := range slices.Sorted(maps.Values(d.board.approvers)) {
		active, err := d.env.Account(ctx, account)
		if err != nil {
			return connectors.Failed("approvers", err, "the desk's accounts cannot be read")
		}
		if !active {
			unknown = append(unknown, account)
		}
	}
	if len(unknown) > 0 {
		return connectors.Lacking("approvers", "the desk has no active account called %s: correct the setting approvers (step 7), or make the account with 'graces user add'", strings.Join(slices.Compact(unknown), ", "))
	}
	return connectors.Found("approvers", "%d, each with an account of the desk", len(d.board.approvers))
}

// checkReading reads one post where there is a channel to read.
func (d *Discord) checkReading(ctx context.Context, all []room) connectors.Finding {
	for _, at := range all {
		chain, err := d.rooms.chain(ctx, at)
		if err != nil || at.Can&discordgo.PermissionReadMessageHistory == 0 || d.rooms.skipped.has(chain...) {
			continue
		}
		if err := d.api.get(ctx, "read a channel", discordgo.EndpointChannelMessages(at.ID)+"?limit=1", nil); err != nil {
			return connectors.Failed("read", fmt.Errorf("#%s: %w", cut(at.Name), err), "")
		}
		return connectors.Found("read", "#%s can be read", cut(at.Name))
	}
	return connectors.Lacking("read", "there is no channel that the bot sees with its history: give its role View Channel and Read Message History (step 4)")
}

func (d *Discord) checkPrivate(all []room) connectors.Finding {
	if d.set.String("handoff") == handoffDirect {
		return connectors.Found("private messages", "direct ones, to those who take them from members of a server; who does turns out when one leaves")
	}
	if slices.ContainsFunc(all, func(at room) bool { return at.Can&discordgo.PermissionCreatePrivateThreads != 0 }) {
		return connectors.Found("private messages", "in private threads, in channels where the bot may open them")
	}
	return connectors.Lacking("private messages", "the bot may open no private thread: give its role Create Private Threads (step 4), or set handoff to %s", handoffDirect)
}
