package detail_test

import (
	"testing"

	"goodgraces/responder/detail"
	"goodgraces/responder/grievance"
)

const told = "@acme ordered a coat 3 weeks ago for my mum's birthday and still nothing. I've called 4 times, an hour on hold, nobody knows where it is"

// BenchmarkFind is what is read beside the grievance; BenchmarkGrievance is the
// yardstick.
func BenchmarkFind(b *testing.B) {
	for b.Loop() {
		post := grievance.Cut(told)
		if len(detail.Find("en", post)) == 0 || detail.Clause("en", post) != "" {
			b.Fatal("reads something else")
		}
	}
}

func BenchmarkGrievance(b *testing.B) {
	for b.Loop() {
		if grievance.Cut(told).Grievance("en").Issue == "" {
			b.Fatal("no issue")
		}
	}
}
