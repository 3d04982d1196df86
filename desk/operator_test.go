package desk

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"testing"
	"time"

	"goodgraces/queue"
	"goodgraces/responder"
)

// letters is a queue with dead letters.
type letters struct {
	mu   sync.Mutex
	list []queue.DeadLetter
}

func (l *letters) DeadLetters(_ context.Context, after string, limit int) (out []queue.DeadLetter, _ error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, d := range l.list {
		if d.ID > after && len(out) < limit {
			out = append(out, d)
		}
	}
	return out, nil
}

func (l *letters) Requeue(_ context.Context, ids ...string) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(ids) == 0 {
		n := len(l.list)
		l.list = nil
		return n, nil
	}
	l.list = l.list[1:]
	return 1, nil
}

func (l *letters) Lag(context.Context) (queue.Lag, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return queue.Lag{Ready: 4, Dead: len(l.list), Oldest: 90 * time.Second}, nil
}

func TestOperatorPages(t *testing.T) {
	dead := &letters{}
	for i := range 70 {
		dead.list = append(dead.list, queue.DeadLetter{ID: fmt.Sprintf("%03d", i), Key: "x:1", Cause: "classifier: <b>boom", Body: []byte("{\"text\":\"\xff\u202e\"}"), At: time.Now()})
	}
	w := newWorld(t, func(o *Options) {
		o.DeadLetters = dead
		o.ConfigError = func() error { return errors.New("graces.yaml:3: brand.nmae is not known") }
		o.TemplateError = func() error { return errors.New("templates: tones/warm.yaml:7: priorty: is <no> field") }
		o.Status = func() []ConnectorStatus {
			return []ConnectorStatus{{Name: "sky", State: "connected", Since: time.Now()}, {Name: "shop", State: "unauthorised", Reason: "the token has expired", Since: time.Now()}}
		}
	})
	bea := w.person("bea", RoleManager)
	has(t, bea.get("/"), "brand.nmae is not known")
	has(t, bea.get("/status"), "the token has expired", "connected", "1 min", "brand.nmae", "tones/warm.yaml:7: priorty: is &lt;no&gt; field")
	has(t, bea.get("/dead"), "Requeue all 70", "classifier: &lt;b&gt;boom", "after=059")
	has(t, bea.get("/dead?after=059"), "x:1")
	has(t, bea.post("/dead/requeue", url.Values{"id": {"000"}}), "1 letter went back", "Requeue all 69")
	if got := bea.post("/dead/requeue", nil); got.status != http.StatusBadRequest {
		t.Errorf("requeue of nothing: %d", got.status)
	}
	has(t, bea.post("/dead/requeue", url.Values{"all": {"1"}}), "69 letters went back", "No dead letters.")
	trail, err := w.store.Audit(t.Context(), "queue", 0, 10)
	if err != nil || len(trail) != 2 || trail[0].Actor != "bea" {
		t.Errorf("audit: %+v %v", trail, err)
	}
	ann := w.person("ann", RoleAgent)
	if got := ann.get("/dead"); got.status != http.StatusForbidden {
		t.Errorf("an agent sees dead letters: %d", got.status)
	}
}

func TestHistory(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("maria_p")
	form := ann.answer(id)
	form.Set("text", form.Get("text")+" Ann")
	ann.post("/cases/"+id+"/draft", form)
	ann.post("/cases/"+id+"/move", url.Values{"to": {"dismiss"}})
	has(t, ann.get("/cases/"+id+"/history"), "ann edited the answer", "ann dismissed this", "case dismiss")
}

// TestRealResponder sees that the desk and the responder speak one language.
func TestRealResponder(t *testing.T) {
	r, err := responder.New("")
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	w.desk.responder = func() drafter { return r }
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("rui_m")
	got := ann.post("/cases/"+id+"/another", ann.answer(id))
	if got.status != http.StatusOK {
		t.Fatalf("another: %d %s", got.status, got.body)
	}
	if d := w.file(id).Draft(); d.Variant == 0 || d.Text == "" {
		t.Errorf("draft %+v", d)
	}
	form := ann.answer(id)
	form.Set("text", "Calm down, Rui. Give us your phone number here.")
	if got := ann.post("/cases/"+id+"/approve", form); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a bad answer: %d", got.status)
	}
	if got := ann.post("/cases/"+id+"/approve", ann.answer(id)); got.query.Get("done") != id {
		t.Errorf("its own answer: %d", got.status)
	}
}
