package discord

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"goodgraces/connectors"
)

const (
	// answerWithin is how long Discord waits for the first word.
	answerWithin = 2500 * time.Millisecond
	// deedWithin bounds what a click sets off.
	deedWithin = 30 * time.Second
	// maxClicks is how many clicks are worked on at once; beyond that Discord
	// says that the interaction failed.
	maxClicks = 64
)

// clicked takes an interaction: a click on a button, a modal that was sent off,
// or the slash command. The kind is looked at before its content is: discordgo
// panics on any other.
func (d *Discord) clicked(ctx context.Context, raw []byte) {
	i := new(discordgo.Interaction)
	if json.Unmarshal(raw, i) != nil || !sound(i.ID) || i.Token == "" || !d.board.open() {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, deedWithin)
	defer cancel()
	account, err := d.accountOf(ctx, i)
	if err != nil || account == "" {
		d.refuse(ctx, i, err)
		return
	}
	switch i.Type {
	case discordgo.InteractionApplicationCommand:
		d.command(ctx, i)
	case discordgo.InteractionMessageComponent:
		d.pressed(ctx, i, account, i.MessageComponentData().CustomID)
	case discordgo.InteractionModalSubmit:
		d.submitted(ctx, i, account, i.ModalSubmitData())
	}
}

// userOf is who did it.
func userOf(i *discordgo.Interaction) string {
	switch {
	case i.Member != nil && i.Member.User != nil:
		return i.Member.User.ID
	case i.User != nil:
		return i.User.ID
	}
	return ""
}

// accountOf is the account of the desk of whoever did it; "" where they have none.
func (d *Discord) accountOf(ctx context.Context, i *discordgo.Interaction) (string, error) {
	account := d.board.approvers[userOf(i)]
	if account == "" {
		return "", nil
	}
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	member, err := d.board.desk.Member(ctx, account)
	if err != nil || !member {
		return "", err
	}
	return account, nil
}

// refuse tells somebody, alone, that they may not.
func (d *Discord) refuse(ctx context.Context, i *discordgo.Interaction, err error) {
	say := "You have no account of the desk here, so nothing was done. An administrator adds you to the setting approvers: " + userOf(i) + "=NAME, with the name of your account."
	if err != nil {
		say = "The desk cannot be reached, so nothing was done. Try again in a minute."
	}
	d.respond(ctx, i, discordgo.InteractionResponseChannelMessageWithSource, whisper(say))
}

// whisper is a message that only one person sees.
func whisper(text string) *discordgo.InteractionResponseData {
	return &discordgo.InteractionResponseData{Content: clip(text, maxLength), Flags: discordgo.MessageFlagsEphemeral, AllowedMentions: nobody()}
}

// respond gives the first word; it reports whether Discord took it.
func (d *Discord) respond(ctx context.Context, i *discordgo.Interaction, kind discordgo.InteractionResponseType, data *discordgo.InteractionResponseData) bool {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	err := d.api.call(ctx, http.MethodPost, discordgo.EndpointInteractionResponse(i.ID, i.Token), discordgo.InteractionResponse{Type: kind, Data: data}, nil)
	return err == nil
}

// tellAlone says something more to whoever did it, alone.
func (d *Discord) tellAlone(ctx context.Context, i *discordgo.Interaction, text string) {
	_ = d.api.call(ctx, http.MethodPost, discordgo.EndpointFollowupMessage(i.AppID, i.Token), // who left is not told
		discordgo.WebhookParams{Content: clip(text, maxLength), Flags: discordgo.MessageFlagsEphemeral, AllowedMentions: nobody()}, nil)
}

// readID takes apart what a button or modal is called.
func readID(id string) (do, caseID, draft string, ok bool) {
	parts := strings.Split(id, "|")
	if len(parts) != 3 || parts[0] != deedMark {
		return "", "", "", false
	}
	caseID, n, ok := strings.Cut(parts[2], ".")
	if draft = parts[2]; n == "" {
		draft = ""
	}
	return parts[1], caseID, draft, ok && caseID != ""
}

// pressed does what a button says, or asks for the words that it needs.
func (d *Discord) pressed(ctx context.Context, i *discordgo.Interaction, account, id string) {
	do, caseID, draft, ok := readID(id)
	if !ok || i.ChannelID != d.board.channel {
		return
	}
	deed := connectors.Deed{Do: do, Account: account, Via: d.name, Case: caseID, Draft: draft}
	switch do {
	case connectors.DeedEdit, connectors.DeedReject, connectors.DeedFold:
		if d.asked(ctx, i, deed, id) {
			return
		}
	}
	if d.respond(ctx, i, discordgo.InteractionResponseDeferredMessageUpdate, nil) {
		d.done(ctx, i, deed)
	}
}

// asked opens the modal that a deed needs, as the case is now; false where it
// needs none.
func (d *Discord) asked(ctx context.Context, i *discordgo.Interaction, deed connectors.Deed, id string) bool {
	quick, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	card, err := d.board.desk.Card(quick, deed.Case)
	var fields []discordgo.TextInput
	title := "Edit the answer"
	switch {
	case err != nil || card == nil:
		d.refuse(ctx, i, errors.New("the desk cannot be reached"))
		return true
	case deed.Do == connectors.DeedFold && card.AsksWhy == "":
		return false
	case deed.Do == connectors.DeedFold:
		title, fields = "Fold", []discordgo.TextInput{reason(card.AsksWhy)}
	case deed.Do == connectors.DeedReject:
		title, fields = "Reject the draft", []discordgo.TextInput{reason("What is wrong with it?")}
	case card.Draft != deed.Draft:
		d.respond(ctx, i, discordgo.InteractionResponseChannelMessageWithSource, whisper("The draft changed meanwhile. It is shown as it is now: look at it again."))
		d.again(ctx, deed.Case)
		return true
	default:
		fields = words(card)
		if card.Text == "" {
			title = "Answer the question"
		}
	}
	data := &discordgo.InteractionResponseData{CustomID: id, Title: title}
	for _, f := range fields {
		data.Components = append(data.Components, discordgo.ActionsRow{Components: []discordgo.MessageComponent{f}})
	}
	d.respond(ctx, i, discordgo.InteractionResponseModal, data)
	return true
}

// Fields of our modals.
const (
	fieldReason    = "reason"
	fieldText      = "text"
	fieldPrivate   = "private"
	fieldOtherwise = "otherwise"
)

func reason(ask string) discordgo.TextInput {
	return discordgo.TextInput{CustomID: fieldReason, Label: clip(ask, 45), Style: discordgo.TextInputShort, Required: true, MaxLength: 300}
}

// words are the fields in which an answer is written.
func words(c *connectors.Card) []discordgo.TextInput {
	out := []discordgo.TextInput{{CustomID: fieldText, Label: "Public answer", Style: discordgo.TextInputParagraph, Value: c.Text, Required: true, MaxLength: maxField}}
	if c.Private != "" {
		out = append(out, discordgo.TextInput{CustomID: fieldPrivate, Label: "Private message, sent before it", Style: discordgo.TextInputParagraph, Value: c.Private, Required: true, MaxLength: maxField})
	}
	if c.Otherwise != "" {
		out = append(out, discordgo.TextInput{CustomID: fieldOtherwise, Label: "If the message cannot be delivered", Style: discordgo.TextInputParagraph, Value: c.Otherwise, Required: true, MaxLength: maxField})
	}
	return out
}

// submitted does what a modal was opened for.
func (d *Discord) submitted(ctx context.Context, i *discordgo.Interaction, account string, data discordgo.ModalSubmitInteractionData) {
	do, caseID, draft, ok := readID(data.CustomID)
	if !ok || i.ChannelID != d.board.channel {
		return
	}
	typed := map[string]string{}
	for _, row := range data.Components {
		if r, ok := row.(*discordgo.ActionsRow); ok {
			for _, c := range r.Components {
				if in, ok := c.(*discordgo.TextInput); ok {
					typed[in.CustomID] = in.Value
				}
			}
		}
	}
	deed := connectors.Deed{
		Do: do, Account: account, Via: d.name, Case: caseID, Draft: draft, Reason: typed[fieldReason],
		Text: typed[fieldText], Private: typed[fieldPrivate], Otherwise: typed[fieldOtherwise],
	}
	if d.respond(ctx, i, discordgo.InteractionResponseDeferredMessageUpdate, nil) {
		d.done(ctx, i, deed)
	}
}

// done does a deed and tells whoever did it, alone, where nothing came of it. The
// card shows everybody what did.
func (d *Discord) done(ctx context.Context, i *discordgo.Interaction, deed connectors.Deed) {
	out, err := d.board.desk.Do(ctx, deed)
	switch {
	case err != nil:
		d.tellAlone(ctx, i, "The desk could not be reached, or did not finish: look at the case before you do it again.")
	case len(out.Forbids) > 0:
		say := "Not done: this must change first.\n- " + strings.Join(out.Forbids, "\n- ")
		if deed.Do == connectors.DeedEdit {
			say += "\nYour words were:\n" + deed.Text
		}
		d.tellAlone(ctx, i, say)
	}
	d.again(ctx, deed.Case)
}

// again has a case's card looked at.
func (d *Discord) again(ctx context.Context, caseID string) {
	select {
	case d.board.again <- caseID:
	case <-ctx.Done():
	}
}
