package discord

import (
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"goodgraces/connectors"
)

// face is what a message in the approval channel shows. Whatever is not there is
// taken away by an edit.
type face struct {
	Content string                            `json:"content"`
	Embeds  []*discordgo.MessageEmbed         `json:"embeds"`
	Buttons []discordgo.MessageComponent      `json:"components"`
	Allowed *discordgo.MessageAllowedMentions `json:"allowed_mentions"`
}

const (
	// maxPost is how much of a post a card shows, in characters; the desk shows
	// all of it.
	maxPost = 900
	// maxAnswer is how long one part of an answer may be to be shown whole, and
	// maxAnswers all of its parts: Discord shows 4,096 characters of an embed,
	// and 6,000 of all.
	maxAnswer  = 4000
	maxAnswers = 4600
	// maxField is what a modal's field takes.
	maxField = 4000
)

// Colours of a card's edge, by the tone of where the case stands.
var tones = map[string]int{"": 0x3b5bdb, "wait": 0xb7791f, "good": 0x2f855a, "harm": 0xc53030}

// deedMark begins what our buttons and modals are called.
const deedMark = "graces"

// deedID is what a button is called: what it does, and to which draft, or case
// where there is none. At most 60 of the 100 characters that Discord takes.
func deedID(do, what string) string { return deedMark + "|" + do + "|" + what }

// render makes a case's message. An answer is shown whole, to the character, or
// cannot be approved here.
func render(c *connectors.Card) *face {
	f := &face{Allowed: nobody(), Embeds: []*discordgo.MessageEmbed{postOf(c)}, Buttons: []discordgo.MessageComponent{}}
	if c.Standing != "" {
		f.Content = clip(escape(c.Standing), 600)
	}
	whole := true
	if c.Draft != "" {
		var answer []*discordgo.MessageEmbed
		answer, whole = answerOf(c)
		f.Embeds = append(f.Embeds, answer...)
	}
	f.Buttons = buttons(c, whole)
	return f
}

func postOf(c *connectors.Card) *discordgo.MessageEmbed {
	e := &discordgo.MessageEmbed{Title: clip(escape(c.Mark+" · "+c.Title), 200), URL: webAddress(c.URL), Color: tones[c.Tone], Description: clip(escape(c.Post), maxPost)}
	if !c.Posted.IsZero() {
		e.Description += "\n\nPosted " + relative(c.Posted)
		if !c.Due.IsZero() {
			e.Description += ", an answer is due " + relative(c.Due)
		}
	}
	return e
}

// relative is a time that Discord's programs keep fresh.
func relative(t time.Time) string { return fmt.Sprintf("<t:%d:R>", t.Unix()) }

// answerOf shows the answer, and what is to be said of it; false where it cannot
// be shown whole.
func answerOf(c *connectors.Card) (out []*discordgo.MessageEmbed, whole bool) {
	length := 0
	whole = true
	for _, part := range []struct{ title, text string }{
		{"Public answer", c.Text}, {"Private message, sent before it", c.Private}, {"Public answer if the message cannot be delivered", c.Otherwise},
	} {
		if part.text == "" {
			continue
		}
		text := escape(part.text)
		n := utf8.RuneCountInString(text)
		length += n
		whole = whole && n <= maxAnswer && length <= maxAnswers
		if !whole {
			text = "_Too long to be shown here whole: open it in the desk._"
		}
		out = append(out, &discordgo.MessageEmbed{Title: part.title, Description: text, Color: tones["good"]})
	}
	var notes []string
	for _, why := range c.Forbids {
		notes = append(notes, "**Cannot be approved:** "+escape(why))
	}
	for _, doubt := range c.Doubts {
		notes = append(notes, escape(doubt))
	}
	for _, more := range []string{c.Author, c.Costs} {
		if more != "" {
			notes = append(notes, escape(more))
		}
	}
	if len(notes) > 0 {
		out = append(out, &discordgo.MessageEmbed{Description: clip(strings.Join(notes, "\n"), 300), Color: tones["wait"]})
	}
	return out, whole
}

// buttons are the deeds that a case takes, and the ways to it.
func buttons(c *connectors.Card, whole bool) []discordgo.MessageComponent {
	what := c.Draft
	if what == "" {
		what = c.Case + "."
	}
	can := map[string]bool{}
	for _, do := range c.Can {
		can[do] = true
	}
	long := max(utf8.RuneCountInString(c.Text), utf8.RuneCountInString(c.Private), utf8.RuneCountInString(c.Otherwise)) > maxField
	can[connectors.DeedApprove] = can[connectors.DeedApprove] && whole
	can[connectors.DeedEdit] = can[connectors.DeedEdit] && !long
	edit := "Edit"
	if c.Text == "" {
		edit = "Answer"
	}
	var deeds, ways []discordgo.MessageComponent
	for _, b := range []struct {
		do, label string
		style     discordgo.ButtonStyle
	}{
		{connectors.DeedApprove, "Approve", discordgo.SuccessButton}, {connectors.DeedEdit, edit, discordgo.SecondaryButton}, {connectors.DeedHold, "Say we'll find out", discordgo.SecondaryButton},
		{connectors.DeedAnother, "Another wording", discordgo.SecondaryButton}, {connectors.DeedReject, "Reject", discordgo.DangerButton},
		{connectors.DeedFold, "Fold", discordgo.SecondaryButton}, {connectors.DeedWithdraw, "Take back", discordgo.DangerButton},
	} {
		if can[b.do] && len(deeds) < 5 { // a row holds five; a draft that can be approved cannot be taken back
			deeds = append(deeds, discordgo.Button{Label: b.label, Style: b.style, CustomID: deedID(b.do, what)})
		}
	}
	for _, way := range []struct{ label, address string }{{"Open in the desk", c.URL}, {"Open the post", c.PostURL}} {
		if address := webAddress(way.address); address != "" {
			ways = append(ways, discordgo.Button{Label: way.label, Style: discordgo.LinkButton, URL: address})
		}
	}
	var rows []discordgo.MessageComponent
	for _, row := range [][]discordgo.MessageComponent{deeds, ways} {
		if len(row) > 0 {
			rows = append(rows, discordgo.ActionsRow{Components: row})
		}
	}
	return rows
}

// webAddress lets through what a button may lead to: at most 512 characters, and
// no address that only this machine knows, of which nobody there has any use.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || len(address) > 512 {
		return ""
	}
	if host := u.Hostname(); net.ParseIP(host).IsLoopback() || !strings.ContainsAny(host, ".:") {
		return ""
	}
	return u.String()
}

// escape shows a text as it is: nothing in it is taken for formatting, a name or
// a time. What steers the direction of writing, or is not seen, becomes visible.
func escape(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case strings.ContainsRune("\\*_~`|>#[]<-+", r):
			out.WriteRune('\\')
			out.WriteRune(r)
		case r == '\n', r == '\t', r == '\u200d', !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r):
			out.WriteRune(r)
		default:
			out.WriteRune(unicode.ReplacementChar)
		}
	}
	return out.String()
}

// clip cuts a text to so many characters, not within an escape.
func clip(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return strings.TrimRight(string(runes[:most-1]), "\\") + "…"
}
