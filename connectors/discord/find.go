package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/bwmarrin/discordgo"

	"goodgraces/care"
	"goodgraces/connectors"
)

const (
	// findPages bounds how far back a channel is read to find a message.
	findPages = 50
	// clockSlack is how far our clock and Discord's may differ.
	clockSlack = 2 * time.Hour
)

// Find looks for a send in the channel where it would stand, from its newest
// message back to when it was approved: by our account, the post that it answers,
// and its text.
func (d *Discord) Find(ctx context.Context, s care.Send) (care.Receipt, error) {
	to, err := refOf(s.Mention)
	if err != nil {
		return care.Receipt{}, err
	}
	me, err := d.api.whoami(ctx)
	if err != nil {
		return care.Receipt{}, err
	}
	at, parent := to, s.Mention.ID
	if s.Kind == care.SendPrivate || s.Kind == care.SendFollowUp {
		if at, err = d.privately(ctx, s, to, false); err != nil {
			return care.Receipt{}, err
		}
		parent = ""
	}
	text := fingerprint(s.Text)
	found, err := d.back(ctx, at, s, func(m *message) bool {
		said := strings.TrimPrefix(m.Content, "<@"+s.Mention.Author.ID+">")
		return m.Author != nil && m.Author.ID == me.ID && m.parent() == parent && fingerprint(said) == text
	})
	if err != nil {
		return care.Receipt{}, err
	}
	return d.receipt(at, found), nil
}

// back reads a channel backwards until a message is the one looked for, or is
// older than the send.
func (d *Discord) back(ctx context.Context, at ref, s care.Send, is func(*message) bool) (string, error) {
	before := ""
	for range findPages {
		var raw []json.RawMessage
		endpoint := fmt.Sprintf("%s?limit=%d%s", discordgo.EndpointChannelMessages(at.Channel), page, before)
		if err := d.api.get(ctx, "look for the message", endpoint, &raw); err != nil {
			return "", err
		}
		oldest := ""
		for _, doc := range raw {
			m, ok := parse(doc)
			switch {
			case !ok:
				continue
			case is(m):
				return m.ID, nil
			case oldest == "" || number(m.ID) < number(oldest):
				oldest = m.ID
			}
		}
		if len(raw) < page || oldest != "" && timeOf(oldest).Before(s.CreatedAt.Add(-clockSlack)) {
			return "", fmt.Errorf("discord: %s: %w", s.ID, connectors.ErrNotFound)
		}
		if oldest == "" {
			return "", errors.New("discord: look for the message: the answer makes no sense")
		}
		before = "&before=" + oldest
	}
	return "", errors.New("discord: look for the message: too much was written there since; look for it by hand")
}

// fingerprint is a text without what platforms change: white space and what is
// not seen.
func fingerprint(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}

var messageURL = regexp.MustCompile(`^https?://([^/?#]+)(?:/[^?#]*)?/channels/(@me|\d{1,20})/(\d{1,20})/(\d{1,20})/?$`)

// Verify reads the message at an address and tells whether one of us answered
// the mention with it: the bot, or somebody of the setting staff.
func (d *Discord) Verify(ctx context.Context, m care.Mention, address string) (care.Receipt, error) {
	found := messageURL.FindStringSubmatch(strings.TrimSpace(address))
	if found == nil || !strings.EqualFold(found[1], d.api.base.Host) && !strings.HasSuffix(strings.ToLower(found[1]), ".discord.com") {
		return care.Receipt{}, fmt.Errorf("discord: %w: this is no address of a message; use Copy Message Link on the answer", connectors.ErrNotFound)
	}
	me, err := d.api.whoami(ctx)
	if err != nil {
		return care.Receipt{}, err
	}
	at := ref{Channel: found[3], Guild: strings.TrimPrefix(found[2], "@me")}
	var raw json.RawMessage
	err = d.api.get(ctx, "read the answer", discordgo.EndpointChannelMessage(at.Channel, found[4]), &raw)
	answer, ok := parse(raw)
	switch {
	case statusOf(err) == http.StatusNotFound:
		return care.Receipt{}, fmt.Errorf("discord: %w: there is no such message", connectors.ErrNotFound)
	case err != nil:
		return care.Receipt{}, err
	case !ok:
		return care.Receipt{}, errors.New("discord: read the answer: it makes no sense")
	case !d.byUs(ctx, answer, at.Guild, me.ID):
		return care.Receipt{}, fmt.Errorf("discord: %w: this message is by @%s, who is neither the bot nor in the setting staff", connectors.ErrNotFound, cut(answer.author().Handle))
	case answer.parent() != m.ID && answer.Channel != m.ID: // the thread that begins with a post has its ID
		return care.Receipt{}, fmt.Errorf("discord: %w: this message answers another one; use Reply on the post", connectors.ErrNotFound)
	}
	return d.receipt(at, answer.ID), nil
}

// byUs reports whether one of us wrote a message. Its author's roles are not
// part of it and asked for.
func (d *Discord) byUs(ctx context.Context, m *message, guild, me string) bool {
	if a := m.author(); m.Member == nil && a.ID != me && len(d.staff) > 0 && sound(guild) && sound(a.ID) {
		asked := new(member)
		if d.api.get(ctx, "look at who answered", discordgo.EndpointGuildMember(guild, a.ID), asked) == nil {
			m.Member = asked
		}
	}
	return d.ours(m, me)
}
