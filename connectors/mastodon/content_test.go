package mastodon

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	api "github.com/mattn/go-mastodon"
	"pgregory.net/rapid"
)

func TestTextKeepsWhatWasSaid(t *testing.T) {
	for name, tt := range map[string]struct{ doc, want string }{
		"paragraphs": {`{"content":"<p>One.<br />Two &amp; three.</p><p>Four.</p>"}`, "One.\nTwo & three.\n\nFour."},
		"a link whose ends are hidden by style": {
			`{"content":"<p>See <a href=\"https://acme.example/a/long/path\" rel=\"nofollow\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">acme.example/a/lo</span><span class=\"invisible\">ng/path</span></a>!</p>"}`,
			"See https://acme.example/a/long/path!"},
		"a link with words": {`{"content":"<p>See <a href=\"https://acme.example/x\">our <b>terms</b></a>.</p>"}`, "See our terms (https://acme.example/x)."},
		"no web address":    {`{"content":"<a href=\"javascript:alert(1)\">here</a>"}`, "here"},
		"a mention and a hashtag": {
			`{"content":"<p><span class=\"h-card\"><a href=\"https://acme.example/@acme\" class=\"u-url mention\">@<span>acme</span></a></span> late <a href=\"https://x.example/tags/acme\" class=\"mention hashtag\" rel=\"tag\">#<span>acme</span></a></p>"}`,
			"@acme late #acme"},
		"a custom emoji":    {`{"content":"<p>Great :blobcat: job</p>"}`, "Great :blobcat: job"},
		"a content warning": {`{"spoiler_text":"lost parcel","content":"<p>Gone.</p>"}`, "lost parcel\n\nGone."},
		"a poll":            {`{"content":"<p>Who?</p>","poll":{"options":[{"title":"me"},{"title":"you"}]}}`, "Who?\n\n- me\n- you"},
		"the fallback of a quote": {
			`{"content":"<p class=\"quote-inline\">RE: <a href=\"https://x.example/1\"><span class=\"invisible\">https://</span>x.example/1</a></p><p>This again.</p>"}`, "This again."},
		"script":       {`{"content":"<script>alert(1)</script>x<a"}`, "x"},
		"nothing":      {`{}`, ""},
		"a bare < end": {`{"content":"1 < 2 <p"}`, "1 < 2"},
	} {
		var s status
		if err := json.Unmarshal([]byte(tt.doc), &s); err != nil {
			t.Fatal(err)
		}
		if got := s.text(); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestFingerprint(t *testing.T) {
	same := [][2]string{
		{"@ann@remote.example We're sorry!", "@ann We’re sorry!"}, {"Write to @desk@acme.example, please.", "write to @desk, please."},
		{"👍", "@ann 👍"}, {"two\n\nparagraphs", "two paragraphs"}, {"@\u200bbob", "@bob"},
	}
	for _, tt := range same[1:] {
		if fingerprint(tt[0]) != fingerprint(tt[1]) {
			t.Errorf("%q and %q differ: %q, %q", tt[0], tt[1], fingerprint(tt[0]), fingerprint(tt[1]))
		}
	}
	if fingerprint("We are sorry") == fingerprint("We are not sorry") || fingerprint("👍") == fingerprint("👎") {
		t.Error("different texts are taken for one")
	}
}

// However IDs come, reading goes on behind none that could still be missed: all
// but the last ten are passed.
func TestPositionsOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SliceOfN(rapid.IntRange(1, 5_000), 1, 60).Draw(t, "ids")
		p := positions{}
		for _, id := range ids {
			p.pass("k", api.ID(strconv.Itoa(id)))
		}
		slices.Sort(ids)
		ids = slices.Compact(ids)
		want := ids[max(0, len(ids)-overlap)]
		if got := parsePositions(p.cursor()).behind("k"); got != api.ID(strconv.Itoa(want)) {
			t.Fatalf("goes on behind %s, want %d", got, want)
		}
	})
	for _, cursor := range []string{"", "null", "[]", `{"k":"../x"}`, `{"k":7}x`, strings.Repeat("{", 1000)} {
		if p := parsePositions(cursor); len(p) != 0 {
			t.Errorf("%.20q: %v", cursor, p)
		}
	}
}

func TestBefore(t *testing.T) {
	for id, want := range map[api.ID]api.ID{"100": "99", "1": "0", "0": "0", "01KABCD": "01KABC", "x": "0", "18446744073709551616": "1844674407370955161"} {
		if got := before(id); got != want || got != "0" && got.Compare(id) >= 0 {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// The token is not sent in the clear because a server says so.
func TestStreamAddress(t *testing.T) {
	for _, tt := range []struct{ base, set, says, want string }{
		{"https://a.example", "", "wss://s.a.example", "wss://s.a.example/api/v1/streaming"},
		{"https://a.example", "", "ws://s.a.example", "https://a.example/api/v1/streaming"},
		{"https://a.example", "", "nonsense", "https://a.example/api/v1/streaming"},
		{"https://a.example", "ws://gateway:8080", "wss://s.a.example", "ws://gateway:8080/api/v1/streaming"},
		{"http://a.example", "", "", "http://a.example/api/v1/streaming"},
		{"https://a.example", "", "wss://s.a.example/api/v1/streaming", "wss://s.a.example/api/v1/streaming"},
	} {
		m := &Mastodon{set: map[string]any{"base_url": tt.base, "stream": tt.set}}
		if got := m.streamAddress(server{streaming: tt.says}); got != tt.want {
			t.Errorf("%+v: %s", tt, got)
		}
	}
}
