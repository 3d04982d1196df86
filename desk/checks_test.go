package desk

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"goodgraces/config"
	"goodgraces/connectors"
)

// checking is a desk with a connector whose check ends when the test lets it.
func checking(t *testing.T, findings []connectors.Finding) (w *world, asked chan string, let chan struct{}) {
	t.Helper()
	asked, let = make(chan string, 10), make(chan struct{})
	w = newWorld(t, func(o *Options) {
		cfg := *o.Config()
		cfg.Connectors = []config.Connector{{Name: "forum", Type: "test"}, {Name: "off", Type: "test", Disabled: true}}
		o.Config = func() *config.Config { return &cfg }
		o.ConnectorType = func(string) (connectors.Type, bool) {
			return connectors.Type{Spec: connectors.Spec{Type: "test", Title: "A forum", Help: "Reads a forum."}, Setup: "### Setting it up\n1. Make a *token* <script>at</script> [there](javascript:alert(1)), as `a_b`.\n\n   | scope | |\n   |---|---|\n   | read | posts |\n\n### Good to know\n- It rains.\n"}, true
		}
		o.Check = func(ctx context.Context, name string) []connectors.Finding {
			asked <- name
			select {
			case <-let:
			case <-ctx.Done():
				return nil
			}
			if findings == nil {
				panic("boom")
			}
			return findings
		}
	})
	return w, asked, let
}

func TestCheckNow(t *testing.T) {
	w, asked, let := checking(t, []connectors.Finding{
		connectors.Found("sign in", "as @kestrel"), connectors.Lacking("private messages", "tick the box <b>"),
		connectors.Failed("read mentions", errors.New("refused"), "regenerate the token"),
	})
	boss := w.person("mia", RoleManager)
	page := boss.get("/connectors/forum")
	has(t, page, "Check now", "It posts nothing", "<li>", "<em>token</em>", "<code>a_b</code>", "<td>read</td>")
	if strings.Contains(page.body, "It rains") {
		t.Error("the page shows more than the steps")
	}
	if strings.Contains(page.body, "<script>at") || strings.Contains(page.body, "javascript:") {
		t.Error("the steps bring code into the page")
	}
	has(t, boss.post("/connectors/forum/check", nil), "Checking since")
	if name := <-asked; name != "forum" {
		t.Errorf("checks %q", name)
	}
	boss.post("/connectors/forum/check", nil) // one at a time
	if got := boss.get("/connectors/forum"); got.header.Get("Refresh") == "" {
		t.Error("the page does not look again")
	}
	close(let)
	w.desk.checks.wg.Wait()
	got := boss.get("/connectors/forum")
	has(t, got, "It cannot do its work as it is.", "asked by mia", "as @kestrel", "works", "lacking", "tick the box &lt;b&gt;", "refused; regenerate the token", "Check again")
	if got.header.Get("Refresh") != "" || len(asked) > 0 {
		t.Error("it checks again by itself")
	}
	for path, want := range map[string]int{"/connectors/off/check": http.StatusNotFound, "/connectors/none/check": http.StatusNotFound} {
		if got := boss.post(path, nil); got.status != want {
			t.Errorf("%s: %d, want %d", path, got.status, want)
		}
	}
	if got := w.person("ann", RoleAgent).post("/connectors/forum/check", nil); got.status != http.StatusForbidden {
		t.Errorf("an agent checks: %d", got.status)
	}
}

// A connector that panics is told of, and the desk goes on.
func TestACheckThatPanics(t *testing.T) {
	w, _, let := checking(t, nil)
	close(let)
	boss := w.person("mia", RoleManager)
	boss.post("/connectors/forum/check", nil)
	w.desk.checks.wg.Wait()
	has(t, boss.get("/connectors/forum"), "a fault of ours: boom")
}

// Closing the desk ends what is being checked.
func TestClosingEndsChecks(t *testing.T) {
	w, asked, _ := checking(t, nil)
	boss := w.person("mia", RoleManager)
	boss.post("/connectors/forum/check", nil)
	<-asked
	w.desk.Close()
	if last, _ := w.desk.checks.of("forum"); last.running {
		t.Error("it goes on")
	}
	w.desk.checks.start("forum", "mia")
	if len(asked) > 0 {
		t.Error("a closed desk checks")
	}
}
