package discord

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/bwmarrin/discordgo"

	"goodgraces/connectors"
)

// listed is how many cases an answer to the slash command holds.
const listed = 10

// register makes the slash command known on the server of the approval channel.
// One of the same name is replaced, others stay.
func (d *Discord) register(ctx context.Context) error {
	var app struct {
		ID string `json:"id"`
	}
	if err := d.api.get(ctx, "look at the application", discordgo.EndpointApplication("@me"), &app); err != nil {
		return err
	}
	at, err := d.rooms.get(ctx, d.board.channel)
	if err != nil {
		return err
	}
	if !sound(at.Guild) {
		return errors.New("the channel of the setting approvals is not seen: check its ID, and give the bot's role View Channel there (step 4)")
	}
	err = d.api.call(ctx, http.MethodPost, discordgo.EndpointApplicationGuildCommands(app.ID, at.Guild), slash(), nil)
	if errors.Is(err, connectors.ErrRefused) {
		err = fmt.Errorf("%w; invite the bot anew with the scope applications.commands (step 4)", err)
	}
	return d.api.failed("register /graces", err)
}

func slash() *discordgo.ApplicationCommand {
	return &discordgo.ApplicationCommand{
		Name: "graces", Description: "Customers who wait for an answer", Type: discordgo.ChatApplicationCommand,
		Options: []*discordgo.ApplicationCommandOption{
			{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "waiting", Description: "What waits for a person, the most urgent first"},
			{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "find", Description: "Find a case", Options: []*discordgo.ApplicationCommandOption{
				{Type: discordgo.ApplicationCommandOptionString, Name: "words", Description: "Words of the post or the author's handle, or a case's number or address", Required: true},
			}},
			{Type: discordgo.ApplicationCommandOptionSubCommand, Name: "status", Description: "How many cases there are, and how the connectors do"},
		},
	}
}

// command answers the slash command, to whoever gave it alone.
func (d *Discord) command(ctx context.Context, i *discordgo.Interaction) {
	data := i.ApplicationCommandData()
	if data.Name != "graces" || len(data.Options) == 0 || data.Options[0] == nil {
		return
	}
	if !d.respond(ctx, i, discordgo.InteractionResponseDeferredChannelMessageWithSource, &discordgo.InteractionResponseData{Flags: discordgo.MessageFlagsEphemeral}) {
		return
	}
	text, err := d.told(ctx, data.Options[0])
	if err != nil {
		text = "The desk cannot be reached. Try again in a minute."
	}
	text = clip(text, maxLength)
	_ = d.api.call(ctx, http.MethodPatch, discordgo.EndpointInteractionResponseActions(i.AppID, i.Token), // who left is not told
		discordgo.WebhookEdit{Content: &text, AllowedMentions: nobody()}, nil)
}

func (d *Discord) told(ctx context.Context, asked *discordgo.ApplicationCommandInteractionDataOption) (string, error) {
	switch asked.Name {
	case "find":
		words := ""
		if o := asked.GetOption("words"); o != nil {
			words, _ = o.Value.(string)
		}
		cards, err := d.board.desk.Find(ctx, strings.TrimSpace(words), listed)
		return lines(cards, "No case matches. The words are looked for in the post and the handle."), err
	case "status":
		said, err := d.board.desk.Overview(ctx)
		for n := range said {
			said[n] = escape(said[n])
		}
		return strings.Join(said, "\n"), err
	}
	cards, err := d.board.desk.Waiting(ctx, listed)
	return lines(cards, "Nothing waits for you."), err
}

// lines lists cases, one a line.
func lines(cards []connectors.Card, none string) string {
	if len(cards) == 0 {
		return none
	}
	var out []string
	for i := range cards {
		c := &cards[i]
		line := fmt.Sprintf("**%s** %s: %s (%s)", escape(c.Mark), escape(c.Title), clip(escape(strings.ReplaceAll(c.Post, "\n", " ")), 80), escape(c.Standing))
		if !c.Due.IsZero() {
			line += ", due " + relative(c.Due)
		}
		if address := webAddress(c.URL); address != "" {
			line += " <" + address + ">"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}
