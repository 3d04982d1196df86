package desk

import "strings"

// rail lists where a person can go. A count that cannot be had is left out: the
// page itself says that the database is away.
func (d *Desk) rail(v *visit) (lists, tools []tab) {
	counts, err := d.counts(v.r.Context())
	if err != nil {
		d.o.Log.Error("desk: counts", "error", err)
	}
	path := v.r.URL.Path
	working := path == "/" || (len(path) > 7 && path[:7] == "/cases/")
	here := placeOf(v.r).Group
	for _, g := range groups {
		if g.asNeeded && counts[g.key] == 0 && here != g.key {
			continue
		}
		lists = append(lists, tab{Key: g.key, Title: g.title, URL: place{Group: g.key}.url("/"), Count: counts[g.key], Current: working && g.key == here})
	}
	for _, t := range []struct{ title, url, role string }{
		{"Incidents", "/incidents", RoleAgent},
		{"Not answered", "/mentions", RoleAgent},
		{"Channels", "/channels", RoleAgent},
		{"Templates", "/templates", RoleAgent},
		{"Known answers", "/answers", RoleAgent},
		{"How well it judges", "/judging", RoleManager},
		{"Dead letters", "/dead", RoleManager},
		{"Status", "/status", RoleAgent},
		{"People", "/users", RoleAdmin},
	} {
		if v.may(t.role) {
			one := tab{Title: t.title, URL: t.url, Current: path == t.url || strings.HasPrefix(path, t.url+"/")}
			if key := t.url[1:]; key == "incidents" || key == "status" {
				one.Key, one.Count = key, counts[key]
			}
			tools = append(tools, one)
		}
	}
	return lists, tools
}
