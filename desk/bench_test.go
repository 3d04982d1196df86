package desk

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"goodgraces/responder"
)

// BenchmarkCasePage renders the page that people see most, with every check of
// its draft, over the real store.
func BenchmarkCasePage(b *testing.B) {
	w, cookie := benchWorld(b)
	path := "/cases/" + w.cases[0].Case.ID
	for b.Loop() {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.AddCookie(cookie)
		rec := httptest.NewRecorder()
		w.desk.Handler().ServeHTTP(rec, r)
		if rec.Code != http.StatusOK {
			b.Fatal(rec.Code)
		}
	}
}

func benchWorld(b *testing.B) (*world, *http.Cookie) {
	b.Helper()
	w := newWorld(b)
	real, err := responder.New("")
	if err != nil {
		b.Fatal(err)
	}
	w.desk.responder = func() drafter { return real }
	rec := httptest.NewRecorder()
	w.desk.Handler().ServeHTTP(rec, httptest.NewRequest(http.MethodGet, w.link("ann", RoleAgent), nil))
	return w, rec.Result().Cookies()[0]
}
