package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/internal/servers"
	"goodgraces/queue"
	"goodgraces/queue/redisqueue"
	"goodgraces/queue/sqlqueue"
	"goodgraces/store"
)

const (
	killPosts = 2000
	killSends = 60 // cases approved; each is a private and a public message
	kills     = 8
)

// TestKilledAtRandom kills the real program at random moments while posts come
// in and answers go out to a platform that misbehaves. Afterwards no post is
// missing, no message stands twice, and every doubtful one is settled, or
// parked for a person.
func TestKilledAtRandom(t *testing.T) {
	t.Parallel() // each run waits most of the time: for leases to end, and for the platform
	t.Run("sqlite", func(t *testing.T) { killRun(t, nil, "") })
	t.Run("redis", func(t *testing.T) { killRun(t, servers.Redis(t), "") })
	t.Run("redis+postgres, two processes", func(t *testing.T) { killRun(t, servers.Redis(t), servers.Postgres(t)) })
}

// killRun does it with the queue in Redis, or in SQLite when redis is nil; with
// the store in SQLite, or at storeURL, where a second process takes part that
// is not killed.
func killRun(t *testing.T, redis *servers.RedisServer, storeURL string) {
	t.Parallel()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	k := &killing{
		t: t, redis: redis, dir: t.TempDir(), storeURL: storeURL, random: rand.New(rand.NewPCG(seed, 2)),
		platform: newFaultyPlatform(t, seed), binary: buildGraces(t),
	}
	k.prepare()
	if storeURL != "" {
		other := k.start()
		defer other.interrupt()
	}
	for range kills {
		p := k.start()
		k.approveFor(time.Duration(200+k.random.IntN(1500)) * time.Millisecond)
		p.kill()
		if redis != nil && k.random.IntN(2) == 0 {
			redis.Kill(t)
			redis.Start(t)
		}
	}
	p := k.start()
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the program said:\n%s", p.rest())
		}
	})
	k.untilSettled()
	p.interrupt()
	k.verify()
}

// killing is one run of the test.
type killing struct {
	t        *testing.T
	redis    *servers.RedisServer
	dir      string
	storeURL string
	binary   string
	random   *rand.Rand
	platform *faultyPlatform
	store    *store.Store // a second process at the same database, as an agent's desk would be
	approved int
}

func (k *killing) prepare() {
	k.t.Helper()
	var posts strings.Builder
	for i := range killPosts {
		fmt.Fprintf(&posts, `{"id":"%d","platform":"x","author":{"id":"u%d","handle":"u%d"},"text":"Parcel number %d is %d days late and nobody answers. Terrible service, where is it?"}`+"\n", i, i%300, i%300, i, i%20+2)
	}
	write(k.t, filepath.Join(k.dir, "posts.jsonl"), posts.String())
	queueURL := ""
	if k.redis != nil {
		queueURL = k.redis.URL
	}
	write(k.t, filepath.Join(k.dir, "graces.yaml"), fmt.Sprintf(`
data: %q
queue: {url: %q}
store: {url: %q}
desk: {addr: "127.0.0.1:0"}
work: {batch: 20, lease: 3s}
sender: {undo_for: 0s, timeout: 1s, settle_after: 4s, settle_tries: 20, attempts: 20, lease: 2s}
connectors:
  - {name: file, type: replay, settings: {path: %q}}
  - {name: platform, type: webhook, settings: {secret: "a secret of the test, long enough", callback: %q, lookup: true}}
`, k.dir, queueURL, k.storeURL, filepath.Join(k.dir, "posts.jsonl"), k.platform.URL+"/callback"))
	st, err := store.Open(k.t.Context(), orElse(k.storeURL, filepath.Join(k.dir, dbFile)))
	must(k.t, err)
	must(k.t, st.Migrate(k.t.Context()))
	k.store = st
	k.t.Cleanup(func() { st.Close() })
}

func (k *killing) start() *process {
	return startGraces(k.t, k.binary, "serve", "--config", filepath.Join(k.dir, "graces.yaml"))
}

// approveFor approves drafted cases for a while, as people do, whatever the
// daemon is doing.
func (k *killing) approveFor(d time.Duration) {
	end := time.After(d)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-end:
			return
		case <-tick.C:
			k.approveSome(2)
		}
	}
}

func (k *killing) approveSome(n int) {
	k.t.Helper()
	n = min(n, killSends-k.approved)
	if n <= 0 {
		return
	}
	rows, err := k.store.Cases(k.t.Context(), store.CaseFilter{States: []care.State{care.StateDrafted}, Limit: n})
	must(k.t, err)
	for _, row := range rows {
		k.approve(row)
	}
}

func (k *killing) approve(row store.CaseRow) {
	_, err := k.store.Approve(k.t.Context(), store.Approval{
		CaseID: row.Case.ID, Actor: "ann", At: time.Now(),
		Draft: care.Draft{CaseID: row.Case.ID, Action: care.ActReply, By: "ann", Text: "sent", Otherwise: "not sent"},
		Sends: []care.Send{
			{Kind: care.SendPrivate, Connector: "platform", Text: "private " + row.Case.ID},
			{Kind: care.SendPublic, Connector: "platform", Text: "We have sent you a message " + row.Case.ID, Otherwise: "Please write to us " + row.Case.ID},
		},
	})
	if _, ok := errors.AsType[*care.MoveError](err); ok {
		return // somebody was quicker
	}
	must(k.t, err)
	k.approved++
}

// untilSettled waits until every post is stored, every send is done or parked, and
// what was read twice is taken from the queue.
func (k *killing) untilSettled() {
	k.t.Helper()
	deadline := time.After(5 * time.Minute)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		k.approveSome(10)
		total, _, err := k.store.CountMentions(k.t.Context(), time.Time{})
		must(k.t, err)
		waiting, err := k.store.Sends(k.t.Context(), []care.SendState{care.SendApproved, care.SendSending, care.SendUnknown}, 1000)
		must(k.t, err)
		open := 0
		for _, s := range waiting {
			if !s.Parked {
				open++
			}
		}
		if total == killPosts && open == 0 && k.approved == killSends && k.queued() == (queue.Lag{}) {
			return
		}
		select {
		case <-deadline:
			k.t.Fatalf("after five minutes: %d of %d posts, %d sends still open, %d of %d approved, queued %+v", total, killPosts, open, k.approved, killSends, k.queued())
		case <-tick.C:
		}
	}
}

func (k *killing) verify() {
	t := k.t
	published := k.platform.published()
	for key, texts := range published {
		if len(texts) != 1 {
			t.Errorf("%s stands %d times", key, len(texts))
		}
	}
	sends, err := k.store.Sends(t.Context(), care.SendStates, 10*killSends)
	must(t, err)
	sent, parked := map[string]care.Send{}, 0
	for _, s := range sends {
		stands := len(published[s.ID]) > 0
		switch {
		case s.State == care.SendSent && stands:
			sent[s.ID] = s
		case s.State == care.SendSent:
			t.Errorf("%s is said to be sent and does not stand", s.ID)
		case s.State == care.SendFailed && stands:
			t.Errorf("%s is said to have failed and stands", s.ID)
		case s.Parked:
			parked++
		}
	}
	for id, s := range sent {
		k.keptItsPromise(id, s, sent, published)
	}
	entries, err := k.store.VerifyAudit(t.Context())
	must(t, err)
	k.queueIsEmpty()
	t.Logf("%d posts, %d sends: %d sent, %d parked; faults %v; %d audit entries", killPosts, len(sends), len(sent), parked, k.platform.given(), entries)
}

// keptItsPromise: what was said in public about a private message is true.
func (k *killing) keptItsPromise(id string, s care.Send, sent map[string]care.Send, published map[string][]string) {
	if s.Kind != care.SendPublic {
		return
	}
	claims := strings.HasPrefix(published[id][0], "We have sent you a message")
	if _, arrived := sent[s.After]; claims && !arrived {
		k.t.Errorf("%s claims a private message that did not arrive", id)
	}
	if published[id][0] != s.Text {
		k.t.Errorf("%s: the record says %q, the platform has %q", id, s.Text, published[id][0])
	}
}

func (k *killing) queueIsEmpty() {
	if left := k.queued(); left != (queue.Lag{}) {
		k.t.Errorf("left in the queue: %+v", left)
	}
}

// queued is what waits in the queue, is in hand or dead.
func (k *killing) queued() queue.Lag {
	ctx, cancel := context.WithTimeout(k.t.Context(), time.Minute)
	defer cancel()
	var q queue.Queue
	var err error
	if k.redis != nil {
		q, err = redisqueue.Open(ctx, k.redis.URL, "graces")
	} else {
		q, err = sqlqueue.Open(ctx, filepath.Join(k.dir, dbFile))
	}
	must(k.t, err)
	defer q.Close()
	lag, err := q.Lag(ctx)
	must(k.t, err)
	lag.Oldest = 0
	return lag
}

func write(t *testing.T, file, text string) {
	t.Helper()
	must(t, os.WriteFile(file, []byte(text), 0o600))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
