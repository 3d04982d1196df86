package evaluate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"goodgraces/classifier"
	"goodgraces/classifier/topics"
)

// airlineTopics is the taxonomy by which airline-dev's reasons are judged: its
// names are the reasons, and no topic has more than twelve keywords. It was
// written from what the names mean, not from the posts.
func airlineTopics() []topics.Topic {
	return []topics.Topic{
		{Name: "Late Flight", Keywords: []string{"late", "delay", "delayed", "waiting", "tarmac", "hours late", "missed connection", "sitting on the plane", "gate", "take off", "on time", "mechanical"}},
		{Name: "Cancelled Flight", Keywords: []string{"cancelled", "cancel", "cancellation", "rebook", "rebooked", "stranded", "flight was cancelled", "cancelled flight", "next flight", "weather"}},
		{Name: "Lost Luggage", Keywords: []string{"lost", "lost bag", "lost luggage", "luggage", "baggage", "bag", "suitcase", "missing bag", "baggage claim", "find my bag", "still no bag", "carousel"}},
		{Name: "Damaged Luggage", Keywords: []string{"damaged", "damaged bag", "broken suitcase", "broke my bag", "ripped", "smashed", "cracked", "torn", "ruined my bag", "dented"}},
		{Name: "Bad Flight", Keywords: []string{"seat", "seats", "legroom", "wifi", "entertainment", "food", "drinks", "cold", "dirty plane", "broken seat", "uncomfortable", "turbulence"}},
		{Name: "Flight Booking Problems", Keywords: []string{"book", "booking", "reservation", "website", "app", "online", "check in", "change my flight", "miles", "ticket", "error", "confirmation"}},
		{Name: "Flight Attendant Complaints", Keywords: []string{"flight attendant", "attendant", "crew", "rude", "staff", "agent", "steward", "attitude", "gate agent", "employee", "unprofessional", "pilot"}},
		{Name: "Customer Service Issue", Keywords: []string{"customer service", "on hold", "hold", "phone", "call", "no reply", "hung up", "no response", "email", "refund", "help", "answer"}},
		{Name: "longlines", Description: "Long lines.", Keywords: []string{"line", "lines", "long line", "queue", "in line", "standing in line", "check in line", "security line"}},
	}
}

// TopicReport is how well topics are told apart.
type TopicReport struct {
	Posts    int                       `json:"posts"`
	Accuracy float64                   `json:"accuracy"`
	MacroF1  float64                   `json:"macro_f1"` // mean over the topics that the labels name
	F1       map[string]float64        `json:"f1"`       // by topic of the labels
	Judged   map[string]map[string]int `json:"judged"`   // counts by label and judgement
	Model    string                    `json:"model"`
}

// Topics judges every row's first topic and compares.
func Topics(c *classifier.Classifier, rows []Row) TopicReport {
	r := TopicReport{Posts: len(rows), F1: map[string]float64{}, Judged: map[string]map[string]int{}, Model: c.Version()}
	judged, right := map[string]int{}, map[string]int{}
	for i := range rows {
		topic, truth := c.Judge(&rows[i].Mention).Topic, rows[i].Topic
		if r.Judged[truth] == nil {
			r.Judged[truth] = map[string]int{}
		}
		r.Judged[truth][topic]++
		judged[topic]++
		if topics.Same(topic) == topics.Same(truth) {
			right[truth]++
			r.Accuracy += 1 / float64(len(rows))
		}
	}
	for truth, by := range r.Judged {
		of := judged[truth]
		for _, n := range by {
			of += n
		}
		r.F1[truth] = 2 * float64(right[truth]) / float64(of)
	}
	for _, topic := range slices.Sorted(maps.Keys(r.F1)) {
		r.MacroF1 += r.F1[topic] / float64(len(r.F1))
	}
	return r
}

// String writes the report for people: the commonest judgements of each topic
// stand in its line.
func (r TopicReport) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "task       topic\nmodel      %s\nposts      %d\naccuracy   %.4f\nmacro-F1   %.4f\n\n", r.Model, r.Posts, r.Accuracy, r.MacroF1)
	fmt.Fprintf(&b, "%-20s %6s %7s  judged\n", "confusion", "posts", "F1")
	for _, topic := range slices.Sorted(maps.Keys(r.F1)) {
		by := r.Judged[topic]
		names := slices.SortedFunc(maps.Keys(by), func(a, b string) int { return byCount(by, a, b) })
		posts, counts := 0, []string{}
		for _, name := range names {
			posts += by[name]
			counts = append(counts, fmt.Sprintf("%s %d", name, by[name]))
		}
		fmt.Fprintf(&b, "%-20s %6d %7.4f  %s\n", topic, posts, r.F1[topic], strings.Join(counts, ", "))
	}
	return b.String()
}

// byCount orders names by their counts, the largest first.
func byCount(count map[string]int, a, b string) int {
	if count[a] != count[b] {
		return count[b] - count[a]
	}
	return strings.Compare(a, b)
}
