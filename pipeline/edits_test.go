package pipeline

import (
	"slices"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// An edited post is judged anew; its draft stays, and the case says so.
func TestAnEditedPostIsReadAgain(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	m := post("1", complaint)
	s.publish(t, m)
	s.work(t)
	before := s.case_(t, m)
	edited := m
	edited.Text, edited.EditedAt = "Thank you, the parcel came and all is well.", time.Now()
	s.publish(t, edited, edited)
	s.work(t)
	f := s.case_(t, m)
	if f.Mention.Text != edited.Text || f.Case.Note != store.Edited || f.Case.State != care.StateDrafted {
		t.Errorf("mention %q, case %+v", f.Mention.Text, f.Case)
	}
	if len(f.Drafts) != len(before.Drafts) || f.Draft().Text != before.Draft().Text {
		t.Error("the draft was swapped under the person who reads it")
	}
	if f.Verdict.Complaint >= before.Verdict.Complaint {
		t.Errorf("judged as before: %g, then %g", before.Verdict.Complaint, f.Verdict.Complaint)
	}
	profiles, err := s.Store.Profiles(t.Context(), []string{m.AuthorKey()})
	must(t, err)
	if p := profiles[m.AuthorKey()]; p.Contacts != 1 {
		t.Errorf("an edit counts as a contact: %d", p.Contacts)
	}
}

// An edit that overtakes its post, in the same batch, is not lost.
func TestAnEditInTheSameBatch(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	m := post("1", complaint)
	edited := m
	edited.Text, edited.EditedAt = "My lawyer will sue you over this parcel.", time.Now()
	s.publish(t, m, edited)
	s.work(t)
	if f := s.case_(t, m); f.Mention.Text != edited.Text || f.Case.State != care.StateLegal {
		t.Errorf("mention %q, state %s", f.Mention.Text, f.Case.State)
	}
}

// A post that no case stands for opens one when an edit makes it ask something
// of us, as it would have when new; an edit that asks nothing opens none.
func TestAnEditOpensACase(t *testing.T) {
	const mild = "The weather in Leeds is mild today"
	for text, want := range map[string]care.State{
		complaint: care.StateDrafted,
		"My lawyer will sue you over this parcel.": care.StateLegal,
		"Your driver punched my brother":           care.StateSafety,
		"The weather in Leeds is wet today":        "",
	} {
		s := newShop(t, &platform{name: "test"})
		m := post("1", mild)
		m.CreatedAt = time.Now().Add(-10 * time.Hour)
		s.publish(t, m)
		s.work(t)
		edited := m
		edited.Text, edited.EditedAt = text, time.Now()
		s.publish(t, edited, edited)
		s.work(t)
		row, err := s.Store.Mention(t.Context(), m.Key())
		must(t, err)
		if row.Mention.Text != text || (row.CaseID != "") != (want != "") {
			t.Errorf("%q: case %q, %s", row.Mention.Text, row.CaseID, row.Verdict.Action)
			continue
		}
		if want == "" {
			continue
		}
		f := s.case_(t, m)
		if f.Case.State != want || (f.Draft() != nil) != (want == care.StateDrafted) || f.Case.Note == store.Edited {
			t.Errorf("%q: case %+v, %d drafts", text, f.Case, len(f.Drafts))
		}
		if due := f.Case.DueAt.Sub(edited.EditedAt.Truncate(time.Millisecond)); due != s.cfg.Sender.ResponseDue {
			t.Errorf("%q: due %s after the edit", text, due)
		}
	}
}

// An edit does not speak to somebody whom we let go.
func TestAnEditOfSomebodyFolded(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	m := post("1", "The weather in Leeds is mild today")
	v := s.Classifier().Judge(&m)
	v.Standing = &care.Standing{Kind: care.KindBaiter, Stance: care.StanceSilence, Signals: []care.Signal{{Name: "repeats", Note: "said it before"}}}
	must(t, s.Store.Record(t.Context(), []store.Handled{{Mention: m, Verdict: v}}, nil))
	m.Text, m.EditedAt = complaint, time.Now()
	s.publish(t, m)
	s.work(t)
	if f := s.case_(t, m); f.Case.State != care.StateFolded || f.Draft() != nil {
		t.Errorf("case %+v", f.Case)
	}
}

// Reposts and programs are kept, and nobody is asked to answer them.
func TestRepostsAndProgramsAreNotAnswered(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	repost, bot, danger := post("1", complaint), post("2", complaint), post("3", "I am going to kill myself because of you")
	repost.Repost, bot.Author.Bot, danger.Author.Bot = true, true, true
	shown := post("4", "👏 @acme https://acme.example/news")
	shown.Quotes = "the brand's news"
	s.publish(t, repost, bot, danger, shown)
	s.work(t)
	for _, m := range []care.Mention{repost, bot, shown} {
		row, err := s.Store.Mention(t.Context(), m.Key())
		must(t, err)
		if row.CaseID != "" || row.Verdict.Action != care.ActIgnore {
			t.Errorf("%s: case %q, action %s", m.ID, row.CaseID, row.Verdict.Action)
		}
	}
	if f := s.case_(t, danger); f.Case.State != care.StateSafety {
		t.Errorf("danger is %s", f.Case.State)
	}
}

// What moderation says of a post later is kept with it.
func TestLabelsComeLater(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	m := post("1", complaint)
	m.Labels = []string{"rude"}
	s.publish(t, m)
	s.work(t)
	m.Labels = []string{"spam"}
	s.publish(t, m)
	s.work(t)
	if got := s.case_(t, m).Mention.Labels; !slices.Equal(got, []string{"rude", "spam"}) {
		t.Errorf("labels %q", got)
	}
}

// What was taken back again goes; an older reading that is delivered once more
// takes nothing back.
func TestLabelsAreTakenBack(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	m := post("1", complaint)
	m.Labels = []string{"rude", "spam"}
	for _, reading := range []struct {
		labels []string
		all    bool
		want   []string
	}{{m.Labels, false, m.Labels}, {[]string{"rude"}, true, []string{"rude"}}, {nil, false, []string{"rude"}}, {nil, true, nil}} {
		m.Labels, m.LabelsAll = reading.labels, reading.all
		s.publish(t, m)
		s.work(t)
		if got := s.case_(t, m).Mention.Labels; !slices.Equal(got, reading.want) {
			t.Errorf("after %+v: %q", reading, got)
		}
	}
}

// A quote counts by its own words: without any it is an echo of what it shows.
func TestWordless(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, " 👏👏 ": true, "@acme": true, "https://x.com/acme/status/1": true, "🔥 @acme.example @bob http://a.example?b=c !!": true,
		"no": false, "#fail": false, "0/10": false, "@acme где багаж": false, "最悪": false, "mail me@acme.example": false,
	} {
		if got := wordless(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}
