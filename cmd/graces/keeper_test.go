package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// A refresh token is good once: a connector that was tried under one name is saved
// under another and goes on with what came of the token, and what came of it goes
// with the connector.
func TestATriedTokenIsSavedAndRemoved(t *testing.T) {
	var used atomic.Int32
	platform := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/2/oauth2/token" && (r.FormValue("refresh_token") != "the first" || used.Add(1) > 1):
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprint(w, `{"error":"invalid_grant"}`)
		case r.URL.Path == "/2/oauth2/token":
			fmt.Fprint(w, `{"access_token":"access","refresh_token":"the second","expires_in":7200}`)
		case r.URL.Path == "/2/users/me":
			fmt.Fprint(w, `{"data":{"id":"1","username":"larkspur","name":"Larkspur"}}`)
		default:
			fmt.Fprint(w, `{"meta":{"result_count":0}}`)
		}
	}))
	t.Cleanup(platform.Close)
	g := aConfigured(t)
	d, base := running(t, g)
	a := signedIn(t, d, base)
	form := func(do, name string) url.Values {
		return url.Values{"do": {do}, "name": {name}, "set.base_url": {platform.URL}, "set.client_id": {"app"}, "set.refresh_token": {"the first"}}
	}
	for _, name := range []string{"x", "x-main"} {
		if page := a.post("/new-connector/x", form("try", name)); strings.Contains(page, "refresh token no more") || !strings.Contains(page, "as @larkspur") {
			t.Errorf("tried as %s: %s", name, page)
		}
	}
	tokens := func() []string {
		found, err := filepath.Glob(filepath.Join(d.watch.Current().Data, "x-*"))
		must(t, err)
		return found
	}
	if found := tokens(); used.Load() != 1 || len(found) != 1 {
		t.Errorf("the token was used %d times, and there are %q", used.Load(), found)
	}
	if page := a.post("/new-connector/x", form("save", "x-main")); !strings.Contains(page, "is added and in force") {
		t.Errorf("saved: %s", page)
	}
	a.post("/connectors/x-main/remove", nil)
	if found := tokens(); len(found) != 0 {
		t.Errorf("left behind: %q", found)
	}
}
