package classifier

import (
	"strings"

	"goodgraces/classifier/lexicon"
)

// OtherTopic is the topic of a post in which no topic's keyword stands.
const OtherTopic = "other"

// labels are the sections of the lexicon that the classifier reads by itself.
type labels struct {
	names                []string // topic names by label, "" for other sections
	legal, safety, idiom lexicon.Label
	advice, vulnerable   lexicon.Label
	own                  lexicon.Label
	job, news, spam      lexicon.Label
	foreign              map[string]foreign
}

func newLabels(x *lexicon.Lexicon) labels {
	l := labels{
		names: make([]string, len(x.Labels())),
		legal: x.Label("legal"), safety: x.Label("safety"), idiom: x.Label("idiom"),
		advice: x.Label("advice"), vulnerable: x.Label("vulnerable"), own: x.Label("own"),
		job: x.Label("job"), news: x.Label("news"), spam: x.Label("spam"),
		foreign: map[string]foreign{},
	}
	for i, name := range x.Labels() {
		if topic, ok := strings.CutPrefix(name, "topic:"); ok {
			l.names[i] = topic
		}
	}
	for _, lang := range []string{"es", "de"} {
		l.foreign[lang] = foreign{
			complaint: x.Label(lang + "-complaint"),
			praise:    x.Label(lang + "-praise"),
			question:  x.Label(lang + "-question"),
		}
	}
	return l
}

// topic returns the topic with the most keywords in the post, phrases
// counting more than words. The taxonomy's earlier topic wins a draw.
func (l *labels) topic(r *reading) string {
	score := zeroed(r.topics, len(l.names))
	r.topics = score
	for _, m := range r.post.Matches {
		if l.names[m.Label] != "" {
			score[m.Label] += 2 + 3*(m.Last-m.First)
		}
	}
	best, topic := 0, OtherTopic
	for label, n := range score {
		if n > best {
			best, topic = n, l.names[label]
		}
	}
	return topic
}
