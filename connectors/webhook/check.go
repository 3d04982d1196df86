package webhook

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"goodgraces/connectors"
	"goodgraces/connectors/calls"
	"goodgraces/connectors/rest"
)

// checkKey is the key that a check looks up. No send has it.
const checkKey = "graces-check"

// Check says where calls are taken, and whether the callback answers. Nothing is
// posted to it.
func (w *Webhook) Check(ctx context.Context) []connectors.Finding {
	found := []connectors.Finding{w.checkCalls(), connectors.Found("secret", "it is set; the other side must sign with the same, by a clock that agrees with ours (setting window)")}
	if w.set.String("callback") == "" {
		return append(found, connectors.Lacking("callback", "none is set: posts are only read; give callback to answer them"))
	}
	found = append(found, w.checkCallback(ctx))
	if !w.set.Bool("lookup") {
		return append(found, connectors.Lacking("look-up", "the setting lookup is off: an answer whose fate is unknown waits for a person"))
	}
	return found
}

func (w *Webhook) checkCalls() connectors.Finding {
	where := calls.Where(w.name)
	if !w.line.Reading() {
		return connectors.Found("calls", "send them to %s; they are taken while graces serve runs with the role connect", where)
	}
	return connectors.Found("calls", "they are taken at %s", where)
}

// checkCallback looks up a key that nobody has, or asks for nothing but an
// answer.
func (w *Webhook) checkCallback(ctx context.Context) connectors.Finding {
	step, ask := "callback", w.knock
	if w.set.Bool("lookup") {
		step, ask = "look-up", w.lookUp
	}
	answer, err := ask(ctx, checkKey)
	switch {
	case err != nil:
		return connectors.Failed(step, err, "check the setting callback, and that the other side runs")
	case answer.Status == http.StatusUnauthorized || answer.Status == http.StatusForbidden:
		return connectors.Failed(step, w.refusal(answer, reply{}), "the other side must take our signature: is its secret the same?")
	case answer.Status >= 500 || answer.Status >= 300 && answer.Status < 400:
		return connectors.Failed(step, w.refusal(answer, reply{}), "")
	case !w.set.Bool("lookup"):
		return connectors.Found(step, "it answers (status %d to a call that posts nothing)", answer.Status)
	case answer.Status == http.StatusNotFound:
		return connectors.Found(step, "it answers, and knows that an answer which was never sent does not stand")
	case answer.OK() && !json.Valid(answer.Body):
		return connectors.Failed(step, fmt.Errorf("webhook: callback: the answer to a look-up is not JSON"), "answer 404 where no answer has the key, else 200 with id and url")
	case answer.OK():
		return connectors.Failed(step, fmt.Errorf("webhook: callback: it says that an answer stands which was never sent (key %s)", checkKey), "answer 404 where no answer has the key; otherwise answers are taken for sent that are not")
	}
	return connectors.Failed(step, w.refusal(answer, reply{}), "answer 404 where no answer has the key")
}

// knock asks the callback for its headers alone.
func (w *Webhook) knock(ctx context.Context, key string) (*rest.Answer, error) {
	return w.call(ctx, http.MethodHead, w.set.String("callback"), nil, key)
}
