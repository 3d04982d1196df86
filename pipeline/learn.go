package pipeline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"goodgraces/classifier"
	"goodgraces/classifier/learn"
	"goodgraces/classifier/model"
	"goodgraces/store"
)

// Learner is who learns by itself, in the history of models.
const Learner = "graces/learn"

// learnFrom is how many corrected posts are learned from, the newest. They
// take about ten seconds.
const learnFrom = 20_000

// Learn fits what the team's corrections teach on top of base, keeps the run
// in the store, and puts its model in force where it is better. Every process
// on the store follows (see Learned). onlyNew lets the model in force stay
// where nothing was corrected since the last run, so that a person's roll-back
// is not undone overnight.
func Learn(ctx context.Context, st *store.Store, base *classifier.Classifier, actor string, now time.Time, onlyNew bool) (store.Model, learn.Report, error) {
	run := store.Model{Base: base.Model().Version(), MadeAt: now, Actor: actor}
	task, err := learnTask(ctx, st, base)
	if err != nil {
		return run, learn.Report{}, err
	}
	patch, report, err := learn.Run(task)
	if err != nil {
		return run, report, err
	}
	last, err := lastRun(ctx, st, "")
	if err != nil {
		return run, report, err
	}
	if onlyNew && last != nil && last.Base == run.Base {
		if before, err := learn.ReadReport(last.Report); err == nil && before.Print == report.Print {
			patch, report.Accepted, report.Why = nil, false, "the model in force stays: nothing was corrected since the last run"
		}
	}
	if patch != nil {
		body, err := json.Marshal(patch)
		if err != nil {
			return run, report, fmt.Errorf("learn: %w", err)
		}
		run.Body = string(body)
	}
	run.Report = report.JSON()
	run, err = st.SaveModel(ctx, run)
	return run, report, err
}

// learnTask reads what there is to learn from.
func learnTask(ctx context.Context, st *store.Store, base *classifier.Classifier) (learn.Task, error) {
	task := learn.Task{Base: base}
	rows, err := st.Labelled(ctx, time.Time{}, learnFrom)
	if err != nil {
		return task, err
	}
	for _, r := range rows {
		task.Posts = append(task.Posts, learn.Post{Mention: r.Mention, Said: r.Corrections})
	}
	version, err := st.ActiveModel(ctx)
	if err != nil || version == 0 {
		return task, err
	}
	task.InForce, err = learnedPatch(ctx, st, version)
	return task, err
}

// learnedPatch reads a learned model.
func learnedPatch(ctx context.Context, st *store.Store, version int64) (*model.Patch, error) {
	m, err := st.Model(ctx, version)
	if err != nil {
		return nil, err
	}
	var p model.Patch
	if err := json.Unmarshal([]byte(m.Body), &p); err != nil {
		return nil, fmt.Errorf("learn: the stored model %d cannot be read: %w; roll back with `graces train --rollback`", version, err)
	}
	return &p, nil
}

// lastRun is the newest run of an actor, or of anybody ("").
func lastRun(ctx context.Context, st *store.Store, actor string) (*store.Model, error) {
	runs, err := st.Models(ctx, 100)
	for i := range runs {
		if actor == "" || runs[i].Actor == actor {
			return &runs[i], err
		}
	}
	return nil, err
}

// learnDaily learns once a day, in one of the processes.
func (d Deps) learnDaily(ctx context.Context) {
	for pause(ctx, 30*time.Second) {
		if err := d.learnIfDue(ctx); err != nil && !stopped(ctx, err) {
			d.Log.Error("learning from corrections failed; the model in force stays, and it will be tried again", "err", err)
		}
	}
}

// learnLease is how long the others leave the learner alone.
const learnLease = 10 * time.Minute

func (d Deps) learnIfDue(ctx context.Context) error {
	cfg := d.Config().Classifier
	if !cfg.Learn || d.Unlearned == nil {
		return nil
	}
	now := d.Now()
	mine, err := d.Store.AcquireLease(ctx, "learn", d.Holder, now, learnLease)
	if err != nil || !mine {
		return err
	}
	defer func() { _ = d.Store.ReleaseLease(context.WithoutCancel(ctx), "learn", d.Holder) }() // it ends by itself
	last, err := lastRun(ctx, d.Store, Learner)
	if err != nil || last != nil && !last.MadeAt.Before(lastTime(cfg.LearnAt, now)) {
		return err
	}
	run, report, err := Learn(ctx, d.Store, d.Unlearned(), Learner, now, true)
	if err == nil {
		d.Log.Info("learned from corrections", "run", run.Version, "in_force", report.Accepted, "why", report.Why)
	}
	return err
}

// lastTime is when a time of day (HH:MM) last was.
func lastTime(clock string, now time.Time) time.Time {
	t, err := time.Parse("15:04", clock)
	if err != nil {
		return now // config lets no such thing through
	}
	at := time.Date(now.Year(), now.Month(), now.Day(), t.Hour(), t.Minute(), 0, 0, now.Location())
	if at.After(now) {
		at = at.AddDate(0, 0, -1)
	}
	return at
}

// Learned returns base with a learned model of the store on top; version 0 is
// base itself. It fails where the model was learned on top of another base.
func Learned(ctx context.Context, st *store.Store, base *classifier.Classifier, version int64) (*classifier.Classifier, error) {
	if version == 0 {
		return base, nil
	}
	patch, err := learnedPatch(ctx, st, version)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, keys := range patch.Examples {
		for _, key := range keys {
			m, err := st.Mention(ctx, key)
			if err != nil && !errors.Is(err, store.ErrNotFound) {
				return nil, err
			}
			texts[key] = m.Mention.Text
		}
	}
	c, err := learn.WithExamples(base, patch.Examples, texts)
	if err != nil {
		return nil, err
	}
	return c.With(patch, fmt.Sprint(version))
}
