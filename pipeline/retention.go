package pipeline

import (
	"context"
	"errors"
	"time"
)

const (
	retainEvery = 24 * time.Hour
	retainRetry = 10 * time.Minute // where the store was away
	expireBatch = 500              // profiles erased in one transaction
	usageKept   = 31 * 24 * time.Hour
)

// retain erases, once a day, what is remembered of people of whom nothing was
// heard for authors.retention. Of several processes one does it.
func (d Deps) retain(ctx context.Context) {
	for {
		_, err := d.hold(ctx, "retention", d.expire)
		wait := retainEvery
		if err != nil && !stopped(ctx, err) {
			d.Log.Warn("retention: nothing more was erased; it will be tried again", "err", err)
			wait = retainRetry
		}
		if !pause(ctx, wait) {
			return
		}
	}
}

// expire erases what is kept for a time, profiles in batches, so that other writers never wait long.
func (d Deps) expire(ctx context.Context) error {
	if err := d.Store.DropUsage(ctx, d.Now().Add(-usageKept)); err != nil {
		return err
	}
	keep := d.Config().Responder.FormKeep
	n, err := d.Store.EraseAnswers(ctx, d.Now().Add(-keep))
	if n > 0 {
		d.Log.Info("what customers filled in long ago was erased", "answers", n, "kept", keep)
	}
	return errors.Join(err, d.expireProfiles(ctx))
}

func (d Deps) expireProfiles(ctx context.Context) error {
	keep := d.Config().Authors.Retention
	if keep <= 0 {
		return nil
	}
	cutoff, total := d.Now().Add(-keep), 0
	for ctx.Err() == nil {
		n, err := d.Store.Expire(ctx, cutoff, expireBatch)
		if total += n; err != nil {
			return err
		}
		if n == 0 {
			break
		}
	}
	if total > 0 {
		d.Log.Info("profiles of people long unheard of were erased", "profiles", total, "retention", keep)
	}
	return ctx.Err()
}
