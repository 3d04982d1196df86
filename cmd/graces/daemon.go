package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"reflect"
	"slices"
	"sync"
	"syscall"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/connectors/all"
	"goodgraces/desk"
	"goodgraces/pipeline"
	"goodgraces/queue"
	"goodgraces/responder/link"
	"goodgraces/store"
)

// daemon is everything that `graces serve` and `graces demo` run.
type daemon struct {
	roles    []pipeline.Role
	log      *slog.Logger
	watch    *config.Watcher
	store    *store.Store
	queue    queue.Queue
	fleet    fleet
	metrics  *pipeline.Metrics
	pipeline *pipeline.Pipeline
	desk     *desk.Desk // nil without the desk role
	status   statusBoard

	judge *judge
	tones *tones
	links link.Signer
}

// newDaemon opens everything and starts nothing but the watch on the
// configuration. Call run, or close.
func newDaemon(ctx context.Context, o config.Options, roles []pipeline.Role, errs io.Writer) (*daemon, error) {
	d := &daemon{roles: roles, metrics: pipeline.NewMetrics(), log: slog.New(slog.DiscardHandler)}
	if err := d.open(ctx, o, errs); err != nil {
		return nil, errors.Join(err, d.close())
	}
	return d, nil
}

func (d *daemon) open(ctx context.Context, o config.Options, errs io.Writer) (err error) {
	// The log's level and format are those of the start.
	cfg, err := config.Load(o)
	if err != nil {
		return err
	}
	d.log = newLog(cfg, errs)
	d.judge, d.tones = &judge{log: d.log}, newTones(d.log)
	d.tones.spend = func(ctx context.Context, perDay int) (bool, error) { return bookCall(d.store)(ctx, perDay) }
	if err := d.adopt(cfg); err != nil {
		return err
	}
	// So that it is watched from the start. Where it cannot be made, saving says so.
	_ = os.MkdirAll(cfg.ConnectorsFolder(), 0o700)
	if d.watch, err = config.Watch(o, d.reloaded); err != nil {
		return err
	}
	if d.store, err = openStore(ctx, cfg); err != nil {
		return err
	}
	key, err := d.store.Key(ctx, "links")
	if err != nil {
		return err
	}
	d.links = link.NewSigner(key)
	d.judge.refresh(ctx, d.store)
	d.tones.refresh(ctx, d.store)
	if d.queue, err = openQueue(ctx, cfg, d.log); err != nil {
		return err
	}
	return d.assemble()
}

// assemble makes the connectors, the pipeline and the desk.
func (d *daemon) assemble() error {
	d.fleet.mu.Lock()
	defer d.fleet.mu.Unlock()
	conns, hosts, recipes, err := d.launch(d.watch.Current())
	if err != nil {
		return err
	}
	d.pipeline = pipeline.New(pipeline.Deps{
		Store: d.store, Queue: d.queue, Connectors: conns, Hosts: hosts,
		Config: d.watch.Current, Classifier: d.judge.Load, Unlearned: d.judge.unlearned, Responder: d.tones.Load, Links: d.links,
		Status: d.said, Log: d.log, Metrics: d.metrics, Now: time.Now, Holder: holder(),
	}, d.roles...)
	if slices.Contains(d.roles, pipeline.RoleDesk) {
		if d.desk, err = desk.New(d.deskOptions()); err != nil {
			return err
		}
	}
	for _, c := range conns {
		if err := d.useDesk(c); err != nil {
			return err
		}
	}
	d.fleet.recipes = recipes
	return nil
}

// useDesk lets people do the desk's work in a connector that offers it,
// whichever process serves the pages.
func (d *daemon) useDesk(c connectors.Connector) error {
	user, ok := c.(connectors.DeskUser)
	if !ok {
		return nil
	}
	at := d.desk
	if at == nil {
		var err error
		if at, err = desk.New(d.deskOptions()); err != nil {
			return err
		}
	}
	user.UseDesk(at.Elsewhere())
	return nil
}

// answersOnly is a connector that reads nothing.
type answersOnly struct {
	connectors.Connector
	connectors.Replier
	connectors.Messenger
	connectors.Finder
}

// outboxOf is the connector of `graces replay`.
func outboxOf() config.Connector {
	return config.Connector{Name: replayName, Type: "replay", Settings: map[string]any{"path": os.DevNull}}
}

func isOutbox(c config.Connector) bool { return reflect.DeepEqual(c, outboxOf()) }

func (d *daemon) deskOptions() desk.Options {
	return desk.Options{
		Store: d.store, Responder: d.tones.Load, Links: d.links, Config: d.watch.Current,
		Reach: d.reach, Verify: d.verify, Check: d.check, ConnectorType: all.Lookup, ConnectorTypes: all.Types, Connectors: workshop{d}, DeadLetters: d.queue, Status: d.status.list, ConfigError: d.watch.Err,
		TemplateError: d.tones.Err, TemplatesChanged: func(ctx context.Context) { d.tones.refresh(ctx, d.store) },
		FolderError: d.tones.FolderErr, AnswersChanged: d.tones.now,
		Hooks: http.HandlerFunc(d.hook), Metrics: d.metricsHandler(), Ready: d.ready, Version: version(),
		Topics: func() []string { return d.judge.Load().Topics() },
		Model:  func() string { return d.judge.Load().Version() }, Log: d.log, Now: time.Now,
	}
}

// askWithin bounds how long a page waits for what a platform says of a post.
const askWithin = 2 * time.Second

// reach says how a post can be answered. Where its platform does not say in
// time, what the connector can do in general counts; the platform has the last
// word when the answer leaves.
func (d *daemon) reach(m care.Mention) desk.Reach {
	ctx, cancel := context.WithTimeout(context.Background(), askWithin)
	defer cancel()
	c, release := d.pipeline.Use(m.Connector)
	defer release()
	e, err := connectors.EligibilityOf(ctx, c, m)
	if err != nil {
		reply, message := connectors.Reach(c)
		return desk.Reach{CanReply: reply, CanMessage: message}
	}
	return desk.Reach{CanReply: e.Reply.OK, CanMessage: e.Message.OK, Why: e.Reply.Reason, WhyMessage: e.Message.Reason,
		Cost: e.Reply.Cost, LinkCost: e.Reply.LinkCost, Message: e.Message.Cost}
}

// verify reads an answer that a person published by hand.
func (d *daemon) verify(ctx context.Context, m care.Mention, address string) (care.Receipt, error) {
	c, release := d.pipeline.Use(m.Connector)
	defer release()
	v, ok := c.(connectors.Verifier)
	if !ok {
		return care.Receipt{}, connectors.ErrCannotFind
	}
	return v.Verify(ctx, m, address)
}

// check says what works of a connector that runs here.
func (d *daemon) check(ctx context.Context, name string) []connectors.Finding {
	c, release := d.pipeline.Use(name)
	defer release()
	if c == nil {
		return []connectors.Finding{connectors.Failed("settings", errors.New("it does not run here"), "the log of graces serve says why")}
	}
	return examineOne(ctx, c)
}

// hook takes a platform's call for the connector that the address names.
func (d *daemon) hook(w http.ResponseWriter, r *http.Request) {
	c, release := d.pipeline.Use(r.PathValue("name"))
	receiver, ok := c.(connectors.Receiver)
	if !ok {
		release()
		http.NotFound(w, r)
		return
	}
	handler := receiver.Handler()
	release() // a call may outlive its connector: it is answered with 503
	handler.ServeHTTP(w, r)
}

func (d *daemon) metricsHandler() http.Handler {
	return promhttp.HandlerFor(d.metrics.Registry, promhttp.HandlerOpts{})
}

// adopt puts a configuration's model, policy and templates in force: all of it
// or, with an error, nothing.
func (d *daemon) adopt(cfg *config.Config) error {
	c, err := loadClassifier(cfg)
	if err != nil {
		return err
	}
	if err := d.tones.configure(cfg); err != nil {
		return err
	}
	d.judge.configure(c)
	return nil
}

// reloaded takes a changed configuration, and makes the connectors follow it.
// Store, queue, address and log stay as they are until the next start.
func (d *daemon) reloaded(cfg *config.Config, err error) {
	if err == nil {
		err = d.adopt(cfg)
	}
	if err != nil {
		d.log.Error("the changed configuration was refused; the earlier one stays in force", "err", err)
		return
	}
	if err := d.refit(cfg); err != nil {
		d.log.Error("not every connector is as the configuration has it", "err", err)
	}
	d.log.Info("the changed configuration is in force; changes to store, queue, desk.addr and log wait for the next start", "file", cfg.File)
}

// run serves until ctx ends, then stops within pipeline.StopWithin. onReady is
// told the address once everything runs.
func (d *daemon) run(ctx context.Context, onReady func(url string)) (err error) {
	defer func() { err = errors.Join(err, d.close()) }()
	cfg := d.watch.Current()
	ln, err := listen(ctx, cfg.Desk.Addr)
	if err != nil {
		return err
	}
	handler := d.plain()
	if d.desk != nil {
		handler = d.desk.Handler()
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute,
		ErrorLog: slog.NewLogLogger(d.log.Handler(), slog.LevelDebug)}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(ln) }()
	defer d.following(ctx)()
	d.pipeline.Start()
	d.hintAccounts(ctx)
	onReady(urlOf(cfg, ln))
	select {
	case <-ctx.Done():
		d.log.Info("stopping; what is in hand is finished first")
	case err = <-failed:
	}
	return errors.Join(err, d.stop(server))
}

// followEvery is how often a process asks which learned model is in force.
const followEvery = 2 * time.Second

// following keeps the model and the templates in force until the function that
// it returns is called.
func (d *daemon) following(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() { d.judge.follow(ctx, d.store, followEvery) })
	done.Go(func() { d.tones.follow(ctx, d.store, tonesEvery) })
	return func() { cancel(); done.Wait() }
}

// hintAccounts says how to sign in where nobody can yet.
func (d *daemon) hintAccounts(ctx context.Context) {
	if d.desk == nil {
		return
	}
	if users, err := d.store.Users(ctx); err == nil && len(users) == 0 {
		d.log.Warn("nobody can sign in to the desk yet: add an account with 'graces user add NAME --role admin'")
	}
}

// stop ends the web server and the pipeline, side by side.
func (d *daemon) stop(server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), pipeline.StopWithin)
	defer cancel()
	if d.desk != nil {
		d.desk.Close()
	}
	var wg sync.WaitGroup
	var webErr error
	wg.Go(func() { webErr = server.Shutdown(ctx) })
	err := d.pipeline.Stop()
	wg.Wait()
	if errors.Is(webErr, context.DeadlineExceeded) {
		webErr = server.Close()
	}
	return errors.Join(webErr, err)
}

// close frees whatever was opened.
func (d *daemon) close() error {
	var errs []error
	if d.watch != nil { // first: it changes the connectors
		errs = append(errs, d.watch.Close())
	}
	if d.pipeline != nil {
		errs = append(errs, d.pipeline.Close())
	}
	if d.queue != nil {
		errs = append(errs, d.queue.Close())
	}
	if d.store != nil {
		errs = append(errs, d.store.Close())
	}
	return errors.Join(errs...)
}

// listen opens the desk's address.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	ln, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("desk: %s is in use by another program (another graces?); stop that, or choose another address with desk.addr or GRACES_DESK_ADDR", addr)
	}
	if err != nil {
		return nil, fmt.Errorf("desk: cannot listen on %s: %w; set desk.addr to an address of this machine", addr, err)
	}
	return ln, nil
}

// publicURL is how people reach the desk.
func publicURL(cfg *config.Config) string {
	return orElse(cfg.Desk.PublicURL, "http://"+cfg.Desk.Addr)
}

// urlOf is publicURL with the port that was really given (addr may say 0).
func urlOf(cfg *config.Config, ln net.Listener) string {
	return orElse(cfg.Desk.PublicURL, "http://"+ln.Addr().String())
}
