package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // opening hours have time zones, whatever the machine knows

	"github.com/redis/go-redis/v9"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/connectors/all"
	"goodgraces/pipeline"
	"goodgraces/queue"
	"goodgraces/queue/redisqueue"
	"goodgraces/queue/sqlqueue"
	"goodgraces/store"
)

// dbFile is the embedded database: queue and store.
const dbFile = "graces.db"

// newLog makes the log that the configuration asks for.
func newLog(cfg *config.Config, w io.Writer) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(cfg.Log.Level)) // validated by config
	o := &slog.HandlerOptions{Level: level}
	if cfg.Log.Format == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

// dataDir makes sure that the data folder is there and ours to write.
func dataDir(cfg *config.Config) error {
	if err := os.MkdirAll(cfg.Data, 0o700); err != nil {
		return fmt.Errorf("data folder: %w; choose another with --data", err)
	}
	return nil
}

// openStore opens the configured store and brings its schema up to date.
func openStore(ctx context.Context, cfg *config.Config) (*store.Store, error) {
	st, err := openStoreAsIs(ctx, cfg)
	if err != nil {
		return nil, err
	}
	if err := st.Migrate(ctx); err != nil {
		return nil, errors.Join(err, st.Close())
	}
	return st, nil
}

// openStoreAsIs opens the configured store without migrating it.
func openStoreAsIs(ctx context.Context, cfg *config.Config) (*store.Store, error) {
	if cfg.Store.URL != "" {
		return store.Open(ctx, cfg.Store.URL)
	}
	if err := dataDir(cfg); err != nil {
		return nil, err
	}
	return store.Open(ctx, filepath.Join(cfg.Data, dbFile))
}

// openQueue opens the configured queue.
func openQueue(ctx context.Context, cfg *config.Config, log *slog.Logger) (queue.Queue, error) {
	if cfg.Queue.URL != "" {
		redis.SetLogger(redisLog{log})
		return redisqueue.Open(ctx, cfg.Queue.URL, "graces")
	}
	if err := dataDir(cfg); err != nil {
		return nil, err
	}
	return sqlqueue.Open(ctx, filepath.Join(cfg.Data, dbFile))
}

// redisLog takes what the Redis client would print: it reconnects by itself, so
// this is for debugging only.
type redisLog struct{ *slog.Logger }

// Printf implements the client's logger.
func (l redisLog) Printf(ctx context.Context, format string, args ...any) {
	l.DebugContext(ctx, "redis client: "+fmt.Sprintf(format, args...))
}

// openConnector makes a connector, with its host where there is one. Nothing is
// connected yet.
func openConnector(cfg *config.Config, c config.Connector, status func(connector, state, reason string), host *pipeline.Host) (connectors.Connector, error) {
	t, ok := all.Lookup(c.Type)
	if !ok {
		return nil, fmt.Errorf("connector %s: no such type %q", c.Name, c.Type)
	}
	settings, err := t.Spec.Decode(c.Settings)
	if err != nil {
		return nil, fmt.Errorf("connector %s: %w", c.Name, err)
	}
	env := connectors.Env{
		DataDir: cfg.Data, Client: pipeline.Client(cfg.Sender.Timeout), Now: time.Now,
		Handles: cfg.Brand.Handles, Keywords: cfg.Brand.Keywords,
		Status: func(state, reason string) { status(c.Name, state, reason) },
	}
	if host != nil {
		env.Host, env.Client = host, host.Client(cfg.Sender.Timeout)
		env.Status = func(state, reason string) { host.Status(state, reason); status(c.Name, state, reason) }
	}
	made, err := t.New(c.Name, settings, env)
	if err != nil {
		return nil, fmt.Errorf("connector %s: %w", c.Name, err)
	}
	return made, nil
}

// newHosts makes a host for each connector that is configured to run.
func newHosts(cfg *config.Config, st *store.Store) map[string]*pipeline.Host {
	hosts := map[string]*pipeline.Host{}
	for _, c := range cfg.Connectors {
		if !c.Disabled {
			hosts[c.Name] = pipeline.NewHost(st, c.Name, store.Usage{Requests: c.Requests, Money: care.Dollars(c.Money)}, time.Now)
		}
	}
	return hosts
}

func closeConnectors(cs []connectors.Connector) error {
	var errs []error
	for _, c := range cs {
		errs = append(errs, c.Close())
	}
	return errors.Join(errs...)
}

// checkConnector tells config what is wrong with a connector's settings: each by
// itself, and where all are sound and it is to run, together.
func checkConnector(c config.Connector, brand config.Brand) []config.Problem {
	t, ok := all.Lookup(c.Type)
	if !ok {
		return []config.Problem{{Message: fmt.Sprintf("no such connector type %q; there are %s", c.Type, strings.Join(typeNames(), ", "))}}
	}
	settings, err := t.Spec.Decode(c.Settings)
	if err == nil && !c.Disabled {
		_, err = t.New(c.Name, settings, connectors.Env{ // it touches nothing
			Client: http.DefaultClient, Now: time.Now, Handles: brand.Handles, Keywords: brand.Keywords, Status: func(string, string) {},
		})
	}
	var problems []config.Problem
	for _, e := range unjoin(err) {
		if bad, ok := errors.AsType[*connectors.SettingError](e); ok {
			problems = append(problems, config.Problem{Key: bad.Key, Message: bad.Problem})
		} else {
			problems = append(problems, config.Problem{Message: e.Error()})
		}
	}
	return problems
}

// unjoin takes errors.Join apart.
func unjoin(err error) []error {
	if err == nil {
		return nil
	}
	many, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var out []error
	for _, one := range many.Unwrap() {
		out = append(out, unjoin(one)...)
	}
	return out
}

// isSecret says whether a connector's setting must be masked.
func isSecret(connectorType, key string) bool {
	s, ok := settingOf(connectorType, key)
	return !ok || s.Secret
}

func settingHelp(connectorType, key string) string {
	s, _ := settingOf(connectorType, key)
	return s.Help
}

func settingOf(connectorType, key string) (connectors.Setting, bool) {
	t, _ := all.Lookup(connectorType)
	i := slices.IndexFunc(t.Spec.Settings, func(s connectors.Setting) bool { return s.Key == key })
	if i < 0 {
		return connectors.Setting{}, false
	}
	return t.Spec.Settings[i], true
}

func typeNames() []string {
	var names []string
	for _, t := range all.Types() {
		names = append(names, t.Spec.Type)
	}
	return names
}

// holder names this process in leases and claims.
func holder() string {
	host, err := os.Hostname()
	if err != nil {
		host = "localhost"
	}
	return fmt.Sprintf("%s/%d/%d", host, os.Getpid(), time.Now().UnixNano())
}
