package webhook

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/connectors/rest"
)

// Callback is what is posted to the callback for each answer. The header
// Idempotency-Key holds the key, too: the other side should take each key once.
type Callback struct {
	Key       string        `json:"key"`
	Kind      care.SendKind `json:"kind"`
	Platform  string        `json:"platform"`
	InReplyTo string        `json:"in_reply_to"`
	Thread    string        `json:"thread,omitempty"`
	Author    care.Author   `json:"author"` // whom it answers
	Text      string        `json:"text"`
	URL       string        `json:"url,omitempty"` // of the post it answers
	At        time.Time     `json:"at"`
}

// reply is what the callback answers.
type reply struct {
	ID   string `json:"id"`
	URL  string `json:"url"`
	Code string `json:"code"` // of a refusal
	Err  string `json:"error"`
}

// codeCannotMessage in a 403 says that the author takes no private message.
const codeCannotMessage = "cannot_message"

// Reply posts a public answer to the callback.
func (w *Webhook) Reply(ctx context.Context, s care.Send) (care.Receipt, error) {
	return w.post(ctx, s, care.SendPublic)
}

// Message posts a private message to the callback.
func (w *Webhook) Message(ctx context.Context, s care.Send) (care.Receipt, error) {
	return w.post(ctx, s, care.SendPrivate)
}

func (w *Webhook) post(ctx context.Context, s care.Send, kind care.SendKind) (care.Receipt, error) {
	m := s.Mention
	body, err := json.Marshal(Callback{
		Key: s.ID, Kind: kind, Platform: m.Platform, InReplyTo: m.ID, Thread: m.Thread,
		Author: m.Author, Text: s.Text, URL: m.URL, At: s.CreatedAt.UTC(),
	})
	if err != nil {
		return care.Receipt{}, fmt.Errorf("webhook: %w: %w", connectors.ErrRefused, err)
	}
	answer, err := w.call(ctx, http.MethodPost, w.set.String("callback"), body, s.ID)
	if err != nil {
		return care.Receipt{}, err
	}
	var r reply
	_ = json.Unmarshal(answer.Body, &r) // the answer's body is free
	switch {
	case answer.OK():
		return w.receipt(s, r), nil
	case kind == care.SendPrivate && answer.Status == http.StatusForbidden && r.Code == codeCannotMessage:
		return care.Receipt{}, fmt.Errorf("webhook: callback: %w", connectors.ErrCannotMessage)
	}
	return care.Receipt{}, w.refusal(answer, r)
}

// Find asks the callback whether the send stands, where the setting lookup says
// that it can tell.
func (w *Webhook) Find(ctx context.Context, s care.Send) (care.Receipt, error) {
	if !w.set.Bool("lookup") {
		return care.Receipt{}, fmt.Errorf("webhook: %w: the setting lookup is off", connectors.ErrCannotFind)
	}
	answer, err := w.lookUp(ctx, s.ID)
	if err != nil {
		return care.Receipt{}, err
	}
	var r reply
	malformed := rest.Decode(answer.Body, &r)
	switch {
	case answer.Status == http.StatusNotFound:
		return care.Receipt{}, fmt.Errorf("webhook: %s: %w", s.ID, connectors.ErrNotFound)
	case !answer.OK():
		return care.Receipt{}, w.refusal(answer, r)
	case malformed != nil || r.ID == "":
		return care.Receipt{}, errors.New("webhook: callback: the answer to a look-up is no JSON object with an id")
	}
	return w.receipt(s, r), nil
}

// lookUp asks the callback for the answer that has a key.
func (w *Webhook) lookUp(ctx context.Context, key string) (*rest.Answer, error) {
	address, err := url.Parse(w.set.String("callback"))
	if err != nil {
		return nil, fmt.Errorf("webhook: %w: the setting callback is no address", connectors.ErrMisconfigured)
	}
	q := address.Query()
	q.Set("key", key)
	address.RawQuery = q.Encode()
	return w.call(ctx, http.MethodGet, address.String(), nil, key)
}

// call makes one signed call.
func (w *Webhook) call(ctx context.Context, method, address string, body []byte, key string) (*rest.Answer, error) {
	if address == "" {
		return nil, fmt.Errorf("webhook: %w: give the setting callback to answer", connectors.ErrMisconfigured)
	}
	req, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("webhook: callback: %w: the setting callback is no address", connectors.ErrMisconfigured)
	}
	Sign(req.Header, string(w.sign), w.env.Now(), body)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", key)
	answer, err := rest.Do(w.env.Client, req)
	if err != nil {
		return nil, w.redact(fmt.Errorf("webhook: callback: %w", err))
	}
	return answer, nil
}

func (w *Webhook) receipt(s care.Send, r reply) care.Receipt {
	if r.ID == "" {
		r.ID = s.ID
	}
	return care.Receipt{ID: r.ID, URL: r.URL, At: w.env.Now()}
}

// refusal says what an answer that is not OK means.
func (w *Webhook) refusal(a *rest.Answer, r reply) error {
	said := []rune(strings.TrimSpace(r.Code + " " + r.Err))
	detail := string(said[:min(len(said), 200)])
	if off := a.ClockOff(w.env.Now()); off != "" && a.Status == http.StatusUnauthorized {
		detail = strings.TrimSpace(detail + " " + off)
	}
	return w.redact(fmt.Errorf("webhook: callback: %w", a.Err(detail, w.env.Now())))
}

func (w *Webhook) redact(err error) error { return rest.Redact(err, string(w.sign)) }
