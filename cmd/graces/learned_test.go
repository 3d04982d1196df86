package main

import (
	"bytes"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodgraces/classifier"
	"goodgraces/store"
)

// Two processes on one store judge with the model that is in force there.
func TestJudgesFollowTheStore(t *testing.T) {
	ctx := t.Context()
	st, err := store.Open(ctx, filepath.Join(t.TempDir(), dbFile))
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
	var log bytes.Buffer
	judges := []*judge{{log: slog.New(slog.NewTextHandler(&log, nil))}, {log: slog.New(slog.NewTextHandler(&log, nil))}}
	inForce := func(want string) {
		t.Helper()
		for _, j := range judges {
			j.refresh(ctx, st)
			j.refresh(ctx, st)
			if got := j.Load().Version(); got != want {
				t.Errorf("judging with %s, want %s", got, want)
			}
			if j.unlearned() != base {
				t.Error("the configured model is lost")
			}
		}
	}
	for _, j := range judges {
		j.configure(base)
	}
	inForce(base.Version())
	save := func(made string) int64 {
		t.Helper()
		m, err := st.SaveModel(ctx, store.Model{Base: made, MadeAt: time.Now(), Actor: "ann", Report: "{}",
			Body: fmt.Sprintf(`{"base":%q,"heads":{"complaint":{"at":[1],"steps":[2],"dense":null}}}`, made)})
		if err != nil {
			t.Fatal(err)
		}
		return m.Version
	}
	first := save(base.Version())
	inForce(fmt.Sprintf("%s+%d", base.Version(), first))
	judges[0].configure(base) // a reload of the configuration
	inForce(fmt.Sprintf("%s+%d", base.Version(), first))

	log.Reset()
	save("another")
	inForce(base.Version())
	if n := strings.Count(log.String(), "belongs to model another"); n != len(judges) {
		t.Errorf("said %d times, want once by each:\n%s", n, log.String())
	}
	if _, err := st.RollBackModel(ctx, "ann", time.Now()); err != nil {
		t.Fatal(err)
	}
	inForce(fmt.Sprintf("%s+%d", base.Version(), first))
	if err := st.UseModel(ctx, 0, "ann", time.Now()); err != nil {
		t.Fatal(err)
	}
	inForce(base.Version())
}
