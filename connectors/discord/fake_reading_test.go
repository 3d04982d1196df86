package discord_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// read answers GET. Its paths are those of the documentation.
func (s *server) read(w http.ResponseWriter, r *http.Request, path []string) {
	var out any
	switch is := strings.Join(path, "/"); {
	case is == "users/@me":
		out = us
	case is == "applications/@me":
		out = object{"id": botID, "flags": s.flags}
	case is == "gateway/bot":
		out = object{"url": "ws" + strings.TrimPrefix(s.url, "http") + "/gateway/", "shards": 1, "session_start_limit": object{"total": 1000, "remaining": 999, "reset_after": 1000, "max_concurrency": 1}}
	case is == "users/@me/guilds":
		out = []any{object{"id": guildID, "name": "Larkspur Air", "permissions": "0"}}
	case path[0] == "guilds" && len(path) == 2:
		out = object{"id": guildID, "owner_id": annID, "roles": []any{
			object{"id": guildID, "name": "@everyone", "permissions": strconv.FormatInt(1<<10|1<<16, 10)},
			object{"id": botRole, "name": "larkspur", "permissions": strconv.FormatInt(1<<11|1<<14|1<<36|1<<38, 10)}, 7,
		}}
	case path[0] == "guilds" && path[2] == "members":
		out = object{"user": us, "roles": []string{botRole}}
		if path[3] == staffID {
			out = object{"user": account(staffID, "sam"), "roles": []string{"800000000000000009"}}
		}
	case path[0] == "guilds" && path[2] == "channels":
		out = s.list(false)
	case path[0] == "guilds" && path[2] == "threads":
		out = object{"threads": s.list(true), "members": []any{}}
	case strings.HasSuffix(is, "threads/archived/public"):
		out = s.archived(path[1], r.URL.Query().Get("before"))
	case strings.HasSuffix(is, "threads/archived/private"):
		out = object{"threads": []any{}, "has_more": false}
	case path[0] == "channels" && len(path) == 2:
		if found := s.channel(path[1]); found != nil {
			out = found
		} else if len(s.posts[path[1]]) > 0 {
			out = object{"id": path[1], "type": 1}
		}
	case path[0] == "channels" && path[2] == "messages" && s.rights[path[1]] == "1024":
		fail(w, 403, 50001, "Missing Access")
		return
	case path[0] == "channels" && path[2] == "messages" && len(path) == 3:
		out = s.page(path[1], r.URL.Query().Get)
	case path[0] == "channels" && path[2] == "messages":
		if found := s.find(path[1], path[3]); found != nil {
			out = found
		}
	}
	if out == nil {
		fail(w, 404, 10008, "Unknown Message")
		return
	}
	_ = json.NewEncoder(w).Encode(out)
}

func (s *server) list(threads bool) []any {
	out := []any{"nonsense", object{"id": "../../x", "type": 0}, object{"id": 17}}
	for _, r := range s.rooms {
		if kind := r["type"].(int); (kind >= 10 && kind <= 12) == threads && r["thread_metadata"] == nil {
			if lacks := s.rights[r["id"].(string)]; lacks != "" {
				r["permission_overwrites"] = []any{object{"id": botRole, "type": 0, "deny": lacks, "allow": "0"}}
			}
			out = append(out, r)
		}
	}
	return out
}

// archive archives a thread.
func (s *server) archive(thread object, at time.Time) {
	thread["thread_metadata"] = object{"archived": true, "archive_timestamp": at.UTC().Format(time.RFC3339Nano)}
}

// archived answers with one thread a page, the last archived first.
func (s *server) archived(parent, before string) object {
	when := func(r object) string { return r["thread_metadata"].(object)["archive_timestamp"].(string) }
	var found []object
	for _, r := range s.rooms {
		if r["thread_metadata"] != nil && r["parent_id"] == parent && (before == "" || when(r) < before) {
			found = append(found, r)
		}
	}
	slices.SortFunc(found, func(a, b object) int { return strings.Compare(when(b), when(a)) })
	return object{"threads": found[:min(1, len(found))], "has_more": len(found) > 1}
}

// page answers as Discord does: the newest first; with after, those right behind it.
func (s *server) page(channel string, query func(string) string) []any {
	limit, _ := strconv.Atoi(query("limit"))
	number := func(id any) uint64 {
		text, _ := id.(string)
		n, _ := strconv.ParseUint(text, 10, 64)
		return n
	}
	after, before := number(query("after")), number(query("before"))
	found := []any{} // none are [], not null
	for _, m := range s.posts[channel] {
		if n := number(m["id"]); n > after && (before == 0 || n < before) {
			found = append(found, m)
		}
	}
	if after > 0 {
		found = found[:min(limit, len(found))]
	} else {
		found = found[max(0, len(found)-limit):]
	}
	if !s.shuffled {
		slices.Reverse(found)
	}
	return found
}
