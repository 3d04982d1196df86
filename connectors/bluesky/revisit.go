package bluesky

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
)

const (
	// revisitEvery is how often some of the last posts are looked at again: what
	// moderation does to a post the stream does not carry.
	revisitEvery = time.Minute
	// revisited is how many of the last posts are looked at in turn: each comes up
	// within 20 minutes.
	revisited = 500
)

// seen is what is remembered of a post that was handed on.
type seen struct {
	labels string // joined by blanks
	// shown says that the appview has shown it: only then it can have been taken
	// down. It may be hours behind the stream.
	shown bool
}

// remember takes up what an earlier process handed on: that is looked at again
// as well. What is older than an hour was shown by now.
func (f *follower) remember(ctx context.Context) error {
	kept, err := f.env.Kept(ctx, Platform, revisited)
	if err != nil {
		return fmt.Errorf("bluesky: earlier posts: %w", err)
	}
	indexed := f.env.Now().Add(-indexedWithin)
	for _, m := range slices.Backward(kept) {
		if uriDID(m.ID) != "" && !f.emitted.Has(m.ID) {
			f.emitted.Put(m.ID, seen{labels: strings.Join(m.Labels, " "), shown: m.CreatedAt.Before(indexed)})
		}
	}
	return nil
}

// revisit looks at some earlier posts again where it is time to: what is no
// longer shown was taken down, and labels may have come, or been taken back. Where they cannot be
// read, there is another time.
func (f *follower) revisit(ctx context.Context) error {
	now := f.env.Now()
	if now.Sub(f.revisited) < revisitEvery {
		return nil
	}
	f.revisited = now
	f.gaps.Tell(f.env) // not for ever
	due := f.emitted.Due(revisited, maxAsked)
	if len(due) == 0 {
		return nil
	}
	look, cancel := context.WithTimeout(ctx, profileWait)
	defer cancel()
	shown, err := f.look(look, due...)
	if err != nil {
		return nil // reading the stream is not to end for this
	}
	var changed []care.Mention
	for _, uri := range due {
		v, ok := shown[uri]
		if m, told := f.compare(uri, v, ok); told {
			changed = append(changed, m)
		}
	}
	if len(changed) == 0 {
		return nil
	}
	return f.hand(ctx, changed, "")
}

// compare tells what became of a post since it was handed on, if anything.
func (f *follower) compare(uri string, v view, shown bool) (care.Mention, bool) {
	was, _ := f.emitted.Get(uri)
	if !shown || v.Labels.hides() {
		return gone(uri), was.shown || shown
	}
	was.shown = true
	f.emitted.Put(uri, was)
	var p post
	if !decode(v.Record, &p) {
		return care.Mention{}, false
	}
	now := merge(tags(v.Labels), merge(tags(v.Author.Labels), tags(p.labels())))
	if strings.Join(now, " ") == was.labels {
		return care.Mention{}, false
	}
	indexed, _ := parseTime(v.IndexedAt)
	m := f.mention(&p, strongRef{uri, v.CID}, indexed)
	m.Author.Handle, m.Labels, m.LabelsAll = v.Author.Handle, now, true
	return m, true
}

// merge joins two lists of labels.
func merge(a, b []string) []string {
	all := append(slices.Clone(a), b...)
	slices.Sort(all)
	return slices.Compact(all)
}
