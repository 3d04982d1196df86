package main

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/config"
	"goodgraces/queue"
	"goodgraces/store"
)

// opened is an empty store in a folder of the test's own.
func opened(t *testing.T) (*store.Store, *config.Config) {
	t.Helper()
	cfg := &config.Config{Data: t.TempDir()}
	st, err := openStore(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return st, cfg
}

// What could not be handled is forgotten as well, of that person alone.
func TestForgetDiscardsDeadLetters(t *testing.T) {
	ctx := t.Context()
	st, cfg := opened(t)
	q, err := openQueue(ctx, cfg, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	bodies := []string{
		`{"id":"1","platform":"x","author":{"id":"u1","handle":"ann"},"text":"my parcel"}`,
		`{"id":"2","platform":"x","author":{"id":"u2","handle":"bob"},"text":"hello u1"}`,
		`{"id":"3","platform":"bluesky","author":{"id":"u1","handle":"ann"}}`,
		`{"id":"4", cut off: "handle":"ann`,
	}
	for _, b := range bodies {
		if err := q.Publish(ctx, []queue.Message{{Key: "k", Body: []byte(b)}}); err != nil {
			t.Fatal(err)
		}
	}
	ds, err := q.Consume(ctx, "test", len(bodies), time.Minute)
	if err != nil || len(ds) != len(bodies) {
		t.Fatalf("%d deliveries, %v", len(ds), err)
	}
	for _, d := range ds {
		if err := q.Dead(ctx, d, "broken"); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	f := &forgetter{store: st, queue: q, in: strings.NewReader(""), out: &out, platform: "x", name: "@ann"}
	if err := f.run(ctx, false, true); err != nil {
		t.Fatal(err)
	}
	letters, err := q.DeadLetters(ctx, "", 10)
	if err != nil || len(letters) != 2 || string(letters[0].Body) != bodies[1] || string(letters[1].Body) != bodies[2] {
		t.Errorf("left %+v, %v", letters, err)
	}
	if !strings.Contains(out.String(), "2  dead letters") {
		t.Errorf("it said %s", out.String())
	}
}

// What people overrule weighs less in the classifier in force, within one look
// at the store; what the configuration says is the ground it stands on.
func TestJudgeFollowsWhatPeopleOverrule(t *testing.T) {
	ctx := t.Context()
	st, _ := opened(t)
	base, err := classifier.Default(classifier.Policy{})
	if err != nil {
		t.Fatal(err)
	}
	j := &judge{log: slog.New(slog.DiscardHandler)}
	j.configure(base)
	j.refresh(ctx, st)
	before := j.Load()
	if j.refresh(ctx, st); j.Load() != before {
		t.Error("another classifier, though nobody said anything")
	}
	for i := range 8 {
		o := care.Overrule{Stance: care.StanceEngage, Actor: "eve", At: time.Now(), Signals: []string{"intrudes"}}
		if err := st.Overrule(ctx, care.Key("x", string(rune('a'+i))), o); err != nil {
			t.Fatal(err)
		}
	}
	j.refresh(ctx, st)
	if was, is := intrudes(before), intrudes(j.Load()); is >= was || was == 0 {
		t.Errorf("to intrude weighs %.3f after eight overrules, %.3f before", is, was)
	}
	j.configure(base)
	if got := intrudes(j.Load()); got != intrudes(base) {
		t.Errorf("a new configuration weighs %.3f, want its own %.3f", got, intrudes(base))
	}
}

// intrudes is what it weighs to jeer in other people's threads.
func intrudes(c *classifier.Classifier) float64 {
	p := &care.Profile{Key: "x:t"}
	weight := 0.0
	for i, text := range []string{"lol you clowns again", "clowns, all of you, pathetic", "what a joke of a company", "pathetic clowns, cry more", "lol, you are a joke"} {
		thread := "r" + string(rune('1'+i))
		v := c.Assess(&care.Mention{ID: string(rune('1' + i)), Platform: "x", Text: text, Author: care.Author{ID: "t"},
			InReplyTo: thread, Thread: thread, ThreadAuthor: "somebody", CreatedAt: time.Unix(int64(1700000000+i*3600), 0)}, p)
		for _, s := range v.Standing.Signals {
			if s.Name == "intrudes" {
				weight = s.Weight
			}
		}
	}
	return weight
}
