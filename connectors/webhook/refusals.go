package webhook

import (
	"errors"

	"goodgraces/connectors"
)

// weight orders the reasons: who signs with our secret is no stranger.
func weight(err error) int {
	switch {
	case errors.Is(err, errOutsideTime):
		return 3
	case errors.Is(err, errBadSignature):
		return 2
	}
	return 1
}

// sayRefused turns calls that are refused into the connector's state.
func sayRefused(env connectors.Env) func(error) {
	return func(why error) {
		if why == nil {
			env.Status(connectors.Connected, "")
			return
		}
		env.Status(connectors.Degraded, "webhook: calls come and are refused: "+why.Error()+" ("+remedy(why)+"; this stands until a call is taken)")
	}
}

func remedy(err error) string {
	switch {
	case errors.Is(err, errOutsideTime):
		return "set the clocks of both machines, or the setting window"
	case errors.Is(err, errBadSignature):
		return "give both sides the same secret"
	}
	return "let the other side sign its calls: step 2 of the setup; without one, a stranger's may be meant"
}
