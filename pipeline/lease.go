package pipeline

import (
	"context"
	"errors"
	"sync"
	"time"
)

// hold calls f while this process holds a lease. f's context ends when the
// lease may be lost. held is false when somebody else has it.
func (d Deps) hold(ctx context.Context, name string, f func(context.Context) error) (held bool, err error) {
	held, err = d.Store.AcquireLease(ctx, name, d.Holder, d.Now(), leaseFor)
	if err != nil || !held {
		return err != nil, err // an unreachable store is an error, not another holder
	}
	ctx, cancel := context.WithCancel(ctx)
	var renewing sync.WaitGroup
	renewing.Go(func() { d.renew(ctx, cancel, name) })
	err = f(ctx)
	cancel()
	renewing.Wait()
	release, done := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer done()
	return true, errors.Join(err, d.Store.ReleaseLease(release, name, d.Holder))
}

// renew keeps the lease until ctx ends. It gives up, and cancels, when the
// lease was taken or could not be renewed for as long as it is good for: local
// time only bounds how long to believe the last success.
func (d Deps) renew(ctx context.Context, cancel func(), name string) {
	last := time.Now()
	for pause(ctx, renewIn) {
		ok, err := d.Store.AcquireLease(ctx, name, d.Holder, d.Now(), leaseFor)
		if err == nil && ok {
			last = time.Now()
			continue
		}
		if err == nil || time.Since(last) > leaseFor-renewIn {
			cancel()
			return
		}
	}
}
