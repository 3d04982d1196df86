package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/config"
	"goodgraces/connectors/replay/posts"
	"goodgraces/desk"
	"goodgraces/pipeline"
	"goodgraces/store"
)

// demoPosts is a day of an invented brand, written for this project.
//
//go:embed demo/posts.jsonl
var demoPosts []byte

// demoAnswers are what the brand's team knows already.
//
//go:embed demo/answers.yaml
var demoAnswers string

const (
	demoUser = "demo"
	// signInFor is how long a one-time sign-in link is good for.
	signInFor = 10 * time.Minute
)

func newDemo(g *global) *cobra.Command {
	var addr string
	var noBrowser bool
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "See it work: a day of an invented brand, the desk, nothing else needed",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, port, err := net.SplitHostPort(addr); err != nil || !isPort(port) {
				return &usageError{fmt.Errorf("--addr %q: must be HOST:PORT, port 0 being any free one", addr)}
			}
			if g.config != "" {
				fmt.Fprintln(cmd.ErrOrStderr(), "graces: the demo has a configuration of its own; --config is not used")
			}
			dir, cleanUp, err := demoDir(g.data)
			if err != nil {
				return err
			}
			defer cleanUp()
			file, err := demoFiles(dir, addr, orElse(g.logLevel, "warn"))
			if err != nil {
				return err
			}
			o := config.Options{File: file, Flags: map[string]any{"data": dir}, CheckConnector: checkConnector, CheckClassifier: checkClassifier, CheckResponder: checkResponder, IsSecret: isSecret, SettingHelp: settingHelp}
			return demo(cmd, o, dir, noBrowser)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8484", "`HOST:PORT` of the desk")
	cmd.Flags().BoolVar(&noBrowser, "no-browser", false, "do not open a browser")
	return cmd
}

func isPort(s string) bool {
	_, err := strconv.ParseUint(s, 10, 16)
	return err == nil
}

// demo runs the daemon and prints a sign-in link once it serves.
func demo(cmd *cobra.Command, o config.Options, dir string, noBrowser bool) error {
	d, err := newDaemon(cmd.Context(), o, pipeline.Roles, cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	if err := demoAccount(cmd.Context(), d.store); err != nil {
		return errors.Join(err, d.close())
	}
	var linkErr error
	err = d.run(cmd.Context(), func(base string) {
		var link string
		if link, linkErr = signInLink(cmd.Context(), d.store, demoUser, base); linkErr != nil {
			return
		}
		fmt.Fprintln(cmd.OutOrStdout(), "ready "+link)
		fmt.Fprintf(cmd.ErrOrStderr(), "The link signs you in once. Answers that you approve go to %s, nowhere else.\nStop with Ctrl-C.\n", filepath.Join(dir, "outbox.jsonl"))
		if !noBrowser {
			openBrowser(link)
		}
	})
	if linkErr != nil {
		return linkErr
	}
	return err
}

// demoDir is the chosen folder, or a new one that is removed at the end.
func demoDir(data string) (dir string, cleanUp func(), err error) {
	if data != "" {
		if err := os.MkdirAll(data, 0o700); err != nil {
			return "", nil, fmt.Errorf("data folder: %w; choose another with --data", err)
		}
		return data, func() {}, nil
	}
	dir, err = os.MkdirTemp("", "graces-demo-")
	if err != nil {
		return "", nil, fmt.Errorf("demo: no folder for its files: %w; choose one with --data", err)
	}
	return dir, func() { _ = os.RemoveAll(dir) }, nil // what stays is in the system's temporary folder
}

// demoFiles writes the posts, moved to the day that ends now, and the
// configuration of the demo. Their names are its own: the folder may be one in
// which somebody keeps a graces.yaml.
func demoFiles(dir, addr, level string) (file string, err error) {
	moved, err := untilNow(demoPosts, time.Now())
	if err != nil {
		return "", fmt.Errorf("demo: %w", err)
	}
	day := filepath.Join(dir, "demo.jsonl")
	if err := os.WriteFile(day, moved, 0o600); err != nil {
		return "", fmt.Errorf("demo: %w", err)
	}
	if err := demoKnown(filepath.Join(dir, "answers"), time.Now()); err != nil {
		return "", fmt.Errorf("demo: %w", err)
	}
	quoted := func(s string) string { b, _ := json.Marshal(s); return string(b) } // JSON text is YAML text
	file = filepath.Join(dir, "demo.yaml")
	yaml := fmt.Sprintf(demoConfig, quoted(addr), quoted(day), quoted(level))
	return file, os.WriteFile(file, []byte(yaml), 0o600)
}

// demoKnown writes the known answers, unless somebody has changed some in the
// folder already. One of them goes out of date soon, as one does before Christmas.
func demoKnown(folder string, now time.Time) error {
	file := filepath.Join(folder, "answers.yaml")
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	text := strings.Replace(demoAnswers, "until: 2026-12-18", "until: "+now.AddDate(0, 0, 9).Format(time.DateOnly), 1)
	return os.WriteFile(file, []byte(text), 0o600)
}

// demoConfig is the configuration of the demo: address, posts, log level.
const demoConfig = `brand:
  name: Larkspur
  handles: [larkspur, larkspurhelp]
classifier:
  languages: [en, es, de]
responder:
  routes:
    - {kind: chat, text: "chat with us on larkspur.example/help", hours: "Mon-Sun 07:00-23:00", zone: Europe/London}
    - {kind: phone, text: "call us on 0808 157 0192", hours: "Mon-Fri 08:00-20:00", zone: Europe/London}
desk:
  addr: %s
connectors:
  - name: day
    type: replay
    settings: {path: %s, speed: 250x}
log:
  level: %s
`

// demoShrink makes a day pass in 80 minutes, so that some first responses are
// due soon, and a few late, as on a real morning.
const demoShrink = 12

// untilNow moves posts in time, so that the last one was written now, and
// draws them together. Their order stays.
func untilNow(jsonl []byte, now time.Time) ([]byte, error) {
	var last time.Time
	for m, err := range posts.NewReader(bytes.NewReader(jsonl), posts.JSONL).All() {
		if err != nil {
			return nil, err
		}
		if m.CreatedAt.After(last) {
			last = m.CreatedAt
		}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for m, err := range posts.NewReader(bytes.NewReader(jsonl), posts.JSONL).All() {
		if err != nil {
			return nil, err
		}
		m.CreatedAt = now.Add(-last.Sub(m.CreatedAt) / demoShrink).UTC().Truncate(time.Second)
		if err := enc.Encode(m); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

// demoAccount makes the account that the link signs in.
func demoAccount(ctx context.Context, st *store.Store) error {
	hash, err := desk.HashPassword(rawToken())
	if err != nil {
		return err
	}
	return st.SaveUser(ctx, store.User{Name: demoUser, Role: "admin", Hash: hash, Initials: "DM", CreatedAt: time.Now()})
}

func rawToken() string {
	token, _ := desk.SignInToken()
	return token
}

// signInLink makes a link that signs a user in, once.
func signInLink(ctx context.Context, st *store.Store, user, base string) (string, error) {
	token, hash := desk.SignInToken()
	if err := st.SaveSignIn(ctx, hash, user, time.Now().Add(signInFor)); err != nil {
		return "", err
	}
	return base + "/sign-in?token=" + url.QueryEscape(token), nil
}

// openBrowser opens a link where there is a browser; elsewhere the printed link
// has to do.
func openBrowser(link string) {
	var cmd *exec.Cmd
	switch {
	case runtime.GOOS == "darwin":
		cmd = exec.Command("open", link)
	case runtime.GOOS == "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", link)
	case os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "":
		cmd = exec.Command("xdg-open", link)
	default:
		return
	}
	cmd.Stdout, cmd.Stderr = io.Discard, io.Discard
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }()
	}
}
