package train

import (
	"slices"
	"strings"

	"goodgraces/classifier/model"
)

// teacher is a judgement that customers' posts are not labelled by, and that
// tells of complaints all the same.
type teacher struct {
	learn labelling
	plain bool // heard by the plain solution too
}

// Moods: emotions that go together.
var (
	badMoods = strings.Fields("anger annoyance disappointment disapproval disgust sadness fear embarrassment remorse " +
		"nervousness grief")
	goodMoods = strings.Fields("admiration amusement approval caring excitement gratitude joy love optimism pride relief")
	letdowns  = strings.Fields("annoyance disappointment disapproval")
)

// mishaps are parts of banking77's intents that tell what went wrong.
var mishaps = strings.Fields("_not_ failed declined wrong twice pending blocked lost compromised reverted swallowed " +
	"unable extra_charge forgotten")

// emotions of goemotions; each is a teacher by itself. The plain solution hears
// those of plainEmotions.
var (
	emotions = strings.Fields("admiration amusement anger annoyance approval caring confusion curiosity desire " +
		"disappointment disapproval disgust embarrassment excitement fear gratitude grief joy love nervousness neutral " +
		"optimism pride realization relief remorse sadness surprise")
	plainEmotions = strings.Fields("annoyance disapproval anger gratitude")
)

// teachers lists them all.
func teachers() []teacher {
	t := []teacher{
		{lanes[model.Anger], true},
		{lanes[model.Praise], true},
		{lanes[model.Question], true},
		{lanes[model.Hostility], true},
		{lanes[model.Mocking], true},
		{any3([]string{"disappointment", "sadness"}, nil, false), true},
		{any3([]string{"admiration", "love"}, nil, false), true},
		{any3([]string{"amusement", "joy", "excitement"}, nil, false), true},
		{any3(nil, bitter, false), true},
		{requests, true},
		{any3([]string{"curiosity", "confusion"}, nil, false), true},
		{any3(badMoods, bitter, false), false},
		{any3(goodMoods, nil, false), false},
		{badAgainstGood, false},
		{any3(letdowns, []string{"Bitter frustration"}, false), false},
		{tellsMishap, false},
		{tellsTrouble, true},
		{any3(nil, []string{"Bitter frustration"}, false), false},
		{any3(nil, []string{"Impatience", "Entitlement"}, false), false},
		{any3(nil, insulting, false), false},
	}
	for _, e := range emotions {
		t = append(t, teacher{any3([]string{e}, nil, false), slices.Contains(plainEmotions, e)})
	}
	return t
}

// requests tells customers' questions from comments.
func requests(r *row) (bool, bool) {
	return r.source == fromBanking, r.source == fromBanking || r.source == fromEmotions
}

// badAgainstGood leaves out comments of both moods and of none.
func badAgainstGood(r *row) (bool, bool) {
	bad, good := r.has(badMoods...), r.has(goodMoods...)
	return bad, r.source == fromEmotions && bad != good
}

// tellsTrouble tells written posts of a trouble with a company from the others,
// and from comments of people to each other, of which one in four is enough.
func tellsTrouble(r *row) (bool, bool) {
	comment := r.source == fromEmotions && len(r.text)%4 == 0
	return r.source == fromWritten && r.has("complaint"), r.source == fromWritten || comment
}

// tellsMishap tells banking's questions about what went wrong from the others.
func tellsMishap(r *row) (bool, bool) {
	if r.source != fromBanking {
		return false, false
	}
	for intent := range r.marks {
		if slices.ContainsFunc(mishaps, func(m string) bool { return strings.Contains(intent, m) }) {
			return true, true
		}
	}
	return false, true
}
