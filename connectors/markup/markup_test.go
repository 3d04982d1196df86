package markup_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"goodgraces/connectors/markup"
)

func TestText(t *testing.T) {
	for source, want := range map[string]string{
		"": "", "plain  text\n here": "plain text here",
		"<p>One</p><p>Two &amp; <b>three</b>!</p>":                        "One\n\nTwo & three!",
		"a<br>b<br/><br>c":                                                "a\nb\n\nc",
		"<ul><li>first</li><li>second</li></ul>end":                       "- first\n- second\nend",
		`see <a href="https://x.example/">this</a>, please`:               "see this, please",
		`<img alt="a broken bag"> look`:                                   "a broken bag look",
		"<script>alert(1)</script>a<style>p{}</style>b":                   "ab",
		"<script>x<script>y</script>z":                                    "z",
		"1 &lt; 2 &#x1F600; &nbsp;":                                       "1 < 2 😀 \u00a0",
		"<p>I waited <em>three</em> hours.<p>Nobody came":                 "I waited three hours.\n\nNobody came",
		"<div class=md><p>x</p>\n\n<blockquote>y</blockquote>":            "x\n\ny",
		"<span class=\"invisible\">https://</span><span>a.example</span>": "https://a.example",
		"a < b and <notatag":                                              "a < b and",
	} {
		if got := markup.Text(source); strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%q:\n got %q\nwant %q", source, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("<p>a</p><script><script></script>")
	f.Add(strings.Repeat("<div>", 1000))
	f.Fuzz(func(t *testing.T, source string) {
		got := markup.Text(source)
		if utf8.ValidString(source) && !utf8.ValidString(got) || len(got) > 4*len(source)+8 || strings.Contains(got, "\n\n\n") && !strings.Contains(source, "alt") {
			t.Errorf("%q: %q", source, got)
		}
	})
}
