package pipeline

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/responder/llm"
)

const opening = "Three days of waiting with nobody picking up is awful, and I'm sorry."

// withModel gives a shop a language model whose endpoint does as it is told.
func (s *shop) withModel(t *testing.T, serve http.HandlerFunc, timeout time.Duration) {
	t.Helper()
	server := httptest.NewServer(serve)
	t.Cleanup(server.Close)
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	r := s.Responder().WithModel(llm.New(llm.Options{URL: server.URL, Model: "local", Timeout: timeout, Client: &http.Client{Transport: transport}}))
	s.Deps.Responder = func() *responder.Responder { return r }
	s.unpolished = make(chan string, 10)
}

func says(opening string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": opening}}}})
	}
}

// polishNext polishes the next draft that waits for it.
func (s *shop) polishNext(t *testing.T) {
	t.Helper()
	p := &polisher{s.Deps}
	id := <-s.unpolished
	p.note(t.Context(), id, p.polish(t.Context(), id))
}

func (s *shop) polished(result string) float64 {
	return testutil.ToFloat64(s.Metrics.polished.WithLabelValues(result))
}

func TestANewDraftIsPolished(t *testing.T) {
	s := newShop(t, &platform{name: "test", messages: true})
	s.withModel(t, says(opening), 10*time.Second)
	m := post("1", complaint)
	s.publish(t, m)
	s.work(t)
	before := s.case_(t, m).Draft()
	s.polishNext(t)
	f := s.case_(t, m)
	d := f.Draft()
	if !strings.HasPrefix(d.Text, opening) || d.Model != "local" || d.By != "graces" || d.Template != before.Template || d.Private != before.Private {
		t.Errorf("before %+v\nafter %+v", before, d)
	}
	if f.Case.State != care.StateDrafted || len(f.Drafts) != 2 || len(f.Decisions) != 0 || s.polished("written") != 1 {
		t.Errorf("%+v, %d drafts", f.Case, len(f.Drafts))
	}
}

func TestAPersonWasQuicker(t *testing.T) {
	s := newShop(t, &platform{name: "test", messages: true})
	m := post("1", complaint)
	s.withModel(t, func(w http.ResponseWriter, r *http.Request) {
		_, err := s.Store.SaveDraft(context.Background(), care.Draft{CaseID: care.CaseID(m.Platform, m.ID), By: "ann", Text: "My own words", At: time.Now()})
		if err != nil {
			t.Error(err)
		}
		says(opening)(w, r)
	}, 10*time.Second)
	s.publish(t, m)
	s.work(t)
	s.polishNext(t)
	if d := s.case_(t, m).Draft(); d.Text != "My own words" || s.polished("overtaken") != 1 {
		t.Errorf("%+v", d)
	}
}

func TestASlowModelChangesNothing(t *testing.T) {
	s := newShop(t, &platform{name: "test", messages: true})
	s.withModel(t, func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body) // a server sees a client go only then
		<-r.Context().Done()
	}, 50*time.Millisecond)
	m := post("1", complaint)
	s.publish(t, m)
	s.work(t) // does not wait for it
	before := s.case_(t, m).Draft().Text
	s.polishNext(t)
	if f := s.case_(t, m); f.Draft().Text != before || before == "" || len(f.Drafts) != 1 || s.polished("failed") != 1 {
		t.Errorf("%+v", f.Drafts)
	}
}

func TestMoreDraftsThanTheModelCanTake(t *testing.T) {
	s := newShop(t, &platform{name: "test", messages: true})
	s.withModel(t, says(opening), 10*time.Second)
	s.unpolished = make(chan string, 1)
	var ms []care.Mention
	for _, id := range []string{"1", "2", "3"} {
		ms = append(ms, post(id, complaint+" "+id))
	}
	s.publish(t, ms...)
	s.work(t)
	if len(s.unpolished) != 1 {
		t.Fatalf("%d wait", len(s.unpolished))
	}
	for _, m := range ms {
		if s.case_(t, m).Draft() == nil {
			t.Error("a case has no draft")
		}
	}
}
