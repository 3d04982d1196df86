package connectors_test

import (
	"slices"
	"testing"

	"goodgraces/connectors"
)

func TestBot(t *testing.T) {
	for _, tt := range []struct {
		handle, name, about string
		want                bool
	}{
		{handle: "AutoModerator", want: true},
		{handle: "automoderator", want: true},
		{handle: "RemindMeBot", want: true},
		{handle: "weather_bot", want: true},
		{handle: "renovate[bot]", want: true},
		{handle: "met-BOT", want: true},
		{handle: "talbot"}, {handle: "JeanneChabot"}, {handle: "mr_robot"}, {handle: "Bot"}, {handle: "_bot"}, {handle: "botanist"},
		{handle: "definitely_not_a_bot"}, {handle: "NotABot"}, {},
		{name: "Leeds weather [bot]", want: true}, {name: "Trains (automated)", want: true},
		{name: "Ben Bot"}, {name: "not (bot)"},
		{about: "Automated account managed by Example Inc.", want: true},
		{about: "Bot by @yourcompany", want: true},
		{about: "Quakes near you. Bot run by @ann", want: true},
		{about: "I'm a friendly little bot.", want: true},
		{about: "I am a bot", want: true},
		{about: "This is a bot account. Human: @ann", want: true},
		{about: "Trains of the North | automated by @ann", want: true},
		{about: "I am not a bot"}, {about: "This isn't an automated account"}, {about: "This is not a bot account."}, {about: "No automated posts here"},
		{about: "I'm a bot developer in Leeds"}, {about: "I hate automated tweets"}, {about: "Chatbots. Robots. Coffee."},
	} {
		if got := connectors.Bot(tt.handle, tt.name, tt.about); got != tt.want {
			t.Errorf("Bot(%q, %q, %q) = %t", tt.handle, tt.name, tt.about, got)
		}
	}
}

func TestIgnores(t *testing.T) {
	s := connectors.Settings{"ignore": []string{"@Weather", "/u/AutoModerator", "*bot", "shop_*", " ", "*"}}
	for handle, want := range map[string]bool{
		"weather": true, "automoderator": true, "sneakpeekbot": true, "Shop_Leeds": true,
		"weatherman": false, "botanist": false, "": false, "ann": false,
	} {
		if got := s.Ignores(handle); got != want {
			t.Errorf("Ignores(%q) = %t", handle, got)
		}
	}
	if got := s.Ignored(); !slices.Equal(got, []string{"weather", "automoderator"}) {
		t.Errorf("Ignored: %q", got)
	}
}
