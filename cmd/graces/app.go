package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

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
func openQueue(ctx context.Context, cfg *config.Config) (queue.Queue, error) {
	if cfg.Queue.URL != "" {
		return redisqueue.Open(ctx, cfg.Queue.URL, "graces")
	}
	if err := dataDir(cfg); err != nil {
		return nil, err
	}
	return sqlqueue.Open(ctx, filepath.Join(cfg.Data, dbFile))
}

// openConnectors makes the configured connectors. Nothing is connected yet.
func openConnectors(cfg *config.Config, status func(connector, state, reason string)) ([]connectors.Connector, error) {
	var cs []connectors.Connector
	for _, c := range cfg.Connectors {
		if c.Disabled {
			continue
		}
		made, err := openConnector(cfg, c, status)
		if err != nil {
			return nil, errors.Join(err, closeConnectors(cs))
		}
		cs = append(cs, made)
	}
	return cs, nil
}

func openConnector(cfg *config.Config, c config.Connector, status func(connector, state, reason string)) (connectors.Connector, error) {
	t, ok := all.Lookup(c.Type)
	if !ok {
		return nil, fmt.Errorf("connector %s: no such type %q", c.Name, c.Type)
	}
	settings, err := t.Spec.Decode(c.Settings)
	if err != nil {
		return nil, fmt.Errorf("connector %s: %w", c.Name, err)
	}
	made, err := t.New(c.Name, settings, connectors.Env{
		DataDir: cfg.Data, Client: pipeline.Client(cfg.Sender.Timeout), Now: time.Now,
		Handles: cfg.Brand.Handles, Keywords: cfg.Brand.Keywords,
		Status: func(state, reason string) { status(c.Name, state, reason) },
	})
	if err != nil {
		return nil, fmt.Errorf("connector %s: %w", c.Name, err)
	}
	return made, nil
}

func closeConnectors(cs []connectors.Connector) error {
	var errs []error
	for _, c := range cs {
		errs = append(errs, c.Close())
	}
	return errors.Join(errs...)
}

// checkConnector tells config what is wrong with a connector's settings.
func checkConnector(c config.Connector) []config.Problem {
	t, ok := all.Lookup(c.Type)
	if !ok {
		return []config.Problem{{Message: fmt.Sprintf("no such connector type %q; there are %s", c.Type, strings.Join(typeNames(), ", "))}}
	}
	_, err := t.Spec.Decode(c.Settings)
	var problems []config.Problem
	for _, e := range unjoin(err) {
		var bad *connectors.SettingError
		if errors.As(e, &bad) {
			problems = append(problems, config.Problem{Key: bad.Key, Message: bad.Problem})
		}
	}
	return problems
}

// unjoin takes errors.Join apart.
func unjoin(err error) []error {
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		return many.Unwrap()
	}
	return []error{err}
}

// isSecret says whether a connector's setting must be masked.
func isSecret(connectorType, key string) bool {
	t, ok := all.Lookup(connectorType)
	if !ok {
		return true
	}
	for _, s := range t.Spec.Settings {
		if s.Key == key {
			return s.Secret
		}
	}
	return true
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
