package learn

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/care"
	"goodgraces/classifier"
)

var noon = time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)

func shipped(t testing.TB) *classifier.Classifier {
	t.Helper()
	c, err := classifier.Default(classifier.Policy{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func mention(id int, text string) care.Mention {
	return care.Mention{Platform: "web", ID: fmt.Sprint(id), Author: care.Author{ID: fmt.Sprint("author", id)}, Text: text}
}

// labelled is a post of which one person said one thing, some minutes later.
func labelled(id int, text, label, value, actor string, minute int) Post {
	m := mention(id, text)
	return Post{m, []care.Correction{{Mention: m.Key(), Label: label, Value: value, Actor: actor, At: noon.Add(time.Duration(minute) * time.Minute)}}}
}

func complaint(c *classifier.Classifier, text string) float64 {
	m := mention(0, text)
	v := c.Judge(&m)
	return v.Complaint
}

// wishes are posts that a maker of software would not call complaints. None
// shares what it asks for with another.
var wishes = []string{
	"Still no dark mode. Is it on the roadmap?", "Still no shared folders, are they on the roadmap?",
	"Still no Linux client. Is one on the roadmap?", "Still no calendar sync, is that on the roadmap?",
	"Still no offline maps. Are they on the roadmap?", "Still no export to CSV, on the roadmap?",
	"Still no Android widget, is it on the roadmap?", "Still no two factor login. On the roadmap?",
	"Still no tablet view, is it on your roadmap?", "Still no printing from the phone. Is that on the roadmap?",
}

func taught(t testing.TB, base *classifier.Classifier, task Task) (*classifier.Classifier, Report) {
	t.Helper()
	patch, report, err := Run(task)
	if err != nil {
		t.Fatal(err)
	}
	if patch == nil {
		t.Fatalf("refused:\n%s", report)
	}
	next, err := base.With(patch, "1")
	if err != nil {
		t.Fatal(err)
	}
	return next, report
}

func TestTenCorrectionsChangeTheNextVerdict(t *testing.T) {
	base := shipped(t)
	var posts []Post
	for i, text := range wishes {
		posts = append(posts, labelled(i, text, care.LabelComplaint, "false", []string{"ann", "bob"}[i%2], i))
	}
	next, report := taught(t, base, Task{Base: base, Posts: posts})
	const eleventh = "Still no watch app, is it on the roadmap?"
	if was := complaint(base, eleventh); was < 0.5 {
		t.Fatalf("%.2f: the shipped model knows this already; choose another kind of post", was)
	}
	if is := complaint(next, eleventh); is >= 0.5 {
		t.Errorf("%q is still a complaint: %.2f\n%s", eleventh, is, report)
	}
	for _, text := range []string{"Still no parcel and nobody answers my emails.", "Still no refund after three weeks!", "Still no internet in our street."} {
		if is := complaint(next, text); is < 0.5 {
			t.Errorf("%q is no complaint any more: %.2f, was %.2f", text, is, complaint(base, text))
		}
	}
	if report.Guard.Moved > 0.01 {
		t.Errorf("unrelated posts moved by %.4f on average", report.Guard.Moved)
	}
	for _, p := range guard() {
		if was, is := complaint(base, p.text), complaint(next, p.text); math.Abs(was-is) > 0.15 {
			t.Errorf("%q moved from %.2f to %.2f", p.text, was, is)
		}
	}
	if want := base.Version() + "+1"; next.Version() != want {
		t.Errorf("version %s, want %s", next.Version(), want)
	}
}

// troubles are genuine complaints, each of another thing and in other words.
func troubles() []string {
	var out []string
	for _, thing := range []string{"parcel", "fridge", "ticket", "phone", "order", "router", "jacket", "invoice", "booking", "laptop", "card", "lamp"} {
		for _, text := range []string{
			"My %s never arrived and nobody answers.", "The %s is broken again, third time this month.", "Still waiting for my %s after two weeks.",
			"You charged me twice for one %s.", "Where is my refund for the %s? It has been a month.", "The %s came damaged and support hung up on me.",
			"Cancelled my %s without telling me.", "Nobody can tell me where my %s is.", "On hold for an hour about a %s that does not work.",
		} {
			out = append(out, fmt.Sprintf(text, thing))
		}
	}
	return out
}

func TestPoisonIsRefused(t *testing.T) {
	base := shipped(t)
	for name, c := range map[string]struct {
		posts func() []Post
		why   string // in the report
	}{
		"one person turns every complaint around, slowly": {func() (posts []Post) {
			for i, text := range troubles() {
				posts = append(posts, labelled(i, text, care.LabelComplaint, "false", "mallory", i))
			}
			return posts
		}, "harms plain judgements"},
		"three people do": {func() (posts []Post) {
			for i, text := range troubles() {
				posts = append(posts, labelled(i, text, care.LabelAction, "ignore", fmt.Sprint("mallory", i%3), i))
			}
			return posts
		}, "harms plain judgements"},
		"one person holds everything for an insult": {func() (posts []Post) {
			for i, p := range guard() {
				posts = append(posts, labelled(i, "Well, "+p.text, care.LabelHostility, "true", "mallory", i))
			}
			return posts
		}, "harms plain judgements"},
		"a script labels a hundred within a minute": {func() (posts []Post) {
			for i, text := range troubles() {
				p := labelled(i, text, care.LabelComplaint, "false", "mallory", 0)
				p.Said[0].At = noon.Add(time.Duration(i) * 500 * time.Millisecond)
				posts = append(posts, p)
			}
			return posts
		}, "no corrections to learn from"},
	} {
		t.Run(name, func(t *testing.T) {
			patch, report, err := Run(Task{Base: base, Posts: c.posts()})
			if err != nil {
				t.Fatal(err)
			}
			if patch != nil || report.Accepted || !strings.Contains(report.Why, c.why) {
				t.Errorf("want a refusal because of %q, got\n%s", c.why, report)
			}
		})
	}
}

// A person who says the opposite of all others is not heard.
func TestTheCrowdIsHeard(t *testing.T) {
	base := shipped(t)
	var posts []Post
	for i, text := range wishes {
		p := labelled(i, text, care.LabelComplaint, "false", "ann", i)
		for _, c := range []care.Correction{{Actor: "bob", Value: "false"}, {Actor: "mallory", Value: "true"}, {Actor: "mallory", Label: care.LabelHostility, Value: "true"}} {
			c.Mention, c.At = p.Mention.Key(), noon.Add(time.Duration(i)*time.Minute)
			if c.Label == "" {
				c.Label = care.LabelComplaint
			}
			p.Said = append(p.Said, c)
		}
		posts = append(posts, p)
	}
	next, report := taught(t, base, Task{Base: base, Posts: posts})
	if len(report.SetAside) != 1 || !strings.Contains(report.SetAside[0], "all of mallory's") {
		t.Errorf("set aside: %q", report.SetAside)
	}
	m := mention(0, wishes[0])
	was, is := base.Judge(&m), next.Judge(&m)
	if is.Complaint >= 0.5 || math.Abs(is.Hostility-was.Hostility) > 0.01 {
		t.Errorf("complaint %.2f, hostility %.2f, was %.2f", is.Complaint, is.Hostility, was.Hostility)
	}
}

// What was learned stays in force while nothing better is learned, and what is
// added to it is learned beside it.
func TestLearningGoesOn(t *testing.T) {
	base := shipped(t)
	var posts []Post
	for i, text := range wishes {
		posts = append(posts, labelled(i, text, care.LabelComplaint, "false", "ann", i))
	}
	first, _, err := Run(Task{Base: base, Posts: posts})
	if err != nil || first == nil {
		t.Fatal(first, err)
	}
	again, report, err := Run(Task{Base: base, InForce: first, Posts: posts})
	if err != nil || again != nil {
		t.Errorf("the same corrections gave another model (%v):\n%s", err, report)
	}
	other, report, err := Run(Task{Base: base, Posts: posts})
	if err != nil || !reflect.DeepEqual(other, first) {
		t.Errorf("two runs on the same corrections differ (%v):\n%s", err, report)
	}
	alien := *first
	alien.Base = "another"
	if fresh, report, err := Run(Task{Base: base, InForce: &alien, Posts: posts}); err != nil || !reflect.DeepEqual(fresh, first) {
		t.Errorf("after a change of the shipped model (%v):\n%s", err, report)
	}
}

func TestReportIsKept(t *testing.T) {
	base := shipped(t)
	_, report, err := Run(Task{Base: base})
	if err != nil || report.Accepted || !strings.Contains(report.Why, "no corrections") {
		t.Fatalf("%v\n%s", err, report)
	}
	back, err := ReadReport(report.JSON())
	if err != nil || !reflect.DeepEqual(back, report) {
		t.Errorf("%v\n%+v\n%+v", err, back, report)
	}
	if _, err := ReadReport("{"); err == nil {
		t.Error("half a report was read")
	}
}

func TestNothingPanics(t *testing.T) {
	base := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		var posts []Post
		for i := range rapid.IntRange(0, 30).Draw(t, "posts") {
			p := labelled(i, rapid.String().Draw(t, "text"), rapid.SampledFrom([]string{"complaint", "anger", "praise", "action", "topic", "severity", "x"}).Draw(t, "label"),
				rapid.SampledFrom([]string{"true", "false", "reply", "ignore", "3", ""}).Draw(t, "value"), rapid.SampledFrom([]string{"a", "b"}).Draw(t, "actor"), rapid.IntRange(0, 9).Draw(t, "minute"))
			posts = append(posts, p)
		}
		patch, report, err := Run(Task{Base: base, Posts: posts})
		if err != nil {
			t.Fatal(err)
		}
		if (patch != nil) != report.Accepted || report.Why == "" || report.String() == "" {
			t.Fatalf("%v %+v", patch, report)
		}
	})
}

func TestCorrectedPostsAreExamplesOfTheirTopic(t *testing.T) {
	base := shipped(t)
	var posts []Post
	texts := map[string]string{}
	for i, text := range []string{"The gondola stood still again", "Stuck in the gondola for an hour", "Gondola doors would not close", "A draughty gondola, as ever", "No gondola before ten",
		"Why is the gondola so slow", "The gondola swings like mad", "Our gondola was full of snow", "Gondola number nine squeaks", "They shut the gondola at three", "That gondola smells", "One gondola for all of us"} {
		p := labelled(i, text, care.LabelTopic, "delay", "ann", i)
		posts, texts[p.Mention.Key()] = append(posts, p), text
	}
	patch, report, err := Run(Task{Base: base, Posts: posts})
	if err != nil || patch == nil || len(patch.Examples["delay"]) < minTrain {
		t.Fatalf("%v\n%s", err, report)
	}
	next, err := WithExamples(base, patch.Examples, texts)
	if err != nil {
		t.Fatal(err)
	}
	m := mention(99, "Another gondola, another morning")
	if was, is := base.Judge(&m).Topic, next.Judge(&m).Topic; was == "delay" || is != "delay" {
		t.Errorf("topic %q, was %q\n%s", is, was, report)
	}
	again, report, err := Run(Task{Base: base, InForce: patch, Posts: posts})
	if err != nil || again != nil {
		t.Errorf("learned twice (%v):\n%s", err, report)
	}
	// What can be no example is left out.
	if odd, err := base.WithExamples(map[string][]string{"delay": {"", "🙃", strings.Repeat("long ", 50_000)}, "nonsense": {"x"}}); err != nil || odd.Judge(&m).Topic == "delay" {
		t.Error(err)
	}
	// Erased posts teach nothing.
	clear(texts)
	if gone, err := WithExamples(base, patch.Examples, texts); err != nil || gone.Judge(&m).Topic == "delay" {
		t.Error(err, "still known")
	}
}
