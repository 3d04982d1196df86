package discord_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// spacebar behaves where the Spacebar server does otherwise than Discord: a
// server comes without its roles, which have a call of their own, and nobody
// lists active threads.
func spacebar(t *testing.T) *server {
	return newServer(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			path, asked := r.URL.Path, strings.HasSuffix(r.URL.Path, "/roles")
			switch {
			case strings.HasSuffix(path, "/threads/active"):
				fail(w, http.StatusNotFound, 404, "Endpoint not found")
			case strings.HasSuffix(path, "/guilds/"+guildID) || asked:
				r.URL.Path = strings.TrimSuffix(path, "/roles")
				rec := httptest.NewRecorder()
				h.ServeHTTP(rec, r)
				var guild object
				_ = json.Unmarshal(rec.Body.Bytes(), &guild)
				out := guild["roles"]
				if !asked {
					delete(guild, "roles")
					out = guild
				}
				_ = json.NewEncoder(w).Encode(out)
			default:
				h.ServeHTTP(w, r)
			}
		})
	})
}

func TestAServerWithoutRolesAndThreads(t *testing.T) {
	s := spacebar(t)
	c, states := connect(t, s, nil)
	for _, f := range c.Check(t.Context()) {
		if strings.HasPrefix(f.Step, "servers") && !strings.Contains(f.Note, "Larkspur Air") || strings.HasPrefix(f.Step, "#") && !strings.Contains(f.Note, "can be read and answered") {
			t.Errorf("%s: %s", f.Step, f.Note)
		}
	}
	r := follow(t, c, states, "")
	defer r.stop()
	if m := s.say(ann, support, "where is it", nil); r.next(t).ID != m["id"] {
		t.Error("the post of a channel that is watched is not read")
	}
}

// An edit in whose author whole roles stand in place of their IDs is read, and
// so is one where nothing makes sense there.
func TestRolesOfAnotherShape(t *testing.T) {
	s := plainServer(t)
	c, states := connect(t, s, map[string]any{"staff": []any{"800000000000000009"}})
	r := follow(t, c, states, "")
	defer r.stop()
	for _, roles := range []any{[]any{object{"id": "800000000000000009", "name": "staff"}}, []any{"800000000000000009"}, 7, []any{7}} {
		m := s.say(ann, general, "connectortest is late", object{"member": object{"roles": []any{}}})
		r.next(t)
		m["member"] = object{"roles": roles}
		s.edit(m, "connectortest is later")
		got := r.next(t)
		if got.Text != "connectortest is later" {
			t.Errorf("%v: %+v", roles, got)
		}
		if list, ok := roles.([]any); (got.By == "brand") != (ok && list[0] != 7) {
			t.Errorf("%v: by %q", roles, got.By)
		}
	}
}
