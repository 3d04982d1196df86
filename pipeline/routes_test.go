package pipeline

import (
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/responder/link"
	"goodgraces/store"
)

// A door that closes while the answer waits: the answer does not leave, and the
// case comes back to a person.
func TestAClosedRouteIsNotOffered(t *testing.T) {
	p := &platform{name: "test"}
	s := newShop(t, p)
	s.cfg.Responder.Routes = []config.Route{{Name: "phone", Kind: "phone", Text: "call us"}}
	m := approve(t, s)
	closed := true
	_, err := s.Store.SetRoute(t.Context(), store.RouteChange{Name: "phone", Closed: &closed, Reason: "flooded", Actor: "mo", At: s.Now()})
	must(t, err)
	s.send(t)
	if len(p.texts()) != 0 {
		t.Errorf("said %q", p.texts())
	}
	f := s.case_(t, m)
	_, public := s.sends(t, m)
	if f.Case.State != care.StateFailed || !strings.Contains(public.Reason, "closed_route") || !strings.Contains(public.Reason, "flooded") {
		t.Errorf("the case is %s: %q", f.Case.State, public.Reason)
	}
}

func TestDraftsKnowTheRoutesAndTheForm(t *testing.T) {
	s := newShop(t, &platform{name: "test", messages: true})
	s.cfg.Desk.PublicURL = "https://desk.example"
	s.cfg.Responder.FormFor = time.Hour
	s.cfg.Responder.WaitFor = time.Hour
	s.Links = link.NewSigner([]byte("a key of at least thirty-two bytes, here"))
	s.cfg.Responder.Routes = []config.Route{{Name: "phone", Kind: "phone", Text: "call us on 0800 111"}, {Name: "chat", Kind: "chat", Text: "open the chat in our app"}}
	wait := 4 * time.Minute
	_, err := s.Store.SetRoute(t.Context(), store.RouteChange{Name: "chat", Wait: &wait, Actor: "mo", At: s.Now()})
	must(t, err)
	m := post("1", complaint)
	s.publish(t, m)
	s.work(t)
	d := s.case_(t, m).Draft()
	if !strings.Contains(d.Otherwise, "open the chat in our app") || !strings.Contains(d.Otherwise, "about 4 minutes") {
		t.Errorf("the quickest is not offered, or its wait not said: %q", d.Otherwise)
	}
	_, token, found := strings.Cut(d.Private.Text, "https://desk.example"+link.Path)
	token, _, _ = strings.Cut(token, " ")
	claim, err := s.Links.Open(strings.TrimRight(token, "."), s.Now())
	if !found || err != nil || claim.CaseID != d.CaseID {
		t.Errorf("the form: %+v, %v, in %q", claim, err, d.Private.Text)
	}
}

// What follows a resolution is to connectors a public answer and a private
// message like any other.
func TestAftercareIsSent(t *testing.T) {
	p := &platform{name: "test", messages: true}
	s := newShop(t, p)
	m := approve(t, s)
	s.send(t)
	id := s.case_(t, m).Case.ID
	_, err := s.Store.Decide(t.Context(), care.Decision{CaseID: id, Actor: "ann", Kind: care.DecideResolve, At: s.Now()}, care.StateResolved)
	must(t, err)
	for kind, text := range map[care.SendKind]string{care.SendClosing: "Glad this is settled.", care.SendFollowUp: "How did it go?"} {
		_, err := s.Store.ApproveAfter(t.Context(), store.Aftercare{CaseID: id, Kind: kind, Text: text, Actor: "ann", At: s.Now(), NotBefore: s.Now()})
		must(t, err)
	}
	s.send(t)
	said := strings.Join(p.texts(), "\n")
	if !strings.Contains(said, "public: Glad this is settled.") || !strings.Contains(said, "private: How did it go?") || len(p.texts()) != 4 {
		t.Errorf("said %q", said)
	}
	if f := s.case_(t, m); f.Case.State != care.StateResolved {
		t.Errorf("the case is %s", f.Case.State)
	}
}
