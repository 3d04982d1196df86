package desk

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
)

// events opens the live connection and gives its changes.
func (p *person) events(ctx context.Context) <-chan change {
	p.w.t.Helper()
	r := p.request(http.MethodGet, "/events", nil).WithContext(ctx)
	client := &http.Client{Jar: p.client.Jar}
	res, err := client.Do(r) //nolint:bodyclose // the goroutine below closes it
	if err != nil {
		p.w.t.Fatal(err)
	}
	if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "text/event-stream" {
		p.w.t.Fatalf("events: %d %v", res.StatusCode, res.Header)
	}
	out := make(chan change, 100)
	go func() {
		defer close(out)
		defer res.Body.Close()
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			var c change
			if body, ok := strings.CutPrefix(lines.Text(), "data: "); ok && json.Unmarshal([]byte(body), &c) == nil {
				out <- c
			}
		}
	}()
	return out
}

func (w *world) await(changes <-chan change, id string) change {
	w.t.Helper()
	give := time.After(time.Minute)
	for {
		select {
		case c, open := <-changes:
			if !open {
				w.t.Fatal("the live connection ended")
			}
			if slices.Contains(c.IDs, id) {
				return c
			}
		case <-give:
			w.t.Fatalf("never told of %s", id)
		}
	}
}

func TestEvents(t *testing.T) {
	w := newWorld(t)
	ann, bob := w.person("ann", RoleAgent), w.person("bob", RoleAgent)
	ctx, leave := context.WithCancel(t.Context())
	first, second := ann.events(ctx), bob.events(t.Context())
	id := w.caseOf("maria_p")
	before := len(w.needs())
	// The poller starts from the present: what is decided until it has looked
	// once is on the page already. Decisions go on until both were told.
	told := make(chan struct{})
	go func() {
		defer close(told)
		c := w.await(first, id)
		if c.Counts["needs"] == 0 {
			t.Errorf("counts %v", c.Counts)
		}
		w.await(second, id)
	}()
	states := []struct {
		kind string
		to   care.State
	}{{care.DecideDismiss, care.StateDismissed}, {care.DecideReopen, care.StateDrafted}}
	for i := 0; ; i++ {
		s := states[i%2]
		if _, err := w.store.Decide(t.Context(), care.Decision{CaseID: id, Actor: "cy", Kind: s.kind, At: w.now()}, s.to); err != nil {
			t.Fatal(err)
		}
		select {
		case <-told:
		case <-time.After(20 * time.Millisecond):
			continue
		}
		break
	}
	if now := len(w.needs()); now > before {
		t.Errorf("%d cases, %d before", now, before)
	}
	leave()
	for range first { // ends with its request
	}
	w.desk.Close()
	for range second { // ends with the desk
	}
	if got := ann.get("/events"); got.status != http.StatusServiceUnavailable {
		t.Errorf("after Close: %d", got.status)
	}
	w.desk.Close()
}

// TestPollerRests sees that nobody asks the store while nobody listens.
func TestPollerRests(t *testing.T) {
	w := newWorld(t)
	l := w.desk.live.listen()
	w.desk.live.leave(l)
	w.desk.live.polling.Wait()
	again := w.desk.live.listen()
	w.desk.live.leave(again)
	w.desk.live.polling.Wait()
}

func TestListenerStaysBounded(t *testing.T) {
	l := &listener{changed: make(chan struct{}, 1)}
	for i := range 10 * maxPending {
		l.add([]string{fmt.Sprint(i)})
	}
	if ids, all := l.take(); !all || len(ids) != 0 {
		t.Errorf("%d ids, all %v", len(ids), all)
	}
	l.add([]string{"a"})
	if ids, all := l.take(); all || len(ids) != 1 {
		t.Errorf("%d ids, all %v", len(ids), all)
	}
}

func TestNow(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("maria_p")
	seen := fmt.Sprint(w.file(id).Case.UpdatedAt.UnixMilli())
	if got := ann.get("/cases/" + id + "/now?seen=" + seen); got.status != http.StatusNoContent {
		t.Errorf("nothing changed: %d", got.status)
	}
	bob := w.person("bob", RoleAgent)
	bob.post("/cases/"+id+"/approve", bob.answer(id))
	var got struct {
		Seen       int64
		Text, HTML string
	}
	if err := json.Unmarshal([]byte(ann.get("/cases/"+id+"/now?seen="+seen).body), &got); err != nil {
		t.Fatal(err)
	}
	if got.Text != "bob approved the answer, just now." || !strings.Contains(got.HTML, "Take it back") || fmt.Sprint(got.Seen) == seen {
		t.Errorf("news: %+v", got)
	}
}
