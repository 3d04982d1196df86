package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/pipeline"
)

// replaySum is what `graces replay` ends with. Each post read is new or a
// duplicate; it is new once, however many replays run side by side.
type replaySum struct {
	Read       int     `json:"read"`
	New        int     `json:"new"`
	Duplicates int     `json:"duplicates"`
	Cases      int     `json:"cases"`
	Drafts     int     `json:"drafts"`
	Dead       int     `json:"dead"`
	Seconds    float64 `json:"seconds"`
}

// settleEvery is how often a replay looks what became of its posts.
const settleEvery = 50 * time.Millisecond

// emit queues what of a batch may be new, to be awaited, and what is taken back.
// The rest is only counted: nobody has to look at it again.
func (r *replayRun) emit(ctx context.Context, b connectors.Batch) error {
	known, err := r.store.Known(ctx, keysOf(b.Mentions))
	if err != nil {
		return err
	}
	var news []care.Mention
	for _, m := range b.Mentions {
		m.Ref = r.id
		_, stored := known[m.Key()]
		again := stored || r.awaited[m.Key()]
		r.sum.Read++
		if again || m.Deleted { // a post taken back is not stored
			r.sum.Duplicates++
		} else {
			r.awaited[m.Key()] = true
		}
		if !again || m.Deleted {
			news = append(news, m)
		}
	}
	if r.progress != nil {
		r.progress(r.sum.Read)
	}
	return pipeline.Publish(ctx, r.queue, replayName, r.cfg.Brand.Handles, news)
}

func keysOf(ms []care.Mention) []string {
	keys := make([]string, len(ms))
	for i := range ms {
		keys[i] = ms[i].Key()
	}
	return keys
}

// settle waits until each awaited mention is stored or dead, and counts what
// came of them.
func (r *replayRun) settle(ctx context.Context) error {
	left := slices.Collect(maps.Keys(r.awaited))
	for len(left) > 0 {
		if err := r.gaveUp(); err != nil {
			return err
		}
		lag, err := r.queue.Lag(ctx) // before the look: who is missing then, is gone
		if err != nil {
			return err
		}
		if left, err = r.look(ctx, left); err != nil || len(left) == 0 {
			return err
		}
		if lag.Ready+lag.Leased == 0 {
			return fmt.Errorf("replay: %d posts left the queue and were not stored; was it emptied? Run the replay again: what is stored stays", len(left))
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("replay: stopped with %d posts still in the queue; nothing is lost: 'graces serve' handles them", len(left))
		case <-time.After(settleEvery):
		}
	}
	return nil
}

// look counts those of the keys that are stored or dead by now and returns the
// rest.
func (r *replayRun) look(ctx context.Context, keys []string) (left []string, err error) {
	known, err := r.store.Known(ctx, keys)
	if err != nil {
		return nil, err
	}
	if err := r.count(ctx, known); err != nil {
		return nil, err
	}
	keys = slices.DeleteFunc(keys, func(key string) bool { _, stored := known[key]; return stored })
	dead, err := r.dead(ctx, keys)
	r.sum.New += len(dead)
	r.sum.Dead += len(dead)
	return slices.DeleteFunc(keys, func(key string) bool { return dead[key] }), err
}

// count counts mentions that are stored: the new ones, their cases and drafts.
// What another replay read, and was stored as that read it, is not new here.
func (r *replayRun) count(ctx context.Context, stored map[string]string) error {
	refs, err := r.store.Refs(ctx, slices.Collect(maps.Keys(stored)))
	if err != nil {
		return err
	}
	var cases []string
	for key, caseID := range stored {
		if refs[key] != r.id {
			r.sum.Duplicates++
			continue
		}
		r.sum.New++
		if caseID != "" && caseID == ownCase(key) { // else an earlier case of the author stands for it
			cases = append(cases, caseID)
		}
	}
	drafts, err := r.store.Drafted(ctx, cases)
	r.sum.Cases += len(cases)
	r.sum.Drafts += drafts
	return err
}

// ownCase is the ID of the case that a mention opens itself, by its key.
func ownCase(key string) string {
	platform, id, _ := strings.Cut(key, ":")
	return care.CaseID(platform, id)
}

// dead tells which of the keys are on the dead-letter list.
func (r *replayRun) dead(ctx context.Context, keys []string) (map[string]bool, error) {
	dead := map[string]bool{}
	if len(keys) == 0 {
		return dead, nil
	}
	wanted := map[string]bool{}
	for _, key := range keys {
		wanted[key] = true
	}
	for after := ""; ; {
		letters, err := r.queue.DeadLetters(ctx, after, 500)
		if err != nil || len(letters) == 0 {
			return dead, err
		}
		for _, l := range letters {
			if after = l.ID; wanted[l.Key] {
				dead[l.Key] = true
			}
		}
	}
}
