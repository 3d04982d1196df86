package bluesky

import (
	"net/http"
	"testing"
	"time"

	"goodgraces/connectors"
)

// ends notes which credential ends.
type ends struct {
	connectors.Host
	what string
}

func (e *ends) Expires(what string, _ time.Time) { e.what = what }

// What ends is called what it is: an app password.
func TestTheEndOfAnAppPassword(t *testing.T) {
	set, err := spec().Decode(map[string]any{"identifier": "larkspur.example", "password": "p", "token_expires": "2027-03-31"})
	if err != nil {
		t.Fatal(err)
	}
	host := &ends{}
	if _, err := New("bluesky", set, connectors.Env{Client: http.DefaultClient, Now: time.Now, Host: host}); err != nil {
		t.Fatal(err)
	}
	if host.what != "the app password (setting token_expires)" {
		t.Errorf("warned of %q", host.what)
	}
}
