package redisqueue

import (
	"context"
	_ "embed" // the scripts
	"errors"

	"github.com/redis/go-redis/v9"
)

//go:embed lua/prelude.lua
var prelude string

//go:embed lua/consume.lua
var consumeLua string

//go:embed lua/ack.lua
var ackLua string

//go:embed lua/extend.lua
var extendLua string

//go:embed lua/retry.lua
var retryLua string

//go:embed lua/dead.lua
var deadLua string

//go:embed lua/requeue.lua
var requeueLua string

//go:embed lua/lag.lua
var lagLua string

//go:embed lua/trim.lua
var trimLua string

// The scripts. Each file says what it takes and returns.
var (
	consumeScript = redis.NewScript(prelude + consumeLua)
	ackScript     = redis.NewScript(prelude + ackLua)
	extendScript  = redis.NewScript(prelude + extendLua)
	retryScript   = redis.NewScript(prelude + retryLua)
	deadScript    = redis.NewScript(prelude + deadLua)
	requeueScript = redis.NewScript(prelude + requeueLua)
	lagScript     = redis.NewScript(prelude + lagLua)
	trimScript    = redis.NewScript(prelude + trimLua)
)

// run runs a script.
func (q *Queue) run(ctx context.Context, what string, script *redis.Script, args ...any) (any, error) {
	if err := q.alive(); err != nil {
		return nil, err
	}
	reply, err := script.Run(ctx, q.client, q.keys, append([]any{group}, args...)...).Result()
	if err != nil && !errors.Is(err, redis.Nil) {
		return nil, q.explain(ctx, what, err)
	}
	return reply, nil
}
