package train

import "goodgraces/classifier/model"

// Fold is a model whose complaint lane and calibration have not seen a part of
// the complaints, and that part. Of its posts it knows but how rare their
// n-grams are in all sets together.
type Fold struct {
	Number int
	Model  *model.Model
	Posts  []Post
}

// maxFolds bounds the numbers of the complaints' parts.
const maxFolds = 10

// CrossValidate makes one Fold for each part of the complaints. Its models are
// as Train would make them.
func CrossValidate(dataDir string, written []Post, seed uint64, progress func(string)) ([]Fold, error) {
	rows, err := load(dataDir, written)
	if err != nil {
		return nil, err
	}
	k := learnFrom(rows, seed, progress)
	all := k.trainLanes(rows, seed, progress)
	var out []Fold
	for number := range maxFolds {
		known, unseen := without(rows, number)
		if len(unseen) == 0 {
			continue
		}
		m, err := k.finish(known, all, seed, progress)
		if err != nil {
			return nil, err
		}
		out = append(out, Fold{Number: number, Model: m, Posts: unseen})
	}
	return out, nil
}

// without parts the rows from the complaints of a fold.
func without(rows []*row, fold int) (known []*row, unseen []Post) {
	for _, r := range rows {
		if r.source == fromComplaints && r.fold == fold {
			unseen = append(unseen, Post{Text: r.text, Complaint: r.has("complaint")})
		} else {
			known = append(known, r)
		}
	}
	return known, unseen
}

// Emotions returns the emotions of goemotions that count as a judgement, or
// nil. They are those that lanes learns from.
func Emotions(judgement string) []string {
	return map[string][]string{
		"anger":     {"anger", "annoyance"},
		"praise":    {"admiration", "gratitude", "joy", "love", "excitement", "pride", "relief"},
		"hostility": {"anger", "disgust"},
		"question":  {"curiosity", "confusion"},
	}[judgement]
}
