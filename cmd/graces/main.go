// Graces watches the places where customers complain, drafts answers, and
// publishes each exactly once after a person approved it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"goodgraces/config"
)

// Exit statuses, part of the command-line contract.
const (
	exitOK    = 0
	exitUse   = 1 // the input, the configuration or the world is not as it must be
	exitFlags = 2 // the command line is wrong
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run carries out one command line and returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.ExecuteContext(ctx)
	var usage *usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errSaid):
		return exitUse
	case errors.As(err, &usage):
		fmt.Fprintf(errs, "graces: %v\nTry 'graces --help'.\n", err)
		return exitFlags
	}
	fmt.Fprintf(errs, "graces: %v\n", err)
	return exitUse
}

// errSaid ends a command with status 1 when it has already said why.
var errSaid = errors.New("already reported")

// usageError is a wrong command line: status 2.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// logLevels are what --log-level may be.
var logLevels = []string{"debug", "info", "warn", "error"}

// global are the flags that every command takes.
type global struct {
	config, data, logLevel string
	flags                  *cobra.Command // the root, to see which were given
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "graces",
		Short:         "Watch for complaints, draft kind answers, publish each once",
		Long:          "Good Graces watches social platforms for complaints, drafts empathetic public\nanswers, has a person approve them in a web desk, posts each exactly once and\nhands the conversation to a private channel.\n\nStart with 'graces demo'.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	g := &global{flags: root}
	root.PersistentFlags().StringVar(&g.config, "config", "", "configuration `FILE` (default: graces.yaml in this folder, if there is one)")
	root.PersistentFlags().StringVar(&g.data, "data", "", "folder `DIR` of the embedded database")
	root.PersistentFlags().StringVar(&g.logLevel, "log-level", "", "debug, info, warn or error")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err} })
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return g.valid(cmd) }
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(newHelp())
	root.AddCommand(
		newDemo(g), newServe(g), newClassify(g), newDraft(g), newCheck(g), newTrain(g), newEval(g),
		newReplay(g), newConnectors(g), newTemplates(g), newAnswers(g), newRoutes(g), newUser(g), newExport(g), newForget(g), newDoctor(g), newMigrate(g),
		newConfig(g), newVersion(),
	)
	return root
}

// noArgs refuses arguments and unknown commands with status 2.
func noArgs(cmd *cobra.Command, args []string) error { return exactly(0)(cmd, args) }

// exactly asks for n arguments.
func exactly(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.ExactArgs(n)(cmd, args); err != nil {
			if n == 0 && cmd.HasSubCommands() && len(args) > 0 {
				err = fmt.Errorf("unknown command %q for %q", args[0], cmd.CommandPath())
			}
			return &usageError{err}
		}
		return nil
	}
}

// newHelp is the help command; cobra's own takes any word.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Explain a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return &usageError{fmt.Errorf("unknown command %q for %q", strings.Join(args, " "), cmd.Root().Name())}
			}
			return about.Help()
		},
	}
}

// initPath is the one command whose --config FILE is yet to be written.
const initPath = "graces config init"

// valid checks the flags that every command takes, also where the command has
// no use for them.
func (g *global) valid(cmd *cobra.Command) error {
	if g.flags.PersistentFlags().Changed("log-level") && !slices.Contains(logLevels, g.logLevel) {
		return &usageError{fmt.Errorf("--log-level %q: must be one of %s", g.logLevel, strings.Join(logLevels, ", "))}
	}
	if g.config == "" || cmd.CommandPath() == initPath {
		return nil
	}
	_, err := g.load()
	return err
}

// load reads the configuration with the flags that were given.
func (g *global) load() (*config.Config, error) { return config.Load(g.options()) }

func (g *global) options() config.Options {
	flags := map[string]any{}
	for name, key := range map[string]string{"data": "data", "log-level": "log.level"} {
		if f := g.flags.PersistentFlags().Lookup(name); f.Changed {
			flags[key] = f.Value.String()
		}
	}
	return config.Options{
		File: g.config, Flags: flags, Env: os.Environ(),
		CheckConnector: checkConnector, CheckClassifier: checkClassifier, CheckResponder: checkResponder, IsSecret: isSecret, SettingHelp: settingHelp,
	}
}
