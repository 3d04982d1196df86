package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"goodgraces/desk"
	"goodgraces/store"
)

func newUser(g *global) *cobra.Command {
	cmd := &cobra.Command{Use: "user", Short: "Accounts of the desk", Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(newUserAdd(g), newUserList(g), newUserPassword(g), newUserDisable(g, true), newUserDisable(g, false), newUserLink(g))
	return cmd
}

var roles = []string{"agent", "manager", "admin"}

// What an account may be called, in lists, logs and the audit trail, and what
// it may sign with.
var (
	userName     = regexp.MustCompile(`^[\p{L}\p{M}\p{N}._@+-]+$`)
	userInitials = regexp.MustCompile(`^[\p{L}\p{N}]{0,8}$`)
)

func newUserAdd(g *global) *cobra.Command {
	var role, initials string
	cmd := &cobra.Command{
		Use:   "add NAME",
		Short: "Add an account; the password is asked for, or read from standard input",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(roles, role) {
				return &usageError{fmt.Errorf("--role %q: must be agent, manager or admin", role)}
			}
			if !userName.MatchString(args[0]) || utf8.RuneCountInString(args[0]) > 64 {
				return &usageError{fmt.Errorf("NAME %q: must be 1 to 64 letters, digits or any of . _ - @ +", args[0])}
			}
			if !userInitials.MatchString(initials) {
				return &usageError{fmt.Errorf("--initials %q: must be at most 8 letters or digits", initials)}
			}
			return g.withStore(cmd, func(st *store.Store) error {
				name := strings.ToLower(args[0])
				if _, err := st.User(cmd.Context(), name); err == nil {
					return fmt.Errorf("user %s: exists already; see 'graces user password %s'", name, name)
				} else if !errors.Is(err, store.ErrNotFound) {
					return err
				}
				hash, err := askPassword(cmd)
				if err != nil {
					return err
				}
				return st.SaveUser(cmd.Context(), store.User{Name: name, Role: role, Hash: hash, Initials: initials, CreatedAt: time.Now()})
			})
		},
	}
	cmd.Flags().StringVar(&role, "role", "agent", "agent, manager or admin")
	cmd.Flags().StringVar(&initials, "initials", "", "sign answers: ^AB")
	return cmd
}

func newUserPassword(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "password NAME",
		Short: "Set a new password",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.changeUser(cmd, args[0], func(u *store.User) (err error) {
				u.Hash, err = askPassword(cmd)
				return err
			})
		},
	}
}

func newUserDisable(g *global, disable bool) *cobra.Command {
	use, short := "disable NAME", "Keep an account from signing in"
	if !disable {
		use, short = "enable NAME", "Let a disabled account sign in again"
	}
	return &cobra.Command{Use: use, Short: short, Args: exactly(1), RunE: func(cmd *cobra.Command, args []string) error {
		return g.changeUser(cmd, args[0], func(u *store.User) error { u.Disabled = disable; return nil })
	}}
}

func newUserLink(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "link NAME",
		Short: "Print a link that signs an account in, once, within ten minutes",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.withStore(cmd, func(st *store.Store) error {
				u, err := st.User(cmd.Context(), strings.ToLower(args[0]))
				if err != nil {
					return fmt.Errorf("user %s: %w", args[0], err)
				}
				cfg, err := g.load()
				if err != nil {
					return err
				}
				link, err := signInLink(cmd.Context(), st, u.Name, publicURL(cfg))
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), link)
				return err
			})
		},
	}
}

func newUserList(g *global) *cobra.Command {
	return &cobra.Command{Use: "list", Short: "List the accounts", Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error {
		return g.withStore(cmd, func(st *store.Store) error {
			users, err := st.Users(cmd.Context())
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 8, 2, ' ', 0)
			for _, u := range users {
				state := "active"
				if u.Disabled {
					state = "disabled"
				}
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", u.Name, u.Role, state, u.Initials)
			}
			return w.Flush()
		})
	}}
}

// changeUser reads, changes and saves an account.
func (g *global) changeUser(cmd *cobra.Command, name string, change func(*store.User) error) error {
	return g.withStore(cmd, func(st *store.Store) error {
		u, err := st.User(cmd.Context(), strings.ToLower(name))
		if err != nil {
			return fmt.Errorf("user %s: %w", name, err)
		}
		if err := change(&u); err != nil {
			return err
		}
		return st.SaveUser(cmd.Context(), u)
	})
}

// withStore opens the configured store for the length of f.
func (g *global) withStore(cmd *cobra.Command, f func(*store.Store) error) error {
	cfg, err := g.load()
	if err != nil {
		return err
	}
	st, err := openStore(cmd.Context(), cfg)
	if err != nil {
		return err
	}
	return errors.Join(f(st), st.Close())
}

// askPassword asks on a terminal, twice, without echo; elsewhere it reads one
// line of standard input. It returns the hash.
func askPassword(cmd *cobra.Command) (string, error) {
	f, ok := cmd.InOrStdin().(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		line, err := bufio.NewReader(cmd.InOrStdin()).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		return hashPassword(strings.TrimRight(line, "\r\n"))
	}
	read := func(prompt string) (string, error) {
		fmt.Fprint(cmd.ErrOrStderr(), prompt)
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(cmd.ErrOrStderr())
		return string(b), err
	}
	first, err := read("Password: ")
	if err != nil {
		return "", err
	}
	second, err := read("Again: ")
	if err != nil {
		return "", err
	}
	if first != second {
		return "", errors.New("user: the two passwords differ; nothing was changed")
	}
	return hashPassword(first)
}

// minPassword follows NIST SP 800-63B-4 for passwords used alone.
const minPassword = 15

func hashPassword(pw string) (string, error) {
	if len([]rune(pw)) < minPassword {
		return "", fmt.Errorf("user: the password must have at least %d characters (a few words will do)", minPassword)
	}
	return desk.HashPassword(pw)
}
