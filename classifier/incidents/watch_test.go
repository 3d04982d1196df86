package incidents

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/care"
)

var at0 = time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC)

// drawn is an arbitrary stream within one window.
func drawn(t *rapid.T) []Post {
	n := rapid.IntRange(0, 60).Draw(t, "n")
	posts := make([]Post, n)
	for i := range posts {
		posts[i] = Post{
			Key: fmt.Sprint("x:", i), Author: fmt.Sprint("x:a", rapid.IntRange(0, 20).Draw(t, "author")), Platform: "x", Thread: "x:t",
			At:    at0.Add(time.Duration(rapid.IntRange(0, 3599).Draw(t, "second")) * time.Second),
			Point: rapid.SampledFrom([]string{"", "t1", "t2", "l1"}).Draw(t, "point"),
			Hash:  rapid.SampledFrom([]uint64{1, 0xffff0000ffff0000, 0x123456789abcdef0}).Draw(t, "hash"),
			Words: rapid.IntRange(1, 12).Draw(t, "words"), Tone: Tone(rapid.IntRange(0, 3).Draw(t, "tone")),
			Figures: uint32(rapid.IntRange(0, 2).Draw(t, "figures")), Topic: "delay",
		}
	}
	return posts
}

// run shows posts to a watch and returns those that an incident stands for.
func run(w *Watch, posts []Post) map[string]bool {
	in := map[string]bool{}
	for _, p := range posts {
		if place := w.Observe(p); place.Spot != "" && !place.Own {
			in[p.Key] = true
		}
		for _, f := range w.Take() {
			for _, m := range f.Posts {
				if !m.Own {
					in[m.Key] = true
				}
			}
		}
	}
	return in
}

// A post with a matter of its own is never taken for a part of an incident,
// but where many accounts say the same in the same place, to the number.
func TestNobodyWithAMatterOfTheirOwnIsSwallowed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		posts := drawn(t)
		in := run(New(Limits{}), posts)
		for _, p := range posts {
			if p.Tone != Own || !in[p.Key] {
				continue
			}
			same := map[string]bool{}
			for _, q := range posts {
				if q.Point == p.Point && q.Hash == p.Hash && q.Figures == p.Figures {
					same[q.Author] = true
				}
			}
			if p.Point == "" || p.Words < fullWords || len(same) < 6 {
				t.Fatalf("swallowed: %+v", p)
			}
		}
	})
}

// Within one window the order of arrival changes nothing about reproaches in
// one place, once the crowd is plain: nobody else speaks there.
func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		posts := drawn(t)
		for i := range posts {
			posts[i].Words = 1
			if posts[i].Tone != Own {
				posts[i].Tone = Jeer
			}
		}
		posts = slices.DeleteFunc(posts, func(p Post) bool { return p.Tone == Own })
		shuffled := rapid.Permutation(posts).Draw(t, "order")
		if a, b := run(New(Limits{}), posts), run(New(Limits{}), shuffled); !maps.Equal(a, b) {
			t.Fatalf("%v in one order, %v in another", a, b)
		}
	})
}

// With others speaking up too, what differs by the order is no more than what
// came before the crowd was plain: the incident may begin or not, but where it
// begins in both orders the same reproaches are part of it.
func TestOrderHardlyMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		posts := drawn(t)
		for i := range posts {
			posts[i].Words, posts[i].Point = 1, "t1"
		}
		a := run(New(Limits{}), posts)
		b := run(New(Limits{}), rapid.Permutation(posts).Draw(t, "order"))
		if len(a) > 0 && len(b) > 0 && !maps.Equal(a, b) {
			t.Fatalf("%v in one order, %v in another", a, b)
		}
	})
}

// To see a post twice changes nothing.
func TestObservedTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		posts := drawn(t)
		w := New(Limits{})
		run(w, posts)
		before := len(w.known)
		for _, p := range posts {
			w.Observe(p)
			w.Learn(p, false)
		}
		w.Take()
		if len(w.known) != before {
			t.Fatalf("%d posts remembered, then %d", before, len(w.known))
		}
	})
}

// Whatever arrives, memory is bounded.
func TestMemoryIsBounded(t *testing.T) {
	w := New(Limits{})
	for i := range 3 * Memory {
		w.Observe(Post{
			Key: fmt.Sprint("x:", i), Author: fmt.Sprint("x:a", i), At: at0.Add(time.Duration(i) * time.Second),
			Point: fmt.Sprint("t", i%(2*Memory)), Tone: Jeer, Words: 9, Hash: uint64(i) * 0x9e3779b97f4a7c15,
		})
	}
	for range 5000 {
		w.Observe(Post{Key: strings.Repeat("k", 1<<16), Author: "x", Point: "t1", Tone: Jeer})
	}
	total := 0
	for _, list := range w.here {
		total += len(list)
	}
	if len(w.known) > Memory || len(w.here) > Memory || total > Memory || len(w.ring) != Memory {
		t.Errorf("%d posts, %d places, %d posts at them", len(w.known), len(w.here), total)
	}
	for i := range 10 * maxHere {
		w.Observe(Post{Key: fmt.Sprint("y:", i), Author: "y", At: at0, Point: "crowded", Tone: Noise})
	}
	if n := len(w.here["crowded"]); n > maxHere {
		t.Errorf("%d posts at one place", n)
	}
}

// What a person ended begins anew only with new posts; what they found to be
// separate does not.
func TestEndedAndSeparate(t *testing.T) {
	jeer := func(i int) Post {
		return Post{Key: fmt.Sprint("x:", i), Author: fmt.Sprint("x:a", i), At: at0, Point: "t1", Thread: "x:t", Tone: Jeer, Words: 2}
	}
	w := New(Limits{})
	for i := range 6 {
		w.Observe(jeer(i))
	}
	found := w.Take()
	if len(found) != 1 || found[0].Kind != care.IncidentPileOn || found[0].Thread != "x:t" || found[0].Origin != "x:t" || len(found[0].Posts) != 6 {
		t.Fatalf("%+v", found)
	}
	spot := found[0].Spot
	w.Sync(map[string]bool{spot: false})
	w.Sync(map[string]bool{}) // ended
	if place := w.Observe(jeer(6)); place.Spot != "" {
		t.Errorf("it began anew with one post: %+v", place)
	}
	for i := range 5 {
		w.Observe(jeer(7 + i))
	}
	if len(w.Take()) != 1 {
		t.Error("it does not begin anew")
	}
	w.Sync(map[string]bool{spot: true})
	if place := w.Observe(jeer(20)); place.Spot != "" || len(w.Take()) != 0 {
		t.Errorf("separate matters are gathered: %+v", place)
	}
}

// What was found and never stored is found again.
func TestDrop(t *testing.T) {
	w := New(Limits{Accounts: 3})
	post := func(i int) Post {
		return Post{Key: fmt.Sprint("x:", i), Author: fmt.Sprint("x:a", i), At: at0, Point: "t1", Tone: Jeer}
	}
	for i := range 3 {
		w.Observe(post(i))
	}
	if len(w.Take()) != 1 {
		t.Fatal("nothing found")
	}
	w.Drop()
	if w.Placed(post(0)).Spot != "" {
		t.Error("dropped, and still there")
	}
	w.Observe(post(2))
	if len(w.Take()) != 1 {
		t.Error("not found again")
	}
}

// A stored post outside of its incident is brought in.
func TestStragglers(t *testing.T) {
	w := New(Limits{})
	w.Sync(map[string]bool{"at t1": false})
	p := Post{Key: "x:1", Author: "x:a", At: at0, Point: "t1", Tone: Jeer}
	w.Learn(p, true)
	if len(w.Take()) != 0 {
		t.Error("a member is found")
	}
	w.Learn(p, false)
	if f := w.Take(); len(f) != 1 || f[0].Spot != "at t1" || f[0].Accounts != 0 || len(f[0].Posts) != 1 {
		t.Errorf("%+v", f)
	}
}

func FuzzRead(f *testing.F) {
	p := Post{Hash: 77, Figures: 3, Words: 9, Tone: Own, Topic: "delay", Point: "t1"}
	f.Add(p.Mark())
	f.Add("\t\t\t\t\tx")
	f.Fuzz(func(t *testing.T, mark string) {
		var p, again Post
		if !p.Read(mark) {
			return
		}
		if p.Mark() != "" && (!again.Read(p.Mark()) || again.Hash != p.Hash || again.Point != p.Point || again.Tone != p.Tone) {
			t.Errorf("%q: %+v, then %+v", mark, p, again)
		}
	})
}

func TestPoint(t *testing.T) {
	names := []string{"Larkspur", "larkspurhelp"}
	same := func(a, b string) {
		t.Helper()
		if p, q := shared(a, names), shared(b, names); p != q || p == "" {
			t.Errorf("%q: %q, %q: %q", a, p, b, q)
		}
	}
	same("lol https://X.example/larkspur/status/9?s=20", "what https://x.example/larkspur/status/9.")
	same("never again #BoycottLarkspur", "#boycottlarkspur !")
	for _, text := range []string{"#fail", "#larkspur", "see https://larkspur.example", "https://", "#", "plain"} {
		if p := shared(text, names); p != "" {
			t.Errorf("%q gathers at %q", text, p)
		}
	}
	m := care.Mention{ID: "2", Platform: "x", Thread: "1", InReplyTo: "1", ThreadAuthor: "bob", Author: care.Author{ID: "bob"}}
	if p := point(&m, names); p != "" {
		t.Errorf("who began the thread gathers in it: %q", p)
	}
	m.Author.ID = "joe"
	if p := point(&m, names); !strings.HasPrefix(p, inThread) {
		t.Errorf("a reply gathers at %q", p)
	}
}

func BenchmarkObserve(b *testing.B) {
	w := New(Limits{})
	for i := range Memory {
		w.Observe(Post{Key: fmt.Sprint("x:", i), Author: fmt.Sprint(i), At: at0, Tone: Jeer, Words: 9, Hash: uint64(i) * 0x9e3779b97f4a7c15})
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		w.Observe(Post{Key: fmt.Sprint("y:", i), Author: fmt.Sprint(i), At: at0, Tone: Jeer, Words: 9, Hash: uint64(i) * 0x517cc1b727220a95})
	}
}
