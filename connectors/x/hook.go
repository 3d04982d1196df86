package x

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"

	"goodgraces/care"
)

const (
	headerSignature = "X-Twitter-Webhooks-Signature"
	signaturePrefix = "sha256="
	maxHook         = 4 << 20 // longest call that is taken, in bytes
	maxChallenge    = 1 << 10 // longest challenge that is signed
)

// hook is where X delivers.
type hook struct {
	mu   sync.Mutex
	line *line // nil while Read does not run
}

// line leads from the handler to one call of Read.
type line struct {
	own   ours
	calls chan delivery
	done  chan struct{} // closed when Read returns
}

// delivery is one call's mentions on their way to Read, and its answer.
type delivery struct {
	mentions []care.Mention
	taken    chan error // has room for one
}

// begin opens the line; end closes it.
func (h *hook) begin(own ours) (calls <-chan delivery, end func(), err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.line != nil {
		return nil, nil, errors.New("x: already being read")
	}
	l := &line{own: own, calls: make(chan delivery), done: make(chan struct{})}
	h.line = l
	return l.calls, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.line = nil
		close(l.done)
	}, nil
}

func (h *hook) current() *line {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.line
}

var errNotReading = errors.New("not reading at the moment; try again")

// deliver waits until Read has put the mentions into the queue.
func (l *line) deliver(ctx context.Context, mentions []care.Mention) error {
	d := delivery{mentions, make(chan error, 1)}
	select {
	case l.calls <- d:
	case <-l.done:
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

// Handler takes X's calls. A GET with crc_token is X asking whether the secret is
// known here, which is answered even while Read does not run: X forgets a
// webhook that fails it. A POST is answered 200 once its posts are in the queue,
// 503 while Read does not run, 403 where the signature does not fit.
func (x *X) Handler() http.Handler { return http.HandlerFunc(x.serve) }

func (x *X) serve(w http.ResponseWriter, r *http.Request) {
	switch {
	case x.mode() != readWebhook:
		answer(w, http.StatusNotFound, "this connector takes no calls: its setting read is not webhook")
	case r.Method == http.MethodGet:
		x.challenge(w, r.URL.Query().Get("crc_token"))
	case r.Method == http.MethodPost:
		x.take(w, r)
	default:
		w.Header().Set("Allow", "GET, POST")
		answer(w, http.StatusMethodNotAllowed, "only GET and POST are taken here")
	}
}

// challenge proves to X that the secret is known here.
func (x *X) challenge(w http.ResponseWriter, token string) {
	if token == "" || len(token) > maxChallenge {
		answer(w, http.StatusBadRequest, "crc_token is missing")
		return
	}
	reply(w, http.StatusOK, map[string]string{"response_token": x.sign([]byte(token))})
}

func (x *X) sign(text []byte) string {
	mac := hmac.New(sha256.New, []byte(x.set.String("api_secret")))
	mac.Write(text)
	return signaturePrefix + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

func (x *X) take(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxHook))
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		answer(w, http.StatusRequestEntityTooLarge, "the body is longer than 4 MB")
		return
	case err != nil:
		answer(w, http.StatusBadRequest, "the body broke off")
		return
	case !hmac.Equal([]byte(strings.TrimSpace(r.Header.Get(headerSignature))), []byte(x.sign(body))):
		answer(w, http.StatusForbidden, headerSignature+" does not fit; is api_secret that of the app which registered the webhook?")
		return
	}
	l := x.hook.current()
	if l == nil {
		unavailable(w)
		return
	}
	mentions, err := x.events(body, l.own)
	if err != nil {
		answer(w, http.StatusBadRequest, "the body is no JSON object")
		return
	}
	x.env.Heard()
	if len(mentions) > 0 && l.deliver(r.Context(), mentions) != nil {
		unavailable(w)
		return
	}
	reply(w, http.StatusOK, map[string]int{"accepted": len(mentions)})
}

func unavailable(w http.ResponseWriter) {
	w.Header().Set("Retry-After", "5")
	answer(w, http.StatusServiceUnavailable, errNotReading.Error())
}

func answer(w http.ResponseWriter, status int, problem string) {
	reply(w, status, map[string]string{"error": problem})
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // the caller may be gone
}
