package webhook

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/replay/posts"
)

// retrySeconds is when a caller whom we cannot serve should come back.
const retrySeconds = "5"

// reading is one call of Read.
type reading struct {
	calls chan delivery
	done  chan struct{} // closed when Read returns
}

// delivery is one call's mentions on their way to Read, and its answer.
type delivery struct {
	mentions []care.Mention
	taken    chan error // has room for one
}

// errNotReading: the call came while Read did not run, or Read ended under it.
var errNotReading = errors.New("not reading at the moment; try again")

// Read hands what the handler takes to emit, until ctx ends. A webhook has no
// past: the cursor stays "".
func (w *Webhook) Read(ctx context.Context, _ string, emit func(context.Context, connectors.Batch) error) error {
	r := &reading{calls: make(chan delivery), done: make(chan struct{})}
	if !w.begin(r) {
		return errors.New("webhook: already being read")
	}
	defer w.end(r)
	w.env.Status("connected", "")
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case d := <-r.calls:
			err := emit(ctx, connectors.Batch{Mentions: d.mentions})
			d.taken <- err
			if err != nil {
				return err
			}
		}
	}
}

func (w *Webhook) begin(r *reading) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.reading != nil {
		return false
	}
	w.reading = r
	return true
}

func (w *Webhook) end(r *reading) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.reading = nil
	close(r.done)
}

func (w *Webhook) current() *reading {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.reading
}

// Handler takes signed calls. It answers 202 once the mentions are in the queue,
// 200 to a call that was taken before, 503 while Read does not run, and 400,
// 401, 405 or 413 with {"error":…} where the call is wrong: then nothing of it
// is taken.
func (w *Webhook) Handler() http.Handler { return http.HandlerFunc(w.serve) }

func (w *Webhook) serve(rw http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		rw.Header().Set("Allow", http.MethodPost)
		answer(rw, http.StatusMethodNotAllowed, map[string]any{"error": "only POST is taken here"})
		return
	}
	if w.current() == nil {
		unavailable(rw)
		return
	}
	body, ok := w.body(rw, r)
	if !ok {
		return
	}
	now := w.env.Now()
	signature, err := w.sign.verify(r.Header, body, now, w.set.Duration("window"))
	if err != nil {
		answer(rw, http.StatusUnauthorized, map[string]any{"error": err.Error()})
		return
	}
	if w.seen.has(signature, now) {
		answer(rw, http.StatusOK, map[string]any{"accepted": 0, "note": "this call was taken before"})
		return
	}
	w.take(rw, r, body, signature)
}

func (w *Webhook) body(rw http.ResponseWriter, r *http.Request) ([]byte, bool) {
	body, err := io.ReadAll(http.MaxBytesReader(rw, r.Body, int64(w.set.Int("max_body"))))
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		answer(rw, http.StatusRequestEntityTooLarge, map[string]any{"error": "the body is longer than " + strconv.FormatInt(long.Limit, 10) + " bytes"})
	case err != nil:
		answer(rw, http.StatusBadRequest, map[string]any{"error": "the body broke off"})
	}
	return body, err == nil
}

// take puts a verified call's mentions into the queue.
func (w *Webhook) take(rw http.ResponseWriter, r *http.Request, body []byte, signature string) {
	mentions, bad := w.mentions(body)
	if bad != nil {
		answer(rw, http.StatusBadRequest, map[string]any{"error": bad.Reason(), "line": bad.Line})
		return
	}
	if err := w.deliver(r.Context(), mentions); err != nil {
		unavailable(rw)
		return
	}
	w.seen.add(signature, w.env.Now(), w.set.Duration("window"))
	answer(rw, http.StatusAccepted, map[string]any{"accepted": len(mentions)})
}

// deliver waits until Read has put the mentions into the queue.
func (w *Webhook) deliver(ctx context.Context, mentions []care.Mention) error {
	r := w.current()
	if r == nil {
		return errNotReading
	}
	d := delivery{mentions: mentions, taken: make(chan error, 1)}
	select {
	case r.calls <- d:
	case <-r.done:
		return errNotReading
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-d.taken: // Read answers every call that it took
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func unavailable(rw http.ResponseWriter) {
	rw.Header().Set("Retry-After", retrySeconds)
	answer(rw, http.StatusServiceUnavailable, map[string]any{"error": errNotReading.Error()})
}

func answer(rw http.ResponseWriter, status int, body map[string]any) {
	rw.Header().Set("Content-Type", "application/json")
	rw.WriteHeader(status)
	_ = json.NewEncoder(rw).Encode(body) // the caller may be gone
}

// mentions decodes a body: a JSON object, an array of them, or JSON Lines. The
// error numbers the line, or the object within an array.
func (w *Webhook) mentions(body []byte) ([]care.Mention, *posts.LineError) {
	var out []care.Mention
	for _, o := range split(body) {
		m, err := posts.Decode(o.text)
		if err != nil {
			bad := &posts.LineError{Line: o.number, Problem: err.Error()}
			if known, ok := errors.AsType[*posts.LineError](err); ok {
				bad.Field, bad.Problem = known.Field, known.Problem
			}
			return nil, bad
		}
		out = append(out, w.complete(m))
	}
	if len(out) == 0 {
		return nil, &posts.LineError{Line: 1, Problem: "the body holds no post"}
	}
	return out, nil
}

// complete fills in what the caller leaves open.
func (w *Webhook) complete(m care.Mention) care.Mention {
	m.Connector = w.name
	if m.Platform == "" {
		m.Platform = w.set.String("platform")
	}
	if m.By == "" && w.env.Owns(m.Author) {
		m.By = care.ByBrand
	}
	return m
}
