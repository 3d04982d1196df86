package webhook_test

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"goodgraces/connectors"
	"goodgraces/connectors/webhook"
)

func TestCheck(t *testing.T) {
	for name, tt := range map[string]struct {
		status   int // of the callback; 0: none is configured
		body     string
		settings map[string]any
		want     string // the last of what is said
	}{
		"reads only":            {want: "lacks callback: none is set"},
		"answers":               {status: 405, want: "lacks look-up: the setting lookup is off"},
		"refuses":               {status: 401, want: "FAIL callback: webhook: callback: not authorised: status 401; the other side must take our signature"},
		"is broken":             {status: 502, want: "FAIL callback: webhook: callback: status 502"},
		"has moved":             {status: 307, want: "FAIL callback: webhook: callback: misconfigured"},
		"looks up":              {status: 404, settings: map[string]any{"lookup": true}, want: "ok look-up: it answers, and knows"},
		"knows everything":      {status: 200, body: "{}", settings: map[string]any{"lookup": true}, want: "FAIL look-up: webhook: callback: it says that an answer stands"},
		"says hello":            {status: 200, body: "<html>", settings: map[string]any{"lookup": true}, want: "FAIL look-up: webhook: callback: the answer to a look-up is not JSON"},
		"does not take look-up": {status: 405, settings: map[string]any{"lookup": true}, want: "FAIL look-up: webhook: callback: refused by the platform: status 405; answer 404"},
	} {
		t.Run(name, func(t *testing.T) {
			srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.Method == http.MethodPost {
					t.Error("it posts")
				}
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(tt.status)
				_, _ = w.Write([]byte(tt.body))
			}))
			defer srv.Close()
			raw := map[string]any{"secret": secret}
			if tt.status > 0 {
				raw["callback"] = srv.URL + "/?token=hush"
			}
			maps.Copy(raw, tt.settings)
			set, err := webhook.Type().Spec.Decode(raw)
			if err != nil {
				t.Fatal(err)
			}
			c, err := webhook.New("forum", set, connectors.Env{Client: srv.Client(), Now: time.Now})
			if err != nil {
				t.Fatal(err)
			}
			found := c.(connectors.Checker).Check(t.Context())
			said := ""
			for _, f := range found {
				said += string(f.State) + " " + f.Step + ": " + f.Note + "\n"
			}
			if !strings.Contains(said, tt.want) || strings.Contains(said, "hush") || !strings.HasPrefix(said, "ok calls: send them to https://YOUR-DESK/hooks/forum (where roles are split, at the address of the process that reads: role connect); they are taken while") {
				t.Errorf("it says\n%swant %q", said, tt.want)
			}
		})
	}
}
