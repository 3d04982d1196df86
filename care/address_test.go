package care_test

import (
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"math/rand/v2"
	"strings"
	"testing"

	"goodgraces/care"
)

// Whatever may be a key is masked, wherever it stands in an address.
func TestMaskAddresses(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// who signs in
		{"https://me:hush@host.example/feed", "https://***@host.example/feed"},
		{"https://hush@host.example/feed", "https://***@host.example/feed"},
		{"https://me:hu:sh%40@host.example/", "https://***@host.example/"},
		{"me:hush@host.example/feed", "***"},
		{":hush@host.example", "***"},
		{"//me:hush@host.example/feed", "//***"},
		{"me:hu/sh@host.example", "***"},
		{"https:me:hush@host.example", "***"},
		{"https://me:hush%zz@host.example", "***"},
		// parameters and fragments
		{"wss://host.example/s?key=hush&hush2&of=", "wss://host.example/s?key=***&***&of=***"},
		{"https://host.example/s?hush=hush&9f8a7b6c5d4e3f2a=1", "https://host.example/s?hush=***&***"},
		{"https://host.example/#hush", "https://host.example/"},
		// behind a word that a key follows
		{"https://host.example/hooks/SECRET", "https://host.example/hooks/***"},
		{"https://host.example/hooks/hush/more", "https://host.example/hooks/***/***"},
		{"https://host.example/api/webhooks/112233/hu-sh_HU", "https://host.example/api/webhooks/***/***"},
		{"https://host.example/Token/hush/feed.xml", "https://host.example/Token/***/***"},
		{"https://host.example/services/T0A/B0B/hush", "https://host.example/services/***/***/***"},
		{"https://host.example/u/ann/private/hush", "https://host.example/u/ann/private/***"},
		// by its looks
		{"https://host.example/f/9f86d081884c7d659a2feaa0c55ad015.rss", "https://host.example/f/***"},
		{"https://host.example/123e4567-e89b-12d3-a456-426614174000/feed", "https://host.example/***/feed"},
		{"https://host.example/rss/xoxb-1234567890-AbCdEf", "https://host.example/rss/***"},
		{"https://host.example/bot123456:AAHdqTcvCH1vGWJxfSe/getMe", "https://host.example/***/getMe"},
		{"https://host.example/a/qpzmwoxneicruvbtyalskdjf", "https://host.example/a/***"},
		{"https://host.example/a/QkFzZTY0bGlrZVRleHQ", "https://host.example/a/***"},
		{"https://host.example/a/aB3-xY_9Qz-k2P_wE5", "https://host.example/a/***"},
		{"https://host.example/a/902817465530198273645", "https://host.example/a/***"},
		{"https://host.example/a;jsessionid=hush/b", "https://host.example/***/b"},
		{"https://host.example/a/key=hush", "https://host.example/a/***"},
		{"https://host.example/a/%39f86d081884c7d65", "https://host.example/a/***"},
		{"https://host.example/a/hush%252fhush", "https://host.example/a/***"},
		// within a text
		{"see http://a.example?k=hush now, or wss://b.example/hooks/hush", "see http://a.example?k=*** now, or wss://b.example/hooks/***"},
		{`is "postgres://me:hush@db.example/graces?sslmode=disable"`, `is "postgres://***@db.example/graces?sslmode=***`},
		// names, which tell one address from another
		{"https://www.reddit.com/r/larkspur_air/new/.rss", ""},
		{"https://forum.example/c/support/12/latest.rss", ""},
		{"https://github.com/example-org/goodgraces/releases.atom", ""},
		{"https://social.example/@larkspur", ""},
		{"https://host.example/2026/11/28/internationalization-of-our-web-shop.html", ""},
		{"https://host.example/feeds/iphone15/v2/atom.xml", ""},
		{"https://host.example/podcast/myShow/feed", ""},
		{"https://host.example/r%C3%A9clamations/feed", ""},
		{"wss://jetstream2.us-east.bsky.network/subscribe", ""},
		{"https://[::1]:8443/a", ""},
		{"write to mailto:help@host.example or acct:ann@host.example", ""},
		{"mailto:hush@host.example:25/@b", "***"},
		{"at 10:30 mail ann@host.example: no address", ""},
		{"", ""},
	} {
		if tt.want == "" {
			tt.want = tt.text
		}
		if got := care.MaskAddresses(tt.text); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.text, got, tt.want)
		}
	}
}

// Keys as programs make them are told from names by their looks alone. Of 128 random
// bits in Base64 one in 1,600 passes for a name, of 192 none of 20,000 did.
func TestRandomKeysAreMasked(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same ones each time
	for name, tt := range map[string]struct {
		encode func([]byte) string
		bytes  int
	}{
		"hex":    {hex.EncodeToString, 8},
		"Base32": {base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString, 16},
		"Base64": {base64.RawURLEncoding.EncodeToString, 24},
	} {
		for range 1_000 {
			raw := make([]byte, tt.bytes)
			for i := range raw {
				raw[i] = byte(random.Uint32())
			}
			if key := tt.encode(raw); strings.Contains(care.MaskAddresses("https://host.example/feed/"+key+".rss"), key) {
				t.Errorf("%s: %s is shown", name, key)
			}
		}
	}
}

// A key of any shape does not come through, whatever stands beside it.
func FuzzMaskAddresses(f *testing.F) {
	for _, s := range []string{"https://a:b@c.example/d/e?f=g#h", "x:y@z", "https://host/hooks/a", "%zz://", "https://host/%2e%2e/a;b=c"} {
		f.Add(s)
	}
	const key = "Zx9Qv7Lk3Wp8Rt2N"
	f.Fuzz(func(t *testing.T, path string) {
		if strings.Contains(path, key) {
			return
		}
		for _, address := range []string{"https://host.example/" + path + "/" + key, "https://u:" + key + "@host.example/" + path, "https://host.example/?" + key + "&" + path} {
			if strings.ContainsAny(address, " \t\n\v\f\r") {
				continue // several texts
			}
			if got := care.MaskAddresses(address); strings.Contains(got, key) {
				t.Errorf("%q: %q", address, got)
			}
		}
	})
}
