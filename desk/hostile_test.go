package desk

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/store"
)

func TestHostilePost(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAdmin)
	nasty := "<script>alert(1)</script>\u202eevil\u2066 {{.}} https://evil.example/?a=\"><img src=x onerror=alert(1)> javascript:alert(2) \x00 \xff " + strings.Repeat("!", 20000)
	m := care.Mention{ID: "<img src=x>", Platform: "x\"><u>", Connector: "x", Text: nasty, URL: "javascript:alert(3)", CreatedAt: w.now(),
		Author: care.Author{ID: "\"><script>", Handle: "\u202e<u>bold</b>", Name: "<i>name</i>", Followers: 1}}
	id := care.CaseID(m.Platform, m.ID)
	v := care.Verdict{Action: care.ActReply, Topic: "<u>topic", Language: "\"><x", Severity: care.Blame,
		Evidence: []care.Evidence{{Label: "<u>label", Start: 0, End: 8, Text: "<script>"}, {Label: "far", Start: 3, End: 1 << 30}}}
	quiet := m
	quiet.ID = "quiet"
	if err := w.store.Record(t.Context(), []store.Handled{{Mention: m, Verdict: v, Case: &care.Case{ID: id, Mention: m.Key(), State: care.StateDrafted, Priority: 9999, OpenedAt: w.now(), Note: "<u>note"},
		Draft: &care.Draft{CaseID: id, Text: "<u>answer & more", Otherwise: "<u>answer & more", Template: "<u>t"}}, {Mention: quiet}}, nil); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/cases/" + id, "/cases/" + id + "/history", "/mentions", "/?q=%3Cscript%3E&platform=%22%3E%3Cu%3E"} {
		got := ann.get(path)
		if got.status != http.StatusOK {
			t.Errorf("%s: %d", path, got.status)
		}
		for _, bad := range []string{"<script>alert", "<img src=x", "<u>", "<i>name", `href="javascript`, "\u202e", "\u2066", "<x"} {
			if strings.Contains(got.body, bad) {
				t.Errorf("%s holds %q", path, bad)
			}
		}
	}
	has(t, ann.get("/cases/"+id), "U&#43;202E", "&lt;script&gt;", "&lt;u&gt;answer &amp; more", `rel="noopener noreferrer nofollow"`)
}

func TestDeletedPost(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("maria_p")
	form := ann.answer(id)
	if err := w.store.Retract(t.Context(), []string{w.file(id).Mention.Key()}, w.now()); err != nil {
		t.Fatal(err)
	}
	if got := ann.post("/cases/"+id+"/approve", form); got.status < 400 {
		t.Errorf("answered a deleted post: %d", got.status)
	}
	has(t, ann.get("/cases/"+id), "The author has deleted this post.")
	if n := len(w.file(id).Sends); n != 0 {
		t.Errorf("%d sends", n)
	}
}

func TestByHandOnly(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("carry_on_carl")
	has(t, ann.get("/cases/"+id), "Answer by hand")
	if got := ann.post("/cases/"+id+"/approve", ann.answer(id)); got.status != http.StatusUnprocessableEntity {
		t.Errorf("approved where nothing can be sent: %d", got.status)
	}
}

func TestMentions(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	got := ann.get("/mentions")
	has(t, got, "flying kestrel to lisbon", "autumn sale")
	if strings.Contains(got.body, "the baggage team is on it") {
		t.Error("our own words are listed")
	}
	has(t, ann.get("/mentions?q=nosuch"), "Nothing here matches.")
	opened := ann.post("/mentions/open", url.Values{"key": {"bluesky:p027"}})
	if !strings.HasPrefix(opened.path, "/cases/") || opened.status != http.StatusOK {
		t.Fatalf("opened: %d %s", opened.status, opened.path)
	}
	if again := ann.post("/mentions/open", url.Values{"key": {"bluesky:p027"}}); again.status != http.StatusConflict {
		t.Errorf("opened twice: %d", again.status)
	}
}
