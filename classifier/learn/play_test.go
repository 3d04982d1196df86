package learn

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/metrics"
)

// airline is a post of airline-dev.
type airline struct {
	Mention   care.Mention
	Sentiment string `json:"sentiment"`
}

func airlines(t *testing.T) []airline {
	t.Helper()
	dir := os.Getenv("GRACES_DATA")
	if dir == "" {
		t.Skip("set GRACES_DATA to the folder of labelled posts")
	}
	f, err := os.Open(filepath.Join(dir, "airline-dev/posts.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []airline
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var a airline
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(lines.Bytes(), &a.Mention); err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	rand.New(rand.NewPCG(3, 3)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// TestPlay plays a team of eight that labels 50 to 4,000 posts, and measures on
// 3,500 others. The figures stand in docs/learning.md.
func TestPlay(t *testing.T) {
	all := airlines(t)
	base := shipped(t)
	was := played(t, "shipped", base, all[6000:])
	for _, n := range []int{50, 200, 1000, 4000} {
		var posts []Post
		for i, a := range all[:n] {
			c := care.Correction{Label: care.LabelComplaint, Value: fmt.Sprint(a.Sentiment == "negative"), Actor: fmt.Sprint("agent", i%8), At: noon.Add(time.Duration(i) * time.Minute)}
			posts = append(posts, Post{a.Mention, []care.Correction{c}})
		}
		patch, report, err := Run(Task{Base: base, Posts: posts})
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d labels: %s; truth loses %.3f on the guard set at worst", n, report.Why, report.Guard.Lost)
		if patch == nil {
			continue
		}
		next, err := base.With(patch, "1")
		if err != nil {
			t.Fatal(err)
		}
		if auc := played(t, fmt.Sprint(n, " labels"), next, all[6000:]); auc < was-0.005 {
			t.Errorf("%d labels: AUC %.4f, was %.4f", n, auc, was)
		}
	}
}

func played(t *testing.T, name string, c *classifier.Classifier, posts []airline) float64 {
	var pairs []metrics.Pair
	for i := range posts {
		v := c.Judge(&posts[i].Mention)
		pairs = append(pairs, metrics.Pair{P: v.Complaint, True: posts[i].Sentiment == "negative"})
	}
	t.Logf("%s: AUC %.4f, macro-F1 %.4f, ECE %.4f on %d posts", name, metrics.AUC(pairs), metrics.At(pairs, 0.5).MacroF1(), metrics.ECE(pairs), len(pairs))
	return metrics.AUC(pairs)
}
