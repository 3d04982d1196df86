package x

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"regexp"
	"strings"

	"goodgraces/connectors/calls"
	"goodgraces/connectors/rest"
)

const (
	headerSignature = "X-Twitter-Webhooks-Signature"
	signaturePrefix = "sha256="
	maxHook         = 4 << 20 // longest call that is taken, in bytes
)

// challenge is what X asks to be signed: a UUID in Base64, as a rule. No JSON
// object is one. X signs its calls with the same secret, so that signing whatever
// we are asked to would sign anybody's calls.
var challenge = regexp.MustCompile(`^[A-Za-z0-9+/=_-]{1,256}$`)

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
		x.prove(w, r.URL.Query().Get("crc_token"))
	case r.Method == http.MethodPost:
		x.take(w, r)
	default:
		w.Header().Set("Allow", "GET, POST")
		answer(w, http.StatusMethodNotAllowed, "only GET and POST are taken here")
	}
}

// prove shows X that the secret is known here.
func (x *X) prove(w http.ResponseWriter, token string) {
	if !challenge.MatchString(token) {
		answer(w, http.StatusBadRequest, "crc_token must be at most 256 letters, digits and + / = _ -")
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
		x.refuse(w)
		return
	}
	if !x.hook.Reading() {
		unavailable(w)
		return
	}
	own, err := x.own.get(r.Context()) // known, where Read runs
	if err != nil {
		unavailable(w)
		return
	}
	var a activity
	if err := rest.Decode(body, &a); err != nil {
		answer(w, http.StatusBadRequest, "the body is no JSON object")
		return
	}
	mentions, err := x.events(r.Context(), a, own)
	if err != nil {
		unavailable(w)
		return
	}
	x.env.Heard()
	x.refused.Taken()
	if len(mentions) > 0 && x.hook.Deliver(r.Context(), mentions) != nil {
		unavailable(w)
		return
	}
	reply(w, http.StatusOK, map[string]int{"accepted": len(mentions)})
}

// errUnsigned: a call is not X's, or X signs with another secret.
var errUnsigned = errors.New(headerSignature + " does not fit; is api_secret that of the app which registered the webhook?")

// refuse says that a call is not X's; people see it where this connector reads.
func (x *X) refuse(w http.ResponseWriter) {
	if x.hook.Reading() {
		x.refused.Refused(errUnsigned)
	}
	answer(w, http.StatusForbidden, errUnsigned.Error())
}

func unavailable(w http.ResponseWriter) {
	calls.TryLater(w.Header())
	answer(w, http.StatusServiceUnavailable, calls.ErrNotReading.Error())
}

func answer(w http.ResponseWriter, status int, problem string) {
	reply(w, status, map[string]string{"error": problem})
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // the caller may be gone
}
