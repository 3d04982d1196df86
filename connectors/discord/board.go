package discord

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"goodgraces/connectors"
	"goodgraces/connectors/recent"
)

const (
	// lookEvery is how often the desk is asked what changed.
	lookEvery = 2 * time.Second
	// backlog is how many of the cases that wait at the start are shown; /graces
	// tells of the others.
	backlog = 25
	// recallPages is how far back the channel is read at the start for the cards
	// that stand there: 500 messages.
	recallPages = 5
	// maxCards bounds for how many cases the card is remembered.
	maxCards = 10_000
	// retryCards is how long the board waits when Discord or the desk failed.
	retryCards = 5 * time.Second
)

// board is the approval channel: one message a case, kept as the case is. Which
// message that is is written nowhere but in the message itself.
type board struct {
	channel   string
	approvers map[string]string // account of the desk, by Discord user
	desk      connectors.Desk

	cards   *recent.Map[posted]
	again   chan string // cases to be looked at, now
	since   int64       // revision of the desk's cases; -1 before the first look
	ready   bool        // the cards that stand there are known
	command bool        // the slash command is known to Discord
}

// posted is a card that stands in the channel.
type posted struct {
	id   string // of the message
	hash string // of what it says
}

// newBoard reads the settings of the approval channel.
func newBoard(s connectors.Settings) (*board, error) {
	b := &board{channel: strings.TrimSpace(s.String("approvals")), approvers: map[string]string{}, cards: recent.NewMap[posted](maxCards), again: make(chan string, 64), since: -1}
	var errs []error
	if b.channel != "" && !sound(b.channel) {
		errs = append(errs, &connectors.SettingError{Key: "approvals", Problem: "must be the ID of a channel: a right click on it, Copy Channel ID (step 5 of the setup)"})
	}
	for _, pair := range s.Strings("approvers") {
		id, account, _ := strings.Cut(pair, "=")
		id, account = strings.TrimSpace(id), strings.TrimSpace(account)
		if !sound(id) || account == "" {
			errs = append(errs, &connectors.SettingError{Key: "approvers", Problem: "each must be the ID of a Discord user, = and the name of their account of the desk, such as 123456789012345678=ann (step 7 of the setup)"})
			break
		}
		b.approvers[id] = account
	}
	if b.channel != "" && len(b.approvers) == 0 && len(errs) == 0 {
		errs = append(errs, &connectors.SettingError{Key: "approvers", Problem: "is needed with approvals: nobody could approve anything (step 7 of the setup)"})
	}
	return b, errors.Join(errs...)
}

// UseDesk opens the approval channel.
func (d *Discord) UseDesk(desk connectors.Desk) { d.board.desk = desk }

func (b *board) open() bool { return b.channel != "" && b.desk != nil }

// tend keeps the board as the desk is, until ctx ends.
func (d *Discord) tend(ctx context.Context) {
	wait := time.NewTimer(0)
	defer wait.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return
		case id := <-d.board.again:
			err = d.showAll(ctx, []string{id})
		case <-wait.C:
			err = d.look(ctx)
			wait.Reset(lookEvery)
		}
		if err != nil && ctx.Err() == nil {
			limited, _ := errors.AsType[*connectors.RateLimitError](err)
			pause := retryCards
			if limited != nil {
				pause = max(limited.After, time.Second)
			} else {
				d.lack("approvals", "the approval channel: "+err.Error())
			}
			wait.Reset(pause)
		}
	}
}

// look shows what changed since the last look. It goes on where it failed.
func (d *Discord) look(ctx context.Context) error {
	b := d.board
	if !b.command {
		if err := d.register(ctx); err != nil {
			return err
		}
		b.command = true
	}
	if !b.ready {
		if err := d.begun(ctx); err != nil {
			return err
		}
		b.ready = true
	}
	ids, next, err := b.desk.Changed(ctx, b.since)
	if err != nil {
		return err
	}
	if err := d.showAll(ctx, ids); err != nil {
		return err
	}
	b.since = next
	d.lack("approvals", "")
	return nil
}

// showAll shows cases one after another. A card that Discord does not take as it
// is keeps no other back: people are told, and the desk has it.
func (d *Discord) showAll(ctx context.Context, ids []string) error {
	for _, id := range ids {
		err := d.show(ctx, id)
		switch {
		case statusOf(err) == http.StatusBadRequest:
			d.lack("card", "a draft cannot be shown in the approval channel, look at it in the desk: "+err.Error())
		case err != nil:
			return err
		default:
			d.lack("card", "")
		}
	}
	return nil
}

// begun brings the channel up to date at the start: the cards that stand there,
// and the most urgent of the cases that wait.
func (d *Discord) begun(ctx context.Context) error {
	b := d.board
	_, since, err := b.desk.Changed(ctx, -1)
	if err != nil {
		return err
	}
	active, err := d.recall(ctx)
	if err != nil {
		return err
	}
	waiting, err := b.desk.Waiting(ctx, backlog)
	if err != nil {
		return err
	}
	for i := range waiting {
		active = append(active, waiting[len(waiting)-1-i].Case) // the most urgent comes last: it is seen first
	}
	if err := d.showAll(ctx, active); err != nil {
		return err
	}
	b.since = since
	return nil
}

// Marks by which a card tells its case: the address of a button in the desk, or
// what a button that does something is called.
var (
	buttonMark = regexp.MustCompile(`"custom_id":\s*"` + deedMark + `\|[a-z]+\|([a-z0-9]+)`)
	linkMark   = regexp.MustCompile(`/cases/([a-z0-9]+)"`)
)

// recall finds the cards that stand in the channel; it returns the cases of
// those that can be worked on.
func (d *Discord) recall(ctx context.Context) (active []string, err error) {
	me, err := d.api.whoami(ctx)
	if err != nil {
		return nil, err
	}
	before := ""
	for range recallPages {
		var raw []json.RawMessage
		endpoint := fmt.Sprintf("%s?limit=%d%s", discordgo.EndpointChannelMessages(d.board.channel), page, before)
		if err := d.api.get(ctx, "read the approval channel", endpoint, &raw); err != nil {
			return nil, err
		}
		oldest := ""
		for _, doc := range raw {
			m, ok := parse(doc)
			if !ok {
				continue
			}
			if oldest == "" || number(m.ID) < number(oldest) {
				oldest = m.ID
			}
			if m.Author == nil || m.Author.ID != me.ID {
				continue
			}
			id, works := caseOf(doc)
			if _, known := d.board.cards.Get(id); id == "" || known {
				continue
			}
			d.board.cards.Put(id, posted{id: m.ID})
			if works {
				active = append(active, id)
			}
		}
		if len(raw) < page || oldest == "" {
			break
		}
		before = "&before=" + oldest
	}
	return active, nil
}

// caseOf reads from a card which case it shows, and whether it has buttons.
func caseOf(card []byte) (id string, works bool) {
	if found := buttonMark.FindSubmatch(card); found != nil {
		return string(found[1]), true
	}
	if found := linkMark.FindSubmatch(card); found != nil {
		return string(found[1]), false
	}
	return "", false
}

// show puts a case's card into the channel, or brings it up to date.
func (d *Discord) show(ctx context.Context, caseID string) error {
	b := d.board
	card, err := b.desk.Card(ctx, caseID)
	if err != nil || card == nil {
		return err
	}
	before, known := b.cards.Get(caseID)
	if !known && !calls(card) {
		return nil
	}
	say := render(card)
	hash := fingerprintOf(say)
	if known && before.hash == hash {
		return nil
	}
	if known {
		err := d.api.call(ctx, http.MethodPatch, discordgo.EndpointChannelMessage(b.channel, before.id), say, nil)
		if statusOf(err) != http.StatusNotFound {
			if err == nil {
				b.cards.Put(caseID, posted{before.id, hash})
			}
			return d.api.failed("change a card", err)
		}
		b.cards.Put(caseID, posted{}) // somebody took it away
		if !calls(card) {
			return nil
		}
	}
	out := &outgoing{Nonce: nonce(b.channel + caseID + hash), Enforce: true, Allowed: nobody(), Content: say.Content, Embeds: say.Embeds, Buttons: say.Buttons}
	made, err := d.publish(ctx, ref{Channel: b.channel}, out)
	if err == nil {
		b.cards.Put(caseID, posted{made.ID, hash})
	}
	return err
}

// calls reports whether a case is worth a new message: a draft waits, or a person
// must look at once.
func calls(c *connectors.Card) bool {
	return c.Draft != "" || c.Tone == "harm" && (c.Mark == "safety" || c.Mark == "legal")
}

func fingerprintOf(say *face) string {
	text, _ := json.Marshal(say) // it is sent as JSON: it marshals
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// lacks is what does not work, by part; people are told of all of it.
type lacks struct {
	mu  sync.Mutex
	why map[string]string
}

// lack notes that a part does not work, and with "" that it does again, and tells
// people where that is news.
func (d *Discord) lack(part, why string) {
	d.lacking.mu.Lock()
	news := d.lacking.why[part] != why
	if d.lacking.why == nil {
		d.lacking.why = map[string]string{}
	}
	if d.lacking.why[part] = why; why == "" {
		delete(d.lacking.why, part)
	}
	d.lacking.mu.Unlock()
	if news {
		d.tell()
	}
}
