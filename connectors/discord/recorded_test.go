package discord_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/connectortest/recorded"
	"goodgraces/connectors/discord"
)

// replaying connects to the recording: of the Spacebar server, which speaks
// Discord's API; made on the loopback, of invented posts.
func replaying(t *testing.T) *discord.Discord {
	t.Helper()
	at := recorded.Serve(t, "testdata/recorded/spacebar.jsonl", "http://none.example").URL
	set, err := discord.Type().Spec.Decode(map[string]any{
		"base_url": at, "token": "hidden", "gateway": "ws" + strings.TrimPrefix(at, "http"), "servers": []any{"Nordair"},
		"channels": []any{"#support"}, "keywords": []any{"nordair"}, "poll": "1h",
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := discord.New("discord", set, connectors.Env{Client: http.DefaultClient, Now: time.Now, Status: func(string, string) {}})
	if err != nil {
		t.Fatal(err)
	}
	return c.(*discord.Discord)
}

// Posts of the recording.
const (
	recSuitcase = "1576540818842419875"
	recTired    = "1576540823288382147"
	recTwice    = "1576540831844762372"
	recWifi     = "1576540840329839433"
)

// readUntil reads until a post came, and returns all by ID, as it was last.
func readUntil(t *testing.T, c *discord.Discord, last string) map[string]care.Mention {
	t.Helper()
	out := map[string]care.Mention{}
	for _, m := range recorded.Mentions(t, c, func(got []care.Mention) bool {
		return slices.ContainsFunc(got, func(m care.Mention) bool { return m.ID == last })
	}) {
		out[m.ID] = m
	}
	return out
}

func TestRecordedGateway(t *testing.T) {
	const answer = "1576540986455197023"
	got := readUntil(t, replaying(t), answer)
	for id, want := range map[string]care.Mention{
		recSuitcase:           {Text: "Four days without my suitcase & your hotline hangs up on me. Where is it???", Author: care.Author{Handle: "jonas#8086"}},
		recTired:              {Text: "nordair just cancelled my flight without telling anyone. I am so tired of this 😡", Author: care.Author{Handle: "mira#9839"}},
		recTwice:              {Text: "Your app charged me THREE times for one seat and nobody answers!", Author: care.Author{Handle: "jonas#8086"}},
		recWifi:               {Deleted: true},
		"1576540848869442414": {Text: "Same here, five days now", InReplyTo: recTwice, Author: care.Author{Handle: "mira#9839"}},
		"1576540854468838302": {Text: "@Nordair is your hotline closed today? I cannot reach anybody", Author: care.Author{Handle: "mira#9839"}},
		answer:                {InReplyTo: recTired, By: care.ByBrand, Author: care.Author{Handle: "Nordair#5631"}},
	} {
		m := got[id]
		if m.ID != id || m.Deleted != want.Deleted || m.InReplyTo != want.InReplyTo || m.By != want.By || want.Text != "" && m.Text != want.Text ||
			want.Author.Handle != "" && m.Author.Handle != want.Author.Handle {
			t.Errorf("%+v, want %+v", m, want)
		}
	}
	if got[recTwice].EditedAt.IsZero() {
		t.Error("the edit says no time")
	}
	if m, there := got["1576540827470103267"]; there {
		t.Errorf("a post that concerns nobody: %+v", m)
	}
}

// What was sent stands under the IDs that it got; what the daemon was killed over
// is found in the channel.
func TestRecordedSends(t *testing.T) {
	c := replaying(t)
	got := readUntil(t, c, "1576540986455197023")
	send := func(id string, kind care.SendKind, text string) care.Send {
		return care.Send{ID: care.SendID("c", kind, 1), Kind: kind, Mention: got[id], Text: text, CreatedAt: time.Date(2026, 11, 29, 10, 10, 0, 0, time.UTC)}
	}
	is := func(what string, r care.Receipt, err error, id string) {
		t.Helper()
		if err != nil || r.ID != id || !strings.HasSuffix(r.URL, "/"+id) {
			t.Errorf("%s: %+v, %v", what, r, err)
		}
	}
	r, err := c.Message(t.Context(), send(recSuitcase, care.SendPrivate, "Hello."))
	is("message", r, err, "1576540911255520362")
	r, err = c.Reply(t.Context(), send(recSuitcase, care.SendPublic, "I'm sorry."))
	is("reply", r, err, "1576540930532541583")
	lost := send(recTired, care.SendPublic, "I can hear how tired you are of this. I'm sorry about the trouble over the cancellation. Please message us in private so you needn't share details here.")
	r, err = c.Find(t.Context(), lost)
	is("find", r, err, "1576540986455197023")
}
