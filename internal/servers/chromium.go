package servers

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
	"testing"
)

// Chromium returns the http:// address at which the debugger of a Chromium or
// Chrome listens. The tests of the process share it, each in a browser context
// of its own: starting one costs more than most tests. Its guardian stops it
// when the process ends.
func Chromium(t testing.TB) string {
	t.Helper()
	need(t, chromiumTool)
	b, err := sharedChromium()
	if err != nil {
		t.Fatal(err)
	}
	return b.url
}

var sharedChromium = sync.OnceValues(startChromium)

// chromium is a running Chromium.
type chromium struct {
	url   string
	held  io.Closer // the port, kept as postgresServer's is
	guard *guard    // kept, too
}

// chromiumFlags leave out what talks to others or slows a test: what Puppeteer
// leaves out, and the rest of what is fetched in the background. No sandbox: it
// refuses to run as root, and the pages are our own. Nothing is drawn by a process
// of its own, and no renderer is kept ready: starting them costs more than they save.
var chromiumFlags = []string{
	"--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--mute-audio",
	"--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
	"--disable-default-apps", "--disable-breakpad", "--disable-client-side-phishing-detection", "--disable-dev-shm-usage",
	"--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
	"--disable-hang-monitor", "--disable-ipc-flooding-protection", "--disable-popup-blocking", "--disable-prompt-on-repost",
	"--disable-features=Translate,SpareRendererForSitePerProcess", "--in-process-gpu", "--force-color-profile=srgb", "--hide-scrollbars", "--password-store=basic", "--use-mock-keychain",
}

func startChromium() (*chromium, error) {
	port, held, err := freePort()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "graces-chromium-")
	if err != nil {
		return nil, fmt.Errorf("servers: %w", err)
	}
	b := &chromium{url: "http://127.0.0.1:" + port, held: held}
	args := append([]string{"env", "TMPDIR=" + dir, chromiumTool.Find(), "--remote-debugging-port=" + port, "--user-data-dir=" + dir}, chromiumFlags...)
	if b.guard, err = startGuard(dir, "KILL", nil, b.answers, args...); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return b, nil
}

func (b *chromium) answers(ctx context.Context) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, b.url+"/json/version", nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		return err
	}
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("servers: chromium answers %s", res.Status)
	}
	return nil
}
