package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"sync"
	"time"

	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/pipeline"
)

// recipe is all that a connector of this process is made of: where it changes,
// another one takes its place.
type recipe struct {
	of      config.Connector
	brand   config.Brand
	timeout time.Duration
	data    string
}

func recipeOf(cfg *config.Config, c config.Connector) recipe {
	return recipe{of: c, brand: cfg.Brand, timeout: cfg.Sender.Timeout, data: cfg.Data}
}

// fleet keeps the connectors of a running process as its configuration has
// them.
type fleet struct {
	mu      sync.Mutex
	recipes map[string]recipe // by the name of those that there are
}

// wanted are the connectors that are to be there, with the one that answers the
// posts of `graces replay`: into the outbox file, never to a platform.
func wanted(cfg *config.Config) []config.Connector {
	all := slices.DeleteFunc(slices.Clone(cfg.Connectors), func(c config.Connector) bool { return c.Disabled })
	if slices.ContainsFunc(all, func(c config.Connector) bool { return c.Name == replayName }) {
		return all
	}
	return append(all, outboxOf())
}

// launch makes the first connectors. Nothing is connected yet.
func (d *daemon) launch(cfg *config.Config) (cs []connectors.Connector, hosts map[string]*pipeline.Host, recipes map[string]recipe, err error) {
	hosts, recipes = map[string]*pipeline.Host{}, map[string]recipe{}
	for _, c := range wanted(cfg) {
		made, host, err := d.build(cfg, c)
		if err != nil {
			return nil, nil, nil, errors.Join(err, closeConnectors(cs))
		}
		cs = append(cs, made)
		hosts[c.Name], recipes[c.Name] = host, recipeOf(cfg, c)
	}
	return cs, hosts, recipes, nil
}

// build makes one connector, with a host where it is a platform's.
func (d *daemon) build(cfg *config.Config, c config.Connector) (connectors.Connector, *pipeline.Host, error) {
	if isOutbox(c) {
		made, err := openConnector(cfg, c, silent, nil)
		if err != nil {
			return nil, nil, err
		}
		return answersOnly{made, made.(connectors.Replier), made.(connectors.Messenger), made.(connectors.Finder)}, nil, nil
	}
	host := newHosts(&config.Config{Connectors: []config.Connector{c}}, d.store)[c.Name]
	made, err := openConnector(cfg, c, d.said, host)
	return made, host, err
}

// refit starts, replaces and ends connectors until they are as the
// configuration has them; the others go on undisturbed. One that cannot be made
// leaves the earlier one of its name in its place.
func (d *daemon) refit(cfg *config.Config) error {
	d.fleet.mu.Lock()
	defer d.fleet.mu.Unlock()
	if d.fleet.recipes == nil {
		return nil // it is being assembled, and sees this itself
	}
	gone := map[string]bool{}
	for name := range d.fleet.recipes {
		gone[name] = true
	}
	var errs []error
	for _, c := range wanted(cfg) {
		delete(gone, c.Name)
		errs = append(errs, d.fit(cfg, c))
	}
	for name := range gone {
		delete(d.fleet.recipes, name)
		d.pipeline.Replace(name, nil, nil)
		d.status.forget(name)
		d.log.Info("connector ended", "connector", name)
	}
	return errors.Join(errs...)
}

func (d *daemon) fit(cfg *config.Config, c config.Connector) error {
	now := recipeOf(cfg, c)
	if was, there := d.fleet.recipes[c.Name]; there && reflect.DeepEqual(was, now) {
		return nil
	}
	made, host, err := d.build(cfg, c)
	if err == nil {
		if err = d.useDesk(made); err != nil {
			err = errors.Join(err, made.Close())
		}
	}
	if err != nil {
		return fmt.Errorf("%w; what ran before goes on", err)
	}
	d.fleet.recipes[c.Name] = now
	d.pipeline.Replace(c.Name, made, host)
	d.log.Info("connector in force", "connector", c.Name, "type", c.Type)
	return nil
}

// workshop is the desk's way to the connectors' settings.
type workshop struct{ *daemon }

// Check implements desk.Connectors.
func (w workshop) Check(c config.Connector) []config.Problem { return w.watch.CheckConnector(c) }

// Save implements desk.Connectors.
func (w workshop) Save(c config.Connector) error { return w.watch.SaveConnector(c) }

// Remove implements desk.Connectors.
func (w workshop) Remove(name string) error {
	before := kept(w.watch.Current())
	if err := w.watch.RemoveConnector(name); err != nil {
		return err
	}
	after := kept(w.watch.Current())
	for file := range before {
		if after[file] {
			continue
		}
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("connector %s: it is removed, and a file with its tokens is not: %w; delete it by hand", name, err)
		}
	}
	return nil
}

// kept are the files with credentials that connectors keep by themselves. A
// connector that cannot be made keeps none that we know of.
func kept(cfg *config.Config) map[string]bool {
	files := map[string]bool{}
	for _, c := range cfg.Connectors {
		made, err := openConnector(cfg, c, silent, nil)
		if err != nil {
			continue
		}
		if k, ok := made.(connectors.Keeper); ok {
			for _, file := range k.Keeps() {
				files[file] = true
			}
		}
		_ = made.Close() // it did nothing
	}
	return files
}

// YAML implements desk.Connectors.
func (w workshop) YAML(c config.Connector) string { return config.ConnectorYAML(c, isSecret) }

// Try implements desk.Connectors: the connector is made for this and not kept.
func (w workshop) Try(ctx context.Context, c config.Connector) []connectors.Finding {
	cfg := w.watch.Current()
	host := newHosts(&config.Config{Connectors: []config.Connector{{Name: c.Name, Requests: c.Requests, Money: c.Money}}}, w.store)[c.Name]
	made, err := openConnector(cfg, c, silent, host)
	if err != nil {
		return []connectors.Finding{connectors.Failed("settings", err, "")}
	}
	defer func() {
		if err := made.Close(); err != nil {
			w.log.Warn("connector: it was tried, and could not be closed", "connector", c.Name, "err", err)
		}
	}()
	return examineOne(ctx, made)
}
