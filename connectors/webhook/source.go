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
	"goodgraces/connectors/calls"
	"goodgraces/connectors/replay/posts"
)

// Read hands what the handler takes to emit, until ctx ends. A webhook has no
// past: the cursor stays "".
func (w *Webhook) Read(ctx context.Context, _ string, emit func(context.Context, connectors.Batch) error) error {
	delivered, end, ok := w.line.Begin()
	if !ok {
		return errors.New("webhook: already being read")
	}
	defer end()
	w.refusals.Tell()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case d := <-delivered:
			err := emit(ctx, connectors.Batch{Mentions: d.Mentions})
			d.Taken(err)
			if err != nil {
				return err
			}
		}
	}
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
	if !w.line.Reading() {
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
		w.refusals.Refused(err)
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
	if err := w.line.Deliver(r.Context(), mentions); err != nil {
		unavailable(rw)
		return
	}
	w.seen.add(signature, w.env.Now(), w.set.Duration("window"))
	w.refusals.Taken()
	answer(rw, http.StatusAccepted, map[string]any{"accepted": len(mentions)})
}

func unavailable(rw http.ResponseWriter) {
	calls.TryLater(rw.Header())
	answer(rw, http.StatusServiceUnavailable, map[string]any{"error": calls.ErrNotReading.Error()})
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
