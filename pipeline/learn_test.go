package pipeline

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/learn"
	"goodgraces/config"
	"goodgraces/store"
)

func TestLearnsOnceADay(t *testing.T) {
	ctx := t.Context()
	st, err := store.Open(ctx, filepath.Join(t.TempDir(), "graces.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if err := st.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	base, err := classifier.Default(classifier.Policy{})
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 14, 3, 0, 0, 0, time.UTC)
	correct(t, st, now.Add(-time.Hour))
	cfg := &config.Config{Classifier: config.Classifier{LearnAt: "03:30"}}
	d := Deps{Store: st, Config: func() *config.Config { return cfg }, Unlearned: func() *classifier.Classifier { return base },
		Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return now }, Holder: "h"}
	runs := func(want int, why string) {
		t.Helper()
		if err := d.learnIfDue(ctx); err != nil {
			t.Fatal(err)
		}
		all, err := st.Models(ctx, 10)
		if err != nil || len(all) != want {
			t.Fatalf("%d runs, want %d (%v)", len(all), want, err)
		}
		if want == 0 {
			return
		}
		r, err := learn.ReadReport(all[0].Report)
		if err != nil || !strings.Contains(r.Why, why) || all[0].Actor != Learner {
			t.Errorf("%s: %q, want %q (%v)", all[0].Actor, r.Why, why, err)
		}
	}
	runs(0, "") // not enabled
	cfg.Classifier.Learn = true
	if mine, err := st.AcquireLease(ctx, "learn", "other", now, time.Hour); err != nil || !mine {
		t.Fatal(mine, err)
	}
	runs(0, "") // another process is at it
	if err := st.ReleaseLease(ctx, "learn", "other"); err != nil {
		t.Fatal(err)
	}
	runs(1, "held-back labels the new model has") // yesterday's time was missed
	runs(1, "held-back")
	now = now.Add(40 * time.Minute)
	runs(2, "nothing was corrected since")
	if version, err := st.ActiveModel(ctx); err != nil || version != 1 {
		t.Errorf("in force: %d, want 1 (%v)", version, err)
	}
	// A person's roll-back stands until there is something new to learn.
	if _, err := st.RollBackModel(ctx, "ann", now); err != nil {
		t.Fatal(err)
	}
	now = now.Add(24 * time.Hour)
	runs(3, "nothing was corrected since")
	if version, err := st.ActiveModel(ctx); err != nil || version != 0 {
		t.Errorf("in force: %d, want 0 (%v)", version, err)
	}
	if _, report, err := Learn(ctx, st, base, "ann", now, false); err != nil || !report.Accepted {
		t.Errorf("asked for by a person: %v\n%s", err, report)
	}
	learned, err := Learned(ctx, st, base, 4)
	if err != nil || learned.Version() != base.Version()+"+4" {
		t.Error(learned, err)
	}
}

// correct records posts that make no complaints here, and says so of them.
func correct(t *testing.T, st *store.Store, at time.Time) {
	t.Helper()
	var hs []store.Handled
	var said []care.Correction
	for i, wish := range []string{"dark mode", "shared folders", "Linux client", "calendar sync", "offline maps", "CSV export", "Android widget", "two factor login", "tablet view", "printing"} {
		m := care.Mention{Platform: "web", ID: fmt.Sprint(i), Author: care.Author{ID: fmt.Sprint("author", i)}, Text: "Still no " + wish + ", is it on the roadmap?"}
		hs = append(hs, store.Handled{Mention: m})
		said = append(said, care.Correction{Mention: m.Key(), Label: care.LabelComplaint, Value: "false", Actor: "ann", At: at.Add(time.Duration(i) * time.Minute)})
	}
	if err := st.Record(t.Context(), hs, nil); err != nil {
		t.Fatal(err)
	}
	if err := st.SaveCorrections(t.Context(), said); err != nil {
		t.Fatal(err)
	}
}

func TestLastTime(t *testing.T) {
	now := time.Date(2026, 3, 14, 3, 0, 0, 0, time.UTC)
	for clock, want := range map[string]string{"02:59": "14 02:59", "03:00": "14 03:00", "03:01": "13 03:01", "23:00": "13 23:00"} {
		if got := lastTime(clock, now).Format("02 15:04"); got != want {
			t.Errorf("%s: got %s, want %s", clock, got, want)
		}
	}
}
