package discord

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// maxLength is how long a message may be, in characters.
const maxLength = 2000

// outgoing is a message on its way. discordgo's MessageSend knows no nonce.
type outgoing struct {
	Content   string                            `json:"content,omitempty"`
	Nonce     string                            `json:"nonce"`
	Enforce   bool                              `json:"enforce_nonce"` // the same nonce gives the same message
	Allowed   *discordgo.MessageAllowedMentions `json:"allowed_mentions"`
	Reference *reference                        `json:"message_reference,omitempty"`
	Embeds    []*discordgo.MessageEmbed         `json:"embeds,omitempty"`
	Buttons   []discordgo.MessageComponent      `json:"components,omitempty"`
}

// reference names the post that a message answers.
type reference struct {
	Message string `json:"message_id"`
	Channel string `json:"channel_id"`
	Must    bool   `json:"fail_if_not_exists"` // a post that is gone is not answered
}

// nonce is the platform's key of a send: 24 of the 25 characters that it takes.
func nonce(id string) string {
	sum := sha256.Sum256([]byte(id))
	return hex.EncodeToString(sum[:12])
}

// nobody lets no name in a text call anybody, whatever the text holds. An empty
// list is needed: without one Discord takes every mention.
func nobody() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
}

// Reply answers a post where it stands. Its author alone is called.
func (d *Discord) Reply(ctx context.Context, s care.Send) (care.Receipt, error) {
	to, out, err := prepared(s)
	if err != nil {
		return care.Receipt{}, err
	}
	out.Allowed.RepliedUser = true
	out.Reference = &reference{s.Mention.ID, to.Channel, true}
	r, err := d.publish(ctx, to, out)
	if errors.Is(err, connectors.ErrRefused) { // maybe because the post is gone
		if gone := d.stands(ctx, to, s.Mention.ID); gone != nil {
			err = gone
		}
	}
	return r, err
}

// Message writes to a post's author alone, in the way that the setting handoff
// says. A direct conversation is private already.
func (d *Discord) Message(ctx context.Context, s care.Send) (care.Receipt, error) {
	to, out, err := prepared(s)
	if err != nil {
		return care.Receipt{}, err
	}
	if err := d.stands(ctx, to, s.Mention.ID); err != nil {
		return care.Receipt{}, err
	}
	at, err := d.privately(ctx, s, to, true)
	if err != nil {
		return care.Receipt{}, d.remember(s, rest.NotYet(err))
	}
	if at.Guild != "" {
		out.Allowed.Users = []string{s.Mention.Author.ID} // the call that brings them into the thread
		out.Content = "<@" + s.Mention.Author.ID + ">\n" + s.Text
	}
	r, err := d.publish(ctx, at, out)
	return r, d.remember(s, err)
}

// remember notes that somebody takes no private messages, where that is what an
// error says.
func (d *Discord) remember(s care.Send, err error) error {
	if errors.Is(err, connectors.ErrCannotMessage) {
		d.refused.Put(s.Mention.Author.ID, d.env.Now())
	}
	return err
}

// prepared makes the message of a send, and says where its post stands.
func prepared(s care.Send) (ref, *outgoing, error) {
	to, err := refOf(s.Mention)
	if err == nil && strings.TrimSpace(s.Text) == "" {
		err = fmt.Errorf("discord: %w: the text is empty", connectors.ErrRefused)
	}
	return to, &outgoing{Content: s.Text, Nonce: nonce(s.ID), Enforce: true, Allowed: nobody()}, err
}

// publish writes one message.
func (d *Discord) publish(ctx context.Context, at ref, out *outgoing) (care.Receipt, error) {
	if n := utf8.RuneCountInString(out.Content); n > maxLength {
		return care.Receipt{}, fmt.Errorf("discord: %w: the text has %d characters, Discord takes %d", connectors.ErrRefused, n, maxLength)
	}
	var posted struct {
		ID string `json:"id"`
	}
	err := d.api.call(ctx, http.MethodPost, discordgo.EndpointChannelMessages(at.Channel), out, &posted)
	if err != nil {
		return care.Receipt{}, d.api.failed("post", err)
	}
	if !sound(posted.ID) {
		return care.Receipt{}, errors.New("discord: post: the answer names no message")
	}
	return d.receipt(at, posted.ID), nil
}

func (d *Discord) receipt(at ref, id string) care.Receipt {
	return care.Receipt{ID: id, URL: d.address(at, id), At: timeOf(id)}
}

// refOf reads where a mention stands.
func refOf(m care.Mention) (ref, error) {
	var to ref
	if json.Unmarshal([]byte(m.Ref), &to) != nil || !sound(to.Channel) || to.Guild != "" && !sound(to.Guild) || !sound(m.ID) {
		return ref{}, fmt.Errorf("discord: %w: the post %s carries no reference to answer it by; it was not read from Discord", connectors.ErrRefused, cut(m.ID))
	}
	return to, nil
}

// stands reads a post once more: its deletion may have passed unseen. Where that
// cannot be read, it is taken to stand.
func (d *Discord) stands(ctx context.Context, at ref, id string) error {
	err := d.api.get(ctx, "read the post", discordgo.EndpointChannelMessage(at.Channel, id), nil)
	if code := codeOf(err); code == codeUnknownMessage || code == codeUnknownChannel {
		return fmt.Errorf("discord: %w: it was deleted", connectors.ErrGone)
	}
	return nil
}

// privately returns where an author is written to alone. Without open, a thread
// that is not there yet is ErrNotFound.
func (d *Discord) privately(ctx context.Context, s care.Send, to ref, open bool) (ref, error) {
	switch {
	case to.Guild == "":
		return to, nil
	case !sound(s.Mention.Author.ID):
		return ref{}, fmt.Errorf("discord: %w: the author's ID is not known", connectors.ErrCannotMessage)
	case d.set.String("handoff") == handoffThread:
		return d.thread(ctx, s, to, open)
	}
	var direct struct {
		ID string `json:"id"`
	}
	err := d.api.call(ctx, http.MethodPost, discordgo.EndpointUserChannels("@me"), map[string]string{"recipient_id": s.Mention.Author.ID}, &direct)
	if err == nil && !sound(direct.ID) {
		err = errors.New("the answer names no channel")
	}
	return ref{Channel: direct.ID}, d.api.failed("open a direct conversation", err)
}

// thread returns the private thread of a case, and opens it. Its name tells the
// case, so that a second attempt finds it.
func (d *Discord) thread(ctx context.Context, s care.Send, to ref, open bool) (ref, error) {
	channel, err := d.rooms.get(ctx, to.Channel)
	if err == nil && channel.thread() {
		channel, err = d.rooms.get(ctx, channel.Parent)
	}
	if err != nil {
		return ref{}, err
	}
	found, err := d.findThread(ctx, to.Guild, channel.ID, s.CaseID)
	if err != nil || found != "" {
		return ref{found, to.Guild}, err
	}
	if !open {
		return ref{}, fmt.Errorf("discord: %s: %w", s.ID, connectors.ErrNotFound)
	}
	var made room
	err = d.api.call(ctx, http.MethodPost, discordgo.EndpointChannelThreads(channel.ID), discordgo.ThreadStart{
		Name: threadName(s), Type: discordgo.ChannelTypeGuildPrivateThread, AutoArchiveDuration: 7 * 24 * 60,
	}, &made)
	if errors.Is(err, connectors.ErrRefused) { // a forum has no private threads, and a role may lack the right
		err = fmt.Errorf("%w: no private thread can be opened below #%s: %w; the bot needs Create Private Threads there (step 4)", connectors.ErrCannotMessage, cut(channel.Name), err)
	}
	if err == nil && !sound(made.ID) {
		err = errors.New("the answer names no thread")
	}
	return ref{made.ID, to.Guild}, d.api.failed("open a private thread", err)
}

// findThread finds the private thread of a case among those that the bot is in.
func (d *Discord) findThread(ctx context.Context, guild, channel, caseID string) (string, error) {
	me, err := d.api.whoami(ctx)
	if err != nil {
		return "", err
	}
	for _, endpoint := range []string{
		discordgo.EndpointGuildActiveThreads(guild), discordgo.EndpointChannelJoinedPrivateArchivedThreads(channel) + "?limit=100",
	} {
		var list struct {
			Threads []json.RawMessage `json:"threads"`
		}
		if err := d.api.get(ctx, "list the private threads", endpoint, &list); err != nil {
			return "", err
		}
		if list.Threads == nil {
			return "", errors.New("discord: list the private threads: the answer lists none, nor that there are none")
		}
		for _, t := range decoded[room](list.Threads) {
			if sound(t.ID) && t.Parent == channel && t.Owner == me.ID && strings.HasSuffix(t.Name, threadMark(caseID)) {
				return t.ID, nil
			}
		}
	}
	return "", nil
}

// threadMark ends the name of a case's private thread.
func threadMark(caseID string) string { return " · " + caseID[:min(len(caseID), 10)] }

func threadName(s care.Send) string {
	who := []rune(strings.TrimSpace(s.Mention.Author.Name))
	if len(who) == 0 {
		who = []rune(s.Mention.Author.Handle)
	}
	return string(who[:min(len(who), 60)]) + threadMark(s.CaseID)
}

// refusalHolds is how long somebody who took no message is not written to again.
const refusalHolds = time.Hour

// Eligibility says how a post can be answered, by what reading told of its
// channel. Whether somebody takes direct messages turns out when one leaves, and
// is remembered.
func (d *Discord) Eligibility(_ context.Context, m care.Mention) (care.Eligibility, error) {
	to, err := refOf(m)
	if err != nil {
		way := care.Way{Reason: "this connector did not read the post: answer by hand"}
		return care.Eligibility{Reply: way, Message: way}, nil //nolint:nilerr // it is the answer
	}
	return care.Eligibility{Reply: d.replyWay(to), Message: d.messageWay(m, to)}, nil
}

func (d *Discord) replyWay(to ref) care.Way {
	at, known := d.rooms.known.Get(to.Channel)
	right, name := int64(discordgo.PermissionSendMessages), "Send Messages"
	if at.thread() {
		right, name = discordgo.PermissionSendMessagesInThreads, "Send Messages in Threads"
	}
	if known && at.Can != 0 && at.Can&right == 0 {
		return care.Way{Reason: "the bot may not write in #" + cut(at.Name) + ": give its role " + name + " there, or answer by hand"}
	}
	return care.Way{OK: true}
}

func (d *Discord) messageWay(m care.Mention, to ref) care.Way {
	at, known := d.refused.Get(m.Author.ID)
	channel, seen := d.rooms.known.Get(to.Channel)
	switch {
	case to.Guild == "":
		return care.Way{OK: true}
	case m.Author.Bot:
		return care.Way{Reason: "a program wrote this: nobody reads a private message"}
	case known && d.env.Now().Sub(at) < refusalHolds:
		return care.Way{Reason: connectors.ErrCannotMessage.Error() + " from this server: offer another way"}
	case d.set.String("handoff") == handoffThread && seen && channel.Can != 0 && channel.Can&discordgo.PermissionCreatePrivateThreads == 0:
		return care.Way{Reason: "the bot may not open private threads in #" + cut(channel.Name) + ": give its role Create Private Threads there, or offer another way"}
	}
	return care.Way{OK: true}
}
