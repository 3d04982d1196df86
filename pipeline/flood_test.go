//go:build unix

package pipeline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// flood is the i-th post of a flood.
type flood func(i int) care.Mention

// oneAuthor goes on and on about the same, now and then word for word.
func oneAuthor(i int) care.Mention {
	m := post(fmt.Sprintf("f%d", i), fmt.Sprintf("@larkspur my parcel %d is late and you are useless, answer me! %s", i%97, jeers[i%len(jeers)]))
	m.Author = care.Author{ID: "flooder", Handle: "flooder"}
	return m
}

// oneThread is as many strangers as posts.
func oneThread(i int) care.Mention {
	m := post(fmt.Sprintf("t%d", i), fmt.Sprintf("@larkspur %s, says %s", jeers[i%len(jeers)], nickname(i)))
	m.Thread, m.InReplyTo, m.ThreadAuthor = "root", "root", "somebody"
	return m
}

func nickname(i int) string {
	name := []byte("mr ")
	for ; i > 0; i /= 20 {
		name = append(name, "bcdfghjklmnpqrstvwxz"[i%20], 'o')
	}
	return string(name)
}

// somebodyElse is the i-th post of somebody else, who needs us.
func somebodyElse(i int) care.Mention {
	return post(fmt.Sprintf("o%d", i), fmt.Sprintf("@larkspur order %d to my flat is three days late, where is it?", 7000+i))
}

// A flood is stored, every post of it, and opens hardly a case; others keep
// theirs.
func TestAFloodFillsNothing(t *testing.T) {
	const posts = 600
	for name, f := range map[string]flood{"author": oneAuthor, "thread": oneThread} {
		s := newShop(t, &platform{name: "test"})
		s.cfg.Work.Batch = 100
		var ms []care.Mention
		for i := range posts {
			ms = append(ms, f(i))
			if i%20 == 0 {
				ms = append(ms, somebodyElse(i))
			}
		}
		s.publish(t, ms...)
		s.work(t)
		total, without, err := s.Store.CountMentions(t.Context(), time.Time{})
		must(t, err)
		if total != len(ms) {
			t.Errorf("%s: %d of %d posts are stored", name, total, len(ms))
		}
		rows, err := s.Store.Cases(t.Context(), store.CaseFilter{Limit: 2000})
		must(t, err)
		if n := len(rows) - posts/20; n > 2*floodPosts {
			t.Errorf("%s: the flood opened %d cases (%d posts without)", name, n, without)
		}
		for i := 0; i < posts; i += 20 {
			s.case_(t, somebodyElse(i))
		}
	}
}

// What is new is heard in the middle of a flood, and so is the law.
func TestANewIssueIsHeardInAFlood(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	var ms []care.Mention
	for i := range 40 {
		ms = append(ms, oneAuthor(i))
	}
	fresh, law := post("new", "@larkspur and now you charged my card twice, £39.90 on 3 May"), post("law", "@larkspur my lawyer is suing you for the injury your driver caused me")
	fresh.Author, law.Author = ms[0].Author, ms[0].Author
	s.publish(t, append(ms, fresh, law)...)
	s.work(t)
	if f := s.case_(t, fresh); f.Case.State != care.StateDrafted {
		t.Errorf("a new issue: %+v", f.Case)
	}
	if f := s.case_(t, law); f.Case.State != care.StateLegal {
		t.Errorf("a legal matter: %+v", f.Case)
	}
}

// Ten furious posts about one unsolved problem are one conversation: a few
// cases, the rest kept with them, and none is lost.
func TestSurplusPostsAreKeptWithTheCaseTheyBelongTo(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	for i := range 20 {
		s.publish(t, oneAuthor(i))
		s.work(t) // one by one: the case is in the store by then
	}
	last := oneAuthor(19)
	row, err := s.Store.Mention(t.Context(), last.Key())
	must(t, err)
	c, err := s.Store.Case(t.Context(), row.CaseID)
	must(t, err)
	if c.Mention.AuthorKey() != last.AuthorKey() || c.Case.ID == care.CaseID("x", last.ID) {
		t.Errorf("kept with %+v", c.Case)
	}
	if _, err := s.Store.Decide(t.Context(), care.Decision{CaseID: c.Case.ID, Actor: "bob", Kind: care.DecideResolve, At: time.Now()}, care.StateResolved); err != nil {
		t.Fatal(err)
	}
	again := oneAuthor(20)
	s.publish(t, again)
	s.work(t)
	s.case_(t, again) // what comes after a solved case has a case of its own
}

// BenchmarkFlood pours 10,000 posts in 12 s, five times what a flood of 10,000
// a minute is, past the posts of others, 20 a second, and reports how long
// these took from the queue into the store, and what the flood left behind.
func BenchmarkFlood(b *testing.B) {
	b.Run("none", func(b *testing.B) { pour(b, nil) })
	b.Run("author", func(b *testing.B) { pour(b, oneAuthor) })
	b.Run("thread", func(b *testing.B) { pour(b, oneThread) })
}

func pour(b *testing.B, f flood) {
	const posts, ticks, every = 10_000, 240, 50 * time.Millisecond
	for b.Loop() {
		s := newShop(b)
		before := bytesOf(b, s)
		sent := make(chan time.Time, ticks)
		go func() {
			ctx := context.WithoutCancel(b.Context())
			tick := time.NewTicker(every)
			defer tick.Stop()
			for n := range ticks {
				<-tick.C
				ms := []care.Mention{somebodyElse(n)}
				for i := n * posts / ticks; f != nil && i < (n+1)*posts/ticks; i++ {
					ms = append(ms, f(i))
				}
				sent <- time.Now()
				if err := Publish(ctx, s.Queue, "bench", nil, ms); err != nil {
					b.Error(err)
					return
				}
			}
		}()
		took := serve(b, s, sent, ticks)
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)/2].Milliseconds()), "others-p50-ms")
		b.ReportMetric(float64(took[len(took)*99/100].Milliseconds()), "others-p99-ms")
		report(b, s, before, ticks)
	}
}

// serve works until the posts of others are stored, and returns how long each
// took.
func serve(b *testing.B, s *shop, sent chan time.Time, others int) []time.Duration {
	w := newWorker(s.Deps)
	var took []time.Duration
	var before *hand
	for len(took) < others {
		h := w.turn(b.Context(), before)
		before.wait()
		took = append(took, arrived(before, sent)...)
		must(b, h.failed())
		before = h
	}
	return took
}

func arrived(h *hand, sent chan time.Time) (took []time.Duration) {
	if h == nil || h.ahead == nil {
		return nil
	}
	for key := range h.ahead.keys {
		if strings.HasPrefix(key, "x:o") {
			took = append(took, time.Since(<-sent))
		}
	}
	return took
}

func bytesOf(b *testing.B, s *shop) int64 {
	files, err := filepath.Glob(filepath.Join(filepath.Dir(s.file), "graces.db*"))
	must(b, err)
	var n int64
	for _, f := range files {
		if strings.HasSuffix(f, ".db") {
			info, err := os.Stat(f)
			must(b, err)
			n += info.Size()
		}
	}
	return n
}

func report(b *testing.B, s *shop, before int64, others int) {
	ctx := b.Context()
	rows, err := s.Store.Cases(ctx, store.CaseFilter{Limit: 100_000})
	must(b, err)
	b.ReportMetric(float64(len(rows)-others), "flood-cases")
	total, _, err := s.Store.CountMentions(ctx, time.Time{})
	must(b, err)
	must(b, s.Store.Close()) // the log goes into the file
	must(b, s.Queue.Close())
	b.ReportMetric(float64(bytesOf(b, s)-before)/float64(total), "bytes/post")
	b.ReportMetric(float64(total), "posts")
}
