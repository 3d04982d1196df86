package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// page waits until a page of the desk holds a text, and returns it.
func page(t *testing.T, c *http.Client, address string, want *regexp.Regexp) string {
	t.Helper()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for over := time.After(30 * time.Second); ; {
		resp, err := c.Get(address)
		must(t, err)
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		must(t, err)
		if want.Match(body) {
			return string(body)
		}
		select {
		case <-over:
			t.Fatalf("%s does not say %s: %d %s", address, want, resp.StatusCode, body)
		case <-tick.C:
		}
	}
}

// A token that ends in three days is warned of by the real program: on the status
// page and beside its name on every page, in the metrics, by the check and in the
// log.
func TestATokenThatEndsIsWarnedOf(t *testing.T) {
	room, dir := newChatroom(t), t.TempDir()
	file := filepath.Join(dir, "graces.yaml")
	day := time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, 4)
	must(t, os.WriteFile(file, fmt.Appendf(nil, `
brand: {name: Larkspur Air}
data: %s
desk: {addr: "127.0.0.1:0"}
connectors:
  - name: town
    type: discord
    settings: {base_url: %q, token: a-token, channels: [support], token_expires: %s}
`, filepath.Join(dir, "data"), room.URL, day.Format(time.DateOnly)), 0o600))
	const password = "a few words will do"
	var out, errs strings.Builder
	if run(t.Context(), []string{"--config", file, "user", "add", "ann", "--role", "agent"}, strings.NewReader(strings.Repeat(password+"\n", 2)), io.Discard, &errs) != exitOK {
		t.Fatal(errs.String())
	}
	run(t.Context(), []string{"--config", file, "connectors", "check", "town"}, strings.NewReader(""), &out, &errs)
	if want := "the token (setting token_expires) ends " + day.Format("2006-01-02"); !strings.Contains(out.String(), want) {
		t.Errorf("the check says\n%s%s", out.String(), errs.String())
	}
	p := startGraces(t, buildGraces(t), "--config", file, "serve")
	home := regexp.MustCompile(`http://[0-9.:]+`).FindString(p.line("ready"))
	jar, err := cookiejar.New(nil)
	must(t, err)
	c := &http.Client{Jar: jar}
	resp, err := c.PostForm(home+"/sign-in", url.Values{"name": {"ann"}, "password": {password}})
	must(t, err)
	resp.Body.Close()
	page(t, c, home+"/status", regexp.MustCompile(`The token \(setting token_expires\) ends in .{1,20}: renew it before\.`))
	page(t, c, home+"/", regexp.MustCompile(`<b data-count="status">1</b>`))
	page(t, c, home+"/metrics", regexp.MustCompile(fmt.Sprintf(`graces_connector_expires_timestamp_seconds\{connector="town"\} %s\n`, regexp.QuoteMeta(fmt.Sprintf("%g", float64(day.Unix()))))))
	if !strings.Contains(p.said.String(), "a credential ends") {
		p.await("a credential ends")
	}
	p.interrupt()
}
