package evaluate

import (
	"strings"
	"testing"

	"goodgraces/classifier"
)

func TestComplaintReport(t *testing.T) {
	rows, err := Rows(strings.NewReader(`{"id":"1","text":"my parcel never arrived and nobody answers","labels":{"complaint":true}}

{"id":"2","text":"what a lovely day","complaint":false}`))
	if err != nil {
		t.Fatal(err)
	}
	c, err := classifier.Default(classifier.Policy{})
	if err != nil {
		t.Fatal(err)
	}
	r := Complaint(c, rows)
	if r.Posts != 2 || r.Accuracy != 1 || !strings.Contains(r.String(), "macro-F1   1.0000") {
		t.Errorf("report: %s", r)
	}
	for _, bad := range []string{`{"id":"1","text":"x"}`, `{`} {
		if _, err := Rows(strings.NewReader(bad)); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}
