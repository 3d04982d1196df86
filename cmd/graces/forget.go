package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/care"
	"goodgraces/queue"
	"goodgraces/store"
)

func newForget(g *global) *cobra.Command {
	var dry, yes bool
	cmd := &cobra.Command{
		Use:   "forget PLATFORM HANDLE_OR_ID",
		Short: "Erase everything that is kept of a person's account",
		Long: "Erase everything that is kept of a person's account: profile, notes, links, posts,\n" +
			"and what drafts, messages and decisions about them say. It cannot be taken back.\n\n" + forgetStays,
		Args: exactly(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := g.load()
			if err != nil {
				return err
			}
			st, err := openStore(cmd.Context(), cfg)
			if err != nil {
				return err
			}
			defer st.Close()
			q, err := openQueue(cmd.Context(), cfg, slog.New(slog.DiscardHandler))
			if err != nil {
				return err
			}
			defer q.Close()
			f := &forgetter{store: st, queue: q, in: cmd.InOrStdin(), out: cmd.OutOrStdout(), platform: args[0], name: args[1]}
			return f.run(cmd.Context(), dry, yes)
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say what would be erased, and erase nothing")
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return cmd
}

// forgetStays is what forgetting leaves, and why.
const forgetStays = `What stays, and why:
- a hash of each post's key, so that a post delivered again is not stored again
- that cases were opened, answered and closed, and when, without a word of them: the
  audit trail and the reports; the audit trail names the person by a hash
- the addresses of our public answers, by which they can be taken down
- other people's posts, also where they name the person: these are their words
- counts of how often a signal was right, which hold nothing of anybody
- what graces does not reach: the platforms themselves, logs, backups, exported
  files and the outbox of 'graces replay'`

// forgetter erases one person's account.
type forgetter struct {
	store          *store.Store
	queue          queue.Queue
	in             io.Reader
	out            io.Writer
	platform, name string

	key     string // author key
	letters []string
}

func (f *forgetter) run(ctx context.Context, dry, yes bool) error {
	if err := f.find(ctx); err != nil {
		return err
	}
	held, err := f.store.Holdings(ctx, f.key)
	if err != nil {
		return err
	}
	f.list("would be erased", held)
	if dry {
		_, err := fmt.Fprintln(f.out, "nothing was erased: --dry-run")
		return err
	}
	if !yes {
		if err := f.ask(); err != nil {
			return err
		}
	}
	return f.erase(ctx)
}

// find names the account, and the dead letters that carry its posts.
func (f *forgetter) find(ctx context.Context) error {
	keys, err := f.store.FindAuthors(ctx, f.platform, f.name)
	if err != nil {
		return err
	}
	if len(keys) > 1 {
		return fmt.Errorf("forget: more than one account went by %q; give the ID of one: %s", f.name, strings.Join(keys, ", "))
	}
	f.key = care.Key(f.platform, strings.TrimPrefix(f.name, "@"))
	if len(keys) == 1 {
		f.key = keys[0]
	}
	if f.letters, err = f.deadLetters(ctx); err != nil {
		return err
	}
	if len(keys) == 0 && len(f.letters) == 0 {
		return fmt.Errorf("forget: nothing is kept of %q on %s; try the handle they had then, or the platform's ID of the account", f.name, f.platform)
	}
	return nil
}

// deadLetters lists the dead letters that carry a post of the account. One that
// cannot be read counts where it holds the account's ID or handle.
func (f *forgetter) deadLetters(ctx context.Context) ([]string, error) {
	var found []string
	for after := ""; ; {
		page, err := f.queue.DeadLetters(ctx, after, exportPage)
		if err != nil || len(page) == 0 {
			return found, err
		}
		for _, l := range page {
			after = l.ID
			if f.carries(l.Body) {
				found = append(found, l.ID)
			}
		}
	}
}

func (f *forgetter) carries(body []byte) bool {
	_, id, _ := strings.Cut(f.key, ":")
	handle := strings.TrimPrefix(f.name, "@")
	var m care.Mention
	if json.Unmarshal(body, &m) == nil && m.Platform != "" {
		return m.AuthorKey() == f.key || m.Platform == f.platform && strings.EqualFold(m.Author.Handle, handle)
	}
	return slices.ContainsFunc([]string{id, handle}, func(name string) bool { return name != "" && bytes.Contains(body, []byte(name)) })
}

// list says what there is of the person.
func (f *forgetter) list(what string, h store.Forgotten) {
	fmt.Fprintf(f.out, "%s %s:\n", f.key, what)
	for _, n := range []struct {
		count int
		what  string
	}{
		{h.Mentions, "posts"}, {h.Cases, "cases, of which the words go"}, {h.Notes, "notes"},
		{h.Answers, "posts of our own accounts that answered or named them"},
		{h.Pointers, "posts of others that point at them: the posts stay, the pointers go"},
		{h.UnderWay, "messages on their way: what they say goes once they are settled"},
		{len(f.letters), "dead letters"},
	} {
		fmt.Fprintf(f.out, "%6d  %s\n", n.count, n.what)
	}
	fmt.Fprintln(f.out, "        their profile, with any link to other accounts")
	for _, key := range h.Linked {
		fmt.Fprintf(f.out, "linked with %s, which stays: forget it too if it is theirs\n", key)
	}
}

// ask reads a yes from standard input.
func (f *forgetter) ask() error {
	fmt.Fprint(f.out, "This cannot be taken back. Erase it all? Type yes: ")
	line, err := bufio.NewReader(f.in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("forget: %w", err)
	}
	if strings.TrimSpace(line) != "yes" {
		return errors.New("forget: nothing was erased; type yes, or give --yes")
	}
	return nil
}

func (f *forgetter) erase(ctx context.Context) error {
	done, err := f.store.Forget(ctx, f.key, "graces/forget", time.Now())
	if err != nil {
		return err
	}
	if len(f.letters) > 0 {
		if _, err := f.queue.Discard(ctx, f.letters...); err != nil {
			return err
		}
	}
	if err := f.queue.Trim(ctx); err != nil {
		return err
	}
	f.list("was erased", done)
	lag, err := f.queue.Lag(ctx)
	if err != nil {
		return err
	}
	if n := lag.Ready + lag.Leased; n > 0 {
		fmt.Fprintf(f.out, "%d posts of anybody still wait in the queue: run this again once they are through\n", n)
	}
	_, err = fmt.Fprintln(f.out, "\n"+forgetStays)
	return err
}
