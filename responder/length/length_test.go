package length_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"goodgraces/responder/length"
)

func TestOf(t *testing.T) {
	tests := []struct {
		name, platform, text string
		n, limit             int
	}{
		{"plain", "x", "hello", 5, 280},
		{"old name of X", "twitter", "hello", 5, 280},
		{"accents compose", "x", "cafe\u0301", 4, 280},
		{"curly quotes weigh one", "x", "it’s “fine”", 11, 280},
		{"Japanese weighs two", "x", "日本語", 6, 280},
		{"euro sign weighs two", "x", "€5", 3, 280},
		{"ellipsis weighs two", "x", "so…", 4, 280},
		{"one emoji", "x", "🙂", 2, 280},
		{"family is one emoji", "x", "👨‍👩‍👧‍👦", 2, 280},
		{"skin tone", "x", "👍🏽", 2, 280},
		{"flag", "x", "🇩🇪", 2, 280},
		{"flag of Scotland", "x", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2, 280},
		{"keycap", "x", "1️⃣", 2, 280},
		{"heart with style", "x", "❤️", 2, 280},
		{"emoji beside text", "x", "ok👍🏽ok", 6, 280},
		{"copyright without style", "x", "©", 1, 280},
		{"link", "x", "see https://example.com/a/very/long/path?with=query&more=1 now", 4 + 23 + 4, 280},
		{"link without scheme", "x", "see example.com/abcdefghijklmnopqrstuvwxyz", 27, 280},
		{"full stop after link", "x", "see https://example.com.", 28, 280},
		{"no link: abbreviation", "x", "e.g. this", 9, 280},
		{"no link: e-mail", "x", "a@example.com", 13, 280},
		{"auto-mentions are free", "x", "@ann @bob hello", 5, 280},
		{"mention within counts", "x", "hello @ann", 10, 280},
		{"an address at the start is no mention", "x", "@ann.example hello", 18 - 12 + 12, 280},
		{"nothing but a mention", "x", "@ann", 0, 280},
		{"bluesky counts graphemes", "bluesky", "👨‍👩‍👧‍👦e\u0301x", 3, 300},
		{"bluesky counts bytes when they bind", "bluesky", strings.Repeat("👨‍👩‍👧‍👦", 130), 3250, 3000},
		{"mastodon", "mastodon", "hello", 5, 500},
		{"mastodon link", "mastodon", "see https://example.com/a/very/long/path/indeed", 27, 500},
		{"mastodon name without scheme is text", "mastodon", "see example.com", 15, 500},
		{"mastodon domain is free", "mastodon", "@ann@example.social hello", 10, 500},
		{"mastodon domain before a comma", "mastodon", "hi @ann@example.social, hello", 3 + 4 + 7, 500},
		{"discord", "discord", "héllo", 5, 2000},
		{"reddit", "reddit", "hello", 5, 10000},
		{"webhook", "webhook", "héllo", 5, 500},
		{"unknown", "", "", 0, 500},
		{"invalid bytes", "x", "a\xffb", 4, 280},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if n, limit := length.Of(tt.platform, tt.text); n != tt.n || limit != tt.limit {
				t.Errorf("Of(%q, %q) = %d, %d; want %d, %d", tt.platform, tt.text, n, limit, tt.n, tt.limit)
			}
		})
	}
}

func TestOfProperties(t *testing.T) {
	platforms := []string{"x", "bluesky", "mastodon", "discord", "reddit", "replay"}
	rapid.Check(t, func(t *rapid.T) {
		platform := rapid.SampledFrom(platforms).Draw(t, "platform")
		text := rapid.String().Draw(t, "text")
		n, limit := length.Of(platform, text)
		if n < 0 || limit <= 0 {
			t.Fatalf("Of(%q, %q) = %d, %d", platform, text, n, limit)
		}
		if most := 2*utf8.RuneCountInString(text) + 23*strings.Count(text, "."); n > most+23 {
			t.Fatalf("Of(%q, %q) = %d, more than %d", platform, text, n, most)
		}
		if more, _ := length.Of(platform, text+" word"); more < n && platform != "x" && platform != "bluesky" {
			t.Fatalf("%q counts %d, with a word more %d", text, n, more)
		}
	})
}

func TestASCIIWithoutLinksCountsRunes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z ,!']{0,300}`).Draw(t, "text")
		for _, platform := range []string{"x", "bluesky", "mastodon", "discord", "reddit", ""} {
			if n, _ := length.Of(platform, text); n != len(text) {
				t.Fatalf("Of(%q, %q) = %d, want %d", platform, text, n, len(text))
			}
		}
	})
}

func TestLinks(t *testing.T) {
	text := "Go to https://a.example/x, or shop.example.com/y; not to me@b.com, v1.2 or HTTP://C.org"
	var got []string
	for _, l := range length.Links(text) {
		got = append(got, text[l.Start:l.End])
	}
	want := []string{"https://a.example/x", "shop.example.com/y", "HTTP://C.org"}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("Links = %q, want %q", got, want)
	}
}

func FuzzOf(f *testing.F) {
	f.Add("x", "@a https://t.co/x 👨‍👩‍👧‍👦\xff")
	f.Fuzz(func(t *testing.T, platform, text string) {
		length.Of(platform, text)
		for _, l := range length.Links(text) {
			if l.Start < 0 || l.End <= l.Start || l.End > len(text) {
				t.Fatalf("link %v outside %q", l, text)
			}
		}
	})
}

func TestWithin(t *testing.T) {
	for own, want := range map[int]int{0: 500, 5000: 5000, 200: 200} {
		if n, limit := length.Within("mastodon", own, "See https://acme.example/a/long/way"); n != 27 || limit != want {
			t.Errorf("own limit %d: %d of %d, want 27 of %d", own, n, limit, want)
		}
	}
}
