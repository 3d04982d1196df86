package desk

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast holds the theme to WCAG 2.2: 4.5 for text, 3 for the edges of
// what can be used.
func TestContrast(t *testing.T) {
	css, err := staticFiles.ReadFile("static/desk.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, _ := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	dark, _, _ := strings.Cut(rest, "/* Ground */")
	for name, theme := range map[string]map[string]string{"light": colours(light), "dark": colours(dark)} {
		text := []string{"ink", "second", "accent", "harm", "wait", "good"}
		for _, ground := range []string{"paper", "surface", "sunken", "chosen"} {
			for _, fore := range text {
				atLeast(t, name, theme, fore, ground, 4.5)
			}
			atLeast(t, name, theme, "edge", ground, 3)
		}
		atLeast(t, name, theme, "ink", "marker", 4.5)
		atLeast(t, name, theme, "ink", "added", 4.5)
		atLeast(t, name, theme, "good", "added", 3)
		atLeast(t, name, theme, "accent", "marker", 4.5)
		atLeast(t, name, theme, "on-accent", "accent", 4.5)
		atLeast(t, name, theme, "paper", "ink", 4.5)
	}
}

func atLeast(t *testing.T, name string, theme map[string]string, fore, ground string, want float64) {
	t.Helper()
	if theme[fore] == "" || theme[ground] == "" {
		t.Fatalf("%s lacks %s or %s", name, fore, ground)
	}
	a, b := luminance(theme[fore]), luminance(theme[ground])
	if got := (max(a, b) + .05) / (min(a, b) + .05); got < want {
		t.Errorf("%s: %s on %s is %.2f, want %.1f", name, fore, ground, got, want)
	}
}

var property = regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6});`)

func colours(css string) map[string]string {
	out := map[string]string{}
	for _, m := range property.FindAllStringSubmatch(css, -1) {
		out[m[1]] = m[2]
	}
	return out
}

func luminance(hex string) float64 {
	rgb, err := strconv.ParseUint(hex, 16, 24)
	if err != nil {
		panic(err) // the pattern of property lets hexadecimal digits through alone
	}
	linear := func(shift uint) float64 {
		v := float64(rgb>>shift&0xff) / 255
		if v <= .04045 {
			return v / 12.92
		}
		return math.Pow((v+.055)/1.055, 2.4)
	}
	return .2126*linear(16) + .7152*linear(8) + .0722*linear(0)
}

var literal = regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|rgba?\(`)

// TestOnlyTheTheme holds every other style sheet to the theme's properties, so
// that TestContrast speaks for all pages.
func TestOnlyTheTheme(t *testing.T) {
	files, err := loadAssets()
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range files.files {
		if !strings.HasSuffix(name, ".css") || name == "desk.css" {
			continue
		}
		for i, line := range strings.Split(string(body), "\n") {
			if literal.MatchString(line) {
				t.Errorf("%s:%d has a colour of its own: %s", name, i+1, line)
			}
		}
	}
}

// TestScriptsStaySmall holds our own script to its budget.
func TestScriptsStaySmall(t *testing.T) {
	files, err := loadAssets()
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for name, body := range files.files {
		if strings.HasSuffix(name, ".js") {
			lines += strings.Count(string(body), "\n")
		}
	}
	if lines > 600 {
		t.Errorf("%d lines of script, want 600 at most", lines)
	}
}
